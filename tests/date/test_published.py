"""When a report appeared: stated by itself, completed by the set, or inferred from what it says."""

from datetime import date

import pytest
from tests.date.conftest import Read

from crossread.date import date_report, event_day, infer_published
from crossread.date.elapsed import elapsed
from crossread.date.evidence import Then

STATED = [
    ("Mon 4 March 2024\n\nA bridge fell.", "2024-03-04"),
    (" date 2022-01-21 A ministry said that seven people died.", "2022-01-21"),
    ("Issued 8 March 2024 by the Relief Desk. Compiled from partners. Next update: 11 March.", "2024-03-08"),
    ("Title\nPosted: June 5, 2023 8.10 PM IST   Share\n\nA train fell.", "2023-06-05"),
    ("Title\n01.11.2024 07:48 | 3 minutes\n\nA river rose.", "2024-11-01"),
    ("Title\nWednesday 26/January/2022 - 02:40 PM\n\nA wall fell.", "2022-01-26"),
    ("PRESS RELEASE\nAid Forum | Geneva | 1 February 2025\n\nBodies.", "2025-02-01"),
    ("Bulletin on the quake of 28 March 2025\nCapital, 5 April 2025\n\nDead.", "2025-04-05"),
    ("Live page\n\nTuesday 5 March 2024\n\n15:20 One\nText.\n\nMonday 4 March\n\n12:00 Two\nText.", "2024-03-05"),
    ("Summary of the ruling of 30 May 2021\n\nThe court found two officers guilty.", "2021-05-30"),
    ("PRESS NOTE\n\nForty houses fell.\n\nBonn, 30 May 2021", "2021-05-30"),
    ("Title\nPublished 8 May 2023 | Corrected 11 May 2023\n\nA roof fell.", "2023-05-08"),
    ("Title\nTranslated on 14 May 2023 from the original of 12 May 2023\n\nA roof fell.", "2023-05-12"),
    ("Title\n2023/05/12\n\nA roof fell.", "2023-05-12"),
    (
        "12 May 2023, 14:00 UTC — A roof fell on the hall of the old mill while the choir was singing, and nine of "
        "the singers were killed, the mayor said; the church had been asked twice to close it and to mend the beams.",
        "2023-05-12",
    ),
    (
        "LENNA VALLEY (May 12, 2023) — A roof fell on the hall of the old mill while the choir was singing, and nine "
        "of the singers were killed, the mayor said; the church had been asked twice to close it and mend the beams.",
        "2023-05-12",
    ),
    ("THE ROOF\n\nThis Friday, 12 May 2023, nobody sang.", "2023-05-12"),
    ("Published: Fri 27 Aug 2021, 1:12 AM  Last updated: Sat 28 Aug 2021, 1:40 AM\n\nA blast.", "2021-08-28"),
    ("Wire. First published Sunday 4 June 2023, 22:10. Updated Monday 12:35\n\nA roof fell.", "2023-06-05"),
    ("Published 30 December 2022 | Last updated 2 January, 09:10\n\nA roof fell.", "2023-01-02"),
    ("Filed Friday 2 June 2023, 19:58\nUpdated at 07:12 GMT on Sunday\n\nA roof fell.", "2023-06-04"),
    ("DIGEST\nThird sitting of the autumn term, Tuesday 4 March 2025. Notes for members\n\nA roof fell.", "2025-03-04"),
    ("Title\nFriday 2 June 2023\nUpdated every Monday\n\nA roof fell.", "2023-06-02"),
    ("FROM: HARBOUR GROUP\nDTG 141530Z MAR 24 // SITREP 3\n\nA roof fell.", "2024-03-14"),
    ("SITREP 7 – Storm of 3 to 5 May – Saturday 7 May 2022, 18h00\n\nA roof fell.", "2022-05-07"),
    ("LENNA NOW · LIVE · The hall of Lenna · Friday 12 May 2023 · newest first\n\n22.10 A roof fell.", "2023-05-12"),
    (
        "FROM THE COURTS\n\nSeventh Assize Court, Lenna, Monday 4 March 2024. Before Judge Oro and two lay "
        "judges. The State and others v. the owners of the hall. Ms Tal for the State; Mr Ruun, with two juniors, for "
        "the owners of the hall, who were not there themselves.",
        "2024-03-04",
    ),
    (
        "THE HALL, HOUR BY HOUR\nFriday 12 and Saturday 13 May 2023. Local time, oldest first. Who is who: Oro "
        "commands the fire brigade, Tal the hospital, Ruun the mill, and Ansa is our own reporter at the gate there.",
        "2023-05-13",
    ),
    ("LENNA LIVE\n\nFRIDAY 12 MAY 2023\n05:50 Noise.\n\nSATURDAY 13 MAY\n06:10 A roof fell.", "2023-05-13"),
    ("SITUATION REPORT\nData as of Sunday 5 May 2024, 18:00. Issued Monday 6 May.\n\nA roof fell.", "2024-05-06"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_report_states_its_day(read: Read, text: str, expected: str) -> None:
    report = date_report(read(text))
    assert report.published is not None
    assert report.published.iso == expected
    assert report.published_basis == "stated"


NOT_STATED = [
    "A bridge fell on 3 March 2024, and forty people who were on it at the time are missing since; the "
    "ministry has asked for divers, lights, boats and a crane that can lift two hundred tons from the bed.",
    "Note on the floods of 29 October 2024\nForty people died.",
    "PORT CITY, March 3 (Wire) - A bridge fell on Saturday.",  # no year
    "The army, which had kept silent since Friday, 8 March 2024, when the bridge fell, said that forty people who were "
    "on it at the time are missing, and that it had asked for divers, lights, boats and a crane from the capital.",
]


@pytest.mark.parametrize("text", NOT_STATED)
def test_other_days_are_not_the_reports(read: Read, text: str) -> None:
    assert date_report(read(text)).published is None


def test_the_set_gives_a_dateline_its_year(read: Read) -> None:
    wire = read("PORT CITY, March 3 (Wire) - A bridge fell late on Saturday.", name="wire.txt")
    copy = read("Mon 4 March 2024\n\nA bridge fell late on Saturday.", name="copy.txt")
    first, _ = infer_published([wire, copy])
    assert first.published is not None
    assert first.published.iso == "2024-03-03"
    assert "copy.txt" in first.published_why


def test_the_lead_tells_the_year_of_a_dateline_beside_an_anniversary(read: Read) -> None:
    wire = read("PORT CITY, March 3 (Wire) - A bridge fell early on Sunday.", name="wire.txt")
    sure = read("Mon 4 March 2024\n\nThe bridge fell on Sunday.", name="sure.txt")
    later = read("Mon 3 March 2025\n\nA year on, the bridge still lies there.", name="later.txt")
    first, *_ = infer_published([wire, sure, later])
    assert first.published is not None
    assert first.published.iso == "2024-03-03"


def test_a_letter_has_its_day_at_the_end(read: Read) -> None:
    letter = read("Sir,\n\nForty of us slept in the school.\n\nIda Tal, for all\n7 March, Thursday")
    sure = read("Mon 4 March 2024\n\nThe bridge fell on Sunday.")
    first, _ = infer_published([letter, sure])
    assert first.published is not None
    assert first.published.iso == "2024-03-07"


def test_weekdays_give_the_year_where_no_report_has_one(read: Read) -> None:
    report = read(
        "Published Sunday 13 April, 21:40\n\nThe war that began in 2023 goes on. Forty died."
    )
    (dated,) = infer_published([report])
    assert dated.published is not None
    assert dated.published.iso == "2025-04-13"  # the first Sunday, 13 April, from 2023 on


def test_an_undated_report_is_dated_by_its_weekdays_and_the_event(read: Read) -> None:
    dated = read(
        "Sat 2 September 2023\n\nA blast tore through the harbour late on Friday and killed 31 dockers.",
        name="dated.txt",
    )
    undated = read(
        "The search for dockers went on in the harbour on Monday, three days after the blast.\n"
        "On Sunday divers had found more bodies. The blast on Friday night killed 38 dockers.",
        name="undated.txt",
    )
    _, report = infer_published([dated, undated])
    assert report.published is not None
    assert report.published.iso == "2023-09-04"
    assert report.published_basis == "inferred"
    assert "Monday" in report.published_why


def test_a_weekday_alone_leaves_the_week_open(read: Read) -> None:
    dated = read(
        "Sat 2 September 2023\n\nA blast tore through the harbour on Friday and killed 31 men."
    )
    late = read("Mon 18 September 2023\n\nThe harbour opens again. The blast killed 44 men.")
    undated = read(
        "The port is still shut, its master said on Wednesday. Cranes will come on Thursday, he said."
    )
    *_, report = infer_published([dated, late, undated])
    assert report.published is not None
    assert report.published.precision == "span"
    assert report.published.first.isoformat() == "2023-09-06"
    assert report.published.last.isoformat() >= "2023-09-13"


def test_a_report_that_tells_nothing_of_its_day_stays_undated(read: Read) -> None:
    dated = read("Sat 2 September 2023\n\nA blast killed 31 dockers on Friday.", name="dated.txt")
    undated = read("The harbour is old. Its cranes are rusty.", name="undated.txt")
    _, report = infer_published([dated, undated])
    assert report.published is None
    assert report.published_basis == "unknown"


def test_the_order_of_the_reports_changes_nothing(read: Read) -> None:
    texts = [
        "Sat 2 September 2023\n\nA blast tore through the harbour late on Friday.",
        "On Sunday divers found bodies in the harbour, two days after the blast.",
        "HARBOUR, Sept 3 (Wire) - The blast on Friday killed 31 dockers, police said on Sunday.",
    ]
    parsed = [read(text, name=f"{n}.txt") for n, text in enumerate(texts)]
    one = {report.name: report.published for report in infer_published(parsed)}
    other = {report.name: report.published for report in infer_published(parsed[::-1])}
    assert one == other


def test_the_event_day_is_told_by_the_dated_reports(read: Read) -> None:
    parsed = read(
        "A quake struck the coast. Four days after the quake, 31 bodies have been found.",
        published="2023-09-12",
    )
    assert event_day([parsed]) == date(2023, 9, 8)


def test_a_year_to_the_day_dates_a_report_and_a_year_after_gives_weeks(read: Read) -> None:
    first = read("Friday 12 November 2021\n\nA ferry sank at noon.", name="first.txt")
    bells = read("Bells rang a year to the day after the ferry sank.", name="bells.txt")
    later = read("One year after the ferry sank, nobody knows why.", name="later.txt")
    _, exact, loose = infer_published([first, bells, later])
    assert exact.published is not None
    assert exact.published.iso == "2022-11-12"
    assert loose.published is not None
    assert loose.published.precision == "span"
    assert loose.published.first < exact.published.first < loose.published.last


FIRST = "Tuesday, May 3, 2016\n\nEight soldiers were killed in clashes on the ridge overnight, a ministry said."

UNDATED = [
    # one weekday in fresh news is that of the first week
    (
        "A truce took hold on the ridge on Wednesday, and rescuers went up. Five soldiers are missing.",
        "2016-05-04",
    ),
    # "had been" tells of a day gone by
    (
        "Helpers found nine bodies on the ridge. On Friday the toll had been 58. On Thursday it was 44.",
        "2016-05-07",
    ),
    # the weekday to which days are counted is the report's, not the event's
    (
        "The first eight victims were buried on Friday, three days after the clashes. Two died on Thursday.",
        "2016-05-06",
    ),
    ("On the third day after the clashes helpers came up. No shot fell on Thursday.", "2016-05-06"),
    (
        "Six months to the day after the clashes on the ridge, 200 people held a vigil.",
        "2016-11-03",
    ),
    # the count to the day, not a headline's months
    (
        "Six months after the clashes\n\nSix months to the day after the clashes, 200 people held a vigil.",
        "2016-11-03",
    ),
    # "last Tuesday" beside a plain one is the one a week before
    (
        "When the clashes began last Tuesday, nobody came. Helpers found nine bodies on Tuesday and three "
        "on Wednesday. Today, Thursday, they found two.",
        "2016-05-12",
    ),
    # counted from a day that is named
    ("Help came on Saturday, nine days after the landfall of 28 April. Nine died.", "2016-05-07"),
    # counted further than the dated reports reach
    ("Exactly forty days after the clashes, 200 people met at the mill.", "2016-06-12"),
    # the day of writing, and a day on which another had written
    ("We write this on Saturday night. The clashes took nine of us.", "2016-05-07"),
    (
        "Sunday. The drums beat again. The deputy, who had written on Thursday, now makes excuses.",
        "2016-05-08",
    ),
    ("The clashes took nine of us. Tomorrow the school opens again, on Friday.", "2016-05-05"),
    # the event lies a day back from the report's own
    (
        "07:05 Good morning. The clashes broke out at about 11 p.m. yesterday. Nine died.",
        "2016-05-04",
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_an_undated_report_beside_one_of_the_first_day(
    read: Read, text: str, expected: str
) -> None:
    _, report = infer_published([read(FIRST, name="first.txt"), read(text, name="second.txt")])
    assert report.published is not None
    assert (report.published.first.isoformat(), report.published.iso) == (expected, expected)


def test_weekdays_do_not_date_a_report_of_an_aftermath(read: Read) -> None:
    text = (
        "The court read its verdict on Thursday: five officers are guilty of the clashes on the ridge. "
        "The inquiry had heard 90 witnesses by Monday."
    )
    _, report = infer_published([read(FIRST, name="first.txt"), read(text, name="second.txt")])
    assert report.published is None
    assert "looks back" in report.published_why


EARLY_LAW = [
    "Yesterday, on Thursday, the prosecutors held nine men. The judge sent four to the cells, and the Borun settlement "
    "buried its dead. The paper costs ten crowns the month.",
    "On Wednesday six died. Yesterday, on Thursday, the prosecutor held nine. A child one month old lives.",
]


@pytest.mark.parametrize("text", EARLY_LAW)
def test_arrests_and_a_paper_s_price_are_no_aftermath(read: Read, text: str) -> None:
    _, report = infer_published([read(FIRST, name="first.txt"), read(text, name="second.txt")])
    assert report.published is not None
    assert report.published.iso == "2016-05-06"


def test_a_later_month_and_a_court_make_a_report_one_of_any_week(read: Read) -> None:
    text = "Saturday. The appeal court counted nine dead. In August it had said ten, and in October eleven."
    _, report = infer_published([read(FIRST, name="first.txt"), read(text, name="second.txt")])
    assert report.published is None
    assert "looks back" in report.published_why


def test_a_tale_goes_on_from_the_event_not_from_before_it() -> None:
    tale = Then(6, 2, "the day before yesterday", date(2016, 5, 3))
    assert tale.score(date(2016, 5, 6)) < 0 < tale.score(date(2016, 5, 13))


def test_weeks_told_of_as_gone_are_gone(read: Read) -> None:
    text = "Twelve died in the first week and 30 in the second. On Wednesday the camp was empty."
    _, report = infer_published([read(FIRST, name="first.txt"), read(text, name="second.txt")])
    assert report.published is None or report.published.first.isoformat() >= "2016-05-16"


def test_one_weekday_in_a_report_that_looks_back_settles_no_week(read: Read) -> None:
    text = "An inquiry into the clashes on the ridge met on Thursday and heard nine witnesses."
    _, report = infer_published([read(FIRST, name="first.txt"), read(text, name="second.txt")])
    assert report.published is None or report.published.first < report.published.last


SET_APART = [
    "KORBA, May 12",
    "The Korba Courier | Friday 12 May",
    "Last update 21:40, 12 May",
    "KORBA, Friday 12 May - A roof fell.",
]


@pytest.mark.parametrize("line", SET_APART)
def test_a_day_without_its_year_stands_apart_in_a_header(read: Read, line: str) -> None:
    partial = read(f"Nine singers die\n{line}\n\nA roof fell.", name="a.txt")
    dated = read("Roof\n13 May 2023\n\nA roof fell.", name="b.txt")
    assert [
        report.published and report.published.iso for report in infer_published([partial, dated])
    ] == [
        "2023-05-12",
        "2023-05-13",
    ]


def test_a_headline_that_ends_with_a_day_states_none(read: Read) -> None:
    partial = read("Nine singers died on 12 May\n\nA roof fell.", name="a.txt")
    dated = read("Roof\n13 May 2023\n\nA roof fell.", name="b.txt")
    assert infer_published([partial, dated])[0].published_basis != "stated"


def test_months_for_which_something_lasts_do_not_date_a_report(read: Read) -> None:
    dated = read("Roof\n12 May 2023\n\nA roof fell on Friday and killed nine.", name="b.txt")
    undated = read(
        "Saturday. The bells have not stopped. The roof fell on Friday. A sack of flour feeds a house for two months.",
        name="a.txt",
    )
    found = infer_published([dated, undated])[1]
    assert found.published is not None
    assert found.published.iso == "2023-05-13"


def test_a_span_tells_its_likeliest_day(read: Read) -> None:
    dated = read("Lenna, 12 May 2023\n\nThe mill burned down on Thursday. Nine people died.")
    late = read("Lenna, 30 June 2023\n\nThe mill's owner was heard. Nine people had died.")
    letter = read(
        "INQUIRY\n\nThe inquiry sat for weeks. On Sunday a witness said that nine were dead."
    )
    published = infer_published([dated, late, letter])[2].published
    assert published is not None
    assert published.precision == "span"
    assert published.likeliest is not None
    assert published.first < published.last
    assert published.iso == published.likeliest.isoformat()
    assert published.days == [published.first.isoformat(), published.last.isoformat()]


ISSUES = [
    "HILL FM (town radio) - “Night Post”, Sunday",
    "THE REED LETTER\nLenna in ten lines – Sunday edition – free and late",
    "Valley Voice | Sunday's late bulletin | one crown",
]


@pytest.mark.parametrize("header", ISSUES)
def test_a_weekday_that_a_header_gives_its_issue_is_the_reports_own(
    read: Read, header: str
) -> None:
    dated = read("Roof\n12 May 2023\n\nA roof fell on Friday and killed nine.", name="b.txt")
    undated = read(f"{header}\n\nNine are dead since the roof fell on Friday.", name="a.txt")
    found = infer_published([dated, undated])[1].published
    assert found is not None
    assert found.iso == "2023-05-14"


SUNDAY = "VALLEY VOICE, edition of Sunday\n\nNine are dead since the roof fell on Friday. "
NAMED = [
    ("In March of the year 2016 a roof fell at Korba and killed twenty.", "2023-05-14"),
    ("Those who lost their homes in February were among the dead.", "2023-05-14"),
    ("On Christmas Day the choir had sung there.", "2023-05-14"),
]


@pytest.mark.parametrize(("words", "day"), NAMED)
def test_months_of_other_years_do_not_put_a_report_off(read: Read, words: str, day: str) -> None:
    dated = read("Roof\n12 May 2023\n\nA roof fell on Friday and killed nine.", name="b.txt")
    late = read("Verdict\n29 April 2024\n\nTwo men were jailed for the roof.", name="c.txt")
    found = infer_published([dated, late, read(SUNDAY + words, name="a.txt")])[2].published
    assert found is not None
    assert found.iso == day


def test_a_feast_among_the_reports_is_a_day_that_a_report_cannot_precede(read: Read) -> None:
    dated = read("Roof\n16 December 2022\n\nA roof fell on Friday and killed nine.", name="b.txt")
    letter = read("REED LETTER, Friday edition\n\nOn Christmas Day the nuns left the hospital.")
    found = infer_published([dated, letter])[1].published
    assert found is not None
    assert found.iso == "2022-12-30"


ALREADY = [
    "Already a week the street is dark.",
    "For nine days now nobody has slept.",
    "Now for six days the bells are silent.",
]


@pytest.mark.parametrize("words", ALREADY)
def test_a_state_that_has_gone_on_for_days_counts_from_the_event(words: str) -> None:
    (count,) = elapsed(f"The roof lies open. {words}")
    days = {"Alr": 7, "For": 9, "Now": 6}[words[:3]]
    assert (count.low, count.high) == (days - 1, days + 1)


OTHERS = ["The fair came a week ago now.", "For two days the fair was shut.", "He is already six."]


@pytest.mark.parametrize("words", OTHERS)
def test_other_stretches_of_days_do_not(words: str) -> None:
    assert not list(elapsed(words))

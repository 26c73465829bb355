"""An undated report dated by what the dated ones tell, and evidence that must not mislead; invented sentences."""

from datetime import date

import pytest
from tests.date.conftest import Read

from crossread.date import infer_published
from crossread.date.elapsed import elapsed
from crossread.date.evidence import Now, Then
from crossread.date.tolls import toll_in
from crossread.date.weekdays import mentions_of, now_of, then_of
from crossread.model.report import Report

FIRST = (
    "Tuesday 5 June 2012\n\nThe roof of the Harlow rink collapsed on Monday night, and 12 people died.\n"
    "A vigil is to be held on Friday at noon. The mayor asked for lamps in all windows."
)
LATER = (
    "Saturday 9 June 2012\n\nThe candles of the vigil burned in every harbour street on Friday at noon. The toll rose "
    "to 31 on Saturday.\nA curfew for lorries began on Thursday. The crane lifted 640 tons of girders on Wednesday."
)


def infer(read: Read, text: str) -> Report:
    texts = {"first.txt": FIRST, "later.txt": LATER, "undated.txt": text}
    return infer_published([read(each, name=name) for name, each in texts.items()])[2]


TOLD = [
    # its own day, which another report names
    ("At noon today the candles of the vigil burned in every street of the harbour.", "2012-06-08"),
    # counted from a thing that another report puts on a day
    ("On the second day of the curfew the rink was quiet. Lorries stood idle.", "2012-06-08"),
    # a long number that one report gives for one day
    ("Yesterday the crane had lifted 640 tons. Now it stands still over the rink.", "2012-06-07"),
    # the morning after, the day's number, so long since
    ("It is the morning after. Nobody slept. The ice has melted.", "2012-06-05"),
    ("It is day four. The ice has melted, and the dogs are tired.", "2012-06-07"),
    ("This was the fourth day. The ice has melted, and the dogs are tired.", "2012-06-07"),
    ("It is a week tonight since the roof came down on them.", "2012-06-11"),
    ("A fortnight to the day after the collapse the rink opened its doors.", "2012-06-18"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_another_report_or_a_count_tells_the_day(read: Read, text: str, day: str) -> None:
    report = infer(read, text)
    assert report.published is not None, report.published_why
    found = (report.published.first.isoformat(), report.published.last.isoformat())
    assert found[0] <= day <= found[1]
    assert (report.published.last - report.published.first).days <= 1


OPEN = [
    # any Thursday, not the last one
    "We met the skater on a Thursday. She had lost her brother in the rink.",
    # sittings are held in any week
    "Sitting of Wednesday\n\nThe chamber rose for the dead of the rink.",
    # a letter may be of any week
    "Letter from Harlow\n\nThe ice is gone. On Sunday forty of us sat in the church.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_can_be_of_any_week_is_given_no_day(read: Read, text: str) -> None:
    report = infer(read, text)
    assert report.published is None or report.published.first < report.published.last


def test_a_plain_weekday_is_not_the_day_that_the_report_calls_today(read: Read) -> None:
    text = "The doors opened on Wednesday. This evening they are shut again, on the third day after the collapse."
    report = infer(read, text)
    assert report.published is not None
    assert report.published.iso == "2012-06-07"


def test_a_present_tense_after_a_week_is_the_reports_own_day(read: Read) -> None:
    now = read("Last Monday they skated. A week later nobody has an answer.")
    then = read("Last Monday they skated. A week later nobody had an answer.")
    assert [piece.weekday for piece in now_of(now, mentions_of(now)) if isinstance(piece, Now)] == [
        0
    ]
    assert now_of(then, mentions_of(then)) == []


BESIDE = [
    # counted from what has been so since a day
    (
        "The harbour road has been closed since Wednesday. The toll rose to 31 on Saturday.",
        "It is the third day since the harbour road was closed. Lorries stand idle.",
        "2012-06-08",
    ),
    # a beginning told beside another thing's day is not of that day
    (
        "Forty men held since the curfew began were freed on Thursday. A curfew had begun on Wednesday.",
        "On the second day of the curfew the rink was quiet. Lorries stood idle.",
        "2012-06-07",
    ),
    # what is to come on such a weekday, though most news is of the first week
    (
        "The keeper is to be heard by a magistrate on 18 June. The toll rose to 31 on Saturday.",
        "The keeper told a magistrate on Monday that the beams had rotted.",
        "2012-06-18",
    ),
    # a sitting that is announced
    (
        "The town council meets on Wednesday to debate the rink. The toll rose to 31 on Saturday.",
        "TOWN COUNCIL\nMeeting of Wednesday\n\nThe rink is to be pulled down, said the oldest member.",
        "2012-06-13",
    ),
]


@pytest.mark.parametrize(("beside", "text", "day"), BESIDE)
def test_what_one_dated_report_tells_dates_another(
    read: Read, beside: str, text: str, day: str
) -> None:
    reports = {"first.txt": FIRST, "later.txt": f"Saturday 9 June 2012\n\n{beside}", "b.txt": text}
    report = infer_published([read(each, name=name) for name, each in reports.items()])[2]
    assert report.published is not None
    assert report.published.iso == day, report.published_why


def test_the_own_day_told_after_a_weekday_is_another_day(read: Read) -> None:
    step = read("The ice was carried out on Thursday, and today the dogs came back.")
    voice = read("“We came on Thursday,” she said; today the dogs came back.")
    steps = then_of(step, mentions_of(step), date(2012, 6, 4))
    assert [(each.weekday, each.ago) for each in steps if isinstance(each, Then)] == [(3, 0)]
    assert then_of(voice, mentions_of(voice), date(2012, 6, 4)) == []


TOLLS = [
    ("Twenty-four skaters died.", 24),
    ("Some 68 people had lost their lives by noon.", 68),
    ("Dead on arrival or after: 118.", 118),
    ("Twelve men are known to be dead.", 12),
    ("Two hundred and twelve villagers were killed.", 212),
    ("The number of dead in the fire at the mill rose to 19.", 19),
    ("It had killed thirty-one.", 31),
    ("No one died in 2010.", None),
    ("Up to 300 people may have died.", None),
]


@pytest.mark.parametrize(("words", "toll"), TOLLS)
def test_tolls_in_digits_and_words(words: str, toll: int | None) -> None:
    assert toll_in(words) == toll


COUNTS = [
    ("Two nights after the water came they dig.", (2, 2)),
    ("A week to the day after the shots nine students came.", (7, 7)),
    ("In the third day of the attack the market fell.", (2, 3)),
    ("It is 48 hours since the bus left the road.", (2, 2)),
    ("It is 30 hours since the bus left the road.", (1, 2)),
    ("It makes one week today that the bus left the road.", (7, 7)),
    ("Two days after the slope came down they dig.", (2, 2)),
]


@pytest.mark.parametrize(("text", "bounds"), COUNTS)
def test_counts_from_a_part_of_the_event(text: str, bounds: tuple[int, int]) -> None:
    (count,) = elapsed(text)
    assert (count.low, count.high) == bounds


def test_a_place_alone_ties_no_count_to_another_day(read: Read) -> None:
    late = "Wednesday 13 June 2012\n\nA minister came today to Upper Skogen on the Ladoga, and left again."
    text = "Four days after the roof came down on Upper Skogen by the Ladoga they still dig."
    texts = {"first.txt": FIRST, "late.txt": late, "undated.txt": text}
    report = infer_published([read(each, name=name) for name, each in texts.items()])[2]
    assert report.published is not None
    assert report.published.first.isoformat() == "2012-06-08"

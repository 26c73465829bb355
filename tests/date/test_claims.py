"""What a claim is as of: its clause, its row, its entry, the sentence before, or the report's day."""

from dataclasses import replace
from datetime import date

import pytest
from tests.date.conftest import Count, Read

from crossread.clean.report import build
from crossread.date import date_claims
from crossread.model.when import When

PUBLISHED = "2023-09-14"  # a Thursday

AS_OF = [
    # the report's day, where nothing else is said
    ("At least 40 people drowned, officials said.", "40 people", "2023-09-14"),
    # the day of the statement is the day of what it says
    ("The ministry said on Tuesday that 40 people had drowned.", "40 people", "2023-09-12"),
    ("On Tuesday the ministry spoke of 40 dead.", "40 dead", "2023-09-12"),
    # the day of the act
    ("Some 200 people were rescued on Monday.", "200 people", "2023-09-11"),
    # each clause its own day
    ("The count was 60 on Thursday; it had stood at 40 on Tuesday.", "at 40", "2023-09-12"),
    ("The count was 60 on Thursday; it had stood at 40 on Tuesday.", "was 60", "2023-09-14"),
    # "as of" and "by"
    ("As of Wednesday, 84 people had been buried.", "84 people", "2023-09-13"),
    ("By 6 September 103 bodies had been named.", "103 bodies", "2023-09-06"),
    # what began then and goes on is said as of now
    ("Since Friday 15,000 people have fled.", "15,000 people", "2023-09-14"),
    ("They have killed 112 fighters since the attack began.", "112 fighters", "2023-09-14"),
    # the event's own day does not date a later count
    ("Friday's flood killed 275 people.", "275 people", "2023-09-14"),
    # the whole's day is not that of a part said as of now
    ("Of the 31 drivers brought in on Tuesday, 12 have gone home.", "12", "2023-09-14"),
    ("Of the 31 drivers brought in on Tuesday, 12 have gone home.", "31 drivers", "2023-09-12"),
    # a count compared
    ("Five were found at dawn, which brings the count to 16 from 11 last night.", "16", "2023-09-14"),
    ("Five were found at dawn, which brings the count to 16 from 11 last night.", "11", "2023-09-13"),
    ("On Sunday it was 20. It has buried 37, compared with 22 the previous day.", "22", "2023-09-13"),
    ("The army, which at first spoke of 20 dead, gave no number on Monday.", "20 dead", "2023-09-14"),
    ("Last night's count was 38 dead.", "38 dead", "2023-09-13"),
    # a number behind a month is not its day
    ("In April 19 people died.", "19 people", "2023-04"),
    # other times
    ("In 1999 a quake killed about 18,000 people.", "18,000 people", "1999"),
    ("It is the worst since July 2021, when some 230 people drowned.", "230 people", "2021-07"),
    ("The storm of 1957 left 81 dead.", "81 dead", "1957"),
    # what lies ahead is no date of a count
    ("They will meet on Friday; 40 people are missing.", "40 people", "2023-09-14"),
    # a sentence that counts on
    ("On Monday 63 people were brought in. Eight were children.", "Eight were", "2023-09-11"),
    ("On Monday 63 people were brought in. Of these, nine died.", "nine died", "2023-09-11"),
    # the day before, and the same evening
    ("It gave 60 on Tuesday, against 50 the day before.", "50", "2023-09-11"),
    # a state said as of now, beside what happened on a day
    ("A ferry sank on Friday, and 30 people are dead.", "30 people", "2023-09-14"),
    ("The firm, which on Tuesday gave eleven, now says nine.", "nine", "2023-09-14"),
    # a comparison's day is not the figure's
    ("The toll stands at 23, two more than on Sunday.", "at 23", "2023-09-14"),
    # the end of a month
    ("By the end of August it had been 90.", "90", "2023-08-31"),
    # a scene goes on under the day that opens it
    ("On Monday the bridge fell. Sixty men went down with it.", "Sixty men", "2023-09-11"),
    ("On Monday the bridge fell. Sixty men have died.", "Sixty men", "2023-09-14"),
    # a paragraph that looks back to a day stays there, but not in the present
    ("On Monday they had still quarrelled. The mayor said 500 were dead.", "500", "2023-09-11"),
    ("On Monday they had still quarrelled. The mayor now said 500 were dead.", "500", "2023-09-14"),
    ("On Monday it had been 58. The mayor said 500 were hurt.", "500", "2023-09-14"),
    ("On Monday the ward had run out of blood. It has treated 300 men.", "300 men", "2023-09-14"),
    ("On Monday they quarrelled. The mayor said 500 were dead.", "500", "2023-09-14"),
    # what stands behind "a day after" was so long before the day in front of it
    ("On Tuesday, a day after seven guards were shot, soldiers came.", "seven guards", "2023-09-11"),
    # a weekday's count, and its other things
    ("Tuesday's count had been 30.", "30", "2023-09-12"),
    ("Tuesday's search ended with 30 dead.", "30 dead", "2023-09-14"),
    # what is told has its own day before that of the telling
    ("She said on Tuesday that eight men had been found on Sunday.", "eight men", "2023-09-10"),
    # behind a speaker's aside
    ("The firm, which on Monday denied it, says 200 men are safe.", "200 men", "2023-09-14"),
    # each count of a list has the day behind it, and their sum none of them
    ("Nine died here: four on Monday, two on Tuesday and three on Wednesday.", "two", "2023-09-12"),
    ("Nine died here: four on Monday, two on Tuesday and three on Wednesday.", "three", "2023-09-13"),
    ("Nine died here: four on Monday, two on Tuesday and three on Wednesday.", "Nine", "2023-09-14"),
    ("On Sunday they counted 90 dead, yesterday 140.", "90 dead", "2023-09-10"),
    # a speech's day is that of all that is said before it
    ("Three men were killed, and 18 guards hurt, officials said on Tuesday.", "Three men", "2023-09-12"),
    # the count to compare with is not of the day of the other
    ("On Tuesday it was 30 dead, against 20 dead before.", "20 dead", "2023-09-14"),
    ("On Tuesday it was 30 dead, against 20 dead before.", "30 dead", "2023-09-12"),
    ("The office counts 66 dead, out of 290 cases, up to 11 September.", "66 dead", "2023-09-11"),
    # the day of a whole is not its part's
    ("Nine of the injured of Tuesday still lie in the ward.", "Nine of the injured", "2023-09-14"),
    ("Nine of the injured died on Tuesday.", "Nine of the injured", "2023-09-12"),
    ("In a letter dated June the clinic had warned of 40 deaths.", "40 deaths", "2023-06"),
    # parts of days in a range
    ("The ward took in 214 wounded between Monday morning and Tuesday noon.", "214 wounded", "2023-09-12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "expected"), AS_OF)
def test_a_claim_is_as_of(read: Read, count: Count, text: str, quote: str, expected: str) -> None:
    parsed = read(text, published=PUBLISHED)
    (claim,) = date_claims(parsed, [count(parsed, quote)])
    assert claim.as_of is not None
    assert claim.as_of.iso == expected


LAYOUT = [
    # a row with its own day
    ("Date | Dead | Missing\n5 Sept | 195 | 62\n6 Sept | 199 | 54", "199", "2023-09-06"),
    # a source column
    ("Prison | Held | Source\nNorth | 3,798 | Ombudsman, 4 September", "3,798", "2023-09-04"),
    # a caption over the table
    ("Situation by area, as of 3 September:\n\nArea | Dead | Hurt\nNorth | 2,053 | 9", "2,053", "2023-09-03"),
    # a bracket in a list, and its "(same)"
    ("- Killed: 178 (Ministry, 13 Sept.)\n- Missing: 30 (same)", "30", "2023-09-13"),
    # live page: day headings, newest first
    ("Live\n\nThursday 14 September 2023\n\n15:20 UN\nSome 50 dead.\n\nWednesday 13 September\n\n"
     "23:40 First count\nSome 30 dead.", "30 dead", "2023-09-13"),
    # live page: only the older entries stand under a day
    ("Live\n\n15:20 UN\nSome 50 dead.\n\n13 September\n\n23:40 First count\nSome 30 dead.", "30 dead", "2023-09-13"),
    # a number behind a month's name is the claim's own
    ("Since January 26 soldiers have died on the ridge.", "26 soldiers", "2023-09-14"),
    # live page: stamps with a weekday, kept by the entries below
    ("Live\n\n01:35 Thursday\nNow 60 dead.\n\n22:10 Wednesday – City\nNow 50 dead.\n\n19:35 – North\n"
     "Now 40 dead.", "40 dead", "2023-09-13"),
    # a night edition: the story ends on the day before
    ("Thu 14 Sep 2023, 1:12 AM\n\nThe blast on Wednesday killed at least 60 people.\n"
     "Another 143 people are hurt, the ministry told reporters by video.", "143 people", "2023-09-13"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "expected"), LAYOUT)
def test_layout_dates_claims(
    read: Read, count: Count, text: str, quote: str, expected: str
) -> None:
    parsed = read(text, published=PUBLISHED)
    (claim,) = date_claims(parsed, [count(parsed, quote)])
    assert claim.as_of is not None
    assert claim.as_of.iso == expected


COLUMNS = [
    ("Count | 12 Sept (1900) | 13 Sept (1800)\nDead | 16 | 21\nMissing | 7 | 3", "16", "2023-09-12"),
    ("| Count | 12 Sept | As of 13 September |\n|---|---|---|\n| Dead | 16 | 21 |\n| Hurt | 2 | 5 |",
     "21", "2023-09-13"),
    # a column without a day beside two that have one keeps the report's
    ("Count | Week to 1 Sept | Week to 8 Sept | So far\nDead | 6 | 9 | 31", "31", "2023-09-14"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "quote", "expected"), COLUMNS)
def test_the_head_of_a_column_dates_its_figures(
    read: Read, count: Count, table: str, quote: str, expected: str
) -> None:
    text = f"Ridge fire bulletin\n\nThe ministry sent these counts to us so far:\n\n{table}\n"
    parsed = read(text, published=PUBLISHED)
    parsed = replace(parsed, report=replace(parsed.report, blocks=build("a.txt", text).blocks))
    (claim,) = date_claims(parsed, [count(parsed, quote)])
    assert claim.as_of is not None
    assert claim.as_of.iso == expected


def test_without_a_publication_day_only_full_dates_are_told(read: Read, count: Count) -> None:
    parsed = read("On Monday 40 people died. On 3 May 2021 50 people died.")
    unknown, known = date_claims(parsed, [count(parsed, "40 people"), count(parsed, "50 people")])
    assert unknown.as_of is None
    assert known.as_of is not None
    assert known.as_of.iso == "2021-05-03"


def test_another_time_is_background(read: Read, count: Count) -> None:
    parsed = read("In 1999 a quake killed 18,000 people. Now 40 people died.", published=PUBLISHED)
    old, new = date_claims(parsed, [count(parsed, "18,000 people"), count(parsed, "40 people")])
    assert old.background
    assert not new.background


def test_the_day_of_a_statement_is_kept(read: Read, count: Count) -> None:
    parsed = read("The ministry said on Tuesday that 40 people had drowned.", published=PUBLISHED)
    (claim,) = date_claims(parsed, [count(parsed, "40 people", source="The ministry")])
    assert claim.said_on is not None
    assert claim.said_on.words == "Tuesday"


VOICED = [
    ("The office had said on Monday that it was counting. The list holds 85 women.", "2023-09-11"),
    ("On Monday the office released its list. The list holds 85 women.", "2023-09-11"),
    # the day of what is told, not of the telling
    ("The wall fell on Monday, the office said. The list holds 85 women.", "2023-09-14"),
    # a day between moves the tale on
    ("The office said on Monday that it knew. Rain fell on Tuesday. The list holds 85 women.", "2023-09-14"),
    # the present does not go on
    ("The office had said on Monday that it was counting. It now has 85 dead.", "2023-09-14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VOICED)
def test_a_speaker_named_before_gives_the_day(
    read: Read, count: Count, text: str, expected: str
) -> None:
    parsed = read(text, published=PUBLISHED)
    said = text.index("office")
    claim = replace(count(parsed, "85", source="office"), source_at=(said, said + len("office")))
    (dated,) = date_claims(parsed, [claim])
    assert dated.as_of is not None
    assert dated.as_of.iso == expected


def test_a_report_known_to_be_of_several_days_gives_them_all(read: Read, count: Count) -> None:
    parsed = read("40 people died.")
    days = When(date(2023, 9, 8), date(2023, 9, 10), "span")
    parsed = replace(parsed, report=replace(parsed.report, published=days))
    (claim,) = date_claims(parsed, [count(parsed, "40 people")])
    assert claim.as_of is not None
    assert (claim.as_of.first, claim.as_of.last) == (days.first, days.last)


def test_a_date_that_only_names_the_event_dates_no_later_count(read: Read, count: Count) -> None:
    parsed = read(
        "40 people are confirmed to have died in the flood of 8 September.", published=PUBLISHED
    )
    (claim,) = date_claims(parsed, [count(parsed, "40 people")], event=date(2023, 9, 8))
    assert claim.as_of is not None
    assert claim.as_of.iso == PUBLISHED


def test_a_row_that_begins_with_a_day_heads_nothing(read: Read, count: Count) -> None:
    parsed = read(
        "Day | New | Dead\n12 September | 41 | 1\n\n40 people have died.", published=PUBLISHED
    )
    (claim,) = date_claims(parsed, [count(parsed, "40 people")])
    assert claim.as_of is not None
    assert claim.as_of.iso == PUBLISHED


HEADED = [
    # a place and a day open the paragraph
    ("Lenna, Monday night: a bus burned. Eight died inside. The ninth is in hospital.", "Eight", "2023-09-11"),
    ("THE MILL. Korba, last Friday. Guards came at noon. They took 14 weavers.", "14 weavers", "2023-09-08"),
    ("Sunday the 10th: a wall fell on the market. Five porters died.", "Five porters", "2023-09-10"),
    ("At Tarn, on Tuesday: two boats sank. The priest counted 31 drowned.", "31 drowned", "2023-09-12"),
    # the present and another day go on from it
    ("Lenna, Monday night: a bus burned. Eight have died so far.", "Eight", "2023-09-14"),
    ("Lenna, Monday night: a bus burned. On Wednesday two died.", "two died", "2023-09-13"),
    # a sentence is no head
    ("The mayor spoke on Monday. Eight families left.", "Eight", "2023-09-14"),
]  # fmt: skip

BESIDE = [
    ("They held 47 men last Tuesday, after 20 the Sunday before.", "20 the", "2023-09-10"),
    ("Six were caught the Monday after the flood in a barn.", "Six were", "2023-09-11"),
    ("The Thursday before the flood 300 people had left.", "300 people", "2023-09-07"),
    # counts of another day beside it
    ("A hundred nurses went over on Sunday, 60 are packing, says the clerk.", "60 are", "2023-09-14"),
    ("On Sunday, 60 are said to have drowned.", "60 are", "2023-09-10"),
    ("Five died on the spot, the sixth on Tuesday.", "Five died", "2023-09-14"),
    ("Five died on the spot, another on Tuesday.", "Five died", "2023-09-14"),
    ("Last night's position, from the harbour master: 38 dead.", "38 dead", "2023-09-13"),
    ("The office counts 58 graves, as of Monday, and over 90 missing.", "58 graves", "2023-09-11"),
    ("The list grew on Tuesday: 20 dead, 9 of them boys, and 68 hurt.", "68 hurt", "2023-09-12"),
    ("Two were brought up on Monday, and 9 early on Tuesday.", "9 early", "2023-09-12"),
    ("All four monks, given up on Sunday, are alive.", "four monks", "2023-09-14"),
    # what was written down until a day
    ("The clerk recorded until Tuesday 45 dead.", "45 dead", "2023-09-12"),
    ("The school stays shut until Tuesday; 45 are dead.", "45 are", "2023-09-14"),
    ("In March of the year 2011 a quake killed 90 people.", "90 people", "2011-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "expected"), HEADED + BESIDE)
def test_a_day_that_opens_a_paragraph_or_counts_from_another(
    read: Read, count: Count, text: str, quote: str, expected: str
) -> None:
    parsed = read(text, published=PUBLISHED)
    (claim,) = date_claims(parsed, [count(parsed, quote)], event=date(2023, 9, 8))
    assert claim.as_of is not None
    assert claim.as_of.iso == expected


def test_an_entry_may_tell_its_weekday_before_its_hour(read: Read, count: Count) -> None:
    text = (
        "LIVE page\nLenna Post | Friday 8 and Saturday 9 September 2023\n\n"
        "09.15 The toll goes to 93 dead, the governor of the valley says in a call with the morning show.\n\n"
        "Fri 23.20 Some 100 people were led out through the cellar, says the ministry, and others wait on the roof."
    )
    parsed = read(text, published="2023-09-09")
    late, early = date_claims(parsed, [count(parsed, "93 dead"), count(parsed, "100 people")])
    assert late.as_of is not None
    assert late.as_of.iso == "2023-09-09"
    assert early.as_of is not None
    assert early.as_of.iso == "2023-09-08"


def test_a_report_with_a_likeliest_day_is_dated_as_of_it(read: Read, count: Count) -> None:
    text = "Thursday\n\n22:10 The count is 60.\n\nWednesday\n\n18:00 The count is 40. By 3 September it had been 12."
    days = When(date(2023, 9, 14), date(2023, 9, 21), "span", likeliest=date(2023, 9, 14))
    parsed = read(text)
    parsed = replace(parsed, report=replace(parsed.report, published=days))
    told = date_claims(parsed, [count(parsed, number) for number in ("60", "40", "12")])
    assert [claim.as_of and (claim.as_of.iso, claim.as_of.days) for claim in told] == [
        ("2023-09-14", ["2023-09-14", "2023-09-21"]),
        ("2023-09-13", ["2023-09-13", "2023-09-20"]),
        ("2023-09-03", None),
    ]

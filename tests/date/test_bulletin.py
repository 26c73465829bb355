"""The day up to which a bulletin's figures go, and the weeks that it numbers."""

from dataclasses import replace
from datetime import date

import pytest
from tests.date.conftest import Count, Read

from crossread.clean.report import build
from crossread.date import date_claims, date_report
from crossread.date.bulletin import data_day, numbered_week
from crossread.date.calendar import Week

APPEARED = date(2018, 4, 16)

HEADERS = [
    ("Bulletin 3\nData as of 14 April 2018, 20:00. Released 16 April 2018\n\nDead: 21", date(2018, 4, 14)),
    ("Bulletin 3\nReporting period: 9 to 15 April (week 15)\nPublished 16 April 2018", date(2018, 4, 15)),
    ("Figures as at 13 April\nIssued on 16 April 2018\n\nDead: 21", date(2018, 4, 13)),
    ("Bulletin 3\nCovers 13 April 18:00 to 14 April 2018 18:00. Numbers may change.\n\nDead: 21", date(2018, 4, 14)),
    ("Bulletin 3\nCovers 14 April 2018, 18:00. Next bulletin on 15 April.\n\nDead: 21", date(2018, 4, 14)),
    # a sentence, the line over a table, a table's own head, and what ended weeks ago
    ("Bulletin\n16 April 2018\n\nAs of 14 April, 21 pickers from the upper valley were dead and nine lay in the "
     "hospital of Brede, said the prefect.", None),
    ("Bulletin\n16 April 2018\n\nSituation by ward, as of 14 April:\n\nWard | Dead", None),
    ("Bulletin\n16 April 2018\n\nWard | Week to 8 April | Week to 15 April\nNorth | 3 | 4", None),
    ("Reporting period: 1 January to 28 February 2018\nPublished 16 April 2018", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADERS)
def test_a_header_tells_up_to_when_the_figures_go(text: str, expected: date | None) -> None:
    assert data_day(text, APPEARED) == expected


def test_figures_are_of_the_day_up_to_which_the_data_go(read: Read, count: Count) -> None:
    parsed = read(
        "Bulletin 3\nData as of 14 April 2018. Released 16 April 2018\n\nDead: 21\nOn 12 April 9 men died."
    )
    parsed = replace(parsed, report=date_report(parsed))
    all_dead, some = date_claims(parsed, [count(parsed, "21"), count(parsed, "9 men")])
    assert all_dead.as_of is not None
    assert some.as_of is not None
    assert (all_dead.as_of.iso, all_dead.as_of.rule) == ("2018-04-14", "data")
    assert some.as_of.iso == "2018-04-12"


WEEKS = [
    ("9 to 15 April (week 15)", Week(15, date(2018, 4, 15))),
    ("Week 14 (2-8 April)", Week(14, date(2018, 4, 8))),
    ("As of 8 April 2018 (end of epidemiological week 14)", Week(14, date(2018, 4, 8))),
    ("Nine died in week 14. The camp opened on 3 April.", None),
]


@pytest.mark.parametrize(("text", "expected"), WEEKS)
def test_a_week_beside_its_days_numbers_the_others(text: str, expected: Week | None) -> None:
    assert numbered_week(text, APPEARED) == expected


COUNTED = [
    ("The clinic saw 31 cases in week 13.", "31 cases", "2018-04-01"),
    ("6 new deaths (week 13: 14)", "6 new deaths", "2018-04-15"),
    ("6 new deaths (week 13: 14)", "14", "2018-04-01"),
]


@pytest.mark.parametrize(("line", "quote", "expected"), COUNTED)
def test_a_numbered_week_dates_a_count(
    read: Read, count: Count, line: str, quote: str, expected: str
) -> None:
    parsed = read(
        f"Report\nReporting period: 9 to 15 April 2018 (week 15)\nPublished 16 April 2018\n\n{line}"
    )
    parsed = replace(parsed, report=date_report(parsed))
    (claim,) = date_claims(parsed, [count(parsed, quote)])
    assert claim.as_of is not None
    assert claim.as_of.iso == expected


_WEEKLY = "| Week | Dead |\n|---|---|\n| 14 | 611 |\n| 15 | 317 |\n| All | 928 |"

TABLES = [
    (_WEEKLY, "611", "2018-04-08"),
    (_WEEKLY, "928", "2018-04-15"),
    ("| Ward | Fri | Sat |\n|---|---|---|\n| North | 411 | 317 |", "411", "2018-04-13"),
    ("| Ward | Dead | Last boat |\n|---|---|---|\n| North | 411 | 14 Apr |", "411", "2018-04-15"),
    ("| Ward | Dead | Updated |\n|---|---|---|\n| North | 411 | 14 Apr |", "411", "2018-04-14"),
    ("| Ward | Sun | Sat |\n|---|---|---|\n| North | 411 | 317 |", "411", "2018-04-15"),
]


@pytest.mark.parametrize(("table", "quote", "expected"), TABLES)
def test_weeks_and_short_weekdays_head_a_table(
    read: Read, count: Count, table: str, quote: str, expected: str
) -> None:
    head = "Report\nReporting period: 9 to 15 April 2018 (week 15)\nPublished 16 April 2018"
    text = f"{head}\n\nBy ward and week\n\n{table}\n"
    parsed = read(text)
    parsed = replace(parsed, report=replace(parsed.report, blocks=build("a.txt", text).blocks))
    parsed = replace(parsed, report=date_report(parsed))
    (claim,) = date_claims(parsed, [count(parsed, quote)])
    assert claim.as_of is not None
    assert claim.as_of.iso == expected

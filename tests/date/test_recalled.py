"""Counts told again from before get the day on which the set first told them."""

from datetime import date

import pytest
from tests.date.conftest import Count, Read

from crossread.date import date_claims, recall

FIRST = "Eight men died in the silo, the union said."
RETOLD = [
    ("The toll is 11, up from eight this time.", "eight", "2021-06-01"),
    ("The union had earlier spoken of eight dead.", "eight dead", "2021-06-01"),
    ("The police instead count eight dead.", "eight dead", "2021-06-03"),
    # told nowhere before: the event's day for what was said at first, else the report's
    ("The company at first spoke of eight dead.", "eight dead", "2021-06-01"),
]


@pytest.mark.parametrize(("text", "quote", "expected"), RETOLD)
def test_a_count_from_before_is_of_the_day_on_which_it_was_told(
    read: Read, count: Count, text: str, quote: str, expected: str
) -> None:
    first, later = read(FIRST, published="2021-06-01"), read(text, published="2021-06-03")
    claims = [
        date_claims(first, [count(first, "Eight men")]),
        date_claims(later, [count(later, quote)]),
    ]
    texts = (first.report.text, later.report.text)
    _, (found,) = recall(list(zip(texts, claims, strict=True)), date(2021, 6, 1))
    assert found.as_of is not None
    assert found.as_of.iso == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company at first spoke of eight dead.", "2021-06-01"),
        ("The company had earlier spoken of eight dead.", "2021-06-03"),
    ],
)
def test_what_nobody_told_before_is_of_the_event_only_if_said_at_first(
    read: Read, count: Count, text: str, expected: str
) -> None:
    later = read(text, published="2021-06-03")
    claims = date_claims(later, [count(later, "eight dead")])
    ((found,),) = recall([(text, claims)], date(2021, 6, 1))
    assert found.as_of is not None
    assert found.as_of.iso == expected

"""Quantities, dates and lists in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.model.question import Standing
from crossread.model.when import When
from crossread.report import wording


@pytest.mark.parametrize(
    ("low", "high", "approx", "vague", "expected"),
    [
        (800, 800, False, None, "800"),  # exact
        (10, 20, False, None, "10–20"),  # a range
        (30, None, False, None, "at least 30"),  # open above
        (None, 200, False, None, "up to 200"),  # open below
        (700, 700, True, None, "about 700"),  # hedged
        (700, 850, True, None, "about 700–850"),  # a range given as an estimate
        (None, None, False, "dozens", "dozens"),  # a word alone
        (None, None, False, None, "no number"),  # nothing at all
        (0, 0, False, None, "0"),  # zero is a figure
        (None, 0, False, None, "up to 0"),  # zero as a bound
        (3798, 3798, False, None, "3,798"),  # thousands
        (5_500_000, 5_500_000, False, None, "5.5 million"),  # tenths of a million
        (11_000_000, None, False, None, "at least 11 million"),
        (1_234_567, 1_234_567, False, None, "1,234,567"),  # not rounded away
    ],
)
def test_quantity(
    low: int | None, high: int | None, approx: bool, vague: str | None, expected: str
) -> None:
    assert wording.quantity(low, high, approx=approx, vague=vague) == expected


def test_a_contested_range_is_no_speakers_range() -> None:
    assert wording.stood(Standing(10, 800, "contested", None, "")) == "10 to 800, by speaker"
    assert wording.stood(Standing(10, 20, "one_source", None, "")) == "10–20"
    assert wording.stood(Standing(30, 30, "contested", None, "")) == "30"


@given(st.integers(0, 10**9))
def test_no_digit_of_a_number_is_lost(value: int) -> None:
    words = wording.number(value)
    if words.endswith(" million"):
        assert round(float(words.removesuffix(" million")) * 1_000_000) == value
    else:
        assert int(words.replace(",", "")) == value


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 3, 3), date(2024, 3, 3), "3 March 2024"),
        (date(2024, 3, 3), date(2024, 3, 10), "3–10 March 2024"),
        (date(2024, 2, 28), date(2024, 3, 3), "28 February – 3 March 2024"),
        (date(2023, 12, 30), date(2024, 1, 2), "30 December 2023 – 2 January 2024"),
    ],
)
def test_span(first: date, last: date, expected: str) -> None:
    assert wording.span(first, last) == expected


def test_when_is_as_short_as_its_precision() -> None:
    month = When(date(2021, 2, 1), date(2021, 2, 28), "month")
    year = When(date(2013, 1, 1), date(2013, 12, 31), "year")
    assert wording.when(month) == "February 2021"
    assert wording.when(year) == "2013"
    assert wording.when(None) == "no date"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many prisoners escaped?", "Prisoners escaped"),
        ("Who holds the town?", "Who holds the town?"),  # no count asked
        ("How many?", "How many?"),  # nothing left to name
    ],
)
def test_topic(question: str, expected: str) -> None:
    assert wording.topic(question) == expected


def test_wording_is_neutral() -> None:
    """Nothing that the page says on its own calls a figure right or wrong."""
    said = " ".join(
        words for pair in (*wording.GRADES.values(), *wording.KINDS.values()) for words in pair
    )
    for word in ("true", "false", "confirmed", "correct", "wrong", "lie", "admit", "claim"):
        assert word not in said.lower().replace("denies", "").split()

"""What must hold of any number, generated rather than thought of."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.extract.quantity import find_quantities, refusal
from crossread.lexicon import load

UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["", "", *["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]]


def words(value: int, conjunction: str) -> str:
    """A number in words, as British or American English writes it."""
    if value < 10:
        return UNITS[value]
    if value < 20:
        return TEENS[value - 10]
    if value < 100:
        return TENS[value // 10] + (f"-{UNITS[value % 10]}" if value % 10 else "")
    for size, name in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if value >= size:
            head, rest = divmod(value, size)
            link = conjunction if rest and rest < 100 else " "
            return f"{words(head, conjunction)} {name}" + (
                f"{link}{words(rest, conjunction)}" if rest else ""
            )
    raise AssertionError


values = st.one_of(st.integers(1, 120), st.integers(1, 20_000), st.integers(1, 10**10))


@settings(deadline=None)
@given(values, st.sampled_from([" ", " and "]))
def test_words_come_back(value: int, conjunction: str) -> None:
    (quantity,) = find_quantities(f"They counted {words(value, conjunction)} people.")
    assert (quantity.low, quantity.high) == (value, value)


@settings(deadline=None)
@given(values, st.sampled_from(["{:,}", "{}", "{:_}"]))
def test_digits_come_back(value: int, form: str) -> None:
    text = form.format(value).replace("_", " ")
    (quantity,) = find_quantities(f"They counted {text} people.")
    assert (quantity.low, quantity.high) == (value, value)
    assert quantity.core == (13, 13 + len(text))


@settings(deadline=None)
@given(
    st.integers(1, 900),
    st.integers(1, 900),
    st.sampled_from(["{} to {}", "between {} and {}", "{}-{}", "from {} to {}"]),
)
def test_ranges_come_back(low: int, more: int, form: str) -> None:
    (quantity,) = find_quantities(f"Some said {form.format(low, low + more)} people.")
    assert (quantity.low, quantity.high) == (low, low + more)


PIECES = (
    "at least|more than|up to|about|between|and|to|or|from|12|1,200|3.5|thirty|five|hundred|million|dozen|a|half|×|é|٣|"
    'dozens|of|several|few|people|killed|.|,|-|–|\n|"|(|)|K|%|+|another|2024|10:30|0117|½|one|score|24.000|617|or so'
)
pieces = st.sampled_from(PIECES.split("|"))


@settings(deadline=None)
@given(st.lists(pieces, max_size=25), st.sampled_from([" ", ""]))
def test_evidence(parts: list[str], glue: str) -> None:
    """Whatever comes in: quantities lie in order, apart, and show the digits or number words they were read from."""
    text = glue.join(parts)
    lists = load("numbers")
    known = {
        word
        for name in ("units", "teens", "tens", "hundred", "scales", "packs", "sets")
        for word in lists[name]
    }
    known |= {word + "s" for word in known} | {
        *lists["vague"]["plurals"],
        *lists["vague"]["words"],
        "few",
        "half",
        "quarter",
        "number",
    }
    last = 0
    for quantity in find_quantities(text):
        start, end = quantity.core
        assert quantity.start <= start < end <= len(text)
        assert last <= start
        last = end
        shown = text[start:end].lower()
        assert re.search(r"\d|[½¼¾]", shown) or known & set(re.findall(r"[^\W\d_]+", shown))
        if quantity.low is not None and quantity.high is not None:
            assert 0 <= quantity.low <= quantity.high
        refusal(text, quantity)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for quantity in find_quantities(text):
        refusal(text, quantity)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "one hundred " * 2000,
        "a" * 100_000,
        "at least " * 5000 + "3",
        "1-" * 5000,
        "0 " * 5000,
    ],
)
def test_long_input_ends(text: str) -> None:
    find_quantities(text)

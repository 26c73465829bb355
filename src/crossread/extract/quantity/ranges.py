"""Takes a number with its bounds; gives the range, or the pair of bounds, that it opens with the number behind it."""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from crossread.extract.quantity.bounds import QUOTES, Bounds, hedged
from crossread.extract.quantity.lexer import Token
from crossread.extract.quantity.number import Number, number_at
from crossread.lexicon import load
from crossread.model.figure import Quantity

HYPHENED = (["-", "to", "-"], ["-", "or", "-"])
BETWEEN = frozenset({"between", "range of", "anywhere between", "somewhere between"})
YEAR_DIGITS = 4
CHANGE_REACH = 7
"""A verb of change this many words before "from A to B" makes two figures of it."""
OR_SPREAD = 10
"""In "five or six" the second number is at most twice the first and this many; beyond, "or" joins two claims."""
HEDGE_REACH = 5
"""Tokens between the link of a range and its second number: "from 60 to an estimated 80"."""
PERHAPS = frozenset({"perhaps", "possibly", "maybe"})


class Bounded(NamedTuple):
    """A number and what its hedges say of it."""

    number: Number
    bounds: Bounds


@cache
def _range() -> dict[str, frozenset[str]]:
    ranges = load("hedges")["range"]
    return {name: frozenset(words) for name, words in ranges.items()}


def whole(number: Number) -> int | None:
    """The number as a count, None where it has a fraction."""
    return int(number.value) if number.value.denominator == 1 and not number.decimal else None


def bounded(line: list[Token], number: Number) -> Bounded:
    """A number with the hedges around it."""
    return Bounded(number, hedged(line, number.first, number.last, value=whole(number)))


def second(line: list[Token], left: Bounded) -> tuple[Quantity, int] | None:
    """The range or the pair of bounds that goes on behind a number, and the index of the token after it."""
    number = left.number
    at = number.last
    if [token.low for token in line[at : at + 3]] in HYPHENED:
        at += 1
    link = line[at].low if at < len(line) else ""
    if link == "and" or link in _range()["links"]:
        opener, opened = _opener(line, left)
        if link != "and" or opener in BETWEEN:
            right = _number_after(line, at + 2 if at > number.last else at + 1)
            if right is None or not _fits(line, at, opener, opened, right.number):
                return None
            return _range_of(line, left, right, opened=opened if opener else None, link=link)
    return _bounded_pair(line, left, at)


def _number_after(line: list[Token], at: int) -> Bounded | None:
    """The number within a few words of token `at` with only hedges before it."""
    for index in range(at, min(at + HEDGE_REACH, len(line))):
        number = number_at(line, index)
        if number is not None:
            right = bounded(line, number)
            begin = right.bounds.first
            while begin > at and line[begin - 1].low in QUOTES:
                begin -= 1
            return right if begin <= at else None
        if line[index].kind not in ("word", "mark") or line[index].low in ".,;:!?|":
            return None
    return None


def _opener(line: list[Token], left: Bounded) -> tuple[str, int]:
    """The words that announce a range before a number, and the index at which they begin."""
    at = left.bounds.first
    if [token.low for token in line[at : left.number.first]][-2:] == ["range", "of"]:
        return "range of", at
    while at > 0 and line[at - 1].low in QUOTES:
        at -= 1
    for length in (2, 1):
        words = " ".join(token.low for token in line[max(0, at - length) : at])
        if at >= length and words in _range()["openers"]:
            return words, at - length
    return "", at


def _is_year(line: list[Token], at: int) -> bool:
    """True for a year behind its month or "since", which opens no range: "since April 2023 to 872,000"."""
    digits = len(line[at].low) == YEAR_DIGITS and line[at].low[:2] in ("19", "20")
    before = line[at - 1].low if at else ""
    return digits and line[at].low.isdigit() and (before in _months() or before in ("since", "in"))


@cache
def _months() -> frozenset[str]:
    return frozenset(load("dates")["months"])


def _fits(line: list[Token], at: int, opener: str, opened: int, second: Number) -> bool:
    link, left, right = line[at], line[at - 1], line[at + 1]
    if not opener and _is_year(line, at - 1):
        return False
    if link.low == "-" and not (link.start == left.end and right.start == link.end):
        return left.kind == right.kind == "num" and link.start > left.end and right.start > link.end
    by = opened > 0 and line[opened - 1].low == "by"
    if (opener == "from" or by) and link.low in ("to", "until", "till"):
        window = [token.low for token in line[max(0, opened - CHANGE_REACH) : opened]]
        return not _range()["change"].intersection(window)
    if link.low in ("to", "through", "until", "till") and not opener:
        after = line[second.last].low if second.last < len(line) else ""
        return after != "from"
    return True


def _range_of(
    line: list[Token], left: Bounded, right: Bounded, *, opened: int | None, link: str
) -> tuple[Quantity, int] | None:
    low, high = _scaled(left.number, right.number), right.number.value
    if (
        low is None
        or low >= high
        or low == 0
        or low.denominator != 1
        or whole(right.number) is None
    ):
        return None
    if link == "or" and high > 2 * low + OR_SPREAD and not right.number.pack:
        return None
    approx = left.bounds.approx or right.bounds.approx or link == "or"
    increment = left.bounds.increment or right.bounds.increment
    last = max(right.bounds.last, right.number.last)
    start = line[left.bounds.first if opened is None else opened].start
    core = line[left.number.first].start, line[right.number.last - 1].end
    return Quantity(
        int(low), int(high), start, line[last - 1].end, core, approx, None, increment
    ), last


def _scaled(number: Number, upper: Number) -> Fraction | None:
    """The lower number with the multiplier that only the upper one names: "three to four thousand"."""
    low, scale = number.value, upper.scale
    if scale is not None and scale > 1 and number.scale in (None, 1):
        return low * scale if low * scale <= upper.value and low < scale else low
    thousands = not upper.worded and upper.value % 1000 == 0 and low * 1000 < upper.value
    if thousands and not number.worded and number.scale is None:
        return low * 1000  # "200-300,000"
    return None if number.decimal else low


def _bounded_pair(line: list[Token], left: Bounded, at: int) -> tuple[Quantity, int] | None:
    """ "more than 100 but fewer than 150", "at least 30 and perhaps 50"."""
    link = line[at].low if at < len(line) else ""
    if not left.bounds.low or left.bounds.high or link not in ("but", "and", ","):
        return None
    begin = at + 1
    while begin < len(line) and line[begin].low in ("but", "and", *PERHAPS):
        begin += 1
    right = _number_after(line, begin)
    if right is None or right.bounds.low:
        return None
    speculative = any(token.low in PERHAPS for token in line[at + 1 : right.number.first])
    value, other = whole(left.number), whole(right.number)
    if value is None or other is None or other <= value:
        return None
    if not speculative and (link == "and" or not right.bounds.high):
        return None
    start, end = line[left.bounds.first].start, line[right.bounds.last - 1].end
    core = line[left.number.first].start, line[right.number.last - 1].end
    quantity = Quantity(value, other, start, end, core, speculative, None, left.bounds.increment)
    return quantity, max(right.number.last, right.bounds.last)

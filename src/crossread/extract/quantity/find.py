"""Takes plain text; gives every quantity in it, with the bounds, ranges and vague words that the text puts.

A number that is no whole count ("7.8", "10:30") comes with no bounds and no vague word: `refuse` names it.
"""

from functools import cache

from crossread.extract.quantity.bounds import QUOTES, Bounds, hedged
from crossread.extract.quantity.lexer import Token, paragraphs, seed, tokens
from crossread.extract.quantity.number import LONGEST_DIGITS, Number, number_at
from crossread.extract.quantity.number import openers as number_openers
from crossread.extract.quantity.vague import vague_at
from crossread.lexicon import load
from crossread.model.figure import Quantity

BETWEEN = frozenset({"between", "range of", "anywhere between", "somewhere between"})
CHANGE_REACH = 7
"""A verb of change this many words before "from A to B" makes two figures of it."""
NO_COUNT = frozenset({"date", "slash", "clock", "phone", "line", "years"})


@cache
def _range() -> dict[str, frozenset[str]]:
    ranges = load("hedges")["range"]
    return {name: frozenset(words) for name, words in ranges.items()}


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Every quantity between two offsets of `text`, in text order and without overlap."""
    end = len(text) if end is None else end
    found: list[Quantity] = []
    search = seed().search
    for first, last in paragraphs(text, start, end):
        if search(text, first, last) is not None:
            found += _in_paragraph(tokens(text, first, last))
    return found


def _in_paragraph(line: list[Token]) -> list[Quantity]:
    found: list[Quantity] = []
    at, size, openers = 0, len(line), _openers()
    while at < size:
        token = line[at]
        if token.kind in ("word", "mark") and token.low not in openers:
            at += 1
            continue
        quantity, at = _quantity_at(line, at)
        if quantity is not None and (not found or quantity.core[0] >= found[-1].core[1]):
            found.append(quantity)
    return found


@cache
def _openers() -> frozenset[str]:
    """Words that a number or a vague phrase can begin with."""
    vague = load("numbers")["vague"]
    return frozenset(
        {*number_openers(), *vague["plurals"], *vague["words"], "several", "many", "few"}
    )


def _quantity_at(line: list[Token], at: int) -> tuple[Quantity | None, int]:
    """The quantity that begins at token `at`, if any, and the index of the token after it."""
    token = line[at]
    if token.kind in NO_COUNT or (token.kind == "num" and token.end - token.start > LONGEST_DIGITS):
        return Quantity(None, None, token.start, token.end, (token.start, token.end)), at + 1
    vague = vague_at(line, at) if token.kind == "word" else None
    if vague is not None:
        first, last, words = vague
        return _vague(line, first, last, words), last
    number = number_at(line, at)
    return (None, at + 1) if number is None else _counted(line, number)


def _vague(line: list[Token], first: int, last: int, words: str) -> Quantity:
    bounds = hedged(line, first, last, value=None)
    core = (line[first].start, line[last - 1].end)
    return Quantity(
        None, None, line[bounds.first].start, max(core[1], line[bounds.last - 1].end), core,
        bounds.approx, words, bounds.increment,
    )  # fmt: skip


def _counted(line: list[Token], number: Number) -> tuple[Quantity, int]:
    """The quantity that `number` begins, and the index of the token after it."""
    left = hedged(line, number.first, number.last, value=_whole(number))
    pair = _second(line, number, left)
    if pair is not None:
        return pair
    core = _core(line, number.first, number.last)
    value = _whole(number)
    low = None if left.high or value is None else value
    high = None if left.low or value is None else value
    if (
        left.low and left.high
    ):  # "not exceed more than 30": contradictory hedges leave the number itself
        low = high = value
    quantity = Quantity(
        low, high, line[left.first].start, line[left.last - 1].end, core,
        left.approx or (number.approx and not (left.low or left.high)), None, left.increment,
    )  # fmt: skip
    return quantity, max(number.last, left.last)


def _whole(number: Number) -> int | None:
    return int(number.value) if number.value.denominator == 1 and not number.decimal else None


def _core(line: list[Token], first: int, last: int) -> tuple[int, int]:
    return line[first].start, line[last - 1].end


def _second(line: list[Token], number: Number, left: Bounds) -> tuple[Quantity, int] | None:
    """The range or the pair of bounds that goes on behind `number`."""
    at = number.last
    link = line[at].low if at < len(line) else ""
    if link == "and" or link in _range()["links"]:
        opener, opened = _opener(line, left.first)
        if [token.low for token in line[left.first : number.first]][-2:] == ["range", "of"]:
            opener, opened = "range of", left.first
        if link != "and" or opener in BETWEEN:
            second, right = _number_after(line, at + 1)
            if second is None or right is None or not _fits(line, at, opener, opened, second):
                return None
            return _range_of(line, number, second, left, right, opened if opener else None, link)
    return _bounded_pair(line, number, left, at)


def _number_after(line: list[Token], at: int) -> tuple[Number | None, Bounds | None]:
    """The number within a few words of token `at` with only hedges before it."""
    for skip in range(5):
        if at + skip >= len(line):
            return None, None
        second = number_at(line, at + skip)
        if second is not None:
            right = hedged(line, second.first, second.last, value=_whole(second))
            begin = right.first
            while begin > at and line[begin - 1].low in QUOTES:
                begin -= 1
            return (second, right) if begin <= at else (None, None)
        if line[at + skip].kind not in ("word", "mark") or line[at + skip].low in ".,;:!?|":
            return None, None
    return None, None


def _opener(line: list[Token], at: int) -> tuple[str, int]:
    """The words that announce a range before token `at`, and the index at which they begin."""
    while at > 0 and line[at - 1].low in QUOTES:
        at -= 1
    for length in (2, 1):
        if at >= length:
            words = " ".join(token.low for token in line[at - length : at])
            if words in _range()["openers"]:
                return words, at - length
    if at >= 3 and " ".join(token.low for token in line[at - 3 : at]) in ("in the range of",):
        return "range of", at - 3
    return "", at


def _fits(line: list[Token], at: int, opener: str, opened: int, second: Number) -> bool:
    link, left, right = line[at], line[at - 1], line[at + 1]
    if link.low == "-" and not (link.start == left.end and right.start == link.end):
        return left.kind == right.kind == "num" and link.start > left.end and right.start > link.end
    if opener == "from" and link.low in ("to", "until", "till"):
        window = [token.low for token in line[max(0, opened - CHANGE_REACH) : opened]]
        return not _range()["change"].intersection(window)
    if link.low in ("to", "through", "until", "till") and not opener:
        after = line[second.last].low if second.last < len(line) else ""
        return after != "from"
    return True


def _range_of(
    line: list[Token],
    number: Number,
    second: Number,
    left: Bounds,
    right: Bounds,
    opened: int | None,
    link: str,
) -> tuple[Quantity, int] | None:
    low, high = number.value, second.value
    scale = second.scale
    if (
        scale is not None
        and scale > 1
        and (number.scale in (None, 1))
        and low * scale <= high
        and low < scale
    ):
        low *= scale
    elif (
        number.scale not in (None, 1)
        and second.scale in (None, 1)
        and not second.worded
        and high < low
    ):
        return None
    if (number.decimal and scale in (None, 1)) or second.decimal:
        return None
    if low >= high or low.denominator != 1 or high.denominator != 1 or low == 0:
        return None
    if link == "or" and (high > 2 * low + 10 and not second.pack):
        return None
    first = left.first if opened is None else opened
    quantity = Quantity(
        int(low), int(high), line[first].start, line[max(right.last, second.last) - 1].end,
        _core(line, number.first, second.last), left.approx or right.approx or link == "or", None,
        left.increment or right.increment,
    )  # fmt: skip
    return quantity, max(right.last, second.last)


def _bounded_pair(
    line: list[Token], number: Number, left: Bounds, at: int
) -> tuple[Quantity, int] | None:
    """ "more than 100 but fewer than 150", "at least 30 and perhaps 50"."""
    link = line[at].low if at < len(line) else ""
    if not left.low or left.high or link not in ("but", "and", ","):
        return None
    begin = at + 1
    while begin < len(line) and line[begin].low in ("but", "and", "possibly", "perhaps"):
        begin += 1
    second, right = _number_after(line, begin)
    if second is None:
        return None
    assert right is not None
    speculative = any(
        token.low in ("perhaps", "possibly", "maybe") for token in line[at + 1 : second.first]
    )
    value, other = _whole(number), _whole(second)
    if (
        value is None
        or other is None
        or other <= value
        or right.low
        or not (right.high or speculative)
    ):
        return None
    if link == "and" and not speculative:
        return None
    quantity = Quantity(
        value, other, line[left.first].start, line[right.last - 1].end, _core(line, number.first, second.last),
        speculative, None, left.increment,
    )  # fmt: skip
    return quantity, max(right.last, second.last)

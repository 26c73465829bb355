"""Takes plain text; gives every quantity in it, with the bounds, ranges and vague words that the text puts.

A number that is no whole count ("7.8", "10:30") comes with no bounds and no vague word: `refuse` names it.
"""

from functools import cache

from crossread.extract.quantity.bounds import hedged
from crossread.extract.quantity.lexer import Token, paragraphs, seed, tokens
from crossread.extract.quantity.number import LONGEST_DIGITS, Number, number_at
from crossread.extract.quantity.number import openers as number_openers
from crossread.extract.quantity.ranges import bounded, second, whole
from crossread.extract.quantity.vague import vague_at
from crossread.lexicon import load
from crossread.model.figure import Quantity

NO_COUNT = frozenset({"date", "slash", "clock", "phone", "line", "years"})


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
        begun = at
        quantity, at = _quantity_at(line, at)
        if quantity is None or _again(line, begun, found, quantity):
            continue
        if not found or quantity.core[0] >= found[-1].core[1]:
            found.append(quantity)
    return found


def _again(line: list[Token], at: int, found: list[Quantity], quantity: Quantity) -> bool:
    """Whether brackets only say the number before once more: "12 (twelve) persons"."""
    if not found or at < 2 or line[at - 1].low != "(" or line[at - 2].end != found[-1].core[1]:
        return False
    closed = any(
        token.start == quantity.core[1] and token.low == ")" for token in line[at : at + 8]
    )
    return closed and quantity.low is not None and quantity.low == found[-1].low


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
    left = bounded(line, number)
    pair = second(line, left)
    if pair is not None:
        return pair
    bounds, value = left.bounds, whole(number)
    both = bounds.low and bounds.high  # contradictory hedges leave the number itself
    low = value if both or not bounds.high else None
    high = value if both or not bounds.low else None
    approx = bounds.approx or (number.approx and not (bounds.low or bounds.high))
    start, end = line[bounds.first].start, line[bounds.last - 1].end
    core = line[number.first].start, line[number.last - 1].end
    quantity = Quantity(low, high, start, end, core, approx, None, bounds.increment)
    return quantity, max(number.last, bounds.last)

"""Quotations: a report's text comes in, the stretches between quotation marks go out.

Straight, curly, doubled and translated marks; a quotation left open runs to the end of its block, or on into the next
block where that one opens with a mark again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

MARK = re.compile("‘’|[\"“”„«»]|‘‘|’’|''|``|‘|’")
OPENERS = frozenset({"‘’", "“", "„", "«", "‘‘", "``", "‘"})
CLOSERS = frozenset({"”", "»", "’’"})
MAX_SINGLE = 400
"""A single-quoted stretch longer than this is two apostrophes, not a quotation."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; `closed` is False where no closing mark was found."""

    start: int
    end: int
    closed: bool = True


def opens(text: str, at: int, mark: str) -> bool:
    """Whether a mark opens a quotation, by its own shape or by the space around it."""
    if mark in OPENERS:
        return True
    if mark in CLOSERS:
        return False
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    return (before.isspace() or before in "([—–-") and not after.isspace()


def single_end(text: str, start: int, end: int) -> int | None:
    """Where a quotation that a single mark opens ends: a single closing mark before no letter."""
    if start and text[start - 1].isalnum():
        return None
    at = start + 1
    while (at := text.find("’", at, min(end, start + MAX_SINGLE))) >= 0:
        after = text[at + 1] if at + 1 < len(text) else " "
        if not after.isalnum() and text[at - 1] != " ":
            return at + 1
        at += 1
    return None


def quotations_in(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of one block, in order."""
    found: list[Quotation] = []
    open_at: int | None = None
    at = start
    while (mark := MARK.search(text, at, end)) is not None:
        shape, at = mark.group(), mark.end()
        if shape in ("‘", "’"):
            if shape == "‘" and open_at is None and (stop := single_end(text, mark.start(), end)):
                found.append(Quotation(mark.start(), stop))
                at = stop
            continue
        opening = opens(text, mark.start(), shape)
        if open_at is None and (opening or (shape not in CLOSERS and mark.start() == start)):
            open_at = mark.start()
        elif open_at is not None and (not opening or (shape not in OPENERS and closes(text, at))):
            found.append(Quotation(open_at, at))
            open_at = None
    if open_at is not None:
        found.append(Quotation(open_at, end, closed=False))
    return found


def closes(text: str, at: int) -> bool:
    """Whether the character after a straight mark lets the mark close a quotation."""
    return at >= len(text) or not text[at].isalnum()


class Quotations:
    """All quotations of a report, found once and asked by offset."""

    def __init__(self, text: str, stretches: Iterable[tuple[int, int]]) -> None:
        self.all = [
            quotation for start, end in stretches for quotation in quotations_in(text, start, end)
        ]
        self.starts = [quotation.start for quotation in self.all]

    def at(self, offset: int) -> Quotation | None:
        """The quotation that holds the character at `offset`."""
        place = bisect_right(self.starts, offset) - 1
        if place >= 0 and offset < self.all[place].end:
            return self.all[place]
        return None

    def within(self, start: int, end: int) -> list[Quotation]:
        """The quotations that begin between two offsets."""
        first = bisect_right(self.starts, start - 1)
        return self.all[first : bisect_right(self.starts, end - 1)]

"""Takes a text.

Gives its lines with their offsets, the hard-wrapped ones joined to the paragraphs they came from.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

WIDEST_WRAP = 110
"""Characters of the longest line of a hard-wrapped text; mail wraps at 72 to 78, terminals at 80 to 100."""

NARROWEST_WRAP = 40
"""Below this width lines are verse, lists or tables, not wrapped prose."""

WRAPPED_SHARE = 0.85
"""Share of neighbouring lines that must be full for a text to count as hard-wrapped."""

FEWEST_PAIRS = 4
"""Neighbouring lines needed to tell."""

NEW_ITEM = re.compile(
    r"\s*(?:[•·▪■◦*+>–—-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s|#{1,6}\s|\d{1,2}[:.]\d\d\b|.*\|)"
)
COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")
"""What no wrapped prose has inside a line: columns."""

BLANK = "\ufeff\u200b \t\f\v\xa0"
"""What is stripped from a line: white space, and the marks that some editors leave."""


RULER = re.compile(r"[\s|:+=_*~–—-]{3,}$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one hard-wrapped paragraph, without the white space around it.

    `gap` is the number of empty lines before it, `indent` its own leading white space.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: int


def cut(text: str) -> list[Line]:
    """The lines of `text` that hold anything, in order."""
    lines = _physical(text)
    width = _wrap_width(lines)
    return lines if width is None else _joined(text, lines, width)


def _physical(text: str) -> list[Line]:
    lines: list[Line] = []
    offset = gap = 0
    for raw in text.split("\n"):
        stripped = raw.strip(BLANK)
        if stripped:
            indent = raw.index(stripped)
            start = offset + indent
            lines.append(Line(start, start + len(stripped), stripped, gap, indent))
        gap = 0 if stripped else gap + 1
        offset += len(raw) + 1
    return lines


def _wrap_width(lines: list[Line]) -> int | None:
    """The width that a text was wrapped at, None where its lines are paragraphs."""
    width = max((line.indent + len(line.text) for line in lines), default=0)
    pairs = [
        (line, after)
        for line, after in pairwise(lines)
        if after.gap == 0 and not NEW_ITEM.match(after.text) and not COLUMNS.search(line.text)
    ]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP or len(pairs) < FEWEST_PAIRS:
        return None
    full = sum(_full(line, after, width) for line, after in pairs)
    return width if full >= WRAPPED_SHARE * len(pairs) else None


def _full(line: Line, after: Line, width: int) -> bool:
    """True where the next line's first word would not have fitted on this one."""
    return line.indent + len(line.text) + 1 + len((after.text.split() or [after.text])[0]) > width


def _joined(text: str, lines: list[Line], width: int) -> list[Line]:
    joined: list[Line] = []
    before: Line | None = None
    for line in lines:
        goes_on = before is not None and line.gap == 0 and _full(before, line, width)
        columns = COLUMNS.search(line.text) is not None
        if goes_on and not columns and not NEW_ITEM.match(line.text):
            first = joined.pop()
            joined.append(
                Line(first.start, line.end, text[first.start : line.end], first.gap, first.indent)
            )
        else:
            joined.append(line)
        before = line
    return joined


def is_ruler(line: str) -> bool:
    """True for a line of dashes, bars or stars that only parts or underlines."""
    return RULER.match(line) is not None

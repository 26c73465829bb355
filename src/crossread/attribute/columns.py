"""Whose figures a table's column holds: a figure in a cell comes in; the body that its head or footnote names goes out.

"Deaths (a) | Missing (b)" over "(a) Ministry of Health, 20 Sept. (b) Red Crescent; town hall for Borun."
"""

import re
from collections.abc import Iterator

from crossread.attribute.findings import Range
from crossread.model.figure import Figure
from crossread.model.report import Block
from crossread.model.sentence import Parsed

_SIGN = r"(?:[(\[](?:[a-z]|\d{1,2}|[ivx]{1,4}|[*†‡]{1,3})[)\]]|[¹²³⁴⁵⁶⁷⁸⁹]|\*{1,3}|[†‡§])"
MARK = re.compile(rf"{_SIGN}\s*$")
"""A footnote's mark at the end of a cell."""
NOTED = re.compile(rf"(?:^|(?<=[\s;.,]))(?:{_SIGN}|(?:[a-z]|\d{{1,2}})\))(?=\s*\S)")
"""The same mark before the footnote's words, where its bracket may be open: "a) Ministry of Health"."""
OUTRIGHT = re.compile(
    r"(?:(?:data\s)?sources?\s?:|according to\s|(?:(?:data|figures|numbers|counts?)\s(?:from|by)|from)\s"
    r"|(?:as\s)?(?:reported|given|counted|published)\sby\s)\s*",
    re.IGNORECASE,
)
"""Words of a footnote that say outright whose figures they are about."""
NAMED = re.compile(r"[^\W\d_][^();:,.|\d\n]{1,60}")
"""What may be a body's name among a footnote's words: "Ministry of Health", "provisional"."""
EXCEPTED = re.compile(r";\s*(?P<body>[^\W\d_][^();:,.|\d\n]{1,60}?)\s(?:for|in)\s(?P<row>[^;.,]+)")
"""Another body for one row: "; town hall for Borun"."""
BRACKET = re.compile(r"\((?P<body>[^\W\d_][^();:|\d\n]{1,60}?)(?:,[^()]*)?\)\s*$")
"""A bracket at the end of a column's head: "Killed (police)"."""
NOTES_BELOW = 6
"""Blocks below a table among which its footnotes stand."""


def headed_by(parsed: Parsed, row: Block, figure: Figure) -> Iterator[tuple[Range, bool]]:
    """The stretches that may name who counts a cell, the likeliest first, and whether each says so outright."""
    text, blocks = parsed.report.text, parsed.report.blocks
    column = next(
        (n for n, (first, last) in enumerate(row.cells) if first <= figure.quantity.start < last),
        None,
    )
    if column is None or row.header is None or column >= len(blocks[row.header].cells):
        return
    first, last = blocks[row.header].cells[column]
    for start, end in (row.cells[column], (first, last)):
        if (mark := MARK.search(text[start:end])) is not None:
            label = text[slice(*row.cells[0])].strip()
            yield from noted(parsed, row, mark[0].strip(), label)
    if (named := BRACKET.search(text[first:last])) is not None and is_proper(named["body"]):
        yield (first + named.start("body"), first + named.end("body")), False


def is_proper(words: str) -> bool:
    """Whether a head's bracket holds a name: "Killed (police)" may count policemen, "(Health Ministry)" does not."""
    return words.isupper() or (words[:1].isupper() and " " in words)


def noted(parsed: Parsed, row: Block, sign: str, label: str) -> Iterator[tuple[Range, bool]]:
    """Whom the footnote with a mark names, for the row with a label."""
    text = parsed.report.text
    below = [block for block in parsed.report.blocks if block.start >= row.end]
    rows = [n for n, block in enumerate(below) if block.kind == "row"]
    first = next((n for n in range(len(below)) if n not in rows), len(below))
    for block in below[first : first + NOTES_BELOW]:
        marks = [*NOTED.finditer(text, block.start, block.end)]
        for n, mark in enumerate(marks):
            if key(mark[0]) != key(sign):
                continue
            start, stop = mark.end(), marks[n + 1].start() if n + 1 < len(marks) else block.end
            for other in EXCEPTED.finditer(text, start, stop):
                if label and other["row"].strip().casefold() == label.casefold():
                    yield other.span("body"), True
            yield from bodies_in(text, start, stop)


def key(sign: str) -> str:
    """A footnote's mark without its brackets."""
    return sign.strip().strip("()[]")


def bodies_in(text: str, start: int, stop: int) -> Iterator[tuple[Range, bool]]:
    """The pieces of a footnote that may name a body, and of each whether it is said to be the source."""
    for piece in re.compile(r"[^;,.]+").finditer(text, start, stop):
        first = piece.start() + len(piece[0]) - len(piece[0].lstrip())
        outright = OUTRIGHT.match(text, first, piece.end())
        if named := NAMED.match(text, outright.end() if outright else first, piece.end()):
            yield named.span(), outright is not None

"""A parsed report comes in; the labels of its lists and tables that say what is counted, and not who counts, go out."""

import re
from collections.abc import Iterator
from itertools import groupby

from crossread.decide.whole_names import body_nouns
from crossread.lexicon import load
from crossread.model.report import Block
from crossread.model.sentence import Parsed

Offsets = tuple[int, int]

ITEM = re.compile(
    r"\W*(?P<label>[^\W\d_][^:|(\n]{1,40}?)\s?(?:\([^)\n]*\)\s?)?(?::|\s[–—-])\s*[^\W_]*\s*\d"
)
"""A list's item of a label and a number: "- Alda: 12 dead"."""


def counted_labels(parsed: Parsed) -> tuple[Offsets, ...]:
    """The labels of rows and items that stand in a row of their like, none of them a body, an office or initials."""
    found: list[Offsets] = []
    for _, together in groupby(parsed.report.blocks, key=lambda block: block.kind):
        labels = [at for block in together for at in label(parsed, block)]
        if len(labels) > 1 and not any(speaks(parsed, at) for at in labels):
            found += labels
    return tuple(found)


def label(parsed: Parsed, block: Block) -> Iterator[Offsets]:
    """The first cell of a row under its head, or what stands before an item's number; nothing if there is no such."""
    if block.kind == "row" and block.cells and block.header is not None:
        yield block.cells[0]
    if block.kind == "item":
        match = ITEM.match(parsed.report.text, block.start, block.end)
        if match is not None:
            yield match.span("label")


def speaks(parsed: Parsed, at: Offsets) -> bool:
    """Whether a label names somebody who can count: a body, an office or initials."""
    span = parsed.doc.char_span(*at, alignment_mode="expand")
    tokens = list(span) if span is not None else []
    nouns = body_nouns() | frozenset(load("reporting")["roles"]["nouns"])
    return any(token.lower_ in nouns or (token.is_upper and len(token) > 1) for token in tokens)

"""A label of several words and a stretch of as many numbers come in; each number under its own word goes out.

"Houses destroyed / damaged: 1,120 / 4,380" counts 1,120 houses destroyed and 4,380 damaged.
"""

import re
from dataclasses import replace

from crossread.extract.headings import Heading, figure_under, read
from crossread.extract.quantity import find_quantities
from crossread.model.figure import Figure, Quantity
from crossread.model.sentence import Parsed

PARTED = re.compile(r"\s*/\s*|,\s+|\s+and\s+|\s*&\s*")
"""What stands between the words of a label, and between its numbers."""
PLAIN = re.compile(r"[~≈<>]?\s?\d[\d,.]*\+?")
"""A number with nothing beside it."""
BRACKETS = re.compile(r"\s*\([^()]*\)\s*")


def parallel(text: str, label: str, start: int, end: int) -> list[tuple[Quantity, Heading]]:
    """The numbers of a stretch, each under the word of the label that stands in its place; empty where they differ."""
    words = PARTED.split(BRACKETS.sub(" ", label).strip())
    heads = [read(word) for word in words]
    if len(heads) < 2 or any(head.kind != "count" or head.condition is None for head in heads):
        return []
    if len({head.condition for head in heads}) < len(heads):
        return []
    spans = _spans(text, start, end)
    found = [find_quantities(text, *span) for span in spans]
    if len(spans) != len(heads) or any(len(each) != 1 for each in found):
        return []
    named = next((head for head in heads if head.population is not None), heads[0])
    shared = [
        replace(h, population=h.population or named.population, unit=h.unit or named.unit)
        for h in heads
    ]
    return [(each[0], head) for each, head in zip(found, shared, strict=True)]


def under_each(
    parsed: Parsed, pairs: list[tuple[Quantity, Heading]], *, context: str, rule: str
) -> list[Figure]:
    """The figures of such numbers; what each word says is beyond doubt."""
    read_off = (
        figure_under(parsed, quantity, heading, context=context, rule=rule)
        for quantity, heading in pairs
        if quantity.low != 0
    )
    return [replace(figure, firm=True) for figure in read_off if figure is not None]


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where each number stands; empty where anything else stands beside them."""
    spans, at = [], start
    for between in (*PARTED.finditer(text, start, end), None):
        stop = between.start() if between is not None else end
        if PLAIN.fullmatch(text[at:stop].strip().rstrip(".")) is None:
            return []
        spans.append((at, stop))
        at = between.end() if between is not None else end
    return spans

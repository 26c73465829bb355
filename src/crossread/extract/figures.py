"""A parsed report comes in; its figures and its refused numbers go out, sentence by sentence."""

from crossread.extract.assemble import figure_or_refusal
from crossread.extract.memory import topic_of
from crossread.extract.quantity import find_quantities, refuse
from crossread.extract.tables import figures as tabled
from crossread.extract.tokens import place_of
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed, Sentence
from crossread.model.source import SetAside

SILENT_BLOCKS = frozenset(["boilerplate", "byline"])
"""Blocks that carry no claims of the report's own."""


def extract(parsed: Parsed) -> tuple[list[Figure], list[SetAside]]:
    """The figures of a report in text order, and the numbers that are none, each with the refusal's name."""
    rows = tabled(parsed)
    figures: list[Figure] = []
    refused: list[SetAside] = []
    for sentence in parsed.sentences:
        figures += [row for row in rows if row.sentence == sentence.index]
        if _kind(parsed, sentence) not in SILENT_BLOCKS:
            _read(parsed, sentence, figures, refused)
    return sorted(figures, key=lambda f: (f.start, f.end)), refused


def _kind(parsed: Parsed, sentence: Sentence) -> str:
    blocks = parsed.report.blocks
    return blocks[sentence.block].kind if blocks else "body"


def _read(
    parsed: Parsed, sentence: Sentence, figures: list[Figure], refused: list[SetAside]
) -> None:
    """Read one sentence's quantities in order, each with the figures before it in view."""
    taken = [f.quantity.core for f in figures if f.sentence == sentence.index]
    if taken and _kind(parsed, sentence) == "row":
        return
    topic = topic_of(parsed, sentence)
    for quantity in find_quantities(parsed.report.text, sentence.start, sentence.end):
        if quantity.core in taken:
            continue
        no_count = refuse(parsed, quantity)
        place = place_of(parsed, sentence, quantity)
        if no_count is not None or place is None:
            refused += [no_count] if no_count else []
            continue
        found = figure_or_refusal(place, figures, topic)
        if isinstance(found, Figure):
            figures.append(found)
        else:
            refused.append(found)

"""A parsed report comes in; its figures and its refused numbers go out, sentence by sentence."""

from collections.abc import Iterator

from crossread.extract.assemble import figure_or_refusal
from crossread.extract.cells import unread
from crossread.extract.memory import Topic, label_of, topics
from crossread.extract.quantity import find_quantities, refuse
from crossread.extract.tables import figures as tabled
from crossread.extract.tokens import place_of
from crossread.model.figure import Figure, Quantity
from crossread.model.sentence import Parsed, Sentence
from crossread.model.source import SetAside

SILENT_BLOCKS = frozenset(["boilerplate", "byline"])
"""Blocks that carry no claims of the report's own."""


def extract(parsed: Parsed) -> tuple[list[Figure], list[SetAside]]:
    """The figures of a report in text order, and the numbers that are none, each with the refusal's name."""
    rows: dict[int, list[Figure]] = {}
    for row in tabled(parsed):
        rows.setdefault(row.sentence, []).append(row)
    figures: list[Figure] = []
    refused: list[SetAside] = []
    topic_of = topics(parsed)
    for sentence in parsed.sentences:
        tabular = rows.get(sentence.index, [])
        kind = _kind(parsed, sentence)
        figures += tabular
        if kind not in SILENT_BLOCKS and not (tabular and kind == "row"):
            topic = topic_of[sentence.block]
            taken = frozenset(row.quantity.core for row in tabular)
            for found in _read(parsed, sentence, figures, topic=topic, taken=taken):
                if isinstance(found, Figure):
                    figures.append(found)
                else:
                    refused.append(found)
    seen = [
        *(f.quantity.start for f in figures),
        *(a.start for a in refused if a.start is not None),
    ]
    refused += unread(parsed, frozenset(seen))
    told = _foretold(parsed, figures, refused)
    taken_up = {figure.quantity.start for figure in told}
    refused = [aside for aside in refused if aside.start not in taken_up]
    return sorted([*figures, *told], key=lambda f: (f.start, f.end)), refused


def _foretold(parsed: Parsed, figures: list[Figure], refused: list[SetAside]) -> list[Figure]:
    """Bare numbers of a headline whose figure the text below gives: "Is it 278 or 275?", "Eighty-six go home"."""
    found: list[Figure] = []
    unclear = {aside.start for aside in refused if aside.code == "unclear"}
    for sentence in parsed.sentences:
        if _kind(parsed, sentence) != "title":
            continue
        for quantity in find_quantities(parsed.report.text, sentence.start, sentence.end):
            place = place_of(parsed, sentence, quantity) if quantity.start in unclear else None
            below = [f for f in figures if f.start > quantity.end]
            same = [f for f in below if f.quantity.low == quantity.low is not None]
            if same and place is not None:
                figure = figure_or_refusal(place, same[:1], None)
                found += [figure] if isinstance(figure, Figure) else []
    return found


def _kind(parsed: Parsed, sentence: Sentence) -> str:
    blocks = parsed.report.blocks
    return blocks[sentence.block].kind if blocks else "body"


def _read(
    parsed: Parsed,
    sentence: Sentence,
    figures: list[Figure],
    *,
    topic: Topic | None,
    taken: frozenset[tuple[int, int]],
) -> Iterator[Figure | SetAside]:
    """One sentence's quantities in order, each read with the figures before it in view."""
    measured: tuple[Quantity, str] | None = None
    for quantity in find_quantities(parsed.report.text, sentence.start, sentence.end):
        if quantity.core in taken:
            continue
        no_count = refuse(parsed, quantity, measured)
        measured = (quantity, no_count.code) if no_count is not None else None
        place = place_of(parsed, sentence, quantity)
        if no_count is not None:
            yield no_count
        elif place is not None:
            yield figure_or_refusal(place, figures, label_of(place) or topic)

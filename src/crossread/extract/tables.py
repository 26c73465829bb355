"""Takes a parsed report; gives the figures of its tables and labelled lists, where no sentence says the condition."""

import re
from dataclasses import dataclass, replace

from crossread.extract.headings import (
    OPEN,
    Heading,
    condition_of,
    population_in,
    read,
    read_caption,
    words_of,
)
from crossread.extract.quantity import find_quantities, refusal
from crossread.extract.words import by_population, default_condition
from crossread.model.figure import Figure, Measure, Quantity, Unit
from crossread.model.report import Block
from crossread.model.sentence import Parsed

ALLOWED = frozenset(
    {"year", "section", "score", "identifier", "one_of", "pronoun", "rank", "phone"}
)
"""Refusals that look at running text and say nothing of a number alone in its cell."""
LABEL = re.compile(
    r"[\s•*·▪◦‣–—-]*(?:\d{1,2}[.)]\s+)?(?P<label>[^\W\d][^:|.!?;]{1,58}?)\s?:\s+(?=\S)"
)
HOME_CONDITIONS = frozenset({"destroyed", "damaged", "affected"})
LABEL_WORDS = 8
"""Labels are short; what stands before a colon and is longer is a sentence."""
PART = re.compile(
    r"\b(?:of whom|of which|of them|of these|of those|including|among them|incl\.?)\s+\Z",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\s*(?:[,;.(|)\]–—-]|$|\n)|\s+(?:as of|so far|by|on|in total|up from|down from|according|at|since"
    r"|to date|of whom|of which|of them|including|and)\b"
)
"""What may follow a number that has no noun or condition of its own."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its head's reading and its words."""

    heading: Heading
    words: str


def figures(parsed: Parsed) -> list[Figure]:
    """The figures of table rows and labelled list lines, in text order."""
    found: list[Figure] = []
    for block in parsed.report.blocks:
        if block.kind == "row" and block.cells:
            found += _row(parsed, block)
        elif block.kind in ("item", "body", "heading"):
            found += _labelled(parsed, block)
    return sorted(found, key=lambda figure: figure.start)


def _text(parsed: Parsed, span: tuple[int, int]) -> str:
    return parsed.report.text[span[0] : span[1]]


def _columns(parsed: Parsed, block: Block) -> list[Column]:
    """The columns of a row's table, by its head; open ones where there is no head."""
    cells = parsed.report.blocks[block.header].cells if block.header is not None else ()
    heads = [_text(parsed, cell) for cell in cells]
    return [Column(read(head), head) for head in heads]


def _caption(parsed: Parsed, block: Block) -> str:
    """What governs the table: its heading and, where that one is bare, the line that introduces it."""
    blocks = parsed.report.blocks
    heading = (
        ""
        if block.heading is None
        else _text(parsed, (blocks[block.heading].start, blocks[block.heading].end))
    )
    return heading


def _row(parsed: Parsed, block: Block) -> list[Figure]:
    if block.header is None and _is_head(parsed, block):
        return []
    columns = _columns(parsed, block)
    counting = [n for n in range(len(block.cells)) if _counts(parsed, block, columns, n)]
    labels = [
        n
        for n in range(len(block.cells))
        if n not in counting and (n == 0 or _kind(columns, n) in ("place", "party"))
    ]
    source = next((n for n in range(len(block.cells)) if _kind(columns, n) == "source"), None)
    row = " ".join(_text(parsed, block.cells[n]) for n in labels)
    found: list[Figure] = []
    for n in counting:
        column = columns[n] if n < len(columns) else Column(OPEN, "")
        found += _cell(parsed, block, n, column=column, label=row)
    if source is not None:
        at = _source_span(parsed, block.cells[source])
        found = [replace(figure, source_at=at) for figure in found] if at else found
    return [_placed(parsed, block, columns, figure) for figure in found]


def _kind(columns: list[Column], n: int) -> str:
    return columns[n].heading.kind if n < len(columns) else "open"


def _is_head(parsed: Parsed, block: Block) -> bool:
    """Whether a row heads a table: no cell of it holds a number."""
    return not any(find_quantities(parsed.report.text, *cell) for cell in block.cells)


def _counts(parsed: Parsed, block: Block, columns: list[Column], n: int) -> bool:
    """Whether the cell's column may hold counts and the cell does."""
    kind = _kind(columns, n)
    if kind not in ("count", "open"):
        return False
    if n == 0 and kind == "open":
        return False
    return bool(_quantities(parsed, block.cells[n]))


def _quantities(parsed: Parsed, cell: tuple[int, int]) -> list[Quantity]:
    text = parsed.report.text
    kept: list[Quantity] = []
    for quantity in find_quantities(text, *cell):
        code = refusal(text, quantity)
        counts = quantity.vague is not None or quantity.low is not None or quantity.high is not None
        if counts and (code is None or code in ALLOWED) and quantity.low != 0:
            kept.append(quantity)
    return kept


def _cell(parsed: Parsed, block: Block, n: int, *, column: Column, label: str) -> list[Figure]:
    """The figures of one cell: the column's head says the condition, else the row's label, else the caption."""
    text = parsed.report.text
    cell = block.cells[n]
    caption = _caption(parsed, block)
    found: list[Figure] = []
    for quantity in _quantities(parsed, cell):
        own = read(_behind(text, quantity, cell[1]))
        unread = column.heading.kind == "open" and column.words != ""
        titled = OPEN if unread else read_caption(caption)
        heading = _merged(column.heading, own, read(label), titled)
        if heading is None:
            continue
        first = found[0].quantity if found else None
        part = PART.search(text, cell[0], quantity.start) is not None and first is not None
        figure = _figure(
            parsed,
            quantity,
            heading,
            context=" ".join((caption, label, column.words, _heads(parsed, block))),
            rule="table_cell",
        )
        if figure is None:
            continue
        measure: Measure = "part" if part else "increment" if quantity.increment else "total"
        part_of = (first.start, first.end) if part and first is not None else None
        found.append(replace(figure, measure=measure, part_of=part_of))
    return found


def _heads(parsed: Parsed, block: Block) -> str:
    return (
        ""
        if block.header is None
        else _text(
            parsed,
            (parsed.report.blocks[block.header].start, parsed.report.blocks[block.header].end),
        )
    )


def _behind(text: str, quantity: Quantity, end: int) -> str:
    """The words of the cell right behind the number, up to a mark."""
    match = re.match(r"[^,;.(|)\n\d]*", text[quantity.end : end])
    return match[0] if match else ""


def _merged(column: Heading, own: Heading, row: Heading, caption: Heading) -> Heading | None:
    """One reading out of the number's own words, the column's head, the row's label and the caption."""
    said = [each for each in (column, own, row, caption) if each.kind == "count"]
    condition = next((each.condition for each in said if each.condition is not None), None)
    if own.condition == "damaged" and condition == "destroyed":
        condition = "damaged"
    if condition is None and column.kind != "count" and own.kind != "count":
        return None
    named = next((each for each in (own, *said) if each.population is not None), OPEN)
    return Heading("count", condition, named.population, named.unit or "person", named.noun)


def _figure(
    parsed: Parsed, quantity: Quantity, heading: Heading, *, context: str, rule: str
) -> Figure | None:
    sentence = parsed.sentence_at(quantity.core[0])
    if sentence is None:
        return None
    population, condition = heading.population, heading.condition
    if condition is not None and population in (None, "people"):
        population = population_in(context, condition) or population
    population = population or _homes(condition)
    condition = condition or default_condition(population)
    if population == "detainees" and condition in ("present", "trapped"):
        condition = "detained"
    condition = by_population().get(condition, {}).get(population, condition)
    unit: Unit = (
        "building"
        if population == "homes"
        else "household"
        if population == "families"
        else heading.unit or "person"
    )
    return Figure(
        quantity, quantity.start, quantity.end, sentence.index, unit, population, condition, rule,
        quantity.core[0], heading.noun,
    )  # fmt: skip


def _homes(condition: str | None) -> str:
    return "homes" if condition in ("destroyed", "damaged") else "people"


def _source_span(parsed: Parsed, cell: tuple[int, int]) -> tuple[int, int] | None:
    """The source's name in its cell, without the date behind it."""
    words = _text(parsed, cell)
    name = re.split(r"[,;]\s|\s[–—-]\s|\s\d", words)[0].strip()
    if not any(letter.isalpha() for letter in name):
        return None
    start = cell[0] + words.index(name)
    return start, start + len(name)


def _placed(parsed: Parsed, block: Block, columns: list[Column], figure: Figure) -> Figure:
    """The figure with the place and the party that its row names."""
    place = next((n for n in range(len(block.cells)) if _kind(columns, n) == "place"), None)
    party = next((n for n in range(len(block.cells)) if _kind(columns, n) == "party"), None)
    if place is not None:
        name = re.sub(r"\s*\([^)]*\)", "", _text(parsed, block.cells[place])).strip()
        total = re.match(r"(?:grand )?total|all\b|sum\b|overall", name, re.IGNORECASE) is not None
        if name[:1].isupper() and not total:
            figure = replace(figure, place=name)
    if party is not None:
        span = block.cells[party]
        name = _text(parsed, span).strip()
        if name[:1].isupper():
            figure = replace(figure, party=name, party_at=span)
    return figure


def _labelled(parsed: Parsed, block: Block) -> list[Figure]:
    """Figures of "Killed: 178", "Hospitals: six damaged; clinics: more than 20"."""
    text = parsed.report.text
    match = LABEL.match(text, block.start, block.end)
    if match is None or len(words_of(match["label"])) > LABEL_WORDS:
        return []
    heading = read(match["label"])
    if heading.kind != "count":
        return []
    end = _line_end(text, match.end(), block.end)
    found: list[Figure] = []
    condition, current = heading.condition, heading
    for quantity in find_quantities(text, match.end(), end):
        between = text[found[-1].quantity.end if found else match.end() : quantity.start]
        inner = re.search(r";\s*([^\W\d][\w\s/-]{1,40}):\s*\Z", between)
        if inner is not None and read(inner[1]).kind == "count":
            current = read(inner[1])
            condition = current.condition or condition
        if refusal(text, quantity) is not None or quantity.low == 0:
            continue
        behind = words_of(_behind(text, quantity, end))
        own = condition_of(behind[:3]) if behind else None
        bare = BARE.match(text, quantity.end) is not None
        if not _goes(between, first=not found, inner=inner is not None) or not (
            bare or (own and current.population)
        ):
            continue
        if own is not None and current.population == "homes" and own not in HOME_CONDITIONS:
            continue
        condition = own or condition
        merged = Heading("count", condition, current.population, current.unit, current.noun)
        figure = _figure(
            parsed,
            quantity,
            merged,
            context=_caption(parsed, block) + " " + match["label"],
            rule="labelled_line",
        )
        if figure is not None:
            part = PART.search(between) is not None and bool(found)
            found.append(
                replace(figure, measure="part", part_of=found[0].quantity.core) if part else figure
            )
    return found


def _line_end(text: str, start: int, end: int) -> int:
    """The end of the labelled line's first sentence."""
    stop = re.compile(r"[.!?](?=\s+[A-Z\"“])|\n").search(text, start, end)
    return end if stop is None else stop.start()


def _goes(between: str, *, first: bool, inner: bool) -> bool:
    """Whether the label still holds for a number, by what stands between it and the one before."""
    if first:
        return not between.strip()
    if inner:
        return True
    return (
        re.search(
            r"(?:,|;|\band|\bup from|\bdown from|\bof whom|\bof which|\bof them|\bincluding|\([^()]{0,40}:)\s*\Z",
            between,
            re.IGNORECASE,
        )
        is not None
    )

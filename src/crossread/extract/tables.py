"""Takes a parsed report; gives the figures of its tables and labelled lists, where no sentence says the condition."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from crossread.extract.headings import (
    OPEN,
    Heading,
    figure_under,
    names_goods,
    read,
    read_caption,
    read_first,
    says_by_itself,
    says_nothing,
)
from crossread.extract.labels import PART, caption_of, labelled, title_of
from crossread.extract.parallel import parallel, under_each
from crossread.extract.quantity import find_quantities, refusal
from crossread.extract.totals import summands
from crossread.lexicon import load
from crossread.model.figure import Figure, Quantity
from crossread.model.report import Block
from crossread.model.sentence import Parsed

ALLOWED = frozenset(
    {"year", "section", "score", "identifier", "one_of", "pronoun", "rank", "phone", "thing"}
)
"""Refusals that look at running text and say nothing of a number alone in its cell."""
NOT_ONE = re.compile(
    r"(?:grand |sub)?totals?\b|all\b|sum\b|overall|not (?:yet )?known|unknown|others?\b|unidentified",
    re.IGNORECASE,
)
"""First cells that name no one place or side."""
SCALE = re.compile(
    r"\b(?:in|x|×)\s+(?P<word>thousands|millions|hundreds|1,?000)\b|(?P<zeros>['’]000s?)|\((?P<bare>thousands|millions)\)",
    re.IGNORECASE,
)
SCALES = {"hundreds": 100, "thousands": 1000, "1000": 1000, "1,000": 1000, "millions": 1_000_000}
OF_THE_ABOVE = re.compile(
    r"\W*(?:of (?:whom|which|them|these|those)|including|incl\b|thereof|among them|out of which)",
    re.IGNORECASE,
)
"""First cells that go on with what the row above counts: "– of which children"."""
UNDER_AGE = re.compile(
    r"\bunder[\s-]?(?:the age of )?(?:[5-9]|1[0-8])s?\b|\bminors?\b|[<≤]\s?1[0-8]\b", re.IGNORECASE
)
"""Words of a column's head that count children by their age (Convention on the Rights of the Child, article 1)."""
WEAK = frozenset({None, "present", "deployed", "attacking"})
"""Conditions that a name in a title brings along: "Coast guard list" says of nobody that he is on duty."""
NOT_SPOKEN = frozenset({"place", "source", "date"})
"""First columns whose cells do not say what is counted: the dead of "St Mary's Hospital" are no buildings."""


class Column(NamedTuple):
    """One column of a table: its head's reading and its words."""

    heading: Heading
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its columns, the words of its label that can be read, and all that its figures stand under."""

    parsed: Parsed
    block: Block
    columns: tuple[Column, ...]
    label: str
    context: str

    def text(self, n: int) -> str:
        """The words of cell `n`."""
        start, end = self.block.cells[n]
        return self.parsed.report.text[start:end]

    def column(self, n: int) -> Column:
        """The column of cell `n`, an open one where the table has no head."""
        return self.columns[n] if n < len(self.columns) else Column(OPEN, "")

    def first(self, kind: str) -> int | None:
        """The first cell whose column is of a kind."""
        cells = range(len(self.block.cells))
        return next((n for n in cells if self.column(n).heading.kind == kind), None)


def figures(parsed: Parsed) -> list[Figure]:
    """The figures of table rows and labelled list lines, in text order."""
    found: list[Figure] = []
    added = {
        header: summands(parsed, header)
        for header in {block.header for block in parsed.report.blocks}
        if header is not None
    }
    for block in parsed.report.blocks:
        if block.kind == "row" and block.cells:
            of = added.get(block.header, {}) if block.header is not None else {}
            found += _of_row(_row(parsed, block, of))
        elif block.kind in ("item", "body", "heading"):
            found += labelled(parsed, block)
    return sorted(found, key=lambda figure: figure.start)


def _row(parsed: Parsed, block: Block, added: Mapping[int, int]) -> Row:
    """The row with its columns read, its label, and all that its figures stand under.

    A column that adds up to another one (`added`) counts what that one counts.
    """
    text = parsed.report.text
    head = parsed.report.blocks[block.header] if block.header is not None else None
    words = [text[start:end] for start, end in head.cells] if head is not None else []
    readings = _of_column_before(
        [_head(each) if n else read_first(each) for n, each in enumerate(words)], words
    )
    own = [Column(reading, each) for reading, each in zip(readings, words, strict=True)]
    columns = tuple(
        _as_total(each, own[added[n]]) if n in added else each for n, each in enumerate(own)
    )
    bare = Row(parsed, block, columns, "", "")
    counts = [n for n in range(len(block.cells)) if _counted(bare, n)]
    labels = [n for n in range(len(block.cells)) if n not in counts and _labels(bare, n)]
    spoken = [bare.text(n) for n in labels if bare.column(n).heading.kind not in NOT_SPOKEN]
    if spoken and OF_THE_ABOVE.match(spoken[0]):
        spoken.append(_above(parsed, block))
    named = (title_of(parsed), caption_of(parsed, block))
    context = " ".join((*named, *words, *(bare.text(n) for n in labels)))
    return replace(bare, label=" ".join(spoken), context=context)


def _as_total(column: Column, total: Column) -> Column:
    """A column in the reading of the one to which it adds up; whom it counts it may say itself: "Women"."""
    own = column.heading
    if own.population is None:
        return total
    heading = replace(total.heading, population=own.population, unit=own.unit, noun=own.noun)
    return Column(heading, total.words)


def _head(words: str) -> Heading:
    """The reading of a column's head; a date in it says when, not what: "Before 1 May"."""
    return OPEN if re.search(r"\d", words) and says_nothing(words) else read(words)


def _of_column_before(readings: list[Heading], words: list[str]) -> list[Heading]:
    """The heads' readings, "of which children" in the condition of the column before it."""
    done: list[Heading] = []
    for heading, each in zip(readings, words, strict=True):
        before = done[-1] if done else OPEN
        goes_on = heading.condition is None and OF_THE_ABOVE.match(each) is not None
        if goes_on and heading.kind in ("count", "open") and before.condition is not None:
            young = UNDER_AGE.search(each) is not None
            heading = replace(
                heading,
                kind="count",
                condition=before.condition,
                population="children" if young else heading.population or before.population,
                unit=heading.unit or "person",
            )
        done.append(heading)
    return done


def _above(parsed: Parsed, block: Block) -> str:
    """The first cell of the nearest row above that does not itself go on with another one."""
    blocks, text = parsed.report.blocks, parsed.report.text
    for row in reversed(blocks[: blocks.index(block)]):
        if row.kind != "row" or not row.cells:
            return ""
        words = text[slice(*row.cells[0])]
        if OF_THE_ABOVE.match(words) is None:
            return words
    return ""


def _labels(row: Row, n: int) -> bool:
    return n == 0 or row.column(n).heading.kind in ("place", "party")


def _counted(row: Row, n: int) -> list[Quantity]:
    """The quantities of a cell whose column may hold counts."""
    kind = row.column(n).heading.kind
    if kind not in ("count", "open") or (n == 0 and kind == "open"):
        return []
    text, scale = row.parsed.report.text, _scale(row, n)
    kept: list[Quantity] = []
    for plain in find_quantities(text, *row.block.cells[n]):
        code = refusal(text, plain)
        quantity = plain if scale == 1 else _scaled(text, plain, scale)
        code = None if code == "decimal" and quantity is not plain else code
        empty = quantity.vague is None and quantity.low is None and quantity.high is None
        if not empty and (code is None or code in ALLOWED) and quantity.low != 0:
            kept.append(quantity)
    return kept


def _scale(row: Row, n: int) -> int:
    """What every number of a column is to be taken times: 1,000 under "in thousands"."""
    words = f"{row.column(n).words} | {_over(row)}"
    match = SCALE.search(words)
    if match is None:
        return 1
    return SCALES.get((match["word"] or match["bare"] or "thousands").lower(), 1)


def _scaled(text: str, quantity: Quantity, scale: int) -> Quantity:
    """The quantity in ones; a decimal gets its value only here."""
    core = text[quantity.core[0] : quantity.core[1]]
    if quantity.vague is not None:
        return quantity
    if quantity.low is None and quantity.high is None:
        if re.fullmatch(r"\d+\.\d+", core) is None:
            return quantity
        value = round(float(core) * scale)
        return replace(quantity, low=value, high=value)
    low = None if quantity.low is None else quantity.low * scale
    return replace(quantity, low=low, high=None if quantity.high is None else quantity.high * scale)


def _of_row(row: Row) -> list[Figure]:
    found = [figure for n in range(len(row.block.cells)) for figure in _of_cell(row, n)]
    source = row.first("source")
    if source is not None and source < len(row.block.cells):
        found = [replace(figure, source_at=_name_at(row, source)) for figure in found]
    return [_placed(row, figure) for figure in found]


def _of_cell(row: Row, n: int) -> list[Figure]:
    """The figures of one cell: the column's head says the condition, else its own words, the label, the caption."""
    text, end = row.parsed.report.text, row.block.cells[n][1]
    found: list[Figure] = []
    side_by_side = parallel(text, row.column(n).words, *row.block.cells[n])
    if side_by_side:
        return under_each(row.parsed, side_by_side, context=row.context, rule="table_cell")
    for quantity in _counted(row, n):
        own = read(_behind(text, quantity, end))
        if own.kind != "count":
            own = read(_before(text, quantity, row.block.cells[n][0]))
        heading = _merged(row, row.column(n), own)
        if heading is None:
            continue
        figure = figure_under(row.parsed, quantity, heading, context=row.context, rule="table_cell")
        if figure is None:
            continue
        if found and PART.search(text, found[0].end, quantity.start) is not None:
            figure = replace(figure, measure="part", part_of=found[0].quantity.core)
        elif quantity.increment:
            figure = replace(figure, measure="increment")
        found.append(replace(figure, firm=says_by_itself(row.column(n).words)))
    return found


def _behind(text: str, quantity: Quantity, end: int) -> str:
    """The words of the cell right behind the number, up to a mark."""
    match = re.match(r"[^,;.(|)\n\d]*", text[quantity.end : end])
    return match[0] if match else ""


def _before(text: str, quantity: Quantity, start: int) -> str:
    """The words of the cell right before the number, up to a mark: "KILLED 12"."""
    match = re.search(r"[^,;.(|)\n\d]*\Z", text[start : quantity.start])
    return match[0] if match else ""


def _merged(row: Row, column: Column, own: Heading) -> Heading | None:
    """One reading out of the column's head, the number's own words, the row's label and the caption."""
    head, label = column.heading, read(row.label)
    unlike_people = head.condition is None or names_goods(row.label)
    if label.kind == "other" and head.population is None and unlike_people:
        return None
    unread = head.kind == "open" and not says_nothing(column.words)
    caption = OPEN if unread else read_caption(_over(row))
    said = [each for each in (head, own, label, caption) if each.kind == "count"]
    condition = next((each.condition for each in said if each.condition is not None), None)
    if own.condition == "damaged" and condition == "destroyed":
        condition = "damaged"
    if condition is None and "count" not in (head.kind, own.kind, label.kind):
        return None
    condition = condition or _where(row)
    named = next((each for each in (own, *said) if each.population is not None), OPEN)
    return Heading("count", condition, named.population, named.unit or "person", named.noun)


def _where(row: Row) -> str | None:
    """What the place that a first column names says of those counted there: "Arrival point", "Camp", "Hospital"."""
    words = row.columns[0].words.casefold().split() if row.columns else []
    own = load("tables")["place_conditions"]
    return next((str(own[word]) for word in words if word in own), None)


def _over(row: Row) -> str:
    """The caption; where there is none, the title that stands right over the table."""
    caption = caption_of(row.parsed, row.block)
    if caption or row.block.header is None:
        return caption
    for block in reversed(row.parsed.report.blocks[: row.block.header]):
        words = row.parsed.report.text[block.start : block.end]
        if block.kind not in ("title", "stamp", "byline", "notice"):
            return ""
        if block.kind in ("title", "stamp", "byline") and read_caption(words).condition not in WEAK:
            return words
    return ""


def _name_at(row: Row, n: int) -> tuple[int, int] | None:
    """The source's name in its cell, without the date behind it."""
    words = row.text(n)
    name = re.split(r"[,;]\s|\s[–—-]\s|\s\d", words)[0].strip()
    if not any(letter.isalpha() for letter in name):
        return None
    start = row.block.cells[n][0] + words.index(name)
    return start, start + len(name)


def _placed(row: Row, figure: Figure) -> Figure:
    """The figure with the place and the party that its row names."""
    cells = row.block.cells
    place, party = row.first("place"), row.first("party")
    if place is not None and place < len(cells):
        name = re.sub(r"\s*\([^)]*\)", "", row.text(place)).strip()
        if name[:1].isupper() and NOT_ONE.match(name) is None:
            figure = replace(figure, place=name)
    if party is not None and party < len(cells):
        name = row.text(party).strip()
        a_side = read(name).population in (None, "combatants")
        if name[:1].isupper() and NOT_ONE.match(name) is None and a_side:
            figure = replace(figure, party=name, party_at=cells[party])
    return figure

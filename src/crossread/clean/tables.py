"""Takes the lines of a text.

Gives the tables among them: which lines are rows, their cells' offsets, and which row heads the table.
"""

import re
from dataclasses import dataclass

from crossread.clean.layout import is_advert, is_navigation
from crossread.clean.lines import Line, is_ruler
from crossread.clean.stamps import begins_with_day, has_full_date

FEWEST_ROWS = 2
"""Neighbouring lines with bars or tabs that make a table."""

FEWEST_ALIGNED = 3
"""Neighbouring lines with columns set by spaces that make a table; two could be chance."""

FEWEST_SEMICOLONS = 4
"""Cells between semicolons that make a row; fewer are clauses."""

FEWEST_SLASHES = 3
"""Cells between slashes that make a row, where every row below the head counts something; two are a choice of words."""

BARS = re.compile(r"(?:(?<=\|)|^(?!\|))[^|]*(?=\|)|(?<=\|)[^|]+$")
TABS = re.compile(r"(?:(?<=\t)|^)[^\t]*(?=\t)|(?<=\t)[^\t]+$")
COLUMNS = re.compile(r"\S+(?: \S+)*")

SEMICOLONS = re.compile(r"(?:(?<=;)|^)[^;]*(?=;)|(?<=;)[^;]+$")

SLASHES = re.compile(r"(?:(?<=\s/\s)|^).*?(?=\s/\s|$)")

SEPARATORS = {BARS: "|", TABS: "\t", COLUMNS: "  ", SEMICOLONS: ";", SLASHES: " / "}
"""What a line must hold to fall into cells of each kind."""

LABELLED = re.compile(r"\W*[^\W\d][^\d:|]{1,40}?\s?(?::|\s[–—-])\s+(?:[^\W\d]+\.?\s){0,2}[~<>≥]?\d")
"""A label and its number: "Injured: about 40"."""
PAIR = re.compile(
    r"\W*(?:[^\W\d]+\W+){1,4}[~<>≥]?\d[\d.,]*\+?\W*|\W*\d[\d.,]*\+?(?:\W+[^\W\d]+){1,4}\W*"
)
"""A label with its number and nothing else: "KILLED 12"."""

Cells = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: offsets of its cells, and the line number of the row that heads the table."""

    cells: Cells
    header: int | None


def find_tables(lines: list[Line]) -> dict[int, Row]:
    """The rows among `lines`, by line number."""
    rows: dict[int, Row] = {}
    for cell, fewest, columns in (
        (BARS, FEWEST_ROWS, 2),
        (TABS, FEWEST_ROWS, 2),
        (COLUMNS, FEWEST_ALIGNED, 3),
        (SEMICOLONS, FEWEST_ALIGNED, FEWEST_SEMICOLONS),
        (SLASHES, FEWEST_ROWS, FEWEST_SLASHES),
    ):
        for group in _groups(lines, cell, columns):
            cards = len(group) == 2 and _are_cards(lines, group)
            if cell is SLASHES and not _count_below(lines, group):
                continue
            if (len(group) >= fewest or cards) and not any(number in rows for number, _ in group):
                rows |= _table(lines, group)
    return rows


def key_lines(lines: list[Line]) -> frozenset[int]:
    """Lines of key figures, which are no headline: neighbours such as "Injured: 40", or "KILLED 12 | WOUNDED 40"."""
    found = set[int]()
    labelled = [LABELLED.match(line.text) and not has_full_date(line.text) for line in lines]
    for number, line in enumerate(lines):
        if number and labelled[number] and labelled[number - 1] and line.gap == 0:
            found |= {number - 1, number}
        pairs = line.text.split("|")
        if len(pairs) > 1 and all(PAIR.fullmatch(pair) for pair in pairs):
            found.add(number)
    return frozenset(found)


def _groups(
    lines: list[Line], cell: re.Pattern[str], columns: int
) -> list[list[tuple[int, Cells]]]:
    """Runs of neighbouring lines that fall into as many cells, give or take one."""
    groups: list[list[tuple[int, Cells]]] = []
    current: list[tuple[int, Cells]] = []
    for number, line in enumerate(lines):
        if SEPARATORS[cell] not in line.text and not current:
            continue
        if current and is_ruler(line.text) and line.gap == 0:
            continue
        cells = _cells(line, cell) if SEPARATORS[cell] in line.text else ()
        fits = len(cells) >= columns and not _is_no_row(line.text)
        goes_on = current and line.gap == 0 and fits and abs(len(cells) - len(current[-1][1])) <= 1
        if goes_on:
            current.append((number, cells))
            continue
        groups.append(current)
        current = [(number, cells)] if fits else []
    groups.append(current)
    return [group for group in groups if group]


def _are_cards(lines: list[Line], group: list[tuple[int, Cells]]) -> bool:
    """True for a row of figures over or under a row of as many labels, as bulletins set their key figures."""
    (first, upper), (second, lower) = group
    figures = [
        all(_counts(_words(lines, number, cell)) for cell in cells)
        for number, cells in ((first, upper), (second, lower))
    ]
    return len(upper) == len(lower) and figures[0] != figures[1]


def _count_below(lines: list[Line], group: list[tuple[int, Cells]]) -> bool:
    """True where each row below the first has a figure in its last cells."""
    return all(
        any(_counts(_words(lines, number, cell)) for cell in cells[1:])
        for number, cells in group[1:]
    )


def _is_no_row(line: str) -> bool:
    return is_advert(line) or is_navigation(line) or (has_full_date(line) and "|" not in line)


def _cells(line: Line, cell: re.Pattern[str]) -> Cells:
    """The cells' offsets; an empty cell between others is an empty span, so that columns keep their places."""
    cells = []
    for match in cell.finditer(line.text):
        stripped = match[0].strip()
        start = line.start + match.start() + match[0].index(stripped)
        cells.append((start, start + len(stripped)))
    return tuple(cells)


def _table(lines: list[Line], group: list[tuple[int, Cells]]) -> dict[int, Row]:
    first, cells = group[0]
    texts = [_words(lines, first, cell) for cell in cells[1:]]
    below = [_words(lines, number, cell) for number, row in group[1:] for cell in row[1:]]
    counted = any(_counts(text) and not begins_with_day(text) for text in texts)
    heads = not counted and any(_counts(text) for text in below)
    header = first if heads else None
    if len(group) == 2 and _are_cards(lines, group):
        header = group[1][0] if _counts(_words(lines, first, cells[0])) else first
    return {number: Row(row, None if number == header else header) for number, row in group}


def _words(lines: list[Line], number: int, cell: tuple[int, int]) -> str:
    line = lines[number]
    return line.text[cell[0] - line.start : cell[1] - line.start]


def _counts(text: str) -> bool:
    """True where a cell begins with a figure; a header may name a year or a phase, but does not begin with a count."""
    return re.match(r"[^\w]*(?:c\.|ca\.|approx\.?|about|some|over|up to)? ?\d", text) is not None

"""Takes a table of a parsed report; gives the columns that add up to another one and so count what it counts."""

from collections.abc import Sequence

from crossread.extract.headings import read
from crossread.extract.quantity import find_quantities
from crossread.model.sentence import Parsed

FEWEST_ROWS = 2
"""Rows in which columns must add up; in one they may by chance."""
NONE = frozenset({"", "-", "–", "—", "0"})
"""Cells that add nothing."""

Values = Sequence[Sequence[int | None]]
"""The plain numbers of a table's cells, row by row; None for a cell that holds another thing."""


def summands(parsed: Parsed, header: int) -> dict[int, int]:
    """By column the one to which it adds up together with its neighbours: "Camp | Town | Cases".

    A column whose head says a condition counts by that, whatever it adds up to: "Dead | Wounded | Casualties".
    """
    text, heads = parsed.report.text, parsed.report.blocks[header].cells
    rows = [block.cells for block in parsed.report.blocks if block.header == header]
    width = min((len(heads), *(len(cells) for cells in rows)))
    values = [[_value(text, cell) for cell in cells] for cells in rows]
    silent = [read(text[slice(*head)]).condition is None for head in heads]
    found: dict[int, int] = {}
    for total in range(1, width):
        before = [range(first, total) for first in range(1, total - 1)]
        behind = [range(total + 1, stop) for stop in range(width, total + 2, -1)]
        runs = (run for run in (*before, *behind) if all(silent[n] for n in run))
        found |= dict.fromkeys(next((r for r in runs if _add_up(values, r, total)), ()), total)
    return found


def _add_up(values: Values, run: range, total: int) -> bool:
    """Whether some columns add up to another one in every row that gives a total, and more than one of them counts."""
    rows = [row for row in values if row[total]]
    several = [row for row in rows if sum(bool(row[n]) for n in run) > 1]
    return len(several) >= FEWEST_ROWS and all(
        None not in (cells := [row[n] for n in run]) and sum(filter(None, cells)) == row[total]
        for row in rows
    )


def _value(text: str, cell: tuple[int, int]) -> int | None:
    words = text[slice(*cell)].strip()
    if words in NONE:
        return 0
    found = find_quantities(text, *cell)
    plain = len(found) == 1 and not any(letter.isalpha() for letter in words)
    return found[0].low if plain and found[0].low == found[0].high else None

"""What the network holds of a table's numbers comes in; what their columns or rows have in common goes out.

A column, or in a table that stands on its side a row, counts people of one kind in one condition. Which of the two
it is, if either, the network's own answers tell: of the readings number by number, by columns and by rows the one
that takes the fewest words is kept (Rissanen 1978, minimum description length).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from crossread.decide.candidates import Candidates, Number
from crossread.decide.inputs import Array
from crossread.decide.network import Opinion
from crossread.model.report import Block
from crossread.model.sentence import Parsed

Place = tuple[int, int]
"""A row and a column of a table, by index."""

PART = re.compile(r"\W*(?:of (?:whom|which|them|these)|including|incl\.|thereof)\b", re.IGNORECASE)
"""How the head of a column begins that counts some of the column before."""

LEAST = 1e-6
"""No answer is held less likely, so that one cell cannot forbid what all others say."""

FEWEST_ROWS = 2
"""Rows in which columns must add up; in one they may by chance."""

LABEL = 1.0
"""What each answer that is given apart costs, in nats."""


def agreed(
    parsed: Parsed, found: Candidates, opinions: Mapping[int, Opinion]
) -> dict[int, Opinion]:
    """The opinions, those of a table's plain numbers with the shares that its columns or rows have in common."""
    told = dict(opinions)
    for places in tables(parsed, found, opinions).values():
        fates = {
            index: (row, whole(parsed, row, column)) for index, (row, column) in places.items()
        }
        totals = totalled(parsed, found, places)
        answers = {index: opinions[totals[index]].conditions for index in places}
        conditions = shared(fates, answers)
        populations = shared(places, {index: opinions[index].populations for index in places})
        told |= {
            index: replace(
                opinions[index], conditions=conditions[index], populations=populations[index]
            )
            for index in places
        }
    return told


def tables(
    parsed: Parsed, found: Candidates, numbers: Iterable[int]
) -> dict[int, dict[int, Place]]:
    """By the first row of each table its numbers that have a cell for themselves, with their places."""
    text, blocks = parsed.report.text, parsed.report.blocks
    by_table: dict[int, dict[int, Place]] = defaultdict(dict)
    for index in numbers:
        core = found.numbers[index].core
        sentence = parsed.sentence_at(core[0])
        row = sentence.block if sentence is not None else -1
        cells = blocks[row].cells if 0 <= row < len(blocks) else ()
        for column, (start, end) in enumerate(cells):
            alone = not any(letter.isalpha() for letter in text[start:end])
            if column and alone and start <= core[0] < end:
                by_table[first_row(blocks, row)][index] = row, column
    return by_table


def totalled(parsed: Parsed, found: Candidates, places: Mapping[int, Place]) -> dict[int, int]:
    """By number the one that it adds up to in its row, itself where none: whom a total counts, its summands count.

    The rules have given summands their total's condition ("Camp | Town | Cases"): only columns of one are added up.
    """
    at = {place: index for index, place in places.items()}
    columns = sorted({column for _, column in at})
    totals: dict[int, int] = {index: index for index in places}
    for total in columns:
        where = columns.index(total)
        before = [columns[first:where] for first in range(where - 1)]
        behind = [columns[where + 1 : stop] for stop in range(len(columns), where + 2, -1)]
        run = next((run for run in (*before, *behind) if add_up(parsed, found, at, run, total)), ())
        totals |= {
            index: at.get((row, total), index)
            for (row, column), index in at.items()
            if column in run
        }
    return totals


def add_up(
    parsed: Parsed, found: Candidates, at: Mapping[Place, int], run: Sequence[int], total: int
) -> bool:
    """Whether columns of a total's condition add up to it in each of its rows, in two of them more than one by one."""
    numbers = found.numbers
    several = 0
    for row in {row for row, column in at if column == total}:
        whole_one = at[row, total]
        parts = [at[row, column] for column in run if (row, column) in at]
        same = all(numbers[part].condition == numbers[whole_one].condition for part in parts)
        if not same or sum(value(parsed, numbers[part]) for part in parts) != value(
            parsed, numbers[whole_one]
        ):
            return False
        several += len(parts) > 1
    return several >= FEWEST_ROWS


def value(parsed: Parsed, number: Number) -> int:
    """The number in digits, its thousands marks left aside; -1 for one that is not in digits alone."""
    digits = re.sub(r"[,.\s]", "", parsed.report.text[slice(*number.core)])
    return int(digits) if digits.isdecimal() else -1


def whole(parsed: Parsed, row: int, column: int) -> int:
    """The column whose people a column counts in part: the one before "of whom …", else itself."""
    blocks = parsed.report.blocks
    header = blocks[row].header
    heads = blocks[header].cells if header is not None else ()
    while column and column < len(heads) and PART.match(parsed.report.text[slice(*heads[column])]):
        column -= 1
    return column


def first_row(blocks: Sequence[Block], row: int) -> int:
    """The row that heads a table, else the first of those that stand together."""
    header = blocks[row].header
    while header is None and row and blocks[row - 1].kind == "row":
        row -= 1
    return row if header is None else header


def shared(places: Mapping[int, Place], shares: Mapping[int, Array]) -> Mapping[int, Array]:
    """The shares of the reading that costs least: each number's own, its row's or its column's."""
    readings = [
        pooled(places, shares, lambda place: place),
        pooled(places, shares, lambda place: place[0]),
        pooled(places, shares, lambda place: place[1]),
    ]
    return min(readings, key=lambda reading: reading[1])[0]


def pooled(
    places: Mapping[int, Place], shares: Mapping[int, Array], part: Callable[[Place], object]
) -> tuple[dict[int, Array], float]:
    """The geometric means of the shares that have this part of their place in common, and what the reading costs."""
    groups: dict[object, list[int]] = defaultdict(list)
    for index, place in places.items():
        groups[part(place)].append(index)
    means: dict[int, Array] = {}
    cost = LABEL * len(groups)
    for group in groups.values():
        logs = np.log(np.maximum(np.array([shares[index] for index in group]), LEAST))
        mean = np.exp(logs.mean(axis=0))
        cost -= float(logs.sum(axis=0).max())
        means |= dict.fromkeys(group, mean / mean.sum())
    return means, cost

"""What the cells of a table have in common, and which of its labels are nobody who counts."""

import re

import numpy as np

from crossread.clean import clean
from crossread.decide.candidates import Candidates, Number
from crossread.decide.labels import counted_labels
from crossread.decide.tables import shared, tables, totalled, whole
from crossread.model.report import Report
from crossread.model.sentence import Parsed
from crossread.model.source import Source
from crossread.parse import Parser

GRID = {0: (1, 1), 1: (1, 2), 2: (2, 1), 3: (2, 2)}
"""Two rows under a head, two columns of numbers."""


def shares(*firsts: float) -> dict[int, np.ndarray]:
    """For each number the probabilities of two answers, the first one given."""
    return {at: np.array([first, 1 - first]) for at, first in enumerate(firsts)}


def best(told: dict[int, np.ndarray]) -> list[int]:
    """Which answer each number has."""
    return [int(np.argmax(told[at])) for at in sorted(told)]


def parsed_of(text: str) -> Parsed:
    """A parsed report of this text."""
    report = clean(Source("a.txt", text.encode()))
    assert isinstance(report, Report)
    return Parser().parse(report)


def test_a_cell_in_doubt_goes_with_its_column() -> None:
    assert best(dict(shared(GRID, shares(0.9, 0.1, 0.45, 0.2)))) == [0, 1, 0, 1]


def test_a_table_on_its_side_is_read_by_rows() -> None:
    assert best(dict(shared(GRID, shares(0.9, 0.45, 0.2, 0.1)))) == [0, 0, 1, 1]


def test_numbers_that_have_nothing_in_common_stay_apart() -> None:
    certain = shares(0.999, 0.001, 0.001, 0.999)
    assert best(dict(shared(GRID, certain))) == [0, 1, 1, 0]


def test_a_column_of_whom_counts_those_of_the_one_before() -> None:
    parsed = parsed_of(
        "Update 3\n\nTown | In hospital | Of whom women | Dead\nAlda | 33 | 7 | 2\nBorun | 52 | 8 | 1\n"
    )
    row = next(at for at, block in enumerate(parsed.report.blocks) if block.header is not None)
    assert [whole(parsed, row, column) for column in (1, 2, 3)] == [1, 1, 3]


def test_labels_of_places_are_nobody_who_counts() -> None:
    text = "Floods\n\nThe river rose again.\n\nBy town:\n- Alda (north): 12 dead\n- Borun: 4 dead\n"
    parsed = parsed_of(text)
    assert [parsed.report.text[slice(*at)] for at in counted_labels(parsed)] == ["Alda", "Borun"]


def test_labels_of_bodies_may_be_who_counts() -> None:
    text = "Floods\n\nThe river rose again.\n\nBy source:\n- Police: 12 dead\n- Borun: 4 dead\n"
    assert counted_labels(parsed_of(text)) == ()


def test_what_a_total_counts_is_asked_of_the_total() -> None:
    parsed = parsed_of(
        "Update 3\n\nWeek | Camp | Town | Cases\nOne | 30 | 12 | 42\nTwo | 9 | 7 | 16\n"
    )
    assert totals_of(parsed, "affected") == {
        "30": "42",
        "12": "42",
        "42": "42",
        "9": "16",
        "7": "16",
        "16": "16",
    }


def test_columns_that_do_not_add_up_are_asked_for_themselves() -> None:
    parsed = parsed_of(
        "Update 3\n\nWeek | Camp | Town | Cases\nOne | 30 | 12 | 43\nTwo | 9 | 7 | 16\n"
    )
    assert all(own == total for own, total in totals_of(parsed, "affected").items())


def totals_of(parsed: Parsed, condition: str) -> dict[str, str]:
    """By number of a table, all of one condition, the one of which the network is asked, as the text has them."""
    text = parsed.report.text
    cores = [match.span() for match in re.finditer(r"(?<=\| )\d+", text)]
    numbers = tuple(Number(core, at, condition=condition) for at, core in enumerate(cores))
    found = Candidates((), (), (), (), (), frozenset(), numbers)
    (places,) = tables(parsed, found, range(len(numbers))).values()
    told = totalled(parsed, found, places)
    return {text[slice(*cores[at])]: text[slice(*cores[total])] for at, total in told.items()}

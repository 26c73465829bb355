"""Nouns in a row: whatever befell one befell the others."""

import numpy as np
import pytest

from crossread.attribute import attribute
from crossread.decide.candidates import candidates
from crossread.decide.inputs import CONDITIONS, POPULATIONS
from crossread.decide.lists import listed, rows
from crossread.decide.network import Opinion
from crossread.extract import extract
from crossread.model.report import Report
from crossread.parse import Parser

ROWS = (
    ("At least 57 pupils, two teachers.", [[57, 2]]),
    ("In 82 camps are 1,867 children and 23 women, the governor said.", [[1867, 23]]),
    ("The slide killed 57 pupils, and two teachers were hurt.", []),
    ("The slide killed 57 pupils and hurt two teachers.", []),
)
"""A sentence, and the numbers of its rows."""


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_nouns_side_by_side_stand_in_a_row(text: str, expected: list[list[int]]) -> None:
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    figures, _ = extract(parsed)
    assert [[f.quantity.low for f in row] for row in rows(parsed, figures)] == expected


def _opinion(**shares: float) -> Opinion:
    conditions = np.array([shares.get(name, 0.0) for name in CONDITIONS])
    nobody = np.array([1.0])
    return Opinion(1.0, 0.0, conditions, np.ones(len(POPULATIONS)), (-1,), nobody, nobody, nobody)


def test_a_row_is_in_the_condition_that_fits_all_best() -> None:
    parsed = Parser().parse(Report("a.txt", "a", "At least 57 pupils, two teachers.", ()))
    figures, refused = extract(parsed)
    claims, statements = attribute(parsed, figures)
    found = candidates(parsed, claims, refused, statements)
    opinions = {0: _opinion(affected=0.6, killed=0.4), 1: _opinion(killed=0.9, present=0.1)}
    told = listed(parsed, figures, found, opinions)
    assert [CONDITIONS[int(np.argmax(told[n].conditions))] for n in (0, 1)] == ["killed", "killed"]

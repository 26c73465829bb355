"""Bare numbers and the count that they are set beside."""

import numpy as np
import pytest

from crossread.attribute import attribute
from crossread.decide.candidates import candidates
from crossread.decide.inputs import CONDITIONS, POPULATIONS
from crossread.decide.network import Opinion
from crossread.decide.rivals import SPARED, TOLD, beside, weight_of
from crossread.extract import extract
from crossread.model.report import Report
from crossread.parse import Parser

WEIGHTS = (
    ("The union lists 41 seamen as missing. The port office has 38.", 38, TOLD),
    ("The union lists 41 seamen as missing; the pilots speak of 44, the port of none.", 44, TOLD),
    ("Police arrested 41 seamen. All but six were let go by noon.", 6, SPARED),
    ("The union lists 41 seamen as missing. The port office has 38 divers on the quay.", 38, 0.0),
    ("The union lists 41 seamen as missing. On Sunday it was 38.", 38, 0.0),
    ("Six seamen are dead and 41 missing. On Sunday the port had spoken of two and 38.", 2, 0.0),
)
"""A text, a number in it, and what the count before it weighs."""


@pytest.mark.parametrize(("text", "number", "expected"), WEIGHTS)
def test_a_number_told_alone_leans_on_the_count_before(
    text: str, number: int, expected: float
) -> None:
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    figures, _ = extract(parsed)
    weights = {figure.quantity.low: weight_of(parsed, figure) for figure in figures}
    assert weights.get(number, 0.0) == expected


def _opinion(**shares: float) -> Opinion:
    conditions = np.array([shares.get(name, 0.0) for name in CONDITIONS])
    nobody = np.array([1.0])
    return Opinion(1.0, 0.0, conditions, np.ones(len(POPULATIONS)), (-1,), nobody, nobody, nobody)


@pytest.mark.parametrize(("dead", "expected"), [(0.5, "missing"), (0.99, "killed")])
def test_what_is_sure_of_itself_keeps_its_condition(dead: float, expected: str) -> None:
    text = "The union lists 41 seamen as missing. The port office has 38."
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    figures, refused = extract(parsed)
    claims, statements = attribute(parsed, figures)
    found = candidates(parsed, claims, refused, statements)
    opinions = {0: _opinion(missing=0.9, killed=0.1), 1: _opinion(killed=dead, missing=1 - dead)}
    told = beside(parsed, figures, found, opinions)
    assert CONDITIONS[int(np.argmax(told[1].conditions))] == expected

"""Those whom a speaker counts himself among."""

import numpy as np
import pytest

from crossread.attribute import attribute
from crossread.decide.candidates import candidates
from crossread.decide.inputs import CONDITIONS, POPULATIONS
from crossread.decide.network import Opinion
from crossread.decide.ourselves import is_of_us, with_us
from crossread.extract import extract
from crossread.model.report import Report
from crossread.parse import Parser

TEXTS = (
    ("The wave killed 30 people. “Nine of us sat in the boat,” Marta Kos said.", 9, True),
    ("The wave killed 30 people. “We were about nine in the boat,” Marta Kos said.", 9, True),
    ("The wave killed 30 people. “We have been nine since,” Marta Kos said.", 9, True),
    ("The wave killed 30 people. “We buried nine by the boat,” Marta Kos said.", 9, False),
    ("The wave killed 30 people. “Nine of them sat in the boat,” Marta Kos said.", 9, False),
)
"""A text, a number in it, and whether the speaker is one of those counted."""


@pytest.mark.parametrize(("text", "number", "expected"), TEXTS)
def test_a_speaker_counts_himself_among_us(text: str, number: int, expected: bool) -> None:
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    figures, _ = extract(parsed)
    (figure,) = (f for f in figures if f.quantity.low == number)
    assert is_of_us(parsed, figure) is expected


@pytest.mark.parametrize(("dead", "expected"), [(0.7, "present"), (0.99, "killed")])
def test_those_with_the_speaker_were_there_unless_a_word_is_strong(
    dead: float, expected: str
) -> None:
    parsed = Parser().parse(Report("a.txt", "a", "“Nine of us sat in the boat,” Kos said.", ()))
    figures, refused = extract(parsed)
    claims, statements = attribute(parsed, figures)
    found = candidates(parsed, claims, refused, statements)
    shares = np.array([{"killed": dead, "present": 1 - dead}.get(name, 0.0) for name in CONDITIONS])
    nobody = np.array([1.0])
    opinion = Opinion(1.0, 0.0, shares, np.ones(len(POPULATIONS)), (-1,), nobody, nobody, nobody)
    told = with_us(parsed, figures, found, {0: opinion})
    assert CONDITIONS[int(np.argmax(told[0].conditions))] == expected

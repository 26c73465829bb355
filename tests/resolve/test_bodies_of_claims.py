"""The words of a speaker or of a cut body come in; the body that they name is asserted, or None."""

import pytest

from crossread.resolve.claims import lone_body, tidied

CUT = [
    ("adds police", "police"),
    ("In Sollano", "Sollano"),
    ("Urgent | The harbour board", "The harbour board"),
    ("police spokeswoman", "police"),
    ("Harbour Board", "Harbour Board"),
    (None, None),
]


@pytest.mark.parametrize(("kept", "expected"), CUT)
def test_tidied(kept: str | None, expected: str | None) -> None:
    assert tidied(kept) == expected


LONE = [
    ("Penal Watch", "Penal Watch counted nine.", "Penal Watch"),
    ("Petrolac", "Petrolac, which employs 900, denied it.", "Petrolac"),
    ("Petrolac", "Two of Petrolac's workers died.", "Petrolac"),
    ("Ferro", "Ida Ferro wept. Ferro saw nine.", None),
    ("Witnesses", "Witnesses saw nine.", None),
]


@pytest.mark.parametrize(("words", "whole", "expected"), LONE)
def test_lone_body(words: str, whole: str, expected: str | None) -> None:
    assert lone_body(words, whole) == expected

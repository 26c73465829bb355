"""Where names stand in a text, and what stands right before and behind them."""

import re

import pytest

from crossread.resolve.concordance import concordance
from crossread.resolve.edges import NO_LETTER_BEFORE, NO_LETTER_BEHIND
from crossread.resolve.frames import Frame, framed

TEXT = "Bay Table and Bay-Table met. The Bay Tables left; U.N. staff of Bay Table stayed."


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Bay Table", 2),  # neither the hyphen's nor the plural
        ("Bay", 4),
        ("Ba", 0),
        ("Tables", 1),
        ("U.N.", 1),  # ends in no letter
        ("", 0),
    ],
)
def test_names_stand_as_whole_words(name: str, found: int) -> None:
    ends = concordance(TEXT).after(name, NO_LETTER_BEHIND, ahead=NO_LETTER_BEFORE)
    assert len(list(ends)) == found


def test_what_stands_before_a_name() -> None:
    assert concordance(TEXT).follows("Bay Table", re.compile(r"\bof \Z"))
    assert not concordance(TEXT).follows("Bay Tables", re.compile(r"\bof \Z"))


NAMES = ("Bay", "Bay Table", "Ruvo")
KIND = Frame(re.compile(r"(?:[a-z]+ ){0,2}(?:union|group) \Z"), re.compile(r"(?![\w-])"))


@pytest.mark.parametrize(
    "text",
    [
        "the police union Bay Table and the group Ruvo",
        "a group union Bay",  # the leftmost start, whatever kind is nearest
        "union Bay group Ruvo union Ruvo-Bay",  # no name within another's words twice
        "union group Bay Tables",
        "",
    ],
)
def test_frames_find_what_one_pattern_finds(text: str) -> None:
    names = "|".join(map(re.escape, NAMES))
    whole = rf"(?:[a-z]+ ){{0,2}}(?:union|group) (?:{names})(?![\w-])"
    assert [one.words for one in framed(NAMES, KIND, text)] == re.findall(whole, text)

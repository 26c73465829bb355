"""Sentences come in that say which of two numbers came first; the update or the fall goes out, whatever the days."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile

GREW = [
    ("The clinic counted <64> dead, up from <41> in its morning list.", 41, 64),
    ("Overnight the toll rose from <41> to at least <64>.", 41, 64),
    ("The warden has <64> dead, against <41> the day before.", 41, 64),
    ("The warden has <64> dead. On Tuesday it was <41>.", 41, 64),
    ("The warden has <64> dead. It had been <41> two days earlier.", 41, 64),
    ("The warden has <64> dead (Tuesday: <41>).", 41, 64),
    ("The dead are <64>. This replaces the <41> of our second bulletin.", 41, 64),
    ("Of the pits <64> dead are told, after <41> on the first night.", 41, 64),
]
FELL = [
    ("The clinic has <41> dead, down from <64> on Monday.", 64, 41),
    ("The board cut the toll from <64> to <41>.", 64, 41),
    ("The dead are <41>. These replace the <64> of our second bulletin.", 64, 41),
]
NOTHING = [
    "The clinic counted <64> dead from <41> villages.",
    "The clinic counted <64> dead, against <41> by the union.",
    "The warden has <64> dead. It was <41> who were told of at the pit.",
    "The warden has <64> dead, after <41> hours of search.",
    "The clinic counted <64> dead. The road had come down. From <41> came the warning.",
]


def told(sentence: str) -> list[tuple[str, list[int | None]]]:
    """The updates and falls of two speakers' figures for one day that stand between "<" and ">"."""
    text, starts = "", []
    for piece in sentence.replace(">", "<").split("<"):
        if piece.isdigit():
            starts.append((len(text), int(piece)))
        text += piece
    claims = [
        make_claim(
            number, number, source=who, start=at, quote=str(number), sentence=text, report="a"
        )
        for who, (at, number) in zip(("Clinic", "Board"), starts, strict=True)
    ]
    reading = make_reading(make_report("a", text, "2030-05-20"), claims)
    return [
        (verdict.kind, [claim.figure.quantity.low for claim in verdict.claims])
        for _, verdict in reconcile(Resolution((reading,), ())).disagreements
        if verdict.kind in {"update", "revision_down"}
    ]


@pytest.mark.parametrize(("sentence", "old", "new"), GREW)
def test_a_number_that_took_anothers_place_is_an_update(sentence: str, old: int, new: int) -> None:
    assert told(sentence) == [("update", [old, new])]


@pytest.mark.parametrize(("sentence", "old", "new"), FELL)
def test_a_toll_that_was_put_lower_is_a_fall(sentence: str, old: int, new: int) -> None:
    assert told(sentence) == [("revision_down", [old, new])]


@pytest.mark.parametrize("sentence", NOTHING)
def test_numbers_beside_each_other_follow_nothing(sentence: str) -> None:
    assert told(sentence) == []

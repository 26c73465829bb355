"""A small ledger and a hand-made one come in; what the scorer counts as found is asserted."""

from tests.factories import make_claim, make_reading, make_report

from crossread.evaluate.ledger_score import LedgerTally, numbers_in, score_ledger
from crossread.model.ledger import Ledger
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile

GOLD = {
    "questions": [
        {
            "question": "How many died?",
            "answers": [
                {"low": 80, "high": 80, "source_party": "Ministry"},
                {"low": 100, "high": None, "source_party": "Red Front"},
            ],
        }
    ],
    "disagreements": [
        {
            "question": "How many died?",
            "between": ["Ministry", "Red Front"],
            "kind": "range",
            "why": "80 against more than 100",
        },
        {"question": "How many died?", "between": ["Ministry"], "kind": "denial", "why": "of 400"},
    ],
    "near_duplicates": [["a.txt", "b.txt"]],
}


def ledger() -> Ledger:
    """Two speakers of whom at most one can be right."""
    claims = {
        "a.txt": make_claim(80, 80, source="Ministry", report="a.txt"),
        "b.txt": make_claim(100, None, source="Red Front", report="b.txt"),
    }
    readings = tuple(
        make_reading(make_report(name, f"Text of {name}.", "2030-05-10"), [claim])
        for name, claim in claims.items()
    )
    return reconcile(Resolution(readings))


def test_found_and_missed() -> None:
    tally = score_ledger(ledger(), GOLD, {}, LedgerTally())
    assert (tally.questions_found, tally.questions) == (1, 1)
    assert (tally.answers_found, tally.answers) == (2, 2)
    assert (tally.right_kind, tally.disagreements) == (1, 2)
    assert tally.by_kind == {"range": [1, 1], "denial": [0, 1]}
    assert (tally.copies_found, tally.copies, tally.copies_invented) == (0, 1, 0)
    assert any(note.startswith("MISSED denial") for note in tally.notes)


def test_numbers_in_words_and_digits() -> None:
    assert numbers_in("3,597 of 3,696, and three more") == {3597, 3696, 3}

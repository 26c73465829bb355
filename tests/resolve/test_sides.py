"""Claims with words for a counted side come in; which party these lead to is asserted."""

from dataclasses import replace

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.resolve import resolve

TEXT = "Ana Velt of the Tolva Relief Committee has nine. Velt lost two of her drivers."


def counted(words: str, noun: str) -> Claim:
    """Two drivers lost, with the words for their side and their noun."""
    claim = make_claim(2, 2, party=words, sentence=TEXT, start=50)
    return replace(claim, figure=replace(claim.figure, noun=noun, party=words))


@pytest.mark.parametrize(
    ("words", "noun", "party"),
    [
        ("Velt", "drivers", "Tolva Relief Committee"),  # a person, by her body
        ("Tolva Relief Committee", "drivers", "Tolva Relief Committee"),
        ("police", "officers", "police"),  # an organ alone
        ("army", "rebels", None),  # whom the army fights
        ("hundred soldiers", "soldiers", None),  # a noun and no body
    ],
)
def test_words_for_the_counted_lead_to_a_side(words: str, noun: str, party: str | None) -> None:
    said = make_claim(9, 9, source="Tolva Relief Committee", said="Ana Velt", sentence=TEXT)
    lost = counted(words, noun)
    (reading,) = resolve([make_reading(make_report(text=TEXT), [said, lost])]).readings
    assert reading.claims[1].party == party

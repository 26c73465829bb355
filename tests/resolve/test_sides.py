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
        ("Oslo", "engineers", "Norway"),  # a capital, for whose state they are counted
        ("Swedes", "Swedes", "Sweden"),
    ],
)
def test_words_for_the_counted_lead_to_a_side(words: str, noun: str, party: str | None) -> None:
    said = make_claim(9, 9, source="Tolva Relief Committee", said="Ana Velt", sentence=TEXT)
    lost = counted(words, noun)
    (reading,) = resolve([make_reading(make_report(text=TEXT), [said, lost])]).readings
    assert reading.claims[1].party == party


def test_a_bare_number_takes_no_side_from_another_report() -> None:
    told = replace(make_claim(60, 60, party="Tolva Relief Committee", population="staff", start=5))
    bare = make_claim(60, 60, population="staff", start=5)
    named = replace(bare, figure=replace(bare.figure, noun="drivers"))
    readings = [
        make_reading(make_report(text=TEXT, name="a.txt"), [told]),
        make_reading(make_report(text=TEXT + " .", name="b.txt"), [bare]),
        make_reading(make_report(text=TEXT + " ..", name="c.txt"), [named]),
    ]
    sides = [reading.claims[0].party for reading in resolve(readings).readings]
    assert sides == ["Tolva Relief Committee", None, "Tolva Relief Committee"]

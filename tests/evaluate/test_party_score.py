"""Parties and an alias file come in; how well the names are joined, and every merge, is asserted."""

import pytest

from crossread.evaluate.party_score import PartyTally, score_parties
from crossread.model.party import Party

ALIASES = {"Red Front": ["the Front", "RF", "Frente Rojo"], "Blue League": ["BL"]}
TEXT = "The Red Front (RF) met the BL. The Front and the Blue League signed."


def scored(*parties: Party) -> PartyTally:
    """The tally of these parties against the alias file, one text."""
    return score_parties(parties, [TEXT], ALIASES, PartyTally())


def test_names_joined_as_in_the_alias_file_score_one() -> None:
    tally = scored(Party("RF", ("Front", "the Red Front")), Party("Blue League", ("BL",)))
    assert tally.names == 5  # the Spanish name stands in no report
    assert (tally.precision, tally.recall, tally.merges) == (1.0, 1.0, [])


def test_a_name_given_to_nobody_costs_recall_alone() -> None:
    tally = scored(Party("RF", ("Red Front",)), Party("Blue League", ("BL",)))
    assert tally.precision == 1.0
    assert tally.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert tally.unjoined == ["Red Front: front -> nobody: front, red front -> RF, rf -> RF"]


def test_a_merge_is_named_and_costs_precision() -> None:
    tally = scored(Party("RF", ("Front", "Red Front", "BL")), Party("Blue League"))
    assert tally.precision == pytest.approx((3 * 3 / 4 + 1 / 4 + 1) / 5)
    assert tally.merges == ["RF: Blue League ['bl'] with Red Front ['front', 'red front', 'rf']"]

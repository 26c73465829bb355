"""Whom the network points at, when its shares are spread and when the rules have an answer of their own."""

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crossread.decide.ballots import NOWHERE, Ballot, Ballots, merged


def ballot(nobody: float, **shares: float) -> Ballot:
    """A ballot whose words stand at 1, 2, 3 … in the order given."""
    places = {form: (share, -at) for at, (form, share) in enumerate(shares.items(), 1)}
    return Ballot(nobody, shares, places)


def test_the_larger_share_is_elected_and_the_rules_answer_stands_where_it_is_that() -> None:
    held = ballot(0.1, police=0.7, mayor=0.2)
    assert held.elected(frozenset()) == 1
    assert held.elected(frozenset(["mayor"])) == 1
    assert held.elected(frozenset(["police"])) is None


def test_nobody_needs_a_share_of_its_own_and_a_mention_that_was_seen() -> None:
    assert ballot(0.35, police=0.3, mayor=0.1).elected(frozenset(["mayor"])) == 1
    assert ballot(0.8, police=0.2).elected(frozenset(["police"])) == NOWHERE
    assert ballot(0.8, police=0.2).elected(frozenset(["navy"])) is None


def test_ballots_on_one_speaker_are_weighed_together() -> None:
    one, other = ballot(0.2, police=0.5, mayor=0.3), ballot(0.2, police=0.1, mayor=0.7)
    both = merged([one, other])
    assert both.elected(frozenset()) == 2
    assert abs(both.shares["police"] - 0.3) < 1e-9


def test_words_that_cannot_be_meant_are_left_out() -> None:
    held = ballot(0.3, aster=0.5, hospital=0.2)
    assert held.elected(frozenset()) == 1
    left = held.without(frozenset(["aster"]))
    assert abs(left.nobody - 0.6) < 1e-9
    assert ballot(0.1, aster=0.9).without(frozenset(["aster"])).elected(frozenset()) == 1


@given(
    st.lists(
        st.tuples(st.sampled_from(["Aster", "aster", "mayor", "the"]), st.integers(0, 3)),
        min_size=1,
    )
)
def test_a_form_has_the_sum_of_its_words_shares_and_the_first_of_its_best_places(
    told: list[tuple[str, int]],
) -> None:
    found = cast(Any, SimpleNamespace(words=["In", *(word for word, _ in told)]))
    places = (NOWHERE, *range(1, len(told) + 1))
    held = Ballots(found).cast(places, np.array([0.25, *(share / 8 for _, share in told)]))
    assert held.nobody == 0.25
    for form in {word.casefold() for word, _ in told}:
        own = [(n / 8, -at) for at, (word, n) in enumerate(told, 1) if word.casefold() == form]
        assert held.shares[form] == sum(share for share, _ in own)
        assert held.places[form] == max(own)

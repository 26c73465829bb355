"""Names folded to keys: what belongs to a name and what is only said before it."""

import pytest

from crossread.resolve.names import fold

SAME = [
    # a patron is told before a name and is no part of it
    ("US-backed Free Lowland Forces", "Free Lowland Forces"),
    ("the Saudi-led Coalition", "Coalition"),
    # articles, case, dots, possessives
    ("the U.N.", "UN"),
    ("Ruvia’s", "Ruvia"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_names_that_fold_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_a_patron_before_a_common_noun_tells_which_it_is() -> None:
    assert fold("Iran-backed militia") != fold("militia")

"""Names folded to keys: what belongs to a name and what is only said before it."""

import pytest

from crossread.resolve.names import fold, without_opener

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


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("But Bay Table", "Bay Table"), ("The Bay Table", "Bay Table"), ("Butte County", "Butte County"), ("But", "But")],
)  # fmt: skip
def test_words_that_open_a_sentence_are_no_part_of_a_name(name: str, wanted: str) -> None:
    assert without_opener(name) == wanted

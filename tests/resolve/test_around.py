"""A body's name with words around it that leave it the same body's."""

import pytest

from crossread.resolve.around import around

PHRASES = [
    ("Spain's Bay Agency counted nine.", ("Spain's Bay Agency", "Bay Agency")),
    ("The Italian charity Bay Agency counted nine.", ("Italian charity Bay Agency", "Bay Agency")),
    ("The doctors of the Bay Agency counted nine.", ("doctors of the Bay Agency", "Bay Agency")),
    ("The Bay Agency's bulletin has nine.", ("Bay Agency's bulletin", "Bay Agency")),
    ("The Bay Agency and its partners fed nine.", ("Bay Agency and its partners", "Bay Agency")),
    ("The Bay Agency in Sollano counted nine.", ("Bay Agency in Sollano", "Bay Agency")),
    ("The Bay Agency rescue service dug.", ("Bay Agency rescue service", "Bay Agency")),
    ("The relatives of the Bay Agency wept.", None),
    ("The Bay Agency's victims wept.", None),
    ("The New Bay Agency counted nine.", None),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_what_names_one_body(text: str, expected: tuple[str, str] | None) -> None:
    assert list(around(["Bay Agency"], text)) == ([expected] if expected else [])


def test_no_names_no_phrases() -> None:
    assert list(around([], "The doctors of the Bay Agency counted nine.")) == []

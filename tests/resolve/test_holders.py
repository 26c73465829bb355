"""A body's name with a person of it and the texts come in; the body's own name is asserted."""

import pytest

from crossread.resolve.holders import without_person

TEXTS = "Lena Moro said so. Tamsin Roe, too. Nine women came, nine children and three friends. Mr Okpe asked."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # behind the body's name, with a title
        ("Quay Hospital Dr Ana Reis", "Quay Hospital"),
        ("Harbour Board Secretary Tam Roe", "Harbour Board"),
        ("Quay Hospital's Doctor Ana Reis", "Quay Hospital"),
        ("Quay General Hospital", "Quay General Hospital"),
        ("Harbour Commission President Union", "Harbour Commission President Union"),
        # as the body's owner, or owned by it
        ("Moro's Tide Observatory", "Tide Observatory"),
        ("Harbour Union's Roe", "Harbour Union"),
        ("women's union", "women's union"),
        ("coroner's office", "coroner's office"),
        ("Women's Tide League", "Women's Tide League"),
        # before "of"
        ("Roe of the Tide League", "Tide League"),
        ("Okpe of Norra Shipping", "Norra Shipping"),
        ("Zuri of the Tide League", "Tide League"),
        ("Lena Moro of Human Rights Watch", "Human Rights Watch"),
        ("Friends of the Tide Foundation", "Friends of the Tide Foundation"),
        ("Bank of Norra", "Bank of Norra"),
        ("John of God clinic", "John of God clinic"),
    ],
)
def test_a_body_is_called_without_its_person(name: str, expected: str) -> None:
    """A person before "of", behind a title or as an owner is no part of the name; what only looks so is."""
    assert without_person(name, TEXTS) == expected

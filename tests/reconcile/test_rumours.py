"""What goes round has nobody behind it who counted, and stands against no count."""

import pytest
from tests.factories import make_claim
from tests.reconcile.told import printed


@pytest.mark.parametrize(
    ("speaker", "ranges"),
    [("Council", 1), ("Messages shared on social media", 0), ("a circulating list", 0)],
)
def test_a_rumour_makes_no_range(speaker: str, ranges: int) -> None:
    one = make_claim(40, 40, "killed", source="Police", as_of="2030-05-03", report="a", start=10)
    other = make_claim(60, 60, "killed", source=speaker, as_of="2030-05-03", report="b", start=10)
    assert [kind for kind, _ in printed(one, other)].count("range") == ranges

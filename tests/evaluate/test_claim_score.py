"""The scorer pairs one to one, counts fields, and leaves optional gold claims out on both sides."""

from typing import Any

import pytest

from crossread.evaluate.claim_score import score


def row(start: int, low: int, **fields: Any) -> dict[str, Any]:
    """A claim row with the guidelines' defaults."""
    plain = {
        "report": "a.txt", "quote": str(low), "start": start, "end": start + 10, "low": low, "high": low,
        "approx": False, "vague": None, "unit": "person", "population": "people", "party": None,
        "condition": "killed", "source": None, "source_party": None, "stance": "affirmed",
        "as_of": None, "place": None, "background": False, "optional": False,
    }  # fmt: skip
    return plain | fields


def gold(*claims: dict[str, Any]) -> list[dict[str, Any]]:
    """A gold file with one report."""
    return [{"report": "a.txt", "claims": list(claims)}]


def test_found_and_strict() -> None:
    tally = score(gold(row(0, 5), row(20, 7)), [row(3, 5), row(20, 7, condition="injured")], {})
    assert (tally.gold, tally.predicted, tally.found, tally.strict) == (2, 2, 2, 1)
    assert tally.f1(tally.found) == (1.0, 1.0, 1.0)
    assert tally.accuracy("condition") == 0.5


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        (row(30, 5), 0),  # elsewhere in the text
        (row(0, 6), 0),  # another quantity
        (row(0, 5, report="folder/a.txt"), 1),  # the file's name is what counts
    ],
)
def test_what_pairs(claim: dict[str, Any], found: int) -> None:
    assert score(gold(row(0, 5)), [claim], {}).found == found


def test_optional_gold_earns_and_costs_nothing() -> None:
    tally = score(gold(row(0, 5, optional=True)), [row(0, 5)], {})
    assert (tally.gold, tally.predicted) == (0, 0)


def test_any_accepted_answer_is_right() -> None:
    wanted = row(0, 5, party=["SDF", None], condition=["killed", "recovered"], as_of="2022-01")
    given = row(
        0, 5, party="the Syrian Democratic Forces", condition="recovered", as_of="2022-01-28"
    )
    tally = score(gold(wanted), [given], {"SDF": ["Syrian Democratic Forces"]})
    assert (tally.strict, tally.dated_right) == (1, 1)


def test_one_claim_pairs_with_one_gold_claim() -> None:
    assert score(gold(row(0, 5), row(2, 5)), [row(1, 5)], {}).found == 1

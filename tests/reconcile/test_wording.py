"""How verdicts word what they tell."""

import pytest

from crossread.reconcile.wording import deny


@pytest.mark.parametrize(
    ("deniers", "verb"),
    [
        (["The agitators"], "deny"),
        (["police"], "deny"),
        (["Red Cross", "UN"], "deny"),
        (["Red Cross"], "denies"),
        (["the press"], "denies"),
        (["Railways (rail official)"], "denies"),
        (["United Nations"], "denies"),
    ],
)
def test_the_verb_follows_its_subject(deniers: list[str], verb: str) -> None:
    assert deny(deniers) == verb

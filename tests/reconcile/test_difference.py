"""Two counts come in that differ by three; where a sentence tells of these three, the reason goes out with it."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile

TOLD = [
    "The union has 64 dead. The coroner's 61 are certified; three bodies were never brought to him.",
    "The coroner has 61 dead. The union has 64, 3 of whom he puts down to a lorry on the road.",
    "The coroner has 61 dead, says the clerk. The union has 64. Three are still to be confirmed by a doctor.",
    "The union has 64 dead. The coroner has 61; the two lists cannot be compared.",
]
NOT_TOLD = [
    "The union has 64 dead. The coroner has 61, in addition to three who have not been found.",
    "The coroner has 61 dead. The union has 64, three of them women whom nobody could confirm.",
    "The union has 64 dead. The coroner has 61. Three shops were shut; the road was not.",
    "The union has 64 dead. The coroner has 61, his office said on Friday.",
]


def kind_of(text: str) -> list[str]:
    """The kinds of verdict on the union's 64 and the coroner's 61 of a text."""
    claims = [
        make_claim(
            number, number, source=who, start=text.index(str(number)), quote=str(number),
            sentence=text[: text.index(". ") + 1] if text.index(str(number)) < text.index(". ")
            else text[text.index(". ") + 2 :],
            report="a",
        )
        for who, number in (("Union", 64), ("Coroner", 61))
    ]  # fmt: skip
    reading = make_reading(make_report("a", text, "2030-05-20"), claims)
    return [verdict.kind for _, verdict in reconcile(Resolution((reading,), ())).disagreements]


@pytest.mark.parametrize("text", TOLD)
def test_who_makes_the_difference_is_told(text: str) -> None:
    assert kind_of(text) == ["status"]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_three_others_explain_no_difference(text: str) -> None:
    assert kind_of(text) == ["range"]

"""The questions of an event come in; one number that two speakers put under two conditions goes out."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact
from crossread.reconcile.group import place_key
from crossread.reconcile.voice import Voices
from crossread.reconcile.wording import figure_words, speaker_words

RARE = 100
"""Numbers from here on, with three digits that are not trailing zeros, seldom meet by chance."""
OPPOSED = {
    frozenset(pair)
    for pair in (
        ("held", "out of custody"), ("left behind", "out of custody"), ("killed", "missing"), ("killed", "injured"),
        ("killed", "present"), ("killed", "rescued"), ("held", "evacuated"), ("held", "sheltered"),
        ("held", "displaced"), ("back in custody", "surrendered"), ("displaced", "affected"), ("destroyed", "damaged"),
        ("missing", "rescued"), ("surrendered", "held"),
    )
}  # fmt: skip
"""Families of which one number can hardly be in both: what one calls escaped, another calls held."""


def two_conditions(questions: Sequence[Question], voices: Voices) -> list[tuple[str, Verdict]]:
    """One rare number that different speakers put under opposed conditions."""
    by_number: dict[tuple[int, str | None, str | None], list[tuple[Claim, Question]]] = defaultdict(
        list
    )
    for question in questions:
        for point in question.series:
            for claim in point.claims:
                number = exact(claim)
                if number is not None and is_rare(number) and claim.stance == "affirmed":
                    by_number[number, place_key(claim.place), claim.party].append((claim, question))
    found = []
    for rows in by_number.values():
        verdict = first_opposed(rows, voices)
        if verdict is not None:
            found.append(verdict)
    return found


def is_rare(number: int) -> bool:
    """Whether two speakers would hardly have a number by chance."""
    return number >= RARE and len(str(number).rstrip("0")) >= 3


def first_opposed(
    rows: Sequence[tuple[Claim, Question]], voices: Voices
) -> tuple[str, Verdict] | None:
    """The verdict on the first two claims of one number whose conditions exclude each other."""
    for (one, first), (two, second) in combinations(
        sorted(rows, key=lambda row: voices.order(row[0])), 2
    ):
        families = frozenset((first.family, second.family))
        if families in OPPOSED and voices.speaker(one) != voices.speaker(two):
            why = (
                f"The same {figure_words(one)} is “{first.family}” for {speaker_words(one)} "
                f"and “{second.family}” for {speaker_words(two)}."
            )
            return first.id, Verdict("status", (one, two), why)
    return None

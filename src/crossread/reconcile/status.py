"""The questions of an event come in; one number that two speakers put under two conditions goes out."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact, is_rare
from crossread.reconcile.group import place_key
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import figure_words, listed, speaker_words

OPPOSED = {
    frozenset(pair)
    for pair in (
        ("held", "out of custody"), ("left behind", "out of custody"), ("held", "evacuated"), ("held", "sheltered"),
        ("held", "transferred"), ("back in custody", "surrendered"), ("back in custody", "evacuated"),
        ("surrendered", "held"), ("surrendered", "sheltered"), ("hostages", "evacuated"), ("hostages", "sheltered"),
    )
}  # fmt: skip
"""Families of which one number can hardly be in both, though each side may call it so: held or sheltered, out or in."""
Row = tuple[Claim, Question]


def two_conditions(questions: Sequence[Question], voices: Voices) -> list[tuple[str, Verdict]]:
    """One rare number that different speakers put under opposed conditions, with those who deny either."""
    by_number: dict[tuple[int, str | None, str | None], list[Row]] = defaultdict(list)
    for question in questions:
        for point in question.series:
            for claim in point.claims:
                number = exact(claim)
                if number is not None and is_rare(number):
                    by_number[number, place_key(claim.place), claim.party].append((claim, question))
    found = (first_opposed(rows, voices) for rows in by_number.values())
    return [verdict for verdict in found if verdict is not None]


def first_opposed(rows: Sequence[Row], voices: Voices) -> tuple[str, Verdict] | None:
    """The verdict on the first two claims of one number whose conditions exclude each other."""
    ordered = sorted(rows, key=lambda row: voices.order(row[0]))
    said = [row for row in ordered if row[0].stance == "affirmed"]
    deniers = [claim for claim, _ in ordered if claim.stance == "denied"]
    for (one, first), (two, second) in combinations(said, 2):
        families = frozenset((first.family, second.family))
        if families in OPPOSED and two_voices(one, two, voices):
            why = (
                f"The same {figure_words(one)} is “{first.family}” for {speaker_words(one, voices)} "
                f"and “{second.family}” for {speaker_words(two, voices)}"
            )
            if deniers:
                names = listed(sorted({speaker_words(claim, voices) for claim in deniers}))
                why += f"; {names} {'denies' if len(deniers) == 1 else 'deny'} it"
            return first.id, Verdict("status", (one, two, *deniers), f"{why}.")
    return None


def two_voices(one: Claim, two: Claim, voices: Voices) -> bool:
    """Whether two claims are two speakers', at least one of them named."""
    named = not (is_own(one) and is_own(two))
    return named and voices.speaker(one) != voices.speaker(two)

"""The questions of an event come in; where speakers part over who the counted were goes out: fighters or civilians."""

from collections.abc import Iterator, Sequence

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import is_vague, size
from crossread.reconcile.checks import SAME_TIME
from crossread.reconcile.denials import takes_up
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import figure_words, speaker_words

Found = tuple[str, Verdict]
OTHERS = frozenset({"civilians", "people", "children", "women", "staff", "students", "protesters"})
"""Populations that a denier of fighters may count instead."""


def who_they_were(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """One body counts fighters among the killed or held; another denies them and counts others instead."""
    asked = [question for question in questions if not question.background]
    found: list[Found] = []
    for question in asked:
        fighters = [claim for claim in claims_of(question) if is_of_a_side(claim)]
        denied = [claim for claim in fighters if is_refusal(claim) and not is_own(claim)]
        for refusal in denied:
            given = next((claim for claim in fighters if is_given(claim, refusal, voices)), None)
            others = [
                claim for other in asked for claim in claims_of(other)
                if other.family == question.family and counts_instead(claim, refusal, voices)
            ]  # fmt: skip
            instead = max(others, key=lambda claim: (size(claim), claim.id), default=None)
            if given is not None and instead is not None:
                why = (
                    f"{speaker_words(given, voices)}: {figure_words(given)} fighters; {speaker_words(refusal, voices)} "
                    f"says there were none, and counts {figure_words(instead)} {instead.figure.population}."
                )
                found.append((question.id, Verdict("status", (given, refusal, instead), why)))
                break
    return found


def claims_of(question: Question) -> Iterator[Claim]:
    """A question's claims, in order of time."""
    return (claim for point in question.series for claim in point.claims)


def is_of_a_side(claim: Claim) -> bool:
    """Whether armed people are counted."""
    return claim.figure.population == "combatants"


def is_refusal(claim: Claim) -> bool:
    """Whether a claim denies a figure, or says that there was none."""
    return claim.stance == "denied" or claim.figure.quantity.high == 0


def is_given(claim: Claim, refusal: Claim, voices: Voices) -> bool:
    """Whether another body affirms what is refused."""
    return (
        claim.stance == "affirmed"
        and not is_refusal(claim)
        and not is_own(claim)
        and (refusal.figure.quantity.high == 0 or takes_up(refusal, claim))
        and voices.independent(claim) != voices.independent(refusal)
    )


def counts_instead(claim: Claim, refusal: Claim, voices: Voices) -> bool:
    """Whether the body that refuses counts other people, none of them its own, for that time."""
    first, second = voices.day(claim), voices.day(refusal)
    near = first is None or second is None or abs(first - second) <= SAME_TIME
    own_losses = voices.independent(refusal) == f"party {refusal.party}"
    return (
        near
        and not own_losses
        and not is_vague(claim)
        and claim.stance == "affirmed"
        and claim.figure.population in OTHERS
        and (claim.party is None or claim.party != refusal.party)
        and claim.figure.quantity.high != 0
        and voices.independent(claim) == voices.independent(refusal)
    )

"""The questions of an event come in; where speakers part over who the counted were goes out: fighters or civilians."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crossread.lexicon import load
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


def who_they_were(
    questions: Sequence[Question], texts: Mapping[str, str], voices: Voices
) -> list[Found]:
    """One body counts fighters among the killed or held; another denies them and counts others instead."""
    asked = [question for question in questions if not question.background]
    found: list[Found] = []
    for question in asked:
        fighters = [claim for claim in claims_of(question) if is_of_a_side(claim)]
        others = [
            claim for other in asked for claim in claims_of(other) if other.family == question.family
        ]  # fmt: skip
        verdicts = [
            *by_figure(fighters, others, voices),
            *by_words(fighters, others, texts, voices),
        ]
        found += [(question.id, verdict) for verdict in verdicts[:1]]
    return found


def by_figure(
    fighters: Sequence[Claim], others: Sequence[Claim], voices: Voices
) -> Iterator[Verdict]:
    """The fighters that a body denies, or says were none, where it counts other people instead."""
    for refusal in fighters:
        if not is_refusal(refusal) or is_own(refusal):
            continue
        given = next((claim for claim in fighters if is_given(claim, refusal, voices)), None)
        counted = [claim for claim in others if counts_instead(claim, refusal, voices)]
        if given is not None and counted:
            instead = max(counted, key=lambda claim: (size(claim), claim.id))
            yield parting(given, instead, (given, refusal, instead), voices)


def by_words(
    fighters: Sequence[Claim], others: Sequence[Claim], texts: Mapping[str, str], voices: Voices
) -> Iterator[Verdict]:
    """The fighters of one body against the civilians of another that says in its words that there were no fighters."""
    for given in fighters:
        if is_refusal(given) or is_own(given):
            continue
        counted = [
            claim for claim in others
            if counts_instead(claim, given, voices, same_body=False) and excludes(claim, texts)
        ]  # fmt: skip
        if counted:
            instead = max(counted, key=lambda claim: (size(claim), claim.id))
            yield parting(given, instead, (given, instead), voices)


def parting(given: Claim, instead: Claim, claims: tuple[Claim, ...], voices: Voices) -> Verdict:
    """The verdict on who the counted were."""
    why = (
        f"{speaker_words(given, voices)}: {figure_words(given)} fighters; {speaker_words(claims[-1], voices)} "
        f"says there were none, and counts {figure_words(instead)} {instead.figure.population}."
    )
    return Verdict("status", claims, why)


def excludes(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Whether the sentence of a claim, or the one before it in its paragraph, says that there were no fighters."""
    text, start = texts[claim.report], claim.figure.start
    end = re.search(r"[.!?][”\"’]?\s|\n|$", text[claim.figure.end :])
    line = text[text.rfind("\n", 0, start) + 1 : claim.figure.end + (end.start() if end else 0)]
    last_two = " ".join(re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", line)[-2:])
    return any(
        re.search(words, last_two, re.IGNORECASE) for words in load("definitions")["no_fighters"]
    )


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


def counts_instead(claim: Claim, against: Claim, voices: Voices, *, same_body: bool = True) -> bool:
    """Whether a claim counts other people for the same time, by the body that refuses or by another that is named."""
    first, second = voices.day(claim), voices.day(against)
    near = first is None or second is None or abs(first - second) <= SAME_TIME
    same = voices.independent(claim) == voices.independent(against)
    own_losses = voices.independent(claim) == f"party {against.party}"
    return (
        near
        and same is same_body
        and not own_losses
        and not is_own(claim)
        and not is_vague(claim)
        and claim.stance == "affirmed"
        and claim.figure.population in OTHERS
        and (claim.party is None or claim.party != against.party)
        and claim.figure.quantity.high != 0
    )

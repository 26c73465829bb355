"""The verdicts of an event come in; they go out without figures whose condition the network is not certain of.

A verdict says of several figures that they count one thing: it is as sure as the least sure of them.
"""

from collections.abc import Iterator, Sequence

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import quantity_key
from crossread.reconcile.doubt import NEAR, contradicted, near
from crossread.reconcile.ranges import range_of
from crossread.reconcile.voice import Voices

Found = tuple[str, Verdict]
CERTAIN = 0.95
"""Share of its condition from which a figure is held against another (decisions 0116, 0122, 0123): in reports and
texts that the network was not taught on 96 to 97 in 100 figures from it on have the condition that they were given, and
so fifteen pairs in sixteen have both."""


def certain(
    found: Sequence[Found], questions: Sequence[Question], voices: Voices
) -> Iterator[Found]:
    """The verdicts that certain figures bear; denials, and figures put right, stand by their own words."""
    said = {
        question.id: [claim for point in question.series for claim in point.claims]
        for question in questions
    }
    for question, verdict in found:
        if verdict.kind == "denial" or is_put_right(verdict):
            yield question, verdict
            continue
        kept = [
            claim for claim in verdict.claims
            if is_certain(claim, said.get(question, []))
            or (verdict.kind == "range" and near(claim, verdict.claims, voices, NEAR))
        ]  # fmt: skip
        if len(kept) == len(verdict.claims):
            yield question, verdict
        elif verdict.kind == "range":
            kept = [claim for claim in kept if contradicted(claim, kept, voices)]
            if kept:
                yield question, range_of(kept, voices)


def is_put_right(verdict: Verdict) -> bool:
    """Whether a verdict tells what its speaker puts in a figure's place: the sentence sets the two side by side."""
    moves = verdict.kind in {"update", "revision_down"}
    return moves and any(claim.stance == "denied" for claim in verdict.claims)


def is_certain(claim: Claim, said: Sequence[Claim]) -> bool:
    """Whether a figure's condition is read with certainty, or another report's certain figure gives the same number."""
    if claim.figure.share >= CERTAIN:
        return True
    return any(
        other.report_id != claim.report_id
        and other.figure.share >= CERTAIN
        and quantity_key(other) == quantity_key(claim)
        and other.figure.condition == claim.figure.condition
        for other in said
    )

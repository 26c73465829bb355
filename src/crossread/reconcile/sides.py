"""The verdicts of an event come in; they go out without what two states count each on its own ground.

"Sixteen on Ruvo's shore, seven on Losto's, 23 in all": neither contradicts the other, nor whoever counts both.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact
from crossread.reconcile.doubt import contradicted
from crossread.reconcile.movements import update_of
from crossread.reconcile.ranges import range_of
from crossread.reconcile.voice import Voices

Found = tuple[str, Verdict]
REACH = 2000
"""Characters of a report within which two counts and their sum stand."""
FEWEST = 3
"""A count of fewer makes a sum with another by chance."""
SHARE = 0.1
"""So does one below this share of the sum."""
Sums = dict[str, set[int]]
"""The sums that a claim makes with another state's, by the claim's id."""


def of_one_ground(
    found: Sequence[Found], questions: Sequence[Question], voices: Voices
) -> Iterator[Found]:
    """The verdicts, ranges without counts of one side, updates without a side beside the whole of both."""
    sums = added_up(questions, voices)
    for question, verdict in found:
        sides = [claim for claim in verdict.claims if claim.id in sums]
        kept = [claim for claim in verdict.claims if claim not in sides]
        if sides and verdict.kind == "range":
            kept = [claim for claim in kept if contradicted(claim, kept, voices)]
            if kept:
                yield question, range_of(kept, voices)
        elif verdict.kind == "update" and any(
            exact(claim) in sums[side.id] for side in sides for claim in kept
        ):
            yield from ((question, update) for update in update_of(kept, voices))
        else:
            yield question, verdict


def added_up(questions: Sequence[Question], voices: Voices) -> Sums:
    """The counts of two states of which one report tells, and near them the number that they make together."""
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for question in questions:
        for claim in (claim for point in question.series for claim in point.claims):
            if is_whole(claim) and not question.background:
                told[claim.report_id, question.family].append(claim)
    found: Sums = defaultdict(set)
    for claims in told.values():
        for one, two in combinations(claims, 2):
            whole = (exact(one) or 0) + (exact(two) or 0)
            least = min(exact(one) or 0, exact(two) or 0)
            if least < SHARE * whole or not voices.abroad_from(one, two):
                continue
            if any(exact(claim) == whole and reach(claim, one, two) for claim in claims):
                found[one.id].add(whole)
                found[two.id].add(whole)
    return found


def is_whole(claim: Claim) -> bool:
    """Whether a claim gives one number without a hedge, and not of a few or as a part."""
    plain = claim.stance == "affirmed" and claim.figure.measure == "total"
    return plain and not claim.figure.quantity.approx and (exact(claim) or 0) >= FEWEST


def reach(*claims: Claim) -> bool:
    """Whether figures of one report stand near each other."""
    starts = [claim.figure.start for claim in claims]
    return max(starts) - min(starts) <= REACH

"""A contradiction comes in; it goes out without figures that only add what one report tells of other places.

"The town's centre has 213 on its list, the government three in Sarand and one in Ruvo": who then writes 217 counts all
three places, and contradicts nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crossread.model.claim import Claim
from crossread.model.question import Question
from crossread.reconcile.bounds import exact, quantity_key
from crossread.reconcile.group import DESCRIBED, TELLING

REACH = 400
"""Characters between a figure and the sum that it makes with another told in between."""
Listed = dict[tuple[str, str, str], list[Claim]]
"""Exact figures of one family that stand in one sentence of a report."""


def listed_together(questions: Iterable[Question]) -> Listed:
    """The exact, affirmed figures of each sentence, by report, sentence and family, each number once."""
    found: Listed = defaultdict(list)
    for question in questions:
        for claim in (claim for point in question.series for claim in point.claims):
            beside = found[claim.report_id, claim.sentence, question.family]
            known = {quantity_key(other) for other in beside}
            whole = claim.figure.measure != "part" and claim.figure.population not in DESCRIBED
            told = claim.stance == "affirmed" and exact(claim) is not None
            if whole and told and quantity_key(claim) not in known:
                beside.append(claim)
    return found


def is_wider(claim: Claim, others: Sequence[Claim], family: str, listed: Listed) -> bool:
    """Whether a figure is what another of its report makes with those that its sentence lists beside it."""
    if any(adds_up_to(claim, other, listed) for other in others if other is not claim):
        return True
    number = exact(claim)
    for other in others:
        beside = listed.get((other.report_id, other.sentence, family), [])
        if other is claim or other.report_id != claim.report_id or len(beside) < 2:
            continue
        if claim.sentence != other.sentence and number == sum(exact(one) or 0 for one in beside):
            return exact(other) is not None
    return False


def adds_up_to(claim: Claim, other: Claim, listed: Listed) -> bool:
    """Whether a third figure just before makes one figure of a report the sum: "51; two more in Ruvo: 53"."""
    whole, part = exact(claim) or 0, exact(other) or 0
    start, end = sorted((other.figure.start, claim.figure.start))
    if other.report_id != claim.report_id or not 0 < part < whole or whole < TELLING:
        return False
    missing = whole - part
    return end - start <= REACH and any(
        exact(one) == missing and start < one.figure.start < end
        for (report, _, _), told in listed.items() if report == claim.report_id
        for one in told
    )  # fmt: skip

"""The claims of one question come in; the points of its series go out, in order of time."""

from collections import defaultdict
from collections.abc import Iterable

from crossread.model.claim import Claim
from crossread.model.question import Point
from crossread.reconcile.bounds import quantity_key
from crossread.reconcile.voice import Voices


def points(claims: Iterable[Claim], voices: Voices) -> tuple[Point, ...]:
    """One point for each thing that one speaker says as of one day, in order of time."""
    together: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=voices.order):
        key = (voices.speaker(claim), voices.day(claim), quantity_key(claim), claim.stance)
        together[key].append(claim)
    return tuple(point(members) for members in together.values())


def point(members: list[Claim]) -> Point:
    """The point of claims that say the same."""
    lead = members[0]
    quantity = lead.figure.quantity
    return Point(
        lead.as_of, quantity.low, quantity.high, any(claim.figure.quantity.approx for claim in members),
        quantity.vague, lead.source, lead.source_party, lead.stance,
        tuple(sorted({claim.report for claim in members})), tuple(members),
    )  # fmt: skip

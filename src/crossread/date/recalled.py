"""In: the dated claims of a whole set. Out: the same, counts told again from before with the day of that telling.

"Up from 38" and "had earlier spoken of six" name no day; where another report, or an earlier entry of the same page,
gave that very count before, it is of that day.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossread.model.claim import Claim
from crossread.model.when import When

_DEFAULTS = frozenset({"published", "entry", "data"})
"""Rules of a claim whose own words give it no day."""

FIRST_WORDS = timedelta(days=1)
"""How long what somebody "at first" said of an event may lie behind its first day."""

_COMPARED = re.compile(
    r"(?:\b(?:up|down|risen|rose|rises|raised|raises|lowered|lowers|cut|cuts|revised|increased|climbed|jumped|grown"
    r"|grew|gone|went|fell|fallen|corrected|brought|to\s+[\d,]+)\s+from|\bcompared\s+(?:with|to)|\binstead\s+of"
    r"|\brather\s+than)\s+(?:the\s+|its\s+|an?\s+)?(?:(?:earlier|previous|initial|first|count|toll|figure|total|of)\s+)*$",
    re.I,
)
"""Words before a count that another has taken the place of."""

_EARLIER = re.compile(
    r"\b(?:earlier|originally|previously|until\s+then|had\s+(?:said|spoken|put|given|reported|claimed|counted"
    r"|announced|listed|maintained))\b[^.;:]*$",
    re.I,
)
_AT_FIRST = re.compile(
    r"\b(?:initially|at\s+first|first\s+(?:said|spoke|put|gave|reported|claimed|announced))\b[^.;:]*$",
    re.I,
)
"""Words of what was said before and of what was said at the beginning."""

Numbers = tuple[float | None, float | None, str, str]
"""A count's bounds, its condition and who is counted: small numbers alone are told of many things."""


def recall(
    readings: Sequence[tuple[str, Sequence[Claim]]], event: date | None
) -> list[tuple[Claim, ...]]:
    """The claims of each report, given as its text and its claims; `event` is the event's first day."""
    told: dict[Numbers, set[date]] = defaultdict(set)
    for text, claims in readings:
        for claim in claims:
            day = claim.as_of
            if day is not None and day.precision == "day" and not _retold(text, claim):
                told[_numbers(claim)].add(day.last)
    return [
        tuple(_recalled(text, claim, told, event) for claim in claims) for text, claims in readings
    ]


def _numbers(claim: Claim) -> Numbers:
    quantity = claim.figure.quantity
    return quantity.low, quantity.high, claim.figure.condition, claim.figure.population


def _before(text: str, claim: Claim) -> str:
    """What stands before a figure in its sentence, and the figure's own words before the number."""
    at = claim.figure.quantity.start
    start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at)) + 1
    return text[start:at]


def _retold(text: str, claim: Claim) -> bool:
    """Whether a count without a day of its own is told as one from before."""
    if claim.as_of is None or claim.as_of.rule not in _DEFAULTS:
        return False
    before = _before(text, claim)
    return any(pattern.search(before) for pattern in (_COMPARED, _EARLIER, _AT_FIRST))


def _recalled(text: str, claim: Claim, told: dict[Numbers, set[date]], event: date | None) -> Claim:
    """The claim of the last earlier day on which the count was told; what was said at first, else, of the event's."""
    now = claim.as_of
    if now is None or not _retold(text, claim):
        return claim
    days = [day for day in told[_numbers(claim)] if day < now.last]
    if not days and event is not None and _AT_FIRST.search(_before(text, claim)):
        days = [event] if event + FIRST_WORDS < now.last else []
    if not days:
        return claim
    return replace(claim, as_of=When(max(days), max(days), "day", "", "recalled"))

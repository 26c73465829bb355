"""Readings with parties named come in; they go out with one spelling for each place, and figures from elsewhere marked.

A figure of another place is background: it is kept and shown as such, and compared with nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.model.report import Report
from crossread.resolve.concordance import concordance
from crossread.resolve.edges import NO_LETTER_BEFORE, NO_LETTER_BEHIND
from crossread.resolve.gazetteer import THEATRE_LEAD, scenes, state_of
from crossread.resolve.labelled import labelled_place
from crossread.resolve.names import fold, skeleton
from crossread.resolve.register import register

HAPPENING = frozenset(
    {"killed", "injured", "casualties", "missing", "attacking", "destroyed", "damaged", "freed"}
)
"""Conditions of what happens at a place; people flee, are flown out, held or treated abroad from this event too."""
PASSING = 2
"""A place of another state that all reports together name so rarely is mentioned in passing."""


def settle_places(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Every reading with its claims' places under one spelling, and what happened in another state as background."""
    whole = "\n".join(sorted({reading.report.text for reading in readings}))
    readings = [
        replace(reading, claims=tuple(placed(claim, reading.report) for claim in reading.claims))
        for reading in readings
    ]
    spellings = one_spelling([claim for reading in readings for claim in reading.claims], whole)
    here = scenes(whole, lead=THEATRE_LEAD)
    return tuple(
        replace(
            reading,
            claims=tuple(settled(claim, spellings, here, whole) for claim in reading.claims),
        )
        for reading in readings
    )


def placed(claim: Claim, report: Report) -> Claim:
    """The claim with the place that labels its item, where it has none of its own; a place does not speak."""
    place = claim.place or labelled_place(claim, report)
    if place is None or place == claim.place:
        return claim
    if claim.source is not None and claim.source == place:
        claim = replace(claim, source=None, source_at=None, source_party=None, source_rule="")
    return replace(claim, place=place)


def one_spelling(claims: Sequence[Claim], whole: str) -> dict[str, str]:
    """For each spelling of a place the one that stands most often in the texts; states under their short name."""
    variants: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.place:
            variants[skeleton(fold(claim.place))].add(claim.place)
    found: dict[str, str] = {}
    for names in variants.values():
        best = max(sorted(names), key=lambda name: (times(name, whole), name))
        state = register().party_of.get(fold(best))
        short = state.name if state is not None and state.kind == "state" else best
        found |= dict.fromkeys(names, short)
    return found


def settled(claim: Claim, spellings: dict[str, str], here: set[str], whole: str) -> Claim:
    """The claim with its place's one spelling, marked as background where the place lies elsewhere."""
    if claim.place is None:
        return claim
    away = claim.figure.condition in HAPPENING and lies_elsewhere(claim.place, here, whole)
    return replace(claim, place=spellings[claim.place], background=claim.background or away)


def lies_elsewhere(place: str, here: set[str], whole: str) -> bool:
    """Whether a place is another state's than those that the texts play in, and named only in passing."""
    names = re.findall(r"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)*", place)
    states = Counter(state for name in names if (state := state_of(name)))
    if not here or not states or set(states) & here:
        return False
    return all(times(name, whole) <= PASSING for name in names)


def times(name: str, whole: str) -> int:
    """How often a name stands in the texts, not within a longer word."""
    found = concordance(whole).after(name, NO_LETTER_BEHIND, ahead=NO_LETTER_BEFORE)
    return sum(1 for _ in found)

"""The claims of one question come in; the points of its series and each speaker's line over time go out."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from crossread.model.claim import Claim
from crossread.model.question import Point
from crossread.reconcile.bounds import (
    compatible,
    exact,
    is_vague,
    quantity_key,
    raised,
    size,
    stated,
)
from crossread.reconcile.family import says
from crossread.reconcile.voice import Voices

FRAGMENT = 0.5
"""A speaker's figure below this share of the same speaker's for the same day counts something smaller."""


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


def lines(
    claims: Iterable[Claim], voices: Voices, echoed: dict[str, Claim]
) -> dict[str, list[Claim]]:
    """Each speaker's answers over time: for each day the figure that leads, smaller counts beside it left out.

    A figure that a report gives in its own voice belongs to the named speaker who gives the same.
    """
    by_speaker: dict[str, dict[date | None, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        answers = claim.stance == "affirmed" and claim.figure.modality == "reported"
        if answers and claim.id not in echoed:
            by_speaker[voices.house(claim)][voices.day(claim)].append(claim)
    found = {}
    for speaker, days in sorted(by_speaker.items()):
        line: list[Claim] = []
        for day in sorted(days, key=lambda day: day or date.min):
            line += leading(days[day], voices)
        found[speaker] = without_repeats(line)
    return found


def leading(claims: list[Claim], voices: Voices) -> list[Claim]:
    """Of one speaker's figures for one day, those that are answers: the widest count, and others if it moved."""
    ordered = sorted(claims, key=lambda claim: (-size(claim), is_vague(claim), voices.order(claim)))
    lead = ordered[0]
    answers = [lead]
    for claim in ordered[1:]:
        grown = raised(claim, lead) and voices.published.get(
            claim.report, date.max
        ) < voices.published.get(lead.report, date.min)
        if (compatible(claim, lead) and not grown) or claim.figure.measure == "increment":
            continue
        if any(quantity_key(claim) == quantity_key(answer) for answer in answers):
            continue
        if grown or moved(claim, lead, voices):
            answers.append(claim)
    return sorted(answers, key=lambda claim: when_said(claim, lead, voices))


def moved(claim: Claim, lead: Claim, voices: Voices) -> bool:
    """Whether a smaller figure for the same day is an earlier or a corrected one rather than a part."""
    if is_vague(claim) or is_vague(lead):
        return False
    if claim.report == lead.report:
        cues = ("earlier", "later", "down")
        return any(says(either, cue) for either in (claim, lead) for cue in cues)
    same_text = voices.original.get(claim.report) == voices.original.get(lead.report)
    return same_text or size(claim) >= FRAGMENT * size(lead)


def when_said(claim: Claim, lead: Claim, voices: Voices) -> tuple[bool, date, int, str]:
    """Sort key within one day: what the text calls earlier first, then by publication, then as a toll grows."""
    late = not says(claim, "earlier") or says(claim, "down")
    return (
        late,
        voices.published.get(claim.report, date.min),
        size(claim),
        claim.id,
    )


def without_repeats(line: list[Claim]) -> list[Claim]:
    """A line without figures that only repeat the one before."""
    kept: list[Claim] = []
    for claim in line:
        if not kept or quantity_key(kept[-1]) != quantity_key(claim):
            kept.append(claim)
    return kept


def tighter(claims: list[Claim]) -> Claim:
    """The claim that says most: an exact number before a bound before a word."""
    return min(
        claims,
        key=lambda claim: (
            is_vague(claim),
            exact(claim) is None,
            stated(claim).high - stated(claim).low,
            claim.id,
        ),
    )

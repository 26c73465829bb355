"""The questions of an event come in; where a house's count stands below a wider body's goes out: it counts its own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import compatible, is_vague, size
from crossread.reconcile.voice import Voices, is_house
from crossread.reconcile.wording import told

Found = tuple[str, Verdict]
SHARE = 0.3
"""A house's count below this share of a wider body's is plainly no rival of it."""
REACH = 600
"""Characters of a report within which it gives both."""


def of_one_house(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """Where a report gives a house's count beside a wider body's larger one for one day, the last of each question."""
    found = []
    for question in questions:
        claims = [claim for point in question.series for claim in point.claims if counts(claim)]
        beside = list(by_day(claims, voices))
        if beside and not question.background:
            _, house, wider = max(beside, key=lambda each: (each[0], size(each[1]), each[1].id))
            sides = "; ".join(told(claim, voices) for claim in (house, *wider))
            why = f"{sides}: the first counts those of its own house alone."
            found.append((question.id, Verdict("status", (house, *wider), why)))
    return found


def counts(claim: Claim) -> bool:
    """Whether a claim says how many there are, and a body with a name says so."""
    named = claim.stance == "affirmed" and claim.source_party is not None
    return named and claim.figure.measure == "total" and not is_vague(claim)


def by_day(claims: Sequence[Claim], voices: Voices) -> Iterator[tuple[date, Claim, list[Claim]]]:
    """Each house's largest count of a day with the larger ones of wider bodies beside it, one for each body."""
    houses: dict[tuple[date, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        day = voices.day(claim)
        if is_house(claim) and day is not None:
            houses[day, voices.speaker(claim)].append(claim)
    for (day, _), own in sorted(houses.items()):
        house = max(own, key=lambda claim: (size(claim), claim.id))
        wider = {
            voices.speaker(claim): claim
            for claim in sorted(claims, key=voices.order)
            if voices.day(claim) == day and is_beside(claim, own, house)
        }
        if wider:
            yield day, house, sorted(wider.values(), key=lambda claim: (size(claim), claim.id))


def is_beside(claim: Claim, own: Sequence[Claim], house: Claim) -> bool:
    """Whether a wider body's count is larger than a house's, not by too much, and a report gives it beside one."""
    larger = SHARE * size(claim) <= size(house) < size(claim) and not compatible(claim, house)
    return (
        larger
        and not is_house(claim)
        and any(
            claim.report_id == one.report_id and abs(claim.figure.start - one.figure.start) <= REACH
            for one in own
        )
    )

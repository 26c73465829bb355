"""The lines of one question come in; its standing answer goes out: a range, a grade, and why."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from crossread.model.claim import Claim
from crossread.model.question import Grade, Standing
from crossread.reconcile.bounds import bridged, compatible, is_vague, raised, size
from crossread.reconcile.checks import SAME_TIME
from crossread.reconcile.denials import takes_up
from crossread.reconcile.group import Group
from crossread.reconcile.line import Lines
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import (
    figure_words,
    listed,
    speaker_words,
    speakers_listed,
    told,
)

LOSSES = frozenset({"killed", "injured", "missing", "casualties", "surrendered", "hostages"})
"""Families in which a side that counts its own people speaks against its own interest."""


def stand(group: Group, lines: Lines, voices: Voices) -> tuple[Standing, tuple[str, ...]]:
    """The standing answer, and the independent speakers behind it."""
    latest = current(group, lines, voices)
    if not latest:
        return unanswered(group)
    denied = {claim.id for claim in latest if deniers(claim, group, voices)}
    low, high, vague = span(latest)
    apart = [
        (one, two)
        for one, two in combinations(latest, 2)
        if not compatible(one, two) and not bridged(one, two, group.claims)
    ]
    sources = independent(latest, voices)
    grade = grade_of(latest, sources, contested=bool(apart or denied), voices=voices)
    why = explain(group, latest, grade, sources, apart, voices)
    newest = max(latest, key=voices.order)
    return Standing(low, high, grade, newest.as_of, why, vague, about(latest)), sources


def current(group: Group, lines: Lines, voices: Voices) -> list[Claim]:
    """The latest figure of each speaker that a later count of others has not overtaken."""
    ends = [end for line in lines.values() if (end := last_answer(line)) is not None]
    numbers = [claim for claim in ends if not is_vague(claim)]
    ends = numbers or ends
    named = [claim for claim in ends if not is_own(claim)]
    kept = [
        claim for claim in ends
        if not any(is_overtaken(claim, other, group, voices) for other in ends)
        and not (is_own(claim) and any(stands_for(claim, other) for other in named))
    ]  # fmt: skip
    return sorted(kept, key=voices.order)


def last_answer(line: list[Claim]) -> Claim | None:
    """A line's last figure that is a number, else its last word."""
    numbers = [claim for claim in line if not is_vague(claim)]
    answers = numbers or line
    return answers[-1] if answers else None


def stands_for(own: Claim, named: Claim) -> bool:
    """Whether a report's own figure says nothing beside a named speaker's: one number fits both."""
    return compatible(own, named) and not raised(named, own)


def is_overtaken(claim: Claim, other: Claim, group: Group, voices: Voices) -> bool:
    """Whether another speaker's later figure has left this one behind."""
    first, second = voices.day(claim), voices.day(other)
    if first is None or second is None or second - first <= SAME_TIME or compatible(claim, other):
        return False
    return group.family.measure == "stock" or size(other) > size(claim)


def deniers(claim: Claim, group: Group, voices: Voices) -> list[Claim]:
    """Other speakers' denials of a figure."""
    return [
        other
        for other in group.claims
        if other.stance == "denied"
        and voices.speaker(other) != voices.speaker(claim)
        and takes_up(other, claim)
    ]


def span(latest: Iterable[Claim]) -> tuple[int | None, int | None, str | None]:
    """The lowest and the highest that is said; open above where an open bound is all there is up there."""
    quantities = [claim.figure.quantity for claim in latest]
    numbers = [quantity for quantity in quantities if quantity.vague is None]
    if not numbers:
        return None, None, min(quantity.vague or "" for quantity in quantities)
    lows = [quantity.low for quantity in numbers if quantity.low is not None]
    highs = [quantity.high for quantity in numbers if quantity.high is not None]
    low = min(lows) if lows else None
    high = max(highs) if highs else None
    beyond = [
        quantity.low for quantity in numbers if quantity.high is None and quantity.low is not None
    ]
    if high is not None and beyond and max(beyond) > high:
        high = None
    return low, high, None


def about(latest: Iterable[Claim]) -> bool:
    """Whether every number is given as about so many."""
    numbers = [claim.figure.quantity for claim in latest if claim.figure.quantity.vague is None]
    return bool(numbers) and all(quantity.approx for quantity in numbers)


def independent(latest: Iterable[Claim], voices: Voices) -> tuple[str, ...]:
    """The independent named speakers, by the words a reader knows them by; bodies of one house count once."""
    by_voice: dict[str, Claim] = {}
    for claim in latest:
        if not is_own(claim):
            by_voice.setdefault(voices.independent(claim), claim)
    return tuple(sorted({claim.source_party or claim.source or "" for claim in by_voice.values()}))


def grade_of(
    latest: list[Claim], sources: tuple[str, ...], *, contested: bool, voices: Voices
) -> Grade:
    """How well the standing answer is carried."""
    if contested:
        return "contested"
    if not sources:
        return "unattributed"
    if len(sources) == 1:
        return "one_source"
    return "agreed" if any(disinterested(claim, voices) for claim in latest) else "corroborated"


def disinterested(claim: Claim, voices: Voices) -> bool:
    """Whether a speaker is neutral, or counts its own side's losses."""
    party = voices.parties.get(claim.source_party or "")
    neutral = party is not None and party.kind in {"neutral", "agency"}
    own_loss = claim.party is not None and claim.party == claim.source_party
    return neutral or (own_loss and claim.figure.condition in LOSSES)


def explain(
    group: Group, latest: list[Claim], grade: Grade, sources: tuple[str, ...],
    apart: list[tuple[Claim, Claim]], voices: Voices,
) -> str:  # fmt: skip
    """The grade in one sentence, with the speakers and the figures it rests on."""
    if grade == "contested":
        return explain_contest(group, latest, voices)
    if grade == "unattributed":
        figures = listed(sorted({figure_words(claim) for claim in latest}))
        return f"Reports say so in their own voice and name nobody who counted: {figures}."
    if grade == "one_source":
        return explain_one(group, latest, sources[0], voices)
    return explain_agreement(latest, sources, grade, voices)


def explain_contest(group: Group, latest: list[Claim], voices: Voices) -> str:
    """Who says what, and who denies it."""
    said = listed([told(claim, voices) for claim in latest])
    against = [other for claim in latest for other in deniers(claim, group, voices)]
    if against:
        return f"{said}; denied by {listed(speakers_listed(against, voices))}."
    return f"{said}: no one number fits."


def explain_one(group: Group, latest: list[Claim], source: str, voices: Voices) -> str:
    """Why several reports, or several bodies of one house, are one source."""
    house = voices.independent(latest[0])
    same = [
        claim
        for claim in group.claims
        if claim.stance == "affirmed"
        and voices.independent(claim) == house
        and any(compatible(claim, other) for other in latest)
    ]
    parties = sorted({claim.source_party for claim in same if claim.source_party})
    if len(parties) > 1:
        figures = listed(sorted({figure_words(claim) for claim in latest}))
        return f"{listed(parties)} give {figures}; all speak for the {house.removeprefix('party ')}: one voice."
    reports = {
        claim.report for claim in group.claims if claim.source_party in parties or not parties
    }
    carried = (
        f"; {len(reports)} reports carry it, which is still one source" if len(reports) > 1 else ""
    )
    if any(claim.source is None and claim.stance == "affirmed" for claim in group.claims):
        return f"Only {source} is named for a figure{carried}; reports also give one in their own voice."
    return f"Only {source} gives a figure{carried}."


def explain_agreement(
    latest: list[Claim], sources: tuple[str, ...], grade: Grade, voices: Voices
) -> str:
    """Whose figures one number fits, and what makes the agreement weigh more or less."""
    fits = f"One number fits what {listed(list(sources))} say, independently of each other"
    if grade == "corroborated":
        return f"{fits}; none of them is neutral or counts its own losses."
    claim = next(claim for claim in latest if disinterested(claim, voices))
    who = speaker_words(claim, voices)
    own = claim.party is not None and claim.party == claim.source_party
    return f"{fits}, and {who} {'counts its own losses' if own else 'is no party to the events'}."


def unanswered(group: Group) -> tuple[Standing, tuple[str, ...]]:
    """The standing of a question to which there are only denials, forecasts or parts."""
    denials = [claim for claim in group.claims if claim.stance == "denied"]
    if denials:
        names = sorted(
            {claim.source_party or claim.source or "A report itself" for claim in denials}
        )
        why = f"{listed(names)} denies a figure that nobody here stands by."
        sources = tuple(name for name in names if name != "A report itself")
        return Standing(None, None, "contested", None, why), sources
    return Standing(
        None, None, "unattributed", None, "Nobody gives a figure for what happened."
    ), ()


def last_day(latest: Iterable[Claim], voices: Voices) -> date | None:
    """The last day that the figures are for."""
    return max((day for claim in latest if (day := voices.day(claim))), default=None)

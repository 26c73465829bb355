"""The claims of one question come in; each speaker's answers over time go out, counts of something smaller left out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure
from crossread.reconcile.bounds import compatible, exact, is_vague, quantity_key, raised, size
from crossread.reconcile.family import says
from crossread.reconcile.voice import Voices, echoes, is_own

Lines = dict[str, list[Claim]]

FRAGMENT = 0.5
"""A speaker's figure below this share of the same speaker's for the same day counts something smaller."""
FALLEN = 1 / 3
"""A body's toll below this share of its own earlier one counts something smaller: its nationals, one district."""
SMALLER_THING = 0.2
"""A figure below this share of what two other named bodies say by then counts something smaller than they do."""
NEAR = 250
"""Characters within which a word like "earlier" sets two figures of one report against each other."""
STOCK_SCOPE = 4.0
"""Two counts of a stock further apart than this factor are of different things, not a dispute about one."""
NEAR_CUE = 45
"""Characters before a figure within which "had spoken of" is said of it."""
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
"""What makes a figure one of more people: "two other bodies"."""
_NEXT = re.compile(r"[;,.]|\d")
"""What ends the words that stand right behind a figure."""
_FROM = re.compile(
    r"\b(?:(?:up |down )?from|(?:reconciled|compared) with)(?: an? (?:earlier|initial|previous))?\s*$",
    re.IGNORECASE,
)
"""What stands before the figure that another took the place of."""
_WHOLE = re.compile(r"\b[Oo]f (?:the|these|those|its|all)(?: \d[\d,.]*)?\W*$")
"""What stands before a total whose parts follow: "Of the 216, 131 were men"."""


def lines(claims: Iterable[Claim], voices: Voices, measure: FamilyMeasure) -> Lines:
    """Each speaker's answers over time: for each day the figure that leads, smaller counts beside it left out.

    A figure that a report gives in its own voice belongs to the named speaker who gives the same. Bodies of one
    house make one line where their figures follow each other, and stay apart where they contradict each other.
    """
    claims = list(claims)
    echoed = echoes(claims)
    answers = [
        claim for claim in claims
        if is_answer(claim) and claim.id not in echoed and not is_whole_of_one(claim, claims)
        and not is_on_top(claim, claims) and not is_corrected(claim, claims)
    ]  # fmt: skip
    by_speaker: dict[str, dict[date | None, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in answers:
        by_speaker[voices.speaker(claim)][voices.day(claim)].append(claim)
    found = {
        speaker: without_repeats(
            [
                claim
                for day in sorted(days, key=lambda day: day or date.min)
                for claim in leading(days[day], voices)
            ]
        )
        for speaker, days in sorted(by_speaker.items())
    }
    return one_house(found, voices, measure)


def is_answer(claim: Claim) -> bool:
    """Whether a claim says how many there are: no denial, no forecast, nothing that was so once at the most."""
    told = claim.stance == "affirmed" and claim.figure.modality == "reported"
    return told and not says(claim, "highest", own=True)


def is_corrected(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether a claim's report says of its number that it wrote it before: it no longer does, whoever had said it."""
    cues = load("families")["cues"]["corrected"]
    return any(
        other.report_id == claim.report_id
        and quantity_key(other) == quantity_key(claim)
        and any(cue in other.sentence.partition(other.quote)[0].casefold() for cue in cues)
        for other in claims
    )


def is_on_top(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether a claim comes on top of what its report said before: "five more", "two other bodies" behind "13 died"."""
    others = [other for other in claims if other.id != claim.id]
    before = (
        other.report_id == claim.report_id and other.figure.start < claim.figure.start
        for other in others
    )  # fmt: skip
    if _OTHERS.search(claim.quote):
        return bool(others)
    return claim.figure.measure == "increment" and any(before)


def is_whole_of_one(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether another figure of the question is a part of a claim's bare number: "nine, six of them children"."""
    if len(claim.quote.split()) > 1:
        return False
    start, end = claim.figure.quantity.start, claim.figure.quantity.end
    return any(
        other.report_id == claim.report_id
        and other.figure.part_of is not None
        and other.figure.part_of[0] < end
        and start < other.figure.part_of[1]
        and size(other) < size(claim)
        for other in claims
    )


def by_scale(
    claims: Iterable[Claim], voices: Voices, measure: FamilyMeasure
) -> tuple[list[Claim], list[Claim]]:
    """The claims on the whole of a question, and those that by then count something much smaller.

    Whoever has counted something smaller has done so in every figure that is no larger.
    """
    claims = list(claims)
    least: dict[str, int] = {}
    for claim in claims:
        if is_fragment(claim, claims, voices) or (
            measure == "toll" and falls_away(claim, claims, voices)
        ):
            voice = voices.independent(claim)
            least[voice] = max(least.get(voice, 0), size(claim))
    small = [claim for claim in claims if size(claim) <= least.get(voices.independent(claim), -1)]
    return [claim for claim in claims if claim not in small], small


def falls_away(claim: Claim, claims: Iterable[Claim], voices: Voices) -> bool:
    """Whether a body's toll is less than a third of what the same body said before, with no word that says so."""
    day = voices.day(claim)
    return (
        day is not None
        and claim.source_party is not None
        and not is_vague(claim)
        and not says(claim, "down")
        and any(
            voices.speaker(other) == voices.speaker(claim)
            and other.stance == "affirmed"
            and not is_vague(other)
            and size(claim) < FALLEN * size(other)
            and (voices.day(other) or date.max) < day
            for other in claims
        )
    )


def is_fragment(claim: Claim, claims: Iterable[Claim], voices: Voices) -> bool:
    """Whether two other named bodies have by then said so much more that the claim counts something smaller.

    For a state abroad, which counts its own people, one body that says twice as much is enough; for a figure that a
    report gives in its own voice two that do.
    """
    if is_vague(claim):
        return False
    day, own = voices.day(claim), voices.independent(claim)
    abroad = voices.is_abroad(claim) and claim.party is None and claim.place is None
    share = FRAGMENT if abroad or is_own(claim) else SMALLER_THING
    least = 1 if abroad else 2
    larger = {
        voices.independent(other)
        for other in claims
        if other.source_party is not None
        and other.stance == "affirmed"
        and not is_vague(other)
        and size(claim) < share * size(other)
        and (voices.day(other) or date.min) <= (day or date.max)
    }
    return len(larger - {own}) >= least


def one_house(found: Lines, voices: Voices, measure: FamilyMeasure) -> Lines:
    """Lines with those of one house made one, where their figures can be one count that goes on."""
    houses: dict[str, list[str]] = defaultdict(list)
    for speaker, line in found.items():
        houses[voices.independent(line[0])].append(speaker)
    joined: Lines = {}
    for house, speakers in sorted(houses.items()):
        together = sorted(
            (claim for speaker in speakers for claim in found[speaker]),
            key=lambda claim: (*voices.order(claim)[:2], size(claim), claim.id),
        )
        if len(speakers) > 1 and goes_on(
            [found[speaker] for speaker in speakers], together, voices, measure
        ):
            joined[house] = without_repeats(together)
        else:
            joined |= {speaker: found[speaker] for speaker in speakers}
    return dict(sorted(joined.items()))


def goes_on(
    own: list[list[Claim]], together: list[Claim], voices: Voices, measure: FamilyMeasure
) -> bool:
    """Whether the figures of one house's bodies, in order of time, are one count that goes on."""
    ends = {id(line): line[-1] for line in own}
    for before, after in pairwise([claim for claim in together if not is_vague(claim)]):
        if compatible(before, after):
            continue
        mine = next(line for line in own if before in line)
        if after in mine:
            continue
        same_day = voices.day(before) == voices.day(after)
        passed = size(ends[id(mine)]) >= size(after) or printed_later(before, after, voices)
        small, large = sorted((size(before), size(after)))
        if same_day and not passed:
            return False
        if measure == "toll" and size(after) < size(before):
            return False
        if measure == "stock" and large > STOCK_SCOPE * small:
            return False
    return True


def printed_later(before: Claim, after: Claim, voices: Voices) -> bool:
    """Whether a figure for the same day stands in a report of a later day."""
    first, second = voices.published.get(before.report), voices.published.get(after.report)
    return first is not None and second is not None and first < second


def leading(claims: list[Claim], voices: Voices) -> list[Claim]:
    """Of one speaker's figures for one day, those that are answers: the widest count, and others if it moved."""
    ordered = sorted(claims, key=lambda claim: (*weight(claim), voices.order(claim)))
    lead = finest(ordered)
    answers = [lead]
    for claim in (claim for claim in ordered if claim is not lead):
        grown = raised(claim, lead) and voices.published.get(
            claim.report, date.max
        ) < voices.published.get(lead.report, date.min)
        if (compatible(claim, lead) and not grown) or claim.figure.measure == "increment":
            continue
        if any(quantity_key(claim) == quantity_key(answer) for answer in answers):
            continue
        if grown or moved(claim, lead, voices):
            answers.append(claim)
    return sorted(answers, key=lambda claim: when_said(claim, voices))


def finest(ordered: Sequence[Claim]) -> Claim:
    """The first figure, or where that is hedged the exact one that it rounds: 3,696 for "nearly 4,000"."""
    lead = ordered[0]
    if not lead.figure.quantity.approx:
        return lead
    exacts = (claim for claim in ordered if is_exact(claim) and compatible(claim, lead))
    return next(exacts, lead)


def is_exact(claim: Claim) -> bool:
    """Whether a claim gives one number without a hedge."""
    return exact(claim) is not None and not claim.figure.quantity.approx


def weight(claim: Claim) -> tuple[bool, int, bool, bool]:
    """Sort key of one day's figures: numbers before ceilings ("up to 100"), the larger before the smaller."""
    quantity = claim.figure.quantity
    ceiling = quantity.low is None and quantity.vague is None
    return ceiling, -size(claim), is_vague(claim), quantity.low != quantity.high


def moved(claim: Claim, lead: Claim, voices: Voices) -> bool:
    """Whether a smaller figure for the same day is an earlier or a corrected one rather than a part."""
    if is_vague(claim) or is_vague(lead):
        return False
    if claim.report_id == lead.report_id:
        return not is_whole(lead) and set_against(claim, lead)
    same_text = voices.original.get(claim.report) == voices.original.get(lead.report)
    return same_text or size(claim) >= FRAGMENT * size(lead)


def set_against(claim: Claim, lead: Claim) -> bool:
    """Whether one report's words set two figures against each other as before and after."""
    cues = ("earlier", "later", "down")
    apart = abs(claim.figure.start - lead.figure.start)
    if apart <= NEAR and (is_replaced(claim) or is_replaced(lead)):
        return True
    return apart <= NEAR and any(says(either, cue) for either in (claim, lead) for cue in cues)


def is_whole(claim: Claim) -> bool:
    """Whether a figure is named as the whole of those that follow: "of the 216"."""
    before, found, _ = claim.sentence.partition(claim.quote)
    return bool(_WHOLE.search(claim.quote) or (found and _WHOLE.search(before)))


def when_said(claim: Claim, voices: Voices) -> tuple[int, date, int, int, str]:
    """Sort key within one day: what the text calls earlier first, then by publication, by hour, as a toll grows."""
    day = voices.published.get(claim.report, date.min)
    return lateness(claim), day, hour(claim), size(claim), claim.id


def hour(claim: Claim) -> int:
    """The time of day that stands right behind a figure, as its place among them: "50 at breakfast, 99 by night"."""
    behind = claim.sentence.partition(claim.quote)[2][:NEAR_CUE].casefold()
    words = claim.quote.casefold() + _NEXT.split(behind)[0]
    times = load("families")["cues"]["times"]
    return next((place for place, word in enumerate(times) if word in words), 0)


def is_replaced(claim: Claim) -> bool:
    """Whether a figure is the one that another takes the place of: "cut the toll to 100 from 120"."""
    return bool(_FROM.search(claim.sentence.partition(claim.quote)[0]))


def lateness(claim: Claim) -> int:
    """0 for what is told as the state before ("to 275 from 288", "which had spoken of 60"), 1 loosely so, else 2."""
    before = claim.sentence.partition(claim.quote)[0]
    if is_replaced(claim):
        return 0
    if not says(claim, "earlier") or says(claim, "down"):
        return 2
    last = re.split(r"[;:.]\s|\d", before)[-1].casefold()[-NEAR_CUE:]
    return 0 if any(cue in last for cue in load("families")["cues"]["earlier"]) else 1


def without_repeats(line: list[Claim]) -> list[Claim]:
    """A line without figures that only repeat the one before, or tell again what was before ("to 275 from 288")."""
    kept: list[Claim] = []
    for place, claim in enumerate(line):
        said = [quantity_key(other) for other in kept]
        after = quantity_key(line[place + 1]) if place + 1 < len(line) else None
        again = lateness(claim) == 0 and quantity_key(claim) in said and after == said[-1]
        if not again and (not said or said[-1] != quantity_key(claim)):
            kept.append(claim)
    return kept

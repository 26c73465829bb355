"""The lines of one question come in; where different speakers contradict each other at one time goes out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure, Verdict
from crossread.reconcile.bounds import (
    bound_moved,
    bridged,
    compatible,
    is_vague,
    quantity_key,
    size,
    stated,
)
from crossread.reconcile.checks import SAME_TIME, Pair
from crossread.reconcile.denials import takes_up
from crossread.reconcile.family import says
from crossread.reconcile.line import SMALLER_THING, Lines
from crossread.reconcile.movements import is_bystander, told_in_turn
from crossread.reconcile.voice import Voices, is_house, is_local, is_own
from crossread.reconcile.wording import told

FRAGMENT_OF_OTHERS = 1 / 3
"""A nameless voice's count, or a word ("dozens"), below this share of a named speaker's is of less, of one street."""
FALL_LIMIT = 0.9
"""A toll that another later puts at less than this share counts something else."""
STALE = 0.25
"""Once others put a toll so high that a lower one is less than this share of it, the lower disputes no early count."""
TWO_BODIES = 0.05
"""Two bodies that count at one time may be as far apart as this: a police's 3 dead against a monitor's 27."""
OWN_SHARE = 0.5
"""A report's own figure below this share of a named body's counts what it tells of just then."""
OWN_FEW = 5
"""A report's own count of fewer people than this is of a corner of the scene (fitted on the read events)."""
STOCK_APART = 8.0
"""Two counts of a stock further apart than this factor are of different things; marchers by their organisers and by the
police are told four and five times apart."""
OWN_DEEDS = frozenset({"rescued", "evacuated"})
"""Conditions that whoever brings people into them counts for its own boats and crews."""
LOCAL_SHARE = 0.5
"""A town hall's count below this share of a wider body's is of its own ground."""
REPLACED = timedelta(days=10)
"""A lower figure that comes this long after a higher one of another body replaces it, and does not dispute it."""
SIDE_BY_SIDE = 600
"""Characters within which one report holds two speakers' figures against each other, whatever their days."""


def ranges(
    claims: Sequence[Claim], lines: Lines, measure: FamilyMeasure, voices: Voices
) -> list[Verdict]:
    """Different speakers' figures for one time of which at most one can be right, one verdict for each time."""
    lines = {
        who: [one for one in line if not is_withdrawn(one, claims)] for who, line in lines.items()
    }
    apart: list[tuple[date, Claim, Claim]] = []
    for one, two in combinations(sorted(lines), 2):
        for left in lines[one]:
            for right in lines[two]:
                earlier, later = sorted((left, right), key=voices.order)
                pair = Pair(earlier, later, measure, voices)
                line = lines[one] if earlier is left else lines[two]
                follows = told_in_turn(pair, claims)
                disputed = in_dispute(earlier, claims)
                if (
                    parts_ways(pair, line, disputed=disputed)
                    and not follows
                    and not (put_lower(pair) and left_behind(pair, claims))
                    and not bridged(earlier, later, claims)
                ):
                    apart.append((voices.day(later) or date.min, earlier, later))
    return [range_of(latest(cluster, lines, voices), voices) for cluster in by_time(apart)]


def is_withdrawn(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a speaker takes a figure back by a word: it stands against nobody's any more."""
    return any(
        quantity_key(other) == quantity_key(claim)
        and (other.source_party or other.source) == (claim.source_party or claim.source)
        and ((says(other, "withdrawn") and says(other, "telling")) or put_back(other))
        for other in claims
    )


def put_back(claim: Claim) -> bool:
    """Whether a sentence goes on to say that its figure was taken back: "had 76 and withdrew it the next day"."""
    behind = claim.sentence.partition(claim.quote)[2]
    cues = load("families")["cues"]
    return any(re.search(cues[cue], behind, re.IGNORECASE) for cue in ("taken_back", "put_at"))


def long_after(pair: Pair) -> bool:
    """Whether so much time lies between two figures that the later replaces the earlier."""
    first, second = pair.days
    return first is not None and second is not None and second - first >= REPLACED


def left_behind(pair: Pair, claims: Sequence[Claim]) -> bool:
    """Whether others with a name had long put a toll so much higher that a lower one disputes theirs, not the first."""
    first, last = pair.days
    return not pair.same_time and any(
        claim.source_party is not None
        and claim.stance == "affirmed"
        and STALE * size(claim) > size(pair.later)
        and (first or date.min) < (pair.voices.day(claim) or date.max) <= (last or date.max)
        for claim in claims
    )


def in_dispute(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether somebody denies a figure: whatever another then says instead is held against it, however far off."""
    return any(other.stance == "denied" and takes_up(other, claim) for other in claims)


def parts_ways(pair: Pair, line: Sequence[Claim], *, disputed: bool) -> bool:
    """Whether two speakers' figures contradict each other rather than follow each other or count other things."""
    if compatible(pair.earlier, pair.later) or only_words(pair) or strangers(pair):
        return False
    if is_rumoured(pair.earlier) or is_rumoured(pair.later):
        return False
    if pair.voices.untold(pair.earlier, pair.later):
        return False
    if (
        lowered_by_then(pair, line)
        or unlike(pair)
        or grows(pair)
        or is_of_an_hour(pair)
        or tells_of_few(pair)
        or counts_its_own(pair)
        or pair.earlier.figure.condition in OWN_DEEDS
    ):
        return False
    once = is_bystander(pair.earlier) or len(line) == 1
    if put_lower(pair) and once and long_after(pair):
        return False
    if disputed and put_lower(pair) and not is_bystander(pair.later):
        return True
    if not pair.same_time and not falls(pair) and not side_by_side(pair, line):
        return False
    return not counts_less(pair)


def lowered_by_then(pair: Pair, line: Sequence[Claim]) -> bool:
    """Whether the speaker of a toll had lowered it by the day for which another says something else."""
    first, last = pair.days
    return pair.measure == "toll" and any(
        first < day <= last
        and size(claim) < size(pair.earlier)
        and not compatible(claim, pair.earlier)
        for claim in line
        if first is not None and last is not None and (day := pair.voices.day(claim)) is not None
    )


def unlike(pair: Pair) -> bool:
    """Whether people are only "affected", and no word of one of the figures says how: each may mean another thing."""
    return any(
        claim.figure.condition == "affected" and claim.figure.rule.endswith("default")
        for claim in (pair.earlier, pair.later)
    )


def tells_of_few(pair: Pair) -> bool:
    """Whether a report's own voice gives one of the figures, and one is of few people: a corner of the scene."""
    own = is_own(pair.earlier) or is_own(pair.later)
    return own and min(size(pair.earlier), size(pair.later)) < OWN_FEW


def grows(pair: Pair) -> bool:
    """Whether a toll is higher a day later: it has grown, unless one report holds the two against each other."""
    first, second = pair.days
    return (
        pair.measure == "toll"
        and first is not None and second is not None and first < second
        and size(pair.later) > size(pair.earlier)
        and not beside(pair)
    )  # fmt: skip


def is_of_an_hour(pair: Pair) -> bool:
    """Whether the smaller of two counts of a day is told for an hour that the larger is not: it has grown since."""
    small, large = sorted((pair.earlier, pair.later), key=size)
    early, late = (
        any(
            cue in claim.sentence.partition(claim.quote)[at].casefold()
            for at in (0, 2)
            for cue in load("families")["cues"]["hour"]
        )
        for claim in (small, large)
    )
    return pair.measure == "toll" and early and not late


def counts_its_own(pair: Pair) -> bool:
    """Whether the smaller of two figures is a house's, of those brought to it, and the larger is not."""
    small, large = sorted((pair.earlier, pair.later), key=size)
    return is_house(small) and not is_house(large)


def only_words(pair: Pair) -> bool:
    """Whether a vague word is held against a number by anybody but two named bodies."""
    vague = is_vague(pair.earlier) or is_vague(pair.later)
    return vague and any(is_bystander(claim) for claim in (pair.earlier, pair.later))


def strangers(pair: Pair) -> bool:
    """Whether one nameless person is held against a voice of another report: each tells of what is near."""
    alone = any(is_bystander(claim) and not is_own(claim) for claim in (pair.earlier, pair.later))
    return alone and pair.earlier.report_id != pair.later.report_id


def falls(pair: Pair) -> bool:
    """Whether a toll is later put lower, by little enough that the same people are meant."""
    return put_lower(pair) and size(pair.later) >= FALL_LIMIT * size(pair.earlier)


def is_rumoured(claim: Claim) -> bool:
    """Whether what goes round gives a figure ("messages on social media"): nobody who counted stands behind it."""
    return re.search(load("families")["cues"]["rumoured"], claim.source or "", re.I) is not None


def put_lower(pair: Pair) -> bool:
    """Whether a toll, which can only grow, is later put lower."""
    return pair.measure == "toll" and size(pair.later) < size(pair.earlier)


def side_by_side(pair: Pair, line: Sequence[Claim]) -> bool:
    """Whether one report holds two bodies' figures against each other, the earlier being its speaker's last."""
    return beside(pair) and pair.earlier is line[-1]


def beside(pair: Pair) -> bool:
    """Whether one report gives two bodies' figures near each other."""
    near = abs(pair.earlier.figure.start - pair.later.figure.start) <= SIDE_BY_SIDE
    named = not is_own(pair.earlier) and not is_own(pair.later)
    return pair.earlier.report_id == pair.later.report_id and near and named


def counts_less(pair: Pair) -> bool:
    """Whether the smaller of two figures counts something smaller: a street, one hospital, a report's early line."""
    small, large = sorted((pair.earlier, pair.later), key=size)
    share = size(small) / max(size(large), 1)
    few = share < OWN_SHARE and not is_vague(small)
    if is_own(small) and (few or small.report_id == large.report_id):
        return True
    if (is_bystander(small) or is_vague(small)) and share < FRAGMENT_OF_OTHERS:
        return True
    if is_local(small) and not is_local(large) and share < LOCAL_SHARE:
        return True
    if pair.measure == "stock":
        return share * STOCK_APART < 1
    bodies = small.source_party is not None and large.source_party is not None
    return share < (TWO_BODIES if bodies and pair.same_time else SMALLER_THING)


def latest(cluster: list[Claim], lines: Lines, voices: Voices) -> list[Claim]:
    """The figures of one time without those that their own speaker has replaced on the same day."""
    kept: list[Claim] = []
    for line in lines.values():
        said = [claim for claim in line if claim in cluster]
        kept += [
            claim
            for place, claim in enumerate(said)
            if not any(replaces(later, claim, voices) for later in said[place + 1 :])
        ]
    kept = kept if apart_still(kept) else cluster
    whole = [claim for claim in kept if not within_a_house(claim, kept)]
    return whole if apart_still(whole) else kept


def within_a_house(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether a house's figure stands among a wider body's larger ones: it counts its own, whoever says still less."""
    return is_house(claim) and any(
        not is_house(other) and size(other) > size(claim) for other in others
    )


def replaces(later: Claim, claim: Claim, voices: Voices) -> bool:
    """Whether a speaker's next figure is for the same day and another."""
    another = bound_moved(claim, later) or not compatible(claim, later)
    return another and voices.day(later) == voices.day(claim)


def apart_still(kept: Sequence[Claim]) -> bool:
    """Whether two of the figures cannot both be right."""
    return any(not compatible(one, two) for one, two in combinations(kept, 2))


def by_time(apart: list[tuple[date, Claim, Claim]]) -> Iterator[list[Claim]]:
    """Contradicting pairs in clusters of one time that hang together, the claims of each in order and once each."""
    clusters: list[list[Claim]] = []
    start: date | None = None
    for day, earlier, later in sorted(
        apart, key=lambda found: (found[0], found[1].id, found[2].id)
    ):
        if start is not None and day - start > SAME_TIME:
            yield from clusters
            clusters, start = [], None
        start = start or day
        touched = [cluster for cluster in clusters if earlier in cluster or later in cluster]
        clusters = [cluster for cluster in clusters if cluster not in touched]
        together = [*(claim for cluster in touched for claim in cluster), earlier, later]
        clusters.append(list({claim.id: claim for claim in together}.values()))
    yield from clusters


def range_of(cluster: list[Claim], voices: Voices) -> Verdict:
    """The verdict on figures of one time that cannot all be right."""
    ordered = sorted(
        cluster, key=lambda claim: (size(claim), stated(claim).high, voices.order(claim))
    )
    told_all = "; ".join(told(claim, voices) for claim in ordered)
    return Verdict("range", tuple(ordered), f"{told_all}: no one number fits.")

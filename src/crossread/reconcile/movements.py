"""One speaker's line over time, or the lines of all, come in; each rise, change and fall goes out as a verdict."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure, Verdict
from crossread.reconcile.bounds import bound_moved, compatible, is_vague, quantity_key, size
from crossread.reconcile.checks import Pair, on
from crossread.reconcile.family import says
from crossread.reconcile.line import lines
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.weak import is_weak
from crossread.reconcile.wording import figure_words, speaker_words, told

FALL_LIMIT = 0.7
"""A toll that falls below this share, with no word that says so, counts something else: one hospital."""
FEW = 20
"""Of fewer people a lower number, with no word that says so, is of another scene."""
STOCK_CHANGE = 10.0
"""A stock of one speaker that changes by more than this factor is another stock."""


ARRESTS = frozenset({"captured", "detained"})
"""Conditions that each force counts of those whom it took itself."""
CORNERS = 5.0
"""Two figures of reports' own voice for one day, further apart than this factor, are of two corners of a scene."""
TOLL_GROWTH = 100.0
"""A toll of one speaker that grows by more than this factor from one figure to the next is of other people."""
OVERTAKING = 20.0
"""One body's toll more than this many times another's counts something else, however much later."""


def movements(line: Sequence[Claim], measure: FamilyMeasure, voices: Voices) -> Iterator[Verdict]:
    """One speaker's line over time: each rise or change as one update, each fall of a toll as a revision."""
    exact = [claim for claim in line if not is_vague(claim)]
    while exact and exact[0].figure.measure == "increment":
        exact = exact[1:]  # nobody here says what "another 73" comes on top of
    if (measure == "stock" and one_reports_own(exact)) or in_one_question(exact):
        return
    run: list[Claim] = exact[:1]
    for after in exact[1:]:
        before = run[-1]
        fell = measure == "toll" and size(after) < size(before)
        if not comparable(before, after, measure) or corners(before, after, voices):
            continue
        if voices.untold(before, after):
            continue
        if compatible(before, after) and not bound_moved(before, after):
            if not fell and size(after) != size(before):
                run.append(after)
        elif fell:
            yield from update_of(run, voices)
            yield Verdict("revision_down", (before, after), fallen(before, after, voices))
            run = [after]
        else:
            run.append(after)
    yield from update_of(run, voices)


def corners(before: Claim, after: Claim, voices: Voices) -> bool:
    """Whether reports give two figures for one day in their own voice, far apart, with no word that one came first."""
    both = is_own(before) and is_own(after)
    told = says(before, "earlier") or says(after, "later") or says(after, "down")
    small, large = sorted((size(before), size(after)))
    far = large > CORNERS * small
    return both and far and voices.day(before) == voices.day(after) and not told


def one_reports_own(line: Sequence[Claim]) -> bool:
    """Whether one report alone, in its own voice, gives all of a line: a stock in several corners of a scene."""
    return all(is_own(claim) for claim in line) and len({claim.report_id for claim in line}) == 1


def in_one_question(line: Sequence[Claim]) -> bool:
    """Whether somebody of no body sets figures against each other in one sentence: he asks, and has not counted."""
    nameless = all(claim.source is not None and claim.source_party is None for claim in line)
    return nameless and len({claim.sentence for claim in line}) == 1


def comparable(before: Claim, after: Claim, measure: FamilyMeasure) -> bool:
    """Whether two figures of one speaker can be of one thing: no toll falls far unsaid, no stock changes tenfold."""
    small, large = sorted((size(before), size(after)))
    if measure == "stock":
        return large <= STOCK_CHANGE * max(small, 1)
    if size(after) >= size(before):
        return size(after) <= TOLL_GROWTH * max(size(before), 1)
    return (small >= FALL_LIMIT * large and small >= FEW) or says(after, "down")


def fallen(before: Claim, after: Claim, voices: Voices) -> str:
    """A toll that its own speaker lowers, in words."""
    return (
        f"{speaker_words(after, voices)} goes down from {figure_words(before)}{on(before)} "
        f"to {figure_words(after)}{on(after)}."
    )


def update_of(run: Sequence[Claim], voices: Voices) -> Iterator[Verdict]:
    """The update that a run of one speaker's figures makes, where they are more than one."""
    if not any(not compatible(one, two) or bound_moved(one, two) for one, two in pairwise(run)):
        return
    names = {claim.source_party or claim.source or voices.label(claim) for claim in run}
    one_name = len(names) == 1
    if one_name:
        steps = ", then ".join(f"{figure_words(claim)}{on(claim)}" for claim in run)
        yield Verdict("update", tuple(run), f"{speaker_words(run[-1], voices)}: {steps}.")
    else:
        steps = ", then ".join(told(claim, voices) for claim in run)
        whose = "Copies of one text" if all(map(is_own, run)) else "Bodies of one house"
        yield Verdict("update", tuple(run), f"{whose}, one after the other: {steps}.")


def overtaken(
    claims: Sequence[Claim], measure: FamilyMeasure, voices: Voices, ranges: Sequence[Verdict]
) -> list[Verdict]:
    """A count that moved on from speaker to speaker, where no speaker's own line shows it and none disputes it."""
    answers = sorted(
        (
            claim
            for line in lines(claims, voices, measure).values()
            for claim in line
            if not is_vague(claim) and not is_single(claim) and not is_weak(claim)
            and not (measure == "stock" and is_bystander(claim))
            and not is_denied(claim, claims)
            and (claim.as_of or claim.said_on) is not None
        ),
        key=voices.order,
    )  # fmt: skip
    steps: list[Claim] = answers[:1]
    for claim in answers[1:]:
        both = (steps[-1], claim)
        disputed = any(all(one in verdict.claims for one in both) for verdict in ranges)
        pair = Pair(steps[-1], claim, measure, voices)
        known = first_day(claim, claims, voices) <= (voices.day(steps[-1]) or date.max)
        in_turn = told_in_turn(pair, claims)
        if elsewhere(pair) and not in_turn:
            steps = [claim] if len(steps) == 1 else steps
        elif not disputed and not known and (moves_on(pair) or in_turn):
            steps.append(claim)
    if len(steps) < 2:
        return []
    why = "Later counts: " + ", then ".join(told(claim, voices) for claim in steps) + "."
    return [Verdict("update", tuple(steps), why)]


def elsewhere(pair: Pair) -> bool:
    """Whether two speakers count on their own grounds: a state abroad, but for its own side, or who makes arrests."""
    voices = pair.voices
    both = (pair.earlier, pair.later)
    arrested = any(claim.figure.condition in ARRESTS for claim in both)
    if arrested and voices.speaker(pair.earlier) != voices.speaker(pair.later):
        return True
    abroad = any(voices.is_abroad(claim) and claim.party is None for claim in both)
    return abroad and voices.independent(pair.earlier) != voices.independent(pair.later)


def is_denied(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether somebody denies a claim's number, or puts another in its place."""
    return any(
        other.stance == "denied" and quantity_key(other) == quantity_key(claim) for other in claims
    )


def first_day(claim: Claim, claims: Sequence[Claim], voices: Voices) -> date:
    """The first day for which anybody gives a claim's number: who gives it again later has not counted anew."""
    days = (
        voices.day(other) for other in claims
        if quantity_key(other) == quantity_key(claim) and other.stance == "affirmed"
    )  # fmt: skip
    return min((day for day in days if day is not None), default=date.max)


def moves_on(pair: Pair) -> bool:
    """Whether the later of two whole tolls is a higher one, of a later time, and no single person's."""
    parts = "part" in (pair.earlier.figure.measure, pair.later.figure.measure)
    if pair.measure == "stock" or parts or pair.same_time or compatible(pair.earlier, pair.later):
        return False
    both = (pair.earlier, pair.later)
    if any(is_bystander(claim) and not is_own(claim) for claim in both):
        return False
    most = CORNERS if all(map(is_own, both)) else OVERTAKING
    return size(pair.earlier) < size(pair.later) <= most * size(pair.earlier)


def told_in_turn(pair: Pair, claims: Sequence[Claim]) -> bool:
    """Whether one speaker in one report tells both figures of a growing toll, each for its own day."""
    first, second = pair.days
    if first is None or second is None or first >= second or pair.measure != "toll":
        return False
    if not size(pair.earlier) < size(pair.later) <= TOLL_GROWTH * size(pair.earlier):
        return False
    tellers = [
        {
            (claim.report_id, pair.voices.speaker(claim))
            for claim in claims
            if quantity_key(claim) == quantity_key(end) and pair.voices.day(claim) == day
        }
        for end, day in ((pair.earlier, first), (pair.later, second))
    ]
    return bool(tellers[0] & tellers[1])


def is_bystander(claim: Claim) -> bool:
    """Whether nobody speaks who counts for a body: a report itself, a nameless voice, one soldier or surgeon."""
    return claim.source_party is None or is_single(claim) or is_crowd(claim)


def is_crowd(claim: Claim) -> bool:
    """Whether people speak whom only a common noun names: "neighbours", "occupants"."""
    words = (claim.source_party or "").split()
    return bool(words) and words[-1] in load("bodies")["heads"]["crowd"]


def is_single(claim: Claim) -> bool:
    """Whether one nameless person speaks, in no office: "a neighbour", "one of our surgeons"."""
    words = (claim.source or "").split()
    single = bool(words) and words[0].casefold() in {"a", "an", "one", "another"}
    return single and not any(word.casefold() in load("bodies")["heads"]["roles"] for word in words)

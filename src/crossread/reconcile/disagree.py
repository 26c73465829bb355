"""The lines of one question come in; the verdicts worth a reader's time go out, several claims to a verdict."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import Verdict
from crossread.reconcile.bounds import (
    bridged,
    compatible,
    is_vague,
    quantity_key,
    raised,
    size,
    stated,
)
from crossread.reconcile.checks import SAME_TIME, Pair, on
from crossread.reconcile.group import Group
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import figure_words, listed, speaker_words, told

FRAGMENT_OF_OTHERS = 1 / 3
"""A nameless voice's count below this share of a named speaker's is of something smaller: a street, a morgue."""
FALL_LIMIT = 0.5
"""A toll that is said to be less than half of what it was counts something else: a later strike, one hospital."""
STOCK_CHANGE = 10.0
"""A stock of one speaker that changes by more than this factor is another stock."""
STOCK_SCOPE = 4.0
"""Two counts of a stock further apart than this factor are of different things, not a dispute about one."""
Lines = dict[str, list[Claim]]


def disagreements(group: Group, lines: Lines, voices: Voices) -> list[Verdict]:
    """Everything in one question on which its speakers, or one speaker's days, part."""
    found = list(denials(group, voices))
    if group.key.background:
        return found
    found += [verdict for line in lines.values() for verdict in movements(group, line)]
    if not group.key.part:
        found += ranges(group, lines, voices)
        if not any(verdict.kind == "update" for verdict in found):
            found += overtaken(group, lines, voices)
    return found


def denials(group: Group, voices: Voices) -> Iterator[Verdict]:
    """The denied figures with those who give them, all who deny the same claims together."""
    affirmed = [claim for claim in group.claims if claim.stance == "affirmed"]
    together: dict[tuple[object, ...], list[Claim]] = {}
    taken: dict[tuple[object, ...], list[Claim]] = {}
    for claim in group.claims:
        if claim.stance == "denied":
            up = [other for other in affirmed if takes_up(claim, other)]
            against = [other for other in up if voices.speaker(other) != voices.speaker(claim)]
            chosen = against or up
            named = tuple(other.id for other in chosen)
            key: tuple[object, ...] = (
                named,
                bool(against),
                None if chosen else quantity_key(claim),
            )
            together.setdefault(key, []).append(claim)
            taken[key] = chosen
    for group_key, denied in together.items():
        yield denial_of(
            denied, *((taken[group_key], []) if group_key[1] else ([], taken[group_key]))
        )


def takes_up(denied: Claim, affirmed: Claim) -> bool:
    """Whether a denial takes up the affirmed figure."""
    if quantity_key(denied) == quantity_key(affirmed):
        return True
    inside, around = stated(affirmed), stated(denied)
    return is_vague(denied) and around.low <= inside.low and inside.high <= around.high


def denial_of(denied: list[Claim], against: list[Claim], own: list[Claim]) -> Verdict:
    """The verdict on one denied figure."""
    deniers = sorted({speaker_words(claim) for claim in denied})
    denier, figure = listed(deniers), figure_words(denied[0])
    verb = "denies" if len(deniers) == 1 else "deny"
    if against:
        named = [claim for claim in against if not is_own(claim)] or against
        who = listed(sorted({speaker_words(claim) for claim in named}))
        return Verdict(
            "denial", (*against, *denied), f"{who}: {figure_words(named[0])}; {denier} {verb} it."
        )
    if own:
        return Verdict(
            "denial",
            (*own, *denied),
            f"{denier} {'takes' if len(deniers) == 1 else 'take'} back {figure}, given before under the same name.",
        )
    return Verdict(
        "denial",
        tuple(denied),
        f"{denier} {verb} {figure}; no report here says who gave that figure.",
    )


def movements(group: Group, line: list[Claim]) -> Iterator[Verdict]:
    """One speaker's line over time: each rise or change as one update, each fall of a toll as a revision."""
    exact = [claim for claim in line if not is_vague(claim)]
    if group.family.measure == "stock" and one_reports_own(exact):
        return
    run: list[Claim] = exact[:1]
    for after in exact[1:]:
        before = run[-1]
        fell = group.family.measure == "toll" and size(after) < size(before)
        if not comparable(before, after, group):
            continue
        if compatible(before, after) and not raised(before, after):
            if not fell:
                run.append(after)
        elif fell:
            yield from update_of(run)
            yield Verdict("revision_down", (before, after), fallen(before, after))
            run = [after]
        else:
            run.append(after)
    yield from update_of(run)


def one_reports_own(line: list[Claim]) -> bool:
    """Whether one report alone, in its own voice, gives all of a line: a stock in several corners of a scene."""
    return all(is_own(claim) for claim in line) and len({claim.report_id for claim in line}) == 1


def comparable(before: Claim, after: Claim, group: Group) -> bool:
    """Whether two figures of one speaker can be of the same people: no toll loses half, no stock changes tenfold."""
    small, large = sorted((size(before), size(after)))
    if group.family.measure == "toll":
        return size(after) >= size(before) or small >= FALL_LIMIT * large
    return large <= STOCK_CHANGE * max(small, 1)


def fallen(before: Claim, after: Claim) -> str:
    """A toll that its own speaker lowers, in words."""
    return (
        f"{speaker_words(after)} goes down from {figure_words(before)}{on(before)} "
        f"to {figure_words(after)}{on(after)}."
    )


def update_of(run: list[Claim]) -> Iterator[Verdict]:
    """The update that a run of one speaker's figures makes, where they are more than one."""
    steps_taken = [not compatible(one, two) or raised(one, two) for one, two in pairwise(run)]
    if not any(steps_taken):
        return
    steps = ", then ".join(f"{figure_words(claim)}{on(claim)}" for claim in run)
    yield Verdict("update", tuple(run), f"{speaker_words(run[-1])}: {steps}.")


def ranges(group: Group, lines: Lines, voices: Voices) -> list[Verdict]:
    """Different speakers' figures for one time of which at most one can be right, one verdict for each time."""
    apart: list[tuple[date, Claim, Claim]] = []
    for one, two in combinations(sorted(lines), 2):
        for left in lines[one]:
            for right in lines[two]:
                earlier, later = sorted((left, right), key=voices.order)
                pair = Pair(earlier, later, group.family.measure, voices)
                if parts_ways(pair) and not bridged(earlier, later, group.claims):
                    apart.append((voices.day(later) or date.min, earlier, later))
    return [range_of(cluster, voices) for cluster in by_time(apart)]


def parts_ways(pair: Pair) -> bool:
    """Whether two speakers' figures contradict each other rather than follow each other or count other things."""
    if is_vague(pair.earlier) or is_vague(pair.later) or compatible(pair.earlier, pair.later):
        return False
    falls = pair.measure == "toll" and size(pair.later) < size(pair.earlier)
    if not pair.same_time and not falls:
        return False
    small, large = sorted((pair.earlier, pair.later), key=size)
    share = size(small) / max(size(large), 1)
    if falls and not pair.same_time and share < FALL_LIMIT:
        return False
    if is_bystander(small) and share < FRAGMENT_OF_OTHERS:
        return False
    return pair.measure == "toll" or share * STOCK_SCOPE >= 1


def is_bystander(claim: Claim) -> bool:
    """Whether nobody speaks who counts for a body: a report itself, a nameless voice, one soldier or surgeon."""
    if claim.source_party is None:
        return True
    words = (claim.source or "").split()
    single = bool(words) and words[0].casefold() in {"a", "an", "one"}
    return single and not any(word.casefold() in load("bodies")["heads"]["roles"] for word in words)


def by_time(apart: list[tuple[date, Claim, Claim]]) -> Iterator[list[Claim]]:
    """Contradicting pairs in clusters of one time, the claims of each in order and once each."""
    cluster: list[Claim] = []
    start: date | None = None
    for day, earlier, later in sorted(
        apart, key=lambda found: (found[0], found[1].id, found[2].id)
    ):
        if start is not None and day - start > SAME_TIME:
            yield cluster
            cluster = []
        if not cluster:
            start = day
        cluster += [claim for claim in (earlier, later) if claim not in cluster]
    if cluster:
        yield cluster


def range_of(cluster: list[Claim], voices: Voices) -> Verdict:
    """The verdict on figures of one time that cannot all be right."""
    ordered = sorted(cluster, key=lambda claim: (size(claim), voices.order(claim)))
    return Verdict(
        "range",
        tuple(ordered),
        "; ".join(told(claim) for claim in ordered) + ": no one number fits.",
    )


def overtaken(group: Group, lines: Lines, voices: Voices) -> list[Verdict]:
    """A count that moved on from speaker to speaker, where no speaker's own line shows it."""
    stock = group.family.measure == "stock"
    answers = sorted(
        (
            claim
            for line in lines.values()
            for claim in line
            if not is_vague(claim) and not (stock and is_bystander(claim))
        ),
        key=voices.order,
    )
    steps: list[Claim] = answers[:1]
    for claim in answers[1:]:
        if moves_on(Pair(steps[-1], claim, group.family.measure, voices)):
            steps.append(claim)
    if len(steps) < 2:
        return []
    why = "Later counts: " + ", then ".join(told(claim) for claim in steps) + "."
    return [Verdict("update", tuple(steps), why)]


def moves_on(pair: Pair) -> bool:
    """Whether the later of two figures is a higher toll, or another stock of the same order, of a later time."""
    if pair.same_time or compatible(pair.earlier, pair.later):
        return False
    grew = size(pair.later) > size(pair.earlier)
    small, large = sorted((size(pair.earlier), size(pair.later)))
    return grew if pair.measure == "toll" else large <= STOCK_SCOPE * max(small, 1)

"""The verdicts of an event come in; they go out without figures that are too weakly read to start a contradiction.

A figure is read weakly where the network gives its condition no clear share, or where nobody with a name stands behind
it. It stays in its question's series; only a contradiction with others is more than it can carry by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure, Question, Verdict
from crossread.reconcile.bounds import compatible, quantity_key, size
from crossread.reconcile.own_words import in_headline
from crossread.reconcile.ranges import range_of
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.weak import is_bare, is_weak, was_refused
from crossread.reconcile.wider import is_wider, listed_together

Found = tuple[str, Verdict]
FAR = 1 / 3
"""A bare number this much smaller or larger than every other figure of its question was read into the wrong one."""
MANY = 3
"""From so many different figures on, those far from the rest are no part of one dispute."""
AWAY = {3: 5.0}
"""Factor from the median beyond which a figure is far from the rest, by how many they are: the fewer, the farther."""
AWAY_OF_MORE = 2.5
"""The same factor among more than three."""
NEAR = 0.8
"""Two figures this near are hardly of different things: a wrongly read one would be anywhere."""


def sure(
    found: Sequence[Found], questions: Sequence[Question], texts: Mapping[str, str], voices: Voices
) -> Iterator[Found]:
    """The verdicts, each range without its doubtful figures, and none where fewer than two speakers are left."""
    asked = {question.id: question for question in questions}
    listed = listed_together(questions)
    for question, verdict in found:
        if verdict.kind != "range":
            if not stands_on_doubt(verdict, voices):
                yield question, verdict
            continue
        said = [claim for point in asked[question].series for claim in point.claims]
        kept = [
            claim for claim in verdict.claims
            if not is_wider(claim, verdict.claims, asked[question].family, listed)
            and (in_headline(claim, texts) or not doubtful(claim, verdict.claims, said, voices))
        ]  # fmt: skip
        kept = [claim for claim in kept if contradicted(claim, kept, voices)]
        kept = of_one_day(last_of_each(of_one_size(kept), voices), asked[question].measure, voices)
        kept = [claim for claim in kept if contradicted(claim, kept, voices)]
        if len(kept) == len(verdict.claims):
            yield question, verdict
        elif kept:
            yield question, range_of(kept, voices)


def last_of_each(kept: Sequence[Claim], voices: Voices) -> list[Claim]:
    """Of each speaker's figures only the last: who counts on from day to day is no rival of his own."""
    last = {voices.speaker(claim): claim for claim in sorted(kept, key=voices.order)}
    return [claim for claim in kept if claim in last.values()]


def of_one_day(kept: Sequence[Claim], measure: FamilyMeasure, voices: Voices) -> list[Claim]:
    """Where named voices contradict each other for one day, those without what a growing toll was earlier or later."""
    days = sorted({day for claim in kept if (day := voices.day(claim)) is not None}, reverse=True)
    for day in days:
        told = [claim for claim in kept if voices.day(claim) == day]
        named = [claim for claim in told if not is_own(claim)]
        if measure == "toll" and any(contradicted(claim, named, voices) for claim in named):
            most = max(named, key=size)
            return [
                claim for claim in kept if claim in told or not in_turn(claim, most, voices)
            ]  # fmt: skip
    return list(kept)


def in_turn(claim: Claim, other: Claim, voices: Voices) -> bool:
    """Whether of two figures of different days the later is no smaller, as in a toll that grows."""
    first, second = sorted((claim, other), key=voices.order)
    return size(first) <= size(second)


def of_one_size(kept: Sequence[Claim]) -> list[Claim]:
    """Of many figures those near their median: what lies far from it counts a ward of the whole, or another thing."""
    sizes = sorted({size(claim) for claim in kept})
    if len(sizes) < MANY:
        return list(kept)
    middle, away = median(sizes), AWAY.get(len(sizes), AWAY_OF_MORE)
    return [claim for claim in kept if middle / away <= size(claim) <= middle * away]


def stands_on_doubt(verdict: Verdict, voices: Voices) -> bool:
    """Whether one body's weakly read figure is all that lowers another body's toll."""
    speakers = {voices.independent(claim) for claim in verdict.claims}
    weak = any(is_weak(claim) for claim in verdict.claims)
    return verdict.kind == "revision_down" and weak and len(speakers) > 1


def contradicted(claim: Claim, others: Sequence[Claim], voices: Voices) -> bool:
    """Whether another speaker's figure cannot be right together with a claim's."""
    return any(
        voices.speaker(claim) != voices.speaker(other) and not compatible(claim, other)
        for other in others
    )


def doubtful(claim: Claim, beside: Sequence[Claim], said: Sequence[Claim], voices: Voices) -> bool:
    """Whether a figure cannot contradict others by itself: weakly read, or nobody's, and nobody else gives it."""
    weak = is_weak(claim)
    nameless = claim.source_party is None and not held_beside(claim, beside)
    if not weak and not nameless:
        return is_bare(claim) and not near(claim, said, voices, FAR)
    close = not was_refused(claim) and near(claim, beside, voices, NEAR)
    return not close and not borne_out(claim, said, voices)


def held_beside(claim: Claim, beside: Sequence[Claim]) -> bool:
    """Whether a person without a body is held against another voice by one report itself."""
    return not is_own(claim) and any(
        other.report_id == claim.report_id and other is not claim and not is_own(other)
        for other in beside
    )


def near(claim: Claim, beside: Sequence[Claim], voices: Voices, share: float) -> bool:
    """Whether another voice's well-read figure lies so near (within a share) that both count the same people."""
    return any(
        voices.speaker(other) != voices.speaker(claim)
        and not is_weak(other)
        and min(size(claim), size(other)) >= share * max(size(claim), size(other))
        for other in beside
    )


def borne_out(claim: Claim, said: Sequence[Claim], voices: Voices) -> bool:
    """Whether another voice gives the same figure, and it was read there without doubt."""
    return any(
        quantity_key(other) == quantity_key(claim)
        and voices.speaker(other) != voices.speaker(claim)
        and other.stance == claim.stance == "affirmed"
        and not is_weak(other)
        for other in said
    )

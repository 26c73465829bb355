"""The claims of one question come in; the verdicts worth a reader's time go out, several claims to a verdict."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure, Verdict
from crossread.reconcile.bounds import compatible, size
from crossread.reconcile.denials import denials
from crossread.reconcile.group import DESCRIBED, TELLING, Group
from crossread.reconcile.line import FRAGMENT, lines
from crossread.reconcile.movements import movements, overtaken
from crossread.reconcile.ranges import SIDE_BY_SIDE, range_of, ranges
from crossread.reconcile.scope import PART, asked
from crossread.reconcile.voice import Voices, is_own


def disagreements(
    group: Group,
    scales: Sequence[Sequence[Claim]],
    narrowed: Mapping[str, Sequence[Claim]],
    voices: Voices,
) -> list[Verdict]:
    """Everything in one question on which its speakers, or one speaker's days, part.

    Figures of another scale or scope are held against each other and never against those on the whole.
    """
    found = list(denials(group.claims, voices))
    if not group.key.background:
        for claims in scales:
            small = claims is not scales[0]
            found += apart(claims, group.family.measure, voices, part=group.key.part, small=small)
        for scope, claims in narrowed.items():
            found += (
                replace(verdict, why=f"{asked(scope).capitalize()}: {verdict.why}")
                for verdict in apart(claims, group.family.measure, voices, part=scope == PART)
            )
        found = [verdict for verdict in found if not put_right_already(verdict, found)]
        if not any(verdict.kind == "update" for verdict in found):
            measure = group.family.measure
            disputes = [verdict for verdict in found if verdict.kind == "range"]
            found += overtaken(scales[0], measure, voices, disputes)
    return found


def put_right_already(verdict: Verdict, found: Sequence[Verdict]) -> bool:
    """Whether a speaker put the one figure of a dispute right by the other: "not 79 but 78"."""
    numbers = {size(claim) for claim in verdict.claims}
    return verdict.kind == "range" and any(
        numbers <= {size(claim) for claim in other.claims}
        for other in found
        if other.kind != "denial" and any(claim.stance == "denied" for claim in other.claims)
    )


def apart(
    claims: Sequence[Claim],
    measure: FamilyMeasure,
    voices: Voices,
    *,
    part: bool,
    small: bool = False,
) -> list[Verdict]:
    """How the speakers' lines move, and where they contradict each other."""
    by_speaker = lines(claims, voices, measure)
    if part and not any(claim.party for claim in claims):
        return []
    found = [
        verdict for line in by_speaker.values() for verdict in movements(line, measure, voices)
    ]
    if small:
        found = [verdict for verdict in found if one_body(verdict)]
    if not part:
        disputes = ranges(claims, by_speaker, measure, voices)
        found += of_one_thing(disputes, voices) if small else disputes
    return found


def of_one_thing(disputes: Sequence[Verdict], voices: Voices) -> Iterator[Verdict]:
    """Disputes over small counts, often of several corners: only of figures near each other or held side by side."""
    for verdict in disputes:
        if verdict.kind != "range":
            yield verdict
            continue
        kept = [
            claim for claim in verdict.claims
            if any(side_by_side(claim, other, voices) for other in verdict.claims)
        ]  # fmt: skip
        if kept:
            yield range_of(kept, voices)


def side_by_side(one: Claim, other: Claim, voices: Voices) -> bool:
    """Whether two speakers' figures that part stand near each other in one report, or are within a factor of two.

    Numbers below 20 lie within a factor of two of each other wherever they come from, unless few people are meant.
    """
    if voices.speaker(one) == voices.speaker(other) or compatible(one, other):
        return False
    near = abs(one.figure.start - other.figure.start) <= SIDE_BY_SIDE
    own = is_own(one) or is_own(other)
    small, large = sorted((size(one), size(other)))
    telling = small >= TELLING or {one.figure.population, other.figure.population} <= DESCRIBED
    alike = FRAGMENT * large <= small and telling and not own
    return (one.report_id == other.report_id and near) or alike


def one_body(verdict: Verdict) -> bool:
    """Whether all figures of a verdict are one body's."""
    return len({claim.source_party or claim.source for claim in verdict.claims}) == 1

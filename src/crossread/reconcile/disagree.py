"""The claims of one question come in; the verdicts worth a reader's time go out, several claims to a verdict."""

from collections.abc import Sequence

from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure, Verdict
from crossread.reconcile.denials import denials
from crossread.reconcile.group import Group
from crossread.reconcile.line import lines
from crossread.reconcile.movements import movements, overtaken
from crossread.reconcile.ranges import ranges
from crossread.reconcile.voice import Voices


def disagreements(group: Group, scales: Sequence[Sequence[Claim]], voices: Voices) -> list[Verdict]:
    """Everything in one question on which its speakers, or one speaker's days, part.

    Figures of another scale are held against each other and never against those on the whole.
    """
    found = list(denials(group.claims, voices))
    if not group.key.background:
        for claims in scales:
            found += apart(claims, group.family.measure, voices, part=group.key.part)
        if not any(verdict.kind == "update" for verdict in found):
            measure = group.family.measure
            disputes = [verdict for verdict in found if verdict.kind == "range"]
            found += overtaken(scales[0], measure, voices, disputes)
    return found


def apart(
    claims: Sequence[Claim], measure: FamilyMeasure, voices: Voices, *, part: bool
) -> list[Verdict]:
    """How the speakers' lines move, and where they contradict each other."""
    by_speaker = lines(claims, voices, measure)
    found = [
        verdict for line in by_speaker.values() for verdict in movements(line, measure, voices)
    ]
    if not part:
        found += ranges(claims, by_speaker, measure, voices)
    return found

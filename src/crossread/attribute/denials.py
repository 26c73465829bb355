"""Denials: claims and attributions come in; the stance of a figure, and claims for denials of earlier figures, go out."""

from crossread.attribute.attributions import Attribution
from crossread.attribute.speakers import Speakers
from crossread.attribute.turns import Turn
from crossread.model.claim import Claim, Stance
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed


def stance_of(parsed: Parsed, figure: Figure, attributions: list[Attribution]) -> Stance:
    """Whether the figure's own sentence affirms or denies it."""
    if figure.negated:
        return "denied"
    for attribution in attributions:
        if attribution.finding.kind == "deny" and attribution.covers(figure.quantity.core[0]):
            return "denied"
    return "affirmed"


def denials_of(
    parsed: Parsed,
    claims: list[Claim],
    attributions: list[Attribution],
    speakers: Speakers,
    turns: list[Turn],
) -> list[Claim]:
    """Claims for denials that take up a figure said before."""
    return []

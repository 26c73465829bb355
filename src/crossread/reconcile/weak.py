"""A claim comes in; whether its condition was read so weakly that it may well be another goes out."""

from crossread.model.claim import Claim

WEAK = 0.5
"""Share of its condition below which a figure is weakly read: another condition is as likely. In marked texts that the
network was not taught on seven in ten of such figures have another condition, of all others one in four."""


def is_weak(claim: Claim) -> bool:
    """Whether a figure's condition is weakly read, or the figure was first refused."""
    return claim.figure.share < WEAK or was_refused(claim)


def was_refused(claim: Claim) -> bool:
    """Whether the rules had refused a figure."""
    return claim.figure.rule.startswith("learned over refused")


def is_bare(claim: Claim) -> bool:
    """Whether a number names nobody itself, and took its people from the words before it."""
    return claim.figure.rule == "taken up"

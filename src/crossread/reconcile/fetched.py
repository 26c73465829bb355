"""A claim comes in; whether its condition was fetched from so far that it may well be another goes out."""

from crossread.model.claim import Claim

FETCHED = frozenset({
    "default", "verb further on", "phrase further on", "learned over taken up", "learned over default",
    "learned over topic", "learned over verb further on", "learned over object of verb",
})  # fmt: skip
"""Rules that gave a wrong condition to one figure in five (one in thirty for all others), on the ten tuned events."""


def is_fetched(claim: Claim) -> bool:
    """Whether a figure's condition was fetched from far, or the figure was first refused."""
    return claim.figure.rule in FETCHED or was_refused(claim)


def was_refused(claim: Claim) -> bool:
    """Whether the rules had refused a figure."""
    return claim.figure.rule.startswith("learned over refused")


def is_bare(claim: Claim) -> bool:
    """Whether a number names nobody itself, and took its people from the words before it."""
    return claim.figure.rule == "taken up"

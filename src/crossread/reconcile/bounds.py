"""Two claims' quantities come in; whether one number can be right for both goes out."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.lexicon import load
from crossread.model.claim import Claim

ROUNDING_LIMIT = 0.125
"""A round number is at most this far off: "about 4,000" can stand for 3,597, never for 3,000."""
HEDGE = 0.02
"""A hedged number may be this far off however many digits it has: "about 510" can stand for 500."""
GUESSES = 1.25
"""Two hedged numbers this near are two guesses at one, whatever digits they were rounded to."""
RARE = 100
"""Numbers from here on, with three digits that are not trailing zeros, seldom meet by chance."""
OPEN = 10**12


@dataclass(frozen=True, slots=True)
class Bounds:
    """The whole numbers from `low` to `high`; `loose` where they come from a vague word or rounding."""

    low: int
    high: int
    loose: bool = False

    def meets(self, other: "Bounds") -> bool:
        """Whether a number can be right for both."""
        return self.low <= other.high and other.low <= self.high


def stated(claim: Claim) -> Bounds:
    """The bounds that the words give, open sides as far as numbers go."""
    quantity = claim.figure.quantity
    if quantity.vague is not None:
        return vague_bounds(quantity.vague)
    low = quantity.low if quantity.low is not None else 0
    return Bounds(low, quantity.high if quantity.high is not None else OPEN)


def taken(claim: Claim) -> Bounds:
    """The bounds as a reader takes them: a hedged number stands for those that round to it."""
    bounds = stated(claim)
    if not claim.figure.quantity.approx or bounds.loose:
        return bounds
    low, high = claim.figure.quantity.low, claim.figure.quantity.high
    return Bounds(
        bounds.low - slack(low) if low is not None else bounds.low,
        bounds.high + slack(high) if high is not None else bounds.high,
        loose=True,
    )


def slack(number: int) -> int:
    """Half a unit of the last digit that is not zero, within limits: 4,000 may hide 500, 3,597 hardly anything."""
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return max(min(unit // 2, int(number * ROUNDING_LIMIT)), int(number * HEDGE))


def vague_bounds(word: str) -> Bounds:
    """The range that a reader takes from a vague word; anything where the word is not listed."""
    table = load("families")["vague"]
    low, high = table.get(word.casefold().strip(), (1, OPEN))
    return Bounds(low, high, loose=True)


def compatible(left: Claim, right: Claim) -> bool:
    """Whether one number can be right for both claims."""
    return taken(left).meets(taken(right)) or both_loose(left, right)


def both_loose(left: Claim, right: Claim) -> bool:
    """Whether both are hedged guesses that lie near each other: "about ten" and "about twelve"."""
    hedged = left.figure.quantity.approx and right.figure.quantity.approx
    small, large = sorted((exact(left) or 0, exact(right) or 0))
    return hedged and small > 0 and large <= small * GUESSES


def bridged(left: Claim, right: Claim, others: Iterable[Claim]) -> bool:
    """Whether somebody's range holds both figures ("700 to 850"), so that they are looseness and no dispute."""
    ends = (stated(left), stated(right))
    return any(
        other.low <= end.low and end.high <= other.high and other.low < other.high
        for claim in others
        if claim.figure.quantity.low and claim.figure.quantity.high
        for other in [stated(claim)]
        for end in [Bounds(min(e.low for e in ends), max(e.high for e in ends))]
    )


def raised(earlier: Claim, later: Claim) -> bool:
    """Whether a later "at least" is above an earlier one: both can hold, but whoever says it knows of more."""
    first, second = earlier.figure.quantity, later.figure.quantity
    return (
        first.high is None
        and second.high is None
        and first.low is not None
        and second.low is not None
        and second.low > first.low
    )


def bound_moved(earlier: Claim, later: Claim) -> bool:
    """Whether an "at least" or an "at most" was raised: both can hold, but the speaker now says another thing."""
    first, second = earlier.figure.quantity, later.figure.quantity
    ceiling = first.low is None and second.low is None
    higher = (
        ceiling and first.high is not None and second.high is not None and second.high > first.high
    )
    return raised(earlier, later) or higher


def size(claim: Claim) -> int:
    """The number that a claim is ordered by: its lower bound, else its upper."""
    quantity = claim.figure.quantity
    if quantity.vague is not None:
        return vague_bounds(quantity.vague).low
    number = quantity.low if quantity.low is not None else quantity.high
    return number or 0


def quantity_key(claim: Claim) -> tuple[int | None, int | None, str | None]:
    """What makes two quantities the same: bounds and vague word."""
    quantity = claim.figure.quantity
    return quantity.low, quantity.high, quantity.vague.casefold() if quantity.vague else None


def is_vague(claim: Claim) -> bool:
    """Whether a claim has a word instead of a number."""
    return claim.figure.quantity.vague is not None


def exact(claim: Claim) -> int | None:
    """The one number of a claim with neither bound nor range, hedged or not."""
    quantity = claim.figure.quantity
    return quantity.low if quantity.vague is None and quantity.low == quantity.high else None


def is_rare(number: int) -> bool:
    """Whether two speakers would hardly have a number by chance."""
    return number >= RARE and len(str(number).rstrip("0")) >= 3

"""Quantities, dates, grades, kinds of verdict come in; the words that people read go out, everywhere alike."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from crossread.model.claim import Claim
from crossread.model.question import Grade, Point, Question, Standing, VerdictKind
from crossread.model.when import When

DASH = "\N{EN DASH}"
COUNT = "How many "
MILLION = 1_000_000
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip

GRADES: dict[Grade, tuple[str, str]] = {
    "contested": (
        "contested",
        "Speakers give figures that cannot both hold, or one denies what another says.",
    ),
    "agreed": (
        "agreed",
        "Independent speakers say the same, at least one of them neutral or against its own interest.",
    ),
    "corroborated": ("corroborated", "Two or more independent speakers give figures that fit."),
    "one_source": ("one source", "Every figure goes back to one speaker, however many repeat it."),
    "unattributed": (
        "unattributed",
        "The reports say it in their own voice and name nobody who says so.",
    ),
}
"""Each grade's name and what it means, the most pressing first."""

KINDS: dict[VerdictKind, tuple[str, str]] = {
    "denial": ("A denial", "One speaker denies what another says."),
    "range": ("Two answers", "Different speakers give figures that cannot both hold."),
    "status": (
        "Said both ways",
        "Speakers describe the state of things in opposite ways, or do not count the same.",
    ),
    "part_exceeds_total": ("Part above whole", "A part is given as larger than its whole."),
    "does_not_add_up": ("Does not add up", "The figures do not sum; the arithmetic is shown."),
    "revision_down": ("Lowered", "The same speaker later gives a lower figure."),
    "update": ("A later figure", "The same speaker, or the same count, moved on."),
    "different_scope": ("Different scope", "The figures may not count the same people."),
    "compatible": ("Compatible", "The bounds overlap: the figures can both hold."),
    "same": ("The same figure", "Speakers give the same figure."),
    "copy": ("A copy", "One report repeats the other."),
}
"""Each kind of verdict, the most pressing first."""

FAMILIES = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "displaced": "displaced",
}
"""Families that readers look for first; one without any figure is said to be not known."""

assert set(GRADES) == set(get_args(Grade))
assert set(KINDS) == set(get_args(VerdictKind))


def number(value: int) -> str:
    """A count with thousands apart; whole tenths of a million in words."""
    if value >= MILLION and value % (MILLION // 10) == 0:
        return f"{value / MILLION:g} million"
    return f"{value:,}"


def quantity(
    low: int | None, high: int | None, *, approx: bool = False, vague: str | None = None
) -> str:
    """A bounded number as a reader would say it: "800", "10–20", "at least 30", "about 700", "dozens"."""
    if low is None and high is None:
        return vague or "no number"
    about = "about " if approx else ""
    if low is None:
        return f"up to {about}{number(high or 0)}"
    if high is None:
        return f"at least {about}{number(low)}"
    if low == high:
        return f"{about}{number(low)}"
    return f"{about}{number(low)}{DASH}{number(high)}"


def claimed(claim: Claim) -> str:
    """A claim's quantity in words."""
    found = claim.figure.quantity
    return quantity(found.low, found.high, approx=found.approx, vague=found.vague)


def answered(point: Point) -> str:
    """A point's quantity in words."""
    return quantity(point.low, point.high, approx=point.approx, vague=point.vague)


def stood(standing: Standing) -> str:
    """A standing answer's range in words; one that speakers part over is no speaker's range."""
    if standing.low is None and standing.high is None:
        return standing.vague or "no figure"
    low, high = standing.low, standing.high
    if standing.grade == "contested" and low is not None and high is not None and low != high:
        return f"{number(low)} to {number(high)}, by speaker"
    return quantity(standing.low, standing.high, approx=standing.approx)


def day(value: date, *, year: bool = True) -> str:
    """ "3 March 2024", or "3 March"."""
    words = f"{value.day} {MONTHS[value.month - 1]}"
    return f"{words} {value.year}" if year else words


def short_day(value: date) -> str:
    """ "3 March", "14 Aug": a day where the year is plain."""
    return f"{value.day} {SHORT_MONTHS[value.month - 1]}"


def when(value: When | None, *, year: bool = True) -> str:
    """A stretch of days as short as its precision allows; "no date" where there is none."""
    if value is None:
        return "no date"
    if value.precision == "year":
        return str(value.last.year)
    if value.precision == "month":
        return f"{MONTHS[value.last.month - 1]} {value.last.year}"
    if value.first == value.last:
        return day(value.last) if year else short_day(value.last)
    return span(value.first, value.last, year=year)


def span(first: date, last: date, *, year: bool = True) -> str:
    """ "3–10 March 2024", "28 February – 3 March 2024"."""
    if first == last:
        return day(first, year=year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{DASH}{day(last, year=year)}"
    return f"{day(first, year=year and first.year != last.year)} {DASH} {day(last, year=year)}"


def topic(question: str) -> str:
    """A question's subject: "prisoners escaped" for "How many prisoners escaped?"."""
    rest = question.strip().removesuffix("?").removeprefix(COUNT)
    if not question.startswith(COUNT):
        return question.strip()
    return rest[:1].upper() + rest[1:]


def asks_for_number(question: Question) -> bool:
    """Whether a question asks how many, not which of two states holds."""
    return question.question.startswith(COUNT)


def counted(many: int, noun: str, plural: str | None = None) -> str:
    """ "1 report", "7 reports"."""
    return f"{many:,} {noun if many == 1 else plural or noun + 's'}"


def listed(words: Iterable[str]) -> str:
    """ "a, b and c"."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"

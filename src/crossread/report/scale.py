"""Figures and days come in; places on a chart, and the ticks beside them, go out."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import floor, log10

from crossread.report.wording import number, short_day

NEAR_ZERO = 0.6
"""The axis starts at zero unless the lowest figure is above this share of the highest: then the gaps would vanish."""


LONGEST_GAP = 0.6
"""A stretch without figures is never drawn longer than this share of all the others together ..."""

SHORT_GAP = 7
"""... unless it is a week or shorter."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis: where, and the words beside it."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to places."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies, to a tenth of a unit."""
        if self.high == self.low:
            return round((self.start + self.end) / 2, 1)
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def step(width: float, many: int) -> float:
    """A round distance (1, 2, 2.5 or 5 times a power of ten) that cuts `width` into about `many`."""
    rough = max(width, 1) / many
    power = 10.0 ** floor(log10(rough))
    for factor in (1, 2, 2.5, 5, 10):
        if factor * power >= rough:
            return max(factor * power, 1)
    return 10 * power


def figures(
    values: list[int], *, start: float, end: float, ticks: int = 3
) -> tuple[Scale, list[Tick]]:
    """A scale over counts with round ends."""
    low, high = min(values), max(values)
    base = 0 if low <= NEAR_ZERO * high or high < 10 or low == high else low
    width = step(max(high - base, 1), ticks)
    bottom = floor(base / width) * width
    top = bottom
    while top < high:
        top += width
    scale = Scale(bottom, max(top, bottom + width), start, end)
    count = round((scale.high - scale.low) / width)
    marks = [round(scale.low + n * width) for n in range(count + 1)]
    return scale, [Tick(scale.at(mark), number(mark)) for mark in marks]


@dataclass(frozen=True, slots=True)
class Days:
    """Days along an axis; a long empty stretch is cut short, its place told by `breaks`."""

    places: dict[int, float]
    breaks: tuple[float, ...]

    def at(self, day: date) -> float:
        """Where a day of the chart lies."""
        return self.places[day.toordinal()]


def days(found: list[date], *, start: float, end: float, apart: float) -> tuple[Days, list[Tick]]:
    """A scale over days, with a tick for each that is `apart` from the one before; the last is kept."""
    ordinals = sorted({day.toordinal() for day in found})
    gaps = [later - earlier for earlier, later in pairwise(ordinals)]
    shown = shortened(gaps)
    unit = (end - start) / (sum(shown) or 1)
    at = start if gaps else (start + end) / 2
    places = {ordinals[0]: round(at, 1)}
    breaks = []
    for ordinal, gap, width in zip(ordinals[1:], gaps, shown, strict=True):
        if width < gap:
            breaks.append(round(at + width * unit / 2, 1))
        at += width * unit
        places[ordinal] = round(at, 1)
    return Days(places, tuple(breaks)), day_ticks(ordinals, places, apart)


def shortened(gaps: list[int]) -> list[float]:
    """Gaps in days; one that would take most of the axis is cut to a share of it."""
    rest = sum(gaps) - max(gaps, default=0)
    limit = max(rest * LONGEST_GAP, SHORT_GAP)
    return [min(float(gap), limit) for gap in gaps]


def day_ticks(ordinals: list[int], places: dict[int, float], apart: float) -> list[Tick]:
    """The days that have room for their name; the year stands where it changes."""
    last = places[ordinals[-1]]
    ticks: list[Tick] = []
    year = date.fromordinal(ordinals[0]).year
    for ordinal in ordinals:
        day, at = date.fromordinal(ordinal), places[ordinal]
        clear = not ticks or at - ticks[-1].at >= apart
        if ordinal == ordinals[-1] or (clear and last - at >= apart):
            words = short_day(day) + (f" {day.year}" if day.year != year else "")
            ticks.append(Tick(at, words))
            year = day.year
    return ticks

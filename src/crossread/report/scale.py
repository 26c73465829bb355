"""Figures and days come in; places on a chart, and the ticks beside them, go out."""

from dataclasses import dataclass
from datetime import date
from math import floor, log10

from crossread.report.wording import number, short_day

NEAR_ZERO = 0.6
"""The axis starts at zero unless the lowest figure is above this share of the highest: then the gaps would vanish."""


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
    base = 0 if low <= NEAR_ZERO * high or high < 10 else low
    width = step(max(high - base, 1), ticks)
    bottom = floor(base / width) * width
    top = bottom
    while top < high:
        top += width
    scale = Scale(bottom, max(top, bottom + width), start, end)
    count = round((scale.high - scale.low) / width)
    marks = [round(scale.low + n * width) for n in range(count + 1)]
    return scale, [Tick(scale.at(mark), number(mark)) for mark in marks]


def days(found: list[date], *, start: float, end: float, apart: float) -> tuple[Scale, list[Tick]]:
    """A scale over days, with a tick for each that is `apart` from the one before; the last is kept."""
    ordinals = sorted({day.toordinal() for day in found})
    scale = Scale(ordinals[0], ordinals[-1], start, end)
    last = scale.at(ordinals[-1])
    ticks: list[Tick] = []
    for ordinal in ordinals:
        at = scale.at(ordinal)
        clear = not ticks or at - ticks[-1].at >= apart
        if at == last or (clear and last - at >= apart):
            ticks.append(Tick(at, short_day(date.fromordinal(ordinal))))
    return scale, ticks

"""In: an expression and the days it may be counted from. Out: the days it means, or None.

A weekday is looked for in the six days before publication unless the clause looks ahead.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from crossread.date.expressions import (
    Beside,
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    Expression,
    NumberedWeek,
    Period,
    Shift,
    Span,
    Weekday,
    Weekend,
)
from crossread.model.when import When

WEEK = 7
NEAR_FUTURE = timedelta(days=45)
"""Where the clause looks ahead, a month and day without a year may lie so far ahead: reports name deadlines and
elections some weeks off."""


HALF_YEAR = 26
"""Weeks by which a number may lie off a known week's: beyond it the number is another year's."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week whose number and last day are known."""

    number: int
    last: date


@dataclass(frozen=True, slots=True)
class Anchor:
    """The days to count from: `now` (publication), `then` (last spoken of), `event` (its first day), a known `week`."""

    now: date
    then: date | None = None
    event: date | None = None
    ahead: bool = False
    week: Week | None = None


def resolve(expression: Expression, anchor: Anchor) -> When | None:
    """The days that an expression means, None where a day to count from is missing or the date does not exist."""
    return _RESOLVERS[type(expression)](expression, anchor)


def _day(day: date) -> When:
    return When(day, day, "day")


def month_of(year: int, month: int) -> When:
    """A whole month."""
    return When(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def _months_on(day: date, months: int) -> date:
    """The first day of the month so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _calendar_day(expression: CalendarDay, anchor: Anchor) -> When | None:
    now = anchor.now
    try:
        if expression.month is None:
            return _day(_day_of_month(expression.day, now))
        if expression.year is not None:
            return _day(date(expression.year, expression.month, expression.day))
        return _day(_nearest_year(expression.month, expression.day, anchor))
    except ValueError:
        return None


def _day_of_month(day: int, now: date) -> date:
    """ "The 9th": this month's if it is not ahead, else last month's."""
    return _months_on(now, -1 if day > now.day else 0).replace(day=day)


def _nearest_year(month: int, day: int, anchor: Anchor) -> date:
    for year in (anchor.now.year + 1, anchor.now.year, anchor.now.year - 1):
        if (month, day) == (2, 29) and year % 4:
            continue
        found = date(year, month, day)
        if found <= anchor.now or (anchor.ahead and found - anchor.now <= NEAR_FUTURE):
            return found
    return date(anchor.now.year - 1, month, day)


MONTH_END = timedelta(days=4)
"""How many days before its last "the end of June" begins."""


def _calendar_month(expression: CalendarMonth, anchor: Anchor) -> When | None:
    whole = _whole_month(expression, anchor)
    return When(whole.last - MONTH_END, whole.last, "span") if expression.end else whole


def _whole_month(expression: CalendarMonth, anchor: Anchor) -> When:
    if expression.year is not None:
        return month_of(expression.year, expression.month)
    year = anchor.now.year
    past = expression.month <= anchor.now.month
    if expression.which == "next" or (anchor.ahead and not past):
        return month_of(year + (1 if past else 0), expression.month)
    return month_of(year if past else year - 1, expression.month)


def _calendar_year(expression: CalendarYear, anchor: Anchor) -> When | None:
    if expression.part is not None:
        first, last = _PARTS_OF_YEAR[expression.part]
        return When(
            month_of(expression.year, first).first, month_of(expression.year, last).last, "span"
        )
    until = expression.until or expression.year
    return When(date(expression.year, 1, 1), date(until, 12, 31), "year")


_PARTS_OF_YEAR = {
    "early": (1, 3),
    "mid": (6, 7),
    "late": (10, 12),
    "end": (12, 12),
    "start": (1, 1),
}
"""First and last month that a writer means by "early 2023", "mid-2023", "late 2023", "the end of 2023"."""


def _weekday(expression: Weekday, anchor: Anchor) -> When | None:
    now = anchor.now
    if expression.weeks is not None:
        monday = now - timedelta(days=now.weekday())
        return _day(monday + timedelta(days=expression.weeks * WEEK + expression.weekday))
    back = (now.weekday() - expression.weekday) % WEEK
    forward = (expression.weekday - now.weekday()) % WEEK
    if expression.which == "last":
        return _day(now - timedelta(days=back or WEEK))
    if expression.which == "next":
        return _day(now + timedelta(days=forward or WEEK))
    return _day(now + timedelta(days=forward) if anchor.ahead else now - timedelta(days=back))


def _beside(expression: Beside, anchor: Anchor) -> When | None:
    base = {"now": anchor.now, "then": anchor.then, "event": anchor.event}[expression.base]
    if base is None:
        return None
    apart = (base.weekday() - expression.weekday) % WEEK or WEEK
    return _day(base - timedelta(days=apart) + timedelta(days=0 if expression.before else WEEK))


def _weekend(expression: Weekend, anchor: Anchor) -> When | None:
    now = anchor.now
    back = (now.weekday() - 5) % WEEK  # days since the last Saturday, 0 on a Saturday
    saturday = now - timedelta(days=back)
    if expression.which == "last" and back < 2:
        saturday -= timedelta(days=WEEK)
    if expression.which == "next" or (anchor.ahead and back >= 2):
        saturday += timedelta(days=WEEK)
    return When(saturday, saturday + timedelta(days=1), "span")


def _period(expression: Period, anchor: Anchor) -> When | None:
    now = anchor.now
    if expression.unit == "week":
        monday = now - timedelta(days=now.weekday()) + timedelta(days=WEEK * expression.offset)
        return When(monday, monday + timedelta(days=6), "span")
    if expression.unit == "month":
        month = _months_on(now, expression.offset)
        return month_of(month.year, month.month)
    year = now.year + expression.offset
    return When(date(year, 1, 1), date(year, 12, 31), "year")


def _numbered_week(expression: NumberedWeek, anchor: Anchor) -> When | None:
    """The week's last day: what is counted over it is known then."""
    if anchor.week is None or abs(expression.number - anchor.week.number) > HALF_YEAR:
        return None
    return _day(anchor.week.last + timedelta(days=WEEK * (expression.number - anchor.week.number)))


def _shift(expression: Shift, anchor: Anchor) -> When | None:
    base = {"now": anchor.now, "then": anchor.then, "event": anchor.event}[expression.base]
    if base is None:
        return None
    if expression.unit == "year":
        year = base.year + expression.amount
        return When(date(year, 1, 1), date(year, 12, 31), "year")
    if expression.unit == "month":
        month = _months_on(base, expression.amount)
        return month_of(month.year, month.month)
    return _day(
        base + timedelta(days=expression.amount * (WEEK if expression.unit == "week" else 1))
    )


def _span(expression: Span, anchor: Anchor) -> When | None:
    last = resolve(expression.last, anchor)
    if last is None:
        return None
    first = resolve(expression.first, Anchor(last.last, anchor.then, anchor.event))
    return None if first is None else When(first.first, last.last, "span")


_RESOLVERS: dict[type, Callable[[Any, Anchor], When | None]] = {
    CalendarDay: _calendar_day,
    CalendarMonth: _calendar_month,
    CalendarYear: _calendar_year,
    Weekday: _weekday,
    Beside: _beside,
    Weekend: _weekend,
    Period: _period,
    NumberedWeek: _numbered_week,
    Shift: _shift,
    Span: _span,
}

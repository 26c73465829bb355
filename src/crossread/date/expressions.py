"""What a date phrase means before it is tied to a day: expressions, and the phrases that carry them.

In: nothing but numbers read by `phrases`. Out: objects that `calendar` resolves against an anchor day.
"""

from dataclasses import dataclass
from typing import Literal

Which = Literal["last", "next", "this"]
Relation = Literal["at", "since", "after", "before", "by"]
Base = Literal["now", "then", "event"]
Unit = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of the month ("3 March 2024", "Sunday 3 March", "the 9th"); what the text leaves out is None."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """A month ("February 2021", "in February", "last July"), or its last days ("by the end of June")."""

    month: int
    year: int | None = None
    which: Which | None = None
    end: bool = False


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year ("in 2013"), from one year to another ("1975-90"), or its "early", "mid" or "late" months."""

    year: int
    until: int | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; `weeks` is -1 for "Tuesday of last week"."""

    weekday: int
    which: Which | None = None
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest such weekday before or after a day ("the Sunday before", "the Monday after the attack")."""

    weekday: int
    before: bool
    base: Base


@dataclass(frozen=True, slots=True)
class Weekend:
    """A Saturday and Sunday ("at the weekend", "last weekend")."""

    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A whole week, month or year counted from now ("last week" is -1, "this year" 0)."""

    unit: Unit
    offset: int


@dataclass(frozen=True, slots=True)
class NumberedWeek:
    """A week of the year by its number ("week 7"), as bulletins count them."""

    number: int


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from publication ("now"), from the day last spoken of ("then") or from the event's first day."""

    amount: int
    unit: Unit
    base: Base


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another ("1 to 27 January", "Wednesday and Thursday")."""

    first: "CalendarDay | Weekday"
    last: "CalendarDay | Weekday"


Expression = (
    CalendarDay
    | CalendarMonth
    | CalendarYear
    | Weekday
    | Beside
    | Weekend
    | Period
    | NumberedWeek
    | Shift
    | Span
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date phrase at its offsets, without its preposition, which `relation` tells.

    `possessive` marks "Friday's"; `part` is the part of the day ("night"); `rule` the pattern that read it.
    """

    start: int
    end: int
    words: str
    expression: Expression
    rule: str
    relation: Relation = "at"
    part: str | None = None
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Time gone by since the event began, as a report counts it ("its seventh day", "more than six days").

    `low` and `high` are the whole days from the event's first day to the day of writing; `over` marks counts that may
    have ended before it ("after six days of fighting"), so that only `low` binds.
    """

    start: int
    end: int
    words: str
    low: int
    high: int
    over: bool = False

"""In: an undated report and the dated ones beside it. Out: evidence that scores each day it may have appeared on.

Each piece knows the words it rests on and can say in a clause why a day fits it. Scores are hand-set on the annotated
events: a piece that settles the weekday outweighs habits of the trade, and a contradiction outweighs both.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from crossread.date.calendar import Anchor, resolve
from crossread.date.expressions import CalendarMonth, Elapsed, Expression, Period, Weekday
from crossread.model.report import Report

GROWTH = 1.15
"""From there a toll counts as higher than a round one: "more than 100" and 112 may be of one day."""

CLEARLY = 2.0
"""What a clearly higher toll than is told on a later day weighs: it was not known before. A lower one may be of some
of the dead, a little higher one of another counter."""

SUNDAY = 6
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def spoken(day: date) -> str:
    """A day as the dossier writes it."""
    return f"{day.day} {day:%B %Y}"


@dataclass(frozen=True, slots=True)
class Now:
    """The report says what day it is written on ("this Wednesday", "Yesterday, Sunday", "Posted Thursday")."""

    weekday: int
    words: str

    def score(self, day: date) -> float:
        """Settles the weekday."""
        return 5.0 if day.weekday() == self.weekday else -5.0

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"it says “{self.words}” of the day it is written on"


@dataclass(frozen=True, slots=True)
class Recency:
    """Weekdays that the report names for its news: the last of them is the day it is written on, or the day before."""

    weekdays: tuple[int, ...]
    lead: int | None
    words: str
    today: bool = False
    """Whether the report calls its own day "today": its weekdays are then mostly others."""

    def score(self, day: date) -> float:
        """Higher the nearer the last weekday named lies, and the fewer days the story spreads over."""
        ages = [(day.weekday() - weekday) % 7 for weekday in self.weekdays]
        own = 1.5 if self.today else 3.0
        gap = (own, 1.5, 0.0, -1.0, -2.0, -2.0, -2.0)[min(ages)]
        spread = sum(0.4 * age + 0.8 * max(0, age - 3) for age in ages) / len(ages)
        if self.lead is None:  # named in passing, further down
            return max(-0.5, 0.6 * (gap - spread))
        opening = (1.0 if self.today else 2.0, 1.0, 0.0, -1.0, -1.0, -1.5, -1.5)[
            (day.weekday() - self.lead) % 7
        ]
        return gap + opening - spread

    def why(self, day: date) -> str:
        """What a reader can check."""
        last = min(self.weekdays, key=lambda weekday: (day.weekday() - weekday) % 7)
        return f"{WEEKDAYS[last]} is the last day that it tells of"


@dataclass(frozen=True, slots=True)
class SharedDay:
    """Something this report puts on a weekday and a dated report puts on a known day."""

    expression: Expression
    words: str
    told: date
    teller: str
    weight: float
    earlier: bool = False
    """Whether it is "last Monday" of a report that tells of a plain Monday too: the one a week before."""

    def score(self, day: date) -> float:
        """Full weight where the weekday then falls on the known day; a night may be told under either day."""
        found = resolve(self.expression, Anchor(day))
        if found is None:
            return 0.0
        apart = (found.last - self.told).days - (7 if self.earlier else 0)
        off = abs(apart)
        if apart > 0 and isinstance(self.expression, Weekday) and self.expression.which == "last":
            off = min(off, abs(off - 7))  # "last Thursday" may also be the one of the week before
        return self.weight * (3.0 if off == 0 else 1.0 if off == 1 else -2.0)

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"what it puts on “{self.words}” {self.teller} puts on {spoken(self.told)}"


@dataclass(frozen=True, slots=True)
class News:
    """What the report tells without saying when, and a dated report puts on a known day: it was news then."""

    told: date
    teller: str
    weight: float

    def score(self, day: date) -> float:
        """It cannot be told before, and is told on that day or the next one."""
        days = (day - self.told).days
        return self.weight * (-2.0 if days < 0 else (2.0, 1.4, 0.4)[days] if days < 3 else 0.0)

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"it tells as news what {self.teller} puts on {spoken(self.told)}"


@dataclass(frozen=True, slots=True)
class Retold:
    """A dated report that tells most of what this one tells, sentence by sentence: both are of one day or the next."""

    told: date
    teller: str

    def score(self, day: date) -> float:
        """A copy appears with what it copies or soon after."""
        days = (day - self.told).days
        return (2.0, 1.2, 0.4)[days] if 0 <= days < 3 else -0.5

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"it tells what {self.teller} of {spoken(self.told)} tells"


@dataclass(frozen=True, slots=True)
class Since:
    """So many days since the event's first day, up to the report's own or to the day that stands beside the count."""

    count: Elapsed
    event: date
    upto: Expression | None = None

    def score(self, day: date) -> float:
        """Full in the middle of the count's bounds or a night later, less at their edges and a day beyond."""
        found = resolve(self.upto, Anchor(day)) if self.upto is not None else None
        days = ((found.last if found else day) - self.event).days
        low, high = self.count.low, self.count.high
        if self.count.over and days > high:
            return 0.0
        if low <= days <= high:
            return 3.5 if days - (low + high) // 2 in {0, 1} or high - low <= 1 else 2.5
        near = 0.0 if low == high else 1.0
        return near if low - 1 <= days <= high + 1 else -3.0

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"“{self.count.words}” counts from {spoken(self.event)}"


@dataclass(frozen=True, slots=True)
class NotBefore:
    """A past day that the report names in full: it cannot be older."""

    day: date
    words: str

    def score(self, day: date) -> float:
        """Rules out all days before it; near days are likelier than far ones."""
        gap = (day - self.day).days
        if gap < 0:
            return -9.0
        return max(0.0, 0.8 - 0.07 * gap)

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"it names {self.words}"


@dataclass(frozen=True, slots=True)
class WeeksGone:
    """The event's weeks that the report tells of as gone by ("the thirty of the second week")."""

    weeks: int
    words: str
    event: date

    def score(self, day: date) -> float:
        """Against days within the weeks told of; the last of them may be counted as the week's end."""
        return 0.0 if (day - self.event).days >= 7 * self.weeks - 1 else -5.0

    def why(self, day: date) -> str:
        """Not worth telling."""
        return ""


@dataclass(frozen=True, slots=True)
class SharedFigures:
    """Rare numbers that dated reports give too, with the first and last day for which they give them."""

    numbers: tuple[str, ...]
    first: date
    last: date
    teller: str
    weight: float

    def score(self, day: date) -> float:
        """A figure is carried on for days after it is given, so that it hardly tells more than a lower bound."""
        if day < self.first - timedelta(days=1):
            return -0.2 * self.weight
        return 0.5 * self.weight if day <= self.last + timedelta(days=2) else 0.0

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"it shares the figures {', '.join(self.numbers[:3])} with {self.teller}"


@dataclass(frozen=True, slots=True)
class EarlyNews:
    """Most reports of an event appear in its first days."""

    event: date
    lasting: bool = False

    def score(self, day: date) -> float:
        """A mild slope, strong enough only to choose between the same weekday of two weeks; none for long events."""
        days = (day - self.event).days
        return -3.0 if days < 0 else 0.0 if self.lasting else -0.1 * min(days, 30)

    def why(self, day: date) -> str:
        """Not worth telling."""
        return ""


@dataclass(frozen=True, slots=True)
class Before:
    """Weekdays told of as past: none should come to lie before the event."""

    weekdays: tuple[int, ...]
    event: date

    def score(self, day: date) -> float:
        """Loses a little for each weekday that the day would put before the event; some tell what went before."""
        days = {day - timedelta(days=(day.weekday() - weekday) % 7) for weekday in self.weekdays}
        early = sum(1 for each in days if each < self.event - timedelta(days=1))
        return -1.0 * min(early, 3)

    def why(self, day: date) -> str:
        """Not worth telling."""
        return ""


@dataclass(frozen=True, slots=True)
class Ago:
    """The event lies in the week, month or year before the report's own ("last week's flood", "in August")."""

    expression: Expression
    words: str
    event: date

    def score(self, day: date) -> float:
        """Full where the event falls into that time, seen from the day; weeks may begin on a Sunday."""
        found = resolve(self.expression, Anchor(day))
        if found is None or found.first > day:
            return -2.0
        week = isinstance(self.expression, Period) and self.expression.unit == "week"
        slack = timedelta(days=7 if week and day.weekday() == SUNDAY else 0)
        inside = found.first - timedelta(days=week) <= self.event <= found.last + slack
        if isinstance(self.expression, CalendarMonth) and found.last >= day:
            return -1.5  # nobody writes "in August" in August
        return 2.0 if inside else -2.0

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"“{self.words}” is when it puts the event"


@dataclass(frozen=True, slots=True)
class Then:
    """A weekday of the tale after which the report still tells of a day so many days before its own."""

    weekday: int
    ago: int
    words: str
    event: date

    def score(self, day: date) -> float:
        """A tale goes forward: from the event to the weekday, and on to the day that is told after it."""
        back = (day.weekday() - self.weekday) % 7
        begun = day - timedelta(days=back) >= self.event - timedelta(days=1)
        return 1.0 if back > self.ago and begun else -4.0

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"it goes on from {WEEKDAYS[self.weekday]} to “{self.words}”"


def _grown(earlier: int, later: int) -> bool:
    """Whether one toll is clearly the higher: any higher number, but more than a little where one is round."""
    round_number = earlier % 10 == 0 or later % 10 == 0
    return later > earlier * (GROWTH if round_number else 1)


@dataclass(frozen=True, slots=True)
class Tolls:
    """The report's highest death toll against those of dated reports: a toll grows."""

    toll: int
    others: tuple[tuple[date, int], ...]

    def score(self, day: date) -> float:
        """Loses for every dated report that the day would put on the wrong side of the growth, more if too early."""
        early = sum(
            CLEARLY if self.toll > GROWTH * toll else 1.2
            for told, toll in self.others
            if day < told and _grown(toll, self.toll)
        )
        late = sum(1.2 for told, toll in self.others if day > told and _grown(self.toll, toll))
        told_then = [told for told, toll in self.others if toll == self.toll]
        same = 0.6 if told_then and day >= told_then[0] - timedelta(days=1) else 0.0
        return 1.0 + same - min(early, 3.6) - min(late, 2.0)

    def why(self, day: date) -> str:
        """What a reader can check."""
        return f"its toll of {self.toll:,} fits between those of the dated reports"


Evidence = (
    Now
    | Recency
    | SharedDay
    | News
    | Retold
    | Since
    | NotBefore
    | WeeksGone
    | SharedFigures
    | EarlyNews
    | Before
    | Ago
    | Then
    | Tolls
)


def told_by(report: Report) -> str:
    """The report's name as the reasons give it."""
    return report.name.rsplit("/", 1)[-1]


def window(first: date, last: date) -> list[date]:
    """All days from first to last."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]

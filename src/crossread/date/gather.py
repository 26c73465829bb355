"""In: the dated reports of a set and an undated one. Out: all evidence on the day that the undated one appeared."""

import re
from datetime import date, timedelta

from crossread.date.calendar import Anchor, resolve
from crossread.date.days import looks_ahead
from crossread.date.elapsed import elapsed, weeks_gone
from crossread.date.event import event_day, of_event
from crossread.date.evidence import (
    Ago,
    EarlyNews,
    Evidence,
    NotBefore,
    Since,
    Tolls,
    WeeksGone,
)
from crossread.date.expressions import (
    CalendarDay,
    CalendarMonth,
    Elapsed,
    Expression,
    Period,
    Phrase,
    Span,
)
from crossread.date.phrases import find
from crossread.date.retold import Tellings
from crossread.date.tolls import toll_of
from crossread.date.weekdays import before_of, gone_by, mentions_of, now_of, recency_of, then_of
from crossread.model.sentence import Parsed

PRELUDE = timedelta(days=45)
"""A day or month without a year is looked for from so long before the event on: what is older is told with its year."""

AFTER = timedelta(days=14)
"""How long after the last dated report an undated one is looked for."""

_IS_NOW = re.compile(r"(?:it|this|today|now)\b", re.I)
"""The beginning of a count up to the report's own day, whatever weekday stands beside it ("this is the third day")."""
_NAMED = re.compile(r"\s+(?:of|on)\s+(?:the\s+)?", re.I)


class Known:
    """What the dated reports of a set tell, as far as it helps to date the others."""

    def __init__(self, dated: list[Parsed], everything: list[Parsed]) -> None:
        self.days = sorted(p.report.published.last for p in dated if p.report.published)
        self.event = event_day(dated) or self.days[0]
        self.lasting = _lasting(self.days, self.event)
        self.tellings = Tellings(dated, everything, self.event)
        self.records = _records(dated)

    def evidence(self, parsed: Parsed) -> list[Evidence]:
        """All that the report says of its own day."""
        mentions = mentions_of(parsed)
        found: list[Evidence] = [EarlyNews(self.event, self.lasting)]
        found += now_of(parsed, mentions)
        found += recency_of(parsed, mentions, self.event)
        found += self._since(parsed, mentions)
        found += then_of(parsed, mentions, self.event)
        found += gone_by(parsed, mentions, self.event)
        found += before_of(mentions, self.event)
        found += _ago(parsed, self.event)
        found += [WeeksGone(*gone, self.event) for gone in weeks_gone(parsed.report.text)]
        found += _not_before(parsed, self.event, self.days[-1])
        found += self.tellings.shared(parsed, mentions)
        found += self._tolls(parsed)
        return found

    def _since(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        """Counts of days since the event, up to the day that their sentence names or else to the report's own."""
        counted = self.tellings.counted(parsed)
        found: list[Evidence] = [*counted]
        for count in elapsed(parsed.report.text):
            if any(
                each.count.start < count.end and count.start < each.count.end for each in counted
            ):
                continue
            sentence = parsed.sentence_at(count.start)
            beside = [
                phrase
                for phrase in mentions
                if sentence and sentence.start <= phrase.start < sentence.end
            ]
            upto = beside[0].expression if beside and not _IS_NOW.match(count.words) else None
            found.append(Since(count, self._counted_from(parsed, count), upto))
        return found

    def _counted_from(self, parsed: Parsed, count: Elapsed) -> date:
        """The day from which a count runs: one that it names ("after the landfall of 24 January"), else the event's."""
        behind = parsed.report.text[count.end :]
        for phrase in find(parsed.report.text):
            if _NAMED.fullmatch(behind[: max(0, phrase.start - count.end)]):
                return _near(phrase.expression, self.event) or self.event
        return self.event

    def _tolls(self, parsed: Parsed) -> list[Evidence]:
        toll, records = toll_of(parsed), self.records
        if toll is None or not records or toll * 2 < records[0][1]:
            return []  # some of the dead, not all
        return [Tolls(toll, records)]


def _records(dated: list[Parsed]) -> tuple[tuple[date, int], ...]:
    """The dated reports' tolls that are higher than all before: a lower one is of some of the dead."""
    records: list[tuple[date, int]] = []
    tolls = [(each.report.published, toll_of(each)) for each in dated]
    for day, toll in sorted((when.last, toll) for when, toll in tolls if when and toll):
        if not records or toll > records[-1][1]:
            records.append((day, toll))
    return tuple(records)


def _lasting(days: list[date], event: date) -> bool:
    """Whether reports go on for weeks: most of the dated ones are later than the first ten days."""
    late = [day for day in days if day - event > timedelta(days=10)]
    return len(late) * 2 > len(days)


def _ago(parsed: Parsed, event: date) -> list[Evidence]:
    """Times such as "last week's flood" and "the fire in August" that hold the event."""
    found: list[Evidence] = []
    for phrase in find(parsed.report.text):
        expression = phrase.expression
        last = isinstance(expression, Period) and expression.offset == -1
        month = isinstance(expression, CalendarMonth) and expression.year is None
        if (last or month) and of_event(parsed, phrase):
            found.append(Ago(expression, phrase.words, event))
    return found[:2]


def _not_before(parsed: Parsed, event: date, last: date) -> list[Evidence]:
    """The latest past day that the report names, as far as it can be told without knowing the report's own.

    A month without its year may be the one before the event as well; a feast counts in the event's first weeks only.
    """
    named: list[tuple[date, Phrase]] = []
    for phrase in find(parsed.report.text):
        expression = phrase.expression
        if isinstance(expression, Span):
            expression = expression.last
        past = (
            phrase.relation in {"at", "by"}
            and not (isinstance(expression, CalendarMonth) and not _has_year(phrase))
            and not looks_ahead(parsed, phrase)
        )
        day = _near(expression, event) if past else None
        stray = phrase.rule == "feast" and day is not None and not event <= day <= event + PRELUDE
        if day is not None and not stray:
            named.append((day, phrase))
    far = [(day, phrase) for day, phrase in named if day > last + AFTER and not _has_year(phrase)]
    if (
        len({day for day, _ in far}) == 1
    ):  # one stray day without its year is no ground to leave the event's weeks
        named = [pair for pair in named if pair not in far]
    latest = max(named, key=lambda pair: pair[0], default=None)
    return [NotBefore(latest[0], latest[1].words)] if latest else []


def _has_year(phrase: Phrase) -> bool:
    return getattr(phrase.expression, "year", None) is not None


def _near(expression: Expression, event: date) -> date | None:
    """The first such day from some weeks before the event on, for days that name no year."""
    since = event - PRELUDE
    if isinstance(expression, CalendarMonth):
        year = expression.year or since.year + (expression.month < since.month)
        return date(year, expression.month, 1)
    if not isinstance(expression, CalendarDay):
        return None
    if expression.month is None:
        when = resolve(expression, Anchor(event + timedelta(days=30)))
        return when.last if when else None
    for year in (expression.year,) if expression.year else (since.year, since.year + 1):
        when = resolve(CalendarDay(expression.day, expression.month, year), Anchor(event))
        if when is not None and (expression.year or when.last >= since):
            return when.last
    return None

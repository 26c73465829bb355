"""In: the dated reports of a set and an undated one. Out: all evidence on the day that the undated one appeared."""

import re
from dataclasses import replace
from datetime import date, timedelta

from crossread.date.calendar import Anchor, resolve
from crossread.date.days import looks_ahead
from crossread.date.elapsed import elapsed, weeks_gone
from crossread.date.event import LEAD, event_day, of_event
from crossread.date.evidence import (
    WEEKDAYS,
    Ago,
    Before,
    EarlyNews,
    Evidence,
    NotBefore,
    Now,
    Recency,
    SharedDay,
    SharedFigures,
    Since,
    Then,
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
    Shift,
    Span,
    Weekday,
)
from crossread.date.phrases import find
from crossread.date.shared import (
    ALIKE,
    Rarity,
    Told,
    counts_of,
    numbers_of,
    tell,
    toll_of,
    words_of,
)
from crossread.date.stated import stamp_weekday
from crossread.model.sentence import Parsed

PRELUDE = timedelta(days=45)
"""A day or month without a year is looked for from so long before the event on: what is older is told with its year."""

AFTER = timedelta(days=14)
"""How long after the last dated report an undated one is looked for."""

_IT_IS = ("it is", "it’s", "it's", "today,", "today is", "this is")
_SITTING = re.compile(
    r"\b(?:sitting|session|edition|bulletin|briefing|hearing|issue|broadcast|programme)\s+of\s+$"
)


_COUNTED_ON = re.compile(r",?\s+(?:[\w-]+\s)?[\w-]+\s+(?:day|night|week)s?\s+after\b", re.I)
"""Behind a weekday: the days counted from the event up to it; it is no day of the event's own."""
_NAMED = re.compile(r"\s+(?:of|on)\s+(?:the\s+)?", re.I)
_GONE_BY = re.compile(r",?\s(?:[\w’'-]+\s){0,4}?had\s(?!to\b)\w+", re.I)
_SAYS = re.compile(
    r"\b(?:said|says|that|told|announced|and|who|which|after|since|before|as|when)\b", re.I
)


class Known:
    """What the dated reports of a set tell, as far as it helps to date the others."""

    def __init__(self, dated: list[Parsed], everything: list[Parsed]) -> None:
        self.dated = dated
        self.days = sorted(p.report.published.last for p in dated if p.report.published)
        self.event = event_day(dated) or self.days[0]
        self.lasting = _lasting(self.days, self.event)
        self.told: list[Told] = [told for each in dated for told in tell(each)]
        self.rarity = Rarity([words_of(p, s) for p in everything for s in p.sentences])

    def evidence(self, parsed: Parsed) -> list[Evidence]:
        """All that the report says of its own day."""
        mentions = mentions_of(parsed)
        found: list[Evidence] = [EarlyNews(self.event, self.lasting)]
        found += _now(parsed, mentions)
        found += recency_of(parsed, mentions)
        found += self._since(parsed, mentions)
        found += _then(parsed, mentions, self.event)
        found += _gone_by(parsed, mentions, self.event)
        found += _before(mentions, self.event)
        found += _ago(parsed, self.event)
        found += _from_now(parsed, self.event)
        found += [WeeksGone(*gone, self.event) for gone in weeks_gone(parsed.report.text)]
        found += _not_before(parsed, self.event, self.days[-1])
        found += self._shared_days(parsed, mentions)
        found += self._shared_counts(parsed, mentions)
        found += self._shared_figures(parsed)
        found += self._tolls(parsed)
        return found

    def _since(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        """Counts of days since the event, up to the day that their sentence names or else to the report's own."""
        found: list[Evidence] = []
        for count in elapsed(parsed.report.text):
            sentence = parsed.sentence_at(count.start)
            beside = [
                phrase
                for phrase in mentions
                if sentence and sentence.start <= phrase.start < sentence.end
            ]
            upto = beside[0].expression if beside else None
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
        toll = toll_of(parsed)
        others = tuple(
            (each.report.published.last, other)
            for each in self.dated
            if each.report.published and (other := toll_of(each)) is not None
        )
        return [Tolls(toll, others)] if toll is not None and others else []

    def _shared_days(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        found: list[Evidence] = []
        for phrase in mentions:
            sentence = parsed.sentence_at(phrase.start)
            if sentence is None:
                continue
            words = words_of(parsed, sentence)
            best = max(
                ((self.rarity.of(words & told.words), told) for told in self.told if told.explicit),
                key=lambda pair: (pair[0], pair[1].report, pair[1].day),
                default=None,
            )
            if best is not None and best[0] >= ALIKE:
                weight = min(1.0, best[0] / (2 * ALIKE))
                told = best[1]
                found.append(
                    SharedDay(
                        phrase.expression,
                        phrase.words,
                        told.day,
                        told.report.rsplit("/", 1)[-1],
                        weight,
                        _week_before(phrase, mentions),
                    )
                )
            elif of_event(parsed, phrase) or phrase.relation == "since":
                earlier = _week_before(phrase, mentions)
                found.append(
                    SharedDay(phrase.expression, phrase.words, self.event, "the set", 0.5, earlier)
                )
        return found

    def _shared_counts(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        """A count put on a weekday which just one dated report gives, for such a weekday."""
        found: list[Evidence] = []
        for phrase in mentions:
            sentence = parsed.sentence_at(phrase.start)
            if sentence is None or phrase.relation == "since" or phrase.possessive:
                continue
            named = [m for m in mentions if sentence.start <= m.start < sentence.end]
            following = min(
                (m.start for m in named if m.start > phrase.start), default=sentence.end
            )
            first = sentence.start if len(named) == 1 else phrase.end
            numbers = counts_of(parsed.report.text[first:following])
            days = {(t.day, t.report) for t in self.told if t.counts & numbers}
            assert isinstance(phrase.expression, Weekday)
            fitting = {pair for pair in days if pair[0].weekday() == phrase.expression.weekday}
            if len({day for day, _ in fitting}) == 1:
                day, name = min(fitting)
                teller = name.rsplit("/", 1)[-1]
                found.append(SharedDay(phrase.expression, phrase.words, day, teller, 0.6))
        return found

    def _shared_figures(self, parsed: Parsed) -> list[Evidence]:
        mine = numbers_of(parsed.report.text)
        given: dict[str, list[tuple[date, str]]] = {}
        for told in self.told:
            for number in told.numbers & mine:
                given.setdefault(number, []).append((told.day, told.report.rsplit("/", 1)[-1]))
        groups: dict[tuple[date, date, str], list[str]] = {}
        for number, days in given.items():
            (first, _), (last, teller) = min(days), max(days)
            groups.setdefault((first, last, teller), []).append(number)
        return [
            SharedFigures(tuple(_longest_first(numbers)), *key, min(2.0, 0.7 * len(numbers)))
            for key, numbers in sorted(groups.items())
        ]


def _week_before(phrase: Phrase, mentions: list[Phrase]) -> bool:
    """Whether "last Monday" stands in a report that tells of another Monday without "last"."""
    said = phrase.expression
    if not isinstance(said, Weekday) or said.which != "last":
        return False
    return any(
        isinstance(other.expression, Weekday)
        and other.expression == replace(said, which=None)
        and not other.possessive
        for other in mentions
    )


def _lasting(days: list[date], event: date) -> bool:
    """Whether reports go on for weeks: most of the dated ones are later than the first ten days."""
    late = [day for day in days if day - event > timedelta(days=10)]
    return len(late) * 2 > len(days)


def _longest_first(numbers: list[str]) -> list[str]:
    return sorted(numbers, key=lambda number: (-len(number), number))


def _before(mentions: list[Phrase], event: date) -> list[Evidence]:
    weekdays = {
        m.expression.weekday
        for m in mentions
        if isinstance(m.expression, Weekday)
        and m.expression.which is None
        and m.relation != "since"
    }
    return [Before(tuple(sorted(weekdays)), event)] if weekdays else []


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


def _from_now(parsed: Parsed, event: date) -> list[Evidence]:
    """Days counted back from the report's own to the event ("broke out at about 11 p.m. yesterday")."""
    found: list[Evidence] = [
        SharedDay(phrase.expression, phrase.words, event, "the set", 0.7)
        for phrase in find(parsed.report.text)
        if isinstance(phrase.expression, Shift) and phrase.expression.base == "now"
        and phrase.expression.unit == "day" and of_event(parsed, phrase)
    ]  # fmt: skip
    return found[:1]


def mentions_of(parsed: Parsed) -> list[Phrase]:
    """The weekdays by which a report tells its news, in text order."""
    return [
        phrase
        for phrase in find(parsed.report.text)
        if isinstance(phrase.expression, Weekday) and not looks_ahead(parsed, phrase)
    ]


def _now(parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
    text = parsed.report.text
    found: list[Evidence] = []
    stamp = stamp_weekday(parsed.report)
    if stamp is not None:
        found.append(Now(stamp.weekday, WEEKDAYS[stamp.weekday]))
    for phrase in mentions:
        assert isinstance(phrase.expression, Weekday)
        weekday = phrase.expression.weekday
        before = text[max(0, phrase.start - 24) : phrase.start].lower()
        if phrase.words.lower().startswith("this ") or before.rstrip().endswith(
            ("it is", "it’s", "it's", "today,", "today is")
        ):
            found.append(Now(weekday, phrase.words))
        elif _SITTING.search(before):
            found.append(Now(weekday, f"{before.split()[-2]} of {phrase.words}"))
        elif before.rstrip().endswith(("yesterday,", "yesterday")):
            found.append(Now((weekday + 1) % 7, f"Yesterday, {phrase.words}"))
        elif before.rstrip().endswith(("tomorrow,", "tomorrow")):
            found.append(Now((weekday - 1) % 7, f"Tomorrow, {phrase.words}"))
    return found


def recency_of(parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
    """What the weekdays named in passing say of the publication day: the last of them is near it."""
    text = parsed.report.text
    named = [
        phrase for phrase in mentions
        if phrase.relation in {"at", "by"} and not phrase.possessive
        and isinstance(phrase.expression, Weekday) and phrase.expression.which != "last"
        and phrase.expression.weeks is None
        and (not of_event(parsed, phrase) or _COUNTED_ON.match(text[phrase.end :]))
    ]  # fmt: skip
    if not named:
        return []
    weekdays = [p.expression.weekday for p in named if isinstance(p.expression, Weekday)]
    lead = weekdays[0] if named[0].start < LEAD else None
    return [Recency(tuple(weekdays), lead, named[0].words)]


def _gone_by(parsed: Parsed, mentions: list[Phrase], event: date) -> list[Evidence]:
    """Weekdays of which the report tells as gone by ("On Friday it had been 58"): it was written on a later day."""
    text = parsed.report.text
    return [
        Then(phrase.expression.weekday, 0, "had", event)
        for phrase in mentions
        if isinstance(phrase.expression, Weekday) and phrase.expression.which != "last"
        and phrase.relation == "at" and (after := _GONE_BY.match(text[phrase.end :]))
        and not _SAYS.search(after.group())
    ]  # fmt: skip


def _then(parsed: Parsed, mentions: list[Phrase], event: date) -> list[Evidence]:
    """Days counted back from the report's own after a weekday in the same sentence or the one before."""
    found: list[Evidence] = []
    for phrase in find(parsed.report.text):
        expression = phrase.expression
        if not isinstance(expression, Shift) or expression.base != "now" or expression.amount >= 0:
            continue
        if phrase.relation != "at":
            continue  # "under control since yesterday" is no next step of the tale
        sentence = parsed.sentence_at(phrase.start)
        before = [
            m for m in mentions if m.end < phrase.start and m.relation == "at" and not m.possessive
        ]
        if (
            sentence is None
            or not before
            or before[-1].end + 3 > phrase.start
            or expression.unit != "day"
        ):
            continue
        last = parsed.sentence_at(before[-1].start)
        if (
            last is not None
            and last.index >= sentence.index - 1
            and isinstance(before[-1].expression, Weekday)
        ):
            weekday = before[-1].expression.weekday
            found.append(Then(weekday, -expression.amount, phrase.words, event))
    return found


def _not_before(parsed: Parsed, event: date, last: date) -> list[Evidence]:
    """The latest past day that the report names, as far as it can be told without knowing the report's own."""
    named: list[tuple[date, Phrase]] = []
    for phrase in find(parsed.report.text):
        expression = phrase.expression
        if isinstance(expression, Span):
            expression = expression.last
        past = (
            phrase.relation in {"at", "by"}
            and phrase.rule != "feast"
            and not looks_ahead(parsed, phrase)
        )
        day = _near(expression, event) if past else None
        if day is not None:
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

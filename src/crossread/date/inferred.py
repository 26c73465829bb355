"""In: all reports of a set. Out: the same with every publication day that can be told, and the reason for it.

Stated days come first, missing years from the rest of the set. For each undated report all days around the dated ones
are scored by what it says; the best is taken if it is clear, else the days that fit are given as a span.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.date.days import Calendar, looks_ahead
from crossread.date.elapsed import elapsed, months_gone
from crossread.date.evidence import (
    EarlyNews,
    Evidence,
    NotBefore,
    Now,
    Recency,
    SharedDay,
    SharedFigures,
    Since,
    Tolls,
    spoken,
    told_by,
    window,
)
from crossread.date.expressions import CalendarDay, Phrase, Span, Weekday
from crossread.date.patterns import EVENT_NOUNS, EVENT_VERBS
from crossread.date.phrases import find
from crossread.date.shared import ALIKE, Rarity, Told, numbers_of, tell, toll_of, words_of
from crossread.date.stated import date_report, publish, stamp_weekday, stated_day
from crossread.model.report import Report
from crossread.model.sentence import Parsed
from crossread.model.when import When

BEFORE, AFTER = timedelta(days=3), timedelta(days=14)
"""How far outside the dated reports an undated one is looked for."""

CLEAR = 1.0
"""Lead over the best day that lies more than a day off from which a day is taken; below it a span is given."""

ENOUGH = 2.0
"""Score below which nothing is known."""

LEAD = 600
"""Characters from the top in which a report tells its news."""

_IT_IS = ("it is", "it’s", "it's", "today,", "today is", "this is")


def infer_published(parsed: list[Parsed]) -> list[Report]:
    """The reports in the same order, each with its publication day, a span of days, or none."""
    reports = [date_report(each) for each in parsed]
    reports = [_with_year(report, reports) for report in reports]
    dated = [
        replace(each, report=report)
        for each, report in zip(parsed, reports, strict=True)
        if report.published is not None
    ]
    if not dated:
        return reports
    known = _Known(dated, list(parsed))
    return [
        report if report.published is not None else known.infer(replace(each, report=report))
        for each, report in zip(parsed, reports, strict=True)
    ]


def event_day(parsed: list[Parsed]) -> date | None:
    """The first day of the event that the dated reports of a set tell of, None where they do not agree on one."""
    votes: Counter[date] = Counter()  # in half votes
    published = [p.report.published.last for p in parsed if p.report.published]
    if not published:
        return None
    for each in parsed:
        if each.report.published is not None:
            for day, weight in _event_votes(each):
                votes[day] += weight
    latest = min(published)
    possible = {
        day: n for day, n in votes.items() if day <= latest and (latest - day).days <= AFTER.days
    }
    if not possible:
        return latest
    return max(possible, key=lambda day: (possible[day], day))


def _event_votes(parsed: Parsed) -> Iterable[tuple[date, int]]:
    """Days that a dated report ties to the event's nouns and verbs, and how much each weighs: more in its lead."""
    calendar = Calendar(parsed)
    published = calendar.published
    if published is None:
        return
    for count in elapsed(parsed.report.text):
        if count.high - count.low <= 1:
            for days in range(count.low, count.high + 1):
                yield published - timedelta(days=days), 4 if count.low == count.high else 2
    if calendar.first_entry is not None:
        yield calendar.first_entry, 4
    for timed in calendar.timed:
        if timed.when and timed.when.precision == "day" and _of_event(parsed, timed.phrase):
            yield timed.when.last, 4 if timed.phrase.start < LEAD else 1


def _of_event(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a date phrase dates one of the words for the event."""
    text = parsed.report.text
    if phrase.possessive:
        following = text[phrase.end + 2 : phrase.end + 40].lower().replace("-", " ").split()[:4]
        return any(word.strip(".,;:") in EVENT_NOUNS for word in following)
    span = parsed.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    root = span.root
    if root.dep_:
        return root.head.lower_ in EVENT_VERBS | EVENT_NOUNS
    near = text[max(0, phrase.start - 45) : phrase.end + 25].lower().split()
    return any(word.strip(".,;:'\"") in EVENT_NOUNS for word in near)


def _with_year(report: Report, reports: list[Report]) -> Report:
    """A day stated without its year, completed by the nearest of the others' years."""
    if report.published is not None:
        return report
    stated = stated_day(report)
    others = sorted((r.published.last, told_by(r)) for r in reports if r.published)
    if stated is None or not others:
        return report
    found = []
    for other, name in others:
        for year in (other.year - 1, other.year, other.year + 1):
            day = stated.complete(year)
            weekday = stated.day.weekday
            if day is not None and weekday in {None, day.weekday()}:
                found.append((abs((day - other).days), name, day))
    if not found:
        return report
    _, name, day = min(found)
    return publish(report, day, stated, year_from=f"; the year is that of {name}")


@dataclass(frozen=True, slots=True)
class _Candidate:
    day: date
    score: float


class _Known:
    """What the dated reports of a set tell, as far as it helps to date the others."""

    def __init__(self, dated: list[Parsed], everything: list[Parsed]) -> None:
        self.dated = dated
        self.days = sorted(p.report.published.last for p in dated if p.report.published)
        self.event = event_day(dated) or self.days[0]
        self.told: list[Told] = [told for each in dated for told in tell(each)]
        self.rarity = Rarity([words_of(p, s) for p in everything for s in p.sentences])

    def infer(self, parsed: Parsed) -> Report:
        """The report with the day, or the days, that fit best what it says."""
        evidence = self.evidence(parsed)
        days = window(min(self.days[0], self.event) - BEFORE, self.days[-1] + AFTER)
        latest = [piece.day for piece in evidence if isinstance(piece, NotBefore)]
        if latest and max(latest) > days[-1] - AFTER:
            days = window(days[0], max(latest) + AFTER)
        much = months_gone(parsed.report.text)
        if much is not None:
            days = window(days[0], max(days[-1], self.event + timedelta(days=much.high)))
        scored = sorted(
            (_Candidate(day, sum(piece.score(day) for piece in evidence)) for day in days),
            key=lambda candidate: (-candidate.score, candidate.day),
        )
        return _decide(parsed.report, scored, evidence)

    def evidence(self, parsed: Parsed) -> list[Evidence]:
        """All that the report says of its own day."""
        mentions = _mentions(parsed)
        found: list[Evidence] = [EarlyNews(self.event)]
        found += _now(parsed, mentions)
        found += _recency(parsed, mentions)
        found += self._since(parsed, mentions)
        found += _not_before(parsed, self.event, self.days[-1])
        found += self._shared_days(parsed, mentions)
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
            found.append(Since(count.low, count.high, count.words, self.event, upto))
        much = months_gone(parsed.report.text)
        if much is not None:
            found.append(Since(much.low, much.high, much.words, self.event))
        return found

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
                    )
                )
            elif _of_event(parsed, phrase):
                found.append(SharedDay(phrase.expression, phrase.words, self.event, "the set", 0.5))
        return found

    def _shared_figures(self, parsed: Parsed) -> list[Evidence]:
        mine = numbers_of(parsed.report.text)
        by_day: dict[tuple[date, str], set[str]] = {}
        for told in self.told:
            for number in told.numbers & mine:
                by_day.setdefault((told.day, told.report.rsplit("/", 1)[-1]), set()).add(number)
        return [
            SharedFigures(
                tuple(sorted(numbers, key=lambda n: (-len(n), n))),
                day,
                teller,
                min(2.0, 0.7 * len(numbers)),
            )
            for (day, teller), numbers in sorted(by_day.items())
        ]


def _mentions(parsed: Parsed) -> list[Phrase]:
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
        found.append(Now(stamp.weekday, "Posted"))
    for phrase in mentions:
        assert isinstance(phrase.expression, Weekday)
        weekday = phrase.expression.weekday
        before = text[max(0, phrase.start - 24) : phrase.start].lower()
        if phrase.words.lower().startswith("this ") or before.rstrip().endswith(
            ("it is", "it’s", "it's", "today,", "today is")
        ):
            found.append(Now(weekday, phrase.words))
        elif before.rstrip().endswith(("yesterday,", "yesterday")):
            found.append(Now((weekday + 1) % 7, f"Yesterday, {phrase.words}"))
        elif before.rstrip().endswith(("tomorrow,", "tomorrow")):
            found.append(Now((weekday - 1) % 7, f"Tomorrow, {phrase.words}"))
    return found


def _recency(parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
    named = [
        phrase for phrase in mentions
        if phrase.relation in {"at", "by"} and not phrase.possessive
        and isinstance(phrase.expression, Weekday) and phrase.expression.which != "last"
        and phrase.expression.weeks is None and not _of_event(parsed, phrase)
    ]  # fmt: skip
    if not named:
        return []
    weekdays = [p.expression.weekday for p in named if isinstance(p.expression, Weekday)]
    return [Recency(tuple(weekdays), weekdays[0], named[0].words)]


def _not_before(parsed: Parsed, event: date, last: date) -> list[Evidence]:
    """The latest past day that the report names, as far as it can be told without knowing the report's own."""
    latest: tuple[date, str] | None = None
    for phrase in find(parsed.report.text):
        expression = phrase.expression
        if isinstance(expression, Span):
            expression = expression.last
        if (
            not isinstance(expression, CalendarDay)
            or expression.month is None
            or looks_ahead(parsed, phrase)
        ):
            continue
        day = _near(expression, event)
        if day is not None and (latest is None or day > latest[0]):
            latest = (day, phrase.words)
    return [NotBefore(*latest)] if latest else []


def _near(expression: CalendarDay, event: date) -> date | None:
    """The day in the year that brings it next to the event, for days that name none."""
    if expression.month is None:
        return None
    years = (expression.year,) if expression.year else (event.year - 1, event.year, event.year + 1)
    days = []
    for year in years:
        try:
            days.append(date(year, expression.month, expression.day))
        except ValueError:
            continue
    return min(days, key=lambda day: abs((day - event).days), default=None)


def _decide(report: Report, scored: list[_Candidate], evidence: list[Evidence]) -> Report:
    best = scored[0]
    if best.score < ENOUGH:
        return replace(
            report, published_why="Nothing in it or beside it tells on what day it appeared."
        )
    rivals = [c for c in scored if abs((c.day - best.day).days) > 1]
    clear = not rivals or best.score - rivals[0].score >= CLEAR
    fitting = [c.day for c in scored if best.score - c.score < CLEAR]
    reasons = _reasons(best.day, evidence)
    if clear:
        when = When(best.day, best.day, "day", "", "inferred")
        why = f"Not stated; {spoken(best.day)} fits best: {reasons}."
    else:
        first, last = min(fitting), max(fitting)
        when = When(first, last, "span", "", "inferred-span")
        why = f"Not stated; between {spoken(first)} and {spoken(last)}: {reasons}."
    return replace(report, published=when, published_basis="inferred", published_why=why)


def _reasons(day: date, evidence: list[Evidence]) -> str:
    """The strongest reasons for a day, best first, three at most."""
    worth = sorted(
        ((piece.score(day), piece.why(day)) for piece in evidence if piece.score(day) >= 0.8),
        key=lambda pair: (-pair[0], pair[1]),
    )
    reasons = list(dict.fromkeys(why for _, why in worth if why))[:3]
    return "; ".join(reasons) or "it stands among the reports of these days"

"""In: all reports of a set. Out: the same with every publication day that can be told, and the reason for it.

Stated days come first, missing years from the rest of the set. For each undated report all days around the dated ones
are scored by what it says; the best is taken if it is clear, else the days that fit are given as a span.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crossread.date.calendar import Anchor, resolve
from crossread.date.elapsed import months_gone, years_gone
from crossread.date.evidence import (
    Ago,
    EarlyNews,
    Evidence,
    News,
    NotBefore,
    Now,
    Recency,
    SharedDay,
    Since,
    Then,
    WeeksGone,
    spoken,
    window,
)
from crossread.date.expressions import CalendarDay, CalendarMonth, Elapsed, Phrase
from crossread.date.gather import AFTER, Known
from crossread.date.phrases import find
from crossread.date.stated import date_report
from crossread.date.years import with_years
from crossread.model.report import Report
from crossread.model.sentence import Parsed
from crossread.model.when import When

BEFORE = timedelta(days=3)
"""How long before the first dated report an undated one is looked for."""

CLEAR = 1.0
"""Lead over the best day that lies more than a day off from which a day is taken; below it a span is given."""

A_WEEK = 0.5
"""Lead over every later week that a day needs beside the habit that news is early: of 56 undated reports without it 36
were of the first week that fits, of 131 with it 99 (annotated events that no rule was mended on, most of them)."""

EVEN = 0.2
"""A lead that is no lead: the habit that news is early gives as much for a single day."""

LOOSE = 30
"""A count of time whose bounds lie further apart, in days, is one of months and settles no day."""

FRESH = 7
"""Days after the event in which most of its reports appear: between two weeks that fit, the earlier is taken then."""

LOOSELY = 0.5
"""Weight of a weekday that is only taken for the event's own."""

ENOUGH = 1.75
"""Score below which nothing is known."""

NARROW = timedelta(days=2)
"""Few days that fit without anything that settles one of them are given as a span no longer than this."""

SETTLED = 1.5
"""What the weekdays and counts of days must give by themselves: shared figures only tell that a report is not older."""

_LOOKS_BACK = re.compile(
    r"\b(?:weeks?|fortnight|months?|years?|anniversary|trial|inquiry|inquest|commission|last\s+\w+day"
    r"|letters?\s+(?:from|to)|diary|obituary|essay"
    r"|reopen(?:s|ed|ing)?|rebuil[dt]\w*|(?:came|come|coming|went|return\w*)\s+(?:back|home))\b",
    re.I,
)
"""Words of a report that can be of a later week: without a count or a shared day, its weekday fits every week."""

_AFTERWARDS = re.compile(
    r"\b(?:(trial|court|judges?|verdict|sentence[ds]?|acquit\w*|convict\w*|appeal|indict\w*)"
    r"|(inquiry|inquest|commission|hearings?|findings)|(anniversary|memorial|monument|commemorat\w*)"
    r"|(compensation|lawsuit|damages)|(reopen\w*|rebuil[dt]\w*|reconstruct\w*)"
    r"|(months|an?\s+month|half\s+a\s+year|a\s+year\s+(?:ago|later|on)|last\s+(?:year|spring|summer|autumn|winter)))\b",
    re.I,
)
"""Words of what follows an event after weeks or months, by what they are of."""

DAY_BY_DAY = 4
"""So many weekdays told of are those of the days just gone: a later report does not tell day by day."""

KINDS_OF_AFTERMATH = 2
"""So many kinds of them make a report one of a later time, which weekdays alone do not date."""

MONTHS = _AFTERWARDS.groups
"""The kind of the words for months gone by."""

LATER_MONTHS = 9
"""A month that comes up to so many after the event's is rather the one after it than the one before."""

NOTHING = "Nothing in it or beside it tells on what day it appeared."
LATER = "It looks back on the event, and weekdays alone do not tell the week."
"""Why a report stays undated."""

_SETTLING = (Now, Recency, SharedDay, News, Since, NotBefore)


def infer_published(parsed: list[Parsed]) -> list[Report]:
    """The reports in the same order, each with its publication day, a span of days, or none."""
    reports = with_years(parsed, [date_report(each) for each in parsed])
    dated = [
        replace(each, report=report)
        for each, report in zip(parsed, reports, strict=True)
        if report.published is not None
    ]
    if not dated:
        return reports
    known = Known(dated, parsed)
    return [
        report if report.published is not None else _infer(known, replace(each, report=report))
        for each, report in zip(parsed, reports, strict=True)
    ]


def _infer(known: Known, parsed: Parsed) -> Report:
    """The report with the day, or the days, that fit best what it says."""
    years = years_gone(parsed.report.text)
    if years is not None:
        return _years_on(parsed.report, known.event, *years)
    months = months_gone(parsed.report.text)
    if months is not None and (day := _same_day(known.event, months)) is not None:
        return _anniversary(parsed.report, known.event, months, day)
    if months is not None:
        return _span(parsed.report, known.event, months)
    evidence = known.evidence(parsed)
    days = window(min(known.days[0], known.event) - BEFORE, known.days[-1] + AFTER)
    latest = [piece.day for piece in evidence if isinstance(piece, NotBefore)]
    latest += [
        piece.event + timedelta(days=piece.count.low)
        for piece in evidence
        if isinstance(piece, Since) and not piece.count.over
    ]
    latest += [
        piece.event + timedelta(days=7 * piece.weeks)
        for piece in evidence
        if isinstance(piece, WeeksGone)
    ]
    if latest and max(latest) > known.days[-1]:
        days = window(days[0], max(latest) + AFTER)
    found = _decide(parsed.report, _scored(days, evidence), evidence, known)
    steps: list[Evidence] = [piece for piece in evidence if not isinstance(piece, Then)]
    if found.published is None and len(steps) < len(evidence):
        # told by several voices, as on a live page: one's "yesterday" is no step on from another's weekday
        return _decide(parsed.report, _scored(days, steps), steps, known)
    return found


def _scored(days: list[date], evidence: list[Evidence]) -> "list[_Candidate]":
    """The days with what the evidence gives for each, best first."""
    return sorted(
        (_Candidate(day, sum(piece.score(day) for piece in evidence)) for day in days),
        key=lambda candidate: (-candidate.score, candidate.day),
    )


def _years_on(report: Report, event: date, gone: Elapsed, years: int, exact: bool) -> Report:
    """A report that looks back years: the very day where it says so, else the weeks around it."""
    same = resolve(CalendarDay(event.day, event.month, event.year + years), Anchor(event))
    if exact and same is not None:
        return _anniversary(report, event, gone, same.last)
    return _span(report, event, gone)


def _same_day(event: date, gone: Elapsed) -> date | None:
    """The same day of a later month, where the report counts its months to the day."""
    if not re.search(r"\bto\s+the\s+day\b|\bexactly\b", gone.words, re.I):
        return None
    months = round((gone.low + 15) / 30.4) + event.month - 1
    same = resolve(
        CalendarDay(event.day, months % 12 + 1, event.year + months // 12), Anchor(event)
    )
    return same.last if same is not None else None


def _anniversary(report: Report, event: date, gone: Elapsed, day: date) -> Report:
    """A report that says to the day how long ago the event began."""
    why = (
        f"Not stated; “{gone.words}” puts it on {spoken(day)}: the event began on {spoken(event)}."
    )
    when = When(day, day, "day", "", "inferred-anniversary")
    return replace(report, published=when, published_basis="inferred", published_why=why)


def _span(report: Report, event: date, gone: Elapsed) -> Report:
    """A report that looks back on months: the weeks in which it can have appeared, no day."""
    first, last = event + timedelta(days=gone.low), event + timedelta(days=gone.high)
    why = f"Not stated; “{gone.words}” only puts it between {spoken(first)} and {spoken(last)}."
    when = When(first, last, "span", "", "inferred-span")
    return replace(report, published=when, published_basis="inferred", published_why=why)


@dataclass(frozen=True, slots=True)
class _Candidate:
    day: date
    score: float


def _lead_over(rival: _Candidate, best: _Candidate, needed: float, *, fresh: bool) -> float:
    """The lead that a day needs over another: none over its neighbours, less over a week that came later."""
    apart = (rival.day - best.day).days
    if abs(apart) <= 1:
        return 0.0
    return CLEAR / 2 if fresh and apart >= 6 else needed


def _twins(scored: list[_Candidate], evidence: list[Evidence]) -> list[date]:
    """The best day and its neighbour where only a loose count ("a week on") stands behind both; else nothing."""
    best, second = scored[:2]
    loose = any(
        isinstance(piece, Since)
        and piece.count.high - piece.count.low > 1
        and piece.score(best.day) > 0
        for piece in evidence
    )
    beside = abs((best.day - second.day).days) == 1
    return [best.day, second.day] if loose and beside and best.score - second.score < EVEN else []


def _tied(day: date, evidence: list[Evidence]) -> bool:
    """Whether the report tells of the event's own days: a single weekday alone fits every week."""
    days = {
        weekday for piece in evidence if isinstance(piece, Recency) for weekday in piece.weekdays
    }
    tied = any(
        isinstance(piece, SharedDay | News | Since | Ago) and piece.score(day) >= SETTLED
        for piece in evidence
    )
    return len(days) > 1 or tied


def _names_later_month(phrase: Phrase, event: date) -> bool:
    """Whether a phrase names, without its year, a month gone by that comes after the event's."""
    said = phrase.expression
    past = phrase.relation in {"at", "by", "since"}
    if not past or not isinstance(said, CalendarMonth) or said.year is not None:
        return False
    return 1 < (said.month - event.month) % 12 <= LATER_MONTHS


def _of_later_times(report: Report, day: date, evidence: list[Evidence], event: date) -> bool:
    """Whether a report tells of an aftermath that may be months long, and nothing ties its weekdays to the event's."""
    kinds = {match.lastindex for match in _AFTERWARDS.finditer(report.text)}
    kinds |= {MONTHS for phrase in find(report.text) if _names_later_month(phrase, event)}
    tied = any(
        (
            isinstance(piece, Since | Ago)
            or (isinstance(piece, SharedDay) and piece.weight > LOOSELY)
            or (isinstance(piece, Recency) and len(set(piece.weekdays)) >= DAY_BY_DAY)
        )
        and piece.score(day) >= SETTLED
        for piece in evidence
    )
    return len(kinds) >= KINDS_OF_AFTERMATH and not tied


def _looks_back(report: Report, evidence: list[Evidence]) -> bool:
    """Whether a report can be of a later week: a sitting, or one with words of what comes after."""
    sitting = any(isinstance(piece, Now) and " of " in piece.words for piece in evidence)
    return sitting or _LOOKS_BACK.search(report.text) is not None


def _habit(early: list[EarlyNews], best: date, day: date) -> float:
    """How much of the best day's lead over a later one is only that most news is early."""
    return sum(max(0.0, piece.score(best) - piece.score(day)) for piece in early if day > best)


def _by_habit_alone(best: _Candidate, scored: list[_Candidate], early: list[EarlyNews]) -> bool:
    """Whether only the habit that news is early speaks against a later day, as where a weekday fits every week."""
    return any(
        best.score - c.score - _habit(early, best.day, c.day) < A_WEEK
        for c in scored
        if (c.day - best.day).days >= 6
    )


def _held_back(early: list[EarlyNews], best: date, day: date) -> float:
    """How much the habit that news is early takes from the best day's lead over an earlier one."""
    return sum(max(0.0, piece.score(day) - piece.score(best)) for piece in early if day < best)


def _decide(
    report: Report, scored: list[_Candidate], evidence: list[Evidence], known: Known
) -> Report:
    best = scored[0]
    settled = sum(piece.score(best.day) for piece in evidence if isinstance(piece, _SETTLING))
    habit = sum(piece.score(best.day) for piece in evidence if isinstance(piece, EarlyNews))
    fitting = [c.day for c in scored if best.score - c.score < CLEAR]
    narrow = settled > 0 and best.score - habit >= SETTLED and max(fitting) - min(fitting) <= NARROW
    if narrow and settled < SETTLED:
        return _between(report, fitting, best.day, _reasons(best.day, evidence))
    if best.score - habit < ENOUGH or settled < SETTLED:
        return replace(report, published_why=NOTHING)
    if _of_later_times(report, best.day, evidence, known.event):
        return replace(report, published_why=LATER)
    tied = _tied(best.day, evidence)
    looking_back = not tied and _looks_back(report, evidence)
    soon = (best.day - known.event).days <= FRESH
    fresh = soon and not known.lasting and not looking_back
    needed = CLEAR if tied else 2 * CLEAR
    habits = [piece for piece in evidence if isinstance(piece, EarlyNews)]
    held = {c.day: _held_back(habits, best.day, c.day) if tied else 0.0 for c in scored}
    clear = all(
        best.score - c.score + held[c.day] >= _lead_over(c, best, needed, fresh=fresh)
        for c in scored
    )
    by_habit = _by_habit_alone(best, scored, habits)
    clear = clear and not by_habit
    early = habits if looking_back or by_habit else []
    fitting = [
        c.day for c in scored if best.score - c.score - _habit(early, best.day, c.day) < needed
    ]
    reasons = _reasons(best.day, evidence)
    twins = _twins(scored, evidence) if clear else []
    if twins:
        clear, fitting = False, twins
    if not clear:
        return _between(report, fitting, best.day, reasons)
    when = When(best.day, best.day, "day", "", "inferred")
    why = f"Not stated; {spoken(best.day)} fits best: {reasons}."
    return replace(report, published=when, published_basis="inferred", published_why=why)


def _between(report: Report, fitting: list[date], best: date, reasons: str) -> Report:
    """The report as of one of several days; of two at least, since a day would be surer than what is known."""
    first = min(fitting)
    last = max(*fitting, first + timedelta(days=1))
    when = When(first, last, "span", "", "inferred-span", best)
    why = f"Not stated; between {spoken(first)} and {spoken(last)}, best {spoken(best)}: {reasons}."
    return replace(report, published=when, published_basis="inferred", published_why=why)


def _reasons(day: date, evidence: list[Evidence]) -> str:
    """The strongest reasons for a day, best first, three at most."""
    worth = sorted(
        ((piece.score(day), piece.why(day)) for piece in evidence if piece.score(day) >= 0.8),
        key=lambda pair: (-pair[0], pair[1]),
    )
    reasons = list(dict.fromkeys(why for _, why in worth if why))[:3]
    return "; ".join(reasons) or "it stands among the reports of these days"

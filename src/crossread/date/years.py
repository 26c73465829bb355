"""In: reports of a set, some stating a day without its year. Out: those reports with the year that the set gives.

The year comes from the nearest dated report; where none is dated, it is the first year, from the last one named in
the texts on, in which the stated days fall on the weekdays that the reports name.
"""

import re
from datetime import date

from crossread.date.event import LEAD
from crossread.date.evidence import told_by
from crossread.date.expressions import Weekday
from crossread.date.phrases import find
from crossread.date.stated import StatedDay, publish, stated_day
from crossread.date.weekdays import mentions_of, recency_of
from crossread.model.report import Report
from crossread.model.sentence import Parsed

YEARS_ON = 6
"""How many years after the last one named are tried: weekdays fall on the same days again after five or six years."""

FITS = 2.0
"""Lead in score that a year needs over the others; a stated weekday alone gives ten."""

BESIDE = 14
"""Days within which another report stands beside a stated day; sets hold reports of anniversaries too."""

_YEAR = re.compile(r"(?<![\d.,:/-])(?:19|20)\d\d(?![\d:/]|[.,]\d|\s?%)")


def with_years(parsed: list[Parsed], reports: list[Report]) -> list[Report]:
    """The reports in the same order, days without a year completed where the set tells it."""
    partial = {
        n: stated
        for n, report in enumerate(reports)
        if report.published is None and (stated := stated_day(report)) is not None
    }
    if any(report.published for report in reports):
        return [
            _nearest(each, report, partial[n], reports) if n in partial else report
            for n, (each, report) in enumerate(zip(parsed, reports, strict=True))
        ]
    year, last = _by_weekdays(parsed, partial)
    if year is None:
        return reports
    reason = f"; {year} is the first year from {last} on, the last named, in which the weekdays fit"
    completed = []
    for n, report in enumerate(reports):
        day = partial[n].complete(year) if n in partial else None
        completed.append(publish(report, day, partial[n], year_from=reason) if day else report)
    return completed


def _nearest(parsed: Parsed, report: Report, stated: StatedDay, reports: list[Report]) -> Report:
    """The stated day in the year that brings it nearest to another report's day, on a weekday of the lead."""
    found = []
    for other in reports:
        if other.published is None:
            continue
        known = other.published.last
        for year in (known.year - 1, known.year, known.year + 1):
            day = stated.complete(year)
            if day is not None and stated.day.weekday in {None, day.weekday()}:
                found.append((abs((day - known).days), told_by(other), day))
    if not found:
        return report
    near = [each for each in found if each[0] <= BESIDE]
    told = _weekdays_of_lead(parsed) if near else set()
    _, name, day = min(near or found, key=lambda each: (each[2].weekday() not in told, each))
    return publish(report, day, stated, year_from=f"; the year is that of {name}")


def _weekdays_of_lead(parsed: Parsed) -> set[int]:
    """The weekdays that a report names in its lead: a wire report names its own ("fifty dead on Friday")."""
    phrases = [phrase for phrase in find(parsed.report.text[:LEAD]) if phrase.relation == "at"]
    return {p.expression.weekday for p in phrases if isinstance(p.expression, Weekday)}


def _by_weekdays(parsed: list[Parsed], partial: dict[int, StatedDay]) -> tuple[int | None, int]:
    named = [int(match) for each in parsed for match in _YEAR.findall(each.report.text)]
    if not named or not partial:
        return None, 0
    last = max(named)
    scores = []
    for year in range(last, last + YEARS_ON):
        scores.append((sum(_fit(parsed[n], stated, year) for n, stated in partial.items()), -year))
    (best, year), (second, _) = sorted(scores, reverse=True)[:2]
    return (-year if best > 0 and best - second >= FITS else None), last


def _fit(parsed: Parsed, stated: StatedDay, year: int) -> float:
    """How well the weekdays that a report names fit its stated day in a year."""
    day: date | None = stated.complete(year)
    if day is None:
        return -10.0
    fit = 0.0
    if stated.day.weekday is not None:
        fit = 10.0 if stated.day.weekday == day.weekday() else -10.0
    return fit + sum(piece.score(day) for piece in recency_of(parsed, mentions_of(parsed)))

"""The reports come in; a title for the event goes out: the headline that shares most with the others."""

import re
from collections import Counter
from collections.abc import Sequence

from crossread.model.report import Report


def title_of(reports: Sequence[Report]) -> str:
    """The headline whose words the other reports use most, the earliest of equals; in capitals only for want of others.

    A bulletin's first line in capitals is as often its issuer's name.
    """
    titled = [report for report in reports if report.title.strip()]
    headlines = [report for report in titled if not report.title.isupper()] or titled
    if not headlines:
        return "Untitled event"
    in_reports: Counter[str] = Counter()
    for text_words in {report.id: words(report.text) for report in reports}.values():
        in_reports.update(text_words)
    return min(headlines, key=lambda report: rank(report, in_reports)).title.strip()


def rank(report: Report, in_reports: Counter[str]) -> tuple[float, str, str]:
    """Sort key: how many reports use the headline's words on average, then the day."""
    own = words(report.title)
    shared = sum(in_reports[word] for word in own) / max(len(own), 4)
    day = report.published.last.isoformat() if report.published else "9999"
    return -shared, day, report.id


def words(text: str) -> set[str]:
    """The longer words of a text."""
    return set(re.findall(r"[^\W\d_]{4,}", text.casefold()))

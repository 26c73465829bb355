"""In: a header line that gives a full day. Out: the later day on which the page says that it was updated.

Pages give the second day short: "First published Sunday 4 June 2023, 22:10. Updated Monday 12:35".
"""

import re
from datetime import date, timedelta

from crossread.date.expressions import CalendarDay, Weekday
from crossread.date.phrases import find

LONGEST = 60
"""Days after publication up to which a short day is an update: pages are kept up for weeks, not for a year."""

_UPDATED = re.compile(
    r"\b(?:updated|last update|update[sd]? (?:at|on)|refreshed|revised|issued|released|published|posted)\b\W*"
    r"(?:(?:at\s+)?\d{1,2}[:.]\d{2}\W*(?:[ap]\.?m\.?\W*)?(?:[A-Z]{2,5}\W+)?)?(?:on\s+)?$",
    re.I,
)


def updated_day(line: str, published: date) -> CalendarDay | None:
    """The last day in a line on which it says the page was updated, read as one on or after `published`."""
    days = []
    for phrase in find(line):
        if not _UPDATED.search(line[: phrase.start]) or phrase.relation != "at":
            continue
        if isinstance(phrase.expression, Weekday):
            ahead = (phrase.expression.weekday - published.weekday()) % 7
            days.append(published + timedelta(ahead))
        elif isinstance(phrase.expression, CalendarDay) and phrase.expression.year is None:
            days += _on_or_after(phrase.expression, published)
    near = [day for day in days if (day - published).days <= LONGEST]
    return CalendarDay(near[-1].day, near[-1].month, near[-1].year) if near else None


def _on_or_after(day: CalendarDay, published: date) -> list[date]:
    """The first such day from `published` on; none where the calendar has none."""
    found = []
    for year in (published.year, published.year + 1):
        try:
            found.append(date(year, day.month or published.month, day.day))
        except ValueError:
            continue
    return [one for one in found if one >= published][:1]

"""In: a report's own lines. Out: the day up to which a bulletin's figures go, and the end of a week that it numbers.

A bulletin appears some days after its data: "Data as of 15 May. Released 16 May", "Reporting period: 13-19 February".
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, takewhile

from crossread.date.calendar import Anchor, Week, resolve
from crossread.date.expressions import CalendarDay, NumberedWeek, Phrase, Span
from crossread.date.phrases import find

HEADER_LINES = 12
"""How many lines from the top tell what a bulletin covers: as many as may tell when it appeared."""

STALE = timedelta(days=21)
"""Data end at most so long before the bulletin appears: monthly ones appear within some weeks."""

PROSE = 18
"""Words from which a line is a sentence of the bulletin: its header is over."""

_COVERS = re.compile(
    r"(?:^|[|.;·•(,–—-])\s*(?:\b(?:data|figures?|numbers?|counts?|totals?|situation|status|information|statistics)\s+(?:are\s+)?"
    r"(?:as\s+(?:of|at|on)|up\s+to|to|until|through|by)"
    r"|\bas\s+(?:of|at)|\b(?:reporting\s+)?period(?:\s+covered)?|\bcover(?:s|ing|ed)|\breporting\s+(?:week|day|date)"
    r"|\bweek\s+(?:ending|ended|to))\b\W*(?:on\s+|from\s+|the\s+|(?:week|day)\s+)*$",
    re.I,
)
"""Words right before the day or days that a bulletin's figures are of."""

_BESIDE = re.compile(
    r"\s*(?:[(,:–—-]\s*)?(?:(?:the\s+)?end\s+of\s+|(?:ending|ended|to)\s+)?(?:on\s+)?(?:the\s+)?"
    r"(?:epi(?:demiological)?\.?\s+)?",
    re.I,
)
"""What may stand between a week's number and its days ("week 4 (23-29 January)", "week 5, ending 4 February")."""

_UP_TO = re.compile(
    r",?\s*(?:(?:at\s+)?\d{1,2}[:.]?\d\d\s*(?:[ap]\.?m\.?)?(?:\s*(?:h|hrs?|hours|[A-Z]{2,5}))?)?\s*"
    r"(?:[-–—]|to|until|till|through)\s*",
    re.I,
)
"""Between the days of a period that begins at an hour ("19 June 18:00 to 20 June 2025 18:00")."""


def data_day(text: str, published: date) -> date | None:
    """The day up to which the figures of a bulletin go, where its header tells one before it appeared."""
    found = [
        day
        for line in _header(text)
        for phrase in _covered(line)
        if (day := _last(phrase, published)) is not None
    ]
    near = [day for day in found if timedelta() <= published - day <= STALE]
    return max(near, default=None)


def _covered(line: str) -> Iterator[Phrase]:
    """The phrases of a line up to which figures go; of two days that hours part, the second."""
    phrases = find(line)
    for at, phrase in enumerate(phrases):
        if _COVERS.search(line[: phrase.start]):
            then = phrases[at + 1] if at + 1 < len(phrases) else None
            upto = then is not None and _UP_TO.fullmatch(line[phrase.end : then.start])
            yield then if then is not None and upto else phrase


def _header(text: str) -> Iterator[str]:
    """The lines before the first sentence, but those that head a list or a table and the table's own."""
    lines = [line for line in text.split("\n") if line.strip()][:HEADER_LINES]
    for line in takewhile(lambda line: len(line.split()) < PROSE, lines):
        if not line.rstrip().endswith(":") and line.count("|") < 2:
            yield line


def numbered_week(text: str, published: date) -> Week | None:
    """A week that a report numbers and gives the days of: the last such, by which others are counted."""
    phrases = find(text)
    weeks = [
        Week(number.expression.number, day)
        for first, second in pairwise(phrases)
        if _BESIDE.fullmatch(text[first.end : second.start])
        for number, days in ((first, second), (second, first))
        if isinstance(number.expression, NumberedWeek)
        and (day := _last(days, published)) is not None
    ]
    return max(weeks, key=lambda week: week.last, default=None)


def _last(phrase: Phrase, published: date) -> date | None:
    """The last of the days that a phrase names by their month."""
    said = phrase.expression
    last = said.last if isinstance(said, Span) else said
    if not isinstance(last, CalendarDay) or last.month is None:
        return None
    when = resolve(last, Anchor(published))
    return when.last if when else None

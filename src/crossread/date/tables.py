"""In: a claim that stands in a table. Out: the day that its column, its row or the line over the table gives it."""

import re
from dataclasses import replace

from crossread.date.calendar import Anchor, resolve
from crossread.date.days import Calendar, Timed
from crossread.date.expressions import NumberedWeek, Span, Weekday
from crossread.date.patterns import WEEKDAYS
from crossread.date.usable import named, usable
from crossread.model.claim import Claim
from crossread.model.report import Block, Report
from crossread.model.when import When

_WEEKS = re.compile(r"(?:epi(?:demiological)?[ .-]*)?(?:week|wk)\.?(?:\s+(?:no|number)\.?)?", re.I)
"""The head of a column of weeks' numbers."""

_DAYS = re.compile(
    r"\b(?:dates?|days?|as\s+(?:of|at)|when|up\s?dated?|reported|recorded|counted|status|sources?"
    r"|data|period|until|till)\b",
    re.I,
)
"""Words in the head of a column whose days are those of the row's counts ("Date", "Updated", "Source")."""


def of_table(calendar: Calendar, claim: Claim, line: tuple[int, int]) -> When | None:
    """The day of a count in a table's row, nearest first: its column, its row, its numbered week, the caption."""
    return (
        _of_column(calendar, claim)
        or _of_row(calendar, claim, line)
        or _of_week(calendar, claim)
        or _of_caption(calendar, line[0])
    )


def is_row(report: Report, start: int, end: int) -> bool:
    """Whether a line is a table's row, by its block or by the bars between its cells."""
    laid_out = any(b.kind == "row" and b.start < end and start < b.end for b in report.blocks)
    return laid_out or report.text.count("|", start, end) >= 2


def line_at(text: str, offset: int) -> tuple[int, int]:
    """The offsets of the line in which an offset lies."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def _of_column(calendar: Calendar, claim: Claim) -> When | None:
    """A date in the head of a figure's column ("Dead | 14 Nov | 15 Nov", "Ward | Sat | Sun")."""
    row = _row_of(calendar, claim)
    if row is None or row.header is None:
        return None
    at, heads = claim.figure.quantity.start, calendar.parsed.report.blocks[row.header].cells
    place = next((i for i, cell in enumerate(row.cells) if cell[0] <= at < cell[1]), 0)
    if len(heads) != len(row.cells):
        return None
    timed = [
        t
        for t in calendar.in_stretch(*heads[place])
        if usable(calendar, t) and t.phrase.relation in {"at", "by"}
    ]
    if timed and timed[0].when:
        return named(timed[0].when, "column")
    return _of_short_weekday(calendar, heads[place])


def _row_of(calendar: Calendar, claim: Claim) -> Block | None:
    """The row, cut into cells, in which a claim's number stands."""
    at = claim.figure.quantity.start
    blocks = calendar.parsed.report.blocks
    return next((b for b in blocks if b.cells and b.start <= at < b.end), None)


def _of_short_weekday(calendar: Calendar, cell: tuple[int, int]) -> When | None:
    """The day of a head that is nothing but a short weekday: in prose "Sat" and "Sun" are mostly other words."""
    word = calendar.parsed.report.text[cell[0] : cell[1]].strip(" .")
    now = calendar.now(cell[0])
    if now is None or word.lower() not in WEEKDAYS:
        return None
    when = resolve(Weekday(WEEKDAYS[word.lower()]), Anchor(now))
    return when and replace(when, words=word, rule="column:weekday")


def _of_week(calendar: Calendar, claim: Claim) -> When | None:
    """The end of the week whose number opens the row, under a head that says so ("Week | Cases | Deaths")."""
    row = _row_of(calendar, claim)
    if row is None or row.header is None or calendar.published is None:
        return None
    text, heads = calendar.parsed.report.text, calendar.parsed.report.blocks[row.header].cells
    opens = text[row.cells[0][0] : row.cells[0][1]].strip()
    if not heads or not _WEEKS.fullmatch(text[heads[0][0] : heads[0][1]].strip()):
        return None
    if not opens.isdecimal():
        return None
    when = resolve(NumberedWeek(int(opens)), Anchor(calendar.published, week=calendar.week))
    if when is None or when.last > calendar.published:
        return None
    return replace(when, words=opens, rule="row:week")


def _of_row(calendar: Calendar, claim: Claim, line: tuple[int, int]) -> When | None:
    """A date in the row of a table, but not of what another column tells of ("Last flight", "Remarks")."""
    timed = [t for t in calendar.in_stretch(*line) if usable(calendar, t)]
    timed = [t for t in timed if t.phrase.relation in {"at", "by"}]
    row = _row_of(calendar, claim)
    if row is not None and row.header is not None:
        timed = [t for t in timed if _dates_rows(calendar, claim, row, t.phrase.start)]
    return named(timed[0].when, "row") if timed and timed[0].when else None


def _dates_rows(calendar: Calendar, claim: Claim, row: Block, at: int) -> bool:
    """Whether the day at an offset of a row is that of its counts: it opens the row, or its head says so."""
    assert row.header is not None
    text, heads = calendar.parsed.report.text, calendar.parsed.report.blocks[row.header].cells
    places = [n for n, cell in enumerate(row.cells) if cell[0] <= at < cell[1]]
    own = any(row.cells[n][0] <= claim.figure.quantity.start < row.cells[n][1] for n in places)
    if not places or 0 in places or own or len(heads) != len(row.cells):
        return True
    head = text[heads[places[0]][0] : heads[places[0]][1]]
    return not head.strip() or _DAYS.search(head) is not None


def _of_caption(calendar: Calendar, start: int) -> When | None:
    """A date in the line that stands over a table ("Situation by area, as of 3 April:")."""
    text = calendar.parsed.report.text
    while start > 0:
        above = line_at(text, start - 1)
        if text[above[0] : above[1]].strip() and not is_row(calendar.parsed.report, *above):
            timed = [t for t in calendar.in_stretch(*above) if usable(calendar, t) and _covers(t)]
            return named(_end(timed[-1].when), "caption") if timed and timed[-1].when else None
        start = above[0]
    return None


def _covers(timed: Timed) -> bool:
    """Whether a date over a table says up to when its counts go ("as of 3 April", "13-18 February")."""
    return timed.phrase.relation == "by" or isinstance(timed.phrase.expression, Span)


def _end(when: When) -> When:
    """The last day of a time: what is counted over it is known then."""
    return replace(when, first=when.last, precision="day")

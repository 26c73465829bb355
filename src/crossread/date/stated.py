"""In: a report's own lines. Out: the publication day that one of them states, with or without its year.

Looked at in this order: the file's metadata, stamps and header lines, a live page's day headings, the dateline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from crossread.date.calendar import Anchor, resolve
from crossread.date.expressions import CalendarDay, Phrase, Span, Weekday
from crossread.date.patterns import EVENT_NOUNS, EVENT_VERBS
from crossread.date.phrases import find
from crossread.date.updates import updated_day
from crossread.model.report import Report
from crossread.model.sentence import Parsed
from crossread.model.when import When

HEADER_LINES = 12
"""How many lines from the top may be header lines: menus and share bars stand above a stamp in reprints."""

LONG_LINE = 170
"""A line of that many characters is a paragraph of the story, unless it begins with a label such as "Issued"."""

PAGE_RUNS = timedelta(days=14)
"""How long a page with a heading over each day runs on behind the day that gives the year."""

TOP = 4
"""Lines from the top in which a day set apart dates a text whose header runs on in the same line."""

END = 2
"""Lines at the end of which one can be the day of a letter."""

EDGE, SHORT_LINE = 3, 110
"""How many lines at either end, and how short, may date a text that has no stamp."""

_LABEL = re.compile(
    r"\b(?:issued|published|posted|updated|last update|released|release date|date|dated|filed|closed|as of|status"
    r"|modified|created|uploaded|first published|original of)\b[^.\n]{0,40}$",
    re.I,
)
_AS_OF = re.compile(r"^[^.]{0,60}\b(?:as of|as at|updated|issued|published)\W*(?:on\s+)?$", re.I)
_LEADING_LABEL = re.compile(r"^\s*(?:date|published|posted|updated|issued|filed)\b[\s:]*$", re.I)
_POSTED = re.compile(
    r"^\W*(?:posted|published|updated|last updated|issued|released|\d{1,2}[:.]\d{2})\b[^.]{0,20}$",
    re.I,
)
_AMENDED = re.compile(
    r"\b(?:amended|corrected|corrections?|clarified|clarification|translated|retrieved|archived|accessed|reprinted)\b"
    r"[^|·•\n]{0,30}$",
    re.I,
)
"""Words before the day on which a slip was mended or a copy made: what is told is still of the day of publication."""
_NOT_PUBLICATION = re.compile(
    r"\b(?:(?:next|until|till|valid|since|expires?|deadline|anniversary|©|copyright)\b[^|\n]{0,30}"
    r"|(?:before|of|after)\b(?:(?!\s[–—-]\s)[^|,.;:·•\n]){0,30})$",
    re.I,
)
"""Words before a day that is another's; behind a mark "of" has its own noun ("Sitting of the council, 3 May")."""
_DATELINE = re.compile(
    r"^\s*[A-Z][^\n()]{1,60}?[,/]\s*(?:[A-Z][a-z]{2,5}day,?\s+)?"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)"
    r"(?P<year>,? \d{4})?\s*(?:\([^)\n]{2,40}\)|/[^/\n]{2,40}/)?\s*[-–—:]+\s",
    re.M,
)
_BRACKETED = re.compile(r"^\s*[A-Z][^\n()]{1,60}?\s\((?P<inside>[^()\n]{3,40})\)\s*[-–—:]+\s", re.M)
"""A dateline that has its day in brackets ("LENNA (April 12, 2018) — A bus ...")."""
PROSE = 1000
"""Characters from the top in which a story names its own day."""
_TODAY = re.compile(r"\b(?:today,?|today is|it is)\s+$", re.I)
_WEEKDAY_LINE = re.compile(
    r"^\s*[A-Z][\w .'’-]{1,40}[,/]\s+[A-Z][a-z]{2,5}day(?:\s[a-z]+)?\s*[-–—:]+\s"
)
"""A dateline with a weekday and no date."""
HEADER_WORDS = 9
"""Words that a paper's name, a place or a writer may have before the day in a header line."""
_PARTED = re.compile(
    r"(?:^\s*|[,|–—•·#:(/]\s*|\b(?:edition|bulletin|broadcast|issue|letter|sitting|session)\s+(?:of|for)\s+)$"
)
_SEGMENT = re.compile(r"[|·•]|\s[–—-]\s|[.;]\s|,\s")
_GOES_ON = re.compile(r"(?:,?\s*\d{1,2}[:.h]\d\d)?\s*(?:[.,;|·•)]|\s[–—-])")
"""What parts the pieces of a header line, and what follows a day that is one of them."""
_ENDS = re.compile(
    r"\)?[\s,|–—-]*(?:(?:at\s+)?\d{1,2}[:.]\d\d\W*(?:[ap]\.?m\.?\W*)?(?:\(?[A-Z]{2,5}\)?)?)?\s*"
)
_OPENS_STORY = re.compile(
    r"[\s,(]*(?:[\d:.]+\s*(?:[ap]\.?m\.?)?\s*)?(?:\(?[A-Z]{2,5}\)?)?\)?\s*[-–—|]+\s"
)
"""Behind a date at the head of a line: a clock time, a time zone, and the dash before the story."""
_ISSUE = re.compile(
    r"(?:['’]s)?\s+(?:(?:morning|evening|night|late|early|final|first|second|city)\s+)?"
    r"(?:edition|issue|paper|bulletin|broadcast|programme|program|newsletter|letter|digest|briefing)\b",
    re.I,
)
"""Behind a weekday in a header line: what appears on that day ("Friday edition", "Sunday's late broadcast")."""
_STAMP_TIME = re.compile(r"\b(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)\s*(?P<half>[AaPp]\.?[Mm]\b)?")
_ENTRY = re.compile(r"^\s*(?:\d{1,2}[:.]\d{2}\b|[^\n]{0,40}$)")


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day that the report puts on itself: its expression, the line that says it, the clock time beside it."""

    day: CalendarDay
    line: str
    where: str
    clock: time | None = None
    amended: bool = False

    def complete(self, year: int | None = None) -> date | None:
        """The day, with `year` where the line gives none."""
        known = self.day.year or year
        if known is None:
            return None
        when = resolve(replace(self.day, year=known), Anchor(date(known, 12, 31)))
        return when.last if when else None


def date_report(parsed: Parsed) -> Report:
    """The report with its publication day, where the report itself states one in full."""
    report = parsed.report
    stated = stated_day(report)
    day = stated.complete() if stated else None
    if stated is None or day is None:
        return report
    return publish(report, day, stated)


def publish(report: Report, day: date, stated: StatedDay, *, year_from: str = "") -> Report:
    """The report published on the stated day, with the sentence that says why."""
    why = f"The {stated.where} says “{stated.line}”{year_from}."
    when = When(day, day, "day", stated.line, f"stated-{stated.where.split()[0]}")
    return replace(report, published=when, published_basis="stated", published_why=why)


def stated_day(report: Report) -> StatedDay | None:
    """The day that a report puts on itself; a day with its year goes before one without."""
    found = [*_from_metadata(report), *_from_header(report), *_from_dateline(report)]
    found = found or list(_from_prose(report))
    whole = [stated for stated in found if stated.day.year is not None]
    if whole:
        return _updated(report, _last_heading(found, _latest(whole, report)))
    return next(iter([*_from_edges(report), *found, *_from_end(report)]), None)


def _last_heading(found: list[StatedDay], latest: StatedDay) -> StatedDay:
    """The last of the days that a page sets over its entries, where it gives the year only once ("SUNDAY 6 JUNE")."""
    day = latest.complete()
    for stated in found:
        if day is None or stated.day.year is not None or not _heads_days(stated.line):
            continue
        later = stated.complete(day.year)
        fits = later is not None and stated.day.weekday in {None, later.weekday()}
        if later is not None and fits and timedelta() < later - day <= PAGE_RUNS:
            latest, day = replace(stated, day=replace(stated.day, year=later.year)), later
    return latest


def _from_end(report: Report) -> Iterator[StatedDay]:
    """A day without its year that stands alone below a letter ("8 July, Wednesday")."""
    lines = [line for _, line in _lines(report.text) if line.strip()]
    for line in reversed(lines[-END:]):
        if _heads_days(line):
            yield StatedDay(_last_day(find(line)[0]), line.strip(), "line")


def _from_edges(report: Report) -> Iterator[StatedDay]:
    """Full dates at the edges of a text without a stamp: "Ruling of 30 May 2021" above, "Bonn, 30 May 2021" below."""
    lines = [line for _, line in _lines(report.text) if line.strip()]
    for line in [*lines[:EDGE], *reversed(lines[-EDGE:])]:
        if len(line) > SHORT_LINE:
            continue
        for phrase in find(line):
            day, before = phrase.expression, line[: phrase.start].lower()
            known = isinstance(day, CalendarDay) and day.year and phrase.relation == "at"
            if (
                known
                and not EVENT_NOUNS & set(re.findall(r"[a-z]+", before))
                and "next" not in before
            ):
                assert isinstance(day, CalendarDay)
                yield StatedDay(day, line.strip()[:90], "line", _clock(line[phrase.end :]))


def _latest(whole: list[StatedDay], report: Report) -> StatedDay:
    """Metadata first; else the latest of the header's days but a correction's: what is shown was last changed then."""
    if whole[0].where.startswith("page"):
        return whole[0]
    news = [stated for stated in whole if not stated.amended]
    return max(
        news or whole, key=lambda stated: (stated.complete() or date.min, stated.clock or time.min)
    )


def _updated(report: Report, stated: StatedDay) -> StatedDay:
    """The day of the header's last update, where a line below the stated day or on it tells one in short."""
    published = stated.complete()
    lines = [line.strip() for _, line in _lines(report.text) if line.strip()][:HEADER_LINES]
    if published is None or not any(line.startswith(stated.line) for line in lines):
        return stated
    for line in lines:
        day = updated_day(line, published) if len(line) <= LONG_LINE else None
        if day is not None:
            return StatedDay(day, line[:90], stated.where, _clock(line))
    return stated


def _from_metadata(report: Report) -> Iterator[StatedDay]:
    for words in report.stated:
        for phrase in find(words):
            if isinstance(phrase.expression, CalendarDay) and phrase.expression.year:
                yield StatedDay(
                    phrase.expression, words.strip(), "page's own metadata", _clock(words)
                )
                return


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _from_header(report: Report) -> Iterator[StatedDay]:
    stamps = [(block.start, block.end) for block in report.blocks if block.kind == "stamp"]
    seen = 0
    for start, line in _lines(report.text):
        if not line.strip():
            continue
        seen += 1
        stamp = any(first <= start + len(line) and start < last for first, last in stamps)
        if seen > HEADER_LINES and not stamp and not _heads_days(line):
            continue
        for phrase in find(line):
            top = seen <= TOP and _opens_apart(line, phrase)
            if _dates_the_report(phrase, line, stamp=stamp, top=top):
                amended = _AMENDED.search(line[: phrase.start]) is not None
                clock = _clock(line[phrase.end :])
                yield StatedDay(_last_day(phrase), line.strip()[:90], "line", clock, amended)


def _last_day(phrase: Phrase) -> CalendarDay:
    expression = phrase.expression
    found = expression.last if isinstance(expression, Span) else expression
    assert isinstance(found, CalendarDay)
    return found


def _dates_the_report(phrase: Phrase, line: str, *, stamp: bool, top: bool) -> bool:
    expression = phrase.expression
    last = expression.last if isinstance(expression, Span) else expression
    if not isinstance(last, CalendarDay) or last.month is None:
        return False
    before = line[: phrase.start]
    if _LEADING_LABEL.match(before):
        return True
    if _NOT_PUBLICATION.search(before) and not _LABEL.search(before):
        return False
    if last.year is None:
        headed = (stamp or _heads_days(line)) and last.weekday is not None
        labelled = _AS_OF.search(before) is not None or _set_apart(line, phrase)
        return headed or (len(line) <= SHORT_LINE and labelled)
    if top or (phrase.start <= 1 and _OPENS_STORY.match(line, phrase.end)):
        return True
    return len(line) <= LONG_LINE or (bool(_LABEL.search(before)) and phrase.start < LONG_LINE)


def _opens_apart(line: str, phrase: Phrase) -> bool:
    """Whether marks part a day from the rest of a line that it opens ("PASTO, Tuesday 8 June 2021. Court 2 of ...")."""
    before = _SEGMENT.split(line[: phrase.start])
    words = [word for segment in before for word in segment.split()]
    small = [word for word in before[-1].split() if word.islower()]
    parted = not words or re.search(r"[,|·•:/–—.-]\s*$|^\W*\w+day\s+$", line[: phrase.start])
    return bool(
        parted
        and len(words) <= 2 * HEADER_WORDS
        and len(small) <= 2
        and _GOES_ON.match(line, phrase.end)
        and not (EVENT_NOUNS | EVENT_VERBS) & {word.lower() for word in small}
    )


def _set_apart(line: str, phrase: Phrase) -> bool:
    """Whether a day ends a header line by itself ("The Courier | Saturday 13 May"), as no headline does."""
    before, after = line[: phrase.start], line[phrase.end :]
    return bool(
        len(before.split()) <= HEADER_WORDS
        and _PARTED.search(before)
        and _ENDS.fullmatch(after)
        and not EVENT_NOUNS & set(re.findall(r"[a-z]+", before.lower()))
    )


def _heads_days(line: str) -> bool:
    """Whether a line is nothing but a day, as live pages set over the entries of that day."""
    phrases = find(line)
    if not phrases or not isinstance(phrases[0].expression, CalendarDay):
        return False
    behind = phrases[1:]  # "8 July, Wednesday"
    if len(behind) > 1 or not all(isinstance(each.expression, Weekday) for each in behind):
        return False
    rest = line[: phrases[0].start] + line[phrases[0].end :]
    for each in behind:
        rest = rest.replace(each.words, "")
    return not re.search(r"\w{2,}", rest)


def _from_dateline(report: Report) -> Iterator[StatedDay]:
    match = _DATELINE.search(report.text[:3000]) or _BRACKETED.search(report.text[:3000])
    if match is None:
        return
    for phrase in find(match.group()):
        if isinstance(phrase.expression, CalendarDay) and phrase.expression.month is not None:
            yield StatedDay(phrase.expression, match.group().strip(" -–—:\n"), "dateline")
            return


def _from_prose(report: Report) -> Iterator[StatedDay]:
    """A day that the story calls its own ("this Saturday, 14 May", "today, 14 May")."""
    for phrase in find(report.text[:PROSE]):
        day, before = phrase.expression, report.text[max(0, phrase.start - 12) : phrase.start]
        today = _TODAY.search(before)
        own = today is not None or phrase.words.lower().startswith("this ")
        if isinstance(day, CalendarDay) and day.month is not None and own:
            yield StatedDay(day, (today.group() if today else "") + phrase.words, "text")
            return


def _clock(words: str) -> time | None:
    """The first clock time of a line ("02:40 PM", "8.10 PM IST", "07:48")."""
    match = _STAMP_TIME.search(words)
    if match is None:
        return None
    hour, half = int(match["h"]), (match["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return time(hour % 24, int(match["m"]))


def stamp_weekday(report: Report) -> Weekday | None:
    """The weekday of a stamp that gives no date ("Posted Thursday, 4:12 p.m."), where there is one."""
    seen = 0
    for _, line in _lines(report.text):
        seen += bool(line.strip())
        if seen > HEADER_LINES:
            return None
        for phrase in find(line):
            if isinstance(phrase.expression, Weekday) and _heads_story(line, phrase):
                return phrase.expression
    return None


def _heads_story(line: str, phrase: Phrase) -> bool:
    """Whether a weekday is a stamp's, ends a header line by itself, or is a dateline's ("KORBA, Friday -")."""
    if _POSTED.match(line[: phrase.start]) or _WEEKDAY_LINE.match(line[: phrase.end + 4]):
        return True
    if len(line) > SHORT_LINE:
        return False
    issue = _ISSUE.match(line, phrase.end) and (
        phrase.start == 0 or _PARTED.search(line[: phrase.start])
    )
    return bool(issue) or _set_apart(line, phrase)

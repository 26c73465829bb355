"""Takes one line.

Gives whether it is a date or time line, or an entry of a live page or chronology, and where its time ends.
"""

import re
from dataclasses import dataclass
from functools import cache

from crossread.lexicon import load

LONGEST_HEAD_STAMP = 28
"""Words of a line above the text that is still a stamp when it holds a full date ("As of 06:00, Monday … digest")."""

LONGEST_STATED = 16
"""Words of a date line that is a sentence and does not begin with the date; a dated first paragraph is longer."""

LONGEST_STAMP = 160
"""Characters of a date line that is nothing else."""

LONGEST_ENTRY_TITLE = 12
"""Words of a live entry's own headline; longer ones are the entry itself."""

ABBREVIATIONS = (
    "Mr",
    "Mrs",
    "Dr",
    "Gen",
    "Gov",
    "St",
    "No",
    "Lt",
    "Col",
    "Maj",
    "Sen",
    "Sgt",
    "vs",
)
SENTENCE_END = re.compile(
    r"[.!?…][\"'”’)\]]*$|"
    + "".join(rf"(?<!\b{short})" for short in ABBREVIATIONS)
    + r"(?<=[a-zß-ÿ0-9)”\"'’%])[.!?][\"'”’)]* +[A-Z“\"]"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """How a line begins with a time or date: `end` of it, `rest` where the words after it begin, `dated` with a day."""

    end: int
    rest: int
    dated: bool


@cache
def _alternatives(key: str) -> str:
    return "|".join(sorted(map(re.escape, load("layout")["stamp"][key]), key=len, reverse=True))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    month, weekday = (
        rf"(?:{_alternatives('months')})\b\.?",
        rf"(?:{_alternatives('weekdays')})\b\.?",
    )
    zone = rf"\(?(?:{_alternatives('zones')})\b(?:[+-]\d\d?(?::?\d\d)?)?\)?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    date = (
        rf"(?:{day}(?: of)?[ /.-]*{month}(?:[ ,/-]+\d{{4}}\b)?|{month} {day}\b(?:,? \d{{4}}\b)?"
        rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b|\d{{4}}[-/]\d\d?[-/]\d\d?\b|{month},? \d{{4}}\b)"
    )
    time = (
        rf"(?:\b\d{{1,2}}[:.h]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?|\b\d{{1,2}} ?[ap]\.?m\b\.?|\b\d{{4}}(?= ?{zone})"
        rf"|\b(?:noon|midnight)\b)(?: ?{zone})?"
    )
    lead = rf"(?:{_alternatives('leads')})\b:?"
    reading = (
        r"\d+ min(?:ute)?s?(?: of)? read(?:ing)?|\d+ comments?|updated \d+ times?|\(utc[+-]\d+\)"
    )
    patterns = {
        "date": date, "time": time, "weekday": weekday, "lead": lead,
        "full": (
            rf"{day}(?: of)?[ /.-]*{month}[ ,/-]+\d{{4}}\b|{month} {day},? \d{{4}}\b"
            r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\d{4}-\d\d-\d\d\b"
        ),
        "any": rf"{reading}|{date}|{time}|\b{weekday}|\b{zone}",
        "leading": rf"\W*(?:{lead}\W+)?(?:{date}|{time}|{weekday}\b)",
        "entry": rf"\W?(?P<when>(?:(?:{date}|{time}|{weekday}\b)[ ,]*)+)(?P<sep>\s*[|:–—-]+\s*|\]?\s+|$)",
        "prefix": r"(?:date|published|posted|updated)\s*:?\s*\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?",
    }  # fmt: skip
    return re.compile(patterns[name], re.IGNORECASE)


def has_full_date(line: str) -> bool:
    """True where the line holds a day, a month and a year."""
    return _pattern("full").search(line) is not None


def begins_with_day(words: str) -> bool:
    """True where words begin with a day of a month ("14 Nov (1900)"), as the heads of a running count's columns do."""
    return _pattern("date").match(words) is not None


def left_over(line: str) -> list[str]:
    """The words of a line that are no part of a date or time."""
    bare = _pattern("any").sub(" ", line)
    bare = _pattern("lead").sub(" ", bare)
    return re.findall(r"[^\W_]+", bare)


def is_stamp(line: str) -> bool:
    """True for a line that is a date or time and next to nothing else, anywhere in the text."""
    if len(line) > LONGEST_STAMP or _pattern("leading").match(line) is None:
        return False
    rest = left_over(line)
    return len(rest) <= 3 and not any(word.isdigit() for word in rest) and not ends_sentence(line)


def begins_dated(line: str) -> bool:
    """True for a line that begins with a date or time, or with "Posted", "Issued" and one."""
    return _pattern("leading").match(line) is not None


def has_time(line: str) -> bool:
    """True where the line gives a time of day."""
    return _pattern("time").search(line) is not None


def is_head_stamp(line: str) -> bool:
    """True for a line above the text that holds a full date, or begins with a lead and a date."""
    count = len(line.split())
    if count > LONGEST_HEAD_STAMP:
        return False
    if count > LONGEST_STATED and ends_sentence(line) and not begins_dated(line):
        return False
    return has_full_date(line) or is_stamp(line)


def entry(line: str) -> Entry | None:
    """How the line begins, where it begins with a time of day, or with a date set off by a dash or colon."""
    match = _pattern("entry").match(line)
    if match is None:
        return None
    when = match["when"]
    timed = _pattern("time").match(when) is not None
    dated = (
        _pattern("date").search(when) is not None or _pattern("weekday").search(when) is not None
    )
    if not timed and not match["sep"].strip():
        return None
    after = line[match.end() :]
    dated = dated or _pattern("weekday").match(after) is not None
    return Entry(match.start("when") + len(when.rstrip(" ,")), match.end(), dated)


def is_entry_title(rest: str, *, text_below: bool) -> bool:
    """True where what follows the time is the entry's headline or nothing, not its text."""
    ended = ends_sentence(rest[:-2]) if text_below else ends_sentence(rest)
    return len(rest.split()) <= LONGEST_ENTRY_TITLE and not ended


def ends_sentence(line: str) -> bool:
    """True where the line holds the end of a sentence."""
    return SENTENCE_END.search(line) is not None


def prefix(line: str) -> int | None:
    """The end of a machine's date prefix ("date 2022-01-21") before the text on the same line."""
    match = _pattern("prefix").match(line)
    return match.end() if match and match.end() < len(line) else None

"""Takes a number in its context; says whether it is an age, a time of day, a date, a year or a stretch of time."""

import re
from functools import cache

from crossread.extract.quantity.context import (
    Context,
    compiled,
    cue_after,
    cue_before,
    listed,
    lists,
    months,
    one_of,
    unit,
    weekdays,
)
from crossread.extract.words import states
from crossread.lexicon import load

OLDEST = 110
"""No age above this one."""
MAJORITY = 21
"""Ages below which people are said to be young stay at or under this one."""
LATEST_DAY = 31
CENTURY_YEAR = r"(?:1[5-9]|20)\d\d"
"""Four digits from 1500 to 2099."""
SMALL_HOURS = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
SUBJECT = r"\b(?:he|she|who|i|me)(?:\s(?:is|was|am|turned)|['’](?:s|m))\s(?:only\s|just\s)?"


@cache
def _persons() -> str:
    """Nouns for one person: "a passenger of 27" gives an age, "a crew of ten" a count."""
    tables = [table for table in load("nouns").values() if table.get("unit") == "person"]
    many = {*lists("after")["bodies"], *lists("after")["groups"]}
    return one_of({noun for table in tables for noun in table["nouns"] if " " not in noun} - many)


def is_age(c: Context) -> bool:
    """ "aged 34", "a 14-year-old", "Maria Lopez, 61,", "women in their 30s"."""
    old = r"[\s-]*(?:years?|months?|weeks?|days?)[\s-]+(?:olds?|of\s+age)(?!\w)|[\s-]*(?:yo|y/o)(?!\w)"
    if c.begins(old) or c.ends(cue_before("age")):
        return True
    pair = r"\bage[ds]?\s(?:[a-z]+\s){0,2}\d{1,3}(?:\s(?:years?|months?))?(?:,|,?\sand|\sor|\sto|\s?[–-])\s?"
    if c.ends(pair) and c.value is not None and c.value <= OLDEST:
        return True
    eldest = (
        r"\b(?:youngest|oldest|eldest)(?:\s[a-z]+){0,2}\s(?:was|is|were|being)\s(?:only\s|just\s)?"
    )
    of_them = (
        r"\b(?:youngest|oldest|eldest)\sof\s(?:them|whom|these|those),?\s(?:only\s|just\s|aged\s)?"
        r"|\b(?:youngest|oldest|eldest)\sof\s(?:the|all)\s(?:\w+\s){1,2}(?:is|was)\s(?:only\s|just\s|aged\s)?"
        r"|\bages?\s(?:of\s[^.;:]{0,40}\s)?(?:as|at)\s"
    )
    than = r"\b(?:older|younger)\sthan\s"
    if (c.ends(eldest) or c.ends(of_them) or c.ends(than)) and c.up_to(OLDEST):
        return True
    if (
        c.begins(r"s\b")
        and c.digits
        and c.ends(r"\b(?:their|his|her)\s(?:(?:early|mid|late)[\s-])?")
    ):
        return True
    if _is_age_limit(c):
        return True
    return c.up_to(OLDEST) and c.digits and (_behind_name(c) or _said_of_one(c))


def _is_age_limit(c: Context) -> bool:
    """ "41 are under 16", "of which over 65: 12": an age that people are said to be below or above."""
    limit = c.quantity.low if c.quantity.high is None else c.quantity.high
    if limit is None or limit > OLDEST:
        return False
    if not c.begins(r"\s*(?:[.,;:()\]\"”]|$|(?:and|or|is|are|was|were|may|can|will)\b)"):
        return False
    if c.hedge == "less than":
        return limit <= MAJORITY and c.ends(
            r"\b(?:nobody|no\sone|anyone|anybody|children|boys|girls|(?:who|most|some|many)(?:\sof\sthem)?\s(?:is|are|was|were))\s+"
        )
    if c.hedge not in ("under", "over", "below", "above"):
        return False
    return c.ends(
        r"\b(?:are|is|was|were|be|being|aged|of (?:which|whom|them)|those|children|boys|girls|people|adults)\s+"
    )


def _behind_name(c: Context) -> bool:
    """An age between commas or brackets behind a name or a noun for one person."""
    if c.ends(rf"(?<!\w){weekdays()},\s"):
        return False
    name = c.raw_ends(r"\b[A-Z][\w'’-]+[)\"”]?,\s")
    if c.raw_ends(r"[^\W\d_]{2}[)\"”]?,\s") and c.begins(
        r"\s*,(?!\s*(?:were|are|have|had|of|including|\d))"
    ):
        return True
    if c.raw_ends(r"\b(?:Mrs?|Ms|Dr|Miss)\.?\s(?:[A-Z][\w'’-]+\s?){1,3},\s") and c.begins(r","):
        return True  # "the guard and Mrs Ada Lang, 34, were shot"
    if name and c.begins(r"\s*[;)]|\.(?!\d)|\s(?:who|whose|from)\b|\sand an?\b"):
        return True
    if c.ends(rf"\b{_persons()},\s") and c.begins(r"\s*(?:[.;)]|who\b|$)"):
        return True
    return (
        c.raw_ends(r"[A-Z][^\W\d_]*[a-z]\s[A-Z][\w'’-]+\s\(")
        and c.begins(r"\)")
        and (c.value or 0) >= 10
        and not _in_count_list(c)
    )


def _in_count_list(c: Context) -> bool:
    """ "Benin City (12), Lagos (7)": names with counts behind them, told from people by a single word or a state."""
    if c.raw_ends(rf"\b{one_of(states())}\s\("):
        return True
    single = r"(?:^|[,;:]\s|\band\s)[A-Z][\w'’-]+\s\(\d[\d,]*\)"
    return re.search(single, c.raw_before) is not None or c.raw_begins(
        r"\),?\s(?:and\s)?[A-Z][\w'’-]+\s\(\d[\d,]*\)"
    )


def _said_of_one(c: Context) -> bool:
    """ "He is 34 and", "a woman of 27"."""
    if c.ends(SUBJECT) and c.begins(r"\s*(?:[.,;)\"”]|and\b|when\b|but\b|then\b|now\b|$)"):
        return True
    return c.ends(rf"\b(?:an?|the|another|one)\s(?:\S+\s)?{_persons()}\sof\s") and not c.begins(
        r"\s[a-z]+s\b"
    )


def is_clock(c: Context) -> bool:
    """ "10:30", "7 p.m.", "0700 GMT", "half past seven", "until three"."""
    if c.reads(r"\d{1,2}:\d\d(?::\d\d)?"):
        return True
    second = r"\s*(?:(?:to|until|till|and|or|[-–])\s*\d{1,2}(?:[:.]\d\d)?\s*)?(?:[ap]\.?m\b|gmt\b|utc\b|o['’]clock)"
    if c.begins(second) or c.begins(cue_after("clock")):
        return True
    preposition = (
        r"(?:\b(?:at|from|until|till|by|about|around|since|to|past|between|before|after)\s|[,(]\s)"
    )
    if c.reads(r"[0-2]?\d[.h][0-5]\d") and c.ends(preposition):
        return True
    if c.reads(r"[01]\d[0-5]\d|2[0-3][0-5]\d") and (
        c.begins(r"\s*(?:hours|hrs|h\b|local)") or c.core[0] == "0"
    ):
        return True
    if c.reads(r"[01]\d[0-5]\d|2[0-3][0-5]\d") and not c.before and c.raw_begins(r"\s+[A-Z][a-z]"):
        return True  # "1205 Court jails 104": a ticker's line
    if c.reads(r"[0-2]\d[0-5]\d") and c.begins(r"\s*\)") and c.ends(_day_before_bracket()):
        return True  # "14 Nov (1900)": a column's day and hour
    value = c.value
    return value is not None and value <= 60 and _spoken(c, value)


@cache
def _day_before_bracket() -> str:
    """A day of a month, and the bracket that opens behind it."""
    return rf"(?:\d{{1,2}}\s{months()}\.?|{months()}\.?\s\d{{1,2}})\s?\("


def _spoken(c: Context, value: int) -> bool:
    """A time of day in words or bare digits."""
    if value <= 12 and c.begins(
        r"\s+(?:in the (?:morning|afternoon|evening|night)|at (?:night|dawn|daybreak|dusk|noon))\b"
    ):
        return True
    this = r"\s(?:this|that|yesterday|tomorrow)\s(?:morning|afternoon|evening)\b|\stonight\b"
    if value <= 12 and c.ends(r"\b(?:by|at|before|after|since)\s") and c.begins(this):
        return True
    if value <= 12 and c.ends(r"\b(?:until|till|(?:shortly|just|soon) (?:before|after))\s"):
        return c.begins(r"\s*(?:[.,;:)]|$|and\b|when\b|on\b)")
    if c.ends(r"\b(?:minutes?|half|quarter|five|ten|twenty)\s(?:past|to)\s|\bthe hour\s"):
        return value <= 12 and not c.begins(r"\s[a-z]+s\b")
    return value in (5, 10, 20, 25) and c.begins(rf"\s(?:past|to)\s{SMALL_HOURS}\b(?!\s[a-z]+s\b)")


def is_date(c: Context) -> bool:
    """ "3 March", "March 3", "the night of 2 to 3 March", "5/3/2024"."""
    if c.reads(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}|\d{1,4}/\d{1,4}"):
        return not c.begins(r"\s+of\b")
    top = c.quantity.high if c.quantity.high is not None else c.quantity.low
    if not c.reads(r"\d.*") or top is None or top > LATEST_DAY:
        return False
    ordinal = "(?:st|nd|rd|th)?"
    more_days = rf"(?:\s*(?:,|and|or|to|until|till|[-–]|/)\s*\d{{1,2}}{ordinal})*"
    if c.begins(rf"{ordinal}{more_days}[\s/.-]+(?:of\s+)?{months()}(?!\w)"):
        return True
    if c.ends(rf"(?<!\w){months()}\.?\s(?:\d{{1,2}}\s*(?:,|and|or|to|[-–]|&)\s*)?"):
        return True
    if c.ends(rf"(?:^|[,;]\s)(?:and\s|or\s)?(?:until|till|by|since|as of)\s{weekdays()},\s"):
        return False  # "9, 14 and, until Friday, 18"
    if c.raw_ends(r"\b[A-Z][a-z]+\s") and c.raw_begins(r",\s\d{4}(?:\s?[.,;()]|$)"):
        return True  # "Tir 26, 1402": a month of another calendar
    named = c.ends(rf"(?<!\w){weekdays()},?\s(?:the\s)?")
    if c.begins(rf"\s(?:on\s)?{weekdays()}"):
        return False  # "5 Monday, 2 Tuesday"
    return named and not c.hedged and c.raw_begins(r"\s*(?:[,.;:)]|$)|\s+[A-Z]")


def is_year(c: Context) -> bool:
    """ "in 2019", "the floods of 1957", "the 1990s", "2022-23"."""
    joint = r"\s*(?:-|–|/|to|and|or|until)\s*"
    if c.reads(rf"{CENTURY_YEAR}{joint}(?:{CENTURY_YEAR}|\d\d)"):
        return True
    if c.ends(rf"\b{CENTURY_YEAR}[-–/]") and c.reads(rf"\d\d|{CENTURY_YEAR}"):
        return True
    if c.begins(r"s\b") and c.reads(rf"\d0|{CENTURY_YEAR}"):
        return True
    short = r"(?:\b(?:in|of|since|from|until|till|by|before|after)\s|,\s)['’‘]"
    if c.reads(r"\d\d") and c.ends(short) and c.begins(r"[.,;:)]|\s(?:when|the|we|they|it|a)\b"):
        return True  # "In '59 when the mill went"
    if not c.reads(CENTURY_YEAR) or c.quantity.approx or c.begins(r"\+|-plus"):
        return False
    year = lists("year")
    counted = c.begins(rf"\s{one_of(year['counts'])}\b")
    if c.ends(rf"(?<!\w){one_of(year['before'])}[\s(-]*|\d\s|['’]|{months()}\.?,?\s"):
        return not counted or not c.hedged
    word = compiled(r"\s([a-z]+)\b").match(c.raw_after)
    return not counted and (word is None or not word[1].endswith("s"))


def is_duration(c: Context) -> bool:
    """ "six days", "24h", "a 72-hour truce", "three consecutive nights"; but "30 day labourers" are counted."""
    match = compiled(unit("duration")).match(c.after) or compiled(r"h\b").match(c.after)
    span = r"(?:years?|months?|weeks?|days?|hours?)"
    parallel = rf"\b(?:\d+|{SMALL_HOURS})\s{span}\s(?:in\s\w+\s)?for\s[^.;:\d]{{1,40}}?\sand\s"
    if c.ends(parallel) and c.begins(r"\sfor\s"):
        return True  # "16 years for one and 12 for the other"
    if match is None:
        return c.begins(
            rf"\s(?:and|or)\s(?:\d+|{SMALL_HOURS})\s{span}\b"
            r"(?!\s(?:later|ago|after|before|earlier|old|of\sage))"
        )
    if c.begins(r"\s*second(?!s)"):
        return c.value == 1
    labourers = listed("units", "unit_not_before")
    return compiled(rf"[\s-]+{labourers}").match(c.after[match.end() :]) is None

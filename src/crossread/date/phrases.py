"""In: prose. Out: its date phrases and counts of days since the event, as expressions not yet tied to a day.

A small grammar of named patterns over the word lists of `lexicon/en/dates.toml`, tried in order; the first to claim
a stretch of text keeps it. Clock times, ages and sums are no dates.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from crossread.date.expressions import (
    Base,
    Beside,
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    Expression,
    NumberedWeek,
    Period,
    Phrase,
    Relation,
    Shift,
    Span,
    Weekday,
    Weekend,
    Which,
)
from crossread.date.patterns import (
    COUNTS,
    FEASTS,
    MONTHS,
    NOT_WEEKDAY,
    NOW,
    PATTERNS,
    RELATIONS,
    THEN,
    WEEKDAYS,
    Match,
    fold,
)

_BEFORE = 24
"""Characters looked at before a phrase for its preposition: the longest, "earlier in the morning of", is shorter."""

_QUALIFIER = (
    r"(?:late|early|about|around|the|noon"
    r"|(?:the )?(?:evening|morning|night|afternoon|end|start|beginning|middle) (?:of|on))"
)
"""What may stand between a preposition and its date ("as of the evening of", "since late")."""

_SINCE = re.compile(r"\bsince\b[^.,;]*$", re.I)

_MONTHS_THAT_ARE_NAMES = frozenset({"may", "march", "mar", "april", "june", "august"})
_SURE_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|by|until|late|early|this|dated)|\b(?:end|close|start|beginning|middle) of|mid-?)\s*$",
    re.I,
)
_PART_OF_YEAR = re.compile(
    r"\b(early|mid|middle|late|end|close|start|beginning)(?:[ -]|\s+of\s+)\s*$", re.I
)
_PART_NAMES = {
    "early": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "end", "close": "end",
    "start": "start", "beginning": "start",
}  # fmt: skip
_END_OF = re.compile(r"\b(?:end|close) of\s*$", re.I)
_MONTHS_ALONE = [[name.capitalize()] for name in MONTHS]


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Phrase, ...]:
    """All date phrases of a text in text order; they never overlap."""
    taken: list[tuple[int, int]] = []
    found: list[Phrase] = []
    for rule, pattern in PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            phrase = _phrase(rule, match, text)
            if phrase is not None:
                taken.append((match.start(), match.end()))
                found.append(phrase)
    return tuple(_joined(sorted(found, key=lambda phrase: phrase.start), text))


def _joined(phrases: list[Phrase], text: str) -> Iterator[Phrase]:
    """One phrase out of a weekday and the date that it stands before ("Mon 4 March 2024", "Friday, 21 July")."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is not None:
            day, date = waiting.expression, phrase.expression
            if (
                isinstance(day, Weekday)
                and isinstance(date, CalendarDay)
                and re.fullmatch(r"[,.]?\s+(?:the\s+)?", text[waiting.end : phrase.start])
            ):
                dated = replace(date, weekday=day.weekday)
                phrase = replace(
                    waiting, end=phrase.end, words=text[waiting.start : phrase.end], expression=dated,
                    rule=phrase.rule,
                )  # fmt: skip
            else:
                yield waiting
        waiting = phrase
    if waiting is not None:
        yield waiting


def _phrase(rule: str, match: Match, text: str) -> Phrase | None:
    expression = _READERS[rule](match.groupdict(), match)
    if expression is None:
        return None
    start, end = match.span()
    relation = _relation(text, start)
    if isinstance(expression, Span) and not _SINCE.search(text[max(0, start - _BEFORE) : start]):
        relation = "at"
    after = text[end : end + 2]
    part = match.groupdict().get("part")
    return Phrase(
        start, end, text[start:end], expression, rule, relation, part and part.lower(),
        possessive=after in {"'s", "’s"},
    )  # fmt: skip


def _relation(text: str, start: int) -> Relation:
    before = text[max(0, start - _BEFORE) : start].lower()
    for words, relation in RELATIONS:
        if re.search(rf"(?:^|\W){words}(?: {_QUALIFIER})*[ ]*$", before):
            return relation
    return "at"


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _weekday_number(name: str) -> int:
    return WEEKDAYS[name.lower().rstrip(".")]


def _count(word: str) -> int:
    return int(word) if word.isdigit() else COUNTS.get(word.lower(), 1)


Groups = dict[str, str | None]


def _read_day(groups: Groups, _match: Match) -> Expression | None:
    """A day with a named or numbered month; days and months that no calendar has are refused."""
    day, month = int(groups["d"] or 0), groups.get("m") or ""
    number = int(month) if month.isdigit() else _month(month)
    if number > 12 >= day:  # month first, as written in the United States
        day, number = number, day
    year = groups.get("y")
    if not (1 <= day <= 31 and 1 <= number <= 12):
        return None
    return CalendarDay(day, number, int(year) if year else None)


def _read_time_group(groups: Groups, match: Match) -> Expression | None:
    """A military date-time group ("251800Z JAN 22"): its year may be short."""
    year = groups["y"] or ""
    return _read_day({**groups, "y": year if len(year) == 4 else f"20{year}"}, match)


def _read_range(groups: Groups, _match: Match) -> Expression | None:
    first, last = int(groups["d1"] or 0), int(groups["d"] or 0)
    month = _month(groups["m"] or "")
    start_month = _month(groups["m1"] or "") if groups.get("m1") else month
    year = int(groups["y"] or 0) or None
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    return Span(CalendarDay(first, start_month, year), CalendarDay(last, month, year))


def _read_day_alone(groups: Groups, _match: Match) -> Expression | None:
    day = int(groups["d"] or 0)
    return CalendarDay(day) if 1 <= day <= 31 else None


def _read_month_year(groups: Groups, _match: Match) -> Expression | None:
    return CalendarMonth(_month(groups["m"] or ""), int(groups["y"] or 0))


def _read_month(groups: Groups, match: Match) -> Expression | None:
    which = (groups.get("which") or "").lower()
    name = (groups["m"] or "").lower()
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    sure = which or _SURE_BEFORE_MONTH.search(before) or before.split()[-2:-1] in _MONTHS_ALONE
    if name in _MONTHS_THAT_ARE_NAMES and not sure:
        return None
    known: Which | None = "last" if which == "last" else "next" if which == "next" else None
    end = bool(_END_OF.search(before))
    return CalendarMonth(_month(name), None, known, end)


def _read_year(groups: Groups, match: Match) -> Expression | None:
    year = int(groups["y"] or 0)
    until = groups.get("until")
    if until:
        closing = int(until) if len(until) == 4 else year - year % 100 + int(until)
        return CalendarYear(year, closing) if closing >= year else None
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    part = _PART_OF_YEAR.search(before)
    return CalendarYear(year, part=_PART_NAMES[part.group(1).lower()] if part else None)


def _read_weekday(groups: Groups, match: Match) -> Expression | None:
    before, after = (
        match.string[: match.start()].split()[-1:],
        match.string[match.end() :].split()[:1],
    )
    if after and not groups.get("part") and after[0].strip(".,;:") in NOT_WEEKDAY["after"]:
        return None
    if before and before[0] in NOT_WEEKDAY["before"]:
        return None
    which = (groups.get("which") or "").lower()
    known: Which | None = (
        "last" if which in {"last", "past"} else "next" if which == "next" else None
    )
    weeks = {"last": -1, "next": 1, "this": 0}.get((groups.get("week") or "").lower())
    return Weekday(_weekday_number(groups["wd"] or ""), known, weeks)


def _read_beside(groups: Groups, _match: Match) -> Expression | None:
    base: Base = "event" if groups["event"] else "then"
    return Beside(_weekday_number(groups["wd"] or ""), groups["side"] == "before", base)


def _read_weekdays(groups: Groups, match: Match) -> Expression | None:
    first = _read_weekday({"wd": groups["wd1"], "which": groups.get("which")}, match)
    last = _read_weekday({"wd": groups["wd"], "which": groups.get("which")}, match)
    return Span(first, last) if isinstance(first, Weekday) and isinstance(last, Weekday) else None


def _read_weekend(groups: Groups, _match: Match) -> Expression | None:
    which = (groups.get("which") or "").lower()
    return Weekend("last" if which == "last" else "next" if which == "next" else None)


def _read_period(groups: Groups, _match: Match) -> Expression | None:
    unit = (groups["unit"] or "").lower()
    offset = {"last": -1, "past": -1, "this": 0, "next": 1}[(groups["which"] or "").lower()]
    return Period(unit, offset) if unit in {"week", "month", "year"} else None  # type: ignore[arg-type]


def _read_week(groups: Groups, _match: Match) -> Expression | None:
    number = int(groups["n"] or 0)
    return NumberedWeek(number) if 1 <= number <= 53 else None


def _amount(groups: Groups) -> tuple[int, str] | None:
    unit = (groups["unit"] or "").lower()
    count = _count(groups["n"] or "1")
    if unit in {"minute", "hour"}:
        return (0, "day")
    if unit == "fortnight":
        return (2 * count, "week")
    return (count, "day" if unit == "night" else unit)


def _read_ago(groups: Groups, _match: Match) -> Expression | None:
    amount = _amount(groups)
    return amount and Shift(-amount[0], amount[1], "now")  # type: ignore[arg-type]


def _read_shift(groups: Groups, match: Match) -> Expression | None:
    amount = _amount(groups)
    if amount is None:
        return None
    word = (groups["side"] or "").lower()
    sign = -1 if word in {"before", "earlier", "previously"} else 1
    follows = re.match(r"\s+(?:(?:the|its?|his|their|this|an?)\s+)?\w", match.string[match.end() :])
    base = "event" if (word in {"after", "into"} and follows) or word == "on" else "then"
    return Shift(sign * amount[0], amount[1], base)  # type: ignore[arg-type]


def _read_now(_groups: Groups, match: Match) -> Expression | None:
    return Shift(NOW[fold(match.group())], "day", "now")


def _read_then(_groups: Groups, match: Match) -> Expression | None:
    return Shift(THEN[fold(match.group())], "day", "then")


def _read_first_day(_groups: Groups, _match: Match) -> Expression | None:
    return Shift(0, "day", "event")


def _read_first_days(groups: Groups, _match: Match) -> Expression | None:
    """The last of "the first three days": what is counted over them is known then."""
    amount = _amount(groups)
    days = amount[0] * (7 if amount[1] == "week" else 1) if amount else 0
    return Shift(days - 1, "day", "event") if days > 1 else None


def _read_eve(_groups: Groups, _match: Match) -> Expression | None:
    return Shift(-1, "day", "event")


def _read_feast(_groups: Groups, match: Match) -> Expression | None:
    month, day = FEASTS[fold(match.group())]
    return CalendarDay(day, month)


_READERS = {
    "iso-date": _read_day,
    "time-group": _read_time_group,
    "full-date": _read_day,
    "full-date-us": _read_day,
    "numeric-date": _read_day,
    "day-range": _read_range,
    "day-range-us": _read_range,
    "month-day": _read_day,
    "month-day-us": _read_day,
    "short-date": _read_day,
    "feast": _read_feast,
    "month-year": _read_month_year,
    "years": _read_year,
    "weekdays": _read_weekdays,
    "weekday": _read_weekday,
    "beside": _read_beside,
    "weekend": _read_weekend,
    "now": _read_now,
    "then": _read_then,
    "first-day": _read_first_day,
    "first-days": _read_first_days,
    "eve": _read_eve,
    "ago": _read_ago,
    "shift": _read_shift,
    "period": _read_period,
    "week": _read_week,
    "month": _read_month,
    "day-alone": _read_day_alone,
    "year": _read_year,
}


def in_stretch(text: str, start: int, end: int) -> Iterator[Phrase]:
    """The phrases of `text` that lie wholly between two offsets."""
    return (phrase for phrase in find(text) if start <= phrase.start and phrase.end <= end)

"""In: the word lists of `lexicon/en/dates.toml`. Out: the compiled patterns of the date grammar, in order of trial."""

import re
from typing import Any

from crossread.date.expressions import Relation
from crossread.lexicon import load

Match = re.Match[str]

_LEXICON: dict[str, Any] = load("dates")
MONTHS: dict[str, int] = _LEXICON["months"]
WEEKDAYS: dict[str, int] = _LEXICON["weekdays"]
COUNTS: dict[str, int] = _LEXICON["counts"]
ORDINALS: dict[str, int] = _LEXICON["ordinals"]
NOT_WEEKDAY: dict[str, frozenset[str]] = {
    side: frozenset(words) for side, words in _LEXICON["not_weekday"].items()
}
AHEAD: tuple[str, ...] = tuple(_LEXICON["ahead"]["words"])
EVENT_NOUNS: frozenset[str] = frozenset(_LEXICON["event"]["nouns"])
TIMES_OF_DAY: frozenset[str] = frozenset(_LEXICON["event"]["times_of_day"])
EVENT_TRACES: frozenset[str] = frozenset(_LEXICON["event"]["traces"])
EVENT_VERBS: frozenset[str] = frozenset(_LEXICON["event"]["verbs"])


def fold(words: str) -> str:
    """Words as the phrase tables have them: small letters, single blanks."""
    return re.sub(r"\s+", " ", words).strip().lower()


NOW: dict[str, int] = {fold(words): days for words, days in _LEXICON["phrases"].items()}
THEN: dict[str, int] = {fold(words): days for words, days in _LEXICON["then"].items()}
FEASTS: dict[str, tuple[int, int]] = {
    fold(words): tuple(days) for words, days in _LEXICON["feasts"].items()
}
RELATIONS: tuple[tuple[str, Relation], ...] = tuple(
    sorted(_LEXICON["relations"].items(), key=lambda pair: -len(pair[0]))
)


def _any(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _cased(words: Any) -> str:
    """Names as prose and headings write them: capitalised or in capitals, never small."""
    return _any({form for word in words for form in (word.capitalize(), word.upper())})


_M = rf"(?:{_cased(MONTHS)})\b\.?"
_LONG_WEEKDAY = _cased(word for word in WEEKDAYS if word.endswith("day"))
_SHORT_WEEKDAY = _cased(word for word in WEEKDAYS if not word.endswith("day"))
_WD = rf"(?:(?:{_LONG_WEEKDAY})(?!\w)|(?:{_SHORT_WEEKDAY})\b\.?(?=,?\s*\d)|(?<=[Oo]n )(?:{_SHORT_WEEKDAY})\b)"
_D = r"\d{1,2}(?:st|nd|rd|th)?"
_Y = r"(?:19|20)\d\d"
_N = rf"(?:\d{{1,3}}|{_any(COUNTS)})"
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year)"
_PART = _any(_LEXICON["parts"]["words"])
_END = r"(?![\d,.:]?\d)(?!\s?%)(?!\w)"
_DIGIT = r"(?<![\d.,:$€£/-])"
_NOT_COUNTED = (
    r"(?!\s+(?:people|persons|men|women|children|troops|soldiers|homes|others|more"
    r"|villagers|workers|bodies|deaths|patients|families|victims|civilians|officers|policemen|fighters|migrants|miners)\b)"
)


def _day(name: str = "d") -> str:
    return rf"(?P<{name}>\d{{1,2}})(?:st|nd|rd|th|er|ª|º)?"


def _compile(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)


PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso-date", _compile(rf"{_DIGIT}(?P<y>{_Y})(?P<sep>[-/.])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?!\d)")),
    ("time-group", _compile(
        rf"{_DIGIT}(?P<d>[0-3]\d)(?:[01]\d|2[0-3])[0-5]\d\s?[A-Z]?\s?(?P<m>{_M})\s?(?P<y>{_Y}|\d\d)(?!\d)")),
    ("day-range", _compile(
        rf"{_DIGIT}{_day('d1')}(?:\s+(?P<m1>{_M}))?\s*(?:-|–|—|to|and|until|&)\s*(?:(?:{_WD})\s+)?{_day()}\s+(?:of\s+)?(?P<m>{_M})"
        rf"(?:,?\s+(?P<y>{_Y}))?(?!\w)")),
    ("day-range-us", _compile(
        rf"\b(?P<m>{_M})\s+{_day('d1')}\s*(?:-|–|—|to|and|&)\s*(?:(?P<m1>(?!)))?{_day()}(?:,?\s+(?P<y>{_Y}))?{_END}")),
    ("full-date", _compile(
        rf"{_DIGIT}{_day()}(?:\s+of)?[\s/.,-]+(?P<m>{_M})[\s/.,-]+(?P<y>{_Y})(?!\d)")),
    ("full-date-us", _compile(rf"\b(?P<m>{_M})\s*{_day()},?\s+(?P<y>{_Y})(?!\d)")),
    ("numeric-date", _compile(rf"{_DIGIT}(?P<d>\d{{1,2}})(?P<sep>[./-])(?P<m>\d{{1,2}})(?P=sep)(?P<y>{_Y})(?!\d)")),
    ("month-day", _compile(rf"{_DIGIT}{_day()}(?:\s+of)?[\s-]+(?P<m>{_M})(?P<y>(?!))?(?!\w)")),
    ("month-day-us", _compile(rf"\b(?P<m>{_M})\s+{_day()}(?P<y>(?!))?{_END}{_NOT_COUNTED}")),
    ("short-date", _compile(
        r"(?:(?<=\()|(?<=day )|(?<=\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )|(?<=\bof ))"
        r"(?P<d>[0-3]?\d)/(?P<m>[01]?\d)(?P<y>(?!))?(?![\d/])")),
    ("feast", _compile(_any(FEASTS), re.I)),
    ("month-year", _compile(rf"\b(?P<m>{_M}),?\s+(?:(?:of|in)\s+)?(?:the\s+year\s+)?(?P<y>{_Y})(?!\d)")),
    ("years", _compile(rf"{_DIGIT}(?P<y>{_Y})\s?(?:-|–)\s?(?P<until>\d\d(?:\d\d)?)(?![\d-])")),
    ("beside", _compile(
        rf"\b[Tt]he\s+(?P<wd>{_WD})\s+(?P<side>before|after)\b"
        rf"(?:(?P<event>\s+(?:the|its|their)\s+(?:{_any(EVENT_NOUNS)})\b)|(?=\s*(?:[.,;:)–—]|and\b|but\b|$)))")),
    ("weekdays", _compile(
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext)\s+)?(?P<wd1>{_WD})(?:\s+(?:{_PART}))?\s+(?:and|to|or|until)\s+(?P<wd>{_WD})"
        rf"(?:\s+(?:{_PART})\b)?")),
    ("weekday", _compile(
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Pp]ast|[Tt]his)\s+)?(?P<wd>{_WD})(?:[\s-]+(?P<part>{_PART})s?\b)?"
        rf"(?:\s+of\s+(?P<week>last|this|next)\s+week)?")),
    ("weekend", _compile(r"\b(?:(?P<which>last|this|past|next|the)\s+)weekend\b", re.I)),
    ("now", _compile(rf"\b(?:{_any(NOW)})\b", re.I)),
    ("then", _compile(rf"\b(?:{_any(THEN)})\b(?!\s+(?:the|yesterday|tomorrow|of\s+the)\b)", re.I)),
    ("first-day", _compile(r"\bthe\s+first\s+(?:day|night|morning|evening|hours)\b"
        rf"(?!\s+of\b(?!\s+(?:the|its|their)\s+(?:{_any(EVENT_NOUNS)})\b))", re.I)),
    ("first-days", _compile(
        rf"\b(?:in|during|over|within|for|of)\s+the\s+first\s+(?P<n>{_N})\s+(?P<unit>day|night|week)s\b"
        r"(?!\s+of\s+\w*(?:year|month))", re.I)),
    ("eve", _compile(rf"\bthe\s+eve\s+of\s+(?:the|its|their)\s+(?:{_any(EVENT_NOUNS)})\b", re.I)),
    ("ago", _compile(rf"\b(?P<n>{_N})\s+(?P<unit>{_UNIT})s?\s+ago\b", re.I)),
    ("shift", _compile(
        rf"\b(?<!\bto )(?P<n>the|{_N})\s+(?P<unit>{_UNIT})s?\s+"
        rf"(?P<side>before|earlier|previously|later|after|into|on)\b"
        rf"(?!(?<!later)\s+(?:end|the\s+\w+\s+of))", re.I)),
    ("week", _compile(r"\bweek\s+(?P<n>[1-5]?\d)\b(?![.,]?\d)(?!\s*(?:%|of\b))", re.I)),
    ("period", _compile(r"\b(?P<which>last|this|past|next)\s+(?P<unit>week|month|year)\b(?!\s+ago)", re.I)),
    ("month", _compile(
        rf"(?:(?<=\b[Ii]n )|(?<=[Ss]ince )|(?<=\b[Bb]y )|(?<=[Uu]ntil )|(?<=\bof )|(?<=\bfrom )|(?<=\band )|(?<=dated )"
        rf"|(?<=[Ll]ate )|(?<=[Ee]arly )|(?<=mid-)|(?<=[Tt]his )|\b(?P<which>[Ll]ast|[Nn]ext) )"
        rf"(?P<m>{_M})(?!\s+\d{{1,2}}\b{_NOT_COUNTED})(?!['’])")),
    ("day-alone", _compile(
        r"(?:(?<=\b[Oo]n the )|(?<=[Ss]ince the )|(?<=\b[Bb]y the )|(?<=[Uu]ntil the )|(?<=day, the )|(?<=day the ))"
        r"(?P<d>\d{1,2})(?:st|nd|rd|th)\b(?=[\s]*(?:[.,;:)]|and\b|but\b|$))")),
    ("year", _compile(
        rf"(?:(?<=\b[Ii]n )|(?<=[Ss]ince )|(?<=\bof )|(?<=[Uu]ntil )|(?<=\b[Bb]y )|(?<=[Bb]efore )|(?<=[Aa]fter )"
        rf"|(?<=[Dd]uring )|(?<=[Ll]ate )|(?<=[Ee]arly )|(?<=mid-)|(?<=[Tt]he )|(?<=[Tt]he year ))"
        rf"(?P<y>{_Y})(?![\d,.%:-]?\d)(?!\s?%){_NOT_COUNTED}(?!\w)")),
)  # fmt: skip

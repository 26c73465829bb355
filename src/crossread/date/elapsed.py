"""In: prose. Out: how long ago it says the event began ("its seventh day", "more than six days after", "a week on")."""

import re
from collections.abc import Iterator

from crossread.date.expressions import Elapsed
from crossread.date.patterns import COUNTS, EVENT_NOUNS, EVENT_TRACES, EVENT_VERBS, ORDINALS

_N = "|".join(sorted((re.escape(word) for word in COUNTS), key=len, reverse=True)) + r"|\d{1,2}"
_TH = "|".join(ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th)"
_NOUNS = "|".join(sorted(EVENT_NOUNS, key=len, reverse=True))
_VERBS = "|".join(sorted(EVENT_VERBS, key=len, reverse=True))
_DOWN = r"(?:came|come|crashed)\s+down|(?:gave|given)\s+way|caved\s+in|slid"
"""How roofs, slopes and bridges fall, in verbs that alone mean other things."""
_EVENT = rf"(?:[\w’'.,-]+\s+){{0,6}}?(?:{_NOUNS}|{_VERBS}|{_DOWN})\b"

_TRACES = rf"(?:[\w-]+\s+)?(?:{'|'.join(sorted(EVENT_TRACES))})\b"

_AFTER = re.compile(
    rf"(?P<more>more than|over|nearly|almost|about|some|exactly)?\s*\b(?P<n>{_N})\s+"
    rf"(?P<unit>day|night|week|fortnight|month)s?\s+"
    rf"(?:(?P<on>on\b(?=\s*,))|(?P<exact>to\s+the\s+day\s+)?(?:after|into)\s+(?:the\s+|its?\s+)?(?:{_EVENT}|{_TRACES})"
    rf"|after\s+(?:it|they)\s+(?:had\s+)?(?:come|came|begun|began|started|arrived)\b)",
    re.I,
)
_NTH = re.compile(
    rf"(?:\b(?:its|their)|[’']s)\s+(?P<own>{_TH})\s+(?:straight\s+|consecutive\s+)?(?:day|night)\s+(?:in|under|of|without)\b"
    rf"|\b(?:(?:entered|enters|entering|into|for)\s+(?:its|their|the|a)|(?:now|still)\s+in\s+its)\s+"
    rf"(?P<th>{_TH})\s+(?:straight\s+|consecutive\s+)?(?:day|night)\b(?!\s+of\s+(?:trial|the\s+month))",
    re.I,
)
_LASTING = re.compile(
    rf"(?P<more>more than|over|nearly|almost|about)?\s*\b(?P<n>{_N})\s+(?P<unit>day|night|week)s?\s+of\s+{_EVENT}",
    re.I,
)
_NTH_WEEK = re.compile(
    rf"\b(?:in|into|entered|enters|entering)\s+(?:its|their)\s+(?P<th>{_TH})\s+week\b", re.I
)
_DAY_NUMBER = re.compile(
    rf"\b(?:(?:it|this|that|today)\s+(?:is|was)|it[’']s|now)\s+(?:on\s+)?day\s+(?P<n>{_N})\b"
    rf"|^\W*day\s+(?P<head>{_N})\b|^\W*(?:the\s+)?(?P<th>{_TH})\s+day\s+(?:at|in|of|without|after|since)\b"
    rf"|\b(?:it|this|today)\s+(?:is|was)\s+(?:already\s+)?the\s+(?P<m>{_TH})\s+(?:day|night)(?=\s*[.,;:–—]|\s+(?:after|since)\b|\s+of\s+{_EVENT})",
    re.I | re.M,
)
_MORNING_AFTER = re.compile(
    r"\b(?:it\s+is|it[’']s|this\s+is)\s+(?:now\s+)?the\s+(?:morning|day)\s+after\b(?=\s*[.,;:–—])",
    re.I,
)
_SINCE_IT = re.compile(
    rf"\bit\s+(?:is|was|has\s+been|will\s+be|makes)\s+(?:now\s+|exactly\s+)?(?P<n>{_N})"
    r"\s+(?P<unit>hour|day|night|week|fortnight)s?"
    r"(?:(?P<exact>\s+(?:to\s+the\s+day|today|tonight|this\s+\w+))?\s+since\b"
    r"|\s+(?:today|tonight|this\s+\w+)\s+that\b)(?P<more>)",
    re.I,
)
_ALREADY = re.compile(
    rf"(?:^|[.!?…:]\s+|[“\"])(?:(?:already|now)(?:\s+for)?|for\s+already)\s+(?P<n>{_N})\s+(?P<unit>day|night|week)s?"
    r"\b(?!\s+(?:ago|old|of|after|before|later|earlier|since))"
    rf"|(?:^|[.!?…:]\s+|[“\"])for\s+(?P<m>{_N})\s+(?P<units>day|night|week)s?,?\s+(?:now|already)\b",
    re.I | re.M,
)
"""How long a sentence's state has gone on, said first ("Already a week the street is dark", "For nine days now")."""
_NTH_AFTER = re.compile(
    rf"\b(?:on|by|in)\s+the\s+(?P<th>{_TH})\s+day\s+(?P<how>after|since|of)\s+(?:the\s+|its?\s+)?{_EVENT}",
    re.I,
)
_OF_ANY = re.compile(
    rf"\b(?:(?P<n>{_N})\s+(?P<unit>day|night|week|fortnight)s?\s+(?:to\s+the\s+day\s+)?after"
    rf"|(?:\b(?:on|for|in|into|entered|is|was)\s+(?:the\s+|its\s+)?(?P<th>{_TH})\s+(?:day|(?P<night>night))\s+(?:of|since)"
    rf"|\bthe\s+(?P<nth>{_TH})\s+(?:day|night)\s+since))\s+"
    r"(?:(?:the|an?|its|their)\s+)?(?P<what>[\w’'-]+(?:\s+(?!(?:on|at|in|by|and|as|the|an?|its?|his|her|their|was|were|is|are|ha[sd]|have|when|with)\b)[\w’'-]+){0,2})",
    re.I,
)
_LATER_WAVE = re.compile(r"\b(?:second|third|fourth|fifth|latest|new|last)\b", re.I)
_FOR_DAYS = re.compile(
    r"\b(?:ha(?:s|ve)|[’']ve)\s+(?:now\s+|been\s+|not\s+)*(?:wait|search|look|dig|burn|rag|last|fight|sit|camp|dug|burnt|fought|sat)"
    r"(?:ed|ing|ting)?\s+(?:(?!\bfor\b)[\w’'-]+\s+){0,5}?for\s+(?:the\s+(?:past|last)\s+)?"
    rf"(?P<n>{_N})\s+(?P<unit>day|night)s\b(?!\s+(?:before|after|at))",
    re.I,
)
"""What goes on since the event: people wait and search, fires burn; they walk and starve for days of their own."""
_YEARS = re.compile(
    rf"\b(?P<exact>(?:(?:exactly|to\s+the\s+day)\s+)?)(?P<n>{_N})\s+years?\s+(?P<day>to\s+the\s+day\s+)?"
    rf"(?:(?P<today>ago\s+)?today\b|on\b(?=\s*[,:.])|(?:after|since)\s+(?:the\s+|its?\s+)?{_EVENT})"
    rf"|\b(?P<th>first|second|third|fourth|fifth|tenth)\s+anniversary\b(?!\s+of\s+(?!{_EVENT}))",
    re.I,
)
_MONTHS = re.compile(
    rf"(?:\b(?:spent|after|(?P<for>for)|nearly|almost|some|more than|over)\s+(?P<n>{_N})\s+months?\b"
    rf"|\b(?:exactly\s+)?(?P<m>{_N})\s+months?\s+(?:to\s+the\s+day\s+)?(?:on|later|since|after)\b)",
    re.I,
)
_GONE_ON = re.compile(r"(?:\b(?:has|have|had|been)\b|['’](?:ve|d)\b)[^.;:!?]*$", re.I)
"""Before "for two months": it has lasted so long, where food may last and terms may run for as long."""
LASTS = 80
"""Characters before a count of months in which its verb is looked for."""
_WEEK_GONE = re.compile(
    rf"\b(?:in|of|during|after)\s+the\s+(?P<th>{'|'.join(ORDINALS)})\s+week\b"
    rf"(?!\s+of\s+(?!the\s+(?:{_NOUNS})\b))"
    rf"(?:\s+and\s+(?:[\w-]+\s+){{0,3}}?the\s+(?P<then>{'|'.join(ORDINALS)})\b(?=\s*[.,;:]))?",
    re.I,
)
_GOING_ON = re.compile(
    r"\b(?:now|still|already|will|expected|is|are|begins?|ends?)\b[^.!?]*$", re.I
)
_TO_THE_DAY = re.compile(r"\bto\s+the\s+day\b|\bexactly\b", re.I)
_RAGED = re.compile(
    r"\b(?:for|lasting)\s+(?P<more>almost|nearly|more than|over)\s+a\s+week\b", re.I
)


LEAD = 700
"""Characters from the top in which a report that looks back says so."""

DAY = 24
"""Hours."""

MANY = 5
"""More years than that are told of other events ("the worst in ten years")."""


def elapsed(text: str) -> Iterator[Elapsed]:
    """All counts of time since the event, in text order within each pattern."""
    for pattern in (_AFTER, _LASTING, _SINCE_IT):
        for match in pattern.finditer(text):
            if _LATER_WAVE.search(match.group()):
                continue  # "two days after the third assault" does not count from the first
            low, high = _bounds(match)
            over = pattern is _LASTING
            yield Elapsed(match.start(), match.end(), match.group().strip(), low, high, over)
    yield from _already(text)
    for match in _NTH.finditer(text):
        ordinal = (match["own"] or match["th"]).lower()
        day = ORDINALS.get(ordinal) or int(re.sub(r"\D", "", ordinal) or 1)
        if day > 1:  # the first day, counted by some from the night before
            yield Elapsed(match.start(), match.end(), match.group(), day - 1, day)
    for match in _NTH_AFTER.finditer(text):
        ordinal = match["th"].lower()
        day = ORDINALS.get(ordinal) or int(re.sub(r"\D", "", ordinal) or 1)
        first = day if match["how"].lower() == "after" else day - 1
        yield Elapsed(match.start(), match.end(), match.group(), first, day)
    for match in _NTH_WEEK.finditer(text):
        weeks = ORDINALS.get(match["th"].lower()) or int(re.sub(r"\D", "", match["th"]) or 1)
        yield Elapsed(match.start(), match.end(), match.group(), 7 * weeks - 7, 7 * weeks)
    for match in _DAY_NUMBER.finditer(text):
        word = (match["n"] or match["m"] or match["head"] or match["th"]).lower()
        day = ORDINALS.get(word) or COUNTS.get(word) or int(re.sub(r"\D", "", word) or 1)
        if day > 1:
            yield Elapsed(match.start(), match.end(), match.group(), day - 1, day)
    for match in _MORNING_AFTER.finditer(text):
        yield Elapsed(match.start(), match.end(), match.group(), 1, 1)
    for match in _FOR_DAYS.finditer(text):
        word = match["n"].lower()
        count = int(word) if word.isdigit() else COUNTS[word]
        if count > 2:
            yield Elapsed(match.start(), match.end(), match.group(), count - 1, count + 1)
    for match in _RAGED.finditer(text):
        low, high = (5, 7) if match["more"].lower() in {"almost", "nearly"} else (7, 9)
        yield Elapsed(match.start(), match.end(), match.group(), low, high)


def _already(text: str) -> Iterator[Elapsed]:
    """Counts of how long a state has gone on, give or take a day; a day or two are of anything."""
    for match in _ALREADY.finditer(text):
        word, unit = (match["n"] or match["m"]).lower(), (match["unit"] or match["units"]).lower()
        days = (int(word) if word.isdigit() else COUNTS[word]) * (7 if unit == "week" else 1)
        if days > 2:
            yield Elapsed(match.start(), match.end(), match.group().strip(), days - 1, days + 1)


def counted_of(text: str) -> Iterator[tuple[Elapsed, tuple[int, int]]]:
    """Exact counts of days since anything ("two days after the truce"), with the offsets of what it is."""
    for match in _OF_ANY.finditer(text):
        nth = match["th"] or match["nth"]
        word = (match["n"] or nth).lower()
        number = ORDINALS.get(word) or COUNTS.get(word) or int(re.sub(r"\D", "", word) or 1)
        days = (
            number - 1
            if nth
            else number * {"week": 7, "fortnight": 14}.get(match["unit"].lower(), 1)
        )
        told = days + (match["night"] is not None)  # a night is told of on the next day
        yield Elapsed(match.start(), match.end(), match.group(), days, told), match.span("what")


def weeks_gone(text: str) -> Iterator[tuple[int, str]]:
    """The latest of the event's weeks told of as gone by, counted from 1, with its words; or nothing."""
    found = [
        (ORDINALS[(match["then"] or match["th"]).lower()], match.group())
        for match in _WEEK_GONE.finditer(text)
        if not _GOING_ON.search(text[max(0, match.start() - 60) : match.start()])
    ]
    if found:
        yield max(found)


def months_gone(text: str) -> Elapsed | None:
    """The longest stretch of months, two or more, that a report looks back on, None where there is none.

    The bounds are days since the event's first day, a month's looseness on either side.
    """
    longest: Elapsed | None = None
    for match in _MONTHS.finditer(text):
        word = (match["n"] or match["m"]).lower()
        months = int(word) if word.isdigit() else COUNTS[word]
        days = round(months * 30.4)
        exact = _TO_THE_DAY.search(match.group()) is not None
        further = longest is None or days - 15 > longest.low - exact
        if match["for"] and not _GONE_ON.search(
            text[max(0, match.start() - LASTS) : match.start()]
        ):
            continue
        if 2 <= months <= 36 and further:
            longest = Elapsed(match.start(), match.end(), match.group(), days - 15, days + 45)
    return longest


def years_gone(text: str) -> tuple[Elapsed, int, bool] | None:
    """The years that a report looks back on and whether to the day ("exactly a year today"), None for none.

    The first that it names in its lead counts; the bounds are days, six weeks early to three months late.
    """
    found = [gone for match in _YEARS.finditer(text[:LEAD]) if (gone := _years(match)) is not None]
    return next((gone for gone in found if gone[2]), found[0] if found else None)


def _years(match: re.Match[str]) -> tuple[Elapsed, int, bool] | None:
    word = (match["n"] or "").lower()
    years = ORDINALS.get((match["th"] or "").lower()) or (
        int(word) if word.isdigit() else COUNTS[word]
    )
    if not 1 <= years <= MANY:
        return None
    words, days = match.group(), round(365.25 * years)
    exact = bool(match["exact"] or match["day"]) or words.lower().endswith("today")
    return Elapsed(match.start(), match.end(), words, days - 45, days + 90), years, exact


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    """Days since the event's first day: exact for days, loose for weeks and months."""
    word = match["n"].lower()
    count = int(word) if word.isdigit() else COUNTS[word]
    more = (match["more"] or "").lower()
    unit = match["unit"].lower()
    if unit == "hour":
        return count // DAY, -(-count // DAY)
    days, slack = {"week": (7, 1), "fortnight": (14, 1), "month": (30, 10)}.get(unit, (1, 0))
    exact = match.groupdict().get("exact") or match.re is _SINCE_IT
    if exact and unit != "month":
        return count * days, count * days
    low, high = count * days - slack, count * days + slack
    if more == "exactly" and days <= 7:
        return count * days, count * days
    if more in {"more than", "over"}:
        return low, high + max(1, days // 2)
    if more:
        return low - max(1, days // 3), high
    return low, high

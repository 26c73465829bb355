"""Takes phrases of a masthead, a byline or a notice.

Gives the outlet's or the agency's name in them, where the words tell that there is one.
"""

import re
from functools import cache
from typing import Any

from crossread.clean import layout, stamps
from crossread.clean.places import is_place
from crossread.lexicon import load

LONGEST_NAME = 8
"""Words of an outlet's name: "National Emergency Management and Civil Protection Agency" has 7."""

LONGEST_OUTLET_LINE = 24
"""Words of a line that names the outlet and says what follows ("Levant Post – live page (closed). Newest on top.")."""

SUFFIX = re.compile(
    r"^(?P<title>.{12,}\S)\s+(?P<bar>[|–—·»]|-{1,2})\s+(?P<name>[^|–—·»]{2,60}?)\s*$"
)
PARTS = re.compile(
    r"\s*[|»›>·]\s*|\s+[–—-]{1,2}\s+|\s*/\s+|\s+/\s*|,\s+|\s*\(|\.\s+(?=[A-Z])|\s{2,}"
)
SMALL = frozenset(
    {"of", "the", "for", "and", "de", "la", "le", "el", "al", "du", "des", "in", "on", "&", "e.v"}
)
LIVE_OR_TRANSLATED = re.compile(
    r"\blive (?:page|blog|updates)\b|\btranslat|\brendered\b|\bedition\b|\bagencies\b",
    re.IGNORECASE,
)
NAME = r"(?:The )?[A-ZÀ-Þ][\w'’&-]*(?: (?:(?:of|for|the|and|de|&) )*[A-ZÀ-Þ][\w'’&-]*){0,5}"
BEFORE_TITLE = re.compile(r"(?P<name>[A-Z][^–—|:/]{1,80}?)(?:\s[–—|/-]\s|:\s)")
ISSUED = re.compile(rf"\b[Ii]ssued\b.{{0,40}}?\bby (?:the )?({NAME})")
TAKEN_FROM = re.compile(rf"\b(?:[Rr]epublished|[Rr]eprinted) from[ –—:-]+(?:the )?({NAME})")
FIRST_ON = re.compile(rf"\bfirst on ({NAME})")


def is_outlet_name(phrase: str) -> bool:
    """True for a phrase of capitalised words, one of them a word that outlets and bodies are called by."""
    words = _words(phrase)
    called = layout.words("masthead", "outlet_words")
    return len(words) > 1 and _is_name(phrase) and any(word in called for word in words)


def _words(phrase: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", phrase.lower())


def _is_name(phrase: str) -> bool:
    words = phrase.split()
    if not 1 <= len(words) <= LONGEST_NAME or phrase.lower() in layout.words(
        "masthead", "sections"
    ):
        return False
    if (
        layout.is_kind(phrase)
        or layout.is_no_name(phrase)
        or stamps.is_stamp(phrase)
        or "#" in phrase
    ):
        return False
    capitals = [word for word in words if word.lower() not in SMALL]
    return bool(capitals) and all(map(_is_capitalised, capitals))


def _is_capitalised(word: str) -> bool:
    """True for "Daily", "98.4" and "al-Jadid"."""
    return word[0].isupper() or word[0].isdigit() or re.match(r"[ae]l-[A-Z]", word) is not None


def parts(line: str) -> list[str]:
    """The phrases of a masthead line, between bars, dashes, commas and brackets."""
    return [
        part.strip(' .:;,*_#[]()"“”') for part in PARTS.split(line) if part.strip(' .:;,*_#[]()"“”')
    ]


def outlets_in(line: str) -> list[str]:
    """The outlets or bodies that a line of the masthead names by what they are called."""
    if len(line.split()) > LONGEST_OUTLET_LINE:
        return []
    bare = re.sub(
        r"\b(?:Prepared|Compiled|Produced|Published|Written) by\b\W+|^[Bb][Yy]\s+|\s+staff$",
        "",
        line,
    )
    return [part for part in parts(bare) if is_outlet_name(part)]


def body_before(title: str) -> str | None:
    """The well-known body with which a paper's title begins: "OCHA – Flash Update 2", "IFRC / DREF Operation"."""
    match = BEFORE_TITLE.match(title)
    return match["name"] if match and match["name"].casefold() in _bodies() else None


@cache
def _bodies() -> frozenset[str]:
    table: dict[str, list[str]] = load("bodies")["bodies"]
    return frozenset(name.casefold() for row in table.items() for name in (row[0], *row[1]))


def first_organ(outlets: list[str]) -> str | None:
    """The first body named; a state's organ stands before the state."""
    organs = [name for name in outlets if "government" not in _words(name)]
    return next(iter(organs or outlets), None)


def fallback_outlet(head: list[str], whole: str) -> str | None:
    """A name in the masthead that no word tells to be an outlet's: by where it stands, or "Issued by".

    `whole` is the text: what it tells of as a place, and a large city, only says where a report was filed.
    """
    for line in head:
        phrases = [part for part in parts(line) if not layout.is_byline(part)]
        first = next(iter(phrases), "")
        beside = line[line.find(first) + len(first) :]
        known = LIVE_OR_TRANSLATED.search(beside) or stamps.has_full_date(beside) or first == line
        named = known and _is_name(first) and not layout.is_byline(first) and len(first) > 3
        if first and named and not is_place(first, whole):
            return first
    issued = next((match for line in head if (match := ISSUED.search(line))), None)
    return issued[1] if issued else None


def is_outlet_line(line: str) -> bool:
    """True for a line that is the outlet's name, alone or with its section, edition or place."""
    phrases = parts(line)
    if (
        not phrases
        or len(line.split()) > LONGEST_OUTLET_LINE
        or (re.search(r"[.!?]$", line) and len(phrases) == 1)
    ):
        return False
    if LIVE_OR_TRANSLATED.search(line[len(phrases[0]) :]) and _is_name(phrases[0]):
        return True
    if len(phrases) > 1:
        return is_outlet_name(phrases[0]) or (any(map(is_outlet_name, phrases)) and line.isupper())
    words = _words(line)
    ends = bool(words) and words[-1] in layout.words("masthead", "outlet_words")
    return is_outlet_name(line) and (ends or line.isupper())


def suffix_of(line: str, *, whole: str) -> tuple[int, str] | None:
    """Where a headline ends and the outlet that follows it after a bar or dash; `whole` is the text."""
    match = SUFFIX.match(line)
    if match is None or not _is_name(match["name"].strip(" .")):
        return None
    name = match["name"].strip()
    again = whole.lower().count(name.lower()) > 1
    if match["bar"] in "|»·" or is_outlet_name(name) or again:
        return match.end("title"), name
    return None


@cache
def _credits() -> list[re.Pattern[str]]:
    patterns: dict[str, Any] = load("agencies")["patterns"]
    return [
        re.compile(pattern.replace("NAME", f"(?P<name>{NAME})")) for pattern in patterns["credit"]
    ]


@cache
def _register() -> dict[str, str]:
    agencies: dict[str, list[str]] = load("agencies")["agencies"]
    return {alias: name for name, aliases in agencies.items() for alias in aliases}


def agency_of(phrase: str) -> str | None:
    """The agency that a bracket or byline gives: one of the register, or a name ending in Wire, Press, Agency."""
    bare = phrase.strip(" ()[].,")
    if bare in _register():
        return _register()[bare]
    return bare if is_agency_name(bare) else None


def is_agency_name(phrase: str) -> bool:
    """True for a capitalised name with Wire, Newswire, Press, Agency or News Service in it."""
    return _is_name(phrase) and bool(
        set(_words(phrase)) & {"wire", "newswire", "press", "agency", "pa"}
    )


def agency_in(notice: str) -> str | None:
    """The agency that a notice or credit names."""
    for pattern in _credits():
        match = pattern.search(notice)
        if match and not layout.is_kind(match["name"]) and match["name"] not in ("I", "The"):
            return _register().get(match["name"], match["name"])
    found = [
        name for alias, name in _register().items() if re.search(rf"\b{re.escape(alias)}\b", notice)
    ]
    return found[0] if found else None


def credit_in(line: str) -> str | None:
    """The agency that a byline or date line names, by its register name or by what it is called."""
    for part in parts(line):
        bare = re.sub(r"^[Bb][Yy] |\s+(?:staff|feed)$", "", part)
        if bare in _register() or is_agency_name(bare):
            return _register().get(bare, bare)
    return None


def first_on(notice: str) -> str | None:
    """The outlet that a notice says the text first appeared on."""
    match = FIRST_ON.search(notice)
    return match[1].rstrip(".") if match else None


def taken_from(notice: str) -> str | None:
    """The outlet that a notice says the text was republished from."""
    match = TAKEN_FROM.search(notice)
    return match[1] if match else None

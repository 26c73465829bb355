"""Takes phrases of a masthead, a byline or a notice.

Gives the outlet's or the agency's name in them, where the words tell that there is one.
"""

import re
from functools import cache
from typing import Any

from crossread.clean import layout, stamps
from crossread.lexicon import load

LONGEST_NAME = 8
"""Words of an outlet's name: "Central Disaster and Safety Countermeasures Headquarters" has 7."""

LONGEST_OUTLET_LINE = 24
"""Words of a line that names the outlet and says what follows ("Levant Post – live page (closed). Newest on top.")."""

SUFFIX = re.compile(
    r"^(?P<title>.{12,}\S)\s+(?P<bar>[|–—·»]|-{1,2})\s+(?P<name>[^|–—·»]{2,60}?)\s*$"
)
PARTS = re.compile(
    r"\s*[|»›>·]\s*|\s+[–—-]{1,2}\s+|\s*/\s+|\s+/\s*|,\s+|\s*\(|\.\s+(?=[A-Z])|\s{2,}"
)
SMALL = frozenset(
    {"of", "the", "for", "and", "de", "la", "le", "el", "al", "du", "des", "in", "on", "&", "e.v."}
)
NAME = r"(?:The )?[A-ZÀ-Þ][\w'’.&-]*(?: (?:(?:of|for|the|and|de|&) )*[A-ZÀ-Þ][\w'’&-]*){0,5}"
ISSUED = re.compile(rf"\b[Ii]ssued\b.{{0,40}}?\bby (?:the )?({NAME})")
FIRST_ON = re.compile(rf"\bfirst on ({NAME})")
EDITED_BY = re.compile(
    rf"\b(?:edited|altered|reworked|provided) (?:\w+ ){{0,4}}(?:by|to) (?:the )?({NAME})"
)


def is_outlet_name(phrase: str) -> bool:
    """True for a phrase of capitalised words, one of them a word that outlets and bodies are called by."""
    return _is_name(phrase) and any(
        word in layout.words("masthead", "outlet_words") for word in _words(phrase)
    )


def _words(phrase: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", phrase.lower())


def _is_name(phrase: str) -> bool:
    words = phrase.split()
    if not 1 <= len(words) <= LONGEST_NAME or phrase.lower() in layout.words(
        "masthead", "sections"
    ):
        return False
    if layout.is_kind(phrase) or stamps.is_stamp(phrase) or "#" in phrase:
        return False
    capitals = [word for word in words if word.lower() not in SMALL]
    return bool(capitals) and all(word[0].isupper() or word[0].isdigit() for word in capitals)


def parts(line: str) -> list[str]:
    """The phrases of a masthead line, between bars, dashes, commas and brackets."""
    return [
        part.strip(' .:;,*_#[]()"“”') for part in PARTS.split(line) if part.strip(' .:;,*_#[]()"“”')
    ]


def outlet_in(line: str) -> str | None:
    """The outlet that a line of the masthead names, None where it names none for certain."""
    if len(line.split()) > LONGEST_OUTLET_LINE:
        return None
    issued = ISSUED.search(line)
    if issued:
        return issued[1]
    named = [part for part in parts(line) if is_outlet_name(part)]
    organs = [part for part in named if "government" not in _words(part)]
    return next(iter(organs or named), None)


def is_outlet_line(line: str) -> bool:
    """True for a line that is the outlet's name, alone or with its section, edition or place."""
    phrases = parts(line)
    if (
        not phrases
        or len(line.split()) > LONGEST_OUTLET_LINE
        or (re.search(r"[.!?]$", line)
        and len(phrases) == 1)
    ):
        return False
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

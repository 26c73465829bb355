"""Takes one line of a news text.

Gives what the word lists of `lexicon/en/layout.toml` say of it: advert, teaser list, navigation, notice, byline.
"""

import re
from functools import cache
from typing import Any

from crossread.lexicon import load

LONGEST_ADVERT = 45
"""Words up to which a line that begins like an advert is one; prose paragraphs are longer or say something else."""

LONGEST_BUTTON = 6
"""Words of a button's line."""

LONGEST_CREDIT = 12
"""Words of a credit line: "Edited by …", "Source: …"."""

LONGEST_PROMOTION = 25
"""Words up to which a line that only holds an advert's phrase is one."""

LONGEST_BYLINE = 16
"""Words of a byline."""

LONGEST_HEAD = 3
"""Words of a line that heads a list of numbers: "DEAD", "The missing"."""

SENTENCE = re.compile(r"[a-z]{3}[.!?][\"”)]*$")
"""How a byline does not end."""

LONGEST_TAIL = 16
"""Words of a teaser that stands at the end of a paragraph."""

LONGEST_LABEL = 9
"""Words of a heading that starts a list of teasers."""

LONGEST_SHARE_LINE = 120
"""Characters of a line of share buttons."""

LONGEST_MENU = 300
"""Characters of a navigation line."""

TAIL_WITHIN = 160
"""Characters at the end of a paragraph in which a teaser is looked for."""

LONGEST_SEGMENT = 3
"""Words of one entry of a navigation line."""

EDGE = "[\\s\\[(<>»›«*#_=~|•·—–-]*"
SEGMENTS = re.compile(r"\s*[|·•›»>/]\s*|\s{2,}|\s*▪\s*")
SYMBOLS = re.compile(r"[^\w\s+-]|(?<!\w)[+-](?!\w)")
CLOSERS = " \t:.!*_#=~—–-[]()<>»›"


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = load("layout")[name]
    return table


@cache
def _begins(table: str, key: str) -> re.Pattern[str]:
    return re.compile(f"{EDGE}(?:{'|'.join(_table(table)[key])})", re.IGNORECASE)


@cache
def _holds(table: str, key: str) -> re.Pattern[str]:
    return re.compile("|".join(_table(table)[key]), re.IGNORECASE | re.DOTALL)


@cache
def _whole(table: str, key: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_table(table)[key])})$", re.IGNORECASE)


@cache
def words(table: str, key: str) -> frozenset[str]:
    """A list of the lexicon as a set."""
    return frozenset(_table(table)[key])


def length(line: str) -> int:
    """Words of a line."""
    return len(line.split())


def is_advert(line: str) -> bool:
    """True for adverts, subscription and share lines, teasers, contact lines."""
    count = length(line)
    heading, colon, _ = line.partition(":")
    if colon and count <= LONGEST_ADVERT and is_teaser_heading(heading):
        return True
    return (
        (count <= LONGEST_ADVERT and _begins("boilerplate", "begins").match(line) is not None)
        or (count <= LONGEST_PROMOTION and _holds("boilerplate", "holds").search(line) is not None)
        or (count <= LONGEST_BUTTON and _begins("boilerplate", "buttons").match(line) is not None)
        or _is_teaser(line)
        or is_share(line)
    )


def _is_teaser(line: str) -> bool:
    """True for "READ ALSO: …"; what ends like a sentence is one only when it is short."""
    count = length(line)
    prose = count > LONGEST_LABEL and line.rstrip("\"”’')]").endswith(".")
    return (
        count <= LONGEST_ADVERT
        and not prose
        and _begins("boilerplate", "teasers").match(line) is not None
    )


def is_advert_label(line: str) -> bool:
    """True for the bare word "ADVERTISEMENT" or the like, whose advert follows on the next line."""
    return _whole("boilerplate", "labels").match(line.strip(CLOSERS)) is not None


def sells(line: str) -> bool:
    """True where a line holds a word or sign of selling."""
    return _holds("boilerplate", "selling").search(line) is not None


def is_menu_entry(line: str) -> bool:
    """True for one word of a menu or a share bar that stands on a line of its own."""
    word = line.lower().strip(CLOSERS)
    return word in words("boilerplate", "navigation") or word in words("boilerplate", "share")


def is_teaser_heading(line: str) -> bool:
    """True for the heading of a list of other stories."""
    label = line.strip(CLOSERS)
    return (
        length(label) <= LONGEST_LABEL and _whole("boilerplate", "lists").match(label) is not None
    )


def is_share(line: str) -> bool:
    """True where every word of the line is a share button's."""
    if len(line) > LONGEST_SHARE_LINE:
        return False
    bare = re.sub(r"\d+[:.]\d\d|\d+ ?(?:min|mins|minutes|k)\b", " ", line.lower())
    tokens = SYMBOLS.sub(" ", bare).split()
    return (
        bool(tokens)
        and len(tokens) <= 15
        and all(
            token in words("boilerplate", "share") or token == "text" or token == "size"
            for token in tokens
        )
        and (len(tokens) > 1 or tokens[0] in {"share", "tweet", "print", "advertisement"})
    )


def segments(line: str) -> list[str]:
    """The entries of a line set in columns, crumbs or with bars."""
    return [part for part in SEGMENTS.split(line.strip(CLOSERS)) if part]


def is_navigation(line: str) -> bool:
    """True for a menu or a crumb path: short entries, two or more of them names of sections."""
    if len(line) > LONGEST_MENU:
        return False
    parts = segments(line)
    if len(parts) < 2 or sum(length(part) > LONGEST_SEGMENT for part in parts) > 1:
        return False
    known = sum(part.lower().strip(" .:@") in words("boilerplate", "navigation") for part in parts)
    return known >= 2 and known * 2 >= len(parts)


def tail(line: str) -> int | None:
    """The offset in the line at which a teaser follows the paragraph's last sentence."""
    for match in _holds("boilerplate", "tails").finditer(line, max(0, len(line) - TAIL_WITHIN)):
        before = line[: match.start()].rstrip(" ([")
        if (
            before.endswith((".", "!", "?", ")", "”", '"'))
            and length(line[match.start() :]) <= LONGEST_TAIL
        ):
            return match.start()
    return None


def is_notice(line: str) -> bool:
    """True for reprint notices, agency credits, corrections, disclaimers."""
    count = length(line)
    return count <= LONGEST_ADVERT and (
        _begins("notice", "begins").match(line) is not None
        or (count <= LONGEST_CREDIT and _begins("notice", "credits").match(line) is not None)
        or _holds("notice", "holds").search(line) is not None
    )


def is_reprint(line: str) -> bool:
    """True where a notice says that the text was taken over from somebody else."""
    return _holds("notice", "reprint").search(line) is not None


def is_translated(line: str) -> bool:
    """True where a line of the masthead says that the text was translated."""
    return _holds("notice", "translated").search(line) is not None


def is_byline(line: str) -> bool:
    """True for "By …", "From our correspondent in …" and the like."""
    return (
        length(line) <= LONGEST_BYLINE
        and _begins("masthead", "byline").match(line) is not None
        and SENTENCE.search(line) is None
    )


def counts(line: str) -> bool:
    """True for a line with a number in it, in digits or words: "Wounded: forty" is no byline."""
    words = re.findall(r"[a-z]+", line.casefold())
    return any(map(str.isdigit, line)) or any(word in _number_words() for word in words)


def heads_list(line: str) -> bool:
    """True for a line of few words that heads a list of numbers: "DEAD", "The missing:"."""
    words = re.findall(r"[a-z]+", line.casefold())
    return len(words) <= LONGEST_HEAD and any(word in _list_heads() for word in words)


@cache
def _list_heads() -> frozenset[str]:
    return frozenset(load("layout")["list"]["heads"])


@cache
def _number_words() -> frozenset[str]:
    numbers = load("numbers")
    tables = ("units", "teens", "tens", "hundred", "scales", "packs")
    words = {word for table in tables for word in numbers[table]}
    return frozenset((words | set(numbers["vague"]["plurals"])) - {"one", "single"})


def is_kind(phrase: str) -> bool:
    """True for the bare name of a kind of text: "Press release", "Transcript"."""
    return _whole("masthead", "kinds").match(phrase.strip(CLOSERS)) is not None


def is_no_name(phrase: str) -> bool:
    """True for a heading, a numbered paper, a sitting or an office, which stand where an outlet's name could."""
    return _whole("masthead", "never_names").match(phrase.strip(CLOSERS)) is not None

"""A stretch of a body's name comes in; the whole name that stands there goes out.

A network points at one word: "Defence" of "the Minister of Defence", "hospital" of "the San Rafael hospital".
"""

import re
from functools import cache

from crossread.lexicon import load
from crossread.model.sentence import Parsed

Offsets = tuple[int, int]

WORD = r"(?:[^\W\d_a-z](?:[\w&]|\.(?=\w))*(?:-\w+)*|\w+-[^\W\d_a-z]\w*)"
HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Hon|Rev|Mme)\b"
"""What begins a person's name and ends a body's before it."""

NAME = re.compile(rf"{WORD}(?: (?!{HONORIFIC}){WORD})*")
"""Capitalised words in a row, those behind a hyphen among them ("Rijal al-Karama", "i-DE")."""

LONG = re.compile(rf"{WORD}(?: (?:(?:de|del|dos|da|do|la|los|of|the|al|el|du|des) ){{0,2}}{WORD})*")
"""Such words with the small ones between them ("San Juan de Dios")."""

PORTFOLIO = re.compile(
    r"\b(?i:minist(?:er|ers|ry)|secretar(?:y|iat)|department|directorate|office|bureau|agency|commission)"
    r" (?:of|for) (?:the )?$"
)
"""What stands before the field that a ministry or another office is named by."""


def whole_name(parsed: Parsed, at: Offsets) -> Offsets:
    """The whole of the name that a stretch belongs to; the stretch itself where it belongs to none."""
    text, sentence = parsed.report.text, parsed.sentence_at(at[0])
    words = text[slice(*at)].casefold().split()
    if sentence is None or set(words) & set(load("reporting")["roles"]["nouns"]):
        return at
    first, last = sentence.start, sentence.end
    office = PORTFOLIO.search(text[first : at[0]])
    if office is not None:
        return first + office.start(), at[1]
    if words and words[-1] in body_nouns() and text[slice(*at)].islower():
        return _noun_with_name(text, first, at, last)
    for run in NAME.finditer(text, first, last):
        if run.start() <= at[0] and at[1] <= run.end() and NAME.fullmatch(text[slice(*at)]):
            start = min(run.start() + _small_words_before(run.group()), at[0])
            return _with_owner(text, first, start), _with_field(text, run.end(), last)
    return at


def _with_field(text: str, end: int, last: int) -> int:
    """Where a name ends whose body's noun is followed by what it is on ("African Commission on Human Rights")."""
    if text[:end].rsplit(maxsplit=1)[-1].casefold() not in body_nouns():
        return end
    field = re.compile(rf" (?:on|against) (?:the )?{NAME.pattern}").match(text, end, last)
    return field.end() if field is not None else end


def _noun_with_name(text: str, first: int, at: Offsets, last: int) -> Offsets:
    """A body's common noun with the name before it ("San Rafael hospital"), else behind ("hospital in Rumonge")."""
    before = [run for run in LONG.finditer(text[first : at[0]]) if run.end() == at[0] - first - 1]
    if before and before[0].group().casefold() not in _openers():
        return first + before[0].start() + _small_words_before(before[0].group()), at[1]
    behind = re.compile(rf" (?:(?:in|of) )?(?:the )?(?P<name>{NAME.pattern})").match(
        text, at[1], last
    )
    return (at[0], behind.end()) if behind is not None else at


def _with_owner(text: str, start: int, first: int) -> int:
    """Where a name begins whose body's noun stands before "of" or "for" ("Aga Khan Agency for Habitat")."""
    before = re.search(
        rf"(?P<name>{NAME.pattern}) (?:of|(?P<people>for)) (?:the )?$", text[start:first]
    )
    noun = before["name"].split()[-1].casefold() if before is not None else ""
    people = before is not None and before["people"] and noun.endswith("s") and before.start() > 0
    if before is None or not (noun in body_nouns() or people):
        return first
    return start + before.start() + _small_words_before(before["name"])


def _small_words_before(name: str) -> int:
    """How many letters at a run's beginning are no part of a name: "On Friday " before "SOHR"."""
    words = re.finditer(r"\S+", name)
    return next((word.start() for word in words if word.group().casefold() not in _openers()), 0)


@cache
def _openers() -> frozenset[str]:
    """Capitalised words before a name that are none of it: small ones, weekdays and months."""
    dates = load("dates")
    return frozenset((*load("bodies")["heads"]["openers"], *dates["weekdays"], *dates["months"]))


@cache
def body_nouns() -> frozenset[str]:
    """Nouns that a body's name or description ends with."""
    heads = load("bodies")["heads"]
    return frozenset(
        word for name in ("organs", "societies", "offices", "nouns") for word in heads[name]
    )

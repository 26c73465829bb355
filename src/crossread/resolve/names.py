"""Names as texts spell them come in; folded keys, initials and spelling kinship go out."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from crossread.lexicon import load

CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
WORD = rf"{CAPITAL}[\w’'&-]*"
SAINT = r"(?:St\.\s)?"
"""What begins a saint's house and has a stop within the name ("St. Elias Hospital")."""
SMALL = r"(?:of|for|the|and|de|del|la|du|des|al|on|in|y|et|d’|&)"
LONG_NAME = rf"{WORD}(?:(?:[ \n]{SMALL}){{0,3}}[ \n]{WORD}){{1,9}}"
ACRONYM = (
    rf"(?:{CAPITAL}{{2,}}s?(?:-?\d+|-{CAPITAL}+)?"  # SDF, NGOs, SPNH-17, IS-K, e-ON, MoPH, M23, U.N.
    rf"|[a-z]-{CAPITAL}{{2,}}|{CAPITAL}[a-z]{{1,2}}{CAPITAL}{{2,}}|{CAPITAL}\d+|(?:{CAPITAL}\.){{2,}})"
)
_PARTICLE = r"(?:al|el|bin|ibn|de|van|von|der|du|la)(?=\s)"
PERSON = rf"{CAPITAL}[\w’'-]+(?:\s(?:{CAPITAL}\.|{_PARTICLE}|(?:[ae][a-z]{{1,2}}-)?{CAPITAL}[\w’'-]+)){{1,3}}"

# Two spellings of one transliterated name differ in a letter or two; below this two names are two names. Measured on
# pairs like Hasakah/Hasaka (93), Espérance/Esperance (100 after folding), North/South Kivu (74).
SPELLING_KIN = 92.0
SHORTEST_KIN = 6

CALENDAR = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
"""Days and months, which no body's name goes on with."""
OF_A_DAY = re.compile(rf"^(?:{CALENDAR})[’']s\s(?=\S)")
"""A day as what a body's paper is of ("Tuesday's government inquiry"), no part of its name."""
HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Hon|Rev|Mme)\b"
"""What stands before a person's name and ends a place's or a body's before it ("mayor of Bellmar Ms. Lin")."""

ALSO_FOLDED = {"i": "İı", "k": "\N{KELVIN SIGN}", "s": "ſ"}
"""Letters that a pattern in either case takes for a letter beside its capital."""
_ARTICLES = re.compile(r"^(?:the|a|an|al|el|its|his|her|their|our)\s+")
_OPPOSITES = (
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"},
    {"first", "second", "third"},
)


PATRON = re.compile(
    rf"\b\w[\w.]*-(?:backed|led|run|based|supported|allied|aligned|controlled|funded)\s(?={CAPITAL})"
)
"""Whose support a body has, said before its name and no part of it."""

KEPT = 1 << 15
"""Names whose folded forms are kept at a time: those of the registers and of one event's texts."""
WRAPPED = 60
"""A line of so many letters that ends without a stop goes on in the next: the text is wrapped, names run across."""


def without_opener(name: str) -> str:
    """A name without the capitalised small words that open its sentence ("But Bay Table")."""
    openers = load("bodies")["heads"]["openers"]
    while " " in name and name.split()[0].casefold() in openers:
        name = name.split(maxsplit=1)[1]
    return name


def unwrapped(text: str) -> str:
    """The text with wrapped lines joined by a space; every offset stays what it was."""
    lines = text.split("\n")
    joined = lines[0]
    for before, line in pairwise(lines):
        wraps = len(before) >= WRAPPED and before[-1:] not in '.!?:;|”"' and line[:1].isalnum()
        joined += (" " if wraps else "\n") + line
    return joined


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of the language's words, compiled once: what `re` keeps, the patterns of an event's names push out."""
    return re.compile(pattern, flags)


def in_either_case(words: Iterable[str]) -> str:
    """Words in small letters as one alternation in either case, the longest first of those with one first letter.

    By first letters most are passed over at once, which `re` does of itself only where case tells.
    """
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter[word[0]].append(re.escape(word[1:]))
    return "|".join(
        rf"[{letter}{letter.upper()}{ALSO_FOLDED.get(letter, '')}](?i:{'|'.join(rest)})"
        for letter, rest in sorted(by_letter.items())
    )


@lru_cache(maxsize=KEPT)
def fold(name: str) -> str:
    """A name without case, diacritics, dots, possessives, hyphens, leading articles and patrons ("US-backed X")."""
    plain = unicodedata.normalize("NFKD", PATRON.sub("", name))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = plain.replace("’", "'").replace("ı", "i").casefold()
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?!\w)", "", plain)
    plain = re.sub(r"'s?(?=\W|$)", " ", plain)
    plain = " ".join(re.sub(r"[^\w]+", " ", plain.replace("'", "")).split())
    while (shorter := _ARTICLES.sub("", plain)) != plain:
        plain = shorter
    return plain


def initials(name: str) -> str:
    """The first letters of a name's capitalised words, as an acronym would have them."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper()).upper()


def first_letters(name: str) -> set[str]:
    """The letters that an acronym of a name can begin with."""
    words = re.findall(r"\w+", name)
    capitals = [word for word in words if word[:1].isupper()]
    return {initials(name)[:1], *(word.upper()[:1] for word in (*words[:1], *capitals[:1]))}


def abbreviates(acronym: str, name: str) -> bool:
    """Whether an acronym can stand for a name: its letters are the name's initials, small words left out or not."""
    letters = re.sub(r"[^A-Z]", "", acronym.upper())
    every = "".join(word[0] for word in re.findall(r"\w+", name)).upper()
    return len(letters) >= 2 and (
        letters == initials(name) or letters == every or is_subsequence(letters, name)
    )


def is_subsequence(letters: str, name: str) -> bool:
    """Whether the letters come in order in the name, each at a word's start or, once a word began, within it."""
    words = [word.upper() for word in re.findall(r"\w+", name) if word[:1].isupper()]
    if not words or letters[:1] != words[0][:1] or len(letters) > 2 * len(words):
        return False
    starts = 0
    position = 0
    for word in words:
        if position < len(letters) and word[0] == letters[position]:
            starts, position = starts + 1, position + 1
    return position == len(letters) and starts == len(letters)


_SOUNDS = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("w", "u"), ("o", "u"), ("e", "i"), ("y", "i"), ("q", "k"), ("c", "k"),
)  # fmt: skip


@lru_cache(maxsize=KEPT)
def skeleton(folded: str) -> str:
    """A folded name by its sounds, alike for spellings of one foreign name ("Nao", "Naw"; "Hasaka", "Hasakah")."""
    plain = re.sub(r"h\b", "", folded)
    for written, sound in _SOUNDS:
        plain = plain.replace(written, sound)
    return re.sub(r"(.)\1", r"\1", plain)


def kin(left: str, right: str) -> bool:
    """Whether two folded names can be spellings of one: near in letters, same numbers, no opposed words."""
    if left == right:
        return True
    short = len(left) < SHORTEST_KIN or len(right) < SHORTEST_KIN
    if short or left.count(" ") != right.count(" "):
        return False
    if fuzz.ratio(left, right) < SPELLING_KIN and skeleton(left) != skeleton(right):
        return False
    words, others = set(left.split()), set(right.split())
    opposed = any((words - others) & group or (others - words) & group for group in _OPPOSITES)
    return not opposed and re.findall(r"\d+", left) == re.findall(r"\d+", right)

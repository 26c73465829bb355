"""A body's name with a person of it comes in ("Reis of the Bay Institute"); the name that is the body's goes out."""

import re
from functools import cache

from crossread.lexicon import load
from crossread.resolve.concordance import concordance
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, fold
from crossread.resolve.register import register

LONGEST_PERSON = 4
"""Words in the longest person's name, titles among them."""
TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "professor", "sister", "father", "fr", "rev", "sheikh"}
)
"""Titles before a name that tell of no body."""
HOUSES = frozenset(
    {"state", "side", "press", "statement", "government", "regime", "presidency", "team", "chamber"}
)
"""Words of the list for roles that are no person's title."""
FIRST = re.compile(rf"\b(?!(?:The|St|Saint|In|At|On|And|But)\b){CAPITAL}[a-zß-ÿ’'-]+\.? \Z")
"""A first name or a title right before a surname."""
NO_OWNER = re.compile(rf"\b(?![’']s\s{CAPITAL})")
"""Behind a surname whose bearer owns no other name."""
_PERSONS_WORD = re.compile(rf"{CAPITAL}[\w’'-]*\.?|al-{CAPITAL}[\w’'-]+")


def without_person(name: str, whole: str) -> str:
    """A body's name without the person who stands before it, behind it, or as its owner."""
    bare = without_titled(name)
    owner, owned, house = bare.replace("’", "'").partition("'s ")
    if owned and has_noun(owner) and is_called_person(house.split()):
        return bare[: len(owner)]  # "the Front's Suba"
    named = is_called_person(owner.split()) and is_surname(owner, whole)
    if owned and has_noun(house) and named:
        return bare[len(owner) + len(owned) :]  # "Ghazi's Documentation Network"
    match = re.fullmatch(r"(?P<who>.+?),?\s(?:of|for|from)\s(?:the\s)?(?P<body>.+)", bare)
    if match is None or not is_called_person(match["who"].split()):
        return bare
    if " " in match["who"]:
        known = stands_alone(match["body"])
    else:
        strange = not match["body"].split()[-1].islower() and is_strange(match["who"], whole)
        known = is_surname(match["who"], whole) or (has_noun(match["body"]) and strange)
    return match["body"] if known else bare


def without_titled(name: str) -> str:
    """A body's name without the title and the person behind it ("Bay Hospital Dr Ana Reis")."""
    words = name.split()
    for index in range(2, len(words) - 1):
        person = words[index + 1 :]
        if is_title(words[index].rstrip(".")) and is_called_person(person):
            body = " ".join(words[:index])
            if has_noun(body):
                return re.sub(r"[’']s$", "", body)
    return name


def has_noun(words: str) -> bool:
    """Whether a body's noun is among the words."""
    return bool(set(fold(words).split()) & bodies())


def stands_alone(words: str) -> bool:
    """Whether words are a body's name without more: one with a body's noun, or a known one."""
    return has_noun(words) or fold(words) in register().party_of


def is_called_person(words: list[str]) -> bool:
    """Whether words can be a person's name: capitalised, few, and none of them a body's, a people's or a small word."""
    taken = bodies() | heads("people") | heads("followers") | heads("crowd") | heads("workers")
    taken |= heads("not_persons") | heads("of_people") | heads("grounds") | heads("sovereign")
    return (
        0 < len(words) <= LONGEST_PERSON
        and all(_PERSONS_WORD.fullmatch(word) for word in words)
        and not {fold(word) for word in words} & taken
        and not is_title(words[-1])
    )


def is_surname(word: str, whole: str) -> bool:
    """Whether a word stands in the texts behind a first name or a title ("Fadel Ghazi", "Mr Ghazi")."""
    return " " not in word and concordance(whole).follows(word, FIRST, behind=NO_OWNER)


def is_strange(word: str, whole: str) -> bool:
    """Whether a capitalised word stands nowhere in small letters, as a surname does not, and is no plural."""
    return not word.endswith("s") and re.search(rf"\b{re.escape(word.lower())}\b", whole) is None


def is_title(word: str) -> bool:
    """Whether a word is a title or a role before a person's name."""
    return fold(word) in titles()


@cache
def titles() -> frozenset[str]:
    """Titles and roles of persons."""
    roles = heads("roles") - HOUSES
    return roles | heads("holders") | TITLES | offices() | {"mp", "mps"}


@cache
def offices() -> frozenset[str]:
    """Titles that tell of an office or a rank."""
    table = load("offices")
    return frozenset(fold(one) for key in ("titles", "short_titles") for one in table[key])


@cache
def bodies() -> frozenset[str]:
    """Nouns of bodies."""
    return heads("nouns") | heads("organs") | heads("societies") | heads("name_nouns")

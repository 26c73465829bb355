"""The texts and the directory come in; lands that no register has, told by name and adjective, are entered in it.

"Ruvia" and "the Ruvian army": a name of which things are said to be "in", with an adjective made of it. A land with an
army, a government or ministers of its own is a state for all that the texts know.
"""

import re
from collections.abc import Iterator
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.directory import Directory
from crossread.resolve.gazetteer import common_words, state_of
from crossread.resolve.homes import organ_behind
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, fold
from crossread.resolve.register import register

ENDINGS = ("n", "an", "ian", "ish", "i", "ese", "ite")
"""How English makes an adjective of a land's name, its last vowel on or off."""
SHORTEST = 4
"""Letters in the shortest such name; shorter ones begin too many words."""


def enter_territories(directory: Directory, whole: str) -> None:
    """Enter every unregistered land with its adjective and people."""
    words = set(re.findall(rf"(?<![\w’'-])({CAPITAL}[a-zß-ÿ]{{3,}})(?![\w-])", whole))
    for name in sorted(words):
        found = sorted(words & set(adjectives(name)))
        if not found or len(name) < SHORTEST or not is_unknown(directory, name):
            continue
        found = [one for one in found if is_unknown(directory, one) and is_adjective(one, whole)]
        if not found or not is_land(name, whole):
            continue
        party = Party(name, kind="state" if governs([name, *found], whole) else "organ")
        for spelled in (name, *found, *(f"{one}s" for one in found)):
            directory.enter(spelled, party, f"{found[0]} is of {name}" if spelled != name else "")


def adjectives(name: str) -> Iterator[str]:
    """The adjectives that a land's name can have ("Ruvia": "Ruvian"; "Keld": "Keldish")."""
    stems = {name, name.rstrip("aeiou")}
    for stem in stems:
        for ending in ENDINGS:
            if f"{stem}{ending}" != name and not (ending == "n" and name[-1] not in "aeiou"):
                yield f"{stem}{ending}"


def is_unknown(directory: Directory, word: str) -> bool:
    """Whether a word is no party's, capital's or common word's name."""
    key = fold(word)
    return (
        key not in directory.by_name
        and key not in register().capitals
        and key not in common_words()
    )


def is_land(name: str, whole: str) -> bool:
    """Whether a name stands as a place's or a state's: behind "in", as an owner, never as a person's part."""
    spelled = re.escape(name)
    lies = (
        rf"\b(?:[Ii]n|[Aa]cross|[Ff]rom|of|to|throughout)\s{spelled}(?![\w-]|\s{CAPITAL})"
        rf"|(?<![\w’'-]){spelled}[’']s?\s(?:[a-z]|(?:{ranks()})\b)"
    )
    person = re.search(
        rf"\b(?!(?i:{small_words()})\b){CAPITAL}[a-z]+\s{spelled}(?![\w-])|(?<![\w’'-]){spelled}\s{CAPITAL}[a-z]+\s(?:said|told)",
        whole,
    )
    return re.search(lies, whole) is not None and person is None


@cache
def ranks() -> str:
    """Titles of those who speak for a land, as one alternation ("Ruvia's Brigadier Amin")."""
    return "|".join(sorted({word.title() for word in load("offices")["titles"]}))


@cache
def small_words() -> str:
    """Capitalised words before a name that are no first name, as one alternation ("On 21 June Ruvia's …")."""
    dates = load("dates")
    words = heads("openers") | {"across", "throughout", "of"}
    return "|".join(sorted({*words, *dates["months"], *dates["weekdays"]}))


def is_adjective(word: str, whole: str) -> bool:
    """Whether a word stands before a small noun, as an adjective does, and behind no first name."""
    person = re.search(rf"(?<=[a-z,] ){CAPITAL}[a-z]+\s{re.escape(word)}(?![\w-])", whole)
    return (
        person is None
        and re.search(
            rf"(?<![\w’'-]){re.escape(word)}\s(?!(?:said|told|says|and|in|of|on|at|was|has|had)\b)[a-z]+",
            whole,
        )
        is not None
    )


def governs(names: list[str], whole: str) -> bool:
    """Whether a land has a government's organs, and is no place that the gazetteer knows in a state."""
    if state_of(names[0]) is not None:
        return False
    spelled = "|".join(map(re.escape, names))
    own = rf"(?<![\w’'-])(?:{spelled}){organ_behind()}"
    troops = rf"(?<![\w’'-])(?:{spelled})(?:[’']s)?\s(?:soldiers|troops|servicemen|forces|nationals|citizens)\b"
    officials = "|".join(sorted(heads("sovereign")))
    return any(
        re.search(one, whole) for one in (own, troops, rf"\b(?i:{officials})\sof\s(?:{spelled})\b")
    )

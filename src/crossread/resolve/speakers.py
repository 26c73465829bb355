"""A speaker's or a counted side's words come in; the one party they stand for goes out, or None."""

import re
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.directory import Directory
from crossread.resolve.names import fold
from crossread.resolve.register import register

LONGEST_NAME = 9
"""Words in the longest name looked up inside a phrase; the longest names of UN offices have nine."""


@cache
def heads(section: str) -> frozenset[str]:
    """A list of head words, folded."""
    return frozenset(fold(word) for word in load("bodies")["heads"][section])


def speaker_party(directory: Directory, words: str | None) -> Party | None:
    """The party that a speaker's words stand for: the body itself, a person's body, or the body in the phrase."""
    if not words:
        return None
    exact = directory.party(words) or person_party(directory, words)
    if exact is not None:
        return exact
    capital = register().capitals.get(fold(words))
    return capital or body_in(directory, words)


def person_party(directory: Directory, words: str) -> Party | None:
    """The party of a person whose name ends the words ("Mr. Hanna", "spokesman Farhad Shami")."""
    tokens = fold(words).split()
    for start in range(len(tokens)):
        name = directory.persons.get(" ".join(tokens[start:]))
        if name is not None:
            return directory.party(name)
    return None


def body_in(directory: Directory, phrase: str) -> Party | None:
    """The body named in a phrase with a role ("head of the SDF's media center"), the first where there are several."""
    tokens = fold(phrase).split()
    if not tokens or tokens[-1] in heads("crowd") or tokens[0] in heads("crowd"):
        return None
    local = any(token in heads("local") for token in tokens)
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + LONGEST_NAME), start, -1):
            party = directory.by_name.get(" ".join(tokens[start:end]))
            if party is None:
                continue
            if local and party.kind == "state":
                return None
            return party
    return state_organ(directory, tokens)


def state_organ(directory: Directory, tokens: list[str]) -> Party | None:
    """The event's own state, for an organ named without its state ("the army", "the justice ministry")."""
    if any(token in heads("local") for token in tokens):
        return None
    said = " ".join(tokens)
    for capital, party in register().capitals.items():
        if f" {capital}" in f" {said}" and any(organ in said for organ in heads("organs")):
            return party
    if any(said.endswith(organ) or f"{organ} " in said for organ in heads("organs")):
        return directory.home
    return None


def counted_party(directory: Directory, words: str | None) -> Party | None:
    """The party that counted people belong to, by the words that name it ("Colombian", "SDF fighters")."""
    if not words:
        return None
    exact = directory.party(words)
    return exact or body_in(directory, words)


def is_capitalised(words: str) -> bool:
    """Whether words are a proper name."""
    return re.match(r"(?:[Tt]he\s)?[A-ZÀ-Þ]", words) is not None

"""Examples come in; the same examples with some of their names and small numbers exchanged go out."""

import random
from dataclasses import replace

from decision_data import Example

KEPT = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "The",
        "This",
        "That",
        "These",
        "Those",
        "And",
        "But",
        "For",
        "With",
        "From",
        "After",
        "Before",
    ]
)
"""Capitalised words that are no names to be exchanged."""


def names_in(examples: list[Example]) -> list[str]:
    """The capitalised words of the texts that stand inside a sentence: names, to be put in each other's places."""
    found = {w for e in examples for w in e.candidates.words if _is_name(w)}
    low = {w for e in examples for w in e.candidates.words if w.islower()}
    return sorted(w for w in found if w.casefold() not in low)


def _is_name(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and word.isalpha() and word not in KEPT


def renamed(example: Example, names: list[str], chance: random.Random) -> Example:
    """The report with some of its names and numbers changed throughout, so that no name is learnt by heart."""
    known = set(names)
    share = chance.choice((0.0, 0.5, 0.9))
    given: dict[str, str] = {}
    words = []
    for word in example.candidates.words:
        if word not in given:
            given[word] = word
            if word in known and chance.random() < share:
                alike = chance.choice(names)
                given[word] = alike.upper() if word.isupper() else alike
            elif word.isdigit() and len(word) < 4 and chance.random() < share / 2:
                given[word] = str(chance.randrange(2, 10 ** len(word)))
        words.append(given[word])
    return replace(example, candidates=replace(example.candidates, words=tuple(words)))

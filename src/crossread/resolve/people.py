"""The directory and the texts come in; each person's names, titles before them or not, go out with the person's body.

A surname that two persons of two bodies bear is nobody's.
"""

import re
from collections.abc import Iterator
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.directory import Directory
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, fold
from crossread.resolve.organs import voice

HONORIFICS = ("Dr", "Mr", "Mrs", "Ms", "Prof", "Professor", "Sister", "Father", "Sheikh", "Rev")
"""Titles that tell of no body."""
_NAME = re.compile(rf"(?<![\w’'-]){CAPITAL}[\w’'-]*\w(?:\s(?:{CAPITAL}\.|(?:al|de|van|bin)(?=\s)|{CAPITAL}[\w’'-]*\w)){{0,3}}")


def persons_in(directory: Directory, text: str) -> Iterator[tuple[str, Party]]:
    """Each known person's name in a text, alone and with the titles before it, with his or her body."""
    bodies = {**directory.officers, **directory.persons}
    for match in _NAME.finditer(text):
        words = match[0].split()
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                name = re.sub(r"[’']s?$", "", " ".join(words[start:end]))
                body = bodies.get(fold(name))
                if body is None or fold(name) in directory.by_name:
                    continue
                party = voice(directory, directory.called(body))
                yield name, party
                at = match.start() + text[match.start() :].find(words[start])
                for title in titles_before(text, at):
                    yield f"{title} {name}", party


def titles_before(text: str, at: int) -> Iterator[str]:
    """The titles that end right before an offset, the shortest first."""
    before = re.search(rf"(?:(?<![\w’'-])(?:{titles()})\.?\s){{1,3}}$", text[max(0, at - 60) : at])
    if before is not None:
        words = before[0].split()
        for start in range(len(words) - 1, -1, -1):
            yield " ".join(words[start:])


@cache
def titles() -> str:
    """Words that stand before a person's name, as one alternation."""
    table = load("offices")
    words = {*table["titles"], *heads("roles"), *heads("holders"), *heads("people")}
    spelled = {
        one for word in words for one in (word, word.capitalize(), word.title())
    } | {*table["short_titles"], *HONORIFICS}
    return "|".join(sorted(map(re.escape, spelled), key=lambda word: (-len(word), word)))

"""The directory and the texts come in; each person's names, titles before them or not, go out with the person's body.

A surname that two persons of two bodies bear is nobody's.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.concordance import concordance
from crossread.resolve.directory import Directory
from crossread.resolve.edges import NAMED, NOT_JOINED_BEFORE, NOT_JOINED_BEHIND
from crossread.resolve.gazetteer import state_of
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, compiled, fold
from crossread.resolve.organs import voice

HONORIFICS = ("Dr", "Mr", "Mrs", "Ms", "Prof", "Professor", "Sister", "Father", "Sheikh", "Rev")
"""Titles that tell of no body."""
_NAME = re.compile(
    rf"(?<![\w’'-]){CAPITAL}[\w’'-]*\w(?:\s(?:{CAPITAL}\.|(?:al|de|van|bin)(?=\s)|{CAPITAL}[\w’'-]*\w)){{0,3}}"
)


OFFICE_BACK = 110
"""Letters before and behind a name in which the office stands that a text gives it."""


def persons_in(
    directory: Directory, text: str, heard: Mapping[str, Party]
) -> Iterator[tuple[str, Party]]:
    """Each known person's name in a text, alone and with the titles before it, with his or her body."""
    bodies = {**directory.officers, **directory.persons}
    for match in _NAME.finditer(text):
        words = match[0].split()
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                name = re.sub(r"[’']s?$", "", " ".join(words[start:end]))
                body = bodies.get(fold(name))
                party = voice(directory, directory.called(body)) if body else heard.get(fold(name))
                if party is None or fold(name) in directory.by_name:
                    continue
                yield name, party
                at = match.start() + text[match.start() :].find(words[start])
                for title in titles_before(text, at):
                    yield f"{title} {name}", party
                for office in offices_beside(text, at, at + len(name)):
                    yield office, party
                for behind in concordance(text).after(name, bodies_of_persons()):
                    yield f"{name}{behind[0]}", party


def holder(directory: Directory, phrase: str, text: str) -> Party | None:
    """The body of the one person whose name stands behind an office wherever a text has it ("Interior Minister X")."""
    texts = concordance(text)
    said = list(texts.after(phrase, NOT_JOINED_BEHIND, ahead=NOT_JOINED_BEFORE))
    named = [match[1] for match in texts.after(phrase, NAMED, ahead=NOT_JOINED_BEFORE)]
    found = {
        party
        for words in named
        for end in range(len(words.split()), 0, -1)
        if (party := directory.persons.get(fold(" ".join(words.split()[:end]))))
    }
    if not said or len(said) != len(named) or len(found) != 1:
        return None
    return voice(directory, directory.called(found.pop()))


@cache
def bodies_of_persons() -> re.Pattern[str]:
    """Nouns of bodies behind the name of who leads them ("Silva's collective")."""
    nouns = (heads("nouns") | {"office", "ministry", "team", "organisation"}) - {
        "party",
        "army",
        "police",
        "force",
        "forces",
    }
    noun = "|".join(sorted(map(re.escape, nouns), key=lambda word: (-len(word), word)))
    return re.compile(rf"[’']s?\s(?:{noun})\b")


def titles_before(text: str, at: int) -> Iterator[str]:
    """The titles that end right before an offset, the shortest first."""
    before = compiled(rf"(?:(?<![\w’'-])(?:{titles()})\.?\s){{1,3}}$").search(
        text[max(0, at - 60) : at]
    )
    if before is not None:
        words = before[0].split()
        for start in range(len(words) - 1, -1, -1):
            yield " ".join(words[start:])


def offices_beside(text: str, at: int, end: int) -> Iterator[str]:
    """The office in small letters that a text gives a name between commas, before it or behind."""
    office = rf"(?P<office>(?:[a-z’'-]+\s){{0,3}}(?:{offices()}))"
    behind = compiled(
        rf",\s(?:(?:the|an?|its|their|our)\s)?{office}(?=[,.;:]|\s(?:of|for)\s)"
    ).match(text[end : end + OFFICE_BACK])
    before = compiled(
        rf"(?:^|\s)(?:the|its|their|our)\s{office},?\s(?:(?:{titles()})\.?\s)?(?:{CAPITAL}[\w’'.-]*\s){{0,2}}$"
    ).search(text[max(0, at - OFFICE_BACK) : at])
    for match in (behind, before):
        if match is not None:
            yield match["office"]


@cache
def offices() -> str:
    """Words for who holds an office, as one alternation."""
    words = {*load("offices")["titles"], *heads("roles"), *heads("holders")}
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@cache
def titles() -> str:
    """Words that stand before a person's name, as one alternation."""
    table = load("offices")
    words = {*table["titles"], *heads("roles"), *heads("holders"), *heads("people")}
    spelled = {one for word in words for one in (word, word.capitalize(), word.title())} | {
        *table["short_titles"],
        *HONORIFICS,
    }
    return "|".join(sorted(map(re.escape, spelled), key=lambda word: (-len(word), word)))


def is_surname(name: str, directory: Directory) -> bool:
    """Whether a single capitalised word behind a title can be a person's name: no noun of bodies, no known name."""
    word = fold(name)
    taken = heads("nouns") | heads("roles") | heads("holders") | heads("sovereign") | heads("local")
    return len(word) > 1 and word not in taken | heads("not_persons") | set(directory.by_name)


def is_person(name: str, directory: Directory) -> bool:
    """Whether a capitalised name can be a person's: no body's noun, no day, no small word, no known name in it."""
    words = name.split()
    folded = [fold(word) for word in words]
    taken = heads("nouns") | heads("roles") | heads("sovereign") | heads("not_persons")
    return (
        not any(word in taken or word in directory.by_name for word in folded if word)
        and words[0].casefold() not in heads("not_persons")
        and directory.party(name) is None
        and state_of(name) is None
        and not any("-led" in word or "-backed" in word for word in words)
    )

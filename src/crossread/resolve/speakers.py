"""A speaker's or a counted side's words come in; the one party they stand for goes out, or None."""

import re

from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.directory import Directory, states_in
from crossread.resolve.hits import tokens_of, written_as_name
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, compiled, fold, kin
from crossread.resolve.people import titles
from crossread.resolve.phrase import (
    COUNTING,
    ON_THE_SCENE,
    body_of,
    ministries,
    organ_kind,
    organ_of,
)
from crossread.resolve.register import register, small_names

PLAIN = frozenset({"army", "police"})
"""Nouns that are short for a state's organ, never for a body with a name ("the Freedom Army")."""

DESK = re.compile(
    r"[’']s\s(?:press\s)?(?:office|team|staff|department|secretariat|service|aides?|deputy|spokes\w+)$"
)
"""What speaks for the person who owns it ("Reis's office")."""
OWNED = re.compile(
    r"(?i:his|her)\s(?:own\s)?(?:office|government|administration|cabinet|ministry|department|staff|secretariat|spokes\w+)"
)
OWNER_BACK = 400
"""Letters before "her government" in which the person is named whose it is."""


def speaker_party(
    directory: Directory, words: str | None, report: Report | None = None, *, sentence: str = ""
) -> Party | None:
    """The party that a speaker's words stand for: the body itself, a person's body, or the body in the phrase."""
    if not words:
        return None
    if fold(words) in heads("first_person") and not words.isupper():
        return outlet_party(directory, report)
    exact = named_party(directory, words) or person_party(directory, words)
    if exact is not None:
        return exact
    home = directory.home_in(sentence, report)
    filed = directory.filed_in(report)
    own = filed is not None and filed.name in {state.name for state in states_in(sentence)}
    if own or organ_kind(tokens_of(words)) == "foreign ministry":
        home = filed or home  # "LORVO - Two Norran soldiers died in Ruvia, the army said"
    return (
        told_organ(words, report)
        or the_ministry(directory, words, report, home)
        or register().capitals.get(fold(words))
        or body_of(words, directory.by_name, home, directory.scene_of(report, sentence))
        or described(directory, words, report)
        or officer_party(directory, words)
    )


def named_party(directory: Directory, words: str) -> Party | None:
    """The party that goes by exactly these words, written as a name where they are short."""
    bare = re.sub(r"^(?:[Tt]he|THE|[Aa]n?)\s", "", words.strip())
    if not bare or not (written_as_name(bare.split()) or bare in small_names() | directory.small):
        return None
    return directory.party(bare)


def person_party(directory: Directory, words: str) -> Party | None:
    """The party of a person whose name ends the words ("spokesman Farhad Shami"), or whose desk they are."""
    words = DESK.sub("", words)
    tokens = fold(words).split()
    for start in range(len(tokens)):
        name = directory.persons.get(" ".join(tokens[start:]))
        if name is not None:
            return None if is_namesake(directory, words) else directory.called(name)
    return None


def owner_before(directory: Directory, claim: Claim, report: Report) -> Party | None:
    """The party of the person named last before "her government" or "his office"."""
    if claim.source_at is None or not OWNED.fullmatch(claim.source or ""):
        return None
    before = report.text[max(0, claim.source_at[0] - OWNER_BACK) : claim.source_at[0]]
    named = [
        match[0] for match in re.finditer(rf"{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)*", before)
    ]
    found = (person_party(directory, name) for name in reversed(named))
    return next(filter(None, found), None)


def is_namesake(directory: Directory, words: str) -> bool:
    """Whether a name is another bearer's of a surname that is known with first names ("Omar Sand", not "Ana Sand")."""
    names = [word for word in words.split() if is_capitalised(word)]
    title = compiled(rf"(?:{titles()})\.?")
    firsts = {fold(word) for word in names[:-1] if not title.fullmatch(word)}
    known = (
        {
            first
            for name in directory.persons
            if name.endswith(f" {fold(names[-1])}")
            for first in name.split()[:-1]
        }
        if names
        else set()
    )
    if not firsts or not known or {first[0] for first in firsts if len(first) == 1}:
        return False
    return not any(kin(first, one) for first in firsts for one in known)


def officer_party(directory: Directory, words: str) -> Party | None:
    """The office or organ of a person of whom nothing but a title is told ("Inspector Lund")."""
    tokens = fold(words).split()
    for start in range(len(tokens)):
        name = directory.officers.get(" ".join(tokens[start:]))
        if name is not None:
            return directory.called(name)
    return None


def housed_body(directory: Directory, words: str) -> str | None:
    """The body in small letters of the person whose name ends the words ("Lanik", of the mountain rescue service)."""
    tokens = fold(words).split()
    names = (directory.housed.get(" ".join(tokens[start:])) for start in range(len(tokens)))
    return next(filter(None, names), None)


def outlet_party(directory: Directory, report: Report | None) -> Party | None:
    """The outlet or body whose text it is, for "we" and "our reporter"."""
    if report is None or not report.outlet:
        return None
    return directory.party(report.outlet) or Party(report.outlet)


def told_organ(words: str, report: Report | None) -> Party | None:
    """The one state's organ that a bare organ ("the foreign ministry") goes back to, named with its state before."""
    bare = re.sub(r"^(?:[Tt]he|THE)\s", "", words.strip())
    kind = organ_kind(tokens_of(bare))
    if (
        report is None
        or kind is None
        or kind in ON_THE_SCENE
        or fold(bare) in PLAIN
        or any(states_in(bare))
    ):
        return None
    before = rf"((?:{CAPITAL}[\w-]+\s)?{CAPITAL}[\w-]+)(?:[’']s?)?\s(?i:{re.escape(bare)})\b"
    named = {
        party.name: party
        for match in re.finditer(before, report.text)
        for part in (match[1], match[1].split()[-1])
        if (party := register().party_of.get(fold(part))) is not None and party.kind == "state"
    }
    return organ_of(next(iter(named.values())), [bare]) if len(named) == 1 else None


def the_ministry(
    directory: Directory, words: str, report: Report | None, home: Party | None
) -> Party | None:
    """The one ministry that a report, else the set, names for "the ministry"; of several the one that counts people."""
    if report is None or home is None or fold(words) not in {"ministry", "minister"}:
        return None
    kinds = (ministries(report.text) & COUNTING) or (directory.ministries & COUNTING)
    return organ_of(home, [next(iter(kinds))]) if len(kinds) == 1 else None


def described(directory: Directory, words: str, report: Report | None) -> Party | None:
    """The one party whose name has the head noun of a bare description ("the Observatory"), in the report or at all."""
    bare = fold(words)
    if report is None or len(bare.split()) != 1 or bare not in heads("nouns") - PLAIN:
        return None
    text = f" {fold(report.text)} "
    fitting = {
        key: directory.by_name[key].name
        for key in directory.mentioned
        if bare in key.split() and key != bare
    }
    here = {name for key, name in fitting.items() if f" {key} " in text}
    names = here or (set(fitting.values()) if bare in heads("telling") else set())
    return directory.called(next(iter(names))) if len(names) == 1 else None


def counted_party(
    directory: Directory, words: str | None, report: Report | None = None, *, sentence: str = ""
) -> Party | None:
    """The party that counted people belong to, by the words that name it ("Colombian", "SDF fighters")."""
    if not words:
        return None
    return (
        named_party(directory, words)
        or body_of(
            words,
            directory.by_name,
            directory.home_in(sentence, report),
            directory.scene_of(report, sentence),
        )
        or register().capitals.get(fold(words))
    )


def is_capitalised(words: str) -> bool:
    """Whether words are a proper name."""
    return re.match(r"(?:[Tt]he\s)?[A-ZÀ-Þ]", words) is not None

"""The texts and the directory come in; bodies that the texts name without anybody speaking for them are entered.

Shorter forms of one body's name ("the Platform", "Saint Anne hospital") are joined with the one longer name they fit.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.concordance import concordance
from crossread.resolve.directory import Directory
from crossread.resolve.edges import ARTICLE, of_person
from crossread.resolve.gazetteer import common_words, state_of
from crossread.resolve.holders import without_person
from crossread.resolve.houses import heads
from crossread.resolve.names import (
    ACRONYM,
    CALENDAR,
    CAPITAL,
    SAINT,
    compiled,
    fold,
    without_opener,
)
from crossread.resolve.phrase import body_of, organ_kind
from crossread.resolve.portfolios import ministry
from crossread.resolve.register import register
from crossread.resolve.turns import is_only_shouted

LIES_OFTEN = 2
"""A name in which texts say so often that things are is a town's, not the short form of its hospital's."""
HEADLINE = 0.6
"""A line with this share of capitalised words is set like a headline: capitals tell no names there."""
SMALL = frozenset({"of", "for", "the", "and", "in", "de", "del", "la", "du", "des"})


def enter_letters(directory: Directory, whole: str) -> None:
    """Enter acronyms that are used like a body's name: with "the", or before its people ("M23 rebels")."""
    people = "|".join(
        map(
            re.escape,
            sorted(heads("followers") | heads("people") | heads("roles"), key=len, reverse=True),
        )
    )
    used = rf"\b[Tt]he (?P<left>{ACRONYM})(?![\w-])|\b(?P<right>{ACRONYM})\s(?:{people})\b"
    stop = heads("letters") | heads("roles") | heads("sovereign") | heads("local") | heads("nouns")
    stop |= {fold(title) for title in load("offices")["short_titles"]}
    for line in prose(whole):
        for match in compiled(used).finditer(line):
            name = match["left"] or match["right"]
            word = is_only_shouted(name, whole)
            known = fold(name) in stop or word or directory.party(name) is not None
            if not known and len(fold(name)) > 1:
                directory.enter(name, Party(name), "")


def prose(whole: str) -> Iterator[str]:
    """The lines that are not set in capitals."""
    for line in whole.split("\n"):
        words = re.findall(r"[^\W\d_]+", line)
        if sum(word[:1].isupper() for word in words) < HEADLINE * max(1, len(words)):
            yield line


def enter_bodies(directory: Directory, whole: str) -> None:
    """Enter capitalised names with a body's noun, and join the shorter with the one longer name that they fit."""
    named = sorted({name for line in prose(whole) for name in bodies_in(line, whole)})
    for name in named:
        if directory.party(name) is None and is_own_body(directory, name):
            shorter = directory.by_name.get(fold(" ".join(name.split()[:-1])))
            organ = fold(name.split()[-1]) in heads("organs")  # "NP police" is not the NP
            known = shorter if shorter and shorter.kind == "other" and not organ else None
            seat = without_seat(name, named)
            known = known or (directory.party(seat) if seat != name else None)
            directory.enter(name, known or Party(seat), "")
            directory.enter(seat, known or Party(seat), "")
            if organ_kind([name]) is None:
                directory.enter(ministry(name), known or Party(seat), "")
    by_words: dict[frozenset[str], set[str]] = defaultdict(set)
    for name in sorted(directory.own):
        by_words[distinct(name)].add(directory.by_name[name].name)
    for name in sorted({*named, *own_names(directory)}):
        own = directory.party(name)
        words = distinct(name)
        longer = {
            party for other, parties in by_words.items() if words < other for party in parties
        } - {own.name if own else ""}
        if own is None or own.name != name or len(longer) != 1 or len(words) < 2:
            continue
        if is_town(name, whole):
            continue
        merge(directory, own, directory.called(next(iter(longer))))


def without_seat(name: str, named: Collection[str]) -> str:
    """A body's name without the place where it sits, unless a namesake sits elsewhere ("Relief Committee in Solta")."""
    body, lies, _ = name.rpartition(" in ")
    words = fold(body).split()
    if not lies or len(words) < 2 or not set(words) & (heads("nouns") - heads("organs")):
        return name
    return body if sum(one.startswith(f"{body} in ") for one in named) == 1 else name


def is_town(name: str, whole: str) -> bool:
    """Whether a name of several words is a town's that a longer name has in it ("Santa Rosa", with its mayor)."""
    spelled = re.escape(name)
    heads_of = r"(?:[’']s)?\s(?:(?i:mayor|governor|police|city|town hall|municipality|province|residents))\b"
    lies = rf"\b(?:in|to|from|near|towards)\s{spelled}(?=[.,;)]|\s[a-z])"
    return not set(fold(name).split()) & (
        heads("nouns") | heads("societies") | heads("name_nouns")
    ) and (
        re.search(rf"(?<![\w’'-]){spelled}{heads_of}", whole) is not None
        or len(re.findall(lies, whole)) >= LIES_OFTEN
    )


def own_names(directory: Directory) -> set[str]:
    """Names of several words that only speakers' words gave."""
    return {
        party.name
        for key in directory.own
        if " " in (party := directory.by_name[key]).name and fold(party.name) == key
    }


def enter_peoples(directory: Directory, sources: Iterable[str], whole: str) -> None:
    """Enter the peoples that sides are named after, in both numbers and with a creed or region before."""
    for words in sorted(set(sources)):
        stem = words.removesuffix("s") if not words.endswith("ss") else words
        known = fold(words) in common_words() or directory.party(words) is not None
        known = known or fold(words) in register().capitals or is_named_person(words, whole)
        if known or not re.fullmatch(rf"{CAPITAL}[a-zß-ÿ]+", stem):
            continue
        if not re.search(rf"(?<=\w )\b{re.escape(stem)}s\b", whole) or directory.party(stem):
            continue
        if not re.search(
            rf"(?<![\w-]){re.escape(stem)}(?![\w’'-])|\b[Tt]he {re.escape(stem)}s\b", whole
        ):
            continue  # "Karras" is no plural where nobody is a "Karra"
        party = Party(stem)
        adjectives = set(re.findall(rf"(?<=[a-z,] )({CAPITAL}[a-z]+) {re.escape(stem)}s?\b", whole))
        for name in (stem, f"{stem}s", *(f"{one} {stem}" for one in sorted(adjectives))):
            if fold(name.split()[0]) not in register().party_of or " " not in name:
                directory.enter(name, party, "")
                directory.enter(f"{name.removesuffix('s')}s", party, "")


def is_named_person(name: str, whole: str) -> bool:
    """Whether a name ends a person's, as a surname does ("Umm Fares"), and never stands with "the"."""
    texts = concordance(whole)
    return texts.follows(name, of_person()) and not texts.follows(name, ARTICLE)


def enter_societies(directory: Directory, whole: str) -> None:
    """Let an office named after a person stand for the person's name, and a national society for its movement."""
    movement = directory.by_name.get("red cross")
    committee = directory.by_name.get("icrc")
    if movement is None or committee is None or movement.name == committee.name:
        return
    national = set(re.findall(rf"({CAPITAL}[\w]+) Red Cross", whole)) - {"The"}
    if not national and re.search(r"\bICRC\b|Committee of the Red Cross", whole):
        directory.by_name["red cross"] = committee
        directory.spellings[committee.name].add("Red Cross")
    for adjective in sorted(national):
        if fold(adjective) in register().party_of:
            society = directory.own_party(f"{adjective} Red Cross")
            if society is not None and len(national) == 1:
                merge(directory, society, movement)
            directory.enter(f"{adjective} Red Cross", movement, "")
            if len(national) == 1 and not re.search(
                r"\b(?:ICRC|IFRC|International (?:Red|Comm|Fed))", whole
            ):
                directory.rename(movement, replace(movement, name=f"{adjective} Red Cross"))


def enter_stems(directory: Directory, whole: str) -> None:
    """Let a company or foundation go by its name without the noun, where that stands alone and is no place's name."""
    nouns = heads("companies") | {"hospital", "charity"}
    areas = {fold(word) for row in load("bodies")["portfolios"].values() for word in row}
    for line in prose(whole):
        for match in re.finditer(
            rf"(?<![\w’'-])((?:[Aa]l-|{CAPITAL})[\w-]+(?:\s{CAPITAL}[\w-]+)??)\s({CAPITAL}?[a-z]+)\b",
            line,
        ):
            stem, noun = re.sub(r"^(?:The|An?)\s", "", match[1]), match[2]
            if noun.casefold() not in nouns or fold(stem) in common_words() | areas:
                continue
            if state_of(stem) or register().party_of.get(fold(stem)) or not alone(stem, whole):
                continue
            name = f"{stem} {noun}" if noun.casefold() == "hospital" else stem
            party = directory.party(f"{stem} {noun}") or directory.party(stem) or Party(name)
            if noun[:1].isupper() or directory.party(stem) is not None:
                directory.enter(f"{stem} {noun}", party, "")
                directory.enter(stem, party, f"{stem} {noun}")


def alone(stem: str, whole: str) -> bool:
    """Whether a name stands in the texts as a whole phrase: before a verb, a possessive or a stop."""
    return re.search(rf"(?<![\w’'-]){re.escape(stem)}(?:[’']s\b|,|\.|\s[a-z])", whole) is not None


def merge(directory: Directory, short: Party, long: Party) -> None:
    """Let the shorter name's party be the longer one's, unless the user's own list has them as two."""
    if long.name not in {party.name for party in directory.by_name.values()}:
        return
    if {short.name, long.name} <= directory.given:
        return
    party = directory.by_name.get(fold(long.name), long)
    for name in sorted(directory.spellings.pop(short.name, set())):
        directory.by_name.pop(fold(name), None)
        directory.enter(name, party, f"the only longer name: {long.name}")


def is_own_body(directory: Directory, name: str) -> bool:
    """Whether a name is no state's organ and no known body with words around it."""
    first = name.split()[0]
    return (
        body_of(name, register().party_of, directory.home, directory.scene) is None
        and fold(first) not in heads("not_persons") | heads("sovereign") | heads("roles")
        and len(name.split()) > 1
        and fold(name.split()[-1]) != "commissioner"
    )


def distinct(name: str) -> frozenset[str]:
    """The words that tell a name, small ones left out."""
    return frozenset(word for word in fold(name).split() if word not in SMALL)


def bodies_in(line: str, whole: str) -> Iterator[str]:
    """Capitalised names that hold a body's noun ("Bay Relief Committee", "Saint Anne hospital")."""
    word = rf"{SAINT}{CAPITAL}[\w’'&-]*"
    topic = rf"(?:(?<=Commission )|(?<=Committee )|(?<=Council ))on(?!\s(?:{CALENDAR})\b)"
    small = rf"(?:of the|of|for the|for|and|in|{topic}|de|del|la|du|des|y)"
    nouns = "|".join(map(re.escape, sorted(heads("nouns") | {"college"}, key=len, reverse=True)))
    name = rf"{word}(?:\s(?:{small}\s)?{word}){{0,7}}"
    for match in compiled(
        rf"(?<![\w’'-])(?P<name>{name}(?:\s(?:hospital|clinic))?)(?![\w-])"
    ).finditer(line):
        found = without_person(without_opener(match["name"]), whole)
        if compiled(rf"(?i)\b(?:{nouns})\b").search(found) and not found.endswith(
            ("’s", "'s", " No")
        ):
            yield found

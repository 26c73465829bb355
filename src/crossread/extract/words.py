"""The word lists nouns.toml and conditions.toml come in; indexes by inflected form go out."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from crossread.lexicon import load
from crossread.model.figure import Unit

Role = Literal["object", "subject"]
Kind = Literal["counted", "thing"]

_SECTIONS_OF_VERBS: tuple[Role, ...] = ("object", "subject")
ROLES = frozenset(
    ["detainees", "hostages", "migrants", "combatants", "travellers", "protesters", "staff"]
)
"""Populations whose nouns say what people are, not what befell them."""
ROLE_CONDITIONS = frozenset(["present", "affected", "captured", "hospitalised"])

_NOT_A_CONDITION = (
    "by_population", "irregular", "groups", "senses", "undone", "barred", "barring",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that can be counted: whom it names, in which unit, and the condition that it says by itself.

    `role` is true where that condition is only what such people usually are ("prisoners": detained), so that a verb
    goes before it.
    """

    lemma: str
    kind: Kind
    population: str
    unit: Unit
    condition: str | None = None
    party: str | None = None
    role: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's reading: the condition, the argument that is in it, and the words that must follow its first one."""

    lemma: str
    condition: str
    role: Role
    rest: tuple[str, ...]


def _ends_in_consonant_and_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou"


def plural(noun: str) -> str:
    """The regular plural of a noun, or of the last word of a compound."""
    if _ends_in_consonant_and_y(noun):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + "s"


def verb_forms(verb: str, irregular: dict[str, list[str]]) -> set[str]:
    """The forms of a one-word verb: present, past, participles."""
    forms = {verb, *irregular.get(verb, ())}
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    forms.add(stem + "ing")
    forms.add(verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"))
    if _ends_in_consonant_and_y(verb):
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    elif verb not in irregular:
        forms.add(verb + "d" if verb.endswith("e") else verb + "ed")
    return forms


def _conditions() -> dict[str, Any]:
    return {k: v for k, v in load("conditions").items() if k not in _NOT_A_CONDITION}


@cache
def nouns() -> dict[str, Noun]:
    """Every form, singular and plural, of every noun that can be counted, person or thing."""
    lists = load("nouns")
    parties = lists["party"]
    irregular: dict[str, list[str]] = {}
    for form, lemma in lists["plural"].items():
        irregular.setdefault(lemma, []).append(form)
    own = {noun: name for name, table in _conditions().items() for noun in table["noun"]}
    index: dict[str, Noun] = {}

    def add(noun: Noun) -> None:
        for form in _noun_forms(noun.lemma, irregular):
            index.setdefault(form, noun)

    for population, table in lists.items():
        if "nouns" in table and "unit" in table:
            for lemma in table["nouns"]:
                said, party = own.get(lemma), parties.get(lemma)
                role = population in ROLES or said in ROLE_CONDITIONS
                add(Noun(lemma, "counted", population, table["unit"], said, party, role))
    for lemma, condition in own.items():
        add(Noun(lemma, "counted", _population_of(condition), "person", condition))
    for lemma in [*lists["thing"]["nouns"], *lists["goods"]["nouns"]]:
        add(Noun(lemma, "thing", "", "person"))
    return index


@cache
def goods() -> frozenset[str]:
    """Nouns of goods, vehicles, weapons and animals, in the singular: no count of people is ever put for them."""
    return frozenset(load("nouns")["goods"]["nouns"])


def _population_of(condition: str) -> str:
    """Who a noun of condition names where the nouns' list does not say: an escapee is a detainee."""
    return {"escaped": "detainees", "held_hostage": "hostages", "attacking": "combatants"}.get(
        condition, "people"
    )


def _noun_forms(lemma: str, irregular: dict[str, list[str]]) -> Iterable[str]:
    head, _, last = lemma.rpartition(" ")
    lasts = {last, plural(last), *irregular.get(last, ())}
    yield from ((f"{head} {form}" if head else form) for form in sorted(lasts))
    yield from irregular.get(lemma, ())


@cache
def verbs() -> dict[str, tuple[Verb, ...]]:
    """For each form of a verb's first word, its readings, those of most words first."""
    irregular = load("conditions")["irregular"]
    index: dict[str, list[Verb]] = {}
    for condition, table in _conditions().items():
        for role in _SECTIONS_OF_VERBS:
            for entry in table[role]:
                first, *rest = entry.split()
                for form in verb_forms(first, irregular):
                    index.setdefault(form, []).append(Verb(entry, condition, role, tuple(rest)))
    return {form: tuple(sorted(found, key=lambda v: -len(v.rest))) for form, found in index.items()}


@cache
def stretches(section: str) -> dict[tuple[str, ...], str]:
    """The fixed stretches of a section ("phrase", "before", "adjective") as words, with their condition."""
    index: dict[tuple[str, ...], str] = {}
    for condition, table in _conditions().items():
        for entry in table[section]:
            words = tuple(entry.replace("-", " - ").split())
            index.setdefault(words, condition)
            if section == "before" and words[0] == "the" and len(words) > 2:
                index.setdefault(words[1:], condition)
    return index


@cache
def openings(section: str) -> frozenset[tuple[str, ...]]:
    """Every run of words that a section's stretches begin with, whole stretches included."""
    return frozenset(
        words[:end] for words in stretches(section) for end in range(1, len(words) + 1)
    )


@cache
def longest(section: str) -> int:
    """The number of words of a section's longest stretch."""
    return max(map(len, stretches(section)))


@cache
def by_population() -> dict[str, dict[str, str]]:
    """What a population makes of a condition: a detainee who flees is escaped, not displaced."""
    table: dict[str, dict[str, str]] = load("conditions")["by_population"]
    return table


@cache
def partitives() -> frozenset[str]:
    """Nouns that pass the count on to the noun behind their "of": "a group of 12 men"."""
    return frozenset(load("nouns")["partitive"]["nouns"])


@cache
def default_condition(population: str, lemma: str = "") -> str:
    """The condition of a population, or of a noun, where nothing in the text gives one."""
    for condition, lemmas in load("nouns")["default_of"].items():
        if lemma in lemmas:
            return str(condition)
    return str(load("nouns")["default"].get(population, "present"))


@cache
def collectives() -> dict[str, Noun]:
    """Nouns for many ("team", "crowd"), each as a noun of their members with the members' usual condition."""
    return {
        word: Noun(word, "counted", population, "person", condition)
        for condition, table in load("nouns")["collective"].items()
        for population, words in table.items()
        for word in words
    }


@cache
def states() -> frozenset[str]:
    """Names of states, as written."""
    return frozenset(load("bodies")["states"])


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and names of peoples, singular and plural, lower case: "colombian", "colombians"."""
    words: set[str] = set()
    for further in load("bodies")["states"].values():
        for name in further[1:2]:
            words |= {name.casefold(), f"{name}s".casefold()}
    return frozenset(words)


@cache
def group(name: str) -> frozenset[str]:
    """A group of conditions that rules ask for, by its name in conditions.toml."""
    return frozenset(load("conditions")["groups"][name])

"""The general register of states and bodies (`lexicon/en/bodies.toml`) comes in; a look-up by folded name goes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party, PartyKind
from crossread.resolve.names import fold

BY_LETTERS = frozenset({"US", "UK", "UAE"})
"""States whose letters serve as their adjective."""
_NO_PEOPLE = ("a", "land", "s")
"""Ends of a land's own names, of which there is one: "Swede" is one of many."""
_NO_PLURAL = ("ese", "sh", "ch", "ss", "z", "s")


@dataclass(frozen=True, slots=True)
class Register:
    """Known bodies: `party_of` a folded name; `capitals` stand for a government only where they speak."""

    party_of: dict[str, Party]
    capitals: dict[str, Party]
    adjectives: dict[str, Party]


@cache
def register() -> Register:
    """The register, read once."""
    table = load("bodies")
    party_of: dict[str, Party] = {}
    capitals: dict[str, Party] = {}
    adjectives: dict[str, Party] = {}
    for name, (capital, *others) in table["states"].items():
        party = Party(name, kind="state")
        for other in (name, *others):
            party_of.setdefault(fold(other), party)
            if " " not in other and not other.endswith(_NO_PEOPLE):
                party_of.setdefault(fold(f"{other}s"), party)
        for adjective in plurals(others[0]):
            party_of.setdefault(fold(adjective), party)
            adjectives.setdefault(fold(adjective), party)
        if capital:
            capitals[fold(capital)] = party
    for party, others in bodies():
        for other in (party.name, *others):
            party_of[fold(other)] = party
    return Register(party_of, capitals, adjectives)


@cache
def register_names() -> tuple[str, ...]:
    """Every name in the register as it is spelled there."""
    found: set[str] = set()
    for name, (capital, *others) in load("bodies")["states"].items():
        found |= {name, *others, *(plural for other in others for plural in plurals(other))} | (
            {capital} if capital else set()
        )
    for party, others in bodies():
        found |= {party.name, *others}
    found |= {dotted(name) for name in found}
    return tuple(sorted(found))


def dotted(name: str) -> str:
    """A name of the UN's as papers write it that put stops in its letters."""
    return re.sub(r"^(?:UN|United Nations)\b", "U.N.", name)


@cache
def small_names() -> frozenset[str]:
    """Names that are written in small letters."""
    return frozenset(name for name in register_names() if name.islower())


def adjective_of(state: str) -> str:
    """A state's adjective ("Kenyan"); its name where it has none or goes by its letters ("US")."""
    if state in BY_LETTERS:
        return state
    return str(load("bodies")["states"].get(state, ["", state])[1])


def bodies() -> Iterator[tuple[Party, list[str]]]:
    """The register's bodies that are not states, each with its further names."""
    table = load("bodies")
    kinds: dict[str, PartyKind] = {
        "bodies": "neutral", "missions": "neutral", "groups": "other", "agencies": "agency",
    }  # fmt: skip
    un = {"UNICEF", "OCHA", "OHCHR", "UNHCR", "IOM", "WHO", "WFP", "FAO", "UNRWA", "UNDP", "UNFPA"}
    for section, kind in kinds.items():
        for name, others in table[section].items():
            within = "UN" if section == "missions" or name in un else None
            yield Party(name, within=within, kind=kind), others
    for name, state in table["organs"].items():
        yield Party(canonical_organ(name), within=state, kind="organ"), [name]


def canonical_organ(name: str) -> str:
    """The one name of an organ that the register lists under several."""
    return str(load("bodies")["organ_names"].get(name, name))


def plurals(adjective: str) -> tuple[str, ...]:
    """A nationality's adjective and, where the language forms one, its plural ("Kenyan", "Kenyans")."""
    if adjective.endswith(_NO_PLURAL):
        return (adjective,)
    return (adjective, adjective + "s")

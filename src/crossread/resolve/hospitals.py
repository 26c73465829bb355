"""What phrases stand for comes in; the other forms of a hospital's, a family's and a part's name go out with the party.

"Saint Anne hospital" is the "clinic of Saint Anne"; "the family" is the one family named; "Bengal" is West Bengal.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from crossread.model.party import Party
from crossread.resolve.gazetteer import state_of
from crossread.resolve.names import CAPITAL, compiled, fold

KINDS = (
    "hospital",
    "clinic",
    "infirmary",
    "medical centre",
    "medical center",
    "medical college",
    "health centre",
    "health center",
)
"""What a hospital is called."""
_KIND = rf"(?i:{'|'.join(KINDS)})"
_PLACE = (
    rf"(?:Al-|al-|(?!The\b|In\b|At\b|On\b|And\b|From\b)){CAPITAL}[\w’'-]*"
    rf"(?:\s(?:de\s|al-)?{CAPITAL}[\w’'.-]*){{0,3}}?"
)
_FORMS = (
    rf"(?<![\w’'-])(?P<name>{_PLACE})(?:[’']s)?\s{_KIND}(?![\w-])",
    rf"\b{_KIND}\s(?:of|in|at)\s(?P<name>{_PLACE})(?![\w-])(?!\s{CAPITAL})",
)


def hospitals(owned: Mapping[str, Party], text: str) -> Iterator[tuple[str, Party]]:
    """Each hospital's name in a text with the one known hospital that has all its words."""
    known: dict[frozenset[str], dict[str, Party]] = defaultdict(dict)
    for key, party in owned.items():
        if any(kind in key for kind in KINDS) and party.kind == "other":
            known[telling(key)][party.name] = party
    for form in _FORMS:
        for match in compiled(form).finditer(text):
            words = telling(match["name"])
            fitting = {
                name: party
                for others, found in known.items()
                if words and words <= others
                for name, party in found.items()
            }
            if len(fitting) != 1:
                continue
            party = next(iter(fitting.values()))
            yield " ".join(match[0].split()), party
            if len(words) > 1 or (state_of(match["name"]) is None and alone(match["name"], text)):
                yield match["name"], party


def telling(name: str) -> frozenset[str]:
    """The words that tell one hospital from another."""
    plain = fold(name)
    for kind in KINDS:
        plain = re.sub(rf"\b{kind}\b", " ", plain)
    return frozenset(plain.split()) - {"of", "in", "at", "the"}


def alone(name: str, text: str) -> bool:
    """Whether a hospital is called by its bare name: something is done at it."""
    return re.search(rf"\b(?:at|to|from|in)\s{re.escape(name)}(?=[,.;]|\s[a-z])", text) is not None


def families(owned: Mapping[str, Party]) -> Iterator[tuple[str, Party]]:
    """ "The family", where the texts name one."""
    found = {party.name: party for key, party in owned.items() if re.fullmatch(r"\w+ family", key)}
    if len(found) == 1:
        yield "family", next(iter(found.values()))

"""What phrases stand for comes in; other usual words for the same people go out with the party.

"Policemen" are of the one police, "the tribes" are the clans, "civil guards" are of the Civil Guard.
"""

import re
from collections.abc import Iterator, Mapping

from crossread.model.party import Party
from crossread.resolve.names import CAPITAL, fold

ROWS = (
    ("police", "policemen", "policewomen", "police officers", "officers", "cops", "policeman"),
    ("clans", "tribes", "tribesmen", "tribal fighters"),
    ("rebels", "insurgents", "rebel fighters", "rebel forces", "rebel group", "rebel force"),
    ("paramilitaries", "paramilitary", "paramilitary force", "paramilitary forces", "paramilitary group"),
    ("jihadists", "jihadist group", "jihadist fighters"),
    ("separatists", "separatist group", "separatist fighters"),
    ("army", "military", "soldiers", "troops", "armed forces"),
    ("railways", "railroads"),
    ("fire service", "fire brigade", "fire department", "firefighters", "firemen"),
    ("coast guard", "coastguard"),
    ("port authority", "port office", "harbour office", "harbor office", "harbour authority", "port authorities"),
    ("prison administration", "penitentiary administration", "prison authorities", "prison service", "prisons service"),
    ("peacekeepers", "blue helmets", "blue berets", "blue caps"),
    ("health officials", "health authorities"),
    ("union", "trade union"),
)  # fmt: skip
"""Words for the same people; where one of them stands for one party and another for nobody, both stand for it."""


def alike(held: Mapping[str, Mapping[str, Party]], text: str) -> Iterator[tuple[str, Party]]:
    """Each such word that stands in a text, with the one party that its row stands for."""
    for row in ROWS:
        owners = {name: party for word in row for name, party in held.get(word, {}).items()}
        if len(owners) != 1:
            continue
        party = next(iter(owners.values()))
        for word in row:
            if fold(word) not in held and re.search(rf"\b(?i:{re.escape(word)})\b", text):
                yield word, party


def members(
    held: Mapping[str, Mapping[str, Party]], names: Mapping[str, Party], text: str
) -> Iterator[tuple[str, Party]]:
    """The people of a guard by its own words in the plural ("civil guards")."""
    for name, party in names.items():
        if re.fullmatch(rf"(?:{CAPITAL}[a-z]+\s)+(?:Guard|Ranger|Marine)", name):
            plural = f"{name.lower()}s"
            if fold(plural) not in held and re.search(rf"(?<![\w-]){plural}(?![\w-])", text):
                yield plural, party

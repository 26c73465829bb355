"""What phrases stand for comes in; other usual words for the same people go out with the party.

"Policemen" are of the one police, "the tribes" are the clans, "civil guards" are of the Civil Guard.
"""

import re
from collections.abc import Iterator, Mapping

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.names import CAPITAL, fold


def alike(held: Mapping[str, Mapping[str, Party]], text: str) -> Iterator[tuple[str, Party]]:
    """Each such word that stands in a text, with the one party that its row stands for."""
    for row in load("bodies")["alike"]["rows"]:
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

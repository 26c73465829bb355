"""The texts come in; what they call the one region, province, county … that they name goes out with its party.

"The county" is Bay County and "the regional emergency centre" is the region's, where the texts know one of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from crossread.model.party import Party
from crossread.resolve.directory import Directory
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, compiled, fold
from crossread.resolve.organs import voice
from crossread.resolve.register import register

LEVELS = {
    "region": "regional",
    "province": "provincial",
    "state": "state",
    "county": "county",
    "governorate": "governorate",
    "district": "district",
    "municipality": "municipal",
    "township": "township",
}
"""Levels below the state, with the adjective of each."""
SEATS = (
    "government",
    "authorities",
    "officials",
    "administration",
    "council",
    "emergency centre",
    "emergency center",
)
"""What a region has that speaks for it."""
_PLACE = rf"(?!The\b|This\b|That\b|Our\b|Its\b){CAPITAL}[\w’-]+(?:\s(?:del?\s|al-)?{CAPITAL}[\w’-]+){{0,2}}"


def levels_in(
    directory: Directory, held: Mapping[str, Mapping[str, Party]], whole: str
) -> Iterator[tuple[str, Party]]:
    """Each word for a level of which the texts know one place that is a party, with that party."""
    for level, adjective in LEVELS.items():
        places = named_places(level, whole)
        owners: dict[str, Party] = {}
        for place in places:
            if f"{fold(place)} {level}" in register().party_of:
                continue  # "the Islamic State" is no state of a land
            known = directory.by_name.get(fold(place)) or directory.by_name.get(
                f"{fold(place)} {level}"
            )
            if known is not None and known.kind != "state":
                owners[known.name] = known
        if len(owners) != 1 or (len(places) > 1 and level == "state"):
            continue
        party = voice(directory, next(iter(owners.values())))
        words = [level, *(f"{adjective} {seat}" for seat in SEATS)]
        for word in words:
            if fold(word) not in held and compiled(rf"\b(?:[Tt]he\s)(?i:{word})(?![\w-])").search(
                whole
            ):
                yield word, party
        for match in compiled(
            rf"\b[Tt]he\s((?i:{level})[’']s\s(?:{local_heads()}))(?![\w-])"
        ).finditer(whole):
            yield match[1], party


@cache
def local_heads() -> str:
    """Heads and offices of places, as one alternation."""
    return "|".join(sorted(map(re.escape, heads("local")), key=lambda word: (-len(word), word)))


def named_places(level: str, whole: str) -> set[str]:
    """The places that the texts say to be of a level ("Bay County", "the province of Bay")."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in compiled(rf"\b(?i:{level})\sof\s(?:the\s)?(?P<place>{_PLACE})").finditer(whole):
        found[fold(match["place"])].add(match["place"])
    for match in compiled(
        rf"(?<![\w-])(?P<place>{_PLACE})\s(?:{level}|{level.title()})\b"
    ).finditer(whole):
        found[fold(match["place"])].add(match["place"])
    taken = heads("sovereign") | heads("roles") | heads("not_persons")
    taken |= {key for key, party in register().party_of.items() if party.kind == "state"}
    return {min(names) for key, names in found.items() if key not in taken}


def is_sovereign_state(words: str, text: str) -> bool:
    """Whether "the State", written so, is the land's own: the text names none below it ("Losto State")."""
    return re.fullmatch(r"(?:[Tt]he\s)?State", words) is not None and not named_places(
        "state", text
    )

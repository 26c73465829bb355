"""A phrase and the known names come in; the names in it go out, and whether one only tells whose another is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.houses import heads
from crossread.resolve.names import fold

AT_PLACES = frozenset(
    {"court", "courts", "prosecution", "prosecutor", "prosecutors", "tribunal", "police", "judge"}
)
"""Organs of a state that sit in many places and are none of a place's own authorities."""
LONGEST_NAME = 10
"""Words in the longest name looked up inside a phrase; the longest names of UN offices have ten."""
SHORT_NAME = 5
"""Names of so few letters must be written in capitals: "who" is not the WHO."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name within a phrase: its words' indexes and its party."""

    first: int
    last: int
    party: Party


def tokens_of(phrase: str) -> list[str]:
    """The words of a phrase as written, possessives off."""
    plain = re.sub(r"[’']s?(?=\W|$)", "", phrase)
    plain = re.sub(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)|(?<=\b[A-Z])\.(?=\W|$)", "", plain)
    plain = re.sub(
        r"\b[\w-]+-(?:backed|supported|based|affiliated|linked|allied|born|aligned)\b", " ", plain
    )
    plain = re.sub(r"-(?:led|run|held)\b", "", plain)
    return re.findall(r"[^\W_]+(?:-[^\W_]+)*", plain)


def hits(words: list[str], by_name: dict[str, Party]) -> Iterator[Hit]:
    """Known names in a phrase, from the left, longest first, none within another."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + LONGEST_NAME), start, -1):
            name = " ".join(words[start:end])
            party = by_name.get(fold(name))
            if (
                party is not None
                and written_as_name(words[start:end])
                and not is_in_a_name(words, start, end, by_name)
            ):
                yield Hit(start, end, party)
                start = end - 1
                break
        start += 1


def written_as_name(words: list[str]) -> bool:
    """Whether the words are written as a name rather than as a small word that looks like one."""
    if len(words) > 1 or len(words[0]) > SHORT_NAME:
        return True
    return not words[0].islower() and (words[0].isupper() or len(words[0]) > 3)


def is_in_a_name(words: list[str], start: int, end: int, by_name: dict[str, Party]) -> bool:
    """Whether a word that looks like a body in capitals ends another's name ("Royal Care" is not CARE)."""
    word, before = words[start], words[start - 1] if start else ""
    looks = end - start == 1 and by_name[fold(word)].name.isupper() and word.istitle()
    known = heads("roles") | heads("holders") | heads("not_persons") | by_name.keys()
    return looks and before.istitle() and fold(before) not in known


def chosen(found: list[Hit]) -> Hit | None:
    """The name that speaks: the first, but not a state that only says where the next one is from."""
    for index, hit in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        adjective = hit.party.kind == "state" and following is not None
        if adjective and following is not None and following.party.kind != "state":
            continue
        return hit
    return found[-1] if found else None


def is_portfolio(words: list[str], hit: Hit) -> bool:
    """Whether a known name is only the field of a minister ("the Mineral Resources ministry")."""
    field = {fold(word) for word in words[hit.first : hit.last]} & heads("name_nouns")
    behind = [fold(word) for word in words[hit.last : hit.last + 1]]
    return bool(field) and hit.party.kind == "other" and behind in (["minister"], ["ministry"])


def is_where(words: list[str], hit: Hit) -> bool:
    """Whether a place's name only says where another body lies ("the hospital in Poprad")."""
    before = [fold(word) for word in words[: hit.first]]
    lies = len(before) > 1 and before[-1] in {"in", "at"}
    return hit.party.kind == "organ" and lies and before[-2] in heads("nouns") - heads("organs")


def is_house_at(words: list[str], hit: Hit) -> bool:
    """Whether a place's name only says whose a prison, a hospital or its courts are ("Losto prison")."""
    behind = {fold(word) for word in words[hit.last : hit.last + 2]}
    houses = heads("grounds") | frozenset(load("offices")["local"]["houses"])
    courts = hit.party.kind != "state" and "courts" in behind
    return courts or (hit.party.kind == "organ" and bool(behind & houses))


def is_organ_at(words: list[str], hit: Hit) -> bool:
    """Whether a place's name only says where a state's organ works ("prosecutors in Losto", "the Losto police")."""
    rest = words[: hit.first] + words[hit.last :]
    return (
        hit.party.kind == "organ"
        and hit.party.within is None
        and not {fold(word) for word in rest} & heads("local")
        and bool({fold(word) for word in rest} & AT_PLACES)
    )

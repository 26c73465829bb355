"""Words of a title or an organ come in; whether they are a state's goes out, or a club's, a region's, an embassy's.

The lists of head words are read here.
"""

import re
from functools import cache
from itertools import pairwise

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.names import compiled, fold

MOUTHPIECES = frozenset(
    {"agency", "television", "tv", "media", "channel", "newspaper", "newspapers"}
)
"""Nouns of houses through which a state speaks itself ("state television")."""
PREPOSITIONS = frozenset({"of", "for", "in", "at", "on", "from", "to", "by", "with"})
POSSESSIVES = frozenset({"their", "his", "her", "its", "our", "my", "your"})
PARTS = "north|south|east|west"
"""Parts of a land that can have a government each."""


@cache
def heads(section: str) -> frozenset[str]:
    """A list of head words, folded."""
    return frozenset(fold(word) for word in load("bodies")["heads"][section])


@cache
def one_of(*sections: str) -> str:
    """The words of some lists as one alternation, longest first."""
    words = frozenset[str]().union(*map(heads, sections))
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def is_house(party: Party) -> bool:
    """Whether a party has so many bodies that a noun beside its name makes another one."""
    return party.kind == "state" or party.name in ("UN", "EU")


def is_phrase(name: str) -> bool:
    """Whether words open a sentence in a capital and are no name ("Her group", "Women in the same group")."""
    words = name.split()
    if words[0].casefold() in POSSESSIVES | PREPOSITIONS:
        return True
    behind = next((n for n, word in enumerate(words) if word in PREPOSITIONS), 0)
    rest = words[behind:] if 0 < behind < len(words) - 1 else []
    told = {fold(word) for word in words[:behind]} & (heads("nouns") | heads("name_nouns"))
    return bool(rest) and all(word.islower() for word in rest) and not told


@cache
def ruling_councils() -> str:
    """What armed rulers call themselves ("the Transitional Military Council"), as one alternation."""
    return "|".join(load("bodies")["ruling"]["councils"])


def is_ruling(said: str) -> bool:
    """Whether folded words name armed rulers by what they call themselves, and no army."""
    return compiled(ruling_councils()).search(said) is not None


def of_another_house(words: list[str]) -> bool:
    """Whether a title or an organ is a club's, a region's or another body's, not a state's ("the club president")."""
    said = [fold(word) for word in words]
    if is_society(words) or is_house_police(said):
        return True
    titles = [index for index, word in enumerate(said) if word in titles_and_organs()]
    if not titles:
        return False
    before = said[: titles[0]]
    while before and before[-1] in known_modifiers():
        before.pop()
    behind = said[titles[-1] + 1 :]
    return bool(before and before[-1] in other_houses()) or (
        len(behind) > 1 and behind[0] == "of" and bool(set(behind[1:4]) & other_houses())
    )


def is_house_police(said: list[str]) -> bool:
    """Whether a police is a town's, a port's or a railway's own, and not the state's ("port police")."""
    return any(one in heads("with_police") and two == "police" for one, two in pairwise(said))


def is_society(words: list[str]) -> bool:
    """Whether the words end in a society's noun, and what stands before says only what it is about ("police union")."""
    name = re.split(r"\s(?:of|for|on|in|at)\s", fold(" ".join(words)))[0].split()
    return len(name) > 1 and name[-1] in heads("societies") - MOUTHPIECES


@cache
def titles_and_organs() -> frozenset[str]:
    """Single words for heads of state and government, ministers, police and armies."""
    kinds = {word for row in load("bodies")["organ_kinds"].values() for word in row}
    return frozenset(word for word in heads("sovereign") | kinds if " " not in word)


@cache
def known_modifiers() -> frozenset[str]:
    """Words between a body and its holder's title ("club's acting vice president")."""
    return frozenset(
        {"vice", "deputy", "acting", "former", "interim", "outgoing", "first", "senior"}
    )


@cache
def other_houses() -> frozenset[str]:
    """Words for bodies that are no state, and for what lies below it."""
    houses = heads("nouns") | heads("societies") | heads("below_state")
    return houses - heads("organs") - {"paramilitaries", "party"} | {"party", "council", "senate"}


def without_inspectors(words: str) -> str:
    """Words without ranks of the police's where they are a school's or a mine's ("inspector of mines")."""
    field = (
        "(?:academy|schools?|education|labou?r|mines?|mining|tax|health|medical|hospital|factory|factories"
        "|building|safety|railways?|rail|prisons?|jail|food|works|park|nursing|dock|cemetery)"
    )
    rank = "(?:inspector|superintendent)s?"
    return re.sub(
        rf"(?i)\b(?:{field}\s{rank}|{rank}\sof\s{field}|inspectors?\sof\s(?!police\b)[a-z]+)\b",
        "official",
        words,
    )


def is_mission_abroad(words: list[str]) -> bool:
    """Whether the words are of an embassy or consulate: bare, it is any state's but the one where things happen."""
    return (
        re.search(
            r"\b(?:embassy|ambassador|consul|consular|consulate|high commission)",
            fold(" ".join(words)),
        )
        is not None
    )


def part_of_land(words: list[str], kind: str | None) -> Party | None:
    """The government or the ministry of a part of a land that a compass word tells ("the eastern government")."""
    said = " ".join(words)
    match = compiled(
        rf"\b(?P<part>{PARTS})(?:ern)?\s(?P<of>(?:\S+\s){{0,4}})(?P<head>\S+)$", re.I
    ).search(said)
    if match is None or not match["part"].islower():
        return None  # "Northern Command"
    if kind is not None and kind.endswith(" ministry"):
        return Party(f"{match['part']}ern {kind}", kind="organ")
    governs = fold(match["head"]) in {"government", "authorities", "administration"}
    near = len(match["of"].split()) < 2
    return Party(f"{match['part']}ern government", kind="organ") if governs and near else None


def is_unnamed(words: list[str]) -> bool:
    """Whether the words are of those in a state's service who go without a name ("a security official")."""
    said = fold(" ".join(words))
    return re.fullmatch(r"(?:\w+ )?security (?:official|source)s?", said) is not None

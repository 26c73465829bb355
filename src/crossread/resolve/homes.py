"""The texts of one event come in; the state that they are about goes out, or None where they are about no one state.

A state that is named for its nationals, its embassy or its aid alone is no home: a report of an unnamed country's own
press names foreign states only.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.gazetteer import come_from, places_named
from crossread.resolve.houses import heads
from crossread.resolve.names import compiled, fold
from crossread.resolve.register import register

# The state that texts are about is told by how often it, its people and its capital are named: it must come this many
# times as often as the next, or the texts are of two states and "the army" is nobody's.
HOME_STATE_LEAD = 1.5
REPORT_LEAD = 3.0
"""One report alone is shorter, so that the lead must be clearer."""
ABROAD = re.compile(
    r"(?:-(?:based|born|owned|flagged|registered|made|built|backed)\b|\s(?:nationals?|citizens?|tourists?|workers?|migrants?|students?"
    r"|pilgrims?|engineers?|sailors?|hostages?|passports?|travell?ers?|holidaymakers|couple|crew|embassy|consulate)\b)"
)
"""Behind a nationality: people and houses that are abroad as often as at home tell nothing of where texts play."""
TONGUE = re.compile(
    r"\b(?:(?:[Tt]ranslat|[Ii]nterpret)\w+\s(?:from|into)|[Ss]peaking\sin|[Gg]ulf of|[Ss]ea of|[Ss]trait of)\s$"
)
"""Before a state's name or adjective: the language that somebody speaks, or a sea."""
FOREIGN = re.compile(
    r"(?:[’']s)?\s(?:foreign|embassy|ambassador|consul\w*|envoy|aid|rescue teams?)\b"
)
"""Behind a state's name: what a state does abroad."""
INSIDE = re.compile(
    r"(?i)\b(?:in|across|throughout|inside|around|near|within|of)\s(?:the\s)?(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\s|central\s)?$"
)
"""Before a state's name: something lies or happens there."""

GOVERNING = frozenset(
    {
        "army",
        "police",
        "military",
        "ministry",
        "minister",
        "parliament",
        "court",
        "state",
        "regime",
        "junta",
    }
)
"""Organs that speak at home; soldiers and experts of a state are abroad as often."""

Names = Mapping[str, Party]


def leading_states(
    texts: Sequence[str], lead: float = HOME_STATE_LEAD, own: Names | None = None
) -> set[str]:
    """The states that texts name most often: one, or several that none leads."""
    counts = states_counted(texts, own)
    most = max(counts.values(), default=0)
    return {name for name, count in counts.items() if count * lead > most}


def home_state(
    texts: Sequence[str], lead: float = HOME_STATE_LEAD, own: Names | None = None
) -> Party | None:
    """The state that texts are about: by far the most often named, and as where they play; None where there is none."""
    leading = leading_states(texts, lead, own)
    if len(leading) != 1:
        return None
    name = leading.pop()
    if not plays_in(name, "\n".join(texts), own):
        return None
    return state_names(own)[fold(name)]


@cache
def register_states() -> dict[str, Party]:
    """The register's states by each of their names, and by their capitals."""
    states = {key: party for key, party in register().party_of.items() if party.kind == "state"}
    return states | register().capitals


def state_names(own: Names | None) -> dict[str, Party]:
    """The states by each of their names: the register's, and those that the texts alone tell of."""
    return {**register_states(), **(own or {})}


def states_counted(texts: Sequence[str], own: Names | None = None) -> Counter[str]:
    """How often each state, its people or its capital is named."""
    counts: Counter[str] = Counter()
    states = state_names(own)
    text = "\n".join(texts)
    for match in re.finditer(r"\b[A-Z][\w.’'-]+(?:[\s-][A-Z][\w’'-]+)*", text):
        if ABROAD.match(text[match.end() : match.end() + 24]):
            continue
        if TONGUE.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        if come_from(text, match.start()):
            continue
        words = match[0].split()
        if words[0] == "New" or "New" in words[-2:-1]:
            words = [match[0]]  # New Mexico is no part of Mexico
        for name in dict.fromkeys((match[0], " ".join(words[:2]), words[0], words[-1])):
            state = states.get(fold(name))
            if state is not None:
                counts[state.name] += 1
                break
    return counts


def plays_in(name: str, text: str, own: Names | None = None) -> bool:
    """Whether a text names a state as the place where things are, or names one of its organs or places."""
    for key, party in state_names(own).items():
        if party.name != name or key not in text.casefold().replace("-", " "):
            continue
        spelled = re.escape(key).replace(r"\ ", r"[\s-]")
        for match in re.finditer(rf"(?i)(?<![\w-])(?<!new ){spelled}(?![\w-])", text):
            behind = text[match.end() : match.end() + 40]
            outside = come_from(text, match.start())
            if INSIDE.search(text[max(0, match.start() - 40) : match.start()]) and not outside:
                return True
            if not FOREIGN.match(behind) and compiled(organ_behind()).match(behind):
                return True
    return name in places_named(text)


@cache
def organ_behind() -> str:
    """What makes a state's name a government's or an organ's: "'s army", " interior minister"."""
    nouns = heads("sovereign") | heads("local") | GOVERNING
    areas = {word for row in load("bodies")["portfolios"].values() for word in row}
    noun = "|".join(map(re.escape, sorted(nouns, key=lambda word: (-len(word), word))))
    area = "|".join(map(re.escape, sorted(areas, key=lambda word: (-len(word), word))))
    return rf"(?:[’']s)?\s(?:(?:{area}|national|federal|state)\s)?(?i:{noun})\b"

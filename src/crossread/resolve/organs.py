"""A directory and the texts come in; the named organs of the states that the texts speak of are entered in it.

Which organ a description stands for ("the Kenyan army") and which described organs are voices of their own goes out.
"""

import re

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.bodies import merge
from crossread.resolve.concordance import concordance
from crossread.resolve.directory import Directory, states_in
from crossread.resolve.edges import NO_LETTER_BEFORE, NO_LETTER_BEHIND
from crossread.resolve.houses import heads
from crossread.resolve.names import fold
from crossread.resolve.phrase import COUNTING, body_of, organ_kind
from crossread.resolve.register import adjective_of, register

SEVERAL = 2
"""States that an event plays in, from which on "police" alone can be either's."""
ON_DUTY = frozenset({"police", "coast guard", "prosecution"})
"""Organs of which one works where things happen, whatever states are named there; two armies may, or two ministries."""
BARE = frozenset({"the", "ministry", "minister", "prime", "government", "president"})
"""Words that tell of no organ among several, or of the state's own head."""
RULERS = ("army", "regime", "state media")
"""What else the junta of a state goes by."""


SPOKEN = {
    "prosecution": (
        "the prosecution",
        "prosecutor’s office",
        "prosecutor's office",
        "prosecutors",
        "prosecutor",
    ),
    "army": ("army", "military", "armed forces"),
    "coast guard": ("coast guard", "coastguard"),
    "judiciary": ("court",),
    "fire service": ("fire service", "fire brigade", "fire department"),
}
"""The words for an organ by kind, the usual first: it goes by the first that the texts use."""


def enter_organs(directory: Directory, whole: str) -> None:
    """Enter the register's organs whose state and whose name the texts both have."""
    named = stated(whole)
    for kind, words in SPOKEN.items():
        used = (one for one in words if re.search(rf"(?i)\b{one}\b", whole))
        directory.spoken[kind] = next(used, kind).removeprefix("the ")
    directory.stated |= kinds_with_state(whole)
    for name, (state, kind, *others) in sorted(load("organs")["organs"].items()):
        names = [name, *others]
        if state not in named or not any(stands(one, whole) for one in names):
            continue
        known = {party.name for one in names if (party := directory.by_name.get(fold(one)))}
        if len(known) > 1:
            continue
        party = Party(known.pop() if known else name, within=state, kind="organ")
        for one in names:
            directory.adopt(one, party)
        directory.organs[(state, kind)].add(party.name)


def enter_rulers(directory: Directory, whole: str) -> None:
    """Let the army and the regime of the event's state be its junta, and the UN's mission the one that is named."""
    if directory.scene is not None and re.search(r"\b[Jj]unta\b", whole):
        junta = Party("junta", within=directory.scene.name)
        directory.enter("junta", junta, "")
        for kind in RULERS:
            for name in sorted(directory.organs[(directory.scene.name, kind)] - {junta.name}):
                merge(directory, directory.called(name), junta)
            directory.organs[(directory.scene.name, kind)] = {junta.name}
        for words in (
            *load("bodies")["organ_kinds"]["regime"],
            *load("bodies")["ruling"]["councils"],
        ):
            directory.enter(words, junta, "")
    named = {
        party.name
        for name in load("bodies")["missions"]
        if stands(name, whole) and (party := directory.by_name.get(fold(name))) is not None
    }
    directory.organs[("UN", "mission")] = named
    if len(named) == 1:
        for word in ("peacekeepers", "blue helmets"):
            directory.enter(word, directory.called(next(iter(named))), "the only mission named")


def join_described(directory: Directory) -> None:
    """Take a body for the organ that its long name describes ("Haitian National Police (PNH)")."""
    for name in sorted(directory.own):
        party = directory.by_name[name]
        if party.kind != "other" or party.within is not None:
            continue
        for spelling in sorted(directory.spellings[party.name]):
            organ = body_of(spelling, register().party_of, directory.home)
            if {fold(word) for word in spelling.split()} & heads("societies"):
                continue
            if organ is not None and organ.kind == "ministry" and organ.within:
                kind = organ.name.partition("’s ")[2]
                named = directory.organs[(organ.within, kind)]
                if len(named) == 1:
                    merge(directory, party, directory.called(next(iter(named))))
                    break
                directory.organs[(organ.within, kind)].add(party.name)
                directory.rename(party, Party(party.name, within=organ.within, kind="organ"))
                break


def stated(whole: str) -> set[str]:
    """The states that the texts name, by any of their names."""
    return {party.name for party in states_in(whole)}


def stands(name: str, whole: str) -> bool:
    """Whether a name stands in the texts as it is spelled."""
    if "'" in name or "’" in name:
        name, whole = name.replace("’", "'"), whole.replace("’", "'")
    return concordance(whole).has(name, ahead=NO_LETTER_BEFORE, behind=NO_LETTER_BEHIND)


def speaks_as(directory: Directory, party: Party, words: str = "", body: str | None = None) -> str:
    """The name under which a claim is filed: an organ of the event's one state by its kind, of another by its state.

    "The Syrian police" is no name that a text gives to a body; "police" is, where the event is one state's. Elsewhere
    readers and codebooks file it under the state, for which a ministry speaks anywhere (decision 0061).
    """
    heard = voice(directory, party)
    kind = party.name.partition("’s ")[2] if party.kind == "ministry" else ""
    kind = "" if kind.endswith("ministry") else kind
    named = heard.name in directory.organs.get((party.within or "", kind), set())
    if (
        kind
        and not named
        and party.within
        and speaks_plainly(directory, kind, party.within, f"{words} {body or ''}")
    ):
        one = len(directory.stages) < SEVERAL
        name = directory.spoken.get(kind, kind)
        directory.heard[name] = Party(name, within=party.within if one else None, kind="organ")
        return name
    described = heard.name in directory.heard and heard.within
    return heard.within if described and heard.within else heard.name


def speaks_plainly(directory: Directory, kind: str, state: str, said: str) -> bool:
    """Whether an organ needs no state beside it: the event is its state's alone, and the words name an organ only."""
    at_home = directory.home is None or state == directory.home.name
    alone = (at_home and len(directory.stages) < SEVERAL) or kind in ON_DUTY - directory.stated
    bare = fold(said) and set(fold(said).split()) - BARE
    return bool(alone and bare and not any(states_in(said)) and not seats_in(said))


def kinds_with_state(whole: str) -> set[str]:
    """The kinds of organs that the texts name with a state before or behind ("Kenyan police", "the army of Chad")."""
    found: set[str] = set()
    for match in re.finditer(
        r"\b(?:[A-Z][\w.’'-]+\s){0,2}[A-Z][\w.’'-]+(?:\s[a-z]+){1,2}"
        r"|\b[a-z]+\s(?:of|in)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?",
        whole,
    ):
        words = match[0].split()
        kind = organ_kind(words)
        if kind is not None and any(states_in(match[0])):
            found.add(kind)
    return found


def seats_in(words: str) -> bool:
    """Whether words name a state's capital ("the health ministry in Nairobi")."""
    folded = f" {fold(words)} "
    return any(f" {capital} " in folded for capital in register().capitals)


def plain_kind(kind: str, state: str) -> str:
    """The kind that "internal security" is: the police where they are called so, else the interior ministry's."""
    if kind != "internal security":
        return kind
    so_called = any(
        row[:2] == [state, "police"] and any("Internal Security" in name for name in row[2:])
        for row in load("organs")["organs"].values()
    )
    return "police" if so_called else "interior ministry"


def voice(directory: Directory, party: Party) -> Party:
    """The party that a described organ speaks as: its named self, itself where it counts, else its state."""
    if party.kind != "ministry" or party.within is None:
        return party
    kind = plain_kind(party.name.partition("’s ")[2], party.within)
    named = directory.organs.get((party.within, kind), set())
    if len(named) == 1:
        return directory.called(next(iter(named)))
    if kind == "mission":
        return Party("UN mission", within="UN", kind="organ")
    if kind == "army" and party.within not in directory.theatre:
        commanded = directory.organs.get((party.within, "defence ministry"), set())
        if commanded or party.within in directory.minor:
            return directory.called(party.within)
    if kind not in ("army", "state media") and (
        kind not in COUNTING or party.within not in directory.stages
    ):
        return directory.called(party.within)
    name = f"{adjective_of(party.within)} {kind}"
    return directory.heard.setdefault(name, Party(name, within=party.within, kind="organ"))

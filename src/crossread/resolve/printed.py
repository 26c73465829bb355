"""A resolution and its texts come in; a party under a register's name that no text has goes out under one they use.

"OHCHR" is "UN human rights office" where the reports only write that; the register's name stays an alias. A state keeps
its plain name, where that is no acronym ("DRC"), and a user's own names stand.
"""

import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.model.resolution import Resolution, Situation
from crossread.resolve.concordance import concordance
from crossread.resolve.edges import NO_LETTER_BEFORE, NO_LETTER_BEHIND
from crossread.resolve.houses import heads
from crossread.resolve.names import compiled, fold
from crossread.resolve.organs import stands
from crossread.resolve.register import bodies, dotted


def as_printed(found: Resolution, whole: str, own: Collection[str]) -> Resolution:
    """The resolution under the names that the texts use; `own` are the names of the user's alias file."""
    taken = {party.name for party in found.parties}
    printed = {
        party.name: name
        for party in found.parties
        if party.name not in own
        and (name := used_name(party, whole) or told_noun(party.name, whole))
        and name not in taken
    }
    if not printed:
        return found
    return replace(
        found,
        readings=tuple(
            replace(reading, claims=tuple(renamed(claim, printed) for claim in reading.claims))
            for reading in found.readings
        ),
        parties=tuple(
            sorted((called(one, printed) for one in found.parties), key=lambda one: one.name)
        ),
        situations=tuple(said_of(one, printed) for one in found.situations),
    )


def used_name(party: Party, whole: str) -> str | None:
    """The register's further name of a party that the texts have oftenest, None where they have its first or none."""
    others = further_names().get(party.name)
    if others is None or party.name.islower() or stands(party.name, whole):
        return None
    if any(fold(one) == fold(party.name) and stands(one, whole) for one in others):
        return None  # "U.S." is US
    texts = concordance(whole)
    counts = {
        name: sum(1 for _ in texts.after(name, NO_LETTER_BEHIND, ahead=NO_LETTER_BEFORE))
        for name in others
        if stands(name, whole) and fold(name) != fold(party.name)
    }
    whole_names = [
        name
        for name in counts
        if not any(name in one != name and counts[one] == counts[name] for one in counts)
    ]
    return min(whole_names, key=lambda name: (-counts[name], len(name), name), default=None)


def told_noun(noun: str, whole: str) -> str | None:
    """A bare body's noun with the one plain word that the texts have before it ("camp committee"), more than once."""
    if noun not in heads("nouns") - heads("organs"):
        return None
    said = rf"(?i:\bthe\s|^|[.:]\s)(?P<name>(?!(?i:the|this|that|an?|its)\b)[A-Za-z][a-z]+ {noun})(?![\w’'-])(?! of\b)"
    found = [fold(match["name"]) for match in compiled(said, re.M).finditer(whole)]
    one = len(set(found)) == 1 and len(found) > 1
    return found[0] if one else None


@cache
def further_names() -> dict[str, frozenset[str]]:
    """The further names of each body, organ and state of letters in the registers, by its first."""
    found = {party.name: frozenset(others) for party, others in bodies() if others}
    for name, (_, _, *others) in load("bodies")["states"].items():
        if name.isupper():
            found[name] = frozenset(others)
    for name, (_, _, *others) in load("organs")["organs"].items():
        found[name] = found.get(name, frozenset()) | frozenset(others)
    return {name: others | {dotted(one) for one in others} for name, others in found.items()}


def renamed(claim: Claim, printed: dict[str, str]) -> Claim:
    """The claim with its parties as they are printed."""
    speaker, side = claim.source_party or "", claim.party or ""
    if speaker not in printed and side not in printed:
        return claim
    return replace(
        claim,
        source_party=printed.get(speaker, claim.source_party),
        party=printed.get(side, claim.party),
    )


def said_of(one: Situation, printed: dict[str, str]) -> Situation:
    """The situation with its speaker, and whom it is about, as they are printed."""
    topic, question = one.topic, one.question
    for name, new in sorted(printed.items()):
        about = rf"(?<!\w){re.escape(name)}(?!\w)"
        topic, question = re.sub(about, new, topic), re.sub(about, new, question)
    return replace(one, topic=topic, question=question, claim=renamed(one.claim, printed))


def called(party: Party, printed: dict[str, str]) -> Party:
    """The party under its printed name, the register's among its aliases."""
    name = printed.get(party.name, party.name)
    names = {party.name, *party.aliases} - {name} if name != party.name else set(party.aliases)
    within = printed.get(party.within or "", party.within)
    return replace(party, name=name, aliases=tuple(sorted(names)), within=within)

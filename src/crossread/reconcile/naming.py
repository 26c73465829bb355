"""A group of claims comes in; the question it answers, in words and as a stable id, goes out."""

import hashlib
from collections import Counter

from crossread.lexicon import load
from crossread.reconcile.group import Group


def question_id(group: Group) -> str:
    """A hash of what makes the question, the same whatever the reports are called."""
    key = group.key
    parts = (key.unit, key.family, key.population, key.party, key.place, key.part, key.background)
    return "q" + hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:10]


def question_words(group: Group) -> str:
    """The question as a reader would ask it."""
    place = place_of(group)
    where = f" in {place}" if place else ""
    words = group.family.question.format(who=who(group), where=where)
    if group.key.part:
        words = words.removesuffix("?") + ", as part of a larger figure?"
    if group.key.background:
        words = words.removesuffix("?") + f" (background{year(group)})?"
    return words


def year(group: Group) -> str:
    """ ", 2013", or nothing where the background has no date."""
    return f", {group.key.background}" if group.key.background.isdigit() else ""


def who(group: Group) -> str:
    """The counted people: "prisoners", "SDF fighters", "Colombian prisoners"."""
    populations = Counter(claim.figure.population for claim in group.claims)
    common = min(populations, key=lambda name: (-populations[name], name))
    kind = group.key.population if group.key.unit == "building" else common
    noun = own_noun(group) or load("families")["who"].get(kind, "people")
    party = group.key.party
    if party is None:
        return str(noun)
    state = load("bodies")["states"].get(party)
    adjective = party if state is None or party.isupper() else state[1]
    return f"{adjective} {noun}"


def own_noun(group: Group) -> str | None:
    """The reports' own plain noun for armed people, whom no one word fits: police are not fighters."""
    plain = load("families")["armed"]
    said = Counter(claim.figure.noun.lower() for claim in group.claims)
    known = [noun for noun in said if noun in plain]
    return min(known, key=lambda noun: (-said[noun], noun), default=None)


def place_of(group: Group) -> str | None:
    """The place as most of the question's claims spell it."""
    places = Counter(claim.place for claim in group.claims if claim.place)
    if group.key.place is None or not places:
        return None
    return min(places, key=lambda name: (-places[name], name))

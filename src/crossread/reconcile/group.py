"""The claims of one event come in; they go out in groups that answer one question each."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.reconcile.bounds import (
    bridged,
    compatible,
    exact,
    is_rare,
    is_vague,
    quantity_key,
    size,
)
from crossread.reconcile.family import SHADES, Family, families, family_of
from crossread.reconcile.opposed import set_against
from crossread.reconcile.voice import Voices

SIDE = frozenset({"combatants", "detainees", "people"})
"""Populations that a party's own people go under; where a party is given they are one question."""
DESCRIBED = frozenset({"children", "women", "students", "staff", "protesters"})
"""Populations narrow enough that "held", "trapped" and "held hostage" are said of the same people."""
CUSTODY = frozenset({"held", "left behind", "out of custody"})
"""Families that count the people of a house, whose number tells which house is meant."""
TELLING = 20
"""A number this large, said twice by one speaker in one family, is one figure whatever its people are called."""


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two claims comparable: who is counted, the family, the place; parts and background apart."""

    unit: str
    family: str
    population: str
    party: str | None
    place: str | None
    part: bool
    background: str


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that answer one question."""

    key: Key
    family: Family
    claims: tuple[Claim, ...]


def group(claims: Iterable[Claim], voices: Voices) -> list[Group]:
    """Group claims by question, then join the groups that one speaker's same figure shows to be one."""
    by_key: dict[Key, list[Claim]] = defaultdict(list)
    claims = list(claims)
    affirmed: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.stance == "affirmed":
            affirmed[claim.report, size(claim)].append(claim)
    left = left_behind(claims, voices)
    same = set_against(claims)
    listed, only = beside_civilians(claims), only_places(claims)
    for claim in claims:
        key = key_of(
            same.get(claim.id) or denied_figure(claim, affirmed[claim.report, size(claim)])
        )
        if key.place is None and key.family in CUSTODY and exact(claim) in only:
            key = replace(key, place=only[exact(claim) or 0])
        if claim.id in listed and key.population == "side":
            key = replace(key, population="combatants")
        stays = key.family == "held" and (voices.house(claim), quantity_key(claim)) in left
        by_key[replace(key, family="left behind") if stays else key].append(claim)
    joined = join(by_key, voices)
    found = [
        Group(key, families()[key.family], tuple(sorted(members, key=voices.order)))
        for key, members in joined.items()
    ]
    return sorted(found, key=lambda group: (str(group.key), [claim.id for claim in group.claims]))


def only_places(claims: Iterable[Claim]) -> dict[int, str]:
    """Numbers too rare to meet by chance that are told with one place alone, whatever they count, with that place."""
    found: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        number, place = exact(claim), place_key(claim.place)
        if number is not None and place is not None and is_rare(number):
            found[number].add(place)
    return {number: min(places) for number, places in found.items() if len(places) == 1}


def beside_civilians(claims: Iterable[Claim]) -> set[str]:
    """The fighters whose sentence counts civilians beside them: of their side they are a part."""
    by_sentence: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.report, claim.sentence, family_of(claim).name].append(claim)
    return {
        claim.id
        for told in by_sentence.values()
        if any(claim.figure.population == "civilians" for claim in told)
        for claim in told
        if claim.figure.population == "combatants"
    }


def left_behind(claims: Iterable[Claim], voices: Voices) -> set[tuple[object, ...]]:
    """The figures that their speakers somewhere call those left behind: "all but 98", and elsewhere just "98 held"."""
    return {
        (voices.house(claim), quantity_key(claim))
        for claim in claims
        if family_of(claim).name == "left behind" and not is_vague(claim)
    }


def denied_figure(claim: Claim, same_number: Sequence[Claim]) -> Claim:
    """For a denial, the figure of its own report that it takes up with the same number; else the claim itself.

    Of several it is one of the same people, in the same place, and the last one before the denial.
    """
    quantity = claim.figure.quantity
    number = quantity.low or quantity.high or 0
    if claim.stance == "affirmed" or quantity.vague is not None or number < TELLING:
        return claim
    return min(
        same_number,
        key=lambda other: (
            other.figure.population != claim.figure.population,
            place_key(other.place) != place_key(claim.place),
            other.figure.start > claim.figure.start,
            abs(other.figure.start - claim.figure.start),
        ),
        default=claim,
    )


def is_part(claim: Claim) -> bool:
    """Whether a claim counts a part that only "of them" sets apart: children are a question of their own."""
    return claim.figure.measure == "part" and claim.figure.population not in DESCRIBED


def key_of(claim: Claim) -> Key:
    """The question that a claim answers by its own words alone."""
    family = family_of(claim)
    population = claim.figure.population
    if claim.party and population in SIDE:
        population = "side"
    if claim.figure.unit == "building":
        population = building_kind(claim)
    return Key(
        claim.figure.unit, family.name, population, claim.party, place_key(claim.place),
        is_part(claim), background_key(claim),
    )  # fmt: skip


def building_kind(claim: Claim) -> str:
    """What kind of buildings are counted: hospitals and schools are no homes."""
    words = f"{claim.figure.noun} {claim.quote}".casefold()
    kinds: dict[str, list[str]] = load("families")["buildings"]
    return next(
        (kind for kind, nouns in kinds.items() if any(noun in words for noun in nouns)), "homes"
    )


def place_key(place: str | None) -> str | None:
    """A place's name without case, accents and words like "province of"."""
    if not place:
        return None
    plain = unicodedata.normalize("NFKD", place)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    plain = re.sub(
        r"\b(?:the|in|province|region|city|town|district|of|central|al)\b|[^\w\s()]", " ", plain
    )
    return " ".join(plain.split()) or None


def background_key(claim: Claim) -> str:
    """Background figures stand apart by the year they are for; "" for the event's own."""
    if not claim.background:
        return ""
    return str(claim.as_of.last.year) if claim.as_of else "undated"


def join(by_key: dict[Key, list[Claim]], voices: Voices) -> dict[Key, list[Claim]]:
    """Join groups of one event that differ only in how the counted are called, where a figure shows they are one."""
    by_key = placed(by_key, voices)
    keys = sorted(by_key, key=str)
    parent = {key: key for key in keys}
    for left, right in combinations(keys, 2):
        if (
            joinable(left, right)
            and not between_places(left, right, by_key, voices)
            and not is_side_of_all(left, right, by_key)
            and (
                shared_figure(by_key[left], by_key[right], voices)
                or one_kind(left, right, by_key[left] + by_key[right])
            )
        ):
            merge(parent, left, right)
    joined: dict[Key, list[Claim]] = defaultdict(list)
    for key in keys:
        joined[top(parent, key)] += by_key[key]
    return joined


def placed(by_key: dict[Key, list[Claim]], voices: Voices) -> dict[Key, list[Claim]]:
    """Each figure without a place under the place that its speaker gives it elsewhere, where there are several.

    Where only one of them has figures of the unplaced group, the whole group is about it, unless a speaker tells it
    apart from the unnamed place by giving both at once.
    """
    found: dict[Key, list[Claim]] = defaultdict(list)
    for key in sorted(by_key, key=str):
        homes = places_for(key, by_key)
        apart = {home for home in homes if told_apart(by_key[key], by_key[home], voices)}
        shared = {
            claim.id: [home for home in homes if shares(claim, by_key[home], voices)]
            for claim in by_key[key]
        }
        several = len({home.place for home in homes}) > 1
        main = only_shared([[h for h in at if h not in apart] for at in shared.values()])
        if main is not None and (one_of_a_list(main, key, by_key) or is_small(main, key, by_key)):
            main = None
        for claim in by_key[key]:
            at = shared[claim.id]
            moves = len(at) == 1 and (several or at[0] in apart)
            own = replace(key, place=key.place or main) if several else key
            found[at[0] if moves else own].append(claim)
    return found


def one_of_a_list(place: str, key: Key, by_key: dict[Key, list[Claim]]) -> bool:
    """Whether a place's figures all stand beside other places' in their sentences: a part of what is told unplaced."""
    listed: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for home in places_for(key, by_key):
        for claim in by_key[home]:
            listed[claim.report, claim.sentence].add(home.place)
    beside = [places for places in listed.values() if place in places]
    return bool(beside) and all(len(places) > 1 for places in beside)


def is_small(place: str, key: Key, by_key: dict[Key, list[Claim]]) -> bool:
    """Whether the largest figure told of a place is below half of the largest told unplaced: it is a part of that."""
    there = [
        size(one) for home in places_for(key, by_key) if home.place == place for one in by_key[home]
    ]
    return 2 * max(there, default=0) < max((size(one) for one in by_key[key]), default=0)


def is_side_of_all(left: Key, right: Key, by_key: dict[Key, list[Claim]]) -> bool:
    """Whether one group counts a side and the other all: its largest figure is more than twice the side's largest."""
    if (left.party is None) == (right.party is None):
        return False
    side, everybody = (left, right) if left.party else (right, left)
    most = [max((size(one) for one in by_key[key]), default=0) for key in (side, everybody)]
    return 2 * most[0] < most[1]


def shares(claim: Claim, home: list[Claim], voices: Voices) -> bool:
    """Whether a placed group has a claim's figure: by the same speaker, or a number too rare to meet by chance."""
    rare = is_rare(exact(claim) or 0)
    return shared_figure([claim], home, voices) or (
        rare and any(quantity_key(claim) == quantity_key(other) for other in home)
    )


def told_apart(unplaced: list[Claim], home: list[Claim], voices: Voices) -> bool:
    """Whether one speaker gives two numbers for one day, one with the place and one without: two places are meant."""
    there = {quantity_key(claim) for claim in home}
    return any(
        voices.house(one) == voices.house(other)
        and voices.day(one) == voices.day(other)
        and quantity_key(one) not in there
        and size(one) >= TELLING
        and not compatible(one, other)
        and is_whole(one) and is_whole(other)
        for one in unplaced
        for other in home
    )  # fmt: skip


def is_whole(claim: Claim) -> bool:
    """Whether a claim is an affirmed total with a number."""
    return claim.stance == "affirmed" and claim.figure.measure == "total" and not is_vague(claim)


def places_for(key: Key, keys: Iterable[Key]) -> list[Key]:
    """The keys with a place that a key without one could belong to."""
    if key.place is not None:
        return []
    return [
        other for other in sorted(keys, key=str) if other.place is not None and joinable(key, other)
    ]


def only_shared(shared: Iterable[list[Key]]) -> str | None:
    """The one place that has figures of an unplaced group, None where several do."""
    places = {home.place for homes in shared for home in homes}
    return min(places, key=str) if len(places) == 1 else None


def between_places(left: Key, right: Key, by_key: dict[Key, list[Claim]], voices: Voices) -> bool:
    """Whether a group without a place could go to several, or is told apart from the one there is."""
    if (left.place is None) == (right.place is None):
        return False
    unplaced, home = (left, right) if left.place is None else (right, left)
    if told_apart(by_key[unplaced], by_key[home], voices):
        return True
    return len({key.place for key in places_for(unplaced, by_key)}) > 1


def joinable(left: Key, right: Key) -> bool:
    """Whether two keys differ only in what reports are loose about: party or none, place or none, population."""
    same = (left.unit, left.part, left.background) == (right.unit, right.part, right.background)
    shade = left.family == right.family or frozenset((left.family, right.family)) in SHADES
    loose = left.party is None or right.party is None or left.party == right.party
    where = left.place is None or right.place is None or left.place == right.place
    return same and shade and loose and where


def one_kind(left: Key, right: Key, claims: list[Claim]) -> bool:
    """Whether two shading families tell of one described kind of people: any two of their numbers can both be right."""
    if (
        left.family == right.family
        or left.population != right.population
        or left.population not in DESCRIBED
    ):
        return False
    numbers = [claim for claim in claims if not is_vague(claim)]
    return all(
        compatible(one, two) or bridged(one, two, numbers) for one, two in combinations(numbers, 2)
    )


def shared_figure(left: list[Claim], right: list[Claim], voices: Voices) -> bool:
    """Whether one speaker gives one number in both groups, large or for the same day, or denies it."""
    for first in left:
        for second in right:
            if quantity_key(first) != quantity_key(second) or first.figure.quantity.vague:
                continue
            telling = (first.figure.quantity.low or first.figure.quantity.high or 0) >= TELLING
            same_day = voices.day(first) == voices.day(second)
            same_voice = voices.speaker(first) == voices.speaker(second)
            if same_voice and telling and (same_day or not voices.speaker(first).startswith("own")):
                return True
            if first.stance != second.stance and telling and first.report == second.report:
                return True
    return False


def merge(parent: dict[Key, Key], left: Key, right: Key) -> None:
    """Make two groups one unless that would put two parties or two places under one question."""
    one, two = top(parent, left), top(parent, right)
    if one == two or not joinable(one, two):
        return
    keep, drop = (one, two) if rank(one) <= rank(two) else (two, one)
    merged = replace(keep, party=keep.party or drop.party, place=keep.place or drop.place)
    parent.setdefault(merged, merged)
    parent[keep] = merged
    parent[drop] = merged
    parent[merged] = merged


def rank(key: Key) -> tuple[bool, bool, str]:
    """Which of two keys names the joined group: the one with a party, with the general population."""
    return key.party is None, key.population != "side", str(key)


def top(parent: dict[Key, Key], key: Key) -> Key:
    """The key that stands for a key's group."""
    while parent[key] != key:
        key = parent[key]
    return key

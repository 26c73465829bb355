"""Takes the words of a column's head or a list's label; gives what a number under it counts, and in what condition."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from crossread.extract.words import (
    Noun,
    by_population,
    default_condition,
    goods,
    nouns,
    stretches,
    verbs,
)
from crossread.lexicon import load
from crossread.model.figure import Figure, Quantity, Unit
from crossread.model.sentence import Parsed

ColumnKind = Literal["count", "source", "date", "remark", "other", "place", "party", "open"]
LONGEST = 5
CAPTION_END = re.compile(
    r"[,;(–—]|\s(?:by|according|as|with|from|in|at|since|until|on)\s", re.IGNORECASE
)
"""What a caption says behind these is told of the counting, not of the counted."""
BEHIND = frozenset(
    [
        "from",
        "in",
        "at",
        "on",
        "by",
        "near",
        "to",
        "with",
        "without",
        "outside",
        "inside",
        "per",
        "under",
    ]
)
"""Words of a head behind which the counted noun no longer stands: "Persons outside centres"."""
BUILT_CONDITIONS = frozenset({None, "destroyed", "damaged", "affected", "missing"})
"""What can be said of a building; "Hospital admissions" counts no hospitals. Those "lost" are destroyed."""
OWNERS = re.compile(r"\b[^\W\d_]+s['’](?=\s)")
"""Whose a count is, in the plural: "the monitors' count" counts no monitors."""
BRACKETS = re.compile(r"\(([^()]*)\)")
BODIES = frozenset({"combatants", "staff"})
"""Populations whose nouns also name the body that counts: "Death toll (police)"."""
MARKS = str.maketrans("", "", "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
"""Marks of footnotes."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a head says: the kind of its column, the condition, who is counted; None where it does not say."""

    kind: ColumnKind
    condition: str | None = None
    population: str | None = None
    unit: Unit | None = None
    noun: str = ""


OPEN = Heading("open")


@cache
def _columns() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in load("tables")["columns"].items()}


@cache
def _own() -> dict[str, str]:
    return dict(load("tables")["conditions"])


def words_of(text: str) -> list[str]:
    """The words of a head, lower case, brackets opened and marks dropped."""
    words = OWNERS.sub(" ", text.lower().translate(MARKS))
    return re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|[%#$€£]", words)


def read(text: str) -> Heading:
    """The reading of a column's head or a label."""
    words = [word.rstrip(".") for word in words_of(text)]
    if not words:
        return OPEN
    bracketed = _bracketed(text)
    if bracketed is not None:
        return bracketed
    first, comma, _ = text.partition(",")
    if comma and condition_of(words_of(first)) is not None:
        return read(first)  # "Killed, all sides"
    named = _named(" ".join(words))
    if named is not None:
        return Heading(named)
    condition, noun = condition_of(words), _noun_before(words)
    if condition is not None and words[0] in BEHIND:
        noun = None  # "In shelters" counts no shelters
    if noun is not None and noun.unit == "building":
        if condition not in BUILT_CONDITIONS and noun.lemma not in words and len(words) > 1:
            return Heading("other")  # "Buildings evacuated"; "Hospital admissions" are people
        noun = noun if condition in BUILT_CONDITIONS else None
        condition = "destroyed" if noun is not None and condition == "missing" else condition
    if condition is None and noun is None:
        return Heading(_kind(words))
    kind = _kind(_before_preposition(words))
    if condition is None and kind in ("other", "source", "date"):
        return Heading(kind)
    if noun is not None and noun.kind == "thing" and " ".join(words) not in _own():
        return Heading("other")
    counted = noun is not None and noun.kind == "counted"
    population, unit = (
        (noun.population, noun.unit) if noun is not None and counted else (None, None)
    )
    if condition is not None and population is not None:
        condition = by_population().get(condition, {}).get(population, condition)
    return Heading("count", condition, population, unit, noun.lemma if noun is not None else "")


def _bracketed(text: str) -> Heading | None:
    """The reading of "Dead (plant staff)", "Death toll (hospital sources)": who is counted, or whose count it is."""
    outside, inside = BRACKETS.sub(" ", text), " ".join(BRACKETS.findall(text))
    if not inside or not outside.strip():
        return None
    head, who = read(outside), read(inside)
    if head.kind != "count" or head.condition is None or who.condition is not None:
        return None
    a_count = any(word in _columns()["count"] for word in words_of(outside))
    if who.kind != "count" or who.population is None or (a_count and who.population in BODIES):
        return head
    return replace(head, population=who.population, unit=who.unit, noun=who.noun)


def read_first(text: str) -> Heading:
    """The reading of a table's first column, where "Hospital" heads names of places and not patients."""
    whole = " ".join(word.rstrip(".") for word in words_of(text))
    kinds: tuple[ColumnKind, ...] = ("place", "party")
    return next((Heading(kind) for kind in kinds if whole in _columns()[kind]), None) or read(text)


def read_caption(text: str) -> Heading:
    """The reading of a table's caption, where things that it names beside people do not matter."""
    words = [word.rstrip(".") for word in words_of(CAPTION_END.split(text, maxsplit=1)[0])]
    condition, noun = condition_of(words), _noun(words)
    built = (
        noun is not None and noun.unit == "building" and condition not in ("destroyed", "damaged")
    )
    if (
        noun is None or noun.kind == "thing" or built
    ):  # "the wounded by hospital" counts no hospitals
        return OPEN if condition is None else Heading("count", condition)
    return Heading("count", condition, noun.population, noun.unit, noun.lemma)


KINDS: tuple[ColumnKind, ...] = ("source", "date", "other", "remark", "count", "place", "party")


def _named(whole: str) -> ColumnKind | None:
    """The kind of column that has just these words for its head, and says no condition by them."""
    if whole in _own():
        return None
    return next((kind for kind in KINDS if whole in _columns()[kind]), None)


def _kind(words: list[str]) -> ColumnKind:
    line = f" {' '.join(words)} "
    for kind in KINDS:
        if any(phrase in line for phrase in _parted()[kind]):
            return kind
    return "open"


@cache
def _parted() -> dict[ColumnKind, tuple[str, ...]]:
    """The phrases of each kind of column with a space on either side."""
    return {kind: tuple(f" {phrase} " for phrase in _columns()[kind]) for kind in KINDS}


def names_no_people(text: str) -> bool:
    """Whether a head names what is no count of people by a word of its own: "Capacity", "Cost (USD)", "Beds"."""
    words = [word.rstrip(".") for word in words_of(text)]
    return condition_of(words) is None and _kind(words) in ("other", "source", "date", "remark")


def names_goods(text: str) -> bool:
    """Whether a label is of goods, vehicles or animals: "Blankets", "Water tankers"."""
    noun = _noun_before([word.rstrip(".") for word in words_of(text)])
    return noun is not None and noun.lemma in goods()


def says_by_itself(text: str) -> bool:
    """Whether a head is a word that whatever the table is of cannot change: "Population"."""
    return _whole_of([word.rstrip(".") for word in words_of(text)]) is not None


def _whole_of(words: list[str]) -> str | None:
    whole: dict[str, str] = load("tables")["whole_conditions"]
    return whole.get(" ".join(word for word in words if word not in _neutral()))


def condition_of(words: list[str]) -> str | None:
    """The condition that a few words say: fixed stretches first, then nouns, adjectives and verbs."""
    nominal: str | None = _whole_of(words)
    for length in range(min(LONGEST, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            found = _stretch(words[at : at + length])
            if found is not None and length == 1 and words[at] in nouns():
                nominal = (
                    nominal or found
                )  # "Inmates escaped": what happened goes before who it was
            elif found is not None:
                return found
    named = [noun for word in words if (noun := nouns().get(word)) is not None and noun.condition]
    events = (n.condition for n in named if n.population == "people" and n.condition != "present")
    said = next(events, None)
    return said or _of_verb(words) or nominal or next((noun.condition for noun in named), None)


def _of_verb(words: list[str]) -> str | None:
    for word in words:
        readings = verbs().get(word, ())
        plain = [
            verb
            for verb in readings
            if not verb.rest and word != verb.lemma and word.endswith(("d", "n", "t", "ing"))
        ]
        if plain:
            return plain[0].condition
    return None


def _stretch(words: list[str]) -> str | None:
    own = _own().get(" ".join(words))
    if own is not None:
        return own
    parts = tuple(" ".join(words).replace("-", " - ").split())
    for section in ("phrase", "adjective"):
        found = stretches(section).get(parts)
        if found is not None:
            return found
    return None


def _noun_before(words: list[str]) -> Noun | None:
    """The counted noun before the first preposition, else the one behind it where no condition is said."""
    before = _before_preposition(words)
    first = _noun(before)
    if first is not None or len(before) == len(words) or condition_of(before) is not None:
        return first
    return _noun(words)


def _before_preposition(words: list[str]) -> list[str]:
    stop = next((at for at, word in enumerate(words) if at and word in BEHIND), len(words))
    return words[:stop]


def _noun(words: list[str]) -> Noun | None:
    """The counted noun of a head: the longest one, the later of two; bare names of conditions are none."""
    if any(word in _buildings() for word in words):
        return nouns().get("building")
    best: Noun | None = None
    length = 0
    for size in (3, 2, 1):
        for at in range(len(words) - size, -1, -1):
            noun = nouns().get(" ".join(words[at : at + size]))
            if noun is None or size <= length:
                continue
            if noun.kind == "thing" and words[at] in _columns()["count"]:
                continue  # "Number of injured", "Death toll"
            if (
                noun.kind == "counted"
                and noun.condition is not None
                and noun.population in ("people", "civilians")
            ):
                continue
            best, length = noun, size
    return best


@cache
def _buildings() -> frozenset[str]:
    return frozenset(load("tables")["adjectives"]["buildings"])


@cache
def _neutral() -> frozenset[str]:
    lists = load("tables")["adjectives"]
    return frozenset([*lists["neutral"], *load("dates")["months"], *load("dates")["weekdays"]])


def says_nothing(text: str) -> bool:
    """Whether a head only parts what the caption counts: "Male", "As of 10 May", "2023", "Cumulative"."""
    return all(word.rstrip(".") in _neutral() for word in words_of(text))


@cache
def _context() -> dict[str, Any]:
    lists = load("tables")
    return {
        population: (frozenset(words), frozenset(lists["context_conditions"][population]))
        for population, words in lists["context"].items()
    }


def population_in(context: str, condition: str) -> str | None:
    """Whom a table's caption and labels make of those counted: under "Prisons" the escaped are detainees."""
    words = set(words_of(context))
    for population, (cues, conditions) in _context().items():
        if words & cues and condition in conditions:
            return str(population)
    return None


UNITS: dict[str, Unit] = {"homes": "building", "families": "household"}


def figure_under(
    parsed: Parsed, quantity: Quantity, heading: Heading, *, context: str, rule: str
) -> Figure | None:
    """The figure of a number under a head; `context` is everything that says whose table it is."""
    sentence = parsed.sentence_at(quantity.core[0])
    if sentence is None:
        return None
    population, condition = heading.population, heading.condition
    if condition is not None and population in (None, "people"):
        population = population_in(context, condition) or population
    if population == "homes" and condition is None:
        return None  # buildings of which no damage is said
    population = population or ("homes" if condition in ("destroyed", "damaged") else "people")
    condition = condition or default_condition(population)
    if population == "detainees" and condition in ("present", "trapped"):
        condition = "detained"
    condition = by_population().get(condition, {}).get(population, condition)
    unit = UNITS.get(population, heading.unit or "person")
    start, end, anchor = quantity.start, quantity.end, quantity.core[0]
    return Figure(
        quantity, start, end, sentence.index, unit, population, condition, rule, anchor, heading.noun
    )  # fmt: skip

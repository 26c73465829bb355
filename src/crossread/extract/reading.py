"""A quantity in its sentence comes in; what it counts, who that is and in what condition goes out."""

from dataclasses import dataclass, replace

from crossread.extract.condition import condition, for_population
from crossread.extract.counted import Counted, counted
from crossread.extract.found import Found
from crossread.extract.measure import Measured, measured
from crossread.extract.memory import Topic, before, in_list, in_sentence, spoken_of
from crossread.extract.neighbours import by_neighbour
from crossread.extract.parts import share
from crossread.extract.tokens import Place, low, small_words
from crossread.extract.words import Noun, default_condition, group
from crossread.model.figure import Figure

NEAR_RULES = frozenset(["noun", "modifier", "words behind", "verb behind"])
"""Rules that look no further than the noun phrase's neighbours: they go before the whole that a part belongs to."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules make of a quantity: noun, condition, who is counted, and the figure it takes these from."""

    phrase: Counted
    noun: Noun | None
    population: str
    found: Found
    taken_from: Figure | None = None
    head: int | None = None


def read_quantity(place: Place, earlier: list[Figure], topic: Topic | None) -> Reading | str:
    """By what the number counts: a noun, a pronoun for people named before, an unknown word, nothing."""
    phrase = counted(place)
    if phrase.kind == "thing":
        return "thing"
    if phrase.kind == "counted" and phrase.noun is not None:
        return _of_noun(place, phrase, phrase.noun, earlier, topic)
    heir = in_list(place, earlier)
    found = condition(place, phrase, buildings=heir is not None and heir.unit == "building")
    if phrase.kind == "pronoun":
        return _of_pronoun(place, phrase, found, earlier) or "unclear"
    if phrase.kind in ("unknown", "name"):
        verbal = _read_as_verb(place, phrase, earlier, topic)
        return verbal or _of_unknown(place, phrase, found, earlier) or "thing"
    return _bare(place, phrase, found, earlier, topic) or "unclear"


def _of_noun(
    place: Place, phrase: Counted, noun: Noun, earlier: list[Figure], topic: Topic | None
) -> Reading | str:
    found = condition(place, phrase)
    population = noun.population
    if noun.unit == "building":
        if (
            found is not None
            and found.condition == "affected"
            and noun.lemma in small_words("lived_in")
        ):
            household = replace(noun, unit="household", population="families")
            return Reading(phrase, household, "families", found)
        if found is None or for_population(found.condition, population) not in group("buildings"):
            listed = in_list(place, earlier)
            if listed is None or listed.unit != "building":
                return "standing"
            found = Found(listed.condition, place.core_first, "list")
        return Reading(phrase, noun, population, _as(found, population))
    taken = None
    part = share(place, earlier)
    if _is_whole_of_share(place) and found is not None and found.rule not in ("noun", "modifier"):
        found = None
    if part.whole and found is not None and found.rule not in NEAR_RULES:
        found = None
    if (found is None or found.condition in group("weak")) and not (
        found and found.rule == "noun" and not part.whole
    ):
        source = part.whole or (in_list(place, earlier) if found is None else None)
        if source is not None:
            taken, found = source, Found(source.condition, place.core_first, "list")
        elif found is None and topic is not None and topic.condition is not None:
            found = Found(topic.condition, topic.anchor, "topic")
    if found is None:
        taken = _goes_on(place, population, earlier)
        said = taken.condition if taken else default_condition(population, noun.lemma)
        found = Found(said, phrase.head or place.core_first, "taken up" if taken else "default")
    if noun.condition is not None and population == "people":
        heir = in_list(place, earlier)
        if heir is not None and _may_inherit(place, phrase, heir, earlier):
            population, taken = heir.population, heir
        elif topic is not None and topic.noun is not None and topic.noun.condition is None:
            population = topic.noun.population
    return Reading(phrase, noun, population, _as(found, population), taken)


def _is_whole_of_share(place: Place) -> bool:
    """True for the second number of "98 of 3,798 prisoners fled": the verb is said of the first."""
    doc, at = place.doc, place.first - 1
    return at - 1 >= place.sentence.first and low(doc[at]) == "of" and doc[at - 1].like_num


def _may_inherit(place: Place, phrase: Counted, heir: Figure, earlier: list[Figure]) -> bool:
    """True where a bare count of "wounded" goes on with the soldiers or children counted before it."""
    beside = {f.population for f in earlier if f.sentence == place.sentence.index and f.noun}
    alone = phrase.inner[1] - phrase.inner[0] <= 1
    return alone and heir.unit == "person" and heir.population != "people" and len(beside) <= 1


def _goes_on(place: Place, population: str, earlier: list[Figure]) -> Figure | None:
    """The figure whose condition a noun without any takes over: one of this sentence or the one before it."""
    near = [
        f
        for f in earlier
        if place.sentence.index - f.sentence <= 1
        and f.condition in group("befallen")
        and place.parsed.sentences[f.sentence].block == place.sentence.block
    ]
    return before(place, near) if near and population in small_words("befallen") else None


def _as(found: Found, population: str) -> Found:
    return Found(for_population(found.condition, population), found.anchor, found.rule)


def _read_as_verb(
    place: Place, phrase: Counted, earlier: list[Figure], topic: Topic | None
) -> Reading | None:
    """ "Nine walk free": what looks like a noun behind the number is the verb of a headline."""
    if phrase.of:
        return None
    plain = Counted(place.first, place.last, "bare", inner=(place.last, place.last))
    found = next((f for f in by_neighbour(place, plain) if f.condition in group("people")), None)
    if found is None:
        return None
    heir = in_list(place, earlier)
    return _elliptic(
        place, plain, found, heir or before(place, earlier), same=heir is not None, topic=topic
    )


def _of_pronoun(
    place: Place, phrase: Counted, found: Found | None, earlier: list[Figure]
) -> Reading | None:
    whole = in_sentence(place, earlier) or before(place, earlier)
    if whole is None:
        if found is None or found.condition not in group("people"):
            return None
        return Reading(phrase, None, "people", found)
    if (
        found is None
        or found.condition == "present"
        or (found.condition in group("weak") and "further" in found.rule)
    ):
        found = Found(whole.condition, place.core_first, "taken up")
    return Reading(phrase, None, whole.population, _as(found, whole.population), whole)


def _of_unknown(
    place: Place, phrase: Counted, found: Found | None, earlier: list[Figure]
) -> Reading | None:
    """An unknown word counts people where only people can be in its condition, or where a list goes on."""
    if found is not None and found.condition in group("people") and "further" not in found.rule:
        return Reading(phrase, None, "people", found)
    source = in_list(place, earlier) or (before(place, earlier) if phrase.of else None)
    if phrase.kind == "name" and source is not None:
        return _taken_up(place, phrase, source, "list")
    return None


def _bare(
    place: Place,
    phrase: Counted,
    found: Found | None,
    earlier: list[Figure],
    topic: Topic | None,
) -> Reading | None:
    """A number alone: by its neighbour, by the noun that it measures, by verb, label, list or the figure before."""
    heir = in_list(place, earlier)
    same = heir is not None
    whole = heir or before(place, earlier)
    general = found is not None and found.rule == "verb behind" and found.condition in group("weak")
    if (
        general
        and whole is not None
        and whole.condition not in group("weak")
        and place.quantity.vague is None
    ):
        return _taken_up(place, phrase, whole)
    if found is not None and found.rule in ("verb behind", "words behind"):
        return _elliptic(
            place, phrase, found, heir or before(place, earlier), same=same, topic=topic
        )
    measure = measured(place, phrase, earlier)
    if measure is not None:
        return _by_measure(place, phrase, measure, found, earlier, topic)
    if found is not None and found.condition in group("people") and "further" not in found.rule:
        return _elliptic(
            place, phrase, found, heir or before(place, earlier), same=same, topic=topic
        )
    spoken = spoken_of(place, earlier) or (topic if topic is not None and topic.condition else None)
    if spoken is not None:
        population = spoken.noun.population if spoken.noun else "people"
        said = spoken.condition or (found.condition if found else default_condition(population))
        return Reading(
            phrase, spoken.noun, population, _as(Found(said, spoken.anchor, "topic"), population)
        )
    source = before(place, earlier)
    if source is None:
        return None
    return _taken_up(place, phrase, source)


def _taken_up(place: Place, phrase: Counted, source: Figure, rule: str = "taken up") -> Reading:
    return Reading(
        phrase, None, source.population, Found(source.condition, place.core_first, rule), source
    )


def _elliptic(
    place: Place,
    phrase: Counted,
    found: Found,
    source: Figure | None,
    *,
    same: bool,
    topic: Topic | None,
) -> Reading:
    """ "another 15 had been wounded": the verb is said, the noun is the one before."""
    if not same and source is not None and not _fits(found, source):
        source = None
    population = source.population if source is not None and source.unit == "person" else "people"
    if topic is not None and topic.noun is not None and topic.noun.condition is None and not same:
        population = topic.noun.population
    said = Found(_spared(place, found.condition, population), found.anchor, found.rule)
    return Reading(phrase, None, population, _as(said, population), source)


def _fits(found: Found, source: Figure) -> bool:
    """True where the people of an earlier figure can be those of whom a condition is said next."""
    if source.unit != "person":
        return False
    if source.population in ("detainees", "hostages"):
        return found.condition in group("custody")
    return found.condition in ("killed", "injured", "missing")


def _spared(place: Place, condition: str, population: str) -> str:
    """The condition, or, behind "all but", that of those whom it did not befall."""
    doc = place.doc
    words = [low(t) for t in doc[max(place.sentence.first, place.first - 4) : place.first]]
    spared = any(" ".join(words[-n:]) in small_words("exceptions") for n in (1, 2, 4) if words)
    return default_condition(population) if spared and condition not in group("weak") else condition


def _by_measure(
    place: Place,
    phrase: Counted,
    measure: Measured,
    found: Found | None,
    earlier: list[Figure],
    topic: Topic | None,
) -> Reading | None:
    said, anchor = measure.condition, measure.head
    source = None
    if said is None and found is not None and found.condition not in group("weak"):
        said, anchor = found.condition, found.anchor
    noun = measure.noun
    if said is None and noun is None:
        if topic is not None and topic.condition is not None:
            return Reading(
                phrase,
                topic.noun,
                topic.noun.population if topic.noun else "people",
                Found(topic.condition, topic.anchor, "topic"),
            )
        source = before(place, earlier)
        if source is None:
            return None
        return Reading(
            phrase,
            None,
            source.population,
            Found(source.condition, place.core_first, measure.rule),
            source,
            measure.head,
        )
    population = noun.population if noun is not None else "people"
    if said is None:
        said = default_condition(population, noun.lemma if noun is not None else "")
    if (
        noun is not None
        and noun.unit == "building"
        and for_population(said, population) not in group("buildings")
    ):
        return None
    return Reading(
        phrase,
        noun,
        population,
        Found(for_population(said, population), anchor, measure.rule),
        None,
        measure.head,
    )

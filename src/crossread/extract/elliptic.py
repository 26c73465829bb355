"""A quantity without a counted noun comes in; what it counts, by its verb or by the report so far, goes out."""

from dataclasses import replace

from crossread.extract.alike import in_row, same_number
from crossread.extract.asked import asked
from crossread.extract.condition import for_population
from crossread.extract.counted import Counted
from crossread.extract.found import Found
from crossread.extract.idioms import RULE as IDIOM
from crossread.extract.measure import Measured, measured, members
from crossread.extract.memory import before, in_sentence, spoken_of
from crossread.extract.neighbours import by_neighbour, past_apposition
from crossread.extract.readings import forms_of
from crossread.extract.scene import Reading, Scene, by_topic, fitted, taken_up
from crossread.extract.tokens import Place, low, small_words
from crossread.extract.words import default_condition, group, nouns
from crossread.model.figure import Figure


def read_pronoun(scene: Scene) -> Reading | None:
    """ "four of them": people named before, in a condition of their own or in the whole's."""
    found, place = scene.found, scene.place
    if past_apposition(place, scene.phrase) is not scene.phrase:
        named = nouns().get(low(place.doc[place.first - 2]))
        if named is not None and named.kind == "counted":
            usual = Found(default_condition(named.population), place.core_first, "default")
            said = fitted(found or usual, named.population)
            return Reading(scene.phrase, named, named.population, said)
    whole = in_sentence(place, scene.earlier) or before(place, scene.earlier)
    if whole is None:
        if found is None or found.condition not in group("people"):
            if low(place.doc[scene.phrase.last - 1]) != "us":
                return None
            found = found or Found(default_condition("people"), place.core_first, "default")
        return Reading(scene.phrase, None, "people", found)
    general = found is not None and found.condition in group("weak")
    moved = found is not None and found.condition in ("transferred", "affected")
    certain = found is not None and found.rule == IDIOM
    if found is None or (not certain and (found.condition == "present" or (general and not moved))):
        found = Found(whole.condition, place.core_first, "taken up")
    return Reading(scene.phrase, None, whole.population, fitted(found, whole.population), whole)


def read_unknown(scene: Scene) -> Reading | None:
    """An unknown word: the verb of a headline, or people where only people can be in its condition or list."""
    verbal = _as_verb(scene)
    if verbal is not None:
        return verbal
    found = scene.found
    if found is not None and found.condition in group("people") and "further" not in found.rule:
        return Reading(scene.phrase, None, "people", found)
    source = scene.whole if scene.phrase.of else scene.heir
    if scene.phrase.kind == "name" and source is not None:
        return taken_up(scene, source, "list")
    return None


def _as_verb(scene: Scene) -> Reading | None:
    """ "Nine walk free": what looks like a noun behind the number is its verb."""
    place = scene.place
    if scene.phrase.of:
        return None
    plain = Counted(place.first, place.last, "bare", inner=(place.last, place.last))
    said = group("people") | group("shown")
    found = next((f for f in by_neighbour(place, plain) if f.condition in said), None)
    if found is None:
        return None
    return _said_of_it(Scene(place, plain, found, scene.earlier, scene.topic), found)


def read_bare(scene: Scene) -> Reading | None:
    """A number alone: by its neighbour, the noun that it measures, its verb, the topic, or the figure before."""
    found, whole = scene.found, scene.whole
    if found is not None and found.rule == IDIOM:
        return _said_of_it(scene, found)
    body = members(scene.place)
    if body is not None and (found is None or found.condition in group("weak")):
        return _by_measure(replace(scene, found=None), body)
    if found is not None and found.rule in ("verb behind", "words behind"):
        return _goes_with_whole(scene, found, whole) or _said_of_it(scene, found)
    if found is not None and found.condition in group("buildings") and scene.heir is not None:
        return Reading(scene.phrase, None, scene.heir.population, found, scene.heir)
    row = in_row(scene.place, scene.earlier) if found is None else None
    if row is not None:
        return taken_up(scene, row)
    measure = measured(scene.place, scene.phrase, scene.earlier)
    if measure is not None:
        things = measure.noun is not None and measure.noun.kind == "thing"
        return None if things else _by_measure(scene, measure)
    question = asked(scene.place, scene.earlier)
    if question is not None and question.condition is not None and found is None:
        return by_topic(scene, question, question.condition)
    if found is not None and "further" not in found.rule and _is_definite(scene, found):
        return _said_of_it(scene, found)
    listed = _next_in_list(scene) if found is None else None
    if listed is not None:
        return taken_up(scene, listed, "list")
    same = same_number(scene.place, scene.earlier)
    if same is not None and found is None:
        return taken_up(scene, same)
    return _of_spoken(scene)


def _of_spoken(scene: Scene) -> Reading | None:
    """A number alone by what its sentence or the topic speaks of, else by the figure before."""
    found, spoken = scene.found, spoken_of(scene.place, scene.earlier)
    if spoken is None and scene.topic is not None and scene.topic.condition:
        spoken = scene.topic
    if spoken is None:
        source = before(scene.place, scene.earlier)
        return taken_up(scene, source) if source is not None else None
    usual = default_condition(spoken.noun.population if spoken.noun else "people")
    return by_topic(scene, spoken, spoken.condition or (found.condition if found else usual))


def in_part(scene: Scene) -> Reading | None:
    """ "19 houses burned down and 70 partially": the same buildings, damaged."""
    doc, at, heir = scene.place.doc, scene.place.last, scene.heir
    if heir is None or heir.unit != "building" or at >= scene.place.sentence.last:
        return None
    if low(doc[at]) not in small_words("partly"):
        return None
    found = Found("damaged", at, "words behind", firm=True)
    return Reading(scene.phrase, None, heir.population, found, heir)


def _is_definite(scene: Scene, found: Found) -> bool:
    """True where a finding says enough of a bare number: a condition of people, or a verb like "sent"."""
    verb = low(scene.place.doc[found.anchor])
    return found.condition in group("people") or verb in forms_of("definite")


def _next_in_list(scene: Scene) -> Figure | None:
    """The figure right before a bare number, with only a comma or "and" between: "31 wounded, five by machete"."""
    last, place = in_sentence(scene.place, scene.earlier), scene.place
    if last is None:
        return None
    between = [t for t in place.doc[place.sentence.first : place.first] if t.idx >= last.end]
    tight = 0 < len(between) <= 2 and all(low(t) in (",", "and", "&", ";") for t in between)
    return last if tight and last.quantity.low != place.quantity.low else None


def _goes_with_whole(scene: Scene, found: Found, whole: Figure | None) -> Reading | None:
    """Behind a general verb ("26 came from abroad") the earlier figure says more than the verb."""
    general = found.rule == "verb behind" and found.condition in group("weak")
    general = general and low(scene.place.doc[found.anchor]) not in forms_of("definite")
    if not general or whole is None or whole.condition in group("weak"):
        return None
    return taken_up(scene, whole) if scene.place.quantity.vague is None else None


def _said_of_it(scene: Scene, found: Found) -> Reading:
    """ "another 15 had been wounded": the verb is said, the noun is the one before."""
    source, listed = scene.whole, scene.heir is not None
    if not listed and source is not None and not _fits(found, source):
        source = None
    population = source.population if source is not None and source.unit == "person" else "people"
    topic = scene.topic
    if topic is not None and topic.noun is not None and topic.noun.condition is None and not listed:
        population = topic.noun.population
    said = replace(found, condition=_spared(scene.place, found.condition, population))
    return Reading(scene.phrase, None, population, fitted(said, population), source)


def _fits(found: Found, source: Figure) -> bool:
    """True where the people of an earlier figure can be those of whom a condition is said next."""
    if source.unit != "person":
        return False
    if source.population in ("detainees", "hostages"):
        return found.condition in group("custody")
    return found.condition in ("killed", "injured", "missing")


def _spared(place: Place, condition: str, population: str) -> str:
    """The condition, or, behind "all but", that of those whom it did not befall."""
    words = [low(t) for t in place.doc[max(place.sentence.first, place.first - 4) : place.first]]
    spared = any(" ".join(words[-n:]) in small_words("exceptions") for n in (1, 2, 4) if words)
    return default_condition(population) if spared and condition not in group("weak") else condition


def _by_measure(scene: Scene, measure: Measured) -> Reading | None:
    """ "the toll stood at 93": the measured noun's condition, or what the verb, the topic or the past add."""
    found, noun = scene.found, measure.noun
    said, anchor = measure.condition, measure.head
    if said is None and found is not None and found.condition not in group("weak"):
        said, anchor = found.condition, found.anchor
    if said is None and noun is None:
        return _by_count_word(scene, measure)
    population = noun.population if noun is not None else "people"
    if said is None and population in small_words("befallen"):
        said = _befallen_before(scene)
    said = said or default_condition(population, noun.lemma if noun is not None else "")
    said = for_population(said, population)
    if noun is not None and noun.unit == "building" and said not in group("buildings"):
        return None
    found = Found(said, anchor, measure.rule)
    source = before(scene.place, scene.earlier) if noun is None else None
    if source is not None and source.condition == said and source.unit == "person":
        return Reading(scene.phrase, None, source.population, found, source, measure.head)
    return Reading(scene.phrase, noun, population, found, None, measure.head)


def _befallen_before(scene: Scene) -> str | None:
    """What befell those counted before, of whom "Foreign nationals – 14" are some."""
    source = before(scene.place, scene.earlier)
    if source is None or source.condition not in group("befallen"):
        return None
    near = scene.place.sentence.index - source.sentence <= 1
    new, old = scene.place.quantity.low, source.quantity.low
    return source.condition if near and new is not None and old is not None and new <= old else None


def _by_count_word(scene: Scene, measure: Measured) -> Reading | None:
    """ "the figure is 86": a count of what the topic or an earlier figure counts."""
    if scene.topic is not None and scene.topic.condition is not None:
        return by_topic(scene, scene.topic, scene.topic.condition)
    source = before(scene.place, scene.earlier)
    if source is None:
        return None
    found = Found(source.condition, scene.place.core_first, measure.rule)
    return Reading(scene.phrase, None, source.population, found, source, measure.head)

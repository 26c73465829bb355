"""A quantity in its sentence comes in; what it counts, who that is and in what condition goes out."""

from dataclasses import replace

from crossread.extract.condition import condition, for_population
from crossread.extract.counted import Counted, counted
from crossread.extract.elliptic import in_part, read_bare, read_pronoun, read_unknown
from crossread.extract.found import Found
from crossread.extract.idioms import RULE as IDIOM
from crossread.extract.memory import Topic, before, in_list, in_sentence
from crossread.extract.parts import share
from crossread.extract.scene import Reading, Scene, fitted
from crossread.extract.stock import counts_goods
from crossread.extract.tokens import Place, low, small_words
from crossread.extract.words import Noun, default_condition, goods, group, nouns, stretches
from crossread.model.figure import Figure

DWARFING = 20
"""How many times the earlier figure a new one may be and still speak of the same people."""
NONE_REACH = 6
"""Tokens between "none of" and the number: "none of the dam's regular 14 workers"."""
NEAR_RULES = frozenset(["noun", "modifier", "words behind", "verb behind", IDIOM])
"""Rules that look no further than the noun phrase's neighbours: they go before the whole that a part belongs to."""


def read_quantity(place: Place, earlier: list[Figure], topic: Topic | None) -> Reading | str:
    """By what the number counts: a noun, a pronoun for people named before, an unknown word, nothing."""
    phrase = counted(place)
    if phrase.kind == "thing":
        return "goods" if _are_goods(place, phrase) else "thing"
    if phrase.kind == "bare" and counts_goods(place):
        return "goods"
    if _counts_those_who_live_there(place) and phrase.kind in ("bare", "counted"):
        return Reading(
            phrase, phrase.noun, "people", Found("present", place.core_first, "live there")
        )
    heir = in_list(place, earlier)
    damaged = phrase.kind != "counted" and heir is not None and heir.unit == "building"
    scene = Scene(place, phrase, condition(place, phrase, buildings=damaged), earlier, topic)
    if phrase.kind == "counted" and phrase.noun is not None:
        if phrase.noun.unit == "building":
            return _buildings(scene, phrase.noun)
        return _people(scene, phrase.noun)
    if phrase.kind == "pronoun":
        return read_pronoun(scene) or "unclear"
    if phrase.kind in ("unknown", "name"):
        return read_unknown(scene) or "thing"
    return in_part(scene) or read_bare(scene) or "unclear"


def _are_goods(place: Place, phrase: Counted) -> bool:
    """Whether a noun is of goods, vehicles or animals, and no part of a longer word: "three bullet-hit"."""
    stop, last = place.sentence.last, phrase.last
    tied = last < stop and place.doc[last].text in ("-", "‑")
    return phrase.noun is not None and phrase.noun.lemma in goods() and not tied


def _counts_those_who_live_there(place: Place) -> bool:
    """True for "fled the city of one million": the people of a place, whatever befell some of them."""
    at = place.first - 1
    of = at > place.sentence.first and low(place.doc[at]) == "of"
    return of and low(place.doc[at - 1]) in small_words("inhabited")


def _buildings(scene: Scene, noun: Noun) -> Reading | str:
    """Buildings count when destroyed or damaged; homes without power stand for the households in them."""
    found, phrase = scene.found, scene.phrase
    if (
        found is not None
        and found.condition == "affected"
        and noun.lemma in small_words("lived_in")
    ):
        household = replace(noun, unit="household", population="families")
        return Reading(phrase, household, "families", found)
    if found is None or for_population(found.condition, noun.population) not in group("buildings"):
        listed = scene.heir
        if listed is None or listed.unit != "building":
            return "standing"
        found = Found(listed.condition, scene.place.core_first, "list")
    return Reading(phrase, noun, noun.population, fitted(found, noun.population))


def _people(scene: Scene, noun: Noun) -> Reading:
    """Persons and households: their condition by the sentence, else by the whole, the list, the label, the past."""
    found, taken = _condition_of_people(scene, noun)
    population = noun.population
    known = _said_with_this_number(scene, found, population)
    if known is not None:
        found = Found(known.condition, found.anchor, found.rule)
    if noun.condition is not None and population == "people":
        heir, topic = scene.heir, scene.topic
        kind = _kind_inside(scene)
        if kind is not None:
            population = kind
        elif heir is not None and _may_inherit(scene, heir):
            population, taken = heir.population, heir
        elif topic is not None and topic.noun is not None and topic.noun.condition is None:
            population = topic.noun.population
    return Reading(scene.phrase, noun, population, fitted(found, population), taken)


def _kind_inside(scene: Scene) -> str | None:
    """Who the words before a noun of condition say are counted: "84 civilian deaths", "12 child casualties"."""
    first, last = scene.phrase.inner
    for token in scene.place.doc[first : max(first, last - 1)]:
        noun = nouns().get(low(token))
        if noun is not None and noun.kind == "counted" and noun.condition is None:
            return noun.population if noun.population != "people" else None
    return None


def _said_with_this_number(scene: Scene, found: Found, population: str) -> Figure | None:
    """The earlier figure of prisoners whose number is now said of "people" who leave: they are still the prisoners."""
    if population != "people" or found.condition not in group("moving"):
        return None
    value = scene.place.quantity.low
    same = [
        f
        for f in scene.earlier
        if f.quantity.low == value is not None and f.population in ("detainees", "hostages")
    ]
    return same[-1] if same and same[-1].condition in group("custody") else None


def _condition_of_people(scene: Scene, noun: Noun) -> tuple[Found, Figure | None]:
    """The condition, and the figure that it is taken from where the sentence itself says none."""
    place, found = scene.place, _own_finding(scene)
    anchor = scene.phrase.head or place.core_first
    usual = Found(default_condition(noun.population, noun.lemma), anchor, "default")
    if _is_none_of(place) or (found is None and _is_whole_of_share(place)):
        return usual, None
    if found is not None and found.rule == IDIOM:
        return found, None
    whole = share(place, scene.earlier).whole
    by_noun_alone = found is not None and found.rule == "noun" and whole is None
    if (found is None or found.condition in group("weak")) and not by_noun_alone:
        listed = found is None and not _has_own_verb(scene)
        source = whole or (scene.heir if listed else None)
        if source is not None:
            return Found(source.condition, place.core_first, "list"), source
    if found is not None:
        return found, None
    if scene.topic is not None and scene.topic.condition is not None:
        return Found(scene.topic.condition, scene.topic.anchor, "topic"), None
    taken = _goes_on(place, noun.population, scene.earlier)
    if taken is not None:
        return Found(taken.condition, anchor, "taken up"), taken
    return usual, None


def _has_own_verb(scene: Scene) -> bool:
    """True where the noun hangs on a verb behind the figure before: "let 15 women go and kept 40 men" is no list."""
    last, head = in_sentence(scene.place, scene.earlier), scene.phrase.head
    if last is None or head is None or (last.unit == "person" and last.measure == "part"):
        return False
    verb = scene.place.doc[head].head
    return verb.pos_ == "VERB" and verb.idx >= last.end


def _own_finding(scene: Scene) -> Found | None:
    """The condition found, unless it is said of another number: the first of "98 of 3,798", the whole of a part."""
    found = scene.found
    if found is None or found.rule in ("noun", "modifier"):
        return found
    if _is_whole_of_share(scene.place):
        return None
    part = share(scene.place, scene.earlier)
    return None if part.whole and found.rule not in NEAR_RULES else found


def _is_none_of(place: Place) -> bool:
    """True for "none of its 14 workers": whatever is said of them, it befell nobody."""
    doc, first = place.doc, place.sentence.first
    for at in range(place.first - 1, max(first, place.first - NONE_REACH) - 1, -1):
        if doc[at].pos_ in ("VERB", "PUNCT"):
            return False
        if low(doc[at]) == "of":
            words = [low(t) for t in doc[max(first, at - 2) : at]]
            return words[-1:] in (["none"], ["neither"]) or words == ["not", "one"]
    return False


def _is_whole_of_share(place: Place) -> bool:
    """True for the second number of "98 of 3,798 prisoners fled": the verb is said of the first."""
    doc, at = place.doc, place.first - 1
    while at > place.sentence.first and low(doc[at]) in small_words("determiners"):
        at -= 1
    return bool(at - 1 >= place.sentence.first and low(doc[at]) == "of" and doc[at - 1].like_num)


def _may_inherit(scene: Scene, heir: Figure) -> bool:
    """True where a bare count of "wounded" goes on with the soldiers or children counted before it."""
    phrase: Counted = scene.phrase
    index = scene.place.sentence.index
    beside = {f.population for f in scene.earlier if f.sentence == index and f.noun}
    alone = phrase.inner[1] - phrase.inner[0] <= 1 and (phrase.text.casefold(),) in stretches(
        "adjective"
    )
    return alone and heir.unit == "person" and heir.population != "people" and len(beside) <= 1


def _dwarfs(place: Place, figure: Figure) -> bool:
    """True where the new count is so much larger that it cannot go on with the old: nine shot, 500,000 in the camp."""
    new, old = place.quantity.low, figure.quantity.low
    return new is not None and old is not None and new > DWARFING * old


def _goes_on(place: Place, population: str, earlier: list[Figure]) -> Figure | None:
    """The figure whose condition a noun without any takes over: one of this sentence or the one before it.

    Behind a colon anybody may be counted: "It has passed 300: sixty-nine fighters …".
    """
    near = [
        f
        for f in earlier
        if place.sentence.index - f.sentence <= 1
        and f.condition in group("befallen")
        and place.parsed.sentences[f.sentence].block == place.sentence.block
        and not _dwarfs(place, f)
    ]
    spelt_out = place.first > place.sentence.first and place.doc[place.first - 1].text == ":"
    goes_on = spelt_out or population in small_words("befallen")
    return before(place, near) if near and goes_on else None

"""A counted noun phrase in its sentence comes in; the condition that the sentence puts it in goes out."""

from dataclasses import replace

from crossread.extract.clause import (
    by_inversion,
    by_measure,
    by_shared_tail,
    by_verb_after,
    by_verb_before,
    by_verb_right_before,
    by_words_before,
)
from crossread.extract.counted import Counted
from crossread.extract.found import Found, Rule
from crossread.extract.governors import by_tree
from crossread.extract.idioms import by_idiom
from crossread.extract.neighbours import by_modifier, by_neighbour, by_noun
from crossread.extract.outcome import outcome
from crossread.extract.readings import forms_of, is_gerund
from crossread.extract.senses import in_context
from crossread.extract.tokens import BE, Place, low
from crossread.extract.words import by_population, group, verbs

RULES: tuple[Rule, ...] = (
    by_noun, by_words_before, by_neighbour, by_verb_right_before, by_tree, by_verb_before, by_inversion, by_modifier,
    by_shared_tail, by_measure, by_verb_after,
)  # fmt: skip


def condition(place: Place, phrase: Counted, *, buildings: bool = False) -> Found | None:
    """The condition of what is counted, as its word has it in this sentence."""
    certain = by_idiom(place, phrase)
    if certain is not None:
        return certain
    found = _moved_on(place, phrase) or _first(place, phrase, buildings=buildings)
    return in_context(place, found) if found is not None else None


def _moved_on(place: Place, phrase: Counted) -> Found | None:
    """ "four of the wounded died", "38 fugitives were caught": what became of those in the state that a noun names."""
    state = phrase.noun.condition if phrase.noun is not None else None
    if state is None or state == "killed":
        return None
    for found in by_neighbour(place, phrase):
        helped = found.condition == "killed" or any(
            low(t) in BE for t in place.doc[phrase.last : found.anchor]
        )
        if phrase.of and found.condition not in group("weak"):
            return found
        told = found.rule == "verb behind" and found.condition in group("outcomes")
        if state in group("passing") and helped and told:
            return found
    return None


def _first(place: Place, phrase: Counted, *, buildings: bool) -> Found | None:
    """The first strong finding by order of rules, else the first weak one."""
    weak: Found | None = None
    of_buildings = buildings or (phrase.noun is not None and phrase.noun.unit == "building")
    for rule in RULES:
        for found in rule(place, phrase):
            if found.condition in group("buildings") and not of_buildings:
                continue
            if of_buildings:
                found = _of_buildings(place, found)
            if _has_another_subject(place, phrase, found):
                continue
            if weak is not None and _only_finds(place, found) and weak.rule == "words behind":
                continue
            if found.condition not in group("weak") and not _says_only_a_role(found, phrase):
                return _main_verb(place, phrase, found) or _known_of(place, phrase, found) or found
            if weak is None or _says_more(found, weak):
                weak = found
    return weak


def _only_finds(place: Place, found: Found) -> bool:
    """True for "found 48 infants in need of milk": the state behind says how they are, the verb that they were met."""
    by_verb = found.rule in ("object of verb", "verb before")
    return by_verb and low(place.doc[found.anchor]) in forms_of("finding")


def _says_more(found: Found, weak: Found) -> bool:
    """True for what is said of residents and passengers, whose noun says no more than that they are there."""
    near = found.rule in ("words behind", "verb behind", "predicate")
    bare = weak.rule == "noun" and weak.condition == "present"
    return near and bare and found.condition == "affected"


def _has_another_subject(place: Place, phrase: Counted, found: Found) -> bool:
    """True where the verb behind has its subject before the count: "buses carrying 1,200 people left"."""
    verb = place.doc[found.anchor]
    if found.rule != "verb behind" or phrase.head is None or verb.pos_ != "VERB":
        return False
    subjects = [c.i for c in verb.children if c.dep_.startswith("nsubj")]
    return bool(subjects) and max(subjects) < place.first and place.doc[phrase.head].dep_ == "obj"


def _main_verb(place: Place, phrase: Counted, found: Found) -> Found | None:
    """What befell those who were at something, or what has become of those "held since" or "who had been held"."""
    later = outcome(place, phrase, found)
    if later is not None:
        return later
    verb = place.doc[found.anchor]
    if found.rule != "verb behind":
        return None
    if verb.dep_ == "acl:relcl" and verb.head.i == phrase.head and found.condition != "killed":
        others = (f for f in by_tree(place, phrase) if f.anchor != found.anchor)
        main = next((f for f in others if f.condition in group("people")), None)
        return main and replace(main, firm=True)
    if not is_gerund(verb):
        return None
    if found.condition in group("befallen"):
        return None
    return next((f for f in by_tree(place, phrase) if f.condition in group("befallen")), None)


def _known_of(place: Place, phrase: Counted, found: Found) -> Found | None:
    """ "the fate of the 850 children held in the prison": where they are known to be goes before what is not known."""
    if found.condition != "missing" or found.rule != "words before" or phrase.head is None:
        return None
    for child in place.doc[phrase.head].children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            plain = [verb for verb in verbs().get(low(child), ()) if not verb.rest]
            if plain and plain[0].condition in group("custody"):
                return Found(plain[0].condition, child.i, "reduced relative")
    return None


def _of_buildings(place: Place, found: Found) -> Found:
    """The finding with what its verb says of buildings: they burn down, people are burned."""
    if found.condition in group("buildings"):
        return found
    own = (v for v in verbs().get(low(place.doc[found.anchor]), ()) if not v.rest)
    built = next((v.condition for v in own if v.condition in group("buildings")), None)
    return replace(found, condition=built) if built is not None else found


def _says_only_a_role(found: Found, phrase: Counted) -> bool:
    return found.rule == "noun" and phrase.noun is not None and phrase.noun.role


def for_population(found: str, population: str) -> str:
    """The condition as the population makes it: prisoners who flee have escaped."""
    return by_population().get(found, {}).get(population, found)

"""A counted noun phrase comes in; the conditions that it and the words right behind it say go out."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from crossread.extract.counted import Counted
from crossread.extract.found import Found
from crossread.extract.readings import forms_of, has_object, is_gerund, reading, takes_object
from crossread.extract.tokens import (
    AUXILIARIES,
    BE,
    CLAUSE_ENDS,
    QUOTES,
    Place,
    low,
    match,
    small_words,
    tagged,
)
from crossread.extract.words import Verb, group, nouns, stretches, verbs

CARE_REACH = 5
"""Tokens behind "in" in which the place of care stands: "in the city's general hospital"."""

_GET = frozenset(["get", "gets", "got", "getting"])


def by_noun(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "12 deaths", "40 wounded", "3,597 escapees": the counted noun is the condition."""
    noun = phrase.noun
    if noun is not None and noun.condition is not None and phrase.head is not None:
        yield Found(noun.condition, phrase.head, "noun")


def by_modifier(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "two more dead men", "1,710 destroyed buildings": an adjective inside the noun phrase."""
    doc = place.doc
    first, last = phrase.inner
    for at in range(first, max(first, last - 1)):
        hit = match(doc, at, last, section="adjective")
        if hit is not None:
            yield Found(hit[1], at, "modifier")


def by_neighbour(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "12 people killed", "300 are homeless", "850 in shelters": the words right behind the noun phrase."""
    whole = past_apposition(place, phrase)
    for found in _by_words_behind(place, whole):
        firm = whole is not phrase and found.condition in group("outcomes")
        yield replace(found, firm=firm)


def _by_words_behind(place: Place, phrase: Counted) -> Iterator[Found]:
    doc, stop = place.doc, place.sentence.last
    at, passive = _past_auxiliaries(doc, phrase.last, stop)
    for start in range(phrase.last, min(at, stop)):
        hit = match(doc, start, stop, section="phrase")
        if hit is not None:
            yield Found(hit[1], start, "words behind")
    if at >= stop or doc[at].text in CLAUSE_ENDS:
        return
    if _is_in_care(doc, at, stop) and not _is_on_duty(phrase):
        yield Found("hospitalised", at, "words behind")
    shared = _among(doc, at, stop) or _listed(doc, at, stop)
    if shared is not None:
        yield Found(shared, at, "words behind")
    active = _is_perfect(doc, phrase.last, at) or has_object(doc[at])
    hits = [
        hit
        for section in ("phrase", "adjective")
        if not (active and section == "adjective" and _is_participle(doc[at]))
        and (hit := match(doc, at, stop, section=section)) is not None
    ]
    lacking = _in_want(doc, at, stop) if not hits else None
    if lacking is not None:
        yield Found(lacking, at, "words behind")
    verb = verb_behind(doc, at, stop, passive=passive, active=active)
    if verb in group("weak") and (state := _state_behind(doc, at, stop)) is not None:
        yield Found(state, at + 1, "words behind")
    if verb is not None and not (hits and hits[0][0] - at > 1):
        yield Found(verb, at, "verb behind")
    for _, found in sorted(hits, reverse=True):
        yield Found(found, at, "words behind")


def past_apposition(place: Place, phrase: Counted) -> Counted:
    """The phrase with its commas where its number stands between them: "the others, 28 in all, have not been seen"."""
    doc, stop, before = place.doc, place.sentence.last, place.first - 1
    if phrase.kind not in ("bare", "pronoun") or before <= place.sentence.first:
        return phrase
    last = phrase.last
    for words in (("in", "all"), ("in", "total"), ("or", "so"), ("altogether",), ("together",)):
        if [low(t) for t in doc[last : last + len(words)]] == list(words):
            last += len(words)
    set_off = doc[before].text == "," and last + 1 < stop and doc[last].text == ","
    named = doc[before - 1].pos_ in ("NOUN", "PROPN", "PRON")
    goes_on = set_off and doc[last + 1].tag_ in ("VBD", "VBP", "VBZ", "MD")
    return replace(phrase, last=last + 1) if named and goes_on else phrase


def _state_behind(doc: Doc, at: int, stop: int) -> str | None:
    """ "living in places of detention", "remained without light", "remain wounded": the state behind a general verb."""
    where = match(doc, at + 1, stop, section="phrase")
    if where is None and low(doc[at]) in forms_of("staying"):
        where = match(doc, at + 1, stop, section="adjective")
    return where[1] if where is not None else _in_want(doc, at + 1, stop)


def _is_in_care(doc: Doc, at: int, stop: int) -> bool:
    """True for "in its burns unit", "in the wards": a place of care right behind."""
    if low(doc[at]) not in ("in", "at", "inside"):
        return False
    for here in range(at + 1, min(stop, at + CARE_REACH)):
        if low(doc[here]) in small_words("wards"):
            return True
        if low(doc[here]) == "unit" and low(doc[here - 1]) in small_words("units_of_care"):
            return True
        if doc[here].pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
            return False
    return False


def _is_on_duty(phrase: Counted) -> bool:
    return phrase.noun is not None and phrase.noun.population in ("staff", "combatants", "homes")


def _among(doc: Doc, at: int, stop: int) -> str | None:
    """ "among those held", "among the freed": what befell the others befell these."""
    if at + 2 >= stop or low(doc[at]) not in ("among", "amongst"):
        return None
    if low(doc[at + 1]) not in ("the", "those", "them"):
        return None
    hit = match(doc, at + 2, stop, section="adjective")
    if hit is not None:
        return hit[1]
    verb = reading(doc, at + 2, "object", stop=stop)
    return verb.condition if verb is not None and doc[at + 2].pos_ == "VERB" else None


def _listed(doc: Doc, at: int, stop: int) -> str | None:
    """ "names on its list of arrested people": what the list is of."""
    for here in range(at + 1, min(stop - 1, at + 4)):
        if low(doc[here]) in ("list", "register", "roll") and low(doc[here + 1]) == "of":
            words = range(here + 2, min(stop, here + 5))
            hits = (match(doc, n, stop, section="adjective") for n in words)
            said = next((hit[1] for hit in hits if hit is not None), None)
            nominal = (nouns().get(low(doc[n])) for n in words)
            return said or next((n.condition for n in nominal if n and n.condition), None)
    return None


def _in_haven(doc: Doc, at: int, stop: int) -> bool:
    """True for "in LGEA school", "at the parish church": a building that takes people in, behind names and articles."""
    for here in range(at + 1, min(stop, at + 5)):
        if low(doc[here]) in small_words("havens"):
            return True
        if doc[here].pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "NUM"):
            return False
    return False


def _in_want(doc: Doc, at: int, stop: int) -> str | None:
    """ "are without clean water", "in 214 shelters": a lack of any kind; a fixed stretch with a number in it."""
    if at + 1 >= stop:
        return None
    if low(doc[at]) == "without" and not _lacks_nothing(doc, at + 1, stop):
        return "affected" if doc[at + 1].pos_ in ("NOUN", "ADJ", "DET", "") else None
    if low(doc[at]) in ("in", "at") and low(doc[at - 1]) in BE and _in_haven(doc, at, stop):
        return "sheltered"
    if low(doc[at]) in ("in", "at") and doc[at + 1].like_num and at + 2 < stop:
        return stretches("phrase").get((low(doc[at]), low(doc[at + 2])))
    return None


def _lacks_nothing(doc: Doc, at: int, stop: int) -> bool:
    """True behind "without" for what nobody is in want of: "a doubt", "charge", "a warrant"."""
    here = at + 1 if low(doc[at]) in ("a", "an") and at + 1 < stop else at
    return low(doc[here]) in small_words("not_lacked")


def _past_auxiliaries(doc: Doc, at: int, stop: int) -> tuple[int, bool]:
    """The first telling token behind a noun phrase, and whether a form of be was passed on the way."""
    passive, start = False, at
    while at < stop and at - start < 8:
        word = low(doc[at])
        helps = word in BE or (word in _GET and at + 1 < stop and doc[at + 1].tag_ == "VBN")
        passive = passive or helps
        skip = (
            helps
            or (word in AUXILIARIES and word not in _GET)
            or doc[at].text in QUOTES
            or word in small_words("passed_over")
            or (word.endswith("ly") and word not in nouns())
        )
        if not skip:
            break
        at += 1
    return at, passive


def _is_perfect(doc: Doc, first: int, last: int) -> bool:
    """True for "have lost": have without been, so that the participle behind it is active."""
    words = [low(token) for token in doc[first:last]]
    states = {"been", "being", "were", "was", "are", "is"} | forms_of("staying")
    return any(w in ("have", "has", "had", "having") for w in words) and not states & set(words)


def _is_participle(token: Token) -> bool:
    return (low(token) in verbs() and not tagged(token)) or token.tag_ in ("VBN", "VBD")


def verb_behind(doc: Doc, at: int, stop: int, *, passive: bool, active: bool) -> str | None:
    """The condition that a verb form right behind its subject gives: passive, reduced relative or active."""
    token = doc[at]
    if low(token) not in verbs():
        return None
    doing = reading(doc, at, "subject", stop=stop)
    undergone = None if active else reading(doc, at, "object", stop=stop)
    if is_gerund(token):
        return doing.condition if doing else None
    reduced = tagged(token) and token.tag_ == "VBN" and not takes_object(doc, at, stop)
    if passive or (reduced and not active):
        best = undergone or doing
        return best.condition if best else None
    if undergone and not takes_object(doc, at, stop) and not _longer(doing, undergone):
        return undergone.condition if low(token) != undergone.lemma.split()[0] else None
    return doing.condition if doing else None


def _longer(one: Verb | None, other: Verb) -> bool:
    return one is not None and len(one.rest) >= len(other.rest)

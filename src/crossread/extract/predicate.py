"""A count of people named before comes in; what is said of who they are goes out: "two of them children"."""

from dataclasses import dataclass

from spacy.tokens import Doc

from crossread.extract.counted import Counted
from crossread.extract.party import Side
from crossread.extract.tokens import BE, Place, is_word, low, small_words
from crossread.extract.words import demonyms, nouns

PREDICATE_REACH = 4
_MODIFIERS = ("ADJ", "NOUN", "PROPN", "")


@dataclass(frozen=True, slots=True)
class Predicate:
    """Who the counted are said to be: population, the noun, and the side where the noun names a people."""

    population: str
    text: str
    side: Side | None
    last: int


def predicate(place: Place, phrase: Counted) -> Predicate | None:
    """The noun right behind an elliptic count, with a form of be or without: "43 of the dead were Syrians"."""
    if phrase.kind == "counted" and not phrase.of:
        return None
    doc, stop = place.doc, min(place.sentence.last, phrase.last + PREDICATE_REACH + 2)
    at = phrase.last
    while at < stop and (low(doc[at]) in BE or low(doc[at]) in small_words("determiners")):
        at += 1
    for here in range(at, stop):
        word = low(doc[here])
        noun = nouns().get(word)
        if word in demonyms():
            after = nouns().get(low(doc[here + 1])) if here + 1 < stop else None
            side = doc[here].text, (doc[here].idx, doc[here].idx + len(doc[here].text))
            if after is not None and after.kind == "counted":
                return Predicate(after.population, doc[here : here + 2].text, side, here + 2)
            return Predicate("people", doc[here].text, side, here + 1)
        if (
            noun is not None
            and noun.kind == "counted"
            and noun.condition is None
            and noun.unit == "person"
        ):
            return Predicate(noun.population, doc[here].text, None, here + 1)
        if _is_under_age(doc, here, stop):
            return Predicate("children", doc[here : here + 2].text, None, here + 2)
        if not is_word(doc[here]) or noun is not None or doc[here].pos_ not in _MODIFIERS:
            return None
    return None


def _is_under_age(doc: Doc, at: int, stop: int) -> bool:
    """ "23 of them under 15", "were younger than twelve": children, by the age that they are below."""
    words = [low(t) for t in doc[at : min(stop, at + 3)]]
    below = 1 if words[:1] == ["under"] else 2 if words[:2] == ["younger", "than"] else None
    return below is not None and set(words[below : below + 1]) <= small_words("childhood")

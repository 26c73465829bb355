"""A bare number in its sentence comes in; whether it counts goods, calls or requests named beside it goes out.

"Stretchers (12)", "Generators: 4 available, 9 needed", "44 applications, of which 12 were approved".
"""

from spacy.tokens import Doc, Token

from crossread.extract.counted import human_suffix
from crossread.extract.headings import condition_of
from crossread.extract.tokens import (
    CLAUSE_ENDS,
    Place,
    clause_start,
    is_word,
    low,
    match,
    small_words,
)
from crossread.extract.words import Noun, goods, nouns

NOUN_REACH = 4
"""Tokens behind a number within which the noun that it counts stands."""
LIST_REACH = 14
"""Tokens between two numbers of one list."""
LABEL_WORDS = 7
"""Words of a label before a colon; more make a sentence."""
OF_THEM = frozenset(["which", "these", "those", "them"])


def counts_goods(place: Place) -> bool:
    """Whether a number without a noun of its own counts what no people are."""
    if _in_brackets(place):
        return _names_goods(place.doc, place.first - 2, place.sentence.first)
    if _is_of_them(place):
        return _things_before(place) and not _befalls_people(place)
    if _is_in_stock(place):
        return _things_before(place) or _label_of_things(place, place.first)
    return _label_of_goods(place) or _is_some_of_things(place)


def _in_brackets(place: Place) -> bool:
    doc, stop = place.doc, place.sentence.last
    opened = place.first > place.sentence.first + 1 and doc[place.first - 1].text == "("
    return opened and place.last < stop and doc[place.last].text == ")"


def _noun_at(doc: Doc, at: int, start: int) -> Noun | None:
    """The longest listed noun that ends at a token."""
    for first in range(max(start, at - 2), at + 1):
        noun = nouns().get(" ".join(low(token) for token in doc[first : at + 1]))
        if noun is not None:
            return noun
    return None


def _names_goods(doc: Doc, at: int, start: int) -> bool:
    """Whether the noun phrase that ends at a token is of goods: by the list, or common words that no list has."""
    noun = _noun_at(doc, at, start)
    if noun is not None:
        return noun.lemma in goods()
    return _is_unknown_thing(doc[at]) and not _befallen(doc, at)


def _is_unknown_thing(token: Token) -> bool:
    """A common noun in small letters that neither the lists nor its ending make a person."""
    word = token.text
    return word.islower() and token.pos_ == "NOUN" and not human_suffix(word)


def _befallen(doc: Doc, at: int) -> bool:
    return match(doc, at, at + 1, section="adjective") is not None


def _is_of_them(place: Place) -> bool:
    """ "of which 12", "of these 12"."""
    doc, at = place.doc, place.first - 1
    return at > place.sentence.first and low(doc[at]) in OF_THEM and low(doc[at - 1]) == "of"


def _befalls_people(place: Place) -> bool:
    """Whether the word behind the number says what befalls people only: "of which 12 drowned"."""
    doc, at = place.doc, place.last
    while at < place.sentence.last and low(doc[at]) in ("are", "is", "were", "was", "have", "had"):
        at += 1
    return at < place.sentence.last and match(doc, at, at + 1, section="adjective") is not None


def _is_in_stock(place: Place) -> bool:
    """Whether what stands right behind the number is said of goods: "15 needed", "12 were approved"."""
    doc, at, stop = place.doc, place.last, place.sentence.last
    while at < stop and low(doc[at]) in ("are", "is", "were", "was", "still", "have", "been"):
        at += 1
    words = [low(token) for token in doc[at : min(stop, at + 3)]]
    return any(" ".join(words[:size]) in small_words("stock") for size in (1, 2, 3))


def _things_before(place: Place) -> bool:
    """Whether the number before in the same clause has a noun for things behind it, or a label for them before it."""
    doc = place.doc
    for at in range(place.first - 1, max(place.sentence.first, place.first - LIST_REACH) - 1, -1):
        if doc[at].text in CLAUSE_ENDS - {":"}:
            return False
        if doc[at].like_num:
            return _counted_things(doc, at, place) or _label_of_things(place, at)
    return False


def _counted_things(doc: Doc, number: int, place: Place) -> bool:
    """Whether the noun phrase right behind a number is of things: "44 applications", not "33 got therapy"."""
    unknown = False
    for at in range(number + 1, min(place.first, number + 1 + NOUN_REACH)):
        if not is_word(doc[at]) or doc[at].pos_ in ("VERB", "AUX", "ADP", "PRON", "DET"):
            break
        noun = nouns().get(low(doc[at]))
        if noun is not None:
            return noun.kind == "thing"
        unknown = unknown or _is_unknown_thing(doc[at])
    return unknown


def _label(place: Place, number: int) -> tuple[int, int] | None:
    """The first and the last word of the label whose colon stands right before a number, None where there is none."""
    doc, colon = place.doc, number - 1
    if colon <= place.sentence.first or doc[colon].text != ":":
        return None
    last = colon - 2 if doc[colon - 1].text == ")" else colon - 1
    first = clause_start(doc, colon, place.sentence.first)
    words = doc[first : last + 1]
    clause = any(token.pos_ == "VERB" and token.dep_ == "root" for token in words[:-1])
    says = condition_of([low(token) for token in words]) is not None
    return None if clause or says or len(words) > LABEL_WORDS else (first, last)


def _label_of_things(place: Place, number: int) -> bool:
    """Whether the label right before a number does not name people."""
    label = _label(place, number)
    if label is None:
        return False
    words = place.doc[label[0] : label[1] + 1]
    found = (nouns().get(low(token)) for token in words)
    return not any(noun is not None and noun.kind == "counted" for noun in found)


def _label_of_goods(place: Place) -> bool:
    """Whether the label right before the number names goods: "Generators: 4"."""
    label = _label(place, place.first)
    noun = _noun_at(place.doc, label[1], label[0]) if label is not None else None
    return noun is not None and noun.lemma in goods()


def _is_some_of_things(place: Place) -> bool:
    """ "Of the 16 sets available, five did not work": some of the things that open the sentence."""
    doc, start = place.doc, place.sentence.first
    opens = place.sentence.last - start > 2 and [low(t) for t in doc[start : start + 2]] == [
        "of",
        "the",
    ]
    if not opens or not doc[start + 2].like_num or place.first <= start + 3:
        return False
    between = doc[start + 3 : place.first]
    return _counted_things(doc, start + 2, place) and not any(t.like_num for t in between)

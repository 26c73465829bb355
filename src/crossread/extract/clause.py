"""A counted noun phrase comes in; the conditions that its clause says before it and further on go out."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from crossread.extract.counted import Counted
from crossread.extract.found import Found
from crossread.extract.measure import measured_before
from crossread.extract.neighbours import verb_behind
from crossread.extract.readings import forms_of, is_gerund, is_passive, only_says, reading
from crossread.extract.tokens import (
    CLAUSE_ENDS,
    QUOTES,
    Place,
    clause_start,
    low,
    match,
    match_back,
    small_words,
    tagged,
)
from crossread.extract.words import verbs

LEFT_REACH = 9
"""Tokens before a number in which its verb stands: "killed, by the ministry's count, at least"."""
HEDGE_REACH = 4
"""Tokens of a hedge before the number that it bounds."""
RIGHT_REACH = 14
"""Tokens behind a noun phrase in which its clause still speaks of it."""


def by_words_before(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "the deaths of 12", "claimed 40 lives", "death toll of 12": the words right before the number."""
    doc = place.doc
    end = place.first
    start = clause_start(doc, end, place.sentence.first)
    while end > start and (
        low(doc[end - 1]) in ("the", "a", "an", "another", "some", "all", "its", "their", ":")
        or doc[end - 1].text in QUOTES
    ):
        hit = match_back(doc, end, start, section="before")
        if hit is not None:
            break
        end -= 1
    hit = match_back(doc, end, start, section="before")
    if hit is not None:
        yield Found(hit[1], hit[0], "words before")


def by_verb_right_before(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "killing three and wounding at least 27": the participle that the number follows without a word between."""
    doc, at = place.doc, place.first - 1
    if at < place.sentence.first or not is_gerund(doc[at]) or doc[at].pos_ != "VERB":
        return
    hit = reading(doc, at, "object", stop=place.sentence.last)
    if hit is not None:
        yield Found(hit.condition, at, "verb before")


def by_verb_before(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "killed at least 12", "killing 23": the nearest verb before the number, with small words only between."""
    doc = place.doc
    start = max(clause_start(doc, place.first, place.sentence.first), place.first - LEFT_REACH)
    parting = False
    for at in range(place.first - 1, start - 1, -1):
        token = doc[at]
        is_verb = low(token) in verbs() and (not tagged(token) or token.pos_ == "VERB")
        if not is_verb:
            parting = parting or _parts_verb_from_object(token)
            continue
        if parting and not _reaches(doc, at, place.first):
            return
        by = any(low(t) == "by" for t in doc[at + 1 : place.first])
        if phrase.kind == "bare" and only_says(token):
            return
        if is_passive(doc, at, start) and not by:
            continue
        hit = reading(doc, at, "subject" if by else "object", stop=place.sentence.last)
        if hit is not None:
            yield Found(hit.condition, at, "verb before")
            return


def _reaches(doc: Doc, at: int, number: int) -> bool:
    """True where the verb's own further words lead up to the number: "tore the roofs off 120 homes"."""
    hit = reading(doc, at, "object", stop=number)
    return hit is not None and bool(hit.rest) and low(doc[number - 1]) == hit.rest[-1]


def _parts_verb_from_object(token: Token) -> bool:
    """True for a word that cannot stand between a verb and its object's number: a noun, a name, a comma."""
    if tagged(token):
        return token.pos_ in ("NOUN", "PROPN", "PRON", "SCONJ") or token.text == ","
    return token.text == "," or token.text[:1].isupper()


def by_verb_after(place: Place, phrase: Counted) -> Iterator[Found]:
    """The first verb phrase or fixed stretch further on in the same clause."""
    doc, stop = place.doc, place.sentence.last
    limit = min(stop, phrase.last + RIGHT_REACH)
    for at in range(phrase.last, limit):
        if doc[at].text in CLAUSE_ENDS or low(doc[at]) in small_words("clause_openers"):
            return
        if doc[at].like_num and _opens_another(doc, at, phrase.last):
            return
        hit = match(doc, at, limit, section="phrase")
        if hit is not None:
            yield Found(hit[1], at, "phrase further on")
        if low(doc[at]) in verbs() and (not tagged(doc[at]) or doc[at].pos_ == "VERB"):
            passive = is_passive(doc, at, phrase.last)
            found = reading(doc, at, "object", stop=stop) if passive else None
            found = found or reading(doc, at, "subject", stop=stop)
            if found is not None:
                yield Found(found.condition, at, "verb further on")


def _opens_another(doc: Doc, at: int, first: int) -> bool:
    """True for a number that begins the next count of a list, with hedges behind its comma or "and"."""
    for here in range(at - 1, max(first, at - HEDGE_REACH) - 1, -1):
        if low(doc[here]) in (",", "and", ";", "while", "but"):
            return True
        if doc[here].pos_ in ("VERB", "NOUN"):
            return False
    return False


def by_shared_tail(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "12 soldiers, at least 60 villagers killed": a list of counts with one participle at its end."""
    doc = place.doc
    at, numbers = phrase.last, 0
    limit = min(place.sentence.last, phrase.last + RIGHT_REACH)
    if at >= limit or doc[at].text not in (",", "and", "&") or phrase.kind != "counted":
        return
    while at < limit and doc[at].pos_ != "VERB" and doc[at].text not in CLAUSE_ENDS:
        numbers += doc[at].like_num
        if low(doc[at]) in small_words("clause_openers"):
            return
        hit = match(doc, at, limit, section="adjective")
        if hit is not None and numbers and doc[at - 1].pos_ in ("NOUN", "PROPN"):
            yield Found(hit[1], at, "shared tail")
            return
        at += 1
    if (
        numbers
        and at < limit
        and doc[at].pos_ == "VERB"
        and doc[at - 1].pos_ in ("NOUN", "PROPN", "AUX")
    ):
        passive = doc[at - 1].pos_ == "AUX"
        verb = verb_behind(doc, at, place.sentence.last, passive=passive, active=False)
        if verb is not None:
            yield Found(verb, at, "shared tail")


def by_inversion(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "Under treatment are 206 persons": what stands before a form of be right before the number."""
    doc, at = place.doc, place.first - 1
    if at <= place.sentence.first:
        return
    turned = _verb_first(place, at)
    if turned is not None:
        yield Found(turned, at, "inversion")
    if low(doc[at]) not in (
        "are",
        "is",
        "were",
        "was",
        "remain",
        "lie",
    ):
        return
    start = max(clause_start(doc, at, place.sentence.first), at - RIGHT_REACH)
    for here in range(start, at):
        for section in ("phrase", "adjective"):
            hit = match(doc, here, at, section=section)
            if hit is not None:
                yield Found(hit[1], here, "inversion")


def _verb_first(place: Place, at: int) -> str | None:
    """ "into the hospital were brought 31 persons", "there fell 88": a verb right before its own subject."""
    doc = place.doc
    start = clause_start(doc, at, place.sentence.first)
    if is_passive(doc, at, start):
        hit = reading(doc, at, "object", stop=place.sentence.last)
        return hit.condition if hit is not None else None
    for here in (at, at - 1):
        hit = reading(doc, here, "subject", stop=at + 1)
        if (
            low(doc[here]) in forms_of("inverting")
            and hit is not None
            and here + len(hit.rest) == at
        ):
            return hit.condition
    return None


def by_measure(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "puts the dead at 141 women": a word of condition before the number that the number measures."""
    if phrase.kind != "counted" or (phrase.noun is not None and phrase.noun.unit == "building"):
        return
    found = measured_before(place)
    if found is not None and found.condition is not None:
        yield Found(found.condition, found.head, "measured before")

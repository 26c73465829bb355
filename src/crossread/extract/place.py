"""A figure's clause comes in; the place that it names, and whether it speaks of another time, go out."""

import re
from functools import lru_cache

from spacy.tokens import Doc

from crossread.extract.counted import Counted
from crossread.extract.readings import forms_of
from crossread.extract.tokens import CLAUSE_ENDS, Place, is_word, low, small_words
from crossread.lexicon import load

LOCATIVE_REACH = 10
"""Tokens behind the counted noun in which its place stands; twice as many where no comma stands between."""

WHOLES = ("whole", "all")
"""What stands between a preposition and a place that is counted as a whole: "in the whole of Ruvia"."""
PREPOSITIONS = ("in", "at", "near", "outside", "off", "around", "across", "throughout")
"""What stands before a place."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def locative(place: Place, phrase: Counted) -> str | None:
    """The named place of the clause: "in the central Diyala province", or the one that opens the sentence."""
    doc = place.doc
    near = phrase.last + LOCATIVE_REACH
    for at in range(phrase.last, min(place.sentence.last, phrase.last + 2 * LOCATIVE_REACH)):
        if doc[at].text in CLAUSE_ENDS or _is_anothers(doc, phrase.last, at):
            break
        if at >= near and any(token.text == "," for token in doc[phrase.last : at]):
            break
        found = _named(place, at)
        if found is not None:
            return found
    return _named(place, place.sentence.first) if _is_under_opening(place) else None


def _is_under_opening(place: Place) -> bool:
    """Whether the place that opens the sentence is that of a number behind it: near by, or in a list under it.

    "In Sarand, 18 people are dead and 78 missing": nothing but commas and "and" between the counts of one clause, and
    nobody who speaks there.
    """
    doc, start = place.doc, place.sentence.first
    if place.first - start <= LOCATIVE_REACH:
        return True
    if place.first - start > 2 * LOCATIVE_REACH:
        return False
    between = list(doc[start : place.first])
    words = [low(token) for token in between]
    verbs = sum(t.pos_ in ("VERB", "AUX") and t.dep_ in ("root", "conj", "ccomp") for t in between)
    ends = any(t.text in CLAUSE_ENDS - {":"} for t in between) or bool({"but", "while"} & {*words})
    told = any(word in forms_of("speaking") or word in forms_of("telling") for word in words)
    return verbs <= 1 and not (ends or told or any(_named(place, t.i) for t in between[1:]))


def _is_anothers(doc: Doc, last: int, at: int) -> bool:
    """Whether a preposition's place is another number's in a gapped or further clause (", the state three in …")."""
    if low(doc[at]) not in PREPOSITIONS:
        return False
    number = next((n for n in (at - 1, at - 2) if n > last and doc[n].like_num), None)
    if number is None:
        return False
    if number == at - 1 and any(token.text == "," for token in doc[last:number]):
        return True
    return doc[number - 1].pos_ in ("NOUN", "PROPN")


def _named(place: Place, at: int) -> str | None:
    """The words behind a preposition of place, where a name stands among them."""
    doc, stop = place.doc, place.sentence.last
    if low(doc[at]) not in (*PREPOSITIONS, "for"):
        return None
    first = at + 1
    while first < stop and low(doc[first]) in (*small_words("determiners"), *WHOLES):
        first += 1
    whole = low(doc[first - 1]) in WHOLES and first < stop and low(doc[first]) == "of"
    first += whole
    if low(doc[at]) == "for" and not whole:
        return None  # only "219 for the whole of Ruvia" says where
    last = first
    named = False
    while last < stop and last - first < 6 and (is_word(doc[last]) or doc[last].text == "-"):
        word, text = low(doc[last]), doc[last].text
        tight = text == "-" and not doc[last - 1].whitespace_
        joined = _joined(doc, last, stop) if named and tight else 0
        if joined:
            last += joined
            continue
        if word in small_words("times") or doc[last].like_num:
            return None
        if (
            text[0].isupper()
            or (text[0].islower() and doc[last].pos_ == "ADJ")
            or (
                named
                and word
                in ("province", "district", "city", "region", "town", "village", "of", "al")
            )
        ):
            named = named or text[0].isupper()
            last += 1
            continue
        break
    while last > first and low(doc[last - 1]) == "of":
        last -= 1
    return doc[first:last].text if named and last > first else None


def _joined(doc: Doc, at: int, stop: int) -> int:
    """How many tokens a hyphen joins to a name: "Castilla-La Mancha", "Port-au-Prince"; 0 where it joins none."""
    for further in (1, 3):
        if at + further >= stop or (further == 3 and doc[at + 2].text != "-"):
            continue
        if doc[at + further].text[:1].isupper():
            return further
    return 0


@lru_cache(maxsize=2)
def _latest_year(text: str) -> str:
    return max(_YEAR.findall(text), default="")


def elsewhen(place: Place) -> bool:
    """True where the sentence names an earlier year than the report's latest, or words like "years ago"."""
    text = place.parsed.report.text
    sentence = text[place.sentence.start : place.sentence.end]
    years = _YEAR.findall(sentence)
    if years and max(years) < _latest_year(text):
        return True
    lowered = f" {sentence.casefold()} "
    return any(f" {words} " in lowered for words in load("counting")["elsewhen"])

"""A quantity and the figures before it come in; whether it is a total, a part or an increment goes out."""

from dataclasses import dataclass

from crossread.extract.memory import SENTENCES_BACK, before, in_sentence
from crossread.extract.tokens import BE, CLAUSE_ENDS, Place, low, small_words
from crossread.extract.words import nouns
from crossread.model.figure import Figure, Measure, Quantity

PART_REACH = 4
"""Tokens before a number in which "including" or "among them" makes it a part."""

OUT_REACH = 3
"""Tokens between "of the 40 hurt" and its part: a comma and a hedge."""

SAID_REACH = 5
"""Tokens behind "26 were" in which the noun stands that tells what they were."""

OPENING_REACH = 8
"""Tokens from a sentence's start in which "Of the 216 dead," ends."""

ON_TOP = frozenset(["another", "further", "additional", "extra", "more", "others", "other"])
THAN_REACH = 3
"""Tokens behind a number in which "more than" makes it the difference of two counts."""


@dataclass(frozen=True, slots=True)
class Share:
    """How a figure stands to the others: its measure and, for a part, the whole."""

    measure: Measure
    whole: Figure | None = None


def share(place: Place, earlier: list[Figure]) -> Share:
    """Part behind "including", increment behind "another", else a total."""
    doc = place.doc
    near = doc[max(place.sentence.first, place.first - PART_REACH) : place.first]
    words = [low(t) for t in near]
    ahead = [low(t) for t in doc[place.last : min(place.sentence.last, place.last + 2)]]
    last = in_sentence(place, earlier)
    whole = last
    while whole is not None and whole.part_of is not None:
        whole = next((f for f in earlier if f.quantity.core == whole.part_of), None)
    behind = [" ".join(ahead), f"{ahead[0]} {ahead[1]}" if len(ahead) > 1 else ""]
    if (
        "including" in words
        or " ".join(words[-2:]) in small_words("parts")
        or "among" in words[:3]
        or "included" in words
    ):
        whole = whole or before(place, earlier)
        return Share("part", whole) if whole else Share("total")
    if any(
        phrase in ("of them", "of whom", "of which", "of those", "of these") for phrase in behind
    ):
        whole = last or before(place, earlier)
        return Share("part", whole) if whole else Share("total")
    if (
        last is not None
        and last.measure == "part"
        and last.part_of
        and words[-1:] in (["and"], [","], ["&"])
    ):
        return Share("part", whole) if whole else Share("total")
    if last is not None and _out_of(place, last):
        return Share("part", whole)
    if _is_rest(place) or _told_what(place) or _is_opened(place, last):
        whole = _larger(place, earlier)
        return Share("part", whole) if whole else Share("total")
    return Share("increment" if _is_more(place, ahead) or _is_difference(place) else "total")


def _is_more(place: Place, ahead: list[str]) -> bool:
    """True for what comes on top: "another 15", "five more", "two other bodies"."""
    number = {low(t) for t in place.doc[place.first : place.last]} | set(ahead[:1])
    return bool(number & ON_TOP) and "than" not in number


def _larger(place: Place, earlier: list[Figure]) -> Figure | None:
    """The last whole near by that is no smaller than the number itself."""
    near = (f for f in reversed(earlier) if place.sentence.index - f.sentence <= SENTENCES_BACK)
    wholes = (f for f in near if f.measure == "total")
    return next((f for f in wholes if _least(f.quantity) >= _least(place.quantity)), None)


def _least(quantity: Quantity) -> int:
    return quantity.low or quantity.high or 0


def _is_opened(place: Place, last: Figure | None) -> bool:
    """True in a sentence that opens with a whole: "Of the 216, 131 were men; 104 had turned 70"."""
    doc, start = place.doc, place.sentence.first
    opening = [low(t) for t in doc[start : min(place.first, start + OPENING_REACH)]]
    if opening[:1] not in (["of"], ["among"]) or opening[1:2] not in (
        ["the"],
        ["these"],
        ["those"],
    ):
        return False
    first = next((n for n, word in enumerate(opening) if word == ","), None)
    if first is None:
        return False
    if start + first + 1 >= place.first - 1:
        return True
    listed = low(doc[place.first - 1]) in (";", ",", "and")
    return listed and last is not None and last.measure == "part"


def _is_rest(place: Place) -> bool:
    """True for what a whole leaves: "the remaining seven", "the other 40"."""
    doc, at = place.doc, place.first - 1
    if at <= place.sentence.first or low(doc[at]) not in ("remaining", "other"):
        return False
    return low(doc[at - 1]) in ("the", "its", "their", "these", "those")


def _told_what(place: Place) -> bool:
    """True for a bare number of which a noun without a condition tells what they were: "26 were foreigners"."""
    doc, at, stop = place.doc, place.last, place.sentence.last
    if at >= stop or low(doc[at]) not in BE:
        return False
    for here in range(at + 1, min(stop, at + SAID_REACH)):
        if doc[here].text in CLAUSE_ENDS or doc[here].pos_ in ("VERB", "ADP"):
            return False
        noun = nouns().get(low(doc[here]))
        if noun is not None and noun.kind == "counted" and doc[here].pos_ in ("NOUN", "PROPN"):
            return noun.condition is None and noun.unit == "person"
    return False


def _is_difference(place: Place) -> bool:
    """True for how far one count is above another: "sixty dead more than the ministry has"."""
    doc, stop = place.doc, min(place.sentence.last - 2, place.last + THAN_REACH)
    for at in range(place.last, stop):
        if low(doc[at]) in ("more", "fewer", "less") and low(doc[at + 1]) == "than":
            return doc[at + 2].pos_ in ("PRON", "DET", "PROPN") and not doc[at + 2].like_num
        if doc[at].pos_ not in ("NOUN", "ADJ"):
            return False
    return False


def _out_of(place: Place, last: Figure) -> bool:
    """True behind a whole that opens its clause: "Of the 40 hurt, 12 remain"."""
    doc = place.doc
    between = [low(t) for t in doc[place.sentence.first : place.first] if t.idx >= last.end]
    opening = doc.char_span(last.quantity.start, last.quantity.end, alignment_mode="expand")
    if opening is None or not between or len(between) > OUT_REACH or between[0] != ",":
        return False
    words = [low(t) for t in doc[max(place.sentence.first, opening.start - 2) : opening.start]]
    return words[:1] == ["of"] and len(words) == 2

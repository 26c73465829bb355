"""A quantity and the figures before it come in; whether it is a total, a part or an increment goes out."""

from dataclasses import dataclass

from crossread.extract.memory import before, in_sentence
from crossread.extract.tokens import Place, low, small_words
from crossread.model.figure import Figure, Measure

PART_REACH = 4
"""Tokens before a number in which "including" or "among them" makes it a part."""

OUT_REACH = 3
"""Tokens between "of the 40 hurt" and its part: a comma and a hedge."""


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
    number = {low(t) for t in doc[place.first : place.last]} | set(ahead[:1])
    if (
        number & {"another", "further", "additional", "extra", "more", "others"}
        and "than" not in number
    ):
        return Share("increment")
    return Share("total")


def _out_of(place: Place, last: Figure) -> bool:
    """True behind a whole that opens its clause: "Of the 40 hurt, 12 remain"."""
    doc = place.doc
    between = [low(t) for t in doc[place.sentence.first : place.first] if t.idx >= last.end]
    opening = doc.char_span(last.quantity.start, last.quantity.end, alignment_mode="expand")
    if opening is None or not between or len(between) > OUT_REACH or between[0] != ",":
        return False
    words = [low(t) for t in doc[max(place.sentence.first, opening.start - 2) : opening.start]]
    return words[:1] == ["of"] and len(words) == 2

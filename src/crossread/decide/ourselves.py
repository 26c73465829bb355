"""What the network holds of those whom a speaker counts himself among comes in; that they were there goes out.

"Eight of us climbed", "we were seven in the car": who tells it lives, and so, where no word is strong, do the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossread.decide.candidates import Candidates
from crossread.decide.inputs import CONDITIONS
from crossread.decide.network import Opinion
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed

THERE = 10.0
"""How many times likelier they were just there; set on marked texts, where a strong verb still overrules it."""

_BE = frozenset(["are", "were", "be", "been", "'re", "’re"])
_PRESENT = CONDITIONS.index("present")


def with_us(
    parsed: Parsed, figures: Sequence[Figure], found: Candidates, opinions: Mapping[int, Opinion]
) -> dict[int, Opinion]:
    """The opinions, those of numbers of "us" leaning to people who were there."""
    told = dict(opinions)
    at = {number.core: n for n, number in enumerate(found.numbers) if n in opinions}
    for figure in figures:
        index = at.get(figure.quantity.core)
        if index is not None and not figure.firm and is_of_us(parsed, figure):
            shares = told[index].conditions.copy()
            shares[_PRESENT] *= THERE
            told[index] = replace(told[index], conditions=shares / shares.sum())
    return told


def is_of_us(parsed: Parsed, figure: Figure) -> bool:
    """Whether the speaker is one of those counted: "four of us", "we are about thirty"."""
    quantity, sentence = figure.quantity, parsed.sentences[figure.sentence]
    span = parsed.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return False
    words = [token.lower_ for token in parsed.doc[span.end : min(span.end + 2, sentence.last)]]
    before = [token for token in parsed.doc[sentence.first : span.start] if token.pos_ != "ADV"]
    return words == ["of", "us"] or _we_are([token.lower_ for token in before[-3:]])


def _we_are(words: list[str]) -> bool:
    """Whether "we were" or "we have been" stands last, hedges aside."""
    subject = words[:-2] if words[-2:-1] in (["have"], ["had"]) else words[:-1]
    return words[-1:] != [] and words[-1] in _BE and subject[-1:] == ["we"]

"""What the network holds of bare numbers comes in; what they have in common with the count before them goes out.

"The ministry has 32", "all but four": who gives a number alone says it of what was counted just before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Token

from crossread.decide.candidates import Candidates
from crossread.decide.inputs import CONDITIONS, Array
from crossread.decide.network import Opinion
from crossread.decide.tables import LEAST
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed

TOLD, SPARED = 0.5, 1.0
"""What the count before weighs beside a number's own words: behind a verb of telling, and behind "all but"."""

SENTENCES_BACK = 2
"""How far back the count stands that a bare number is set beside."""

REACH = 4
"""Tokens between a verb of telling and its number: "speaks of more than"."""

PAIR = 4
"""Tokens behind a number within which the second of a pair stands: "a hundred, and nearly one thousand"."""

_PASSED = frozenset(["of", "on", "about", "it", "now", "still", "only", "just", "even", "already"])
_GOES_ON = frozenset(["and", "but"])


def beside(
    parsed: Parsed, figures: Sequence[Figure], found: Candidates, opinions: Mapping[int, Opinion]
) -> dict[int, Opinion]:
    """The opinions, those of bare numbers leaning to what is held of the count that they are set beside."""
    told = dict(opinions)
    at = {number.core: n for n, number in enumerate(found.numbers) if n in opinions}
    known = sorted(
        (f for f in figures if f.quantity.core in at), key=lambda figure: figure.quantity.core
    )
    for n, figure in enumerate(known):
        weight = weight_of(parsed, figure)
        if n and weight and near(parsed, known[n - 1], figure):
            index = at[figure.quantity.core]
            own = np.log(np.maximum(opinions[index].conditions, LEAST))
            other = np.log(np.maximum(held(known[n - 1], opinions, at), LEAST))
            mixed = np.exp(own + weight * other)
            told[index] = replace(told[index], conditions=mixed / mixed.sum())
    return told


def held(
    figure: Figure, opinions: Mapping[int, Opinion], at: Mapping[tuple[int, int], int]
) -> Array:
    """The shares of a figure's conditions; a firm one has no other."""
    if figure.firm:
        return np.array([float(name == figure.condition) for name in CONDITIONS])
    return opinions[at[figure.quantity.core]].conditions


def near(parsed: Parsed, one: Figure, other: Figure) -> bool:
    """Whether a figure stands in the other's paragraph, shortly before it."""
    same = parsed.sentences[one.sentence].block == parsed.sentences[other.sentence].block
    return same and other.sentence - one.sentence <= SENTENCES_BACK


def weight_of(parsed: Parsed, figure: Figure) -> float:
    """What the count before a figure weighs: nothing for one with a noun or with words of its own behind it."""
    blocks = parsed.report.blocks
    row = bool(blocks) and blocks[parsed.sentences[figure.sentence].block].kind == "row"
    span = parsed.doc.char_span(figure.quantity.start, figure.quantity.end, alignment_mode="expand")
    if figure.noun or figure.firm or row or span is None:
        return 0.0
    sentence = parsed.sentences[figure.sentence]
    words = [token for token in parsed.doc[sentence.first : span.start] if _speaks(token)]
    last = " ".join(token.lower_ for token in words[-2:])
    if any(last.endswith(exception) for exception in load("counting")["exceptions"]):
        return SPARED
    behind = [token for token in parsed.doc[span.end : sentence.last] if _is_no_quote(token)]
    ends = not behind or not _speaks(behind[0]) or behind[0].lower_ in _GOES_ON
    return TOLD if ends and not _is_paired(behind) and _is_told(words) else 0.0


def _is_paired(behind: Sequence[Token]) -> bool:
    """Whether another count is told in the same breath ("spoke of five and 35"): each is of what its own place says."""
    joined = [t for t in behind[:PAIR] if t.lower_ in _GOES_ON]
    return bool(joined) and any(t.like_num for t in behind[:PAIR])


def _is_told(words: Sequence[Token]) -> bool:
    """Whether the last of these words is a verb of telling, small words behind it aside."""
    for token in reversed(words[-REACH:]):
        if token.lemma_.lower() in load("counting")["telling"]:
            return True
        if token.lower_ not in _PASSED:
            return False
    return False


def _speaks(token: Token) -> bool:
    return any(letter.isalnum() for letter in token.text)


def _is_no_quote(token: Token) -> bool:
    return token.text not in ('"', "'", "“", "”", "‘", "’") and not token.is_space

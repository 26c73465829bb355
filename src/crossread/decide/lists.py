"""What the network holds of the numbers of a list comes in; what its nouns have in common goes out.

"At least 57 pupils, two teachers": of nouns that stand side by side without a word of their own between, whatever
befell one befell the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from crossread.decide.candidates import Candidates
from crossread.decide.network import Opinion
from crossread.decide.tables import LEAST
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed

_IS = frozenset(["is", "are", "was", "were"])


def listed(
    parsed: Parsed, figures: Sequence[Figure], found: Candidates, opinions: Mapping[int, Opinion]
) -> dict[int, Opinion]:
    """The opinions, those of a list's numbers with the geometric mean of what is held of each."""
    told = dict(opinions)
    at = {number.core: n for n, number in enumerate(found.numbers) if n in opinions}
    known = sorted(
        (f for f in figures if f.quantity.core in at), key=lambda figure: figure.quantity.core
    )
    for row in rows(parsed, known):
        indexes = [at[figure.quantity.core] for figure in row]
        shares = np.array([opinions[index].conditions for index in indexes])
        mean = np.exp(np.log(np.maximum(shares, LEAST)).mean(axis=0))
        mean /= mean.sum()
        told |= {index: replace(told[index], conditions=mean) for index in indexes}
    return told


def rows(parsed: Parsed, figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures that stand in a row with one another, two and more each."""
    found: list[list[Figure]] = []
    for one, other in pairwise(figures):
        if goes_on(parsed, one, other):
            if found and found[-1][-1] is one:
                found[-1].append(other)
            else:
                found.append([one, other])
    return found


def goes_on(parsed: Parsed, one: Figure, other: Figure) -> bool:
    """Whether a noun that says nothing of its own follows another noun with only a comma, "and" or a hedge between."""
    if one.sentence != other.sentence or other.rule != "list" or one.firm or other.firm:
        return False
    if not one.noun or not other.noun or other.noun.endswith("ones"):
        return False
    said = parsed.doc.char_span(one.start, one.end, alignment_mode="expand")
    between = parsed.doc.char_span(one.end, other.quantity.core[0], alignment_mode="contract")
    if said is None or between is None or any(token.lower_ in _IS for token in said):
        return False
    words = load("counting")["between_listed"]
    return all(token.lower_ in words for token in between)

"""A Finding: an attribution as one rule saw it in one sentence, before its speaker is traced back.

Also the small tree walks that the rules share; all of them hold for trees that the parser got wrong.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """One attribution: `source` and `carrier` are token ranges, `cue` and `content` character offsets.

    `kind` is the reporting word's; `clausal` is true where the content is a clause or quotation, so that whatever
    is in it is said; a plain object is said only by verbs that report or count. `reach` is the stretch behind the
    verb in which a figure is still the speaker's, commas and "while" clauses included.
    """

    sentence: int
    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    kind: str
    rule: str
    clausal: bool = True
    carrier: Range | None = None
    negated: bool = False
    lemma: str = ""
    reach: Range | None = None


TRIMMED = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "―"})

CLOCK = re.compile(r"\d{1,2}(?:[.:h]|[hH]\s?)\d{2}(?:\s?(?:am|pm|a\.m\.|p\.m\.))?h?", re.IGNORECASE)
"""A time of day: "14:05", "16.40", "17h05"."""


def is_clock(token: "Token") -> bool:
    """Whether a word is a time of day."""
    return CLOCK.fullmatch(token.text) is not None


def is_mark(token: "Token") -> bool:
    """Whether a word only numbers or times an entry: a bullet, a dash, "14:05"."""
    return is_clock(token) or not any(letter.isalnum() for letter in token.text)


def unstamped(doc: "Doc", tokens: Range | None) -> Range | None:
    """A speaker's token range without the time and the bullets that the entry opens with."""
    if tokens is None:
        return None
    first, last = tokens
    clocks = [at for at in range(first, last - 1) if is_clock(doc[at])]
    while clocks and first < last - 1 and (is_mark(doc[first]) or first < clocks[-1]):
        first += 1
    return first, last


def is_child(token: "Token", *labels: str) -> bool:
    """Whether a token hangs on its head by one of the labels, subtypes included ("nsubj" takes "nsubj:pass")."""
    return token.dep_ in labels or token.dep_.split(":")[0] in labels


def children(token: "Token", *labels: str) -> list["Token"]:
    """The dependents of a token under the labels, in text order."""
    return [child for child in token.children if is_child(child, *labels)]


def subtree(token: "Token", without: Iterable["Token"] = ()) -> list["Token"]:
    """A token with everything below it in text order, branches in `without` left out."""
    skipped = {child.i for child in without}
    kept, queue = [], [token]
    while queue:
        current = queue.pop()
        kept.append(current)
        queue.extend(child for child in current.children if child.i not in skipped)
    return sorted(kept, key=lambda each: each.i)


def trimmed(doc: "Doc", first: int, last: int) -> Range | None:
    """A token range without punctuation and joining words at its edges; quotation marks and brackets stay."""
    while first < last and (doc[first].text in TRIMMED or doc[first].is_space):
        first += 1
    while last > first and (doc[last - 1].text in TRIMMED or doc[last - 1].is_space):
        last -= 1
    return (first, last) if first < last else None


def characters(doc: "Doc", tokens: Range) -> Range:
    """Character offsets of a token range."""
    return doc[tokens[0]].idx, doc[tokens[1] - 1].idx + len(doc[tokens[1] - 1])


def pieces(tokens: list["Token"]) -> list[Range]:
    """The unbroken token ranges of a sorted list of tokens."""
    ranges: list[Range] = []
    for token in tokens:
        if ranges and ranges[-1][1] == token.i:
            ranges[-1] = (ranges[-1][0], token.i + 1)
        else:
            ranges.append((token.i, token.i + 1))
    return ranges


def whole(tokens: list["Token"]) -> Range:
    """The token range from the first to the last of a sorted list."""
    return tokens[0].i, tokens[-1].i + 1

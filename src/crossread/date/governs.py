"""In: a sentence, a date phrase in it, and the word that gave a figure its condition. Out: how far the phrase is
from saying when: 0 where it modifies that very predicate, more with each clause between them.
"""

import re
from typing import TYPE_CHECKING

from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

FAR = 9.0
"""A cost that no phrase with a say in the matter reaches."""

REACH = 2.0
"""Phrases that cost more belong to another statement; two clause borders is where the annotated reports turn."""

_UP = {
    "ccomp": 0.2,
    "xcomp": 0.1,
    "advcl": 1.0,
    "acl": 0.6,
    "acl:relcl": 1.0,
    "parataxis": 0.6,
    "conj": 0.4,
    "csubj": 0.5,
}
"""Cost of leaving a clause on the way up from the figure: what a clause of speech holds, its day holds too."""

_DOWN = {"ccomp": 1.5, "xcomp": 0.5, "advcl": 1.2, "acl": 1.0, "acl:relcl": 2.5, "parataxis": 0.4, "conj": 1.6, "csubj": 1.0, "appos": 1.0}  # fmt: skip  # noqa: E501
"""Cost of going down into a clause that the figure does not stand in."""

_ELSEWHERE = frozenset({"since", "after", "before", "until", "over", "for"})
"""Case or conjunction words under which a date dates something else than the main predicate."""

_BORDER = re.compile(
    r"[;:]|\s[–—-]\s|,\s+(?:who|which|when|where|while|but|and|after|before|because|as|according)\b"
    r"|\b(?:who|which|when|where|while|but|because|although|after|since|before)\b"
)


def cost(parsed: Parsed, sentence: Sentence, phrase: tuple[int, int], anchor: int) -> float:
    """How far the phrase at its offsets is from dating the predicate at `anchor`."""
    if sentence.parsed:
        token = _token(parsed, anchor)
        dated = _top(parsed, phrase)
        if token is not None and dated is not None and dated.dep_ and token.dep_:
            return _by_tree(token, dated)
    return _by_order(parsed.report.text, phrase, anchor)


def _token(parsed: Parsed, offset: int) -> "Token | None":
    span = parsed.doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def _top(parsed: Parsed, phrase: tuple[int, int]) -> "Token | None":
    span = parsed.doc.char_span(*phrase, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _by_tree(anchor: "Token", dated: "Token") -> float:
    above = {anchor: 0.0}
    climbed = 0.0
    for head, dep in _climb(anchor):
        climbed += _UP.get(dep, 0.05)
        above[head] = climbed
    if (
        dated in above
    ):  # "July 2021, when some 230 people drowned": the figure stands inside the date's own clause
        return 0.0
    down, token = 0.0, dated
    while token not in above:
        if token.head == token:
            return FAR
        down += _down(token, dated)
        token = token.head
    return above[token] + down


def _climb(token: "Token") -> "list[tuple[Token, str]]":
    steps = []
    while token.head != token:
        steps.append((token.head, token.dep_))
        token = token.head
    return steps


def _down(token: "Token", dated: "Token") -> float:
    marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "case"}}
    price = _DOWN.get(token.dep_, 0.05)
    if token is not dated and marks & _ELSEWHERE:
        price += 1.5
    if token.dep_ == "nmod" and token is not dated:
        price += 0.5
    return price


def _by_order(text: str, phrase: tuple[int, int], anchor: int) -> float:
    between = text[phrase[1] : anchor] if phrase[1] <= anchor else text[anchor : phrase[0]]
    if phrase[1] <= anchor and re.match(r",?\s+(?:when|in which|during which)\b", between):
        return 0.0
    borders = len(_BORDER.findall(between))
    return 0.9 * borders + len(between) / 400

"""Reporting clauses: a parsed sentence comes in; each reporting verb with its source, extent and position goes out.

A clause opens ("X said that …"), closes ("…, X said") or stands in the middle of what was said; which one it is, is
read from the order of words and commas, so that a wrong branch of the tree does no harm.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.attribute import cues, sources, wording
from crossread.attribute.findings import Range, children, is_child
from crossread.attribute.subjects import BREAKS, CLAUSE_MARKS, JOINERS, QUOTES, source_of
from crossread.model.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting verb with its source (a token range) and the token range of the reporting clause itself."""

    verb: "Token"
    word: cues.Word
    source: Range | None
    first: int
    last: int
    passive: bool
    place: str  # "opening", "closing" or "middle"


def clauses_in(doc: "Doc", sentence: Sentence) -> list[Clause]:
    """The reporting clauses of a parsed sentence in text order."""
    found = []
    for verb in doc[sentence.first : sentence.last]:
        word = cues.verb_word(verb)
        if word is None or verb.dep_ in ("aux", "aux:pass", "amod", "case", "compound", "cop"):
            continue
        if verb.i + 1 < len(doc) and verb.nbor().text == "-" and wording.hyphen(verb.nbor()):
            continue
        if sources.is_passive(verb):
            found.append(Clause(verb, word, None, verb.i, verb.i + 1, True, "opening"))
            continue
        source = source_of(verb, sentence)
        first, last = extent(verb, source)
        found.append(
            Clause(
                verb, word, source, first, last, False, place_of(doc, verb, first, last, sentence)
            )
        )
    return found


def extent(verb: "Token", source: Range | None) -> Range:
    """The reporting clause: source and verb, with auxiliaries before and the listener behind."""
    first, last = verb.i, verb.i + 1
    for child in verb.children:
        if is_child(child, "aux", "advmod") and child.i < verb.i and verb.i - child.i < 4:
            first = min(first, child.i)
    for child in children(verb, "iobj"):
        if child.i > verb.i:
            last = max(last, child.right_edge.i + 1)
    if source is not None:
        if source[0] < verb.i and verb.i - source[1] < 12:
            first = min(first, source[0])
        elif source[0] > verb.i:
            last = max(last, source[1])
    return first, last


def place_of(doc: "Doc", verb: "Token", first: int, last: int, sentence: Sentence) -> str:
    """Whether the content stands behind the clause, before it, or on both sides."""
    if first == sentence.first or not after_break(doc, first, sentence):
        return "opening"
    if (
        wording.low(doc[first]) in wording.RELATIVE
        or doc[first].tag_ == "VBG"
        or (verb.tag_ == "VBG" and last == verb.i + 1)
    ):
        return "opening"
    turned = last > verb.i + 1
    if not turned and has_clause_behind(doc, verb, last, sentence):
        return "opening"
    for at in range(last, sentence.last):
        if doc[at].text in {",", ";", "—", "–", ":"} and at + 2 < sentence.last:
            rest = doc[at + 1 : sentence.last]
            quoted = rest[0].text in QUOTES
            full = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in rest) and (
                rest[0].lower_ == "and"
                or rest[0].tag_ not in ("VBG", "WDT", "WP", "CC", "IN", "WRB")
            )
            reporting = rest[0].tag_ == "VBG" or (
                len(rest) > 1 and rest[0].lower_ in {"who", "which"}
            )
            if quoted or (full and not reporting and doc[at].text != ";"):
                return "middle" if quoted or at - last < 8 else "closing"
            return "closing"
    return "closing"


def after_break(doc: "Doc", first: int, sentence: Sentence) -> bool:
    """Whether a comma, dash or quotation mark stands before the reporting clause, "so" and "as" passed over.

    A colon does not end what is said; what stands behind it is said: "too high: most have found a bed".
    """
    at = first - 1
    while at > sentence.first and doc[at].lower_ in {"so", "as", "also", "then"}:
        at -= 1
    if doc[at].text == ":" and doc[at - 1].text not in QUOTES:
        return False
    return doc[at].text in BREAKS


def has_clause_behind(doc: "Doc", verb: "Token", last: int, sentence: Sentence) -> bool:
    """Whether a clause follows the verb without a comma: "X said he …"."""
    for child in verb.children:
        if child.left_edge.i > verb.i and is_child(child, "ccomp", "xcomp"):
            between = doc[verb.i + 1 : max(min(child.left_edge.i + 1, child.i), verb.i + 1)]
            if (
                not any(token.text in {",", ";", "—", "–", "(", "-"} for token in between)
                and child.tag_ != "VBG"
            ):
                return True
    for at in range(last, sentence.last):
        token = doc[at]
        if token.text in {",", ";", "—", "–"}:
            return False
        if (
            token.text == ":"
            or token.text in QUOTES
            or (token.lower_ in CLAUSE_MARKS and at - last < 8)
        ):
            return True
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.i > last:
            return token.dep_ != "acl:relcl" and not any(
                c.tag_ in ("WP", "WDT") for c in token.children
            )
    return False


def boundary_after(doc: "Doc", clause: Clause, others: list[Clause], sentence: Sentence) -> int:
    """Where what a clause opens must end: at the next clause beside it, a semicolon or the end."""
    for at in range(clause.last, sentence.last):
        if doc[at].text == ";":
            return at
        for other in others:
            if other.first == at and other.verb.i > clause.verb.i and at > clause.last:
                before = doc[at - 1]
                if before.lower_ in JOINERS and doc[at - 2].text in BREAKS:
                    return at - 2
                if (before.text in {",", "—", "–"} and other.place != "opening") or (
                    before.text == "," and other.verb.tag_ == "VBG"
                ):
                    return at - 1
    return sentence.last

"""What was said: a reporting verb's token and its source come in, the character spans of the content go out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.attribute import cues
from crossread.attribute.findings import (
    Range,
    characters,
    children,
    is_child,
    pieces,
    subtree,
    trimmed,
    whole,
)
from crossread.attribute.quotations import Quotations
from crossread.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPEN_KINDS = frozenset(
    {"say", "think", "estimate", "deny", "ask", "show", "count", "judge", "want", "talk"}
)
MIN_PIECE = 2
"""A stretch of fewer tokens beside a reporting clause is a leftover ("and", "But"), not content."""


@dataclass(frozen=True, slots=True)
class Content:
    """The spans of what was said; `clausal` as in a Finding; `joined` is the preposition that belongs to the cue."""

    spans: tuple[Range, ...]
    clausal: bool
    joined: "Token | None" = None
    kind: str | None = None


def clause_content(verb: "Token", barrier: Range | None) -> list[Range]:
    """The complement clauses of the verb, each as a token range."""
    found = []
    for child in verb.children:
        if is_child(child, "ccomp") or (
            is_child(child, "parataxis") and follows_colon(child, verb)
        ):
            tokens = [t for t in subtree(child) if not within(t.i, barrier)]
            if tokens and (span := trimmed(verb.doc, *whole(around(tokens, child, verb)))):
                found.append(span)
    return found


def around(tokens: list["Token"], head: "Token", verb: "Token") -> list["Token"]:
    """Of a clause's tokens, those on the side of the verb where its head stands."""
    side = [token for token in tokens if (token.i > verb.i) == (head.i > verb.i)]
    return side or tokens


def within(at: int, tokens: Range | None) -> bool:
    """Whether a token index lies in a range."""
    return tokens is not None and tokens[0] <= at < tokens[1]


def follows_colon(child: "Token", verb: "Token") -> bool:
    """Whether a loose clause is what the verb introduces: behind a colon, or in quotation marks."""
    if child.i < verb.i:
        return False
    between = verb.doc[verb.i + 1 : child.left_edge.i + 1]
    return any(token.text in {":", '"', "“", "‘‘", "''"} for token in between)


def loose_content(verb: "Token", barrier: Range | None) -> list[Range]:
    """The clause that a loosely attached "he said" interrupts or ends."""
    if not is_child(verb, "parataxis") or verb.head.pos_ in ("PUNCT", "SYM"):
        return []
    return beside(verb, verb.head, barrier)


def beside(verb: "Token", clause: "Token", barrier: Range | None) -> list[Range]:
    """The tokens of a clause that are not the reporting clause itself."""
    own = {token.i for token in subtree(verb)}
    tokens = [t for t in subtree(clause) if t.i not in own and not within(t.i, barrier)]
    first, last = whole(subtree(clause))
    if (
        verb.i > clause.i and tokens
    ):  # a final or medial "he said": nothing behind a semicolon is meant
        last = verb.right_edge.i + 1 if verb.right_edge.i + 1 >= last else last
    ranges = [
        trimmed(verb.doc, *piece) for piece in pieces([t for t in tokens if first <= t.i < last])
    ]
    return [
        piece
        for piece in ranges
        if piece and (piece[1] - piece[0] >= MIN_PIECE or len(ranges) == 1)
    ]


def object_content(verb: "Token", lemma: str, kind: str) -> Content | None:
    """A plain object, with what hangs behind it in the verb's clause."""
    if lemma in load("reporting")["objects"]["none"]:
        return None
    if kind == "think" and lemma not in load("reporting")["objects"]["thought"]:
        return None
    objects = [child for child in children(verb, "obj") if child.i > verb.i] or children(
        verb, "obj"
    )
    if not objects:
        return None
    first = trimmed(verb.doc, *whole(subtree(objects[0])))
    if first is None:
        return None
    start, end = first
    for child in verb.children:
        if (
            child.i > objects[0].i
            and is_child(child, "obl", "xcomp", "advcl", "acl")
            and is_part(child, kind)
        ):
            end = max(end, child.right_edge.i + 1)
    span = trimmed(verb.doc, start, end)
    return Content((characters(verb.doc, span),), clausal=False) if span else None


def is_part(child: "Token", kind: str) -> bool:
    """Whether a phrase behind the object belongs to what was said, not to the saying (its day or place)."""
    if is_child(child, "xcomp"):
        return True
    prepositions = {token.lower_ for token in children(child, "case", "mark")}
    if kind in ("judge", "talk", "want"):
        return bool(
            prepositions & {"as", "for", "of", "to", "from", "against", "with", "by", "over"}
        )
    return bool(prepositions & {"as", "at", "to", "from", "among", "for", "of", "between"})


def joined_content(verb: "Token", lemma: str) -> Content | None:
    """The object of a verb and its preposition: "spoke of 20 dead", "warned against …"."""
    kinds = cues.phrasal()
    for child in [*children(verb, "obl"), *children(verb, "advcl"), *children(verb, "xcomp")]:
        for case in children(child, "case", "mark"):
            kind = kinds.get((lemma, case.lower_))
            if kind and child.i > verb.i and case.i > verb.i:
                tokens = [t for t in subtree(child) if t.i > case.i]
                span = trimmed(verb.doc, *whole(tokens)) if tokens else None
                if span:
                    return Content((characters(verb.doc, span),), kind != "talk", case, kind)
    return None


def infinitive_content(verb: "Token") -> list[Range]:
    """A "to" clause that is promised, refused or claimed."""
    found = []
    for child in children(verb, "xcomp"):
        if child.i > verb.i and any(t.lower_ == "to" for t in children(child, "mark")):
            if span := trimmed(verb.doc, *whole(subtree(child))):
                found.append(span)
    return found


def widened(doc: "Doc", span: Range, quotes: Quotations, limit: Range) -> Range:
    """A character span grown to the quotation that either of its edges stands in."""
    start, end = span
    left, right = quotes.at(start), quotes.at(end - 1)
    if left is not None and limit[0] <= left.start:
        start = min(start, left.start)
    if right is not None and right.end <= limit[1]:
        end = max(end, right.end)
    if (
        left is None
        and start > limit[0]
        and (near := quotes.at(start - 1))
        and near.start == start - 1
    ):
        start = near.start
    return start, end


def content_of(verb: "Token", word: cues.Word, source: Range | None) -> Content | None:
    """What a reporting verb's sentence gives as said, in the order of how sure the form is."""
    doc = verb.doc
    spans = clause_content(verb, source)
    if not spans:
        spans = loose_content(verb, source)
    if spans:
        return Content(tuple(characters(doc, span) for span in spans), clausal=True)
    if (joined := joined_content(verb, word.lemma)) is not None:
        return joined
    plain = object_content(verb, word.lemma, word.kind)
    if word.kind in ("say", "think", "want", "estimate", "deny", "judge") and (
        to := infinitive_content(verb)
    ):
        if plain is None:
            return Content(tuple(characters(doc, span) for span in to), clausal=True)
    return plain

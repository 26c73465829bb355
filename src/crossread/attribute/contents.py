"""What was said: a reporting verb's token and its source come in, the character spans of the content go out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.attribute import cues
from crossread.attribute.clauses import Clause
from crossread.attribute.findings import (
    Range,
    characters,
    children,
    is_child,
    subtree,
    trimmed,
    whole,
)
from crossread.attribute.quotations import Quotations
from crossread.lexicon import load
from crossread.model.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLOSING_KINDS = frozenset({"say", "think", "estimate", "ask", "deny", "show", "count"})
THAT_KINDS = frozenset({"say", "think", "estimate", "ask", "deny", "show", "want", "judge"})
INFINITIVE_KINDS = frozenset({"say", "think", "want", "estimate", "deny", "judge"})
MARK_WINDOW = 10
"""Tokens between a verb and the "that" that it governs: a listener and a day."""

JOIN_WINDOW = 7
"""Tokens behind a verb in which its preposition may stand: "told a television channel of"."""

MIN_PIECE = 2
"""A stretch of fewer tokens beside a reporting clause is a leftover ("and", "But"), not content."""


@dataclass(frozen=True, slots=True)
class Content:
    """The spans of what was said; `clausal` as in a Finding; `joined` is the cue's own preposition."""

    spans: tuple[Range, ...]
    clausal: bool
    joined: "Token | None" = None
    kind: str | None = None


def opened_content(clause: Clause, end: int) -> list[Range]:
    """The clause that an opening "X said" introduces, up to `end`; none where no clause follows."""
    verb, doc = clause.verb, clause.verb.doc
    heads = [
        child for child in verb.children
        if child.i > verb.i
        and (is_child(child, "ccomp") or (is_child(child, "parataxis") and after_colon(child, verb)))
    ]  # fmt: skip
    if clause.word.kind == "deny" and children(verb, "xcomp"):
        heads = []  # "they reject having cost lives: 'the 62 …'": behind the colon they speak, and deny nothing
        end = next((token.i for token in doc[clause.last : end] if token.text == ":"), end)
    if not heads:
        start = marked_start(clause, end)
        if start is None:
            return []
        span = trimmed(doc, start, end)
        return [span] if span else []
    start = min(child.left_edge.i for child in heads)
    start = max(start, verb.i + 1)
    stop = end if end > start else max(child.right_edge.i for child in heads) + 1
    span = trimmed(doc, start, stop)
    return [span] if span else []


def marked_start(clause: Clause, end: int) -> int | None:
    """Where a clause begins that the tree does not show: behind a colon, at a quotation mark, or at "that"."""
    doc = clause.verb.doc
    for at in range(clause.last, min(end, clause.last + MARK_WINDOW)):
        if doc[at].text == ":" and at + 1 < end:
            return at + 1
        if (
            doc[at].lower_ in {"that", "whether"}
            and clause.word.kind in THAT_KINDS
            and doc[at].tag_ == "IN"
        ):
            return at
    return None


def after_colon(child: "Token", verb: "Token") -> bool:
    """Whether a loose clause is what the verb introduces: behind a colon, or in quotation marks."""
    between = verb.doc[verb.i + 1 : child.left_edge.i + 1]
    return any(token.text in {":", '"', "“", "‘‘", "''"} for token in between)


def surrounding_content(clause: Clause, sentence: Sentence) -> list[Range]:
    """What stands before a closing "X said", and behind it too where it stands in the middle."""
    doc = clause.verb.doc
    start = sentence.first
    for at in range(clause.first - 1, sentence.first - 1, -1):
        if doc[at].text == ";":
            start = at + 1
            break
    sides = [trimmed(doc, start, clause.first)]
    if clause.place == "middle":
        at = clause.last
        while at < sentence.last and doc[at].text not in {",", ";", "—", "–", ":", '"', "“"}:
            at += 1
        stop = next((t.i for t in doc[at + 1 : sentence.last] if t.text == ";"), sentence.last)
        sides.append(trimmed(doc, at, stop))
    return [side for side in sides if side and side[1] - side[0] >= MIN_PIECE]


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


def joined_content(clause: Clause, end: int) -> Content | None:
    """The object of a verb and its preposition: "spoke of 20 dead", "told a channel of 50", "warned against …"."""
    verb, doc = clause.verb, clause.verb.doc
    for at in range(verb.i + 1, min(end - 1, verb.i + JOIN_WINDOW)):
        token = doc[at]
        kind = cues.phrasal().get((clause.word.lemma, token.lower_))
        if token.text in {",", ";", ":"} or (
            kind is None and token.tag_ in ("VBD", "VBZ", "VBP", "MD")
        ):
            return None
        if kind is None or (
            token.i != verb.i + 1 and clause.word.lemma not in {"tell", "speak", "warn", "inform"}
        ):
            continue
        stop = next((t.i for t in doc[at + 2 : end] if t.text in {",", ";", "—", "–"}), end)
        head = token.head if token.head.i > at else None
        if head is not None and head.right_edge.i + 1 <= end:
            stop = max(head.right_edge.i + 1, at + 2)
        if span := trimmed(doc, at + 1, stop):
            return Content((characters(doc, span),), kind != "talk", token, kind)
    return None


def infinitive_content(verb: "Token") -> list[Range]:
    """A "to" clause that is promised, refused or claimed."""
    found = []
    for child in children(verb, "xcomp"):
        to = any(token.lower_ == "to" for token in children(child, "mark"))
        if child.i > verb.i and to and (span := trimmed(verb.doc, *whole(subtree(child)))):
            found.append(span)
    return found


def gerund_content(verb: "Token") -> list[Range]:
    """What somebody denies having done: "denied having killed 14 farmers", "denies holding 30"."""
    found = []
    for child in children(verb, "xcomp", "ccomp", "advcl"):
        doing = child.tag_ == "VBG" or any(token.tag_ == "VBG" for token in children(child, "aux"))
        if child.i > verb.i and doing and (span := trimmed(verb.doc, *whole(subtree(child)))):
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


def introduces(verb: "Token") -> bool:
    """Whether a clause marked by "that" or "whether" hangs on the verb from behind: nothing before it is said then."""
    return any(
        child.i > verb.i
        and any(mark.lower_ in {"that", "whether"} for mark in children(child, "mark"))
        for child in children(verb, "ccomp")
    )


def content_of(clause: Clause, end: int, sentence: Sentence) -> Content | None:
    """What a reporting clause gives as said, in the order of how sure the form is."""
    verb, word, doc = clause.verb, clause.word, clause.verb.doc
    closing = clause.place != "opening" and word.kind in CLOSING_KINDS and not introduces(verb)
    if closing and (spans := surrounding_content(clause, sentence)):
        return Content(tuple(characters(doc, span) for span in spans), clausal=True)
    if word.kind in ("deny", "accept") and (denied := object_content(verb, word.lemma, word.kind)):
        return denied
    if spans := opened_content(clause, end):
        return Content(tuple(characters(doc, span) for span in spans), clausal=True)
    if (joined := joined_content(clause, end)) is not None:
        return joined
    plain = object_content(verb, word.lemma, word.kind)
    if plain is None and word.kind == "deny" and (doing := gerund_content(verb)):
        return Content(tuple(characters(doc, span) for span in doing), clausal=True)
    if plain is None and word.kind in INFINITIVE_KINDS and (to := infinitive_content(verb)):
        return Content(tuple(characters(doc, span) for span in to), clausal=True)
    return plain

"""Reporting nouns: "a claim that …", "the ministry's tally of 40", "the agency's list has 209": findings go out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.attribute import cues, sources, wording
from crossread.attribute.findings import (
    Finding,
    Range,
    characters,
    children,
    is_child,
    subtree,
    trimmed,
    whole,
)
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


THAT_WINDOW = 8
"""Tokens between a claim and its "that": "by the rebels"."""


def noun_findings(parsed: Parsed, sentence: Sentence) -> Iterator[Finding]:
    """Every attribution by a noun in one parsed sentence."""
    for token in parsed.span(sentence):
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        if (
            token.lower_ in cues.nouns("claim")
            and (finding := claimed(token, sentence)) is not None
        ) or (
            token.lower_ in cues.nouns("tally")
            and (finding := tallied(token, sentence)) is not None
        ):
            yield finding


def owner_of(noun: "Token") -> Range | None:
    """Whose claim or count it is: the possessor, or the phrase behind "by", "from", "of" with a capital."""
    for child in children(noun, "nmod:poss"):
        if child.i < noun.i:
            return sources.phrase(child)
    for child in children(noun, "nmod"):
        case = next((c.lower_ for c in children(child, "case")), "")
        if case in {"by", "from"} and child.i > noun.i:
            return sources.phrase(child)
    return None


def claimed(noun: "Token", sentence: Sentence) -> Finding | None:
    """ "a claim that the siege had been lifted", "the rebels' claim that …"."""
    clause = next(
        (
            c
            for c in children(noun, "acl", "ccomp")
            if any(m.lower_ == "that" for m in children(c, "mark"))
        ),
        None,
    )
    if clause is None:
        clause = that_clause(noun)
    if clause is None:
        return None
    span = trimmed(noun.doc, *whole(subtree(clause)))
    if span is None:
        return None
    owner = owner_of(noun)
    first = noun.i
    return Finding(
        sentence.index,
        owner,
        characters(noun.doc, (first, noun.i + 1)),
        (characters(noun.doc, span),),
        "say",
        "noun.that",
        True,
        lemma=noun.lower_,
    )


def that_clause(noun: "Token") -> "Token | None":
    """The clause behind the first "that" after a noun, where the tree hung it elsewhere."""
    for token in noun.doc[noun.i + 1 : min(noun.i + THAT_WINDOW, len(noun.doc))]:
        if (
            token.tag_ == "IN"
            and token.lower_ == "that"
            and token.dep_ == "mark"
            and token.head.i > token.i
        ):
            return token.head
        if token.text in {",", ".", ";"} or token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return None
    return None


def tallied(noun: "Token", sentence: Sentence) -> Finding | None:
    """ "the ministry's tally of 40", "its figure last July was 196", "the railways' 803"."""
    owner = owner_of(noun) or modifier_owner(noun)
    if owner is None:
        return None
    if (inside := apposed(noun)) is not None:
        return owned_count(noun, owner, inside, sentence)
    head = noun.head if is_child(noun, "nsubj") else None
    if head is not None:
        tokens = [t for t in subtree(head) if t.i > noun.right_edge.i]
    else:
        tokens = [
            t
            for c in children(noun, "nmod", "nummod", "appos", "acl")
            if c.i > noun.i
            for t in subtree(c)
        ]
    if not tokens or not any(t.like_num or t.pos_ == "NUM" for t in tokens):
        return None
    tokens.sort(key=lambda t: t.i)
    span = trimmed(noun.doc, *whole(tokens))
    return owned_count(noun, owner, span, sentence) if span is not None else None


def owned_count(noun: "Token", owner: Range, span: Range, sentence: Sentence) -> Finding:
    """The finding that a stretch of numbers is the owner's count."""
    return Finding(
        sentence.index,
        owner,
        characters(noun.doc, (noun.i, noun.i + 1)),
        (characters(noun.doc, span),),
        "count",
        "noun.tally",
        True,
        lemma=noun.lower_,
    )


def apposed(noun: "Token") -> Range | None:
    """The numbers set between commas behind a tally: "the consul's first figures, twelve dead and two hurt, had"."""
    doc, first = noun.doc, noun.i + 1
    if first + 1 >= len(doc) or doc[first].text != ",":
        return None
    if not (doc[first + 1].like_num or doc[first + 1].pos_ == "NUM"):
        return None
    last = first + 1
    while last < len(doc) and doc[last].text not in {",", ";", "."}:
        if doc[last].tag_ in ("VBZ", "VBP", "MD"):
            return None
        last += 1
    return trimmed(doc, first + 1, last)


def modifier_owner(noun: "Token") -> Range | None:
    """The body in front of a document: "ministry figures", "agency data"."""
    for child in children(noun, "compound", "nmod"):
        if child.i == noun.i - 1 and (wording.is_body(child) or wording.capital(child)):
            return (child.left_edge.i, child.i + 1)
    return None

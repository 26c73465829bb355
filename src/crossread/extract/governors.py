"""A counted noun phrase in a parsed sentence comes in; the conditions of the verbs that govern it go out."""

from collections.abc import Iterator

from spacy.tokens import Token

from crossread.extract.counted import Counted
from crossread.extract.found import Found
from crossread.extract.readings import forms_of, has_object, is_passive, only_says, reading
from crossread.extract.tokens import Place, low, match, small_words
from crossread.extract.words import Role, nouns, partitives

_PASSING = frozenset(
    [
        "conj",
        "appos",
        "nmod",
        "nummod",
        "flat",
        "compound",
        "list",
        "dep",
        "parataxis",
        "nmod:npmod",
        "fixed",
        "obl",
    ]
)
STEPS_UP = 4
"""Steps from a counted noun up the tree: number, group word, coordination, clause; beyond, the tie is chance."""


def by_tree(place: Place, phrase: Counted) -> Iterator[Found]:
    """The verb that has the noun phrase as subject or object, its relative clause, its copula."""
    if not place.sentence.parsed:
        return
    token: Token | None = place.doc[_top(place, phrase)]
    for _ in range(STEPS_UP):
        if token is None:
            return
        yield from _from(place, token)
        token = _up(token)


def _top(place: Place, phrase: Counted) -> int:
    """The token of a phrase whose head lies outside it: the noun, or in an elliptic count the number."""
    doc = place.doc
    inside = range(phrase.first, max(phrase.last, place.core_last))
    ties: tuple[int | None, ...] = (phrase.head, place.core_first, *inside)
    for at in ties:
        if at is not None and (doc[at].head.i not in inside or doc[at].head.i == at):
            return at
    return phrase.head if phrase.head is not None else place.core_first


def _up(token: Token) -> Token | None:
    """The next token up the tree that the same words may be said of."""
    if token.dep_ in ("nmod", "obl") and not _passes_on(token.head):
        return None
    return token.head if token.dep_ in _PASSING else None


def _passes_on(head: Token) -> bool:
    """True for a noun whose "of" brings the counted: a group, a number, people, or a verb."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return True
    noun = nouns().get(low(head))
    counts = low(head) in small_words("counts") or low(head) in partitives()
    return counts or (noun is not None and noun.kind == "counted" and noun.lemma != "name")


def _from(place: Place, token: Token) -> Iterator[Found]:
    dep, verb = token.dep_, token.head
    if dep == "nmod" and verb.pos_ == "NOUN":
        noun = nouns().get(low(verb))
        if noun is not None and noun.condition == "killed" and _has_of(token):
            yield Found(
                noun.condition, verb.i, "noun"
            )  # "the bodies of a woman and her three children"
    if dep in ("nsubj", "nsubj:pass", "csubj"):
        yield from _as_subject(place, verb, passive=dep.endswith("pass"))
    elif dep in ("obj", "iobj"):
        yield from _as_object(place, token, verb)
    elif dep == "obl:agent" or (dep == "obl" and any(low(c) == "by" for c in token.children)):
        yield from _as_agent(place, verb)
    for child in token.children:
        if child.dep_ in ("acl", "acl:relcl") and child.i > token.i:
            yield from _clause_of(place, token, child)


def _has_of(token: Token) -> bool:
    return any(c.dep_ == "case" and low(c) == "of" for c in token.children)


def _as_subject(place: Place, verb: Token, *, passive: bool) -> Iterator[Found]:
    doc, stop = place.doc, place.sentence.last
    role: Role = "object" if passive or is_passive(doc, verb.i, place.sentence.first) else "subject"
    raised = [
        c
        for c in verb.children
        if c.dep_ in ("xcomp", "ccomp") and low(verb) in forms_of("raising")
    ]
    for inner in raised:
        inner_passive = any(c.dep_ == "aux:pass" for c in inner.children)
        yield from _as_subject(place, inner, passive=inner_passive)
    hit = reading(doc, verb.i, role, stop=stop)
    if hit is None and role == "object":
        hit = reading(doc, verb.i, "subject", stop=stop)
    if hit is not None:
        yield Found(hit.condition, verb.i, f"{role} of verb")
    yield from _predicate(place, verb)


def _predicate(place: Place, token: Token) -> Iterator[Found]:
    """A copula's complement: "12 were missing", "were in hospital", "are refugees"."""
    doc, stop = place.doc, place.sentence.last
    helps = [c.dep_ for c in token.children]
    active = token.pos_ == "VERB" and "aux:pass" not in helps and "cop" not in helps
    active = active and ("aux" in helps or has_object(token))
    edge = token.left_edge.i
    for start in sorted({token.i, *(c.i for c in token.children if c.dep_ == "case"), edge}):
        for section in ("phrase", "adjective"):
            hit = match(doc, start, stop, section=section)
            if hit is not None and start <= token.i and not (active and section == "adjective"):
                yield Found(hit[1], start, "predicate")


def _as_object(place: Place, token: Token, verb: Token) -> Iterator[Found]:
    doc, stop = place.doc, place.sentence.last
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.i > token.i:
            passive = any(c.dep_ == "aux:pass" for c in child.children) or child.tag_ == "VBN"
            yield from _as_subject(place, child, passive=passive)
            yield from _predicate(place, child)
    if only_says(verb) and place.core_first <= token.i < place.core_last:
        return
    hit = reading(doc, verb.i, "object", stop=stop)
    if hit is not None:
        yield Found(hit.condition, verb.i, "object of verb")


def _as_agent(place: Place, verb: Token) -> Iterator[Found]:
    hit = reading(place.doc, verb.i, "subject", stop=place.sentence.last)
    if hit is not None:
        yield Found(hit.condition, verb.i, "agent of verb")


def _clause_of(place: Place, noun: Token, verb: Token) -> Iterator[Found]:
    """A relative or participle clause on the noun: "children held as shields", "people who had fled"."""
    subject = [c for c in verb.children if c.dep_.startswith("nsubj")]
    own = not subject or any(low(c) in ("who", "that", "which") for c in subject)
    if own:
        passive = any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)
        passive = passive or (not subject and verb.tag_ == "VBN")
        yield from _as_subject(place, verb, passive=passive)
    elif subject and not any(c.dep_ == "aux:pass" for c in verb.children):
        hit = reading(place.doc, verb.i, "object", stop=place.sentence.last)
        if hit is not None:
            yield Found(hit.condition, verb.i, "object of relative clause")

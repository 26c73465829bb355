"""A token comes in; what it says as a verb goes out: the condition, and which of its arguments is in it."""

from functools import cache

from spacy.tokens import Doc, Token

from crossread.extract.tokens import AUXILIARIES, BE, CLAUSE_ENDS, low, small_words, tagged
from crossread.extract.words import Role, Verb, verb_forms, verbs
from crossread.lexicon import load

PARTS_REACH = 8
"""Tokens within which the further words of a verb follow its first: "pulled 12 people out alive"."""

_PARTICIPLES = frozenset(["VBN", "VBD"])


@cache
def _forms(word: str) -> frozenset[str]:
    return frozenset(verb_forms(word, load("conditions")["irregular"]) | {word})


@cache
def forms_of(section: str) -> frozenset[str]:
    """Every form of the verbs of a counting.toml section."""
    irregular = load("conditions")["irregular"]
    found: set[str] = set()
    for verb in load("counting")[section]:
        found |= verb_forms(verb, irregular)
    return frozenset(found)


def has_object(token: Token) -> bool:
    """True for a participle's form that is a verb with an object of its own: "lost limbs"."""
    return token.pos_ == "VERB" and any(c.dep_ == "obj" and c.i > token.i for c in token.children)


def only_says(verb: Token) -> bool:
    """Whether a verb with a bare number behind it only says it: "admits 60", but not "the clinic admitted 60"."""
    taken = {low(child) for child in verb.children if child.dep_.startswith("nsubj")}
    takes_in = low(verb) in forms_of("taking_in") and bool(taken & small_words("care"))
    return low(verb) in forms_of("saying") and not takes_in


def reading(doc: Doc, at: int, role: Role, *, stop: int) -> Verb | None:
    """The longest reading of the verb at a token that says something of the argument `role`."""
    for verb in verbs().get(low(doc[at]), ()):
        if verb.role == role and _rest_follows(doc, at + 1, verb.rest, stop):
            return verb
    return None


def _rest_follows(doc: Doc, at: int, rest: tuple[str, ...], stop: int) -> bool:
    here, limit = at, min(stop, at + PARTS_REACH)
    if rest and rest[0] in ("and", "or"):
        limit = min(limit, at + len(rest))
    for word in rest:
        while here < limit and low(doc[here]) not in _forms(word):
            if doc[here].text in CLAUSE_ENDS or doc[here].text == ",":
                return False
            here += 1
        if here >= limit:
            return False
        here += 1
    return True


def is_passive(doc: Doc, at: int, start: int) -> bool:
    """True where a form of be or get stands before the verb with only adverbs between."""
    if tagged(doc[at]) and any(child.dep_ == "aux:pass" for child in doc[at].children):
        return True
    here = at - 1
    while here >= start and at - here <= 6:
        word = low(doc[here])
        if word in BE or word in ("got", "get", "getting", "gets"):
            return _looks_participle(doc[at])
        if word not in AUXILIARIES and not _adverb(doc[here]):
            return False
        here -= 1
    return False


def _adverb(token: Token) -> bool:
    word = low(token)
    return word.endswith("ly") or token.pos_ in ("ADV", "PART") or word in (
        "not", "n't", "still", "also", "already", "now", "then", "since", "later", "reportedly", "all", "being", "been"
    )  # fmt: skip


def _looks_participle(token: Token) -> bool:
    if tagged(token):
        return token.tag_ in _PARTICIPLES
    return not low(token).endswith("ing")


def is_gerund(token: Token) -> bool:
    """True for a form in -ing."""
    return low(token).endswith("ing")


def takes_object(doc: Doc, at: int, stop: int) -> bool:
    """True where an object follows the verb, so that a form like "killed" is active."""
    token = doc[at]
    if tagged(token) and any(child.dep_ == "obj" for child in token.children):
        return True
    if at + 1 >= stop:
        return False
    after = doc[at + 1]
    word = low(after)
    return (
        word in small_words("determiners")
        or after.pos_ in ("PROPN", "NUM")
        or word in ("them", "him", "her", "at-least")
    )

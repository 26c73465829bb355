"""A count with an earlier state comes in ("two men wounded in the blast"); what became of it ("… died") goes out."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from crossread.extract.counted import Counted
from crossread.extract.found import Found
from crossread.extract.neighbours import by_neighbour
from crossread.extract.tokens import AUXILIARIES, CLAUSE_ENDS, Place, low, small_words, tagged
from crossread.extract.words import group

REACH = 20
"""Tokens behind a participle in which its clause's main verb stands."""

_FINITE = frozenset(["VBD", "VBP", "VBZ", "MD"])
_PARTICIPLES = frozenset(["VBN", "VBD", "VBP", "JJ"])
ADVERBS = 2
"""Tokens between a noun and what is said of it: "four men reported missing", "three children feared drowned"."""
_NEAR = frozenset(["verb behind", "words behind"])


def outcome(place: Place, phrase: Counted, found: Found) -> Found | None:
    """What the main verb says of those whom a participle right behind the noun puts in an earlier state."""
    doc, at = place.doc, found.anchor
    if found.rule not in _NEAR or not phrase.last <= at <= phrase.last + ADVERBS:
        return None
    if (
        any(low(t) in AUXILIARIES for t in doc[phrase.last : at])
        or doc[at].tag_ not in _PARTICIPLES
    ):
        return None
    if found.condition == "killed" and low(doc[phrase.last]) not in small_words("survivable"):
        return None
    start = _main_verb(place, phrase, at)
    if start is None:
        return None
    for later in by_neighbour(place, replace(phrase, last=start)):
        if later.condition in group("outcomes"):
            return replace(later, firm=True)
    return None


def _main_verb(place: Place, phrase: Counted, at: int) -> int | None:
    """The first finite verb behind a participle, where the counted are its subject and no other clause begins."""
    doc, stop = place.doc, min(place.sentence.last, at + REACH)
    for here in range(at + 1, stop):
        if _ends_clause(doc, here):
            return None
        token = doc[here]
        if tagged(token) and token.tag_ in _FINITE and not token.dep_.startswith("acl"):
            return here if _is_of(token, phrase) else None
    return None


def _ends_clause(doc: Doc, here: int) -> bool:
    token = doc[here]
    return token.text in CLAUSE_ENDS or token.text == "," or low(token) in small_words("parters")


def _is_of(token: Token, phrase: Counted) -> bool:
    """True where no other word than the counted is the verb's subject."""
    verb = (
        token if token.pos_ == "VERB" or not token.dep_.startswith(("aux", "cop")) else token.head
    )
    return not any(c.dep_.startswith("nsubj") and c.i >= phrase.last for c in verb.children)

"""Reporting words: a token comes in, the lemma and kind of reporting verb or noun it is goes out.

Forms are built from the lexicon's lemmas, so that a wrong lemma from the parser costs nothing.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crossread.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

VOWELS = "aeiou"
CLAIM_KINDS = frozenset({"say", "count", "estimate", "think", "deny", "ask", "show"})
"""Kinds whose subject answers for a figure in the content; the others only take a side."""

OBJECT_KINDS = frozenset({"say", "count", "estimate", "deny"})
"""Kinds that answer for a figure in a plain object too ("reported 12 dead"), not only in a clause."""


@dataclass(frozen=True, slots=True)
class Word:
    """A reporting word's lemma and kind, as the lexicon sorts them."""

    lemma: str
    kind: str


def inflect(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb: third person, past and participles."""
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return (lemma, plural, lemma + "ed", lemma + "ing")


@cache
def verb_forms() -> dict[str, Word]:
    """Every inflected form of a reporting verb; a form of two kinds keeps the kind that stands first."""
    lexicon = load("reporting")
    forms: dict[str, Word] = {}
    for kind, lemmas in lexicon["verbs"].items():
        for lemma in lemmas:
            irregular = lexicon["irregular"].get(lemma)
            for form in (lemma, *(irregular or inflect(lemma))):
                forms.setdefault(form, Word(lemma, kind))
    return forms


@cache
def phrasal() -> dict[tuple[str, str], str]:
    """Kind of verb and preposition together: ("speak", "of") is "say"."""
    table: dict[tuple[str, str], str] = {}
    for key, kind in load("reporting")["phrasal"].items():
        verb, preposition = key.split()
        table[verb, preposition] = kind
    return table


@cache
def nouns(group: str) -> frozenset[str]:
    """The reporting nouns of a group ("claim", "tally", "document"), with their plurals."""
    words = load("reporting")["nouns"][group]
    return frozenset(words) | frozenset(inflect(word)[1] for word in words)


def verb_word(token: "Token") -> Word | None:
    """The reporting verb that a token is a form of, None where it is no verb here."""
    word = verb_forms().get(token.lower_)
    if word is not None and token.pos_ in ("NOUN", "PROPN") and counts_by_order(token):
        return word
    if word is None or token.pos_ in ("NOUN", "PROPN", "ADV", "ADP", "NUM", "DET"):
        return None
    if token.pos_ == "ADJ" and not token.tag_.startswith("VB"):
        return None
    return word


def counts_by_order(token: "Token") -> bool:
    """Whether a word tagged as a noun is a verb by its place: "the office counts 1,193", "the U.N. estimates that"."""
    if token.i == 0 or token.i + 1 >= len(token.doc) or not token.lower_.endswith("s"):
        return False
    before, after = token.nbor(-1), token.nbor()
    named = before.pos_ in ("NOUN", "PROPN") and before.lower_ not in ("the", "a")
    return named and (
        after.like_num
        or after.pos_ == "NUM"
        or after.lower_ in {"that", "at", "some", "nearly", "about"}
    )

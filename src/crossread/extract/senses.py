"""A rule's finding comes in; the condition that its verb has in this sentence goes out: by its doer, scene, "not"."""

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from crossread.extract.found import Found
from crossread.extract.readings import forms_of
from crossread.extract.tokens import BE, Place, low
from crossread.extract.words import nouns, verb_forms
from crossread.lexicon import load

NOT_REACH = 4
"""Tokens before a verb in which its own "not" stands: "did not even try to"."""
BARRED_REACH = 8
"""Tokens before a verb in which "impossible for 800 people to" stands."""

_NEGATIONS = frozenset(["not", "n't", "never"])
_HELPS = BE | frozenset(
    [
        "have",
        "has",
        "had",
        "did",
        "do",
        "does",
        "could",
        "can",
        "ca",
        "would",
        "remain",
        "remains",
        "remained",
    ]
)


@dataclass(frozen=True, slots=True)
class Sense:
    """Another condition of a verb, and the words of a sentence that give the verb this sense."""

    condition: str
    cues: frozenset[str]
    doer: bool
    only: frozenset[str]
    without: frozenset[str]


def in_context(place: Place, found: Found) -> Found:
    """The finding with the condition that the verb's doer, its scene or its "not" makes of it."""
    anchor = place.doc[found.anchor]
    for sense in _senses().get(low(anchor), ()):
        if (not sense.only or found.condition in sense.only) and _fits(place, anchor, sense):
            return replace(found, condition=sense.condition)
    if is_barred(place, found.anchor) and found.condition in load("conditions")["barred"]:
        return replace(found, condition=load("conditions")["barred"][found.condition], firm=True)
    if is_undone(place, found.anchor, found.condition):
        sought = found.condition == "rescued" and low(anchor) in forms_of("seeking")
        undone = "missing" if sought else load("conditions")["undone"][found.condition]
        return replace(found, condition=undone, firm=True)
    return found


@cache
def _senses() -> dict[str, tuple[Sense, ...]]:
    """The further senses of each verb form."""
    lists = load("conditions")
    index: dict[str, list[Sense]] = {}
    for entry in lists["senses"]:
        cues, only = frozenset(entry["cues"]), frozenset(entry.get("only", ()))
        without = frozenset(entry.get("without", ()))
        sense = Sense(entry["condition"], cues, entry.get("doer", False), only, without)
        for verb in entry["verbs"]:
            for form in verb_forms(verb, lists["irregular"]) | {verb}:
                index.setdefault(form, []).append(sense)
    return {form: tuple(senses) for form, senses in index.items()}


def _fits(place: Place, anchor: Token, sense: Sense) -> bool:
    """True where one of the cues stands in the sentence, or a human being does what the verb says."""
    doc = place.doc
    words = {low(t) for t in doc[place.sentence.first : place.sentence.last]}
    if words & sense.without:
        return False
    if words & sense.cues:
        return True
    return sense.doer and _has_human_doer(doc, place, anchor)


def _has_human_doer(doc: Doc, place: Place, anchor: Token) -> bool:
    """True where people before the verb, and not the counted, are its subject: "mourners buried 12"."""
    if place.first < anchor.i:
        return False
    for at in range(anchor.i - 1, max(place.sentence.first, anchor.i - BARRED_REACH) - 1, -1):
        noun = nouns().get(low(doc[at]))
        if low(doc[at]) in ("they", "we", "he", "she", "who"):
            return True
        if noun is not None:
            return noun.kind == "counted" and noun.unit != "building"
    return False


def is_undone(place: Place, anchor: int, condition: str) -> bool:
    """True where the verb is denied of those counted and so puts them in the opposite state: "98 did not escape"."""
    doc = place.doc
    if condition not in load("conditions")["undone"] or anchor < place.last:
        return False
    near = [low(t) for t in doc[max(place.last, anchor - NOT_REACH) : anchor]]
    return any(w in _NEGATIONS for w in near) and any(w in _HELPS for w in near)


def is_barred(place: Place, anchor: int) -> bool:
    """True where the verb could not be done: "impossible for 800 people to leave", "unable to flee"."""
    doc = place.doc
    start = max(place.sentence.first, min(anchor, place.first) - BARRED_REACH)
    return any(
        low(t) in load("conditions")["barring"]["words"]
        or (low(t) in forms_of("preventing") and t.pos_ != "NOUN")
        for t in doc[start:anchor]
    )

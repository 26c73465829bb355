"""A counted noun phrase comes in; what a verb phrase beyond doubt says of it goes out: "fell ill", "answered the roll".

What surrounds such a phrase cannot change it: whoever of the 90 on board "telephoned home" is not one of the dead.
"""

from functools import cache

from spacy.tokens import Doc

from crossread.extract.counted import Counted
from crossread.extract.found import Found
from crossread.extract.tokens import AUXILIARIES, BE, CLAUSE_ENDS, QUOTES, Place, low, small_words
from crossread.extract.words import default_condition, verb_forms
from crossread.lexicon import load

RULE = "idiom"
"""The rule that such a finding is given by."""

REACH = 8
"""Tokens between a noun phrase and its verb: "have since, one by one,"."""
OBJECT_REACH = 4
"""Tokens between a phrase and its object's number: "lost touch with all but"."""

ARMED = frozenset(["combatants", "attackers"])
"""Populations that bear arms of their own."""

_NOT = frozenset(["not", "n't", "never", "no", "nor", "neither"])
_HAVE = frozenset(["have", "has", "had", "having"])
_PASSED = frozenset(
    ["do", "does", "did", "also", "all", "both", "since", "already", "still", "later"]
)
_PERHAPS = frozenset(["may", "might", "can", "could", "would", "will", "shall", "should", "must"])
_WHO = frozenset(["who", "that", "which", "whom"])


def by_idiom(place: Place, phrase: Counted) -> Found | None:
    """ "14 members had fallen ill", "lost touch with 200", "where 900 people live": beyond doubt."""
    if phrase.noun is not None and phrase.noun.unit == "building":
        return None
    found = (
        _behind(place, phrase)
        or _right_behind(place, phrase)
        or _parted(place, phrase)
        or _before(place)
        or _at_home(place, phrase)
    )
    return Found(found[0], found[1], RULE, firm=True) if found is not None else None


def _behind(place: Place, phrase: Counted) -> tuple[str, int] | None:
    """The condition that the verb phrase behind its subject says, and its first token."""
    doc, stop = place.doc, place.sentence.last
    at = _past_helpers(doc, phrase.last, stop)
    if at >= stop:
        return None
    helps = [low(token) for token in doc[phrase.last : at]]
    last = next((word for word in reversed(helps) if word in BE or word in _HAVE), "")
    passive = last in BE and not low(doc[at]).endswith("ing")
    if any(word in _PERHAPS for word in helps):
        return None
    denied = any(word in _NOT for word in helps)
    heard = _heard(doc, at, stop, denied=denied)
    if heard is not None and not passive:
        return heard, at
    if denied:
        return None
    headline = not helps and _is_title(place)
    said = _said(doc, at, stop, "passive") if passive or headline else None
    said = said or (_said(doc, at, stop, "subject") if not passive else None)
    if said is None and not passive and phrase.noun is not None and phrase.noun.population in ARMED:
        said = _said(doc, at, stop, "armed")
    if said is not None:
        return said, at
    be = next((n for n in range(phrase.last, at) if low(doc[n]) in BE), at)
    said = _said(doc, be, stop, "subject")
    return (said, be) if said is not None else None


def _right_behind(place: Place, phrase: Counted) -> tuple[str, int] | None:
    """The condition that words right behind the noun say: "use 20,000 inhabitants as shields"."""
    said = _said(place.doc, phrase.last, place.sentence.last, "behind")
    return (said, phrase.last) if said is not None else None


def _is_title(place: Place) -> bool:
    blocks = place.parsed.report.blocks
    return bool(blocks) and blocks[place.sentence.block].kind == "title"


def _past_helpers(doc: Doc, at: int, stop: int) -> int:
    """The first token behind a subject that is neither "who", nor an auxiliary, nor an adverb."""
    start = at
    while at < stop and at - start < REACH:
        token = doc[at]
        helps = low(token) in AUXILIARIES or low(token) in BE or low(token) in _HAVE
        adverb = (
            token.pos_ == "ADV" or low(token) in _NOT or low(token) in small_words("passed_over")
        )
        if not (helps or adverb or low(token) in _PASSED or low(token) in _WHO):
            break
        at += 1
    return at


def _heard(doc: Doc, at: int, stop: int, *, denied: bool) -> str | None:
    """What somebody is who gives, or does not give, a sign of life."""
    lists = load("idioms")["heard"]
    if any(_follows(doc, at, stop, words) for words in _entries("heard")):
        return str(lists["unheard"] if denied else lists["heard"])
    alone = any(_follows(doc, at, stop, (verb,)) for verb in lists["unanswered"])
    if denied and alone and not _has_object(doc, at, stop):
        return str(lists["unheard"])
    return None


def _has_object(doc: Doc, at: int, stop: int) -> bool:
    """True for "did not answer questions", "did not respond to the charges"."""
    return at + 1 < stop and (
        doc[at + 1].pos_ in ("NOUN", "PROPN", "DET", "PRON", "ADJ")
        or low(doc[at + 1]) in ("to", "that")
    )


def _before(place: Place) -> tuple[str, int] | None:
    """The condition that a verb phrase says of its object right behind it."""
    doc, first = place.doc, place.sentence.first
    for end in range(place.first, max(first, place.first - OBJECT_REACH), -1):
        for condition, words in _phrases("object"):
            at = end - len(words)
            if at >= first and _follows(doc, at, end, words) and not _is_denied(doc, at, first):
                return condition, at
        if (
            doc[end - 1].text in CLAUSE_ENDS
            or low(doc[end - 1]) not in small_words("determiners") | _between()
        ):
            return None
    return None


def _is_denied(doc: Doc, at: int, first: int) -> bool:
    return any(low(token) in _NOT for token in doc[max(first, at - 3) : at])


def _at_home(place: Place, phrase: Counted) -> tuple[str, int] | None:
    """ "where 47,000 people live": those of a place, the clause's whole subject."""
    doc, stop, at = place.doc, place.sentence.last, phrase.last
    if place.first <= place.sentence.first or low(doc[place.first - 1]) != "where" or at >= stop:
        return None
    ends = at + 1 >= stop or not any(letter.isalnum() for letter in doc[at + 1].text)
    lives = any(_follows(doc, at, stop, (verb,)) for verb in load("idioms")["living"]["verbs"])
    return ("present", at) if lives and ends else None


def _parted(place: Place, phrase: Counted) -> tuple[str, int] | None:
    """ "Of nine crew, four were picked up": the nine were there, whatever befell some of them."""
    doc, at, noun = place.doc, place.first - 1, phrase.noun
    if at < place.sentence.first or low(doc[at]) != "of" or noun is None or noun.unit != "person":
        return None
    opens = at == place.sentence.first or doc[at - 1].text in CLAUSE_ENDS | QUOTES
    behind = phrase.last + (phrase.last < place.sentence.last and doc[phrase.last].text == ",")
    part = behind < place.sentence.last and doc[behind].like_num
    usual = noun.condition or default_condition(noun.population, noun.lemma)
    return ("present", at) if opens and part and usual == "present" else None


def _said(doc: Doc, at: int, stop: int, section: str) -> str | None:
    return next((name for name, words in _phrases(section) if _follows(doc, at, stop, words)), None)


def _follows(doc: Doc, at: int, stop: int, words: tuple[str, ...]) -> bool:
    """Whether a phrase stands at a token: its first word in any form, the others as they are, small words between."""
    if at >= stop or low(doc[at]) not in _forms(words[0]):
        return False
    here = at + 1
    for word in words[1:]:
        while here < stop and low(doc[here]) in _between() and low(doc[here]) != word:
            here += 1
        if here >= stop or low(doc[here]) != word:
            return False
        here += 1
    return True


@cache
def _between() -> frozenset[str]:
    """The small words that may stand between the words of a phrase."""
    return frozenset(load("idioms")["small"])


@cache
def _phrases(section: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The phrases of a section with their conditions."""
    return tuple(
        (condition, tuple(entry.split()))
        for condition, entries in load("idioms")[section].items()
        for entry in entries
    )


@cache
def _entries(section: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(entry.split()) for entry in load("idioms")[section]["verbs"])


@cache
def _forms(verb: str) -> frozenset[str]:
    """The forms of a first word; one that is no verb stands as it is."""
    return (
        BE
        if verb == "be"
        else frozenset(verb_forms(verb, load("conditions")["irregular"]) | {verb})
    )

"""A counted noun phrase comes in; the words that name the side of the counted go out, as the text has them."""

from functools import cache

from spacy.tokens import Doc, Token

from crossread.extract.counted import Counted
from crossread.extract.tokens import QUOTES, Place, is_word, low, small_words, tagged
from crossread.extract.words import demonyms, nouns, states
from crossread.lexicon import load

Side = tuple[str, tuple[int, int] | None]

OWNING = frozenset(
    [
        "lost",
        "loses",
        "losing",
        "lose",
        "sent",
        "sends",
        "send",
        "sending",
        "deployed",
        "deploys",
        "deploying",
        "dispatched",
        "has",
        "had",
        "have",
        "despatched",
        "pledged",
        "contributed",
        "mobilised",
        "mobilized",
    ]
)
_HEDGES = frozenset(
    [
        "suspected",
        "alleged",
        "former",
        "more",
        "other",
        "armed",
        "young",
        "foreign",
        "local",
        "new",
        "senior",
        "dead",
        "wounded",
        "injured",
    ]
)
_MEMBERSHIP = frozenset(["combatants", "detainees", "staff"])
_BELONGING = frozenset(
    [
        "member",
        "citizen",
        "national",
        "follower",
        "supporter",
        "sympathiser",
        "official",
        "man",
        "men",
        "own",
        "subject",
        "compatriot",
    ]
)
OWNER_REACH = 30
"""Tokens before a possessive among which its owner is looked for: one long sentence."""


@cache
def _sides() -> frozenset[str]:
    return frozenset(load("nouns")["side"]["words"])


def party(place: Place, phrase: Counted) -> Side | None:
    """The side that the words of the phrase, or the "of" behind it, name; None where they name none."""
    if phrase.noun is not None and phrase.noun.unit == "building":
        return None
    return (
        _inside(place, phrase)
        or _behind(place, phrase)
        or _by_noun(phrase)
        or _of_loss(place, phrase)
    )


def _by_noun(phrase: Counted) -> Side | None:
    if phrase.noun is None or phrase.noun.party is None:
        return None
    return phrase.noun.party, None


def _said(doc: Doc, first: int, last: int) -> Side:
    return doc[first:last].text, (doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text))


def _inside(place: Place, phrase: Counted) -> Side | None:
    """Names and possessives between the number and the noun, or the noun itself where it is a people's name."""
    doc = place.doc
    first, last = phrase.inner
    words = len(phrase.text.split()) if phrase.kind == "counted" else 0
    stop = max(first, last - max(words, 1)) if phrase.noun is not None else last
    run = _name_run(doc, first, stop)
    if run is not None:
        return _said(doc, *run)
    if phrase.head is not None and (low(doc[phrase.head]) in demonyms() or phrase.kind == "name"):
        start = phrase.head
        while start > first and _is_name(doc[start - 1]):
            start -= 1
        return _said(doc, start, phrase.head + 1)
    if (
        phrase.noun is not None
        and phrase.head is not None
        and doc[phrase.head].text[:1].isupper()
        and phrase.noun.lemma not in nouns()
        and phrase.head > place.sentence.first
    ):
        return _said(doc, phrase.head, phrase.head + 1)
    for at in range(first, last):
        if low(doc[at]) in small_words("possessives"):
            return owner(place, at) or _said(doc, at, at + 1)
    return None


def _name_run(doc: Doc, first: int, stop: int) -> tuple[int, int] | None:
    """The first run of names, or the word for a side, among the modifiers."""
    at = first
    while at < stop:
        word = low(doc[at])
        if _is_name(doc[at]) and word not in _HEDGES:
            end = at + 1
            while end < stop and (
                _is_name(doc[end])
                or (
                    doc[end].text in ("-", "of", "al") and end + 1 < stop and _is_name(doc[end + 1])
                )
            ):
                end += 1
            return at, end
        if word in _sides():
            start = at - 1 if at > first and low(doc[at - 1]) == "the" else at
            return start, at + 1
        at += 1
    return None


def _is_name(token: Token) -> bool:
    return (
        token.text[:1].isupper() and is_word(token) and low(token) not in small_words("determiners")
    )


def _behind(place: Place, phrase: Counted) -> Side | None:
    """ "four agents of the PNH", "two dead of its own", "16 members of the group"."""
    doc, stop = place.doc, place.sentence.last
    at = phrase.last
    if at >= stop or low(doc[at]) not in ("of", "from", "with"):
        return None
    if low(doc[at]) != "of" and (phrase.noun is None or phrase.noun.population != "combatants"):
        return None
    at += 1
    if at < stop and low(doc[at]) in small_words("possessives"):
        return owner(place, at)
    fits = phrase.noun is not None and (
        phrase.noun.population in _MEMBERSHIP or phrase.noun.lemma in _BELONGING
    )
    if not fits:
        return None
    while at < stop and (low(doc[at]) in small_words("determiners") or doc[at].text in QUOTES):
        at += 1
    run = _name_run(doc, at, min(stop, at + 5))
    if run is None or run[0] > at + 1:
        return None
    return _said(doc, *run)


def _of_loss(place: Place, phrase: Counted) -> Side | None:
    """ "the army lost 12 soldiers", "Kenya sent 400 officers": the subject owns them, where these are forces."""
    if phrase.noun is None or phrase.noun.population not in ("combatants", "staff"):
        return None
    doc = place.doc
    for at in range(place.first - 1, max(place.sentence.first, place.first - 4), -1):
        if low(doc[at]) in OWNING and (not tagged(doc[at]) or doc[at].pos_ in ("VERB", "AUX")):
            return _subject_of(place, at)
    return None


def owner_of(place: Place, head: int) -> Side | None:
    """Whose a measured noun is, where a body or a state owns it: "its own losses", "the army's dead"."""
    doc, start = place.doc, place.sentence.first
    at = head - 1
    while at > start and (
        low(doc[at]) in ("own", "dead", "total", "first") or doc[at].pos_ == "ADJ"
    ):
        at -= 1
    if at < start:
        return None
    found = _subject_before(place, at) if low(doc[at]) in small_words("possessives") else None
    if low(doc[at]) in ("'s", "'") and at > start and doc[at - 1].pos_ in ("PROPN", "NOUN"):
        found = _short_name(doc, doc[at - 1])
    if found is None or not (found[0] in states() or found[0].casefold().split()[-1] in _sides()):
        return None
    return found


def state_before(place: Place) -> Side | None:
    """ "Egypt two dead", "Malawi (three)": the state named right before a count in a list."""
    doc, at = place.doc, place.first - 1
    if at > place.sentence.first and doc[at].text in ("(", ":", "–", "-"):
        at -= 1
    if at < place.sentence.first or doc[at].text not in states():
        return None
    return _said(doc, at, at + 1)


def _subject_of(place: Place, at: int) -> Side | None:
    """The subject of the verb at a token, where it is a name."""
    doc = place.doc
    for child in doc[at].children:
        if child.dep_.startswith("nsubj") and child.i < at and child.pos_ in ("PROPN", "NOUN"):
            return _short_name(doc, child)
    return None


def owner(place: Place, at: int) -> Side | None:
    """Whoever a possessive points to: the subject of its clause, or the last subject before, where it is a name."""
    return _subject_before(place, at)


def _subject_before(place: Place, at: int) -> Side | None:
    doc = place.doc
    for here in range(at - 1, max(place.sentence.first, at - OWNER_REACH) - 1, -1):
        token = doc[here]
        if place.first <= here < place.last:
            continue
        if tagged(token) and token.dep_.startswith("nsubj") and token.pos_ in ("PROPN", "NOUN"):
            return _short_name(doc, token)
    return None


def _short_name(doc: Doc, token: Token) -> Side | None:
    """The name in a subject: its proper nouns, or the word for a body; None for a described person."""
    first = last = token.i
    while (
        first > 0
        and doc[first - 1].head.i == token.i
        and doc[first - 1].dep_ in ("compound", "flat", "amod", "nmod")
    ):
        first -= 1
    while (
        last + 1 < len(doc)
        and doc[last + 1].head.i == token.i
        and doc[last + 1].dep_ in ("flat", "compound")
    ):
        last += 1
    if token.pos_ == "PROPN" or low(token) in _sides() or _is_name(doc[first]):
        return _said(doc, first, last + 1)
    return None

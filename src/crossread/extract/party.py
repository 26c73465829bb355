"""A counted noun phrase comes in; the words that name the side of the counted go out, as the text has them."""

from collections.abc import Sequence
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from crossread.extract.antecedent import is_description, last_body, subject_body
from crossread.extract.counted import Counted
from crossread.extract.tokens import QUOTES, Place, is_word, low, small_words, tagged
from crossread.extract.words import collectives, demonyms, nouns, states
from crossread.lexicon import load
from crossread.model.figure import Figure

Side = tuple[str, tuple[int, int] | None]

_MEMBERSHIP = frozenset(["combatants", "detainees", "staff"])
OWNER_REACH = 30
"""Tokens before a possessive among which its owner is looked for: one long sentence."""


@cache
def _sides() -> frozenset[str]:
    return frozenset(load("nouns")["side"]["words"])


def party(place: Place, phrase: Counted) -> Side | None:
    """The side that the words of the phrase, or the "of" behind it, name; None where they name none."""
    if phrase.noun is not None and phrase.noun.unit == "building":
        return None
    for rule in (_inside, _behind, _of_loss, _by_noun):
        found = rule(place, phrase)
        if found is not None:
            return found
    return None


def forces(place: Place, phrase: Counted, earlier: Sequence[Figure]) -> Side | None:
    """Whose soldiers an unmarked "soldiers" are, where the report has named the soldiers of one side only."""
    if phrase.noun is None or phrase.noun.lemma not in _forces():
        return None
    named = [f for f in earlier if f.party and f.noun.split()[-1:] and _is_force(f.noun)]
    if len({_state(f.party) for f in named if f.party}) == 1:
        return named[-1].party or "", named[-1].party_at
    return None if named else _only_army(place.doc)


def _is_force(noun: str) -> bool:
    known = nouns().get(noun.casefold())
    return known is not None and known.lemma in _forces()


@lru_cache(maxsize=2)
def _only_army(doc: Doc) -> Side | None:
    """The one state whose soldiers, troops or army the report names."""
    found: dict[str, int] = {}
    for token in doc[1:]:
        known = nouns().get(low(token))
        if low(token) in _sides() or (known is not None and known.lemma in _forces()):
            state = _state(doc[token.i - 1].text)
            if state:
                found.setdefault(state, token.i - 1)
    if len(found) != 1:
        return None
    at = next(iter(found.values()))
    return _said(doc, at, at + 1)


@cache
def _forces() -> frozenset[str]:
    return frozenset(load("nouns")["forces"]["nouns"])


@cache
def _states_by_name() -> dict[str, str]:
    table: dict[str, list[str]] = load("bodies")["states"]
    return {
        name.casefold(): state
        for state, further in table.items()
        for name in (state, *further[1:])
        if name
    }


def _state(name: str) -> str:
    """The state that a name or an adjective stands for, empty where it stands for none."""
    return _states_by_name().get(name.casefold(), "")


def _by_noun(place: Place, phrase: Counted) -> Side | None:
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
        return _meant(place, run, first)
    if phrase.head is not None and _is_name_of_people(place, phrase, phrase.head):
        start = phrase.head
        while start > first and _is_name(doc[start - 1]):
            start -= 1
        return _said(doc, start, phrase.head + 1)
    for at in range(first, last):
        if low(doc[at]) in small_words("possessives"):
            return _subject_before(place, at)
    return None


def _meant(place: Place, run: tuple[int, int], start: int) -> Side:
    """The words of a side, or for "the force" those that named it last: "seven of the force's fighters"."""
    doc, at = place.doc, run[1] - 1
    if is_description(doc, at, start):
        named = last_body(place, place.first, description=low(doc[at]))
        if named is not None:
            return _said(doc, *named)
    return _said(doc, *run)


def _is_name_of_people(place: Place, phrase: Counted, head: int) -> bool:
    """True where the counted noun is itself a name: "18 Colombians", "34 Yazidis"."""
    token = place.doc[head]
    if low(token) in demonyms() or phrase.kind == "name":
        return True
    unlisted = phrase.noun is not None and phrase.noun.lemma not in nouns()
    return unlisted and token.text[:1].isupper() and head > place.sentence.first


def _name_run(doc: Doc, first: int, stop: int) -> tuple[int, int] | None:
    """The first run of names, or the word for a side, among the modifiers."""
    at = first
    while at < stop:
        word = low(doc[at])
        if _is_name(doc[at]) and word not in small_words("plain_adjectives"):
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
        return _subject_before(place, at)
    fits = phrase.noun is not None and (
        phrase.noun.population in _MEMBERSHIP or phrase.noun.lemma in small_words("belonging")
    )
    if not fits:
        return None
    while at < stop and (low(doc[at]) in small_words("determiners") or doc[at].text in QUOTES):
        at += 1
    run = _name_run(doc, at, min(stop, at + 5))
    if run is None or run[0] > at + 1:
        return None
    return _meant(place, run, at - 1)


def _of_loss(place: Place, phrase: Counted) -> Side | None:
    """ "the army lost 12 soldiers", "Kenya sent 400 officers": the subject owns them, where these are forces."""
    men = phrase.noun is not None and phrase.noun.lemma == "man"
    if phrase.noun is None or not (men or phrase.noun.population in ("combatants", "staff")):
        return None
    doc = place.doc
    for at in range(place.first - 1, max(place.sentence.first, place.first - 4), -1):
        if low(doc[at]) in small_words("owning") and (
            not tagged(doc[at]) or doc[at].pos_ in ("VERB", "AUX")
        ):
            owner = _subject_of(place, at)
            side = owner is not None and _is_side(owner[0])
            return owner if side or not men else None
    return None


def _is_side(name: str) -> bool:
    """Whether a name ends in a word for a side, or has a body's word in it ("Red Front")."""
    words = name.casefold().split()
    return words[-1] in _sides() or bool({*words} & {*load("nouns")["described"]["body_words"]})


def owner_of(place: Place, head: int) -> Side | None:
    """Whose a measured noun is, where a body or a state owns it: "its own losses", "the army's dead"."""
    doc, start = place.doc, place.sentence.first
    if low(doc[head]) in ("toll", "tolls", "count", "figure", "total", "tally"):
        return None
    if low(doc[head]) in collectives() and head > start and _names_a_side(doc[head - 1]):
        return _said(doc, head - 1, head)
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


def _names_a_side(token: Token) -> bool:
    """True for "Chinese" in "a Chinese team of 37", "UN" in "a UN mission"."""
    return low(token) in demonyms() or (_is_name(token) and token.text.isupper())


def state_before(place: Place) -> Side | None:
    """ "Egypt two dead", "Malawi (three)": the state named right before a count in a list."""
    doc, at = place.doc, place.first - 1
    if at > place.sentence.first and doc[at].text == "(":
        at -= 1
    if at < place.sentence.first or doc[at].text not in states():
        return None
    return _said(doc, at, at + 1)


def _subject_of(place: Place, at: int) -> Side | None:
    """The subject of the verb at a token, or of the one that it is joined to: a name, or the body that "it" is."""
    doc = place.doc
    verb = doc[at].head if doc[at].dep_ == "conj" else doc[at]
    for child in (*doc[at].children, *verb.children):
        if not child.dep_.startswith("nsubj") or child.i >= at:
            continue
        if low(child) == "it":
            body = subject_body(place)
            return _said(doc, *body) if body is not None else None
        if child.pos_ in ("PROPN", "NOUN"):
            return _short_name(doc, child)
    before = doc[at - 1] if at > place.sentence.first else None
    if before is not None and doc[at].tag_ == "VBG" and before.pos_ in ("PROPN", "NOUN"):
        return _short_name(doc, before)  # "with the army calling in 300 troops"
    return None


def _subject_before(place: Place, at: int) -> Side | None:
    """The nearest name or body before a possessive that can own: a subject, or a word for a side."""
    doc = place.doc
    for here in range(at - 1, max(place.sentence.first, at - OWNER_REACH) - 1, -1):
        token = doc[here]
        if place.first <= here < place.last or token.pos_ not in ("PROPN", "NOUN"):
            continue
        if token.dep_.startswith("nsubj") or low(token) in _sides():
            found = _short_name(doc, token)
            if found is not None:
                return found
    owner = subject_body(place) if low(doc[at]) == "its" else None
    return _said(doc, *owner) if owner is not None else None


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

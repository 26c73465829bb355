"""A number without a noun behind it comes in; the noun before that it measures goes out: "the toll stood at 93"."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from crossread.extract.counted import Counted
from crossread.extract.neighbours import verb_behind
from crossread.extract.readings import forms_of, is_passive
from crossread.extract.tokens import (
    AUXILIARIES,
    BE,
    CLAUSE_ENDS,
    Place,
    is_word,
    low,
    match,
    small_words,
    tagged,
)
from crossread.extract.words import Noun, collectives, nouns, verbs
from crossread.model.figure import Figure

SILENT = frozenset(["killed", "missing", "injured", "casualties"])
"""Those who are in these conditions tell no numbers."""
REACH = 18
"""Tokens between a measured noun and its number: "the number of escapees … in the 10-20 range"."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The noun measured, its token, and the condition that it says, None where it says none."""

    noun: Noun | None
    head: int
    condition: str | None
    rule: str


def measured(place: Place, phrase: Counted, earlier: list[Figure]) -> Measured | None:
    """The noun before a bare number that the number measures, or right behind it after "the"."""
    return _behind(place, phrase) or measured_before(place, earlier)


def _behind(place: Place, phrase: Counted) -> Measured | None:
    """ "79 the dead", "to 13 the number lost"."""
    doc, at, stop = place.doc, phrase.last, place.sentence.last
    if at + 1 >= stop or low(doc[at]) != "the":
        return None
    for here in range(at + 1, min(stop, at + 5)):
        noun = nouns().get(low(doc[here]))
        if low(doc[here]) in small_words("counts"):
            if here + 1 < stop and low(doc[here + 1]) == "lost":
                return Measured(None, here, "killed", "measured behind")
            continue
        if low(doc[here]) in ("who", "that") and here + 1 < stop:
            said = _of_relative(doc, here + 1, stop)
            return Measured(None, here, said, "measured behind") if said is not None else None
        if noun is not None and noun.kind == "counted":
            return Measured(noun, here, noun.condition, "measured behind")
        hit = match(doc, here, stop, section="adjective")
        if hit is not None:
            return Measured(None, here, hit[1], "measured behind")
    return None


def _of_relative(doc: Doc, at: int, stop: int) -> str | None:
    """What a relative clause says of those whose number it is: "the number who have given up"."""
    while at < stop and low(doc[at]) in AUXILIARIES:
        at += 1
    if at >= stop or low(doc[at]) not in verbs():
        return None
    passive = is_passive(doc, at, at - 3)
    return verb_behind(doc, at, stop, passive=passive, active=not passive)


def members(place: Place) -> Measured | None:
    """ "a team of 55": the members of the body that stands before "of" and a bare number."""
    doc, at = place.doc, place.first - 2
    if at < place.sentence.first or low(doc[at + 1]) != "of":
        return None
    body = collectives().get(low(doc[at]))
    return Measured(body, at, body.condition, "members") if body is not None else None


def measured_before(place: Place, earlier: Sequence[Figure] = ()) -> Measured | None:
    """The noun before a number that the number measures, past verbs like "stand" and small words."""
    doc, start = place.doc, max(place.sentence.first, place.first - REACH)
    tied, gap = False, 0
    for here in range(place.first - 1, start - 1, -1):
        token, word = doc[here], low(doc[here])
        if word in small_words("counts") and not _is_numbering(doc, here, start):
            return _count_word(doc, here, place)
        noun = _noun_ending(doc, here, start)
        if (
            noun is not None
            and noun.kind == "counted"
            and not (token.pos_ == "VERB" and word in forms_of("measuring"))
            and not _in_phrase_of_place(doc, here, start)
        ):
            if _tells_a_kind(token, place):
                return None
            if (
                earlier
                and token.idx < earlier[-1].end
                and earlier[-1].sentence == place.sentence.index
            ):
                return None
            if not tied and any(child.dep_ == "nummod" for child in token.children):
                return None  # "418 injuries and 201,000 people": each has its own number
            return _noun_before(place, here, noun, tied=tied or gap == 0)
        if _ends_search(token):
            return None
        tied = tied or _ties(place, here, start)
        if is_word(token) and word not in small_words("between") and not token.like_num:
            gap += word not in forms_of("measuring")
    return None


def _tells_a_kind(token: Token, place: Place) -> bool:
    """True for a noun that only says of what kind another before the number is: "life jackets were counted at 85"."""
    head = token.head
    return token.dep_ == "compound" and token.i < head.i < place.first and head.pos_ == "NOUN"


def _is_numbering(doc: Doc, here: int, start: int) -> bool:
    """True for the verb in "volunteers number 55", whatever the parser takes it for."""
    if (
        low(doc[here]) not in ("number", "numbered", "total", "totalled", "totaled")
        or here == start
    ):
        return False
    noun = _noun_ending(doc, here - 1, start)
    plural = doc[here - 1].text[-1:] == "s"
    return noun is not None and noun.kind == "counted" and noun.condition is None and plural


def _ends_search(token: Token) -> bool:
    """True for a sign that ends a clause, but for a colon near by, and for a verb that does not measure."""
    if token.text in CLAUSE_ENDS and token.text != ":":
        return True
    if low(token) in ("and", "but", "while") and token.i > 0 and token.doc[token.i - 1].text == ",":
        return True
    if not tagged(token) or token.pos_ != "VERB" or low(token) in forms_of("measuring"):
        return False
    if low(token.doc[token.i - 1]) in ("who", "that"):
        return False
    return match(token.doc, token.i, token.i + 1, section="adjective") is None


def _ties(place: Place, here: int, start: int) -> bool:
    """True for what ties a noun to a number behind it: a measuring verb, "put … at", a colon, a dash."""
    doc, word = place.doc, low(place.doc[here])
    if word in forms_of("measuring") or _is_numbering(doc, here, start):
        return True
    if doc[here].text in (":", "–", "-", "—", "("):
        return here >= place.first - 3
    return word in ("at", "to") and here >= place.first - 1 and _put_before(doc, here, start)


def _put_before(doc: Doc, at: int, start: int) -> bool:
    """True where "put … at", "raised … to" holds the measured noun between its parts."""
    return any(
        low(doc[n]) in forms_of("measuring") and doc[n].pos_ in ("VERB", "")
        for n in range(start, at)
    )


def _in_phrase_of_place(doc: Doc, here: int, start: int) -> bool:
    """True for a noun behind a preposition of place or source, or in a name: not what the number measures."""
    if tagged(doc[here]) and doc[here].pos_ == "PROPN":
        return True
    for back in range(here - 1, max(start, here - 4) - 1, -1):
        word = low(doc[back])
        if word in (
            "in",
            "at",
            "on",
            "near",
            "from",
            "by",
            "under",
            "behind",
            "outside",
            "inside",
            "to",
            "with",
            "against",
        ):
            return True
        if word in ("of", "among", "the", "a", "an") or doc[back].pos_ in (
            "ADJ",
            "NOUN",
            "PROPN",
            "DET",
        ):
            if word == "of":
                return False
            continue
        return False
    return False


def _noun_ending(doc: Doc, here: int, start: int) -> Noun | None:
    """The longest listed noun that ends at a token."""
    words = [low(doc[n]) for n in range(max(start, here - 3), here + 1)]
    for first in range(len(words)):
        noun = nouns().get(" ".join(words[first:]).replace(" - ", "-"))
        if noun is not None:
            return noun
    return None


def _noun_before(place: Place, head: int, noun: Noun, *, tied: bool) -> Measured | None:
    """A counted noun before the number: by its own condition, or as "the number of soldiers"."""
    doc = place.doc
    said = noun.condition or _condition_behind(doc, head + 1, place.first)
    for back in range(head - 1, max(place.sentence.first - 1, head - 5), -1):
        if low(doc[back]) in small_words("counts"):
            toll = "killed" if low(doc[back]) in small_words("tolls") else None
            told = _condition_behind(doc, back + 1, head) or said or toll
            return Measured(noun, head, told, "number of")
    if not tied or (said is None and not _is_measured_directly(doc, head, place)):
        return None
    counting = head + 1 < place.first and _is_numbering(doc, head + 1, place.sentence.first)
    if noun.condition not in SILENT and not counting and _tells(doc, head, noun, place):
        return None
    return Measured(noun, head, said, "measured before")


def _tells(doc: Doc, head: int, noun: Noun, place: Place) -> bool:
    """True where the noun tells the number and is not measured by it: "survivors spoke of 500"."""
    if noun.condition is None:
        owns = head + 1 < place.first and low(doc[head + 1]) in ("'s", "'", "’")
        if owns or noun.population == "staff" or noun.lemma.split()[-1] == low(doc[head]):
            return True
    between = doc[head + 1 : place.first]
    return any(low(t) in forms_of("telling") and low(doc[t.i - 1]) not in BE for t in between)


def _is_measured_directly(doc: Doc, head: int, place: Place) -> bool:
    """True where nothing but a measuring verb and small words stands between noun and number."""
    return all(
        low(t) in forms_of("measuring") or low(t) in small_words("between")
        for t in doc[head + 1 : place.first]
    )


def _condition_behind(doc: Doc, at: int, stop: int) -> str | None:
    for here in range(at, min(stop, at + 4)):
        spelt = low(doc[here]) == "out" and doc[here - 1].pos_ == "VERB"  # "were read out: seven"
        if spelt or low(doc[here]) in forms_of("measuring"):
            continue
        for section in ("adjective", "phrase"):
            hit = match(doc, here, stop, section=section)
            if hit is not None:
                return hit[1]
    return None


def _things_of(doc: Doc, head: int, place: Place) -> Measured | None:
    """ "the number of aftershocks": things, which are no figure; "the figure of the government" is one."""
    plain = low(doc[head]) in ("number", "numbers", "quantity")
    if not plain or head + 1 >= place.first or low(doc[head + 1]) != "of":
        return None
    for at in range(head + 2, min(place.first, head + 6)):
        noun = nouns().get(low(doc[at]))
        if noun is not None:
            return Measured(noun, at, None, "count word") if noun.kind == "thing" else None
    return None


def _of_those(doc: Doc, head: int, place: Place) -> str | None:
    """ "the number of those who fled …": what the clause on "those" says of them."""
    if head + 1 >= place.first or low(doc[head + 1]) != "of":
        return None
    for at in range(head + 2, place.first):
        if low(doc[at]) in verbs() and doc[at].pos_ in ("VERB", ""):
            passive = is_passive(doc, at, head) or low(doc[at - 1]) in small_words("pronouns")
            return verb_behind(doc, at, place.first, passive=passive, active=False)
    return None


def _count_word(doc: Doc, head: int, place: Place) -> Measured | None:
    """ "toll", "figure", "total": the condition by what stands with it, killed for a toll."""
    if low(doc[head]) in ("figure", "figures") and not any(
        low(t) in forms_of("measuring") or low(t) in ("of", "at", "to", ":")
        for t in doc[head + 1 : place.first]
    ):
        return None
    before = doc[max(place.sentence.first, head - 4) : head]
    for token in before:
        noun = nouns().get(low(token))
        if noun is not None and noun.condition is not None:
            return Measured(None, head, noun.condition, "count word")
    things = _things_of(doc, head, place)
    if things is not None:
        return things
    behind = _condition_behind(doc, head + 1, place.first) or _of_those(doc, head, place)
    if behind is None and low(doc[head]) in small_words("tolls"):
        behind = "killed"
    return Measured(None, head, behind, "count word")

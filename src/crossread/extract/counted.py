"""A quantity in its sentence comes in; the noun phrase that it counts goes out: a person word, a thing, nothing."""

from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from crossread.extract.tokens import (
    AUXILIARIES,
    QUOTES,
    Place,
    is_word,
    low,
    match,
    small_words,
    tagged,
)
from crossread.extract.words import Noun, demonyms, nouns, partitives, verbs
from crossread.lexicon import load

Kind = Literal["counted", "thing", "unknown", "name", "pronoun", "bare"]

LONGEST_PHRASE = 12
"""Tokens of a noun phrase behind its number; longer runs are parse errors or lists."""
LONGEST_COMPOUND = 4

_ADDERS = frozenset(["more", "others", "other", "further", "additional"])
_LINKS = frozenset(["-", "‑", "/"])
_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "SYM"])


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: token indexes `first` to `last` (one past) of number and noun, `head` the noun's own."""

    first: int
    last: int
    kind: Kind
    head: int | None = None
    noun: Noun | None = None
    text: str = ""
    inner: tuple[int, int] = (0, 0)
    of: bool = False


def counted(place: Place) -> Counted:
    """The noun phrase that a quantity counts, behind it or, through "of", beyond a group word."""
    doc, stop = place.doc, place.sentence.last
    at = _past_signs(doc, place.last, stop)
    if at < stop and low(doc[at]) in _ADDERS:
        at += 1
    if at < stop and low(doc[at]) == "of":
        return _of_phrase(place, at + 1)
    found = _phrase(place, at)
    if found.kind == "bare" and found.last < at:
        found = replace(found, last=at)
    if found.noun is not None and found.noun.lemma in partitives():
        inner = _behind_partitive(place, found)
        return inner or found
    return found


def _past_signs(doc: Doc, at: int, stop: int) -> int:
    while at < stop and (doc[at].text in QUOTES or doc[at].text in ("]", "+", "*")):
        at += 1
    if at + 2 < stop and doc[at].text == "(" and doc[at + 1].like_num and doc[at + 2].text == ")":
        at += 3  # "06 (six) peacekeepers"
    return at


def _bare(place: Place, kind: Kind = "bare", last: int | None = None) -> Counted:
    return Counted(place.first, last or place.last, kind, inner=(place.last, place.last))


def _behind_partitive(place: Place, outer: Counted) -> Counted | None:
    """The noun behind "of" in "12 members of the clergy", where the outer noun says nothing of its own."""
    doc, stop = place.doc, place.sentence.last
    if (
        outer.noun is None
        or outer.kind == "counted"
        or outer.last >= stop
        or low(doc[outer.last]) != "of"
    ):
        return None
    inner = _phrase(place, outer.last + 1)
    return inner if inner.kind == "counted" and not place.quantity.vague else None


def _opens(token: Token) -> bool:
    """True for what may stand between "of" and the noun: "of the 67 victims"."""
    return low(token) in small_words("determiners") or token.text in QUOTES or token.like_num


def _of_phrase(place: Place, at: int) -> Counted:
    """What stands behind "of" in a partitive: a noun, or a pronoun for people named before."""
    doc, stop = place.doc, place.sentence.last
    start = at
    while at < stop and _opens(doc[at]):
        at += 1
    if at < stop and low(doc[at]) in small_words("pronouns"):
        return Counted(place.first, at + 1, "pronoun", of=True, inner=(start, at + 1))
    found = _phrase(place, at)
    if found.kind == "thing" and at > start and _has_members(doc, found):
        return Counted(place.first, found.last, "pronoun", of=True, inner=(start, found.last))
    if found.kind in ("bare", "name"):
        said = at > start and low(doc[at - 1]) in small_words("pronouns")
        kind: Kind = "pronoun" if said or found.kind == "bare" else "name"
        return Counted(
            place.first, max(found.last, at), kind, of=True, inner=(start, max(found.last, at))
        )
    return Counted(
        place.first,
        found.last,
        found.kind,
        found.head,
        found.noun,
        found.text,
        (start, found.last),
        True,
    )


def _has_members(doc: Doc, found: Counted) -> bool:
    """True for one body of people: several of "the group" are some of its members."""
    head = doc[found.head] if found.head is not None else None
    return head is not None and low(head) in load("nouns")["members"]["nouns"]


def _phrase(place: Place, at: int) -> Counted:
    """The noun phrase that begins at a token, by the noun lists, the parser's tags and the shape of words."""
    doc, stop = place.doc, place.sentence.last
    if at < stop and low(doc[at]) in small_words("time_openers"):
        return _bare(place)
    end = _run_end(doc, at, min(stop, at + LONGEST_PHRASE))
    hit = _known(doc, at, end)
    if hit is not None:
        first, last, noun = hit
        return Counted(
            place.first, last, noun.kind, last - 1, noun, doc[first:last].text, inner=(at, last)
        )
    if end == at:
        return _bare(place)
    return _by_shape(place, at, end)


def _run_end(doc: Doc, at: int, limit: int) -> int:
    """The end of the run of words that can stand in one noun phrase from a token on."""
    here = at
    while here < limit:
        token = doc[here]
        word = low(token)
        if word in _LINKS and at < here < limit - 1 and is_word(doc[here + 1]):
            here += 2 if low(doc[here + 1]) == "by" else 1  # "passers-by"
            continue
        if word in ("'s", "'") and here > at:
            here += 1
            continue
        if token.text in QUOTES and here + 1 < limit and is_word(doc[here + 1]) and here > at:
            here += 1
            continue
        if (
            not is_word(token)
            or word in small_words("phrase_ends")
            or not _may_belong(doc, here, at)
        ):
            break
        here += 1
    return here


def _may_belong(doc: Doc, here: int, at: int) -> bool:
    """True where a word may be part of the noun phrase: by its tag, or, without tags, by not being a verb form."""
    token, word = doc[here], low(doc[here])
    tied = here + 1 < len(doc) and doc[here + 1].text == "-"
    if word in AUXILIARIES or (token.like_num and not tied):  # "1 first-aid post"
        return False
    if (
        word in small_words("determiners")
        and word not in _ADDERS
        and word not in ("own", "same", "said", "such")
    ):
        return False
    if word in nouns():
        return True
    if tagged(token):
        if token.pos_ in _NOMINAL:
            return True
        return token.pos_ in ("VERB", "ADV", "X", "DET") and _leads_to_noun(doc, here)
    return word not in verbs() or _leads_to_noun(doc, here)


def _leads_to_noun(doc: Doc, here: int) -> bool:
    """True where a participle or adverb is followed, within two words, by a noun that the lists have."""
    if here + 1 >= len(doc):
        return False
    after = doc[here + 1 : here + 3]
    words = [low(t) for t in after]
    if (
        tagged(doc[here])
        and doc[here].pos_ == "VERB"
        and doc[here].dep_ not in ("amod", "compound")
    ):
        return False
    if (
        not words
        or words[0] in small_words("phrase_ends")
        or words[0] in AUXILIARIES
        or not is_word(after[0])
    ):
        return False
    return words[0] in nouns() or (
        len(words) > 1 and words[1] in nouns() and words[0] not in small_words("determiners")
    )


def _known(doc: Doc, at: int, end: int) -> tuple[int, int, Noun] | None:
    """The head of a run that the noun lists know; a bare condition word ("dead") yields to a noun behind it."""
    found: tuple[int, int, Noun] | None = None
    here = at
    while here < end:
        hit = _noun_at(doc, here, end)
        if found is not None and doc[here].pos_ == "VERB":
            break
        if hit is None:
            here += 1
            continue
        last, noun = hit
        if found is not None and not _soft(doc, *found) and _soft(doc, here, last, noun):
            break
        if here > at and doc[here - 1].text in ("'s", "'", "’s", "’"):
            found = (here, last, noun)
        elif last < end and low(doc[last]) in ("'s", "'"):
            here = last + 1
            continue
        else:
            found = (here, last, noun)
        here = last
        if found[2].kind == "counted" and here < end and _is_condition(doc, here, end):
            break
    return found


def _noun_at(doc: Doc, at: int, end: int) -> tuple[int, Noun] | None:
    """The longest listed noun that begins at a token."""
    index = nouns()
    for last in range(min(end, at + LONGEST_COMPOUND + 2), at, -1):
        text = " ".join(low(doc[n]) for n in range(at, last)).replace(" - ", "-")
        noun = index.get(text)
        if noun is not None and doc[last - 1].pos_ != "ADV":  # "brought 310 nationals home"
            return last, noun
    return None


def _soft(doc: Doc, first: int, last: int, noun: Noun) -> bool:
    """True for a condition word that stands for people ("12 wounded"), which is also an adjective."""
    return noun.condition is not None and _is_condition(doc, first, last)


def _is_condition(doc: Doc, at: int, stop: int) -> bool:
    return match(doc, at, stop, section="adjective") is not None


def _by_shape(place: Place, at: int, end: int) -> Counted:
    """A run that no list knows: people by the name of a nation, by capitals and plural, or by a suffix."""
    doc = place.doc
    for here in range(end - 1, at - 1, -1):
        word = low(doc[here])
        if word in demonyms() or _names_people(doc[here]):
            noun = Noun(word, "counted", "people", "person")
            return Counted(
                place.first,
                here + 1,
                "counted",
                here,
                noun,
                doc[at : here + 1].text,
                (at, here + 1),
            )
    last = doc[end - 1]
    if human_suffix(low(last)):
        noun = Noun(low(last), "counted", "people", "person")
        return Counted(place.first, end, "counted", end - 1, noun, doc[at:end].text, (at, end))
    if low(last) in small_words("spans"):
        return Counted(place.first, end, "bare", inner=(at, at))
    kind: Kind = "name" if last.text[:1].isupper() else "unknown"
    if tagged(last) and not any(t.pos_ in ("NOUN", "PROPN") for t in doc[at:end]):
        return Counted(place.first, place.last, "bare", inner=(at, at))
    return Counted(place.first, end, kind, end - 1, None, doc[at:end].text, (at, end))


def _names_people(token: Token) -> bool:
    """A capitalised plural that is no acronym: "Rohingyas", "Yazidis"."""
    text = token.text
    return (
        len(text) > 4
        and text[0].isupper()
        and text[1:].islower()
        and text.endswith("s")
        and not text.endswith("ss")
        and (not tagged(token) or token.tag_ in ("NNPS", "NNS", "NNP"))
    )


def human_suffix(word: str) -> bool:
    """Whether a word ends as words for people do: "lumbermen", "shopkeepers"."""
    return word not in small_words("not_human") and any(
        word.endswith(suffix) and len(word) > len(suffix)
        for suffix in small_words("human_suffixes")
    )

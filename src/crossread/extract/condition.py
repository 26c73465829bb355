"""A counted noun phrase in its sentence comes in; the condition that the sentence puts it in goes out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from crossread.extract.counted import Counted
from crossread.extract.measure import measured_before
from crossread.extract.readings import (
    forms_of,
    is_gerund,
    is_passive,
    reading,
    takes_object,
)
from crossread.extract.tokens import (
    AUXILIARIES,
    BE,
    CLAUSE_ENDS,
    QUOTES,
    Place,
    clause_start,
    low,
    match,
    match_back,
    small_words,
    tagged,
)
from crossread.extract.words import Role, Verb, by_population, nouns, verbs

WEAK = frozenset(["present", "deployed", "affected", "transferred", "attacking"])
"""Conditions whose verbs are general ("have", "work", "need"): any other word of the sentence goes before them."""

OF_BUILDINGS = frozenset(["destroyed", "damaged"])
"""Conditions of buildings alone; the same words said of people mean something else."""

STEPS_UP = 4
"""Steps from a counted noun up the tree: number, group word, coordination, clause; beyond, the tie is chance."""
LEFT_REACH = 9
RIGHT_REACH = 14
_GET = frozenset(["get", "gets", "got", "getting"])
CLAUSE_OPENERS = frozenset(
    [
        "which",
        "as",
        "when",
        "after",
        "before",
        "while",
        "because",
        "since",
        "although",
        "whose",
        "but",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """A condition, the token that gave it, and the rule that read it there."""

    condition: str
    anchor: int
    rule: str


Rule = Callable[[Place, Counted], Iterator[Found]]


def condition(place: Place, phrase: Counted, *, buildings: bool = False) -> Found | None:
    """The condition of what is counted: the first strong word by order of rules, else the first weak one."""
    weak: Found | None = None
    of_buildings = buildings or (phrase.noun is not None and phrase.noun.unit == "building")
    for rule in RULES:
        for found in rule(place, phrase):
            if found.condition in OF_BUILDINGS and not of_buildings:
                continue
            if found.condition not in WEAK and not _says_only_a_role(found, phrase):
                return found
            weak = weak or found
    return weak


def _says_only_a_role(found: Found, phrase: Counted) -> bool:
    return found.rule == "noun" and phrase.noun is not None and phrase.noun.role


def for_population(found: str, population: str) -> str:
    """The condition as the population makes it: prisoners who flee have escaped."""
    return by_population().get(found, {}).get(population, found)


# --- what the noun phrase says itself -------------------------------------------------------------


def by_noun(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "12 deaths", "40 wounded", "3,597 escapees": the counted noun is the condition."""
    noun = phrase.noun
    if noun is not None and noun.condition is not None and phrase.head is not None:
        yield Found(noun.condition, phrase.head, "noun")


def by_modifier(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "two more dead men", "1,710 destroyed buildings": an adjective inside the noun phrase."""
    doc = place.doc
    first, last = phrase.inner
    for at in range(first, max(first, last - 1)):
        hit = match(doc, at, last, section="adjective")
        if hit is not None:
            yield Found(hit[1], at, "modifier")


# --- what stands right behind it ------------------------------------------------------------------


def by_neighbour(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "12 people killed", "300 are homeless", "850 in shelters": the words right behind the noun phrase."""
    doc, stop = place.doc, place.sentence.last
    at, passive = _past_auxiliaries(doc, phrase.last, stop)
    for start in range(phrase.last, min(at, stop)):
        hit = match(doc, start, stop, section="phrase")
        if hit is not None:
            yield Found(hit[1], start, "words behind")
    if at >= stop or doc[at].text in CLAUSE_ENDS:
        return
    active = _is_perfect(doc, phrase.last, at)
    hits = [
        hit
        for section in ("phrase", "adjective")
        if not (active and section == "adjective" and _is_participle(doc[at]))
        and (hit := match(doc, at, stop, section=section)) is not None
    ]
    verb = _verb_behind(doc, at, stop, passive=passive, active=active)
    if verb is not None and not (hits and hits[0][0] - at > 1):
        yield Found(verb, at, "verb behind")
    for _, found in sorted(hits, reverse=True):
        yield Found(found, at, "words behind")


def _past_auxiliaries(doc: Doc, at: int, stop: int) -> tuple[int, bool]:
    """The first telling token behind a noun phrase, and whether a form of be was passed on the way."""
    passive, start = False, at
    while at < stop and at - start < 8:
        word = low(doc[at])
        helps = word in BE or (word in _GET and at + 1 < stop and doc[at + 1].tag_ == "VBN")
        passive = passive or helps
        skip = (
            helps
            or (word in AUXILIARIES and word not in _GET)
            or doc[at].text in QUOTES
            or word in small_words("passed_over")
            or (word.endswith("ly") and word not in nouns())
        )
        if not skip:
            break
        at += 1
    return at, passive


def _is_perfect(doc: Doc, first: int, last: int) -> bool:
    """True for "have lost": have without been, so that the participle behind it is active."""
    words = [low(token) for token in doc[first:last]]
    return any(w in ("have", "has", "had", "having") for w in words) and not any(
        w in ("been", "being", "were", "was", "are", "is") for w in words
    )


def _is_participle(token: Token) -> bool:
    return (low(token) in verbs() and not tagged(token)) or token.tag_ in ("VBN", "VBD")


def _verb_behind(doc: Doc, at: int, stop: int, *, passive: bool, active: bool) -> str | None:
    """The condition that a verb form right behind its subject gives: passive, reduced relative or active."""
    token = doc[at]
    if low(token) not in verbs():
        return None
    doing = reading(doc, at, "subject", stop=stop)
    undergone = None if active else reading(doc, at, "object", stop=stop)
    if is_gerund(token):
        return doing.condition if doing else None
    reduced = tagged(token) and token.tag_ == "VBN" and not takes_object(doc, at, stop)
    if passive or (reduced and not active):
        best = undergone or doing
        return best.condition if best else None
    if undergone and not takes_object(doc, at, stop) and not _longer(doing, undergone):
        return undergone.condition if low(token) != undergone.lemma.split()[0] else None
    return doing.condition if doing else None


def _longer(one: Verb | None, other: Verb) -> bool:
    return one is not None and len(one.rest) >= len(other.rest)


# --- what governs it in the tree ------------------------------------------------------------------


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
    for at in (phrase.head, place.core_first, *inside):
        if at is not None and (doc[at].head.i not in inside or doc[at].head.i == at):
            return at
    return phrase.head if phrase.head is not None else place.core_first


def _up(token: Token) -> Token | None:
    """The next token up the tree that the same words may be said of."""
    if token.dep_ in (
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
    ):
        return token.head
    return None


def _from(place: Place, token: Token) -> Iterator[Found]:
    dep, verb = token.dep_, token.head
    if dep in ("nsubj", "nsubj:pass", "csubj"):
        yield from _as_subject(place, verb, passive=dep.endswith("pass"))
    elif dep in ("obj", "iobj"):
        yield from _as_object(place, token, verb)
    elif dep == "obl:agent" or (dep == "obl" and any(low(c) == "by" for c in token.children)):
        yield from _as_agent(place, verb)
    for child in token.children:
        if child.dep_ in ("acl", "acl:relcl") and child.i > token.i:
            yield from _clause_of(place, token, child)


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
    active = (
        token.pos_ == "VERB" and "aux" in helps and "aux:pass" not in helps and "cop" not in helps
    )
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
    if low(verb) in forms_of("saying") and place.core_first <= token.i < place.core_last:
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
    elif subject:
        hit = reading(place.doc, verb.i, "object", stop=place.sentence.last)
        if hit is not None:
            yield Found(hit.condition, verb.i, "object of relative clause")


# --- what stands before it, and further on --------------------------------------------------------


def by_words_before(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "the deaths of 12", "claimed 40 lives", "death toll of 12": the words right before the number."""
    doc = place.doc
    end = place.first
    start = clause_start(doc, end, place.sentence.first)
    while end > start and (
        low(doc[end - 1]) in ("the", "a", "an", "another", "some", "all", "its", "their", ":")
        or doc[end - 1].text in QUOTES
    ):
        hit = match_back(doc, end, start, section="before")
        if hit is not None:
            break
        end -= 1
    hit = match_back(doc, end, start, section="before")
    if hit is not None:
        yield Found(hit[1], hit[0], "words before")


def by_verb_before(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "killed at least 12", "killing 23": the nearest verb before the number, with small words only between."""
    doc = place.doc
    start = max(clause_start(doc, place.first, place.sentence.first), place.first - LEFT_REACH)
    for at in range(place.first - 1, start - 1, -1):
        token = doc[at]
        is_verb = low(token) in verbs() and (not tagged(token) or token.pos_ == "VERB")
        if not is_verb:
            if _parts_verb_from_object(token):
                return
            continue
        by = any(low(t) == "by" for t in doc[at + 1 : place.first])
        if phrase.kind == "bare" and low(token) in forms_of("saying"):
            return
        if is_passive(doc, at, start) and not by:
            continue
        hit = reading(doc, at, "subject" if by else "object", stop=place.sentence.last)
        if hit is not None:
            yield Found(hit.condition, at, "verb before")
            return


def _parts_verb_from_object(token: Token) -> bool:
    """True for a word that cannot stand between a verb and its object's number: a noun, a name, a comma."""
    if tagged(token):
        return token.pos_ in ("NOUN", "PROPN", "PRON", "SCONJ") or token.text == ","
    return token.text == "," or token.text[:1].isupper()


def by_verb_after(place: Place, phrase: Counted) -> Iterator[Found]:
    """The first verb phrase or fixed stretch further on in the same clause."""
    doc, stop = place.doc, place.sentence.last
    limit = min(stop, phrase.last + RIGHT_REACH)
    for at in range(phrase.last, limit):
        if doc[at].text in CLAUSE_ENDS or low(doc[at]) in CLAUSE_OPENERS:
            return
        if doc[at].like_num and doc[at - 1].text in (",", "and", ";"):
            return
        hit = match(doc, at, limit, section="phrase")
        if hit is not None:
            yield Found(hit[1], at, "phrase further on")
        if low(doc[at]) in verbs() and (not tagged(doc[at]) or doc[at].pos_ == "VERB"):
            passive = is_passive(doc, at, phrase.last)
            found = reading(doc, at, "object", stop=stop) if passive else None
            found = found or reading(doc, at, "subject", stop=stop)
            if found is not None:
                yield Found(found.condition, at, "verb further on")


def by_shared_tail(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "12 soldiers, at least 60 villagers killed": a list of counts with one participle at its end."""
    doc = place.doc
    at, numbers = phrase.last, 0
    limit = min(place.sentence.last, phrase.last + RIGHT_REACH)
    if at >= limit or doc[at].text not in (",", "and", "&") or phrase.kind != "counted":
        return
    while at < limit and doc[at].pos_ != "VERB" and doc[at].text not in CLAUSE_ENDS:
        numbers += doc[at].like_num
        if low(doc[at]) in CLAUSE_OPENERS:
            return
        hit = match(doc, at, limit, section="adjective")
        if hit is not None and numbers and doc[at - 1].pos_ in ("NOUN", "PROPN"):
            yield Found(hit[1], at, "shared tail")
            return
        at += 1
    if (
        numbers
        and at < limit
        and doc[at].pos_ == "VERB"
        and doc[at - 1].pos_ in ("NOUN", "PROPN", "AUX")
    ):
        passive = doc[at - 1].pos_ == "AUX"
        verb = _verb_behind(doc, at, place.sentence.last, passive=passive, active=False)
        if verb is not None:
            yield Found(verb, at, "shared tail")


def by_inversion(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "Under treatment are 206 persons": what stands before a form of be right before the number."""
    doc, at = place.doc, place.first - 1
    if at <= place.sentence.first or low(doc[at]) not in (
        "are",
        "is",
        "were",
        "was",
        "remain",
        "lie",
    ):
        return
    start = max(clause_start(doc, at, place.sentence.first), at - RIGHT_REACH)
    for here in range(start, at):
        for section in ("phrase", "adjective"):
            hit = match(doc, here, at, section=section)
            if hit is not None:
                yield Found(hit[1], here, "inversion")


def by_measure(place: Place, phrase: Counted) -> Iterator[Found]:
    """ "puts the dead at 141 women": a word of condition before the number that the number measures."""
    if phrase.kind != "counted":
        return
    found = measured_before(place)
    if found is not None and found.condition is not None:
        yield Found(found.condition, found.head, "measured before")


RULES: tuple[Rule, ...] = (
    by_noun, by_words_before, by_neighbour, by_tree, by_verb_before, by_inversion, by_modifier, by_shared_tail, by_measure,
    by_verb_after,
)  # fmt: skip

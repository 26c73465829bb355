"""Bodies that count: "EFE now has fifteen killed", "the institute has passed 300", "it was still at 73".

The verb says nothing of speech; that the subject is a body which counts makes it an attribution.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from crossread.attribute import bodies, cues, sources, wording
from crossread.attribute.clauses import Clause
from crossread.attribute.findings import Finding, Range, characters, trimmed
from crossread.attribute.speakers import Speakers
from crossread.attribute.subjects import adjacent
from crossread.attribute.wording import Tokens
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TOLL = frozenset({
    "killed", "injured", "casualties", "missing", "recovered", "hospitalised", "displaced", "escaped", "freed",
    "captured", "rescued", "sheltered", "evacuated", "destroyed", "damaged", "surrendered",
})  # fmt: skip
"""Conditions that a body which "has" so many has counted; of "deployed" or "present" it may simply own them."""

BOOKS = re.compile(
    r"\b(?:on|in) (?:its|their|his|her) (?:own )?(?:books|lists?|registers?|rolls|files?|records?|count)\b",
    re.IGNORECASE,
)
SET_BETWEEN = 7
"""Tokens between a subject and its verb that an adverbial may fill: "UNICEF a week later took"."""

SIGHT = frozenset({"see"})
"""Verbs of perceiving that, with a body as their subject and a number behind them, count."""

PLACES = frozenset(
    {"at", "beyond", "above", "up", "on", "near", "with", "still", "already", "now", "soon", "well"}
)


def tolls(parsed: Parsed, finding: Finding, figure: Figure, own: bool) -> bool:
    """Whether what a body has is a count of it: of a toll not its own, or of anybody "on its books"."""
    start, end = finding.content[0]
    if BOOKS.search(parsed.report.text[start:end]):
        return True
    return figure.condition in TOLL and not own


def counter_findings(
    parsed: Parsed, sentence: Sentence, clauses: list[Clause], speakers: Speakers
) -> Iterator[Finding]:
    """Every body in one parsed sentence that has, reaches or passes a number."""
    taken = {clause.verb.i for clause in clauses if clause.word.lemma not in SIGHT}
    verbs = wording.words("counters", "verbs")
    for verb in parsed.span(sentence):
        if verb.lower_ not in verbs or verb.i in taken:
            continue
        end = stretch_end(parsed.doc, verb.i + 1, sentence, clauses)
        span = trimmed(parsed.doc, verb.i + 1, end)
        if span is None or not has_count(parsed.doc, span, verb):
            continue
        source = counting_subject(verb, sentence, speakers)
        if source is None:
            continue
        yield Finding(
            sentence.index, source, characters(parsed.doc, (verb.i, verb.i + 1)),
            (characters(parsed.doc, span),), "count", "counter", True, lemma=verb.lemma_,
        )  # fmt: skip


def counting_subject(verb: "Token", sentence: Sentence, speakers: Speakers) -> Range | None:
    """The verb's subject where it is a body that counts, or "it" for one that has just spoken."""
    source = adjacent(verb, sentence)
    doc = verb.doc
    front = first_helper(verb)
    if (
        source is None
        and front >= 2
        and (doc[front - 1].lower_ == "which" or doc[front - 1].text == ",")
    ):
        source = before_comma(doc[front], sentence)
    plain = plain_subject(verb)
    if plain is not None and names_counter(list(doc[plain[0] : plain[1]])):
        source = plain
    if source is None and verb.nbor(-1).lower_ == "and" if verb.i else False:
        subject = sources.subject_of(verb)
        source = (
            sources.phrase(subject, verb) if subject is not None and subject.i < verb.i else None
        )
    if source is None:
        return None
    first = source[0]
    while first < source[1] and doc[first].tag_ == "IN":
        first += 1
    words = list(doc[first : source[1]])
    if not words:
        return None
    if len(words) == 1 and words[0].lower_ in {"it", "they", "he", "she"}:
        known = speakers.behind_pronoun(words[0].lower_, sentence.index)
        near = known is not None and sentence.index - known.sentence <= 2 and known.counts
        return (first, source[1]) if near else None
    return (first, source[1]) if is_counting(words, speakers) else None


def first_helper(verb: "Token") -> int:
    """The index of the first of a verb's auxiliaries, or the verb's own: "have stayed"."""
    first = verb.i
    while first > 0 and verb.doc[first - 1].lower_ in {"have", "has", "had", "having"}:
        first -= 1
    return first


def plain_subject(verb: "Token") -> Range | None:
    """A subject that stands before its verb without a break: "OCHA's report of 7 April had"."""
    subject = sources.own_subject(verb)
    source = sources.phrase(subject, verb) if subject is not None else None
    if source is None or source[0] >= verb.i or source[1] > verb.i:
        return None
    return source if first_helper(verb) - source[1] < SET_BETWEEN else None


def before_comma(verb: "Token", sentence: Sentence) -> Range | None:
    """The name that a relative clause or an apposition before the verb belongs to."""
    doc, at = verb.doc, verb.i - 1
    while at > sentence.first and doc[at].text != ",":
        at -= 1
    if doc[verb.i - 1].text == ",":
        at = verb.i - 2
        while at > sentence.first and doc[at].text != ",":
            at -= 1
    first = at
    while first > sentence.first and doc[first - 1].text not in {",", ";", ".", ":", "(", ")"}:
        first -= 1
    if any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[first:at]):
        return None
    return (first, at) if at > first else None


def is_agency(words: Tokens) -> bool:
    """Whether words are an agency's that every reader knows ("UNICEF", "the WHO")."""
    text = wording.text_of(wording.stripped(words))
    return text in known_agencies()


def names_counter(words: Tokens) -> bool:
    """Whether a phrase is an agency or somebody's paper, so that an adverbial may part it from its verb."""
    parts = wording.segments(words)
    core = wording.cut_preposition(parts[0])[0] if parts else []
    return bool(core) and (is_agency(core) or is_document(core))


@cache
def known_agencies() -> frozenset[str]:
    """The names of international bodies and news agencies in the general register."""
    named = [load("bodies")[kind] for kind in ("bodies", "missions", "agencies")]
    return frozenset(
        name for table in named for short, others in table.items() for name in (short, *others)
    )


def is_document(core: Tokens) -> bool:
    """Whether a phrase is somebody's paper: a possessive and a noun of documents or counts behind it."""
    papers = cues.nouns("document") | cues.nouns("tally")
    owned = any(token.text in wording.POSSESSIVE for token in core)
    return owned and core[-1].lower_ in papers


def is_counting(words: "list[Token]", speakers: Speakers) -> bool:
    """Whether a noun phrase is a body whose trade is counting, or one that has spoken in this report before."""
    described = bodies.described(words)
    parts = wording.segments(words)
    if not parts:
        return False
    core, _ = wording.cut_preposition(parts[0])
    head = next((t for t in reversed(core) if wording.is_body(t) or wording.is_role(t)), None)
    if any(token.lower_ in wording.words("counters", "nouns") for token in core):
        return True
    if core and (is_agency(core) or is_document(core)):
        return True
    if head is not None and head.lower_ in wording.words("counters", "armed"):
        return False
    if head is not None and wording.is_body(head) and not wording.capital(core[0]):
        return True
    if core and core[0].lower_ == "the" and len(core) > 2 and all(map(wording.capital, core[1:])):
        return True
    if described.name is not None:
        return speakers.has_spoken(described.name)
    return (
        described.body
        and described.party is not None
        and (
            speakers.has_spoken(described.party)
            or (wording.acronym(words[-1:]) and speakers.has_spoken(words[-1].text))
        )
    )


def stretch_end(doc: "Doc", at: int, sentence: Sentence, clauses: list[Clause]) -> int:
    """How far what is counted goes: to a semicolon or to the next reporting clause."""
    starts = {clause.first for clause in clauses}
    for place in range(at, sentence.last):
        if doc[place].text == ";" or (place in starts and place > at):
            return place
    return sentence.last


def has_count(doc: "Doc", span: Range, verb: "Token") -> bool:
    """Whether the verb takes a number: at once for "has", behind "at" or "beyond" for "was"."""
    near = doc[span[0] : min(span[1], span[0] + 12)]
    if not any(token.like_num or token.pos_ == "NUM" for token in near):
        return False
    if verb.lower_ in {"is", "was", "are", "were", "stands", "stood"}:
        return any(token.lower_ in {"at", "beyond", "above", "near"} for token in near[:5])
    number = next(at for at, token in enumerate(near) if token.like_num or token.pos_ == "NUM")
    if verb.lower_ in {"passed", "passes"} and near[number : number + 2][-1].pos_ == "NOUN":
        return False  # who passes 300 exceeds it; who passes five resolutions adopts them
    return number < 8 and not any(
        t.tag_ in ("VBD", "VBZ", "VBP", "VB", "VBN") or t.text == ";" for t in near[:number]
    )

"""Reporting verbs: a parsed sentence comes in, a Finding for every verb that says who said what goes out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.attribute import contents, cues, sources
from crossread.attribute.findings import (
    Finding,
    Range,
    characters,
    children,
    is_child,
    subtree,
    trimmed,
    whole,
)
from crossread.attribute.quotations import Quotations
from crossread.lexicon import load
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEFORE_VERB = ("aux", "advmod", "compound")
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot"})
SPEECH_NOUNS = frozenset(
    {"statement", "speech", "interview", "tweet", "post", "letter", "briefing"}
)


def verb_findings(parsed: Parsed, sentence: Sentence, quotes: Quotations) -> Iterator[Finding]:
    """Every attribution by a verb in one parsed sentence, in text order."""
    for verb in parsed.span(sentence):
        word = cues.verb_word(verb)
        if word is None or verb.dep_ in ("aux", "aux:pass", "amod", "case", "compound", "cop"):
            continue
        if word.kind == "cite":
            yield from citing(verb, sentence)
        elif (finding := spoken(verb, word, sentence, quotes)) is not None:
            yield finding


def spoken(
    verb: "Token", word: cues.Word, sentence: Sentence, quotes: Quotations
) -> Finding | None:
    """The attribution that one verb makes, None where it has nothing said."""
    passive = sources.is_passive(verb)
    if passive:
        return passive_report(verb, word, sentence)
    subject = sources.subject_of(verb)
    if subject is not None and is_placeholder(subject):
        subject = None
    source = sources.phrase(subject, verb) if subject is not None else None
    content = contents.content_of(verb, word, source) or quoted(verb, source, sentence, quotes)
    if content is None or (source is None and not content.clausal):
        return None
    if word.kind == "count" and not content.clausal and not has_number(verb.doc, content.spans):
        return None
    cue = cue_range(verb, content.joined)
    if source is not None and source[0] < cue[1] and cue[0] < source[1]:
        source = None
    return Finding(
        sentence.index, source, characters(verb.doc, cue), content.spans, content.kind or word.kind,
        f"verb.{'clause' if content.clausal else 'object'}", content.clausal, listener(verb),
        is_negated(verb), word.lemma,
    )  # fmt: skip


def is_placeholder(subject: "Token") -> bool:
    """Whether a subject only fills the place: "it was reported that", "there"."""
    return subject.dep_ == "expl" or subject.lower_ == "there"


def has_number(doc: "Doc", spans: tuple[Range, ...]) -> bool:
    """Whether what is counted holds a number."""
    return any(
        token.like_num or token.pos_ == "NUM" or any(c.isdigit() for c in token.text)
        for start, end in spans
        for token in doc.char_span(start, end, alignment_mode="expand") or ()
    )


def is_negated(verb: "Token") -> bool:
    """Whether the saying itself is denied: "did not say", "has never confirmed"."""
    return any(child.lower_ in NEGATIONS for child in verb.children if child.i < verb.i)


def listener(verb: "Token") -> Range | None:
    """The medium that was told and passes it on: "told VOA"."""
    if verb.lower_ not in ("told", "tells", "tell", "telling", "informed"):
        return None
    for child in children(verb, "iobj", "obj"):
        skip = load("reporting")["listeners"]["not_carriers"]
        if child.pos_ == "PROPN" or child.text[:1].isupper():
            return sources.phrase(child) if child.lower_ not in skip else None
    return None


def cue_range(verb: "Token", joined: "Token | None") -> Range:
    """The verb with its auxiliaries, negation, adverbs before it, particle, and the verbs it depends on."""
    first, last = verb.i, verb.i + 1
    chain = {verb.i}
    head = verb
    while is_child(head, "xcomp") and head.head.i < head.i and head.i - head.head.i <= 4:
        head = head.head
        chain.add(head.i)
    belongs = {
        child.i for at in chain for child in verb.doc[at].children
        if is_child(child, "aux", "advmod", "compound", "mark") or child.lower_ in NEGATIONS
    } | chain  # fmt: skip
    while first - 1 in belongs and verb.doc[first - 1].text not in {
        "how",
        "when",
        "where",
        "why",
        "that",
    }:
        first -= 1
    while (
        verb.doc[first].lower_
        in {"that", "as", "when", "while", "after", "if", "because", "also,", "meanwhile", "then,"}
        and first < verb.i
    ):
        first += 1
    for particle in children(verb, "compound"):
        if particle.i == last:
            last += 1
    if joined is not None and joined.i <= last + 2:
        last = max(last, joined.i + 1)
    return first, last


def quoted(
    verb: "Token", source: Range | None, sentence: Sentence, quotes: Quotations
) -> contents.Content | None:
    """Quotations of the sentence that the tree did not hang on the verb, where the verb can take them."""
    if cues.verb_word(verb) is None or cues.verb_word(verb).kind not in ("say", "ask", "think"):  # type: ignore[union-attr]
        return None
    if quotes.at(verb.idx) is not None:
        return None
    near = [
        (max(q.start, sentence.start), min(q.end, sentence.end))
        for q in quotes.within(sentence.start, sentence.end)
        if q.end - q.start > 2
    ]
    opened = quotes.at(sentence.start)
    if opened is not None and opened.start < sentence.start:
        near.insert(0, (sentence.start, min(opened.end, sentence.end)))
    edges = source or (verb.i, verb.i + 1)
    low, high = min(edges[0], verb.i), max(edges[1], verb.i + 1)
    start, end = characters(verb.doc, (low, high))
    before = [span for span in near if span[1] <= start]
    after = [span for span in near if span[0] >= end]
    spans = tuple(([before[-1]] if before else []) + ([after[0]] if after else []))
    return contents.Content(spans, clausal=True) if spans else None


def passive_report(verb: "Token", word: cues.Word, sentence: Sentence) -> Finding | None:
    """ "is believed to hold", "was reported killed", "it is said that": said by the agent, or by nobody named."""
    if word.kind in ("judge", "want", "talk", "ask"):
        return None
    agent = sources.agent_of(verb)
    source = sources.phrase(agent, verb) if agent is not None else None
    subject = sources.own_subject(verb)
    spans: list[Range] = []
    for child in children(verb, "ccomp", "csubj", "xcomp"):
        if span := trimmed(verb.doc, *whole(subtree(child))):
            spans.append(span)
    if subject is not None and not is_placeholder(subject) and subject.lower_ != "it":
        if (span := sources.phrase(subject, verb)) and (spans or source is not None):
            spans.insert(0, span)
    if not spans or (word.kind == "count" and source is None):
        return None
    cue = cue_range(verb, None)
    shown = tuple(characters(verb.doc, span) for span in spans)
    return Finding(
        sentence.index,
        source,
        characters(verb.doc, cue),
        shown,
        word.kind,
        "verb.passive",
        True,
        None,
        is_negated(verb),
        word.lemma,
    )


def citing(verb: "Token", sentence: Sentence) -> Iterator[Finding]:
    """ "X reported 12 dead, citing Y": Y is the speaker, X carries it."""
    if sources.is_passive(verb):
        return
    objects = [child for child in children(verb, "obj") if child.i > verb.i]
    clause = verb.head
    if (
        not objects
        or verb.dep_ not in ("advcl", "acl", "conj", "parataxis", "xcomp")
        or clause is verb
    ):
        return
    source = sources.phrase(objects[0])
    content = contents.content_of(
        clause, cues.verb_word(clause) or cues.Word(clause.lemma_, "say"), None
    )
    if source is None:
        return
    spans = (
        content.spans
        if content
        else tuple(characters(verb.doc, piece) for piece in contents.beside(verb, clause, None))
    )
    start, end = characters(verb.doc, source)
    spans = tuple(
        span
        for span in ((s, min(e, verb.idx) if s < verb.idx else e) for s, e in spans)
        if span[1] > span[0]
    )
    if not spans:
        return
    subject = sources.subject_of(clause)
    carrier = (
        sources.phrase(subject, clause) if subject is not None and subject.pos_ != "PRON" else None
    )
    cue = cue_range(verb, None)
    yield Finding(
        sentence.index,
        source,
        characters(verb.doc, cue),
        spans,
        "say",
        "citing",
        True,
        carrier,
        False,
        "cite",
    )

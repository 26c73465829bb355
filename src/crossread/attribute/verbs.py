"""Reporting verbs: a parsed sentence comes in, a Finding for every verb that says who said what goes out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossread.attribute import contents, sources
from crossread.attribute.clauses import Clause, boundary_after
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
from crossread.model.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "cannot"})
TURNS_AWAY = frozenset(
    {"but", "while", "although", "though", "whereas", "as", "when", "after", "because", "before"}
)
NUMBER_WINDOW = 7
"""Tokens between a verb and the number that it gives: a listener, a preposition, a hedge."""

LEFT_OUT = frozenset(
    {"that", "as", "when", "while", "after", "if", "because", "then", "how", "where", "why"}
)


def verb_findings(
    sentence: Sentence, clauses: list[Clause], quotes: Quotations
) -> Iterator[Finding]:
    """Every attribution by a verb in one parsed sentence, in text order."""
    for clause in clauses:
        if clause.word.kind == "cite":
            yield from citing(clause, clauses, sentence)
        elif clause.passive:
            if (finding := passive_report(clause, sentence)) is not None:
                yield finding
        elif (finding := spoken(clause, clauses, sentence, quotes)) is not None:
            yield finding


def spoken(
    clause: Clause, clauses: list[Clause], sentence: Sentence, quotes: Quotations
) -> Finding | None:
    """The attribution that one verb makes, None where it has nothing said."""
    verb, word, doc = clause.verb, clause.word, clause.verb.doc
    end = boundary_after(doc, clause, clauses, sentence)
    content = contents.content_of(clause, end, sentence) or quoted(clause, sentence, quotes)
    if is_witness(clause) and (seen := numbered(clause, end)) is not None:
        content = seen
    if content is None or (
        word.kind == "count" and not content.clausal and not has_number(doc, content.spans)
    ):
        content = numbered(clause, end) or content
    if content is None or (clause.source is None and not content.clausal):
        return None
    kind = content.kind or word.kind
    rule = f"verb.{'clause' if content.clausal else 'object'}"
    if content.kind == "witness":
        kind, rule = "say", "verb.witness"
    if kind == "accept":
        if not is_negated(verb):
            return None
        kind = "deny"
    if word.kind == "count" and not content.clausal and not has_number(doc, content.spans):
        return None
    cue = cue_range(verb, content.joined)
    source = clause.source
    if source is not None and source[0] < cue[1] and cue[0] < source[1]:
        source = None
    reach = reach_of(clause, end if content.clausal else phrase_end(clause, end), sentence)
    if kind in ("judge", "talk") and content.clausal:
        kind = "say"
    return Finding(
        sentence.index, source, characters(doc, cue), content.spans, kind,
        rule, content.clausal, listener(verb),
        is_negated(verb) and word.kind != "accept", word.lemma, reach,
    )  # fmt: skip


def reach_of(clause: Clause, end: int, sentence: Sentence) -> Range | None:
    """The stretch behind the clause in which a figure is still the speaker's, commas passed over."""
    doc = clause.verb.doc
    if clause.place == "opening":
        span = trimmed(doc, clause.verb.i + 1, end)
        return characters(doc, span) if span else None
    for at in range(clause.last, end - 1):
        if doc[at].text in {";", ".", ":"}:
            return None
        if doc[at].text in {",", "—", "–"}:
            if doc[at + 1].lower_ in TURNS_AWAY or doc[at + 1].tag_ in ("WDT", "WP"):
                return None
            span = trimmed(doc, at + 1, end)
            return characters(doc, span) if span else None
    return None


def phrase_end(clause: Clause, end: int) -> int:
    """Where a plain object's reach ends: at a comma behind which a clause of its own begins."""
    doc = clause.verb.doc
    for at in range(clause.verb.i + 1, end):
        if doc[at].text in {",", "—", "–"}:
            stop = next((i for i in range(at + 1, end) if doc[i].text == ","), end)
            if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in doc[at + 1 : stop]):
                return at
    return end


def is_witness(clause: Clause) -> bool:
    """Whether a reporter or witness sees: "An agency reporter saw ten bodies"."""
    witnesses = load("reporting")["roles"]["witnesses"]
    return (
        clause.word.lemma in {"see", "find"}
        and clause.source is not None
        and any(t.lower_ in witnesses for t in clause.verb.doc[slice(*clause.source)])
    )


def numbered(clause: Clause, end: int) -> contents.Content | None:
    """A number behind a verb that gives one without a clause: "told us eighteen", "put at 1,700 the firefighters"."""
    verb, doc = clause.verb, clause.verb.doc
    objectless = load("reporting")["objects"]["none"]
    gives = clause.word.lemma in {"tell", "write"} or (
        clause.word.kind in ("say", "count", "estimate") and clause.word.lemma not in objectless
    )
    witness = is_witness(clause)
    if clause.source is None or not (gives or witness):
        return None
    for at in range(verb.i + 1, min(end, verb.i + NUMBER_WINDOW)):
        if doc[at].like_num or doc[at].pos_ == "NUM":
            span = trimmed(doc, clause.last if clause.last > verb.i else verb.i + 1, end)
            return (
                contents.Content(
                    (characters(doc, span),), witness, None, "witness" if witness else None
                )
                if span
                else None
            )
        if doc[at].tag_ in ("VBD", "VBZ", "VBP", "MD") or doc[at].text in {",", ";"}:
            return None
    return None


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
    skip = load("reporting")["listeners"]["not_carriers"]
    for child in children(verb, "iobj", "obj"):
        if child.i > verb.i and (child.pos_ == "PROPN" or child.text[:1].isupper()):
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
    while first - 1 in belongs and verb.doc[first - 1].lower_ not in LEFT_OUT:
        first -= 1
    for particle in children(verb, "compound"):
        if particle.i == last:
            last += 1
    if joined is not None and joined.i <= last + 2:
        last = max(last, joined.i + 1)
    return first, last


def quoted(clause: Clause, sentence: Sentence, quotes: Quotations) -> contents.Content | None:
    """Quotations of the sentence that no tree hung on the verb, where the verb can take them."""
    verb = clause.verb
    if clause.word.kind not in ("say", "ask", "think") or quotes.at(verb.idx) is not None:
        return None
    near = [
        (max(q.start, sentence.start), min(q.end, sentence.end))
        for q in quotes.within(sentence.start, sentence.end)
        if q.end - q.start > 2
    ]
    opened = quotes.at(sentence.start)
    if opened is not None and opened.start < sentence.start:
        near.insert(0, (sentence.start, min(opened.end, sentence.end)))
    start, end = characters(verb.doc, (clause.first, clause.last))
    before = [span for span in near if span[1] <= start]
    after = [span for span in near if span[0] >= end]
    spans = tuple(([before[-1]] if before else []) + ([after[0]] if after else []))
    return contents.Content(spans, clausal=True) if spans else None


def passive_report(clause: Clause, sentence: Sentence) -> Finding | None:
    """ "is believed to hold", "was reported killed", "it is said that": said by the agent, or by nobody named."""
    verb, word, doc = clause.verb, clause.word, clause.verb.doc
    if word.kind in ("judge", "want", "talk", "ask", "cite"):
        return None
    agent = sources.agent_of(verb)
    source = sources.phrase(agent, verb) if agent is not None else None
    subject = sources.own_subject(verb)
    spans = [
        span for child in children(verb, "ccomp", "csubj", "xcomp")
        if (span := trimmed(doc, *whole(subtree(child))))
    ]  # fmt: skip
    named = subject is not None and subject.dep_ != "expl" and subject.lower_ not in ("it", "there")
    if (
        subject is not None
        and named
        and (spans or source is not None)
        and (span := sources.phrase(subject, verb))
    ):
        spans.insert(0, span)
    given = verb.dep_ == "acl" and source is not None and verb.head.i < verb.i
    if given and (span := trimmed(doc, sources.left_edge(verb.head), verb.i)):
        spans.insert(0, span)
    if not spans or (word.kind == "count" and source is None):
        return None
    cue = characters(doc, cue_range(verb, None))
    shown = tuple(characters(doc, span) for span in spans)
    return Finding(
        sentence.index,
        source,
        cue,
        shown,
        word.kind,
        "verb.passive",
        True,
        None,
        is_negated(verb),
        word.lemma,
    )


def citing(clause: Clause, clauses: list[Clause], sentence: Sentence) -> Iterator[Finding]:
    """ "X reported 12 dead, citing Y": Y is the speaker, X carries it."""
    verb, doc = clause.verb, clause.verb.doc
    objects = [child for child in children(verb, "obj") if child.i > verb.i]
    if clause.passive or not objects or verb.tag_ != "VBG":
        return
    source = sources.phrase(objects[0])
    if source is None:
        return
    main = next((c for c in reversed(clauses) if c.verb.i < verb.i and c.source is not None), None)
    start = main.verb.i + 1 if main is not None else sentence.first
    carrier = main.source if main is not None else None
    if main is None and (subject := sources.subject_of(verb)) is not None:
        carrier = sources.phrase(subject, verb)
    before, after = trimmed(doc, start, verb.i), trimmed(doc, source[1], sentence.last)
    if carrier is not None and carrier[1] <= verb.i and main is None:
        before = None
    spans = tuple(
        characters(doc, side) for side in (before, after) if side and side[1] - side[0] > 1
    )
    if spans:
        cue = characters(doc, cue_range(verb, None))
        yield Finding(
            sentence.index, source, cue, spans, "say", "citing", True, carrier, False, "cite"
        )

"""Subjects of reporting verbs: a verb comes in, the token range of who speaks goes out, by word order first."""

import re
from functools import cache
from typing import TYPE_CHECKING

from crossread.attribute import cues, sources, wording
from crossread.attribute.findings import Range, is_child
from crossread.lexicon import load
from crossread.model.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BREAKS = frozenset({",", "—", "–", "--", "-", "”", '"', "’’", "''", "…", "?", "!", "’", ":"})
JOINERS = frozenset(
    {
        "and",
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "yet",
        "or",
        "as",
        "because",
        "when",
        "after",
    }
)
QUOTES = frozenset({'"', "“", "”", "‘‘", "''", "’’", "‘", "``", "«", "»"})
CLAUSE_MARKS = frozenset({"that", "whether", "how", "why", "what", "if", "where"})
WHEN_SAID = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "earlier",
        "late",
        "later",
        "afterwards",
    }
)
DAY_PARTS = frozenset(
    {
        "morning",
        "evening",
        "night",
        "afternoon",
        "dawn",
        "noon",
        "midnight",
        "day",
        "week",
        "month",
        "year",
        "weekend",
        "lunchtime",
    }
)
LISTENING = frozenset(
    {
        "tell",
        "inform",
        "remind",
        "assure",
        "brief",
        "ask",
        "warn",
        "urge",
        "reject",
        "deny",
        "dismiss",
        "put",
        "count",
        "give",
        "record",
        "register",
    }
)
"""Verbs that what follows is told to, or is the object of: never turned round before their subject."""

MAX_SUBJECT = 24
"""Tokens that a subject may have between the comma before it and its verb."""

SUBJECT_GAP = 8
"""Tokens between a subject and its verb that may be filled up to the verb as an apposition."""


def source_of(verb: "Token", sentence: Sentence) -> Range | None:
    """The token range of the verb's subject: by word order where that is plain, by the tree where it is not."""
    if (turned := inverted(verb, sentence)) is not None:
        return turned
    near = adjacent(verb, sentence)
    if near is not None:
        return near
    subject = sources.subject_of(verb)
    if subject is None or subject.dep_ == "expl" or subject.lower_ == "there":
        return None
    source = alone(verb.doc, sources.phrase(subject, verb))
    if source is None:
        return None
    if source[0] < verb.i < source[1]:
        source = (source[0], verb.i) if subject.i < verb.i else (verb.i + 1, source[1])
    if source[1] <= verb.i:
        source = alone(verb.doc, (source[0], filled(verb, source[1]))) or source
    return source if source[0] < source[1] else None


@cache
def company() -> re.Pattern[str]:
    """A comma and the words behind it that tell beside whom somebody speaks."""
    return re.compile(
        rf",\s(?:{'|'.join(load('reporting')['company']['beside'])})\s", re.IGNORECASE
    )


def alone(doc: "Doc", source: Range | None) -> Range | None:
    """A subject without those beside whom he speaks: "the general, with the governor at his side"."""
    if source is None:
        return None
    start = doc[source[0]].idx
    words = doc.text[start : doc[source[1] - 1].idx + len(doc[source[1] - 1])]
    with_others = company().search(words)
    if with_others is None or not with_others.start():
        return source
    stop = start + with_others.start()
    return source[0], next(n for n in range(*source) if doc[n].idx >= stop)


def adjacent(verb: "Token", sentence: Sentence) -> Range | None:
    """The noun phrase that fills the space between a comma, quotation or opening and the verb: ", Lisbon says"."""
    doc, stop = verb.doc, verb.i
    while stop > sentence.first and (
        is_child(doc[stop - 1], "aux", "advmod") or doc[stop - 1].tag_ in ("RB", "MD")
    ):
        stop -= 1
    first = stop
    while first > sentence.first and stop - first < MAX_SUBJECT and not bounds(doc[first - 1]):
        first -= 1
    while first < stop and (doc[first].lower_ in JOINERS or doc[first].is_space):
        first += 1
    first = after_day(doc, first, stop)
    while (
        first < stop - 1
        and doc[first].tag_ == "RB"
        and doc[first + 1].tag_ in ("DT", "PRP", "NNP", "PRP$")
    ):
        first += 1
    if first >= stop or stop - first >= MAX_SUBJECT:
        return None
    return (first, stop) if is_noun_phrase(list(doc[first:stop]), verb) else None


def bounds(token: "Token") -> bool:
    """Whether a token ends the space before a verb that its subject may fill."""
    if token.text in BREAKS | QUOTES | {";", "(", ")", "•"} and not wording.hyphen(token):
        return True
    mark = token.lower_ in CLAUSE_MARKS and token.tag_ != "DT"
    return mark and wording.low(token) != token.text.upper()


def is_noun_phrase(words: "list[Token]", verb: "Token") -> bool:
    """Whether the words before a verb are one noun phrase: no clause, no preposition in front, a noun or name in it."""
    first, last = words[0], words[-1]
    if first.tag_ in ("RB", "WRB", "TO", "WDT", "WP", "EX") and wording.low(first) == first.lower_:
        return False
    if first.tag_ == "IN" or (first.tag_ in ("VBN", "VBG") and not wording.capital(first)):
        return False
    if any(is_finite(t) or (t.tag_ == "VB" and not wording.capital(t)) for t in words):
        return False
    if not any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM") or wording.capital(t) for t in words):
        return False
    if last.lower_ in {"it", "there"} and verb.dep_ == "conj":
        return False
    return last.pos_ not in ("ADP", "DET", "ADJ", "CCONJ")


def after_day(doc: "Doc", first: int, stop: int) -> int:
    """Where a subject begins behind the day or time of day that opens its clause: "On Monday the ministry"."""
    for at in range(first, min(first + 5, stop - 1)):
        if (
            (
                doc[at].lower_ in WHEN_SAID | DAY_PARTS
                and doc[at + 1].lower_ not in DAY_PARTS | WHEN_SAID
            )
            and doc[at + 1].text not in wording.POSSESSIVE
            and doc[at + 1].tag_
            in (
                "DT",
                "NNP",
                "NNPS",
                "PRP",
                "PRP$",
                "CD",
                "NN",
                "NNS",
                "JJ",
            )
        ):
            return at + 1
    return first


def is_finite(token: "Token") -> bool:
    """Whether a token is a finite verb by its tag, names that only look like one excepted."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not wording.capital(token)


def inverted(verb: "Token", sentence: Sentence) -> Range | None:
    """A name right behind the verb and a comma or quotation before it: "…,” said Ned Price, a spokesman"."""
    at, doc = verb.i + 1, verb.doc
    word = cues.verb_word(verb)
    if word is None or word.lemma in LISTENING or word.kind not in ("say", "think", "estimate"):
        return None
    if verb.i == sentence.first or at >= sentence.last or verb.tag_ == "VBG":
        return None
    before = verb.i - 1
    while before > sentence.first and doc[before].lower_ in {"so", "also", "then"}:
        before -= 1
    if doc[before].text not in BREAKS or not names_somebody(doc, at, sentence):
        return None
    stop = at
    while stop < sentence.last and not ends_name(doc, at, stop, sentence):
        token = doc[stop]
        relative = any(t.tag_ in ("WP", "WDT", "WP$") for t in doc[at:stop])
        if is_finite(token) and token.dep_ != "acl:relcl" and not relative:
            return None
        stop += 1
    return (at, stop) if stop > at else None


def ends_name(doc: "Doc", at: int, stop: int, sentence: Sentence) -> bool:
    """Whether a token ends the speaker's name and description behind an inverted verb."""
    token = doc[stop]
    after = doc[stop + 1] if stop + 1 < sentence.last else token
    if token.text in QUOTES or token.text in {";", ":", "—", "–"}:
        return True
    if token.text == "." and stop + 1 >= sentence.last:
        return True
    if token.text == ",":
        onward = after.tag_ in ("VBG", "IN") or after.text in QUOTES or after.lower_ in JOINERS
        return onward or not apposes(doc, stop + 1, sentence)
    if token.tag_ == "IN" and token.lower_ in {"on", "in", "after", "at"}:
        return after.lower_ in WHEN_SAID
    return token.lower_ in WHEN_SAID and stop > at


def names_somebody(doc: "Doc", at: int, sentence: Sentence) -> bool:
    """Whether the words behind a verb begin with a name, an office or a body."""
    if doc[at].lower_ in wording.DETERMINERS:
        near = doc[at + 1 : min(at + 6, sentence.last)]
        return not near[:1].text[:1].isdigit() and any(
            wording.is_role(t) or wording.is_body(t) or wording.capital(t) for t in near
        )
    return (
        wording.capital(doc[at])
        or wording.is_role(doc[at])
        or doc[at].lower_ in {"he", "she", "they"}
    )


def apposes(doc: "Doc", at: int, sentence: Sentence) -> bool:
    """Whether what follows a comma goes on describing a name: an article, an office, a number of years, "who"."""
    token = doc[at]
    return (
        token.lower_ in wording.DETERMINERS | {"who", "whose", "which", "head", "one"}
        or token.like_num
        or any(wording.is_role(t) for t in doc[at : min(at + 5, sentence.last)])
    )


def filled(verb: "Token", end: int) -> int:
    """The end of a subject with the name or apposition that stands between it and its verb."""
    doc, stop = verb.doc, verb.i
    while stop > end and (
        is_child(doc[stop - 1], "aux", "advmod") or doc[stop - 1].lower_ in {"also", "n't", "not"}
    ):
        stop -= 1
    between = doc[end:stop]
    if not len(between) or len(between) > 3 * SUBJECT_GAP:
        return end
    if all(wording.capital(token) or token.text in "-()" for token in between):
        return stop
    if between[0].text in {",", "("} and between[-1].text in {",", ")"} and len(between) > 2:
        inner = between[1:-1]
        if inner[0].tag_ in ("VBG", "VBN", "IN") and not wording.capital(inner[0]):
            return end
        return stop - 1 if between[-1].text == "," else stop
    return end

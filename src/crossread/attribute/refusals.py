"""Sentences come in; phrases by which somebody refuses a figure said before go out, with who refuses it.

"Will have none of it", "has given no such figure", "took issue with that count": verb phrases whose subject refuses;
and verbs whose object stands before them ("which the army denied", "a figure dismissed by the army").
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from crossread.attribute import attributions, sources, subjects
from crossread.attribute.carry import Carrier
from crossread.attribute.cues import verb_forms
from crossread.attribute.speakers import Mention
from crossread.attribute.untruths import nouns, untrue
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

ITS_OWN = 15
"""Characters behind "rejected the figure" within which a number is the one that is refused: not one said before."""
ANSWERS = frozenset({"answer", "reply", "respond", "retort", "contest", "correct", "counter"})
"""Verbs of answering, with nothing behind them but the quotation that follows."""
Refusal = tuple[int, int, Mention | None]
"""Where a refusal stands, and its grammatical subject where that refuses."""


@cache
def phrases() -> re.Pattern[str]:
    """The verb phrases that refuse a figure: a verb, and an object that points back."""
    table = load("reporting")["refusal"]
    calls = "|".join(table["calls"])
    forms = [
        rf"(?:{'|'.join(table['unwilling'])})\s(?:\w+ly\s)?(?:{'|'.join(table['accepts'])})\s{alone()}",
        rf"(?:{'|'.join(table['refuses'])})\s{alone()}",
        rf"(?:{calls})\s{back()}\s(?:as\s)?[\"“]?(?:an?\s(?:\w+\s)?)?(?:\w+ly\s|far\s|pure\s)?(?:{untrue()})\b",
        rf"(?:{calls})\s{pointing()}\s(?:as\s)?[\"“]an?\s(?!(?:{'|'.join(table['stands'])})\b)[\w’'-]+[\"”]",
        *table["idioms"],
        *table["takes_back"],
    ]
    return re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE)


def back() -> str:
    """The alternation of objects that point back: "it", "such a thing", "the second figure"."""
    return rf"(?:it|this|that|{pointing()})\b"


def alone() -> str:
    """The same, a pronoun only where no noun and no clause goes on from it: not "that view", "it was"."""
    ends = r"(?=\s*(?:[.,;:!?\"”)\n]|$|(?:and|but|as|in|on|at|by|with|because|either|outright|flatly)\b))"
    return rf"(?:(?:it|this|that)\b{ends}|{pointing()}\b)"


def pointing() -> str:
    """The alternation of noun phrases that point back: "such a thing", "the second figure"."""
    return (
        r"(?:the|that|this|those|these|any\ssuch|such\san?|an?\ssuch|such)\s(?:[\w.’'-]+\s){0,2}?"
        rf"(?:{nouns()})"
    )


def refusals(parsed: Parsed, carrier: Carrier) -> Iterator[Refusal]:
    """Every phrase of a report that refuses a figure said before, in text order."""
    text = parsed.report.text
    for sentence in parsed.sentences:
        for match in phrases().finditer(text, sentence.start, sentence.end):
            if not re.search(r"\d", text[match.end() : match.end() + ITS_OWN]):
                subject = subject_of(parsed, sentence, match.start(), carrier)
                yield match.start(), match.end(), subject
        for verb in refusing_verbs(parsed, sentence):
            found = refuser(parsed, sentence, verb, carrier)
            if found is not None:
                yield verb.idx, verb.idx + len(verb.text), found


def subject_of(parsed: Parsed, sentence: Sentence, offset: int, carrier: Carrier) -> Mention | None:
    """Who is the subject of the verb phrase that begins at an offset, None for "we" and for nobody."""
    span = parsed.doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or not len(span):
        return None
    verb = span[0]
    while verb.dep_.split(":")[0] in {"aux", "neg", "cop"} and verb.head.i != verb.i:
        verb = verb.head
    source = subjects.source_of(verb, sentence)
    return attributions.speaker_of(parsed, source, sentence, carrier.speakers)


def answering(parsed: Parsed, figure: Figure, carrier: Carrier) -> Mention | None:
    """Who denies or answers right before a quotation that refuses a figure: "Governor Baric denied. “Ninety is …”"."""
    if carrier.quotes.at(figure.quantity.start) is None:
        return None
    here = parsed.sentences[figure.sentence]
    for sentence in reversed(parsed.sentences[max(0, here.index - 1) : here.index + 1]):
        for token in reversed(parsed.span(sentence)):
            word = verb_forms().get(token.lower_)
            answers = word is not None and (word.kind == "deny" or word.lemma in ANSWERS)
            outside = token.idx < figure.start and carrier.quotes.at(token.idx) is None
            if answers and outside and sentence.block == here.block:
                return subject_of(parsed, sentence, token.idx, carrier)
    return None


def refusing_verbs(parsed: Parsed, sentence: Sentence) -> Iterator["Token"]:
    """The verbs of denying whose object stands before them: "which", or a noun for something said."""
    verbs = load("reporting")["denial"]["verbs"]
    for token in parsed.span(sentence):
        if token.lemma_ in verbs and token.dep_.startswith("acl"):
            objects = {child.lower_ for child in token.children if child.dep_ == "obj"}
            said = re.fullmatch(nouns(), token.head.lower_) is not None
            if "which" in objects or (said and not objects):
                yield token


def refuser(parsed: Parsed, sentence: Sentence, verb: "Token", carrier: Carrier) -> Mention | None:
    """The verb's subject, or for a participle whoever stands behind "by"."""
    agents = [
        child for child in verb.children
        if child.dep_.startswith("obl") and any(mark.lower_ == "by" for mark in child.children)
    ]  # fmt: skip
    agent = sources.phrase(agents[0], verb) if agents else subjects.source_of(verb, sentence)
    return attributions.speaker_of(parsed, agent, sentence, carrier.speakers)

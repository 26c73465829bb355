"""Sentences come in; phrases by which somebody refuses a figure said before go out, with who refuses it.

"Will have none of it", "has given no such figure", "took issue with that count": verb phrases whose subject refuses,
and clauses that call the figure itself untrue ("the union's figure is made up").
"""

import re
from collections.abc import Iterator
from functools import cache

from crossread.attribute import attributions, subjects
from crossread.attribute.carry import Carrier
from crossread.attribute.speakers import Mention
from crossread.lexicon import load
from crossread.model.sentence import Parsed, Sentence

ITS_OWN = 15
"""Characters behind "rejected the figure" within which a number is the one that is refused: not one said before."""
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
        rf"(?:{calls})\s{back()}\s(?:as\s)?[\"“]?(?:a\s|an\s)?(?:\w+ly\s|far\s|pure\s)?(?:{untrue()})\b",
        *table["idioms"],
    ]
    return re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE)


@cache
def clauses() -> re.Pattern[str]:
    """The clauses that call a figure untrue, whoever gave it."""
    nouns = "|".join(load("reporting")["refusal"]["nouns"])
    words = r"(?:(?!(?:the|that|an?)\s)[\w’'-]+\s){0,3}?"
    of_whom = r"(?:\s(?:for|of|from|by)\s(?:[\w’'-]+\s?){1,3}?)?"
    owner = r"(?:the|that|this|these|those|its|their|his|her)\s"
    subject = rf"{owner}{words}(?:{nouns}){of_whom}"
    return re.compile(
        rf"\b{subject}\s?(?:is|are|was|were)\s(?:not\strue|(?:\w+ly\s|far\s|much\s|all\s|just\s)?(?:{untrue()}))\b",
        re.IGNORECASE,
    )


def back() -> str:
    """The alternation of objects that point back: "it", "such a thing", "the second figure"."""
    return rf"(?:it|this|that|{pointing()})\b"


def alone() -> str:
    """The same, a pronoun only where no noun and no clause goes on from it: not "that view", "it was"."""
    ends = r"(?=\s*(?:[.,;:!?\"”)\n]|$|(?:and|but|as|in|on|at|by|with|because|either|outright|flatly)\b))"
    return rf"(?:(?:it|this|that)\b{ends}|{pointing()}\b)"


def pointing() -> str:
    """The alternation of noun phrases that point back: "such a thing", "the second figure"."""
    nouns = "|".join(load("reporting")["refusal"]["nouns"])
    return (
        r"(?:the|that|this|those|these|any\ssuch|such\san?|an?\ssuch|such)\s(?:[\w’'-]+\s){0,2}?"
        rf"(?:{nouns})"
    )


def untrue() -> str:
    """The alternation of words that call something untrue."""
    table = load("reporting")
    words = [*table["denial"]["predicates"], *table["refusal"]["untrue"]]
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


def refusals(parsed: Parsed, carrier: Carrier) -> Iterator[Refusal]:
    """Every phrase of a report that refuses a figure said before, in text order."""
    text = parsed.report.text
    for sentence in parsed.sentences:
        found = [
            *phrases().finditer(text, sentence.start, sentence.end),
            *clauses().finditer(text, sentence.start, sentence.end),
        ]
        for match in sorted(found, key=lambda match: match.start()):
            if re.search(r"\d", text[match.end() : match.end() + ITS_OWN]):
                continue
            verbal = match.re is phrases()
            subject = subject_of(parsed, sentence, match.start(), carrier) if verbal else None
            yield match.start(), match.end(), subject


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

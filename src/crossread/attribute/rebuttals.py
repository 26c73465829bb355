"""A figure in its sentence comes in; whether the words right around the number refuse it goes out, and whose they are.

"Ninety is gossip", "I never said forty", "no record of the 80", "called the six a fable", "Fifty dead, no".
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crossread.attribute.untruths import groundless, predicates, untrue
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 110
"""Characters on either side of a number in which words refuse it."""
UNFOUND = frozenset({"missing", "trapped"})
"""Conditions of people of whom there is no trace, no sign and no information, and who are no fewer for it."""
POINTER = (
    r"(?:\s(?:the|an?|any|this|that|those|these|our|your|his|her|its|their|even|some|additional|alleged|supposed"
    r"|figures?|numbers?|tolls?|claims?|talk|rumou?rs?|of|about)){0,5}\s*[\"“‘]?\s*$"
)
"""What may stand between a refusing word and the number: an article, "the figure of", a quotation mark."""
FINITE = (
    "is|are|was|were|has|have|had|do|does|did|can|could|will|would|not|no|never|as|an?|"
    "and|but|or|who|which|that|there|I|we|he|she|it|they"
)
COUNTED = rf"[\"”’]?(?:\s(?!(?:{FINITE})\b)\w[\w’'-]*){{0,4}}[\"”’]?"
"""The counted noun behind a number, up to its verb."""
STOP = r"(?=\s*(?:[.,;:!?\"”)\n]|$))"


OPENING = re.compile(
    r"(?:^|[“\"‘:—–]|[.!?][\"”’]?\s)\s*(?:(?:only|the|your|these|those|a|about)\s)?$",
    re.IGNORECASE,
)
"""An utterance's beginning, before a number that opens it."""
ASKED = re.compile(r"[\"”’]?(?:,?\s[\w’'-]+){0,6}[\"”’]?\s?\?|[\"”’]?!")
"""A counted noun and the mark of a question behind it; an exclamation mark behind a bare number."""
NEITHER = re.compile(
    r"\bneither\s(?:the\s|of\s)?(?:[^.;:!?]*\bnor\s)?(?:the\s)?(?:figure\sof\s)?[\"“]?$",
    re.IGNORECASE,
)
"""Before either number of two that are both refused."""
RIGHT = re.compile(
    r"^[^.;:!?]*?\b(?:is|are|was|were)\s(?:\w+ly\s)?(?:true|right|correct|accurate|ours|confirmed)\b",
    re.IGNORECASE,
)
"""What is denied of both: "neither the 200 nor the 35 are correct"."""
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """That a number is refused; `verb` is the offset of the verb whose subject does, None where who speaks does."""

    verb: int | None = None


@cache
def words(name: str) -> str:
    """The alternation of one list of the words that refuse a number."""
    return "|".join(load("reporting")["rebuttal"][name])


@cache
def called() -> re.Pattern[str]:
    """A verb of calling, and whose figure it calls something, up to the number."""
    calls = "|".join(load("reporting")["refusal"]["calls"])
    return re.compile(rf"\b(?P<verb>{calls})(?:\s[\w’'-]+){{0,5}}?\s*[\"“‘]?\s*$", re.IGNORECASE)


@cache
def by_what_name() -> re.Pattern[str]:
    """What a number is called: something untrue, or a bare number anything in the singular that is quoted."""
    return re.compile(
        rf"{COUNTED},?\s(?:as\s)?[\"“]?(?:an?\s(?:[\w-]+\s){{0,2}}?)?(?:{untrue()})\b"
        r"|[\"”]?,?\s(?:as\s)?[\"“]an?\s",
        re.IGNORECASE,
    )


@cache
def before() -> re.Pattern[str]:
    """The words before a number that refuse it, up to the number itself."""
    forms = [
        rf"(?:\b(?:never|not)|n['’]t)\s(?:\w+ly\s|ever\s)?(?P<verb>{words('says')})",
        rf"\b(?P<has>{words('has')})\s(?:\w+ly\s)?no\s(?:{words('grounds')})\s(?:of|about|for|on|that)",
        rf"\bno\s(?:{words('grounds')})\s(?:of|about|for|on|that)",
        r"\b(?:no|none|nobody|not\sone)\b[^.;:!?\d]{1,60},\s(?:let\salone|much\sless)",
        r"\b(?:(?:do|does|did)(?:\snot|n['’]t)|never)\s(?P<confirms>confirm(?:ed)?),?(?=\s(?:the|that|those|this)\b)",
        r"\bthere\s(?:never\s(?:was|were)|(?:was|were)\snever)",
        rf"\b(?:{predicates()})[\"”]?\sthat\b[^.,;:!?\d]{{0,40}}?",
        rf"\b(?P<laughs>{words('laughs')})",
    ]
    return re.compile(rf"(?:{'|'.join(forms)}){POINTER}", re.IGNORECASE)


@cache
def behind() -> re.Pattern[str]:
    """The words behind a number that refuse it."""
    is_ = r"(?:is|are|was|were|['’]s)"
    quite = r"(?:(?:\w+ly|just|all|pure|sheer|mere)\s)?"
    forms = [
        rf"{COUNTED}(?:\sby\s\w+)?,?\s(?:no(?!\.\s?\d)|negative){STOP}",
        rf"{COUNTED}\s(?:never\sexisted|(?:(?:do|does|did)(?:n['’]t|\snot)|not)\s(?:{words('fits')})|agrees?\snot)\b",
        rf"{COUNTED}\sthere\s(?:is|are|was|were)\snot{STOP}",
        rf"{COUNTED},?\s(?:(?:that|it|this)\s?)?{is_}\s[\"“]?{quite}(?:an?\s(?:\w+\s)?)?(?:{untrue()})\b(?!\s(?:to|that)\b)",
        rf"{COUNTED}(?:\s(?:which|that)\s\w+)?,?\s(?:which\s)?(?:{groundless()})\b",
        rf"{COUNTED},?\s(?:I|we)\s(?:can\srule\sout|(?:can(?:not|['’]t)|(?:do|could)(?:\snot|n['’]t))\s"
        rf"(?:{words('accepts')}|know\s(?:it|that)){STOP})",
    ]
    return re.compile(rf"^(?:{'|'.join(forms)})", re.IGNORECASE)


@cache
def as_a_word() -> re.Pattern[str]:
    """What is said of a bare number that "is": it is spoken of, and not who is counted ("Nine is not what we have")."""
    return re.compile(
        rf"^[\"”]?\s(?:is|was)(?:n['’]t|\snot)\s(?!(?:{words('short')})\b)"
        r"|^[\"”]?\s(?:is|was)\s(?:an?|the)\s(?:\w+\s)?(?:number|figure)\s"
        r"(?:for|from|of\s(?:some(?:one|body)|an?)|made|invented|which|that)\b",
        re.IGNORECASE,
    )


def rebuttal(parsed: Parsed, figure: Figure) -> Rebuttal | None:
    """How the words around a number refuse it, None where they do not."""
    text, sentence = parsed.report.text, parsed.sentences[figure.sentence]
    start, end = figure.quantity.start, figure.quantity.core[1]
    head = max(sentence.start, start - NEAR)
    ahead, after = text[head:start], text[end : end + NEAR].split("\n")[0]
    if (name := called().search(ahead)) is not None and by_what_name().match(after):
        return Rebuttal(head + name.start("verb"))
    if (found := before().search(ahead)) is not None and not (
        "no " in found[0].casefold() and figure.condition in UNFOUND
    ):
        verb = max(map(found.start, ("verb", "has", "laughs", "confirms")))
        return Rebuttal(head + verb if verb >= 0 else None)
    number = figure.quantity.low if figure.quantity.low is not None else figure.quantity.high
    if NEITHER.search(text[sentence.start : start]) and RIGHT.search(text[end : sentence.end]):
        return Rebuttal()
    spoken_of = number != 1 and as_a_word().match(after) is not None
    return Rebuttal() if spoken_of or behind().match(after) else None


def asked_back(parsed: Parsed, figure: Figure, *, quoted: bool) -> str:
    """The mark behind a number that opens an utterance and no clause ("Ninety? My list has eleven."), "" if none.

    Outside quotations only a bare number is asked back: "Three hundred dead?" may be a heading.
    """
    text, sentence = parsed.report.text, parsed.sentences[figure.sentence]
    start, end = figure.quantity.start, figure.quantity.core[1]
    asked = ASKED.match(text, end)
    if asked is None or (not quoted and any(letter.isalpha() for letter in asked[0])):
        return ""
    clause = any(token.tag_ in FINITE_TAGS for token in between(parsed, end, asked.end()))
    opens = OPENING.search(text[max(sentence.start - 2, start - NEAR, 0) : start])
    return asked[0][-1] if opens and not clause else ""


def quantity_of(figure: Figure) -> tuple[int | None, int | None, str | None]:
    """A figure's number alone, for telling one that is taken up."""
    return figure.quantity.low, figure.quantity.high, figure.quantity.vague


def between(parsed: Parsed, start: int, end: int) -> list["Token"]:
    """The tokens between two offsets."""
    span = parsed.doc.char_span(start, end, alignment_mode="expand")
    return list(span) if span is not None else []

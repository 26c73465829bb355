"""Sentences come in; the words by which something said before is called untrue go out, whoever says so.

"This figure is pure invention", "there is no truth in it", "it never happened": clauses whose subject points back; and
"Lies!", "Not true": utterances that are nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crossread.attribute.quotations import quotations_in
from crossread.attribute.turns import Turn
from crossread.lexicon import load
from crossread.model.sentence import Parsed, Sentence

Stretch = tuple[int, int]

LABELLED = re.compile(r"^\s*[^\W\d_a-z][^.!?:\"“”]{1,60}:\s+(?=\S)")
"""Who speaks, before a colon at a sentence's beginning."""

OWN = re.compile(
    r"\s*(?:our\s)?(?:verdict|rating|ruling|conclusion|finding|result)s?\b", re.IGNORECASE
)
"""Labels under which a report that checks claims gives its own view."""

TOLD = re.compile(
    r"(?P<words>[^,\"“]{2,30}),\s(?:said|says|replied|answered|insisted)\b", re.IGNORECASE
)
""" "Not so, said the council." """

IS = r"(?:is|are|was|were|has\sbeen|have\sbeen|had\sbeen|proved)"

OWN_WORDS = re.compile(
    r"\bwe\s(?:(?:had|have|wrongly|first)\s)?(?:had|said|wrote|written|reported|gave|given|put|published|printed|quoted|carried)\b"
    r"|\b(?:earlier|previous|first|original|older|initial)\s(?:version|edition|headline)s?\b"
    r"|\b(?:story|article|report|piece|text|headline|entry|post|bulletin)\s(?:\w+\s){0,3}?(?:said|stated|gave|read|headed|headlined|put)\b",
    re.IGNORECASE,
)
"""Words by which a report tells what it said itself: "in our entry we had 40", "an earlier version said"."""

QUOTED = ("”", '"', "»", "’’")
"""What closes a quotation."""

ELLIPTIC = re.compile(
    r"\s*(?:but\s)?(?:(?:they|it|he|she|this|that)\s(?:has|have|had|was|were|is|are|did|do|does)(?:\snot|n['’]t)"
    r"|(?:none|nobody|no\sone)(?:\sof\sthem)?\s(?:has|have|had|was|were|is|are|did))[\s.!]*",
    re.IGNORECASE,
)
""" "They have not.", "It did not.": a clause whose verb is the one before, denied."""

NO = re.compile(r"no\b[\s,.!\w’']{0,12}", re.IGNORECASE)
""" "No.", "No, Sir." """


@dataclass(frozen=True, slots=True)
class Untruth:
    """Where something is called untrue; the label before it, if one tells by whom; `own` for a report's own verdict."""

    start: int
    end: int
    label: Stretch | None
    own: bool


def alternation(words: list[str]) -> str:
    """The words as one regular expression, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


@cache
def predicates() -> str:
    """The alternation of predicates that call something untrue."""
    return alternation(load("reporting")["denial"]["predicates"])


@cache
def untrue() -> str:
    """The alternation of all words that call something untrue."""
    table = load("reporting")
    return alternation([*table["denial"]["predicates"], *table["refusal"]["untrue"]])


@cache
def nouns() -> str:
    """The alternation of nouns for something said before."""
    return "|".join(load("reporting")["refusal"]["nouns"])


@cache
def said_before() -> str:
    """A noun phrase for something said before, and whose it is: "the union's figure for March"."""
    words = r"(?:(?!(?:the|that|an?)\s)[\w’'-]+\s){0,3}?"
    of_whom = r"(?:\s(?:for|of|from|by)\s(?:[\w’'\"“”-]+\s?){1,4}?)?"
    given = r"(?:\s(?:given|published|issued|announced|cited|quoted|put\sout))?"
    return rf"(?:the|that|this|these|those|its|their|his|her)\s{words}(?:{nouns()}){given}{of_whom}"


def groundless() -> str:
    """The alternation of verb phrases that say of something that nothing bears it out."""
    is_, grounds = IS, r"(?:foundation|basis|grounds?|merit|substance|support|truth)"
    return (
        rf"(?:has|have|had)\s(?:absolutely\s)?no\s{grounds}|{is_}\swithout\s(?:any\s)?{grounds}"
        rf"|lack(?:s|ed)?\s(?:any\s)?{grounds}|(?:do|does|did)(?:\snot|n['’]t)\sreflect\s(?:the\s)?(?:truth|reality|facts)"
        rf"|{is_}\s(?:not\s(?:supported|backed|borne\sout)|unsupported)|{is_}\s(?:not\sconfirmed|contradicted)\sby"
        r"|(?:has|have|had|bears?|bore)\sno\s(?:relation|resemblance|connection)\s(?:to|with)\s(?:the\s)?(?:truth|reality|facts)"
        r"|(?:has|have|had)\s(?:nothing|nobody)\s(?:behind|to\ssupport)\s(?:it|them)"
        r"|(?:do|does|did)(?:\snot|n['’]t)\scome\sfrom\s(?:us|here)"
    )


@cache
def clauses() -> re.Pattern[str]:
    """The clauses that call untrue what their subject points back to."""
    is_ = IS
    stress = r"never|simply|just|all|far|much|pure|sheer|\w+ly|an?\s(?:\w+ly|pure|complete|sheer)"
    quite = rf"(?:(?:{stress})\s){{0,2}}[\"“]?"
    pronoun = r"(?:that|this|it|which|all\sof\s(?:it|this|that))"
    neither = rf"(?:neither(?:\s(?:{nouns()}))?|(?:none|nothing)\sof\s(?:it|this|that))"
    behind = r"(?!\s(?:to|that|for|of)\b)"
    forms = [
        rf"{pronoun}(?:\s{is_}|['’]s)\s{quite}(?:{predicates()}){behind}",
        rf"{pronoun}\s?(?:(?:is|are|was|were|has|have|had|can|could)\s?n['’]t|cannot)\s(?:be\s|been\s)?{quite}(?:true|right|correct|so){behind}",
        rf"{pronoun}\s(?:can|could)\snot\sbe\s(?:true|right|correct|so){behind}",
        rf"{neither}\s{is_}\s(?:true|right|correct)",
        rf"{said_before()}\s?{is_}\s{quite}(?:{untrue()})",
        rf"(?:{pronoun}|{said_before()})\s?(?:{groundless()})",
        rf"no\s(?:truth|basis|foundation|substance)\s(?:to|in|for)\s(?:it|this|that|any\sof\sthis|{said_before()})",
        r"there\s(?:is|are|was|were)\s(?:not\s(?:a\ssingle\s)?one|none)(?!\s(?:but|of|who|which|that|left|yet))",
        r"(?:no\ssuch\sthing|nothing\sof\sthe\s(?:kind|sort))\s(?:had|has|ever|happened|took|occurred)",
        r"(?:those|the\sones|people|whoever|anyone|anybody)\s(?:who\s)?(?:says?|said|writes?|wrote|claims?|claimed|spreads?)\s(?:so|this|that|it)"
        r"\s(?:lies|lied|(?:are|is|was|were)\s(?:lying|an?\sliar|liars))",
        r"(?:this|that|it)\s(?:never|did\snot|didn['’]t|had\snot|has\snot)\s(?:ever\s)?happen(?:ed)?(?=\W*$|[.,;])",
    ]
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


@cache
def verdict() -> re.Pattern[str]:
    """An utterance that is nothing but a verdict on what was said."""
    alone = alternation(load("reporting")["denial"]["verdicts"])
    opening = r"(?:(?:that|this|it)\s?(?:['’]s|is|was)\s|they\sare\s|no[,.!]\s)?"
    stress = r"(?:(?:an?|all|pure|simply|just|complete|completely|utter|utterly|absolutely|total|quite)\s){0,2}"
    return re.compile(
        rf"[\s\"“]*{opening}{stress}(?:{untrue()}|{alone})(?:\s(?:and|or)\s\w+)?[\s.,!;\"”]*",
        re.IGNORECASE,
    )


def untruths(parsed: Parsed, turns: list[Turn]) -> Iterator[Untruth]:
    """Every place of a report where something said before is called untrue, in text order."""
    text = parsed.report.text
    for sentence in parsed.sentences:
        found = {match.span() for match in clauses().finditer(text, sentence.start, sentence.end)}
        label = (
            None if is_told(text, sentence) else LABELLED.match(text[sentence.start : sentence.end])
        )
        start = sentence.start + (label.end() if label else 0)
        own = label is not None and OWN.match(label[0]) is not None
        for first, last in sorted(found | {*utterances(text, sentence, start, turns)}):
            labelled = label is not None and start <= first
            yield Untruth(
                first, last, (sentence.start, start) if labelled else None, labelled and own
            )
        if not found and label is None and is_own_verdict(text, sentence):
            yield Untruth(sentence.start, sentence.end, None, own=True)


def is_told(text: str, sentence: Sentence) -> bool:
    """Whether a sentence begins with a verdict and who gives it: "Not true, says the council: …"."""
    told = TOLD.match(text, sentence.start, sentence.end)
    return told is not None and verdict().fullmatch(told["words"]) is not None


def is_own_verdict(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is the report's verdict on what it quotes, or takes back what it says, right before."""
    said = text[sentence.start : sentence.end]
    if ELLIPTIC.fullmatch(said) is not None:
        return True
    false = "|".join(load("reporting")["checked"]["false"])
    if re.fullmatch(rf"\W*(?:{false})[\s.!]*", said, re.IGNORECASE) is None:
        return False
    before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].rstrip()
    own = OWN_WORDS.search(re.split(r"[.!?]\s", before)[-1])
    return before[-1:] in QUOTED or own is not None


def utterances(text: str, sentence: Sentence, start: int, turns: list[Turn]) -> Iterator[Stretch]:
    """The quotations that are a verdict and no more, the words from `start` too; a turn may begin with "No."."""
    for quotation in quotations_in(text, sentence.start, sentence.end):
        if verdict().fullmatch(text, quotation.start, quotation.end):
            yield quotation.start, quotation.end
    said = text[start : sentence.end]
    answering = any(not text[turn.start : start].strip() for turn in turns if turn.start <= start)
    labelled = start > sentence.start or answering
    if (answering and NO.fullmatch(said)) or (labelled and verdict().fullmatch(said)):
        yield start, sentence.end
    elif (told := TOLD.match(said)) and verdict().fullmatch(said, 0, told.end("words")):
        yield start, start + told.end("words")

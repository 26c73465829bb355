"""A figure, its sentence and the attributions there come in; whether the sentence affirms or denies it goes out.

"Denied that 40 had died", "the report that 40 died is not true", "it is impossible for 40 to have died".
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from crossread.attribute.attributions import FIRST_PERSON, Attribution
from crossread.attribute.cues import verb_forms
from crossread.attribute.findings import Finding
from crossread.attribute.untruths import groundless, nouns, predicates
from crossread.lexicon import load
from crossread.model.claim import Stance
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

IMPOSSIBLE = re.compile(
    r"\b(?:impossible (?:for|that)|no such thing as|never (?:been )?|nothing like|"
    r"(?:is|are|was|were) no|cannot be|could not have been)"
    r"(?:\s+(?:the|an?|any|more than|over))?\s*$",
    re.IGNORECASE,
)
"""Words right before a number that deny it."""
HINDERED = re.compile(
    r"\b(?:was|were|became|made it|found it) (?:\w+ly )?impossible for\b", re.IGNORECASE
)
"""What people could not do, as the report tells it: they are no fewer for it."""
SAID = frozenset(
    {"information", "news", "talk", "story", "stories", "message", "messages", "that", "what"}
    | {
        "post",
        "posts",
        "tweet",
        "tweets",
        "leaflet",
        "leaflets",
        "letter",
        "letters",
        "video",
        "videos",
    }
    | {"article", "articles", "broadcast", "broadcasts", "document", "documents"}
)
"""Nouns of something said that report nothing by themselves."""


TOLD_IN_IT = re.compile(
    r"^(?:[\w’'-]*\s(?:\w+\s){0,4}?|,?\s(?:\w+ly\s)?(?:shared|circulat\w+|posted|published|spread\w*|sent|broadcast|carried|forwarded"
    r"|attributed|printed|reported|quoted|signed|issued)\b[^.;:]*?,?\s)(?:saying|claiming|alleging|stating|putting|giving|speaking)\b"
    r"|^,?\s(?:which|that)\s(?:said|claimed|alleged|stated|put|gave|spoke|speaks|says|claims|puts|gives)\b",
    re.IGNORECASE,
)
"""What follows a denied message and leads to a figure in it; in "denied it, saying …" the denier himself goes on."""


@cache
def false_after() -> re.Pattern[str]:
    """ "… is not true", "… is a lie" behind what is denied."""
    return re.compile(
        rf"^[^.!?;]{{0,70}}?\b(?:is|are|was|were)\s+(?:simply |just |completely |quite |\")*(?:{predicates()})\b"
        rf"|^[^.!?;]{{0,70}}?\b(?:{groundless()})\b"
        r"|^[^.!?;\"“”]{0,70}?\b(?:is|are|was|were)\s(?:all\s)?(?:an?\s)?(?:liars?|lying)(?=\s*[,.;!\"”])",
        re.IGNORECASE,
    )


def in_same_clause(text: str, start: int, end: int) -> bool:
    """Whether two offsets stand in one clause, as far as commas and clause words tell."""
    return not re.search(r"[;:—]|,\s+(?:and|but|while|which|who|said|says)\b", text[start:end])


def denying(parsed: Parsed, attributions: list[Attribution], figure: Figure) -> Attribution | None:
    """The attribution that denies the figure in its own content; what follows a colon there is said and not denied."""
    at = figure.quantity.core[0]
    for attribution in attributions:
        finding = attribution.finding
        if finding.kind != "deny" or finding.negated or finding.sentence != figure.sentence:
            continue
        if attribution.speaker is None and not by_us(parsed, attribution):
            continue
        for start, end in finding.content:
            before = parsed.report.text[start:at]
            if start <= at < end and not (goes_on(before) or presupposed(parsed, figure, finding)):
                return attribution
            if end <= at and is_told_in(parsed, (start, end), at):
                return attribution
    return None


def presupposed(parsed: Parsed, figure: Figure, finding: Finding) -> bool:
    """Whether a denial leaves the number standing: "denied a part in the attack that killed 40", "dismissed 40 men"."""
    span = parsed.doc.char_span(*figure.quantity.core, alignment_mode="expand")
    if span is None or finding.cue is None:
        return False
    word = span.root
    while word.head.i != word.i and word.head.idx >= finding.cue[1]:
        if word.dep_ == "acl:relcl" and not is_said(word.head):
            return True
        word = word.head
    counted = {span.root.i, span.root.head.i}
    if described(span.root) or described(span.root.head):
        return True
    sentence = parsed.report.text[figure.quantity.end : parsed.sentences[figure.sentence].end]
    return finding.lemma == "dismiss" and word.i in counted and " as " not in sentence


def described(counted: "Token") -> bool:
    """Whether the counted are known and described, so that what is said of them is denied: "the 40 killed were …"."""
    children = list(counted.children)
    known = any(child.lower_ in {"the", "those", "these"} for child in children)
    told = any(child.dep_ == "acl" and child.i > counted.i for child in children)
    return known and told and counted.dep_.startswith("nsubj")


def is_said(noun: "Token") -> bool:
    """Whether a noun is of something said, whose clause is denied with it: "the claim", "media reports", "talk"."""
    said = load("reporting")["nouns"]["claim"]
    word = noun.lower_
    return re.fullmatch(nouns(), word) is not None or word.removesuffix("s") in said or word in SAID


def is_told_in(parsed: Parsed, denied: tuple[int, int], at: int) -> bool:
    """Whether a number stands in the message denied: "denied a message, shared widely, saying that 130 drowned"."""
    span = parsed.doc.char_span(*denied, alignment_mode="expand")
    between = parsed.report.text[denied[1] : at]
    return span is not None and is_said(span.root) and TOLD_IN_IT.match(between) is not None


def by_us(parsed: Parsed, attribution: Attribution) -> bool:
    """Whether "I" or "we" is the subject, whoever that is."""
    source = attribution.finding.source
    return source is not None and parsed.doc[source[0]].lower_ in FIRST_PERSON


def goes_on(words: str) -> bool:
    """Whether a denier has gone on to what he says himself: "denied that 40 had died: …", "…, adding that …"."""
    if re.search(r":[\s\"“]|[a-z]{3}[.!?][\"”]?\s", words):
        return True
    return any(word in verb_forms() for word in re.findall(r",\s(\w+ing)\b", words))


def stance_of(parsed: Parsed, figure: Figure, attributions: list[Attribution]) -> Stance:
    """Whether the figure's own sentence affirms or denies it."""
    text, sentence = parsed.report.text, parsed.sentences[figure.sentence]
    asked = text[: sentence.end].rstrip(' \n"”').endswith("?")
    if (figure.negated and not asked) or denying(parsed, attributions, figure) is not None:
        return "denied"
    ahead = text[max(sentence.start, figure.quantity.start - 40) : figure.quantity.start]
    if IMPOSSIBLE.search(ahead) and not HINDERED.search(ahead):
        return "denied"
    return "denied" if called_false(parsed, figure) is not None else "affirmed"


def called_false(parsed: Parsed, figure: Figure) -> int | None:
    """The offset at which the clause behind a number has called it false, None where it does not."""
    text, end = parsed.report.text, figure.quantity.core[1]
    match = false_after().match(text[end : parsed.sentences[figure.sentence].end])
    if match is None or re.search(r"\d", match[0]):
        return None
    stop = end + match.end()
    return stop if in_same_clause(text, end, stop) else None

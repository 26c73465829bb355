"""In: an undated report. Out: what the weekdays by which it tells its news say of the day that it appeared."""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from crossread.date.days import governor_of, looks_ahead
from crossread.date.event import LEAD, may_be, of_event
from crossread.date.evidence import WEEKDAYS, Before, Evidence, Now, Recency, Then
from crossread.date.expressions import Phrase, Shift, Span, Weekday
from crossread.date.phrases import find
from crossread.date.stated import stamp_weekday
from crossread.model.sentence import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_SITTING = re.compile(
    r"\b(?:sitting|meeting|session|edition|bulletin|briefing|hearing|issue|broadcast|programme)\s+of\s+$"
)


_WRITTEN = re.compile(
    r"\b(?:(?:we|i|am|are)\s+(?:now\s+)?(?:writ(?:e|ing)|send(?:ing)?|speak(?:ing)?|record(?:ing)?)(?:\s+(?:this|these"
    r"|you|to|our|my|lines|letter|report|update|words|message))*"
    r"|(?:[.\n(–—-]\s*|\b(?:is|are)\s+(?:being\s+)?)(?:written|recorded|compiled)|\bgo(?:es)?\s+to\s+press"
    r"|\b(?:at|by)\s+(?:the\s+)?(?:time\s+of\s+(?:writing|going\s+to\s+press)|press\s+time))"
    r"(?:\s+here|\s+from\s+\w+)?,?\s+(?:late\s+|early\s+)?(?:on\s+)?(?:the\s+)?$",
    re.I,
)
"""Before the weekday on which the writer says to be writing ("We write this on Saturday night")."""
_TOMORROW = re.compile(
    r"\btomorrow(?:,?\s+|\b[^.;:!?,”\"]{0,60},\s+(?:on\s+)?)(?:that\s+is\s+|which\s+is\s+)?$", re.I
)
"""Before the weekday of the next day ("tomorrow, Friday", "Tomorrow the inquiry begins, on Friday")."""
_COUNTED_ON = re.compile(r",?\s+(?:[\w-]+\s)?[\w-]+\s+(?:day|night|week)s?\s+after\b", re.I)
"""Behind a weekday: the days counted from the event up to it; it is no day of the event's own."""
_GONE_BY = re.compile(
    r",?\s(?:[\w’'-]+\s){0,4}?had\s(?!(?:to|in|on|at|an?|the|no|some|his|her|its|their|our|my|only)\b)[a-z]\w+",
    re.I,
)
_SAYS = re.compile(
    r"\b(?:said|says|that|told|announced|and|who|which|after|since|before|as|when)\b", re.I
)


_ANY = re.compile(r"\b(?:an?|one|every|each|some|any|most)\s+(?:[a-z]+\s+)?$", re.I)
"""Before a weekday that is any such day ("on a Friday", "one rainy Sunday")."""
_PLANNED = frozenset(
    {
        "begin",
        "start",
        "open",
        "reopen",
        "meet",
        "resume",
        "vote",
        "end",
        "close",
        "expire",
        "sit",
        "convene",
    }
)
"""Verbs of what is arranged: their present tense beside a weekday announces it."""
_IS_ON = re.compile(r"(?<!\bit )\b(?:is|are)\s+(?:on|for|this)\s+$", re.I)
"""Before the weekday of what is to be ("the burial is on Sunday")."""
_HOUR = re.compile(
    r",?\s+(?:at\s+)?(?:\d{1,2}[:.]\d\d\b|(?:\d{1,2}|[a-z]+)\s?(?:[ap]\.?m\b|o['’]clock\b)|(?:noon|midday)\b)"
    r"\W*?(?:[.;!)\n]|$)",
    re.I,
)
"""Behind a weekday: the hour for which something is set, and the clause's end."""
_TOLD = frozenset(
    [
        "report",
        "confirm",
        "know",
        "say",
        "believe",
        "tell",
        "announce",
        "give",
        "count",
        "list",
        "put",
    ]
)
_QUOTED = re.compile(r"[“\"][^”\"\n]*[”\"]")
_BESIDE = re.compile(rf",?\s+(?:{'|'.join(WEEKDAYS)})\b")
NEAR = 200
"""Letters within which a step on ("a week later") still counts from a weekday."""
_TENSE = re.compile(r"\b(?:(?P<now>has|have|is|are|remains?|still)|had|was|were|[a-z]+ed)\b")
_OWN_DAY = re.compile(r"\b(?:today|tonight|yesterday|tomorrow)\b,?\s*$", re.I)
_YESTERDAY = re.compile(r"\byesterday,?\s*(?:on\s+)?$")
"""Before the weekday of the day before the report's own ("Yesterday, Friday", "yesterday, on Friday")."""
_OF_THE_TALE = re.compile(r"\b(?:the|of|(?:on|of|for|after|before|by|since)\s+that)\s+$", re.I)
"""Before a weekday that is one of the tale, told from any later day ("on the Saturday", "of that Friday")."""


def mentions_of(parsed: Parsed) -> list[Phrase]:
    """The weekdays by which a report tells its news, in text order."""
    text = parsed.report.text
    return [
        phrase
        for each in find(text)
        if isinstance((phrase := _last_day(each)).expression, Weekday)
        and not looks_ahead(parsed, phrase)
        and not _ANY.search(text[max(0, phrase.start - 24) : phrase.start])
        and not _TOMORROW.search(text[max(0, phrase.start - 80) : phrase.start])
        and not _to_come(parsed, phrase)
    ]


def _last_day(phrase: Phrase) -> Phrase:
    """The weekday that a stretch of them ends on ("between Tuesday and Saturday noon"), or the phrase itself."""
    said = phrase.expression
    return replace(phrase, expression=said.last) if isinstance(said, Span) else phrase


def _to_come(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a present tense in a tale of the past puts a weekday ahead ("On Monday we lift," said the engineer)."""
    before = parsed.report.text[max(0, phrase.start - 12) : phrase.start]
    own = phrase.words.lower().startswith("this ") or _OWN_DAY.search(before) is not None
    own = own or _writes(parsed.report.text, phrase)
    span = parsed.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if span is None or own or phrase.relation != "at":
        return False
    governor = governor_of(span.root)
    if _announced(parsed, phrase):
        return True
    if _IS_ON.search(parsed.report.text[max(0, phrase.start - 12) : phrase.start]):
        return True
    if _awaited(governor):
        return True
    if governor.tag_ not in {"VBZ", "VBP"} or governor.pos_ != "VERB":
        return False
    ours = any(child.dep_ == "nsubj" and child.lower_ in {"we", "i"} for child in governor.children)
    return ours or governor.lemma_ in _PLANNED


def _announced(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a clause without a verb sets something for an hour of a day ("Collection on Sunday, two p.m.")."""
    sentence, hour = parsed.sentence_at(phrase.start), _HOUR.match(parsed.report.text, phrase.end)
    if sentence is None or hour is None or of_event(parsed, phrase):
        return False
    clause = [token for token in parsed.span(sentence) if token.idx < phrase.start]
    if clause and clause[-1].lower_ == "of":  # "Sitting of Friday, 10.00" heads the record of it
        return False
    named = any(token.pos_ in {"NOUN", "PROPN"} for token in clause)
    return named and not any(token.pos_ in {"VERB", "AUX"} for token in clause)


def _awaited(governor: "Token") -> bool:
    """Whether a weekday stands with a present passive ("Monday the pupils are awaited") that tells of no report."""
    near = {child.lower_ for child in governor.children if child.dep_.startswith("aux")}
    passive = governor.tag_ == "VBN" and bool(near & {"is", "are"})
    return passive and not near & {"has", "have", "been"} and governor.lemma_ not in _TOLD


def _writes(text: str, phrase: Phrase) -> bool:
    """Whether a weekday is the one on which the writer says to be writing."""
    return _WRITTEN.search(text[max(0, phrase.start - 80) : phrase.start]) is not None


def now_of(parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
    """What the report says of the day that it is written on ("this Wednesday", "Yesterday, Sunday")."""
    text = parsed.report.text
    found: list[Evidence] = []
    stamp = stamp_weekday(parsed.report)
    if stamp is not None:
        found.append(Now(stamp.weekday, WEEKDAYS[stamp.weekday]))
    for phrase in mentions:
        assert isinstance(phrase.expression, Weekday)
        weekday = phrase.expression.weekday
        before = text[max(0, phrase.start - 24) : phrase.start].lower()
        own = phrase.words.lower().startswith("this ") or before.rstrip().endswith(
            ("it is", "it’s", "it's", "today,", "today is")
        )
        if own or _writes(text, phrase) or (phrase.start < LEAD and _alone(text, phrase)):
            found.append(Now(weekday, phrase.words))
        elif _SITTING.search(before):
            found.append(Now(weekday, f"{before.split()[-2]} of {phrase.words}"))
        elif _YESTERDAY.search(before):
            found.append(Now((weekday + 1) % 7, f"Yesterday, {phrase.words}"))
    return found + _tomorrow(text) + _later_now(parsed, mentions)


def _tomorrow(text: str) -> list[Evidence]:
    """Weekdays that the report calls its next day ("tomorrow, Friday")."""
    return [
        Now((phrase.expression.weekday - 1) % 7, f"Tomorrow, {phrase.words}")
        for phrase in find(text)
        if isinstance(phrase.expression, Weekday)
        and _TOMORROW.search(text[max(0, phrase.start - 80) : phrase.start])
    ]


def _alone(text: str, phrase: Phrase) -> bool:
    """Whether a weekday is a sentence by itself ("Sunday. The bells have not stopped.")."""
    before = text[max(0, phrase.start - 3) : phrase.start]
    opens = not before or re.search(r"(?:\n|[.!?…”\"]\s)$", before) is not None
    return opens and re.match(r"\.\s+[A-ZÀ-Ý“\"]", text[phrase.end :]) is not None


def _later_now(parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
    """A present tense so long after a weekday ("Last Sunday the gate was open. A week later nobody has an answer")."""
    text = parsed.report.text
    for phrase in find(text):
        said = phrase.expression
        if not isinstance(said, Shift) or said.base != "then" or said.unit not in {"day", "week"}:
            continue
        before = [m for m in mentions if phrase.start - NEAR < m.end <= phrase.start]
        tense = _TENSE.search(text[phrase.end : phrase.end + NEAR].split(". ")[0])
        if said.amount > 0 and phrase.start < LEAD and before and tense and tense["now"]:
            weekday = before[-1].expression
            assert isinstance(weekday, Weekday)
            days = said.amount * (7 if said.unit == "week" else 1)
            words = f"{before[-1].words} … {phrase.words}"
            return [Now((weekday.weekday + days) % 7, words)]
    return []


def recency_of(parsed: Parsed, mentions: list[Phrase], event: date | None = None) -> list[Evidence]:
    """What the weekdays named in passing say of the publication day: the last of them is near it."""
    text = parsed.report.text
    named = [
        phrase for phrase in mentions
        if phrase.relation in {"at", "by"} and not phrase.possessive
        and isinstance(phrase.expression, Weekday) and phrase.expression.which != "last"
        and phrase.expression.weeks is None
        and not _OF_THE_TALE.search(text[max(0, phrase.start - 24) : phrase.start])
        and (not of_event(parsed, phrase) or not may_be(phrase, event) or _COUNTED_ON.match(text[phrase.end :]))
    ]  # fmt: skip
    if not named:
        return []
    weekdays = [p.expression.weekday for p in named if isinstance(p.expression, Weekday)]
    lead = weekdays[0] if named[0].start < LEAD else None
    return [Recency(tuple(weekdays), lead, named[0].words, says_today(parsed))]


def says_today(parsed: Parsed) -> bool:
    """Whether a report calls its own day "today" or "this evening" outside of quotations and not beside a weekday."""
    text = parsed.report.text
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    return any(
        isinstance(phrase.expression, Shift)
        and phrase.expression == Shift(0, "day", "now")
        and phrase.words.lower() != "overnight"
        and not any(start <= phrase.start < end for start, end in quoted)
        and not _BESIDE.match(text, phrase.end)
        for phrase in find(text)
    )


def gone_by(parsed: Parsed, mentions: list[Phrase], event: date) -> list[Evidence]:
    """Weekdays of which the report tells as gone by ("On Friday it had been 58"): it was written on a later day."""
    text = parsed.report.text
    return [
        Then(phrase.expression.weekday, 0, "had", event)
        for phrase in mentions
        if isinstance(phrase.expression, Weekday) and phrase.expression.which != "last"
        and phrase.relation == "at" and (after := _GONE_BY.match(text[phrase.end :]))
        and not _SAYS.search(after.group())
    ]  # fmt: skip


def then_of(parsed: Parsed, mentions: list[Phrase], event: date) -> list[Evidence]:
    """Days counted back from the report's own after a weekday in the same sentence or the one before."""
    found: list[Evidence] = []
    for phrase in find(parsed.report.text):
        expression = phrase.expression
        if not isinstance(expression, Shift) or expression.base != "now" or expression.amount > 0:
            continue
        if phrase.relation != "at":
            continue  # "under control since yesterday" is no next step of the tale
        sentence = parsed.sentence_at(phrase.start)
        before = [
            m for m in mentions if m.end < phrase.start and m.relation == "at" and not m.possessive
        ]
        if (
            sentence is None
            or not before
            or before[-1].end + 3 > phrase.start
            or expression.unit != "day"
        ):
            continue
        last = parsed.sentence_at(before[-1].start)
        if (
            last is not None
            and last.index >= sentence.index - (expression.amount < 0)
            and not (expression.amount == 0 and _no_step(parsed, before[-1], phrase))
            and isinstance(before[-1].expression, Weekday)
        ):
            weekday = before[-1].expression.weekday
            found.append(Then(weekday, -expression.amount, phrase.words, event))
    return found


def _no_step(parsed: Parsed, weekday: Phrase, phrase: Phrase) -> bool:
    """Whether "today" behind a weekday is no step on from it: a night is of both, and another voice tells its own."""
    between = parsed.report.text[weekday.end : phrase.start]
    return phrase.words.lower() == "overnight" or re.search(r"[“”\";]", between) is not None


def before_of(mentions: list[Phrase], event: date) -> list[Evidence]:
    """The weekdays told of as past, none of which should lie before the event."""
    weekdays = {
        m.expression.weekday
        for m in mentions
        if isinstance(m.expression, Weekday)
        and m.expression.which is None
        and m.relation != "since"
    }
    return [Before(tuple(sorted(weekdays)), event)] if weekdays else []


def week_before(phrase: Phrase, mentions: list[Phrase]) -> bool:
    """Whether "last Monday" stands in a report that tells of another Monday without "last"."""
    said = phrase.expression
    if not isinstance(said, Weekday) or said.which != "last":
        return False
    return any(
        isinstance(other.expression, Weekday)
        and other.expression == replace(said, which=None)
        and not other.possessive
        for other in mentions
    )

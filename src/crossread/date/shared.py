"""In: sentences of dated reports and of an undated one. Out: what both tell, by rare words and figures."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from crossread.date.days import Calendar
from crossread.date.expressions import CalendarDay, Phrase, Shift, Span, Weekday
from crossread.date.phrases import find
from crossread.model.sentence import Parsed, Sentence
from crossread.model.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token

STEM = 6
"""Letters that stand for a word: enough to tell words apart, few enough to join "attack" and "attacked"."""

ALIKE = 9.0
"""Summed rarity of the shared words from which two sentences count as telling the same; measured on the annotated
events, where half as much joins sentences that share a place only."""

WORDS_ALIKE = 1.9
"""So many words that no other sentence has are enough in a small set, where no word is as rare."""

BEGINNINGS = frozenset(
    {
        "began",
        "begun",
        "begin",
        "begins",
        "start",
        "starts",
        "starte",
        "impose",
        "declar",
        "effect",
        "force",
    }
)
"""The beginnings of words that tell of a beginning."""


BEGUN = frozenset({"begun"})
_NONE: frozenset[str] = frozenset()
_CLAUSES = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "conj", "parataxis"})
"""Relations that open a clause of its own."""
_LASTS = re.compile(
    r"(?:[^,;:.]*\band\s+)?(?P<what>[^,;:.]{3,60}?)\s+(?:has|have)\s+(?:been|held|lasted|raged|remained|stood|gone\s+on)"
    r"\b[^,;:.]*\bsince\b[^,;:.]*$"
)

CLOCK = re.compile(
    r"\b(?:(?:at|by|before|after|since|until|towards)\s+(?:(?:about|around)\s+)?"
    r"(?:noon|midday|dawn|first light|daybreak|morning|nightfall|dusk|\d{1,2}[.:]\d\d|\w+ o[’']clock)"
    r"|in\s+the\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening)(?!\s+of\b))\b",
    re.I,
)
"""A time of day without its day is of the report's own."""
_SINCE = re.compile(r"\bsince\b[^,;:.]*$", re.I)
_NUMBER = re.compile(r"(?<![\d.,:/-])\d[\d,]*(?![\d:/%-]|\.\d)")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a dated report: its words, its figures, and the day of what it tells."""

    report: str
    words: frozenset[str]
    numbers: frozenset[str]
    counts: frozenset[str]
    day: date
    explicit: bool
    subjects: frozenset[str] = frozenset()
    """What the sentence tells of: the heads of its subjects and objects with their adjectives."""
    published: date | None = None
    plain: frozenset[str] = frozenset()
    """Those of its words that are no names: who is named is named on many days."""


def words_of(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    """The sentence's words that carry meaning, cut to their first letters."""
    return words_between(parsed, sentence.start, sentence.end)


def words_between(parsed: Parsed, start: int, end: int) -> frozenset[str]:
    """The words between two offsets that carry meaning, cut to their first letters, without those of dates."""
    span = parsed.doc.char_span(start, end, alignment_mode="expand")
    dates = [(phrase.start, phrase.end) for phrase in find(parsed.report.text)
             if phrase.start < end and start < phrase.end]  # fmt: skip
    return frozenset(
        token.lower_[:STEM]
        for token in span or ()
        if token.is_alpha and len(token) > 2 and not token.is_stop
        and not any(first <= token.idx < last for first, last in dates)
    )  # fmt: skip


def plain_words(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    """The words of a sentence that are written small, and its first one."""
    tokens = list(parsed.span(sentence))
    small = {token.lower_[:STEM] for token in tokens if token.is_lower or token.i == tokens[0].i}
    return words_of(parsed, sentence) & small


def numbers_of(text: str) -> frozenset[str]:
    """The figures of three digits and more, without years."""
    found = {match.group().replace(",", "").strip() for match in _NUMBER.finditer(text)}
    return frozenset(n for n in found if len(n) >= 3 and not re.fullmatch(r"(?:19|20)\d\d", n))


_COUNT = re.compile(
    r"(?<![\w.,:/-])\d[\d,]*(?![\w:/%-]|\.\d|\s*(?:\w+\s+)?(?:hours?|years?|days?|per)\b)"
)


def counts_of(text: str) -> frozenset[str]:
    """The figures of two digits and more that are no dates, years or clock times."""
    dates = [(phrase.start, phrase.end) for phrase in find(text)]
    found = {
        match.group().replace(",", "")
        for match in _COUNT.finditer(text)
        if not any(start <= match.start() < end for start, end in dates)
    }
    return frozenset(n for n in found if len(n) >= 2 and not re.fullmatch(r"(?:19|20)\d\d", n))


def tell(parsed: Parsed) -> list[Told]:
    """Every sentence of a dated report with its day: the one it names, else the report's."""
    calendar = Calendar(parsed)
    told = []
    for sentence in parsed.sentences:
        day = calendar.current(sentence.start)
        if day is None:
            continue
        named: dict[date, frozenset[str]] = {}
        for t in calendar.in_stretch(sentence.start, sentence.end):
            if t.when and not _opens_a_count(parsed, sentence, t.phrase):
                for each in _days_named(t.phrase, t.when):
                    named[each] = named.get(each, _NONE) | _subjects(parsed, sentence, t.phrase)
        text = parsed.report.text[sentence.start : sentence.end]
        words, numbers, counts = words_of(parsed, sentence), numbers_of(text), counts_of(text)
        own = CLOCK.search(text) is not None
        for each in sorted(named) or [day]:
            subjects = named[each] if named else _subjects(parsed, sentence)
            told.append(
                Told(
                    parsed.report.name, words, numbers, counts, each, bool(named) or own, subjects,
                    calendar.published, plain_words(parsed, sentence),
                )
            )  # fmt: skip
        told += _begun(parsed, sentence, calendar)
    return told


def _begun(parsed: Parsed, sentence: Sentence, calendar: Calendar) -> list[Told]:
    """What a clause with "since" puts on a day ("have fled since fighters took the town on Sunday"), without counts."""
    found: list[Told] = []
    for timed in calendar.in_stretch(sentence.start, sentence.end):
        before = parsed.report.text[sentence.start : timed.phrase.start]
        since = _SINCE.search(before)
        lasting = _lasting(parsed, sentence, timed.phrase)
        if since is None or timed.when is None:
            continue
        if timed.phrase.relation == "since" and not lasting:
            continue
        words = words_between(parsed, sentence.start + since.start(), timed.phrase.start)
        words |= lasting | BEGUN if lasting else _NONE
        for day in _days_named(timed.phrase, timed.when):
            told = (parsed.report.name, words, _NONE, _NONE, day)
            found.append(Told(*told, explicit=True, subjects=lasting))
    return found


def _opens_a_count(parsed: Parsed, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a day is only the one from which is counted ("since 2 May", "since the first case on 28 April")."""
    before = parsed.report.text[sentence.start : phrase.start]
    return phrase.relation == "since" or _SINCE.search(before) is not None


def _days_named(phrase: Phrase, when: When) -> set[date]:
    """The days that a phrase names: one, or the first and last of "8 and 10 September"."""
    if isinstance(phrase.expression, Span):
        return {when.first, when.last}
    named = isinstance(phrase.expression, CalendarDay | Weekday | Shift)
    return {when.last} if named and when.precision == "day" else set()


def _lasting(parsed: Parsed, sentence: Sentence, phrase: Phrase) -> frozenset[str]:
    """What has been in force, in place or going on since a day ("the curfew has been in force since Thursday")."""
    match = _LASTS.match(parsed.report.text, sentence.start, phrase.start)
    if match is None or _NUMBER.search(match["what"]):
        return _NONE
    return words_between(parsed, *match.span("what"))


def _governed(head: "Token", phrase: Phrase | None, parsed: Parsed) -> bool:
    """Whether a noun is of the clause that a date stands in; any is where no date is asked for."""
    span = phrase and parsed.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if not span:
        return True
    verb = span.root
    while verb.head != verb:
        verb = verb.head
        if verb in {head, head.head}:
            return True
        if verb.dep_ in _CLAUSES:
            return False
    return False


def _subjects(parsed: Parsed, sentence: Sentence, phrase: Phrase | None = None) -> frozenset[str]:
    """The heads of subjects and objects with their adjectives, cut to their first letters; those of a date's clause.

    Where the sentence is not parsed, all words of one that tells of a beginning.
    """
    if not any(token.dep_ for token in parsed.span(sentence)):
        words = words_of(parsed, sentence)
        return words if words & BEGINNINGS else frozenset()
    heads = [
        token
        for token in parsed.span(sentence)
        if token.dep_ in {"nsubj", "nsubj:pass", "obj"} and _governed(token, phrase, parsed)
    ]
    return frozenset(
        word.lower_[:STEM]
        for head in heads
        for word in (head, *head.children)
        if word == head or word.dep_ in {"amod", "compound"}
    )


class Rarity:
    """How much a word tells, by how few sentences of the set have it."""

    def __init__(self, sentences: list[frozenset[str]]) -> None:
        self._count = Counter(word for words in sentences for word in words)
        self._all = max(len(sentences), 1)
        self.alike = min(ALIKE, WORDS_ALIKE * math.log(self._all))
        """From there two sentences of the set count as telling the same."""

    def of(self, words: frozenset[str]) -> float:
        """Summed rarity in natural logarithms."""
        return sum(
            math.log(self._all / self._count[word]) for word in sorted(words) if self._count[word]
        )

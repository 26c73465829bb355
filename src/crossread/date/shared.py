"""In: sentences of dated reports and of an undated one. Out: what both tell, by rare words and figures."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from crossread.date.days import Calendar
from crossread.date.expressions import CalendarDay, Shift, Weekday
from crossread.date.phrases import find
from crossread.model.sentence import Parsed, Sentence

STEM = 6
"""Letters that stand for a word: enough to tell words apart, few enough to join "attack" and "attacked"."""

ALIKE = 9.0
"""Summed rarity of the shared words from which two sentences count as telling the same; measured on the annotated
events, where half as much joins sentences that share a place only."""

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


def words_of(parsed: Parsed, sentence: Sentence) -> frozenset[str]:
    """The sentence's words that carry meaning, cut to their first letters."""
    dates = [
        (phrase.start, phrase.end) for phrase in find(parsed.report.text)
        if phrase.start < sentence.end and sentence.start < phrase.end
    ]  # fmt: skip
    return frozenset(
        token.lower_[:STEM]
        for token in parsed.span(sentence)
        if token.is_alpha and len(token) > 2 and not token.is_stop
        and not any(start <= token.idx < end for start, end in dates)
    )  # fmt: skip


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


_TOLL = re.compile(
    r"(?P<n>\d[\d,]*)(?!\s?%)(?:\s+[\w-]+){0,3}\s+(?:dead|died|deaths?|killed|lives|bodies|fatalities|martyrs)\b"
    r"|\b(?:dead|killed|killing|kills?|toll\s+\w+|deaths)\W+(?:[\w-]+\s+){0,3}?(?P<m>\d[\d,]*)(?!\s?%)",
    re.I,
)
_NOT_TOLL = re.compile(
    r"\b(?:could|may|might|would|fears?|feared|likely|if|in \d{4}|since \d{4}|of \d{4}|denie[sd])\b"
)


def toll_of(parsed: Parsed) -> int | None:
    """The highest number of dead that a report gives as a fact, without those of other years."""
    highest = None
    for sentence in parsed.sentences:
        words = parsed.report.text[sentence.start : sentence.end]
        if _NOT_TOLL.search(words):
            continue
        for match in _TOLL.finditer(words):
            words_of_number = match["n"] or match["m"]
            number = int(words_of_number.replace(",", "") or 0)
            year = "," not in words_of_number and 1900 <= number <= 2100
            if not year and number > 1 and (highest is None or number > highest):
                highest = number
    return highest


def tell(parsed: Parsed) -> list[Told]:
    """Every sentence of a dated report with its day: the one it names, else the report's."""
    calendar = Calendar(parsed)
    told = []
    for sentence in parsed.sentences:
        day = calendar.current(sentence.start)
        if day is None:
            continue
        named = [
            t.when.last for t in calendar.in_stretch(sentence.start, sentence.end)
            if t.when and t.when.precision == "day" and t.phrase.relation != "since"
            and isinstance(t.phrase.expression, CalendarDay | Weekday | Shift)
        ]  # fmt: skip
        text = parsed.report.text[sentence.start : sentence.end]
        words, numbers, counts = words_of(parsed, sentence), numbers_of(text), counts_of(text)
        for each in sorted(set(named)) or [day]:
            told.append(Told(parsed.report.name, words, numbers, counts, each, bool(named)))
    return told


class Rarity:
    """How much a word tells, by how few sentences of the set have it."""

    def __init__(self, sentences: list[frozenset[str]]) -> None:
        self._count = Counter(word for words in sentences for word in words)
        self._all = max(len(sentences), 1)

    def of(self, words: frozenset[str]) -> float:
        """Summed rarity in natural logarithms."""
        return sum(
            math.log(self._all / self._count[word]) for word in sorted(words) if self._count[word]
        )

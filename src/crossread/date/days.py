"""In: a parsed report with its publication day. Out: its date phrases tied to days, each in its sentence.

Every stretch of the text has its own "now": a live page's entries count from the day they stand under.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from crossread.date.bulletin import data_day, numbered_week
from crossread.date.calendar import Anchor, resolve
from crossread.date.expressions import (
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    NumberedWeek,
    Phrase,
    Weekday,
)
from crossread.date.patterns import AHEAD
from crossread.date.phrases import find
from crossread.date.stated import stated_day
from crossread.model.sentence import Parsed
from crossread.model.when import When

if TYPE_CHECKING:
    from spacy.tokens import Token

NIGHT_ENDS = time(8)
"""A stamp before that hour is a night edition's: where the text itself never gets past the day before, the day
before is what its figures are for."""

UNSURE = timedelta(days=13)
"""Up to that width a span of days of which none fits best still dates a report's phrases."""

SAME_DAY_REACH = 8
"""How many sentences back "the same evening" may look for its day: it is written to reach over what lies between."""

_COMPARED = re.compile(r"\b(?:from|than|against|with)\s+(?:[\w,-]+\s+){1,3}$", re.I)
"""Before "the day before" where a count is compared: it is the day before the report's, not before another's."""

AHEAD_WORDS = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in AHEAD), re.I)
_ASK = frozenset({"ask", "urge", "invite", "plan", "want", "hope", "intend", "request"})
_SET = frozenset(
    {"call", "set", "schedule", "plan", "announce", "convene", "fix", "summon", "declare"}
)
_ASKED = re.compile(
    r"\b(?:ask|urg|invit|plan|want|hop|intend|request|call|set|schedul|announc|conven|fix|summon|declar)",
    re.I,
)
"""The beginnings of those verbs: most sentences have none."""
_ARRANGED = re.compile(
    r"\b(?:meets|begins|starts|opens|reopens|resumes|votes|sits|convenes|ends|expires)\s+(?:again\s+|here\s+|there\s+)?"
    r"(?:late\s+|early\s+)?(?:on\s+)?$"
)
"""The present tense of what is arranged, right before its day ("the council meets on Friday")."""
_LISTED_UNTIL = re.compile(
    r"(?<!\bbe )(?<!\bbeing )(?<!\bto )\b(?:recorded|registered|counted|listed|identified|received|recovered|buried"
    r"|treated|logged|reported|confirmed|found|admitted)\s+(?:[\w,]+\s+){0,3}?(?:until|till)\s+(?:the\s+)?$",
    re.I,
)
"""Before the day up to which something was counted ("the clerk recorded until Friday 145 dead")."""
_INFINITIVE = re.compile(r"^(?:['’]s)?\s+to\s+[a-z]+\b")
_CLAUSE_END = re.compile(r"[.;:,–—()]|\b(?:and|but|while|when|who|which|that)\b")
_ENTRY_STAMP = re.compile(r"^\s*(?:\d{1,2}[:.]\d{2}|\d{1,2}\s?[ap]\.?m\.?)\b", re.I)
_DAY_STAMP = re.compile(
    r"^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?!\.\d)"
)
"""An entry's clock time behind its weekday ("Fri 23.20 Firefighters have led ...")."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A date phrase, the days it means here (None where that cannot be told), and its sentence's index."""

    phrase: Phrase
    when: When | None
    sentence: int | None


class Calendar:
    """The days of one report: what "now" is at each offset, and what its phrases mean there."""

    def __init__(self, parsed: Parsed, event: date | None = None) -> None:
        published = parsed.report.published
        self.parsed = parsed
        self.event = event
        self.published = published.last if published and published.precision == "day" else None
        self._starts, self._days = self._entries()
        text = parsed.report.text
        self.week = numbered_week(text, self.published) if self.published else None
        self.data = data_day(text, self.published) if self.published else None
        self.timed = self._timed()
        self.story = self._story()

    def now(self, offset: int) -> date | None:
        """The day from which the words at an offset count: their entry's on a live page, else publication."""
        at = bisect_right(self._starts, offset) - 1
        return self._days[at] if at >= 0 else self.published

    @property
    def first_entry(self) -> date | None:
        """The first day of a page that is laid out by days, None for other reports."""
        return min(self._days) if len(set(self._days)) > 1 else None

    def entry(self, offset: int) -> bool:
        """Whether the offset stands under a day of its own."""
        return bisect_right(self._starts, offset) > 0 and len({*self._days, self.published}) > 1

    def current(self, offset: int) -> date | None:
        """The day for which a state said at an offset without any time holds."""
        return self.now(offset) if self.entry(offset) else self.story

    def in_stretch(self, start: int, end: int) -> list[Timed]:
        """The phrases between two offsets, in text order."""
        return [t for t in self.timed if start <= t.phrase.start and t.phrase.end <= end]

    def _entries(self) -> tuple[list[int], list[date]]:
        """Where a day begins on a page that is laid out by days: day headings and "22:10 Wednesday" stamps."""
        text, starts, days = self.parsed.report.text, [], []
        if self.published is None:
            return [], []
        offset, header = 0, True
        for line in text.split("\n"):
            day = self._heading_day(line)
            stamped = _ENTRY_STAMP.match(line) or _DAY_STAMP.match(line)
            if day is not None and (not header or stamped or _bare(line)):
                starts.append(offset)
                days.append(day)
            header = header and len(line) < 100
            offset += len(line) + 1
        return starts, days

    def _heading_day(self, line: str) -> date | None:
        """The day that a line sets over what follows: alone on its line, or after an entry's clock time."""
        if self.published is None or line.count("|") >= 2:
            return None
        opens = _DAY_STAMP.match(line)
        line = opens.group() if opens else line
        if len(line) > 90:
            return None
        phrases = [p for p in find(line) if isinstance(p.expression, CalendarDay | Weekday)]
        if not phrases:
            return None
        stamped = _ENTRY_STAMP.match(line)
        if not _bare(line) and not (stamped and phrases[0].start - stamped.end() <= 3):
            return None
        when = resolve(phrases[0].expression, Anchor(self.published))
        return when.last if when else None

    def _timed(self) -> tuple[Timed, ...]:
        found: list[Timed] = []
        for phrase in find(self.parsed.report.text):
            if isinstance(phrase.expression, NumberedWeek) and self.week is None:
                continue
            sentence = self.parsed.sentence_at(phrase.start)
            index = sentence.index if sentence else None
            found.append(Timed(phrase, self._resolve(phrase, index, found), index))
        return tuple(found)

    def _resolve(self, phrase: Phrase, sentence: int | None, before: list[Timed]) -> When | None:
        now = self.now(phrase.start)
        if now is None:
            return _absolute(phrase) or self._from_any_day(phrase)
        anchor = Anchor(
            now,
            self._then(phrase, sentence, before) or now,
            self.event,
            looks_ahead(self.parsed, phrase),
            self.week,
        )
        when = resolve(phrase.expression, anchor)
        if when is None:
            return None
        return When(when.first, when.last, when.precision, phrase.words, phrase.rule)

    def _from_any_day(self, phrase: Phrase) -> When | None:
        """What a phrase means for a report that is of one of several days, none likelier, where all or a few fit it."""
        published = self.parsed.report.published
        if published is None:
            return None
        ahead = looks_ahead(self.parsed, phrase)
        ends = (published.first, published.last)
        found = [resolve(phrase.expression, Anchor(day, None, self.event, ahead)) for day in ends]
        first, last = found
        if first is None or last is None:
            return None
        if first != last and unsettled(published):
            return None
        precision = first.precision if first == last else "span"
        return When(
            min(first.first, last.first), max(first.last, last.last), precision, phrase.words, phrase.rule
        )  # fmt: skip

    def _then(self, phrase: Phrase, sentence: int | None, before: list[Timed]) -> date | None:
        """The day last spoken of, in this sentence or the one before in its block; further back for "the same day"."""
        if sentence is None:
            return None
        same = "same" in phrase.words.lower()
        compared = _COMPARED.search(self.parsed.report.text[: phrase.start][-40:])
        here = self.parsed.sentences[sentence]
        for timed in reversed(before):
            reach = SAME_DAY_REACH if same else 0 if compared else 1
            if timed.sentence is None or timed.sentence < sentence - reach:
                return None
            there = self.parsed.sentences[timed.sentence]
            near = same or there.block == here.block
            if near and timed.when and timed.when.precision in {"day", "span"}:
                return timed.when.last
        return None

    def _story(self) -> date | None:
        """The last day that the story itself has reached: a bulletin's data, a night edition's day before."""
        if self.published is None or self.data is not None:
            return self.data
        stated = stated_day(self.parsed.report)
        if stated is None or stated.clock is None or stated.clock >= NIGHT_ENDS:
            return self.published
        named = {
            t.when.last
            for t in self.timed
            if t.when and isinstance(t.phrase.expression, Weekday) and t.phrase.relation == "at"
            and t.sentence is not None and t.when.last <= self.published
            and self.parsed.sentences[t.sentence].end - t.phrase.start > 25
        }  # fmt: skip
        yesterday = self.published - timedelta(days=1)
        return yesterday if named and max(named) == yesterday else self.published


def unsettled(published: When) -> bool:
    """Whether a report's days lie too far apart, none of them likelier, to date what it tells."""
    return published.likeliest is None and published.last - published.first > UNSURE


def _bare(line: str) -> bool:
    """Whether a line holds a date and nothing else of weight."""
    phrases = find(line)
    if not phrases:
        return False
    rest = line
    for phrase in reversed(phrases):
        rest = rest[: phrase.start] + rest[phrase.end :]
    return not re.search(r"[^\W\d]{3,}", rest)


def _absolute(phrase: Phrase) -> When | None:
    """What a phrase means where the publication day is not known: only dates that carry their year."""
    expression = phrase.expression
    if isinstance(expression, CalendarDay | CalendarMonth | CalendarYear) and expression.year:
        when = resolve(expression, Anchor(date(expression.year, 12, 31)))
        return when and When(when.first, when.last, when.precision, phrase.words, phrase.rule)
    return None


def looks_ahead(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether the clause around a phrase speaks of what is to come."""
    text = parsed.report.text
    sentence = parsed.sentence_at(phrase.start)
    first, last = (sentence.start, sentence.end) if sentence else (phrase.start, phrase.end)
    if _ARRANGED.search(text[first : phrase.start]):
        return True
    if _LISTED_UNTIL.search(text[first : phrase.start]):
        return False
    if sentence and sentence.parsed and parsed.doc[sentence.first].dep_:
        return _ahead_by_tree(parsed, phrase, text[first:last])
    before = _CLAUSE_END.split(text[first : phrase.start])[-1]
    after = _CLAUSE_END.split(text[phrase.end : last], maxsplit=1)[0]
    return bool(AHEAD_WORDS.search(before) or AHEAD_WORDS.search(after))


def _ahead_by_tree(parsed: Parsed, phrase: Phrase, words: str) -> bool:
    if not (AHEAD_WORDS.search(words) or _ASKED.search(words)):
        return False
    span = parsed.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if span is None:
        return False
    governor = governor_of(span.root)
    if _asked_for(governor, parsed.report.text[max(0, phrase.start - 8) : phrase.start]):
        return True
    near = [governor, *(child for child in governor.children if child.dep_.startswith("aux"))]
    if any(token.lower_ in {"will", "shall", "'ll", "’ll", "due", "scheduled"} for token in near):
        return True
    before = parsed.report.text[max(0, phrase.start - 40) : phrase.start]
    return bool(
        re.search(r"\b(?:next|until|is to|are to|due|scheduled|expected|planned)\b[^.;]*$", before)
    )


def governor_of(word: "Token") -> "Token":
    """The verb or adjective over a word, a few steps up, or the top of its sentence."""
    for _ in range(4):
        if word.pos_ in {"VERB", "AUX", "ADJ"} or word.head == word:
            break
        word = word.head
    return word


def _asked_for(governor: "Token", before: str) -> bool:
    """Whether what is dated is asked for ("asked the valley to keep silence on Sunday", "a strike set for Monday")."""
    if re.search(r"\bfor\s+$", before):
        return governor.lemma_ in _SET
    infinitive = any(child.lower_ == "to" for child in governor.children)
    perfect = any(child.lower_ == "have" for child in governor.children)
    asked = governor.dep_ == "xcomp" and governor.head.lemma_ in _ASK
    return asked and infinitive and not perfect

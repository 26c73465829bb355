"""In: an undated report and what the dated ones tell. Out: evidence from what both tell: days, counts, figures."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta

from crossread.date.days import AHEAD_WORDS
from crossread.date.elapsed import counted_of
from crossread.date.event import may_be, of_event
from crossread.date.evidence import Evidence, News, Retold, SharedDay, SharedFigures, Since
from crossread.date.expressions import Expression, Phrase, Shift, Weekday
from crossread.date.phrases import find
from crossread.date.shared import (
    BEGINNINGS,
    CLOCK,
    Rarity,
    Told,
    counts_of,
    numbers_of,
    plain_words,
    tell,
    words_between,
    words_of,
)
from crossread.date.weekdays import week_before
from crossread.model.sentence import Parsed, Sentence

DIGITS = 3
"""A shorter number may be told of many days; only a weekday that fits it, or a second number, makes it tell."""

TODAY = Shift(0, "day", "now")
_CLAUSE = re.compile(r"[^,;:.–—()]+")
COPIED = 0.6
"""Share of a sentence's words that a copy of it keeps."""
TOP = 300
"""Characters from the top in which the record of a sitting says what it is of."""
_SITTING = re.compile(r"\b(?:sitting|meeting|session|hearing|debate|briefing)\b[^.\n]{0,30}$", re.I)
WORDY = 4
"""Words that carry meaning from which a sentence counts when copies are looked for."""
_HAD = re.compile(r"\bhad\b")
"""What had happened is no news of the day."""


def having(sentences: list[Told]) -> dict[str, list[int]]:
    """Which of some sentences have each word."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, told in enumerate(sentences):
        for word in told.words:
            found[word].append(index)
    return dict(found)


class Tellings:
    """The sentences of the dated reports with their days, to be found again in an undated one."""

    def __init__(self, dated: list[Parsed], everything: list[Parsed], event: date) -> None:
        self.event = event
        self.told: list[Told] = [told for each in dated for told in tell(each)]
        self.having = having(self.told)
        self.rarity = Rarity([words_of(p, s) for p in everything for s in p.sentences])

    def shared(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        """All that an undated report tells that a dated one tells too."""
        return [
            *self._shared_days(parsed, mentions),
            *self._from_now(parsed),
            *self._shared_counts(parsed, mentions),
            *self._counts_before(parsed, mentions),
            *self._shared_figures(parsed),
            *self._news(parsed),
            *self._copied(parsed),
            *self._announced(parsed, mentions),
        ]

    def _shared_days(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        found: list[Evidence] = []
        for phrase in mentions:
            sentence = parsed.sentence_at(phrase.start)
            if sentence is None:
                continue
            earlier = week_before(phrase, mentions)
            said, words = phrase.expression, phrase.words
            rarity, told = self._nearest(words_of(parsed, sentence), said)
            if told is not None and len(plain_words(parsed, sentence) & told.plain) > 1:
                weight = min(1.0, rarity / (2 * self.rarity.alike))
                found.append(SharedDay(said, words, told.day, _teller(told), weight, earlier))
            elif (promised := self._promised(parsed, sentence, said)) is not None:
                found.append(SharedDay(said, words, promised.day, _teller(promised), 0.6, earlier))
            elif may_be(phrase, self.event) and (
                of_event(parsed, phrase) or phrase.relation == "since"
            ):
                found.append(SharedDay(said, words, self.event, "the set", 0.5, earlier))
        return found

    def _from_now(self, parsed: Parsed) -> list[Evidence]:
        """What a report tells of its own day or of one counted from it ("at noon today the bells rang")."""
        found: list[Evidence] = []
        begun: list[Evidence] = []
        for phrase in find(parsed.report.text):
            said, sentence = phrase.expression, parsed.sentence_at(phrase.start)
            if sentence is None or not _from_own_day(phrase):
                continue
            rarity, told = self._alike(parsed, sentence)
            if told is not None and len(plain_words(parsed, sentence) & told.plain) > 1:
                weight = min(1.0, rarity / (2 * self.rarity.alike))
                found.append(SharedDay(said, phrase.words, told.day, _teller(told), weight))
            elif (promised := self._promised(parsed, sentence, said)) is not None:
                found.append(SharedDay(said, phrase.words, promised.day, _teller(promised), 0.6))
            elif of_event(parsed, phrase):
                begun.append(SharedDay(said, phrase.words, self.event, "the set", 0.7))
        return found + begun[:1]

    def _promised(self, parsed: Parsed, sentence: Sentence, said: Expression) -> Told | None:
        """What a dated report says is to come on such a weekday: fewer words tell it again, since two days agree."""
        if not isinstance(said, Weekday) and said != TODAY:
            return None
        words = plain_words(parsed, sentence)
        found = [
            told
            for told in self.told
            if told.published and told.day > told.published and len(words & told.plain) > 1
            and (said == TODAY or _can_be(said, told.day))
            and self.rarity.of(words & told.plain) >= self.rarity.alike / 2
        ]  # fmt: skip
        return found[0] if len({told.day for told in found}) == 1 else None

    def _news(self, parsed: Parsed) -> list[Evidence]:
        """The latest thing told without a day of its own that a dated report puts on one after the event."""
        text, news, found = parsed.report.text, list[News](), list[Evidence]()
        for sentence in parsed.sentences:
            words = text[sentence.start : sentence.end]
            clock = CLOCK.search(words)
            past = _HAD.search(words) and not clock
            if AHEAD_WORDS.search(words) or past or _dated(parsed, sentence):
                continue
            rarity, told = self._news_of(parsed, sentence)
            if told is None or told.day <= self.event:
                continue
            weight = min(1.0, rarity / (2 * self.rarity.alike))
            if clock and not any(_moved(parsed, each) for each in _before(parsed, sentence)):
                found.append(SharedDay(TODAY, clock.group(), told.day, _teller(told), weight))
            news.append(News(told.day, _teller(told), weight))
        latest = max(news, key=lambda piece: (piece.told, piece.weight), default=None)
        return [*found, latest] if latest is not None else found

    def _news_of(self, parsed: Parsed, sentence: Sentence) -> tuple[float, Told | None]:
        """The sentence with a day of its own that tells the same thing: alike without the names in it."""
        words = plain_words(parsed, sentence)
        best = max(
            ((self.rarity.of(words & told.plain), told) for told in self.told if told.explicit),
            key=lambda pair: (pair[0], pair[1].report, pair[1].day),
            default=None,
        )
        return best if best is not None and best[0] >= self.rarity.alike else (0.0, None)

    def _alike(self, parsed: Parsed, sentence: Sentence) -> tuple[float, Told | None]:
        """The sentence with a day of its own that shares the rarest words with this one, if they are rare enough."""
        return self._nearest(words_of(parsed, sentence))

    def _copied(self, parsed: Parsed) -> list[Evidence]:
        """The dated report that tells more than half of this one's sentences, where there is one."""
        longer = [
            words for each in parsed.sentences if len(words := words_of(parsed, each)) >= WORDY
        ]
        tellers: Counter[tuple[date, str]] = Counter()
        for words in longer:
            shared = Counter(told for word in words for told in self.having.get(word, ()))
            tellers.update(
                {
                    (published, self.told[told].report.rsplit("/", 1)[-1])
                    for told, count in shared.items()
                    if count >= COPIED * len(words) and (published := self.told[told].published)
                }
            )
        most = max(tellers, key=lambda key: (tellers[key], key), default=None)
        if most is None or tellers[most] * 2 <= len(longer) or tellers[most] < 2:
            return []
        return [Retold(*most)]

    def _announced(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        """A sitting, meeting or debate that a dated report announces for such a weekday, of which this one tells."""
        text = parsed.report.text
        heads = [m for m in mentions if m.start < TOP and _SITTING.search(text[: m.start])]
        if not heads:
            return []
        said, words = heads[0].expression, words_between(parsed, 0, min(TOP, len(text)))
        found = [
            (self.rarity.of(words & told.words), told)
            for told in self.told
            if told.published and told.day > told.published and len(words & told.words) > 1
            and isinstance(said, Weekday) and told.day.weekday() == said.weekday
        ]  # fmt: skip
        days = {told.day for _, told in found}
        if len(days) != 1:
            return []
        told = found[0][1]
        return [SharedDay(said, heads[0].words, told.day, _teller(told), 0.6)]

    def _nearest(
        self, words: frozenset[str], said: Expression | None = None
    ) -> tuple[float, Told | None]:
        """The sentence with a day of its own that shares the rarest words; one of that weekday or a night beside it."""
        best = max(
            (
                (self.rarity.of(words & told.words), told)
                for told in self.told
                if told.explicit and _can_be(said, told.day)
            ),
            key=lambda pair: (pair[0], pair[1].report, pair[1].day),
            default=None,
        )
        return best if best is not None and best[0] >= self.rarity.alike else (0.0, None)

    def counted(self, parsed: Parsed) -> list[Since]:
        """Counts of days from what a dated report puts on a day ("on the second day of the curfew")."""
        found: list[Since] = []
        for count, (start, end) in counted_of(parsed.report.text):
            day = self._begun(words_between(parsed, start, end)) or (
                self._clause(parsed, start) if "after" in count.words else None
            )
            if day is not None and day != self.event:
                found.append(Since(count, day))
        return found

    def _clause(self, parsed: Parsed, start: int) -> date | None:
        """The day that a dated report gives for what a clause tells ("a week after fighters took the town")."""
        sentence = parsed.sentence_at(start)
        if sentence is None:
            return None
        clause = _CLAUSE.match(parsed.report.text, start, sentence.end)
        words = words_between(parsed, start, clause.end() if clause else sentence.end)
        told = self._nearest(words)[1]
        same = told is not None and len(words & told.plain) > 1  # a place is named on many days
        return told.day if told is not None and same else None

    def _begun(self, words: frozenset[str]) -> date | None:
        """The day on which something began, or the only one on which it is told of."""
        told = [each for each in self.told if words and each.explicit and words <= each.subjects]
        begun = {each.day for each in told if each.words & BEGINNINGS}
        days = begun or {each.day for each in told}
        return next(iter(days)) if len(days) == 1 else None

    def _shared_counts(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        """A count put on a day which just one dated report gives, for a day that it may be."""
        own = [each for each in find(parsed.report.text) if _from_own_day(each)]
        found: list[SharedDay] = []
        loose: dict[date, list[SharedDay]] = {}
        for phrase in [*mentions, *own]:
            numbers, said = (
                self._counts_beside(parsed, phrase, [*mentions, *own]),
                phrase.expression,
            )
            fitting = {
                (told.day, told.report)
                for told in self.told
                if told.counts & numbers
                and (not isinstance(said, Weekday) or told.day.weekday() == said.weekday)
            }
            if len({day for day, _ in fitting}) != 1:
                continue
            day, name = min(fitting)
            piece = SharedDay(said, phrase.words, day, name.rsplit("/", 1)[-1], 0.6)
            if isinstance(said, Shift) and max(map(len, numbers)) < DIGITS:
                loose.setdefault(day - timedelta(days=said.amount), []).append(piece)
            else:
                found.append(piece)
        return [*found, *(each for agreed in loose.values() if len(agreed) > 1 for each in agreed)]

    def _counts_beside(
        self, parsed: Parsed, phrase: Phrase, phrases: list[Phrase]
    ) -> frozenset[str]:
        """The counts that a sentence puts on the day of a phrase: all if it names one day, else those behind it."""
        sentence = parsed.sentence_at(phrase.start)
        if sentence is None or phrase.relation == "since" or phrase.possessive:
            return frozenset()
        inside = [m for m in find(parsed.report.text) if phrase.end < m.start < sentence.end]
        if any(_days_apart(other) for other in inside):
            return frozenset()
        named = [m for m in phrases if sentence.start <= m.start < sentence.end]
        following = min((m.start for m in named if m.start > phrase.start), default=sentence.end)
        first = sentence.start if len(named) == 1 else phrase.end
        return counts_of(parsed.report.text[first:following])

    def _counts_before(self, parsed: Parsed, mentions: list[Phrase]) -> list[Evidence]:
        """A count of some days before which a dated report gives ("910 on Friday, after 640 a week before")."""
        found: list[Evidence] = []
        for phrase in find(parsed.report.text):
            sentence, days = parsed.sentence_at(phrase.start), _days_apart(phrase)
            if sentence is None or days is None:
                continue
            beside = [m for m in mentions if sentence.start <= m.start < phrase.start]
            said: Expression = beside[-1].expression if beside else TODAY
            numbers = counts_of(parsed.report.text[sentence.start : sentence.end])
            fitting = {
                (told.day + days, told.report)
                for told in self.told
                if any(len(number) >= (2 if beside else DIGITS) for number in told.counts & numbers)
                and (not isinstance(said, Weekday) or (told.day + days).weekday() == said.weekday)
            }
            if len({day for day, _ in fitting}) == 1:
                day, name = min(fitting)
                words = beside[-1].words if beside else "its own day"
                found.append(SharedDay(said, words, day, name.rsplit("/", 1)[-1], 0.6))
        return found

    def _shared_figures(self, parsed: Parsed) -> list[Evidence]:
        mine = numbers_of(parsed.report.text)
        given: dict[str, list[tuple[date, str]]] = {}
        for told in self.told:
            for number in told.numbers & mine:
                given.setdefault(number, []).append((told.day, told.report.rsplit("/", 1)[-1]))
        groups: dict[tuple[date, date, str], list[str]] = {}
        for number, days in given.items():
            (first, _), (last, teller) = min(days), max(days)
            groups.setdefault((first, last, teller), []).append(number)
        return [
            SharedFigures(tuple(_longest_first(numbers)), *key, min(2.0, 0.7 * len(numbers)))
            for key, numbers in sorted(groups.items())
        ]


def _can_be(said: Expression | None, day: date) -> bool:
    """Whether a weekday can be of a day: its own, or one beside it for what happened at night."""
    return not isinstance(said, Weekday) or (said.weekday - day.weekday()) % 7 in {0, 1, 6}


def _dated(parsed: Parsed, sentence: Sentence) -> bool:
    """Whether a sentence names a day."""
    return any(sentence.start <= each.start < sentence.end for each in find(parsed.report.text))


def _moved(parsed: Parsed, sentence: Sentence) -> bool:
    """Whether a sentence takes the tale to another day than the report's own."""
    return any(
        sentence.start <= each.start < sentence.end and each.expression != TODAY
        for each in find(parsed.report.text)
    )


def _before(parsed: Parsed, sentence: Sentence) -> list[Sentence]:
    """The two sentences before one in its paragraph: what day they name still holds."""
    near = parsed.sentences[max(0, sentence.index - 2) : sentence.index]
    return [each for each in near if each.block == sentence.block]


def _from_own_day(phrase: Phrase) -> bool:
    """Whether a phrase counts days from the report's own ("today", "last night", "three days ago")."""
    said = phrase.expression
    own = isinstance(said, Shift) and said.base == "now" and said.unit == "day"
    return own and phrase.relation in {"at", "by"}


def _days_apart(phrase: Phrase) -> timedelta | None:
    """How long before the day last spoken of a count is put ("a week before", "a day after it gave 31")."""
    said = phrase.expression
    if not isinstance(said, Shift) or said.unit not in {"day", "week"} or not said.amount:
        return None
    if said.base == "now" or (said.base == "then" and said.amount > 0):
        return None
    return timedelta(days=abs(said.amount) * (7 if said.unit == "week" else 1))


def _teller(told: Told) -> str:
    return told.report.rsplit("/", 1)[-1]


def _longest_first(numbers: list[str]) -> list[str]:
    return sorted(numbers, key=lambda number: (-len(number), number))

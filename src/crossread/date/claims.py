"""In: a dated report and its claims. Out: the claims, each with the day for which it is said and the rule that says so.

Rules in order: the row or item's own date, the phrase that governs the predicate, the sentence before, the entry's
or the report's day. Where none can be told, `as_of` stays None.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from crossread.date.days import Calendar, Timed, unsettled
from crossread.date.expressions import Phrase, Shift
from crossread.date.governs import REACH, cost
from crossread.date.patterns import COUNTS
from crossread.date.tables import is_row, line_at, of_table
from crossread.date.usable import named, usable
from crossread.model.claim import Claim
from crossread.model.sentence import Parsed, Sentence
from crossread.model.when import When

ELSEWHEN = timedelta(days=60)
"""A month or year that ended that long before publication is not the event's, where the event's first day is not
known: reports of an event go on for some weeks."""

LONGER = timedelta(days=30)
"""A count that begins that long before the event's first day is of a longer story: what leads up to an event fills some
weeks, "since New Year's Day" and "since the war began" mean more."""

_SAME = re.compile(r"\((?:the\s+)?(?:same|ibid\.?|idem|as above)\b[^)]*\)", re.I)
_GOES_ON = re.compile(
    r"^\W*(?:(?:[\w-]+\s+)?(?:of|among)\s+(?:them|these|those|the|whom)\b|another\b|an?\s+(?:additional|further)\b"
    r"|(?:\w+\s+)?others\b|the\s+(?:rest|remaining|others)\b|they\b|them\b|these\b|those\b|that\s+makes\b"
    r"|[\w-]+\s+(?:were|had|was)\b)",
    re.I,
)


_TOLD_NOW = re.compile(
    r"\b(?:is|are|has|have|had|remain|remains|says?|said|told|toll|total|so\s+far|now|according|counts?|counted|puts?"
    r"|reported|confirmed|at\s+least|will|would|may|could)\b",
    re.I,
)
"""Words of a state, a count or a speaker: such a sentence is no further step of the scene before it."""


_SINCE = re.compile(r"\bsince\s+(?:[\w'’-]+\s+){1,5}(?:on|of|in)\s+$", re.I)
"""Words before the date of what began then ("since the first case on 28 April")."""

_CLAUSE = re.compile(r"\s+(?!(?:the|its?['’]?s|an?|this|that)\s)[^,;:]*", re.I)
"""Behind "a day after": what a clause tells ("a day after it put the toll at 31"), not a thing ("after the quake")."""
_SPEECH = (
    r"(?:said|says|told|reported|announced|confirmed|added|released|published|gave|put|spoke|wrote|issued|stated"
    r"|counted|listed|admitted|conceded|declared|estimated)"
)
_SPOKE = re.compile(rf"^[^,;:“\"]*\b{_SPEECH}\b[^,;:“\"]*$", re.I)
_SPEAKS = re.compile(rf"^\s+(?:[\w’'-]+\s+){{0,2}}{_SPEECH}\b", re.I)
_PRESENT = re.compile(r"\b(?:now|today|currently|so\s+far|still)\b", re.I)

_GOES_ON_NOW = re.compile(rf"{_PRESENT.pattern}|\b(?:has|have|remains?)\b", re.I)
_COUNTED = re.compile(rf"\d|\b(?:{'|'.join(sorted(COUNTS.keys() - {'a', 'an', 'one'}))})\b", re.I)
"""What stands beside "On Monday it had been 58": a count to compare with, no scene that goes on."""

_HEAD = re.compile(
    r"\W*(?:[A-Z][A-Z ’'-]+[.:]\s+)?(?:(?:In|At|Near|On|Early|Late)\s+)*(?:[A-ZÀ-Ý][\w’'-]*,?\s+){0,3}"
    r"(?:(?:in|at|near|on|early|late|the)\s+)*"
)
_HEADS = re.compile(r"\s?[:.–—](?!\d)\s")
"""Before and behind the day that opens a paragraph with nothing but a place."""

GOES_ON_FOR = 5
"""Sentences over which a list of counts is still of the day on which its speaker gave it."""

OPENING = 12
"""Letters from its sentence's start within which a date sets the scene for the next sentence too ("Late on Friday")."""


def date_claims(parsed: Parsed, claims: list[Claim], *, event: date | None = None) -> list[Claim]:
    """The claims with `as_of`, `said_on` and, where they are of another time, `background`.

    `event` is the event's first day, where the whole set has told it.
    """
    published = parsed.report.published
    if published is None or published.likeliest is None:
        calendar = Calendar(parsed, event)
        return [_dated(calendar, claim) for claim in claims]
    days = (published.likeliest, published.first, published.last)
    calendars = [Calendar(_published_on(parsed, day), event) for day in days]
    return [_widened(*(_dated(calendar, claim) for calendar in calendars)) for claim in claims]


def _published_on(parsed: Parsed, day: date) -> Parsed:
    """The report as if it had appeared on that day."""
    return replace(parsed, report=replace(parsed.report, published=When(day, day)))


def _widened(likeliest: Claim, first: Claim, last: Claim) -> Claim:
    """A claim of a report of one of several days: as its likeliest day has it, over all days that its others give."""
    return replace(
        likeliest,
        as_of=_over(likeliest.as_of, first.as_of, last.as_of),
        said_on=_over(likeliest.said_on, first.said_on, last.said_on),
    )


def _over(likeliest: When | None, *others: When | None) -> When | None:
    """The days from the first to the last that are given, the likeliest kept; a time that none moves stays as it is."""
    given = [when for when in (likeliest, *others) if when is not None]
    if likeliest is None or len({(when.first, when.last) for when in given}) == 1:
        return likeliest
    first, last = min(when.first for when in given), max(when.last for when in given)
    return replace(likeliest, first=first, last=last, precision="span", likeliest=likeliest.last)


def _dated(calendar: Calendar, claim: Claim) -> Claim:
    found = _governing(calendar, claim)
    as_of = found or _default(calendar, claim)
    said_on = found if found and claim.source is not None and found.precision == "day" else None
    elsewhen = found is not None and _elsewhen(calendar, found)
    background = claim.background or elsewhen or _counts_longer(calendar, claim)
    return replace(claim, as_of=as_of, said_on=said_on, background=background)


def _governing(calendar: Calendar, claim: Claim) -> When | None:
    """What the text itself says of the claim's time, nearest first."""
    report = calendar.parsed.report
    line = line_at(report.text, claim.figure.start)
    if is_row(report, *line):
        return of_table(calendar, claim, line)
    return (
        _of_sentence(calendar, claim)
        or _of_same(calendar, claim, line)
        or _going_on(calendar, claim)
        or _carried(calendar, claim)
        or _voiced(calendar, claim)
        or _headed(calendar, claim)
        or _looked_back(calendar, claim)
    )


def _of_sentence(calendar: Calendar, claim: Claim) -> When | None:
    sentence = calendar.parsed.sentence_at(claim.figure.start)
    if sentence is None:
        return None
    before = _counted_back(calendar, sentence, claim)
    if before is not None:
        return named(before, "clause")
    priced = [
        (
            _price(calendar.parsed, sentence, timed, claim),
            abs(timed.phrase.start - claim.figure.start),
            timed,
        )
        for timed in calendar.in_stretch(sentence.start, sentence.end)
        if usable(calendar, timed) and not _own_number(timed, claim)
    ]
    if not priced:
        return None
    price, _, timed = min(priced, key=lambda each: each[:2])
    if price > REACH or timed.when is None:
        return None
    opening = calendar.parsed.report.text[sentence.start : timed.phrase.start]
    begun = timed.when.precision == "day" and _SINCE.search(opening)
    since = timed.phrase.relation == "since" or begun
    if since and price > 0:  # what began then and still goes on is said as of now
        return None
    return named(timed.when, "clause")


def _counted_back(calendar: Calendar, sentence: Sentence, claim: Claim) -> When | None:
    """The day of what stands behind "a day after": so long before the day named in front of it, or the report's."""
    text = calendar.parsed.report.text
    timed = calendar.in_stretch(sentence.start, claim.figure.start)
    if not timed or not _CLAUSE.fullmatch(text[timed[-1].phrase.end : claim.figure.start]):
        return None
    phrase = timed[-1].phrase
    said = phrase.expression
    if not isinstance(said, Shift) or said.base != "event" or said.unit not in {"day", "week"}:
        return None
    if not said.amount or phrase.rule != "shift" or not phrase.words.endswith("after"):
        return None
    earlier = timed[-2].when if len(timed) > 1 else None
    now = earlier.last if earlier is not None else calendar.now(phrase.start)
    if now is None:
        return None
    day = now - timedelta(days=said.amount * (7 if said.unit == "week" else 1))
    return When(day, day, "day", phrase.words, phrase.rule)


def _own_number(timed: Timed, claim: Claim) -> bool:
    """Whether a phrase has taken the claim's number for a day ("Since January 26 soldiers have died")."""
    return timed.phrase.start < claim.figure.start < timed.phrase.end


def _price(parsed: Parsed, sentence: Sentence, timed: Timed, claim: Claim) -> float:
    price = cost(parsed, sentence, (timed.phrase.start, timed.phrase.end), claim.figure)
    beside = timed.phrase.relation in {"after", "before"}
    return price + (REACH + 1 if beside and price > 0 else 0)


def _of_same(calendar: Calendar, claim: Claim, line: tuple[int, int]) -> When | None:
    """An item whose source is "(same)" has the date of the item before."""
    text = calendar.parsed.report.text
    if line[0] == 0 or not _SAME.search(text[line[0] : line[1]]):
        return None
    above = line_at(text, line[0] - 1)
    timed = [t for t in calendar.in_stretch(*above) if t.when]
    if timed:
        when = timed[-1].when
        return named(when, "same") if when else None
    return _of_same(calendar, claim, above)


def _going_on(calendar: Calendar, claim: Claim) -> When | None:
    """A sentence that only counts on ("Of these, …", "Another 15 …") keeps the day of the one before."""
    parsed = calendar.parsed
    sentence = parsed.sentence_at(claim.figure.start)
    if sentence is None or sentence.index == 0:
        return None
    before = parsed.sentences[sentence.index - 1]
    words = parsed.report.text[sentence.start : sentence.end]
    if before.block != sentence.block or not _GOES_ON.match(words) or _PRESENT.search(words):
        return None
    if any(usable(calendar, t) for t in calendar.in_stretch(sentence.start, sentence.end)):
        return None
    timed = [t for t in calendar.in_stretch(before.start, before.end) if usable(calendar, t)]
    timed = [t for t in timed if t.phrase.relation in {"at", "by"}]
    if len(timed) != 1 or timed[0].when is None:
        return None
    return named(timed[0].when, "going-on")


def _carried(calendar: Calendar, claim: Claim) -> When | None:
    """A scene told in the past without a speaker keeps the day that the sentence before it names."""
    parsed = calendar.parsed
    sentence = parsed.sentence_at(claim.figure.start)
    if claim.source is not None or sentence is None or sentence.index == 0:
        return None
    before = parsed.sentences[sentence.index - 1]
    words = parsed.report.text[sentence.start : sentence.end]
    own = calendar.in_stretch(sentence.start, sentence.end)
    if before.block != sentence.block or own or _TOLD_NOW.search(words):
        return None
    timed = [t for t in calendar.in_stretch(before.start, before.end) if usable(calendar, t)]
    if len(timed) != 1 or timed[0].when is None or timed[0].when.precision != "day":
        return None
    phrase = timed[0].phrase
    if phrase.relation != "at" or phrase.start - before.start > OPENING:
        return None
    return named(timed[0].when, "carried")


def _headed(calendar: Calendar, claim: Claim) -> When | None:
    """A paragraph that a place and a day without a verb open ("Gwadar, Wednesday night: …") is of that day."""
    parsed = calendar.parsed
    text, sentence = parsed.report.text, parsed.sentence_at(claim.figure.start)
    if sentence is None or _GOES_ON_NOW.search(text[sentence.start : sentence.end]):
        return None
    block = parsed.report.blocks[sentence.block]
    timed = calendar.in_stretch(block.start, sentence.end)
    if not timed or not usable(calendar, timed[0]) or timed[0].when is None:
        return None
    phrase, when = timed[0].phrase, timed[0].when
    head = _HEAD.fullmatch(text[block.start : phrase.start]) and _HEADS.match(text, phrase.end)
    others = [t for t in timed[1:] if t.when is not None and t.phrase.start < claim.figure.start]
    if not head or others or phrase.relation != "at" or when.precision != "day":
        return None
    return named(when, "headed")


def _looked_back(calendar: Calendar, claim: Claim) -> When | None:
    """A paragraph that a day and a pluperfect open ("On Monday they had still quarrelled") is of that day.

    Not what somebody says in a sentence of his own there: "The army said in a statement that 89 had been caught".
    """
    parsed = calendar.parsed
    text, sentence = parsed.report.text, parsed.sentence_at(claim.figure.start)
    if sentence is None or _GOES_ON_NOW.search(text[sentence.start : sentence.end]):
        return None
    spoken = claim.source_at is not None and claim.source_at[0] >= sentence.start
    if spoken and re.search(r"\bhad\b", text[sentence.start : sentence.end]):
        return None
    for at in range(sentence.index - 1, max(-1, sentence.index - 1 - GOES_ON_FOR), -1):
        before = parsed.sentences[at]
        if before.block != sentence.block or calendar.in_stretch(before.end, sentence.end):
            return None
        timed = calendar.in_stretch(before.start, before.end)
        if not timed:
            continue
        when, phrase = timed[0].when, timed[0].phrase
        opens = phrase.relation == "at" and phrase.start - before.start <= OPENING
        had = re.search(r"\bhad\b", text[phrase.end : before.end])
        if len(timed) > 1 or not opens or not had or when is None or when.precision != "day":
            return None
        if _COUNTED.search(text[phrase.end : before.end]):
            return None
        return named(when, "looked-back") if usable(calendar, timed[0]) else None
    return None


def _voiced(calendar: Calendar, claim: Claim) -> When | None:
    """A count whose speaker is named in a sentence before is of the day on which that speaker spoke there."""
    parsed, speaker = calendar.parsed, claim.source_at
    sentence = parsed.sentence_at(claim.figure.start)
    said = parsed.sentence_at(speaker[0]) if speaker is not None else None
    if sentence is None or said is None or speaker is None or said.block != sentence.block:
        return None
    if not 0 < sentence.index - said.index <= GOES_ON_FOR:
        return None
    between = calendar.in_stretch(said.end, sentence.end)
    if between or _PRESENT.search(parsed.report.text[sentence.start : sentence.end]):
        return None
    timed = [t for t in calendar.in_stretch(said.start, said.end) if t.when]
    if len(timed) != 1 or not usable(calendar, timed[0]) or timed[0].phrase.relation != "at":
        return None
    when = timed[0].when
    of_speech = _dates_speech(parsed, said, timed[0].phrase, speaker)
    return named(when, "voiced") if when and when.precision == "day" and of_speech else None


def _dates_speech(parsed: Parsed, said: Sentence, phrase: Phrase, speaker: tuple[int, int]) -> bool:
    """Whether a date stands with the speaker's verb ("the office had said on Monday", "On Monday the office said")."""
    text = parsed.report.text
    if phrase.start >= speaker[1]:
        return _SPOKE.search(text[speaker[1] : phrase.start]) is not None
    opens = phrase.start - said.start <= OPENING
    beside = re.fullmatch(r",?\s+(?:the\s+)?", text[phrase.end : speaker[0]])
    return bool(opens and beside and _SPEAKS.match(text[speaker[1] : said.end]))


def _default(calendar: Calendar, claim: Claim) -> When | None:
    """The entry's or the report's day; the days of a report that is only known to be of one of several."""
    day = calendar.current(claim.figure.start)
    if day is None:
        published = calendar.parsed.report.published
        if published is None or unsettled(published):
            return None
        return replace(published, words="", rule="published")
    entry = calendar.entry(claim.figure.start)
    rule = "entry" if entry else "data" if calendar.data is not None else "published"
    return When(day, day, "day", "", rule)


def _elsewhen(calendar: Calendar, when: When) -> bool:
    """Whether a time lies clear before the event."""
    if calendar.event is not None:
        return when.last < calendar.event - timedelta(days=1)
    now = calendar.published
    return now is not None and when.precision in {"month", "year"} and when.last < now - ELSEWHEN


def _counts_longer(calendar: Calendar, claim: Claim) -> bool:
    """Whether the figure runs since long before the event ("1,193 killed since New Year's Day")."""
    sentence = calendar.parsed.sentence_at(claim.figure.start)
    begun = calendar.event or calendar.published
    if sentence is None or begun is None:
        return False
    return any(
        timed.when is not None
        and timed.phrase.relation == "since"
        and timed.when.last < begun - LONGER
        and _price(calendar.parsed, sentence, timed, claim) <= REACH
        for timed in calendar.in_stretch(sentence.start, sentence.end)
    )

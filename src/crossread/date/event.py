"""In: dated reports of a set. Out: the first day of the event that they tell of, and which phrases date the event."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from crossread.date.days import Calendar
from crossread.date.elapsed import elapsed
from crossread.date.expressions import Phrase, Weekday
from crossread.date.patterns import EVENT_NOUNS, EVENT_VERBS, TIMES_OF_DAY
from crossread.model.sentence import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAD = 600
"""Characters from the top in which a report tells its news."""

BEGUN = 6
"""Half votes of "have attacked the camp since Sunday" in a lead: it names the beginning itself."""

PASSING = 1
"""Half votes of a day that a lead names for whatever; of such days alone the first is the event's."""

MANIFOLD = frozenset(
    {"took", "went", "set", "opened", "fell", "ran", "shot", "entered", "start", "begin"}
)
"""Verbs of the beginning that mostly mean something else; only the tree can tell."""

RECENT = 14
"""Days before the first report within which the event is looked for."""


def event_day(parsed: list[Parsed]) -> date | None:
    """The first day of the event that the dated reports of a set tell of, None where none is dated."""
    votes: Counter[date] = Counter()  # in half votes
    published = [p.report.published.last for p in parsed if p.report.published]
    if not published:
        return None
    stated = [each for each in parsed if each.report.published_basis == "stated"]
    for each in (
        stated or parsed
    ):  # a day that was itself inferred from the event's tells nothing of it
        for day, weight in _event_votes(each):
            votes[day] += weight
    latest = min(published)
    possible = {
        day: n for day, n in votes.items() if day <= latest and (latest - day).days <= RECENT
    }
    if not possible:
        return latest
    most = max(possible.values())
    leading = [day for day, n in possible.items() if n == most]
    return max(leading) if most > PASSING else min(leading)


def _event_votes(parsed: Parsed) -> Iterable[tuple[date, int]]:
    """Days that a dated report ties to the event's nouns and verbs, and how much each weighs: more in its lead."""
    calendar = Calendar(parsed)
    published = calendar.published
    if published is None:
        return
    yield from ((day, PASSING) for day in _days_of_lead(calendar, published))
    for count in elapsed(parsed.report.text):
        if count.high - count.low <= 1 and not count.over:
            for days in range(count.low, count.high + 1):
                yield published - timedelta(days=days), 4 if count.low == count.high else 2
    if calendar.first_entry is not None:
        yield calendar.first_entry, 4
    for timed in calendar.timed:
        lead = timed.phrase.start < LEAD
        begun = lead and timed.phrase.relation == "since"
        if (
            timed.when
            and timed.when.precision == "day"
            and (begun or of_event(parsed, timed.phrase))
        ):
            both = begun and of_event(parsed, timed.phrase)
            yield (
                timed.when.last,
                2 if begun and not both else BEGUN if both else _weight(timed.phrase.start),
            )


def _days_of_lead(calendar: Calendar, published: date) -> set[date]:
    """The days gone by that a report names in its lead, whatever it says of them."""
    return {
        timed.when.last
        for timed in calendar.timed
        if timed.when is not None
        and timed.when.precision == "day"
        and timed.when.last < published
        and timed.phrase.start < LEAD
        and timed.phrase.relation in {"at", "since", "by"}
    }


def _weight(offset: int) -> int:
    """A lead sentence tells the event's own day; further down stand its prelude and its aftermath."""
    return 5 if offset < LEAD // 2 else 3 if offset < LEAD else 1


def of_event(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a date phrase dates one of the words for the event."""
    text = parsed.report.text
    if phrase.possessive:
        following = text[phrase.end + 2 : phrase.end + 40].lower().replace("-", " ").split()[:4]
        return any(word.strip(".,;:") in EVENT_NOUNS for word in following)
    span = parsed.doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    root = span.root
    if root.dep_:
        head = _dated(root)
        other = _takes(head) or _opens(head)
        return (head.lower_ in EVENT_VERBS | EVENT_NOUNS and not other) or _first(head)
    before = re.split(r"[.!?]\s+(?=[A-Z])", text[max(0, phrase.start - 45) : phrase.start])[-1]
    near = (before + text[phrase.start : phrase.end + 25]).lower().split()
    if any(word.strip(".,;:'\"") in EVENT_NOUNS for word in near):
        return True
    return any(word.strip(".,;:'\"") in EVENT_VERBS - MANIFOLD for word in before.lower().split())


def may_be(phrase: Phrase, event: date | None) -> bool:
    """Whether a weekday can be the event's: its own, or one beside it for what happened at night."""
    if event is None or not isinstance(phrase.expression, Weekday):
        return True
    return (phrase.expression.weekday - event.weekday()) % 7 in {0, 1, 6}


def _dated(root: "Token") -> "Token":
    """What a date phrase dates, through words for a time of day ("burst shortly before noon on Wednesday")."""
    head = root.head
    while (head.lower_ in TIMES_OF_DAY or head.like_num) and head.head.i != head.i:
        head = head.head
    return head


def _takes(head: "Token") -> bool:
    """Whether somebody takes something ("took in 340 people"): only what takes place begins so."""
    return head.lower_ == "took" and not any(child.lower_ == "place" for child in head.children)


def _opens(head: "Token") -> bool:
    """Whether something else than fire or the event opens ("the shops opened today")."""
    near = {child.lower_ for child in head.children if child.dep_ in {"nsubj", "obj"}}
    return head.lower_ == "opened" and not near & (EVENT_NOUNS | {"fire"})


def _first(head: "Token") -> bool:
    """Whether what is dated is the first of its kind ("since the first case on 28 April")."""
    ordinals = [child for child in head.children if child.dep_ == "amod"]
    once = head.lower_ == "time"  # "sat for the first time today" begins no event
    return head.pos_ == "NOUN" and not once and any(word.lower_ == "first" for word in ordinals)

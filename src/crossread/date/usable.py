"""In: a date phrase of a report, tied to its days. Out: whether it can say of what day a count is."""

import re
from dataclasses import replace
from datetime import timedelta

from crossread.date.days import Calendar, Timed
from crossread.date.expressions import Period, Shift
from crossread.date.patterns import EVENT_NOUNS
from crossread.model.when import When

_COUNTS_OF = re.compile(
    r"['’]s\s+(?:[a-z]+\s+)?(?:count|toll|tally|list|bulletin|briefing|update|report|statement|figures?|numbers?|position|total|score|estimates?)\b"
)
"""What has a day of its own behind "Tuesday's": other things happened then, and are counted since."""

_OF_EVENT = re.compile(
    rf"\b(?:{'|'.join(sorted(EVENT_NOUNS))})\s+(?:of\s+|on\s+|in\s+)?(?:the\s+)?$", re.I
)
"""An event's noun right before a date."""


def usable(calendar: Calendar, timed: Timed) -> bool:
    """Whether a phrase means days gone by that are a count's own, not the event's name or a vague time."""
    phrase, when = timed.phrase, timed.when
    now = calendar.now(phrase.start)
    if when is None or (now and when.first > now):
        return False
    if phrase.possessive and not _COUNTS_OF.match(calendar.parsed.report.text, phrase.end):
        return False
    if isinstance(phrase.expression, Shift) and phrase.expression.base == "event" and now:
        return (
            not when.first <= now <= when.last
        )  # "a month after the flood" is the report's own day
    if _names_event(calendar, timed):
        return False
    if isinstance(phrase.expression, Period):
        return phrase.expression.unit != "week" and phrase.expression.offset != 0
    return True


def _names_event(calendar: Calendar, timed: Timed) -> bool:
    """Whether a date only tells which event it is ("the collapse of 8 June", "the fire on Tuesday"): the set's own."""
    when, event = timed.when, calendar.event
    before = calendar.parsed.report.text[: timed.phrase.start]
    if when is None or event is None or not _OF_EVENT.search(before[-40:]):
        return False
    return when.first - timedelta(days=1) <= event <= when.last + timedelta(days=1)


def named(when: When, rule: str) -> When:
    """The day with the rule that took it, before the pattern that read it."""
    return replace(when, rule=f"{rule}:{when.rule}")

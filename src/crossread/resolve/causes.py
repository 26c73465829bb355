"""Readings come in; what different speakers give as the cause of one event goes out, as a state said both ways."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.model.resolution import Situation
from crossread.resolve.directory import Directory
from crossread.resolve.gainsaid import content_words
from crossread.resolve.utterance import sentences, utterance

Given = tuple[str, str, Claim]
"""An event's noun, the cause in the text's words, and the claim that gives it."""


def causes(readings: Sequence[Reading], directory: Directory) -> list[Situation]:
    """For each kind of event the causes that have nothing in common: the first that was given, and the others."""
    by_event: dict[str, list[Given]] = defaultdict(list)
    for reading in readings:
        for given in in_report(reading, directory):
            by_event[given[0]].append(given)
    found: list[Situation] = []
    for event, given_for_it in sorted(by_event.items()):
        ordered = sorted(given_for_it, key=first_given)
        first = content_words(ordered[0][1])
        apart = [claim for _, words, claim in ordered if first.isdisjoint(content_words(words))]
        same = [claim for _, words, claim in ordered if not first.isdisjoint(content_words(words))]
        if apart and all(claim.source for claim in apart):
            topic, question = f"cause of the {event}", f"What caused the {event}?"
            found += [Situation(topic, question, claim in same, claim) for claim in (*same, *apart)]
    return found


def first_given(given: Given) -> tuple[str, str]:
    """Sort key: the day, then the words."""
    when = given[2].as_of
    return when.last.isoformat() if when else "0000", given[2].id


def in_report(reading: Reading, directory: Directory) -> Iterator[Given]:
    """The causes that one report gives."""
    table = load("situations")["cause"]
    for start, end in sentences(reading.report):
        sentence = reading.report.text[start:end]
        if "?" in sentence:
            continue
        for event in table["events"]:
            for match in matches(event, sentence):
                words = match["cause"].strip()
                if content_words(words) and event not in words.casefold():
                    span = start + match.start("cause"), start + match.start("cause") + len(words)
                    yield event, words, utterance(reading, span, sentence, directory)


def matches(event: str, sentence: str) -> Iterator[re.Match[str]]:
    """Where a sentence gives a cause for an event of this noun."""
    if event not in sentence.casefold():
        return
    for pattern in patterns(event):
        yield from pattern.finditer(sentence)


@cache
def patterns(event: str) -> tuple[re.Pattern[str], ...]:
    """ "the fire was caused by X", "the cause of the fire was X", "X caused the fire"."""
    table = load("situations")["cause"]
    cause = rf"(?P<cause>[^.;,()“”\"]{{3,{table['longest']}}})"
    return (
        re.compile(rf"\b[Tt]h(?:e|is)\s(?:\w+\s){{0,2}}?{event}\s{table['before']}{cause}"),
        re.compile(rf"{table['named'].replace('{event}', event)}{cause}"),
        re.compile(
            rf"(?:\bthat\s|^|[“\"])(?P<cause>(?:[\w’'-]+\s){{0,5}}[\w’'-]+){table['after'].replace('{event}', event)}"
        ),
    )

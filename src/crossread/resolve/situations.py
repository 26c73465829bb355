"""Readings and a directory come in; what the reports say of the state of things, attributed and dated, goes out."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.model.resolution import Situation
from crossread.resolve.causes import causes
from crossread.resolve.directory import Directory
from crossread.resolve.gainsaid import gainsaid
from crossread.resolve.names import compiled
from crossread.resolve.predicates import predicates
from crossread.resolve.speakers import speaker_party
from crossread.resolve.utterance import sentences, utterance


def situations(readings: Sequence[Reading], directory: Directory) -> tuple[Situation, ...]:
    """Every state of things that the reports affirm or deny, by report and place in the text.

    1. phrases     of a few kinds that every event has: control, responsibility, truce
    2. predicates  of one subject that exclude each other: open and shut, alive and dead
    3. causes      that different speakers give for one event
    4. gainsaid    what one speaker denies and another says, whatever it is
    """
    found = [
        situation
        for reading in readings
        for row in load("situations")["situation"]
        for situation in in_report(reading, row, directory)
    ]
    found += predicates(readings, directory)
    found += causes(readings, directory)
    found += gainsaid(readings, directory)
    return tuple(
        sorted(found, key=lambda one: (one.claim.report, one.claim.figure.start, one.topic))
    )


def in_report(reading: Reading, row: dict[str, Any], directory: Directory) -> Iterator[Situation]:
    """The sentences of one report that say a state holds or fails."""
    not_yet = load("situations")["not_yet"]
    for start, end in sentences(reading.report):
        sentence = reading.report.text[start:end]
        for holds, patterns in ((True, row["holds"]), (False, row["fails"])):
            match = first_match(patterns, sentence)
            if match is None or "despite" in sentence[: match.start()].casefold():
                continue
            trying = re.search(not_yet, sentence[: match.start()]) is not None
            span = start + match.start(), start + match.end()
            claim = utterance(reading, span, sentence, directory)
            topic, question = row["topic"], row["question"]
            if row.get("of_actor"):
                actor = actor_of(match, claim, directory)
                topic, question = f"{topic}: {actor}", question.format(actor=actor)
            yield Situation(topic, question, holds and not trying, claim)
            break


def actor_of(match: re.Match[str], claim: Claim, directory: Directory) -> str:
    """Who is said to have done it: the party named in the phrase, else the speaker."""
    words = match.groupdict().get("who")
    party = speaker_party(directory, words)
    if party is not None:
        return party.name
    return re.sub(r"^[Tt]he\s", "", words or claim.source_party or claim.source or "nobody")


def first_match(patterns: Sequence[str], sentence: str) -> re.Match[str] | None:
    """The first phrase of a list that a sentence has."""
    for pattern in patterns:
        match = compiled(pattern, re.IGNORECASE).search(sentence)
        if match is not None:
            return match
    return None

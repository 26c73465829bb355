"""Readings and a directory come in; what the reports say of the state of things, attributed and dated, goes out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.figure import Figure, Quantity
from crossread.model.ledger import Reading
from crossread.model.report import Report
from crossread.model.resolution import Situation
from crossread.model.statement import Statement
from crossread.model.when import When
from crossread.resolve.directory import Directory
from crossread.resolve.speakers import speaker_party

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOT_SAID = frozenset({"boilerplate", "notice", "byline", "stamp"})


def situations(readings: Sequence[Reading], directory: Directory) -> tuple[Situation, ...]:
    """Every state of things that the reports affirm or deny, by report and place in the text."""
    found = [
        situation
        for reading in readings
        for row in load("situations")["situation"]
        for situation in in_report(reading, row, directory)
    ]
    return tuple(
        sorted(found, key=lambda one: (one.claim.report, one.claim.figure.start, one.topic))
    )


def in_report(reading: Reading, row: dict[str, Any], directory: Directory) -> Iterator[Situation]:
    """The sentences of one report that say a state holds or fails."""
    for start, end in sentences(reading.report):
        sentence = reading.report.text[start:end]
        for holds, patterns in ((True, row["holds"]), (False, row["fails"])):
            match = first_match(patterns, sentence)
            if match is None or "despite" in sentence[: match.start()].casefold():
                continue
            not_yet = (
                re.search(load("situations")["not_yet"], sentence[: match.start()]) is not None
            )
            claim = situation_claim(
                reading, (start + match.start(), start + match.end()), sentence, directory
            )
            yield Situation(row["topic"], row["question"], holds and not not_yet, claim)
            break


def first_match(patterns: Sequence[str], sentence: str) -> re.Match[str] | None:
    """The first phrase of a list that a sentence has."""
    for pattern in patterns:
        match = re.search(pattern, sentence, re.IGNORECASE)
        if match is not None:
            return match
    return None


def sentences(report: Report) -> Iterator[tuple[int, int]]:
    """The offsets of a report's sentences, by line ends and full stops, adverts and notices left out."""
    silent = [(block.start, block.end) for block in report.blocks if block.kind in NOT_SAID]
    for line in re.finditer(r"[^\n]+", report.text):
        if any(start <= line.start() < end for start, end in silent):
            continue
        at = line.start()
        for stop in re.finditer(r"[.!?][”\"’]?\s+(?=[A-Z“\"])|$", line[0]):
            yield at, line.start() + stop.end()
            at = line.start() + stop.end()


def situation_claim(
    reading: Reading, span: tuple[int, int], sentence: str, directory: Directory
) -> Claim:
    """The phrase as a claim: who says it, as of which day."""
    report = reading.report
    words = report.text[span[0] : span[1]]
    quantity = Quantity(None, None, *span, span, vague=words)
    figure = Figure(quantity, *span, 0, "person", "people", "situation", "situation", span[0])
    statement = covering(reading.statements, span[0])
    speaker = statement.speaker if statement else None
    party = speaker_party(directory, speaker, report, sentence=sentence)
    return Claim(
        figure, report.name, report.id, words, sentence.strip(), source=speaker,
        source_party=party.name if party else None, as_of=day_of(sentence, words, report),
    )  # fmt: skip


def covering(statements: Sequence[Statement], offset: int) -> Statement | None:
    """The innermost statement whose content holds an offset."""
    holding = [
        (end - start, statement.source or (0, 0), statement)
        for statement in statements
        for start, end in statement.content
        if start <= offset < end
    ]
    return min(holding, key=lambda found: found[:2])[2] if holding else None


def day_of(sentence: str, words: str, report: Report) -> When | None:
    """The day of the weekday that stands nearest to the phrase, no later than publication; else publication."""
    if report.published is None:
        return None
    at = sentence.find(words)
    named = sorted(
        (abs(match.start() - at), match[0])
        for match in re.finditer("|".join(WEEKDAYS), sentence)
        if not sentence[: match.start()].endswith(("since ", "until "))
    )
    if not named:
        return report.published
    found = last_weekday(named[0][1], report.published.last)
    return When(found, found, "day", named[0][1], "weekday of the sentence")


def last_weekday(name: str, published: date) -> date:
    """The last such day up to publication."""
    return published - timedelta(days=(published.weekday() - WEEKDAYS.index(name)) % 7)

"""A reading and a stretch of its text come in; the claim that somebody makes with these words goes out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from crossread.model.claim import Claim
from crossread.model.figure import Figure, Quantity
from crossread.model.ledger import Reading
from crossread.model.report import Report
from crossread.model.statement import Statement
from crossread.model.when import When
from crossread.resolve.directory import Directory
from crossread.resolve.speakers import speaker_party

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OF_A_DAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)}|Yesterday|Today)[’']s\s", re.I)
"""A paper or an act told by its day ("Friday's ultimatum") is nobody who speaks."""
NOT_SAID = frozenset({"boilerplate", "notice", "byline", "stamp"})


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


def utterance(
    reading: Reading, span: tuple[int, int], sentence: str, directory: Directory
) -> Claim:
    """The words as a claim: who says it, as of which day."""
    report = reading.report
    words = report.text[span[0] : span[1]]
    quantity = Quantity(None, None, *span, span, vague=words)
    figure = Figure(quantity, *span, 0, "person", "people", "situation", "situation", span[0])
    statement = covering(reading.statements, span[0])
    speaker = statement.speaker if statement else None
    party = speaker_party(directory, speaker, report, sentence=sentence)
    if party is None and speaker and OF_A_DAY.match(speaker):
        speaker = None
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

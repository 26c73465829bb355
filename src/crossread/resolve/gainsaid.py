"""Readings come in; what one speaker denies in words that another uses to say it goes out, whatever it is about."""

import re
from collections.abc import Iterator, Sequence

from crossread.lexicon import load
from crossread.model.ledger import Reading
from crossread.model.resolution import Situation
from crossread.model.statement import Statement
from crossread.resolve.directory import Directory
from crossread.resolve.utterance import covering, sentences, utterance

Worded = tuple[int, int, frozenset[str]]
"""A sentence's offsets and its content words."""


def gainsaid(readings: Sequence[Reading], directory: Directory) -> list[Situation]:
    """Each denied statement with the sentences, in any report, that say what it denies."""
    denials = [
        (reading, statement)
        for reading in readings
        for statement in reading.statements
        if statement.denies and statement.content
    ]
    told = [(reading, tuple(worded(reading))) for reading in readings] if denials else []
    return [one for denial in denials for one in denied(*denial, told, directory)]


def worded(reading: Reading) -> Iterator[Worded]:
    """The sentences of a report with their content words."""
    for start, end in sentences(reading.report):
        yield start, end, content_words(reading.report.text[start:end].rstrip())


def denied(
    reading: Reading,
    statement: Statement,
    told: Sequence[tuple[Reading, Sequence[Worded]]],
    directory: Directory,
) -> list[Situation]:
    """One denial and what it is held against; nothing where no sentence says the same, or a figure is denied."""
    start, end = statement.content[0][0], statement.content[-1][1]
    words = reading.report.text[start:end]
    wanted = content_words(words)
    table = load("situations")["content"]
    if len(wanted) < table["least"] or re.search(r"\d", words):
        return []
    said = [
        utterance(other, span, other.report.text[span[0] : span[1]], directory)
        for other, its in told
        for span in affirming(other, its, wanted, (start, end) if other is reading else None)
    ]
    said = [claim for claim in said if claim.source != statement.speaker]
    if not said:
        return []
    denial = utterance(reading, (start, end), sentence_of(reading, start), directory)
    shown = " ".join(words.split())
    topic, question = "denied: " + " ".join(sorted(wanted)), f"Is it so: “{shown}”?"
    return [
        *(Situation(topic, question, holds=True, claim=claim) for claim in said),
        Situation(topic, question, holds=False, claim=denial),
    ]


def affirming(
    reading: Reading,
    told: Sequence[Worded],
    wanted: frozenset[str],
    own: tuple[int, int] | None,
) -> Iterator[tuple[int, int]]:
    """The sentences of a report that share most content words with what is denied, and do not deny it themselves."""
    table = load("situations")["content"]
    for start, end, words in told:
        if own is not None and start < own[1] and own[0] < end:
            continue
        shared = wanted & words
        if len(shared) < table["least"] or len(shared) < table["share"] * len(wanted):
            continue
        sentence = reading.report.text[start:end].rstrip()
        inside = covering(reading.statements, start + len(sentence) // 2)
        if re.search(table["negation"], sentence) or (inside is not None and inside.denies):
            continue
        own_words = inside.content[0] if inside is not None and inside.content else (start, end)
        yield max(start, own_words[0]), min(start + len(sentence), own_words[1])


def sentence_of(reading: Reading, offset: int) -> str:
    """The sentence that holds an offset."""
    text = reading.report.text
    return next(
        (text[start:end] for start, end in sentences(reading.report) if start <= offset < end), ""
    )


def content_words(words: str) -> frozenset[str]:
    """The stems of the words that carry content, negations and small words left out."""
    stop = load("situations")["content"]["stop"]
    found = (word.casefold() for word in re.findall(r"[^\W\d_]{3,}", words))
    return frozenset(stem(word) for word in found if word not in stop)


def stem(word: str) -> str:
    """A word without its ending, so that "opened", "opening" and "opens" meet."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word

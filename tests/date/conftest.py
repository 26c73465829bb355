"""Reports and claims built by hand, without a parser: one sentence per full stop, one block per line."""

import re
from collections.abc import Callable
from datetime import date

import pytest
import spacy

from crossread.model.claim import Claim
from crossread.model.figure import Figure, Quantity
from crossread.model.report import Block, Report
from crossread.model.sentence import Parsed, Sentence
from crossread.model.when import When

_NLP = spacy.blank("en")

Read = Callable[..., Parsed]
Count = Callable[..., Claim]


def read_text(text: str, *, name: str = "a.txt", published: str | None = None) -> Parsed:
    """A report cut into lines and sentences, tokens only."""
    blocks, sentences = [], []
    doc = _NLP(text)
    for line in re.finditer(r"[^\n]+", text):
        blocks.append(Block(line.start(), line.end(), "body"))
        for cut in re.finditer(r".+?(?:[.!?]\s+(?=[A-Z“\"])|$)", line.group()):
            span = doc.char_span(
                line.start() + cut.start(), line.start() + len(cut.group().rstrip()) + cut.start(),
                alignment_mode="expand",
            )  # fmt: skip
            if span is not None and len(span):
                place = (span.start_char, span.end_char, span.start, span.end, len(blocks) - 1)
                sentences.append(Sentence(len(sentences), *place, False))
    day = date.fromisoformat(published) if published else None
    when = When(day, day) if day else None
    report = Report(name, name, text, tuple(blocks), published=when)
    return Parsed(report, doc, tuple(sentences))


def count_in(parsed: Parsed, quote: str, *, source: str | None = None) -> Claim:
    """A claim whose quote stands in the report; its anchor is the quote's last word."""
    start = parsed.report.text.index(quote)
    end = start + len(quote)
    quantity = Quantity(1, 1, start, end, (start, end))
    sentence = parsed.sentence_at(start)
    index = sentence.index if sentence else 0
    figure = Figure(quantity, start, end, index, "person", "people", "killed", "test", end - 1)
    return Claim(figure, parsed.report.name, parsed.report.id, quote, "", source=source)


@pytest.fixture
def read() -> Read:
    """Builds a parsed report."""
    return read_text


@pytest.fixture
def count() -> Count:
    """Builds a claim in a parsed report."""
    return count_in

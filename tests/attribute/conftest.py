"""Reports of one or two sentences, parsed once with the parser that ships, and figures put where a table says."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from crossread.model.figure import Figure, Quantity
from crossread.model.report import Block, Report
from crossread.model.sentence import Parsed
from crossread.parse import Parser
from crossread.parse.parser import MODEL


@cache
def parser() -> Parser:
    """The parser, loaded once."""
    if not (Path(MODEL) / "parser.onnx").exists():
        pytest.skip("the parser's weights are not built: see training/")
    return Parser()


def report_of(text: str, kind: str = "body") -> Report:
    """A report of plain paragraphs, one block a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), kind))
        at += len(line) + 1
    return Report("report.txt", "0" * 16, text, tuple(blocks))


@pytest.fixture
def parsed() -> Callable[[str], Parsed]:
    """Parse a text; `//` begins a paragraph."""
    return lambda text: parser().parse(report_of(text.replace(" // ", "\n")))


@pytest.fixture
def figure() -> Callable[..., Figure]:
    """A figure at a number's words in a parsed text."""

    def put(parsed: Parsed, words: str, condition: str) -> Figure:
        match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", parsed.doc.text)
        assert match is not None, f"{words!r} does not stand in {parsed.doc.text!r}"
        start, end = match.span()
        digits = re.sub(r"\D", "", words)
        bound = int(digits) if digits else None
        sentence = parsed.sentence_at(start)
        assert sentence is not None
        quantity = Quantity(bound, bound, start, end, (start, end), vague=None if digits else words)
        return Figure(
            quantity, start, end, sentence.index, "person", "people", condition, "test", start
        )

    return put

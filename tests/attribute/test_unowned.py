"""A report that nobody is named behind is no voice of its own; a body's report is."""

import pytest

from crossread.attribute import attribute
from crossread.extract import extract
from crossread.model.report import Report
from crossread.parse import Parser

TEXTS = [
    ("About 700 children were held there, according to the report.", None),
    ("Reports said 12 people had died.", None),
    ("About 700 children were held there, according to a UNICEF report.", "a UNICEF report"),
]


@pytest.mark.parametrize(("text", "speaker"), TEXTS)
def test_unowned_report(text: str, speaker: str | None) -> None:
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    claims, _ = attribute(parsed, extract(parsed)[0])
    assert [claim.source for claim in claims] == [speaker]

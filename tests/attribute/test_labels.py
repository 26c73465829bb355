"""Labels in front of a colon: who speaks, and what only heads a count."""

import pytest

from crossread.attribute import attribute
from crossread.clean import clean
from crossread.extract import extract
from crossread.model.report import Report
from crossread.model.source import Source
from crossread.parse import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The parser, loaded once."""
    return Parser()


LINES = [
    # a ministry, an agency behind a flash mark, insiders behind a time, a club, an office, an account
    ("Health ministry: 7 killed since dawn.", "Health ministry"),
    ("Urgent | Civil Defense: number of martyrs rose to 22", "Civil Defense"),
    ("14:05 Security sources: 155 passengers freed so far", "Security sources"),
    ("Prisoners' Club: 33 people detained here since Monday.", "Prisoners' Club"),
    ("* Sat 11:15 Speaker of parliament: 116 dead", "Speaker of parliament"),
    ('@TolanArmyPIO: "Correction: 13 troops killed."', "@TolanArmyPIO"),
    # topics and counts have no speaker
    ("Deaths so far: 12 people killed.", None),
    ("Casualties: 12 dead, 40 injured.", None),
]


@pytest.mark.parametrize(("line", "speaker"), LINES)
def test_label(parser: Parser, line: str, speaker: str | None) -> None:
    report = clean(Source("a.txt", line.encode("utf-8")))
    assert isinstance(report, Report)
    parsed = parser.parse(report)
    claims, _ = attribute(parsed, extract(parsed)[0])
    assert [claim.source for claim in claims][:1] == [speaker]

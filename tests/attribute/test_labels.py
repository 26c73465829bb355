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
    # bullets and times go before the speaker and are no part of the name; a timed entry may tell a bare toll
    ("● 06:15 Highway Police: 7 dead", "Highway Police"),
    ("● 07:40 Highway Police: 16 dead", "Highway Police"),
    ("14:05 Red Cross says 12 missing", "Red Cross"),
    ("17h05: Hospital director Ana Ruiz tells local radio that 30 are wounded.", "Ana Ruiz"),
    # an acronym speaks where the report also has it inside a sentence
    ("11:20 DIRESA: 25 dead\n\nThe director of DIRESA spoke.", "DIRESA"),
    ("11:20 UPDATE: 25 dead\n\nThe director of DIRESA spoke.", None),
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

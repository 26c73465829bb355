"""Who counts the figures of a table or list: its column, the note under it, the line over it."""

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


TABLE = "Town | Injured | Dead\nAlda | 33 | 7\nBorun | 52 | 8\n"
CAPTIONS = [
    ("Wounded in hospital (hospital administrations, 12 May)", "", "hospital administrations"),
    ("Casualties by town (source: provincial health directorate)", "", "provincial health directorate"),
    ("Table 2. Casualties by town, according to the Red Crescent", "", "the Red Crescent"),
    ("Casualties by town - Interior Ministry, 12 May, 18:00", "", "Interior Ministry"),
    ("Figures from the Health Ministry:", "", "the Health Ministry"),
    # a day, an area, a state of the count are nobody's name
    ("Casualties by town (as of 12 May)", "", None),
    ("Casualties by town (northern province)", "", None),
    ("Casualties by town (no official count unless stated)", "", None),
    # the note under the table; the first of two bodies, none of several
    ("Casualties by town", "Source: Fire Service, 12 May.\n", "Fire Service"),
    ("Casualties by town", "Source: Fire Service, town health office, 12 May, 15:00\n", "Fire Service"),
    ("Casualties by town", "Source: Fire Service, Borun Hospital, Red Crescent.\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "note", "source"), CAPTIONS)
def test_whose_table(parser: Parser, caption: str, note: str, source: str | None) -> None:
    text = f"Floods in Norda\n\nThe river rose again on Tuesday.\n\n{caption}\n{TABLE}{note}"
    report = clean(Source("a.txt", text.encode("utf-8")))
    assert isinstance(report, Report)
    parsed = parser.parse(report)
    claims, _ = attribute(parsed, extract(parsed)[0])
    assert [claim.source for claim in claims] == [source] * 4

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


NOTED = [
    # heads, the notes below, who counts each cell of the two rows
    (("Dead (a)", "Missing (b)"), "(a) Health Ministry, 2 May. (b) Red Crescent; town hall for Borun.",
     ["Health Ministry", "Red Crescent", "Health Ministry", "town hall"]),
    (("Dead*", "Injured**"), "* Source: Civil Protection, 3 May\n** Hospital administration",
     ["Civil Protection", "Hospital administration"] * 2),
    (("Dead (1)", "Injured (2)"), "1) Fire Service; 2) provisional; WHO", ["Fire Service", "WHO"] * 2),
    (("Dead", "Injured (Ministry of Health)"), "", [None, "Ministry of Health"] * 2),
    # how it was counted is nobody's name; whom a bracket may count is no speaker
    (("Dead (a)", "Injured (b)"), "(a) Provisional. (b) Hospital patients only.", [None] * 4),
    (("Dead (police)", "Injured (police)"), "", [None] * 4),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "notes", "sources"), NOTED)
def test_whose_column(parser, heads, notes, sources):
    table = f"Town | {heads[0]} | {heads[1]}\nAlda | 33 | 7\nBorun | 52 | 8\n{notes}\n"
    text = f"Floods in Norda\n\nThe river rose again on Tuesday.\n\n{table}"
    report = clean(Source("a.txt", text.encode("utf-8")))
    parsed = parser.parse(report)
    claims, _ = attribute(parsed, extract(parsed)[0])
    cells = [claim.source for claim in claims if claim.quote.split()[-1] in ("33", "7", "52", "8")]
    assert cells == sources


def test_sources_of_the_heading_are_the_tables(parser):
    table = "Hour | Men | Women\n10:00 | 43 | 26\n12:00 | 58 | 31\n"
    text = f"Floods in Norda\n\n2. WHO CAME OUT, BY HOUR (security sources)\n\n{table}"
    report = clean(Source("a.txt", text.encode("utf-8")))
    parsed = parser.parse(report)
    claims, _ = attribute(parsed, extract(parsed)[0])
    assert {claim.source for claim in claims} == {"security sources"}

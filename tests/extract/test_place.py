"""The place that a figure's clause names."""

import pytest

from crossread.clean import clean
from crossread.extract import extract
from crossread.model.report import Report
from crossread.model.source import Source
from crossread.parse import Parser


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two more people died in Castilla-La Mancha on Friday.", "Castilla-La Mancha"),
        ("Nine were killed in Port-au-Prince on Monday.", "Port-au-Prince"),
        ("At least 12 people were killed in Baden - the worst toll yet.", "Baden"),
        ("At least 12 people were killed in Losto - Friday was worse.", "Losto"),
        ("12 people dead, 30 injured in Losto.", "Losto"),
        ("30 people were killed in the whole of Losto.", "Losto"),
        ("In Losto, 1,000 kilometres away, 18 people are dead and 78 missing.", "Losto"),
        (
            "13 people are now known to have died under a 30-storey tower that fell in Losto.",
            "Losto",
        ),
    ],
)
def test_a_hyphen_joins_a_name_and_a_dash_does_not(text: str, place: str) -> None:
    report = clean(Source("a.txt", text.encode()))
    assert isinstance(report, Report)
    figures, _ = extract(Parser().parse(report))
    assert {figure.place for figure in figures} == {place}


def test_a_place_behind_another_number_is_that_numbers() -> None:
    text = "The board has 213 dead on its list, the government three dead in Losto and one in Mira."
    report = clean(Source("a.txt", text.encode()))
    assert isinstance(report, Report)
    figures, _ = extract(Parser().parse(report))
    assert figures[0].place is None


def test_a_place_where_somebody_speaks_is_not_that_of_a_number_far_behind_it() -> None:
    text = "In Losto on Wednesday the rights chief of the union, Ada Perk, spoke of 450 escapees."
    report = clean(Source("a.txt", text.encode()))
    assert isinstance(report, Report)
    figures, _ = extract(Parser().parse(report))
    assert [figure.place for figure in figures] == [None]

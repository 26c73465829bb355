"""List items come in; the place that labels an item is asserted to be that of its figures, and of nobody's speech."""

import pytest

from crossread.attribute import attribute
from crossread.clean import clean
from crossread.extract import extract
from crossread.model.ledger import Reading
from crossread.model.report import Report
from crossread.model.source import Source
from crossread.parse import Parser
from crossread.resolve import resolve

ITEMS = [
    ("Losto, across the border in Ruvia: 16 dead and 161 injured by shells", "Losto"),
    ("Upper Veld district: 12 killed, 40 hurt", "Upper Veld district"),
    ("Antakya: 20 dead", "Antakya"),
    ("Health ministry: 300 dead", None),
    ("Deaths: 12", None),
    ("Drivers: 12 dead", None),
]


@pytest.mark.parametrize(("item", "place"), ITEMS)
def test_the_place_that_labels_an_item_is_that_of_its_figures(item: str, place: str | None) -> None:
    text = f"Floods in the north\n3 May 2030\n\nThe board has a toll by place:\n\n- None yet\n- {item}\n"
    report = clean(Source("a.txt", text.encode()))
    assert isinstance(report, Report)
    parsed = Parser().parse(report)
    figures, refused = extract(parsed)
    claims, statements = attribute(parsed, figures)
    read = resolve([Reading(report, tuple(claims), tuple(statements), tuple(refused))]).readings[0]
    assert {claim.place for claim in read.claims} == {place}
    assert place is None or all(claim.source != place for claim in read.claims)

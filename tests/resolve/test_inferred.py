"""Reports that call a party by further words come in; which party these stand for is asserted."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.resolve import resolve

CASES = [
    # a person is listed by full name, surname and title with the body spoken for
    (
        "Nine died, said Dr Ana Velt, director of the Tolva Relief Committee. Velt knew no more.",
        "Tolva Relief Committee",
        "Velt",
        True,
    ),
    # the office before a person's name is that person's body
    (
        "Ana Velt, head of the Tolva Rights Network, found nine. By night Velt’s network had ten.",
        "Tolva Rights Network",
        "Velt’s network",
        True,
    ),
    # the office that a text gives a person between commas
    (
        "Ana Velt, head of the Tolva Rights Network, found nine. Velt, the fleet manager, had ten.",
        "Tolva Rights Network",
        "fleet manager",
        True,
    ),
    # other words for the same people
    (
        "Police said nine died in Nairobi. The cops left. Kenya mourns.",
        "Kenyan police",
        "cops",
        True,
    ),
    # a description right beside the name
    (
        "TRAV, a collective of nurses, counted nine dead. TRAV wants more.",
        "TRAV",
        "collective of nurses",
        True,
    ),
    ("The TRAV said nine died. The militant TRAV struck at dawn.", "TRAV", "militant TRAV", True),
    # a hospital by its other forms
    (
        "Nine lay in Saint Velt hospital, said its director. At the clinic of Saint Velt ten waited.",
        "Saint Velt hospital",
        "clinic of Saint Velt",
        True,
    ),
    # a bare court is not the state
    ("In Nairobi nine died, the court said. Kenya mourns, in Kenya.", "Kenya", "court", False),
    # a press office is its body's, not the media's
    (
        "The media said nine died. The army press office denied it.",
        "media",
        "army press office",
        False,
    ),
    (
        "The media said nine died. Only foreign newspapers had ten.",
        "media",
        "foreign newspapers",
        True,
    ),
    # in some states premiers are provinces'
    ("Canada mourns nine dead. The premier denied it.", "Canada", "premier", False),
    # the mission of the UN is not the UN
    ("The UN said nine died. The UN mission denied it.", "UN", "UN mission", False),
]


@pytest.mark.parametrize(("text", "left", "right", "joined"), CASES)
def test_further_words_for_a_party(text: str, left: str, right: str, joined: bool) -> None:
    owners = {
        name: party.name
        for party in resolve([make_reading(make_report(text=text), [])]).parties
        for name in (party.name, *party.aliases)
    }
    assert left in owners
    assert (owners.get(left) == owners.get(right)) is joined


def test_an_outlet_goes_by_its_name_without_the_edition_and_by_its_letters() -> None:
    text = "Tolva Press Live | Nine died at the port.\nA Tolva Press reporter saw it. (TPS)"
    report = make_report(text=text, outlet="Tolva Press Live")
    parties = {
        party.name: set(party.aliases) for party in resolve([make_reading(report, [])]).parties
    }
    assert {"Tolva Press", "TPS"} <= parties["Tolva Press Live"]


def test_the_county_is_the_one_county_named() -> None:
    text = "Nine died in Velt County, the Velt County government said. The county had no more."
    owners = {
        name: party.name
        for party in resolve([make_reading(make_report(text=text), [])]).parties
        for name in (party.name, *party.aliases)
    }
    assert owners["county"] == owners["Velt County"]


HEARD = [
    ("Ana Velt, who walks for the Tolva Relief Committee, has nine. Dr Velt had ten.", True),
    ("The Tolva Relief Committee has nine, said its eldest, Ana Velt. Dr Velt had ten.", True),
    # beside in the text, but not said of her
    ("The Tolva Relief Committee sent tents. Ana Velt had nine. Dr Velt had ten.", False),
    ("Ana Velt told us that the Tolva Relief Committee has nine. Dr Velt had ten.", False),
]


@pytest.mark.parametrize(("text", "hers"), HEARD)
def test_a_person_is_of_the_claims_body_where_a_text_says_it_beside_the_name(
    text: str, hers: bool
) -> None:
    claim = make_claim(9, 9, source="Tolva Relief Committee", said="Ana Velt", sentence=text)
    parties = resolve([make_reading(make_report(text=text), [claim])]).parties
    names = {name for party in parties for name in party.aliases}
    assert ({"Ana Velt", "Velt", "Dr Velt"} <= names) is hers

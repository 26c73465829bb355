"""Reports that never use a register's short name come in; the name that they do use is asserted of claim and party."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.factories import make_claim, make_reading, make_report

from crossread.model.resolution import Resolution
from crossread.resolve import resolve

LONG = "The UN rights office counts nine. Later the UN rights office and the UN human rights office said ten."


def resolved(
    text: str, source: str, aliases: Mapping[str, Sequence[str]] | None = None
) -> Resolution:
    """The resolution of one report with one claim by this speaker."""
    report = make_report(text=text)
    claim = replace(make_claim(9, 9, sentence=text, report=report.name), source=source)
    return resolve([make_reading(report, [claim])], aliases)


def test_a_party_is_printed_under_the_name_that_the_reports_use() -> None:
    found = resolved(LONG, "the UN human rights office")
    assert found.readings[0].claims[0].source_party == "UN rights office"
    party = next(one for one in found.parties if one.name == "UN rights office")
    assert {"OHCHR", "UN human rights office"} <= set(party.aliases)
    assert party.within == "UN"


def test_the_short_name_stays_where_a_report_uses_it() -> None:
    found = resolved(f"{LONG} OHCHR staff are there.", "the UN rights office")
    assert found.readings[0].claims[0].source_party == "OHCHR"


def test_a_part_follows_the_name_of_its_house() -> None:
    found = resolved("The United Nations counts nine, UNHCR ten.", "UNHCR")
    assert {(one.name, one.within) for one in found.parties} == {
        ("UNHCR", "United Nations"),
        ("United Nations", None),
    }


def test_states_but_for_bare_letters_and_a_users_names_stay() -> None:
    assert resolved("Kenyan troops fled.", "Kenyan troops").parties[0].name != "Kenyan"
    assert (
        resolved("Britain counts nine, British police ten.", "Britain").parties[0].name == "Britain"
    )
    assert resolved("U.S. officials count nine.", "U.S. officials").parties[0].name == "US"
    found = resolved(LONG, "the UN rights office", {"Rights HQ": ["UN rights office"]})
    assert found.readings[0].claims[0].source_party == "Rights HQ"


def test_two_parties_of_the_users_list_are_never_made_one() -> None:
    text = (
        "The chief inspector counts nine in Kenya. Kenyan police in Kenya said ten, Kenya eleven."
    )
    lists = {"Mines Office": ["chief inspector", "inspector"], "police": ["Kenyan police"]}
    names = {
        name: party.name
        for party in resolved(text, "The chief inspector", lists).parties
        for name in (party.name, *party.aliases)
    }
    assert (names["chief inspector"], names["Kenyan police"]) == ("Mines Office", "police")


def test_a_bare_noun_is_printed_with_the_one_word_that_the_reports_have_before_it() -> None:
    text = (
        "The camp committee wept. Camp committee chairman Dan Keel wept. The committee counts nine."
    )
    party = resolved(text, "The committee").readings[0].claims[0].source_party
    assert party == "camp committee"
    other = resolved(f"{text} The town committee left.", "The committee")
    assert other.readings[0].claims[0].source_party == "committee"

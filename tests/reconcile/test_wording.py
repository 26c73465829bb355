"""How verdicts word what they tell."""

from dataclasses import replace

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.resolution import Resolution
from crossread.reconcile.denials import denials
from crossread.reconcile.event import title_of
from crossread.reconcile.voice import hear
from crossread.reconcile.wording import deny


@pytest.mark.parametrize(
    ("deniers", "verb"),
    [
        (["The agitators"], "deny"),
        (["police"], "deny"),
        (["Red Cross", "UN"], "deny"),
        (["Red Cross"], "denies"),
        (["the press"], "denies"),
        (["Railways (rail official)"], "denies"),
        (["United Nations"], "denies"),
    ],
)
def test_the_verb_follows_its_subject(deniers: list[str], verb: str) -> None:
    assert deny(deniers) == verb


def test_a_report_that_tells_of_a_rumour_and_denies_it_takes_nothing_back() -> None:
    told = make_claim(120, 120, report="a.txt", start=300, quote="A figure of 120")
    denied = make_claim(120, 120, report="a.txt", start=100, stance="denied", quote="not 120")
    voices = hear(Resolution((make_reading(make_report("a.txt", "A"), [told, denied]),)))
    (found,) = denials([told, denied], voices)
    assert "no speaker was found" in found.why
    assert found.claims == (told, denied)
    other = replace(told, source="Guild", source_party="Guild")
    again = replace(denied, source="Guild", source_party="Guild")
    (found,) = denials([other, again], voices)
    assert "takes back" in found.why


def test_an_issuers_name_in_capitals_is_no_title_where_another_report_has_one() -> None:
    text = "The flood in Losto killed nine, the disaster office of Losto said."
    issuer = make_report("a.txt", text, title="DISASTER OFFICE OF LOSTO")
    story = make_report("b.txt", f"{text} It rained.", title="Flood in Losto kills nine")
    assert title_of([issuer, story]) == "Flood in Losto kills nine"
    assert title_of([issuer]) == "DISASTER OFFICE OF LOSTO"

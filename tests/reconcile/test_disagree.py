"""Claims in one line each come in; the kinds of disagreement that a reader is shown are asserted."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.ledger import Ledger
from crossread.model.party import Party
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile

HOUSES = (
    Party("OCHA", within="UN", kind="neutral"),
    Party("UNHCR", within="UN", kind="neutral"),
)


def ledger_of(*claims: Claim) -> Ledger:
    """The ledger of these claims, each in the report that it names."""
    readings = [
        make_reading(
            make_report(name, f"Text of {name}.", "2030-05-12"),
            [claim for claim in claims if claim.report == name],
        )
        for name in sorted({claim.report for claim in claims})
    ]
    return reconcile(Resolution(tuple(readings), HOUSES))


def kinds(*claims: Claim) -> list[str]:
    """The kinds of disagreement between these claims."""
    return sorted(verdict.kind for _, verdict in ledger_of(*claims).disagreements)


CASES = [
    # one speaker's toll that grows from day to day is an update, and nothing else
    (
        [
            make_claim(23, 23, source="Red Front", as_of="2030-05-10", report="a.txt"),
            make_claim(112, 112, source="Red Front", as_of="2030-05-12", report="b.txt"),
        ],
        ["update"],
    ),
    # "more than 100" on the day of an exact 250 by the same speaker fits it
    (
        [
            make_claim(250, 250, source="Red Front", report="a.txt"),
            make_claim(100, None, source="Red Front", report="b.txt"),
        ],
        [],
    ),
    # a toll lowered by its own speaker
    (
        [
            make_claim(115, 115, source="County", as_of="2030-05-10", report="a.txt"),
            make_claim(97, 97, source="County", as_of="2030-05-20", report="b.txt"),
        ],
        ["revision_down"],
    ),
    # a stock that shrinks is a change, not a revision
    (
        [
            make_claim(60, 60, "missing", source="Ministry", as_of="2030-05-10", report="a.txt"),
            make_claim(21, 21, "missing", source="Ministry", as_of="2030-05-13", report="b.txt"),
        ],
        ["update"],
    ),
    # two speakers, one day, no number that fits both
    (
        [
            make_claim(80, 80, source="Ministry", report="a.txt"),
            make_claim(100, None, source="Red Front", report="b.txt"),
        ],
        ["range"],
    ),
    # a hedged round number and the exact one it stands for
    (
        [
            make_claim(4000, 4000, "detained", source="Ministry", approx=True, report="a.txt"),
            make_claim(3798, 3798, "detained", source="Red Front", report="b.txt"),
        ],
        [],
    ),
    # somebody's range holds both figures: looseness, no dispute
    (
        [
            make_claim(700, 700, "detained", population="children", report="a.txt", approx=True),
            make_claim(850, 850, "detained", population="children", report="b.txt"),
            make_claim(700, 850, "detained", population="children", report="c.txt", approx=True),
        ],
        [],
    ),
    # a figure and its denial by another
    (
        [
            make_claim(800, 800, "escaped", source="Red Front", population="detainees"),
            make_claim(
                800, 800, "escaped", source="Guard", population="detainees", stance="denied"
            ),
        ],
        ["denial"],
    ),
    # killed and injured are two questions
    (
        [
            make_claim(30, 30, "killed", source="Ministry", report="a.txt"),
            make_claim(90, 90, "injured", source="Red Front", report="b.txt"),
        ],
        [],
    ),
    # two sides' dead are two questions
    (
        [
            make_claim(
                7, 7, source="Guard", party="Guard", population="combatants", report="a.txt"
            ),
            make_claim(
                23,
                23,
                source="Ministry",
                party="Red Front",
                population="combatants",
                report="b.txt",
            ),
        ],
        [],
    ),
    # what is said of another event never meets the event's own figures
    (
        [
            make_claim(30, 30, source="Ministry", report="a.txt"),
            make_claim(11, 11, source="Army", background=True, place="Elsewhere", report="b.txt"),
        ],
        [],
    ),
    # two bodies of one house, the later with the higher count: one count that goes on
    (
        [
            make_claim(13, 13, source="OCHA", as_of="2030-05-10", report="a.txt"),
            make_claim(34, 34, source="UNHCR", as_of="2030-05-11", report="b.txt"),
        ],
        ["update"],
    ),
    # two bodies of one house that give two numbers for one day: two voices
    (
        [
            make_claim(13, 13, source="OCHA", report="a.txt"),
            make_claim(34, 34, source="UNHCR", report="b.txt"),
        ],
        ["range"],
    ),
    # one speaker who raises its "up to"
    (
        [
            make_claim(None, 3, source="Command", as_of="2030-05-10", report="a.txt"),
            make_claim(None, 10, source="Command", as_of="2030-05-20", report="b.txt"),
        ],
        ["update"],
    ),
    # a number denied by the one who gives another beside it, and given by nobody else: put right
    (
        [
            make_claim(10, 10, source="City hall", stance="denied", start=60),
            make_claim(6, 6, source="City hall", start=20),
        ],
        ["revision_down"],
    ),
    # "at least 24", and somebody who denies 24
    (
        [
            make_claim(24, None, "missing", source="Villagers", start=0),
            make_claim(24, 24, "missing", source="Prefect", stance="denied", start=90),
        ],
        ["denial"],
    ),
    # two guesses, both hedged, that lie near each other
    (
        [
            make_claim(10, 10, source="Agency", approx=True, report="a.txt"),
            make_claim(12, 12, source="Station", approx=True, report="b.txt"),
        ],
        [],
    ),
    # one report that holds two bodies' last figures against each other, though their days differ
    (
        [
            make_claim(3735, 3735, source="Junta", as_of="2030-05-02", start=0),
            make_claim(4456, 4456, source="Broadcaster", as_of="2030-05-12", start=90),
        ],
        ["range"],
    ),
    # what two nobodies saw in two places says nothing about each other
    (
        [
            make_claim(11, 11, said="a porter", report="a.txt"),
            make_claim(16, 16, said="a baker", report="b.txt"),
        ],
        [],
    ),
    # a tiny count of one body, where two others by then know of many times more: another thing
    (
        [
            make_claim(190, 190, source="Government", report="a.txt"),
            make_claim(178, 178, source="Ministry", report="b.txt"),
            make_claim(5, 5, source="Army", report="c.txt"),
        ],
        ["range"],
    ),
    # a street's dead in a report's own voice, beside the whole event's
    (
        [
            make_claim(300, 300, source="Ministry", report="a.txt"),
            make_claim(3, 3, report="b.txt"),
        ],
        [],
    ),
]


@pytest.mark.parametrize(("claims", "expected"), CASES)
def test_kinds(claims: list[Claim], expected: list[str]) -> None:
    assert kinds(*claims) == expected


def test_the_sentence_names_speakers_figures_and_days() -> None:
    ((_, verdict),) = ledger_of(
        make_claim(80, 80, source="Ministry", report="a.txt"),
        make_claim(100, None, source="Red Front", report="b.txt"),
    ).disagreements
    for words in ("Ministry", "Red Front", "80", "at least 100", "10 May 2030"):
        assert words in verdict.why


def test_parts_that_miss_their_total_are_shown_with_the_sum() -> None:
    found = ledger_of(
        make_claim(104_000, 104_000, "evacuated", source="Ministry", start=0),
        make_claim(66_000, 66_000, "evacuated", source="Ministry", start=40, measure="part"),
        make_claim(37_000, 37_000, "evacuated", source="Ministry", start=80),
    ).disagreements
    assert [verdict.kind for _, verdict in found if verdict.kind == "does_not_add_up"]
    assert any("103,000" in verdict.why for _, verdict in found)


def test_one_rare_number_under_two_conditions_is_a_matter_of_status() -> None:
    assert kinds(
        make_claim(
            1033, 1033, "escaped", source="Ministry", population="detainees", report="a.txt"
        ),
        make_claim(
            1033, 1033, "detained", source="Lawyers", population="detainees", report="b.txt"
        ),
    ) == ["status"]

"""Claims in one line each come in; the kinds of disagreement that a reader is shown are asserted."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.ledger import Ledger
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile


def ledger_of(*claims: Claim) -> Ledger:
    """The ledger of these claims, each in the report that it names."""
    readings = [
        make_reading(
            make_report(name, f"Text of {name}.", "2030-05-12"),
            [claim for claim in claims if claim.report == name],
        )
        for name in sorted({claim.report for claim in claims})
    ]
    return reconcile(Resolution(tuple(readings)))


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

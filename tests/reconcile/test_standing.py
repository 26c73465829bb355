"""Claims come in; the standing answer and its grade are asserted, and that neither depends on order or copies."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.ledger import Copy, Reading
from crossread.model.party import Party
from crossread.model.question import Standing
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile
from crossread.reconcile.standing import about

PARTIES = (
    Party("UNICEF", within="UN", kind="neutral"),
    Party("OCHA", within="UN", kind="neutral"),
    Party("ICRC", kind="neutral"),
)


def standing_of(*claims: Claim, copies: tuple[Copy, ...] = ()) -> Standing:
    """The standing answer of the one question that these claims make."""
    names = sorted({claim.report for claim in claims})
    readings = tuple(
        make_reading(
            make_report(name, f"Text of {name}.", "2030-05-12"),
            [claim for claim in claims if claim.report == name],
        )
        for name in names
    )
    (question,) = reconcile(Resolution(readings, PARTIES, copies)).questions
    return question.standing


def test_one_named_speaker_beside_a_reports_own_voice_is_not_said_to_be_the_only_one() -> None:
    named = make_claim(30, 30, source="Ministry")
    own = make_claim(30, 30, report="b.txt")
    assert standing_of(named).why == "Only Ministry gives a figure."
    assert standing_of(named, own).why == (
        "Only Ministry is named for a figure; reports also give one in their own voice."
    )


CASES = [
    # nobody is named
    ([make_claim(30, None)], (30, None, "unattributed")),
    # one speaker in three reports is one source
    (
        [
            make_claim(30, 30, source="Ministry", report=name)
            for name in ("a.txt", "b.txt", "c.txt")
        ],
        (30, 30, "one_source"),
    ),
    # a report's own voice that repeats a named speaker's figure adds nothing
    (
        [make_claim(30, 30, source="Ministry"), make_claim(30, 30, report="b.txt")],
        (30, 30, "one_source"),
    ),
    # two speakers, both with something to gain
    (
        [
            make_claim(30, 30, source="Ministry"),
            make_claim(30, 30, source="Red Front", report="b.txt"),
        ],
        (30, 30, "corroborated"),
    ),
    # two speakers, one of them neutral
    (
        [
            make_claim(30, None, source="Ministry"),
            make_claim(34, 34, source="ICRC", report="b.txt"),
        ],
        (30, 34, "agreed"),
    ),
    # a side that counts its own dead speaks against its interest
    (
        [
            make_claim(30, 30, source="Guard", party="Guard", population="combatants"),
            make_claim(
                25, None, source="Red Front", party="Guard", population="combatants", report="b.txt"
            ),
        ],
        (25, 30, "agreed"),
    ),
    # two bodies of one house with one figure are one source
    (
        [
            make_claim(45_000, 45_000, "displaced", source="UNICEF"),
            make_claim(45_000, 45_000, "displaced", source="OCHA", approx=True, report="b.txt"),
        ],
        (45_000, 45_000, "one_source"),
    ),
    # no number fits both
    (
        [
            make_claim(80, 80, source="Ministry"),
            make_claim(100, None, source="Red Front", report="b.txt"),
        ],
        (80, None, "contested"),
    ),
    # denied, and nobody took it back
    (
        [
            make_claim(800, 800, "escaped", source="Red Front"),
            make_claim(800, 800, "escaped", source="Guard", stance="denied"),
        ],
        (800, 800, "contested"),
    ),
    # the first day's count does not stand against a count a week later
    (
        [
            make_claim(17, 17, source="Agency", as_of="2030-05-03"),
            make_claim(700, 700, source="Ministry", as_of="2030-05-10", report="b.txt"),
        ],
        (700, 700, "one_source"),
    ),
    # a vague word never widens a number's range
    (
        [
            make_claim(None, None, vague="dozens"),
            make_claim(60, 60, source="Ministry", report="b.txt"),
        ],
        (60, 60, "one_source"),
    ),
]


@pytest.mark.parametrize(("claims", "expected"), CASES)
def test_standing(claims: list[Claim], expected: tuple[int | None, int | None, str]) -> None:
    standing = standing_of(*claims)
    assert (standing.low, standing.high, standing.grade) == expected


def test_copies_of_one_text_are_one_voice() -> None:
    claims = [make_claim(30, 30), make_claim(31, 31, report="b.txt")]
    copied = standing_of(*claims, copies=(Copy("b.txt", "a.txt", "edited", "one text"),))
    assert copied.grade == "unattributed"
    assert (copied.low, copied.high) == (31, 31)


def test_every_grade_has_a_reason() -> None:
    for claims, _ in CASES:
        assert standing_of(*claims).why.endswith(".")


SPEAKERS = st.sampled_from([None, "Ministry", "Red Front", "ICRC", "UNICEF"])
CLAIMS = st.builds(
    lambda low, more, speaker, condition, day, report, denied, place: make_claim(
        low, low + more if more < 50 else None, condition, source=speaker, as_of=f"2030-05-{day:02}",
        report=f"{report}.txt", stance="denied" if denied else "affirmed", place=place,
    ),
    st.integers(1, 400), st.integers(0, 60), SPEAKERS, st.sampled_from(["killed", "injured", "missing"]),
    st.integers(1, 12), st.sampled_from("abcd"), st.booleans(), st.sampled_from([None, "Northtown"]),
)  # fmt: skip


def answers(
    readings: list[Reading], copies: tuple[Copy, ...] = ()
) -> dict[str, tuple[object, ...]]:
    """What stands under each question, by the question's id."""
    return {
        question.id: (
            question.standing.low,
            question.standing.high,
            question.standing.grade,
            question.independent_sources,
        )
        for question in reconcile(Resolution(tuple(readings), PARTIES, copies)).questions
    }


def readings_of(claims: list[Claim]) -> list[Reading]:
    """The claims in their reports."""
    return [
        make_reading(
            make_report(f"{name}.txt", f"Text of {name}.", "2030-05-12"),
            [replace(claim, report_id=name) for claim in claims if claim.report == f"{name}.txt"],
        )
        for name in "abcd"
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, min_size=1, max_size=14), st.permutations(range(4)))
def test_the_order_of_reports_changes_nothing(claims: list[Claim], order: list[int]) -> None:
    readings = readings_of(claims)
    assert answers(readings) == answers([readings[index] for index in order])


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIMS, min_size=1, max_size=14), st.sampled_from("abcd"))
def test_one_report_under_three_names_changes_nothing(claims: list[Claim], name: str) -> None:
    readings = readings_of(claims)
    (given_again,) = [reading for reading in readings if reading.report.name == f"{name}.txt"]
    copies = []
    for other in ("x.txt", "y.txt"):
        report = replace(given_again.report, name=other)
        renamed = tuple(replace(claim, report=other) for claim in given_again.claims)
        readings.append(make_reading(report, renamed))
        copies.append(Copy(other, f"{name}.txt", "whole", "the same text"))
    assert answers(readings) == answers(readings[:4])
    assert answers(readings, tuple(copies)) == answers(readings[:4])


@pytest.mark.parametrize(("hedged", "expected"), [((True, True), True), ((True, False), False)])
def test_an_answer_is_about_so_many_where_all_figures_are(
    hedged: tuple[bool, bool], expected: bool
) -> None:
    claims = [
        make_claim(number, number, source=source, approx=approx)
        for number, source, approx in zip((700, 720), ("Bureau", "Guild"), hedged, strict=True)
    ]
    assert about(claims) is expected


def test_words_alone_are_about_nothing() -> None:
    assert not about([make_claim(None, None, source="Bureau", vague="dozens")])

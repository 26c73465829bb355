"""Random and annotated events come in; what stands in the ledger is asserted not to hang on order, names or copies."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.factories import gold_readings, make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.ledger import Copy, Ledger, Reading
from crossread.model.party import Party
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile
from crossread.resolve import resolve

EXAMPLES = Path(__file__).parents[2] / "examples"
EVENTS = ("goma-2025", "odisha-2023", "port-au-prince-2024", "sweida-2025")
PARTIES = (
    Party("UNICEF", within="UN", kind="neutral"),
    Party("OCHA", within="UN", kind="neutral"),
    Party("ICRC", kind="neutral"),
    Party("Army", within="Ministry", kind="organ"),
)
SPEAKERS = [None, "Ministry", "Army", "Red Front", "ICRC", "UNICEF", "OCHA"]
CONDITIONS = ["killed", "injured", "missing", "detained", "escaped", "displaced"]
NUMBERS = st.one_of(
    st.integers(1, 60).map(lambda low: (low, low)),
    st.integers(100, 9000).map(lambda low: (low, low)),
    st.integers(1, 400).map(lambda low: (low, None)),
    st.integers(1, 400).map(lambda high: (None, high)),
    st.tuples(st.integers(1, 200), st.integers(0, 90)).map(
        lambda pair: (pair[0], pair[0] + pair[1])
    ),
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """One claim of any kind: hedged or not, of a side or of nobody, a part, an addition, a word, a denial."""
    low, high = draw(NUMBERS)
    word = draw(st.sampled_from([None, None, None, "dozens", "hundreds"]))
    return make_claim(
        None if word else low,
        None if word else high,
        draw(st.sampled_from(CONDITIONS)),
        source=draw(st.sampled_from(SPEAKERS)),
        party=draw(st.sampled_from([None, None, "Army", "Red Front"])),
        population=draw(st.sampled_from(["people", "children", "combatants", "detainees"])),
        as_of=f"2030-05-{draw(st.integers(1, 12)):02}",
        report=f"{draw(st.sampled_from('abcd'))}.txt",
        stance=draw(st.sampled_from(["affirmed", "affirmed", "affirmed", "denied"])),
        measure=draw(st.sampled_from(["total", "total", "total", "part", "increment"])),
        approx=draw(st.booleans()),
        vague=word,
        place=draw(st.sampled_from([None, None, "Northtown", "Southtown"])),
        background=draw(st.sampled_from([False, False, False, True])),
        start=draw(st.integers(0, 2000)),
    )


def readings_of(found: list[Claim]) -> list[Reading]:
    """The claims in their reports."""
    return [
        make_reading(
            make_report(f"{name}.txt", f"Text of {name}.", "2030-05-12"),
            [replace(claim, report_id=name) for claim in found if claim.report == f"{name}.txt"],
        )
        for name in "abcd"
    ]


def again(reading: Reading, name: str) -> Reading:
    """The same report under another name."""
    renamed = tuple(replace(claim, report=name) for claim in reading.claims)
    return Reading(replace(reading.report, name=name), renamed, reading.statements, ())


def standing(ledger: Ledger) -> dict[str, tuple[object, ...]]:
    """What stands under each question, by the question's id."""
    return {
        question.id: (
            question.standing.low,
            question.standing.high,
            question.standing.vague,
            question.standing.grade,
            question.independent_sources,
        )
        for question in ledger.questions
    }


def printed(ledger: Ledger) -> Counter[tuple[object, ...]]:
    """The disagreements by question, kind and claims, whatever the reports are called."""
    return Counter(
        (question, verdict.kind, frozenset(claim.id for claim in verdict.claims))
        for question, verdict in ledger.disagreements
    )


@settings(max_examples=80, deadline=None)
@given(st.lists(claims(), min_size=1, max_size=16), st.permutations(range(4)))
def test_the_order_of_reports_changes_nothing(found: list[Claim], order: list[int]) -> None:
    readings = readings_of(found)
    one = reconcile(Resolution(tuple(readings), PARTIES))
    other = reconcile(Resolution(tuple(readings[index] for index in order), PARTIES))
    assert standing(one) == standing(other)
    assert printed(one) == printed(other)


@settings(max_examples=80, deadline=None)
@given(st.lists(claims(), min_size=1, max_size=16), st.sampled_from("abcd"))
def test_one_report_under_three_names_changes_nothing(found: list[Claim], name: str) -> None:
    readings = readings_of(found)
    (original,) = [reading for reading in readings if reading.report.name == f"{name}.txt"]
    more = [again(original, "x.txt"), again(original, "y.txt")]
    copies = tuple(
        Copy(reading.report.name, f"{name}.txt", "whole", "the same text") for reading in more
    )
    once = reconcile(Resolution(tuple(readings), PARTIES))
    for told in ((), copies):
        thrice = reconcile(Resolution((*readings, *more), PARTIES, told))
        assert standing(thrice) == standing(once)
        assert set(printed(thrice)) == set(printed(once))


@pytest.mark.parametrize("event", EVENTS)
@settings(max_examples=4, deadline=None, phases=[Phase.generate])
@given(st.integers(0, 5), st.randoms(use_true_random=False))
def test_annotated_events_in_any_order_and_thrice(event: str, which: int, chance: Random) -> None:
    folder = EXAMPLES / event
    readings = gold_readings(folder / "gold.jsonl", folder / "reports")
    more = [again(readings[which], name) for name in ("copy-1.txt", "another/copy-2.txt")]
    shuffled = [*readings, *more]
    chance.shuffle(shuffled)
    once, thrice = reconcile(resolve(readings)), reconcile(resolve(shuffled))
    assert standing(thrice) == standing(once)
    assert set(printed(thrice)) == set(printed(once))

"""Five real articles that lie beside the project come in; what a reader must see of them is asserted."""

import json
from functools import cache
from pathlib import Path

import pytest

from crossread.evaluate.gold import gold_readings
from crossread.model.ledger import Ledger
from crossread.model.question import Question, Verdict
from crossread.pipeline import build_ledger
from crossread.reconcile import reconcile
from crossread.resolve import resolve

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the articles are not there"
)


@cache
def ledger() -> Ledger:
    """The ledger of the claims by hand."""
    gold = SHARED / "gold"
    aliases = json.loads((gold / "seeds-aliases.json").read_text("utf-8"))
    return reconcile(
        resolve(gold_readings(gold / "seeds.jsonl", SHARED / "seeds"), aliases=aliases)
    )


@cache
def whole_path() -> Ledger:
    """The ledger of the articles by the whole path."""
    return build_ledger([str(SHARED / "seeds")])


def question(*words: str, of: Ledger) -> Question:
    """The question whose words are these, the one with most claims."""
    fitting = [each for each in of.questions if all(word in each.question for word in words)]
    return max(fitting, key=lambda each: sum(len(point.claims) for point in each.series))


def verdicts(asked: Question, of: Ledger) -> list[Verdict]:
    """What is printed under a question."""
    return [verdict for name, verdict in of.disagreements if name == asked.id]


@pytest.mark.parametrize("made", [ledger, whole_path])
def test_prisoners_out_is_contested_between_three_voices(made: object) -> None:
    found = made()  # type: ignore[operator]
    asked = question("prisoners", "got out", of=found)
    assert asked.standing.grade == "contested"
    assert {"denial", "range"} <= {verdict.kind for verdict in verdicts(asked, found)}
    told = " ".join(verdict.why for verdict in verdicts(asked, found))
    for voice in ("IS", "SDF", "US"):
        assert voice in told


@pytest.mark.parametrize("made", [ledger, whole_path])
def test_attackers_killed_is_one_speakers_growing_toll(made: object) -> None:
    found = made()  # type: ignore[operator]
    asked = question("IS fighters", "killed", of=found)
    (verdict,) = verdicts(asked, found)
    assert verdict.kind == "update"
    for figure in ("23", "112", "250"):
        assert figure in verdict.why
    assert asked.standing.grade == "one_source"
    assert (100, None) in {(point.low, point.high) for point in asked.series}


def test_own_dead_grow_from_seven_to_at_least_thirty() -> None:
    asked = question("SDF", "killed", of=ledger())
    (verdict,) = verdicts(asked, ledger())
    assert verdict.kind == "update"
    assert "7" in verdict.why
    assert "at least 30" in verdict.why


@pytest.mark.parametrize("made", [ledger, whole_path])
def test_children_held_is_looseness_and_no_dispute(made: object) -> None:
    found = made()  # type: ignore[operator]
    asked = question("children", "held", of=found)
    assert verdicts(asked, found) == []
    assert asked.standing.grade != "contested"
    assert (asked.standing.low, asked.standing.high) == (700, 850)


def test_displaced_under_two_bodies_is_one_figure_and_said_so() -> None:
    asked = question("displaced", of=ledger())
    assert (asked.standing.low, asked.standing.high) == (45_000, 45_000)
    assert asked.standing.grade == "one_source"
    assert "one voice" in asked.standing.why


@pytest.mark.parametrize("made", [whole_path])
def test_control_announced_against_fighting_after_it(made: object) -> None:
    found = made()  # type: ignore[operator]
    asked = question("under control", of=found)
    (verdict,) = verdicts(asked, found)
    assert verdict.kind == "status"
    for words in ("complete control", "26 January", "fighting raged", "27 January", "28 January"):
        assert words in verdict.why

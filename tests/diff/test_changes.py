"""Two ledgers held against each other: each kind of change, and that no order or repetition invents one."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossread.cli import main
from crossread.diff import Saved, changes, read_saved
from crossread.errors import UsageError


def point(speaker: str | None, low: int | None, high: int | None, *, denied: bool = False) -> dict:
    """One answer in a question's series."""
    return {
        "as_of": "2024-05-01", "low": low, "high": high, "approx": False, "vague": None, "source": speaker,
        "source_party": None, "stance": "denied" if denied else "affirmed", "reports": ["a.txt"], "claims": [],
    }  # fmt: skip


def ledger(*series: dict, grade: str = "one_source", party: str = "Ruvia") -> dict:
    """A ledger with one question."""
    lows = [p["low"] for p in series] or [None]
    return {
        "reports": [{"report": "a.txt"}],
        "questions": [
            {
                "id": party, "question": f"{party}: killed", "party": party, "population": "people",
                "family": "killed",
                "place": None, "background": False, "series": list(series),
                "standing": {"low": lows[-1], "high": lows[-1], "vague": None, "grade": grade,
                             "as_of": None, "why": ""},
            }
        ],
    }  # fmt: skip


def saved(tmp_path: Path, given: dict) -> Saved:
    """The ledger by way of its file."""
    path = tmp_path / "ledger.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    return read_saved(str(path))


CASES = [
    # a growing toll of one speaker
    (
        ledger(point("police", 12, 12)),
        ledger(point("police", 12, 12), point("police", 30, 30)),
        [("raised", "police", "12", "30")]),
    # the same speaker comes down
    (ledger(point("police", 30, 30)), ledger(point("police", 28, 28)), [("lowered", "police", "30", "28")]),
    # the lower bound stays and an upper one falls: less is claimed
    (ledger(point("police", 10, 20)), ledger(point("police", 10, 15)), [("lowered", "police", "10 to 20", "10 to 15")]),
    # only the bound's wording differs
    (ledger(point("police", 30, None)), ledger(point("police", 30, 30)), [("restated", "police", "at least 30", "30")]),
    # a second voice, and with it a contradiction
    (
        ledger(point("police", 12, 12)),
        ledger(point("police", 12, 12), point("doctors", 40, 40), grade="contested"),
        [("contested", None, "12", "40"), ("new", "doctors", None, "40")],
    ),
    # a speaker denies what he gave himself
    (
        ledger(point("police", 12, 12)),
        ledger(point("police", 12, 12), point("police", 12, 12, denied=True)),
        [("withdrawn", "police", "12", None)],
    ),
    # somebody else's denial withdraws nothing
    (ledger(point("police", 12, 12)), ledger(point("police", 12, 12), point("army", 12, 12, denied=True)), []),
    # a report was taken out
    (ledger(point("police", 12, 12)), ledger(party="Ostmark"), [("gone", "police", "12", None)]),
    # nothing
    (ledger(point(None, 5, None)), ledger(point(None, 5, None)), []),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_change(tmp_path: Path, old: dict, new: dict, expected: list[tuple]) -> None:
    found = changes(saved(tmp_path, old), saved(tmp_path, new))
    assert [(c.kind, c.speaker, c.before, c.after) for c in found] == expected


@pytest.mark.parametrize("given", ['{"questions": 3}', "no json", "[]"])
def test_what_is_no_ledger_is_told(tmp_path: Path, given: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(given, encoding="utf-8")
    with pytest.raises(UsageError, match="is no ledger"):
        read_saved(str(path))


def test_the_command_prints_both_forms(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text(json.dumps(ledger(point("police", 12, 12))), encoding="utf-8")
    new.write_text(json.dumps(ledger(point("police", 15, 15))), encoding="utf-8")
    table = CliRunner().invoke(main, ["diff", str(old), str(new)])
    assert table.exit_code == 0
    assert "raised" in table.output
    rows = json.loads(
        CliRunner().invoke(main, ["diff", str(old), str(new), "--format", "json"]).output
    )
    assert [(row["kind"], row["before"], row["after"]) for row in rows] == [("raised", "12", "15")]
    assert CliRunner().invoke(main, ["diff", str(old), str(old)]).output == "Nothing has changed.\n"

"""A floor under the ledger, for claims by hand and for the whole path: raising it is easy, lowering it takes a flag.

`python tests/quality/test_ledger_floor.py` raises the floor to what is measured now; `--lower` also lets it sink.
"""

import sys
import tomllib
from pathlib import Path

import pytest

from crossread.evaluate.ledger_event import digest, ledger_by_hand, ledger_by_path, score_event
from crossread.evaluate.ledger_score import LedgerTally

ROOT = Path(__file__).parents[2]
FLOOR = Path(__file__).with_name("ledger_floor.toml")
EVENTS = sorted(path.parent for path in (ROOT / "examples").glob("*/ledger.json"))
WAYS = {"hand": ledger_by_hand, "path": ledger_by_path}
LOST = 1
"""Disagreements, questions or answers that may get lost where an earlier step moves a claim from one to another."""
SHARE_LOST = 0.06
"""What the share of printed disagreements that match may lose: one more unlisted truth is no worse ledger."""


def measured(tally: LedgerTally) -> dict[str, float]:
    """What is held to the floor."""
    return {
        "right_kind": tally.right_kind,
        "any_kind": tally.any_kind,
        "questions": tally.questions_found,
        "answers": tally.answers_found,
        "copies": tally.copies_found - tally.copies_invented,
        "printed_matching": round(tally.printed_matched / max(tally.printed, 1), 3),
    }


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_the_ledger_does_not_sink(folder: Path, way: str) -> None:
    floor = tomllib.loads(FLOOR.read_text("utf-8"))[folder.name]
    assert floor["annotated"] == digest(folder), "the annotation changed: measure the floor anew"
    now = measured(score_event(folder, WAYS[way](folder)))
    sunk = {
        name: (now[name], least)
        for name, least in floor[way].items()
        if now[name]
        < least - (SHARE_LOST if name == "printed_matching" else LOST * (way == "path"))
    }
    assert not sunk, f"now against the floor: {sunk}"


def raise_floor(*, lower: bool) -> None:
    """Write what is measured now, never below the old floor unless told so."""
    old = tomllib.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    lines = []
    for folder in EVENTS:
        lines.append(f'[{folder.name}]\nannotated = "{digest(folder)}"')
        for way, build in WAYS.items():
            now = measured(score_event(folder, build(folder)))
            before = {} if lower else old.get(folder.name, {}).get(way, {})
            told = ", ".join(
                f"{name} = {max(value, before.get(name, 0))}" for name, value in now.items()
            )
            lines.append(f"{way} = {{ {told} }}")
        lines.append("")
    FLOOR.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    raise_floor(lower="--lower" in sys.argv)

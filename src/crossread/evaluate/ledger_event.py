"""A folder of one annotated event comes in; its ledger, by hand-made claims or the whole path, and its score go out."""

import hashlib
import json
from pathlib import Path
from typing import Any

from crossread.evaluate.gold import gold_readings
from crossread.evaluate.ledger_score import LedgerTally, score_ledger
from crossread.model.ledger import Ledger
from crossread.pipeline import build_ledger
from crossread.reconcile import reconcile
from crossread.resolve import resolve


def ledger_by_hand(folder: Path) -> Ledger:
    """The ledger of an event's hand-made claims: only resolve and reconcile can have erred in it."""
    readings = gold_readings(folder / "gold.jsonl", folder / "reports")
    return reconcile(resolve(readings, aliases=read_json(folder / "aliases.json")))


def ledger_by_path(folder: Path) -> Ledger:
    """The ledger of an event's reports by the whole path."""
    return build_ledger([str(folder / "reports")])


def score_event(folder: Path, ledger: Ledger) -> LedgerTally:
    """How much of the hand-made ledger stands in ours."""
    aliases = read_json(folder / "aliases.json")
    return score_ledger(ledger, read_json(folder / "ledger.json"), aliases, LedgerTally())


def digest(folder: Path) -> str:
    """A short hash of what the event was annotated with."""
    both = b"".join((folder / name).read_bytes() for name in ("gold.jsonl", "ledger.json"))
    return hashlib.sha256(both).hexdigest()[:12]


def read_json(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_text("utf-8"))

"""A folder of one annotated event comes in; its gold reports, aliases and a digest go out."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.evaluate.claim_score import Tally, score
from crossread.pipeline import build_ledger


@dataclass(frozen=True, slots=True)
class Annotated:
    """Annotated reports: where they lie, the gold claims by report, and the parties' other names."""

    name: str
    reports: Path
    gold: list[dict[str, Any]]
    aliases: dict[str, list[str]]
    digest: str

    def score(self) -> Tally:
        """Run the whole path on the reports and score its claims."""
        claims = [claim.row() for claim in build_ledger([str(self.reports)]).claims]
        return score(self.gold, claims, self.aliases)


def annotated(name: str, reports: Path, gold: Path, aliases: Path) -> Annotated:
    """Load one annotated set; the digest is of the gold file's bytes, so that a floor names what it was measured on."""
    content = gold.read_bytes()
    rows = [json.loads(line) for line in content.decode("utf-8").splitlines() if line.strip()]
    digest = hashlib.sha256(content).hexdigest()[:12]
    return Annotated(name, reports, rows, json.loads(aliases.read_text("utf-8")), digest)


def events(folder: Path) -> list[Annotated]:
    """Every annotated event below a folder, by name."""
    return [
        annotated(path.name, path / "reports", path / "gold.jsonl", path / "aliases.json")
        for path in sorted(folder.iterdir())
        if (path / "gold.jsonl").exists()
    ]


def seeds(shared: Path) -> Annotated:
    """The five real articles with their gold, which lie beside the project and never in it."""
    gold = shared / "gold"
    return annotated("seeds", shared / "seeds", gold / "seeds.jsonl", gold / "seeds-aliases.json")

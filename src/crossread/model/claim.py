"""A Claim: a figure with its source, the chain it came by, the stance, and the time for which it is said."""

import hashlib
from dataclasses import dataclass
from typing import Any, Literal

from crossread.model.figure import Figure
from crossread.model.when import When

RULE_SET = "2026.11"
"""Version of the rules; a part of every claim's id, so that claims of different rules never pass for each other."""

Stance = Literal["affirmed", "denied"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that somebody says, or denies, in one report.

    `source` is the innermost speaker's words, None for the report's own voice; `source_party` the side or body that
    speaks, resolved where `resolve` has run. `party` likewise is the counted people's side. `chain` goes from the
    innermost speaker to the outlet. `source_rule` names the rule that found the speaker.
    """

    figure: Figure
    report: str
    report_id: str
    quote: str
    sentence: str
    source: str | None = None
    source_at: tuple[int, int] | None = None
    source_party: str | None = None
    source_rule: str = ""
    stance: Stance = "affirmed"
    chain: tuple[str, ...] = ()
    party: str | None = None
    place: str | None = None
    background: bool = False
    as_of: When | None = None
    said_on: When | None = None
    part_of: str | None = None

    @property
    def id(self) -> str:
        """Hash of the report's content, the span, the quantity, the condition, the stance and the rule set."""
        quantity = self.figure.quantity
        parts = (
            self.report_id, self.figure.start, self.figure.end, quantity.low, quantity.high, quantity.vague,
            self.figure.condition, self.stance, RULE_SET,
        )  # fmt: skip
        return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]

    def row(self) -> dict[str, Any]:
        """The claim as one flat record, the contract of `claims --format jsonl`."""
        figure, quantity = self.figure, self.figure.quantity
        return {
            "id": self.id, "report": self.report, "start": figure.start, "end": figure.end, "quote": self.quote,
            "low": quantity.low, "high": quantity.high, "approx": quantity.approx, "vague": quantity.vague,
            "unit": figure.unit, "population": figure.population, "party": self.party,
            "condition": figure.condition, "source": self.source, "source_party": self.source_party,
            "stance": self.stance, "as_of": self.as_of.iso if self.as_of else None, "place": self.place,
            "background": self.background, "sentence": self.sentence,
            "said_on": self.said_on.iso if self.said_on else None, "chain": list(self.chain),
            "measure": figure.measure, "part_of": self.part_of, "modality": figure.modality,
            "rule": figure.rule, "source_rule": self.source_rule,
            "as_of_rule": self.as_of.rule if self.as_of else None,
            "as_of_span": self.as_of.days if self.as_of else None,
        }  # fmt: skip

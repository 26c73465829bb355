"""When: a stretch of days that a text gives for something, with the words and the rule that gave it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year", "span"]


@dataclass(frozen=True, slots=True)
class When:
    """The days `first` to `last`, both included; `precision` says how the text put it.

    `words` are the text's own ("on Wednesday", "the day before"), `rule` the name of the rule that read them.
    """

    first: date
    last: date
    precision: Precision = "day"
    words: str = ""
    rule: str = ""

    @property
    def iso(self) -> str:
        """The ISO date, as short as the precision allows; a span is told by its last day."""
        whole = self.last.isoformat()
        return {"day": whole, "month": whole[:7], "year": whole[:4], "span": whole}[self.precision]

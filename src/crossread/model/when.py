"""When: a stretch of days that a text gives for something, with the words and the rule that gave it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year", "span"]


@dataclass(frozen=True, slots=True)
class When:
    """The days `first` to `last`, both included; `precision` says how the text put it.

    `words` are the text's own ("on Wednesday", "the day before"), `rule` the name of the rule that read them.
    `likeliest` is the day of a span that fits best, where one does better than the others.
    """

    first: date
    last: date
    precision: Precision = "day"
    words: str = ""
    rule: str = ""
    likeliest: date | None = None

    @property
    def days(self) -> list[str] | None:
        """First and last day of a span in ISO, None for what is known to the day, the month or the year."""
        return [self.first.isoformat(), self.last.isoformat()] if self.precision == "span" else None

    @property
    def iso(self) -> str:
        """The ISO date, as short as the precision allows; a span is told by its likeliest day, else by its last."""
        whole = (self.likeliest or self.last).isoformat()
        return {"day": whole, "month": whole[:7], "year": whole[:4], "span": whole}[self.precision]

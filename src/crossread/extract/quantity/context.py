"""Takes a quantity and its text; gives the words around it, and the questions that the refusals ask of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from crossread.lexicon import load
from crossread.model.figure import Quantity

REACH = 70
"""Characters looked at on either side: the longest cue with its hedge is shorter."""


@dataclass(frozen=True, slots=True)
class Context:
    """A quantity with its line: lower-cased text before and behind it, and the number's own words.

    `hedged` is true where the number is bounded, a range, near or vague; `hedge` are the words before it that say so.
    """

    quantity: Quantity
    core: str
    before: str
    raw_before: str
    after: str
    raw_after: str
    hedged: bool
    hedge: str = ""

    @property
    def digits(self) -> bool:
        """Whether the number stands in plain digits."""
        return self.core.isdigit()

    @property
    def value(self) -> int | None:
        """The number's one value, None for a range, a bound with two ends, a vague word."""
        low, high = self.quantity.low, self.quantity.high
        return low if high is None or low == high else high if low is None else None

    def up_to(self, most: int) -> bool:
        """Whether it is one number, not hedged, no greater than `most`."""
        return self.value is not None and not self.hedged and 0 < self.value <= most

    def ends(self, expression: str) -> bool:
        """Whether the text before the number ends with an expression (lower case)."""
        return _ending(expression).search(self.before) is not None

    def raw_ends(self, expression: str) -> bool:
        """The same, with capitals as they stand."""
        return _ending(expression).search(self.raw_before) is not None

    def begins(self, expression: str) -> bool:
        """Whether the text behind the number begins with an expression (lower case)."""
        return compiled(expression).match(self.after) is not None

    def raw_begins(self, expression: str) -> bool:
        """The same, with capitals as they stand."""
        return compiled(expression).match(self.raw_after) is not None

    def reads(self, expression: str) -> bool:
        """Whether the number's own words are an expression (lower case)."""
        return compiled(expression).fullmatch(self.core) is not None


def around(text: str, quantity: Quantity) -> Context:
    """The quantity with as much of its line as the checks look at."""
    start, end = quantity.start, quantity.end
    line = text.rfind("\n", max(0, start - REACH), start) + 1
    stop = text.find("\n", end, end + REACH)
    before = text[max(line, start - REACH, 0) : start]
    after = text[end : end + REACH if stop < 0 else stop]
    low, high = quantity.low, quantity.high
    hedged = quantity.approx or low is None or low != high
    core = text[quantity.core[0] : quantity.core[1]].lower()
    hedge = text[start : quantity.core[0]].lower().strip()
    return Context(quantity, core, before.lower(), before, after.lower(), after, hedged, hedge)


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """An expression, compiled once."""
    return re.compile(expression)


@cache
def _ending(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{expression})\Z")


def one_of(words: Iterable[str]) -> str:
    """An expression for any of some words, the longest first."""
    return _one_of(tuple(words))


@cache
def _one_of(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in ordered) + ")"


@cache
def lists(table: str) -> dict[str, Any]:
    """A table of refusals.toml."""
    return dict(load("refusals")[table])


@cache
def listed(table: str, code: str) -> str:
    """An expression for any word of a list of refusals.toml."""
    return one_of(lists(table)[code])


@cache
def cue_before(code: str) -> str:
    """Cue words of `code` that stand directly before the number."""
    return rf"(?<![^\W\d_]){one_of(lists('before')[code])}[\s\"“'‘(]*"


@cache
def cue_after(code: str) -> str:
    """Cue words of `code` that stand directly behind the number."""
    return rf"[\s-]*{one_of(lists('after')[code])}(?![^\W\d_])"


@cache
def unit(code: str) -> str:
    """A unit of `code` directly behind the number, a few small words between."""
    words = lists("units")[code]
    long = [word for word in words if len(word) > 2]
    plural = rf"{one_of(long)}(?:s['’]?|['’])?" if long else "(?!)"
    filler = one_of(lists("units")["fillers"])
    gap = rf"(?:\s*[-‑–]\s*|\s*)(?:{filler}[\s-]+){{0,2}}(?:of\s+)?"
    return rf"{gap}(?:{plural}|{one_of(words)})(?![^\W\d_])"


@cache
def months() -> str:
    """An expression for the names of months."""
    return one_of(load("dates")["months"])


@cache
def weekdays() -> str:
    """An expression for the names of weekdays."""
    return one_of(load("dates")["weekdays"])


def spaced(before: str) -> str:
    """The text with the full stop of an abbreviation set apart ("No. " → "no . ")."""
    return compiled(r"\s?\.\s*\Z").sub(" . ", before)

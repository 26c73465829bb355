"""A Figure: a quantity of persons, households or buildings, who they are and in what condition."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["person", "household", "building"]
Measure = Literal["total", "increment", "part"]
Modality = Literal["reported", "forecast", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a text bounds it; `low` and `high` are inclusive, None where the text leaves that side open.

    `vague` is the word where the text gives only one ("dozens"), both bounds then None. `start` and `end` span the
    number with its hedge ("at least 30"); `core` spans the digits or number words alone. `increment` is true where
    the number itself says that it comes on top ("another 15", "two more"). Without any of `low`, `high` and `vague`
    it is a number that counts nothing ("7.8", "10:30").
    """

    low: int | None
    high: int | None
    start: int
    end: int
    core: tuple[int, int]
    approx: bool = False
    vague: str | None = None
    increment: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, who is counted and in what condition, as one sentence (or table row) says it.

    `start`, `end`: the quote's offsets, the shortest stretch with the quantity and the counted noun. `population`,
    `condition`: the guidelines' words. `party` is the mention's words, not yet resolved; `party_at` its offsets.
    `measure` "increment" for "another 15", "part" for "including 5 children", whose whole has its quantity at the
    offsets `part_of`. `anchor` is the offset of the word that gave the condition, the place to ask for time, place
    and negation. `rule` names the rule that found it. `source_at` spans the speaker's name where a table's own column
    gives it. `share` is the probability between 0 and 1 that the trained network gives the condition, 1 where the rules
    alone have read it. `firm` where grammar leaves no doubt of the condition, which the network then may not change.
    """

    quantity: Quantity
    start: int
    end: int
    sentence: int
    unit: Unit
    population: str
    condition: str
    rule: str
    anchor: int
    noun: str = ""
    party: str | None = None
    party_at: tuple[int, int] | None = None
    place: str | None = None
    background: bool = False
    measure: Measure = "total"
    part_of: tuple[int, int] | None = None
    modality: Modality = "reported"
    negated: bool = False
    source_at: tuple[int, int] | None = None
    share: float = 1.0
    firm: bool = False

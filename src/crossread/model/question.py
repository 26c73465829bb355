"""A Question: what claims can be compared under, the answers given to it, and how they stand to each other."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.claim import Claim
from crossread.model.when import When

Grade = Literal["agreed", "corroborated", "one_source", "contested", "unattributed"]
FamilyMeasure = Literal["toll", "stock"]
VerdictKind = Literal[
    "same", "copy", "compatible", "update", "revision_down", "range", "denial",
    "part_exceeds_total", "does_not_add_up", "different_scope", "status",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One answer in a question's series: claims that say the same, by one speaker, as of one time."""

    as_of: When | None
    low: int | None
    high: int | None
    approx: bool
    vague: str | None
    source: str | None
    source_party: str | None
    stance: str
    reports: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two or more claims of a question stand to each other: the named check's kind and its one sentence."""

    kind: VerdictKind
    claims: tuple[Claim, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The range over the latest claim of each independent speaker; never a mean, never called true.

    `approx` is true where every number behind it is given as about so many.
    """

    low: int | None
    high: int | None
    grade: Grade
    as_of: When | None
    why: str
    vague: str | None = None
    approx: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Who is counted × a family of conditions × place, with all that was said to it."""

    id: str
    question: str
    party: str | None
    population: str
    family: str
    conditions: tuple[str, ...]
    measure: FamilyMeasure
    place: str | None
    standing: Standing
    independent_sources: tuple[str, ...]
    reports: tuple[str, ...]
    series: tuple[Point, ...]
    verdicts: tuple[Verdict, ...] = ()
    background: bool = False

"""Gold records come in; claims, reports and readings as the earlier steps would give them go out."""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from crossread.evaluate.gold import gold_claims, gold_reading, gold_readings
from crossread.model.claim import Claim, Stance
from crossread.model.figure import Figure, Measure, Quantity, Unit
from crossread.model.ledger import Reading
from crossread.model.report import Report
from crossread.model.when import When

__all__ = [
    "day",
    "gold_claims",
    "gold_reading",
    "gold_readings",
    "make_claim",
    "make_reading",
    "make_report",
]


def day(iso: str) -> When:
    """The day written as an ISO date."""
    found = date.fromisoformat(iso)
    return When(found, found, words=iso, rule="test")


def make_report(
    name: str = "a.txt", text: str = "A text.", published: str | None = None, **more: Any
) -> Report:
    """A report with a name and a text."""
    content = hashlib.sha256(text.encode()).hexdigest()[:16]
    when = day(published) if published else None
    return Report(name=name, id=content, text=text, blocks=(), published=when, **more)


def make_claim(
    low: int | None,
    high: int | None,
    condition: str = "killed",
    *,
    source: str | None = None,
    said: str | None = None,
    party: str | None = None,
    population: str = "people",
    as_of: str | None = "2030-05-10",
    report: str = "a.txt",
    stance: Stance = "affirmed",
    unit: Unit = "person",
    measure: Measure = "total",
    approx: bool = False,
    vague: str | None = None,
    place: str | None = None,
    background: bool = False,
    sentence: str = "",
    start: int = 0,
    part_of: tuple[int, int] | None = None,
    quote: str = "",
) -> Claim:
    """A claim in one line: bounds, condition, and whatever matters to the test."""
    quote = quote or sentence or f"{low} to {high} {population} {condition}"
    quantity = Quantity(low, high, start, start + 4, (start, start + 4), approx=approx, vague=vague)
    figure = Figure(
        quantity, start, start + len(quote), start, unit, population, condition, "test", start + 5,
        measure=measure, part_of=part_of,
    )  # fmt: skip
    return Claim(
        figure, report, f"id-{report}", quote, sentence or quote, source=said or source,
        source_party=source, party=party, stance=stance, as_of=day(as_of) if as_of else None,
        place=place, background=background,
    )  # fmt: skip


def make_reading(report: Report, claims: Sequence[Claim]) -> Reading:
    """A reading of a report with these claims."""
    return Reading(report, tuple(claims), (), ())

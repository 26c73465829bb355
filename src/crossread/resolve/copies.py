"""The readings come in; the pairs of reports of which one repeats the other go out, with what they share."""

import re
from collections.abc import Sequence
from itertools import combinations

from crossread.model.ledger import Copy, Reading
from crossread.model.report import Report

SHINGLE = 5
"""Words in a shingle: long enough that two independent texts share few, short enough to survive an edited word."""
COPY_CONTAINMENT = 0.25
"""Share of the shorter text's shingles that stand in the longer; set against the clusters, see docs/resolve.md."""


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Every pair of reports of which one repeats the other, the later or republished one named as the copy."""
    shingles = {reading.report.name: shingled(reading.report.text) for reading in readings}
    found = []
    for left, right in combinations(sorted(readings, key=precedence), 2):
        shared = containment(shingles[left.report.name], shingles[right.report.name])
        if shared >= COPY_CONTAINMENT:
            found.append(copy_of(right.report, left.report, shared))
    return tuple(found)


def precedence(reading: Reading) -> tuple[bool, str, str, str]:
    """Sort key: own reports before republished ones, earlier before later."""
    report = reading.report
    day = report.published.last.isoformat() if report.published else "9999"
    return report.republished, day, report.id, report.name


def shingled(text: str) -> set[tuple[str, ...]]:
    """Every run of `SHINGLE` words of a text, without case and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def containment(left: set[tuple[str, ...]], right: set[tuple[str, ...]]) -> float:
    """The share of the smaller set that is in the other."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def copy_of(report: Report, original: Report, shared: float) -> Copy:
    """The copy as a person reads it."""
    kind = "whole" if shared > 0.9 else "edited"
    return Copy(
        report.name,
        original.name,
        kind,
        f"{shared:.0%} of the shorter text's five-word runs stand in both",
    )

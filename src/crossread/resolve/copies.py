"""The readings come in; the pairs of reports of which one repeats the other go out, with what they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from crossread.model.ledger import Copy, Reading
from crossread.model.report import Report

SHINGLE = 5
"""Words in a shingle: long enough that two independent texts share few, short enough to survive an edited word."""
COPY_CONTAINMENT = 0.15
"""Share of the shorter text's shingles that stand in the longer: the clusters' edited reprints have 0.31 to 0.56,
their independent reports 0.011 at most."""
Shingle = tuple[str, ...]


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Every pair of reports of which one repeats the other, the later or republished one named as the copy."""
    ordered = sorted(readings, key=precedence)
    shingles = [shingled(reading.report.text) for reading in ordered]
    found = []
    for (first, second), shared in sorted(shared_shingles(shingles).items()):
        share = shared / min(len(shingles[first]), len(shingles[second]))
        if share >= COPY_CONTAINMENT:
            found.append(copy_of(ordered[second].report, ordered[first].report, share))
    return tuple(found)


def shared_shingles(shingles: Sequence[set[Shingle]]) -> Counter[tuple[int, int]]:
    """How many shingles any two texts share, by their indexes; pairs that share none are never looked at."""
    holders: dict[Shingle, list[int]] = defaultdict(list)
    for index, own in enumerate(shingles):
        for shingle in own:
            holders[shingle].append(index)
    return Counter(pair for held in holders.values() for pair in combinations(held, 2))


def precedence(reading: Reading) -> tuple[bool, str, str, str]:
    """Sort key: own reports before republished ones, earlier before later."""
    report = reading.report
    day = report.published.last.isoformat() if report.published else "9999"
    return report.republished, day, report.id, report.name


def shingled(text: str) -> set[Shingle]:
    """Every run of `SHINGLE` words of a text, without case and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}


def copy_of(report: Report, original: Report, shared: float) -> Copy:
    """The copy as a person reads it."""
    kind = "whole" if shared > 0.9 else "edited"
    return Copy(
        report.name,
        original.name,
        kind,
        f"{shared:.0%} of the shorter text's five-word runs stand in both",
    )

"""The readings come in; the pairs of reports of which one repeats the other go out, with what they share."""

from collections.abc import Collection, Sequence

from crossread.model.ledger import Copy, Reading
from crossread.model.report import Report
from crossread.resolve.paraphrase import Facts, facts_of, retells
from crossread.resolve.shingles import candidates, shingled

COPY_CONTAINMENT = 0.15
"""Share of the shorter text's shingles that stand in the longer: the clusters' edited reprints have 0.31 to 0.56,
their independent reports 0.011 at most."""
AGENCY_CONTAINMENT = 0.05
"""The same where both name one agency as their origin: two cuts of one dispatch share less, but more than chance."""


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Every pair of reports of which one repeats the other, the later or republished one named as the copy."""
    ordered = sorted(readings, key=precedence)
    reports = [reading.report for reading in ordered]
    shingles = [shingled(report.text) for report in reports]
    facts = [facts_of(report.text) for report in reports]
    found: dict[tuple[int, int], Copy] = {}
    for first, second in candidates(shingles):
        shared = len(shingles[first] & shingles[second])
        share = shared / min(len(shingles[first]), len(shingles[second]))
        if share >= least(reports[first], reports[second]):
            found[first, second] = copy_of(reports[second], reports[first], share)
    for first, second in retold(facts, found):
        found[first, second] = paraphrase_of(
            reports[second], reports[first], facts[first], facts[second]
        )
    return tuple(copy for _, copy in sorted(found.items()))


def least(first: Report, second: Report) -> float:
    """The least share of shingles that makes two reports copies."""
    one_agency = first.agency is not None and first.agency == second.agency
    return AGENCY_CONTAINMENT if one_agency else COPY_CONTAINMENT


def retold(facts: Sequence[Facts], known: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs of reports, beside the known ones, of which one tells the other's facts in order, in other words."""
    return [
        (first, second)
        for first in range(len(facts))
        for second in range(first + 1, len(facts))
        if (first, second) not in known and retells(facts[first], facts[second])
    ]


def precedence(reading: Reading) -> tuple[bool, str, str, str]:
    """Sort key: own reports before republished ones, earlier before later."""
    report = reading.report
    day = report.published.last.isoformat() if report.published else "9999"
    return report.republished, day, report.id, report.name


def copy_of(report: Report, original: Report, shared: float) -> Copy:
    """The copy as a person reads it."""
    kind = "whole" if shared > 0.9 else "edited"
    why = f"{shared:.0%} of the shorter text's five-word runs stand in both"
    agency = report.agency if report.agency == original.agency else None
    return Copy(report.name, original.name, kind, f"{why}; both credit {agency}" if agency else why)


def paraphrase_of(report: Report, original: Report, first: Facts, second: Facts) -> Copy:
    """The retold copy as a person reads it."""
    numbers, facts = first.shared_with(second)
    why = f"{facts:.0%} of the names and figures stand in one order in both, {numbers} figures among them"
    return Copy(report.name, original.name, "paraphrased", why)

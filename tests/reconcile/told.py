"""Claims come in; the disagreements that reconcile prints on them go out, as kinds with their numbers."""

from tests.factories import make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile


def printed(*claims: Claim, parties: tuple[Party, ...] = ()) -> list[tuple[str, set[int | None]]]:
    """The kind and the lower bounds of each disagreement that is printed, sorted."""
    names = sorted({claim.report for claim in claims})
    readings = tuple(
        make_reading(
            make_report(name, f"Report {name}\n\n{'x' * 5000}", "2030-05-20"),
            [claim for claim in claims if claim.report == name],
        )
        for name in names
    )
    found = [
        (verdict.kind, {claim.figure.quantity.low for claim in verdict.claims})
        for _, verdict in reconcile(Resolution(readings, parties)).disagreements
    ]
    return sorted(found, key=str)

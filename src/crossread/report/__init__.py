"""Step: a Ledger comes in; what people see goes out, one HTML file (the dossier) or a table for the terminal."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from crossread.model.claim import Claim
from crossread.model.ledger import Ledger, Reading

if TYPE_CHECKING:
    from rich.table import Table


def render_html(ledger: Ledger) -> str:
    """The dossier of one event as one self-contained HTML file."""
    from crossread.report.page import render_html as render

    return render(ledger)


def table(ledger: Ledger) -> "Table":
    """The questions of an event for the terminal, contested ones first."""
    from crossread.report.terminal import questions_table

    return questions_table(ledger)


def claims_table(claims: Iterable[Claim]) -> "Table":
    """Claims for the terminal, one line each."""
    from crossread.report.terminal import claims_table as lines

    return lines(claims)


def statements_table(readings: Iterable[Reading]) -> "Table":
    """Attributed statements for the terminal."""
    from crossread.report.terminal import statements_table as lines

    return lines(readings)


__all__ = ["claims_table", "render_html", "statements_table", "table"]

"""`crossread eval`: gold claims and their reports come in; found and strict F1 and the fields' accuracy go out."""

import json
from pathlib import Path
from typing import Any

import click

from crossread.cli import takes_aliases


@click.command("eval")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False))
@click.argument("reports", type=click.Path(exists=True))
@takes_aliases
@click.option("--errors", is_flag=True, help="List every missed, extra and wrong claim.")
def command(gold: str, reports: str, aliases: str | None, errors: bool) -> None:
    """Measure the claims found in REPORTS against the annotated claims in GOLD (JSON Lines, one report a line).

    Example: crossread eval gold.jsonl reports/ --errors
    """
    from crossread.cli.work import ledger, read_aliases
    from crossread.evaluate.claim_score import FIELDS, score

    claims = [claim.row() for claim in ledger((reports,), None).claims]
    tally = score(gold_reports(gold), claims, read_aliases(aliases) or {})
    click.echo(f"gold {tally.gold}  predicted {tally.predicted}")
    for level, hits in (("found", tally.found), ("strict", tally.strict)):
        precision, recall, f1 = tally.f1(hits)
        click.echo(f"{level:7} precision {precision:.3f}  recall {recall:.3f}  f1 {f1:.3f}")
    fields = "  ".join(f"{name} {tally.accuracy(name):.3f}" for name in FIELDS)
    click.echo(f"fields  {fields}  as_of {tally.as_of:.3f}")
    if errors:
        click.echo("\n".join(tally.errors))


def gold_reports(path: str) -> list[dict[str, Any]]:
    """The gold file's reports; raises UsageError where a line is not a report with claims."""
    from crossread.errors import UsageError

    try:
        rows = [
            json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()
        ]
    except ValueError as err:
        raise UsageError(f"{path}: not JSON Lines: {err}") from err
    if not all(isinstance(row, dict) and "report" in row and "claims" in row for row in rows):
        raise UsageError(f'{path}: every line must be {{"report": …, "claims": […]}}')
    return rows

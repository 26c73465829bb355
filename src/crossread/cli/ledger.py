"""`crossread ledger`: paths come in; the whole ledger goes out as JSON or as a table."""

import click

from crossread.cli import takes_aliases, takes_paths


@click.command("ledger")
@takes_paths
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
@takes_aliases
def command(paths: tuple[str, ...], form: str, aliases: str | None) -> None:
    """Print the ledger: questions with their standing answers, series and disagreements.

    Example: crossread ledger reports/ --format json > ledger.json
    """
    from crossread.cli import work

    found = work.ledger(paths, aliases)
    if form == "json":
        import json

        from crossread.report.ledger_json import ledger_json

        click.echo(json.dumps(ledger_json(found), ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    from crossread.report import table

    Console().print(table(found))

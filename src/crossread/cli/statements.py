"""`crossread statements`: paths come in; one attributed statement per line goes out."""

import click

from crossread.cli import takes_paths


@click.command("statements")
@takes_paths
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True
)
def command(paths: tuple[str, ...], form: str) -> None:
    """List every attributed statement: its source, the word that says so, and what was said.

    Example: crossread statements reports/ --format jsonl > statements.jsonl
    """
    from crossread.cli.work import work
    from crossread.export import rows

    found, _ = work(paths)
    if form == "jsonl":
        statements = (rows.statement_row(s) for reading in found for s in reading.statements)
        click.echo(rows.jsonl(statements), nl=False)
        return
    from rich.console import Console

    from crossread.report import statements_table

    Console().print(statements_table(found))

"""`crossread claims`: paths come in; one figure claim per line goes out."""

import click

from crossread.cli import takes_aliases, takes_paths


@click.command("claims")
@takes_paths
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "csv", "parquet"]), default="table",
    show_default=True, help="parquet needs pyarrow and -o.",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False), help="Write to FILE."
)
@takes_aliases
def command(paths: tuple[str, ...], form: str, output: str | None, aliases: str | None) -> None:
    """List every figure with its bounds, who is counted, in what condition, who says so and as of when.

    Example: crossread claims reports/ --format jsonl > claims.jsonl
    """
    from crossread.cli.work import ledger
    from crossread.errors import UsageError

    if form == "parquet" and output is None:
        raise UsageError("--format parquet needs -o FILE")
    claims = ledger(paths, aliases).claims
    if form == "table":
        from rich.console import Console

        from crossread.report import claims_table

        Console().print(claims_table(claims))
        return
    from crossread.export import rows
    from crossread.export.file import write_whole

    records = [claim.row() for claim in claims]
    if form == "parquet":
        rows.write_parquet(records, str(output))
        return
    text = rows.jsonl(records) if form == "jsonl" else rows.csv_text(records)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text)

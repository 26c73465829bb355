"""`crossread diff`: two saved ledgers come in; what is new, raised, lowered, withdrawn or newly contested goes out."""

import click


@click.command("diff")
@click.argument("old", type=click.Path(exists=True, dir_okay=False))
@click.argument("new", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
def command(old: str, new: str, form: str) -> None:
    """Say what has changed between two ledgers of one event, each written by ledger --format json.

    Example: crossread diff monday.json tuesday.json
    """
    from crossread.diff import changes, read_saved

    found = changes(read_saved(old), read_saved(new))
    if form == "json":
        import json

        rows = [change.row() for change in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    from crossread.diff.table import changes_table

    Console().print(changes_table(found) if found else "Nothing has changed.")

"""`crossread report`: paths come in; the table of questions goes to stdout, the dossier to one HTML file."""

import click

from crossread.cli import takes_aliases, takes_paths


@click.command("report")
@takes_paths
@click.option(
    "-o", "--output", default="dossier.html", show_default=True, metavar="FILE",
    type=click.Path(dir_okay=False), help="Where the dossier goes; - for stdout, without the table.",
)  # fmt: skip
@takes_aliases
def command(paths: tuple[str, ...], output: str, aliases: str | None) -> None:
    """Write the dossier of an event: every figure, who says so, and where the accounts part.

    Example: crossread report reports/ -o dossier.html
    """
    from crossread.cli.work import ledger
    from crossread.export.file import write_whole
    from crossread.report import render_html, table

    found = ledger(paths, aliases)
    page = render_html(found)
    if output == "-":
        click.echo(page, nl=False)
        return
    write_whole(output, page)
    from rich.console import Console

    Console().print(table(found))
    click.echo(f"dossier: {output}", err=True)

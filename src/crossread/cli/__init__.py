"""The command line: verbs that turn paths into data on stdout; progress and warnings go to stderr."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from crossread import __version__
from crossread.errors import CrossreadError, NothingToRead

COMMANDS = {
    "report": "crossread.cli.report",
    "claims": "crossread.cli.claims",
    "statements": "crossread.cli.statements",
    "ledger": "crossread.cli.ledger",
    "diff": "crossread.cli.diff",
    "eval": "crossread.cli.evaluate",
    "check": "crossread.cli.check",
}
"""Each command's module is imported when it is asked for, so that `--help` stays quick."""


class Verbs(click.Group):
    """Commands imported by name; Crossread's own errors become one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, its module imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; exit 1 where nothing could be read, 2 on wrong usage."""
        try:
            return super().invoke(ctx)
        except CrossreadError as err:
            click.echo(f"crossread: {err}", err=True)
            ctx.exit(1 if isinstance(err, NothingToRead) else 2)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crossread")
def main() -> None:
    """Read many reports of one event against each other: who said what, when, and where the accounts part.

    PATH is a file, a folder or - for standard input; .txt, .md and .html files are read.
    """


Command = Callable[..., Any]


def takes_paths(function: Command) -> Command:
    """The argument that every reading command shares."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(function)


def takes_aliases(function: Command) -> Command:
    """The option for a user's own names of parties."""
    told = "JSON file of names: {short name: [other names]}."
    option = click.option("--aliases", type=click.Path(exists=True, dir_okay=False), help=told)
    return option(function)

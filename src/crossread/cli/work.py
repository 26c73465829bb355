"""What the commands share: the pipeline run with progress on stderr, and what was set aside told there."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from crossread.errors import NothingToRead, UsageError
from crossread.model.ledger import Ledger, Reading
from crossread.model.source import SetAside
from crossread.pipeline import Aliases, Watch, gather, ledger_of


def work(paths: tuple[str, ...]) -> tuple[list[Reading], list[SetAside]]:
    """The readings and the reports set aside, each told on stderr with its reason."""
    with progress() as watch:
        found, set_aside = gather(paths, watch=watch)
    for item in set_aside:
        click.echo(f"crossread: set aside {item.report}: {item.reason}", err=True)
    if not found:
        raise NothingToRead("nothing could be read: every input was set aside")
    return found, set_aside


def ledger(paths: tuple[str, ...], aliases: str | None) -> Ledger:
    """The whole path of data, from paths to a ledger."""
    found, set_aside = work(paths)
    return ledger_of(found, set_aside, aliases=read_aliases(aliases))


def read_aliases(path: str | None) -> Aliases | None:
    """The user's alias file; raises UsageError where it is not {short name: [other names]}."""
    if path is None:
        return None
    try:
        names = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as err:
        raise UsageError(f"{path}: not a JSON file of names: {err}") from err
    if not isinstance(names, dict) or not all(isinstance(v, list) for v in names.values()):
        raise UsageError(f"{path}: wanted {{short name: [other names]}}")
    return names


@contextmanager
def progress() -> Iterator[Watch | None]:
    """A counter of reports on stderr where a person watches; nothing where the output is piped."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (
        SpinnerColumn(),
        TextColumn("read"),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda name: bar.update(task, advance=1, description=name)

"""Measure how the steps after reading grow with the pile: date, resolve, reconcile, against parsing the same reports.

    python benchmarks/piles.py [--piles 20 50 100 200] [--write]

One event's reports are repeated to each size, every copy with a name and a last line of its own.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar

from crossread.clean import clean
from crossread.decide import Decider
from crossread.model.report import Report
from crossread.model.source import Source
from crossread.parse import Parser
from crossread.pipeline import Draft, draft, finish
from crossread.reconcile import reconcile
from crossread.resolve import resolve

ROOT = Path(__file__).parents[1]
EVENT = ROOT / "examples" / "port-au-prince-2024" / "reports"
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- piles: begin -->", "<!-- piles: end -->"
PILES = (20, 50, 100, 200)
Given = TypeVar("Given")


def reports(count: int) -> Iterator[Report]:
    """The event's reports, repeated to `count`."""
    paths = sorted(EVENT.glob("*.txt"))
    for number, path in enumerate(islice(cycle(paths), count)):
        copy = Source(f"{number}-{path.name}", path.read_bytes() + f"\nCopy {number}\n".encode())
        report = clean(copy)
        if isinstance(report, Report):
            yield report


def timed(work: Callable[[], Given]) -> tuple[Given, float]:
    """What the work gives, and its processor time."""
    begun = time.process_time()
    given = work()
    return given, time.process_time() - begun


def row(drafts: list[Draft], parsing: float) -> str:
    """The table's line for one pile; `parsing` is the time that one report takes to parse."""
    readings, date = timed(lambda: finish(drafts))
    resolution, resolved = timed(lambda: resolve(readings))
    _, reconciled = timed(lambda: reconcile(resolution))
    steps = (date, resolved, reconciled)
    each = [f"{seconds / len(drafts):.3f}" for seconds in steps]
    ratio = sum(steps) / len(drafts) / parsing
    return f"| {len(drafts)} | {parsing:.3f} | {' | '.join(each)} | {ratio:.2f} |"


def measure(piles: list[int]) -> str:
    """The table, as Markdown."""
    parser, decider = Parser(), Decider()
    pile = list(reports(max(piles)))
    drafts = [draft(parser, decider, report) for report in pile]
    every = Parser(everything=True)
    _, parsing = timed(lambda: [every.parse(report) for report in pile[: min(piles)]])
    resolve(finish(drafts[: min(piles)]))  # the first run reads the lists of names and places
    lines = [
        "| reports | parse | date | resolve | reconcile | the three against parse |",
        "| --: | --: | --: | --: | --: | --: |",
        *(row(drafts[:count], parsing / min(piles)) for count in piles),
    ]
    return "\n".join(lines)


def main() -> None:
    """Run the measurement."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--piles", type=int, nargs="+", default=list(PILES))
    arguments.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    chosen = arguments.parse_args()
    table = measure(chosen.piles)
    print(table)
    if chosen.write:
        before, rest = PAGE.read_text("utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()

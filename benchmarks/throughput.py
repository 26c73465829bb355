"""Measure speed: reports a second on one core, against two baselines in the same run, as ratios.

    pip install -r benchmarks/requirements.txt
    python benchmarks/throughput.py [--reports 2000] [--write]

(a) the bare parser on every sentence of the same texts; (b) what a user would glue together instead: trafilatura for
the text, our parser's sentences, quantulum3 for the numbers, dateparser's search_dates for the dates.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

from crossread.attribute import attribute
from crossread.clean import clean
from crossread.decide import Decider
from crossread.extract import extract
from crossread.model.report import Report
from crossread.model.source import Source
from crossread.parse import Parser

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def sources(count: int) -> Iterator[Source]:
    """The examples' reports, repeated to `count`; each copy differs in its last line, as real reports do."""
    paths = sorted((ROOT / "examples").glob("*/reports/*.txt"))
    for number, path in enumerate(islice(cycle(paths), count)):
        yield Source(f"{number}-{path.name}", path.read_bytes() + f"\nCopy {number}\n".encode())


def crossread(parser: Parser, decider: Decider, source: Source) -> None:
    """Steps 2 to 6; with `Decider(None)` the trained decisions are left out."""
    report = clean(source)
    if isinstance(report, Report):
        parsed = parser.parse(report)
        figures, refused = extract(parsed)
        claims, statements = attribute(parsed, figures)
        decider.decide(parsed, claims, refused, statements)


def bare(parser: Parser, source: Source) -> None:
    """Baseline (a): clean, then every sentence parsed."""
    report = clean(source)
    if isinstance(report, Report):
        parser.parse(report)


def glue(parser: Parser, source: Source) -> None:
    """Baseline (b): the libraries that a user would take."""
    import trafilatura
    from dateparser.search import search_dates
    from quantulum3 import parser as quantulum

    text = source.content.decode()
    trafilatura.extract(f"<html><body><p>{text}</p></body></html>")
    report = clean(source)
    if isinstance(report, Report):
        for sentence in parser.parse(report).sentences:
            words = text[sentence.start : sentence.end]
            quantulum.parse(words)
            search_dates(words, languages=["en"])


def speed(work: Callable[[Source], None], count: int) -> float:
    """Reports a second of processor time, after a warm-up."""
    for source in sources(5):
        work(source)
    begun = time.process_time()
    for source in sources(count):
        work(source)
    return count / (time.process_time() - begun)


def peak() -> float:
    """The most memory this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(count: int, glue_count: int) -> str:
    """The table, as Markdown."""
    begun = time.perf_counter()
    parser, decider = Parser(), Decider()
    start_up = time.perf_counter() - begun
    every = Parser(everything=True)
    few = speed(lambda source: crossread(parser, decider, source), count // 10)
    memory = peak()
    ours = speed(lambda source: crossread(parser, decider, source), count)
    grown = peak() - memory
    rules = speed(lambda source: crossread(parser, Decider(None), source), count // 4)
    whole = speed(lambda source: bare(every, source), count // 4)
    lines = [
        "| what | reports/s/core | Crossread is faster by |",
        "| --- | --: | --: |",
        f"| Crossread, clean to decide ({count} reports) | {ours:.1f} | 1.0 |",
        f"| Crossread without the trained decisions | {rules:.1f} | {ours / rules:.2f} |",
        f"| (a) the bare parser on every sentence | {whole:.1f} | {ours / whole:.2f} |",
    ]
    try:
        glued = speed(lambda source: glue(every, source), glue_count)
        lines.append(f"| (b) the glue script | {glued:.2f} | {ours / glued:.1f} |")
    except ImportError:
        lines.append("| (b) the glue script | not installed: benchmarks/requirements.txt | |")
    told = (
        f"\nLoading both networks took {start_up:.1f} s. After {count // 10} reports the process had held"
        f" {memory:.0f} MB at most ({few:.1f} reports/s), after {count} more {grown:.0f} MB on top."
    )
    return "\n".join(lines) + "\n" + told


def main() -> None:
    """Run the measurement."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--reports", type=int, default=2000)
    arguments.add_argument("--glue-reports", type=int, default=20)
    arguments.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    chosen = arguments.parse_args()
    table = measure(chosen.reports, chosen.glue_reports)
    print(table)
    if chosen.write:
        before, rest = PAGE.read_text("utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()

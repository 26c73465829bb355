"""Measure the claims found against the annotated events; write the table into docs/accuracy.md.

    python benchmarks/accuracy.py [--seeds FOLDER] [--print] [--rules]

The four events named in HELD_OUT were never looked at while rules were written: only their figures were.
"""

import argparse
from functools import partial
from pathlib import Path
from statistics import mean

from crossread import pipeline
from crossread.decide import Decider
from crossread.evaluate.annotated import Annotated, annotated, events, seeds
from crossread.evaluate.claim_score import FIELDS, Tally

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
HELD_OUT = ("dhaka-2024", "itaewon-2022", "lahaina-2023", "zamzam-2025")
OTHER = ("seeds", "sentences", "more_sentences")
"""Sets that are no events: shown, and not in the means over events."""

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def main() -> None:
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--print", action="store_true", dest="only_print")
    parser.add_argument(
        "--rules",
        action="store_true",
        help="print what the rules give without the trained decisions",
    )
    arguments = parser.parse_args()
    if arguments.rules:
        pipeline.Decider = partial(Decider, None)  # type: ignore[misc, assignment]
    sets = events(ROOT / "examples")
    for name in ("sentences", "more_sentences"):
        own = ROOT / "benchmarks" / name
        sets.append(annotated(name, own / "reports", own / "gold.jsonl", own / "aliases.json"))
    if (arguments.seeds / "seeds").is_dir():
        sets.append(seeds(arguments.seeds))
    table = render([(item, item.score()) for item in sets])
    print(table)
    if not (arguments.only_print or arguments.rules):
        before, rest = PAGE.read_text("utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{rest.split(END)[1]}", encoding="utf-8")


def render(scored: list[tuple[Annotated, Tally]]) -> str:
    """The table: a line for each set, then the means over events."""
    lines = [
        f"| set | gold | found P | found R | found F1 | strict F1 | {' | '.join(FIELDS)} | as_of |",
        "| --- |" + " --: |" * (6 + len(FIELDS)),
    ]
    lines += [row(item.name + mark(item.name), tally) for item, tally in scored]
    for title, wanted in (("tuned on", False), ("held out", True)):
        group = [
            tally
            for item, tally in scored
            if item.name not in OTHER and (item.name in HELD_OUT) is wanted
        ]
        found = mean(t.f1(t.found)[2] for t in group)
        strict = mean(t.f1(t.strict)[2] for t in group)
        fields = " | ".join(f"{mean(t.accuracy(name) for t in group):.3f}" for name in FIELDS)
        as_of = mean(t.as_of for t in group)
        lines.append(
            f"| **mean, {len(group)} events {title}** | {sum(t.gold for t in group)} | | |"
            f" {found:.3f} | {strict:.3f} | {fields} | {as_of:.3f} |"
        )
    return "\n".join(lines)


def mark(name: str) -> str:
    """How the table shows that a set was held out."""
    return " (held out)" if name in HELD_OUT else ""


def row(name: str, tally: Tally) -> str:
    """One set's line."""
    precision, recall, found = tally.f1(tally.found)
    fields = " | ".join(f"{tally.accuracy(field):.3f}" for field in FIELDS)
    return (
        f"| {name} | {tally.gold} | {precision:.3f} | {recall:.3f} | {found:.3f} |"
        f" {tally.f1(tally.strict)[2]:.3f} | {fields} | {tally.as_of:.3f} |"
    )


if __name__ == "__main__":
    main()

"""Hold second annotations, made blind, against the gold: how far careful readers agree with it.

    python benchmarks/agreement.py

Each of `second_annotations/` was written from the guidelines, three other events and the bare reports, by somebody who
had not seen the event's gold. It is scored as a program's claims are: its first answer where it gives several; what it
calls optional and the gold leaves out costs nothing.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from accuracy import row

from crossread.evaluate.annotated import Annotated, events
from crossread.evaluate.claim_score import FIELDS, Row, Tally, pair, score
from crossread.evaluate.gold import first

HERE = Path(__file__).parent
SECOND = HERE / "second_annotations"
FOLDERS = (
    HERE.parent / "examples",
    HERE / "written_events" / "unread",
    HERE.parent / "training" / "events",
)


def main() -> None:
    """Print a line for each event that was annotated twice, and their mean."""
    print(
        f"| event | gold | found P | found R | found F1 | strict F1 | {' | '.join(FIELDS)} | as_of |"
    )
    print("| --- |" + " --: |" * (6 + len(FIELDS)))
    tallies = [(item.name, agreement(item)) for item in twice_annotated()]
    for name, tally in tallies:
        print(row(name, tally))
    print(f"mean strict F1 {mean(tally.f1(tally.strict)[2] for _, tally in tallies):.3f}")


def twice_annotated() -> Iterator[Annotated]:
    """The events that have a second annotation."""
    for folder in FOLDERS:
        yield from (item for item in events(folder) if (SECOND / f"{item.name}.jsonl").exists())


def agreement(item: Annotated) -> Tally:
    """The second annotation of an event scored against its gold."""
    lines = (SECOND / f"{item.name}.jsonl").read_text("utf-8").splitlines()
    second = {told["report"]: told["claims"] for told in map(json.loads, lines)}
    claims = [
        {name: first(value) for name, value in claim.items()} | {"report": report["report"]}
        for report in item.gold
        for claim in counted(report["claims"], second[report["report"]])
    ]
    return score(item.gold, claims, item.aliases)


def counted(gold: list[Row], second: list[Row]) -> list[Row]:
    """The second annotation's claims, without the optional ones that the gold has not."""
    _, _, extra = pair(gold, [preferred(claim) for claim in second])
    dropped = {(claim["start"], claim["end"]) for claim in extra if claim["optional"]}
    return [claim for claim in second if (claim["start"], claim["end"]) not in dropped]


def preferred(claim: Row) -> Row:
    """A record with the first answer of each field."""
    return {name: first(value) for name, value in claim.items()}


if __name__ == "__main__":
    main()

"""Measure claims and ledgers on events that were written and annotated for measuring alone.

    python benchmarks/written_events.py

Those with a year in their names retell real events from public facts in the manner of the examples (each has an
ABOUT.md that says what is composed), the others are invented and plainer. The errors on those in `written_events/read`
were read while rules were mended, and the network is taught on them; of those in `written_events/unread` neither is
true: their line is the one to expect on reports of one's own. Whoever reads an event's errors moves it to `read`.
"""

from pathlib import Path
from statistics import mean

from accuracy import row

from crossread.evaluate.annotated import events
from crossread.evaluate.claim_score import FIELDS, Tally, score
from crossread.evaluate.ledger_event import ledger_by_hand, ledger_by_path, score_event
from crossread.evaluate.ledger_score import LedgerTally

FOLDER = Path(__file__).with_name("written_events")


def main() -> None:
    """Print a line for each event and each group: of its claims, then of its ledgers."""
    print(
        f"| event | gold | found P | found R | found F1 | strict F1 | {' | '.join(FIELDS)} | as_of |"
    )
    print("| --- |" + " --: |" * (6 + len(FIELDS)))
    ledgers: list[str] = []
    for group in ("read", "unread"):
        tallies: list[Tally] = []
        by_path, by_hand = LedgerTally(), LedgerTally()
        for item in events(FOLDER / group):
            folder = item.reports.parent
            ledger = ledger_by_path(folder)
            tallies.append(score(item.gold, [claim.row() for claim in ledger.claims], item.aliases))
            add(by_path, score_event(folder, ledger))
            add(by_hand, score_event(folder, ledger_by_hand(folder)))
            print(row(item.name, tallies[-1]))
        if tallies:
            print(mean_row(group, tallies))
            ledgers += [told(group, "reports", by_path), told(group, "claims by hand", by_hand)]
    print("\n| ledger | listed | found | of the right kind | printed | of these listed | merges |")
    print("| --- |" + " --: |" * 6)
    print("\n".join(ledgers))


def mean_row(group: str, tallies: list[Tally]) -> str:
    """The means over a group's events."""
    found = mean(tally.f1(tally.found)[2] for tally in tallies)
    strict = mean(tally.f1(tally.strict)[2] for tally in tallies)
    fields = " | ".join(f"{mean(tally.accuracy(name) for tally in tallies):.3f}" for name in FIELDS)
    gold = sum(tally.gold for tally in tallies)
    return (
        f"| **mean, {len(tallies)} events {group}** | {gold} | | | {found:.3f} | {strict:.3f} |"
        f" {fields} | {mean(tally.as_of for tally in tallies):.3f} |"
    )


def add(total: LedgerTally, one: LedgerTally) -> None:
    """Add an event's counts to a group's."""
    for name in ("disagreements", "any_kind", "right_kind", "printed", "printed_matched"):
        setattr(total, name, getattr(total, name) + getattr(one, name))
    total.parties.merges += one.parties.merges


def told(group: str, given: str, tally: LedgerTally) -> str:
    """A group's line of its ledgers."""
    return (
        f"| {group}, from {given} | {tally.disagreements} | {tally.any_kind} | {tally.right_kind} |"
        f" {tally.printed} | {tally.printed_matched} | {len(tally.parties.merges)} |"
    )


if __name__ == "__main__":
    main()

"""Measure the whole path on marked texts of events that no network was trained on.

    python benchmarks/marked_texts.py [--rules] [--errors] [--texts FOLDER] [--only EVENT ...]

The texts are those of training/left-out.txt, or all of a folder (benchmarks/plain_texts). A mark gives no bounds, so a
figure is found where a claim's number stands inside the mark; then the fields are compared as for the annotated events.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from crossread.clean import clean
from crossread.decide import Decider
from crossread.evaluate.claim_score import Names
from crossread.model.claim import Claim
from crossread.model.report import Report
from crossread.model.source import Source
from crossread.parse import Parser
from crossread.pipeline import draft, finish, ledger_of

TRAINING = Path(__file__).parents[1] / "training"
sys.path.insert(0, str(TRAINING))
from marked import MarkedClaim, MarkedText, read_marked  # noqa: E402

FIELDS = ("condition", "population", "party", "source", "source_party")


def main() -> None:
    """Read every left-out event's texts as one pile, and count."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rules", action="store_true", help="without the trained decisions")
    asked.add_argument("--errors", action="store_true", help="list every wrong field")
    asked.add_argument("--texts", type=Path, help="a folder of marked texts instead")
    asked.add_argument("--only", nargs="*", default=[], help="of the folder only these events")
    arguments = asked.parse_args()
    events = of_folder(arguments.texts, arguments.only) if arguments.texts else left_out()
    parser, decider = Parser(), Decider(None) if arguments.rules else Decider()
    counts: Counter[str] = Counter()
    for texts in events:
        for pair in pairs(parser, decider, texts, counts):
            score(*pair, counts, shown=arguments.errors)
    print(told(counts))


def left_out() -> Iterator[list[MarkedText]]:
    """The texts of each event that is left out of training."""
    for event in (TRAINING / "left-out.txt").read_text("utf-8").split():
        yield [read_marked(path) for path in sorted((TRAINING / "texts").glob(f"{event}-*.txt"))]


def of_folder(folder: Path, only: list[str]) -> Iterator[list[MarkedText]]:
    """The texts of each event in a folder."""
    texts = [read_marked(path) for path in sorted(folder.glob("*.txt"))]
    for event in sorted({text.event for text in texts}):
        if not only or event in only:
            yield [text for text in texts if text.event == event]


def pairs(
    parser: Parser, decider: Decider, texts: list[MarkedText], counts: Counter[str]
) -> list[tuple[MarkedText, MarkedClaim, Claim, Names]]:
    """Each required mark with the claim that stands inside it; marks and claims without a partner are counted."""
    aliases: dict[str, list[str]] = {}
    for text in texts:
        for party, others in text.aliases.items():
            aliases.setdefault(party, []).extend(others)
    names = Names(aliases)
    reports = [clean(Source(f"{text.name}.txt", text.text.encode("utf-8"))) for text in texts]
    drafts = [draft(parser, decider, report) for report in reports if isinstance(report, Report)]
    claims = ledger_of(finish(drafts), []).claims
    found = []
    for text in texts:
        free = list(text.claims)
        counts["texts"] += 1
        counts["marks"] += sum(not mark.optional for mark in free)
        for claim in (c for c in claims if c.report == f"{text.name}.txt"):
            mark = holding(claim, free)
            if mark is None:
                counts["claims"] += 1
                continue
            free.remove(mark)
            if not mark.optional:
                counts["claims"] += 1
                found.append((text, mark, claim, names))
    return found


def holding(claim: Claim, marks: list[MarkedClaim]) -> MarkedClaim | None:
    """The shortest mark of the claim's stance around its number."""
    start, end = claim.figure.quantity.core
    around = [m for m in marks if m.start <= start and end <= m.end]
    fitting = [m for m in around if m.denied == (claim.stance == "denied")]
    return min(fitting, key=lambda mark: mark.end - mark.start, default=None)


def score(
    text: MarkedText,
    mark: MarkedClaim,
    claim: Claim,
    names: Names,
    counts: Counter[str],
    *,
    shown: bool,
) -> None:
    """Count a found claim's right fields."""
    right = {
        "condition": claim.figure.condition in mark.conditions,
        "population": claim.figure.population in mark.populations,
        "party": names.canonical(claim.party) in {names.canonical(p) for p in mark.parties},
        "source": any((one is None) == (claim.source is None) for one in mark.sources),
        "source_party": names.canonical(claim.source_party)
        in {names.canonical(p) for p in mark.source_parties},
    }
    counts["found"] += 1
    counts["strict"] += all(right.values())
    counts.update(name for name, fine in right.items() if fine)
    if shown and not all(right.values()):
        wrong = ", ".join(name for name, fine in right.items() if not fine)
        print(f"{text.name}: {mark.quote!r}: {wrong}")


def told(counts: Counter[str]) -> str:
    """The counts as one line of figures."""
    both = counts["marks"] + counts["claims"]
    shares = " ".join(f"{name} {counts[name] / counts['found']:.3f}" for name in FIELDS)
    found, strict = (2 * counts[name] / both for name in ("found", "strict"))
    return (
        f"{counts['texts']} texts, {counts['marks']} marks: "
        f"found F1 {found:.3f} strict F1 {strict:.3f} {shares}"
    )


if __name__ == "__main__":
    main()

"""Measure whose body a speaker is given, and whose side the counted, apart from the steps before.

    python benchmarks/bodies.py [--every N]

On the marked training texts the network points at the right speaker, because it was taught to; which body `resolve`
makes of his words it was not. Counted are found claims of every Nth event whose speaker's words are the marked ones.
"""

import argparse
from collections import Counter

from marked_texts import TRAINING, MarkedText, pairs, read_marked

from crossread.decide import Decider
from crossread.evaluate.claim_score import Names, fold
from crossread.model.claim import Claim
from crossread.parse import Parser


def main() -> None:
    """Read the events one by one, and count."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--every", type=int, default=12, help="of so many events one")
    parser, decider = Parser(), Decider()
    counts: Counter[str] = Counter()
    for texts in taught(asked.parse_args().every):
        for _, mark, claim, names in pairs(parser, decider, texts, Counter()):
            if speaks_as_marked(claim, mark.sources):
                counts["body"] += 1
                counts["right body"] += is_among(claim.source_party, mark.source_parties, names)
            if claim.party is not None or None not in mark.parties:
                counts["side"] += 1
                counts["right side"] += is_among(claim.party, mark.parties, names)
    for field in ("body", "side"):
        share = counts[f"right {field}"] / counts[field]
        print(f"{field}: {counts[f'right {field}']} of {counts[field]} right ({share:.3f})")


def taught(every: int) -> list[list[MarkedText]]:
    """The texts of every so many events on which the network was trained."""
    left_out = set((TRAINING / "left-out.txt").read_text("utf-8").split())
    events: dict[str, list[MarkedText]] = {}
    for path in sorted((TRAINING / "texts").glob("*.txt")):
        event = path.stem.rsplit("-", 1)[0]
        if event not in left_out:
            events.setdefault(event, []).append(read_marked(path))
    return list(events.values())[::every]


def speaks_as_marked(claim: Claim, sources: tuple[str | None, ...]) -> bool:
    """Whether somebody speaks, in words that hold or lie in the marked ones."""
    said = fold(claim.source)
    wanted = (fold(source) for source in sources)
    return said is not None and any(words and (words in said or said in words) for words in wanted)


def is_among(name: str | None, accepted: tuple[str | None, ...], names: Names) -> bool:
    """Whether a name is one of those marked, or one of their other names."""
    return names.canonical(name) in {names.canonical(one) for one in accepted}


if __name__ == "__main__":
    main()

"""Marked texts and annotated events in; what the decision network learns from out: words, numbers and right answers.

python training/decision_data.py --texts DIR --events DIR --out FILE
"""

import argparse
import json
import pickle
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from marked import MarkedClaim, MarkedText, read_marked

from crossread.attribute import attribute
from crossread.clean import clean
from crossread.decide.candidates import KINDS, Candidates, candidates
from crossread.extract import extract
from crossread.lexicon import load
from crossread.model.report import Report
from crossread.model.source import Source
from crossread.parse import Parser

HELD_OUT = ("dhaka-2024", "itaewon-2022", "lahaina-2023", "zamzam-2025")
TITLE = KINDS.index("title") + 1
"""Writers of marked texts leave some headlines unmarked; these teach nothing."""

LITTLE = frozenset(
    ["the", "a", "an", "of", "in", "for", "and", "'s", "'", "’s", "’", "-", ",", ".", "s"]
)
"""Words of a name that point at nobody by themselves."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is right for one number: the accepted answers; word indexes for mentions, -1 for "none said"."""

    claim: int  # 1 a claim, 0 none, -1 either
    conditions: tuple[str, ...] = ()
    populations: tuple[str, ...] = ()
    source: frozenset[int] = frozenset()
    source_party: frozenset[int] = frozenset()
    party: frozenset[int] = frozenset()
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """One report with its candidates and the right answer for each number; `tuned` where rules were written on it.

    `annotated`: of an event whose every figure was annotated by the guidelines, and not marked while it was written.
    `offices`: by word that names a speaker the words that name his body, -1 where none does.
    """

    event: str
    name: str
    tuned: bool
    candidates: Candidates
    answers: tuple[Answer, ...]
    offices: tuple[tuple[int, frozenset[int]], ...] = ()
    annotated: bool = False


NAME = re.compile(
    r"(?:[a-z]+\s)*(?P<name>[^\W\d_a-z][\w’'.-]+(?:\s(?:[a-z]{1,3}|[^\W\d_a-z][\w’'.-]*)){1,3})"
)
"""A person's name of two to four words, with or without words such as "spokesman" before it."""


def personal(party: str, others: tuple[str, ...]) -> frozenset[str]:
    """The words of persons among a body's names: they tell who speaks, and not for whom."""
    heads = load("bodies")["heads"]
    lists = (
        "organs",
        "local",
        "sovereign",
        "offices",
        "societies",
        "missions",
        "companies",
        "nouns",
    )
    bodies = {word for name in lists for word in heads[name]} | set(party.casefold().split())
    found: set[str] = set()
    for other in others:
        name = NAME.fullmatch(other)
        words = set(name["name"].casefold().split()) if name else set()
        if not words & bodies:
            found |= words - set(heads["roles"])
    return frozenset(found)


@cache
def holders() -> frozenset[str]:
    """Words for those who hold an office below a state's: they tell of a body only where nothing names it."""
    heads = load("bodies")["heads"]
    bodies = {*heads["organs"], *heads["sovereign"], *heads["societies"], *heads["nouns"]}
    return frozenset({*heads["roles"], *heads["holders"]} - bodies)


@dataclass(frozen=True, slots=True)
class Names:
    """Where each party is named: word indexes, every word given to the longest name that covers it."""

    words: list[str]
    aliases: dict[str, tuple[str, ...]]
    at: dict[str, set[int]] = field(default_factory=dict)

    def bodies(self, parties: tuple[str | None, ...]) -> frozenset[int]:
        """Where bodies are named otherwise than by the persons who speak for them."""
        places = _mentions(self, parties)
        persons = {
            w for p in parties if p is not None for w in personal(p, self.aliases.get(p, ()))
        }
        told = {i for i in places if i == -1 or _fold(self.words[i]) not in persons}
        outright = {i for i in told if i == -1 or _fold(self.words[i]) not in holders()}
        return frozenset(outright if outright - {-1} else told)

    def find(self) -> None:
        """Fill `at`."""
        folded = [_fold(word) for word in self.words]
        found: list[tuple[int, int, str]] = []
        for party, others in self.aliases.items():
            for name in {party, *others}:
                parts = [_fold(p) for p in re.findall(r"[\w’'.]+|[^\w\s]", name)]
                parts = [p for p in parts if p]
                if parts:
                    found += [(len(parts), i, party) for i in _occurrences(folded, parts)]
        owner: dict[int, set[str]] = {}
        length: dict[int, int] = {}
        for size, start, party in sorted(found, reverse=True):
            for place in range(start, start + size):
                if length.setdefault(place, size) == size:
                    owner.setdefault(place, set()).add(party)
        for place, parties in owner.items():
            if folded[place] not in LITTLE:
                for party in parties:
                    self.at.setdefault(party, set()).add(place)


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'").rstrip(".")


def _occurrences(words: list[str], parts: list[str]) -> Iterator[int]:
    joined = len(parts)
    for start in range(len(words) - joined + 1):
        if words[start] == parts[0] and words[start : start + joined] == parts:
            yield start


def marked_of(event: str, row: dict, text: str, aliases: dict[str, list[str]]) -> MarkedText:
    """A gold record of an annotated event as a marked text."""
    claims = tuple(
        MarkedClaim(
            c["start"],
            c["end"],
            c["quote"],
            _list(c["condition"]),
            _list(c["population"]),
            _list(c["party"]),
            _list(c["source"]),
            _list(c["source_party"]),
            c["stance"] == "denied",
            c["optional"],
        )
        for c in row["claims"]
    )
    others = {name: tuple(given) for name, given in aliases.items()}
    return MarkedText(f"{event}-{row['report']}", text, others, claims)


def _list(value: object) -> tuple:
    return tuple(value) if isinstance(value, list) else (value,)


def example(parser: Parser, text: MarkedText, event: str, *, tuned: bool) -> Example | None:
    """Run the rules over a text and put its marks beside their candidates."""
    report = clean(Source(f"{text.name}.txt", text.text.encode("utf-8")))
    if not isinstance(report, Report) or report.text != text.text:
        print("left out:", text.name, type(report).__name__)
        return None
    parsed = parser.parse(report)
    figures, refused = extract(parsed)
    claims, statements = attribute(parsed, figures)
    found = candidates(parsed, claims, refused, statements)
    names = Names(list(found.words), text.aliases)
    names.find()
    answers = tuple(
        Answer(claim=-1)
        if mark is None and not tuned and found.kinds[number.word] == TITLE
        else answer(found, names, text, mark)
        for number, mark in zip(found.numbers, pair(found, text.claims), strict=True)
    )
    return Example(event, text.name, tuned, found, answers, offices(found, names, text))


def offices(
    found: Candidates, names: Names, text: MarkedText
) -> tuple[tuple[int, frozenset[int]], ...]:
    """By word that names a speaker the words that name his body, -1 where none does."""
    right: dict[int, set[int]] = {}
    for mark in text.claims:
        bodies = names.bodies(mark.source_parties) or frozenset([-1])
        for source in mark.sources:
            for start, end in _heard(text.text, source, mark) if source else ():
                for place in _words_within(found, start, end):
                    right.setdefault(place, set()).update(bodies)
    return tuple(sorted((place, frozenset(bodies)) for place, bodies in right.items()))


def _heard(text: str, source: str, mark: MarkedClaim) -> list[tuple[int, int]]:
    """Where a speaker is named: a name everywhere, a person's surname too; a common noun only nearest to the figure."""
    spans = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(source)}(?!\w)", text)]
    last = re.findall(r"[\w’'.-]+", source)[-1:]
    if not last or not last[0][:1].isupper():
        return sorted(spans, key=lambda at: abs(at[0] - mark.start))[:1]
    if NAME.fullmatch(source):
        surname = re.escape(last[0].rstrip("."))
        spans += [match.span() for match in re.finditer(rf"(?<!\w){surname}(?!\w)", text)]
    return spans


def _words_within(found: Candidates, start: int, end: int) -> Iterator[int]:
    """The words of a stretch that name somebody."""
    for place, (first, last) in enumerate(found.offsets):
        word = found.words[place]
        if start <= first and last <= end and word[:1].isalpha() and word.casefold() not in LITTLE:
            yield place


def pair(found: Candidates, claims: Iterable[MarkedClaim]) -> list[MarkedClaim | None]:
    """For each number the mark that is about it: the one whose quote holds the number, each mark once."""
    free = list(claims)
    pairs: list[MarkedClaim | None] = []
    for number in found.numbers:
        start, end = number.core
        holding = [c for c in free if c.start <= start and end <= c.end]
        best = min(holding, key=lambda c: c.end - c.start, default=None)
        if best is not None:
            free.remove(best)
        pairs.append(best)
    return pairs


def answer(found: Candidates, names: Names, text: MarkedText, mark: MarkedClaim | None) -> Answer:
    """The right answer for one number."""
    if mark is None:
        return Answer(claim=0)
    return Answer(
        -1 if mark.optional else 1,
        mark.conditions,
        mark.populations,
        _places(found, text.text, mark),
        names.bodies(mark.source_parties),
        _mentions(names, mark.parties),
        mark.denied,
    )


def _mentions(names: Names, parties: tuple[str | None, ...]) -> frozenset[int]:
    places: set[int] = set()
    for party in parties:
        places |= {-1} if party is None else names.at.get(party, set())
    return frozenset(places)


def _places(found: Candidates, text: str, mark: MarkedClaim) -> frozenset[int]:
    places: set[int] = set()
    for source in mark.sources:
        if source is None:
            places.add(-1)
            continue
        for match in re.finditer(re.escape(source), text):
            places |= {
                i
                for i, (start, end) in enumerate(found.offsets)
                if match.start() <= start
                and end <= match.end()
                and found.words[i].casefold() not in LITTLE
            }
    return frozenset(places)


def annotated(parser: Parser, folder: Path, *, tuned: bool) -> Iterator[Example]:
    """The reports of an annotated event."""
    aliases = json.loads((folder / "aliases.json").read_text("utf-8"))
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        given = (folder / "reports" / row["report"]).read_text("utf-8")
        found = example(
            parser, marked_of(folder.name, row, given, aliases), folder.name, tuned=tuned
        )
        if found is not None:
            yield replace(found, annotated=True)


def main() -> None:
    """Build the examples and pickle them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--texts", type=Path, required=True)
    asked.add_argument(
        "--events",
        type=Path,
        nargs="+",
        required=True,
        help="annotated events; rules know the first's",
    )
    asked.add_argument("--out", type=Path, required=True)
    args = asked.parse_args()
    parser, examples = Parser(), []
    for path in sorted(args.texts.glob("*.txt")):
        try:
            text = read_marked(path)
        except ValueError as fault:
            print(fault)
            continue
        examples.append(example(parser, text, text.event, tuned=False))
    for root in args.events:
        for folder in sorted(root.iterdir()):
            if (folder / "gold.jsonl").exists():
                tuned = root == args.events[0] and folder.name not in HELD_OUT
                examples += annotated(parser, folder, tuned=tuned)
    kept = [e for e in examples if e is not None]
    args.out.write_bytes(pickle.dumps(kept))
    print(
        len(kept),
        "texts,",
        sum(a.claim != 0 for e in kept for a in e.answers),
        "claims of",
        sum(len(e.answers) for e in kept),
        "numbers",
    )


if __name__ == "__main__":
    main()

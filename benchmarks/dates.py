"""Measure publication days and as-of days on the invented report sets in benchmarks/dates; list what is wrong.

    python benchmarks/dates.py

A set is a file of reports, each under "## NAME DAY BASIS": DAY is the true day ("2022-07-06..2022-08-31" where no
reader could tell one), BASIS stated, inferred or unsure. "{quote|DAY}" marks a figure and the day for which it is
said (several, with blanks between them, where each is right); "?" where a careful reader could not tell.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from crossread.clean import clean
from crossread.date import date_claims, date_report, event_day, infer_published
from crossread.model.claim import Claim
from crossread.model.figure import Figure, Quantity
from crossread.model.report import Report
from crossread.model.sentence import Parsed
from crossread.model.source import Source
from crossread.parse import Parser

FOLDER = Path(__file__).parent / "dates"
_HEAD = re.compile(r"^## (\d+) (\S+) (\w+)\n", re.M)
_MARK = re.compile(r"\{([^|{}]+)\|([^}]+)\}")
TOLERATED = 2
"""Days by which a single day given for an undated report may be wrong before it counts as badly wrong."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A report as read, its true day, how it can be known, and its figures with their days."""

    parsed: Parsed
    day: str
    basis: str
    marks: tuple[tuple[int, int, str], ...]


def main() -> None:
    """Run the measurement."""
    parser = Parser()
    total = [0, 0, 0, 0]
    for path in sorted(FOLDER.glob("*.txt")):
        reports = read_set(path, parser)
        figures = measure(path.stem, reports)
        print(f"{path.stem:16} undated {figures[0]}/{figures[1]}  as_of {figures[2]}/{figures[3]}")
        total = [a + b for a, b in zip(total, figures, strict=True)]
    print(f"all: undated right {total[0]} of {total[1]}, as_of right {total[2]} of {total[3]}")


def read_set(path: Path, parser: Parser) -> list[Marked]:
    """The reports of a set, their marks taken out."""
    parts = _HEAD.split(path.read_text("utf-8"))[1:]
    found = []
    for name, day, basis, marked in zip(*(iter(parts),) * 4, strict=True):
        text, marks = plain(marked)
        report = clean(Source(f"{path.stem}-{name}.txt", text.encode()))
        assert isinstance(report, Report), report
        assert report.text == text, name
        found.append(Marked(parser.parse(report), day, basis, tuple(marks)))
    return found


def plain(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and where they stood."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        last = match.end()
    return text + marked[last:], marks


def measure(name: str, reports: list[Marked]) -> list[int]:
    """Undated reports right and all of them, figures right and all of them; an unsure one is right as a span."""
    stated = [replace(each.parsed, report=date_report(each.parsed)) for each in reports]
    dated = [
        replace(parsed, report=report)
        for parsed, report in zip(stated, infer_published(stated), strict=True)
    ]
    event = event_day(dated)
    counts = [0, 0, 0, 0]
    for each, parsed in zip(reports, dated, strict=True):
        right = right_publication(each, parsed.report)
        if each.basis != "stated":
            counts[0] += right
            counts[1] += 1
        if not right:
            print(f"  {parsed.report.name} {each.day}: {shown(parsed.report)}")
        for mark in each.marks:
            if mark[2] != "?":
                counts[2] += right_as_of(parsed, mark, event)
                counts[3] += 1
    print(f"  {name}: event {event}")
    return counts


def shown(report: Report) -> str:
    """What was told of a report's day."""
    when = report.published
    days = f"{when.first}..{when.last} {when.rule}: " if when else ""
    return days + report.published_why


def right_publication(each: Marked, report: Report) -> bool:
    """Whether a day is the true one; for a report that cannot be dated, whether no single day was claimed."""
    when = report.published
    if each.basis != "unsure":
        return when is not None and when.first.isoformat() == when.iso == each.day
    first, last = (date.fromisoformat(day) for day in each.day.split(".."))
    return when is None or (when.first != when.last and when.first <= last and first <= when.last)


def right_as_of(parsed: Parsed, mark: tuple[int, int, str], event: date | None) -> bool:
    """Whether a figure gets the day for which it is said."""
    start, end, day = mark
    sentence = parsed.sentence_at(start)
    quantity = Quantity(1, 1, start, end, (start, end))
    index = sentence.index if sentence else -1
    figure = Figure(quantity, start, end, index, "person", "people", "killed", "marked", end - 1)
    quote = parsed.report.text[start:end]
    claim = Claim(figure, parsed.report.name, parsed.report.id, quote, "")
    (found,) = date_claims(parsed, [claim], event=event)
    right = found.as_of is not None and found.as_of.iso.startswith(tuple(day.split()))
    if not right:
        when = found.as_of
        told = f"{when.iso} {when.rule} “{when.words}”" if when else "none"
        around = parsed.report.text[max(0, start - 70) : end + 50].replace("\n", "/")
        print(f"    {parsed.report.name} «{quote}» {day}: {told} | {around}")
    return right


if __name__ == "__main__":
    main()

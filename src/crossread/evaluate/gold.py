"""Annotated reports come in; the readings that steps 1 to 6 would give, were they never wrong, go out.

Resolve and reconcile are measured on these, so that an error of an earlier step does not hide one of theirs.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from crossread.model.claim import Claim
from crossread.model.figure import Figure, Measure, Quantity
from crossread.model.ledger import Reading
from crossread.model.report import Report
from crossread.model.when import When

_PART = re.compile(
    r"\b(?:of them|of these|of those|of whom|of the dead|among them|includ\w+)\b", re.I
)
_MORE = re.compile(r"\b(?:another|further|additional|\w+ more(?! than))\b", re.I)


def gold_readings(gold: Path, reports: Path, *, surface: bool = False) -> list[Reading]:
    """The readings of a gold file's reports; `surface` leaves the parties as the text words them, unresolved."""
    rows = (json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip())
    return [
        gold_reading(row, (reports / row["report"]).read_text("utf-8"), surface=surface)
        for row in rows
    ]


def gold_reading(row: Mapping[str, Any], text: str, *, surface: bool = False) -> Reading:
    """One report's reading: its gold claims, and the report with its gold date."""
    report = Report(
        name=row["report"],
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        text=text,
        blocks=(),
        title=text.strip().split("\n")[0],
        outlet=first(row["outlet"]),
        republished=bool(row["republished"]),
        published=when(row["published"]),
        published_basis=row["published_basis"],
    )
    return Reading(report, tuple(gold_claims(row, report, surface=surface)), (), ())


def gold_claims(row: Mapping[str, Any], report: Report, *, surface: bool = False) -> list[Claim]:
    """A report's gold records as claims, the preferred answer where several are right."""
    return [gold_claim(record, report, surface=surface) for record in row["claims"]]


def gold_claim(record: Mapping[str, Any], report: Report, *, surface: bool) -> Claim:
    """One gold record as a claim."""
    start, end = sentence_span(report.text, record["start"])
    sentence = report.text[start:end]
    quote = (record["start"], record["end"])
    quantity = Quantity(
        record["low"], record["high"], *quote, quote, approx=first(record["approx"]), vague=first(record["vague"]),
    )  # fmt: skip
    figure = Figure(
        quantity, *quote, start, first(record["unit"]), first(record["population"]),
        first(record["condition"]), "gold", quote[0], measure=measure(record["quote"]),
    )  # fmt: skip
    return Claim(
        figure,
        report.name,
        report.id,
        record["quote"],
        " ".join(sentence.split()),
        source=first(record["source"]),
        source_party=None if surface else first(record["source_party"]),
        stance=record["stance"],
        party=first(record["party"]),
        place=first(record["place"]),
        background=record["background"],
        as_of=when(first(record["as_of"])),
    )


def first(value: Any) -> Any:
    """The preferred answer of a gold field."""
    return value[0] if isinstance(value, list) else value


def measure(quote: str) -> Measure:
    """Whether a quote counts a part of a figure said before, or more beside it."""
    if _PART.search(quote):
        return "part"
    return "increment" if _MORE.search(quote) else "total"


def sentence_span(text: str, offset: int) -> tuple[int, int]:
    """The sentence around an offset, by line ends and full stops."""
    start = max(text.rfind("\n", 0, offset) + 1, last_stop(text[:offset]))
    stop = re.search(r"\n|[.!?][\"”’]?\s", text[offset:])
    return start, offset + stop.end() if stop else len(text)


def last_stop(text: str) -> int:
    """Where the last sentence of a text begins."""
    stops = [
        match.end() for match in re.finditer(r"[a-z0-9”\"’)][.!?][\"”’]?\s+(?=[A-Z“\"])", text)
    ]
    return stops[-1] if stops else 0


def when(iso: str | None) -> When | None:
    """An ISO date, month or year as a stretch of days."""
    if iso is None:
        return None
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        found = date(*parts)
        return When(found, found, "day", iso, "gold")
    if len(parts) == 2:
        year, month = parts
        following = date(year + month // 12, month % 12 + 1, 1)
        return When(date(year, month, 1), following - timedelta(days=1), "month", iso, "gold")
    return When(date(parts[0], 1, 1), date(parts[0], 12, 31), "year", iso, "gold")

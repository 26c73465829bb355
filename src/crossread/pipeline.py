"""The path of data: from paths to a ledger. This file alone composes the steps; each step knows only the nouns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crossread.attribute import attribute
from crossread.clean import clean
from crossread.date import date_claims, date_report, event_day, infer_published, recall
from crossread.decide import Decider
from crossread.extract import extract
from crossread.model.claim import Claim
from crossread.model.figure import Figure
from crossread.model.ledger import Ledger, Reading
from crossread.model.report import Report
from crossread.model.sentence import Parsed
from crossread.model.source import SetAside, Source
from crossread.model.statement import Statement
from crossread.parse import Parser
from crossread.read import read
from crossread.reconcile import reconcile
from crossread.resolve import resolve

Aliases = Mapping[str, Sequence[str]]
Watch = Callable[[str], None]
"""Called with a report's name when steps 1 to 6 are done with it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report after steps 1 to 6: everything that can be told from it alone."""

    parsed: Parsed
    claims: list[Claim]
    statements: list[Statement]
    set_aside: list[SetAside]


def build_ledger(
    paths: Iterable[str], *, aliases: Aliases | None = None, watch: Watch | None = None
) -> Ledger:
    """Read many reports of one event against each other.

    1. read       paths -> sources: bytes and where they came from
    2. clean      source -> report: text that never changes again, or set aside with a reason
    3. parse      report -> sentences with syntax
    4. extract    sentences -> figures: quantity, who is counted, in what condition
    5. attribute  figures, sentences -> claims and statements: who says so
    6. decide     claims -> the same claims, where the trained network knows better than the rules
    7. date       reports, claims -> publication dates, as-of dates
    8. resolve    all claims -> parties, places, copies
    9. reconcile  claims by question -> verdicts, standing answers, grades: the ledger
    """
    return ledger_of(*gather(paths, watch=watch), aliases=aliases)


def gather(
    paths: Iterable[str], *, watch: Watch | None = None
) -> tuple[list[Reading], list[SetAside]]:
    """Steps 1 to 7: what each report says, and the reports that could not be used."""
    drafts, set_aside = draft_all(paths, watch=watch)
    return finish(drafts), set_aside


def ledger_of(
    readings: list[Reading], set_aside: list[SetAside], *, aliases: Aliases | None = None
) -> Ledger:
    """Steps 8 and 9: the reports held against each other."""
    ledger = reconcile(resolve(readings, aliases=aliases))  # 8, 9
    return replace(ledger, set_aside=(*set_aside, *ledger.set_aside))


def draft_all(
    paths: Iterable[str], *, watch: Watch | None = None
) -> tuple[list[Draft], list[SetAside]]:
    """Steps 1 to 6 over every path, one report at a time; one bad file never stops the others."""
    parser, decider = Parser(), Decider()
    drafts: list[Draft] = []
    set_aside: list[SetAside] = []
    for source in read(paths):  # 1
        report = clean(source) if isinstance(source, Source) else source  # 2
        if isinstance(report, Report):
            drafts.append(draft(parser, decider, report))
        else:
            set_aside.append(report)
        if watch is not None:
            watch(report.name if isinstance(report, Report) else report.report)
    return drafts, set_aside


def draft(parser: Parser, decider: Decider, report: Report) -> Draft:
    """Steps 3 to 6 for one report."""
    parsed = parser.parse(report)  # 3
    figures: list[Figure]
    figures, refused = extract(parsed)  # 4
    claims, statements = attribute(parsed, figures)  # 5
    claims, refused = decider.decide(parsed, claims, refused, statements)  # 6
    return Draft(parsed, claims, statements, refused)


def finish(drafts: list[Draft]) -> list[Reading]:
    """Step 7 over the whole set: undated reports are dated by the dated ones, then every claim."""
    stated = [replace(draft.parsed, report=date_report(draft.parsed)) for draft in drafts]
    dated = [
        replace(parsed, report=report)
        for parsed, report in zip(stated, infer_published(stated), strict=True)
    ]
    event = event_day(dated)
    found = [finish_one(draft, parsed, event) for draft, parsed in zip(drafts, dated, strict=True)]
    recalled = recall([(reading.report.text, reading.claims) for reading in found], event)
    return [
        replace(reading, claims=claims) for reading, claims in zip(found, recalled, strict=True)
    ]


def finish_one(draft: Draft, parsed: Parsed, event: date | None) -> Reading:
    """One report with its publication date known: its claims dated, its syntax let go."""
    claims = date_claims(parsed, draft.claims, event=event)  # 7
    return Reading(parsed.report, tuple(claims), tuple(draft.statements), tuple(draft.set_aside))

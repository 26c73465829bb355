"""A Ledger comes in; the plain dict of `ledger --format json` goes out, as the format's contract has it."""

from typing import Any

from crossread.model.ledger import Ledger
from crossread.model.question import Point, Question
from crossread.model.report import Report
from crossread.model.when import When


def ledger_json(ledger: Ledger) -> dict[str, Any]:
    """The ledger as JSON values: event, reports, parties, questions, disagreements, and what was set aside."""
    questions = {question.id: question for question in ledger.questions}
    return {
        "event": event(ledger),
        "reports": [report_row(report, ledger) for report in ledger.reports],
        "parties": [
            {"name": party.name, "aliases": list(party.aliases)} for party in ledger.parties
        ],
        "questions": [question_row(question) for question in ledger.questions],
        "disagreements": [
            {
                "question": questions[key].question if key in questions else key,
                "question_id": key,
                "kind": verdict.kind,
                "claims": [claim.id for claim in verdict.claims],
                "why": verdict.why,
            }
            for key, verdict in ledger.disagreements
        ],
        "set_aside": [
            {
                "report": each.report,
                "start": each.start,
                "end": each.end,
                "quote": each.quote,
                "reason": each.reason,
            }
            for each in ledger.set_aside
        ],
    }


def event(ledger: Ledger) -> dict[str, Any]:
    """The event's line: its title, and the days of the first and the last report."""
    days = sorted(
        report.published.last.isoformat() for report in ledger.reports if report.published
    )
    return {
        "title": ledger.title,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
    }


def report_row(report: Report, ledger: Ledger) -> dict[str, Any]:
    """One report with its date, how it was dated, and what it is a copy of."""
    originals = sorted(copy.original for copy in ledger.copies if copy.report == report.name)
    return {
        "report": report.name,
        "outlet": report.outlet,
        "published": iso(report.published),
        "published_span": report.published.days if report.published else None,
        "published_basis": report.published_basis,
        "published_why": report.published_why,
        "copy_of": originals[0] if originals else None,
        "language": report.language,
    }


def question_row(question: Question) -> dict[str, Any]:
    """One question with its standing answer and its series."""
    standing = question.standing
    return {
        "id": question.id,
        "question": question.question,
        "party": question.party,
        "population": question.population,
        "family": question.family,
        "conditions": list(question.conditions),
        "measure": question.measure,
        "place": question.place,
        "background": question.background,
        "standing": {
            "low": standing.low,
            "high": standing.high,
            "vague": standing.vague,
            "approx": standing.approx,
            "grade": standing.grade,
            "as_of": iso(standing.as_of),
            "why": standing.why,
        },
        "independent_sources": list(question.independent_sources),
        "reports": list(question.reports),
        "series": [point_row(point) for point in question.series],
    }


def point_row(point: Point) -> dict[str, Any]:
    """One point of a series."""
    return {
        "as_of": iso(point.as_of),
        "low": point.low,
        "high": point.high,
        "approx": point.approx,
        "vague": point.vague,
        "source": point.source,
        "source_party": point.source_party,
        "stance": point.stance,
        "reports": list(point.reports),
        "claims": [claim.id for claim in point.claims],
    }


def iso(when: When | None) -> str | None:
    """A day, month or year as ISO, None where there is none."""
    return when.iso if when else None

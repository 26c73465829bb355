"""Questions and reports come in; days go out, each with what was said of it and what was published on it."""

from dataclasses import dataclass
from datetime import date

from crossread.model.question import Point, Question
from crossread.report.index import Index, Voice
from crossread.report.questions import ordered
from crossread.report.speakers import outlet_name
from crossread.report.wording import day, topic


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a day on one question."""

    topic: str
    question: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One day: figures given as of it, reports published on it (name, outlet, id)."""

    iso: str
    words: str
    said: tuple[Said, ...]
    published: tuple[tuple[str, str], ...]


def timeline(index: Index) -> tuple[Day, ...]:
    """Every day that a figure is given for or a report published on, in order."""
    said: dict[date, dict[str, list[Point]]] = {}
    questions = {question.id: question for question in ordered(index.ledger.questions)}
    for question in questions.values():
        for point in question.series:
            if point.as_of is not None and point.as_of.precision in ("day", "span"):
                said.setdefault(point.as_of.last, {}).setdefault(question.id, []).append(point)
    published: dict[date, list[tuple[str, str]]] = {}
    for report in index.ledger.reports:
        if report.published is not None:
            entry = (outlet_name(report), index.anchors.report(report.name))
            published.setdefault(report.published.last, []).append(entry)
    return tuple(
        Day(
            one.isoformat(),
            day(one),
            tuple(
                of_day(questions[key], points, index) for key, points in said.get(one, {}).items()
            ),
            tuple(published.get(one, [])),
        )
        for one in sorted({*said, *published})
    )


def of_day(question: Question, points: list[Point], index: Index) -> Said:
    """A question's answers for one day."""
    where = index.anchors.question(question.id)
    return Said(topic(question.question), where, index.voices(points))

"""A ledger's JSON comes in; its questions and their points go out, checked for what the comparison needs."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.errors import UsageError

Bounds = tuple[int | None, int | None, str | None]
"""Low, high, and the word where there is only one ("dozens")."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One point of a question's series: who gives it, what it is, for when, and where it stands."""

    speaker: str | None
    bounds: Bounds
    denied: bool
    as_of: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A question as a ledger's JSON has it; `key`, its id, is the same in every ledger that asks it."""

    key: str
    question: str
    grade: str
    standing: Bounds
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A ledger read from its JSON: the reports by name, and the questions by key."""

    reports: frozenset[str]
    questions: dict[str, SavedQuestion]


def read_saved(path: str) -> Saved:
    """Read a ledger's JSON; raises UsageError where the file is none."""
    try:
        given = json.loads(Path(path).read_text(encoding="utf-8"))
        questions = [_question(row) for row in given["questions"]]
        reports = frozenset(str(row["report"]) for row in given["reports"])
    except OSError as err:
        raise UsageError(f"{path}: {err.strerror or err}") from err
    except (ValueError, KeyError, TypeError) as err:
        raise UsageError(
            f"{path} is no ledger; write one with: crossread ledger PATH... --format json"
        ) from err
    return Saved(reports, {question.key: question for question in questions})


def _question(row: dict[str, Any]) -> SavedQuestion:
    standing = row["standing"]
    return SavedQuestion(
        str(row["id"]),
        str(row["question"]),
        str(standing["grade"]),
        _bounds(standing),
        tuple(_answer(point) for point in row["series"]),
    )


def _answer(point: dict[str, Any]) -> Answer:
    return Answer(
        point["source_party"] or point["source"],
        _bounds(point),
        point["stance"] == "denied",
        point["as_of"],
        tuple(point["reports"]),
    )


def _bounds(row: dict[str, Any]) -> Bounds:
    return row["low"], row["high"], row["vague"]

"""The hand-made claims of the bundled example come in; its whole ledger is held against a golden file."""

from collections.abc import Callable
from pathlib import Path

from crossread.evaluate.ledger_event import ledger_by_hand
from crossread.model.ledger import Ledger
from crossread.model.question import Question

EXAMPLE = Path(__file__).parents[2] / "examples" / "port-au-prince-2024"


def shown(ledger: Ledger) -> str:
    """Every question with its answer and grade, then every disagreement with its sentence."""
    asked = {question.id: question.question for question in ledger.questions}
    answers = sorted(
        f"{question.question}\n    {answer(question)}" for question in ledger.questions
    )
    parts = sorted(
        f"{verdict.kind}: {asked[name]}\n    {verdict.why}"
        for name, verdict in ledger.disagreements
    )
    return "\n".join([*answers, "", "Where the accounts part", *parts, ""])


def answer(question: Question) -> str:
    """The standing answer with its grade and reason."""
    standing = question.standing
    bounds = standing.vague or f"{standing.low} to {standing.high}"
    return f"{bounds}, {standing.grade}: {standing.why}"


def test_golden_ledger_of_the_example(golden: Callable[[str, str], None]) -> None:
    golden("ledger-port-au-prince-2024.txt", shown(ledger_by_hand(EXAMPLE)))

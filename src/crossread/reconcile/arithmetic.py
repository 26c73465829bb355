"""The questions of an event come in; figures that cannot be added up as they are said go out, the sum shown."""

from collections.abc import Sequence

from crossread.model.question import Question, Verdict
from crossread.reconcile.voice import Voices


def arithmetic(questions: Sequence[Question], voices: Voices) -> list[tuple[str, Verdict]]:
    """Parts against totals, and stocks against flows, each under the question of the total."""
    return []

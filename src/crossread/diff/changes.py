"""Two saved ledgers come in; their differences go out, one sentence each, the gravest kind first.

A speaker is compared with himself: what he last gave in the old ledger with what he last gives in the new one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crossread.diff.saved import Answer, Bounds, Saved, SavedQuestion

Kind = Literal["contested", "withdrawn", "lowered", "raised", "restated", "new", "settled", "gone"]

KINDS: tuple[Kind, ...] = (
    "contested", "withdrawn", "lowered", "raised", "restated", "new", "settled", "gone",
)  # fmt: skip
"""In the order they are shown. `contested`, `settled`: a question's grade; the others: one speaker's figure."""

OWN_VOICE = "the reports themselves"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two ledgers; `before` and `after` as a reader would say the figure."""

    kind: Kind
    question: str
    speaker: str | None
    before: str | None
    after: str | None
    why: str
    reports: tuple[str, ...] = ()

    def row(self) -> dict[str, object]:
        """The change as one flat record, the contract of `diff --format json`."""
        return {
            "kind": self.kind, "question": self.question, "speaker": self.speaker, "before": self.before,
            "after": self.after, "why": self.why, "reports": list(self.reports),
        }  # fmt: skip


def changes(old: Saved, new: Saved) -> list[Change]:
    """All that differs, by kind, then in the order of the new ledger's questions."""
    found: list[Change] = []
    for key, question in new.questions.items():
        before = old.questions.get(key)
        found += _grade(before, question) if before is not None else []
        found += _speakers(before.answers if before is not None else (), question)
    for key, question in old.questions.items():
        found += _gone(question, new.questions.get(key))
    return sorted(found, key=lambda change: KINDS.index(change.kind))


def said(bounds: Bounds) -> str:
    """A figure in words: "23", "at least 30", "up to 200", "700 to 850", "dozens"."""
    low, high, vague = bounds
    if vague is not None:
        return vague
    if low is None or high is None:
        return (
            f"at least {low:,}" if low is not None else f"up to {high:,}" if high else "no number"
        )
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _grade(old: SavedQuestion, new: SavedQuestion) -> Iterator[Change]:
    if old.grade == new.grade or "contested" not in (old.grade, new.grade):
        return
    kind: Kind = "contested" if new.grade == "contested" else "settled"
    told = "The accounts now part" if kind == "contested" else "The accounts no longer part"
    why = f"{told}: {said(old.standing)} before, {said(new.standing)} now."
    yield Change(kind, new.question, None, said(old.standing), said(new.standing), why)


def _speakers(old: tuple[Answer, ...], question: SavedQuestion) -> Iterator[Change]:
    before, denied = _latest(old), _denied(old)
    for speaker, answer in _latest(question.answers).items():
        earlier = before.get(speaker)
        name = speaker or OWN_VOICE
        given = said(answer.bounds)
        if earlier is None:
            why = f"{name} did not speak to this before."
            yield Change("new", question.question, speaker, None, given, why, answer.reports)
        elif earlier.bounds != answer.bounds:
            kind = _direction(earlier.bounds, answer.bounds)
            why = f"{name} gave {said(earlier.bounds)} before."
            yield Change(
                kind, question.question, speaker, said(earlier.bounds), given, why, answer.reports
            )
    for speaker, bounds in sorted(_denied(question.answers) - denied, key=str):
        earlier = before.get(speaker)
        if earlier is not None and earlier.bounds == bounds:
            why = f"{speaker or OWN_VOICE} gave {said(bounds)} before and now denies it."
            yield Change("withdrawn", question.question, speaker, said(bounds), None, why)


def _gone(old: SavedQuestion, new: SavedQuestion | None) -> Iterator[Change]:
    there = {answer.speaker for answer in new.answers} if new is not None else set()
    for speaker, answer in _latest(old.answers).items():
        if speaker not in there:
            why = f"No report of the new ledger has {speaker or OWN_VOICE} on this."
            yield Change(
                "gone", old.question, speaker, said(answer.bounds), None, why, answer.reports
            )


def _latest(answers: tuple[Answer, ...]) -> dict[str | None, Answer]:
    """Each speaker's last affirmed figure; the series runs in time, so that the last of them stands."""
    return {answer.speaker: answer for answer in answers if not answer.denied}


def _denied(answers: tuple[Answer, ...]) -> set[tuple[str | None, Bounds]]:
    return {(answer.speaker, answer.bounds) for answer in answers if answer.denied}


def _direction(before: Bounds, after: Bounds) -> Kind:
    """Raised or lowered by what is certain first, by the upper bound second; restated where only words differ."""
    for old, new in zip(before[:2], after[:2], strict=True):
        if old is not None and new is not None and old != new:
            return "raised" if new > old else "lowered"
    return "restated"

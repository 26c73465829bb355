"""The Ledger: one event with its reports, parties, questions and disagreements."""

from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.model.question import Question, Verdict
from crossread.model.report import Report
from crossread.model.source import SetAside
from crossread.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Copy:
    """`report` repeats `original`, whole, cut or paraphrased; `why` names what they share."""

    report: str
    original: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What steps 1 to 6 give for one report: independent of every other report."""

    report: Report
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that was found on one event; `disagreements` are the verdicts worth a reader's time."""

    title: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    parties: tuple[Party, ...]
    copies: tuple[Copy, ...]
    questions: tuple[Question, ...]
    disagreements: tuple[tuple[str, Verdict], ...]
    set_aside: tuple[SetAside, ...]

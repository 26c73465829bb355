"""A Ledger or claims come in; tables for the terminal go out, in the dossier's words."""

from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from crossread.model.claim import Claim
from crossread.model.ledger import Ledger, Reading
from crossread.report.questions import ordered, standing
from crossread.report.shown import one_line
from crossread.report.wording import GRADES, claimed, topic, when

STYLES = {"contested": "bold red", "unattributed": "dim", "one_source": "", "agreed": "green"}


def plain(words: str) -> Text:
    """Words of a report, without markup and without control characters."""
    return Text(one_line(words))


def questions_table(ledger: Ledger) -> Table:
    """Question, standing answer, grade, as of, independent voices, reports; contested ones first."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Question", min_width=20, overflow="fold")
    table.add_column("Standing", justify="right", max_width=14)
    table.add_column("Grade", no_wrap=True)
    table.add_column("As of", no_wrap=True)
    table.add_column("Voices", justify="right", no_wrap=True)
    table.add_column("Reports", justify="right", no_wrap=True)
    for question in ordered(ledger.questions):
        grade = question.standing.grade
        table.add_row(
            plain(topic(question.question)),
            plain(standing(question)),
            Text(GRADES[grade][0], style=STYLES.get(grade, "")),
            plain(when(question.standing.as_of, year=False)),
            str(len(question.independent_sources)),
            str(len(question.reports)),
        )
    return table


def claims_table(claims: Iterable[Claim]) -> Table:
    """Report, figure, who is counted, condition, who says so, as of."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("Report", "Figure", "Counted", "Condition", "Said by", "As of"):
        table.add_column(name, justify="right" if name == "Figure" else "left", overflow="fold")
    for claim in claims:
        counted = f"{claim.party}: {claim.figure.population}" if claim.party else None
        words = f"denies {claimed(claim)}" if claim.stance == "denied" else claimed(claim)
        table.add_row(
            plain(claim.report),
            plain(words),
            plain(counted or claim.figure.population),
            plain(claim.figure.condition.replace("_", " ")),
            plain(claim.source_party or claim.source or "own voice"),
            plain(when(claim.as_of)),
        )
    return table


def statements_table(readings: Iterable[Reading]) -> Table:
    """Report, who says it, the word that says so, and what was said."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("Report", "Source", "Cue", "Content"):
        table.add_column(name, overflow="fold")
    for reading in readings:
        text = reading.report.text
        for statement in reading.statements:
            spans = [statement.source, statement.cue]
            said = " … ".join(text[start:end] for start, end in statement.content)
            cells = [text[span[0] : span[1]] if span else "" for span in spans]
            table.add_row(*map(plain, (reading.report.name, *cells, said)))
    return table

"""Questions come in; the rows of the table of questions go out, each with its chart, its voices and its answers."""

from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.question import Grade, Point, Question
from crossread.report.chart import Chart, chart
from crossread.report.index import FigureLink, Index, Voice
from crossread.report.wording import GRADES, KINDS, asks_for_number, counted, stood, topic

READ_FIRST = (
    "killed", "casualties", "out of custody", "injured", "in hospital", "missing", "hostages",
    "trapped", "rescued", "displaced", "held", "left behind", "back in custody", "released",
    "surrendered", "holding out", "attackers",
)  # fmt: skip
"""Families in the order in which readers ask; the others follow."""


FIT = ("same", "copy", "compatible")
"""Kinds of verdicts that are counted, not listed: every two claims are compared, and most fit."""

VERDICTS = 12
"""Comparisons listed for one question; more are for machines (`crossread ledger`)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a series with every sentence that gives it."""

    figure: FigureLink
    said_by: str
    sentences: tuple[tuple[str, str, str], ...]
    """(report's name, id of the mark, the words)."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question as a reader sees it."""

    id: str
    topic: str
    standing: str
    grade: Grade
    grade_words: str
    grade_means: str
    why: str
    as_of: str
    heard: str
    voices: tuple[Voice, ...]
    chart: Chart | None
    answers: tuple[Answer, ...]
    verdicts: tuple[tuple[str, str], ...]
    verdicts_left: int
    fitting: int


def ordered(questions: tuple[Question, ...]) -> list[Question]:
    """The event's own questions: contested ones first, then by what readers ask first, then by answers."""
    own = [question for question in questions if not question.background and question.series]
    return sorted(own, key=place)


def place(question: Question) -> tuple[bool, int, int]:
    """What orders questions."""
    family = question.family
    asked = READ_FIRST.index(family) if family in READ_FIRST else len(READ_FIRST)
    return question.standing.grade != "contested", asked, -len(question.series)


def row(question: Question, index: Index) -> Row:
    """A question's row."""
    name, means = GRADES[question.standing.grade]
    parts = comparisons(question)
    voices = question.independent_sources
    heard = counted(len(voices), "independent voice") if voices else "nobody named"
    return Row(
        id=index.anchors.question(question.id),
        topic=topic(question.question),
        standing=standing(question),
        grade=question.standing.grade,
        grade_words=name,
        grade_means=means,
        why=question.standing.why,
        as_of=index.speakers.when(question.standing.as_of),
        heard=f"{heard}, {counted(len(question.reports), 'report')}",
        voices=index.voices(question.series),
        chart=chart(question, speakers=index.speakers, anchors=index.anchors),
        answers=tuple(answer(point, index) for point in question.series if point.claims),
        verdicts=tuple(parts[:VERDICTS]),
        verdicts_left=len(parts[VERDICTS:]),
        fitting=len(question.verdicts) - sum(v.kind not in FIT for v in question.verdicts),
    )


def standing(question: Question) -> str:
    """The standing answer in words; a contested state of things has none."""
    if question.standing.grade == "contested" and not asks_for_number(question):
        return "said both ways"
    return stood(question.standing)


def comparisons(question: Question) -> list[tuple[str, str]]:
    """What sets any two answers apart, the most pressing kinds first, each sentence once."""
    kinds = list(KINDS)
    found = sorted(
        (kinds.index(verdict.kind), verdict.why)
        for verdict in question.verdicts
        if verdict.kind not in FIT
    )
    return [(KINDS[kinds[rank]][0], why) for rank, why in dict.fromkeys(found)]


def answer(point: Point, index: Index) -> Answer:
    """An answer with its sentences."""
    speaker = index.speakers.of_point(point)
    said_by = speaker.name
    if point.source and point.source != speaker.name:
        said_by = f"{speaker.name} ({point.source})"
    if speaker.own:
        said_by = f"{speaker.name}, in its own voice"
    sentences = tuple((one.report, index.anchors.claim(one), quoted(one)) for one in point.claims)
    return Answer(index.point(point), said_by, sentences)


def quoted(claim: Claim) -> str:
    """The claim's words on one line."""
    return " ".join(claim.quote.split())

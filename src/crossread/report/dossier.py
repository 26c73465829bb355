"""A Ledger comes in; everything the page shows goes out, in the order in which it is shown."""

from dataclasses import dataclass
from datetime import date

from crossread.model.claim import Claim
from crossread.model.ledger import Ledger
from crossread.model.question import Point, Question
from crossread.model.source import SetAside
from crossread.report.disagreements import Parting, partings
from crossread.report.index import FigureLink, Index, Voice
from crossread.report.questions import Row, ordered, row
from crossread.report.reports import Aside, Listed, listed, set_aside, unread
from crossread.report.speakers import COLOURS, Speaker
from crossread.report.texts import Text, is_background, text
from crossread.report.timeline import Day, timeline
from crossread.report.voices import Account, accounts
from crossread.report.wording import FAMILIES, GRADES, counted, span, topic
from crossread.report.wording import listed as spoken

PARTING = ("denial", "range", "status")
"""Kinds of verdicts under which speakers part from each other."""

PARTED = 5
"""Speakers that fit into a contested question's one line."""


@dataclass(frozen=True, slots=True)
class Background:
    """A figure that is not of this event; `id` is its question's where that has no other row."""

    id: str
    figure: FigureLink
    subject: str
    quote: str
    place: str


@dataclass(frozen=True, slots=True)
class Parted:
    """A contested question in one line: who parts with which figures, and how many more do."""

    topic: str
    question: str
    voices: tuple[Voice, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """The page."""

    title: str
    days: str
    lead: str
    contested: str
    parted: tuple[Parted, ...]
    speakers: tuple[Speaker, ...]
    grades: tuple[tuple[str, str, str], ...]
    main: tuple[Row, ...]
    once: tuple[Row, ...]
    unknown: str
    partings: tuple[Parting, ...]
    timeline: tuple[Day, ...]
    accounts: tuple[Account, ...]
    background: tuple[Background, ...]
    reports: tuple[Listed, ...]
    unread: tuple[SetAside, ...]
    aside: tuple[Aside, ...]
    aside_count: str
    texts: tuple[Text, ...]


def dossier(ledger: Ledger) -> Dossier:
    """The page of one event."""
    index = Index(ledger)
    rows = [(question, row(question, index)) for question in ordered(ledger.questions)]
    main = tuple(row for question, row in rows if is_main(question))
    once = tuple(row for question, row in rows if not is_main(question))
    in_order = listed(index)
    by_name = {report.name: report for report in ledger.reports}
    refused = set_aside(ledger.set_aside)
    return Dossier(
        title=ledger.title,
        days=covered(ledger),
        lead=lead(ledger),
        contested=contested(ledger),
        parted=tuple(parted(question, index) for question, row in rows if row.grade == "contested"),
        speakers=tuple(index.speakers.named()[:COLOURS]),
        grades=tuple((key, name, means) for key, (name, means) in GRADES.items()),
        main=main,
        once=once,
        unknown=unknown(ledger),
        partings=partings(index),
        timeline=timeline(index),
        accounts=accounts(index),
        background=background(index),
        reports=in_order,
        unread=unread(ledger.set_aside),
        aside=refused,
        aside_count=counted(sum(one.many for one in refused), "number"),
        texts=tuple(text(by_name[one.name], one, index) for one in in_order),
    )


def is_main(question: Question) -> bool:
    """Whether a question has more than one answer, or is contested."""
    return len(question.series) > 1 or question.standing.grade == "contested"


def covered(ledger: Ledger) -> str:
    """The days from the first to the last publication."""
    days = [report.published for report in ledger.reports if report.published is not None]
    if not days:
        return "no report is dated"
    return span(min(one.first for one in days), max(one.last for one in days))


def lead(ledger: Ledger) -> str:
    """The event in one line: reports, figures, voices."""
    own = [question for question in ledger.questions if not question.background]
    voices = {name for question in own for name in question.independent_sources}
    copies = {copy.report for copy in ledger.copies}
    reports = counted(len(ledger.reports), "report")
    if copies:
        reports += (
            f" ({len(copies)} {'is a copy' if len(copies) == 1 else 'are copies'} of another)"
        )
    figures = counted(len(ledger.claims), "figure")
    return f"{reports}, {figures}, {counted(len(voices), 'independent voice')}"


def contested(ledger: Ledger) -> str:
    """How many of the event's questions are contested."""
    own = [question for question in ledger.questions if not question.background]
    many = sum(question.standing.grade == "contested" for question in own)
    verb = "is" if many == 1 else "are"
    return f"{many or 'None'} of {counted(len(own), 'question')} {verb} contested"


def parted(question: Question, index: Index) -> Parted:
    """A contested question with the latest of each speaker who parts; of all where no verdict names them."""
    parting = {
        index.speakers.of(claim)
        for key, verdict in index.ledger.disagreements
        if key == question.id and verdict.kind in PARTING
        for claim in verdict.claims
    }
    links = [index.point(point) for point in sorted(question.series, key=day_of) if point.claims]
    voices = latest([link for link in links if not parting or link.speaker in parting])
    where = index.anchors.question(question.id)
    return Parted(topic(question.question), where, voices[:PARTED], max(len(voices) - PARTED, 0))


def day_of(point: Point) -> tuple[bool, date]:
    """What orders answers in time; words without a number and figures without a day come first."""
    counted = point.low is not None or point.high is not None
    return counted, point.as_of.last if point.as_of is not None else date.min


def latest(links: list[FigureLink]) -> tuple[Voice, ...]:
    """Each speaker's last figure and last denial; those who give one before those who only deny."""
    found: dict[Speaker, dict[bool, FigureLink]] = {}
    for link in sorted(links, key=lambda one: one.denied):
        found.setdefault(link.speaker, {})[link.denied] = link
    return tuple(Voice(speaker, tuple(figures.values())) for speaker, figures in found.items())


def unknown(ledger: Ledger) -> str:
    """What no report gives a figure for, of that which readers look for first."""
    found = {question.family for question in ledger.questions if not question.background}
    found |= {
        condition
        for question in ledger.questions
        if not question.background
        for condition in question.conditions
    }
    missing = [words for family, words in FAMILIES.items() if family not in found]
    return spoken(missing).replace(" and ", " or ")


def background(index: Index) -> tuple[Background, ...]:
    """The figures that are said not to be of this event, in the order of the reports."""
    found: list[Background] = []
    named: set[str] = set()
    for claim in index.claims:
        question = index.question_of(claim)
        if is_background(claim, question):
            where = ""
            if question is not None and question.background and question.id not in named:
                named.add(question.id)
                where = index.anchors.question(question.id)
            words = about(claim, index), quote(claim), claim.place or ""
            found.append(Background(where, index.claim(claim), *words))
    return tuple(found)


def about(claim: Claim, index: Index) -> str:
    """What a background figure counts."""
    question = index.question_of(claim)
    if question is not None:
        return topic(question.question)
    return f"{claim.figure.population} {claim.figure.condition}".replace("_", " ")


def quote(claim: Claim) -> str:
    """The claim's words on one line."""
    return " ".join(claim.quote.split())

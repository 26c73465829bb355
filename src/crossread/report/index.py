"""A ledger comes in; what every part of the page looks up in it goes out: ids, speakers, questions by claim."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.ledger import Ledger
from crossread.model.question import Point, Question
from crossread.model.report import Report
from crossread.report.anchors import Anchors, shown_claims
from crossread.report.speakers import Speaker, Speakers
from crossread.report.wording import answered, claimed


@dataclass(frozen=True, slots=True)
class FigureLink:
    """A figure as it is shown anywhere: its words, who says it, when, and the sentence it links to."""

    words: str
    href: str
    speaker: Speaker
    when: str
    denied: bool
    reports: tuple[str, ...]
    scope: str = ""
    """"part" or "more" where the figure is no whole count."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker's figures on one question, in order of time."""

    speaker: Speaker
    figures: tuple[FigureLink, ...]


class Index:
    """Looks things up in one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.claims = shown_claims(ledger)
        self.anchors = Anchors(ledger)
        self.speakers = Speakers(ledger)
        self.reports: dict[str, Report] = {report.name: report for report in ledger.reports}
        self._questions: dict[tuple[str, str], Question] = {}
        for question in ledger.questions:
            for point in question.series:
                for claim in point.claims:
                    self._questions.setdefault((claim.report, claim.id), question)

    def question_of(self, claim: Claim) -> Question | None:
        """The question that a claim answers, if it was put under one."""
        return self._questions.get((claim.report, claim.id))

    def point(self, point: Point) -> FigureLink:
        """An answer of a series as a link to the first sentence that gives it."""
        return FigureLink(
            answered(point), self.anchors.claim(point.claims[0]),
            self.speakers.of_point(point), self.speakers.when(point.as_of),
            point.stance == "denied", point.reports, scope(point.claims[0]),
        )  # fmt: skip

    def claim(self, claim: Claim) -> FigureLink:
        """A claim as a link to its sentence."""
        return FigureLink(
            claimed(claim), self.anchors.claim(claim), self.speakers.of(claim),
            self.speakers.when(claim.as_of), claim.stance == "denied", (claim.report,), scope(claim),
        )  # fmt: skip

    def voices(self, points: Iterable[Point]) -> tuple[Voice, ...]:
        """Who says what, speakers in the order in which they first speak, named ones first."""
        by_speaker: dict[Speaker, list[FigureLink]] = {}
        for point in points:
            if point.claims:
                link = self.point(point)
                by_speaker.setdefault(link.speaker, []).append(link)
        voices = [Voice(speaker, tuple(links)) for speaker, links in by_speaker.items()]
        return tuple(sorted(voices, key=lambda voice: voice.speaker.own))


def scope(claim: Claim) -> str:
    """What a figure is of its whole: "part" ("including 5 children"), "more" ("another 15"), or the whole."""
    return {"part": "part", "increment": "more", "total": ""}[claim.figure.measure]

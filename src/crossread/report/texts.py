"""A report comes in; its text goes out in paragraphs, each figure a mark, with notes on what others say beside it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from crossread.model.claim import Claim
from crossread.model.question import Question
from crossread.model.report import Block, Report
from crossread.report.index import FigureLink, Index
from crossread.report.reports import Listed
from crossread.report.wording import topic

OTHERS = 4
"""Figures of others in one note; the question's row has them all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims; `ids` are those of the claims that start here."""

    text: str
    ids: tuple[str, ...] = ()
    question: str | None = None
    tone: str = ""
    classes: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a paragraph for one claim."""

    figure: FigureLink
    topic: str
    question: str | None
    others: tuple[FigureLink, ...]
    more: int
    background: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block with its marks and notes."""

    kind: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One report's text."""

    report: Report
    id: str
    paragraphs: tuple[Paragraph, ...]
    published: str
    copies: tuple[tuple[str, str, str], ...]


def text(report: Report, listed: Listed, index: Index) -> Text:
    """A report's text with its claims marked."""
    claims = [claim for claim in index.claims if claim.report == report.name]
    claims.sort(key=lambda one: (one.figure.start, -one.figure.end, one.id))
    paragraphs = []
    left = claims
    for block in laid_out(report):
        mine = [one for one in left if one.figure.start < block.end]
        left = [one for one in left if one.figure.start >= block.end]
        pieces = cut(report, block, mine, index)
        paragraphs.append(Paragraph(block.kind, pieces, tuple(notes(mine, index))))
    return Text(
        report,
        index.anchors.report(report.name),
        tuple(paragraphs),
        listed.published,
        listed.copies,
    )


def laid_out(report: Report) -> list[Block]:
    """The report's blocks, and the lines between them where they hold more than white space."""
    found: list[Block] = []
    at = 0
    for block in sorted(report.blocks, key=lambda one: one.start):
        found.extend(lines(report.text, at, block.start))
        found.append(block)
        at = max(at, block.end)
    found.extend(lines(report.text, at, len(report.text)))
    return found


def lines(text: str, start: int, end: int) -> list[Block]:
    """A stretch that no block holds, line by line; each runs on to the next, so that no claim falls between."""
    starts = [match.start() for match in re.finditer(r"(?m)^.*\S", text[start:end])]
    edges = [start + at for at in starts] + [end]
    return [Block(first, last, "body") for first, last in pairwise(edges)]


def cut(report: Report, block: Block, claims: list[Claim], index: Index) -> tuple[Piece, ...]:
    """A block's text cut wherever a claim starts or ends."""
    inside = [(max(c.figure.start, block.start), min(c.figure.end, block.end)) for c in claims]
    edges = sorted({block.start, block.end, *(edge for pair in inside for edge in pair)})
    pieces = []
    for start, end in pairwise(edges):
        spans = zip(claims, inside, strict=True)
        over = [claim for claim, (first, last) in spans if first <= start < last]
        starting = [c for c, (first, _) in zip(claims, inside, strict=True) if first == start]
        words = report.text[start:end]
        pieces.append(piece(words, over, starting, index) if over else Piece(words))
    return tuple(pieces)


def piece(words: str, over: list[Claim], starting: list[Claim], index: Index) -> Piece:
    """A marked stretch; the innermost claim gives it its colour."""
    claim = over[-1]
    question = index.question_of(claim)
    link = index.claim(claim)
    classes = [link.speaker.tone]
    if link.denied:
        classes.append("denied")
    if is_background(claim, question):
        classes.append("aside")
    return Piece(
        words,
        tuple(dict.fromkeys(index.anchors.claim(one) for one in starting)),
        index.anchors.question(question.id) if question else None,
        link.speaker.tone,
        " ".join(classes),
        f"{link.speaker.name}: {link.words}",
    )


def is_background(claim: Claim, question: Question | None) -> bool:
    """Whether a claim is not of this event."""
    return claim.background or (question is not None and question.background)


def notes(claims: list[Claim], index: Index) -> list[Note]:
    """A note for each claim; what others say stands once for each question of a paragraph."""
    found: list[Note] = []
    told: set[str] = set()
    for claim in claims:
        question = index.question_of(claim)
        link = index.claim(claim)
        if question is None:
            words = f"{claim.figure.population} {claim.figure.condition}".replace("_", " ")
            found.append(Note(link, words, None, (), 0, claim.background))
            continue
        others = [] if question.id in told else others_than(link, question, index)
        told.add(question.id)
        found.append(
            Note(
                link,
                topic(question.question),
                index.anchors.question(question.id),
                tuple(others[:OTHERS]),
                max(len(others) - OTHERS, 0),
                is_background(claim, question),
            )
        )
    return found


def others_than(link: FigureLink, question: Question, index: Index) -> list[FigureLink]:
    """The question's other figures, each speaker's figure once."""
    found: dict[tuple[str, str, bool], FigureLink] = {}
    for point in question.series:
        if point.claims:
            other = index.point(point)
            found.setdefault((other.speaker.key, other.words, other.denied), other)
    found.pop((link.speaker.key, link.words, link.denied), None)
    return list(found.values())

"""Verdicts worth a reader's time come in; cards go out: the sentences side by side, and why they part."""

from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.report.index import FigureLink, Index
from crossread.report.questions import READ_FIRST, place
from crossread.report.wording import KINDS, topic

LAST = len(READ_FIRST) + 1
LONGEST = 420
"""Letters of a sentence that are shown; a longer one is cut around its figure."""


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence of a disagreement: who, when, where, and the words around the figure."""

    figure: FigureLink
    said_by: str
    when: str
    report: str
    outlet: str
    before: str
    words: str
    after: str
    also: tuple[FigureLink, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One disagreement."""

    kind: str
    kind_words: str
    why: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """All disagreements on one question."""

    topic: str
    question: str | None
    cards: tuple[Card, ...]


def partings(index: Index) -> tuple[Parting, ...]:
    """The ledger's disagreements by question, in the ledger's order of kinds within each."""
    by_id = {question.id: question for question in index.ledger.questions}
    by_words = {question.question: question for question in index.ledger.questions}
    grouped: dict[str, list[Verdict]] = {}
    for key, verdict in index.ledger.disagreements:
        grouped.setdefault(key, []).append(verdict)
    found = []
    for key, verdicts in grouped.items():
        question = by_id.get(key) or by_words.get(key)
        verdicts.sort(key=lambda verdict: list(KINDS).index(verdict.kind))
        cards = tuple(card(verdict, index) for verdict in verdicts)
        found.append((weight(question, verdicts), parting(key, question, cards, index)))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def weight(question: Question | None, verdicts: list[Verdict]) -> tuple[tuple[bool, int, int], int]:
    """The order of the questions' table, then the more pressing kinds; a question that is not there last."""
    first = place(question) if question is not None else (True, LAST, 0)
    return first, min(list(KINDS).index(verdict.kind) for verdict in verdicts)


def parting(key: str, question: Question | None, cards: tuple[Card, ...], index: Index) -> Parting:
    """A question's cards under its name."""
    if question is None:
        return Parting(key, None, cards)
    return Parting(topic(question.question), index.anchors.question(question.id), cards)


def card(verdict: Verdict, index: Index) -> Card:
    """A verdict with one sentence for each speaker and figure; other reports of the same are linked."""
    name, _ = KINDS[verdict.kind]
    groups: dict[tuple[str, str, bool], list[Claim]] = {}
    for claim in verdict.claims:
        link = index.claim(claim)
        groups.setdefault((link.speaker.key, link.words, link.denied), []).append(claim)
    sides = tuple(side(claims[0], claims[1:], index) for claims in groups.values())
    return Card(verdict.kind, name, verdict.why, sides)


def side(claim: Claim, others: list[Claim], index: Index) -> Side:
    """One claim's sentence with the figure apart."""
    link = index.claim(claim)
    said_by = claim.source or ""
    before, words, after = around(claim, index)
    report = index.reports.get(claim.report)
    outlet = (report.outlet or report.agency if report else None) or ""
    return Side(
        link, said_by if said_by != link.speaker.name else "", index.speakers.when(claim.as_of), claim.report,
        outlet, before, words, after, tuple(index.claim(other) for other in others),
    )  # fmt: skip


def around(claim: Claim, index: Index) -> tuple[str, str, str]:
    """The claim's sentence cut before and after its quantity."""
    report = index.reports.get(claim.report)
    quantity = claim.figure.quantity
    if report is not None:
        start = report.text.rfind(claim.sentence, 0, quantity.start + len(claim.sentence))
        end = start + len(claim.sentence)
        if 0 <= start <= quantity.start and quantity.end <= end:
            text = report.text
            return (
                cut_start(text[start : quantity.start]),
                text[quantity.start : quantity.end],
                cut_end(text[quantity.end : end]),
            )
    before, found, after = claim.sentence.partition(claim.quote)
    return (before, found, after) if found else ("", claim.quote, "")


def cut_start(words: str) -> str:
    """The end of a long stretch."""
    return words if len(words) <= LONGEST // 2 else "… " + words[-LONGEST // 2 :].split(" ", 1)[-1]


def cut_end(words: str) -> str:
    """The start of a long stretch."""
    return words if len(words) <= LONGEST // 2 else words[: LONGEST // 2].rsplit(" ", 1)[0] + " …"

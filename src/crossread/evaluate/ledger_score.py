"""A ledger comes in with an event's hand-made ledger; how much of the latter stands in it goes out.

Counted: questions (at least half of the hand-made answers stand in one question of ours), answers, disagreements with
their kind, copies. `superseded` there is our `update` or `revision_down`, `arithmetic` is `part_exceeds_total` or
`does_not_add_up`. A disagreement is found where a verdict of its kind is about its figures and its speakers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from crossread.evaluate.claim_score import Names
from crossread.evaluate.party_score import PartyTally, score_parties
from crossread.model.claim import Claim
from crossread.model.ledger import Ledger
from crossread.model.question import Question, Verdict

KINDS = {
    "superseded": {"update", "revision_down"},
    "arithmetic": {"part_exceeds_total", "does_not_add_up"},
    "status": {"status"},
    "range": {"range"},
    "denial": {"denial"},
}
SMALL_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
NUMBER_WORDS = {word: number for number, word in enumerate(SMALL_NUMBERS)} | {
    word: 10 * number for number, word in enumerate(TENS, start=3)
}


@dataclass(slots=True)
class LedgerTally:
    """Counts that add up over events."""

    questions: int = 0
    questions_found: int = 0
    answers: int = 0
    answers_found: int = 0
    disagreements: int = 0
    right_kind: int = 0
    any_kind: int = 0
    printed: int = 0
    printed_matched: int = 0
    copies: int = 0
    copies_found: int = 0
    copies_invented: int = 0
    parties: PartyTally = field(default_factory=PartyTally)
    by_kind: dict[str, list[int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def score_ledger(
    ledger: Ledger,
    gold: Mapping[str, Any],
    aliases: Mapping[str, Sequence[str]],
    tally: LedgerTally,
) -> LedgerTally:
    """Add one event's counts to a tally."""
    names = Names(aliases)
    for question in gold["questions"]:
        score_question(ledger, question, tally, names)
    score_disagreements(ledger, gold, names, tally)
    score_copies(ledger, gold["near_duplicates"], tally)
    score_parties(
        ledger.parties, [report.text for report in ledger.reports], aliases, tally.parties
    )
    return tally


def score_question(
    ledger: Ledger, gold: Mapping[str, Any], tally: LedgerTally, names: Names
) -> None:
    """Count a hand-made question and the answers that stand in the one of ours that has most of them."""
    answers = [answer for answer in gold["answers"] if not answer.get("derived")]
    held = max((hits(question, answers) for question in ledger.questions), default=0)
    tally.questions += 1
    tally.questions_found += held * 2 >= len(answers)
    tally.answers += len(answers)
    tally.answers_found += held
    if held * 2 < len(answers):
        tally.notes.append(f"QUESTION {held}/{len(answers)} {gold['question']}")


def hits(question: Question, answers: list[Mapping[str, Any]]) -> int:
    """How many hand-made answers stand in a question's series with their bounds."""
    points = {(point.low, point.high) for point in question.series if point.vague is None}
    vague = {point.vague for point in question.series if point.vague}
    found = 0
    for answer in answers:
        word = answer.get("vague")
        if word:
            found += any(word in other or other in word for other in vague)
        else:
            found += (answer["low"], answer["high"]) in points
    return found


def score_disagreements(
    ledger: Ledger, gold: Mapping[str, Any], names: Names, tally: LedgerTally
) -> None:
    """Count the hand-made disagreements that a verdict of ours tells, with the right kind or at all."""
    matched: set[int] = set()
    by_question = {question["question"]: question for question in gold["questions"]}
    for wanted in gold["disagreements"]:
        question = by_question.get(wanted["question"])
        fitting = [
            index for index, (_, verdict) in enumerate(ledger.disagreements)
            if about(verdict, wanted, question, names)
        ]  # fmt: skip
        right = [i for i in fitting if ledger.disagreements[i][1].kind in KINDS[wanted["kind"]]]
        matched.update(fitting)
        tally.disagreements += 1
        tally.right_kind += bool(right)
        tally.any_kind += bool(fitting)
        counts = tally.by_kind.setdefault(wanted["kind"], [0, 0])
        counts[0] += bool(right)
        counts[1] += 1
        if not right:
            kinds = sorted({ledger.disagreements[i][1].kind for i in fitting})
            tally.notes.append(
                f"MISSED {wanted['kind']} {wanted['question']} {wanted['between']}: {wanted['why']} (have {kinds})"
            )
    tally.printed += len(ledger.disagreements)
    tally.printed_matched += len(matched)


def about(
    verdict: Verdict, wanted: Mapping[str, Any], question: Mapping[str, Any] | None, names: Names
) -> bool:
    """Whether a verdict is about the figures of a hand-made disagreement, and about its speakers or two figures."""
    said = numbers_in(wanted["why"] + " " + " ".join(wanted["between"]))
    answers = set()
    for answer in question["answers"] if question else ():
        answers |= {answer["low"], answer["high"]} - {None}
    own = numbers_of(verdict.claims)
    if not own & (said | answers):
        return False
    sides = {side for between in wanted["between"] if (side := side_of(between, names))}
    speakers = {names.canonical(claim.source_party) for claim in verdict.claims}
    speakers |= {names.canonical(claim.source) for claim in verdict.claims}
    named = len(sides & speakers)
    enough = 1 if wanted["kind"] == "denial" else 2
    if wanted["kind"] == verdict.kind == "status" and len(said) == 1:
        return own == said or (bool(sides) and named >= min(2, len(sides)) and bool(own & answers))
    return len(own & said) >= enough or (
        bool(sides) and named >= min(2, len(sides)) and bool(own & said or own & answers)
    )


def side_of(between: str, names: Names) -> str | None:
    """A side's canonical name, "Chad" for "Chad (3 February)"; None for a report's own voice."""
    bare = re.sub(r"\s*\(.*\)", "", between).strip()
    if not bare or "own voice" in bare or re.fullmatch(r"[\d, ]+", bare):
        return None
    return names.canonical(bare)


def numbers_of(claims: Sequence[Claim]) -> set[int]:
    """Every bound of the claims' quantities."""
    bounds = {
        bound
        for claim in claims
        for bound in (claim.figure.quantity.low, claim.figure.quantity.high)
    }
    return {bound for bound in bounds if bound is not None}


def numbers_in(words: str) -> set[int]:
    """The numbers in a sentence, digits or small number words."""
    found = {int(match.replace(",", "")) for match in re.findall(r"\d{1,3}(?:,\d{3})+|\d+", words)}
    spelt = re.findall(r"[a-z]+", words.casefold())
    dozens = {
        12 * NUMBER_WORDS[one]
        for one, two in pairwise(spelt)
        if two == "dozen" and one in NUMBER_WORDS
    }
    return found | dozens | {NUMBER_WORDS[word] for word in spelt if word in NUMBER_WORDS}


def score_copies(ledger: Ledger, gold: Sequence[Sequence[str]], tally: LedgerTally) -> None:
    """Count the near duplicates that are found, and the pairs that nobody marked."""
    wanted = {frozenset(pair) for pair in gold}
    found = {frozenset((copy.report, copy.original)) for copy in ledger.copies}
    tally.copies += len(wanted)
    tally.copies_found += len(wanted & found)
    tally.copies_invented += len(found - wanted)

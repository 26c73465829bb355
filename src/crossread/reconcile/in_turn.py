"""The questions of an event and its texts come in; where a sentence says that one figure took another's place goes out.

"52, up from 41", "went from 36 to 34", "6,300, against 51,200 the month before", "31. It had been 25 two days earlier":
the words themselves tell which number came first, whatever days and speakers were read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure, Question, Verdict
from crossread.reconcile.bounds import compatible, is_vague, size
from crossread.reconcile.voice import Voices
from crossread.reconcile.wording import figure_words, speaker_words

Found = tuple[str, Verdict]
BEFORE = 90
"""Characters before a number within which the words stand that make it the earlier one."""
BEHIND = 45
"""Characters behind a number within which the day or hour stands for which it was the count."""
APART = 220
"""Characters between a figure and the one that it took the place of."""
MOST = 20.0
"""A figure more than this many times the one before it counts other people."""


def in_turn(questions: Sequence[Question], texts: Mapping[str, str], voices: Voices) -> list[Found]:
    """Every figure that its own report's words call the one before another of its question."""
    return list(chain.from_iterable(of_one(asked, texts, voices) for asked in questions))


def with_told(found: Sequence[Found], told: Sequence[Found]) -> list[Found]:
    """The verdicts with those told by words: no range of just their figures stays, no movement is told twice."""
    moved = [numbers(one) for _, one in found if one.kind in {"update", "revision_down"}]
    said = [numbers(one) for _, one in told]
    kept = [each for each in found if each[1].kind != "range" or numbers(each[1]) not in said]
    return [*kept, *(each for each in told if not any(numbers(each[1]) <= one for one in moved))]


def numbers(verdict: Verdict) -> set[int]:
    """The numbers that a verdict is about."""
    return {size(claim) for claim in verdict.claims}


def of_one(asked: Question, texts: Mapping[str, str], voices: Voices) -> Iterator[Found]:
    """The replaced figures of one question, each with what took its place."""
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for point in asked.series:
        for claim in point.claims:
            if claim.stance == "affirmed" and not is_vague(claim):
                by_report[claim.report].append(claim)
    for report, claims in sorted(by_report.items()):
        ordered = sorted(claims, key=lambda claim: number_at(claim, texts[report]))
        for old in ordered:
            new = taker(old, ordered, texts[report])
            if new is not None and alike(old, new):
                yield asked.id, verdict_of(old, new, asked.measure, voices)


def alike(old: Claim, new: Claim) -> bool:
    """Whether two figures can be one count at two times: of the same people and scene, and no more than it may grow."""
    small, large = sorted((size(old), size(new)))
    one = (old.figure.unit, old.figure.population) == (new.figure.unit, new.figure.population)
    totals = old.figure.measure == new.figure.measure != "increment"
    return one and totals and not compatible(old, new) and large <= MOST * max(small, 1)


def taker(old: Claim, ordered: Sequence[Claim], text: str) -> Claim | None:
    """The figure that took a figure's place, by the words around the two numbers."""
    at, end = number_at(old, text), old.figure.end
    lead, rest = text[max(0, at - BEFORE) : at], text[end : end + BEHIND]
    after = next((one for one in ordered if number_at(one, text) >= end), None)
    last = next((one for one in reversed(ordered) if number_at(one, text) < at), None)
    if words("moved_from").search(lead):
        if after is not None and words("moved_to").fullmatch(text[end : number_at(after, text)]):
            return after
        return last if last is not None and one_sentence(last, at, text) else None
    if last is None or at - last.figure.end > APART:
        return None
    if words("against").search(lead) and words("then").match(rest):
        return last if one_sentence(last, at, text) else None
    told = words("had_been").search(lead) and words("then").match(rest)
    first = words("then_was").search(lead) or words("replaces").search(lead)
    return last if told or first else None


def one_sentence(claim: Claim, at: int, text: str) -> bool:
    """Whether no sentence ends between a figure and an offset."""
    between = text[claim.figure.end : at]
    return len(between) <= APART and not re.search(r"[.!?;]\s|\n", between)


def number_at(claim: Claim, text: str) -> int:
    """The offset of a claim's number: of its first digit, else of its quantity."""
    quantity = claim.figure.quantity
    digit = re.search(r"\d", text[quantity.start : quantity.end])
    return quantity.start + (digit.start() if digit else 0)


def verdict_of(old: Claim, new: Claim, measure: FamilyMeasure, voices: Voices) -> Verdict:
    """A toll that grew, or a count that changed, as an update; a toll that was lowered as a revision."""
    fell = measure == "toll" and size(new) < size(old)
    who = speaker_words(new, voices)
    why = f"{who}: {figure_words(old)}, then {figure_words(new)}, as the report itself says."
    return Verdict("revision_down" if fell else "update", (old, new), why)


@cache
def words(kind: str) -> re.Pattern[str]:
    """The pattern of the words of one kind that tell one number from the one before it."""
    table = load("dates")
    days = "|".join((*table["weekdays"], *table["months"]))
    pattern = load("families")["in_turn"][kind].replace("DAYS", rf"(?:{days})\b")
    return re.compile(pattern, re.IGNORECASE)

"""The verdicts and questions of an event and its texts come in; where two counts are of different things goes out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import compatible, is_vague, size
from crossread.reconcile.voice import Voices
from crossread.reconcile.wording import told

Found = tuple[str, Verdict]
BESIDE = 60
"""Characters on either side of a figure within which its two conditions stand: "collapsed or beyond repair"."""
WIDER = 10
"""A count of two conditions is at most so many times one of a single one; beyond, the smaller is of one town."""
SHORTEST = 15
"""A sentence of a text that has fewer characters says nothing of how people count."""


def by_definition(
    found: Sequence[Found], texts: Mapping[str, str], voices: Voices
) -> Iterator[Found]:
    """The verdicts, a range of which a text says that its sides count differently, or alike, as what it is."""
    for question, verdict in found:
        sides = "; ".join(told(claim, voices) for claim in verdict.claims)
        reason = reason_told(verdict, texts, voices) if verdict.kind == "range" else None
        rounding = next(rounded(verdict, texts), None)
        if reason is not None:
            why = f"{sides}: they do not count the same, a report says: “{reason}”"
            yield question, Verdict("status", verdict.claims, why)
        elif rounding is not None:
            why = f"{sides}: one count, of which one number is rounded, a report says: “{rounding}”"
            yield question, replace(verdict, why=why)
        else:
            yield question, verdict


def rounded(verdict: Verdict, texts: Mapping[str, str]) -> Iterator[str]:
    """The sentences, without a number, that say behind a figure of a range that it only rounds another's."""
    for claim in verdict.claims if verdict.kind == "range" else ():
        text, at = texts[claim.report], claim.figure.start
        behind = (
            " ".join(text[first:last].split())
            for first, last in sentences(text, *paragraph(text, at))
            if first > at and not re.search(r"\d", text[first:last])
        )
        said = next(behind, "")
        if re.search(load("definitions")["rounding"], said, re.IGNORECASE):
            yield said


def reason_told(verdict: Verdict, texts: Mapping[str, str], voices: Voices) -> str | None:
    """The sentence that says why two sides differ: it has a figure of theirs, or follows both and has no other."""
    for claim in verdict.claims:
        start, end = paragraph(texts[claim.report], claim.figure.start)
        inside = [
            other for other in verdict.claims
            if other.report == claim.report and start <= other.figure.start < end
        ]  # fmt: skip
        both = len({voices.speaker(other) for other in inside}) > 1
        for first, last in sentences(texts[claim.report], start, end):
            own = first <= claim.figure.start < last
            sentence = " ".join(texts[claim.report][first:last].split())
            after = both and last > claim.figure.start and not re.search(r"\d", sentence)
            if (own or after) and len(sentence) >= SHORTEST and tells(sentence):
                return sentence
    return None


def paragraph(text: str, offset: int) -> tuple[int, int]:
    """The line of a text that holds an offset."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch of text, by full stops."""
    at = start
    for stop in re.finditer(r"[.!?][”\"’]?\s+(?=[A-Z“\"])", text[start:end]):
        yield at, start + stop.end()
        at = start + stop.end()
    yield at, end


def tells(sentence: str) -> bool:
    """Whether a sentence speaks of how people count."""
    return any(re.search(cue, sentence, re.IGNORECASE) for cue in load("definitions")["said"])


def wide_and_narrow(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """A count of two conditions at once against another's count of one: "collapsed or damaged", "collapsed"."""
    found: list[Found] = []
    for question in questions:
        counts = [
            claim for point in question.series for claim in point.claims
            if claim.stance == "affirmed" and claim.figure.measure == "total" and not is_vague(claim)
        ]  # fmt: skip
        ordered = sorted(counts, key=voices.order, reverse=True)
        joined = [(claim, joint_conditions(claim)) for claim in ordered]
        if question.background or not any(words for _, words in joined):
            continue
        for pair in combinations(joined, 2):
            (wide, words), (narrow, others) = sorted(pair, key=count_of, reverse=True)
            if not words or others:
                continue
            apart = voices.speaker(wide) != voices.speaker(narrow) and not compatible(wide, narrow)
            if apart and size(wide) <= WIDER * size(narrow):
                why = f"{told(wide, voices)}, “{words}”; {told(narrow, voices)}: the first counts more than the second."
                found.append((question.id, Verdict("status", (narrow, wide), why)))
                break
    return found


def count_of(told: tuple[Claim, str | None]) -> int:
    """The number of a claim that goes with its words for two conditions."""
    return size(told[0])


def joint_conditions(claim: Claim) -> str | None:
    """The words by which a figure counts two conditions at once, None where it counts one."""
    at = claim.sentence.find(claim.quote)
    if at < 0:
        return None
    near = claim.sentence[max(0, at - BESIDE) : at + len(claim.quote) + BESIDE]
    match = joint().search(near)
    return match[0] if match else None


@cache
def joint() -> re.Pattern[str]:
    """The pattern of two conditions joined by "and" or "or"."""
    table = load("definitions")["wide"]
    between = "|".join(table["between"])
    pairs = "|".join(
        rf"(?:{'|'.join(pair['first'])})\s(?:and|or|and/or)\s(?:(?:{between})\s)?(?:{'|'.join(pair['second'])})"
        for pair in table["pair"]
    )
    return re.compile(rf"\b(?:{pairs})\b", re.IGNORECASE)

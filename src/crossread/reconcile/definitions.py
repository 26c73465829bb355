"""The verdicts and questions of an event and its texts come in; where two counts are of different things goes out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import compatible, is_vague, size
from crossread.reconcile.difference import accounted
from crossread.reconcile.voice import Voices
from crossread.reconcile.wording import told

Found = tuple[str, Verdict]
BESIDE = 60
"""Characters on either side of a figure within which its two conditions stand: "collapsed or beyond repair"."""
WIDER = 10
"""A count of two conditions is at most so many times one of a single one; beyond, the smaller is of one town."""
SHORTEST = 15
"""A sentence of a text that has fewer characters says nothing of how people count."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why figures differ, in a report's words, and the figures of which it says so."""

    sentence: str
    sides: tuple[Claim, ...]


def by_definition(
    found: Sequence[Found], texts: Mapping[str, str], voices: Voices
) -> Iterator[Found]:
    """The verdicts, a range of which a text says that its sides count differently, or alike, as what it is.

    Where the text says so of two sides of more, the range of all stays beside.
    """
    for question, verdict in found:
        reason = reason_told(verdict, texts, voices) if verdict.kind == "range" else None
        if reason is None and verdict.kind == "range":
            told_of = next(accounted(verdict, texts, voices), None)
            reason = Reason(" ".join(told_of[0].split()), told_of[1]) if told_of else None
        rounding = next(rounded(verdict, texts), None)
        if reason is not None:
            sides = "; ".join(told(claim, voices) for claim in reason.sides)
            why = f"{sides}: they do not count the same, a report says: “{reason.sentence}”"
            yield question, Verdict("status", reason.sides, why)
            if len(reason.sides) < len(verdict.claims):
                yield question, verdict
        elif rounding is not None:
            sides = "; ".join(told(claim, voices) for claim in verdict.claims)
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


def reason_told(verdict: Verdict, texts: Mapping[str, str], voices: Voices) -> Reason | None:
    """The sentence that says why sides differ: it has a figure of theirs, or follows both and has no other."""
    for claim in verdict.claims:
        text = texts[claim.report]
        start, end = paragraph(text, claim.figure.start)
        both = speakers(within(verdict, claim, start, end), voices) > 1
        for first, last in sentences(text, start, end):
            own = first <= claim.figure.start < last
            if last - first < SHORTEST or not (own or follows(claim, text, first, last)):
                continue
            near = text[first:last] if not own else around(text, first, last, claim)
            together = speakers(within(verdict, claim, first, last), voices) > 1
            if (
                ((own or both) and tells(near, "said"))
                or ((own or leads(claim)) and tells(near, "gap"))
                or (together and tells(near, "checked"))
            ):
                sides = sides_of(verdict, claim, voices)
                return Reason(" ".join(text[first:last].split()), sides) if sides else None
    return None


def around(text: str, first: int, last: int, claim: Claim) -> str:
    """A claim's sentence up to the next figure behind the claim's own."""
    another = re.search(r"\d", text[claim.figure.end : last])
    return text[first : claim.figure.end + another.start() if another else last]


def follows(claim: Claim, text: str, first: int, last: int) -> bool:
    """Whether a sentence without a number but a date's stands behind a figure."""
    bare = not re.search(r"\d", day_and_month().sub("", text[first:last]))
    return last > claim.figure.start and bare


def leads(claim: Claim) -> bool:
    """Whether a figure is the first number of its sentence: of others beside it, it may be the other that is meant."""
    return not re.search(r"\d", claim.sentence.partition(claim.quote)[0])


def speakers(claims: Sequence[Claim], voices: Voices) -> int:
    """How many speakers give figures."""
    return len({voices.speaker(claim) for claim in claims})


def within(verdict: Verdict, claim: Claim, start: int, end: int) -> list[Claim]:
    """A verdict's figures in a stretch of a claim's report."""
    return [
        other for other in verdict.claims
        if other.report == claim.report and start <= other.figure.start < end
    ]  # fmt: skip


def sides_of(verdict: Verdict, claim: Claim, voices: Voices) -> tuple[Claim, ...]:
    """The two sides of which a sentence at a claim speaks: its own and the last told before it."""
    others = [
        other for other in verdict.claims
        if other.report == claim.report
        and voices.speaker(other) != voices.speaker(claim)
        and not compatible(claim, other)
    ]  # fmt: skip
    if not others:
        return verdict.claims if speakers(verdict.claims, voices) == 2 else ()
    at = claim.figure.start
    nearest = min(others, key=lambda other: (other.figure.start > at, abs(other.figure.start - at)))
    return tuple(one for one in verdict.claims if one is claim or one is nearest)


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


def tells(words: str, cues: str) -> bool:
    """Whether words speak of how people count."""
    said = " ".join(words.split())
    return any(re.search(cue, said, re.IGNORECASE) for cue in load("definitions")[cues])


@cache
def day_and_month() -> re.Pattern[str]:
    """The pattern of a day with its month, whose number counts nobody."""
    months = "|".join(load("dates")["months"])
    return re.compile(rf"\b(?:(?:{months})\s\d{{1,2}}|\d{{1,2}}\s(?:{months}))\b", re.IGNORECASE)


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

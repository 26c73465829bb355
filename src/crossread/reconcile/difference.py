"""A range and its texts come in; the sentence that tells of just as many people as its two counts differ by goes out.

"The administrator has 21, two of which the institute puts down to a lorry"; "46. Three bodies went to no clinic".
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import Verdict
from crossread.reconcile.bounds import compatible, exact
from crossread.reconcile.voice import Voices

FEWEST = 2
"""A difference of one meets some number of its paragraph by chance."""
BESIDE = 600
"""Characters within which one report holds both counts: elsewhere its number is another's by chance."""
SPELT = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
"""Differences that are written as words, from two on."""
_ON_TOP = re.compile(r"\b(?:addition to|plus|another|besides|further)\s$", re.IGNORECASE)
"""What stands before a number that comes on top of a count, and is in none."""


def accounted(
    verdict: Verdict, texts: Mapping[str, str], voices: Voices
) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Each sentence of a report that tells who makes the difference between two of a range's figures, with these."""
    for one, two in combinations(verdict.claims, 2):
        if voices.speaker(one) == voices.speaker(two) or compatible(one, two) or hedged(one, two):
            continue
        if one.report_id != two.report_id or abs(one.figure.start - two.figure.start) > BESIDE:
            continue
        rest = abs((exact(one) or 0) - (exact(two) or 0))
        for claim in (one, two) if rest >= FEWEST else ():
            for words, sentence in told_at(claim, texts[claim.report]):
                if rest not in (exact(one), exact(two)) and tells_of(rest, words):
                    yield sentence, (one, two)


def hedged(one: Claim, two: Claim) -> bool:
    """Whether one of two figures is no exact number."""
    return any(exact(side) is None or side.figure.quantity.approx for side in (one, two))


def told_at(claim: Claim, text: str) -> Iterator[tuple[str, str]]:
    """The words behind a figure with its sentence, and the next sentence of its paragraph."""
    behind = text[claim.figure.end :].partition("\n")[0]
    for place, words in enumerate(re.split(r"(?<=[.!?])[”\"’']?\s+(?=[A-Z“\"])", behind)[:2]):
        yield words, words if place else claim.sentence


def tells_of(number: int, sentence: str) -> bool:
    """Whether a sentence tells of so many people, who are no children or women, that a count may leave them out."""
    told = str(number)
    if number - FEWEST < len(SPELT):
        told = f"{told}|{SPELT[number - FEWEST]}"
    match = re.search(rf"(?<![\w.,-])(?:{told})(?![\w-]|[.,:]\d)", sentence, re.IGNORECASE)
    if match is None or _ON_TOP.search(sentence[: match.start()]):
        return False
    behind = re.split(r"[;:]", sentence[match.end() :])[0]
    return bool(apart().search(behind)) and demographic().match(behind) is None


@cache
def apart() -> re.Pattern[str]:
    """The pattern of what is said of people whom one count leaves out."""
    return re.compile(load("definitions")["apart"], re.IGNORECASE)


@cache
def demographic() -> re.Pattern[str]:
    """The pattern of a part that both counts have: "of them children"."""
    people = "|".join(load("definitions")["parts"])
    return re.compile(rf"\W*(?:\w+\W+){{0,3}}(?:{people})\b", re.IGNORECASE)

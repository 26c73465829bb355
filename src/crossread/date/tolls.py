"""In: prose. Out: the numbers of dead that it gives as facts, in digits or in words."""

import re

from crossread.lexicon import load
from crossread.model.sentence import Parsed

_NUMBERS = load("numbers")
_SMALL: dict[str, int] = {
    word: value
    for kind in ("units", "teens", "tens")
    for word, value in _NUMBERS[kind].items()
    if value > 1
}
_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
_WORD = rf"(?:{_WORDS})(?:[\s-](?:{_WORDS}|one))?"
_N = rf"(?:\d[\d,]*|(?:(?:{_WORDS}|an?)\s+hundred)(?:\s+and\s+{_WORD})?|{_WORD})(?!\w)"
_TOLL = re.compile(
    rf"\b(?P<n>{_N})(?!\s?%)(?:\s+[\w-]+){{0,3}}\s+(?:dead|died|deaths?|killed|lives|bodies|fatalities|martyrs)\b"
    rf"|\b(?P<o>{_N})(?:\s+[\w-]+){{0,2}}\s+(?:(?:ha(?:ve|d|s)\s+)?lost\s+their\s+lives"
    r"|(?:are|were|is)\s+(?:now\s+)?(?:known|confirmed|believed|said)\s+to\s+(?:be\s+dead|have\s+(?:died|been\s+killed)))"
    rf"|\b(?:dead|killed|killing|kills?|toll\s+\w+|deaths)\W+(?:[\w-]+\s+){{0,3}}?(?P<m>{_N})(?!\s?%)"
    rf"|\b(?:number|toll|count|tally|total)\s+of\s+(?:the\s+)?(?:dead|deaths|fatalities|victims)\b[^.;:]{{0,60}}?"
    rf"\s(?:to|at|is|was|reached|passed)\s+(?P<q>{_N})(?!\s?%)"
    rf"|\b(?:dead|deaths|killed)\b[^.:\n]{{0,30}}:\s*(?P<p>{_N})",
    re.I,
)
_NOT_TOLL = re.compile(
    r"\b(?:could|may|might|would|fears?|feared|likely|if|in \d{4}|since \d{4}|of \d{4}|denie[sd])\b"
)


def toll_in(words: str) -> int | None:
    """The highest number of dead that a sentence gives as a fact, without those of other years."""
    if _NOT_TOLL.search(words):
        return None
    found = [
        _value(next(group for group in match.group("n", "o", "m", "q", "p") if group is not None))
        for match in _TOLL.finditer(words)
    ]
    return max((number for number in found if number > 1), default=None)


def toll_of(parsed: Parsed) -> int | None:
    """The highest number of dead that a report gives as a fact."""
    tolls = [toll_in(parsed.report.text[each.start : each.end]) for each in parsed.sentences]
    return max((toll for toll in tolls if toll is not None), default=None)


def _value(words: str) -> int:
    """The number that digits or words stand for, 0 for years and for none."""
    if words[:1].isdigit():
        number = int(words.replace(",", ""))
        return 0 if "," not in words and 1900 <= number <= 2100 else number
    total, parts = 0, re.findall(r"[a-z]+", words.lower())
    for part in parts:
        if part == "hundred":
            total = 100 * (total or 1)
        total += 1 if part == "one" else _SMALL.get(part, 0)
    return total

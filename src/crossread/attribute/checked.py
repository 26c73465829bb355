"""A figure of a claim that a report repeats to check it comes in; whether the verdict beside it is "false" goes out.

"Claim: “More than 30 dead in the mill.” FALSE", "Rumour: 30 dead" over "Verdict: untrue".
"""

import re
from functools import cache

from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed


def alternation(name: str) -> str:
    """One list of the words of such reports as a regular expression."""
    return "|".join(load("reporting")["checked"][name])


@cache
def repeated() -> re.Pattern[str]:
    """The label of a line that repeats a claim."""
    return re.compile(
        rf"\W*(?:{alternation('claims')})(?:\s(?:\w+|\d+))?\s?[:–—-]\s", re.IGNORECASE
    )


@cache
def told_behind() -> re.Pattern[str]:
    """The verdict at the end of the line, in capitals or under its own label."""
    small = alternation("false")
    return re.compile(
        rf"[.?!\"”’)\]–—:|-]\s*(?:(?i:{alternation('verdicts')})\s?[:–—-]\s*(?i:{small})"
        rf"|(?!\W*[a-z])(?i:{small}))[\s.!]*$"
    )


@cache
def told_below() -> re.Pattern[str]:
    """The verdict in the line below: alone, or under its own label."""
    small = alternation("false")
    return re.compile(
        rf"\W*(?:(?:{alternation('verdicts')})\s?[:–—-]\s*(?:{small})\b.*|(?:{small})[\s.!]*$)",
        re.IGNORECASE,
    )


def found_false(parsed: Parsed, figure: Figure) -> bool:
    """Whether a figure stands in a line that repeats a claim, with a verdict that it is false behind or below it."""
    text, start, end = parsed.report.text, figure.quantity.start, figure.quantity.end
    line = text.rfind("\n", 0, start) + 1
    if repeated().match(text, line, start) is None:
        return False
    behind, *below = text[end:].lstrip("\n").split("\n", 3)[:3]
    under = next((words for words in below if words.strip()), "")
    return told_behind().search(behind) is not None or told_below().match(under) is not None

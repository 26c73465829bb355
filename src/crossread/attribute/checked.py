"""A figure of a claim that a report repeats to check it comes in; where the verdict calls it false goes out.

"Claim: “More than 30 dead in the mill.” FALSE", "Rumour: 30 dead" over "Verdict: untrue".
"""

import re
from functools import cache

from crossread.attribute.untruths import OWN_WORDS
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed

LINES_BELOW = 3
"""Line ends below a repeated claim among which its verdict stands."""


def alternation(name: str) -> str:
    """One list of the words of such reports as a regular expression."""
    return "|".join(load("reporting")["checked"][name])


@cache
def repeated() -> re.Pattern[str]:
    """The label of a line that repeats a claim."""
    return re.compile(
        rf"\W*(?:{alternation('claims')})(?:(?:\s(?:\w+|\d+))?\s?[:–—-]|\s(?:no\.\s?)?\d+[.)])\s",
        re.IGNORECASE,
    )


@cache
def told_behind() -> re.Pattern[str]:
    """The verdict at the end of the line, in capitals or under its own label."""
    small = alternation("false")
    return re.compile(
        rf"[.?!\"”’)\]–—:|-]\s*(?P<verdict>(?i:{alternation('verdicts')})\s?[:–—-]\s*(?i:{small})"
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


def verdict_on(parsed: Parsed, figure: Figure) -> tuple[int, int] | None:
    """Where a verdict, behind the line or below, calls false the repeated claim that holds a figure; None if none."""
    text, end = parsed.report.text, figure.quantity.end
    line = text.rfind("\n", 0, figure.quantity.start) + 1
    if repeated().match(text, line, figure.quantity.start) is None:
        return None
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if (behind := told_behind().search(text, end, stop)) is not None:
        return behind.span("verdict")
    below = re.compile(r"\S[^\n]*").search(text, stop)
    if below is None or text.count("\n", stop, below.start()) > LINES_BELOW:
        return None
    under = told_below().match(text, below.start(), below.end())
    return (below.start(), under.end()) if under is not None else None


CORRECTED = re.compile(
    r"\W*(?:corrections?|clarification|corrected|erratum|editor[’']?s['’]?\snote|amendment)\b[^.\n]{0,40}?[:.–—-]\s",
    re.IGNORECASE,
)
"""The label of a note that corrects what the report said."""


def taken_back(parsed: Parsed, figure: Figure) -> bool:
    """Whether a figure is what a correction's label and "an earlier version said" take back in one sentence."""
    sentence, text = parsed.sentences[figure.sentence], parsed.report.text
    line = text.rfind("\n", 0, sentence.start) + 1
    if CORRECTED.match(text, line, figure.start) is None:
        return False
    said = OWN_WORDS.search(text, sentence.start, figure.quantity.start)
    earlier = said is not None and not said[0].casefold().startswith("we ")
    behind = text[figure.quantity.end : sentence.end]
    return earlier and re.search(r"[;:]\s*(?:this|that|it)\b", behind) is None

"""In: a sentence, a date phrase in it, and a figure. Out: how far the phrase is from saying when: 0 beside it, more
with each clause border between them.

The order of words decides; the tree only puts aside a date that belongs to another clause. Costs taken from the tree
alone did worse on the annotated reports (decision 0051).
"""

import re
from typing import TYPE_CHECKING

from crossread.date.patterns import COUNTS, ORDINALS
from crossread.date.phrases import find
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 2.0
"""Phrases that cost more belong to another statement; two clause borders is where the annotated reports turn."""

BORDER = 0.9
"""Cost of a word or mark between phrase and figure that opens another clause."""

TOLD = 0.2
"""Cost of a "that": what is told has its own date before that of the telling, if it has one."""

LETTERS = 400
"""So many characters between phrase and figure cost 1: distance only chooses between phrases of one clause."""

ASIDE = 1.5
"""Cost of a date inside a clause of its own that the figure does not stand in."""

_CLAUSES = frozenset({"acl:relcl"})
_WHEN = re.compile(r",?\s+(?:when|in which|during which)\b")
_BORDER = re.compile(
    r"[;:]|\s[–—-]\s|,\s+(?:who|which|when|where|while|but|and|after|before|because|as|according)\b"
    r"|\b(?:who|which|when|where|while|but|because|although|after|since|before)\b"
)


_THAT = re.compile(r"\bthat\b")

OTHERS = 2.5
"""Cost of words that show the date to belong to another count: more than REACH."""

_AGAINST = re.compile(
    r"\b(?:than|against|versus|compared\s+(?:to|with)|instead\s+of|up\s+from|down\s+from)\b", re.I
)
_BESIDE_IT = re.compile(
    r"\d[^.;]*,?\s+(?:against|versus|compared\s+(?:to|with)|instead\s+of|(?:up|down)\s+from)\s+(?:the\s+|its\s+)?$",
    re.I,
)
"""Between a date and a count to compare with another one ("On Monday it was 30, against 20 before")."""
_AT_FIRST = re.compile(
    r",\s+(?:which|who)\b[^,;:]*\b(?:initially|at\s+first|earlier|first|had)\b[^,;:]*$", re.I
)
_CLOSED = re.compile(r"[^,;:]*,\s+\w+")
"""An aside on what was said before, and its end: "the army, which at first spoke of 20, gave no number on Monday"."""
_NUMBERS = "|".join(sorted(COUNTS.keys() - {"a", "an"}))
_FROM_COUNT = re.compile(
    rf"\bfrom\s+(?:(?:the|just|only|some|about|around|as\s+many\s+as)\s+)?(?:\d|(?:{_NUMBERS})\b)",
    re.I,
)
"""A count to compare with, whose date stands behind it ("to 16 from 11 last night")."""
_PRESENT = re.compile(
    r"\b(?:now|currently|so\s+far|to\s+date|at\s+present|still|remains?|are|is|has|have)\b", re.I
)
_NOW = re.compile(
    r"(?<!until )(?<!till )(?<!by )\b(?:now|currently|so\s+far|to\s+date|at\s+present)\b(?!\s+that)",
    re.I,
)
_OPENS = re.compile(r",\s+(?:and\s+|but\s+)?(?:on|by|at|in|as\s+of|until)?\s*(?:the\s+)?$", re.I)
_COUNTS_ON = re.compile(
    rf"(?!,\s+(?:and|but)\b),?\s+(?:[\w'’-]+\s+){{0,4}}?(?:\d|(?:{_NUMBERS})\b)",
    re.I,
)
_TAKEN = re.compile(
    rf"(?:\d|\b(?:{_NUMBERS}))[\w,-]*(?:\s+[\w'’-]+)?(?:\s+(?:on|by|in|at|for|of))?"
    r"(?:\s+(?:the|last))?\s+$",
    re.I,
)
"""What ends before a date that stands right behind a count of its own ("four on Tuesday, two on Wednesday")."""
_ITS_COUNT = re.compile(r"\s*[:=]\s*\d")
"""Behind a date in brackets: a count of its own to compare with ("6 new deaths (week 6: 14)")."""
_OF_THOSE = re.compile(
    r"(?:[\w-]+\s+){1,2}of\s+(?:the|those|these|its|their)\s+(?:[\w-]+\s+){0,2}"
    r"(?:of|from|brought\s+in\s+on|hurt\s+on|caught\s+on)\s+(?:the\s+)?",
    re.I,
)
"""A part, and the day of its whole ("nine of the injured of Friday")."""
_LISTED = re.compile(r"(:[^;:]*[\d,][^;:]*),\s+and\s+$")
"""Between a date and the last count of a list ("on Thursday: 120 dead, of them nine men, and 868 hurt")."""
_ASIDE_ENDS = re.compile(
    r",\s+(?:now\s+|still\s+|all\s+)?(?:is|are|has|have|remains?|stays?)\b", re.I
)
"""Behind a date in commas: the verb of what stood before ("Four nuns, given up for lost on the 16th, are alive")."""
_SPLICED = re.compile(
    rf",\s+(?:another\s+|some\s+)?(?:\d[\d,]*|(?:{_NUMBERS}))\s+(?:more\s+)?(?:are|is|have|has)\b",
    re.I,
)
"""Behind the day of another count: a count of its own that is said as of now ("left on Sunday, 160 are packing")."""
OPENING = 15
"""Letters from its sentence's start within which a date is that of all that follows."""
_THE_OTHER = re.compile(
    rf",\s+(?:and\s+|but\s+)?(?:another|the\s+(?:{'|'.join(ORDINALS)}|others?|rest|last))(?:\s+one)?"
    r"\s+(?:(?:only|died|followed)\s+)?(?:on|at|in|by)?\s*(?:the\s+)?$",
    re.I,
)
"""Before the day of what is counted apart ("Five died on the spot, the sixth on Thursday")."""
_SPOKEN = re.compile(
    r",\s+(?!having\b)(?:[\w.'’-]+\s+){1,8}?(?:said|says|told|reported|announced|confirmed|added)\b"
    r"(?:(?!\b(?:after|before|when|since|as|that|while|had)\b)[^,;:])*$",
    re.I,
)
"""A speaker behind all that is said: the date of the speech is that of every count before it."""
_AFTER_ASIDE = re.compile(
    r"^[^,;:]*,\s+(?:(?:now|also|still)\s+)?(?:says|has|have|is|are|puts|gives|counts|reports|lists|speaks|knows)\b"
)
_IN_ASIDE = re.compile(r",\s+(?:which|who|whose)\b[^,;:]*$")
"""A date inside of "the firm, which on Monday denied it, says": what stands behind is said as of now."""
_OWN_CLAUSE = re.compile(
    r";|\s[–—-]\s|,\s+(?:and|but|while|as|after|before|because|where|when)\b"
    r"|\b(?:while|because|although|after|since|before|when)\b"
)


def of_another(parsed: Parsed, sentence: Sentence, phrase: tuple[int, int], figure: Figure) -> bool:
    """Whether the words between show that the date dates another count or clause than the figure's.

    So it is behind a comparison ("two more than on Sunday"), where the figure's own clause is said as of now ("and
    30 are dead", "now says nine"), and after a semicolon that opens a count of its own.
    """
    text = parsed.report.text
    if _has_other(text, phrase, figure):
        return True
    if phrase[1] <= figure.start:
        return _of_one_before(parsed, sentence, phrase, figure)
    between = text[figure.end : phrase[0]]
    before = _OWN_CLAUSE.split(text[sentence.start : figure.start])[-1]
    if len(between) <= len(" on the ") and not _OPENS.search(between):
        return False
    if _SPOKEN.search(between):
        return False
    if _THE_OTHER.search(between) or ("," in between and _ASIDE_ENDS.match(text, phrase[1])):
        return True
    own = _OWN_CLAUSE.split(between)
    stated_now = len(own) > 1 and _PRESENT.search(before + own[0])
    counted = (
        ";" in between
        or (":" in between and _TAKEN.search(between))
        or (_OPENS.search(between) and _COUNTS_ON.match(text[phrase[1] : sentence.end]))
        or re.search(r"\.\s*\(", between)
        or re.search(r",\s+(?!out\s+of\b)(?:\w+\s+){0,2}(?:\d+|of\s+them)\b", between)
    )
    if _AT_FIRST.search(before) and _CLOSED.match(between):
        return True
    compared = _AGAINST.search(between) or _FROM_COUNT.search(between)
    return bool(compared or stated_now or counted or _NOW.search(before))


def _of_one_before(
    parsed: Parsed, sentence: Sentence, phrase: tuple[int, int], figure: Figure
) -> bool:
    """Whether a date in front of a figure dates what stands before it, not the figure."""
    text = parsed.report.text
    between = text[phrase[1] : figure.start]
    if _of_part(parsed, sentence, phrase, figure):
        return True
    if _TAKEN.search(text[sentence.start : phrase[0]]) and _has_own(text, figure):
        return True
    if phrase[0] - sentence.start > OPENING and _SPLICED.match(text, phrase[1]):
        return True
    if _AFTER_ASIDE.match(between) and _IN_ASIDE.search(text[sentence.start : phrase[0]]):
        return True
    own = _OWN_CLAUSE.split(between)
    after = _OWN_CLAUSE.split(text[figure.end : sentence.end], maxsplit=1)[0]
    stated_now = len(own) > 1 and _PRESENT.search(own[-1] + after)
    return bool(_NOW.search(between) or stated_now)


def _has_other(text: str, phrase: tuple[int, int], figure: Figure) -> bool:
    """Whether a date is of the whole or of the count beside it, of which the figure is a part or a standard."""
    between = text[figure.start : phrase[0]]
    if phrase[1] <= figure.start:
        return _BESIDE_IT.search(text[phrase[1] : figure.start]) is not None
    bracketed = between.endswith("(") and _ITS_COUNT.match(text, phrase[1])
    return bool(bracketed or _OF_THOSE.fullmatch(between))


def _of_part(parsed: Parsed, sentence: Sentence, phrase: tuple[int, int], figure: Figure) -> bool:
    """Whether a date is of the whole from which a count said as of now is taken.

    So in "Of the 31 drivers brought in on Tuesday, 12 have gone home".
    """
    text = parsed.report.text
    opens = _PART_OF.match(text, sentence.start, sentence.end)
    between = text[phrase[1] : figure.start]
    if opens is None or "," not in between or opens.end() > phrase[0]:
        return False
    return _PERFECT.search(text[figure.end : sentence.end].split(", ")[0]) is not None or (
        _PERFECT.search(between.rsplit(",", 1)[1]) is not None
    )


def _has_own(text: str, figure: Figure) -> bool:
    """Whether a date stands right behind a figure ("two on Wednesday")."""
    near = range(figure.end, figure.end + len(" on the ") + 1)
    return any(
        phrase.start in near and "," not in text[figure.end : phrase.start] for phrase in find(text)
    )


_PART_OF = re.compile(r"\W*(?:out\s+)?of\s+(?:the|those|these|its|their)?\s*", re.I)
_PERFECT = re.compile(
    r"\b(?:has|have|is|are|remains?|stays?|lies?|keeps?|stands?|now|still|since)\b", re.I
)


def cost(parsed: Parsed, sentence: Sentence, phrase: tuple[int, int], figure: Figure) -> float:
    """How far the phrase at its offsets is from dating the figure."""
    text = parsed.report.text
    before = phrase[1] <= figure.start
    between = text[phrase[1] : figure.start] if before else text[figure.end : phrase[0]]
    if of_another(parsed, sentence, phrase, figure):
        return REACH + OTHERS
    if before and _WHEN.match(between):  # "in July 2021, when some 230 people drowned"
        return 0.0
    listed = _LISTED.sub(r"\1 ", between) if before else between
    price = BORDER * len(_BORDER.findall(listed)) + len(between) / LETTERS
    price += TOLD * len(_THAT.findall(between))
    whole = (
        not before
        and "," not in between
        and _PART_OF.fullmatch(text[sentence.start : figure.start])
    )
    if whole:  # "Of the 18 who came on Sunday"
        return 0.0
    if sentence.parsed and _aside(parsed, phrase, figure):
        price += ASIDE
    return price


def _aside(parsed: Parsed, phrase: tuple[int, int], figure: Figure) -> bool:
    """Whether the date stands in a clause of its own, without the figure and its predicate."""
    dated = _top(parsed, *phrase)
    inside = {
        _top(parsed, figure.anchor, figure.anchor + 1),
        _top(parsed, figure.start, figure.end),
    }
    if dated is None or None in inside or not dated.dep_:
        return False
    token = dated
    while token.head != token:
        if token.dep_ in _CLAUSES:
            return not any(
                (other is not None and token.is_ancestor(other)) or other == token
                for other in inside
            )
        token = token.head
    return False


def _top(parsed: Parsed, start: int, end: int) -> "Token | None":
    span = parsed.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None

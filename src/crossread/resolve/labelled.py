"""A claim comes in with its report; the place that labels its item in a list goes out: "- Mira district: 12 dead"."""

import re

from crossread.model.claim import Claim
from crossread.model.report import Report
from crossread.resolve.gazetteer import is_area, state_of
from crossread.resolve.names import CAPITAL, fold
from crossread.resolve.register import register

_LABEL = re.compile(r"^[\s•*‣◦–—-]*(?P<label>[^:\n|]{2,60}):\s")
_NAME = re.compile(rf"^(?:In\s|At\s)?(?:the\s)?(?P<name>{CAPITAL}[^,()]*?)\s*(?:[,(].*)?$")
_WHERE = re.compile(rf",\s(?:\w+\s){{0,4}}(?:in|near|off|of|from)\s(?:the\s)?{CAPITAL}")
"""What shows a name that no register has to be a place: "Losto, across the border in Ruvia"."""
MOST_WORDS = 4
"""Words of a place's name in a label; longer ones are sentences."""


def labelled_place(claim: Claim, report: Report) -> str | None:
    """The place that labels a claim's item, None for a label that is a body's, a side's or a count's."""
    block = next(
        (block for block in report.blocks if block.start <= claim.figure.start < block.end), None
    )
    if block is None or block.kind != "item":
        return None
    found = _LABEL.match(report.text[block.start : claim.figure.end])
    named = _NAME.match(found["label"].strip()) if found else None
    if named is None or len(named["name"].split()) > MOST_WORDS:
        return None
    name = named["name"]
    if fold(name) in register().party_of:
        return None
    words = name.split()
    kind = len(words) > 1 and (is_area(words[-1]) or is_area(words[0]))
    known = kind or state_of(name) is not None or _WHERE.search(found["label"] if found else "")
    return name if known else None

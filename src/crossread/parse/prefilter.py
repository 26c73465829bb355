"""A sentence's text in; whether a later step could need its syntax out."""

import re
from functools import cache

from crossread.lexicon import load

_WORD = re.compile(r"[a-z]+(?:['’]t\b)?")
_MARK = re.compile(r"[\d\"“”«»„‘]|(?<!\w)'")


@cache
def _telling() -> frozenset[str]:
    words = load("prefilter")
    verbs = [form for bare in words["reporting"] for form in _forms(bare)]
    listed = (words[name] for name in ("numbers", "vague", "reporting_forms", "denial"))
    return frozenset([*verbs, *(word for part in listed for word in part)])


def _forms(bare: str) -> list[str]:
    """The regular forms of a verb or noun."""
    stem = bare.removesuffix("e")
    past = f"{bare[:-1]}ied" if bare.endswith("y") else f"{stem}ed"
    third = f"{bare[:-1]}ies" if bare.endswith("y") else f"{bare}s"
    return [bare, third, f"{bare}es", past, f"{stem}ing"]


def worth_parsing(sentence: str) -> bool:
    """Whether a digit, a number word, a quotation mark, a reporting verb or a denial stands in the sentence."""
    if _MARK.search(sentence):
        return True
    telling = _telling()
    return any(
        word in telling or word.endswith(("n't", "n’t")) for word in _WORD.findall(sentence.lower())
    )

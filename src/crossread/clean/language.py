"""Takes a text.

Gives whether it is English, told from its function words and, only where these leave doubt, by lingua.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from crossread.lexicon import load

if TYPE_CHECKING:
    from lingua import LanguageDetector

SAMPLE = 3_000
"""Characters looked at; the start and the middle of a long text, so that a foreign masthead does not decide."""

FEW_WORDS = 12
"""Below so many words nothing can be told, and the text passes."""

SURELY = 0.20
"""Share of English function words from which no other language is possible; the shared reports have 0.23 and more."""

LATIN_SHARE = 0.5
"""Below this share of Latin letters the text is in another script."""

FOREIGN = re.compile(r"[^\W\d_\u0000-\u024f]+")
WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """True for English, for texts with many foreign names, and for what is too short to tell."""
    sample = _sample(text)
    words = WORD.findall(sample.lower())
    if not words:
        return True
    if _latin(sample) < LATIN_SHARE:
        return False
    if len(words) < FEW_WORDS:
        return True
    known = frozenset(load("layout")["language"]["function_words"])
    share = sum(word in known for word in words) / len(words)
    return share >= SURELY or _lingua_says_english(sample)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    half, middle = SAMPLE // 2, len(text) // 2
    return text[:half] + "\n" + text[middle : middle + half]


def _latin(sample: str) -> float:
    if sample.isascii():
        return 1.0
    foreign = sum(map(len, FOREIGN.findall(sample)))
    return 1 - foreign / max(sum(map(len, WORD.findall(sample))), 1)


def _lingua_says_english(sample: str) -> bool:
    from lingua import Language

    return _detector().detect_language_of(sample) in (Language.ENGLISH, None)


@cache
def _detector() -> "LanguageDetector":
    """Lingua for a dozen languages that news is often in; 0.2 s to load, 3 s in its high accuracy mode."""
    from lingua import Language, LanguageDetectorBuilder

    languages = (Language.from_str(name) for name in load("layout")["language"]["told_apart"])
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()

"""A parsed report comes in; the questions that the rules ask of its tokens are answered here."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from crossread.extract.words import openings, stretches
from crossread.lexicon import load
from crossread.model.figure import Quantity
from crossread.model.sentence import Parsed, Sentence

QUOTES = frozenset("\"'“”‘’«»„`")
_NAMES_LIKE_WORDS = frozenset(["US", "IS", "WHO", "IT"])
LONGEST_STRETCH = 8
"""Words of a fixed stretch at most."""
CLAUSE_ENDS = frozenset([".", ";", "!", "?", ":", "|", "•", "»", "…"])
BE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "'s",
        "'re",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
    ]
)
HAVE = frozenset(["has", "have", "had", "having", "'ve", "'d", "'s"])
AUXILIARIES = (
    BE
    | HAVE
    | frozenset(
        [
            "will",
            "would",
            "shall",
            "should",
            "may",
            "might",
            "must",
            "can",
            "could",
            "do",
            "does",
            "did",
            "'ll",
            "got",
            "gets",
            "get",
            "getting",
            "ca",
            "wo",
            "to",
        ]
    )
)


@cache
def small_words(section: str) -> frozenset[str]:
    """A list of counting.toml as a set."""
    return frozenset(load("counting")[section])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quantity stands: its sentence, its tokens `first` to `last` (one past) with the hedges, and core."""

    parsed: Parsed
    sentence: Sentence
    quantity: Quantity
    first: int
    last: int
    core_first: int
    core_last: int

    @property
    def doc(self) -> Doc:
        """The report's tokens."""
        return self.parsed.doc


def place_of(parsed: Parsed, sentence: Sentence, quantity: Quantity) -> Place | None:
    """The tokens of a quantity, None where no token holds it."""
    doc = parsed.doc
    whole = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    core = doc.char_span(*quantity.core, alignment_mode="expand")
    if whole is None or core is None:
        return None
    first = max(whole.start, sentence.first)
    last = min(max(whole.end, core.end), sentence.last)
    return Place(parsed, sentence, quantity, first, last, core.start, core.end)


def low(token: Token) -> str:
    """The token in lower case, with straight apostrophes; names like small words ("US") stay."""
    text = token.text
    if text in _NAMES_LIKE_WORDS and not _in_capitals(token):
        return text
    return text.lower().replace("’", "'")


def _in_capitals(token: Token) -> bool:
    """True within a line set in capitals, where a name cannot be told from a word."""
    around = token.doc[max(0, token.i - 2) : token.i + 3]
    return sum(t.text.isupper() and len(t.text) > 3 for t in around) > 1


def tagged(token: Token) -> bool:
    """True where the parser has said what the token is."""
    return bool(token.pos_)


def is_word(token: Token) -> bool:
    """True for a word or a number, false for signs and spaces."""
    return any(letter.isalnum() for letter in token.text)


def match(doc: Doc, at: int, stop: int, *, section: str) -> tuple[int, str] | None:
    """The longest fixed stretch of a section that begins at a token: where it ends, and its condition."""
    index, goes_on = stretches(section), openings(section)
    words: tuple[str, ...] = ()
    found: tuple[int, str] | None = None
    for end in range(at, min(stop, at + LONGEST_STRETCH)):
        words = (*words, low(doc[end]))
        if words not in goes_on:
            break
        condition = index.get(words)
        if condition is not None:
            found = end + 1, condition
    return found


def match_back(doc: Doc, end: int, start: int, *, section: str) -> tuple[int, str] | None:
    """The longest fixed stretch of a section that ends before a token: where it begins, and its condition."""
    index = stretches(section)
    words: tuple[str, ...] = ()
    found: tuple[int, str] | None = None
    at = end
    while at > start and len(words) < LONGEST_STRETCH:
        at -= 1
        words = (low(doc[at]), *words)
        condition = index.get(words)
        if condition is not None:
            found = at, condition
    return found


def clause_start(doc: Doc, at: int, start: int) -> int:
    """The token after the last sign before `at` that ends a clause."""
    while at > start and doc[at - 1].text not in CLAUSE_ENDS:
        at -= 1
    return at


def clause_end(doc: Doc, at: int, stop: int) -> int:
    """The first sign from `at` on that ends a clause, or the sentence's end."""
    while at < stop and doc[at].text not in CLAUSE_ENDS:
        at += 1
    return at

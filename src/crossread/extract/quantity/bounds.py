"""Takes tokens and a number expression; gives the bounds that the words before and behind it set."""

from dataclasses import dataclass, replace
from functools import cache

from crossread.extract.quantity.lexer import Token
from crossread.lexicon import load

QUOTES = frozenset("\"'“”‘’«»„")
PAST_MARK = 20
"""From this number on "passed" and "past" set a bound; below it people pass "two checkpoints"."""
SIGNS = frozenset("<>")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What hedges say of a number: which side is open, whether it is near, whether it adds; tokens they take."""

    first: int
    last: int
    low: bool = False
    high: bool = False
    approx: bool = False
    increment: bool = False


Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def before() -> Phrases:
    """Hedges that stand before a number, by their last word, longest first."""
    hedges = load("hedges")
    kinds = ("low", "low_past", "high", "approx", "low_approx", "increment", "exact")
    found: Phrases = {}
    for kind in kinds:
        for phrase in hedges[kind]:
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append((words, kind))
    for sign, kind in hedges["signs"].items():
        found.setdefault(sign, []).append(((sign,), kind))
    return {
        word: sorted(phrases, key=lambda each: (-len(each[0]), each))
        for word, phrases in found.items()
    }


@cache
def _particled() -> dict[str, frozenset[str]]:
    """Verbs whose particle looks like a hedge: "handed over 104 men"."""
    return {word: frozenset(verbs) for word, verbs in load("hedges")["particles"].items()}


@cache
def behind() -> Phrases:
    """Hedges that stand behind a number, by their first word, longest first."""
    found: Phrases = {}
    for kind, phrases in load("hedges")["after"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, kind))
    return {
        word: sorted(phrases, key=lambda each: (-len(each[0]), each))
        for word, phrases in found.items()
    }


def hedged(tokens: list[Token], first: int, last: int, *, value: int | None) -> Bounds:
    """The bounds of the number at tokens `first` to `last` (one past); `value` None for a vague word."""
    bounds = Bounds(first, last)
    while True:
        wider = _one_before(tokens, bounds, value)
        if wider is None:
            break
        bounds = wider
    while True:
        wider = _one_behind(tokens, bounds)
        if wider is None:
            return bounds
        bounds = wider


def _one_before(tokens: list[Token], bounds: Bounds, value: int | None) -> Bounds | None:
    end = bounds.first
    while end > 0 and tokens[end - 1].low in QUOTES:
        end -= 1
    if end == 0:
        return None
    if tokens[end - 1].low == "." and end > 1:
        candidates = before().get(".", ())
    else:
        candidates = before().get(tokens[end - 1].low, ())
    for words, kind in candidates:
        begin = end - len(words)
        if begin < 0 or any(tokens[begin + n].low != word for n, word in enumerate(words)):
            continue
        if kind == "exact":
            return None
        apart = tokens[begin].end != tokens[end - 1 if end - 1 > begin else end].start
        if words[0] in SIGNS and begin == 0 and apart:  # a mark of quotation or a list's bullet
            continue
        if kind == "low_past" and (value is None or value < PAST_MARK):
            continue
        if begin > 0 and tokens[begin - 1].low in _particled().get(words[0], ()):
            continue
        if words == ("say",) and (begin == 0 or tokens[begin - 1].low not in (",", "(", "–", "-")):
            continue
        if words[-1] in ("c", "ca", "max", "ca.") and tokens[begin].kind != "word":
            continue
        return _with(replace(bounds, first=begin), kind)
    return None


def _one_behind(tokens: list[Token], bounds: Bounds) -> Bounds | None:
    at = bounds.last
    if at >= len(tokens):
        return None
    for words, kind in behind().get(tokens[at].low, ()):
        stop = at + len(words)
        if stop > len(tokens) or any(tokens[at + n].low != word for n, word in enumerate(words)):
            continue
        if words[0] in "-+" and tokens[at].start != tokens[at - 1].end:
            continue
        following = tokens[stop] if stop < len(tokens) else None
        if kind == "increment":
            compared = following is not None and following.low == "than"
            return None if compared or bounds.increment else replace(bounds, increment=True)
        if not _looks_ahead(words, following):
            return _with(replace(bounds, last=stop), kind)
    return None


def _looks_ahead(words: tuple[str, ...], following: Token | None) -> bool:
    """Whether a hedge belongs to the next number: "30 dead, at least 5 of them", "5 plus 3"."""
    if following is None or not (words[-1] in ("least", "most") or words in (("plus",), ("odd",))):
        return False
    return following.kind == "num" or (following.kind == "word" and following.low in _numbers())


@cache
def _numbers() -> frozenset[str]:
    numbers = load("numbers")
    return frozenset(
        {
            word
            for table in ("units", "teens", "tens", "hundred", "packs")
            for word in numbers[table]
        }
        | {"a", "an"}
    )


def _with(bounds: Bounds, kind: str) -> Bounds:
    if kind in ("low", "low_past", "low_approx"):
        return replace(bounds, low=True, approx=bounds.approx or kind == "low_approx")
    if kind == "high":
        return replace(bounds, high=True)
    if kind == "approx":
        return replace(bounds, approx=True)
    return replace(bounds, increment=True)

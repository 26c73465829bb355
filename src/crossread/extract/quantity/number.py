"""Takes tokens; gives the number expression that begins at one of them, in digits, words or both.

number  := [half] term (scale term)*         term := digits | words | "a" before hundred, a scale, a pack
words   := tens ["-"] unit | teen | unit | term "hundred" ["and"] words
"""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from crossread.extract.quantity.atoms import FRACTION, Sum, atoms, digits_value, sets, suffixes
from crossread.extract.quantity.lexer import Token

ARTICLES = frozenset({"a", "an"})
HYPHENS = frozenset({"-", "‑"})
HALVES = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
LONGEST_DIGITS = 20
"""Longer runs of digits and marks are codes; find.py keeps them as numbers that count nothing."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number expression: its exact value, token indexes `first` and `last` (one past), how it was written.

    `scale` is the last multiplier of a plain "coefficient × scale" expression (None otherwise), so that "five to
    eight hundred" can hand it on; `worded` is true where words, not digits alone, make it up.
    """

    value: Fraction
    first: int
    last: int
    approx: bool = False
    scale: int | None = None
    worded: bool = False
    pack: bool = False
    decimal: bool = False


def joined(tokens: list[Token], index: int) -> int | None:
    """The index of the next word of the same number after `index`, over a tight hyphen; None at its end."""
    following = index + 1
    if following >= len(tokens):
        return None
    if tokens[following].low in HYPHENS:
        tight = tokens[following].start == tokens[index].end
        if (
            tight
            and following + 1 < len(tokens)
            and tokens[following + 1].start == tokens[following].end
        ):
            return following + 1
        return None
    return following


@cache
def openers() -> frozenset[str]:
    """Words that a number expression can begin with."""
    return frozenset({*atoms(), *ARTICLES, "half", "quarter", *sets()})


def number_at(tokens: list[Token], index: int) -> Number | None:
    """The longest number expression that begins at token `index`."""
    token = tokens[index]
    if token.kind == "word" and token.low not in openers():
        return None
    if token.kind in ("num", "half"):
        if token.end - token.start > LONGEST_DIGITS:
            return None
        return _from_digits(tokens, index)
    if token.kind != "word":
        return None
    if token.low in ARTICLES:
        return _from_article(tokens, index)
    if token.low in ("half", "quarter"):
        return _from_half(tokens, index)
    if token.low in sets():
        return _from_set(tokens, index)
    atom = atoms().get(token.low)
    if atom is None or token.low == "single":
        return None
    if token.low in ("two", "three") and (parts := _quarters(tokens, index)) is not None:
        return parts
    running = Sum()
    if atom.kind in ("hundred", "scale", "pack"):
        if token.low.endswith("s") or atom.value == 20:
            return None
        running.current, running.last = Fraction(1), "article"
    if not running.add(atom, tight=False):
        return None
    running.approx = running.pack and token.low == "dozen"
    return _read_on(tokens, index, index, running, worded=True)


def _from_digits(tokens: list[Token], index: int) -> Number | None:
    token = tokens[index]
    running = Sum()
    if token.kind == "half":
        whole = token.low.rstrip("½¼¾")
        running.digits(Fraction(whole or 0) + HALVES[token.low[-1]])
    else:
        running.digits(digits_value(token.low))
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.start == token.end and following.low in suffixes():
        assert running.current is not None
        running.current *= suffixes()[following.low]
        running.last, running.scale = "scale", suffixes()[following.low]
        return _finish(running, index, index + 2, worded=False)
    if _garbled_thousands(token, following):
        assert running.current is not None
        assert following is not None
        running.current += digits_value(following.low)
        return _finish(running, index, index + 2, worded=False)
    number = _read_on(tokens, index, index, running, worded=False)
    fraction = token.kind == "half" or FRACTION.fullmatch(token.low) is not None
    plain = number is not None and number.last == index + 1
    return replace(number, decimal=True) if number is not None and plain and fraction else number


def _garbled_thousands(token: Token, following: Token | None) -> bool:
    """ "24.000 617": round thousands and their rest, as machine paraphrase leaves them."""
    return (
        following is not None
        and re.fullmatch(r"\d{1,3}[.,]000", token.low) is not None
        and re.fullmatch(r"[1-9]\d{2}", following.low) is not None
        and following.start == token.end + 1
    )


def _from_article(tokens: list[Token], index: int) -> Number | None:
    at = joined(tokens, index)
    if at is None:
        return None
    word = tokens[at].low
    if word == "half" or word == "quarter":
        number = _from_half(tokens, at)
        return None if number is None else _begin(number, index)
    if word in sets():
        number = _from_set(tokens, at)
        return None if number is None else _begin(number, index)
    atom = atoms().get(word)
    if atom is None:
        return None
    if word == "single":
        number = Number(Fraction(1), at, at + 1, worded=True)
        return number
    if atom.kind not in ("hundred", "scale", "pack") or word.endswith("s"):
        return None
    running = Sum()
    running.current, running.last = Fraction(1), "article"
    if not running.add(atom, tight=False):
        return None
    running.approx = running.pack
    return _read_on(tokens, index, at, running, worded=True)


def _begin(number: Number, first: int) -> Number:
    return Number(
        number.value, first, number.last, number.approx, number.scale, worded=True, pack=number.pack
    )


def _from_half(tokens: list[Token], index: int) -> Number | None:
    """ "half a million", "half-a-dozen", "half million", "a quarter of a million"."""
    part = Fraction(1, 2) if tokens[index].low == "half" else Fraction(1, 4)
    at = joined(tokens, index)
    if at is not None and tokens[at].low == "of" and tokens[index].low != "half":
        at = joined(tokens, at)
    if at is not None and tokens[at].low in ARTICLES:
        at = joined(tokens, at)
    if at is None:
        return None
    atom = atoms().get(tokens[at].low)
    if (
        atom is None
        or atom.kind not in ("hundred", "scale", "pack")
        or tokens[at].low.endswith("s")
        or atom.value == 20
    ):
        return None
    return Number(
        part * atom.value,
        index,
        at + 1,
        approx=atom.kind == "pack",
        worded=True,
        pack=atom.kind == "pack",
    )


def _quarters(tokens: list[Token], index: int) -> Number | None:
    """ "three quarters of a million"."""
    at = joined(tokens, index)
    if at is None or tokens[at].low != "quarters":
        return None
    number = _from_half(tokens, at)
    if number is None:
        return None
    times = atoms()[tokens[index].low].value
    return Number(number.value * times, index, number.last, worded=True)


def _from_set(tokens: list[Token], index: int) -> Number | None:
    """ "a couple" is two; "a couple of dozen" is two dozen, about."""
    value = Fraction(sets()[tokens[index].low])
    at = joined(tokens, index)
    if at is not None and tokens[at].low == "of":
        at = joined(tokens, at)
    atom = atoms().get(tokens[at].low) if at is not None else None
    if at is not None and atom is not None and atom.kind in ("hundred", "scale", "pack"):
        return Number(value * atom.value, index, at + 1, approx=True, worded=True)
    return Number(value, index, index + 1, worded=True)


def _read_on(
    tokens: list[Token], first: int, at: int, running: Sum, *, worded: bool
) -> Number | None:
    """Take further words of the number from token `at` on, and close it."""
    while True:
        following = joined(tokens, at)
        if following is None:
            break
        token = tokens[following]
        tight = following != at + 1
        step = _step(tokens, following, running, tight=tight, worded=worded)
        if step is None:
            break
        at, worded = step, worded or token.kind == "word"
    return _finish(running, first, at + 1, worded=worded)


def _step(
    tokens: list[Token], index: int, running: Sum, *, tight: bool, worded: bool
) -> int | None:
    """Take the token at `index` (and what must come with it); the index of the last token taken."""
    token = tokens[index]
    if token.kind == "num":
        plain = (
            not tight and token.low.isdigit() and running.last == "scale" and "\n" not in token.low
        )
        return index if plain and running.digits(digits_value(token.low)) else None
    if token.kind != "word":
        return None
    if token.low == "and":
        return _and(tokens, index, running, worded=worded)
    atom = atoms().get(token.low)
    if atom is None or token.low == "single":
        return None
    if atom.kind in ("unit", "teen", "ten") and not worded and running.last != "scale":
        return None
    return index if running.add(atom, tight=tight) else None


def _and(tokens: list[Token], index: int, running: Sum, *, worded: bool) -> int | None:
    """ "hundred and five", "one and a half million", "a million and a half"."""
    at = [index]
    while len(at) < 4 and (following := joined(tokens, at[-1])) is not None:
        at.append(following)
    after = [tokens[n].low for n in at[1:]]
    if after[:2] in (["a", "half"], ["a", "quarter"]):
        part = Fraction(1, 2) if after[1] == "half" else Fraction(1, 4)
        scale = atoms().get(after[2]) if len(after) > 2 else None
        return at[2] if running.part(part, next_atom=scale) else None
    atom = atoms().get(after[0]) if after else None
    if not worded or atom is None or running.last not in ("hundred", "scale"):
        return None
    if atom.kind not in ("unit", "teen", "ten") or not atom.value or after[0] == "single":
        return None
    return at[1] if running.add(atom, tight=False) else None


def _finish(running: Sum, first: int, last: int, *, worded: bool) -> Number:
    scale = running.scale if running.last in ("hundred", "scale", "pack") else None
    return Number(running.value, first, last, running.approx, scale, worded, running.pack)

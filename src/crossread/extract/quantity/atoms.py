"""Takes number words one by one; gives what they are worth, and adds them up as English does."""

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from crossread.lexicon import load

NO_SCALE = 10**15


class Atom(NamedTuple):
    """What a word is worth inside a number expression: its kind and its value."""

    kind: str
    value: int


@cache
def atoms() -> dict[str, Atom]:
    """Every number word with its kind and value, plurals of multipliers included."""
    numbers = load("numbers")
    kinds = {
        "units": "unit",
        "teens": "teen",
        "tens": "ten",
        "hundred": "hundred",
        "scales": "scale",
        "packs": "pack",
    }
    found = {
        word: Atom(kind, value)
        for table, kind in kinds.items()
        for word, value in numbers[table].items()
    }
    for word, atom in list(found.items()):
        if atom.kind in ("hundred", "scale", "pack"):
            found[word + "s"] = atom
    return found


@cache
def suffixes() -> dict[str, int]:
    """Letters behind digits: "15K", "4.2bn"."""
    return dict(load("numbers")["suffixes"])


@cache
def sets() -> dict[str, int]:
    """Nouns that hold their number: "a couple"."""
    return dict(load("numbers")["sets"])


FRACTION = re.compile(r"\d+[.,·]\d{1,2}")
POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
MARKS = re.compile(r"[,\s'’]")


def digits_value(low: str) -> Fraction:
    """The value of a digit token, whatever mark parts its thousands."""
    if low.isdigit():
        return Fraction(int(low))
    if FRACTION.fullmatch(low):
        return Fraction(low.replace(",", ".").replace("·", "."))
    if POINTED.fullmatch(low):
        return Fraction(low.replace(".", ""))
    return Fraction(MARKS.sub("", low))


class Sum:
    """The running value of a number expression while its words are read."""

    def __init__(self) -> None:
        self.total = Fraction(0)
        self.current: Fraction | None = None
        self.last = ""
        self.least = NO_SCALE
        self.parts = 0
        self.scale: int | None = 1
        self.approx = False
        self.pack = False

    @property
    def value(self) -> Fraction:
        """What has been read so far."""
        return self.total + (self.current or 0)

    def add(self, atom: Atom, *, tight: bool) -> bool:
        """Take one more word; false where it cannot go on from what was read."""
        kind, value = atom
        if kind in ("unit", "teen", "ten"):
            return self._small(kind, value, tight=tight)
        if kind == "hundred":
            return self._times(
                value,
                fits=self.current is not None and self.current < 100 and self.last != "hundred",
            )
        if kind == "scale":
            fits = self.current is not None and value < self.least and self.last != "scale"
            if not self._times(value, fits=fits):
                return False
            self.total, self.current, self.least = self.total + (self.current or 0), None, value
            return True
        fits = (
            self.current is not None
            and self.last in ("unit", "teen", "ten", "article", "digits")
            and not self.total
        )
        self.pack = self._times(value, fits=fits)
        return self.pack

    def _small(self, kind: str, value: int, *, tight: bool) -> bool:
        if self.current is None:
            if self.total and value >= self.least:
                return False
            self.current = Fraction(value)
        elif (self.last == "ten" and kind == "unit" and value) or self.last == "hundred":
            self.current += value
        elif (
            self.last == "unit"
            and tight
            and kind in ("teen", "ten")
            and 0 < self.current < 10
            and not self.total
        ):
            self.current = self.current * 100 + value
        else:
            return False
        self._further(kind)
        return True

    def _further(self, kind: str) -> None:
        if self.last in ("hundred", "scale", "pack"):
            self.scale = None
        self.last, self.parts = kind, self.parts + 1

    def digits(self, value: Fraction) -> bool:
        """Take digits: at the start, or below the last scale ("5 thousand 383")."""
        if self.current is not None or (
            self.parts and (self.last != "scale" or value >= self.least)
        ):
            return False
        self.current = value
        self._further("digits")
        return True

    def part(self, part: Fraction, *, next_atom: Atom | None) -> bool:
        """Take "and a half": of the multiplier before it, or before the multiplier that follows."""
        if self.last == "scale" and self.scale is not None:
            self.total += part * self.scale
            self.scale = None
            return True
        if next_atom is None or next_atom.kind not in ("hundred", "scale", "pack"):
            return False
        if self.current is None or self.last not in ("unit", "teen", "ten", "digits"):
            return False
        self.current += part
        return True

    def _times(self, value: int, *, fits: bool) -> bool:
        if not fits:
            return False
        assert self.current is not None
        if self.scale is not None:
            self.scale *= value
        self.current *= value
        self.last = {100: "hundred"}.get(value, "scale" if value >= 1000 else "pack")
        self.parts += 1
        return True

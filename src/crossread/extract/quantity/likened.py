"""Takes a bare number and the quantity before it; says whether it only stands against that measure ("8 km, not 5")."""

import re

from crossread.extract.quantity.context import REACH
from crossread.model.figure import Quantity

MEASURES = frozenset(
    ["money", "speed", "area", "distance", "weight", "volume", "temperature", "energy", "frequency"]
)
"""Refusals of numbers with a unit, which another number held against them need not repeat."""
SPANS = frozenset(["duration"])
"""Stretches of time, within which people may be counted: "in two days, not 40"."""
STARK = r"(?:rather\sthan|instead\sof)"
AGAINST = rf"(?:{STARK}|not|against|compared\s(?:with|to)|up\sfrom|down\sfrom)"
SMALL = r"(?:[a-z]+\s){0,3}?[\"“‘']?"
ENDS = re.compile(
    r"[\"”’']?\s*(?:[.,;:)]|$|(?:stated|given|claimed|needed|required|in|on|at|by|for|that|as|and|but)\b)"
)
"""What follows a number that names no unit of its own."""


def is_likened(text: str, quantity: Quantity, before: Quantity, code: str) -> bool:
    """Whether a number repeats the unit of the one before it, refused as `code`: "8 km, instead of 5"."""
    between = text[before.end : quantity.start]
    if len(between) > REACH or ENDS.match(text, quantity.end) is None:
        return False
    hedge = text[quantity.start : quantity.core[0]]
    if code in SPANS:
        return re.search(rf"^[^.;:]*\b{STARK}\s{SMALL}\Z", between) is not None and not hedge
    if code not in MEASURES:
        return False
    if re.search(rf"^[^.;:]*\b{AGAINST}\s{SMALL}\Z", between) is not None:
        return True
    rises = re.search(r"\bfrom\s(?:[A-Z]{0,3}[$€£]?\s?)?\Z", text[: before.start][-REACH:])
    return rises is not None and re.fullmatch(r"\s?[^\W\d]+\sto\s", between) is not None

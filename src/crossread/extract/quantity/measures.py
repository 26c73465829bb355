"""Takes a number in its context; says whether it is money, a share, a rate or a measure of something."""

import re
from collections.abc import Callable
from functools import cache

import pycountry

from crossread.extract.quantity.context import (
    Context,
    compiled,
    cue_after,
    cue_before,
    listed,
    unit,
)
from crossread.lexicon import load

Check = Callable[[Context], bool]

SMALL = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|a hundred)"
"""Numbers that ratios are made of."""
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
STRONGEST = 10
"""Magnitudes, categories and levels stay below."""


def measured_in(code: str) -> Check:
    """A check that a unit of `code` stands behind the number."""
    return lambda c: c.begins(unit(code))


def is_money(c: Context) -> bool:
    """ "$5 million", "Rs 10 lakh", "300 euros", "R45", "SDG 145,000"."""
    if c.raw_ends(rf"(?<!\w){currencies()}\s?") or c.raw_begins(rf"\s?{currencies()}(?!\w)"):
        return True
    if c.ends(cue_before("money")) or c.begins(unit("money")) or c.raw_ends(r"(?<!\w)R"):
        return True
    behind = r"\s*(?:[.,;)]|$|(?:to|for|each|per|as|and|but|was|were|is|has)\b)"
    if c.reads(r".*\b(?:la(?:kh|c)|crore)s?(?:\s.*)?"):
        priced = r"\b(?:fare|fee|price|cost|fine|budget|fund|grant)s?\s(?:of\s|is\s|was\s)?"
        return c.begins(r"\s(?:to|for|each|per|as|cash|in\scash)\b") or c.ends(priced)
    paid = r"\b(?:pa(?:y|ys|id|ying)|cost(?:s|ing)?|charge[sd]?)\s"
    whom = r"(?:(?:him|her|them|us|me|only|just|less|more),?\s){0,2}"
    sums = r"\b(?:ransom|fine|reward|bail|sum|price|cost|fee|grant|loan|debt|salary|wage|budget)s?\sof\s"
    return c.ends(rf"(?:{sums}|{paid}{whom})") and c.begins(behind)


@cache
def currencies() -> str:
    """The codes of currencies (ISO 4217) that are no words in capitals ("ALL 145 PASSENGERS"), as one expression."""
    words = set(load("refusals")["currencies"]["words"])
    codes = {currency.alpha_3 for currency in pycountry.currencies} - words
    return f"(?:{'|'.join(sorted(codes))})"


def is_share(c: Context) -> bool:
    """ "80%", "two-thirds", "one in six", "nine out of ten"."""
    if c.begins(unit("share")) or c.begins(rf"[\s-]+{listed('after', 'fractions')}(?!\w)"):
        return True
    if c.reads(r"\d/\d|half") or c.ends(r"(?:fifty-|50-)"):
        return True
    value = c.value
    if value is None:
        return False
    link = r"\s+(?:[^\W\d_]+\s+)?(?:in|out\s+of)\s+(?:every\s+)?"
    places = listed("after", "spread")
    whole = compiled(rf"{link}(?P<of>{SMALL})(?![\w,-])(?!\s+{places})").match(c.after)
    if whole is not None and value > 1 and YEAR.fullmatch(whole["of"]):
        return False  # "67 in 1959"
    if whole is not None:
        return _worth(whole["of"]) > value
    part = compiled(rf"\b(?P<part>{SMALL}){link}\Z").search(c.before)
    return part is not None and 0 < _worth(part["part"]) < value <= 100


def is_file(c: Context) -> bool:
    """ "two by two": how people walk."""
    word = rf"{SMALL}\b"
    return c.begins(rf"\s+by\s+{word}") or c.ends(rf"\b{word}\s+by\s+")


def is_scale(c: Context) -> bool:
    """ "People displaced (in thousands)": the unit of a table or chart."""
    return c.reads(r"hundreds|thousands|millions") and (
        c.ends(r"[(,:]\s*(?:[a-z]+\s)?in\s") or (c.ends(r"\bin\s") and c.begins(r"\s?[)|\t]"))
    )


def _worth(words: str) -> int:
    if words.isdigit():
        return int(words)
    numbers = load("numbers")
    return int({**numbers["units"], **numbers["teens"], **numbers["tens"]}.get(words, 100))


def is_rate(c: Context) -> bool:
    """ "4,500 a day", "per 100,000 residents", "every 5 minutes"."""
    if c.ends(cue_before("rate")):
        return True
    span = listed("after", "rate")
    later = r"(?!\s(?:later|earlier|after|before|ago|on))"
    return c.begins(
        rf"(?:\s+(?!(?:for|in|of)\b)[^\W\d_]+){{0,2}}\s+(?:a|per|an|each|every)\s+{span}(?!\w){later}"
        r"|[\s-]+(?:daily|hourly|weekly|monthly|per\s)"
    )


def is_magnitude(c: Context) -> bool:
    """ "a 7.8 magnitude quake", "category 4"."""
    if c.value is not None and c.value >= STRONGEST:
        return False
    return c.ends(cue_before("magnitude")) or c.begins(unit("magnitude")) or c.raw_ends(r"\bM\s?")


def is_distance(c: Context) -> bool:
    """ "50 miles", "a 30-kilometre front", "800 m from the gate", "5m deep"."""
    if c.begins(unit("distance")):
        return True
    extent = rf"(?:\s{listed('after', 'extents')}\b|\s?[.,;)]|$)"
    return c.begins(extent) if c.reads(r"\d+m") else c.begins(rf"\sm(?={extent})")


def is_capacity(c: Context) -> bool:
    """ "built for 700", "a 300-bed hospital"."""
    return c.ends(cue_before("capacity")) or c.begins(cue_after("capacity"))


BALLOTS = r"(?:[\w,-]+|no(?:body|ne)?)"
"""A number of votes, in digits or in a word."""


def is_score(c: Context) -> bool:
    """ "won 3-1", "by 120 votes to 11", "31 for, 12 against, four abstained"."""
    if c.begins(rf"\s(?:for|in favou?r),\s(?:and\s)?{BALLOTS}\sagainst\b"):
        return True
    for_it = rf"\b{BALLOTS}\s(?:for|in favou?r),\s(?:and\s)?"
    if c.ends(for_it) and c.begins(r"\sagainst\b"):
        return True
    rest = r"\s(?:abstain(?:ed|ing)|abstentions?|spoil(?:t|ed)|absent|invalid)\b"
    if c.ends(rf"{for_it}{BALLOTS}\sagainst,?\s(?:and\s)?") and c.begins(rest):
        return True
    if c.begins(r"[-–:]\d") or (c.digits and c.ends(r"\d[-–:]")):
        return True
    return c.begins(cue_after("score")) or c.ends(r"\bvotes?\s(?:to|against)\s")


def is_zero(c: Context) -> bool:
    """ "0 dead", "not one"."""
    none = c.core in ("one", "single") and c.ends(r"\b(?:not|nor)\s(?:a\s|even\s(?:a\s)?)?")
    return c.value == 0 or none


def is_decimal(c: Context) -> bool:
    """A number with a fraction and no multiplier, or one that the grammar could not read as a count."""
    return c.quantity.low is None and c.quantity.high is None and c.quantity.vague is None

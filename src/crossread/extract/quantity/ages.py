"""Takes a number in its context; says whether it is an age by what it is set beside, without a word of years.

"Two fishermen, 31 and 44, are in hospital", "whose girls are seven and four", "the boy was 26", "She is twelve."
"""

import re
from functools import cache

from crossread.extract.quantity.context import Context, one_of
from crossread.lexicon import load

OLDEST = 110
"""No age above this one."""
KIN = (
    r"(?:sons?|daughters?|brothers?|sisters?|cousins?|nieces?|nephews?|grand(?:sons?|daughters?|children)|twins?|siblings?"
    r"|boys?|girls?|lads?|kids?|children|child|m[ae]n|wom[ae]n|fishermen|policem[ae]n|babies|baby)"
)
"""Persons of whom an age is told as soon as they are one or two."""
PARTED = r"(?:,\s|,?\s(?:and|or)\s)"
CLOSED = r"(?:[.,;:)\]\"”]|\s[–—-]\s|$|\syears?\b)"
SINGLE = r"\b(?:he|she|who|i)\s(?:is|was|turned)\s(?:only\s|just\s|then\s|now\s)?"


@cache
def _small() -> str:
    """A number up to a hundred, in digits or words."""
    words = load("numbers")
    tens, units = one_of(words["tens"]), one_of({**words["units"], **words["teens"]})
    return rf"(?:\d{{1,3}}|{tens}(?:[\s-]{one_of(words['units'])})?|{units})"


@cache
def _several() -> str:
    """A counted run of persons behind which their ages stand: "two brothers of one house, "."""
    tables = [table for table in load("nouns").values() if table.get("unit") == "person"]
    nouns = one_of({noun for table in tables for noun in table["nouns"] if " " not in noun})
    return (
        rf"\b(?P<count>{_small()})\s(?:[\w'’-]+\s){{0,3}}?(?:{KIN}|{nouns}s)"
        rf"(?:\s(?:of|from)\s(?:[\w'’-]+\s?){{1,3}})?(?:,\s|\s\(|;\sthey\s(?:were|are|had|have)\s)"
    )


def is_beside_persons(c: Context) -> bool:
    """Whether a number is one of the ages of those named or counted right before it."""
    if not c.up_to(OLDEST):
        return False
    return _is_one_of_several(c) or _is_of_kin(c) or _shares_years(c) or _is_of_one(c)


def _is_one_of_several(c: Context) -> bool:
    """ "Two fishermen, 31 and 44, are": as many ages as persons, and no word of their own behind them."""
    line = c.before + "\0" + c.after
    for match in re.finditer(rf"{_several()}(?P<ages>[^.;)]*)", line):
        if not match.start("ages") <= len(c.before) <= match.end("ages"):
            continue
        ages = match["ages"].replace("\0", c.core, 1)
        run = re.match(rf"{_small()}(?:{PARTED}{_small()})+(?={CLOSED})", ages)
        if run is None or len(c.before) - match.start("ages") >= run.end():
            continue
        if len(re.findall(rf"\b{_small()}\b", run[0])) == _value(match["count"]):
            return True
    return False


def _value(word: str) -> int:
    numbers = load("numbers")
    table = {**numbers["units"], **numbers["teens"], **numbers["tens"]}
    return int(word) if word.isdigit() else int(table.get(word, 0))


def _is_of_kin(c: Context) -> bool:
    """ "whose two girls are seven and four", "her sons were nine and three"."""
    held = rf"\b(?:whose|his|her|their|my|our)\s(?:[\w'’-]+\s){{0,2}}{KIN}\s(?:are|were|is|was)\s(?:only\s|just\s)?"
    if c.ends(held):
        return c.begins(rf"\s(?:and|or)\s{_small()}{CLOSED}") or c.begins(r"\s*[.,;)]")
    return c.ends(rf"{held}{_small()}\s(?:and|or)\s") and c.begins(CLOSED)


def _shares_years(c: Context) -> bool:
    """ "fifteen, twelve and nine years of age", "six and ten years old": the last one's years are the others'."""
    old = r"\syears?\s(?:olds?|of\sage)\b"
    return c.begins(rf"(?:,\s{_small()})*,?\s(?:and|or)\s{_small()}{old}")


def _is_of_one(c: Context) -> bool:
    """ "the boy was 26", "She is twelve.", "Ada Lang is 19; she", "Ida the cook, 41, had", "K. Ode, 91, of Brekke"."""
    ended = c.begins(r"\s*[.;)\]]|,\s(?:and|but|when|then|the|he|she|they)\b|$")
    boy = (
        r"\b(?:the|my|his|her|their|our|this|that)\s(?:\w+\s)?"
        r"(?:boy|girl|lad|child|baby|son|daughter|brother|sister|man|woman)"
    )
    if ended and (c.ends(SINGLE) or c.ends(rf"{boy}(?:\s[a-z]+)?\s(?:is|was)\s")):
        return (c.value or 0) > 1
    name = r"\b[A-Z][\w'’-]+\s[A-Z][\w'’-]+"
    if c.raw_ends(rf"{name}\s(?:is|was)\s") and c.begins(r"[;,.]\s(?:he|she)\b"):
        return True
    if not c.digits:
        return False
    if c.raw_ends(r"\b(?:[A-Z][\w'’.-]+\s)[A-Z][\w'’-]+,\s") and c.raw_begins(
        r",\sof\s(?:the\s)?[A-Z]"
    ):
        return True
    first = r"\b(?!(?:Among|Of|In|At|From|For|Besides|With|By|On|All|And|But|To)\b)[A-Z][\w'’-]+\s"
    role = rf"{first}the\s(?:[a-z]+\s)?(?![a-z]*(?:ed|ead|urt|ing|rew),)[a-z]+[a-rt-z],\s"
    item = r"^\W*[A-Z][\w'’-]*\.(?:[\s-]?[A-Z]\.)*,\s"
    return (c.raw_ends(role) and c.begins(r",")) or (c.raw_ends(item) and c.begins(r"\s*$"))

"""What may stand right before a name and right behind it: the patterns by which a concordance is asked."""

import re
from functools import cache

from crossread.lexicon import load
from crossread.resolve.houses import one_of
from crossread.resolve.names import CAPITAL

ANYWHERE = re.compile("")
"""Whatever stands there."""
BOUND = re.compile(r"\b")
"""The edge of a word, before a name or behind it."""
NO_LETTER_BEFORE = re.compile(r"(?<!\w)")
NO_LETTER_BEHIND = re.compile(r"(?!\w)")
NOT_JOINED_BEFORE = re.compile(r"(?<![\w-])")
NOT_JOINED_BEHIND = re.compile(r"(?![\w-])")
UNJOINED = re.compile(r"(?<![\w-])\Z")
UNOWNED = re.compile(r"(?<![\w’'-])\Z")
NOT_OWNED = re.compile(r"(?<![\w’'-])")
NOT_OWNER = re.compile(r"(?![\w’'-])")
"""No letter, no hyphen and no apostrophe before, and behind."""
FORENAME = re.compile(rf"\b(?!The){CAPITAL}[a-zß-ÿ]+\s\Z")
"""A person's first name, where a surname begins."""
DEFINITE = re.compile(
    r"(?<![a-z]s for )(?<!(?i:minister) of )(?<!(?i:ministry) of )(?<![\w.])[Tt]he \Z"
)
"""The article where a body's name begins; not "lawyers for the", nor a field ("Minister of the Interior")."""
ARTICLE = re.compile(r"\b[Tt]he \Z")
MINISTRY_BEHIND = re.compile(r"\s[Mm]inist(?:ry|er)\b")
"""A ministry's field ends here ("Interior")."""
NAMED = re.compile(rf"\s({CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+){{0,3}})")
"""An office ends here, and a name follows."""
NAME_WORD = re.compile(rf"(?<![\w’'-])({CAPITAL}[a-zß-ÿ’'-]+)\s\Z")
"""A capitalised word that a name can go on from."""
OWNER = re.compile(r"([’']s)?(?![\w-])")
"""A name ends here, or its owner's ending follows."""


@cache
def before_followers() -> re.Pattern[str]:
    """A body's name ends here, and its people follow ("rebels")."""
    return re.compile(rf"\b\s(?:{one_of('followers')})\b")


@cache
def before_no_holder() -> re.Pattern[str]:
    """A name ends here, and no other name follows, no role and no house."""
    house = "|".join(load("offices")["local"]["houses"])
    return re.compile(rf"\b(?!\s(?:{CAPITAL}|{one_of('roles')}|{house}))")


@cache
def of_person() -> re.Pattern[str]:
    """What stands before a person's last name: another name inside a sentence, or a title."""
    titles = "|".join(map(re.escape, load("offices")["titles"]))
    return re.compile(rf"(?:(?<=[a-z,] ){CAPITAL}[\w’'-]+|\b(?i:{titles}))\s\Z")

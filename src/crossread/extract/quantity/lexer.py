"""Takes a stretch of text; gives its tokens, numbers with their value, and never joins what a line break parts.

One compiled expression does the work; lines without a digit or a number word are passed over unread.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crossread.lexicon import load

SPACES = "[   ]"  # no-break, narrow no-break and thin space: never a word boundary inside a number
SOFT_WRAP = 50
"""Lines at least this long that break off without a stop go on in the next line (hard-wrapped mail and .txt files)."""


class Token(NamedTuple):
    """One word, number or mark; `low` is its lower-cased text, `kind` what the lexer saw in it."""

    kind: str
    low: str
    start: int
    end: int


DIGITS = rf"""
    \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d])          # 1,210
  | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)              # 1,00,000
  | \d{{1,3}}(?:{SPACES}\d{{3}})+(?!\d)               # 24 617 with a space that does not part words
  | [1-9]\d{{0,2}}(?:\ \d{{3}})+(?![\d.,:/-]?\d)      # 24 617 with a plain one
  | \d{{1,3}}(?:['’]\d{{3}})+(?!\d)                   # 5'000
  | [1-9]\d{{0,2}}(?:\.\d{{3}})+(?![\d%])             # 24.000
  | \d+[.,·]\d{{1,2}}(?!\d)                           # 2.3, and 2,3 as much of the continent writes it
  | \d+(?:\.\d+)?                                     # 30
"""
LEXER = re.compile(
    rf"""
    (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)
  | (?=[\d½¼¾])(?:
        (?P<date>(?<![\w/.])\d{{1,4}}([/.-])\d{{1,2}}\3\d{{2,4}}(?![\w/]))
      | (?P<years>(?<![\w.,-])(?:1[5-9]|20)\d\d[–/-]\d\d(?![\w.,]\d|\w))
      | (?P<slash>(?<![\w/])\d{{1,4}}/\d{{1,4}}(?![\w/]))
      | (?P<clock>(?<!\w)\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d))
      | (?P<line>(?<!\w)0\d{{1,4}}\)?(?:[ -]|\s/\s)\d{{3,}}(?:[\s-]\d{{2,}})*)
      | (?P<half>\d*[½¼¾])
      | (?P<num>{DIGITS})
    )
  | (?P<phone>\+\d[\d\s()-]{{7,}}\d|\(0\d{{1,4}}\)[\s-]\d{{3,}}(?:[\s-]\d{{2,}})*)
  | (?P<mark>[^\w\s]|_)
    """,
    re.VERBOSE,
)
LINK = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|int|gov)\b\S*"
)
LINK_SIGNS = ("://", "www.", "@", ".com", ".org", ".net", ".int", ".gov")
"""A line without any of these holds no link."""


@cache
def seed() -> re.Pattern[str]:
    """Finds out whether a line can hold a quantity at all."""
    numbers = load("numbers")
    tables = ("units", "teens", "tens", "hundred", "scales", "packs", "sets")
    words = {word for table in tables for word in numbers[table]}
    words |= {*numbers["vague"]["plurals"], *numbers["vague"]["words"], "few", "number", "half"}
    words -= {"single"}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = "|".join(
        f"[{first}{first.upper()}](?:{'|'.join(rest)})" for first, rest in sorted(by_letter.items())
    )
    capitals = "|".join(sorted(word.upper() for word in words))
    return re.compile(rf"\d|[½¼¾]|\b(?:{branches})|\b(?:{capitals})\b")


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches that a number and its hedge may share: lines, hard-wrapped ones put together again."""
    at, begun = start, None
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if begun is None:
            begun = at
        if not _goes_on(text, at, stop, end):
            yield begun, stop
            begun = None
        at = stop + 1
    if begun is not None:
        yield begun, end


def _goes_on(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the line that ends at `stop` was broken only for its length."""
    if stop + 1 >= end or stop - start < SOFT_WRAP or "|" in text[start:stop]:
        return False
    last, following = text[stop - 1], text[stop + 1]
    return (last.isalnum() or last in ",-–") and (following.islower() or following.isdigit())


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of one paragraph; the digits of links and mail addresses are none."""
    line = _lowered(text[start:end])
    if any(sign in line for sign in LINK_SIGNS):
        line = LINK.sub(lambda link: "_" * len(link[0]), line)
    make = Token._make
    return [
        make((match.lastgroup, match[0], match.start() + start, match.end() + start))
        for match in LEXER.finditer(line)
    ]


def _lowered(line: str) -> str:
    """The line in lower case, letter by letter: a few capitals have small letters of another length."""
    low = line.lower()
    if len(low) == len(line):
        return low
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in line)

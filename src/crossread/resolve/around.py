"""Known names and a text come in; the phrases that say a name with its kind, its people or its papers around it go out.

"Spain's EFE agency", "surgeons of the ICRC", "the bureau's yearbook", "IOM and its partners" each name one body.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.concordance import concordance
from crossread.resolve.edges import UNOWNED
from crossread.resolve.frames import Frame, framed
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL

PAPERS = (
    "count",
    "office",
    "press office",
    "team",
    "information team",
    "list",
    "yearbook",
    "register",
    "records",
)
"""What a body has and speaks through, beside documents; none of it is another body."""
LEVELS = ("state", "region", "province", "county", "district", "city", "town")


def around(names: Sequence[str], text: str) -> Iterator[tuple[str, str]]:
    """Each such phrase with the name in it."""
    for frame in frames():
        for one in framed(names, frame, text):
            yield one.words, one.name


@cache
def frames() -> tuple[Frame, ...]:
    """What stands around the names."""
    level = rf"(?:{'|'.join(LEVELS)})\sof\s\Z"
    return (
        before_name(rf"(?:{people()})\sof\s(?:the\s)?\Z", r"", r"\sof\s(?:the\s)?\Z"),
        behind_name(rf"[’']s?\s(?:{papers()})"),
        before_name(
            rf"(?:{states()})(?:[’']s)?\s(?:[a-z]+\s){{0,1}}\Z", rf"(?:\s(?:{kinds()}))?", r"\s\Z"
        ),
        behind_name(r"\sand\s(?:its|their)\spartners"),
        behind_name(rf"(?<=[a-z])\sin\s{CAPITAL}[\w-]+"),
        behind_name(rf"\s(?:[a-z]+\s){{0,1}}(?:{kinds()})"),
        before_name(rf"(?:[a-z]+ern\s)?(?:(?:{states()})\s)?{level}", r"", level),
    )


def before_name(before: str, behind: str, tail: str) -> Frame:
    """The frame of words before a name."""
    start, end = rf"(?<![\w’'-]){before}", rf"{behind}(?![\w-])"
    return Frame(re.compile(start), re.compile(end), re.compile(tail))


def behind_name(behind: str) -> Frame:
    """The frame of words behind a name."""
    return Frame(UNOWNED, re.compile(rf"{behind}(?![\w-])"), near=0)


def bare_papers(owned: Mapping[str, Party], text: str) -> Iterator[tuple[str, Party]]:
    """The people and papers of what goes by a plain noun, with its party ("the city's count")."""
    nouns = sorted((key for key in owned if is_plain(key, text)), key=lambda key: (-len(key), key))
    if not nouns:
        return
    noun = rf"(?:the\s)?(?P<noun>(?i:{'|'.join(map(re.escape, nouns))}))"
    for pattern in (
        rf"(?<![\w’'-])(?:{people()})\sof\s{noun}(?![\w-])",
        rf"(?<![\w’'-]){noun}[’']s?\s(?:{papers()})(?![\w-])",
    ):
        for match in re.finditer(pattern, text):
            words = re.sub(r"^[Tt]he\s", "", " ".join(match[0].split()))
            yield words, owned[match["noun"].casefold()]


def is_plain(key: str, text: str) -> bool:
    """Whether a phrase is written in small letters, as nouns are."""
    return key.replace(" ", "").isalpha() and concordance(text).has(key)


@cache
def people() -> str:
    """Plural nouns for a body's people, as one alternation."""
    words = heads("roles") | heads("workers") | heads("people") | heads("followers")
    return "|".join(
        sorted((re.escape(word) for word in words if word.endswith("s")), key=len, reverse=True)
    )


@cache
def papers() -> str:
    """What a body counts and writes, as one alternation."""
    words = {*PAPERS, *load("offices")["documents"]["nouns"]}
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def kinds() -> str:
    """Nouns of bodies, as one alternation."""
    return "|".join(
        sorted(map(re.escape, heads("nouns") | heads("societies")), key=len, reverse=True)
    )


@cache
def states() -> str:
    """The names and adjectives of states, as one alternation."""
    table = load("bodies")["states"]
    words = {word for name, (_, *others) in table.items() for word in (name, *others)}
    words = {word for word in words if word[:1].isupper() and len(word) > len("US")}
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))

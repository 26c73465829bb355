"""Takes tokens; gives the vague number phrase that begins at one of them ("tens of thousands", "a few hundred")."""

from functools import cache
from typing import Any

from crossread.extract.quantity.atoms import atoms
from crossread.extract.quantity.lexer import Token
from crossread.extract.quantity.number import ARTICLES
from crossread.lexicon import load

DETERMINERS = frozenset(
    {"the", "these", "those", "a", "its", "his", "their", "her", "our", "last", "only"}
)


@cache
def _vague() -> dict[str, Any]:
    return dict(load("numbers")["vague"])


@cache
def _plurals() -> frozenset[str]:
    return frozenset(_vague()["plurals"])


def vague_at(line: list[Token], index: int) -> tuple[int, int, str] | None:
    """Token indexes (first, one past the last) of the vague phrase at `index`, and its words as they stand."""
    low = line[index].low
    if low in _plurals():
        return _plural(line, index)
    if low in ("several", "many", "few"):
        return _quantifier(line, index, index)
    if low in ARTICLES and index + 1 < len(line):
        return _after_article(line, index)
    if low in _vague()["words"]:
        return _phrase(line, index, index + 1)
    return None


def _phrase(line: list[Token], first: int, last: int) -> tuple[int, int, str]:
    return first, last, " ".join(token.low for token in line[first:last] if token.kind == "word")


def _plural(line: list[Token], index: int) -> tuple[int, int, str]:
    """ "hundreds of thousands", "dozens and dozens", "hundreds, if not thousands"."""
    last = index + 1
    while True:
        for link in _vague()["links"]:
            at = last
            if link[0] == "if" and at < len(line) and line[at].low == ",":
                at += 1
            stop = at + len(link)
            if (
                [token.low for token in line[at:stop]] == link
                and stop < len(line)
                and line[stop].low in _plurals()
            ):
                last = stop + 1
                break
        else:
            return _phrase(line, index, last)


def _quantifier(line: list[Token], first: int, index: int) -> tuple[int, int, str] | None:
    """ "several thousand", "many", "the few"."""
    low = line[index].low
    previous = line[index - 1].low if index else ""
    if low == "many" and previous in _vague()["many_not_after"]:
        return None
    if low == "few" and previous not in DETERMINERS and first == index:
        return None
    following = line[index + 1] if index + 1 < len(line) else None
    if following is not None and following.kind == "word":
        if following.low in _plurals():
            _, last, _ = _plural(line, index + 1)
            return _phrase(line, first, last)
        atom = atoms().get(following.low)
        if atom is not None and atom.kind in ("hundred", "scale", "pack"):
            return _phrase(line, first, _scaled(line, index + 2))
    return _phrase(line, first, index + 1)


def _scaled(line: list[Token], at: int) -> int:
    """ "several hundred thousand": the index after the last multiplier."""
    while at < len(line):
        atom = atoms().get(line[at].low)
        if atom is None or atom.kind not in ("scale",):
            break
        at += 1
    return at


def _after_article(line: list[Token], index: int) -> tuple[int, int, str] | None:
    """ "a few", "a great many", "a handful", "a small number of"."""
    words = [token.low for token in line[index + 1 : index + 5]]
    if words[0] == "few":
        return _quantifier(line, index, index + 1)
    if words[:2] in (["great", "many"], ["good", "many"], ["good", "few"], ["very", "few"]):
        return _quantifier(line, index, index + 2)
    if words[0] in ("handful", "multitude", "myriad"):
        return _phrase(line, index, index + 2)
    if words[:2] in (["small", "handful"], ["mere", "handful"]):
        return _phrase(line, index, index + 3)
    at = 0
    while at < len(words) and words[at] in _vague()["number_adjectives"]:
        at += 1
    if words[at : at + 2] == ["number", "of"]:
        return _phrase(line, index, index + at + 2)
    return None

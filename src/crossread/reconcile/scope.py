"""A claim comes in; what its words narrow it to goes out: the identified, the gravely hurt, one day's share.

Figures of different scopes answer different questions, however alike their people and their condition.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.reconcile.family import family_of

DESCRIBED = frozenset({"children", "women", "students", "staff", "protesters"})
"""Populations that are set apart by what they are, whether or not the text says "of them"."""
PART = "part"
OWN = "own"
AGE = "age"
SEVERAL = "several places"
REACH = 60
"""Characters on either side of a figure within which words narrow it."""
_BOUND = re.compile(r"[;:.!?—–]\s|(?<![\d,.])\d[\d,.]*(?![\d,.]|[\s-]hours)")
"""What ends the stretch of words that belongs to a figure: the end of a clause, or another figure."""
_TURN = re.compile(r",\s|\s(?:and|but|while|whereas|or)\s")
"""What ends it before the figure, whose own words mostly follow: "793 had gone home and 382 were still there"."""
_WHOLE = (
    r"(?:them|these|those|whom|which|the (?:\d[\d,.]*|"
    r"dead|deceased|killed|wounded|injured|bodies|victims|missing|survivors|identified|fatalities|martyrs|martyred))\b"
)
_PART_BEFORE = re.compile(rf"\b(?:(?:out )?of|among|amongst) {_WHOLE},?\s*$", re.IGNORECASE)
_PART_AFTER = re.compile(rf"^\s*(?:of|among) {_WHOLE}", re.IGNORECASE)
_PART_INSIDE = re.compile(rf"\d\w*\s(?:of|among) {_WHOLE}", re.IGNORECASE)
"""Words that make a figure a part of another: "Of the 216, 131 were men", "40 of the bodies", "27 of whom"."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure may be narrowed to, by which words, in which families, and what its question adds."""

    name: str
    words: re.Pattern[str]
    families: frozenset[str]
    asked: str


@cache
def scopes() -> tuple[Scope, ...]:
    """The scopes in the order in which they are asked for."""
    return tuple(
        Scope(
            row["name"], re.compile(row["words"], re.IGNORECASE),
            frozenset(row.get("families", ())), row["asked"],
        )
        for row in load("scopes")["scope"]
    )  # fmt: skip


def whole_and_narrowed(claims: Iterable[Claim]) -> tuple[list[Claim], dict[str, list[Claim]]]:
    """The claims that nothing narrows, and the others by scope; the largest scope stands in for a whole not given.

    What only comes on top of another figure is no whole.
    """
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[scope_of(claim)].append(claim)
    plain = found.pop("", [])
    if found and all(claim.figure.measure == "increment" for claim in plain):
        most = min(found, key=lambda name: (-len(found[name]), name))
        plain = [*plain, *found.pop(most)]
    return plain, dict(sorted(found.items()))


def scope_of(claim: Claim) -> str:
    """The name of a claim's scope, "" where nothing narrows it, or a table's row does, which its column adds up."""
    if "|" in claim.sentence:
        return ""
    if claim.figure.population not in DESCRIBED and said_partly(claim):
        return PART
    family, near = family_of(claim).name, stretch(claim)
    words = narrowing(claim, family, near)
    return words or trade_of(claim) or people_of(claim)


def people_of(claim: Claim) -> str:
    """The name of a people or a faith by which a figure calls the counted, where they are no side: "700 Muslims"."""
    noun = claim.figure.noun.split()[-1:] or [""]
    begins = claim.sentence.lstrip("“\"‘' ").startswith(claim.quote.split()[0])
    named = noun[0][:1].isupper() and noun[0][1:].islower() and noun[0].endswith("s")
    alone = len(claim.quote.split()) > 1 or not begins
    return noun[0] if named and alone and claim.party is None else ""


def narrowing(claim: Claim, family: str, near: str) -> str:
    """The name of the first scope whose words stand beside a figure."""
    return next(
        (
            scope.name for scope in scopes()
            if (not scope.families or family in scope.families)
            and not (scope.name == OWN and claim.party in {claim.source_party, claim.source} - {None})
            and not (scope.name == AGE and claim.figure.population in DESCRIBED)
            and scope.words.search(near)
        ),
        "",
    )  # fmt: skip


def trade_of(claim: Claim) -> str:
    """What staff, or armed people of no named side, are by trade where the figure's own words say it."""
    trades = load("scopes")["trades"]
    if claim.party or claim.figure.population not in trades["populations"]:
        return ""
    own = f"{claim.quote} {claim.figure.noun}"
    named = (name for name in trades if name != "populations")
    return next((name for name in named if re.search(trades[name], own, re.IGNORECASE)), "")


def asked(name: str) -> str:
    """What a scope's figures count, in words."""
    other = "part of a larger figure" if name == PART else f"{name} alone"
    return next((scope.asked for scope in scopes() if scope.name == name), other)


def stretch(claim: Claim) -> str:
    """A claim's quote with the words on either side that belong to it and to no other figure."""
    at = claim.sentence.find(claim.quote)
    if at < 0:
        return claim.quote
    end = at + len(claim.quote)
    before = claim.sentence[max(0, at - REACH) : at]
    after = claim.sentence[end : end + REACH]
    bounds = sorted(match.end() for cut in (_BOUND, _TURN) for match in cut.finditer(before))
    behind = _BOUND.search(after)
    return (
        before[bounds[-1] if bounds else 0 :]
        + claim.quote
        + after[: behind.start() if behind else len(after)]
    )


def said_partly(claim: Claim) -> bool:
    """Whether the words at a figure put it inside another: "of them", "of the dead", "among whom"."""
    at = claim.sentence.find(claim.quote)
    if at < 0:
        return bool(_PART_INSIDE.search(claim.quote))
    return bool(
        _PART_BEFORE.search(claim.sentence[:at])
        or _PART_AFTER.search(claim.sentence[at + len(claim.quote) :])
        or _PART_INSIDE.search(claim.quote)
    )

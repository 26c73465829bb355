"""A claim comes in; the family of conditions that it can be compared under goes out (`lexicon/en/families.toml`)."""

import re
from dataclasses import dataclass
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure

IN_CUSTODY = frozenset({"detainees", "combatants", "people", "children", "women"})
SHADES = {
    frozenset(pair) for pair in (("held", "hostages"), ("held", "trapped"), ("hostages", "trapped"))
}
"""Families that reports use for the same people; they are joined where one speaker's figure stands in both."""

_WHOLE_OF = re.compile(
    r"\bof (?:(?:the|its|their|his|some|all|nearly|about|around|roughly|almost|estimated|over|an)\s)*$",
    re.IGNORECASE,
)
_OTHERS_BEFORE = re.compile(r"^.*\d.*?(?:[,;]\s|\b(?:and|but|while)\b)", re.DOTALL)
_OTHERS_AFTER = re.compile(r"(?:[,;]\s|\b(?:and|but|while)\b)[^\d]*\d.*$", re.DOTALL)
"""Another figure beyond a comma, with its words: "nearly 4,000, fewer than 100 of whom stayed"."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family of conditions: a toll can only grow, a stock goes both ways."""

    name: str
    measure: FamilyMeasure
    conditions: tuple[str, ...]
    question: str


@cache
def families() -> dict[str, Family]:
    """The families by name."""
    return {
        row["name"]: Family(row["name"], row["measure"], tuple(row["conditions"]), row["question"])
        for row in load("families")["family"]
    }


@cache
def by_condition() -> dict[str, Family]:
    """The family of each condition."""
    return {condition: family for family in families().values() for condition in family.conditions}


def family_of(claim: Claim) -> Family:
    """The family of a claim; hostages freed are no escape, and those left behind no longer the whole house."""
    condition, population = claim.figure.condition, claim.figure.population
    family = by_condition().get(condition, families()["affected"])
    taken_captive = population not in IN_CUSTODY or "hostage" in f"{claim.quote} {clause(claim)}"
    if condition == "freed" and taken_captive:
        return families()["released"]
    if (
        family.name in {"held", "present"}
        and says(claim, "left_behind", own=True)
        and not is_whole_of_others(claim)
        and not says(claim, "nobody")
    ):
        return families()["left behind"]
    if family.name == "present" and population == "detainees":
        return families()["held"]
    return family


def is_whole_of_others(claim: Claim) -> bool:
    """Whether a figure is the whole from which another is taken: "of nearly 4,000 fewer than 100 had stayed"."""
    before, found, after = claim.sentence.partition(claim.quote)
    near = re.search(r"\d", before[-45:] + after[:45])
    return bool(found and near and _WHOLE_OF.search(before))


def says(claim: Claim, cue: str, *, own: bool = False) -> bool:
    """Whether the words around a claim's figure, up to the next figure where `own`, have one of the cue's phrases."""
    near = f" {clause(claim, own=own).casefold()} "
    return any(f" {phrase}" in near for phrase in load("families")["cues"][cue])


def clause(claim: Claim, *, own: bool = False) -> str:
    """The claim's quote with a few words on either side, within its sentence and up to other figures where `own`."""
    at = claim.sentence.find(claim.quote)
    if at < 0:
        return claim.sentence if len(claim.sentence) < 120 else claim.quote
    before = claim.sentence[max(0, at - 45) : at]
    after = claim.sentence[at + len(claim.quote) :][:45]
    if own:
        before = _OTHERS_BEFORE.sub("", before)
        after = _OTHERS_AFTER.sub("", after)
    return before + claim.quote + after

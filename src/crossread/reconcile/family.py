"""A claim comes in; the family of conditions that it can be compared under goes out (`lexicon/en/families.toml`)."""

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
        and says(claim, "left_behind")
        and not says(claim, "nobody")
    ):
        return families()["left behind"]
    if family.name == "present" and population == "detainees":
        return families()["held"]
    return family


def says(claim: Claim, cue: str) -> bool:
    """Whether the words around a claim's figure have one of the cue's phrases."""
    near = f" {clause(claim).casefold()} "
    return any(f" {phrase}" in near for phrase in load("families")["cues"][cue])


def clause(claim: Claim) -> str:
    """The claim's quote with a few words on either side, within its sentence."""
    at = claim.sentence.find(claim.quote)
    if at < 0:
        return claim.sentence if len(claim.sentence) < 120 else claim.quote
    return claim.sentence[max(0, at - 45) : at + len(claim.quote) + 45]

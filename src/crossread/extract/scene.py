"""A quantity, its noun phrase and what the report said before come together here; a Reading is what is made of them."""

from dataclasses import dataclass, replace

from crossread.extract.condition import for_population
from crossread.extract.counted import Counted
from crossread.extract.found import Found
from crossread.extract.idioms import RULE as IDIOM
from crossread.extract.memory import Topic, before, in_list
from crossread.extract.parts import share
from crossread.extract.tokens import Place
from crossread.extract.words import Noun
from crossread.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the readings of a quantity look at: its place, its phrase, the condition found, the report so far."""

    place: Place
    phrase: Counted
    found: Found | None
    earlier: list[Figure]
    topic: Topic | None

    @property
    def heir(self) -> Figure | None:
        """The last figure of a list that this quantity goes on with; behind a part, the whole."""
        last = in_list(self.place, self.earlier)
        if (
            last is None
            or last.measure != "part"
            or share(self.place, self.earlier).measure == "part"
        ):
            return last
        return next((f for f in self.earlier if f.quantity.core == last.part_of), last)

    @property
    def whole(self) -> Figure | None:
        """The figure that a number without a noun takes up."""
        return self.heir or before(self.place, self.earlier)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules make of a quantity: noun, condition, who is counted, and the figure it takes these from."""

    phrase: Counted
    noun: Noun | None
    population: str
    found: Found
    taken_from: Figure | None = None
    head: int | None = None


def fitted(found: Found, population: str) -> Found:
    """The finding with its condition as the population makes it."""
    if found.rule == IDIOM or (found.rule == "topic" and found.condition == "deployed"):
        return (
            found  # nurses who lost their homes are displaced; under "Engaged:" persons are on duty
        )
    return replace(found, condition=for_population(found.condition, population))


def taken_up(scene: Scene, source: Figure, rule: str = "taken up") -> Reading:
    """The reading of a number that goes on with an earlier figure's people and condition."""
    found = Found(source.condition, scene.place.core_first, rule)
    return Reading(scene.phrase, None, source.population, found, source)


def by_topic(scene: Scene, topic: Topic, condition: str) -> Reading:
    """The reading of a number by the label, heading or words that govern it."""
    population = topic.noun.population if topic.noun else "people"
    found = fitted(Found(condition, topic.anchor, "topic"), population)
    return Reading(scene.phrase, topic.noun, population, found)

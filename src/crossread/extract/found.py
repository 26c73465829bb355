"""A rule's finding: the condition of what is counted, the token that gave it, the rule, and whether it is sure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crossread.extract.counted import Counted
from crossread.extract.tokens import Place


@dataclass(frozen=True, slots=True)
class Found:
    """A condition, the token that gave it, and the rule that read it there.

    `firm` where the grammar leaves no doubt, so that no surroundings can make it another condition.
    """

    condition: str
    anchor: int
    rule: str
    firm: bool = False


Rule = Callable[[Place, Counted], Iterator[Found]]

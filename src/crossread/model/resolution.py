"""What resolve gives: the readings with canonical parties and places, who the parties are, which report is a copy."""

from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.ledger import Copy, Reading
from crossread.model.party import Party


@dataclass(frozen=True, slots=True)
class Situation:
    """A state of things without a number that a report says holds, or says fails; the claim carries who and when.

    Its claim has the text's own words as a vague quantity, so that it is shown and attributed like a figure. A
    `lasting` state that was announced is contradicted by whatever comes after it (a fire out, a death); one that
    changes (a road open) only by another speaker on the same day.
    """

    topic: str
    question: str
    holds: bool
    claim: Claim
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Resolution:
    """All readings of one event under one set of names; `parties` and `copies` say what was joined and why."""

    readings: tuple[Reading, ...]
    parties: tuple[Party, ...] = ()
    copies: tuple[Copy, ...] = ()
    situations: tuple[Situation, ...] = ()

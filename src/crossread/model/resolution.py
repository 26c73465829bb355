"""What resolve gives: the readings with canonical parties and places, who the parties are, which report is a copy."""

from dataclasses import dataclass

from crossread.model.ledger import Copy, Reading
from crossread.model.party import Party


@dataclass(frozen=True, slots=True)
class Resolution:
    """All readings of one event under one set of names; `parties` and `copies` say what was joined and why."""

    readings: tuple[Reading, ...]
    parties: tuple[Party, ...] = ()
    copies: tuple[Copy, ...] = ()

"""A Party: a side, body or state that speaks, is counted or acts."""

from dataclasses import dataclass
from typing import Literal

PartyKind = Literal["state", "organ", "ministry", "neutral", "agency", "other"]
"""`organ`: a state's body with a name of its own; `ministry`: one that is only described; `neutral`: international
bodies, monitors and charities; `agency`: news media that report what they saw."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side or body under its short name; each alias has the words that made it one ("… , or the FLN").

    `within` names the larger body that this one belongs to ("US" for "Pentagon", "UN" for "UNICEF"): the two speak
    with one voice unless they contradict each other.
    """

    name: str
    aliases: tuple[str, ...] = ()
    grounds: tuple[tuple[str, str], ...] = ()
    within: str | None = None
    kind: PartyKind = "other"

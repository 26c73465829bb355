"""A Party: a side, body or state that speaks, is counted or acts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """One side or body under its short name; each alias has the words that made it one ("… , or the SDF")."""

    name: str
    aliases: tuple[str, ...] = ()
    grounds: tuple[tuple[str, str], ...] = ()

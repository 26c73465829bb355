"""The readings of one event come in; they go out with one name for each party, and with what is a copy of what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crossread.model.ledger import Reading
from crossread.model.party import Party
from crossread.model.resolution import Resolution
from crossread.resolve.census import take_census
from crossread.resolve.claims import name_readings
from crossread.resolve.copies import find_copies
from crossread.resolve.directory import Directory
from crossread.resolve.situations import situations

__all__ = ["Resolution", "resolve"]


def resolve(
    readings: Sequence[Reading], aliases: Mapping[str, Sequence[str]] | None = None
) -> Resolution:
    """Join the names of parties, trace speakers to the side they speak for, and find copies.

    `aliases` is a user's own list of further names by short name; it goes before everything else. One text that is
    given under several names bears witness to names once.
    """
    texts = list({reading.report.id: reading for reading in readings}.values())
    reports = [reading.report for reading in texts]
    directory = take_census(reports, spoken_names(texts), aliases or {})
    named = name_readings(readings, directory)
    return Resolution(
        named, parties_of(directory, named), find_copies(named), situations(named, directory)
    )


def spoken_names(readings: Iterable[Reading]) -> list[str]:
    """Every speaker's words in the claims."""
    return [
        name
        for reading in readings
        for claim in reading.claims
        for name in (claim.source_party, claim.source)
        if name
    ]


def parties_of(directory: Directory, readings: Iterable[Reading]) -> tuple[Party, ...]:
    """The parties that the claims name, with their aliases and grounds, by name."""
    names = {
        name
        for reading in readings
        for claim in reading.claims
        for name in (claim.source_party, claim.party)
        if name
    }
    parties = []
    for name in sorted(names):
        party = directory.party(name) or Party(name)
        aliases = tuple(sorted(directory.spellings.get(party.name, set()) - {party.name}))
        grounds = tuple(sorted(set(directory.grounds.get(party.name, []))))
        parties.append(replace(party, name=name, aliases=aliases, grounds=grounds))
    return tuple(parties)

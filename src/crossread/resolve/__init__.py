"""The readings of one event come in; they go out with one name for each party, and with what is a copy of what."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.model.ledger import Reading
from crossread.model.resolution import Resolution
from crossread.resolve.census import take_census
from crossread.resolve.claims import name_readings
from crossread.resolve.copies import find_copies
from crossread.resolve.mended import with_whole_bodies
from crossread.resolve.names import unwrapped
from crossread.resolve.places import settle_places
from crossread.resolve.printed import as_printed
from crossread.resolve.roll import call_roll
from crossread.resolve.situations import situations

__all__ = ["Resolution", "resolve"]


def resolve(
    readings: Sequence[Reading], aliases: Mapping[str, Sequence[str]] | None = None
) -> Resolution:
    """Join the names of parties, trace speakers to the side they speak for, and find copies.

    `aliases` is a user's own list of further names by short name; it goes before everything else. One text that is
    given under several names bears witness to names once.
    """
    readings = with_whole_bodies(readings)
    texts = list({reading.report.id: reading for reading in readings}.values())
    reports = [reading.report for reading in texts]
    directory = take_census(reports, spoken_names(texts), aliases or {}, counted_names(texts))
    named = settle_places(name_readings(readings, directory))
    found = Resolution(
        named, call_roll(directory, named), find_copies(named), situations(named, directory)
    )
    whole = "\n".join(sorted({unwrapped(report.text) for report in reports}))
    return as_printed(found, whole, aliases or {})


def spoken_names(readings: Iterable[Reading]) -> list[str]:
    """Every speaker's words in the claims."""
    return [
        name
        for reading in readings
        for claim in reading.claims
        for name in (claim.source_party, claim.source)
        if name
    ]


def counted_names(readings: Iterable[Reading]) -> list[str]:
    """Every word for a side that counted people belong to."""
    sides = (claim.figure.party for reading in readings for claim in reading.claims)
    return [side for side in sides if side]

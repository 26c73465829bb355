"""The readings of one event come in; they go out with one name for each party, and with what is a copy of what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.model.party import Party
from crossread.model.resolution import Resolution
from crossread.resolve.copies import find_copies
from crossread.resolve.directory import Directory, compile_directory
from crossread.resolve.speakers import counted_party, is_capitalised, speaker_party

__all__ = ["Resolution", "resolve"]


def resolve(
    readings: Sequence[Reading], aliases: Mapping[str, Sequence[str]] | None = None
) -> Resolution:
    """Join the names of parties, trace speakers to the side they speak for, and find copies.

    `aliases` is a user's own list of further names by short name; it goes before everything else.
    """
    directory = compile_directory(
        [reading.report.text for reading in readings], spoken_names(readings), aliases or {}
    )
    named = tuple(
        replace(reading, claims=tuple(name_claim(directory, claim) for claim in reading.claims))
        for reading in readings
    )
    return Resolution(named, parties_of(directory, named), find_copies(named))


def spoken_names(readings: Iterable[Reading]) -> list[str]:
    """Every speaker's words in the claims."""
    return [
        name
        for reading in readings
        for claim in reading.claims
        for name in (claim.source_party, claim.source)
        if name
    ]


def name_claim(directory: Directory, claim: Claim) -> Claim:
    """The claim with canonical names for who speaks and who is counted; None where nobody can be named."""
    speaker = speaker_party(directory, claim.source_party) or speaker_party(directory, claim.source)
    source_party = speaker.name if speaker else claim.source_party
    counted = counted_party(directory, claim.party)
    party = counted.name if counted else None
    if counted is None and claim.party and is_capitalised(claim.party):
        party = claim.party  # a side that only this report names stays as it stands
    return replace(claim, source_party=source_party, party=party)


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

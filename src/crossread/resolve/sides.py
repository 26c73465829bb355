"""Claims with their speakers' bodies come in; the sides of the counted go out that the words for these lead to.

"Velt lost six of his men", "the company's nine", "two of the police": words that name a person, a body that speaks
elsewhere, or an organ alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.resolve.directory import Directory
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, fold
from crossread.resolve.organs import speaks_as
from crossread.resolve.same_speaker import MOST, claims_of, leading, named_in_full, surname_of
from crossread.resolve.speakers import officer_party, person_party
from crossread.resolve.unexplained import plain_organ

_NAME = re.compile(rf"(?:{CAPITAL}[\w.’'-]*\s)*{CAPITAL}[\w.’'-]+")


def with_led_sides(
    directory: Directory, readings: Sequence[Reading], whole: str
) -> tuple[Reading, ...]:
    """The readings with the sides that persons and bodies speaking elsewhere tell of."""
    persons = bodies_by_surname(readings, whole)
    bodies = {fold(c.source_party): c.source_party for c in claims_of(readings) if c.source_party}
    return tuple(
        replace(
            reading,
            claims=tuple(led(directory, claim, persons, bodies) for claim in reading.claims),
        )
        for reading in readings
    )


def led(
    directory: Directory, claim: Claim, persons: Mapping[str, str], bodies: Mapping[str, str]
) -> Claim:
    """The claim with the side that its words lead to, where none is known."""
    words = claim.figure.party
    if claim.party is not None or not words or is_other_side(claim.figure.noun, words):
        return claim
    person = fold(words.split()[-1]) if _NAME.fullmatch(words) else ""
    if person and claim.source and fold(claim.source.split()[-1]) == person:
        return replace(claim, party=claim.source_party)
    known = person_party(directory, words) or officer_party(directory, words)
    told = persons.get(person) or (speaks_as(directory, known) if known else None)
    organ = (
        None
        if claim.figure.noun and words.endswith(claim.figure.noun) and " " in words
        else plain_organ(words)
    )
    return replace(claim, party=told or bodies.get(fold(words)) or organ)


def is_other_side(noun: str, words: str) -> bool:
    """Whether the counted are fighters by a noun of their own ("43 rebels"), whom the words ("the army") fight."""
    return fold(noun) in heads("followers") and plain_organ(words) is not None


def bodies_by_surname(readings: Iterable[Reading], whole: str) -> dict[str, str]:
    """The body of each person who speaks, by folded surname, where his claims agree on one."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    readings = tuple(readings)
    persons = named_in_full(readings, whole)
    for claim in claims_of(readings):
        surname = surname_of(claim, whole, persons)
        if surname is not None and claim.source_party is not None:
            told[surname][claim.source_party] += 1
    return {one: body for one, counts in told.items() if (body := leading(counts, MOST))}

"""Claims of one event with their speakers' bodies come in; each person's claims go out with one body for all of them.

What a report leaves unsaid of a person ("Lanik: 40") another one says ("Josef Lanik of the rescue service").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.resolve.census import is_body
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, compiled, fold
from crossread.resolve.people import titles
from crossread.resolve.unexplained import role_ends

NAME = re.compile(rf"(?:{CAPITAL}[\w’'.-]*\s){{0,4}}(?P<last>{CAPITAL}[\w’'-]+)")
"""A person's name with the titles before it."""
LEAD = 3
"""A body given to a person so many times as often as the next one is his."""
MOST = 2
"""The same, where a report tells none."""


def one_body_each(readings: Sequence[Reading], whole: str) -> tuple[Reading, ...]:
    """The readings with one body for each person of whom nothing else is told."""
    persons = named_in_full(readings, whole)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    firsts: dict[str, set[str]] = defaultdict(set)
    for claim in claims_of(readings):
        surname = surname_of(claim, whole, persons)
        if surname is not None:
            firsts[surname] |= first_names(claim.source or "", surname)
            if claim.source_party is not None and not by_own_name(claim, persons):
                told[surname][claim.source_party] += 1
    alone = {surname: counts for surname, counts in told.items() if len(firsts[surname]) < 2}
    bodies = {one: body for one, counts in alone.items() if (body := leading(counts, LEAD))}
    likely = {one: body for one, counts in alone.items() if (body := leading(counts, MOST))}
    return tuple(
        replace(
            reading,
            claims=tuple(
                settled(claim, surname_of(claim, whole, persons), untold)
                for claim in reading.claims
                for untold in (
                    likely if claim.source_party is None or by_own_name(claim, persons) else bodies,
                )
            ),
        )
        for reading in readings
    )


def named_in_full(readings: Sequence[Reading], whole: str) -> frozenset[str]:
    """The folded surnames of those who speak somewhere under a first name too."""
    return frozenset(
        surname
        for claim in claims_of(readings)
        if (surname := surname_of(claim, whole)) and first_names(claim.source or "", surname)
    )


def by_own_name(claim: Claim, persons: frozenset[str]) -> bool:
    """Whether a person's name is given for his body ("Boyd" of Boyd, who is Isla Boyd elsewhere)."""
    body = fold(claim.source_party or "")
    return body in persons and fold(claim.source or "").endswith(body)


def claims_of(readings: Iterable[Reading]) -> Iterable[Claim]:
    """Every claim of the readings."""
    return (claim for reading in readings for claim in reading.claims)


def surname_of(claim: Claim, whole: str, persons: frozenset[str] = frozenset()) -> str | None:
    """The folded surname of a claim's speaker where he is a person by name, else None."""
    words = claim.source or ""
    match = NAME.fullmatch(words)
    if match is None or is_body(words, whole) or is_body(match["last"], whole):
        return None
    key = fold(match["last"])
    taken = heads("nouns") | heads("roles") | heads("holders") | heads("sovereign") | heads("local")
    taken |= heads("organs") | heads("crowd") | heads("not_persons") | heads("first_person")
    if key in taken or len(key) < 3:
        return None
    if fold(words) == fold(claim.source_party or "") and not by_own_name(claim, persons):
        return None
    return key


def first_names(words: str, surname: str) -> set[str]:
    """What stands right before a surname and is no title."""
    before = [fold(word) for word in words.split()[:-1]]
    return {one for one in before[-1:] if len(one) > 2 and not compiled(titles()).fullmatch(one)}


def leading(counts: Counter[str], lead: int) -> str | None:
    """The body given so many times as often as the next."""
    bodies = Counter({name: count for name, count in counts.items() if not is_office(name)})
    (body, most), *others = whole_houses(bodies or counts).most_common()
    return body if not others or most >= lead * others[0][1] else None


def is_office(name: str) -> bool:
    """Whether a body is but an office in small letters that tells of none ("prison director")."""
    return name.islower() and " " in name and fold(name.split()[-1]) in role_ends()


def whole_houses(counts: Counter[str]) -> Counter[str]:
    """The counts with a part of a house's name counted for the whole ("San Rafael" for "San Rafael hospital")."""
    whole: Counter[str] = Counter()
    for name, count in sorted(counts.items()):
        longer = [one for one in counts if is_house_of(one, name) and LEAD * counts[one] > count]
        whole[max(longer, key=lambda one: (counts[one], one)) if longer else name] += count
    return whole


def is_house_of(house: str, name: str) -> bool:
    """Whether a house's name is another name with a body's noun before or behind it."""
    words, part = fold(house).split(), fold(name).split()
    at = next((i for i in range(len(words)) if words[i : i + len(part)] == part), None)
    if at is None or len(words) == len(part):
        return False
    rest = {*words[:at], *words[at + len(part) :]}
    return bool(rest & (heads("nouns") | heads("societies")))


def settled(claim: Claim, surname: str | None, bodies: Mapping[str, str]) -> Claim:
    """A claim with its speaker's one body."""
    body = bodies.get(surname or "")
    return replace(claim, source_party=body) if body is not None else claim

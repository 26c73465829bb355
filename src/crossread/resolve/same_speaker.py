"""Claims of one event with their speakers' bodies come in; each person's claims go out with one body for all of them.

What a report leaves unsaid of a person ("Lanik: 40") another one says ("Josef Lanik of the rescue service").
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.resolve.census import is_body
from crossread.resolve.directory import Directory
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, compiled, fold
from crossread.resolve.people import titles
from crossread.resolve.speakers import is_namesake, named_party
from crossread.resolve.unexplained import role_ends
from crossread.resolve.wards import ward_of
from crossread.resolve.witnesses import bodies_beside, pointed_at, told_by

PARTICLES = "al|el|bin|ibn|bint|ben|ould|de|da|dos|del|di|la|van|von|der|den|ter|ul|ur"
"""Small words within a person's name."""
NAME = re.compile(
    rf"(?:(?:(?:[ae][a-z]{{1,2}}-)?{CAPITAL}[\w’'.-]*|{PARTICLES})\s){{0,5}}(?P<last>(?:[ae][a-z]{{1,2}}-)?{CAPITAL}[\w’'-]+)"
)
"""A person's name with the titles before it."""
UNHEARD = 0.5
"""Witnesses beside the name that nobody has heard: one alone counts less than several that agree."""
LEAD = 3
"""A body given to a person so many times as often as the next one is his."""
MOST = 2
"""The same, where a report tells none."""
WEIGHTS = {
    "beside": 2.5, "ward": 1.5, "pointed": 1.0, "told": 1.5, "home": -0.5, "office": -1.9,
    "name": 0.1, "title": 0.7, "near": 0.4, "far": -0.3, "words": 1.4, "itself": 0.0, "nobody": -2.2,
}  # fmt: skip
"""How far each kind of witness of a person's body can be trusted, those in the first line once for the person.

Fitted by a conditional logistic regression on 2,577 figures of persons in 127 marked training events.
"""


@dataclass(frozen=True, slots=True)
class Saying:
    """A person's claim, where it stands, what its body was taken from, the body right beside its speaker."""

    claim: Claim
    at: tuple[int, int]
    told: str
    pointed: str | None
    ward: str | None
    itself: bool


def one_body_each(
    directory: Directory, readings: Sequence[Reading], named: Sequence[Reading]
) -> tuple[Reading, ...]:
    """The named readings with the body of each person that most is said for; `readings` have what they point at."""
    texts = sorted({reading.report.text for reading in named})
    bodies: dict[tuple[int, int], str | None] = {}
    for sayings in sayings_of_persons(directory, readings, named, "\n".join(texts)):
        said, houses = witnesses(directory, sayings, texts)
        for saying in sayings:
            bodies[saying.at] = leading_body(saying, said, houses)
    return tuple(
        replace(
            reading,
            claims=tuple(
                replace(claim, source_party=bodies.get((i, j), claim.source_party))
                for j, claim in enumerate(reading.claims)
            ),
        )
        for i, reading in enumerate(named)
    )


def sayings_of_persons(
    directory: Directory, readings: Sequence[Reading], named: Sequence[Reading], whole: str
) -> list[list[Saying]]:
    """What each person says, in all reports; a surname that two persons bear counts with the first name alone."""
    persons = named_in_full(named, whole)
    found: dict[str, list[Saying]] = defaultdict(list)
    for i, (pointing, reading) in enumerate(zip(readings, named, strict=True)):
        for j, (before, claim) in enumerate(zip(pointing.claims, reading.claims, strict=True)):
            surname = surname_of(claim, whole, persons)
            if surname is not None and named_party(directory, claim.source or "") is None:
                found[surname].append(
                    Saying(
                        claim,
                        (i, j),
                        told_by(directory, before, reading.report),
                        pointed_at(directory, before, reading.report),
                        ward_of(directory, claim, reading),
                        itself=by_own_name(claim, persons),
                    )
                )
    return [one for surname in sorted(found) for one in namesakes(found[surname], surname)]


def namesakes(sayings: Sequence[Saying], surname: str) -> list[list[Saying]]:
    """What is said under one surname, by first name where several have one."""
    firsts: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        first = first_names(saying.claim.source or "", surname)
        firsts[next(iter(first), "")].append(saying)
    return [list(sayings)] if len(firsts.keys() - {""}) < 2 else list(firsts.values())


def witnesses(
    directory: Directory, sayings: Sequence[Saying], texts: Sequence[str]
) -> tuple[dict[str, dict[str, float]], dict[str, str]]:
    """How much each kind of witness says for each body of one person, and the house that a part of its name is of."""
    said: dict[str, dict[str, float]] = defaultdict(dict)
    full = {saying.claim.source or "" for saying in sayings}
    names = {one if is_namesake(directory, one) else one.split()[-1] for one in full}
    beside = sum((bodies_beside(directory, name, texts) for name in sorted(names)), Counter())
    pointed = Counter(saying.pointed for saying in sayings if saying.pointed is not None)
    told = Counter(
        saying.claim.source_party
        for saying in sayings
        if saying.claim.source_party is not None and not saying.itself
    )
    wards = Counter(saying.ward for saying in sayings if saying.ward is not None)
    houses = houses_of(beside + pointed + told + wards)
    for body, count in of_houses(beside, houses).items():
        said[body]["beside"] = count / (beside.total() + UNHEARD)
    for body, count in of_houses(pointed, houses).items():
        said[body]["pointed"] = math.log1p(count)
    for body, count in of_houses(wards, houses).items():
        said[body]["ward"] = count / (wards.total() + UNHEARD)
    for body, count in of_houses(told, houses).items():
        said[body]["told"] = count / (told.total() + 1)
        said[body]["office"] = float(is_office(body))
    if directory.home is not None and directory.home.name in said:
        said[directory.home.name]["home"] = 1.0
    return said, houses


def leading_body(
    saying: Saying, said: Mapping[str, Mapping[str, float]], houses: Mapping[str, str]
) -> str | None:
    """The body that most is said for where one figure is given, its own counted with what it was taken from."""
    own = saying.claim.source_party
    own = houses.get(own, own) if own else None
    weights: dict[str | None, float] = {None: WEIGHTS["nobody"]}
    for body, kinds in said.items():
        weights[body] = sum(WEIGHTS[kind] * much for kind, much in kinds.items())
    weights[own] = weights.get(own, 0.0) + WEIGHTS["itself" if saying.itself else saying.told]
    return max(weights, key=lambda body: (weights[body], body == own, body or ""))


def houses_of(counts: Counter[str]) -> dict[str, str]:
    """The house for each part of its name among the bodies given to one person, where it is named often enough."""
    found: dict[str, str] = {}
    for name, count in counts.items():
        longer = [one for one in counts if is_house_of(one, name) and LEAD * counts[one] > count]
        if longer:
            found[name] = max(longer, key=lambda one: (counts[one], one))
    return found


def of_houses(counts: Counter[str], houses: Mapping[str, str]) -> Counter[str]:
    """The counts with a part of a house's name counted for the whole ("San Rafael" for "San Rafael hospital")."""
    whole: Counter[str] = Counter()
    for name, count in sorted(counts.items()):
        whole[houses.get(name, name)] += count
    return whole


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
    before = [fold(word) for word in words.split()[:-1] if word not in PARTICLES.split("|")]
    return {one for one in before[-1:] if len(one) > 2 and not compiled(titles()).fullmatch(one)}


def leading(counts: Counter[str], lead: int) -> str | None:
    """The body given so many times as often as the next."""
    bodies = Counter({name: count for name, count in counts.items() if not is_office(name)})
    (body, most), *others = of_houses(bodies or counts, houses_of(bodies or counts)).most_common()
    return body if not others or most >= lead * others[0][1] else None


def is_office(name: str) -> bool:
    """Whether a body is but an office in small letters that tells of none ("prison director")."""
    return name.islower() and " " in name and fold(name.split()[-1]) in role_ends()


def is_house_of(house: str, name: str) -> bool:
    """Whether a house's name is another name with a body's noun before or behind it."""
    words, part = fold(house).split(), fold(name).split()
    at = next((i for i in range(len(words)) if words[i : i + len(part)] == part), None)
    if at is None or len(words) == len(part):
        return False
    rest = {*words[:at], *words[at + len(part) :]}
    return bool(rest & (heads("nouns") | heads("societies")))

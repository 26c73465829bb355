"""Words of a ministry or of its minister come in; the one name for both goes out, and whose they are elsewhere."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.resolve.concordance import concordance
from crossread.resolve.edges import MINISTRY_BEHIND
from crossread.resolve.names import CAPITAL, fold
from crossread.resolve.phrase import organ_kind

MINISTRY = re.compile(
    rf"(?:[Tt]he\s)?(?P<field>(?:[\w-]+\s){{1,3}})(?i:minister|ministry)(?:\s{CAPITAL}[\w’'-]+){{0,3}}"
    rf"|(?:[Tt]he\s)?(?i:minister|ministry)\s(?i:of|for)\s(?:[Tt]he\s|THE\s)?(?P<turned>(?:[\w-]+\s?){{1,4}})"
)
"""A ministry or its minister, with the field before or behind."""
NO_FIELDS = frozenset(
    {
        *(
            "prime",
            "chief",
            "first",
            "deputy",
            "vice",
            "cabinet",
            "state",
            "senior",
            "junior",
            "former",
        ),
        *(
            "the",
            "a",
            "an",
            "one",
            "another",
            "own",
            "its",
            "our",
            "your",
            "their",
            "his",
            "her",
            "my",
        ),
    }
)
"""What stands before "minister" and is no ministry's field."""


def ministry(words: str) -> str:
    """The ministry for the words of it or of its minister ("Minister of Mining", "Foreign Minister Tall")."""
    match = MINISTRY.fullmatch(words)
    field = fold((match["field"] or match["turned"]) if match else "")
    if not field or set(field.split()) & NO_FIELDS:
        return words
    kind = organ_kind([f"{field} ministry"]) or ""
    if kind.endswith("ministry") and field not in areas():
        return re.sub(r"(?i)\bminister\b.*", "Ministry", words)  # "the Norran Interior Minister"
    return kind if kind.endswith("ministry") else f"{field} ministry"


@cache
def areas() -> frozenset[str]:
    """The fields of ministries."""
    return frozenset(word for row in load("bodies")["portfolios"].values() for word in row)


def is_field(name: str, whole: str) -> bool:
    """Whether a word is a ministry's field that the texts name a ministry or a minister of ("Interior")."""
    return fold(name) in areas() and concordance(whole).has(name, behind=MINISTRY_BEHIND)


def with_known_ministries(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with a ministry that one report leaves without a state filed as the others file it."""
    told: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for claim in reading.claims:
            name = ministry(claim.source or "")
            if name.endswith(" ministry") and claim.source_party not in (None, name):
                told[name].add(claim.source_party or "")
    whose = {name: parties.pop() for name, parties in told.items() if len(parties) == 1}
    return [
        replace(reading, claims=tuple(filed(claim, whose) for claim in reading.claims))
        for reading in readings
    ]


def filed(claim: Claim, whose: dict[str, str]) -> Claim:
    """A claim of a ministry alone with the party that the ministry speaks for."""
    party = whose.get(claim.source_party or "")
    return claim if party is None else replace(claim, source_party=party)

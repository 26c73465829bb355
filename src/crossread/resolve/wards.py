"""A doctor's figure and the readings come in; the hospital that the text before it tells of goes out, or None.

"The teaching hospital took in 24. Surgeon Ada Brandt said …": she speaks for it where nothing else is told of her.
"""

import re
from functools import lru_cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.resolve.directory import Directory
from crossread.resolve.hits import hits, tokens_of
from crossread.resolve.names import compiled, fold

BACK = 400
"""Letters before a doctor's figure, in its paragraph, in which the hospital stands that is told of."""
MEDICAL = (
    r"(?:Drs?\b\.?|[Dd]octors?|[Ss]urgeon|[Pp]hysician|[Nn]urse|[Mm]atron|[Mm]edic|[Pp]aediatrician"
    r"|[Aa]naesthetist|[Mm]edical (?:director|superintendent|officer))"
)


def ward_of(directory: Directory, claim: Claim, reading: Reading) -> str | None:
    """The hospital named last before a doctor's figure, by whom another figure is told or as a known name."""
    name = (claim.source or "").split()
    text = reading.report.text
    if not name or not is_medical(name[-1], text):
        return None
    start = max(0, claim.figure.start - BACK, text.rfind("\n", 0, claim.figure.start) + 1)
    told = [
        (one.figure.start, one.source_party)
        for one in reading.claims
        if start <= one.figure.start < claim.figure.start
        and one.source_party is not None
        and one.source != claim.source
        and is_hospital(one.source_party)
    ]
    named = [
        hit.party.name
        for hit in hits(tokens_of(text[start : claim.figure.start]), directory.by_name)
    ]
    known = [name for name in named if is_hospital(name)]
    return max(told)[1] if told else known[-1] if known else None


def house_at(directory: Directory, town: str, words: str, text: str) -> str | None:
    """The hospital of a town, for a doctor who is told of with the town alone ("Hanso: 12 wounded, Dr Reis says")."""
    surname = next(reversed(words.split()), "")
    found = hospitals_of(town, text)
    known = {party.name for key in found if (party := directory.by_name.get(key)) is not None}
    if not surname or not found or len(known) > 1 or not is_medical(surname, text):
        return None
    return known.pop() if known else f"{town} hospital"


@lru_cache(maxsize=256)
def hospitals_of(town: str, text: str) -> frozenset[str]:
    """The folded names under which a text has a town's hospitals."""
    place = re.escape(town)
    kind = r"(?:[\w-]+\s){0,2}?(?i:hospital|clinic|infirmary)"
    forms = rf"\b(?:{place}[’']?s?\s{kind}\b|{kind}\s(?:in|of|at)\s{place}(?![\w-]))"
    return frozenset(fold(match[0]) for match in compiled(forms).finditer(text))


@lru_cache(maxsize=1024)
def is_medical(surname: str, text: str) -> bool:
    """Whether a text has a doctor's or a nurse's title before a name, or behind it between commas."""
    name = re.escape(surname)
    title = rf"\b{MEDICAL}\s(?:[A-ZÀ-Þ][\w’'.-]*\s){{0,3}}{name}\b|\b{name},\s(?:an?\s|the\s)?(?:[a-z]+\s)?{MEDICAL}\b"
    return compiled(title).search(text) is not None


def is_hospital(body: str) -> bool:
    """Whether a body's name is a hospital's."""
    return bool(
        set(fold(body).split()) & {*load("offices")["local"]["houses"]} - {"school", "university"}
    )

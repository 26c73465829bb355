"""Readings whose claims have their bodies come in; the bodies of the persons who speak in them go out, by name.

A body counts as a person's only where a text has it right beside the name, or says "its" of his office.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.model.party import Party
from crossread.resolve.directory import Directory
from crossread.resolve.houses import is_house
from crossread.resolve.names import CAPITAL, fold
from crossread.resolve.same_speaker import (
    MOST,
    claims_of,
    first_names,
    leading,
    named_in_full,
    surname_of,
)
from crossread.resolve.witnesses import is_one_phrase, places_of

NEAR = 60
"""Letters between a body's name and the person's within which the one is said of the other; no stop lies between."""
_PERSON = re.compile(rf"(?:^|[\s,])(?P<name>(?:{CAPITAL}[\w’'.-]*\s){{0,4}}{CAPITAL}[\w’'-]+)$")
BACK = 240
"""Letters before "its director X" in which the body stands that "its" goes back to."""
_ITS_BEFORE = re.compile(r"(?i)\b(?:its|our|whose)\s(?:[\w’'.-]+,?\s){1,6}$")
_ITS_BEHIND = re.compile(r",\s(?:its|who\s(?:heads|leads|chairs|runs|speaks\sfor))\b")


def heard_persons(
    directory: Directory, readings: Sequence[Reading], texts: Sequence[str]
) -> dict[str, Party]:
    """The body of each person by folded name and surname, as the claims have it and a text says it of the name."""
    whole = "\n".join(sorted(texts))
    persons = named_in_full(readings, whole)
    told: dict[str, Counter[str]] = defaultdict(Counter)
    spelled: dict[str, set[str]] = defaultdict(set)
    firsts: dict[str, set[str]] = defaultdict(set)
    for claim, name in named_speakers(readings):
        surname = surname_of(replace(claim, source=name), whole, persons)
        if surname is None or claim.source_party is None:
            continue
        spelled[surname].add(name)
        firsts[surname] |= first_names(name, surname)
        told[surname][claim.source_party] += 1
    found: dict[str, Party] = {}
    for surname, counts in sorted(told.items()):
        last = {name.split()[-1] for name in spelled[surname]}
        beside = {
            body: count
            for body, count in counts.items()
            if not is_house(directory.claimed(body))
            and any(stands_beside(body, one, text) for one in sorted(last) for text in texts)
        }
        body = leading(Counter(beside), MOST) if beside and len(firsts[surname]) < 2 else None
        if body is not None:
            parts = [part for name in sorted(spelled[surname]) for part in ends_of(name)]
            found |= {fold(part): directory.claimed(body) for part in parts}
    return found


def named_speakers(readings: Sequence[Reading]) -> Iterator[tuple[Claim, str]]:
    """Each claim whose speaker's words end in a name, and that name."""
    for claim in claims_of(readings):
        match = _PERSON.search(claim.source or "")
        if match is not None:
            yield claim, match["name"]


def ends_of(name: str) -> list[str]:
    """A name and what is left of it as words are taken from its front."""
    words = name.split()
    return [" ".join(words[start:]) for start in range(len(words))]


def stands_beside(body: str, name: str, text: str) -> bool:
    """Whether a text says a body of a name: one right beside the other, or "its director" before the name."""
    near = False
    for at in places_of(name, text):
        end = at + len(name)
        before, behind = text[max(0, at - NEAR) : at], text[end : end + NEAR]
        if _ITS_BEHIND.match(behind) or _ITS_BEFORE.search(before):
            near |= body in text[max(0, at - BACK) : at]
        for one in {body, body[:1].upper() + body[1:]}:
            back = text.rfind(one, max(0, at - NEAR - len(one)), at)
            on = text.find(one, end, end + NEAR + len(one))
            near |= back >= 0 and is_one_phrase(text[back + len(one) : at])
            near |= on >= 0 and is_one_phrase(text[end:on])
    return near

"""A claim and its report come in; it goes out with its speaker's body as a name: whole, no heading, no person in it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.ledger import Reading
from crossread.resolve.bodies import prose
from crossread.resolve.holders import bodies, is_title, offices
from crossread.resolve.houses import PREPOSITIONS, heads
from crossread.resolve.names import CAPITAL, OF_A_DAY, compiled, fold
from crossread.resolve.portfolios import areas
from crossread.resolve.register import register
from crossread.resolve.unexplained import IN_COURT

PARTICLES = frozenset(
    {"al", "el", "abu", "bin", "ibn", "de", "del", "van", "von", "der", "da", "dos"}
)
"""Small words within a person's name."""
NO_TITLES = PREPOSITIONS | {"the", "and"}
OCCASIONS = frozenset(
    {
        "assembly",
        "parliament",
        "hearing",
        "inquiry",
        "debate",
        "session",
        "conference",
        "crisis",
        "disaster",
    }
)
"""What a heading in capitals is of, where it is no letterhead."""
LOOSE = re.compile(rf"(?:[Tt]he\s)?(?P<field>{CAPITAL}[a-z]+)(?:\s(?:side|service|house|people))?")
"""A ministry's field without its noun, or with a loose one."""
LONGEST_LETTERHEAD = 4
"""Words in capitals over a text that can be the name of who wrote it."""
WIDEST = 40
"""Letters before and behind a body's words in which the rest of a cut name stands."""


def with_whole_bodies(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with the bodies of their claims mended."""
    named = ministries_in("\n".join(sorted({reading.report.text for reading in readings})))
    return [
        replace(
            reading,
            claims=tuple(
                mended(with_ministry(claim, named), reading.report.text) for claim in reading.claims
            ),
        )
        for reading in readings
    ]


def with_ministry(claim: Claim, named: frozenset[str]) -> Claim:
    """The claim with the ministry for its field alone or with a loose noun ("Interior", "the Interior side")."""
    field = LOOSE.fullmatch(claim.source_party or "")
    if field is None or fold(field["field"]) not in named:
        return claim
    return replace(claim, source_party=f"{field['field']} ministry")


def ministries_in(text: str) -> frozenset[str]:
    """The fields of the ministries that the texts name with a minister or as ministries."""
    behind = re.findall(r"\b[Mm]inist(?:ry|er)\s(?:of|for)\s(?:the\s)?(\w+)", text)
    before = re.findall(r"\b(\w+)\s[Mm]inist(?:ry|er)\b", text)
    return frozenset(map(fold, (*behind, *before))) & areas() - IN_COURT


def mended(claim: Claim, text: str) -> Claim:
    """The claim with its speaker's body as a name, None where the words are but a heading or a person's name."""
    body = claim.source_party
    if not body:
        return claim
    if is_heading(body, claim.source or "", text):
        return replace(claim, source_party=None)
    body = without_holder(OF_A_DAY.sub("", body), claim.source or "")
    return replace(claim, source_party=body and uncut(body, claim.sentence, text))


def is_heading(body: str, source: str, text: str) -> bool:
    """Whether words in capitals stand only in lines set in capitals and are no letterhead of who speaks below."""
    if not body.isupper() or " " not in body or fold(body) in fold(source) or body not in text:
        return False
    occasions = OCCASIONS | frozenset(load("offices")["documents"]["nouns"])
    letterhead = len(body.split()) <= LONGEST_LETTERHEAD and not occasions & set(fold(body).split())
    return not letterhead and not any(body in line for line in prose(text))


def without_holder(body: str, source: str) -> str | None:
    """A body's words without the name of its person ("RNLI coxswain Dan Keel", whom the sentence quotes)."""
    words = body.split()
    last = next((i for i in range(len(words) - 1, -1, -1) if ends_before_name(words[i])), None)
    if last is None or fold(words[last]) in NO_TITLES or not is_name(words[last + 1 :], source):
        return body
    head = words[: last + 1]
    if re.search(r"[’']s$", head[-1]):
        return " ".join(head)[:-2]
    if {fold(word) for word in head} & offices():
        return body
    while head and (is_title(head[-1]) or (head[-1].islower() and fold(head[-1]) not in bodies())):
        head.pop()
    return " ".join(head) or None


def is_name(words: Sequence[str], source: str) -> bool:
    """Whether words are the name of the person whom the sentence quotes."""
    spelled = all(word[:1].isupper() or fold(word) in PARTICLES for word in words)
    quoted = bool(words) and fold(words[-1]) in fold(source).split()[-1:]
    return quoted and spelled and not set(map(fold, words)) & bodies()


def ends_before_name(word: str) -> bool:
    """Whether a word can stand right before a person's name and be no part of it."""
    small = word.islower() and fold(word) not in PARTICLES
    return small or is_title(word) or re.search(r"[’']s$", word) is not None


def uncut(body: str, sentence: str, text: str) -> str:
    """A name of one word with the rest of it that stands beside it wherever it stands ("Fire and Rescue Agency").

    Of several words only one that ends in its owners or lacks its "St." is cut ("Harbour Workers" of their union).
    """
    known = register().party_of.get(fold(body))
    cut = body.removesuffix(".")
    one = re.fullmatch(rf"{CAPITAL}[a-zß-ÿ-]+|{CAPITAL}+|[\w’' -]+\s[Nn]o", cut)
    owners = f"{cut}’ " in text.replace("'", "’") and cut[-1:] == "s"
    saint = f"St. {cut}" in text
    if not (one or owners or saint) or known:
        return body
    for place in (sentence, text):
        if cut not in place:
            continue
        found = {
            rest_of(place, match.start(), match.end())
            for match in re.finditer(rf"(?<![\w’']){re.escape(cut)}(?!\w)", place)
        }
        if found:
            return (found.pop() or body) if len(found) == 1 else body
    return body


def rest_of(text: str, start: int, end: int) -> str | None:
    """The longer name that has the words at an offset as its part, None where it has none."""
    before, behind = text[max(0, start - WIDEST) : start], text[end : end + WIDEST]
    name = text[start:end]
    joined = compiled(rf"(?<![\w-])({CAPITAL}+-|St\.\s)$").search(before)
    if joined is not None:
        return joined[1] + name
    short = name == "St" or fold(name).endswith(" no")
    number = re.match(r"\.\s(?:\d+|[A-Z][\w’'-]+(?:[’']s)?)", behind) if short else None
    if number is not None:
        return name + number[0]
    noun = None if name.isupper() else rest().match(behind)
    return name + noun[0] if noun is not None else None


@cache
def rest() -> re.Pattern[str]:
    """What goes on behind a name's first word: "and Rescue Agency", "’ association", "school"."""
    every = "|".join(sorted(map(re.escape, bodies()), key=lambda one: (-len(one), one)))
    own = "|".join(
        sorted(map(re.escape, bodies() - heads("organs")), key=lambda one: (-len(one), one))
    )
    joined = rf"\s(?:and|&)\s(?:{CAPITAL}[\w’'-]+\s){{0,2}}(?i:{every})(?![\w-])"
    return re.compile(rf"{joined}|[’']?\s(?:{CAPITAL}[\w’'-]+\s)?(?i:{own})(?![\w-])")

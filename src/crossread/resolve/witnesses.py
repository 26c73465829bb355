"""A person's name, his figures and the texts come in; what bears witness of his body goes out, each kind by itself.

A witness is a known body in one phrase with the name, the body that a figure's sentence points at, or the body told.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.report import Report
from crossread.resolve.beside import fitting_body, is_membership, is_place
from crossread.resolve.directory import Directory
from crossread.resolve.hits import Hit, hits, tokens_of
from crossread.resolve.holders import bodies, titles
from crossread.resolve.names import fold
from crossread.resolve.organs import speaks_as
from crossread.resolve.people import HONORIFICS
from crossread.resolve.phrase import organ_kind
from crossread.resolve.speakers import officer_party, person_party, speaker_party
from crossread.resolve.unexplained import is_no_body, is_titled_in, stands_alone, tidied

BESIDE = 70
"""Letters between a known body's name and a person's within which the one can be said of the other."""
NEAR = 20
"""Letters between a figure's speaker and the body that its sentence points at, up to which the two are one phrase."""
PORTFOLIOS = frozenset({"minister", "secretary", "commissioner"})
"""Whose field stands before their title and is no body ("Interior Minister")."""
_STOP = re.compile(
    r"[.!?:;“”\"][”\"]?\s|[\n|“”\"]"
    r"|\b(?:that|where|when|told|tells|said|says|asked|had|has|have|was|were|is|are|and|with|but|than|beside|near)\b"
)
"""What ends a phrase in which a body can be said of a name."""


def bodies_beside(directory: Directory, name: str, texts: Iterable[str]) -> Counter[str]:
    """How often each known body, no state and no media, stands in one phrase with a person's name."""
    found: Counter[str] = Counter()
    for text in texts:
        for at in places_of(name, text):
            end = at + len(name)
            phrases = (
                _STOP.split(titled().sub("", text[max(0, at - BESIDE) : at]))[-1],
                _STOP.split(titled().sub("", text[end : end + BESIDE]))[0],
            )
            for words in map(tokens_of, phrases):
                for hit in hits(words, directory.by_name):
                    if is_telling(hit, words):
                        said = " ".join(words[hit.first : hit.last])
                        if is_membership(said, name, text):
                            continue
                        found[speaks_as(directory, hit.party, said)] += 1
    return found


def is_telling(hit: Hit, words: list[str]) -> bool:
    """Whether a name tells of a body: no state's, media's or place's, no part of a longer one ("X hospital")."""
    party = hit.party
    if party.kind in ("state", "agency") or party.name == "media":
        return False
    if is_place(party) and party.within is None:
        return False
    behind = next(iter(words[hit.last : hit.last + 1]), "")
    if organ_kind([behind]) is not None:
        return False  # "the military prosecutor"
    if fold(behind) in titles():
        return fold(behind) not in PORTFOLIOS
    return not behind[:1].isupper() and fold(behind) not in bodies()


def pointed_at(directory: Directory, claim: Claim, report: Report) -> str | None:
    """The name of the body that a figure's sentence points at right beside its speaker, where it can be his."""
    body = fitting_body(directory, claim, claim.source, report)
    if body is None or not is_near(claim, report.text) or is_of_an_organ(body, claim.sentence):
        return None
    party = speaker_party(directory, body, report, sentence=claim.sentence)
    if party is not None:
        return speaks_as(directory, party, claim.source or "", body)
    kept = tidied(body) if stands_alone(claim) else None
    if kept is None or is_no_body(kept) or is_titled_in(kept, report.text):
        return None
    return kept


def is_of_an_organ(body: str, sentence: str) -> bool:
    """Whether an organ's word stands behind the body's in the sentence, so that it is another ("military" court)."""
    behind = tokens_of(sentence.partition(body)[2])[:1]
    return bool(behind) and organ_kind(behind) is not None


def is_near(claim: Claim, text: str) -> bool:
    """Whether the words for a figure's body stand right beside those for its speaker; his own words are none."""
    body, at = claim.source_party or "", claim.source_at
    if at is None or body in (claim.source or "") or (claim.source or "") in body:
        return False
    around = text[max(0, at[0] - NEAR - len(body)) : at[1] + NEAR + len(body)]
    return body in around


def told_by(directory: Directory, claim: Claim, report: Report) -> str:
    """What the body of one figure's speaker was taken from: his name, his title, words near or far, his own words.

    A body that is given without saying where the speaker stands was told by hand, and counts as his own words.
    """
    words, body = claim.source or "", claim.source_party
    if claim.source_at is None:
        return "words"
    if person_party(directory, words) is not None:
        return "name"
    if officer_party(directory, words) is not None:
        return "title"
    if not body:
        return "words"
    return "near" if is_near(claim, report.text) or body in words or words in body else "far"


def places_of(name: str, text: str) -> Iterator[int]:
    """Where a name stands in a text as a word."""
    at = text.find(name)
    while at >= 0:
        if (
            not text[at - 1 : at].isalnum()
            and not text[at + len(name) : at + len(name) + 1].isalnum()
        ):
            yield at
        at = text.find(name, at + 1)


def is_one_phrase(between: str) -> bool:
    """Whether no sentence ends in the words between two names."""
    return _STOP.search(titled().sub("", between)) is None


@cache
def titled() -> re.Pattern[str]:
    """Short titles with the dot that ends no sentence."""
    words = sorted({*HONORIFICS, *load("offices")["short_titles"]})
    return re.compile(rf"\b(?:{'|'.join(words)})\.")

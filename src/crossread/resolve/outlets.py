"""The reports come in; the names under which their outlets stand in the texts go out, and words for unnamed media.

An outlet's name is shortened by its edition ("Bay Daily Live"), its legal form and what it is for; it signs by letters.
"""

import re
from collections.abc import Iterator, Sequence

from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.directory import Directory
from crossread.resolve.names import ACRONYM, initials
from crossread.resolve.organs import stands, voice

EDITION = re.compile(r"\s(?:Live|Online|English|Edition|International|Newspaper|NEWSPAPER)$")
LEGAL = re.compile(r",?\s(?:e\.?\s?V|Ltd|Inc|GmbH|S\.?A|LLC|plc|NGO)\.?$")
PURPOSE = re.compile(r"\s(?:for|of)\s.*$")
SIGNED = re.compile(rf"\((?P<letters>{ACRONYM})\)\W*$")
"""Letters in brackets at a text's very end: the outlet's."""
OF_SOMEBODY = frozenset(
    {
        "state", "official", "government", "social", "opposition", "party", "mass", "the", "a", "an", "and", "to", "in",
        "of", "by", "from", "on", "as", "that", "which", "their", "its", "his", "her", "our", "with", "for", "while",
    }
)  # fmt: skip
"""Before "media": media of one side, or no adjective."""
MEDIA = re.compile(
    r"\b(?P<adjective>[a-z]+)\s(?:media|newspapers|broadcasters|news agencies)\b"
    r"(?!\s(?:office|release|team|centre|center|conference|statement|officer))"
    r"|\b(?:broadcasters|newspapers)(?:\sabroad)?\b|\bnews agencies\b"
)


def outlet_names(directory: Directory, reports: Sequence[Report], whole: str) -> dict[str, Party]:
    """Each name of the reports' outlets that stands in the texts, with the outlet's party."""
    found: dict[str, Party] = {}
    for report in reports:
        if report.outlet is None:
            continue
        shorter = {name for name in shortened(report.outlet) if stands(name, whole)}
        known = [directory.party(name) for name in sorted(shorter)]
        opening = directory.party(report.outlet.split()[0])
        own = next(filter(None, known), None) or named_after(opening) or Party(report.outlet)
        signed = SIGNED.search(report.text)
        forms = list(shortened(report.outlet))
        if signed and any(same_letters(signed["letters"], form) for form in forms):
            shorter.add(signed["letters"])
        for name in sorted(shorter):
            if directory.party(name) is None:
                found[name] = voice(directory, own)
    return found


def named_after(party: Party | None) -> Party | None:
    """The body whose name opens its paper's ("EMERGENCY Surgical Centre"), unless it is a state."""
    return party if party is not None and party.kind != "state" and party.name.isupper() else None


def shortened(outlet: str) -> Iterator[str]:
    """An outlet's name, and what is left of it without edition, legal form and purpose."""
    yield outlet
    yield initials(outlet)
    bare = LEGAL.sub("", EDITION.sub("", outlet))
    yield bare
    if " " in (short := PURPOSE.sub("", bare)):
        yield short


def same_letters(letters: str, outlet: str) -> bool:
    """Whether letters in brackets can be an outlet's: they begin with its initials or have them at the ends."""
    own = initials(outlet)
    return (
        len(own) > 1
        and letters[0] == own[0]
        and (letters.startswith(own) or letters[-1] == own[-1])
    )


def unnamed_media(text: str) -> Iterator[str]:
    """The words for media that are nobody's in particular ("foreign newspapers")."""
    for match in MEDIA.finditer(text):
        adjective = match["adjective"]
        if adjective is None or adjective not in OF_SOMEBODY:
            yield " ".join(match[0].split())

"""Named readings come in; a speaker's body whose name is a shorter form of one other speaking body's goes out as that.

"Velt Crest" beside "Velt Crest Coal Company", "regional hospital" beside "Losto regional hospital": one voice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from crossread.model.ledger import Reading
from crossread.resolve.directory import Directory
from crossread.resolve.houses import heads
from crossread.resolve.names import fold

FEWEST_WORDS = 2
"""Words of a name that tell enough to be another's short form; "police" is everybody's."""


def with_whole_names(directory: Directory, readings: Sequence[Reading]) -> list[Reading]:
    """The readings with each short form of one speaking body's name written whole."""
    names = {
        claim.source_party
        for reading in readings
        for claim in reading.claims
        if claim.source_party is not None
    }
    whole = {name: longer for name in names if (longer := whole_name(directory, name, names))}
    return [
        replace(
            reading,
            claims=tuple(
                replace(claim, source_party=whole.get(claim.source_party or "", claim.source_party))
                for claim in reading.claims
            ),
        )
        for reading in readings
    ]


def whole_name(directory: Directory, name: str, names: Iterable[str]) -> str | None:
    """The one speaking body's name that begins or ends with a name which no register has; None of several."""
    words = fold(name).split()
    party = directory.party(name)
    known = party is not None and (party.name != name or party.kind != "other")
    if known or not tells_enough(name, words):
        return None
    longer = {
        other for other in names if other[:1].isupper() and is_part(words, fold(other).split())
    }
    return longer.pop() if len(longer) == 1 else None


def tells_enough(name: str, words: Sequence[str]) -> bool:
    """Whether a name says more than a kind: several words, or a body's noun with a capital; and no letters alone."""
    plain = heads("organs") | heads("local") | heads("sovereign")
    named = name[:1].isupper() and bool(set(words) & (heads("nouns") | heads("name_nouns")))
    several = named or len(words) >= FEWEST_WORDS
    return several and not set(words) <= plain and not name.isupper()


def is_part(words: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether a longer name begins or ends with these words."""
    at_ends = (longer[: len(words)], longer[-len(words) :])
    return len(words) < len(longer) and list(words) in at_ends

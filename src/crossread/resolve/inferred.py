"""What names and phrases stand for comes in; further phrases go out that stand for a party where no other is called so.

Persons and their bodies, words alike, descriptions beside a name, papers and people of what is known, media, levels.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crossread.model.ledger import Reading
from crossread.model.party import Party
from crossread.resolve.alike import alike, members
from crossread.resolve.around import bare_papers, kinds, states
from crossread.resolve.directory import Directory
from crossread.resolve.edges import NOT_JOINED_BEHIND, UNOWNED
from crossread.resolve.frames import Frame, framed
from crossread.resolve.heard import heard_persons
from crossread.resolve.hospitals import families, hospitals
from crossread.resolve.houses import heads
from crossread.resolve.levels import levels_in
from crossread.resolve.names import fold, unwrapped
from crossread.resolve.outlets import unnamed_media
from crossread.resolve.people import persons_in
from crossread.resolve.speakers import outlet_party

Held = Mapping[str, Mapping[str, Party]]
"""The parties, by name, that each folded phrase stands for."""
LONGEST_ACRONYM = 5
"""Letters of the longest name in capitals that is never written otherwise."""


def inferred(
    directory: Directory, readings: Sequence[Reading], held: Held
) -> Iterator[tuple[str, Party]]:
    """Each such phrase with its party; what several steps give to several parties is for the caller to leave out."""
    texts = {reading.report.id: unwrapped(reading.report.text) for reading in readings}
    whole = "\n".join(texts[key] for key in sorted(texts))
    owned = {key: next(iter(owners.values())) for key, owners in held.items() if len(owners) == 1}
    names = {
        name: owned[fold(name)]
        for party in {one.name: one for one in owned.values()}.values()
        for name in (party.name, *directory.spellings.get(party.name, ()))
        if party.kind != "state" and fold(name) in owned and name[:1].isupper()
    }
    yield from alike(held, whole)
    yield from members(held, names, whole)
    yield from beside(names, whole)
    yield from bare_papers(owned, whole)
    yield from hospitals(owned, whole)
    yield from families(owned)
    yield from levels_in(directory, held, whole)
    media = directory.called("media")
    for words in unnamed_media(whole):
        yield words, media
    persons = heard_persons(directory, readings, list(texts.values()))
    for reading in readings:
        yield from persons_in(directory, texts[reading.report.id], persons)
        for words in heads("first_person"):
            party = outlet_party(directory, reading.report)
            if (
                party is not None
                and " " in words
                and re.search(rf"\b(?i:{words})\b", texts[reading.report.id])
            ):
                yield words, party


@cache
def beside_frames() -> tuple[Frame, Frame, Frame]:
    """What a body is called behind its name, a state's body before it, and an adjective behind the article."""
    plain = rf"(?:[a-z-]+\s){{0,2}}(?:{kinds()})(?:\s(?:of|for)\s[a-z]+)?"
    behind = rf",\san?\s{plain}(?=[,.]|\s(?:that|which|based|said|says|run|in)\b)"
    kind = rf"(?<![\w’'])(?:{kinds()})(?:\s(?:of|for)\s[a-z]+)?\s\Z"
    return (
        Frame(UNOWNED, re.compile(behind), near=0),
        Frame(re.compile(rf"\b(?:{states()})\s{plain}\s\Z"), NOT_JOINED_BEHIND, re.compile(kind)),
        Frame(re.compile(r"\b[Tt]he\s[a-z]+\s\Z"), NOT_JOINED_BEHIND),
    )


def beside(names: Mapping[str, Party], text: str) -> Iterator[tuple[str, Party]]:
    """What a text calls a body right beside its name, and the name with an adjective before it."""
    longest = sorted(names, key=lambda one: (-len(one), one))
    called, national, known = beside_frames()
    found = [
        (one.name, re.sub(r"^,\san?\s", "", one.behind)) for one in framed(longest, called, text)
    ]
    found += [(one.name, one.before) for one in framed(longest, national, text)]
    found += [(one.name, one.words[len("the ") :]) for one in framed(longest, known, text)]
    for name, said in found:
        words = said.split()
        if len(words) > 1:
            yield " ".join(words), names[name]
    for shouted in sorted(names):
        if shouted.isupper() and shouted.isalpha() and len(shouted) > LONGEST_ACRONYM:
            said = rf"(?<![\w’'-])(?:(?:{states()})\s)?(?:{kinds()})\s{shouted.title()}(?![\w-])"
            for match in re.finditer(said, text):
                yield " ".join(match[0].split()), names[shouted]

"""A parsed report with its claims and refused numbers comes in; what the network decides about goes out.

Words and their places, every number that may be a claim, and what the rules say of each.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed
from crossread.model.source import SetAside
from crossread.model.statement import Statement

KINDS = ("title", "byline", "stamp", "heading", "body", "item", "row", "notice", "boilerplate")
"""The block kinds in the order of their ids, from 1; the ids are part of the trained weights."""

OPEN_REFUSALS = (
    "thing",
    "single",
    "again",
    "speaker",
    "unclear",
    "standing",
    "forecast",
    "hypothetical",
)
"""Refusals that rest on reading the sentence; ages, dates, money and the like are beyond doubt and not asked again."""

Places = tuple[int, ...]

GROUNDS = 4
"""How many words a number hangs on: its head, that word's head, the counted noun, the condition's word."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number: the offsets of its digits or number words, its word's index, and the rules' answers.

    `refusal` is the refusal's name, "" for a claim. The tuples are word indexes of the mentions that the rules chose:
    of the speaker, of the speaker's body, of the counted people's side. `grounds` are the words that the number hangs
    on: its head in the tree, that word's head, the noun that the rules found counted, the word that gave the condition.
    """

    core: tuple[int, int]
    word: int
    refusal: str = ""
    condition: str = ""
    population: str = ""
    source: Places = ()
    source_party: Places = ()
    party: Places = ()
    spoken: bool = False
    grounds: Places = ()
    rule: str = ""
    source_rule: str = ""


@dataclass(frozen=True, slots=True)
class Candidates:
    """A report as the network is given it: words with offsets, sentences as word ranges, numbers.

    `kinds` has each word's block kind (index into `KINDS` plus 1), `blocks` each sentence's block; `speakers` the
    words of everybody who says something in the report.
    """

    words: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]
    kinds: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    blocks: tuple[int, ...]
    speakers: frozenset[int]
    numbers: tuple[Number, ...]


def candidates(
    parsed: Parsed,
    claims: Sequence[Claim],
    refused: Sequence[SetAside],
    statements: Sequence[Statement] = (),
) -> Candidates:
    """What the network needs of a report."""
    words, offsets, kinds, sentences, blocks = _words(parsed)
    place_of = {start: place for place, (start, _) in enumerate(offsets)}
    index = Index(tuple(offsets))
    numbers = sorted(
        (*_claimed(parsed, claims, index), *_refused(parsed, refused, index)), key=lambda n: n.core
    )
    speakers = [c.source_at for c in claims] + [s.speaker_at for s in statements]
    heard = {place for at in speakers if at is not None for place in index.within(at)}
    assert len(place_of) == len(offsets)
    return Candidates(
        tuple(words), tuple(offsets), tuple(kinds), tuple(sentences), tuple(blocks), frozenset(heard),
        tuple(numbers),
    )  # fmt: skip


class Index:
    """The words of a report by their offsets."""

    def __init__(self, offsets: tuple[tuple[int, int], ...]) -> None:
        self._offsets = offsets

    def within(self, at: tuple[int, int]) -> Places:
        """The words that overlap a stretch of text."""
        from bisect import bisect_left

        first = bisect_left(self._offsets, (at[0], at[0]))
        if first and self._offsets[first - 1][1] > at[0]:
            first -= 1
        found = []
        for place in range(first, len(self._offsets)):
            if self._offsets[place][0] >= at[1]:
                break
            found.append(place)
        return tuple(found)


def _words(
    parsed: Parsed,
) -> tuple[list[str], list[tuple[int, int]], list[int], list[tuple[int, int]], list[int]]:
    words: list[str] = []
    offsets: list[tuple[int, int]] = []
    kinds: list[int] = []
    sentences: list[tuple[int, int]] = []
    blocks: list[int] = []
    for sentence in parsed.sentences:
        first = len(words)
        given = parsed.report.blocks
        kind = KINDS.index(given[sentence.block].kind) + 1 if given else KINDS.index("body") + 1
        for token in parsed.span(sentence):
            if not token.is_space:
                words.append(token.text)
                offsets.append((token.idx, token.idx + len(token.text)))
                kinds.append(kind)
        if len(words) > first:
            sentences.append((first, len(words)))
            blocks.append(sentence.block)
    return words, offsets, kinds, sentences, blocks


def _claimed(parsed: Parsed, claims: Iterable[Claim], index: Index) -> Iterator[Number]:
    seen: set[tuple[int, int]] = set()
    for claim in claims:
        core, figure = claim.figure.quantity.core, claim.figure
        places = index.within(core)
        if core in seen or not places:
            continue
        seen.add(core)
        at = claim.source_at
        yield Number(
            core,
            places[-1],
            condition=figure.condition,
            population=figure.population,
            source=index.within(at) if at else (),
            source_party=_named(parsed, claim.source_party, at, index),
            party=_named(parsed, figure.party, figure.party_at, index),
            spoken=claim.source is not None,
            grounds=_grounds(parsed, core, figure, index),
            rule=figure.rule,
            source_rule=claim.source_rule,
        )


def _named(parsed: Parsed, name: str | None, near: tuple[int, int] | None, index: Index) -> Places:
    if name is None:
        return ()
    text = parsed.report.text
    start = text.find(name, max(0, near[0] - 200)) if near else text.find(name)
    if start < 0:
        start = text.find(name)
    return index.within((start, start + len(name))) if start >= 0 else ()


def _grounds(parsed: Parsed, core: tuple[int, int], figure: Figure | None, index: Index) -> Places:
    """The four words that the number hangs on, the number's own word for each that is not there."""
    span = parsed.doc.char_span(*core, alignment_mode="expand")
    own = index.within(core)[-1]
    if span is None:
        return (own,) * GROUNDS
    head = span.root.head
    offsets = [head.idx, head.head.idx]
    if figure is not None:
        noun = (
            parsed.report.text.rfind(figure.noun.split()[-1], figure.start, figure.end)
            if figure.noun.strip()
            else -1
        )
        offsets += [noun if noun >= 0 else core[1] - 1, figure.anchor]
    places = [index.within((offset, offset + 1)) for offset in offsets]
    found = [place[-1] if place else own for place in places]
    return (*found, *(own,) * (GROUNDS - len(found)))


def _refused(parsed: Parsed, refused: Iterable[SetAside], index: Index) -> Iterator[Number]:
    for aside in refused:
        if aside.code in OPEN_REFUSALS and aside.start is not None and aside.end is not None:
            places = index.within((aside.start, aside.end))
            if places:
                at = (aside.start, aside.end)
                grounds = _grounds(parsed, at, None, index)
                yield Number(at, places[-1], refusal=aside.code, grounds=grounds)

"""A parsed report with its claims and refused numbers comes in; what the network decides about goes out.

Words and their places, every number that may be a claim, and what the rules say of each.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.decide.sizes import size
from crossread.model.claim import Claim
from crossread.model.figure import Figure
from crossread.model.report import Block
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
    "cell",
)
"""Refusals that rest on reading the sentence; ages, dates, money and the like are beyond doubt and not asked again."""

Places = tuple[int, ...]

GROUNDS = 5
"""How many words a number hangs on: its head, that word's head, the counted noun, the condition's word, the heading."""


FEWEST = 10
"""The smallest number that is the same number again and no coincidence."""

UNSURE = frozenset(["taken up", "topic", "default", "list", "object of verb", "verb behind"])
"""Rules whose condition is no evidence for another figure of the same number."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number: the offsets of its digits or number words, its word's index, and the rules' answers.

    `refusal` is the refusal's name, "" for a claim. The tuples are word indexes of the mentions that the rules chose:
    of the speaker, of the speaker's body, of the counted people's side. `grounds` are the words that the number hangs
    on: its head in the tree, that word's head, the noun that the rules found counted, the word that gave the condition,
    the heading above; in a table the ends of its column's head and its row's label stand for the first four.
    `echo` is the condition in which the report's first other figure of this quantity stands, `size` the middle of the
    number's bounds (0 for words such as "dozens").
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
    echo: str = ""
    size: float = 0.0


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
        self.offsets = offsets

    def within(self, at: tuple[int, int]) -> Places:
        """The words that overlap a stretch of text."""
        first = bisect_left(self.offsets, (at[0], at[0]))
        if first and self.offsets[first - 1][1] > at[0]:
            first -= 1
        found = []
        for place in range(first, len(self.offsets)):
            if self.offsets[place][0] >= at[1]:
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
    given = list(claims)
    for claim in given:
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
            echo=_echo(claim, given),
            size=size(figure.quantity),
        )


def _echo(claim: Claim, claims: Iterable[Claim]) -> str:
    """The condition of the first other figure that gives the same number, 10 and more: smaller ones meet by chance."""
    own = claim.figure.quantity
    if own.low is None or own.low < FEWEST:
        return ""
    return next(
        (
            other.figure.condition
            for other in claims
            if other.figure.quantity.low == own.low
            and other.figure.quantity.core != own.core
            and other.figure.rule not in UNSURE
        ),
        "",
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
    """The words that the number hangs on, the number's own word for each that is not there."""
    own = index.within(core)[-1]
    block = _block(parsed, core)
    heading = _ends(parsed, _heading(parsed, block), index, own)[1]
    if block is not None and block.kind == "row" and block.cells:
        return (*_in_table(parsed, core, block, index), heading)
    span = parsed.doc.char_span(*core, alignment_mode="expand")
    if span is None:
        return (*(own,) * (GROUNDS - 1), heading)
    offsets = [span.root.head.idx, span.root.head.head.idx]
    if figure is not None:
        noun = figure.noun.split()[-1] if figure.noun.strip() else None
        at = parsed.report.text.rfind(noun, figure.start, figure.end) if noun else -1
        offsets += [at if at >= 0 else core[1] - 1, figure.anchor]
    places = [index.within((offset, offset + 1)) for offset in offsets]
    found = [place[-1] if place else own for place in places]
    return (*found, *(own,) * (GROUNDS - 1 - len(found)), heading)


def _block(parsed: Parsed, core: tuple[int, int]) -> Block | None:
    sentence, blocks = parsed.sentence_at(core[0]), parsed.report.blocks
    return blocks[sentence.block] if sentence is not None and blocks else None


def _heading(parsed: Parsed, block: Block | None) -> tuple[int, int] | None:
    if block is None or block.heading is None:
        return None
    above = parsed.report.blocks[block.heading]
    return above.start, above.end


def _in_table(parsed: Parsed, core: tuple[int, int], block: Block, index: Index) -> Places:
    """For a number in a table the first and the last word of its column's head, and its row's label twice."""
    own = index.within(core)[-1]
    column = next((n for n, (_, end) in enumerate(block.cells) if core[0] < end), 0)
    heads = parsed.report.blocks[block.header].cells if block.header is not None else ()
    first, last = _ends(parsed, heads[column] if column < len(heads) else None, index, own)
    return (first, last, *_ends(parsed, block.cells[0] if column else None, index, own))


def _ends(parsed: Parsed, at: tuple[int, int] | None, index: Index, own: int) -> tuple[int, int]:
    """The first and the last word with letters in a stretch of text, a number's own word where there is none."""
    if at is None:
        return own, own
    words = [
        place
        for place in index.within(at)
        if any(letter.isalpha() for letter in parsed.report.text[slice(*index.offsets[place])])
    ]
    return (words[0], words[-1]) if words else (own, own)


def _refused(parsed: Parsed, refused: Iterable[SetAside], index: Index) -> Iterator[Number]:
    """The refused numbers that the network sees, goods as the things or cells that they would else be."""
    for aside in refused:
        told = aside.figure.rule.removeprefix("refused: ") if aside.figure is not None else ""
        code = told if told in OPEN_REFUSALS else aside.code
        if code in OPEN_REFUSALS and aside.start is not None and aside.end is not None:
            places = index.within((aside.start, aside.end))
            if places:
                at = (aside.start, aside.end)
                grounds = _grounds(parsed, at, None, index)
                known = size(aside.figure.quantity) if aside.figure is not None else 0.0
                yield Number(at, places[-1], refusal=code, grounds=grounds, size=known)

"""Candidates come in; the arrays that the network reads go out, window by window. Training and run time share it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from crossread.decide.candidates import OPEN_REFUSALS, Candidates, Number
from crossread.decide.sizes import apart
from crossread.decide.windows import CORE, LONGEST, Window, windows
from crossread.encoder import Pieces, WordPieces

CONDITIONS = (
    "killed", "injured", "casualties", "missing", "detained", "captured", "surrendered", "escaped", "freed",
    "held_hostage", "displaced", "evacuated", "sheltered", "trapped", "rescued", "recovered", "deployed", "attacking",
    "holding_out", "hospitalised", "repatriated", "transferred", "affected", "present", "destroyed", "damaged",
)  # fmt: skip
POPULATIONS = (
    "people", "civilians", "children", "women", "combatants", "detainees", "hostages", "staff", "travellers",
    "students", "protesters", "migrants", "homes", "families",
)  # fmt: skip
REFUSALS = ("", *OPEN_REFUSALS)

FAR = np.array([-160, -96, -56, -32, -18, -10, -6, -3, -1, 0, 1, 2, 4, 8, 14, 24, 48])
"""Upper ends of the distance classes between a number and a word, in words; finer where mentions stand."""

APART = 3
"""Sentences between number and word that are told from each other, on either side."""

NEAR = (2 * APART + 1) * (len(FAR) + 1)
"""How many distance classes there are."""

SPEAKS, BODY, SIDE, REFUSED = (len(CONDITIONS) + n for n in (1, 2, 3, 4))
"""Roles of words as the rules see them, behind the conditions of numbers: speaker, speaker's body, side, no claim."""

ROLES = REFUSED + 1
"""How many roles there are, with that of a word that has none."""

RULES = 97
"""Classes that rules' names are hashed into, so that a renamed rule needs no new weights (Weinberger et al. 2009)."""

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Inputs:
    """One window.

    Per piece `ids`, `shapes`, `kinds`, `roles`; per word `starts` (its first piece) and `places` (its index in the
    report). Per number `indexes` (in the report), `numbers` (its word and its grounds in the window), `rules`
    (condition, population, refusal, spoken, hashed names of two rules, echo; zero for none). Per number and word
    `near` (distance class) and `marks` (1.0 on the rules' speaker, speaker's body, side, and on anybody who speaks).
    Per number and number `alike` (class of the ratio of their sizes).
    """

    ids: list[int]
    shapes: list[int]
    kinds: list[int]
    roles: list[int]
    starts: list[int]
    places: list[int]
    indexes: list[int]
    numbers: list[tuple[int, ...]]
    rules: list[tuple[int, ...]]
    near: Array
    marks: Array
    alike: Array


def inputs_of(found: Candidates, pieces: WordPieces, *, core: int = CORE) -> Iterator[Inputs]:
    """The windows of a report that hold numbers, ready for the network; `core` pieces are decided in each."""
    cut = pieces.encode([found.words[first:last] for first, last in found.sentences])
    lengths = [min(LONGEST, len(sentence.ids) - 2) for sentence in cut]
    holder = np.array(
        [s for s, (first, last) in enumerate(found.sentences) for _ in range(first, last)]
    )
    roles = roles_of(found)
    holding = {int(holder[number.word]) for number in found.numbers}
    for window in windows(lengths, [at in holding for at in range(len(lengths))], core=core):
        yield _inputs(found, _stretch(found, cut, window, roles), window, holder)


def roles_of(found: Candidates) -> dict[int, int]:
    """By word what the rules hold it to be: a number of a condition or of none, a speaker, a body, a side."""
    roles = dict.fromkeys(found.speakers, SPEAKS)
    for number in found.numbers:
        roles |= dict.fromkeys(number.party, SIDE) | dict.fromkeys(number.source, SPEAKS)
    for number in found.numbers:
        roles |= dict.fromkeys(number.source_party, BODY)
    for number in found.numbers:
        known = number.condition and not number.refusal
        roles[number.word] = CONDITIONS.index(number.condition) + 1 if known else REFUSED
    return roles


@dataclass(slots=True)
class _Stretch:
    """The pieces of a window as they are joined, blocks parted by the mark that ends a sentence."""

    ids: list[int]
    shapes: list[int]
    kinds: list[int]
    roles: list[int]
    starts: list[int]
    places: list[int]

    def mark(self, piece: int) -> None:
        self.ids.append(piece)
        self.shapes.append(0)
        self.kinds.append(0)
        self.roles.append(0)

    def add(
        self, sentence: Pieces, first: int, kinds: Sequence[int], roles: Mapping[int, int]
    ) -> None:
        ends = (*sentence.starts[2:], len(sentence.ids) - 1)
        for word, (start, end) in enumerate(zip(sentence.starts[1:], ends, strict=True), first):
            if end > LONGEST:
                break
            self.starts.append(len(self.ids))
            self.places.append(word)
            self.ids += sentence.ids[start:end]
            self.shapes += sentence.shapes[start:end]
            self.kinds += [kinds[word]] * (end - start)
            self.roles += [roles.get(word, 0)] * (end - start)


def _stretch(
    found: Candidates, cut: Sequence[Pieces], window: Window, roles: Mapping[int, int]
) -> _Stretch:
    begin, end = cut[0].ids[0], cut[0].ids[-1]
    joined = _Stretch([begin], [0], [0], [0], [], [])
    for at, sentence in enumerate(window.read):
        if at and found.blocks[sentence] != found.blocks[window.read[at - 1]]:
            joined.mark(end)
        joined.add(cut[sentence], found.sentences[sentence][0], found.kinds, roles)
    joined.mark(end)
    return joined


def _inputs(found: Candidates, joined: _Stretch, window: Window, holder: Array) -> Inputs:
    places = np.array(joined.places)
    row_of = {word: row for row, word in enumerate(joined.places)}
    low, high = found.sentences[window.first][0], found.sentences[window.last - 1][1]
    chosen = [
        index
        for index, number in enumerate(found.numbers)
        if low <= number.word < high and number.word in row_of
    ]
    numbers = [found.numbers[index] for index in chosen]
    speaking = [row_of[word] for word in found.speakers if word in row_of]
    return Inputs(
        joined.ids,
        joined.shapes,
        joined.kinds,
        joined.roles,
        joined.starts,
        joined.places,
        chosen,
        [_rows(number, row_of) for number in numbers],
        [_rules(number) for number in numbers],
        np.array([_near(number.word, places, holder) for number in numbers], dtype=np.int64),
        np.array([_marks(number, row_of, speaking) for number in numbers], dtype=np.float32),
        apart([number.size for number in numbers]),
    )


def _rows(number: Number, row_of: dict[int, int]) -> tuple[int, ...]:
    own = row_of[number.word]
    return (own, *(row_of.get(word, own) for word in number.grounds))


def _rules(number: Number) -> tuple[int, ...]:
    return (
        CONDITIONS.index(number.condition) + 1 if number.condition else 0,
        POPULATIONS.index(number.population) + 1 if number.population else 0,
        REFUSALS.index(number.refusal),
        1 + number.spoken if not number.refusal else 0,
        _hashed(number.rule),
        _hashed(number.source_rule),
        CONDITIONS.index(number.echo) + 1 if number.echo else 0,
    )


def _hashed(name: str) -> int:
    return 1 + crc32(name.encode()) % RULES if name else 0


def _near(number: int, places: Array, holder: Array) -> Array:
    step = np.searchsorted(FAR, places - number)
    apart = np.clip(holder[places] - holder[number], -APART, APART) + APART
    classes: Array = apart * (len(FAR) + 1) + step
    return classes


def _marks(number: Number, row_of: Mapping[int, int], speaking: list[int]) -> Array:
    marks = np.zeros((len(row_of), 4), dtype=np.float32)
    for column, mention in enumerate((number.source, number.source_party, number.party)):
        marks[[row_of[word] for word in mention if word in row_of], column] = 1.0
    marks[speaking, 3] = 1.0
    return marks

"""A report's candidates come in; stretches of it that the network reads at once go out.

Every stretch has a core, in which numbers are decided, and text around it, which is only read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

CORE, BEFORE, AFTER, TITLE, LONGEST = 336, 96, 32, 32, 480
"""Word pieces: decided at once, read before and behind, of the title, and all together (the encoder's limit is 512)."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentence indexes: those read, in text order, and the range of those decided."""

    read: tuple[int, ...]
    first: int
    last: int


def windows(lengths: Sequence[int], wanted: Sequence[bool], *, core: int = CORE) -> list[Window]:
    """Cut sentences of these lengths (in pieces) into windows; those without a wanted sentence are left out."""
    found: list[Window] = []
    first = 0
    while first < len(lengths):
        last, total = first + 1, lengths[first]
        while last < len(lengths) and total + lengths[last] <= core:
            total += lengths[last]
            last += 1
        if any(wanted[first:last]):
            found.append(_window(lengths, first, last))
        first = last
    return found


def _window(lengths: Sequence[int], first: int, last: int) -> Window:
    room = LONGEST - sum(min(n, LONGEST) for n in lengths[first:last])
    start, before = first, min(BEFORE, room)
    while start > 0 and lengths[start - 1] <= before:
        start -= 1
        before -= lengths[start]
        room -= lengths[start]
    end, after = last, min(AFTER, room)
    while end < len(lengths) and lengths[end] <= after:
        after -= lengths[end]
        room -= lengths[end]
        end += 1
    read = tuple(range(start, end))
    if start > 0 and lengths[0] <= min(TITLE, room):
        read = (0, *read)
    return Window(read, first, last)

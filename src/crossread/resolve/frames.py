"""Names, the words around one and a text come in; the stretches of the text that have a name so framed go out.

They are those that one pattern of words, all names and words would find, in its order; but a pattern of an event's
names must be compiled for every event, and a frame's two once.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from crossread.resolve.concordance import concordance
from crossread.resolve.edges import ANYWHERE

NEAR = 160
"""Letters before a name in which the words of a frame stand."""
TAIL = 80
"""Letters before a name in which the last of them stand."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a name: `before` ends in `\\Z` where the name begins, `behind` matches where it ends.

    `tail` is the end of `before` alone, to look at first; `near` is how far back `before` goes.
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    tail: re.Pattern[str] = ANYWHERE
    near: int = NEAR

    def begins(self, text: str, at: int, least: int) -> int | None:
        """Where the words before a name at an offset begin, not before `least`; None where they do not stand there."""
        if at < least or self.tail.search(text, max(0, at - TAIL), at) is None:
            return None
        found = self.before.search(text, max(least, at - self.near), at)
        return found.start() if found is not None else None


@dataclass(frozen=True, slots=True)
class Framed:
    """A name in a text with the words of its frame before and behind."""

    before: str
    name: str
    behind: str

    @property
    def words(self) -> str:
        """All of it, on one line."""
        return " ".join(f"{self.before}{self.name}{self.behind}".split())


def framed(names: Iterable[str], frame: Frame, text: str) -> Iterator[Framed]:
    """Each name so framed, none within another, the leftmost first; of names at one place the first of the list."""
    ends: dict[int, tuple[str, int]] = {}
    for name in names:
        for at in concordance(text).spots(name):
            behind = frame.behind.match(text, at + len(name)) if at not in ends else None
            if behind is not None:
                ends[at] = name, behind.end()
    waiting = [(start, -at) for at in ends if (start := frame.begins(text, at, 0)) is not None]
    heapify(waiting)
    done = 0
    while waiting:
        start, back = heappop(waiting)  # of two from one start the longer
        if start < done:
            later = frame.begins(text, -back, done)
            if later is not None:
                heappush(waiting, (later, back))
            continue
        name, end = ends[-back]
        yield Framed(text[start:-back], name, text[-back + len(name) : end])
        done = end

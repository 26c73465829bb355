"""A text comes in; where a name stands in it goes out, by the text's words and without reading the text again.

The texts of one event together are asked for every name that any of them has: each time through, the work would grow
with the square of the pile. A pattern of an event's names would have to be compiled for every event.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.resolve.edges import BOUND

NEAR = 60
"""Letters before a name in which the words that it goes on from stand."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Concordance:
    """A text with the offsets at which each of its words begins."""

    text: str
    begins: Mapping[str, Sequence[int]]

    def knows(self, name: str) -> bool:
        """Whether the text has the first word of a name at all."""
        first = _WORD.search(name)
        return first is not None and first[0] in self.begins

    def spots(self, name: str) -> Iterator[int]:
        """Where a name begins that is not cut from a longer first word."""
        first = _WORD.search(name)
        if first is None:
            return
        for begin in self.begins.get(first[0], ()):
            start = begin - first.start()
            if start >= 0 and self.text.startswith(name, start):
                yield start

    def after(
        self, name: str, behind: re.Pattern[str], *, ahead: re.Pattern[str] = BOUND
    ) -> Iterator[re.Match[str]]:
        """What `behind` matches where a name ends, wherever `ahead`, which looks back, matches where it begins."""
        for start in self.spots(name):
            if ahead.match(self.text, start):
                found = behind.match(self.text, start + len(name))
                if found is not None:
                    yield found

    def before(
        self, name: str, before: re.Pattern[str], *, behind: re.Pattern[str] = BOUND
    ) -> Iterator[re.Match[str]]:
        """What a pattern that ends in `\\Z` finds right before a name, wherever it stands."""
        for start in self.spots(name):
            if behind.match(self.text, start + len(name)):
                found = before.search(self.text, max(0, start - NEAR), start)
                if found is not None:
                    yield found

    def has(
        self, name: str, *, ahead: re.Pattern[str] = BOUND, behind: re.Pattern[str] = BOUND
    ) -> bool:
        """Whether a name stands anywhere between such edges."""
        return next(self.after(name, behind, ahead=ahead), None) is not None

    def follows(
        self, name: str, before: re.Pattern[str], *, behind: re.Pattern[str] = BOUND
    ) -> bool:
        """Whether a name stands anywhere right behind what a pattern that ends in `\\Z` finds."""
        return next(self.before(name, before, behind=behind), None) is not None


@lru_cache(maxsize=4)
def concordance(text: str) -> Concordance:
    """The concordance of a text; those of the last texts are kept, which many names are looked up in."""
    begins: dict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        begins[match[0]].append(match.start())
    return Concordance(text, dict(begins))

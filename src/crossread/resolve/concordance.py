"""A text comes in; where a name stands in it goes out, by the text's words and without reading the text again.

The texts of one event together are asked for every name that any of them has: each time through, the work would grow
with the square of the pile.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crossread.resolve.edges import ANYWHERE, BOUND

NEAR = 60
"""Letters before a name in which the word that it goes on from stands."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Concordance:
    """A text with the offsets at which each of its words begins."""

    text: str
    begins: Mapping[str, Sequence[int]]

    def spots(
        self, name: str, *, ahead: re.Pattern[str] = BOUND, behind: re.Pattern[str] = BOUND
    ) -> Iterator[int]:
        """Where a name of whole words stands: `ahead`, which looks back, matches at its start, `behind` at its end."""
        first = _WORD.search(name)
        if first is None:
            return
        for begin in self.begins.get(first[0], ()):
            start = begin - first.start()
            end = start + len(name)
            if (
                start >= 0
                and self.text.startswith(name, start)
                and ahead.match(self.text, start)
                and behind.match(self.text, end)
            ):
                yield start

    def has(
        self, name: str, *, ahead: re.Pattern[str] = BOUND, behind: re.Pattern[str] = BOUND
    ) -> bool:
        """Whether a name stands so anywhere."""
        return next(self.spots(name, ahead=ahead, behind=behind), None) is not None

    def follows(
        self, name: str, before: re.Pattern[str], *, behind: re.Pattern[str] = BOUND
    ) -> bool:
        """Whether a name stands anywhere right behind what a pattern that ends in `\\Z` finds."""
        return any(
            before.search(self.text, max(0, start - NEAR), start) is not None
            for start in self.spots(name, ahead=ANYWHERE, behind=behind)
        )


@lru_cache(maxsize=4)
def concordance(text: str) -> Concordance:
    """The concordance of a text; those of the last texts are kept, which many names are looked up in."""
    begins: dict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        begins[match[0]].append(match.start())
    return Concordance(text, dict(begins))

"""Takes a text's first lines.

Gives what a Markdown file's own header says ("title: …", "date: …" between two rulers), with its blocks.
"""

import re
from dataclasses import dataclass, field

from crossread.clean.govern import Piece
from crossread.clean.lines import Line
from crossread.model.report import BlockKind

MOST_LINES = 30
"""Lines within which a header must end to be one."""

ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}):\s+[\"']?(?P<value>.*?)[\"']?$")
TITLES = frozenset({"title", "headline"})
DATES = frozenset({"date", "published", "publish_date", "pubdate", "created"})
OUTLETS = frozenset({"source", "outlet", "publisher", "site", "sitename", "publication"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A header's title, outlet and dates; `cuts` are its blocks by line number."""

    title: str = ""
    outlet: str | None = None
    dates: tuple[str, ...] = ()
    cuts: dict[int, list[Piece]] = field(default_factory=dict)


def read_front_matter(lines: list[Line]) -> FrontMatter:
    """The header between the first line's ruler and the next one; an empty one where there is none."""
    rulers = [number for number, line in enumerate(lines[:MOST_LINES]) if line.text == "---"]
    if len(rulers) < 2 or rulers[0] != 0:
        return FrontMatter()
    cuts: dict[int, list[Piece]] = {0: [], rulers[1]: []}
    values: dict[str, str] = {}
    for number in range(1, rulers[1]):
        line = lines[number]
        match = ENTRY.match(line.text)
        key = match["key"].lower() if match else ""
        kind = _kind(key)
        start, end = match.span("value") if match and match["value"] else (0, len(line.text))
        cuts[number] = [Piece(number, line.start + start, line.start + end, kind)]
        values.setdefault(key, match["value"] if match else "")
    return FrontMatter(
        title=next((values[key] for key in values if key in TITLES), ""),
        outlet=next((values[key] for key in values if key in OUTLETS), None) or None,
        dates=tuple(values[key] for key in values if key in DATES and values[key]),
        cuts=cuts,
    )


def _kind(key: str) -> BlockKind:
    if key in TITLES:
        return "title"
    return "stamp" if key in DATES else "byline"

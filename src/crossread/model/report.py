"""A Report: one published text that never changes again, and the blocks that it is laid out in."""

from dataclasses import dataclass
from typing import Literal

from crossread.model.when import When

BlockKind = Literal[
    "title",  # the headline, also where it stands again at the top of the text
    "byline",  # "By our correspondent in …", outlet lines, section crumbs
    "stamp",  # a date or time line: "Published Sunday 13 April, 21:40", "15:20 UN: 15,000 uprooted"
    "heading",  # a heading inside the text ("PRISONS – provisional counts, see sources")
    "body",  # running prose
    "item",  # one bullet or numbered line of a list
    "row",  # one line of a table, `cells` filled
    "notice",  # reprint notice, agency credit, correction line, "Compiled from the reports of partners"
    "boilerplate",  # adverts, teasers, share lines, navigation: never searched for figures
]

PublishedBasis = Literal["stated", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report's text with one layout function; blocks do not overlap and stand in text order.

    `heading` is the index of the heading, stamp or list-introducing block that governs this one, if any. `cells`
    are the (start, end) offsets of a table row's cells; `header` is the index of the row that heads the table.
    """

    start: int
    end: int
    kind: BlockKind
    heading: int | None = None
    cells: tuple[tuple[int, int], ...] = ()
    header: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text.

    `text` is the text as given in the file (for HTML, the main text; `origin` then maps back to the page).
    `name` is what the user calls it (file name or path below the folder given); `id` a hash of the text.
    `agency` is the news agency that stands behind the text ("AP", "Antilles Wire") where a notice or credit says so.
    `dateline` is the place line's words ("PORT-AU-PRINCE, March 3 (Antilles Wire) -"), None where there is none.
    `stated` holds date strings that the file's own metadata gives (HTML), best first.
    """

    name: str
    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None
    republished: bool = False
    language: str = "en"
    stated: tuple[str, ...] = ()
    published: When | None = None
    published_basis: PublishedBasis = "unknown"
    published_why: str = ""
    origin: tuple[tuple[int, int], ...] = ()

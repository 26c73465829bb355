"""Takes a text's lines.

Gives its blocks: what each line is for (title, stamp, heading, body, item, row, notice, boilerplate).
"""

import re
from dataclasses import dataclass

from crossread.clean import layout, stamps
from crossread.clean.govern import Piece, govern
from crossread.clean.lines import Line, is_ruler
from crossread.clean.masthead import SPEAKER, Head, find_head
from crossread.clean.tables import Row, find_tables, key_lines
from crossread.model.report import Block, BlockKind

FEWEST_ENTRIES = 3
"""Lines that begin with a time of day for a text to be a live page or a chronology."""

LONGEST_HEADING = 12
"""Words of a heading inside the text."""

LONGEST_TEASER = 16
"""Words of one entry in a list of teasers."""

LONGEST_LABELLED_ADVERT = 30
"""Words of an advert right under its label."""

BULLET = re.compile(r"(?:[•·▪■◦●‣►➤*+✓-]+|[–—])\s+(?=\S)|[•▪■●►➤]")
NUMBERED = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)]|\d{1,2}(?:[.-]\d{1,2})+\.?)\s+(?=\S)"
)
TOP = re.compile(r"(?:\d{1,2}|[A-H])[.)]\s+(?=\S)")
SET_IN = 2
"""Blanks before a line from which it stands below the one above."""

PROSE_END = re.compile(r"[.…][\"”’')\]]*$|[.!?][\"”’')\]]* +[A-Z“\"][a-z]")
"""What a teaser does not have: a full stop at its end, or a second sentence."""

HASHES = re.compile(r"#{1,6}\s+\S")
CAPS_SHARE = 0.8
"""Share of capitals among the letters of a heading set in capitals, what stands in brackets left out."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text's lines with what holds for the whole: its head, its tables, whether it is a live page."""

    lines: list[Line]
    head: Head
    rows: dict[int, Row]
    live: bool
    spaced: bool


def lay_out(lines: list[Line]) -> tuple[tuple[Block, ...], Head]:
    """The blocks of a text in order, and its head."""
    rows = find_tables(lines)
    entries = [line for line in lines if _is_entry(line.text)]
    live = len(entries) >= FEWEST_ENTRIES and len(rows) < len(entries)
    rows = {} if live and all(_is_entry(lines[number].text) for number in rows) else rows
    spaced = sum(line.gap > 0 for line in lines) * 3 >= len(lines)
    known = frozenset(rows) | key_lines(lines)
    page = Page(lines, find_head(lines, rows=known, live=live), rows, live, spaced)
    pieces = [piece for number in range(len(lines)) for piece in _pieces(page, number)]
    return govern(_sweep(page, pieces), live=live), page.head


def _is_entry(line: str) -> bool:
    found = stamps.entry(line)
    return found is not None and not stamps.has_full_date(line)


def _pieces(page: Page, number: int) -> list[Piece]:
    """The blocks that one line is made of; most lines are one block."""
    line = page.lines[number]
    if number in page.head.cuts:
        return page.head.cuts[number]
    if is_ruler(line.text) or not any(map(str.isalnum, line.text)):
        return []
    kind = _set_apart(page, number)
    if kind is not None:
        dated = kind == "stamp" and not stamps.has_time(line.text)
        return [Piece(number, line.start, line.end, kind, dated=dated)]
    if number in page.rows:
        row = page.rows[number]
        return [Piece(number, line.start, line.end, "row", cells=row.cells, header=row.header)]
    if page.live and (found := stamps.entry(line.text)) is not None:
        return _entry(page, number, found)
    return [_prose(page, number)]


def _set_apart(page: Page, number: int) -> BlockKind | None:
    """The kind of a line that is no part of the report's own text, or None."""
    line = page.lines[number].text
    if layout.is_notice(line):
        return "notice"
    if layout.is_advert(line) or layout.is_advert_label(line) or layout.is_navigation(line):
        return "boilerplate"
    if layout.is_teaser_heading(line):
        return "boilerplate"
    if layout.is_menu_entry(line) and _in_menu(page, number):
        return "boilerplate"
    if not page.live and stamps.is_stamp(line):
        return "stamp"
    if page.live and stamps.is_stamp(line) and not _is_entry(line):
        return "stamp"
    return None


def _in_menu(page: Page, number: int) -> bool:
    """True where the line above or below is a word of a menu as well, with no empty line between."""
    around = [
        (page.lines[other], page.lines[max(number, other)].gap)
        for other in (number - 1, number + 1)
        if 0 <= other < len(page.lines)
    ]
    return any(gap == 0 and layout.is_menu_entry(line.text) for line, gap in around)


def _entry(page: Page, number: int, found: stamps.Entry) -> list[Piece]:
    """A live page's entry: its time with its headline, or its time and then its text."""
    line, after = page.lines[number], page.lines[number + 1 : number + 2]
    below = bool(after) and after[0].gap == 0 and not _is_entry(after[0].text)
    if stamps.is_entry_title(line.text[found.rest :], text_below=below):
        return [Piece(number, line.start, line.end, "stamp", dated=found.dated)]
    end, start = line.start + found.end, line.start + found.rest
    stamp = Piece(number, line.start, end, "stamp", dated=found.dated)
    return [stamp, Piece(number, start, line.end, "body")]


def _prose(page: Page, number: int) -> Piece:
    line = page.lines[number]
    piece = Piece(
        number, line.start, line.end, "body", level=_level(line), introduces=line.text.endswith(":")
    )
    if layout.is_byline(line.text) and len(line.text.split()) <= LONGEST_HEADING:
        return piece.of("byline")
    if is_heading(page, number):
        return piece.of("heading")
    if BULLET.match(line.text) or NUMBERED.match(line.text):
        return piece.of("item")
    return piece


def _level(line: Line) -> int:
    """1 for a line numbered "3.", -1 for one lettered "B.", 2 for one set in or numbered below, 0 for the rest."""
    if TOP.match(line.text) and line.indent < SET_IN:
        return 1 if line.text[0].isdigit() else -1
    return 2 if NUMBERED.match(line.text) or line.indent >= SET_IN else 0


def is_heading(page: Page, number: int) -> bool:
    """True for a short line over text: in capitals, numbered, marked with #, or without a full stop."""
    line = page.lines[number].text
    if HASHES.match(line):
        return True
    spoken = SPEAKER.match(line)
    if spoken and spoken["name"] in page.head.speakers:
        return False
    bare = NUMBERED.sub("", line, count=1)
    if (
        BULLET.match(line)
        or len(bare.split()) > LONGEST_HEADING
        or not _has_text_below(page, number)
    ):
        return False
    if _in_capitals(bare):
        return True
    if ":" in bare or re.search(r"[.!;,…][\"”’)]*$", bare):
        return False
    return _stands_over(page, number, bare=bare)


def _stands_over(page: Page, number: int, *, bare: str) -> bool:
    """True where a short line without a full stop is set apart from the text above and has longer text below."""
    line, below = page.lines[number], page.lines[number + 1]
    apart = line.gap > 0 or not page.spaced
    longer = (
        len(below.text) > 1.5 * len(line.text)
        or BULLET.match(below.text)
        or number + 1 in page.rows
    )
    quoted = bare.startswith(('"', "“", "'", "‘")) and bare.endswith(('"', "”", "'", "’"))
    return apart and bool(longer) and not quoted


def _has_text_below(page: Page, number: int) -> bool:
    return number + 1 < len(page.lines) and number + 1 not in page.head.cuts


def _in_capitals(line: str) -> bool:
    letters = [char for char in re.sub(r"\([^)]*\)", "", line) if char.isalpha()]
    return len(letters) >= 4 and sum(map(str.isupper, letters)) >= CAPS_SHARE * len(letters)


def _sweep(page: Page, pieces: list[Piece]) -> list[Piece]:
    """The pieces with the lists under teaser headings, the adverts under their labels and the tails taken out."""
    swept: list[Piece] = []
    listing = labelled = first = False
    for piece in pieces:
        line = page.lines[piece.line]
        text = line.text
        if piece.kind == "boilerplate":
            listing, labelled = layout.is_teaser_heading(text), layout.is_advert_label(text)
            first = True
        elif listing and _is_teaser(line, first=first) and piece.kind not in ("notice", "row"):
            piece, first = piece.of("boilerplate"), False
        elif (
            labelled
            and _is_labelled_advert(page, line)
            and piece.kind in ("body", "heading", "item")
        ):
            piece, labelled = piece.of("boilerplate"), False
        else:
            listing = labelled = False
        swept.extend(_cut_tail(piece, line))
    return swept


def _is_teaser(line: Line, *, first: bool) -> bool:
    near = line.gap == 0 or (first and line.gap == 1)
    text = NUMBERED.sub("", line.text, count=1)
    return near and len(text.split()) <= LONGEST_TEASER and PROSE_END.search(text) is None


def _is_labelled_advert(page: Page, line: Line) -> bool:
    short = len(line.text.split()) <= LONGEST_LABELLED_ADVERT
    return page.spaced and line.gap == 0 and short and layout.sells(line.text)


def _cut_tail(piece: Piece, line: Line) -> list[Piece]:
    """A paragraph and the teaser at its end, as two blocks."""
    if piece.kind not in ("body", "item"):
        return [piece]
    at = layout.tail(line.text)
    if at is None or line.start + at <= piece.start:
        return [piece]
    end = line.start + len(line.text[:at].rstrip(" (["))
    rest = Piece(piece.line, line.start + at, piece.end, "boilerplate")
    return [piece.until(end), rest]

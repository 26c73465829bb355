"""Takes a Source.

Gives its Report, or sets it aside: decoded, told to be English, laid out, its masthead and notices read.
"""

import hashlib
from pathlib import PurePosixPath

from crossread.clean import layout
from crossread.clean.blocks import lay_out
from crossread.clean.decode import decode
from crossread.clean.language import is_english
from crossread.clean.lines import cut
from crossread.clean.masthead import Head
from crossread.clean.names import agency_in, agency_of, credit_in, first_on, taken_from
from crossread.errors import SkipReport
from crossread.model.report import Block, Report
from crossread.model.source import SetAside, Source

PAGES = frozenset({".html", ".htm", ".xhtml"})
PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body", "<?xml")
"""How a page begins that came without a name."""


LONGEST_TEXT = 2_000_000
"""Characters of the longest text laid out: a book of 700 pages has half of it, and it takes some 10 s."""


def clean(source: Source) -> Report | SetAside:
    """The report in a source, or why there is none."""
    try:
        return _clean(source)
    except SkipReport as err:
        return SetAside(source.name, err.code, f"{source.name}: {err}")


def _clean(source: Source) -> Report:
    text = decode(source.content)
    if _is_page(source.name, text):
        from crossread.clean.page import clean_page

        return clean_page(source.name, text)
    return build(source.name, text)


def _is_page(name: str, text: str) -> bool:
    ending = PurePosixPath(name.lower().removesuffix(".gz")).suffix
    return ending in PAGES or text[:200].lstrip().lower().startswith(PAGE_STARTS)


def build(name: str, text: str) -> Report:
    """The report of a plain text; raises SkipReport where it is too long or not English."""
    if len(text) > LONGEST_TEXT:
        raise SkipReport("large", f"is longer than {LONGEST_TEXT // 1_000_000} million characters")
    if not is_english(text):
        raise SkipReport("language", "is not in English")
    blocks, head = lay_out(cut(text))
    notices = [text[block.start : block.end] for block in blocks if block.kind == "notice"]
    masthead = _masthead(text, blocks)
    outlet, agency = _voices(head, notices, masthead)
    return Report(
        name=name,
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        blocks=blocks,
        title=head.title,
        outlet=outlet,
        agency=agency,
        dateline=head.dateline,
        stated=head.dates,
        republished=any(map(layout.is_reprint, notices))
        or any(map(layout.is_translated, masthead)),
    )


def _masthead(text: str, blocks: tuple[Block, ...]) -> list[str]:
    """The byline and date lines, which may name outlet and agency."""
    return [text[block.start : block.end] for block in blocks if block.kind in ("byline", "stamp")]


def _voices(head: Head, notices: list[str], masthead: list[str]) -> tuple[str | None, str | None]:
    """The outlet, and the agency that stands behind it."""
    first = next((name for notice in notices if (name := first_on(notice))), None)
    credits = [*notices, *(line for line in masthead if layout.length(line) <= 12)]
    agency = (agency_of(head.wire) or head.wire) if head.wire else None
    agency = agency or next((name for line in notices if (name := agency_in(line))), None)
    agency = agency or next((name for line in credits if (name := credit_in(line))), None)
    origin = next((name for notice in notices if (name := taken_from(notice))), None)
    return first or head.outlet or origin, agency

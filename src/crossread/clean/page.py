"""Takes a decoded HTML page.

Gives its Report: the main text without menus and scripts, laid out in blocks, and a map back to the page.
"""

import html
import logging
import re
from bisect import bisect_left
from dataclasses import replace
from typing import Any

from crossread.clean.report import build
from crossread.errors import SkipReport
from crossread.model.report import Report

LARGEST_PAGE = 3_000_000
"""Characters of the largest page taken apart: news pages have 0.05 to 1 million."""

DEEPEST = 250
"""Open elements at once, from which a page is no document but an attack: libxml2 itself stops at 256."""

MOST_TAGS = 40_000
"""Tags of one page: a day's live page has 20,000, and 40,000 take some 10 s."""

TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>")
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "td", "th", "tr", "option", "tbody", "thead", "tfoot", "colgroup", "rp", "rt",
})  # fmt: skip
"""Elements that never nest, or that may stay open by the rules of HTML."""

RAW = re.compile(
    r"<(script|style|template|noscript|svg)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL
)
COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
ENTITY = re.compile(r"&#?\w{1,10};")
WORD = re.compile(r"[^\W_]+")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PUBLISHED = (
    re.compile(
        r"<meta[^>]{0,200}?(?:property|name|itemprop)=[\"'](?:article:published_time|datePublished|pubdate|dc\.date"
        r"(?:\.issued)?|date)[\"'][^>]{0,200}?content=[\"']([^\"']{8,40})[\"']",
        re.IGNORECASE,
    ),
    re.compile(r"[\"']datePublished[\"']\s*:\s*[\"']([^\"']{8,40})[\"']"),
    re.compile(r"<time[^>]{0,200}?datetime=[\"']([^\"']{8,40})[\"']", re.IGNORECASE),
)
"""Where a page states when it was published, in the order in which this is believed."""

ANCHOR_WORDS = 6
"""Words of a block looked for in the page to map it back."""

MOST_CANDIDATES = 400
"""Places in the page at which a block's first word is tried: a repetitive page must not take for ever."""


def clean_page(name: str, page: str) -> Report:
    """The report on a page; raises SkipReport where the page is too large, too deep, or has no text."""
    _check_bounds(page)
    document = _extract(page)
    text = _render(document)
    if not text.strip():
        raise SkipReport("empty", "has no text that could be told from its menus")
    report = build(name, text)
    title = str(document.title or "").strip() or report.title
    return replace(
        report,
        title=report.title or title,
        outlet=str(document.sitename or "").strip() or report.outlet,
        stated=_stated(document, page),
        origin=_origin(report, page),
    )


def _check_bounds(page: str) -> None:
    if len(page) > LARGEST_PAGE:
        raise SkipReport(
            "large", f"is a page of more than {LARGEST_PAGE // 1_000_000} million characters"
        )
    depth = 0
    for tags, match in enumerate(TAG.finditer(page)):
        if match[2].lower() not in VOID and not match[3]:
            depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > DEEPEST or tags > MOST_TAGS:
            raise SkipReport("deep", "is a page nested or tagged beyond what a document needs")


def _extract(page: str) -> Any:
    """trafilatura's reading of a page: a document with a body of paragraphs, lists and tables."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    for recall in (False, True):
        document = bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            favor_recall=recall,
            with_metadata=True,
            deduplicate=False,
        )
        if isinstance(document, Document) and document.body is not None:
            return document
    raise SkipReport("empty", "has no text that could be told from its menus")


def _render(document: Any) -> str:
    """The body as text: a line for each heading, paragraph, list entry and table row."""
    parts: list[str] = []
    for element in document.body:
        if element.tag == "list":
            lines = ["- " + _words(entry) for entry in element.iter("item")]
        elif element.tag == "table":
            lines = [" | ".join(map(_words, row.iter("cell"))) for row in element.iter("row")]
        else:
            lines = [_words(element)]
        kept = [line for line in lines if line.strip(" |-")]
        parts.extend(["\n".join(kept)] if kept else [])
    return "\n\n".join(parts) + "\n"


def _words(element: Any) -> str:
    """An element's text in one line."""
    for breaks in element.iter("lb"):
        breaks.tail = "\n" + (breaks.tail or "")
    return " ".join("".join(element.itertext()).split())


def _stated(document: Any, page: str) -> tuple[str, ...]:
    """The dates that the page's metadata gives for its publication, best first."""
    found = [match[1] for pattern in PUBLISHED for match in pattern.finditer(page)]
    dates = [*found, *([str(document.date)] if document.date else [])]
    return tuple(dict.fromkeys(html.unescape(date) for date in dates if DAY.match(date)))


def _origin(report: Report, page: str) -> tuple[tuple[int, int], ...]:
    """For each block whose first words stand in the page: its offset, and theirs in the page."""
    bare = page
    for pattern in (COMMENT, RAW, TAG, ENTITY):
        bare = pattern.sub(lambda match: " " * len(match[0]), bare)
    words = [(match[0], match.start()) for match in WORD.finditer(bare)]
    places: dict[str, list[int]] = {}
    for index, (word, _) in enumerate(words):
        places.setdefault(word, []).append(index)
    origin: list[tuple[int, int]] = []
    cursor = 0
    for block in report.blocks:
        anchor = WORD.findall(report.text[block.start : block.end])[:ANCHOR_WORDS]
        at = _find(anchor, words, places, start=cursor)
        if at is not None:
            cursor = at
            offset = WORD.search(report.text, block.start)
            origin.append((offset.start() if offset else block.start, words[at][1]))
    return tuple(origin)


def _find(
    anchor: list[str], words: list[tuple[str, int]], places: dict[str, list[int]], *, start: int
) -> int | None:
    """Where the words of `anchor` stand one after the other, looked for from `start` on, then from the top."""
    if not anchor:
        return None
    candidates = places.get(anchor[0], [])
    split = bisect_left(candidates, start)
    near = candidates[split : split + MOST_CANDIDATES]
    for index in [*near, *candidates[: min(split, MOST_CANDIDATES)]]:
        if [word for word, _ in words[index : index + len(anchor)]] == anchor:
            return index
    return None

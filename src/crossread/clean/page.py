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

CODE = re.compile(
    r"<(script|style|template|svg)\b(?![^>]{0,300}ld\+json).*?(?:</\1\s*>|$)",
    re.IGNORECASE | re.DOTALL,
)
"""What no reader sees; the descriptions in JSON are kept, because they give the date."""

CLOCK = re.compile(r"<time\b[^>]{0,300}>\s*(\d{1,2}[:.]\d\d[^<]{0,20}?)\s*</time>", re.IGNORECASE)
CLOCK_AND_HEADING = re.compile(
    CLOCK.pattern
    + r"\s*(?:</?(?:a|div|span|header|p)\b[^>]{0,300}>\s*){0,4}<h[2-5]\b[^>]{0,300}>([^<]{1,200})</h[2-5]>",
    re.IGNORECASE,
)
"""An entry's time and headline, kept together: a short headline alone would be dropped as well."""

ARTICLE = re.compile(r"</?article\b[^>]{0,500}>", re.IGNORECASE)
FEWEST_ENTRIES = 3
"""Clock times on a page that make it a live page."""

SHORTEST_TITLE = 4
"""Words of a headline; what is shorter may be the site's name."""

LONGEST_CELL = 40
"""Words of a table's cell; where one is longer, the table only lays out the page."""

RAW = re.compile(
    r"<(script|style|template|noscript|svg)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL
)
COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
ENTITY = re.compile(r"&#?\w{1,10};")
WORD = re.compile(r"[^\W_]+")
TIME = re.compile(r"\d{1,2}[:.]\d\d.{0,20}")
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
    plain = COMMENT.sub(" ", CODE.sub(" ", page))
    _check_bounds(plain)
    document = _extract(_with_entry_times(plain))
    text = _render(document)
    if not text.strip():
        raise SkipReport("empty", "has no text that could be told from its menus")
    title = " ".join(str(document.title or "").split())
    report = build(name, _with_title(text, title))
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


def _with_entry_times(page: str) -> str:
    """A live page with its entries' times as paragraphs, which the extraction would drop as furniture."""
    if len(CLOCK.findall(page)) < FEWEST_ENTRIES:
        return page
    headed = CLOCK_AND_HEADING.sub(r"<p>\1 \2</p>", page)
    return ARTICLE.sub(" ", CLOCK.sub(r"<p>\1</p>", headed))


def _with_title(text: str, title: str) -> str:
    """The text under its headline, where the extraction left that out."""
    known = title.lower() in " ".join(text.lower().split())
    return text if known or len(title.split()) < SHORTEST_TITLE else f"{title}\n\n{text}"


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
        lines = [line for line in _lines(element) if line.strip(" |-")]
        if element.tag == "head" and parts and TIME.fullmatch(parts[-1]):
            parts[-1] += " " + " ".join(lines)
        elif lines:
            parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _lines(element: Any) -> list[str]:
    """The lines of one element of the body."""
    if element.tag == "list":
        return ["- " + _words(entry) for entry in element.iter("item")]
    if element.tag != "table":
        return [_words(element)]
    cells = list(element.iter("cell"))
    if any(len(_words(cell).split()) > LONGEST_CELL for cell in cells):
        return [line for cell in cells for text in cell.itertext() if (line := _flat(text))]
    return [" | ".join(map(_words, row.iter("cell"))) for row in element.iter("row")]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _words(element: Any) -> str:
    """An element's text in one line; what a break or paragraph parts stays apart."""
    for inner in element.iter("lb", "p"):
        if inner is not element:
            inner.tail = " " + (inner.tail or "")
            inner.text = " " + (inner.text or "")
    return _flat("".join(element.itertext()))


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

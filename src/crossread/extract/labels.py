"""Takes one line of a list; gives the figures that its label, not a sentence, puts in a condition: "Killed: 178"."""

import re
from dataclasses import replace

from crossread.extract.headings import (
    Heading,
    condition_of,
    figure_under,
    read,
    read_caption,
    words_of,
)
from crossread.extract.parallel import parallel, under_each
from crossread.extract.quantity import find_quantities, refusal
from crossread.extract.words import nouns
from crossread.model.figure import Figure, Quantity
from crossread.model.report import Block
from crossread.model.sentence import Parsed

LABEL = re.compile(
    r"[\s•*·▪◦‣–—-]*(?:\d{1,2}[.)]\s+)?(?P<label>[^\W\d][^:|.!?;]{1,58}?)(?:\s?:\s+|\s+[–—-]\s+|\s*\.{3,}\s*|\s*…+\s*)(?=\S)"
)
NUMBERED = re.compile(r"^\W*\d{1,2}[.)]\s+")
SEGMENTS = re.compile(r"\s*[|/•·;]\s*|\s{2,}|,\s")
"""What parts the pairs of a line of labels and numbers."""
PAIR_WORDS = 4
"""Words of such a label; more make a sentence."""
LABEL_WORDS = 8
"""Labels are short; what stands before a colon and is longer is a sentence."""
TOTAL = re.compile(
    r"[\s•*·▪◦‣–—-]*(?:\d{1,2}[.)]\s+)?(?P<label>[^\W\d][^:|.!?;()\n]{1,58}?)\s\((?P<number>\d[\d,]*)\)\s*:?\s*$",
    re.MULTILINE,
)
"""A line that is a label and, in brackets, the count of those whom it names."""
INNER = re.compile(r"[;,|/]\s*(?P<label>[^\W\d][\w\s/-]{1,40}?)\s?(?::|\s[–—-])\s*\Z")
"""A second label in the line: "Hospitals: six damaged; clinics: more than 20"."""
PART = re.compile(
    r"\b(?:of whom|of which|of them|of these|of those|including|among them|incl\.?)\s+\Z",
    re.IGNORECASE,
)
PART_BEHIND = re.compile(r"\s+of (?:whom|which|them|these|those)\b", re.IGNORECASE)
GOES_ON = re.compile(
    r"(?:,|;|/|\(|\band|\bup from|\bdown from|\bof whom|\bof which|\bof them|\bincluding|\([^()]{0,40}:)\s*\Z",
    re.IGNORECASE,
)
"""What may stand between two numbers of one label."""
BARE = re.compile(
    r"\s*(?:[,;.(|)\]–—-]|$|\n)|\s+(?:as of|so far|by|on|in total|up from|down from|according|at|since"
    r"|to date|of whom|of which|of them|including|and)\b"
)
"""What may follow a number that has no noun or condition of its own."""
SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z\"“])|\n|(?<=[a-z]{4})(?<!pprox)\.(?=\s+\d)")
SHARE = re.compile(r"\s(?P<who>[^\W\d_]+(?:\s[^\W\d_]+)?)(?=[,;)])")
"""One kind of those counted, in the brackets behind the count: "134 activated (99 army, 35 air)"."""
OWN_WORDS = 3
"""Words behind a number that are asked for its own condition: "six badly damaged"."""
HOME_CONDITIONS = frozenset({"destroyed", "damaged", "affected"})


def caption_of(parsed: Parsed, block: Block) -> str:
    """The heading, or the line that introduces a list or a table, that governs a block."""
    if block.heading is None:
        return ""
    heading = parsed.report.blocks[block.heading]
    return parsed.report.text[heading.start : heading.end]


def title_of(parsed: Parsed) -> str:
    """The report's title, empty where it has none."""
    titles = (block for block in parsed.report.blocks if block.kind == "title")
    return next((parsed.report.text[block.start : block.end] for block in titles), "")


def labelled(parsed: Parsed, block: Block) -> list[Figure]:
    """Figures of "Killed: 178", "Hospitals: six damaged; clinics: more than 20", up to the first sentence's end."""
    text = parsed.report.text
    match = LABEL.match(text, block.start, block.end)
    if match is None or len(words_of(match["label"])) > LABEL_WORDS:
        return _pairs(parsed, block)
    stop = SENTENCE_END.search(text, match.end(), block.end)
    end = block.end if stop is None else stop.start()
    side_by_side = parallel(text, match["label"], match.end(), end)
    if side_by_side:
        context = caption_of(parsed, block)
        return under_each(parsed, side_by_side, context=context, rule="labelled_line")
    heading = read(match["label"])
    if heading.kind != "count":
        heading = _named_row(parsed, block) or heading
    if heading.kind != "count":
        return _pairs(parsed, block)
    if heading.condition is None:
        over = read_caption(
            NUMBERED.sub("", caption_of(parsed, block) or _line_above(parsed, block))
        )
        heading = replace(heading, condition=over.condition)
    context = f"{caption_of(parsed, block)} {match['label']}"
    found: list[Figure] = []
    for quantity in find_quantities(text, match.end(), end):
        between = text[found[-1].quantity.end if found else match.end() : quantity.start]
        heading = _inner(between, heading)
        inside = bool(found) and text.count("(", match.end(), quantity.start) > text.count(
            ")", match.end(), quantity.start
        )
        under = _heading_of(text, quantity, heading, end) or (
            _share_of(text, quantity, heading) if inside else None
        )
        if under is None or not _holds(between, first=not found):
            continue
        figure = figure_under(parsed, quantity, under, context=context, rule="labelled_line")
        if figure is not None:
            heading = replace(heading, condition=under.condition)
            found.append(_measured(text, figure, found, between))
    return found


def _bracketed(parsed: Parsed, block: Block) -> Figure | None:
    """The figure of a line that is a label of people in a condition, and a number: "DEAD BY DISTRICT (27)"."""
    text = parsed.report.text
    match = TOTAL.match(text, block.start, block.end)
    heading = read_caption(match["label"]) if match is not None else None
    if match is None or heading is None or heading.kind != "count" or heading.condition is None:
        return None
    quantities = find_quantities(text, match.start("number"), match.end("number"))
    if len(quantities) != 1 or quantities[0].low in (None, 0):
        return None
    context = match["label"]
    return figure_under(parsed, quantities[0], heading, context=context, rule="labelled_line")


def _named_row(parsed: Parsed, block: Block) -> Heading | None:
    """The reading of an item that names a place or a side, by what the line above its list counts."""
    above = caption_of(parsed, block) or _line_above(parsed, block)
    over = read_caption(above) if block.kind == "item" and above else None
    return over if over is not None and over.condition is not None else None


def _line_above(parsed: Parsed, block: Block) -> str:
    """The label of the line right above a list: "Killed, all sides: 171" over "- civilians: 22"."""
    blocks, text = parsed.report.blocks, parsed.report.text
    if block.kind != "item":
        return ""
    for above in reversed(blocks[: blocks.index(block)]):
        if above.kind == "item":
            continue
        match = LABEL.match(text, above.start, above.end)
        return match["label"] if match is not None else ""
    return ""


def _pairs(parsed: Parsed, block: Block) -> list[Figure]:
    """Figures of a line that holds nothing but labels and numbers: "KILLED 12 | WOUNDED 40", "DEAD BY AGE (27)"."""
    text, found = parsed.report.text, list[Figure]()
    if (whole := _bracketed(parsed, block)) is not None:
        return [whole]
    at = block.start
    segments = SEGMENTS.split(text[block.start : block.end])
    if len(segments) < 2:
        return []
    for segment in segments:
        at = text.index(segment, at)
        quantities = find_quantities(text, at, at + len(segment))
        at += len(segment)
        if len(quantities) != 1:
            return []
        quantity = quantities[0]
        words = text[at - len(segment) : quantity.start] + " " + text[quantity.end : at]
        label = read(words) if refusal(text, quantity) is None else None
        if label is None or label.condition is None or len(words_of(words)) > PAIR_WORDS:
            return []
        figure = figure_under(parsed, quantity, label, context=words, rule="labelled_line")
        if figure is not None and quantity.low != 0:
            found.append(figure)
    return found


def _measured(text: str, figure: Figure, before: list[Figure], between: str) -> Figure:
    """The figure as a part of the label's first one ("of whom 17", "4 of them"), or as coming on top."""
    parts = (
        PART.search(between)
        or PART_BEHIND.match(text, figure.end)
        or SHARE.match(text, figure.quantity.end)
    )
    if before and parts is not None:
        return replace(figure, measure="part", part_of=before[0].quantity.core)
    return replace(figure, measure="increment") if figure.quantity.increment else figure


def _inner(between: str, heading: Heading) -> Heading:
    """The reading of a further label in the line; without a condition of its own it keeps the one before."""
    match = INNER.search(between)
    inner = read(match["label"]) if match is not None else heading
    if inner.kind != "count":
        return heading
    return replace(inner, condition=inner.condition or heading.condition)


def _heading_of(text: str, quantity: Quantity, heading: Heading, end: int) -> Heading | None:
    """The label's reading for a number, its own words first; None where the number is no count under the label."""
    if refusal(text, quantity) not in (None, "thing") or quantity.low == 0:
        return None
    behind = re.match(r"[^,;.(|)\n\d]*", text[quantity.end : end])
    words = words_of(behind[0])[:OWN_WORDS] if behind is not None else []
    own = condition_of(words) if words else None
    named = nouns().get(words[0]) if words else None
    if named is not None and named.kind == "thing":
        return None  # "Family tracing: 63 calls received"
    bare = BARE.match(text, quantity.end) is not None
    if not bare and (own is None or heading.population is None):
        return None
    if own is not None and heading.population == "homes" and own not in HOME_CONDITIONS:
        return None
    return replace(heading, condition=own or heading.condition)


def _share_of(text: str, quantity: Quantity, heading: Heading) -> Heading | None:
    """The label's reading for one kind of those that it counts."""
    match = SHARE.match(text, quantity.end)
    if match is None or refusal(text, quantity) is not None or quantity.low == 0:
        return None
    who = read(match["who"])
    if who.kind not in ("count", "open", "party"):
        return None
    return replace(heading, population=who.population or heading.population)


def _holds(between: str, *, first: bool) -> bool:
    """Whether the label still holds for a number, by what stands between it and the one before."""
    if first:
        return not between.strip()
    return INNER.search(between) is not None or GOES_ON.search(between) is not None

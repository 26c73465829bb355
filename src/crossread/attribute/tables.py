"""Tables and lists: a figure in a row comes in; the source that its column or the table's note gives goes out."""

import re

from crossread.attribute import bodies, wording
from crossread.attribute.findings import Range
from crossread.attribute.speakers import Mention
from crossread.model.figure import Figure
from crossread.model.report import Block
from crossread.model.sentence import Parsed

SOURCE_HEAD = re.compile(
    r"\b(?:sources?|according to|reported by|as reported|who counts|by whom)\b", re.IGNORECASE
)
NOTE = re.compile(r"^\W*(?:data )?sources?\s*[:–-]\s*(?P<body>[^.;\n]{2,80})", re.IGNORECASE)


def table_source(parsed: Parsed, figure: Figure) -> Mention | None:
    """The speaker that a table gives for a figure in one of its rows."""
    at = (
        getattr(figure, "source_at", None)
        or column_source(parsed, figure)
        or note_source(parsed, figure)
    )
    return mention(parsed, at, figure) if at is not None else None


def block_of(parsed: Parsed, figure: Figure) -> tuple[int, Block] | None:
    """The block that holds a figure, with its index."""
    index = parsed.sentences[figure.sentence].block
    blocks = parsed.report.blocks
    return (index, blocks[index]) if 0 <= index < len(blocks) else None


def column_source(parsed: Parsed, figure: Figure) -> Range | None:
    """The cell of the figure's row that stands under "Source"."""
    found = block_of(parsed, figure)
    if found is None or not found[1].cells or found[1].header is None:
        return None
    row, header = found[1], parsed.report.blocks[found[1].header]
    text = parsed.report.text
    for cell, head in zip(row.cells, header.cells, strict=False):
        if SOURCE_HEAD.search(text[head[0] : head[1]]) and any(
            c.isalpha() for c in text[cell[0] : cell[1]]
        ):
            return cell
    return None


def note_source(parsed: Parsed, figure: Figure) -> Range | None:
    """The body in a "Source: …" line directly under the figure's table or list."""
    found = block_of(parsed, figure)
    if found is None or found[1].kind not in ("row", "item"):
        return None
    text, blocks = parsed.report.text, parsed.report.blocks
    for block in blocks[found[0] + 1 :]:
        if (match := NOTE.match(text[block.start : block.end])) is not None:
            return block.start + match.start("body"), block.start + match.end("body")
        if block.kind not in ("row", "item"):
            return None
    return None


def mention(parsed: Parsed, at: Range, figure: Figure) -> Mention | None:
    """The words of a source cell as a speaker, days and brackets left aside."""
    span = parsed.doc.char_span(*at, alignment_mode="expand")
    if span is None or not len(span):
        return None
    tokens = [token for token in span if not token.is_space]
    core = wording.segments(tokens)
    if not core:
        return None
    described = bodies.described(core[0])
    words = wording.text_of(core[0])
    return Mention(words, at, figure.sentence, described.party or words, "body", described.role)

"""Tables and lists: a figure in a row comes in; the source that its column, a note or the caption gives goes out."""

import re

from crossread.attribute import bodies, columns, wording
from crossread.attribute.findings import Range
from crossread.attribute.labels import INSIDERS
from crossread.attribute.speakers import Mention
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.report import Block
from crossread.model.sentence import Parsed

SOURCE_HEAD = re.compile(
    r"\b(?:sources?|according to|reported by|as reported|who counts|by whom)\b", re.IGNORECASE
)
NOTE = re.compile(r"^\W*(?:data )?sources?\s*[:–-]\s*(?P<body>[^.;\n]{2,80})", re.IGNORECASE)

_BODY = r"[^\W\d_][^();:,|\d\n]{1,60}?"
LISTED = re.compile(r",\s+|\s(?:and|&|/)\s")
MOST_BODIES = 2
"""Bodies in a note of which the first can stand for all; with more of them nobody in particular counts."""
CITED = re.compile(
    r"\b(?:according to|sources?\s?:|(?:as\s)?(?:reported|counted|recorded|given|compiled|registered) by)\s"
    rf"(?P<body>{_BODY})\s*(?=[();:,|]|$)"
    rf"|^(?:figures|numbers|data|counts?)\s(?:from|of|by)\s(?P<figures>{_BODY})\s*:?$",
    re.IGNORECASE,
)
"""Words of a caption that say outright whose figures stand below."""
APPENDED = re.compile(
    rf"(?:\((?P<body>{_BODY})(?:,[^()]*)?\)|\s[–—-]\s(?P<behind>{_BODY})(?:,[^()]*)?)\s*:?$"
)
"""A bracket or a dash at a caption's end behind which its source may stand: "Injured (health ministry, 3 May)"."""
LONGEST_CAPTION = 160
"""Letters of a line that is still a caption."""


def table_source(parsed: Parsed, figure: Figure) -> Mention | None:
    """The speaker that a table gives for a figure in one of its rows."""
    at = (
        getattr(figure, "source_at", None)
        or column_source(parsed, figure)
        or head_source(parsed, figure)
        or note_source(parsed, figure)
        or caption_source(parsed, figure)
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


def head_source(parsed: Parsed, figure: Figure) -> Range | None:
    """The body that the head of the figure's column names, itself or in a footnote."""
    found = block_of(parsed, figure)
    if found is None or not found[1].cells:
        return None
    for at, outright in columns.headed_by(parsed, found[1], figure):
        if outright or is_counting_body(parsed, at):
            return at
    return None


def note_source(parsed: Parsed, figure: Figure) -> Range | None:
    """The body in a "Source: …" line directly under the figure's table or list; None where it lists more than two."""
    found = block_of(parsed, figure)
    if found is None or found[1].kind not in ("row", "item"):
        return None
    text, blocks = parsed.report.text, parsed.report.blocks
    for block in blocks[found[0] + 1 :]:
        if (match := NOTE.match(text[block.start : block.end])) is not None:
            bodies_in = [
                one for one in LISTED.split(match["body"]) if re.match(r"[^\W\d_]\D*$", one)
            ]
            at = block.start + match.start("body"), block.start + match.end("body")
            return None if len(bodies_in) > MOST_BODIES else at
        if block.kind not in ("row", "item"):
            return None
    return None


def caption_source(parsed: Parsed, figure: Figure) -> Range | None:
    """The body that the line over the figure's table or list names as its source."""
    found = block_of(parsed, figure)
    if found is None or found[1].kind not in ("row", "item"):
        return None
    blocks = parsed.report.blocks
    first = found[0]
    while first and blocks[first].kind == found[1].kind:
        first -= 1
    caption = blocks[first]
    text = parsed.report.text[caption.start : caption.end]
    if caption.kind not in ("heading", "body") or len(text) > LONGEST_CAPTION:
        return None
    cited = CITED.search(text)
    match = cited or APPENDED.search(text)
    if match is None or match.lastgroup is None:
        return None
    start, end = match.span(match.lastgroup)
    at = caption.start + start, caption.start + end
    return at if is_counting_body(parsed, at) else None


def is_counting_body(parsed: Parsed, at: Range) -> bool:
    """Whether words end in a body's noun, or are a name with a capital that is no area's."""
    span = parsed.doc.char_span(*at, alignment_mode="expand")
    if span is None or not len(span):
        return False
    last = next((span[n - 1] for n in range(1, len(span)) if span[n].lower_ == "of"), span[-1])
    if last.lower_ in INSIDERS:
        return True
    area = last.lower_ in load("reporting")["bodies"]["regions"]
    many = last.tag_ == "NNS" and last.lemma_.casefold() in wording.words("bodies", "nouns")
    body = wording.is_body(last) or many
    return (body and not area) or wording.acronym(list(span))


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

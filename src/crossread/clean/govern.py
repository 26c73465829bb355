"""Takes a text's pieces in order.

Gives them as blocks, each with the index of the heading, stamp or list introduction that governs it.
"""

from dataclasses import dataclass, replace

from crossread.model.report import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A block in the making.

    `line` and `header` are line numbers, `dated` marks a stamp that names a day, `introduces` a line that ends in a
    colon. `level` is 1 for a line numbered "3.", -1 for one lettered "B.", 2 for what stands below such a line.
    """

    line: int
    start: int
    end: int
    kind: BlockKind
    cells: tuple[tuple[int, int], ...] = ()
    header: int | None = None
    dated: bool = False
    introduces: bool = False
    level: int = 0

    def of(self, kind: BlockKind) -> "Piece":
        """The same stretch as another kind."""
        return replace(self, kind=kind)

    def until(self, end: int) -> "Piece":
        """The same piece, cut at `end`."""
        return replace(self, end=end)


@dataclass(slots=True)
class _Above:
    """The blocks that govern what comes next, by their indexes."""

    day: int | None = None
    entry: int | None = None
    heading: int | None = None
    intro: int | None = None
    point: int | None = None
    level: int = 0


def govern(pieces: list[Piece], *, live: bool) -> tuple[Block, ...]:
    """The blocks: rows and items under their introduction, text under its heading, entries under their day."""
    above = _Above()
    rows = {piece.line: index for index, piece in enumerate(pieces) if piece.kind == "row"}
    blocks: list[Block] = []
    for index, piece in enumerate(pieces):
        header = None if piece.header is None else rows.get(piece.header)
        if piece.level and piece.level == above.level:
            above.heading = None
        heading = _governor(piece, above, live=live)
        blocks.append(Block(piece.start, piece.end, piece.kind, heading, piece.cells, header))
        _note(piece, above, index=index, live=live)
    return tuple(blocks)


def _governor(piece: Piece, above: _Above, *, live: bool) -> int | None:
    if piece.kind in ("title", "byline", "notice", "boilerplate"):
        return None
    if piece.kind == "stamp":
        return above.day if live and not piece.dated else None
    if piece.kind == "heading":
        return above.entry
    if piece.kind in ("row", "item") and above.intro is not None and piece.level not in (1, -1):
        return above.intro
    if above.point is not None and (piece.level == 2 or piece.kind == "row"):
        return above.point
    return above.heading if above.heading is not None else above.entry


def _note(piece: Piece, above: _Above, *, index: int, live: bool) -> None:
    """Takes down what the piece governs from here on."""
    if piece.level in (1, -1):
        above.point, above.intro = index, None
    if piece.kind == "stamp" and live:
        above.day = index if piece.dated else above.day
        above.entry, above.heading, above.intro, above.point = index, None, None, None
    elif piece.kind == "heading":
        above.heading, above.intro, above.level = index, None, piece.level
        above.point = None
    elif piece.introduces:
        above.intro = index
    elif piece.kind == "body" and piece.level == 0:
        above.intro = above.point = None

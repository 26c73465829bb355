"""A bare number and the report so far come in; the figures that say the same number, or stand in a like row, go out."""

from crossread.extract.tokens import Place, low
from crossread.model.figure import Figure, Quantity

TELLING_FROM, ROUND = 100, 50
"""From 100 on, a number that is not round and stands twice in a report counts the same people; others may by chance."""
ROW_REACH = 3
"""Sentences between a row of figures and the row of numbers that takes it up in the same order."""


def same_number(place: Place, earlier: list[Figure]) -> Figure | None:
    """The last earlier figure of exactly this number, where the number is large enough to be known again."""
    quantity = place.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None or value < TELLING_FROM or value % ROUND == 0:
        return None
    return next((f for f in reversed(earlier) if _equal(f.quantity, quantity)), None)


def _equal(one: Quantity, other: Quantity) -> bool:
    if one.vague is not None:
        return False
    return (one.low or one.high) == (other.low or other.high)


def in_row(place: Place, earlier: list[Figure]) -> Figure | None:
    """The figure at the same place of an earlier row: "44 dead, 31 hurt. In May it was 36 and 22." """
    mine = _run_before(place, earlier)
    if mine is None:
        return None
    rows: dict[int, list[Figure]] = {}
    for figure in earlier[: len(earlier) - len(mine)]:
        rows.setdefault(figure.sentence, []).append(figure)
    for index in sorted(rows, reverse=True):
        if place.sentence.index - index > ROW_REACH:
            return None
        found = _behind(rows[index], mine)
        if found is not None:
            return found
    return None


def _run_before(place: Place, earlier: list[Figure]) -> list[Figure] | None:
    """The bare figures right before in the same list, None where the number opens a list or stands alone."""
    doc = place.doc
    run: list[Figure] = []
    start = place.first
    for figure in reversed(earlier):
        if figure.sentence != place.sentence.index or figure.noun:
            break
        between = doc.char_span(figure.quantity.end, doc[start].idx, alignment_mode="contract")
        if between is None or any(low(t) not in (",", "and", ";") for t in between):
            break
        run.insert(0, figure)
        first = doc.char_span(figure.quantity.start, figure.quantity.end, alignment_mode="expand")
        if first is None:
            break
        start = first.start
    return run or None


def _behind(row: list[Figure], run: list[Figure]) -> Figure | None:
    """The figure of a row that stands as far behind the one that opens the run as this number does."""
    conditions = [figure.condition for figure in row]
    if len(set(conditions)) != len(conditions) or len(row) <= len(run):
        return None
    if [figure.condition for figure in run] != conditions[: len(run)]:
        return None
    return row[len(run)]

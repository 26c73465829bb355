"""Changes come in; a table for the terminal goes out."""

from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from crossread.diff.changes import OWN_VOICE, Change

WORDS = {
    "contested": "newly contested",
    "withdrawn": "withdrawn",
    "lowered": "lowered",
    "raised": "raised",
    "restated": "said otherwise",
    "new": "new",
    "settled": "no longer contested",
    "gone": "no longer there",
}
"""What each kind is called."""


def changes_table(found: Iterable[Change]) -> Table:
    """What changed, in which question, by whom, from what to what."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for name in ("Change", "Question", "Said by", "Before", "Now"):
        right = name in ("Before", "Now")
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for change in found:
        speaker = change.speaker or ("" if change.kind in ("contested", "settled") else OWN_VOICE)
        cells = (WORDS[change.kind], change.question, speaker, change.before, change.after)
        table.add_row(*(Text(" ".join((cell or "–").split())) for cell in cells))
    return table

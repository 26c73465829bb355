"""The tables of the terminal, at 80 columns and without colour."""

from dataclasses import replace
from io import StringIO

from rich.console import Console
from rich.table import Table
from tests.report import example_ledger

from crossread.report import claims_table, table


def printed(found: Table, *, width: int = 80) -> str:
    out = StringIO()
    Console(file=out, width=width, color_system=None).print(found)
    return out.getvalue()


def test_questions_fit_80_columns_contested_first() -> None:
    lines = printed(table(example_ledger.ledger())).splitlines()
    assert max(map(len, lines)) <= 80
    assert all(word in lines[1] for word in ("Question", "Standing", "Grade", "Voices", "Reports"))
    grades = [line for line in lines[3:] if "contested" in line or "one source" in line]
    assert "contested" in grades[0]
    assert "one source" in grades[-1]


def test_claims_one_line_each() -> None:
    ledger = example_ledger.ledger()
    lines = printed(claims_table(ledger.claims), width=160).splitlines()
    assert len([line for line in lines if ".txt" in line]) == len(ledger.claims)
    assert any("denies" in line for line in lines)


def test_markup_and_control_characters_are_words() -> None:
    """Rich's own markup and terminal escapes in a report do nothing."""
    claim = example_ledger.ledger().claims[0]
    bad = replace(claim, source_party="[red]x[/red]\x1b[31m\u202e")
    words = printed(claims_table([bad]), width=160)
    assert "[red]x[/red]" in words
    assert "⟦U+001B⟧" in words
    assert "\x1b" not in words

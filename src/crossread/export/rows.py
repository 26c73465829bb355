"""Records come in; JSON Lines, CSV or Parquet goes out, the same bytes for the same records."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crossread.errors import UsageError
from crossread.model.statement import Statement

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at a cell's start (OWASP, CSV injection)."""

Row = Mapping[str, Any]


def jsonl(rows: Iterable[Row]) -> str:
    """One JSON object per line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def csv_text(rows: Sequence[Row]) -> str:
    """A table with a heading line; cells that a spreadsheet would run as formulas get a leading apostrophe."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def cell(value: Any) -> Any:
    """A value as a spreadsheet should hold it."""
    if isinstance(value, list):
        value = " < ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def write_parquet(rows: Sequence[Row], path: str) -> None:
    """Write a Parquet file; raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as err:
        raise UsageError("parquet needs pyarrow: pip install 'crossread[parquet]'") from err
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([dict(row) for row in rows]), path)


def statement_row(statement: Statement) -> Row:
    """A statement as one record, the contract of `statements --format jsonl`."""
    return {
        "report": statement.report,
        "source": statement.source and list(statement.source),
        "cue": statement.cue and list(statement.cue),
        "content": [list(span) for span in statement.content],
        "speaker": statement.speaker,
        "carrier": statement.carrier,
        "denies": statement.denies,
        "rule": statement.rule,
    }

"""CSV and JSON Lines hold what was found, and nothing that a spreadsheet would run."""

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from crossread.export.rows import FORMULA_STARTS, csv_text, jsonl

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]))


@given(st.lists(st.fixed_dictionaries({"quote": TEXT, "low": st.none() | st.integers()})))
def test_jsonl_reads_back(rows: list[dict[str, object]]) -> None:
    assert [json.loads(line) for line in jsonl(rows).split("\n")[:-1]] == rows


@given(st.lists(st.fixed_dictionaries({"quote": TEXT}), min_size=1))
def test_no_csv_cell_starts_a_formula(rows: list[dict[str, str]]) -> None:
    cells = [row["quote"] for row in csv.DictReader(io.StringIO(csv_text(rows), newline=""))]
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS)]
    assert [cell.removeprefix("'") for cell in cells] == [
        row["quote"].removeprefix("'") for row in rows
    ]


def test_chain_is_one_cell() -> None:
    assert csv_text([{"chain": ["Shami", "VOA"]}]) == "chain\nShami < VOA\n"

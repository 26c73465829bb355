"""The commands as a user calls them: what goes to stdout, the exit codes, the help texts."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossread.cli import COMMANDS, main

ROOT = Path(__file__).parents[2]
Golden = Callable[[str, str], None]
REPORTS = ROOT / "examples" / "port-au-prince-2024" / "reports"


def run(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    """One command in a process of its own, as a shell would start it."""
    command = [sys.executable, "-m", "crossread", *arguments]
    return subprocess.run(command, capture_output=True, text=True, input=text, check=False)


def test_help_needs_no_model() -> None:
    code = "import sys; from crossread.cli import main; main(['--help'], standalone_mode=False)"
    told = subprocess.run(
        [sys.executable, "-c", f"{code}; print('spacy' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.endswith("False\n")


def test_jsonl_is_all_there_is_on_stdout() -> None:
    told = run("claims", str(REPORTS), "--format", "jsonl")
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.returncode == 0
    assert len(rows) > 50
    assert {"id", "report", "start", "end", "low", "high", "source", "as_of", "rule"} <= set(
        rows[0]
    )


def test_claims_point_at_their_words() -> None:
    told = run("claims", str(REPORTS), "--format", "jsonl")
    for row in map(json.loads, told.stdout.splitlines()):
        text = (REPORTS / row["report"]).read_text(encoding="utf-8")
        assert text[row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize(
    "arguments",
    [("claims", "{}", "--format", "jsonl"), ("ledger", "{}", "--format", "json"), ("report", "{}", "-o", "-")],
)  # fmt: skip
def test_same_input_gives_the_same_bytes(arguments: tuple[str, ...]) -> None:
    filled = [str(REPORTS) if word == "{}" else word for word in arguments]
    assert run(*filled).stdout == run(*filled).stdout


def test_a_missing_path_is_one_line_and_exit_2() -> None:
    told = run("claims", "no/such/folder")
    assert (told.returncode, told.stdout) == (2, "")
    assert len(told.stderr.strip().splitlines()) == 1
    assert "no/such/folder" in told.stderr


def test_an_unknown_format_is_exit_2() -> None:
    assert run("claims", str(REPORTS), "--format", "xml").returncode == 2


def test_nothing_readable_is_exit_1(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    told = run("claims", str(tmp_path), "--format", "jsonl")
    assert (told.returncode, told.stdout) == (1, "")
    assert "empty.txt" in told.stderr


def test_one_bad_file_changes_nothing_for_the_others(tmp_path: Path) -> None:
    for path in sorted(REPORTS.glob("*.txt")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    whole = run("claims", str(tmp_path), "--format", "jsonl").stdout
    (tmp_path / "99.txt").write_bytes(bytes(range(256)) * 40)
    told = run("claims", str(tmp_path), "--format", "jsonl")
    assert told.returncode == 0
    assert told.stdout == whole
    assert "99.txt" in told.stderr


def test_report_writes_the_whole_file_or_none(tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    assert run("report", str(REPORTS), "-o", str(target)).returncode == 0
    assert target.read_text("utf-8").rstrip().endswith("</html>")
    assert [path.name for path in tmp_path.iterdir()] == ["out.html"]
    assert run("report", str(REPORTS), "-o", str(tmp_path / "no" / "out.html")).returncode == 2


def test_standard_input_is_a_report() -> None:
    told = run(
        "claims", "-", "--format", "jsonl", text="Police said 12 people were killed on Monday.\n"
    )
    (row,) = map(json.loads, told.stdout.splitlines())
    assert (row["low"], row["high"], row["condition"]) == (12, 12, "killed")


def test_check_says_what_is_installed() -> None:
    told = run("check")
    assert told.returncode == 0
    assert "parser model" in told.stdout
    assert "missing" not in told.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_help_gives_an_example(name: str) -> None:
    told = CliRunner().invoke(main, [name, "--help"], prog_name="crossread")
    assert f"Example: crossread {name}" in " ".join(told.output.split())


def test_command_reference_golden(golden: Golden) -> None:
    pages = [f"# Commands\n\nWritten by `make golden` from each command's `--help`.\n\n{help_of()}"]
    pages += [f"## crossread {name}\n\n{help_of(name)}" for name in COMMANDS]
    golden("../../docs/commands.md", "\n".join(pages))


def help_of(*name: str) -> str:
    """A command's help as a Markdown code block."""
    told = CliRunner().invoke(main, [*name, "--help"], prog_name="crossread", terminal_width=80)
    return f"```\n{told.output}```\n"

"""The house rules that a tool can measure: sizes, docstrings, documents for every command and step."""

import ast
import re
from pathlib import Path

import pytest

from crossread.cli import COMMANDS

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "crossread"
MODULES = sorted(PACKAGE.rglob("*.py"))
STEPS = (
    "read",
    "clean",
    "parse",
    "extract",
    "attribute",
    "decide",
    "date",
    "resolve",
    "reconcile",
    "report",
)
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_module_is_small_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), f"{path} has no module docstring"
    assert len(text.splitlines()) <= MAX_FILE_LINES
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= MAX_FUNCTION_LINES, f"{path.name}:{node.name} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_public_names_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name} has no docstring"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_reference(command: str) -> None:
    assert f"## crossread {command}" in (ROOT / "docs" / "commands.md").read_text("utf-8")


@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_its_page(step: str) -> None:
    assert (ROOT / "docs" / f"{step}.md").stat().st_size > 200
    assert f"docs/{step}.md" in (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def test_no_module_is_a_drawer_for_the_rest() -> None:
    drawers = {"utils", "util", "misc", "helpers", "common"}
    assert not [path for path in MODULES if path.stem in drawers]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_tokens_are_compared_by_equality(path: Path) -> None:
    # spaCy makes a new Token at each look: a climb that ends at `head is token` never ends
    assert not re.search(r"\.head is (?!None|not None)", path.read_text("utf-8"))

"""What all tests share: golden files, re-written by `pytest --golden`."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The flag that re-writes the golden files; look at the diff before you commit it."""
    parser.addoption("--golden", action="store_true", help="re-write tests/golden")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against its golden file, or write the file under --golden."""

    def hold(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is not there: pytest --golden writes it"
        assert text == path.read_text(encoding="utf-8"), (
            f"{name} changed: pytest --golden, then look"
        )

    return hold

"""A floor under the accuracy, pinned to the gold it was measured on: raising it is easy, lowering it takes a flag.

`python tests/quality/test_floor.py` raises the floor to what is measured now; `--lower` also lets it sink.
"""

import sys
import tomllib
from pathlib import Path

import pytest

from crossread.evaluate.annotated import Annotated, events, seeds

ROOT = Path(__file__).parents[2]
FLOOR = Path(__file__).with_name("floor.toml")
SHARED = ROOT.parent / "shared"
SLACK = 0.02
"""What may get lost where another processor rounds differently: the networks then decide a claim or two otherwise."""


def sets() -> list[Annotated]:
    """The annotated events, and the real articles where they lie beside the project."""
    return events(ROOT / "examples") + ([seeds(SHARED)] if (SHARED / "seeds").is_dir() else [])


@pytest.mark.parametrize("item", sets(), ids=lambda item: item.name)
def test_accuracy_does_not_sink(item: Annotated) -> None:
    floor = tomllib.loads(FLOOR.read_text("utf-8"))[item.name]
    assert floor["gold"] == item.digest, "the gold changed: measure the floor anew"
    tally = item.score()
    assert tally.f1(tally.found)[2] >= floor["found"] - SLACK
    assert tally.f1(tally.strict)[2] >= floor["strict"] - SLACK
    assert tally.as_of >= floor["as_of"] - SLACK


def raise_floor(*, lower: bool) -> None:
    """Write what is measured now, never below the old floor unless told so."""
    old = tomllib.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    lines = []
    for item in sets():
        tally = item.score()
        now = {
            "found": tally.f1(tally.found)[2],
            "strict": tally.f1(tally.strict)[2],
            "as_of": tally.as_of,
        }
        if not lower:
            now = {
                name: max(value, old.get(item.name, {}).get(name, 0)) for name, value in now.items()
            }
        told = "\n".join(f"{name} = {value:.3f}" for name, value in now.items())
        lines.append(f'[{item.name}]\ngold = "{item.digest}"\n{told}\n')
    FLOOR.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    raise_floor(lower="--lower" in sys.argv)

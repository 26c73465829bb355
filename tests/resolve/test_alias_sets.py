"""Reports of invented events with alias lists come in; how well names are joined, and that none is merged, is asserted.

A file holds "Party = name | name" lines, "---", and the reports apart by "===". The lists were written before the rules
were tried on them.
"""

from pathlib import Path

import pytest
from tests.factories import make_reading, make_report

from crossread.evaluate.party_score import PartyTally, score_parties
from crossread.resolve import resolve

EVENTS = sorted((Path(__file__).parent / "events").glob("*.txt"))
FLOOR = 0.75
"""B-cubed F1 that no single event may fall below; the texts are short, so that one name weighs much."""


def scored(path: Path, tally: PartyTally) -> PartyTally:
    """The tally of one event's file."""
    head, body = path.read_text("utf-8").split("\n---\n")
    rows = (line.split(" = ") for line in head.splitlines())
    aliases = {name: others.split(" | ") for name, others in rows}
    texts = body.split("\n===\n")
    readings = [
        make_reading(make_report(f"{index}.txt", text), []) for index, text in enumerate(texts)
    ]
    return score_parties(resolve(readings).parties, texts, aliases, tally)


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_names_are_joined(path: Path) -> None:
    tally = scored(path, PartyTally())
    assert tally.merges == []
    assert tally.f1 >= FLOOR


def test_over_all_events() -> None:
    tally = PartyTally()
    for path in EVENTS:
        scored(path, tally)
    assert len(EVENTS) >= 8
    assert tally.f1 >= 0.88

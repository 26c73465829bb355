"""Windows of a report in; for every number the network's probabilities out."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from crossread.decide.candidates import Candidates
from crossread.decide.inputs import Array, Inputs, inputs_of
from crossread.encoder import VOCABULARY, Session, WordPieces

MODEL = Path(str(files("crossread.decide"))) / "model"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the network holds of one number: probabilities of the labels in the order of `inputs`' tables.

    `claim`: that it is a claim at all. `denied`: that whoever gives it denies it. `source`, `source_party`, `party`:
    over `places`, -1 (nobody) first.
    """

    claim: float
    denied: float
    conditions: Array
    populations: Array
    places: tuple[int, ...]
    source: Array
    source_party: Array
    party: Array


class Network:
    """The shipped decision network with its vocabulary."""

    def __init__(self, folder: Path = MODEL) -> None:
        self._session = Session(folder / "decisions.onnx")
        self._pieces = WordPieces(VOCABULARY)

    def opinions(self, found: Candidates) -> dict[int, Opinion]:
        """By the index of each number what the network holds of it; numbers beyond a long sentence's end lack."""
        opinions: dict[int, Opinion] = {}
        for window in inputs_of(found, self._pieces):
            outputs = self._session.run(feed(window))
            opinions |= dict(zip(window.indexes, _opinions(window, outputs), strict=True))
        return opinions


def feed(window: Inputs) -> dict[str, Array]:
    """The arrays of one window, as a batch of one."""
    whole = {
        "ids": window.ids, "shapes": window.shapes, "kinds": window.kinds, "roles": window.roles,
        "starts": window.starts, "numbers": window.numbers, "rules": window.rules,
    }  # fmt: skip
    fed: dict[str, Array] = {name: np.array([rows], dtype=np.int64) for name, rows in whole.items()}
    return fed | {name: getattr(window, name)[None] for name in ("near", "marks", "alike")}


def _opinions(window: Inputs, outputs: Sequence[Array]) -> list[Opinion]:
    claim, *scores, denied = (output[0] for output in outputs)
    conditions, populations, pointed = map(_shares, scores)
    places = (-1, *window.places)
    return [
        Opinion(
            _share(claim[row]),
            _share(denied[row]),
            conditions[row],
            populations[row],
            places,
            *pointed[row],
        )
        for row in range(len(window.numbers))
    ]


def _share(score: float) -> float:
    return float(1 / (1 + np.exp(-score)))


def _shares(scores: Array) -> Array:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Array = powers / powers.sum(-1, keepdims=True)
    return shares

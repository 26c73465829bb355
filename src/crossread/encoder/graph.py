"""Sentences as word pieces in; an ONNX graph's outputs per sentence out, in batches of like length.

The graphs take `ids`, `shapes`, `mask` (sentences, pieces) and, where they ask for it, `starts` (sentences, words + 1).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from crossread.encoder.pieces import Pieces

Array = npt.NDArray[Any]

# At most so many pieces per batch, padding included: more no longer fit the processor's cache.
BATCH = 256

# What one more run of the graph costs, in pieces: its fixed part, and the slower products of small batches.
RUN = 12


class Session:
    """An ONNX graph on the CPU. One thread by default: the same cost and the same bits on every machine size."""

    def __init__(self, path: Path, *, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {given.name for given in self._session.get_inputs()}

    def run(self, fed: dict[str, Array]) -> list[Array]:
        """The graph's outputs; arrays that it does not ask for are left out."""
        wanted = {name: fed[name] for name in fed if name in self._inputs}
        outputs: list[Array] = self._session.run(None, wanted)
        return outputs


class Graph:
    """A graph over sentences, run in batches of like length."""

    def __init__(self, path: Path, *, threads: int = 1) -> None:
        self._session = Session(path, threads=threads)

    def run(self, sentences: Sequence[Pieces]) -> Iterator[tuple[int, list[Array]]]:
        """Each sentence's index and its rows of the graph's outputs, padding included; the order is by length."""
        for indexes in batches(sentences):
            outputs = self._session.run(feeds([sentences[index] for index in indexes]))
            for row, index in enumerate(indexes):
                yield index, [output[row] for output in outputs]


def batches(sentences: Sequence[Pieces]) -> Iterator[list[int]]:
    """Indexes of sentences of like length, cut into batches so that padding and runs together cost least."""
    order = sorted(range(len(sentences)), key=lambda place: len(sentences[place].ids))
    lengths = [len(sentences[index].ids) for index in order]
    cheapest, begins = [0], [0]
    for end in range(1, len(order) + 1):
        costs: dict[int, int] = {}
        for first in range(end - 1, -1, -1):
            padded = (end - first) * lengths[end - 1]
            if padded > BATCH and costs:
                break
            costs[first] = cheapest[first] + padded + RUN
        begins.append(min(costs, key=lambda first: costs[first]))
        cheapest.append(costs[begins[-1]])
    cuts = [len(order)]
    while cuts[-1]:
        cuts.append(begins[cuts[-1]])
    for end, first in pairwise(cuts):
        yield order[first:end]


def feeds(sentences: Sequence[Pieces]) -> dict[str, Array]:
    """The input arrays of one batch, filled with zeros at the end."""
    return {
        "ids": _filled([sentence.ids for sentence in sentences]),
        "shapes": _filled([sentence.shapes for sentence in sentences]),
        "mask": _filled([(1,) * len(sentence.ids) for sentence in sentences]),
        "starts": _filled([sentence.starts for sentence in sentences]),
    }


def _filled(rows: Sequence[tuple[int, ...]]) -> npt.NDArray[np.int64]:
    filled = np.zeros((len(rows), max(len(row) for row in rows)), dtype=np.int64)
    for place, row in enumerate(rows):
        filled[place, : len(row)] = row
    return filled

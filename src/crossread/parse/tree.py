"""Head scores of a sentence in; the heads of its best tree with one root out.

Greedy where that is a tree, else Chu and Liu's (1965) and Edmonds' (1967) maximum spanning tree.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]

# Far more than any difference of scores: one root is worth more than any choice of other heads.
_EXTRA_ROOT = 1e6


def best_tree(scores: npt.NDArray[Any]) -> list[int]:
    """Each word's head (0: the root, 1: the first word), given scores (word, head) with the root as head 0."""
    words = len(scores)
    heads = [int(head) for head in scores.argmax(1)]
    if is_tree(heads):
        return heads
    square = np.full((words + 1, words + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    best = _spanning(square)[1:]
    if np.count_nonzero(best == 0) > 1:
        square[1:, 0] -= _EXTRA_ROOT
        best = _spanning(square)[1:]
    return [int(head) for head in best]


def is_tree(heads: list[int]) -> bool:
    """Whether exactly one word hangs on the root and every word leads up to it."""
    return heads.count(0) == 1 and not _cycle([0, *heads])


def _cycle(heads: list[int]) -> list[int]:
    """The nodes of one cycle, empty if there is none; node 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for first in range(1, len(heads)):
        path, node = [], first
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = 2
    return []


def _spanning(scores: Scores) -> Heads:
    """The heads of the maximum spanning tree from node 0, given scores (dependent, head)."""
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle([int(head) for head in heads])
    if not cycle:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    ring = np.array(cycle)
    broken = scores[ring] - scores[ring, heads[ring]][:, None]  # the cost of leaving the ring there
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    from_ring = scores[np.ix_(outside, ring)]
    smaller[:-1, -1] = from_ring.max(1)
    smaller[-1, :-1] = broken[:, outside].max(0)
    found = _spanning(smaller)
    for place, node in enumerate(outside):
        if place:
            above = found[place]
            heads[node] = (
                ring[from_ring[place].argmax()] if above == len(outside) else outside[above]
            )
    above = outside[found[-1]]
    heads[ring[broken[:, above].argmax()]] = above
    return heads

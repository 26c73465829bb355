"""Quantities come in; how large each is, and how far one is from another, goes out in classes.

A bare number goes on from the figure that it is near ("161", "190" an hour later); one that stands twice is the same.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crossread.model.figure import Quantity

STEPS = np.array([-2.3, -1.1, -0.5, -0.2, -0.07, 0.0, 0.07, 0.2, 0.5, 1.1, 2.3])
"""Upper ends of the classes of a ratio, as its natural logarithm; the finer, the nearer two numbers are."""

SAME = 1
"""The class of one number given twice; 0 where one of the two has no size ("dozens")."""

SMALL = 10
"""Below it numbers meet by chance: such pairs have classes of their own."""

CLASSES = 2 * (len(STEPS) + 3)
"""How many classes of pairs there are."""


def size(quantity: Quantity) -> float:
    """The middle of a number's bounds, 0 for words that give none ("dozens")."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound]
    return sum(bounds) / len(bounds) if bounds else 0.0


def apart(sizes: Sequence[float]) -> npt.NDArray[Any]:
    """For each number (row) and each other one (column) the class of the other's size over its own."""
    given = np.array(sizes, dtype=float)
    known = given > 0
    logs = np.log(np.where(known, given, 1.0))
    ratios = logs[None, :] - logs[:, None]
    classes = np.searchsorted(STEPS, ratios, side="left") + SAME + 1
    classes[ratios == 0] = SAME
    classes += CLASSES // 2 * (np.minimum(given[None, :], given[:, None]) < SMALL)
    classes[~(known[None, :] & known[:, None])] = 0
    return classes.astype(np.int64)

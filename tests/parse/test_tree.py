"""The decoder gives a tree whatever the scores, and the best one."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from crossread.parse.tree import best_tree, is_tree


def square(words: int) -> st.SearchStrategy[np.ndarray]:
    """Scores (word, head), small whole numbers so that cycles and ties are common."""
    return hnp.arrays(np.float32, (words, words + 1), elements=st.integers(-9, 9).map(float))


def test_a_greedy_choice_that_is_a_tree_stands() -> None:
    # "He left": "left" hangs on the root, "He" on "left".
    assert best_tree(np.array([[0.0, -9.0, 5.0], [5.0, 1.0, -9.0]])) == [2, 0]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # The two words prefer each other; the root gives 3 to the second and 1 to the first.
    assert best_tree(np.array([[1.0, -9.0, 5.0], [3.0, 5.0, -9.0]])) == [2, 0]


def test_two_roots_become_one() -> None:
    assert best_tree(np.array([[9.0, -9.0, 1.0], [8.0, 2.0, -9.0]])) == [0, 1]


@settings(deadline=None)
@given(st.integers(1, 12).flatmap(square))
def test_any_scores_give_a_tree(scores: np.ndarray) -> None:
    assert is_tree(best_tree(scores))


@settings(deadline=None)
@given(st.integers(1, 4).flatmap(square))
def test_the_tree_is_the_best_of_all(scores: np.ndarray) -> None:
    words = len(scores)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(heads)))

    everyone = product(range(words + 1), repeat=words)
    trees = [heads for heads in everyone if is_tree(list(heads)) and no_own_head(heads)]
    assert total(tuple(best_tree(scores))) == max(map(total, trees))


def no_own_head(heads: tuple[int, ...]) -> bool:
    return all(head != word + 1 for word, head in enumerate(heads))

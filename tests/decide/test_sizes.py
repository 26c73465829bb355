"""Quantities come in; their sizes, and the classes of their ratios, are asserted."""

import pytest

from crossread.decide.sizes import CLASSES, SAME, apart, size
from crossread.extract.quantity import find_quantities


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("190", 190.0),
        ("Two hundred and ninety-three", 293.0),
        ("between 40 and 60", 50.0),
        ("dozens", 0.0),
    ],
)
def test_the_size_of_a_number(words: str, expected: float) -> None:
    assert size(find_quantities(words)[0]) == expected


def test_equal_numbers_have_a_class_of_their_own_small_ones_another() -> None:
    classes = apart([161.0, 161.0, 164.0, 9.0, 9.0])
    assert classes[0, 1] == classes[0, 0] == SAME
    assert classes[3, 4] == SAME + CLASSES // 2
    assert classes[0, 2] not in (SAME, classes[2, 0])


def test_a_number_without_a_size_is_near_none() -> None:
    assert apart([0.0, 12.0]).tolist()[0] == [0, 0]


def test_every_class_is_one_that_the_network_knows() -> None:
    classes = apart([1.0, 2.0, 40.0, 50.0, 52.0, 900.0, 1e6])
    assert classes.min() > 0
    assert classes.max() < CLASSES


def test_no_numbers_give_no_pairs() -> None:
    assert apart([]).shape == (0, 0)

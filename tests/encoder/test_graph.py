"""Batches hold every sentence once, with little padding; feeds are filled at the end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.encoder.graph import BATCH, batches, feeds
from crossread.encoder.pieces import Pieces


def pieces(length: int) -> Pieces:
    """A sentence of one-piece words, `length` pieces in all."""
    return Pieces((1,) * length, (1,) * length, tuple(range(length - 1)))


@settings(deadline=None)
@given(st.lists(st.integers(3, 200), max_size=40))
def test_batches_hold_each_sentence_once_and_stay_small(lengths: list[int]) -> None:
    found = list(batches([pieces(length) for length in lengths]))
    assert sorted(index for batch in found for index in batch) == list(range(len(lengths)))
    for batch in found:
        assert len(batch) == 1 or len(batch) * max(lengths[index] for index in batch) <= BATCH


def test_unlike_lengths_part() -> None:
    # Two short sentences together, the long one alone: padding would cost more than a second run.
    assert list(batches([pieces(5), pieces(90), pieces(6)])) == [[1], [0, 2]]


def test_feeds_are_filled_with_zeros_at_the_end() -> None:
    fed = feeds([pieces(4), pieces(3)])
    assert fed["mask"].tolist() == [[1, 1, 1, 1], [1, 1, 1, 0]]
    assert fed["starts"].tolist() == [[0, 1, 2], [0, 1, 0]]

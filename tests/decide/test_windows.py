"""Every wanted sentence is decided exactly once, and no window is longer than the encoder reads."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.decide.windows import AFTER, BEFORE, CORE, LONGEST, windows


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 300), st.booleans()), max_size=60))
def test_every_wanted_sentence_is_decided_once(sentences: list[tuple[int, bool]]) -> None:
    lengths, wanted = [n for n, _ in sentences], [w for _, w in sentences]
    found = windows(lengths, wanted)
    decided = [place for window in found for place in range(window.first, window.last)]
    assert len(decided) == len(set(decided))
    assert {place for place, want in enumerate(wanted) if want} <= set(decided)
    for window in found:
        assert set(range(window.first, window.last)) <= set(window.read)
        assert list(window.read) == sorted(set(window.read))
        alone = window.last - window.first == 1
        assert alone or sum(lengths[place] for place in window.read) <= LONGEST


def test_a_window_reads_around_its_core_and_the_title() -> None:
    # the title, then sentences of 50 pieces: six fit into the core, one before it, none behind (32 at most)
    lengths = [10, *[50] * 14]
    second = windows(lengths, [True] * len(lengths))[1]
    assert (CORE, BEFORE, AFTER) == (336, 96, 32)
    assert (second.first, second.last) == (7, 13)
    assert second.read == (0, 6, 7, 8, 9, 10, 11, 12)


def test_stretches_without_numbers_are_left_out() -> None:
    assert [w.first for w in windows([300, 300, 300], [False, True, False])] == [1]

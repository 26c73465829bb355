"""What a chart draws, and where."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report import example_ledger

from crossread.model.ledger import Ledger
from crossread.report.anchors import Anchors
from crossread.report.chart import NAME_GAP, Chart, apart, chart
from crossread.report.scale import days, figures
from crossread.report.speakers import Speakers


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return example_ledger.ledger()


def drawn(ledger: Ledger) -> dict[str, Chart]:
    speakers, anchors = Speakers(ledger), Anchors(ledger)
    charts = {q.id: chart(q, speakers=speakers, anchors=anchors) for q in ledger.questions}
    return {key: found for key, found in charts.items() if found is not None}


def test_a_question_with_one_figure_has_no_chart(ledger: Ledger) -> None:
    charts = drawn(ledger)
    single = [q.id for q in ledger.questions if len(q.series) == 1]
    assert single
    assert not set(single) & set(charts)


def test_a_question_with_two_figures_has_a_chart(ledger: Ledger) -> None:
    charts = drawn(ledger)
    for question in ledger.questions:
        if len({(p.low, p.high) for p in question.series if p.low is not None}) > 1:
            assert question.id in charts


def test_every_figure_of_a_chart_is_told_in_words(ledger: Ledger) -> None:
    for found in drawn(ledger).values():
        for mark in found.marks:
            assert mark.words.rstrip(".") in found.words


def test_a_denial_is_a_cross(ledger: Ledger) -> None:
    marks = [mark for found in drawn(ledger).values() for mark in found.marks]
    assert any(mark.shape == "cross" for mark in marks)
    assert all((mark.shape == "cross") == (" denies " in mark.words) for mark in marks)


def test_nothing_is_drawn_outside(ledger: Ledger) -> None:
    for found in drawn(ledger).values():
        for mark in found.marks:
            assert 0 <= mark.x <= found.width
            assert 0 <= mark.y <= found.height


@given(st.lists(st.floats(0, 200), min_size=1, max_size=12))
def test_names_never_overlap(wanted: list[float]) -> None:
    places = apart(sorted(wanted), low=8, high=8 + NAME_GAP * len(wanted))
    for before, after in pairwise(places):
        assert after - before >= NAME_GAP - 0.11  # places are rounded to a tenth


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=8))
def test_a_scale_holds_its_figures(values: list[int]) -> None:
    scale, ticks = figures(values, start=100, end=10)
    for value in values:
        assert 10 <= scale.at(value) <= 100
    assert 2 <= len(ticks) <= 6


@given(st.lists(st.integers(0, 900), min_size=1, max_size=8))
def test_days_stand_in_order_within_the_axis(offsets: list[int]) -> None:
    found = [date(2024, 1, 1) + timedelta(days=offset) for offset in offsets]
    scale, ticks = days(found, start=50, end=200, apart=40)
    places = [scale.at(day) for day in sorted(set(found))]
    assert places == sorted(places)
    assert all(49.9 <= place <= 200.1 for place in places)
    assert all(b.at - a.at >= 39 for a, b in pairwise(ticks))

"""Reports come in; the states of things that are said both ways are asserted, with who says so and for which day."""

from tests.factories import make_reading, make_report

from crossread.model.report import Report
from crossread.reconcile import reconcile
from crossread.resolve import resolve


def statuses(*reports: Report) -> list[str]:
    """The sentences of the disagreements on the state of things."""
    ledger = reconcile(resolve([make_reading(report, []) for report in reports]))
    return [verdict.why for _, verdict in ledger.disagreements if verdict.kind == "status"]


# 2030-05-10 is a Friday.
ANNOUNCED = make_report(
    "a.txt", "On Wednesday the army regained full control of the barracks.", "2030-05-10"
)
RAGING = make_report("b.txt", "But on Thursday fighting raged around the barracks.", "2030-05-10")


def test_control_announced_and_fighting_after_it() -> None:
    (why,) = statuses(ANNOUNCED, RAGING)
    assert "8 May 2030" in why
    assert "9 May 2030" in why


def test_fighting_before_the_announcement_is_no_disagreement() -> None:
    before = make_report("b.txt", "On Tuesday fighting raged around the barracks.", "2030-05-10")
    assert statuses(ANNOUNCED, before) == []


def test_an_attempt_to_take_control_is_no_announcement() -> None:
    trying = make_report(
        "a.txt", "On Wednesday the army was trying to regain full control.", "2030-05-10"
    )
    assert statuses(trying, RAGING) == []


def test_one_side_alone_is_no_disagreement() -> None:
    assert statuses(ANNOUNCED) == []

"""Claims come in; that figures without a day or without a certain condition are held against nobody is asserted."""

from dataclasses import replace
from datetime import date

from tests.factories import make_claim, make_reading, make_report
from tests.reconcile.told import printed

from crossread.model.claim import Claim
from crossread.model.report import Report
from crossread.model.resolution import Resolution
from crossread.model.when import When
from crossread.reconcile import reconcile
from crossread.reconcile.certain import CERTAIN

WEEKS = When(date(2030, 5, 1), date(2030, 5, 20), "span")


def given(number: int, source: str, report: str, *, share: float = 1.0) -> Claim:
    """A figure of one day, with the share that the network gives its condition."""
    claim = make_claim(number, number, source=source, report=report, start=500)
    return replace(claim, figure=replace(claim.figure, share=share))


def undated(claim: Claim) -> Claim:
    """A claim for which no day is told."""
    return replace(claim, as_of=None, said_on=None)


def kinds(*claims: Claim, published: When | None = None) -> list[str]:
    """The kinds of what is printed on claims of undated reports."""
    names = sorted({claim.report for claim in claims})
    reports: list[Report] = [
        replace(make_report(name, f"{name} {'x' * 2000}"), published=published) for name in names
    ]
    readings = [
        make_reading(
            report, [replace(c, report_id=report.id) for c in claims if c.report == report.name]
        )
        for report in reports
    ]
    return [verdict.kind for _, verdict in reconcile(Resolution(tuple(readings))).disagreements]


def test_two_reports_without_a_day_contradict_nobody() -> None:
    one, two = undated(given(100, "Bureau", "a.txt")), undated(given(160, "Guild", "b.txt"))
    assert kinds(one, two) == []
    assert kinds(one, two, published=WEEKS) == []


def test_one_report_without_a_day_holds_two_speakers_against_each_other() -> None:
    one, two = undated(given(100, "Bureau", "a.txt")), undated(given(160, "Guild", "a.txt"))
    assert kinds(one, replace(two, figure=replace(two.figure, start=600, end=620))) == ["range"]


def test_one_speaker_in_two_reports_without_a_day_moves_nothing_on() -> None:
    assert (
        kinds(undated(given(100, "Bureau", "a.txt")), undated(given(160, "Bureau", "b.txt"))) == []
    )


def test_a_known_day_of_publication_will_do() -> None:
    day = When(date(2030, 5, 10), date(2030, 5, 10), "day")
    one, two = undated(given(100, "Bureau", "a.txt")), undated(given(160, "Guild", "b.txt"))
    assert kinds(one, two, published=day) == ["range"]


def test_a_figure_of_uncertain_condition_contradicts_nobody() -> None:
    bureau = given(100, "Bureau", "a.txt")
    assert printed(bureau, given(160, "Guild", "b.txt", share=CERTAIN)) == [("range", {100, 160})]
    assert printed(bureau, given(160, "Guild", "b.txt", share=CERTAIN - 0.01)) == []


def test_a_certain_figure_elsewhere_bears_out_an_uncertain_one() -> None:
    claims = given(100, "Bureau", "a.txt"), given(160, "Guild", "b.txt", share=0.8)
    assert printed(*claims, given(160, "Port union", "c.txt")) == [("range", {100, 160})]


def test_few_people_are_not_lowered_without_a_word_that_says_so() -> None:
    first = given(11, "Bureau", "a.txt")
    later = replace(
        given(10, "Bureau", "b.txt"), as_of=When(date(2030, 5, 14), date(2030, 5, 14), "day")
    )
    assert printed(first, later) == []

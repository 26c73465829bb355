"""Claims come in; that a weakly read figure starts no contradiction, and a well-read one does, is asserted."""

from dataclasses import replace

from tests.factories import make_claim
from tests.reconcile.told import printed

from crossread.model.claim import Claim


def read_by(rule: str, claim: Claim) -> Claim:
    """A claim whose condition a rule gave."""
    return replace(claim, figure=replace(claim.figure, rule=rule))


def given(number: int, source: str | None, report: str, **more: str) -> Claim:
    """A figure of one day, well below the headline."""
    return make_claim(number, number, source=source, report=report, start=500, **more)


BUREAU = given(100, "Bureau", "a.txt")
RANGE = [("range", {100, 160})]


def test_two_bodies_contradict_each_other() -> None:
    assert printed(BUREAU, given(160, "Guild", "b.txt")) == RANGE


def weakly(claim: Claim) -> Claim:
    """A claim whose condition has less than half of the probability."""
    return replace(claim, figure=replace(claim.figure, share=0.45))


def test_a_weakly_read_figure_does_not() -> None:
    assert printed(BUREAU, weakly(given(160, "Guild", "b.txt"))) == []


def test_a_figure_that_the_rules_had_refused_does_not() -> None:
    refused = read_by("learned over refused: thing", given(160, "Guild", "b.txt"))
    assert printed(BUREAU, refused) == []


def test_a_weakly_read_figure_near_the_other_does() -> None:
    near = weakly(given(115, "Guild", "b.txt"))
    assert printed(BUREAU, near) == [("range", {100, 115})]


def test_a_weakly_read_figure_that_another_bears_out_does() -> None:
    weak = weakly(given(160, "Guild", "b.txt"))
    assert printed(BUREAU, weak, given(160, "Port union", "c.txt")) == RANGE


def test_a_bare_number_far_from_all_others_does_not() -> None:
    bare = read_by("taken up", given(420, "Guild", "b.txt"))
    assert printed(BUREAU, bare) == []
    assert printed(BUREAU, read_by("noun", bare)) == [("range", {100, 420})]


def test_a_report_alone_contradicts_nobody_unless_in_its_headline() -> None:
    assert printed(BUREAU, given(160, None, "b.txt")) == []
    title = make_claim(160, 160, report="b.txt", start=2)
    assert printed(BUREAU, title) == RANGE


def test_a_nameless_voice_counts_where_its_report_holds_it_against_another() -> None:
    assert printed(BUREAU, given(160, None, "b.txt", said="The ferryman")) == []
    assert printed(BUREAU, given(160, None, "a.txt", said="The ferryman")) == RANGE


def test_a_body_whose_own_toll_falls_to_a_fraction_counts_something_smaller() -> None:
    earlier = given(100, "Bureau", "a.txt", as_of="2030-05-08")
    local = given(12, "Bureau", "b.txt")
    assert printed(earlier, local, given(20, "Guild", "c.txt")) == []


def test_what_was_before_is_told_before() -> None:
    sentence = "The bureau cut the toll to 100 from 120."
    now = make_claim(
        100, 100, source="Bureau", quote="100", sentence=sentence, start=500, report="a.txt"
    )
    before = make_claim(
        120, 120, source="Bureau", quote="120", sentence=sentence, start=509, report="a.txt"
    )
    assert printed(now, before) == [("revision_down", {100, 120})]


def test_an_addition_is_no_next_count() -> None:
    base = given(100, "Bureau", "a.txt", as_of="2030-05-09")
    more = make_claim(15, 15, source="Bureau", measure="increment", start=700, quote="another 15")
    assert printed(base, more) == []

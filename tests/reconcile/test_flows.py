"""Claims come in; the sums that cannot be right are asserted, each with its arithmetic."""

from dataclasses import replace

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile

SUMS = {"does_not_add_up", "part_exceeds_total"}


def sums(*claims: Claim) -> list[str]:
    """The sentences of the flags on sums."""
    readings = [
        make_reading(
            make_report(name, f"Text of {name}.", "2030-05-12"),
            [claim for claim in claims if claim.report == name],
        )
        for name in sorted({claim.report for claim in claims})
    ]
    found = reconcile(Resolution(tuple(readings))).disagreements
    return [verdict.why for _, verdict in found if verdict.kind in SUMS]


def held(number: int, source: str, report: str = "a.txt", start: int = 0) -> Claim:
    """Prisoners held before."""
    return make_claim(
        number,
        number,
        "detained",
        source=source,
        population="detainees",
        report=report,
        start=start,
    )


def out(number: int, source: str, report: str = "b.txt", *, approx: bool = False) -> Claim:
    """Prisoners who got out."""
    return make_claim(
        number,
        number,
        "escaped",
        source=source,
        population="detainees",
        report=report,
        approx=approx,
    )


def test_more_got_out_than_were_held() -> None:
    (why,) = sums(held(3000, "A guard"), out(4000, "Mission"))
    assert "4,000" in why
    assert "3,000" in why


@pytest.mark.parametrize(
    "claims",
    [
        # fewer got out than were held
        [held(3000, "A guard"), out(800, "Mission")],
        # a round guess that stands for the whole house
        [held(3798, "Office"), out(4000, "Mission", approx=True)],
        # somebody knows of more who were held
        [held(3000, "A guard"), held(5000, "Ministry", "c.txt"), out(4000, "Mission")],
    ],
)
def test_sums_that_can_be_right(claims: list[Claim]) -> None:
    assert sums(*claims) == []


def more(total: int) -> list[Claim]:
    """A ministry's total, three more, and its next total, in one report."""
    return [
        make_claim(16, 16, "captured", source="Ministry", as_of="2030-05-06", start=0),
        make_claim(3, 3, "captured", as_of="2030-05-07", start=80, measure="increment"),
        make_claim(total, total, "captured", source="Ministry", as_of="2030-05-08", start=160),
    ]


def test_an_addition_that_does_not_make_the_next_total() -> None:
    (why,) = sums(*more(20))
    assert "16 and 3 more make 19" in why


def test_an_addition_that_makes_the_next_total() -> None:
    assert sums(*more(19)) == []


SENTENCE = "The wave killed 34 people, among them 40 children."


def part_of(sentence: str, start: int, end: int) -> list[str]:
    """The flags on a sentence whose second figure is marked as part of its first."""
    whole = make_claim(34, 34, report="a.txt", start=start)
    part = make_claim(
        40,
        40,
        report="a.txt",
        start=end,
        population="children",
        measure="part",
        part_of=(start, start + 4),
    )
    return sums(with_words(whole, "34 people", sentence), with_words(part, "40 children", sentence))


def with_words(claim: Claim, quote: str, sentence: str) -> Claim:
    """A claim with its quote and sentence."""
    return replace(claim, quote=quote, sentence=sentence)


def test_a_part_above_its_total_is_shown() -> None:
    assert part_of(SENTENCE, 16, 38) == ["40 is said to be part of 34."]


def test_a_figure_after_a_semicolon_is_no_part() -> None:
    assert part_of("It killed 34 people; the clinic counts 40 children.", 10, 40) == []

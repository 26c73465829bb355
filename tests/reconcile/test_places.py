"""Which place a question without one is about."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile


def asked(*claims: Claim) -> list[str]:
    names = sorted({claim.report for claim in claims})
    readings = tuple(
        make_reading(
            make_report(name, f"Report {name}", "2030-05-20"),
            [claim for claim in claims if claim.report == name],
        )
        for name in names
    )
    return sorted(question.question for question in reconcile(Resolution(readings)).questions)


@pytest.mark.parametrize(("whole", "apart"), [(2130, True), (90, False)])
def test_a_toll_is_no_part_of_the_region_that_a_small_figure_of_its_is_told_for(
    whole: int, apart: bool
) -> None:
    questions = asked(
        make_claim(whole, whole, source="Board"),
        make_claim(70, 70, source="State", report="b.txt"),
        make_claim(70, 70, source="State", report="c.txt", place="Losto"),
        make_claim(25, 25, source="State", report="d.txt", place="Mira"),
    )
    assert ("How many people were killed?" in questions) == apart
    assert "How many people were killed in Losto?" in questions

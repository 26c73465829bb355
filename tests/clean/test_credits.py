"""A report's last line comes in; the agency that it credits, and whether the text was taken over, is asserted."""

import pytest

from crossread.clean import clean
from crossread.model.report import Report
from crossread.model.source import Source

BODY = (
    "Flood kills nine in the valley\n\nNine people died when the river rose on Monday, the mayor said. "
    "Others fled to the hills and waited there for help.\n\n"
)
LINES = [
    ("With reporting by AFP", "AFP", False),
    ("Additional reporting from Kyodo.", "Kyodo", False),
    ("This article was first published by Reuters.", "Reuters", True),
    ("This story was originally published in The Valley Post.", None, True),
    ("First published on 3 May, updated on 4 May.", None, False),
]


@pytest.mark.parametrize(("line", "agency", "republished"), LINES)
def test_credit(line: str, agency: str | None, republished: bool) -> None:
    report = clean(Source("a.txt", (BODY + line + "\n").encode()))
    assert isinstance(report, Report)
    assert (report.agency, report.republished) == (agency, republished)

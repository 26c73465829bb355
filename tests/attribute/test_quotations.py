"""Quotation marks of every make, and texts that break them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.attribute import attribute
from crossread.attribute.quotations import Quotations, quotations_in
from crossread.model.report import Block, Report
from crossread.parse import Parser


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" and left.', ['"no"']),  # straight marks
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),  # curly marks, two quotations
        (
            "“He called it ‘a crime’ twice,” she said.",
            ["“He called it ‘a crime’ twice,”"],
        ),  # nested
        ("It was ‘a crime’ twice.", ["‘a crime’"]),  # single marks alone
        ("The boys’ school and the girls’ school.", []),  # apostrophes are no quotations
        ("«Nous partons», he said.", ["«Nous partons»"]),  # translated marks
        ("‘’Terror’’ it was.", ["‘’Terror’’"]),  # doubled marks
        ('"We go on and on', ['"We go on and on']),  # left open: to the end of the block
        ("“We go on.", ["“We go on."]),  # the same, curly
    ],
)
def test_quotations_are_found(text, quoted):
    assert [text[q.start : q.end] for q in quotations_in(text, 0, len(text))] == quoted


@given(st.text(alphabet="ab .,\"“”‘’«»'", max_size=60))
def test_quotations_never_overlap(text):
    found = Quotations(text, [(0, len(text))]).all
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= q.start < q.end <= len(text) for q in found)


@given(st.text(alphabet='abA .,:;"“”‘’()—\n10', max_size=120))
@settings(deadline=None)  # the first text loads the word lists
def test_attribute_takes_any_unparsed_text(text):
    report = Report("report.txt", "0" * 16, text, (Block(0, len(text), "body"),) if text else ())
    _, statements = attribute(Parser(None).parse(report), [])
    for statement in statements:
        assert all(0 <= start < end <= len(text) for start, end in statement.content)

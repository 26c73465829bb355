"""The event's first day: who may vote on it, and which dates are the event's own."""

from dataclasses import replace
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc
from tests.date.conftest import Read

from crossread.date import event_day, infer_published
from crossread.date.event import of_event
from crossread.date.phrases import find


def test_an_inferred_day_tells_nothing_of_the_event(read: Read) -> None:
    stated = read("The flood began on Saturday.", name="a.txt", published="2021-09-05")
    stated = replace(stated, report=replace(stated.report, published_basis="stated"))
    text = "The flood began on Thursday. The flood of Thursday was the worst flood."
    inferred = read(text, name="b.txt", published="2021-09-05")
    inferred = replace(inferred, report=replace(inferred.report, published_basis="inferred"))
    assert event_day([stated, inferred]) == date(2021, 9, 4)


def test_a_bulletin_as_of_a_day_takes_its_year_from_the_set(read: Read) -> None:
    dated = read("16 May 2024\n\nPeople fell ill.", name="a.txt")
    bulletin = read("Situation report\nData as of 12 May 18:00\n\nPeople fell ill.", name="b.txt")
    _, report = infer_published([dated, bulletin])
    assert (report.published_basis, report.published and report.published.iso) == (
        "stated",
        "2024-05-12",
    )


def test_a_day_that_leads_name_is_the_events_where_nothing_is_said_to_begin(read: Read) -> None:
    one = "Wed 13 September 2023\n\nNine bodies lay on the beach. On Sunday there was still a town, on Monday none."
    first = read(one, name="a.txt")
    second = read("Thu 14 September 2023\n\nOf Sunday nobody speaks. Nine are dead.", name="b.txt")
    reports = infer_published([first, second])
    dated = [replace(p, report=r) for p, r in zip((first, second), reports, strict=True)]
    assert event_day(dated) == date(2023, 9, 10)


FIRSTS = [("first", True), ("sixth", False)]


@pytest.mark.parametrize(("ordinal", "expected"), FIRSTS)
def test_the_first_of_its_kind_begins_the_event(read: Read, ordinal: str, expected: bool) -> None:
    text = f"the {ordinal} case on 28 April"
    parsed = read(text)
    doc = Doc(
        spacy.blank("en").vocab,
        words=text.split(),
        heads=[2, 2, 2, 4, 2, 4],
        deps=["det", "amod", "root", "case", "nmod", "nmod"],
        pos=["DET", "ADJ", "NOUN", "ADP", "NUM", "PROPN"],
    )
    (phrase,) = find(text)
    assert of_event(replace(parsed, doc=doc), phrase) is expected

"""A doctor's figure in a reading comes in; the hospital that the text before it tells of is asserted."""

from dataclasses import replace

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.resolve.census import take_census
from crossread.resolve.same_speaker import surname_of
from crossread.resolve.wards import ward_of

TOLD = "In Nolva the teaching hospital took in 24 people. {} said four had lost a leg."
CASES = [
    (TOLD.format("Surgeon Ada Brandt"), "Nolva Teaching Hospital"),
    (TOLD.format("Minister Ada Brandt"), None),  # who is no doctor speaks for no hospital
    (TOLD.format("Dr Ada Brandt").replace(". D", ".\nD"), None),  # another paragraph
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_doctor_speaks_for_the_hospital_told_of_before(text: str, expected: str | None) -> None:
    report = make_report("a.txt", text)
    ward = make_claim(
        24,
        24,
        said="the teaching hospital",
        source="Nolva Teaching Hospital",
        start=text.find("24"),
    )
    claim = replace(make_claim(4, 4, said="Ada Brandt", start=text.find("four")), source_party=None)
    directory = take_census([report], [], {})
    assert ward_of(directory, claim, make_reading(report, [ward, claim])) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [("Nizar al-Tamer", "tamer"), ("Luis de la Brena", "brena"), ("the al-Tamer hospital", None)],
)
def test_a_name_with_a_particle_is_a_persons(source: str, expected: str | None) -> None:
    claim = make_claim(4, 4, said=source, source="Harbour Union")
    found = surname_of(claim, "")
    assert (found.split()[-1].split("-")[-1] if found else None) == expected

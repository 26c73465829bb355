"""Reports that give a person's body by "its" come in; the body that "its" goes back to is asserted."""

import pytest
from tests.factories import make_report

from crossread.resolve.census import take_census
from crossread.resolve.speakers import officer_party, person_party

CASES = [
    # a quotation between the body and its officer names nobody's house
    (
        'The Harbour Union met. The relief charity Open Oar said it would sue. "We had two dead and the Ruvo '
        'Board laughed," said its head of mission, Ada Brandt.',
        "Ada Brandt",
        "Open Oar",
    ),
    # a sentence that begins with "it" goes on from the one before
    (
        "The Ruvo Rights Commission met the Harbour Union.\n\n16:40 The commission published a count. It has nine, "
        "six of them in Ruvo. Its chair, Ada Brandt, asked for access.",
        "Ada Brandt",
        "Ruvo Rights Commission",
    ),
    # in its own sentence the body named last
    (
        "The Ruvo Rights Commission was silent. The Harbour Union has a list, its president, Ada Brandt, said.",
        "Ada Brandt",
        "Harbour Union",
    ),
    # a hospital in small letters behind its place
    (
        "The Harbour Union was silent. Nolva regional hospital has six bodies, its director, Dr Ada Brandt, said.",
        "Ada Brandt",
        "Nolva regional hospital",
    ),
    # whose army that is nobody knows, and the front named before it is not meant
    (
        'The Tessar Front counted 53. The army denied it. "We hit a column," its spokesman, Colonel Ada Brandt, said.',
        "Ada Brandt",
        None,
    ),
    # a house that only its noun tells of
    (
        "Red Rock Casino burned. The casino's general manager, Ada Brandt, spoke of ten.",
        "Ada Brandt",
        "Red Rock Casino",
    ),
    # an inspector of mines is no policeman where there is an inspectorate
    (
        "Police closed the road. The Mines Inspectorate has a list. Chief Inspector of Mines Ada Brandt spoke of ten.",
        "Ada Brandt",
        "Mines Inspectorate",
    ),
    # a court's spokesman speaks for the court, not for its town
    (
        "Nolva mourns. Ada Brandt, spokesman for the Nolva courts, said ten had died in Nolva.",
        "Ada Brandt",
        "Nolva courts",
    ),
    # an office with its holder in brackets is no body's short name
    (
        "NATIONAL ASSEMBLY OF KENYA\n\nTHE DEFENCE MINISTER (Ada Brandt) spoke of ten dead in Kenya.",
        "Ada Brandt",
        None,
    ),
]


@pytest.mark.parametrize(("text", "person", "expected"), CASES)
def test_its_officer_speaks_for_the_body_that_its_goes_back_to(
    text: str, person: str, expected: str | None
) -> None:
    directory = take_census([make_report("a.txt", text)], [], {})
    party = person_party(directory, person) or officer_party(directory, person)
    assert (party.name if party else None) == expected

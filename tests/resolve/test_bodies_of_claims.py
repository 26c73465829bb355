"""The words of a speaker or of a cut body come in; the body that they name is asserted, or None."""

import pytest

from crossread.resolve.bodies import bodies_in, is_town
from crossread.resolve.phrase import body_of
from crossread.resolve.register import register
from crossread.resolve.unexplained import (
    is_no_body,
    lone_body,
    members_party,
    tidied,
    whole_body,
)

CUT = [
    ("adds police", "police"),
    ("In Sollano", "Sollano"),
    ("Urgent | The harbour board", "The harbour board"),
    ("police spokeswoman", "police"),
    ("Harbour Board", "Harbour Board"),
    ("chief fire officer", "fire service"),
    (None, None),
]


@pytest.mark.parametrize(("kept", "expected"), CUT)
def test_tidied(kept: str | None, expected: str | None) -> None:
    assert tidied(kept) == expected


LONE = [
    ("Penal Watch", "Penal Watch counted nine.", "Penal Watch"),
    ("Petrolac", "Petrolac, which employs 900, denied it.", "Petrolac"),
    ("Petrolac", "Two of Petrolac's workers died.", "Petrolac"),
    ("Ferro", "Ida Ferro wept. Ferro saw nine.", None),
    ("Witnesses", "Witnesses saw nine.", None),
    # a branch in a state, and a hospital that goes by its saint
    ("Brightfield India", "Brightfield India asked 380 families.", "Brightfield India"),
    ("Ada Jordan", "Ada Jordan saw nine.", None),
    ("St Agnes", "St Agnes has 87.", "St Agnes"),
    ("St Agnes", "The market in St Agnes burned. St Agnes has 87.", None),
]


@pytest.mark.parametrize(("words", "whole", "expected"), LONE)
def test_lone_body(words: str, whole: str, expected: str | None) -> None:
    assert lone_body(words, whole) == expected


WHOLE = [
    ("Ford", "Quarry Ford was cut off. Only Quarry Ford slept.", "Quarry Ford"),
    ("Ford", "Quarry Ford was cut off. Ford slept.", "Ford"),
    ("Camp Alder statement", "Camp Alder slept.", "Camp Alder"),
    ("Union", "President Union spoke. President Union wept.", "Union"),
]


@pytest.mark.parametrize(("kept", "whole", "expected"), WHOLE)
def test_whole_body(kept: str, whole: str, expected: str) -> None:
    assert whole_body(kept, whole) == expected


def test_a_members_party_stands_before_him() -> None:
    assert members_party("Sam Akrin", "Labour MP Sam Akrin has 13 names.") == "Labour"
    assert members_party("Sam Akrin", "Kenyan MP Sam Akrin has 13 names.") is None
    assert members_party("Sam Akrin", "Sam Akrin has 13 names.") is None


NO_BODIES = [
    ("its data directorate", True),
    ("health", True),
    ("nursing", True),
    ("provincial", True),
    ("Mayor Hill", True),
    ("Captain Cook Hospital", False),
    ("opposition", False),
    ("shelter sector", False),
    ("Harbour Board", False),
]


@pytest.mark.parametrize(("words", "expected"), NO_BODIES)
def test_fields_levels_and_what_is_somebodys_are_no_bodies(words: str, expected: bool) -> None:
    assert is_no_body(words) is expected


NAMED = [
    ("Dr Ana Reis of the Bay Institute said nine.", ["Bay Institute"]),
    ("Joe Strand of the Action Committee said nine.", ["Action Committee"]),
    ("Friends of the Bay Hospital met.", ["Friends of the Bay Hospital"]),
    (
        "The Ports Committee on Friday asked; the Committee on Roads heard.",
        ["Ports Committee", "Committee on Roads"],
    ),
    ("Office of Citizen Protection", ["Office of Citizen Protection"]),
]


@pytest.mark.parametrize(("line", "expected"), NAMED)
def test_a_person_is_no_part_of_the_bodys_name(line: str, expected: list[str]) -> None:
    assert list(bodies_in(line, line)) == expected


HOUSES = [
    ("the president", "Kenya"),
    ("the acting vice president", "Kenya"),
    ("the club president", None),
    ("the president of the bar association", None),
    ("the regional president", None),
    ("the embassy", None),  # any state's but the one where things happen
    ("the Peruvian consulate", "Peru"),
]


@pytest.mark.parametrize(("phrase", "expected"), HOUSES)
def test_whose_president_and_whose_embassy(phrase: str, expected: str | None) -> None:
    states = register().party_of
    body = body_of(phrase, states, states["kenya"])
    assert (body.name if body else None) == expected


def test_a_town_is_no_short_form_of_its_hospital() -> None:
    assert is_town(
        "Velt Dorn", "They fled from Velt Dorn. Nine lie in Velt Dorn, Velt Dorn Hospital said."
    )
    assert not is_town("Velt Dorn", "Velt Dorn Hospital said nine lie in Velt Dorn Hospital.")

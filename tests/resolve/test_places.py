"""Claims with places come in; the one spelling of each place, and which figures are of elsewhere, is asserted."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.resolve.gazetteer import scenes, state_of
from crossread.resolve.places import settle_places

TEXT = (
    "Fighting went on in Aleppo and near Homs. Shells fell in Homs, in Hama and in Aleppo. "
    "In Iraq, 11 soldiers were killed in the central Diyala province overnight."
)


def settled(*claims: Claim, text: str = TEXT) -> list[tuple[str | None, bool]]:
    """Each claim's place and whether it is background."""
    reading = make_reading(make_report(text=text), list(claims))
    return [(claim.place, claim.background) for claim in settle_places([reading])[0].claims]


def test_what_happened_in_another_state_is_background() -> None:
    claims = (
        make_claim(11, 11, place="central Diyala province"),
        make_claim(5, 5, place="Homs"),
        make_claim(7, 7),
    )
    assert settled(*claims) == [
        ("central Diyala province", True), ("Homs", False), (None, False),
    ]  # fmt: skip


def test_people_of_the_event_flee_and_are_treated_abroad() -> None:
    claims = (
        make_claim(40, 40, "displaced", place="Mosul"),
        make_claim(9, 9, "hospitalised", place="Mosul"),
    )
    assert settled(*claims) == [("Mosul", False), ("Mosul", False)]


def test_a_place_abroad_that_the_reports_speak_of_again_and_again_belongs_to_the_event() -> None:
    text = TEXT + " In Mosul too shells fell. Mosul was dark. Mosul buried three. Mosul waits."
    assert settled(make_claim(3, 3, place="Mosul"), text=text) == [("Mosul", False)]


def test_spellings_of_one_place_become_one() -> None:
    text = "In Türkiye many fled. Turkey asked for help. In Hasakah it was calm, in Hasaka not; Hasakah."
    claims = [make_claim(1, 1, place=place) for place in ("Türkiye", "Turkey", "Hasaka", "Hasakah")]
    assert [place for place, _ in settled(*claims, text=text)] == [
        "Turkey", "Turkey", "Hasakah", "Hasakah",
    ]  # fmt: skip


STATES = [
    ("Diyala province", "Iraq"),
    ("Odisha", "India"),
    ("Goma", "DRC"),
    ("Türkiye", "Turkey"),
    ("Union", None),
    ("Nowhereville", None),
]


@pytest.mark.parametrize(("place", "state"), STATES)
def test_state_of_a_place(place: str, state: str | None) -> None:
    assert state_of(place) == state


def test_scenes() -> None:
    assert scenes(TEXT) == {"Syria"}
    assert scenes("Nothing is said of where it was.") == set()


STRANGE = [
    "Six died in Les Chenaux. Snow fell in Les Chenaux, and the road to Les Chenaux is cut.",  # "Les" is a town abroad
    "Help came from UN and UN again. Doctors came from UN in the night.",
    "MIR: We counted six.\nNOOR: And then?\nMIR: Nine. From there we walked.",  # turns to speak, no datelines
    "Six died in Hale. Smoke hung in Hale and at Hale farm.",  # one namesake of a town, and no word of its state
]


@pytest.mark.parametrize("text", STRANGE)
def test_namesakes_of_places_make_no_scene(text: str) -> None:
    assert scenes(text) == set()

"""Sentences come in; what their words narrow a figure to is asserted, and that no scope contradicts another."""

import pytest
from tests.factories import make_claim
from tests.reconcile.told import printed

from crossread.model.claim import Claim
from crossread.reconcile.opposed import set_against
from crossread.reconcile.scope import scope_of

NARROWED = [
    ("The mill fire killed 140 people.", "140 people", "killed", ""),
    (
        "By noon 61 bodies had been identified by their families.",
        "61 bodies",
        "killed",
        "identified",
    ),
    ("Another table held 22 bodies without a name.", "22 bodies", "killed", "unidentified"),
    ("19 of the dead have yet to be identified.", "19", "killed", "part"),
    ("She said 48 people from her district were dead.", "48 people", "killed", "own"),
    ("The guild lists 30 men from the upper quays as dead.", "30 men", "killed", "from"),
    ("They dug 30 people from the rubble, all dead.", "30 people", "killed", ""),
    ("The monitor lists 77 men as summarily executed.", "77 men", "killed", "executed"),
    ("Of 310 hurt, 25 are in critical condition.", "25", "injured", "grave"),
    ("210 had gone home and 90 were still being treated.", "90", "injured", "still treated"),
    ("210 had gone home and 90 were still being treated.", "210", "injured", "discharged"),
    ("In the past 24 hours 1,300 people left by ferry.", "1,300 people", "evacuated", "one day"),
    ("Ward C | gravely hurt | 14", "14", "injured", ""),
    ("Of the town's dead 104 had turned 70.", "104", "killed", "age"),
    (
        "By noon 61 bodies had been handed over to their families.",
        "61 bodies",
        "killed",
        "handed over",
    ),
    ("It was a block in which three people drowned.", "three people", "killed", "one scene"),
    ("The attack in which three people died lasted a day.", "three people", "killed", ""),
    ("93 bodies had been brought to Losto.", "93 bodies", "killed", "brought"),
    ("The lower district alone lost 31 people.", "31 people", "killed", "alone"),
    ("More than 18 people were questioned.", "18 people", "detained", "questioned"),
    ("Over 2,850 people were hurt.", "2,850 people", "injured", ""),
    ("Out of the deceased, four came late.", "four", "killed", "part"),
    ("Eleven belong to Losto, a village of shepherds.", "Eleven", "killed", "from"),
    ("The funeral of five was held in the rain.", "five", "killed", "buried"),
    ("He spoke of 61 dead on the Ruvian side.", "61 dead", "killed", "one side"),
    ("That brings the Ruvian count to 33.", "33", "killed", "one side"),
    ("That brings the official count to 33.", "33", "killed", ""),
    ("Vasht clinic (facility only) | 33", "33", "killed", ""),
    ("In the facility only 33 people died.", "33 people", "killed", "alone"),
    ("There are 40 from Losto and 6 from the pass.", "40", "killed", "from"),
    ("There are 40 from Monday.", "40", "killed", ""),
    ("The children are 15, the eldest is 14.", "15", "killed", "age"),
    ("Those with a name already are 31.", "31", "killed", "identified"),
    (
        "The clinic counted 19 deaths in the week which ended Sunday.",
        "19 deaths",
        "killed",
        "one week",
    ),
    ("A week after the flood 19 people are dead.", "19 people", "killed", ""),
    ("The worst days so far: 220 new cases.", "220 new cases", "affected", "one week"),
]
STAFF = [("five nurses", "medical"), ("five firefighters", "fire"), ("five of its people", "own")]


@pytest.mark.parametrize(("sentence", "quote", "condition", "scope"), NARROWED)
def test_words_beside_a_figure_narrow_it(
    sentence: str, quote: str, condition: str, scope: str
) -> None:
    assert scope_of(make_claim(1, 1, condition, quote=quote, sentence=sentence)) == scope


@pytest.mark.parametrize(("quote", "scope"), STAFF)
def test_staff_are_told_apart_by_trade(quote: str, scope: str) -> None:
    claim = make_claim(5, 5, population="staff", quote=quote, sentence=f"It lost {quote}.")
    assert scope_of(claim) == scope


def said(number: int, source: str, sentence: str, report: str = "a.txt", **more: str) -> Claim:
    """A figure of one day, said in a sentence."""
    quote = f"{number} people" if f"{number} people" in sentence else str(number)
    return make_claim(
        number, number, source=source, sentence=sentence, quote=quote, report=report, **more
    )


def test_the_identified_do_not_contradict_the_dead() -> None:
    whole = said(140, "Fire office", "The fire office said 140 people died.")
    named = said(61, "Coroner", "The coroner said 61 people had been identified.", "b.txt")
    assert printed(whole, named) == []
    later = said(80, "Coroner", "80 people had been identified.", "c.txt", as_of="2030-05-13")
    assert printed(whole, named, later) == [("update", {61, 80})]
    dispute = said(95, "Police", "The police said 95 people had been identified.", "c.txt")
    assert printed(whole, named, dispute) == [("range", {61, 95})]


def test_two_speakers_in_one_sentence_answer_one_question() -> None:
    sentence = "The relief board puts 800 children among them; the guild says 950."
    first = make_claim(
        800, 800, "displaced", source="Board", population="children", quote="800 children",
        sentence=sentence, start=25,
    )  # fmt: skip
    second = make_claim(
        950, 950, "displaced", source="Guild", quote="950", sentence=sentence, start=61
    )
    assert set_against([first, second]) == {second.id: first}
    assert printed(first, second) == [("range", {800, 950})]
    far = make_claim(
        9500, 9500, "displaced", source="Guild", quote="9500", sentence=sentence, start=61
    )
    assert set_against([first, far]) == {}

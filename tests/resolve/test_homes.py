"""Texts that name states, lands and bodies come in; which state they are about is asserted, and who "the army" is."""

import pytest
from tests.factories import make_report

from crossread.resolve.census import take_census
from crossread.resolve.homes import home_state
from crossread.resolve.speakers import speaker_party

HOMES = [
    ("In Peru the river rose. Peru asked for help.", "Peru"),
    ("Peruvian police came late. Peru mourned.", "Peru"),
    ("In Dominica the river rose. Dominica asked for help.", "Dominica"),
    # nationals, soldiers abroad and a foreign ministry make no home
    ("Three Belgians died. Belgium's foreign ministry confirmed it.", None),
    ("French soldiers stayed in their camp. France has advised 1,100 citizens to leave.", None),
    # who comes from a state, and its consulate, tell nothing of where a text plays
    ("Twelve were hurt in the cabin. With us were three teachers from Kenya, she said.", None),
    ("The consulate of Peru asks for names. On the list were seven men from Peru.", None),
]


@pytest.mark.parametrize(("text", "expected"), HOMES)
def test_home_state(text: str, expected: str | None) -> None:
    home = home_state([text])
    assert (home.name if home else None) == expected


def test_new_mexico_is_not_mexico() -> None:
    assert home_state(["In New Mexico the river rose. New Mexico asked for help."]) is None


LANDS = [
    # a land that no register has, by name and adjective, with an army of its own
    ("In Ruvia the river rose. Ruvian troops came.", "the Ruvian army", "Ruvia’s army"),
    ("In Ruvia the river rose. The Ruvian army came.", "Ruvians", "Ruvia"),
    ("Keld mourns. Shells fell across Keld. Keldish soldiers died.", "the army", "Keld’s army"),
    # a land that only owns its officers
    ("Ruvia's Brigadier Amar spoke. The Ruvian army came.", "the Ruvian army", "Ruvia’s army"),
    # a month before a land's name, and an adjective before "interior"
    (
        "On 3 June Ruvia's Brigadier Amar spoke. The Ruvian army came.",
        "the Ruvian army",
        "Ruvia’s army",
    ),
    (
        "In Ruvia the river rose. A Ruvian interior minister came.",
        "the Ruvian army",
        "Ruvia’s army",
    ),
    # a surname and what looks like its adjective
    ("Ida Ruvia wept. The Ruvian army came.", "the Ruvian army", None),
]


@pytest.mark.parametrize(("text", "words", "expected"), LANDS)
def test_unregistered_lands(text: str, words: str, expected: str | None) -> None:
    report = make_report(text=text)
    directory = take_census([report], [words], {})
    party = speaker_party(directory, words, report)
    assert (party.name if party else None) == expected


def test_a_state_that_few_reports_name_is_no_home() -> None:
    first = "In Peru 40 men were buried. Peruvian police came, and Peru asked for its dead."
    others = ["The mine fell in. The police counted nine.", "Nine men came up, the police said."]
    reports = [make_report(text=text) for text in (first, *others)]
    assert take_census(reports, [], {}).home is None
    assert take_census(reports[:1], [], {}).home is not None
    assert take_census(reports, [], {}).home_of(reports[0]) is None  # nor of the one that does


def test_a_state_that_no_report_names_is_no_home() -> None:
    text = "Nine died in Toulouse and in Bordeaux. The education minister wept."
    named = f"{text} The river rose in France."
    assert take_census([make_report(text=text)], [], {}).home is None
    assert take_census([make_report(text=named)], [], {}).home is not None

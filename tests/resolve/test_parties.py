"""Texts with speakers come in; the party that a speaker or a counted side stands for is asserted, or None."""

import pytest
from tests.factories import make_report

from crossread.model.party import Party
from crossread.resolve.census import take_census
from crossread.resolve.names import abbreviates, fold, kin
from crossread.resolve.speakers import counted_party, speaker_party


def resolved(text: str, words: str, *others: str, sentence: str = "") -> str | None:
    """The party that the words stand for in a text where these others speak too."""
    report = make_report(text=text, outlet="The Hill Post")
    directory = take_census([report], [words, *others], {})
    party = speaker_party(directory, words, report, sentence=sentence)
    return party.name if party else None


LONG = "The River Defence Front (RDF) took the town. Two of its men died, an RDF spokesman said."
SPEAKERS = [
    # a branch in a state is not the state
    ("In Kenya it rained. Kenya mourned. Bluefield Kenya gave food.", "Bluefield Kenya", None),
    # an acronym in brackets, the long name, its spokesman
    (LONG, "the River Defence Front", "RDF"),
    (LONG, "an RDF spokesman", "RDF"),
    (LONG, "RDF officials", "RDF"),
    # ", or the X": the acronym explained by apposition
    ("The Hill People’s Union, or the HPU, said it had lost nobody.", "the HPU", "HPU"),
    # another language's name for it
    ("Nahda, the Arabic acronym for the Northern Renewal Army, fled.", "the Northern Renewal Army", "Nahda"),
    # an acronym that nobody explains but whose initials only one name has
    ("The Coastal Relief Network counted 40. Later the CRN said 42.", "the Coastal Relief Network", "CRN"),
    # a description that the texts give to one body only
    ("The dockers’ union DKU-4 warned of it. The union was ignored.", "the DKU-4", "DKU-4"),
    # a person's body by apposition, then by surname alone
    (LONG + " Aron Velt, head of the RDF’s press office, denied it. Mr. Velt gave no figure.", "Aron Velt", "RDF"),
    (LONG + " Aron Velt, head of the RDF’s press office, denied it. Mr. Velt gave no figure.", "Mr. Velt", "RDF"),
    # a title before the name
    (LONG + " RDF commander Ines Moro said so.", "Ines Moro", "RDF"),
    # states by adjective, by organ, by capital where the capital speaks
    ("Troops crossed the border.", "a senior US official", "US"),
    ("Troops crossed the border.", "U.S. defense officials", "US’s defence ministry"),
    ("Troops crossed the border.", "Ottawa", "Canada"),
    ("Troops crossed the border.", "Lima’s foreign ministry", "Peru’s foreign ministry"),
    ("Troops crossed the border.", "the Kenyan army", "Kenya’s army"),
    # bodies of the UN by their long names, and not as the UN at large
    ("People fled.", "the UN children’s agency UNICEF", "UNICEF"),
    ("People fled.", "the U.N. Office for the Coordination of Humanitarian Affairs", "OCHA"),
    # a national society is not the state, and not another body of a like name
    ("People fled.", "the Peruvian Red Cross", "Red Cross"),
    # an organ without its state belongs to the state that the texts are about
    ("In Peru the river rose. Peruvian towns were cut off, Lima said. Peru asked for help.", "the army", "Peru’s army"),
    # a court or the police in such a place are the state's, not the place's
    ("The mayor of Arequipa spoke in Peru. Peru waited.", "the Arequipa court", "Peru’s judiciary"),
    ("The mayor of Arequipa spoke in Peru. Peru waited.", "police in Arequipa", "Peru’s police"),
    # an inspector of mines is none of the police
    ("In Peru the mine burned. Peru mourned.", "the chief inspector of mines", None),
    # the authorities of a place below the state are not the state
    ("The governor of Arequipa spoke in Peru. Peru waited.", "the governor of Arequipa", "Arequipa"),
    # "we" in a report is its outlet
    ("We counted ten.", "our reporter", "The Hill Post"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), SPEAKERS)
def test_speakers(text: str, words: str, expected: str | None) -> None:
    assert resolved(text, words) == expected


NOBODY = [
    # the crowd has no party, even with a body's name beside it
    ("People fled.", "residents"),
    (LONG, "a resident who fled from the RDF"),
    # small words are not acronyms
    ("People fled.", "those who saw it"),
    # backed by a state is not the state
    ("A militia came.", "the US-backed militia"),
    # a title without a state, where the texts are of two states alike
    ("Peru and Chile closed the border. Chile and Peru blamed each other.", "the army"),
    # a mayor without a town
    ("In Peru the river rose. Peru asked for help.", "its mayor"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_one_candidate_or_none(text: str, words: str) -> None:
    assert resolved(text, words) is None


def test_a_bare_ministry_goes_back_to_the_state_it_was_named_with() -> None:
    text = (
        "Kenya mourns. In Kenya 40 died, Kenya said. Peru's foreign ministry wrote. The foreign ministry "
        "counts nine."
    )
    report = make_report(text=text)
    directory = take_census([report], ["the foreign ministry"], {})
    party = speaker_party(directory, "the foreign ministry", report)
    assert party is not None
    assert party.within == "Peru" or party.name == "Peru"


def test_a_bare_organ_is_of_the_state_where_its_sentence_says_that_it_is() -> None:
    text = "Kenya mourns. In Kenya the Kenyan army lost nine. It rained in Peru, where the army lost six."
    directory = take_census([make_report(text=text)], [], {})
    where = directory.state_where("It rained in Peru, where the army lost six.")
    assert where is not None
    assert where.name == "Peru"
    assert directory.state_where("In Kenya the Kenyan army lost nine.") is None


def test_the_end_of_a_long_name_is_that_name() -> None:
    text = "The Data Harbour Centre (DHC) met. Harbour Centre counted nine."
    directory = take_census([make_report(text=text)], ["Harbour Centre"], {})
    party = directory.party("Harbour Centre")
    assert party is not None
    assert party.name == "DHC"


def test_a_description_of_two_bodies_stands_for_neither() -> None:
    text = "The rights group LIDHA counted 30; the rights group CODAR counted 40."
    assert resolved(text, "the rights group") is None


def test_two_persons_of_one_surname_are_not_confused() -> None:
    text = "Ann Dole, spokeswoman for UNICEF, and Tom Dole, spokesman for Amnesty, spoke."
    assert resolved(text, "Ann Dole") == "UNICEF"
    assert resolved(text, "Dole") is None


def test_two_known_parties_are_never_joined() -> None:
    text = "The World Health Organization (UNICEF) said so. Peru, also known as Chile, agreed."
    report = make_report(text=text)
    directory = take_census([report], [], {})
    assert directory.party("World Health Organization") != directory.party("UNICEF")
    assert directory.party("Peru") != directory.party("Chile")


def test_the_users_aliases_go_first() -> None:
    report = make_report(text="The Kremlin and the Blues spoke.")
    directory = take_census(
        [report], [], {"Azure": ["the Blues"], "Russian Federation": ["Kremlin"]}
    )
    for words, name in (
        ("the Blues", "Azure"),
        ("The Kremlin", "Russian Federation"),
        ("Russia", "Russian Federation"),
    ):
        party = speaker_party(directory, words, report)
        assert party is not None
        assert party.name == name


def test_what_made_an_alias_is_kept() -> None:
    directory = take_census([make_report(text=LONG)], [], {})
    assert ("River Defence Front", "River Defence Front (RDF)") in [
        (name, words.removeprefix("The ")) for name, words in directory.grounds["RDF"]
    ] or any("(RDF)" in words for _, words in directory.grounds["RDF"])


def test_counted_people_by_nationality() -> None:
    report = make_report(text="Six Peruvians were held.")
    directory = take_census([report], [], {})
    assert counted_party(directory, "Peruvians", report) == Party("Peru", kind="state")


def test_spelling_and_folding() -> None:
    assert fold("the U.N.’s") == "un"
    assert fold("al-Hasakah") == "hasakah"
    assert kin("espranza", "esperanza")
    assert not kin("north kivu front", "south kivu front")
    assert not kin("unit 17", "unit 18")
    assert abbreviates("CRN", "Coastal Relief Network")
    assert not abbreviates("CRN", "Coastal Defence Network")


def test_a_city_and_an_area_alone_are_no_bodies_of_a_person() -> None:
    text = "The Commander of Police of the Region, Ada Moro, spoke. Health minister Ina Reis, in Surabaya, agreed."
    directory = take_census([make_report("a.txt", text)], ["Police of the Region", "Surabaya"], {})
    assert directory.party("Region") is None
    surabaya = directory.party("Surabaya")
    assert surabaya is None or surabaya.kind == "organ"

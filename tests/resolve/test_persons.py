"""Reports that name a person come in; the body that he or she is taken to speak for is asserted."""

import pytest
from tests.factories import make_report

from crossread.resolve.census import take_census
from crossread.resolve.phrase import spoken_for
from crossread.resolve.speakers import officer_party, person_party

CASES = [
    # "its" is the body last named; what is told behind the comma is no apposition
    (
        "The World Health Organization knows more. Its regional director, Ada Brandt, told us in Cairo.",
        "Ada Brandt",
        "WHO",
    ),
    # "its mayor" is the mayor of the place last named
    ("Worst hit was Sollano. Its mayor, Ida Ferro, spoke of twelve dead.", "Ida Ferro", "Sollano"),
    ("In Sollano the mayor, Ida Ferro, wept.", "Ida Ferro", "Sollano"),
    # the heading names the delegate's state
    (
        "Summary of the debate\n\nRWANDA. Ambassador Paul Kato rejected the figure.",
        "Paul Kato",
        "Rwanda",
    ),
    # a title alone speaks for the state that the texts are about, words before it aside
    (
        "Kenya mourns. Kenyan police and Kenyan troops came. In the morning Vice President Amos Otieno spoke.",
        "Amos Otieno",
        "Kenya",
    ),
    # an officer without a body serves the one state whose troops are named
    (
        "Nine US troops died, and more U.S. soldiers are hurt, Gen. Frank Holt said.",
        "Frank Holt",
        "US",
    ),
    # a verb that begins like a particle is no part of the name
    ("UNICEF spokeswoman Nadia Roy denied it.", "Nadia Roy", "UNICEF"),
    # a body in small letters
    (
        "Two hundred are dead, according to Joel Sami, who heads the civil society of Buro.",
        "Joel Sami",
        "civil society of Buro",
    ),
    # a mayor of no known place is "the mayor", unless there are two of them
    ("The mayor, Ida Ferro, spoke of twelve dead.", "Ida Ferro", "mayor"),
    (
        "The mayor, Ida Ferro, spoke of twelve dead. Upstream the mayor, Ugo Testa, knew of nobody.",
        "Ida Ferro",
        None,
    ),
    # a title before a surname alone
    ("Inspector Garro said two were dead.", "Garro", "police"),
    ("Two are dead, fire chief Milan Roos said.", "Milan Roos", "fire service"),
    ("The army was called. General Garro was brief.", "Garro", "army"),
    ("The army and the rebels fought. General Garro was brief.", "Garro", None),
    ("Kenya mourns. In Kenya nobody slept, President Otieno said.", "Otieno", "Kenya"),
    # a club's president is not the state's, whatever a later report calls him
    (
        "Kenya mourns. In Kenya nobody slept, club president Amos Otieno said. The president Otieno wept.",
        "Otieno",
        "club",
    ),
    (
        "Kenya mourns. In Kenya 40 fled, regional president Amos Otieno said.",
        "Amos Otieno",
        "regional president",
    ),
    # the body of a person told with "the" and one noun: the one body that has the noun in its name
    (
        "The Seventh Brigade came at dawn. Colonel Hamza Tarek of the Brigade lost six, he said.",
        "Hamza Tarek",
        "Seventh Brigade",
    ),
    # the time of day is nobody's office
    ("In Kenya 40 fled.\n2:33 PM Governor Rosa Yap says 40.", "Rosa Yap", "governor"),
    # the body's noun before the role: the one body that has it in its name
    (
        "The Dockers' Union was told at once. Five had died, union leader Ana Pires said.",
        "Ana Pires",
        "Dockers' Union",
    ),
    # their ambassador is the ambassador of the state last named
    (
        "Eight Peruvian trainees are missing. Their ambassador, Luis Prado, came in the afternoon.",
        "Luis Prado",
        "Peru",
    ),
    # a coroner speaks for no place, and a fire officer for the fire service
    ("The senior coroner for Harnshire, Paul Meller, read the names.", "Paul Meller", "coroner"),
    ("Chief Fire Officer Dan Marlo said 96 were out.", "Dan Marlo", "fire service"),
    # the one hospital's, and the hospital that is called by where it is
    (
        "Calder Hospital was full. Forty came, said Ana Pires, the chief physician.",
        "Ana Pires",
        "Calder Hospital",
    ),
    (
        'Four reached the hospital in Dunmar. "One is in surgery," said Tibor Hak, its head of trauma.',
        "Tibor Hak",
        "hospital in Dunmar",
    ),
    # a commissioner's commission, where the text names it
    (
        "Five left, said the Relief Commissioner, Salma Idri. The Commission lodged six.",
        "Salma Idri",
        "commission",
    ),
    # a fire captain, and those who speak for the one hospital named
    ("Two are dead, fire captain Milan Roos said.", "Milan Roos", "fire service"),
    (
        "The Losto Hospital is full. Dr Ana Reis, the emergency chief, wept.",
        "Ana Reis",
        "Losto Hospital",
    ),
    # the place behind a governor's name, and a body's noun before its name
    ("Governor Ana Reis of Losto State said two were dead.", "Ana Reis", "Losto State"),
    (
        "The shipping company, Tanglo Lines, wept. Its port captain, Ernesto Cruz, said so.",
        "Ernesto Cruz",
        "Tanglo Lines",
    ),
    # a town is not the hospital that has its name
    (
        "Santa Rena mourns. Santa Rena Doctors Hospital is full. Santa Rena's mayor, Grace Uy, said so.",
        "Grace Uy",
        "Santa Rena",
    ),
    # police have brigadiers too, where nobody names an army
    (
        "The police sealed the mine. All were held, Brigadier Sello Moro said.",
        "Sello Moro",
        "police",
    ),
    # the police of a place, and a body that the person runs
    ("Three died, said Ada Kirsa, police chief of Sandholm.", "Ada Kirsa", "Sandholm police"),
    # a hospital's name is no general's rank, and a count behind a name no apposition
    ("The army came. Dr Ana Reis of Losto General saw nine.", "Ana Reis", None),
    ("Nine are in beds, said Ana Reis, seven of them Kenyan farm workers.", "Ana Reis", None),
    # "its president" and a shire's are not the state's, a region's commissioner no commission's
    (
        "In Peru the river rose. Peru wept. The home club is shut. Its president, Ana Reis, wept.",
        "Ana Reis",
        None,
    ),
    (
        "In Peru the river rose. Peru wept. Shire president Ana Reis wept.",
        "Ana Reis",
        None,
    ),
    (
        "The Human Relief Commission lodged six. Regional commissioner Ana Reis wept.",
        "Ana Reis",
        None,
    ),
    # the body behind its kind, whatever is named in it
    (
        "Rob Castel, president of the union Harbour Pilots of Peru, said so.",
        "Rob Castel",
        "Harbour Pilots of Peru",
    ),
    # a hospital's superintendent is no policeman, and was one of his house's only once
    (
        "Police in Kenya came. Kenya mourns. Losto Hospital is full, medical superintendent Dr Ana Reis said.",
        "Ana Reis",
        "Losto Hospital",
    ),
    (
        "Police in Kenya came. Kenya mourns. Losto Hospital burned. Ana Reis, then its superintendent, wept.",
        "Ana Reis",
        "Losto Hospital",
    ),
    # the fire service is what the texts call it, an officer's office what they name
    ("The fire brigade came at dawn. Fire chief Milan Roos wept.", "Milan Roos", "fire brigade"),
    (
        "The county flood office sent a warning. County flood officer Ana Reis wept.",
        "Ana Reis",
        "county flood office",
    ),
]


SPEAKERS = [
    ("the army's spokesman", "army"),
    ("a coalition official", "coalition"),
    ("a spokesman for the harbour board", "harbour board"),
    ("a rights group", None),  # nobody in particular
    ("an old fisherman", None),
]


@pytest.mark.parametrize(("words", "wanted"), SPEAKERS)
def test_body_that_a_role_speaks_for(words: str, wanted: str | None) -> None:
    assert spoken_for(words) == wanted


@pytest.mark.parametrize(("text", "person", "wanted"), CASES)
def test_body_of_a_person(text: str, person: str, wanted: str | None) -> None:
    directory = take_census([make_report(text=text)], [], {})
    party = person_party(directory, person) or officer_party(directory, person)
    assert (party.name if party else None) == wanted

"""A claim's speaker and the words beside him in a text come in; that a body's name is filed, and whole, is asserted."""

import pytest
from tests.resolve.test_voices import filed

CASES: list[tuple[str, str, str | None, str | None]] = [
    # a transcript's labels: persons and offices in capitals, with their bodies in brackets or none
    (
        "MS. DORN (Quay Pilots): Nine of us.\n\nMS. DORN: Four are well.",
        "MS. DORN",
        None,
        "Quay Pilots",
    ),
    (
        "Mr ABEL-ROY: Nine died.\n\nThe CHAIR: Thank you.\n\nMr ABEL-ROY: Yes.",
        "Mr ABEL-ROY",
        None,
        None,
    ),
    ("A WOMAN: Nine died.\n\nQ: Who told the woman?", "A WOMAN", None, None),
    ("HOST: How many?\n\nCALLER: Nine.\n\nHOST: Sure?\n\nCALLER: Nine.", "CALLER", None, None),
    ("MINISTER OF HEALTH: Nine died.", "MINISTER OF HEALTH", "HEALTH", "health ministry"),
    ("THE NORRA SPOKESMAN: Nine.", "THE NORRA SPOKESMAN", "NORRA", "NORRA"),
    # a speaker's name in capitals behind a title, the lines numbered
    ("2. Ms ROVAN. Nine died.\n\n3. Mr TILL. None did.", "ROVAN", None, None),
    ("DR AT NORRA: NINE DIED.", "DR", None, None),
    # no body: what only opens its sentence with a capital
    ("Her group counts nine dead.", "Her group", None, None),
    ("Women in the same group count nine dead.", "Women in the same group", None, None),
    ("A guard at the pier counts nine dead.", "A guard at the pier", None, None),
    ("A pilots' group counts nine dead.", "A pilots' group", None, "pilots' group"),
    # a city's, a port's, a railway's police are its own
    (
        "Kenyan police are silent. Nine died, metro police said.",
        "metro police",
        "metro police",
        "metro police",
    ),
    ("In Kenya nine died, the port police said.", "the port police", None, "port police"),
    # a paper's day is no part of whose paper it is
    (
        "Nine died, by Tuesday's harbour inquiry.",
        "Tuesday's harbour inquiry",
        "Tuesday's harbour inquiry",
        "harbour inquiry",
    ),
    # a ministry by its field alone, or with a loose noun
    (
        "The interior ministry is silent. Interior, Ada Moro: nine.",
        "Ada Moro",
        "Interior",
        "interior ministry",
    ),
    (
        "The Ministry of the Interior is silent. The Interior side says nine.",
        "The Interior side",
        "Interior side",
        "interior ministry",
    ),
    # an acronym in a list stays one, and so does one that a label spells out
    ("NQP: 9 dead. Hour by hour.\nAccording to the NQP nobody slept.", "NQP", None, "NQP"),
    ("RBQ (Relief Board of Quarra): nine dead.\nThe RBQ was quick.", "RBQ", None, "RBQ"),
    # no place is called by what stands before an office
    ("Lord Mayor Ada Moro counts nine dead.", "Ada Moro", "Lord Mayor", "mayor"),
    ("Former governor Ada Moro counts nine dead.", "Ada Moro", None, "governor"),
    # a house that speaks by its bare noun is no ministry's that was named before
    (
        "The transport ministry puts the dead at 58. The mortuary says 61.",
        "The mortuary",
        "the transport ministry",
        None,
    ),
    # a body's name without its seat, and with what it is for
    (
        "Nine are held, the Relief Committee in Solta said.",
        "Relief Committee in Solta",
        None,
        "Relief Committee",
    ),
    (
        "The Relief Committee in Solta said nine, the Relief Committee in Mira eight.",
        "Relief Committee in Solta",
        None,
        "Relief Committee in Solta",
    ),
    (
        "The National Commission on Torture counts nine.",
        "National Commission on Torture",
        None,
        "National Commission on Torture",
    ),
    # what a list, an hour, a count or a verb leaves beside it
    (
        "3. The fishermen's association counts nine dead.",
        "3. The fishermen's association",
        "3. The fishermen's association",
        "The fishermen's association",
    ),
    ("Nine died, quay board eight, it said.", "quay board eight", "quay board eight", "quay board"),
    ("Quay Board tweets: nine dead.", "Quay Board tweets", "Quay Board tweets", "Quay Board"),
    ("Oslo-based Norra Line says so.", "Norra Line", "Oslo-based Norra Line", "Norra Line"),
    ("The Prison Board's director general, Ada Moro, told.", "Ada Moro", None, "Prison Board"),
    # those counted do not speak
    ("Seven Danes were aboard. Nine died, Dan Keel said.", "Dan Keel", "Seven Danes", None),
    ("forty tribesmen came. Nine died, Dan Keel said.", "Dan Keel", "forty tribesmen", None),
    ("Two Rivers Hospital has nine.", "Two Rivers Hospital", None, "Two Rivers Hospital"),
    # the rest of a cut name, and a name without its person's
    ("Ada Moro of Clinic No. 4 counts nine.", "Ada Moro", "Clinic No", "Clinic No. 4"),
    (
        "The Fire and Salvage Board has nine. Dan Keel said so.",
        "Dan Keel",
        "Fire",
        "Fire and Salvage Board",
    ),
    (
        "Nine died, QRB coxswain Dan Keel said.",
        "QRB coxswain Dan Keel",
        "QRB coxswain Dan Keel",
        "QRB",
    ),
    ("Nine died, Sarpanch Dan Keel said.", "Sarpanch Dan Keel", "sarpanch Dan Keel", None),
    ("DR KEEL: Nine.\n\nMS DORN: Eight.", "DR KEEL", "DR KEEL", None),
    ("Dr Ada Moro of St. Olaf's has nine.", "Ada Moro", "St.", "St. Olaf's"),
    (
        "St. Olaf's Hospital has nine.",
        "St. Olaf's Hospital",
        "Olaf's Hospital",
        "St. Olaf's Hospital",
    ),
    # a plural owner within a name
    (
        "The Norra Ferry Workers' Union counts nine.",
        "The Norra Ferry Workers' Union",
        "Norra Ferry Workers",
        "Norra Ferry Workers' Union",
    ),
    (
        "Nine died, Ada Moro of the Norra Net Menders’ Guild said.",
        "Ada Moro",
        "Norra Net Menders",
        "Norra Net Menders’ Guild",
    ),
    # a ministry is not named by its field alone, nor an authority by its level
    (
        "Source\tDead\nCut-off Ministry of Fisheries\t8\nNine died, the fisheries ministry said.",
        "the fisheries ministry",
        None,
        "fisheries ministry",
    ),
    ("Local authorities count nine.", "Local authorities", None, None),
    ("Health authorities count nine.", "Health authorities", None, None),
    # a headline is nobody's name, a letterhead is
    (
        "THE SEA HAS TAKEN NINE OF OURS\nNine died, Father Keel said.",
        "Father Keel",
        "THE SEA HAS TAKEN NINE OF OURS",
        None,
    ),
    ("NORRA LINE\nNine died, Dan Keel said.", "Dan Keel", "NORRA LINE", "NORRA LINE"),
    # a speaker's turn: who is a member of a party speaks for his office; a city is where a body sits
    ("MR ROVAN (Minister of Works, ABX) said nine died.", "ROVAN", "ABX", "works ministry"),
    ("Nine died (Minister of Works, ABX).", "", "Harbour Board", "Harbour Board"),
    ("MS GARCÍA (Quay List) said nine died.", "MS GARCÍA", None, "Quay List"),
    (
        "Kenya mourns. Kenyan police and troops came.\n\n1. The MINISTER (Mr Rovan). Nine died in Kenya.",
        "Rovan",
        None,
        "Kenya",
    ),
    ("Body | Dead\nNDHX (Lisbon), 13 July | 9\nNDHX, 20 July | 9", "NDHX", "NDHX", "NDHX"),
    # a union of somebody is no other union, armed rulers are no army, and a word in a name is no acronym
    (
        "The union of weavers counts nine. The African Union met.",
        "The union of weavers",
        "union",
        "union of weavers",
    ),
    (
        "The army of Chad waits. The military council says nine died in Chad.",
        "The military council",
        "military council",
        "military council",
    ),
    ("Nine died, says a surgeon at Royal Care.", "a surgeon", "Royal Care", "Royal Care"),
    # what a text goes on from as from a body
    ("Orbit Lantern says it took nine.", "Orbit Lantern", None, "Orbit Lantern"),
    ("Orbit Lantern says he saw nine.", "Orbit Lantern", None, None),
    (
        "Brightfield New Zealand tells us of nine.",
        "Brightfield New Zealand",
        None,
        "Brightfield New Zealand",
    ),
    # a minister speaks for no house beside him
    (
        "Kenya mourns, in Kenya's north. The Harbour Bureau held nine, the minister said.",
        "the minister",
        "Harbour Bureau",
        "Kenya",
    ),
    # whose an office is: of the person who owns it, named with it or before it
    (
        "Interior Minister Ada Krall counts eight. Krall's office counted nine.",
        "Krall's office",
        "Krall",
        "interior ministry",
    ),
]


@pytest.mark.parametrize(("text", "source", "body", "expected"), CASES)
def test_a_body_is_filed_under_a_name_of_its_own(
    text: str, source: str, body: str | None, expected: str | None
) -> None:
    assert filed(text, source, body) == expected

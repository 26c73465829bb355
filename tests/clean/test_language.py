"""English or not: function words decide, lingua only where they leave doubt."""

import pytest

from crossread.clean.language import is_english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said 12 people had died.", True),
        ("12 morts à Lyon", True),  # too short to tell: passes
        # names of people and places do not make it foreign
        ("Killed: Ahmad al-Rashid, 34; Fatima Yusuf, 12; Omar Haddad, 56; Khaled Mansour, 23. Wounded: "
         "Ibrahim Saleh, Nour Aziz, Hassan Karim. Source: Tishreen hospital.", True),
        # a table has no function words
        ("Province Dead Missing Displaced\nNorth 12 3 1200\nUpper Valley 4 0 310\nDelta 31 18 14000\n"
         "Killed Injured Houses Total", True),
        # stiff translated English
        ("The martyrs of the bombardment have reached the number of 29, and the wounded 75, announced the "
         "Directorate of Health in its statement of the evening.", True),
        ("Au moins douze personnes ont été tuées mardi dans l'effondrement d'un immeuble à Marseille, a "
         "annoncé la préfecture.", False),
        ("Bei einem Brand in einem Wohnhaus in Dortmund sind am Montag mindestens drei Menschen ums Leben "
         "gekommen, teilte die Polizei mit.", False),
        ("Watu kumi na wawili wamefariki dunia baada ya basi kupinduka katika barabara kuu ya Mombasa, "
         "polisi wamesema.", False),
        ("В результате взрыва погибли двенадцать человек, сообщили в полиции.", False),
        ("地震で少なくとも12人が死亡した。", False),
    ],
)  # fmt: skip
def test_is_english(text: str, expected: bool) -> None:
    assert is_english(text) is expected

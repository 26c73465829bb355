"""A claim's speaker and body in a text come in; the name under which the claim is filed is asserted, or None."""

from dataclasses import replace

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.party import Party
from crossread.resolve import resolve
from crossread.resolve.directory import Directory
from crossread.resolve.same_speaker import one_body_each
from crossread.resolve.unexplained import sits_for
from crossread.resolve.witnesses import bodies_beside


def filed(text: str, source: str, body: str | None) -> str | None:
    """The body's name of one claim by this speaker, whom the sentence gives this body, in this text."""
    report = make_report(text=text)
    at = text.find(source)
    claim = replace(
        make_claim(9, 9, sentence=text.split(". ")[-1], report=report.name),
        source=source,
        source_at=(at, at + len(source)) if at >= 0 else None,
        source_party=body,
    )
    return resolve([make_reading(report, [claim])]).readings[0].claims[0].source_party


def test_one_person_has_one_body_in_all_reports() -> None:
    first = make_report("a.txt", "Nine died, said Josef Lanik of the mountain rescue service.")
    second = make_report("b.txt", "Ten died, Lanik said.")
    claims = [
        replace(make_claim(9, 9, report=report.name, sentence=report.text), source=source)
        for report, source in ((first, "Josef Lanik"), (second, "Lanik"))
    ]
    readings = [
        make_reading(report, [claim]) for report, claim in zip((first, second), claims, strict=True)
    ]
    told = [reading.claims[0].source_party for reading in resolve(readings).readings]
    assert told == ["mountain rescue service"] * 2


def test_a_part_of_a_houses_name_counts_for_the_house_and_most_counts_where_nothing_is_told() -> (
    None
):
    houses = ["San Rafael hospital", "San Rafael hospital", "San Rafael", "ministry", None]
    reports = [make_report(f"{i}.txt", f"Dr Ada Moro said {i} died.") for i in range(len(houses))]
    readings = [
        make_reading(
            report,
            [
                replace(
                    make_claim(9, 9, report=report.name, sentence=report.text),
                    source="Ada Moro",
                    source_at=(3, 11),
                    source_party=body,
                )
            ],
        )
        for report, body in zip(reports, houses, strict=True)
    ]
    told = [
        reading.claims[0].source_party for reading in one_body_each(Directory(), readings, readings)
    ]
    assert told == ["San Rafael hospital"] * 5


def test_a_persons_own_name_gives_way_to_the_body_told_elsewhere() -> None:
    reports = [
        make_report(f"{i}.txt", f"Nine died, {who} said.")
        for i, who in enumerate(("Isla Boyd", "Boyd"))
    ]
    bodies = ["council", "Boyd"]
    readings = [
        make_reading(
            report,
            [
                replace(
                    make_claim(9, 9, report=report.name, sentence=report.text),
                    source=source,
                    source_party=body,
                )
            ],
        )
        for report, source, body in zip(reports, ("Isla Boyd", "Boyd"), bodies, strict=True)
    ]
    told = [
        reading.claims[0].source_party for reading in one_body_each(Directory(), readings, readings)
    ]
    assert told == ["council", "council"]


def test_a_known_body_in_one_phrase_with_a_name_bears_witness() -> None:
    directory = Directory()
    for name in ("Dyers Union", "Tram Union", "Losto"):
        directory.enter(name, Party(name, kind="organ" if name == "Losto" else "other"), "")
    text = (
        "Dyers Union steward Ola Brandt spoke. Brandt said the Tram Union struck. "
        "At the Tram Union hospital Brandt wrote. In Losto Brandt waited."
    )
    assert bodies_beside(directory, "Brandt", [text]) == {"Dyers Union": 1}


def test_a_body_beside_the_name_elsewhere_goes_before_one_that_stands_far_from_it() -> None:
    texts = [
        "Flooding killed many. Dyers Union, Ola Brandt wrote, lost 9.",
        "The Tram Union met on the quay in the rain for hours, and nothing came of it. Ola Brandt counted 9.",
        "Dyers Union steward Brandt counted 9. The Dyers Union was founded here.",
    ]
    reports = [make_report(f"{i}.txt", text) for i, text in enumerate(texts)]
    readings = []
    for report, body in zip(reports, (None, "Tram Union", None), strict=True):
        at = report.text.find("Brandt")
        claim = replace(
            make_claim(9, 9, report=report.name, sentence=report.text),
            source="Brandt",
            source_at=(at, at + 6),
            source_party=body,
        )
        readings.append(make_reading(report, [claim]))
    told = {reading.claims[0].source_party for reading in resolve(readings).readings}
    assert told == {"Dyers Union"}


PERU = "In Peru it rained. Peru mourns. Peruvian towns were cut off. "
VOICES = [
    # a land's adjective that stands in no sentence with the person, and a government of several sides
    ("(Interpreted from French.) It rained. Ada Moro spoke of 9.", "Ada Moro", "French", None),
    ("The health ministry of the Government of National Accord has 9.",
     "The health ministry of the Government of National Accord", None,
     "health ministry of the Government of National Accord"),
    # an organ of the event's one state goes by its kind, and under its state where the words name it; so a ministry
    (PERU + "The coast guard counted 9 dead.", "The coast guard", "coast guard", "coast guard"),
    (PERU + "The health ministry counted 9 dead.", "The health ministry", "health ministry", "Peru"),
    (PERU + "The justice minister, Ana Reis, spoke of 9.", "Ana Reis", "justice minister", "Peru"),
    (PERU + "The Peruvian health ministry counted 9 dead.", "The Peruvian health ministry", None, "Peru"),
    (PERU + "The health ministry in Lima counted 9 dead.", "The health ministry in Lima", None, "Peru"),
    (PERU + "The president said 9 died.", "The president", "president", "Peru"),
    # a state, a province speaks itself, whatever body stands beside it
    ("In Losto province it rained. The province has 9 dead, far above the railways' five.", "The province", "railways",
     None),
    # where two states are named alike the police are still one, and an army is somebody's
    (PERU + "Chile waits. In Chile it snowed. Chilean and Peruvian lorries stood. Chile asked. Police found 9.",
     "Police", "Police", "police"),
    # a colonel can be of the police, and the Bay Guard's a commander's own
    (PERU + "Colonel Ada Moro of the police said 9 died.", "Ada Moro", "police", "police"),
    # the UN's agency is not the UN
    ("Jan Velder of the UN refugee agency said 9 died.", "Jan Velder", "UN refugee agency", "UN refugee agency"),
    # a bare noun: the one body of its kind, itself where none is named, nobody where two are
    ("The Dyers Union struck. Ola Brandt, from the union, counted 9.", "Ola Brandt", "union", "Dyers Union"),
    ("Ola Brandt, who runs the union, counted 9.", "Ola Brandt", "union", "union"),
    ("The Dyers Union and the Tram Union struck. Ola Brandt, from the union, counted 9.", "Ola Brandt", "union", None),
    ("THE MINISTER: Of these 9 died.", "THE MINISTER", "MINISTER", "minister"),
    # premiers of provinces, and chief ministers anywhere, do not speak for the state
    ("In Canada it burns. Canada mourns. Premier Lund spoke of 9. Canadian crews left.", "Premier Lund", "Premier Lund",
     "premier"),
    ("In Italy it burns. Italy mourns. Premier Lund spoke of 9. Italian crews left.", "Premier Lund", "Premier Lund",
     "Italy"),
    ("In India it rains. India mourns. Chief Minister Varun spoke of 9. Indian crews left.", "Varun",
     "Chief Minister Varun", "chief minister"),
    # a place beside an office without one
    ("Mayor Ilse Kern spoke late. In Nolvara, Kern said, 9 died.", "Ilse Kern", "Nolvara", "Nolvara"),
    # a known body's name around a cut one, and a title that is no body
    ("Doctors Without Borders took in 9.", "Without Borders", None, "Doctors Without Borders"),
    ("The Rev. Tom Abel hid 9.", "Tom Abel", "Rev.", None),
    # the organ of another body than a state
    ("In Peru it rained. Peru mourns. The health ministry of the Delta Authority counted 9.",
     "The health ministry of the Delta Authority", "health ministry", "Delta Authority"),
    # a mayor's town ends where her title and name begin
    ("In Bellmar it rained. The mayor of Bellmar Ms. Ana Lin said 9 died.", "Ana Lin", "Bellmar Ms", "Bellmar"),
    # another's title and name, a dateline and a level below the state are no body
    ("PRESIDENT KOLDO: Nine.\nGENERAL MAREN: It was 9.", "GENERAL MAREN", "PRESIDENT KOLDO", None),
    ("SOLANO – Undersecretary Nerin said 9 died.", "Nerin", "SOLANO", None),
    ("Regional governor Ana Reis said 9 died.", "Ana Reis", "Regional", "regional governor"),
    # what is said of a body before its name, and a hospital that is a saint's
    ("The semi-official Farn agency said 9 died.", "The semi-official Farn agency", "semi-official Farn agency",
     "Farn agency"),
    ("At St Lena's, Dr Voss saw 9 die.", "Voss", "St Lena", "St Lena's"),
    # a body that has its seat said before its name
    ("Oslo-based Hengor put it at 9.", "Oslo-based Hengor", "Peru", "Hengor"),
    # the words that the texts have for an organ, and an inspector of schools
    (PERU + "The prosecutors have 9 dead.", "The prosecutors", "prosecutors", "prosecutors"),
    ("Ruvo waits. Prosecutor Ana Reis has 9 dead.", "Ana Reis", "prosecutor", "prosecutor"),
    ("Ana Reis, the academy inspector, saw 9 die.", "Ana Reis", "academy inspector", "academy inspector"),
    # a minister's field that a company could be called by, and the ministry of the capital a report is filed from
    (PERU + "The Mineral Resources Minister Ana Reis said 9 died. Mineral Resources grew.", "Ana Reis",
     "Mineral Resources ministry", "Peru"),
    ("MAPUTO, Jan 20 - The foreign ministry said 9 died.", "the foreign ministry", "foreign ministry", "Mozambique"),
    # a bare organ is at home where its sentence names no other state, and abroad where the sentence says so
    (PERU + "Chile's consul came. The interior ministry has 9 dead.", "The interior ministry", "Chile's", "Peru"),
    (PERU + "In Santiago the interior ministry has 9 dead.", "the interior ministry", None, "Chile"),
    # people of one trade with a body of their own, and one of them
    ("Ana Reis, of Lawyers for the Poor, counted 9. The poor wept.", "Ana Reis", None, "Lawyers for the Poor"),
    ("A guard who ran said 9 died.", "A guard", None, None),
    ("A lawyers' group could confirm 9.", "A lawyers' group", None, "lawyers' group"),
    # whom a person speaks for who speaks for another, a body called by its kind, and a surname that is no body's part
    ("Governor Ana Reis of Losto State wept. Reis's spokesman, Dele Ige, said 9 died.", "Dele Ige", "Reis",
     "Losto State"),
    ("The nurses' union Medvik has 9 dead.", "The nurses' union Medvik", "Medvik", "Medvik"),
    ("Ernesto Cruz came. Cruz of Tanglo Lines said 9 died.", "Cruz of Tanglo Lines", None, "Tanglo Lines"),
    # a governor speaks for no company, and a town's prison for itself
    ("Sea Harbour Group sank. The governor said 9 died.", "The governor", "Sea Harbour Group", None),
    ("The mayor of Losto wept. The head of Losto prison, Ana Reis, said 9 died.", "Ana Reis", "Losto prison",
     "Losto prison"),
    # a doctor told of with the town alone speaks for its hospital, a resident for nobody
    ("Dr Ana Reis of Losto wept. The hospital in Losto is full. Reis said 9 died.", "Ana Reis", "Losto",
     "Losto hospital"),
    # whose a place is does not speak, nor a senator who asks
    ("Authorities in northern Peru's Losto State said 9 died.", "Authorities in northern Peru's Losto State", "Peru",
     "Losto State"),
    ("Flood officer Dan Keel said 9 died. Sen. Ada Roy wept.", "Dan Keel", "Ada Roy", None),
    # the director of a prison
    ("Ana Reis, who runs the prison, counted 9.", "Ana Reis", "prison", "prison"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "body", "expected"), VOICES)
def test_name_that_a_claim_is_filed_under(
    text: str, source: str, body: str | None, expected: str | None
) -> None:
    assert filed(text, source, body) == expected


SPOKEN_IN = "(Interpretation from French.) The road to Bay View is cut. "


def test_a_language_and_a_sea_tell_of_no_state() -> None:
    assert (
        filed(
            SPOKEN_IN + "Wind rose off the Gulf of Mexico. The government counted 9.",
            "The government",
            "government",
        )
        == "government"
    )


def test_a_member_of_an_assembly_is_not_the_place_he_comes_from() -> None:
    assert sits_for("A Member from Losto", "Losto")
    assert sits_for("an opposition MP from Losto", "Losto")
    assert not sits_for("a Green MP from Losto", "Green")
    assert not sits_for("an official from Losto", "Losto")
    assert not sits_for("the deputy minister", "Ruvia")


HOUSES = [
    # the body that stands around the name in the speaker's own words, whatever body stands nearby
    ("The fire service came. Sorel of the ferry union counted nine", "Sorel of the ferry union",
     "fire service", "ferry union"),
    ("Penal Watch's Ada Moro saw nine. The police denied it", "Penal Watch's Ada Moro",
     "police", "Penal Watch"),
    # a crowd's words, and what a land owns, are no person's
    ("The police came. Residents of Losto counted nine", "Residents of Losto", None, None),
    ("Peru's Morning Star counted nine. The police denied it", "Peru's Morning Star",
     None, None),
    # a mayor known as such speaks for no service, no state and no union
    ("Mayor Ana Reis wept. The Losto Coast Guard came. Ana Reis counted nine", "Ana Reis",
     "Losto Coast Guard", "mayor"),
    ("In Peru the river rose. Mayor Ana Reis wept. Ana Reis counted nine", "Ana Reis", "Peru",
     "mayor"),
    # whom a transcript names as somebody's, where his turn to speak gives his name alone
    ("HEARING\nCHAIR: Dr Moro of Sandholm Relief, you were there?\nDR MORO: I counted nine",
     "DR MORO", "Sandholm Relief", "Sandholm Relief"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "body", "expected"), HOUSES)
def test_whose_a_named_person_is(
    text: str, source: str, body: str | None, expected: str | None
) -> None:
    assert filed(text, source, body) == expected


NOT_HIS = [
    # whose place or land a private person comes from does not speak, that of a diplomat does
    ("One baker of Sollano counted 9", "One baker of Sollano", "Sollano", None),
    ("Fighting closed the road in Peru. A Chilean cook, 31, counted 9", "A Chilean cook", None, None),
    ("A Chilean diplomat counted 9", "A Chilean diplomat", None, "Chile"),
    ("A nurse at Losto hospital counted 9", "A nurse at Losto hospital", "Losto hospital",
     "Losto hospital"),
    # who is but close to a body
    ("A channel close to the army wrote of 9", "A channel close to the army", "army", None),
    # what a cut leaves of initials, and a body called by its kind
    ("To the Commissioner for Fair Trade B. N. Sorel. The channel Norda wrote of 9",
     "The channel Norda", "Fair Trade B", "Norda"),
    ("The watchdog Lumen Conta does not agree: 9", "The watchdog Lumen", "Lumen", "Lumen Conta"),
    ("UNCONFIRMED Norda has 9", "UNCONFIRMED Norda", "UNCONFIRMED Norda", "Norda"),
    # another person's name, and another bearer of a surname
    ("The governor of Sundra, Ada Moro, spoke. Eli Tarn counted 9", "Eli Tarn", "Moro", None),
    ("Omar Sand, spokesman of the Dyers Union, spoke. Ana Sand counted 9", "Ana Sand", None, None),
    ("Omar Sand, spokesman of the Dyers Union, spoke. O. Sand counted 9", "O. Sand", None,
     "Dyers Union"),
    # the government of a part of a land is not the state's, a command is its own
    ("In Yemen two governments count. Yemen's southern authorities counted 9",
     "Yemen's southern authorities", "Yemen", "southern government"),
    ("In Yemen two governments count. The southern health minister, Ada Moro, counted 9",
     "Ada Moro", None, "southern health ministry"),
    ("In Yemen the Southern Command counted 9", "the Southern Command", None, "Southern Command"),
    # the State, where none is named below it
    ("In Peru the river rose. Peru wept. The State counted 9", "The State", None, "Peru"),
    # who serves a state and goes without a name, and the gendarmes
    ("In Peru the river rose. Peru wept. A security source counted 9", "A security source", None,
     "Peru"),
    ("In Chad the river rose. The gendarmes counted 9", "The gendarmes", None, "gendarmerie"),
    # a society's noun behind an organ's, and an airline's name with a land in it
    ("In Peru the river rose. Ada Moro of the military hospital counted 9", "Ada Moro",
     "military hospital", "military hospital"),
    ("In Peru the river rose. The Police Conduct Group counted 9", "The Police Conduct Group",
     "Police Conduct Group", "Police Conduct Group"),
    ("In Peru the river rose. Peru wept. State television counted 9", "State television", None,
     "state media"),
    ("Air Kenya counted 9. Kenya wept", "Air Kenya", "Air Kenya", "Air Kenya"),
    # a heading in capitals over what somebody else says, and where a person stands
    ("14:35 SOLVANO. Dr Moro counted 9", "Moro", "SOLVANO", None),
    ("PERU. The delegate counted 9", "delegate", "PERU", "Peru"),
    ("FROM THE WARDS\nDr Moro counted 9", "Moro", "THE WARDS", None),
    ("Ada Moro in Nairobi: the square is full. Ada Moro counted 9", "Ada Moro", "Nairobi", None),
    # who speaks in court
    ("The trial began. The defence counted 9", "The defence", "defence", "defence"),
    ("The river rose. The defence counted 9", "The defence", "defence", None),
    ("In Peru the river rose. Peru wept. Judge Ada Moro of the court counted 9", "Judge Ada Moro",
     "court", "court"),
    # a trade in a body's name is no role
    ("The Council of Losto Doctors counted 9", "The Council of Losto Doctors",
     "Council of Losto Doctors", "Council of Losto Doctors"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "body", "expected"), NOT_HIS)
def test_what_stands_beside_a_speaker_and_is_not_his_body(
    text: str, source: str, body: str | None, expected: str | None
) -> None:
    assert filed(text, source, body) == expected

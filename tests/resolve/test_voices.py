"""A claim's speaker and body in a text come in; the name under which the claim is filed is asserted, or None."""

from dataclasses import replace

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.resolve import resolve
from crossread.resolve.unexplained import sits_for


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
    ("Jan Velder of the UN refugee agency said 9 died.", "Jan Velder", "UN refugee agency", "UNHCR"),
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
    ("Doctors Without Borders took in 9.", "Without Borders", None, "MSF"),
    ("The Rev. Tom Abel hid 9.", "Tom Abel", "Rev.", None),
    # the organ of another body than a state
    ("In Peru it rained. Peru mourns. The health ministry of the Delta Authority counted 9.",
     "The health ministry of the Delta Authority", "health ministry", "Delta Authority"),
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

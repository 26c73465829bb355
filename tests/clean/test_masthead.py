"""What stands above the text and in its notices: title, outlet, dateline, agency, whether it was taken over."""

import pytest

from crossread.clean.report import build
from crossread.model.report import Report

PROSE = "At least 12 people were killed when a bus fell into a ravine, the police said on Monday evening."
MORE = "Another 30 were taken to hospital, and the road was closed until the next morning, a spokesman said."


def report(head: str, *, end: str = "", first: str = PROSE) -> Report:
    """A report with a masthead above its two paragraphs, and a last line."""
    return build("a.txt", f"{head}\n\n{first}\n\n{MORE}\n\n{end}\n")


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("Bus falls into ravine", "Bus falls into ravine", None),
        ("Bus falls into ravine | Harbour Gazette", "Bus falls into ravine", "Harbour Gazette"),
        ("Bus falls into ravine - Deccan Evening Mirror", "Bus falls into ravine", "Deccan Evening Mirror"),
        # a dash that belongs to the headline
        ("Bus falls into ravine - 12 dead", "Bus falls into ravine - 12 dead", None),
        ("NORTHERN LEDGER | Africa | Wire\n\nBus falls into ravine", "Bus falls into ravine", "NORTHERN LEDGER"),
        ("Gulf Courier » World » Asia\n\nBus falls into ravine", "Bus falls into ravine", "Gulf Courier"),
        ("Bus falls into ravine\nKona Ledger | From our reporter in Hilo", "Bus falls into ravine", "Kona Ledger"),
        ("Bus falls into ravine\n\nBy Cape Wire staff", "Bus falls into ravine", "Cape Wire"),
        # a body that publishes itself
        (
            "GOVERNMENT OF THE REPUBLIC\nMinistry of Home Affairs - Information Cell\nBus falls into ravine",
            "Bus falls into ravine",
            "Ministry of Home Affairs",
        ),
        ("Bus falls into ravine\nIssued 8 March 2024 by the Relief Liaison Desk.", "Bus falls into ravine",
         "Relief Liaison Desk"),
        ("Bus falls into ravine\nRivage Matin (translated from the French)", "Bus falls into ravine", "Rivage Matin"),
        ("PRESS RELEASE - for immediate use\n\nBus falls into ravine", "Bus falls into ravine", None),
        # a heading, a numbered paper, a sitting and an office are no outlets
        ("OCHA – RIVERLANDS: Flash Update 2\n\nHIGHLIGHTS", "OCHA – RIVERLANDS: Flash Update 2", "OCHA"),
        ("Bus falls into ravine\n\nKEY FIGURES", "Bus falls into ravine", None),
        ("Bus falls into ravine\nSITUATION BULLETIN 4", "Bus falls into ravine", None),
        (" date 2024-03-05 Bus falls into ravine", "Bus falls into ravine", None),
    ],
)  # fmt: skip
def test_title_and_outlet(head: str, title: str, outlet: str | None) -> None:
    found = report(head)
    assert (found.title, found.outlet) == (title, outlet)


@pytest.mark.parametrize(
    ("start", "dateline", "outlet", "agency"),
    [
        ("PORT-SAID, Egypt, March 3 (Antilles Wire) - ", "PORT-SAID, Egypt, March 3 (Antilles Wire) -",
         "Antilles Wire", "Antilles Wire"),
        ("KALAMATA, Greece (AP) — ", "KALAMATA, Greece (AP) —", "AP", "Associated Press"),
        ("MADRID (Corriente) - ", "MADRID (Corriente) -", "Corriente", "Corriente"),
        ("Lagos: ", "Lagos:", None, None),
        ("BEIRUT – ", "BEIRUT –", None, None),
        ("", None, None, None),
    ],
)  # fmt: skip
def test_dateline(start: str, dateline: str | None, outlet: str | None, agency: str | None) -> None:
    found = report("Bus falls into ravine", first=start + PROSE)
    assert (found.dateline, found.outlet, found.agency) == (dateline, outlet, agency)
    body = next(block for block in found.blocks if block.kind == "body")
    assert found.text[body.start : body.end] == PROSE


def test_speaker_before_a_colon_is_no_dateline() -> None:
    found = build(
        "a.txt",
        "Ferry\n\nHOST: Joy, what is the latest?\n\nAMARO: 41 rescued.\n\nHOST: And dead?\n",
    )
    assert found.dateline is None


@pytest.mark.parametrize(
    ("notice", "agency", "republished"),
    [
        ("This article was syndicated automatically by Cape Wire and has not been edited.", "Cape Wire", True),
        ("[With inputs from Tidewater. Headline and layout by us]", "Tidewater", True),
        ("(Apart from its title, this item was taken over unchanged from an agency feed. Antilles Wire)",
         "Antilles Wire", True),
        ("Prepared from MNA telegrams. Reprinting only with a link.", "MNA", True),
        ("This story was provided to the Tribune by Peninsula Newswire and was shortened.", "Peninsula Newswire", True),
        ("The post Bus falls into ravine appeared first on News Hub Everyday.", None, True),
        ("Anna Berg contributed to this report.", None, False),
        ("", None, False),
    ],
)  # fmt: skip
def test_agency_and_reprint(notice: str, agency: str | None, republished: bool) -> None:
    found = report("Bus falls into ravine", end=notice)
    assert (found.agency, found.republished) == (agency, republished)


def test_outlet_that_a_text_first_appeared_on() -> None:
    found = report(
        "Bus falls into ravine", end="The post Bus falls appeared first on News Hub Everyday."
    )
    assert found.outlet == "News Hub Everyday"


def test_repeated_headline_is_title_both_times() -> None:
    found = report("Bus falls into ravine\n\nBus falls into ravine")
    assert [block.kind for block in found.blocks][:2] == ["title", "title"]


def test_date_lines_are_stamps() -> None:
    for line in (
        "Posted: June 5, 2023 8.10 PM IST     Share  Tweet  WhatsApp",
        "Published Sunday 13 April, 21:40",
        "Mon 4 March 2024",
        "Wednesday 26/January/2022 - 02:40 PM",
        "01.11.2024 07:48 | 3 minutes of reading | 214 comments",
        "As of 06:00, Monday 31 October 2022 (English digest for embassies)",
    ):
        found = report(f"Bus falls into ravine\n\n{line}")
        assert [block.kind for block in found.blocks] == ["title", "stamp", "body", "body"], line


def test_id_is_a_hash_of_the_text_alone() -> None:
    one, two = build("a.txt", PROSE), build("b.txt", PROSE)
    assert one.id == two.id
    assert len(one.id) == 16
    assert one.id != build("a.txt", PROSE + " ").id

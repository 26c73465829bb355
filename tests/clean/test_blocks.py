"""What each line of a text is for: tables of (text, the kinds of its blocks), with layouts met on news sites."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.clean import clean
from crossread.clean.report import build
from crossread.model.report import Block, Report
from crossread.model.source import Source

PROSE = "At least 12 people were killed when a bus fell into a ravine, the police said on Monday evening."


def laid_out(text: str) -> list[tuple[str, str]]:
    """Each block's kind and words."""
    report = build("a.txt", text)
    return [(block.kind, text[block.start : block.end]) for block in report.blocks]


def kind_of(text: str, words: str) -> str:
    """The kind of the block that holds `words`."""
    return next(kind for kind, shown in laid_out(text) if words in shown)


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "- Advertisment -",
        "-- ADVT -- Loans up to 5 lakh, 20,000 happy customers --",
        "Sponsored: Villas from 1.2m, 3 and 4 beds",
        "READ ALSO: Seven held after market fire",
        "ALSO READ | 40 hurt as stand collapses",
        "Read more: Five drown in lake",
        ">>> Also on Ledger: 14 held over forged papers",
        "RELATED: Three hurt in house fire",
        "Most viewed: 1. Plane crash: 18 dead  2. Gold price",
        "Join 25,000 members who save on ferries. Terms apply.",
        "Subscribe to our newsletter",
        "[Video: 1 min 12] [Newsletter: join 18,000 readers]",
        "Follow us on Telegram",
        "Get our app! 5 stars from 20,000 users",
        "You have 2 free articles left this month. 9,000 neighbors already subscribe.",
        "© 2024 Echo Media Ltd",
        "Home | Cities | Nation | Cricket",
        "Home > World > Americas      We value your privacy. [Accept all] [Manage 812 partners]",
        "Share  Tweet  WhatsApp",
        "Press contact: duty officer, line 2",
        "Transfer your money with FASTCASH: 0 fees up to 50 USD!",
        "Tags: bus, ravine, police",
    ],
)
def test_adverts_teasers_and_menus_are_boilerplate(line: str) -> None:
    assert (
        kind_of(f"Bus falls into ravine\n\n{PROSE}\n\n{line}\n\n{PROSE}\n", line) == "boilerplate"
    )


@pytest.mark.parametrize(
    "line",
    [
        "More than 2,100 people slept in shelters on Monday night.",
        "Related deaths rose to 14, the ministry said.",  # "related" begins a sentence
        "Home to 40,000 people, the town has lost 12 of them.",
        "Advertising has brought in 300 volunteers, the Red Cross said.",
        "Subscribers to the pension fund, 4,000 of them, marched to the palace on Friday.",
        "In the World Food Programme's count 60 trucks with food for 4,000 families have arrived.",
        "Read out by the mayor, the list had 31 names.",
        "Support units lost 9 men, the general said.",
        "12 dead",
        "Dead: 31",
        "Missing: 5 | Injured: 140",
        "Food was provided by the refugee agency to 4,000 families.",
        "Agencies warn that 50,000 people could be cut off.",
        "The report, published by the agency on Monday, says 400 people died.",
        "The disease first appeared in the camp in May, and 300 have died of it.",
        "Media office: 30 killed in the camp",
        "By Friday 300 people had fled.",
        "Compiled by the ministry, the list has 31 names of men who were taken from their homes in the night.",
        "To donate blood, 300 people queued outside the hospital.",
        "Sources in the hospital spoke of 14 dead.",
        "More: 12 people were still missing, the mayor said on Sunday, and 40 were being treated in hospitals.",
    ],
)
def test_text_with_figures_is_never_boilerplate(line: str) -> None:
    kind = kind_of(f"Bus falls into ravine\n\n{PROSE}\n\n{line}\n\n{PROSE}\n", line)
    assert kind not in ("boilerplate", "notice", "byline")


@pytest.mark.parametrize(
    "line",
    [
        "This story has been published from a wire agency feed without modifications to the text.",
        "(Barring the headline, this story has not been edited by our staff and is published from a syndicated feed.)",
        "This article is republished from – Echo News – Read the – original article.",
        "(With inputs from agencies)",
        "Anna Berg contributed to this report.",
        "This article was syndicated automatically by Cape Press and has not been edited.",
        "Correction: an earlier version gave the toll as 14.",
        "(Additional reporting by Sam Oduya; editing by Rita Khoury)",
    ],
)
def test_reprint_notices_and_credits_are_notices(line: str) -> None:
    assert kind_of(f"Bus falls into ravine\n\n{PROSE}\n\n{PROSE}\n\n{line}\n", line) == "notice"


def test_list_under_a_teaser_heading_is_out_and_what_follows_is_not() -> None:
    text = (
        f"Bus falls into ravine\n\n{PROSE}\n\nMOST READ\n1. Two drown at beach\n2. Five homes to buy\n\n"
        "This article was taken from the wire of Tidewater.\n"
    )
    assert [kind for kind, _ in laid_out(text)][2:] == ["boilerplate"] * 3 + ["notice"]


def test_advert_under_its_label_is_out_and_the_next_paragraph_is_not() -> None:
    text = (
        f"Bus falls into ravine\n\n{PROSE}\n\n--- advertisement ---\nLost money? 2 lakh happy clients.\n\n"
        f"{PROSE}\n"
    )
    assert [kind for kind, _ in laid_out(text)][2:] == ["boilerplate", "boilerplate", "body"]


def test_teaser_at_the_end_of_a_paragraph_is_cut_off() -> None:
    text = f"Bus falls into ravine\n\n{PROSE}\n\nThe road is closed. (Read also: Twelve hurt in fog crash)\n"
    assert laid_out(text)[2:] == [
        ("body", "The road is closed."),
        ("boilerplate", "Read also: Twelve hurt in fog crash)"),
    ]


def governed(text: str) -> list[tuple[str, str, str | None]]:
    """Each block's kind, its first words, and those of the block that governs it."""

    def head(block: Block) -> str:
        return text[block.start : block.end][:18]

    blocks = build("a.txt", text).blocks
    return [
        (block.kind, head(block), None if block.heading is None else head(blocks[block.heading]))
        for block in blocks
    ]


def test_live_page_entries_stand_under_their_day() -> None:
    text = (
        "Bridge collapse live: nine dead\n\nWednesday 12 June 2024\n\n21:15 Search called off\n"
        "Eleven people are missing.\n\n19:40 Nine dead\nTwo are children.\n\nTuesday 11 June\n\n"
        "23:50 30 people are in the water. Boats are out.\n"
    )
    assert governed(text) == [
        ("title", "Bridge collapse li", None),
        ("stamp", "Wednesday 12 June ", None),
        ("stamp", "21:15 Search calle", "Wednesday 12 June "),
        ("body", "Eleven people are ", "21:15 Search calle"),
        ("stamp", "19:40 Nine dead", "Wednesday 12 June "),
        ("body", "Two are children.", "19:40 Nine dead"),
        ("stamp", "Tuesday 11 June", None),
        ("stamp", "23:50", "Tuesday 11 June"),
        ("body", "30 people are in t", "23:50"),
    ]


def test_chronology_by_date_is_cut_into_date_and_text() -> None:
    text = (
        "Timeline of the strike\n\n5 March: 200 workers walk out.\n7 March: Police arrest 14 strikers.\n"
        "9 March: The company dismisses 60 people.\n"
    )
    assert [kind for kind, _ in laid_out(text)] == ["title"] + ["stamp", "body"] * 3


def test_bulletin_with_numbered_points_and_sub_points() -> None:
    text = (
        "Bulletin on the storm\nDhaka, 3 August 2024\n\n1. FATALITIES\nConfirmed: 80.\n\n"
        "2. Casualties: 303 in total\n   2-1 Dead: 154\n   2-2 Injured: 149\n\n"
        "3. Relief has reached 400 families in the two districts.\n"
    )
    assert governed(text) == [
        ("title", "Bulletin on the st", None),
        ("stamp", "Dhaka, 3 August 20", None),
        ("heading", "1. FATALITIES", None),
        ("body", "Confirmed: 80.", "1. FATALITIES"),
        ("item", "2. Casualties: 303", None),
        ("item", "2-1 Dead: 154", "2. Casualties: 303"),
        ("item", "2-2 Injured: 149", "2. Casualties: 303"),
        ("item", "3. Relief has reac", None),
    ]


def test_list_stands_under_the_line_that_introduces_it() -> None:
    text = (
        f"Bus falls into ravine\n\n{PROSE}\n\nWhat we know:\n- Killed: 12\n• Hurt: 30\n\n{PROSE}\n"
    )
    assert governed(text)[2:] == [
        ("body", "What we know:", None),
        ("item", "- Killed: 12", "What we know:"),
        ("item", "• Hurt: 30", "What we know:"),
        ("body", "At least 12 people", None),
    ]


def test_transcript_labels_are_text() -> None:
    text = (
        "Ferry disaster: survivors speak\n\nMARTINEZ: We begin with the ferry. Joy, what is the latest?\n\n"
        "AMARO: The coast guard has pulled 41 people out.\n\nMARTINEZ: And the dead?\n\nAMARO: Seven.\n"
    )
    assert [kind for kind, _ in laid_out(text)] == ["title", "body", "body", "body", "body"]


def test_hard_wrapped_mail_is_joined_to_paragraphs() -> None:
    text = (
        "CLASHES KILL 17\n\nAt least 17 people were killed and more than 40 injured on Sunday when\n"
        "rival militias fought with heavy weapons for control of the border town,\n"
        "hospital officials said.\n\nThe fighting, the worst in months, sent some 2,000 families fleeing\n"
        "across the river. A spokesman denied that 60 policemen had been taken\nprisoner.\n"
    )
    assert [kind for kind, _ in laid_out(text)] == ["title", "body", "body"]


lines = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "12:30 Nine dead",
                "| a | b |",
                "1. X",
                "- y",
                "MOST READ",
                "",
                "A\tB\tC",
                "5 March: 3 dead",
                PROSE,
            ]
        ),
    ),
    max_size=20,
)


@given(lines)
@settings(max_examples=300, deadline=None)
def test_blocks_lie_in_the_text_in_order_and_do_not_overlap(parts: list[str]) -> None:
    source = Source("a.txt", "\n".join([PROSE, *parts, PROSE]).encode("utf-8", "replace"))
    report = clean(source)
    if not isinstance(report, Report):
        return
    end = 0
    for index, block in enumerate(report.blocks):
        assert end <= block.start < block.end <= len(report.text)
        assert report.text[block.start : block.end].strip() != ""
        assert block.heading is None or block.heading < index
        assert block.header is None or report.blocks[block.header].kind == "row"
        assert all(block.start <= a <= b <= block.end for a, b in block.cells)
        end = block.end

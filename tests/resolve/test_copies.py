"""Reports come in; which repeats which is asserted, and that independent texts are never taken for copies."""

from tests.factories import make_reading, make_report

from crossread.resolve.copies import find_copies
from crossread.resolve.shingles import MANY_TEXTS, candidates, shingled

WIRE = (
    "A ferry sank off the northern island on Monday evening with some two hundred people on board, the harbour master "
    "said. Divers had brought up eleven bodies by midnight and were to go down again at first light. The cause is not "
    "known. A survivor told reporters that the vessel had listed for an hour before anybody spoke of lifeboats, and "
    "that the crew had been the first to leave it."
)
CUT = WIRE.rsplit(". ", 1)[0] + ". Follow us for more news from the coast."
OTHER = (
    "Eleven people drowned when a ferry went down on Monday, the harbour master said; about two hundred had been "
    "aboard. The search goes on at dawn, and nobody can yet say why she sank."
)


def copies(*texts: tuple[str, str, str, bool]) -> list[tuple[str, str]]:
    """The copies among reports of (name, text, day, republished)."""
    readings = [
        make_reading(make_report(name, text, day, republished=republished), [])
        for name, text, day, republished in texts
    ]
    return [(copy.report, copy.original) for copy in find_copies(readings)]


def test_a_cut_reprint_with_an_advert_is_a_copy_of_the_earlier_text() -> None:
    assert copies(("b.txt", CUT, "2030-05-11", True), ("a.txt", WIRE, "2030-05-10", False)) == [
        ("b.txt", "a.txt")
    ]


def test_the_republished_text_is_the_copy_even_if_it_bears_the_earlier_date() -> None:
    assert copies(("a.txt", WIRE, "2030-05-11", False), ("b.txt", CUT, "2030-05-10", True)) == [
        ("b.txt", "a.txt")
    ]


def test_two_reports_of_one_event_with_the_same_figures_are_no_copies() -> None:
    assert copies(("a.txt", WIRE, "2030-05-10", False), ("b.txt", OTHER, "2030-05-10", False)) == []


def test_the_why_says_how_much_is_shared() -> None:
    readings = [
        make_reading(make_report(name, WIRE, "2030-05-10"), []) for name in ("a.txt", "b.txt")
    ]
    (copy,) = find_copies(readings)
    assert copy.kind == "whole"
    assert "100%" in copy.why


FIRST = (
    "Thirty-one miners died and 212 were brought out alive when gas burst through the Orlava pit near "
    "Starnice on Monday, the operator Kamen said. Some 1,400 tonnes of rock had come down on the "
    "720-metre level, the engineer Pavel Drobny told reporters. Of the rescued, 58 lie in hospital in "
    "Starnice and 17 in Brunov. “We heard it before we felt it,” said Milos Hanak, who got out by the "
    "eastern shaft. Kamen had been fined 45,000 crowns in March, the inspector Jana Volna said, and "
    "12 of her 26 complaints were still open."
)
RETOLD = (
    "As gas erupted across the Orlava mine close to Starnice this Monday, 31 diggers lost their lives "
    "while 212 individuals were carried to safety, as per Kamen, which runs it. Around 1,400 tons of "
    "stone fell upon the stage at 720 meters, so specialist Pavel Drobny informed columnists. Among "
    "those saved 58 stay in a clinic of Starnice, a further 17 at Brunov. “We heard it before we felt "
    "it,” reviewed Milos Hanak, having left through the east pit. In spring Kamen needed to pay "
    "45,000 crowns, auditor Jana Volna expressed; out of her 26 protests 12 remain pending."
)
RIVAL = (
    "Relatives stood all Tuesday at the gate of the Orlava pit, where Kamen now counts 33 dead. The "
    "first night it had said 31. In Brunov doctors have 17 of the 212 survivors, in Starnice 58; two "
    "may not live. The ministry in the capital has asked Jana Volna for her file of 26 complaints. "
    "Pavel Drobny, who had spoken of 1,400 tonnes, would not be reached. For Kamen it is the worst "
    "day since 1987, when 45 died. The 720-metre level is under water."
)


def test_a_retelling_in_other_words_is_a_copy() -> None:
    assert copies(
        ("a.txt", FIRST, "2030-05-10", False), ("b.txt", RETOLD, "2030-05-11", False)
    ) == [("b.txt", "a.txt")]


def test_a_report_of_its_own_with_the_same_figures_in_another_order_is_none() -> None:
    assert (
        copies(("a.txt", FIRST, "2030-05-10", False), ("b.txt", RIVAL, "2030-05-11", False)) == []
    )


def test_two_short_cuts_of_one_agency_s_dispatch_are_copies() -> None:
    parts = WIRE.split(". ")
    one = (
        ". ".join(parts[:2])
        + ". "
        + " ".join(f"Villager {n} spoke of her {n}th repair." for n in range(20))
    )
    other = f"{OTHER} {OTHER.lower()[::-1]} {' '.join(parts[1].split()[:10])}."
    texts = [("a.txt", one), ("b.txt", other)]
    for agency, found in (("AFP", 1), (None, 0)):
        readings = [
            make_reading(make_report(name, text, "2030-05-10", agency=agency), [])
            for name, text in texts
        ]
        assert len(find_copies(readings)) == found


def test_among_very_many_texts_the_cut_copy_is_found() -> None:
    words = [f"w{number}" for number in range(MANY_TEXTS * 60)]
    texts = [" ".join(words[start : start + 60]) for start in range(0, len(words), 60)]
    cut = " ".join(texts[7].split()[:40]) + " read more of this on our page"
    pairs = candidates([shingled(text) for text in [*texts, cut]])
    assert (7, len(texts)) in pairs
    assert len(pairs) < 20

"""Reports come in; which repeats which is asserted, and that independent texts are never taken for copies."""

from tests.factories import make_reading, make_report

from crossread.resolve.copies import find_copies

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

"""Figures that only look like a contradiction come in; that they are not printed as one is asserted."""

from dataclasses import replace

import pytest
from tests.factories import make_claim
from tests.reconcile.test_places import asked
from tests.reconcile.told import printed

from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.reconcile.denials import taken_up
from crossread.reconcile.listed import listed_parts
from crossread.reconcile.voice import Voices


def test_what_a_town_hall_counts_is_no_half_of_what_the_ministry_says() -> None:
    ministry = make_claim(441, 441, "missing", source="Ministry", report="a.txt")
    town = make_claim(174, 174, "missing", source="Losto", said="city hall", report="b.txt")
    assert printed(ministry, town) == []
    rail = make_claim(174, 174, "missing", source="Railway", report="b.txt")
    assert printed(ministry, rail) == [("range", {441, 174})]


def test_a_toll_that_is_higher_a_day_later_has_grown() -> None:
    first = make_claim(60, 60, source="Police", report="a.txt")
    higher = make_claim(64, 64, source="Ministry", report="b.txt", as_of="2030-05-11")
    assert ("range", {60, 64}) not in printed(first, higher)
    same_day = make_claim(64, 64, source="Ministry", report="b.txt")
    assert printed(first, same_day) == [("range", {60, 64})]


def test_a_toll_that_another_later_puts_far_lower_counts_something_else() -> None:
    first = make_claim(60, 60, source="Police", report="a.txt")
    lower = make_claim(36, 36, source="Ministry", report="b.txt", as_of="2030-05-12")
    assert printed(first, lower) == []
    near = make_claim(58, 58, source="Ministry", report="b.txt", as_of="2030-05-12")
    assert printed(first, near) == [("range", {60, 58})]


def test_a_figure_that_its_speaker_withdraws_disputes_nobodys() -> None:
    told = make_claim(60, 60, source="Guild", report="a.txt")
    board = make_claim(53, 53, source="Board", report="c.txt")
    assert ("range", {60, 53}) in printed(told, board)
    taken = make_claim(
        60, 60, source="Guild", report="b.txt", quote="60 dead",
        sentence="Guild withdraws '60 dead' remark",
    )  # fmt: skip
    assert ("range", {60, 53}) not in printed(told, board, taken)
    left = make_claim(
        60, 60, source="Guild", report="b.txt", quote="60 dead",
        sentence="He withdrew from the hill with 60 dead.",
    )  # fmt: skip
    assert ("range", {60, 53}) in printed(told, board, left)


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("The guild had 60 dead in its list of Monday and withdrew it the next day.", False),
        ("The guild spoke of 60 dead and a day later amended this to 54.", False),
        ("A figure of 60 dead was given by the guild and lowered to 54 by night.", False),
        ("The guild, with 60 dead, withdrew to the next hill.", True),
        ("The guild told of 60 dead and lowered the flag to 2 metres.", True),
    ],
)
def test_a_figure_that_its_own_sentence_takes_back_disputes_nobodys(
    sentence: str, stands: bool
) -> None:
    taken = make_claim(60, 60, source="Guild", quote="60 dead", sentence=sentence)
    board = make_claim(53, 53, source="Board", report="c.txt")
    assert (("range", {60, 53}) in printed(taken, board)) == stands


def test_a_figure_that_its_report_puts_right_is_nobodys_count() -> None:
    wrote = "At noon we wrote, quoting the guild, that 60 people had died."
    told = make_claim(60, 60, source="Guild", quote="60 people", sentence=wrote)
    flash = make_claim(60, 60, source="Guild", start=300)
    board = make_claim(53, 53, source="Board", report="c.txt")
    assert ("range", {60, 53}) in printed(flash, board)
    assert printed(told, flash, board) == []
    lower = make_claim(45, 45, source="Guild", report="d.txt", as_of="2030-05-14")
    assert printed(told, flash, lower) == []


def test_a_few_of_a_rumour_are_no_other_reports_few() -> None:
    rumour = "A message going round that five novices died is false."
    few = {"stance": "denied", "report": "b.txt", "quote": "five novices"}
    denied = make_claim(5, 5, sentence=rumour, **few)  # type: ignore[arg-type]
    drowned = make_claim(5, 5, source="Mayor", report="a.txt")
    assert not takes_it_up(denied, drowned)
    assert takes_it_up(denied, make_claim(5, 5, report="b.txt"))
    said = make_claim(5, 5, sentence="That five novices died is false.", **few)  # type: ignore[arg-type]
    assert takes_it_up(said, drowned)
    many = make_claim(50, 50, stance="denied", report="b.txt", sentence=rumour)
    assert takes_it_up(many, make_claim(50, 50, source="Mayor", report="a.txt"))


def takes_it_up(denied: Claim, other: Claim) -> bool:
    """Whether a denial is held against another figure."""
    against, own = taken_up(denied, [other], Voices({}, {"a.txt": "a", "b.txt": "b"}, {}))
    return bool(against or own)


def test_a_university_counts_no_house_of_its_own() -> None:
    survey = make_claim(85, 85, source="University of Losto", start=100)
    committee = make_claim(103, 103, source="Committee", start=150)
    assert printed(survey, committee) == [("range", {85, 103})]
    hospital = make_claim(85, 85, source="Hospital of Losto", start=100)
    assert printed(hospital, committee) == [("status", {85, 103})]


def test_a_march_is_counted_four_times_apart_and_no_more() -> None:
    police = make_claim(9000, 9000, "present", source="Police", start=15)
    organisers = make_claim(40000, 40000, "present", source="Organisers", start=60)
    assert printed(police, organisers) == [("range", {9000, 40000})]
    far = make_claim(90000, 90000, "present", source="Organisers", start=60)
    assert printed(police, far) == []


def test_a_reports_own_count_of_few_people_disputes_nobodys() -> None:
    named = make_claim(6, 6, source="Police", report="a.txt")
    own = make_claim(4, 4, source=None, report="b.txt")
    assert printed(named, own) == []
    more = make_claim(17, 17, source="Police", report="a.txt")
    enough = make_claim(13, 13, source=None, report="b.txt")
    assert printed(more, enough) == [("range", {13, 17})]
    many = make_claim(170, 170, source="Police", report="a.txt")
    whole = make_claim(
        130, 130, source=None, report="b.txt", quote="130 killed", sentence="130 killed."
    )
    assert ("range", {17, 13}) not in printed(many, whole)


def test_nobody_lowers_what_another_body_said() -> None:
    first = make_claim(103, 103, source="Wire", report="a.txt")
    later = make_claim(95, 95, source="Guild", report="c.txt", as_of="2030-06-20")
    assert printed(first, later) == []
    own = make_claim(95, 95, source="Wire", report="c.txt", as_of="2030-06-20")
    assert printed(first, own) == [("revision_down", {103, 95})]


def test_what_comes_on_top_is_no_answer_by_itself() -> None:
    first = make_claim(13, 13, source="Fire office", report="a.txt", as_of="2030-05-09")
    more = make_claim(
        5, 5, source="Fire office", report="a.txt", measure="increment", start=80, quote="5 more"
    )
    later = make_claim(15, 15, source="Fire office", report="b.txt", as_of="2030-05-12")
    assert printed(first, more, later) == [("update", {13, 15})]


def test_a_total_of_all_places_contradicts_no_part_of_its_sum() -> None:
    listed = "The centre has 213 dead on its list, the state three in Losto and one in Mira."
    parts = [
        make_claim(213, 213, source="Centre", quote="213", sentence=listed, start=200),
        make_claim(3, 3, source="State", quote="three", sentence=listed, place="Losto", start=240),
        make_claim(1, 1, source="State", quote="one", sentence=listed, place="Mira", start=260),
    ]
    whole = make_claim(
        217, 217, source="Board", quote="217", sentence="The toll is 217.", start=400
    )
    assert not any({213, 217} <= said for _, said in printed(*parts, whole))
    other = make_claim(
        230, 230, source="Board", quote="230", sentence="The toll is 230.", start=400
    )
    assert any({213, 230} <= said for _, said in printed(*parts, other))


def test_hospitals_and_clinics_are_two_questions() -> None:
    wards = make_claim(6, 6, "damaged", source="WHO", unit="building", quote="six hospitals")
    rooms = make_claim(
        20, 20, "damaged", source="WHO", unit="building", quote="20 clinics", start=9
    )
    assert printed(wards, rooms) == []


def test_a_side_is_not_all_of_the_dead() -> None:
    side = make_claim(196, 196, source="Monitor", party="Orvans", report="a.txt")
    shared = make_claim(196, 196, source="Monitor", report="b.txt")
    toll = make_claim(1100, 1100, source="Monitor", report="c.txt", as_of="2030-05-14")
    more = make_claim(260, 260, source="State", report="d.txt", as_of="2030-05-14")
    names = sorted(question for question in asked(side, shared, toll, more))
    assert "How many people were killed?" in names
    assert "How many Orvans people were killed?" in names


RIGHTED = "The guild now counts 84 people aboard, not 79."


def test_what_stands_in_a_denied_figures_place_is_an_update() -> None:
    words = {"report": "b.txt", "sentence": RIGHTED}
    now = make_claim(84, 84, "present", source="Guild", start=15, quote="84 people", **words)
    denied = make_claim(79, 79, "present", source="Dockers", start=44, quote="79", **words)
    once = replace(denied, stance="denied", party="Dockers")
    assert printed(now, once) == [("update", {84, 79})]
    before = make_claim(79, 79, "present", source="Guild", report="a.txt", as_of="2030-05-08")
    own = replace(once, source="Guild", source_party="Guild")
    assert ("update", {84, 79}) in printed(now, own, before)
    assert not [kind for kind, _ in printed(now, own, before) if kind == "denial"]


def test_what_was_counted_before_takes_no_denied_figures_place() -> None:
    denied = make_claim(90, 90, source="Guild", stance="denied", report="b.txt", start=60)
    before = make_claim(40, 40, source="Guild", report="b.txt", start=20, as_of="2030-05-08")
    assert printed(denied, before) == [("denial", {90})]


def test_what_two_states_count_each_on_its_shore_disputes_neither_nor_the_whole() -> None:
    def said(number: int, source: str, start: int, report: str = "a.txt") -> Claim:
        return make_claim(number, number, source=source, start=start, report=report)

    one, other, both = said(31, "Ruvo", 500), said(12, "Losto", 700), said(43, "Agency", 900)
    state = tuple(Party(name, kind="state") for name in ("Ruvo", "Losto"))
    assert printed(one, other, both, parties=state) == []
    assert printed(one, other, both) == [("range", {31, 12})]
    assert printed(one, other, parties=state) == [("range", {31, 12})]


def test_what_its_speaker_has_lowered_since_disputes_no_later_count() -> None:
    first = make_claim(68, 68, source="Guild", report="a.txt", as_of="2030-05-08")
    lower = make_claim(60, 60, source="Guild", report="b.txt", as_of="2030-05-10")
    other = make_claim(63, 63, source="Board", report="c.txt", as_of="2030-05-14")
    assert ("range", {68, 63}) in printed(first, other)
    assert "range" not in [kind for kind, _ in printed(first, lower, other)]


def test_a_house_counts_its_own_and_is_told_so_beside_a_wider_body() -> None:
    clinic = make_claim(33, 33, source="Vasht hospital", report="a.txt", start=500)
    board = make_claim(52, 52, source="Board", report="a.txt", start=700)
    assert printed(clinic, board) == [("status", {33, 52})]
    elsewhere = make_claim(52, 52, source="Board", report="b.txt", start=700)
    assert printed(clinic, elsewhere) == []
    two_houses = make_claim(52, 52, source="Losto clinic", report="a.txt", start=700)
    assert printed(clinic, two_houses) == [("range", {33, 52})]


def test_a_house_stands_in_no_dispute_of_wider_bodies() -> None:
    clinic = make_claim(26, 26, source="Vasht hospital", report="a.txt")
    army = make_claim(22, 22, source="Army", report="b.txt")
    board = make_claim(41, 41, source="Board", report="c.txt")
    assert printed(clinic, army, board) == [("range", {22, 41})]
    assert printed(clinic, army) == [("range", {26, 22})]


def test_a_figure_told_as_the_highest_of_all_is_no_later_count() -> None:
    first = make_claim(63, 63, source="Guild", report="a.txt")
    peak = make_claim(
        68, 68, source="Guild", report="b.txt", as_of="2030-05-18", quote="68 dead",
        sentence="At its highest the guild's list held 68 dead.",
    )  # fmt: skip
    assert printed(first, peak) == []
    assert printed(first, replace(peak, sentence="It has 68 dead.")) == [("update", {63, 68})]


def test_what_a_sentence_adds_up_by_place_is_no_toll_of_its_own() -> None:
    row = "The guild counts nine dead: four in Losto, three in Ruvo and two at the pier."

    def told(number: int, quote: str, place: str | None = None) -> Claim:
        return make_claim(
            number, number, source="Guild", sentence=row, quote=quote, start=row.index(quote),
            place=place,
        )  # fmt: skip

    said = [told(9, "nine dead"), told(4, "four", "Losto"), told(3, "three", "Ruvo")]
    later = make_claim(14, 14, source="Guild", report="b.txt", as_of="2030-05-12")
    assert printed(*said, told(2, "two"), later) == [("update", {9, 14})]
    assert listed_parts([*said, told(2, "two")]) == {
        claim.id for claim in (*said[1:], told(2, "two"))
    }
    assert listed_parts([*said, told(1, "two")]) == set()


def test_who_rescues_counts_those_whom_he_took_up_himself() -> None:
    coast = make_claim(31, 31, "rescued", source="Coast guard", report="a.txt")
    trawler = make_claim(12, 12, "rescued", source="Trawler", report="a.txt")
    assert printed(coast, trawler) == []
    more = make_claim(40, 40, "rescued", source="Coast guard", report="b.txt", as_of="2030-05-12")
    assert printed(coast, trawler, more) == [("update", {31, 40})]

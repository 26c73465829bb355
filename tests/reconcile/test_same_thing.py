"""Figures of one event come in; only those that count the same thing are held against each other."""

from dataclasses import replace

from tests.factories import make_claim, make_reading, make_report
from tests.reconcile.told import printed

from crossread.model.party import Party
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile


def test_what_is_said_later_was_not_denied() -> None:
    board = make_claim(88, 88, source="Board", report="a.txt")
    denied = make_claim(88, 88, source="Clerk", report="b.txt", stance="denied")
    later = make_claim(88, 88, source="Guild", report="c.txt", as_of="2030-05-14")
    ledger = reconcile(
        Resolution(
            tuple(
                make_reading(
                    make_report(claim.report, f"Text {claim.report}", "2030-05-14"), [claim]
                )
                for claim in (board, denied, later)
            ),
            (),
        )
    )
    against = [verdict.claims for _, verdict in ledger.disagreements if verdict.kind == "denial"]
    assert [{claim.source_party for claim in claims} for claims in against] == [{"Board", "Clerk"}]


def test_a_denial_means_the_whole_before_a_part() -> None:
    whole = make_claim(
        900, 900, source="Ministry", report="a.txt", sentence="It has 900 dead.", quote="900 dead"
    )
    buried = make_claim(
        900,
        900,
        source="Mission",
        report="b.txt",
        sentence="So far 900 have been buried.",
        quote="900",
    )
    denied = make_claim(900, 900, source="Rebels", report="c.txt", stance="denied")
    ledger = reconcile(
        Resolution(
            tuple(
                make_reading(
                    make_report(claim.report, f"Text {claim.report}", "2030-05-14"), [claim]
                )
                for claim in (whole, buried, denied)
            ),
            (),
        )
    )
    said = [verdict.why for _, verdict in ledger.disagreements if verdict.kind == "denial"]
    assert said == ["Ministry: 900; Rebels denies it."]


def test_a_sum_of_two_figures_contradicts_neither() -> None:
    town = make_claim(62, 62, source="Centre", quote="62", sentence="The centre has 62.", start=100)
    more = make_claim(
        2, 2, place="Losto", quote="two", sentence="In Losto they are two.", start=150
    )
    whole = make_claim(64, 64, source="Courier", quote="64", sentence="That makes 64.", start=190)
    assert not any({62, 64} <= numbers for _, numbers in printed(town, more, whole))
    other = make_claim(67, 67, source="Courier", quote="67", sentence="It writes 67.", start=190)
    assert any({62, 67} <= numbers for _, numbers in printed(town, more, other))


def test_a_count_of_an_early_hour_disputes_no_count_of_the_night() -> None:
    early = make_claim(
        170, 170, "injured", source="Railway", quote="170",
        sentence="The railway knew of 170 injured at that hour.", start=30,
    )  # fmt: skip
    night = make_claim(
        340,
        340,
        "injured",
        source="State",
        quote="340",
        sentence="It put the injured at 340.",
        start=90,
    )
    assert not any(kind == "range" for kind, _ in printed(early, night))
    plain = make_claim(
        170,
        170,
        "injured",
        source="Railway",
        quote="170",
        start=30,
        sentence="The railway has 170 injured.",
    )
    assert ("range", {170, 340}) in printed(plain, night)


def test_two_trains_hold_more_than_one() -> None:
    one = make_claim(
        994, 994, "present", source="Line", population="travellers", quote="994",
        sentence="On the night train 994 had seats.",
    )  # fmt: skip
    both = make_claim(
        2296, 2296, "present", source="State", population="travellers", quote="2,296 people",
        sentence="The two trains had 2,296 people aboard.", report="b.txt",
    )  # fmt: skip
    assert printed(one, both) == []


def test_fighters_counted_beside_civilians_are_a_part_of_their_side() -> None:
    words = "Of the Orvans 69 fighters and 40 civilians died, it says."
    people = make_claim(
        34, 34, source="Monitor", party="Orvans", report="a.txt", as_of="2030-05-09"
    )
    fighters = make_claim(
        69, 69, source="Monitor", party="Orvans", population="combatants",
        report="b.txt", sentence=words, quote="69 fighters",
    )  # fmt: skip
    civilians = make_claim(
        40, 40, source="Monitor", population="civilians", report="b.txt",
        sentence=words, quote="40 civilians", start=60,
    )  # fmt: skip
    assert not any({34, 69} <= numbers for _, numbers in printed(people, fighters, civilians))
    alone = make_claim(
        69, 69, source="Monitor", party="Orvans", population="combatants", report="b.txt"
    )
    assert ("update", {34, 69}) in printed(people, alone)


def test_a_figure_that_a_text_calls_rounded_is_told_as_one_count() -> None:
    text = "Quake\n\nThe envoy gave 700 dead. He was rounding the same assessment.\n\nThe ministry has 773 dead.\n"
    claims = [
        make_claim(
            number, number, source=who, quote=f"{number} dead", start=text.index(str(number))
        )
        for number, who in ((700, "Envoys"), (773, "Ministry"))
    ]
    reading = make_reading(make_report("a.txt", text, "2030-05-10"), claims)
    [(_, verdict)] = reconcile(Resolution((reading,), ())).disagreements
    assert verdict.kind == "range"
    assert "one count, of which one number is rounded" in verdict.why
    assert "He was rounding the same assessment." in verdict.why


def test_a_communique_speaks_for_the_body_that_issues_it() -> None:
    own = make_claim(3354, 3354, report="a.txt", as_of="2030-05-11")
    quoted = make_claim(3085, 3085, source="Junta", said="the military", report="b.txt")
    council = make_report("a.txt", "The Council says so.", "2030-05-11", outlet="RULING COUNCIL")
    wire = make_report("b.txt", "A wire.", "2030-05-10", outlet="Wire")
    resolution = Resolution(
        (make_reading(council, [own]), make_reading(wire, [quoted])),
        (Party("Junta", ("Ruling Council",)),),
    )
    [(_, verdict)] = reconcile(resolution).disagreements
    assert verdict.kind == "update"
    assert {claim.figure.quantity.low for claim in verdict.claims} == {3085, 3354}


def test_those_out_of_two_prisons_are_added_up_place_by_place() -> None:
    def prisoners(number: int, condition: str, who: str, start: int, **more: str) -> object:
        return make_claim(
            number, number, condition, source=who, population="detainees", start=start, **more
        )

    claims = [
        prisoners(
            3798,
            "detained",
            "Ombudsman",
            0,
            place="Norra",
            quote="3,798",
            sentence="It held 3,798.",
        ),
        prisoners(
            98,
            "detained",
            "Ombudsman",
            40,
            place="Norra",
            quote="98",
            sentence="All but 98 have gone: 98 remained.",
        ),
        prisoners(
            1033,
            "escaped",
            "Ombudsman",
            90,
            place="Valdis",
            quote="1,033",
            sentence="1,033 are out of Valdis.",
        ),
        prisoners(
            4500,
            "escaped",
            "Envoys",
            140,
            quote="4,500",
            sentence="She spoke of 4,500 from the two prisons together.",
        ),
    ]
    kinds = printed(*claims)
    assert any(
        kind == "does_not_add_up" and {4500, 1033, 3798, 98} == numbers for kind, numbers in kinds
    )


def test_a_people_or_a_faith_is_a_part_of_the_dead() -> None:
    words = "Around 700 Muslims died at their prayers, he said."
    people = make_claim(
        700, 700, source="Council of mosques", quote="Around 700 Muslims",
        sentence=words, report="b.txt",
    )  # fmt: skip
    people = replace(people, figure=replace(people.figure, noun="Muslims"))
    toll = make_claim(1200, 1200, source="Ministry", report="a.txt")
    assert printed(people, toll) == []
    dead = make_claim(700, 700, source="Council of mosques", report="b.txt")
    assert printed(dead, toll) == [("range", {700, 1200})]


def test_who_asks_how_two_figures_agree_has_not_counted() -> None:
    words = "A member asked how 295 dead was to be reconciled with 288."
    asked = [
        make_claim(number, number, said="A member", quote=str(number), sentence=words, start=start)
        for number, start in ((295, 90), (288, 120))
    ]
    assert not any(kind == "update" for kind, _ in printed(*asked))


def test_of_each_rival_only_the_last_count_is_held_against_the_other() -> None:
    first = make_claim(195, 195, source="Centre", report="a.txt", as_of="2030-05-10")
    second = make_claim(199, 199, source="Centre", report="a.txt", as_of="2030-05-11", start=40)
    other = make_claim(213, 213, source="Board", report="b.txt", as_of="2030-05-10")
    assert ("range", {199, 213}) in printed(first, second, other)


def test_arrests_of_two_forces_do_not_follow_each_other() -> None:
    here = make_claim(9, 9, "captured", report="a.txt")
    there = make_claim(15, 15, "captured", source="Ruvia", report="b.txt", as_of="2030-05-14")
    assert printed(here, there) == []

"""Invented events come in whose disagreements were written down before the first run; just these are to be printed."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile

PARTIES = (
    Party("IOM", within="UN", kind="neutral"),
    Party("OCHA", within="UN", kind="neutral"),
    Party("UNHCR", within="UN", kind="neutral"),
    Party("Red Cross", kind="neutral"),
    Party("Coast guard", within="State", kind="organ"),
    Party("Navy", within="State", kind="organ"),
    Party("State", kind="state"),
    Party("Faraway", kind="state"),
)
Expected = list[tuple[str, str, set[int]]]
"""Kind, a word of the question, and numbers that the verdict's claims must have."""


def say(
    low: int | None,
    high: int | None,
    condition: str,
    source: str | None,
    day: int,
    report: str,
    **more: object,
) -> Claim:
    """A claim in one line: what, who, on which day of May, in which report."""
    return make_claim(
        low,
        high,
        condition,
        source=source,
        as_of=f"2030-05-{day:02}",
        report=f"{report}.txt",
        **more,
    )  # type: ignore[arg-type]


FERRY: list[Claim] = [
    say(12, 12, "killed", "Coast guard", 10, "a"),
    say(31, 31, "killed", "Coast guard", 12, "b"),
    say(3, 3, "killed", None, 10, "a", start=400),
    say(85, 85, "present", "Operator", 10, "a", population="travellers"),
    say(120, 120, "present", "Coast guard", 10, "b", population="travellers"),
    say(40, 40, "missing", "Coast guard", 10, "a"),
    say(22, 22, "missing", "Coast guard", 12, "b"),
    say(60, 60, "rescued", "Coast guard", 10, "a"),
    say(65, 65, "rescued", "Navy", 12, "b"),
]
FERRY_EXPECTED: Expected = [
    ("update", "killed", {12, 31}),
    ("range", "travellers", {85, 120}),
    ("update", "missing", {40, 22}),
    ("update", "rescued", {60, 65}),
]

MINE: list[Claim] = [
    say(19, 19, "trapped", "Company", 3, "a", population="staff"),
    say(34, 34, "trapped", "Union", 3, "b", population="staff"),
    say(34, 34, "trapped", "Company", 3, "b", population="staff", stance="denied", start=90),
    say(7, 7, "rescued", "Company", 3, "a", population="staff"),
    say(9, 9, "rescued", "Company", 5, "c", population="staff"),
    say(None, 5, "killed", "Company", 3, "a", population="staff"),
    say(None, 9, "killed", "Company", 6, "c", population="staff"),
    say(1200, 1200, "present", "Company", 3, "a", population="staff", approx=True),
]
MINE_EXPECTED: Expected = [
    ("denial", "trapped", {34}),
    ("range", "trapped", {19, 34}),
    ("update", "rescued", {7, 9}),
    ("update", "killed", {5, 9}),
]

SQUARE: list[Claim] = [
    say(3, 3, "killed", "Police", 1, "a", population="protesters"),
    say(27, 27, "killed", "Monitor", 1, "b", population="protesters"),
    say(41, 41, "killed", "Monitor", 2, "c", population="protesters"),
    say(2, 2, "killed", "Police", 1, "a", party="Police", population="combatants"),
    say(2, 2, "killed", "Monitor", 1, "b", party="Police", population="combatants"),
    say(1033, 1033, "captured", "Lawyers", 2, "b"),
    say(1033, 1033, "evacuated", "Police", 2, "c"),
    say(120, 120, "injured", "Hospital", 1, "a"),
    say(None, None, "injured", "Monitor", 1, "b", vague="dozens"),
]
SQUARE_EXPECTED: Expected = [
    ("range", "killed", {3, 27}),
    ("update", "killed", {27, 41}),
    ("status", "", {1033}),
]

TWO_TOWNS: list[Claim] = [
    say(14, 14, "killed", "Mayor of Northtown", 4, "a", place="Northtown"),
    say(9, 9, "killed", "Mayor of Southtown", 4, "b", place="Southtown"),
    say(23, 23, "killed", "Governor", 4, "a", start=300),
    say(30, 30, "killed", "Red Cross", 4, "c"),
    say(
        400, 400, "destroyed", "Governor", 4, "a", unit="building", population="homes", approx=True
    ),
    say(380, 380, "destroyed", "Red Cross", 4, "c", unit="building", population="homes"),
]
TWO_TOWNS_EXPECTED: Expected = [("range", "killed", {23, 30})]

TWO_PRISONS: list[Claim] = [
    say(900, 900, "detained", "Warden", 7, "a", population="detainees", place="Hill prison"),
    say(1100, 1100, "escaped", "Army", 8, "b", population="detainees", place="Hill prison"),
    say(
        300,
        300,
        "detained",
        "Warden",
        7,
        "a",
        population="detainees",
        place="River prison",
        start=200,
    ),
    say(
        200, 200, "escaped", "Army", 8, "b", population="detainees", place="River prison", start=200
    ),
    say(60, 60, "captured", "Army", 9, "c", population="detainees"),
    say(75, 75, "captured", "Army", 11, "d", population="detainees"),
]
TWO_PRISONS_EXPECTED: Expected = [
    ("does_not_add_up", "Hill prison", {900, 1100}),
    ("update", "captured", {60, 75}),
]

TAKEN_BACK: list[Claim] = [
    say(150, 150, "killed", "Ministry", 1, "a"),
    say(130, 130, "killed", "Ministry", 3, "b"),
    say(40, None, "captured", "Front", 2, "a", said="a commander of the Front"),
    say(40, 40, "captured", "Front", 2, "b", said="the Front's spokesman", stance="denied"),
    say(500, 500, "injured", "Ministry", 3, "b"),
    say(510, 510, "injured", "Clinic network", 3, "c", approx=True),
]
TAKEN_BACK_EXPECTED: Expected = [
    ("revision_down", "killed", {150, 130}),
    ("denial", "captured", {40}),
]

CAMPS: list[Claim] = [
    say(12_000, 12_000, "displaced", "IOM", 1, "a"),
    say(12_000, 12_000, "displaced", "OCHA", 2, "b", approx=True),
    say(20_000, 20_000, "displaced", "UNHCR", 5, "c"),
    say(5_000, 5_000, "displaced", "Government", 5, "d"),
    say(2_000_000, 2_000_000, "displaced", "UNHCR", 5, "c", background=True, start=500),
]
CAMPS_EXPECTED: Expected = [
    ("update", "displaced", {12_000, 20_000}),
    ("range", "displaced", {20_000, 5_000}),
]

ROUNDING: list[Claim] = [
    say(4000, 4000, "detained", "Ministry", 1, "a", population="detainees", approx=True),
    say(3798, 3798, "detained", "Agency", 1, "b", population="detainees"),
    say(300, 300, "injured", "Ministry", 1, "a", approx=True),
    say(290, 290, "injured", "Agency", 1, "b"),
    say(None, None, "missing", "Ministry", 1, "a", vague="dozens"),
    say(45, 45, "missing", "Agency", 1, "b"),
    say(100, None, "killed", "Ministry", 1, "a"),
    say(112, 112, "killed", "Agency", 1, "b"),
    say(700, 850, "detained", "Ministry", 1, "a", population="children"),
    say(700, 700, "detained", "Agency", 1, "b", population="children"),
    say(850, 850, "detained", "Charity", 1, "c", population="children"),
]

OUTBREAK: list[Claim] = [
    say(210, 210, "hospitalised", "Ministry", 1, "a"),
    say(150, 150, "hospitalised", "Ministry", 6, "b"),
    say(12, 12, "killed", "Ministry", 1, "a"),
    say(19, 19, "killed", "Ministry", 6, "b"),
    say(19, 19, "killed", None, 7, "c"),
    say(58, None, "killed", "Doctors' union", 6, "b", start=90),
    say(3000, 3000, "affected", "Ministry", 6, "b", approx=True),
    say(3120, 3120, "affected", "Agency", 6, "c"),
]
OUTBREAK_EXPECTED: Expected = [
    ("update", "hospital", {210, 150}),
    ("update", "killed", {12, 19}),
    ("range", "killed", {19, 58}),
]

AMBUSH: list[Claim] = [
    say(4, 4, "killed", "Army", 2, "a", party="Army", population="combatants"),
    say(40, 40, "killed", "Group", 2, "b", party="Army", population="combatants"),
    say(40, 40, "killed", "Army", 3, "c", party="Army", population="combatants", stance="denied"),
    say(11, 11, "killed", "Army", 2, "a", party="Group", population="combatants"),
    say(9, 9, "injured", "Army", 2, "a", party="Army", population="combatants"),
    say(14, 14, "injured", "Army", 4, "c", party="Army", population="combatants"),
    say(
        2000,
        2000,
        "deployed",
        "Army",
        2,
        "a",
        party="Army",
        population="combatants",
        background=True,
    ),
]
AMBUSH_EXPECTED: Expected = [
    ("denial", "killed", {40}),
    ("range", "killed", {4, 40}),
    ("update", "injured", {9, 14}),
]

HOSTAGES: list[Claim] = [
    say(25, 25, "held_hostage", "Group", 5, "a", population="hostages"),
    say(19, 19, "held_hostage", "Government", 5, "b", population="hostages"),
    say(6, 6, "freed", "Group", 6, "c", population="hostages"),
    say(11, 11, "freed", "Group", 8, "d", population="hostages"),
    say(None, None, "freed", "Government", 8, "d", population="hostages", vague="several"),
]
HOSTAGES_EXPECTED: Expected = [("range", "hostage", {25, 19}), ("update", "freed", {6, 11})]

TWO_ORGANS: list[Claim] = [
    say(52, 52, "killed", "Coast guard", 1, "a", population="travellers"),
    say(61, 61, "killed", "Navy", 1, "b", population="travellers"),
    say(52, 52, "killed", None, 1, "c", population="travellers"),
    say(400, 450, "present", "Coast guard", 1, "a", population="travellers"),
    say(430, 430, "present", "Company", 1, "b", population="travellers"),
]
TWO_ORGANS_EXPECTED: Expected = [("range", "killed", {52, 61})]

QUAKE: list[Claim] = [
    say(300, 300, "killed", "Government", 2, "a"),
    say(1200, 1200, "killed", "Government", 4, "b"),
    say(80, 80, "killed", "Governor of East", 2, "a", place="East province"),
    say(410, 410, "killed", "Governor of East", 4, "b", place="East province"),
    say(7, 7, "killed", None, 4, "b", start=800),
    say(1500, None, "killed", "Rescue council", 4, "c"),
    say(2500, 2500, "injured", "Government", 2, "a"),
    say(2500, 2500, "injured", "Government", 2, "c", approx=True),
]
QUAKE_EXPECTED: Expected = [
    ("update", "killed", {300, 1200}),
    ("update", "East", {80, 410}),
    ("range", "killed", {1200, 1500}),
]

ABROAD: list[Claim] = [
    say(600, 600, "injured", "State", 2, "a"),
    say(580, 580, "injured", "Coast guard", 2, "a", start=200),
    say(31, 31, "injured", "Faraway", 2, "b"),
    say(
        6,
        6,
        "damaged",
        "Red Cross",
        2,
        "b",
        unit="building",
        population="homes",
        sentence="six hospitals",
    ),
    say(
        900,
        900,
        "damaged",
        "Red Cross",
        2,
        "b",
        unit="building",
        population="homes",
        sentence="900 houses",
    ),
    say(
        870,
        870,
        "damaged",
        "State",
        2,
        "a",
        unit="building",
        population="homes",
        sentence="870 houses",
    ),
    say(70, 70, "injured", None, 2, "c", said="a young man"),
]
ABROAD_EXPECTED: Expected = [("range", "injured", {600, 580}), ("range", "buildings", {900, 870})]

EVENTS = {
    "abroad": (ABROAD, ABROAD_EXPECTED),
    "outbreak": (OUTBREAK, OUTBREAK_EXPECTED),
    "ambush": (AMBUSH, AMBUSH_EXPECTED),
    "hostages": (HOSTAGES, HOSTAGES_EXPECTED),
    "two organs": (TWO_ORGANS, TWO_ORGANS_EXPECTED),
    "quake": (QUAKE, QUAKE_EXPECTED),
    "ferry": (FERRY, FERRY_EXPECTED),
    "mine": (MINE, MINE_EXPECTED),
    "square": (SQUARE, SQUARE_EXPECTED),
    "two towns": (TWO_TOWNS, TWO_TOWNS_EXPECTED),
    "two prisons": (TWO_PRISONS, TWO_PRISONS_EXPECTED),
    "taken back": (TAKEN_BACK, TAKEN_BACK_EXPECTED),
    "camps": (CAMPS, CAMPS_EXPECTED),
    "rounding": (ROUNDING, []),
}


@pytest.mark.parametrize("name", EVENTS)
def test_exactly_what_was_expected_is_printed(name: str) -> None:
    claims, expected = EVENTS[name]
    readings = [
        make_reading(
            make_report(report, f"Text of {report}.", "2030-05-14"),
            [claim for claim in claims if claim.report == report],
        )
        for report in sorted({claim.report for claim in claims})
    ]
    ledger = reconcile(Resolution(tuple(readings), PARTIES))
    asked = {question.id: question.question for question in ledger.questions}
    left = [
        (verdict.kind, asked[question], bounds(verdict.claims), verdict.why)
        for question, verdict in ledger.disagreements
    ]
    missed = []
    for kind, word, numbers in expected:
        fitting = [one for one in left if one[0] == kind and word in one[1] and numbers <= one[2]]
        if fitting:
            left.remove(fitting[0])
        else:
            missed.append((kind, word, numbers))
    assert (missed, left) == ([], [])


def bounds(claims: tuple[Claim, ...]) -> set[int | None]:
    """Every bound of some claims."""
    return {b for claim in claims for b in (claim.figure.quantity.low, claim.figure.quantity.high)}

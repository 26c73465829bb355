"""Invented reports come in whose disagreements were written down first; counts of different things are told as such."""

import pytest
from tests.factories import make_claim, make_reading, make_report

from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.model.resolution import Resolution
from crossread.reconcile import reconcile

PARTIES = (
    Party("Army", within="State", kind="organ"),
    Party("State", kind="state"),
    Party("Council", kind="other"),
    Party("Relief Fund", kind="neutral"),
    Party("Aid Union", kind="neutral"),
)
Said = tuple[str, int | None, int | None, str, str | None, int, dict[str, object]]
"""A quote of a report, its bounds, its condition, who says it, the day of May, and what else is known of it."""
Expected = list[tuple[str, set[int]]]


def claims_in(name: str, text: str, said: list[Said]) -> list[Claim]:
    """The claims of one report, each where its quote stands."""
    found = []
    for quote, low, high, condition, source, day, more in said:
        start = text.index(quote)
        line = text[text.rfind("\n", 0, start) + 1 :].split("\n")[0]
        found.append(
            make_claim(
                low,
                high,
                condition,
                source=source,
                as_of=f"2030-05-{day:02}",
                report=name,
                start=start,
                quote=quote,
                sentence=line,
                **more,  # type: ignore[arg-type]
            )
        )
    return found


Event = tuple[dict[str, tuple[str, list[Said]]], Expected]

MILL: Event = (
    {
        "a": (
            "Fire at the Orrin mill\n\nThe union says 64 people died in the mill. The coroner has 41. Asked about the "
            "difference, the clerk of the coroner said that the office lists only bodies with a name.\n",
            [
                ("64 people died", 64, 64, "killed", "Union", 3, {}),
                ("41", 41, 41, "killed", "Coroner", 3, {}),
            ],
        )
    },
    [("status", {64, 41})],
)
FIRM: Event = (
    {
        "a": (
            "Fire at the Orrin mill\n\nThe union says 64 people died in the mill. The coroner has 41. Asked about the "
            "weather, the clerk of the coroner said nothing.\n",
            [
                ("64 people died", 64, 64, "killed", "Union", 3, {}),
                ("41", 41, 41, "killed", "Coroner", 3, {}),
            ],
        )
    },
    [("range", {64, 41})],
)
FLOOD: Event = (
    {
        "a": (
            "Rivers rise\n\nThe prefecture puts the dead and missing at 96 people.\n",
            [("96 people", 96, 96, "killed", "Prefecture", 3, {})],
        ),
        "b": (
            "Boats search\n\nThe rescue corps counts 38 dead.\n",
            [("38 dead", 38, 38, "killed", "Rescue corps", 5, {})],
        ),
    },
    [("status", {96, 38})],
)
STORM: Event = (
    {
        "a": (
            "Storm kills 120 in Vell\n\nThe storm killed 30 people, the harbour office said.\n",
            [
                ("120 in Vell", 120, 120, "killed", None, 3, {}),
                ("30 people", 30, 30, "killed", "Harbour office", 3, {}),
            ],
        )
    },
    [("status", {120, 30})],
)
FAIR_HEADLINE: Event = (
    {
        "a": (
            "Storm kills 30 in Vell\n\nThe storm killed 31 people, the harbour office said, after 30 at noon.\n",
            [
                ("30 in Vell", 30, 30, "killed", None, 3, {}),
                ("31 people", 31, 31, "killed", "Harbour office", 3, {}),
            ],
        )
    },
    [],
)
GRID: Event = (
    {
        "a": (
            "Dark\n\nWithout light were 57,000 households, the grid company said.\n",
            [("57,000 households", 57000, 57000, "affected", "Grid company", 2, {})],
        ),
        "b": (
            "Light\n\nThere had been 40,000 households at the peak, the grid company said.\n",
            [("40,000 households", 40000, 40000, "affected", "Grid company", 2, {})],
        ),
    },
    [("status", {40000, 57000})],
)
RAID: Event = (
    {
        "a": (
            "Raid\n\nThe army killed 8 fighters. The council denied the 8 and has 11 civilians dead.\n",
            [
                ("8 fighters", 8, 8, "killed", "Army", 3, {"population": "combatants"}),
                ("denied the 8", 8, 8, "killed", "Council", 3, {"population": "combatants", "stance": "denied"}),
                ("11 civilians", 11, 11, "killed", "Council", 3, {"population": "civilians"}),
            ],
        )
    },
    [("denial", {8}), ("status", {8, 11})],
)  # fmt: skip
PROVINCES: Event = (
    {
        "a": (
            "Quake\n\nThe bureau has 210 dead in Ash, 45 in Bray and 30 in Colm.\n",
            [
                ("210 dead", 210, 210, "killed", "Bureau", 3, {"place": "Ash"}),
                ("45 in Bray", 45, 45, "killed", "Bureau", 3, {"place": "Bray"}),
                ("30 in Colm", 30, 30, "killed", "Bureau", 3, {"place": "Colm"}),
            ],
        ),
        "b": (
            "Quake\n\nIn the whole land 210 people died, the radio says.\n",
            [("210 people", 210, 210, "killed", "Radio", 3, {})],
        ),
    },
    [("does_not_add_up", {210, 45, 30})],
)
NO_FIGHTERS: Event = (
    {
        "a": (
            "Strike\n\nThe army killed 14 fighters. The council denied that any fighters had been there. It said "
            "17 civilians died.\n",
            [
                ("14 fighters", 14, 14, "killed", "Army", 3, {"population": "combatants", "party": "Red Column"}),
                ("17 civilians", 17, 17, "killed", "Council", 3, {"population": "civilians"}),
            ],
        )
    },
    [("status", {14, 17})],
)  # fmt: skip
BOTH_KINDS: Event = (
    {
        "a": (
            "Strike\n\nThe army killed 14 fighters. The council said that 17 civilians died too.\n",
            [
                ("14 fighters", 14, 14, "killed", "Army", 3, {"population": "combatants", "party": "Red Column"}),
                ("17 civilians", 17, 17, "killed", "Council", 3, {"population": "civilians"}),
            ],
        )
    },
    [],
)  # fmt: skip
ASKED_HEADLINE: Event = (
    {
        "a": (
            "120 dead in Vell?\n\nThe storm killed 30 people, the harbour office said.\n",
            [
                ("120 dead in Vell", 120, 120, "killed", None, 3, {}),
                ("30 people", 30, 30, "killed", "Harbour office", 3, {}),
            ],
        )
    },
    [("range", {120, 30})],
)
LIST_AND_LAND: Event = (
    {
        "a": PROVINCES[0]["a"],
        "b": (
            "Quake\n\nThe bureau now has 310 people dead.\n",
            [("310 people", 310, 310, "killed", "Bureau", 4, {})],
        ),
        "c": (
            "Quake\n\nThe opposition says 900 people died, the bureau says 210 did.\n",
            [
                ("900 people", 900, 900, "killed", "Opposition", 4, {}),
                ("210 did", 210, 210, "killed", "Bureau", 3, {}),
            ],
        ),
    },
    [("range", {900, 310}), ("does_not_add_up", {210, 45, 30})],
)
OWN_LOSSES: Event = (
    {
        "a": (
            "Raid\n\nThe council says 8 soldiers died. The army denied the 8 and has 3 civilians dead.\n",
            [
                ("8 soldiers", 8, 8, "killed", "Council", 3, {"population": "combatants", "party": "State"}),
                ("denied the 8", 8, 8, "killed", "Army", 3,
                 {"population": "combatants", "party": "State", "stance": "denied"}),
                ("3 civilians", 3, 3, "killed", "Army", 3, {"population": "civilians"}),
            ],
        )
    },
    [("denial", {8})],
)  # fmt: skip
SAILORS: Event = (
    {
        "a": (
            "Harbour\n\nPolice arrested 14 sailors of Norland.\n",
            [("14 sailors", 14, 14, "captured", None, 2, {"party": "Norland"})],
        ),
        "b": (
            "Court\n\nThe court let the 14 sailors go.\n",
            [("14 sailors", 14, 14, "freed", "Court", 9, {"party": "Norland"})],
        ),
    },
    [("status", {14})],
)
PROVINCES_RIGHT: Event = (
    {
        "a": PROVINCES[0]["a"],
        "b": (
            "Quake\n\nIn the whole land 285 people died, the radio says.\n",
            [("285 people", 285, 285, "killed", "Radio", 3, {})],
        ),
    },
    [],
)
CAMPS: Event = (
    {
        "a": (
            "Camps\n\nThe Relief Fund has 118,000 displaced in Ash alone, the Aid Union 120,000 in all.\n",
            [
                ("118,000 displaced", 118000, 118000, "displaced", "Relief Fund", 3, {"place": "Ash"}),
                ("120,000 in all", 120000, 120000, "displaced", "Aid Union", 3, {}),
            ],
        )
    },
    [("does_not_add_up", {118000, 120000})],
)  # fmt: skip
BATCHES: Event = (
    {
        "a": (
            "Buses\n\nDay | Persons\n4 May | 400 people\n5 May | 650 people\n6 May | 120 people\n"
            "The agencies wrote of 1,500 people on the first day.\n",
            [
                ("400 people", 400, 400, "evacuated", "Council", 4, {}),
                ("650 people", 650, 650, "evacuated", "Council", 5, {}),
                ("120 people", 120, 120, "evacuated", "Council", 6, {}),
                ("1,500 people", 1500, 1500, "evacuated", "Agencies", 4, {}),
            ],
        )
    },
    [("does_not_add_up", {1500, 400, 650, 120})],
)
RUNNING: Event = (
    {
        "a": (
            "Buses\n\nDay | Persons\n4 May | 400 people\n5 May | 650 people\n6 May | 1,500 people\n",
            [
                ("400 people", 400, 400, "evacuated", "Council", 4, {}),
                ("650 people", 650, 650, "evacuated", "Council", 5, {}),
                ("1,500 people", 1500, 1500, "evacuated", "Council", 6, {}),
            ],
        )
    },
    [("update", {400, 650, 1500})],
)
MAYOR: Event = (
    {
        "a": ("Town\n\nThe mayor says 70 died.\n", [("70 died", 70, 70, "killed", "Mayor", 1, {})]),
        "b": (
            "Town\n\nThe registry has 52 dead.\n",
            [("52 dead", 52, 52, "killed", "Registry", 19, {})],
        ),
    },
    [],
)
CORRECTED: Event = (
    {
        "a": ("Quay\n\n33 dead lay on the quay.\n", [("33 dead", 33, 33, "killed", None, 4, {})]),
        "b": (
            "Quay\n\nNot 33 but 31, the coast guard says.\n",
            [
                ("Not 33", 33, 33, "killed", "Coast guard", 5, {"stance": "denied"}),
                ("31", 31, 31, "killed", "Coast guard", 5, {}),
            ],
        ),
    },
    [("revision_down", {33, 31})],
)
LEDGER: Event = (
    {
        "a": (
            "Collapse at Orrin\n\nThe union has 64 dead and the coroner 41. The prefecture counts 52.\n\n"
            "The coroner had 44 by night. His clerk said the gap with the union's number was a matter of papers.\n",
            [
                ("64 dead", 64, 64, "killed", "Union", 3, {}),
                ("41", 41, 41, "killed", "Coroner", 3, {}),
                ("52", 52, 52, "killed", "Prefecture", 3, {}),
            ],
        )
    },
    [("range", {64, 52, 41})],
)
GAP: Event = (
    {
        "a": (
            "Collapse at Orrin\n\nThe union has 64 dead. The prefecture counts 52.\n\n"
            "The coroner has 41 dead. His clerk said the gap with the prefecture's number was a matter of papers.\n",
            [
                ("64 dead", 64, 64, "killed", "Union", 3, {}),
                ("52", 52, 52, "killed", "Prefecture", 3, {}),
                ("41 dead", 41, 41, "killed", "Coroner", 3, {}),
            ],
        )
    },
    [("range", {64, 52, 41}), ("status", {52, 41})],
)
LOOKED_INTO: Event = (
    {
        "a": (
            "Fever at Orrin\n\nThe union has listed 31 dead up to Friday; the prefecture has validated 12.\n",
            [
                ("31 dead", 31, 31, "killed", "Union", 3, {}),
                ("12", 12, 12, "killed", "Prefecture", 3, {}),
            ],
        )
    },
    [("status", {31, 12})],
)
NOT_THAT_FIGURE: Event = (
    {
        "a": (
            "Pupils of Orrin\n\nThe union says 64 are held. The school has 72, of whom 9, never listed, came home.\n",
            [
                ("64 are held", 64, 64, "held_hostage", "Union", 3, {}),
                ("72", 72, 72, "held_hostage", "School board", 3, {}),
            ],
        )
    },
    [("range", {64, 72})],
)
EVENTS = {
    "mill": MILL,
    "mill without a reason": FIRM,
    "flood": FLOOD,
    "storm": STORM,
    "fair headline": FAIR_HEADLINE,
    "grid": GRID,
    "raid": RAID,
    "no fighters": NO_FIGHTERS,
    "both kinds": BOTH_KINDS,
    "asked headline": ASKED_HEADLINE,
    "a list and the land": LIST_AND_LAND,
    "own losses": OWN_LOSSES,
    "sailors": SAILORS,
    "provinces": PROVINCES,
    "provinces that add up": PROVINCES_RIGHT,
    "camps": CAMPS,
    "batches": BATCHES,
    "running count": RUNNING,
    "mayor": MAYOR,
    "corrected": CORRECTED,
    "gap named": GAP,
    "gap of no one's number": LEDGER,
    "looked into": LOOKED_INTO,
    "another figure's reason": NOT_THAT_FIGURE,
}


@pytest.mark.parametrize("name", EVENTS)
def test_exactly_what_was_expected_is_printed(name: str) -> None:
    reports, expected = EVENTS[name]
    readings = [
        make_reading(make_report(each, text, "2030-05-20"), claims_in(each, text, said))
        for each, (text, said) in sorted(reports.items())
    ]
    ledger = reconcile(Resolution(tuple(readings), PARTIES))
    left = [(verdict.kind, bounds(verdict.claims)) for _, verdict in ledger.disagreements]
    missed = []
    for kind, numbers in expected:
        fitting = [one for one in left if one[0] == kind and numbers <= one[1]]
        if fitting:
            left.remove(fitting[0])
        else:
            missed.append((kind, numbers))
    assert (missed, left) == ([], [])


def bounds(claims: tuple[Claim, ...]) -> set[int | None]:
    """Every bound of some claims."""
    return {b for claim in claims for b in (claim.figure.quantity.low, claim.figure.quantity.high)}

"""Tables and labelled lists of our own, read by their heads and labels."""

import pytest

from crossread.clean import clean
from crossread.extract import tables
from crossread.extract.cells import unread
from crossread.extract.totals import summands
from crossread.model.figure import Figure
from crossread.model.report import Report
from crossread.model.sentence import Parsed
from crossread.model.source import Source
from crossread.parse import Parser

PARSER = Parser(None)


def parsed(text: str) -> Parsed:
    report = clean(Source("t.txt", text.encode()))
    assert isinstance(report, Report)
    return PARSER.parse(report)


def shown(text: str) -> list[tuple[int | None, int | None, str, str]]:
    return [(f.quantity.low, f.quantity.high, f.population, f.condition) for f in figures(text)]


def figures(text: str) -> list[Figure]:
    return tables.figures(parsed(text))


FLOOD = """RIVER BASIN FLOODS - SITUATION REPORT No. 7
Issued on 12 May 2031 by the Basin Relief Desk for its partners in the field.

TABLE 1: LOSSES BY DISTRICT

District | Deaths | Missing | Displaced (families) | Houses destroyed | Source
Upper Teva | 14 | 3 | 1,200 | 310 | Civil Protection, 11 May
Lower Teva | at least 9 | – | 2,450+ | 95, another 40 in part | Red Cross
Karst | 0 | 2 | n/a | – | Mayor's office
Total | 23 | 5 | 3,650 | 405 |

The figures will be revised as roads are opened again and teams reach the villages.
"""


def test_columns_give_condition_population_and_unit() -> None:
    assert shown(FLOOD) == [
        (14, 14, "people", "killed"),
        (3, 3, "people", "missing"),
        (1200, 1200, "families", "displaced"),
        (310, 310, "homes", "destroyed"),
        (9, None, "people", "killed"),
        (2450, None, "families", "displaced"),
        (95, 95, "homes", "destroyed"),
        (40, 40, "homes", "damaged"),
        (2, 2, "people", "missing"),  # the zero beside it is no figure
        (23, 23, "people", "killed"),
        (5, 5, "people", "missing"),
        (3650, 3650, "families", "displaced"),
        (405, 405, "homes", "destroyed"),
    ]


def test_units_follow_the_population() -> None:
    units = {f.population: f.unit for f in figures(FLOOD)}
    assert units == {"people": "person", "families": "household", "homes": "building"}


def test_the_source_column_names_the_speaker() -> None:
    first, *_ = figures(FLOOD)
    assert first.source_at is not None
    assert FLOOD[slice(*first.source_at)] == "Civil Protection"  # its date stays behind
    *_, last = figures(FLOOD)
    assert last.source_at is None  # an empty cell names nobody


def test_the_row_gives_the_place() -> None:
    assert {f.place for f in figures(FLOOD)} == {"Upper Teva", "Lower Teva", "Karst", None}


def test_a_later_number_of_a_cell_may_come_on_top() -> None:
    assert [f.measure for f in figures(FLOOD) if f.quantity.low == 40] == ["increment"]


PRISON = """Unrest in two jails leaves cells empty, says the ministry in its first count of the week

Jails, provisional count

Jail | Held before | Escaped | Recaptured | Still inside
North Hill | 812 | 640, of whom 120 sentenced | 31 | 172
Lake Street | approx. 300 | not known | – | fewer than 50

The ministry said the work of counting went on and that it would speak again on Sunday.
"""


def test_context_makes_detainees_of_those_held() -> None:
    assert shown(PRISON) == [
        (812, 812, "detainees", "detained"),
        (640, 640, "detainees", "escaped"),
        (120, 120, "detainees", "escaped"),
        (31, 31, "detainees", "captured"),
        (172, 172, "detainees", "detained"),
        (300, 300, "detainees", "detained"),
        (None, 50, "detainees", "detained"),
    ]


def test_a_part_names_its_whole() -> None:
    part = next(f for f in figures(PRISON) if f.measure == "part")
    assert part.quantity.low == 120
    assert part.part_of is not None
    assert PRISON[slice(*part.part_of)] == "640"


CATEGORIES = """Answer of the minister to the question of the member for the coast, given in writing

Losses of the ferry accident:

Category | Persons | Payment (euros)
Dead | 41 | 20,000
Serious injury | 17 | 8,000
Rescued unhurt | 102 | none

The minister added that payments had begun and that no case was disputed by the families.
"""


def test_row_labels_give_the_condition_where_heads_do_not() -> None:
    assert shown(CATEGORIES) == [
        (41, 41, "people", "killed"),
        (17, 17, "people", "injured"),
        (102, 102, "people", "rescued"),
    ]


DAYS = """How the count of the landslide grew, day by day, according to the governor's office

Date | Dead | Injured | Temperature
3 June | 4 | 11 | 17
4 June | 9 | 25 | 19

The governor's office said that diggers had come from the capital to help the villagers.
"""


def test_date_columns_and_measures_hold_no_counts() -> None:
    assert shown(DAYS) == [
        (4, 4, "people", "killed"),
        (11, 11, "people", "injured"),
        (9, 9, "people", "killed"),
        (25, 25, "people", "injured"),
    ]


SIDES = """Losses of the two armies in the border war, as each side gives them for the other one

Side | Killed | Captured | Tanks lost
Vestria | 120 | 14 | 7
Ostland | 96 | some 30 | 12

Neither army has published a list of names, and independent counts are not available so far.
"""


def test_a_column_of_sides_gives_the_party() -> None:
    found = figures(SIDES)
    assert [(f.party, f.quantity.low, f.condition) for f in found] == [
        ("Vestria", 120, "killed"),
        ("Vestria", 14, "captured"),
        ("Ostland", 96, "killed"),
        ("Ostland", 30, "captured"),
    ]


LIST = """The warehouse blast: what the authorities of the port city have counted until this morning

- Killed: 61 (ministry of health)
- Injured: 400+, of whom 35 in intensive care
- Children: at least two killed, nine injured
- Homes: 70 destroyed, more than 900 damaged
- Hospitals: two damaged; schools: three
- Phone line: 112
- Ministry: the 61 names will be read out on Friday

The counting goes on in the streets that are closest to the quay, the city council says.
"""


def test_labels_of_a_list() -> None:
    expected = [
        (61, 61, "people", "killed"),
        (400, None, "people", "injured"),
        (2, None, "children", "killed"),
        (9, 9, "children", "injured"),
        (70, 70, "homes", "destroyed"),
        (900, None, "homes", "damaged"),
        (2, 2, "homes", "damaged"),
        (3, 3, "homes", "damaged"),
    ]
    assert [found for found in shown(LIST) if found in expected] == expected
    assert all(f.quantity.low not in (112,) for f in figures(LIST))


TALK = """INTERVIEW WITH THE MAYOR

REPORTER: Thirty minutes ago you spoke.

MAYOR: Two things are certain, and I said so."""
SHARES = """Aid after the storm, in figures of the ministry, for the week

District | Affected
Coast | 12%
Hills | $3 million
"""


@pytest.mark.parametrize("text", [TALK, SHARES])
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


TRANSPOSED = """How the toll moved, according to the health directorate of the region in its notes

| | Mon | Tue |
| --- | --- | --- |
| Deaths | 12 | 19 |
| Schools used as shelters | 4 | 6 |

The directorate said the notes were meant for its hospitals and not for the public.
"""


def test_rows_of_a_transposed_table() -> None:
    """Labels give the condition where the heads are days; things in a label are not counted."""
    assert shown(TRANSPOSED) == [(12, 12, "people", "killed"), (19, 19, "people", "killed")]


WARDS = """The wounded by hospital, as the directors of the hospitals gave them to our reporter

Hospital | Dead | Injured
St Mary's Hospital | 4 | 19
Old Mill School | 2 | 7

The directors asked for blood, and for an end of the calls from people who look for relatives.
"""


def test_the_name_of_a_place_counts_no_buildings() -> None:
    assert {f.population for f in figures(WARDS)} == {"people"}
    assert {f.place for f in figures(WARDS)} == {"St Mary's Hospital", "Old Mill School"}


def test_a_label_holds_for_its_parts() -> None:
    text = "FERRY: FACTS AND FIGURES OF THE NIGHT\n\nHospitalized: 22, 4 of them children\nMissing: some 73\n"
    found = [(f.quantity.low, f.measure, f.condition) for f in figures(text)]
    assert found == [
        (22, "total", "hospitalised"),
        (4, "part", "hospitalised"),
        (73, "total", "missing"),
    ]


def test_a_scale_in_the_caption_holds_for_every_cell() -> None:
    caption = "Table 3: People displaced by the floods, by province (in thousands)"
    text = f"{caption}\n\nProvince | Before 1 May | As of 10 May\nHarrow | 12.5 | 48\nDunmere | 3 | 21\n"
    assert [(low, condition) for low, _, _, condition in shown(text)] == [
        (12500, "displaced"),
        (48000, "displaced"),
        (3000, "displaced"),
        (21000, "displaced"),
    ]


def test_a_column_of_which_has_the_condition_of_the_one_before_it() -> None:
    text = (
        "Impact overview\n\nDistrict | Dead | of which children | In-patients | Of whom under 18\n"
        "Mira | 41 | 12 | 33 | 7\nLosto | 18 | 5 | 52 | 8\n"
    )
    assert shown(text)[:4] == [
        (41, 41, "people", "killed"),
        (12, 12, "children", "killed"),
        (33, 33, "people", "hospitalised"),
        (7, 7, "children", "hospitalised"),
    ]


def test_a_row_goes_on_with_the_row_above() -> None:
    text = "Impact overview\n\nIndicator\tNumber\nDead\t58\n– of which children\t21\nHectares lost\t7,400\n"
    assert shown(text) == [(58, 58, "people", "killed"), (21, 21, "children", "killed")]


def test_labels_and_numbers_in_one_line() -> None:
    line = "KILLED 12 | WOUNDED 40 | MISSING 3"
    text = f"Daily line\n\n{line}\nShelling was reported from both sides of the river by night.\n"
    assert [(low, condition) for low, _, _, condition in shown(text)] == [
        (12, "killed"),
        (40, "injured"),
        (3, "missing"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hostages released — 30", [(30, 30, "hostages", "freed")]),
        ("Lost lives: 12", [(12, 12, "people", "killed")]),
        ("Deaths in hospital: 3", [(3, 3, "people", "killed")]),
        ("In shelters: 140", [(140, 140, "people", "sheltered")]),
        ("Confirmed cases: 48", [(48, 48, "people", "affected")]),
        (
            "Attackers — 4 killed, 2 arrested",
            [(4, 4, "combatants", "killed"), (2, 2, "combatants", "captured")],
        ),
        (
            "Personnel: 134 activated (99 army, 35 air)",
            [(n, n, "staff", "deployed") for n in (134, 99, 35)],
        ),
        ("People evacuated from nearby homes: about 200", [(200, 200, "people", "evacuated")]),
        ("Schools: 12 destroyed / 40 damaged", [(12, 12, "homes", "destroyed"), (40, 40, "homes", "damaged")]),
        ("Vehicles: 48", []),
        ("Buildings evacuated: 9", []),
    ],
)  # fmt: skip
def test_labels(line: str, expected: list[tuple[int, int, str, str]]) -> None:
    text = f"INCIDENT BULLETIN\n\nThe services gave these numbers in the evening of the second day.\n{line}\n"
    assert shown(text) == expected


LISTED_SIDES = """Gulf Conflict Monitor counts the two days of fighting in the port and on the coast road

Killed, all sides: 171
- the Movement: 88
- government side: 61
- civilians: 22

The monitor said that its count was based on the morgues and that it would be kept up daily.
"""

ARRIVALS = """How many families have come, as the relief committee of the eastern province counted them

Arrival point | Families | Individuals
--- | --- | ---
Mueda | 412 | 1,688
Palma | 97 | 361
"""


def test_rows_that_name_sides_count_what_the_line_above_counts() -> None:
    """A label that only names a side or a place goes on with the label over its list."""
    assert [condition for _, _, _, condition in shown(LISTED_SIDES)] == ["killed"] * 4


def test_a_first_column_of_places_says_where_people_are() -> None:
    """People counted at arrival points have been displaced, though no head says so."""
    assert {condition for _, _, _, condition in shown(ARRIVALS)} == {"displaced"}


def test_a_label_of_two_words_over_two_numbers_gives_each_its_own() -> None:
    text = "What the cyclone did to us\n\nHouses destroyed / damaged: 1,120 / 4,380\n\nKilled/injured: 12/40\n"
    assert shown(text) == [
        (1120, 1120, "homes", "destroyed"),
        (4380, 4380, "homes", "damaged"),
        (12, 12, "people", "killed"),
        (40, 40, "people", "injured"),
    ]
    assert all(figure.firm for figure in figures(text))


def test_a_column_of_two_words_parts_its_cells() -> None:
    text = "FLOODS\n\nDistrict | Dead/Injured\nNorth | 12/30\nSouth | 0/3\n"
    assert shown(text) == [
        (12, 12, "people", "killed"),
        (30, 30, "people", "injured"),
        (3, 3, "people", "injured"),
    ]


def test_brackets_say_who_is_counted_or_whose_count_it_is() -> None:
    text = (
        "LOSSES\n\nDeath toll (ministry): 38\n\nDeath toll (police): 24\n\nDead (plant staff): 9\n"
    )
    assert shown(text) == [
        (38, 38, "people", "killed"),
        (24, 24, "people", "killed"),
        (9, 9, "staff", "killed"),
    ]


def test_a_column_of_what_a_place_was_built_for_counts_nobody() -> None:
    text = (
        "PRISON\n\nWing | Capacity | Held | Wanting\nNorth | 400 | 812 | 13\nSouth | 250 | 90 | 2\n"
    )
    read = parsed(text)
    taken = frozenset(figure.quantity.start for figure in tables.figures(read))
    assert [aside.quote for aside in unread(read, taken)] == ["13", "2"]


def test_a_column_of_population_counts_those_who_live_there() -> None:
    text = "CASES BY BLOCK\n\nBlock | Population | Dead\nA | 14,200 | 9\nB | 11,900 | 12\n"
    assert shown(text)[0] == (14200, 14200, "people", "present")


def test_a_row_of_goods_counts_nobody() -> None:
    report = parsed("""Relief in the valley, third day, told by the committee in its first bulletin

| Item | Needed | Available |
|---|---|---|
| Blankets | 900 | 350 |
| Trucks | 12 | 5 |
""")
    assert tables.figures(report) == []
    assert {aside.code for aside in unread(report, frozenset())} == {"goods"}


def test_a_heading_has_its_count_in_brackets() -> None:
    text = "Flood bulletin of the county, third day\n\nDEAD BY DISTRICT (27)\n"
    assert shown(text) == [(27, 27, "people", "killed")]
    assert shown("Relief bulletin of the county, third day\n\n- Stretchers (12)\n") == []


WEEKS = """FIGHTING IN THE DELTA - SITUATION REPORT No. 4

TABLE 1: WEEKLY TREND

Week | Camp | Town | Wounded | Deaths
1 | 12 | 7 | 19 | 1
2 | 120 | 41 | 161 | 6
3 | 298 | - | 298 | 9
Total | 430 | 48 | 478 | 16
"""


def test_columns_that_add_up_to_another_count_what_it_counts() -> None:
    assert shown(WEEKS)[:4] == [
        (12, 12, "people", "injured"),
        (7, 7, "people", "injured"),
        (19, 19, "people", "injured"),
        (1, 1, "people", "killed"),
    ]


def test_columns_that_do_not_add_up_or_say_a_condition_stay_as_they_are() -> None:
    assert summands(parsed(WEEKS), _head_row(WEEKS)) == {1: 3, 2: 3}
    apart = WEEKS.replace("| 161 |", "| 160 |")
    assert summands(parsed(apart), _head_row(apart)) == {}
    own = WEEKS.replace("Camp | Town | Wounded", "Dead | Missing | Casualties")
    assert summands(parsed(own), _head_row(own)) == {}


def _head_row(text: str) -> int:
    return next(b.header for b in parsed(text).report.blocks if b.header is not None)

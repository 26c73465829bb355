"""Tables as reports set them: bars, Markdown, tabs, columns of blanks; heads, empty cells, lookalikes."""

import pytest

from crossread.clean.report import build

INTRO = "Flood bulletin of the ministry\n\nThese are the figures that the districts have sent to us so far:\n\n"
AFTER = "\n\nAll of the figures are expected to rise when the roads are open again, the ministry said.\n"


def rows(table: str) -> list[list[str]]:
    """The cells of each row, the head's row first; a row without a head has "?" before it."""
    text = INTRO + table + AFTER
    report = build("a.txt", text)
    found = []
    for block in report.blocks:
        if block.kind == "row":
            cells = [text[start:end] for start, end in block.cells]
            headed = block.header is not None or any(
                other.header is not None and report.blocks[other.header] is block
                for other in report.blocks
            )
            found.append(cells if headed else ["?", *cells])
    return found


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (  # bars
            "Area | Dead | Injured\nNorth | 12 | 40\nDelta | – | 7",
            [["Area", "Dead", "Injured"], ["North", "12", "40"], ["Delta", "–", "7"]],
        ),
        (  # Markdown: the ruler is no row, an empty cell keeps its place
            "| Area | Dead | Hurt |\n|------|-----:|:----:|\n| North | 12 | |\n| Delta | | 7 |",
            [["Area", "Dead", "Hurt"], ["North", "12", ""], ["Delta", "", "7"]],
        ),
        (  # columns headed by days
            "Count | 14 Nov (1900) | 15 Nov (1800)\nDead | 9 | 16\nMissing | 15 | 7",
            [
                ["Count", "14 Nov (1900)", "15 Nov (1800)"],
                ["Dead", "9", "16"],
                ["Missing", "15", "7"],
            ],
        ),
        (  # tabs
            "Area\tDead\nNorth\t12\nDelta\t7",
            [["Area", "Dead"], ["North", "12"], ["Delta", "7"]],
        ),
        (  # columns set by blanks
            "Area            Dead    Missing\nUpper Valley      12          3\nDelta              7          0",
            [["Area", "Dead", "Missing"], ["Upper Valley", "12", "3"], ["Delta", "7", "0"]],
        ),
        (  # no head: the first row has figures as well
            "North | 12 | as many as\nDelta | >40 | 3 May",
            [["?", "North", "12", "as many as"], ["?", "Delta", ">40", "3 May"]],
        ),
        (  # slashes
            "Ward / Dead / Hurt\nWard A / 12 / 30\nWard B / 4 / 11",
            [["Ward", "Dead", "Hurt"], ["Ward A", "12", "30"], ["Ward B", "4", "11"]],
        ),
        ("Photo / Press Agency / Reuse free\nText / Desk / Reuse free", []),  # nothing is counted
        ("Iran 5 | China 4 | Japan 2", []),  # one line is no table
    ],
)
def test_tables(table: str, expected: list[list[str]]) -> None:
    assert rows(table) == expected


def test_rows_stand_under_the_line_that_introduces_them() -> None:
    text = INTRO + "Area | Dead\nNorth | 12" + AFTER
    blocks = build("a.txt", text).blocks
    intro = next(
        index for index, block in enumerate(blocks) if text[: block.end].endswith("so far:")
    )
    assert [block.heading for block in blocks if block.kind == "row"] == [intro, intro]


def test_semicolons_part_the_cells_of_a_list_of_incidents() -> None:
    """Three lines or more of four parts or more are a table; a sentence of clauses is not."""
    table = "Date; Place; Killed; Injured\n02/06; Pagak; 9; 6\n04/06; Nyang; 7; 3\n"
    assert rows(table) == [
        ["Date", "Place", "Killed", "Injured"],
        ["02/06", "Pagak", "9", "6"],
        ["04/06", "Nyang", "7", "3"],
    ]
    assert rows("He came; he saw; he won; he left.\n") == []

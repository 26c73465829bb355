"""Every form in which crisis news puts a number, with the bounds it sets."""

import pytest

from crossread.extract.quantity import find_quantities

# (sentence, [(low, high, approx, vague), …])
CASES = [
    # thousands marks
    ("1,210 people fled", [(1210, 1210, False, None)]),
    ("the figure of 24.000 dead", [(24000, 24000, False, None)]),
    ("24 617 people were hurt", [(24617, 24617, False, None)]),
    ("1 200 houses burned", [(1200, 1200, False, None)]),  # no-break space
    ("1 200 houses burned", [(1200, 1200, False, None)]),  # thin space
    ("1,00,000 people in Assam", [(100000, 100000, False, None)]),  # Indian grouping
    (
        "5'000 Personen, 5’000 people",
        [(5000, 5000, False, None), (5000, 5000, False, None)],
    ),  # Swiss
    # scales behind digits
    ("2.3 million people", [(2300000, 2300000, False, None)]),
    ("5.5M in need", [(5500000, 5500000, False, None)]),
    (
        "15K displaced, 4.2bn at risk",
        [(15000, 15000, False, None), (4200000000, 4200000000, False, None)],
    ),
    ("5 thousand 383 wounded", [(5383, 5383, False, None)]),
    ("13 thousand families", [(13000, 13000, False, None)]),
    (
        "5 lakh people and 2 crore voters",
        [(500000, 500000, False, None), (20000000, 20000000, False, None)],
    ),
    ("1 lakh 20 thousand evacuated", [(120000, 120000, False, None)]),
    # words
    ("twenty-three men", [(23, 23, False, None)]),
    ("twenty three men", [(23, 23, False, None)]),
    ("one hundred and eighty-two bodies", [(182, 182, False, None)]),
    ("One hundred ninety-three", [(193, 193, False, None)]),
    ("thirteen hundred men", [(1300, 1300, False, None)]),
    ("two thousand and five soldiers", [(2005, 2005, False, None)]),
    ("a hundred dead", [(100, 100, False, None)]),
    ("A hundred and sixty-five", [(165, 165, False, None)]),
    ("half a million people", [(500000, 500000, False, None)]),
    ("a million and a half people", [(1500000, 1500000, False, None)]),
    ("one and a half million people", [(1500000, 1500000, False, None)]),
    ("two and a half thousand homes", [(2500, 2500, False, None)]),
    ("two-and-a-half thousand", [(2500, 2500, False, None)]),
    ("12 (twelve) persons", [(12, 12, False, None)]),  # said once
    ("2½ million people", [(2500000, 2500000, False, None)]),
    ("three quarters of a million", [(750000, 750000, False, None)]),
    # collectives
    ("a dozen men", [(12, 12, True, None)]),
    ("two dozen men", [(24, 24, False, None)]),
    ("half a dozen men", [(6, 6, True, None)]),
    ("three score villagers", [(60, 60, False, None)]),
    ("a couple of dozen police", [(24, 24, True, None)]),
    ("more than a dozen", [(12, None, False, None)]),
    # ranges
    ("700 to 850 boys", [(700, 850, False, None)]),
    ("10-20 escapees, 10–15 dead", [(10, 20, False, None), (10, 15, False, None)]),
    ("between five and six people", [(5, 6, False, None)]),
    ("from 60,000 to 80,000 people", [(60000, 80000, False, None)]),
    ("five or six bodies", [(5, 6, True, None)]),
    ("between five and eight hundred", [(500, 800, False, None)]),
    ("three to four thousand men", [(3000, 4000, False, None)]),
    ("1 to 1.5 million people", [(1000000, 1500000, False, None)]),
    ("two or three hundred", [(200, 300, True, None)]),
    ("from about 60 to around 80", [(60, 80, True, None)]),
    ('"between 13 and 20" dead', [(13, 20, False, None)]),
    ("five and six people", [(5, 5, False, None), (6, 6, False, None)]),  # two numbers, no range
    (
        "the toll rose from 60 to 80",
        [(60, 60, False, None), (80, 80, False, None)],
    ),  # a change, no range
    ("lowered to 275 from 288", [(275, 275, False, None), (288, 288, False, None)]),
    ("rose by 12 to 33", [(12, 12, False, None), (33, 33, False, None)]),
    ("six-to-eight people", [(6, 8, False, None)]),
    ("200-300,000 people", [(200000, 300000, False, None)]),
    ("from 250 to 1,000 bodies", [(250, 1000, False, None)]),
    # bounds
    ("at least 30 dead", [(30, None, False, None)]),
    ("no fewer than fifteen", [(15, None, False, None)]),
    ("upwards of 200", [(200, None, False, None)]),
    ("north of 400 people", [(400, None, False, None)]),
    ("in excess of 531 individuals", [(531, None, False, None)]),
    ("a minimum of 12", [(12, None, False, None)]),
    ("1,930+ and 12-plus", [(1930, None, False, None), (12, None, False, None)]),
    ("300 or more", [(300, None, False, None)]),
    ("30 at least", [(30, None, False, None)]),
    ("the dead exceed 4,000", [(4000, None, False, None)]),
    ("the toll passed a hundred", [(100, None, False, None)]),
    ("they passed two checkpoints", [(2, 2, False, None)]),  # passing is no bound here
    ("up to 200 troops", [(None, 200, False, None)]),
    ("as many as 100,000 men", [(None, 100000, False, None)]),
    ("fewer than forty", [(None, 40, False, None)]),
    ("underneath 3,600", [(None, 3600, False, None)]),
    ("no more than 12", [(None, 12, False, None)]),
    ("did not pass 160", [(None, 160, False, None)]),
    ("200 at most", [(None, 200, False, None)]),
    ("more than 100 but fewer than 150", [(100, 150, False, None)]),
    ("at least 30 and perhaps 50", [(30, 50, True, None)]),
    ("more than 30 and 50 wounded", [(30, None, False, None), (50, 50, False, None)]),
    # approximations
    ("about 900 soldiers", [(900, 900, True, None)]),
    ("some 700 to 850 boys", [(700, 850, True, None)]),
    ("an estimated 4,000", [(4000, 4000, True, None)]),
    ("estimated at more than 500", [(500, None, True, None)]),
    ("approx. 1,450", [(1450, 1450, True, None)]),
    ("~60 people", [(60, 60, True, None)]),
    ("fifty or so", [(50, 50, True, None)]),
    ("thirty-odd neighbours", [(30, 30, True, None)]),
    ("just over 40", [(40, None, True, None)]),
    ("just under 40", [(40, 40, True, None)]),
    ("perhaps sixty volunteers", [(60, 60, True, None)]),
    # vague words
    ("dozens of fighters", [(None, None, False, "dozens")]),
    ("tens of thousands fled", [(None, None, False, "tens of thousands")]),
    ("hundreds of thousands", [(None, None, False, "hundreds of thousands")]),
    ("hundreds, if not thousands", [(None, None, False, "hundreds if not thousands")]),
    ("several people", [(None, None, False, "several")]),
    ("several thousand gathered", [(None, None, False, "several thousand")]),
    ("no more than a few hundred", [(None, None, False, "a few hundred")]),
    ("a handful of men", [(None, None, False, "a handful")]),
    ("a small number of troops", [(None, None, False, "a small number")]),
    ("a great many people", [(None, None, False, "a great many")]),
    ("how many, as many, too many", []),
    ("few people came", []),  # few without an article is a negation
    # what is no number
    ("they killed a man", []),
    ("the second and the third", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_bounds(text: str, expected: list[tuple[int | None, int | None, bool, str | None]]) -> None:
    found = [(each.low, each.high, each.approx, each.vague) for each in find_quantities(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "whole", "core"),
    [
        ("killed at least 30 people", "at least 30", "30"),
        ("a further 1,300 in part", "a further 1,300", "1,300"),
        ("between five and six", "between five and six", "five and six"),
        ("6,000+ hurt", "6,000+", "6,000"),
        ("fifty or so men", "fifty or so", "fifty"),
        ('"more than" 60', '"more than" 60'[1:], "60"),
    ],
)
def test_spans(text: str, whole: str, core: str) -> None:
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == whole
    assert text[slice(*quantity.core)] == core


@pytest.mark.parametrize(
    ("text", "increments"),
    [
        ("another 15 were hurt", [True]),
        ("a further 20", [True]),
        ("at least 30 more", [True]),
        ("four others", [True]),
        ("30 more than before", [False]),
        ("15 were hurt", [False]),
    ],
)
def test_increments(text: str, increments: list[bool]) -> None:
    assert [each.increment for each in find_quantities(text)] == increments


def test_lines() -> None:
    """Lines part numbers; a hard-wrapped line goes on in the next."""
    assert [each.low for each in find_quantities("Dead: 30\n20 missing")] == [30, 20]
    wrapped = (
        "The ministry said on Sunday that the floods had killed at least\n30 people in the valley."
    )
    assert [(each.low, each.high) for each in find_quantities(wrapped)] == [(30, None)]


def test_sentence_ends_part_hedges() -> None:
    assert [(each.low, each.high) for each in find_quantities("There were more. 30 died.")] == [
        (30, 30)
    ]


def test_offsets_hold_inside_a_window() -> None:
    text = "12 dead. At least 30 hurt. 5 missing."
    found = find_quantities(text, 9, 26)
    assert [(each.start, each.end) for each in found] == [(9, 20)]


def test_links_hold_no_numbers() -> None:
    assert (
        find_quantities("see https://example.org/2024/03/12-dead or write to desk24@example.org")
        == []
    )

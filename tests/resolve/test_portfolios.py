"""Words of a ministry or of its minister come in; the ministry's one name, and whose it is, are asserted."""

from dataclasses import replace

import pytest
from tests.factories import make_claim, make_reading, make_report
from tests.resolve.test_voices import filed

from crossread.resolve.portfolios import ministry, with_known_ministries


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Minister of Mining", "mining ministry"),
        ("MINISTER OF THE INTERIOR", "interior ministry"),
        ("Foreign Minister Tall", "foreign ministry"),
        ("the Home Affairs ministry", "interior ministry"),
        ("public works minister", "public works ministry"),
        ("Norran Interior Minister", "Norran Interior Ministry"),
        ("prime minister", "prime minister"),
        ("Chief Minister", "Chief Minister"),
        ("minister", "minister"),
        ("THE MINISTER", "THE MINISTER"),
        ("your own health minister", "your own health minister"),
        ("Quay Board", "Quay Board"),
    ],
)
def test_a_minister_speaks_under_his_ministrys_name(words: str, expected: str) -> None:
    assert ministry(words) == expected


@pytest.mark.parametrize(
    ("text", "source", "body", "expected"),
    [
        # a field behind "minister of the" is no body
        (
            "Nine people have died, the Minister of the Security said.",
            "the Minister of the Security",
            "Security",
            "security ministry",
        ),
        # "the state" speaks for no railways that stand beside it
        (
            "Hill Railways (HR) counted nine and the railways ten. The state puts it at 12.",
            "The state",
            "railways",
            None,
        ),
        # a minister and his ministry are one voice, under the name that the texts spell out
        (
            "The Ministry of Fair Trade counted nine on Monday and ten later."
            " Nine people have died, Fair Trade Minister Ada Moro said.",
            "Ada Moro",
            "Fair Trade Minister",
            "Ministry of Fair Trade",
        ),
    ],
)
def test_whose_words_a_ministers_are(
    text: str, source: str, body: str | None, expected: str | None
) -> None:
    assert filed(text, source, body) == expected


def test_a_ministry_without_a_state_is_the_one_that_another_report_files() -> None:
    readings = [
        make_reading(
            report := make_report(f"{party}.txt", "Nine died, the minister said."),
            [replace(make_claim(9, 9, report=report.name), source=source, source_party=party)],
        )
        for source, party in (
            ("the transport ministry", "Norra"),
            ("Ada Moro", "transport ministry"),
            ("the justice ministry", "justice ministry"),
        )
    ]
    told = [reading.claims[0].source_party for reading in with_known_ministries(readings)]
    assert told == ["Norra", "Norra", "justice ministry"]

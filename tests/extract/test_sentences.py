"""Sentences of every kind of crisis, and the figures that extraction must find in each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread.extract import extract
from crossread.model.figure import Figure
from crossread.model.report import Report
from crossread.parse import Parser

TABLES = [
    Path(__file__).with_name(name)
    for name in (
        "sentences.tsv",
        "more_sentences.tsv",
        "questions_and_senses.tsv",
        "forms.tsv",
        "outcomes.tsv",
        "idioms.tsv",
    )
]


LIMITS = Path(__file__).with_name("known_limits.tsv")


def _rows(*tables: Path) -> Iterator[tuple[str, str]]:
    for line in [
        line for table in tables for line in table.read_text(encoding="utf-8").splitlines()
    ]:
        if line and not line.startswith("#"):
            sentence, expected = line.split("\t")
            yield sentence, expected


@pytest.fixture(scope="module")
def parser() -> Parser:
    """The parser, loaded once."""
    return Parser()


def _shown(figure: Figure) -> str:
    quantity = figure.quantity
    bounds = f"{quantity.low or ''}..{quantity.high or ''}"
    return " ".join(
        [
            quantity.vague or bounds,
            figure.unit,
            figure.population,
            figure.condition,
            figure.party or "-",
        ]
    )


def _agree(expected: str, found: str) -> bool:
    """True where the fields agree; a field of the table may name alternatives, "killed/recovered"."""
    wanted, given = expected.split(" ", 4), found.split(" ", 4)
    return all(
        g in w.split("/") or g.casefold().removeprefix("the ") == w.casefold()
        for w, g in zip(wanted, given, strict=True)
    )


@pytest.mark.parametrize(("sentence", "expected"), list(_rows(*TABLES)))
def test_sentence(sentence: str, expected: str, parser: Parser) -> None:
    """Each sentence gives exactly the figures of its row."""
    _check(sentence, expected, parser)


@pytest.mark.xfail(strict=True, reason="no rule reads it yet")
@pytest.mark.parametrize(("sentence", "expected"), list(_rows(LIMITS)))
def test_known_limit(sentence: str, expected: str, parser: Parser) -> None:
    """What is known not to work is written down, and noticed when it works."""
    _check(sentence, expected, parser)


def _check(sentence: str, expected: str, parser: Parser) -> None:
    figures, _ = extract(parser.parse(Report("a.txt", "a", sentence, ())))
    found = [_shown(figure) for figure in figures]
    wanted = [] if expected == "none" else expected.split(" ; ")
    assert len(found) == len(wanted), (sentence, found)
    assert all(map(_agree, wanted, found)), (sentence, found, wanted)


def test_what_a_verb_phrase_says_by_itself_is_firm(parser: Parser) -> None:
    """Whoever fell ill beside the dead, or phoned home, is read so whatever the report is about."""
    for verb in ("fell ill", "have telephoned home", "do not answer", "were found alive"):
        text = f"The gas killed 11 people. Nine others {verb}."
        figures, _ = extract(parser.parse(Report("a.txt", "a", text, ())))
        assert [figure.firm for figure in figures] == [False, True], verb


@pytest.mark.parametrize(
    ("sentence", "condition", "firm"),
    [
        ("Some 85 pupils who had been held in the school have been trapped.", "trapped", True),
        ("Some 40 men who were arrested on Monday have been released.", "freed", True),
        ("Some 40 men who were arrested on Monday are students.", "captured", False),
    ],
)
def test_a_main_verb_behind_a_relative_clause_is_firm(
    sentence: str, condition: str, firm: bool, parser: Parser
) -> None:
    figures, _ = extract(parser.parse(Report("a.txt", "a", sentence, ())))
    assert [(figure.condition, figure.firm) for figure in figures] == [(condition, firm)]

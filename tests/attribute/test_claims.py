"""Who says a figure, for whom, and whether it is affirmed: rows of (text, expected), one comment a table."""

from pathlib import Path

import pytest

from crossread.attribute import attribute

FOLDER = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    """The rows of a table beside this file."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and line[0] != "#"]


def folded(words: str | None) -> str | None:
    """Words without regard to capitals, as the scorers compare them."""
    return words.casefold() if words else None


def or_none(cell: str) -> str | None:
    """A cell's words, None for a dash."""
    return None if cell == "-" else cell


@pytest.mark.parametrize(
    ("text", "number", "condition", "source", "party", "stance"),
    rows("claims.tsv"),
    ids=lambda c: c[:40],
)
def test_figure_has_its_speaker(parsed, figure, text, number, condition, source, party, stance):
    report = parsed(text)
    claims, _ = attribute(report, [figure(report, number, condition)])
    claim = claims[0]
    assert (claim.source is None) == (source == "-"), (claim.source, claim.source_rule)
    if source != "-":
        assert source in claim.source or claim.source in source
        assert folded(claim.source_party) == folded(or_none(party))
    assert claim.stance == stance


@pytest.mark.parametrize(("text", "denier", "number"), rows("earlier.tsv"), ids=lambda c: c[:40])
def test_denial_takes_up_the_one_figure_it_can_mean(parsed, figure, text, denier, number):
    report = parsed(text)
    words = [w for w in ("800", "five", "90", "30", "12") if f" {w} " in text or f" {w}." in text]
    claims, _ = attribute(report, [figure(report, word, "killed") for word in words])
    denials = [claim for claim in claims if claim.figure.rule == "denial_of_earlier"]
    if denier == "-":
        assert denials == []
    else:
        assert len(denials) == 1
        assert denier == "(report)" if denials[0].source is None else denier in denials[0].source
        core = denials[0].figure.quantity.core
        assert report.doc.text[core[0] : core[1]] == number
        assert denials[0].stance == "denied"
        assert denials[0].quote in denials[0].sentence


def test_a_disputed_toll_is_the_count_of_the_dead(parsed, figure):
    text = "The ministry said 26 people had died. A clinic received 88 wounded. Ruth Osei disputed the official toll."
    report = parsed(text)
    claims, _ = attribute(report, [figure(report, "26", "killed"), figure(report, "88", "injured")])
    denied = [claim.figure.quantity.low for claim in claims if claim.stance == "denied"]
    assert denied == [26]


def test_a_list_is_denied_as_a_whole(parsed, figure):
    text = (
        "The observatory confirms 14 deaths: 9 in the port and 5 at sea. "
        'The captain calls the list "a composition".'
    )
    report = parsed(text)
    figures = [figure(report, word, "killed") for word in ("14", "9", "5")]
    claims, _ = attribute(report, figures)
    assert [c.figure.quantity.low for c in claims if c.stance == "denied"] == [14]


def test_who_takes_a_figure_back_does_so_once(parsed, figure):
    text = (
        "The senator spoke of 25 dead. He has deleted his post and said that he was badly informed."
    )
    report = parsed(text)
    claims, _ = attribute(report, [figure(report, "25", "killed")])
    assert [c.quote for c in claims if c.stance == "denied"] == ["deleted his post"]

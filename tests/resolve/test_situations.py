"""Reports come in; the states of things that are said both ways are asserted, with who says so and for which day."""

from dataclasses import replace

import pytest
from tests.factories import make_reading, make_report

from crossread.model.ledger import Reading
from crossread.model.report import Report
from crossread.model.statement import Statement
from crossread.reconcile import reconcile
from crossread.resolve import resolve
from crossread.resolve.census import take_census
from crossread.resolve.utterance import utterance


def statuses(*reports: Report) -> list[str]:
    """The sentences of the disagreements on the state of things."""
    ledger = reconcile(resolve([make_reading(report, []) for report in reports]))
    return [verdict.why for _, verdict in ledger.disagreements if verdict.kind == "status"]


# 2030-05-10 is a Friday.
ANNOUNCED = make_report(
    "a.txt", "On Wednesday the army regained full control of the barracks.", "2030-05-10"
)
RAGING = make_report("b.txt", "But on Thursday fighting raged around the barracks.", "2030-05-10")


def test_control_announced_and_fighting_after_it() -> None:
    (why,) = statuses(ANNOUNCED, RAGING)
    assert "8 May 2030" in why
    assert "9 May 2030" in why


def test_fighting_before_the_announcement_is_no_disagreement() -> None:
    before = make_report("b.txt", "On Tuesday fighting raged around the barracks.", "2030-05-10")
    assert statuses(ANNOUNCED, before) == []


def test_an_attempt_to_take_control_is_no_announcement() -> None:
    trying = make_report(
        "a.txt", "On Wednesday the army was trying to regain full control.", "2030-05-10"
    )
    assert statuses(trying, RAGING) == []


def test_one_side_alone_is_no_disagreement() -> None:
    assert statuses(ANNOUNCED) == []


def on(day: str, name: str, text: str) -> Report:
    """A report of one sentence, published on a day of May 2030 (the 13th is a Monday)."""
    return make_report(name, text, f"2030-05-{day}")


def said(report: Report, speaker: str, cue: str, content: str, *, denies: bool = False) -> Reading:
    """The report with one statement of a speaker."""
    span, cued = (report.text.index(content), cue), report.text.index(cue)
    statement = Statement(
        report.name, None, (cued, cued + len(cue)), ((span[0], span[0] + len(content)),), "test",
        speaker=speaker, denies=denies,
    )  # fmt: skip
    return Reading(report, (), (statement,), ())


OPEN = said(
    on("13", "a.txt", "The Kalam airport is open, Hadra said."),
    "Hadra",
    "said",
    "The Kalam airport is open",
)
SHUT = said(
    on("13", "b.txt", "The airport remains shut, Masrif said."),
    "Masrif",
    "said",
    "The airport remains shut",
)
SHUT_LATER = said(
    on("15", "b.txt", "The airport remains shut, Masrif said."),
    "Masrif",
    "said",
    "The airport remains shut",
)
OTHER_SHUT = said(
    on("13", "b.txt", "The Deir airport is shut, Masrif said."),
    "Masrif",
    "said",
    "The Deir airport is shut",
)
ONLY_IF = said(
    on("13", "b.txt", "If the airport is shut, Masrif said."),
    "Masrif",
    "said",
    "If the airport is shut",
)
DEAD = said(
    on("12", "a.txt", "Omar Deng was killed, Hadra said."), "Hadra", "said", "Omar Deng was killed"
)
ALIVE = said(
    on("13", "b.txt", "Omar Deng is alive, Masrif said."), "Masrif", "said", "Omar Deng is alive"
)
SHORT = said(
    on("13", "a.txt", "The fire was caused by a short circuit, Hadra said."),
    "Hadra",
    "said",
    "The fire was caused by a short circuit",
)
ARSON = said(
    on("13", "b.txt", "The fire was caused by an arson attack, Masrif said."),
    "Masrif",
    "said",
    "The fire was caused by an arson attack",
)
SAME_CAUSE = said(
    on("13", "b.txt", "The fire was started by a short circuit, Masrif said."),
    "Masrif",
    "said",
    "The fire was started by a short circuit",
)
LET_OUT = said(
    on("13", "a.txt", "Hadra said water had been released from the reservoir."),
    "Hadra",
    "said",
    "water had been released from the reservoir",
)
NOT_LET_OUT = said(
    on("13", "b.txt", "Masrif denied that water was released from the reservoir."),
    "Masrif",
    "denied",
    "water was released from the reservoir",
    denies=True,
)
OTHER_DENIAL = said(
    on("13", "b.txt", "Masrif denied that prisoners were beaten in the reservoir."),
    "Masrif",
    "denied",
    "prisoners were beaten in the reservoir",
    denies=True,
)

BLAMED = said(
    on("13", "a.txt", "Hadra accused Masrif of shelling the market."),
    "Hadra",
    "accused",
    "Masrif of shelling the market",
)
DENIED = said(
    on("13", "b.txt", "Masrif denied any involvement."),
    "Masrif",
    "denied",
    "any involvement",
    denies=True,
)
OTHER_DENIED = said(
    on("13", "b.txt", "Tessen denied any involvement."),
    "Tessen",
    "denied",
    "any involvement",
    denies=True,
)

BOTH_WAYS = [
    # an accusation, and the accused who denies it
    ((BLAMED, DENIED), 1),
    # a denial by somebody whom nobody accuses
    ((BLAMED, OTHER_DENIED), 0),
    # open and shut, one of the two naming the airport
    ((OPEN, SHUT), 1),
    # a road that is shut two days later has been shut: no dispute
    ((OPEN, SHUT_LATER), 0),
    # two airports
    ((OPEN, OTHER_SHUT), 0),
    # a thought
    ((OPEN, ONLY_IF), 0),
    # a death that was announced, and the man alive after it
    ((DEAD, ALIVE), 1),
    # two causes of one fire
    ((SHORT, ARSON), 1),
    # one cause in other words
    ((SHORT, SAME_CAUSE), 0),
    # what one says and another denies, whatever it is
    ((LET_OUT, NOT_LET_OUT), 1),
    # a denial of something else
    ((LET_OUT, OTHER_DENIAL), 0),
]


@pytest.mark.parametrize(("readings", "expected"), BOTH_WAYS)
def test_states_said_both_ways(readings: tuple[Reading, ...], expected: int) -> None:
    found = reconcile(resolve(list(readings))).disagreements
    assert [verdict.kind for _, verdict in found] == ["status"] * expected


@pytest.mark.parametrize(
    ("speaker", "heard"), [("Friday's ultimatum", None), ("the warden", "the warden")]
)
def test_an_act_told_by_its_day_is_nobody_who_speaks(speaker: str, heard: str | None) -> None:
    sentence = f"{speaker} says that gunmen still control the yard."
    report = make_report("c.txt", sentence, "2030-05-10")
    content = sentence.index("gunmen"), len(sentence)
    statement = Statement("c.txt", (0, len(speaker)), None, (content,), "verb", speaker=speaker)
    reading = make_reading(report, [])
    reading = replace(reading, statements=(statement,))
    claim = utterance(reading, content, sentence, take_census([report], [], {}))
    assert claim.source == heard

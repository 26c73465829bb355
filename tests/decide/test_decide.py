"""What the network may change and what it may not."""

from dataclasses import replace

import numpy as np
import pytest

from crossread.attribute import attribute
from crossread.decide import Decider
from crossread.decide.candidates import Candidates, candidates
from crossread.decide.inputs import CONDITIONS, POPULATIONS
from crossread.decide.mentions import Mentions
from crossread.decide.network import Opinion
from crossread.decide.step import _Bench, decided
from crossread.extract import extract
from crossread.model.claim import Claim
from crossread.model.report import Block, Report
from crossread.model.sentence import Parsed
from crossread.model.statement import Statement
from crossread.parse import Parser

TEXT = "The mayor said 12 people had died. The coast guard reported that 30 fishermen of Ruvia were safe."


@pytest.fixture(scope="module")
def read() -> tuple[Parsed, list[Claim], list[Statement], Candidates]:
    """A short report with what the rules make of it."""
    parsed = Parser().parse(Report("a.txt", "a", TEXT, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    return parsed, claims, statements, candidates(parsed, claims, [], statements)


def opinion(found: Candidates, **pointed: str | None) -> Opinion:
    """An opinion that is sure: killed children, and for each pointer the word given (None: nobody)."""
    places = (-1, *range(len(found.words)))

    def at(word: str | None) -> np.ndarray:
        shares = np.full(len(places), 0.001)
        shares[0 if word is None else 1 + found.words.index(word)] = 0.9
        return shares

    return Opinion(
        0.9,
        0.1,
        np.eye(len(CONDITIONS))[CONDITIONS.index("killed")],
        np.eye(len(POPULATIONS))[POPULATIONS.index("children")],
        places,
        *(at(pointed.get(name)) for name in ("source", "source_party", "party")),
    )


def test_the_network_changes_classes_and_says_so(
    read: tuple[Parsed, list[Claim], list[Statement], Candidates],
) -> None:
    parsed, claims, statements, found = read
    last = len(claims) - 1
    mentions = Mentions(parsed, found, claims, statements)
    changed = decided(claims[last], opinion(found), found, last, mentions)
    assert (changed.figure.condition, changed.figure.population) == ("killed", "children")
    assert changed.figure.rule.startswith("learned over ")
    assert (changed.source, changed.source_party) == (None, None)
    assert changed.source_rule.startswith("learned over ")


def test_a_place_becomes_the_mention_that_holds_it(
    read: tuple[Parsed, list[Claim], list[Statement], Candidates],
) -> None:
    parsed, claims, statements, found = read
    last = len(claims) - 1
    mentions = Mentions(parsed, found, claims, statements)
    pointed = opinion(found, source="mayor", source_party="mayor", party="Ruvia")
    changed = decided(claims[last], pointed, found, last, mentions)
    assert changed.source == "The mayor"
    assert TEXT[slice(*changed.source_at or (0, 0))] == "The mayor"
    assert changed.party == "Ruvia"


def test_a_denial_keeps_its_speaker(
    read: tuple[Parsed, list[Claim], list[Statement], Candidates],
) -> None:
    parsed, claims, statements, found = read
    denial = replace(claims[0], stance="denied")
    mentions = Mentions(parsed, found, claims, statements)
    assert decided(denial, opinion(found), found, 0, mentions).source == claims[0].source


def test_without_weights_the_rules_stand(
    read: tuple[Parsed, list[Claim], list[Statement], Candidates],
) -> None:
    parsed, claims, statements, _ = read
    assert Decider(None).decide(parsed, claims, [], statements) == (claims, [])


def test_every_number_is_a_word_of_the_report(
    read: tuple[Parsed, list[Claim], list[Statement], Candidates],
) -> None:
    _, _, _, found = read
    assert [found.words[number.word] for number in found.numbers] == ["12", "30"]
    assert all(
        TEXT[start:end] == word
        for word, (start, end) in zip(found.words, found.offsets, strict=True)
    )


def test_what_grammar_leaves_no_doubt_of_stays(
    read: tuple[Parsed, list[Claim], list[Statement], Candidates],
) -> None:
    parsed, claims, statements, found = read
    last = len(claims) - 1
    mentions = Mentions(parsed, found, claims, statements)
    figure = replace(claims[last].figure, firm=True)
    changed = decided(replace(claims[last], figure=figure), opinion(found), found, last, mentions)
    assert (changed.figure.condition, changed.figure.share) == (figure.condition, 1.0)
    assert changed.figure.population == "children"


DENIALS = (
    ("The union says ninety people died. The minister denied that ninety had died.", 90, 1),
    ("The union says ninety people died. The police deny having killed ninety people.", 90, 1),
    ("The minister said ninety people had died and sixty were missing.", 90, 0),
    ("The number is 275 and not 288, the secretary said. The dead were 275.", 275, 0),
)
"""A text, a number in it, and how often it is denied."""


@pytest.mark.parametrize(("text", "number", "times"), DENIALS, ids=lambda c: str(c)[:40])
def test_a_denied_number_in_words_is_kept_and_denied(text: str, number: int, times: int) -> None:
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    figures, refused = extract(parsed)
    claims, statements = attribute(parsed, figures)
    kept, _ = Decider().decide(parsed, claims, refused, statements)
    denied = [c for c in kept if c.stance == "denied" and c.figure.quantity.low == number]
    assert len(denied) == times


def test_goods_are_never_put_back() -> None:
    text = "Eleven people died when the dam broke; 90 goats and 14 cows were lost."
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    figures, refused = extract(parsed)
    claims, statements = attribute(parsed, figures)
    kept, aside = Decider().decide(parsed, claims, refused, statements)
    assert [claim.figure.quantity.low for claim in kept] == [11]
    assert [each.code for each in aside] == ["goods", "goods"]


def test_where_words_deny_one_number_the_network_has_no_say_about_the_other(
    read: tuple[Parsed, list[Claim], list[Statement], Candidates],
) -> None:
    parsed, claims, statements, found = read
    mentions = Mentions(parsed, found, claims, statements)
    sure = replace(opinion(found), denied=0.9)
    alone = _Bench(found, dict.fromkeys(range(len(claims)), sure), mentions, frozenset())
    assert [c.stance for c in alone.decided(claims)] == ["denied"] * len(claims)
    beside = replace(alone, denying=frozenset(c.figure.sentence for c in claims))
    assert [c.stance for c in beside.decided(claims)] == ["affirmed"] * len(claims)


def test_those_whom_a_letter_is_written_to_do_not_speak() -> None:
    text = "Dear Registrar,\n\nWe are nine families. Twelve of our people died."
    blocks = (Block(0, 15, "body"), Block(17, len(text), "body"))
    parsed = Parser().parse(Report("l.txt", "l", text, blocks))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    mentions = Mentions(parsed, found, claims, statements)
    last = len(claims) - 1
    told = decided(claims[last], opinion(found, source="Registrar"), found, last, mentions)
    assert told.source is None
    told = decided(claims[last], opinion(found, source="families"), found, last, mentions)
    assert told.source is not None


LAST_WORDS = (
    ("A bomb went off when 200 men stormed the jail, according to the ministry.", "the ministry"),
    ("What were several missing has become, according to the ministry, 51 dead by noon.", None),
)
"""A text, and who speaks where the network says that nobody does."""


@pytest.mark.parametrize(("text", "source"), LAST_WORDS, ids=lambda c: str(c)[:30])
def test_what_a_sentence_ends_with_holds_for_all_of_it(text: str, source: str | None) -> None:
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    mentions = Mentions(parsed, found, claims, statements)
    claim = replace(claims[-1], source="the ministry", source_rule="according")
    at = text.index("the ministry")
    changed = decided(
        replace(claim, source_at=(at, at + len("the ministry"))),
        opinion(found), found, len(claims) - 1, mentions,
    )  # fmt: skip
    assert changed.source == source


def test_members_of_the_group_are_somebodys() -> None:
    text = "The Ruvian Front lost its last town. Some 400 members of the group were led away."
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    claims, statements = attribute(parsed, extract(parsed)[0])
    found = candidates(parsed, claims, [], statements)
    mentions = Mentions(parsed, found, claims, statements)
    changed = decided(claims[-1], opinion(found), found, len(claims) - 1, mentions)
    assert changed.party is not None

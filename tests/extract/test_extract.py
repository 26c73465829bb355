"""Reports of any text, parsed or not: extraction never fails, and every figure stands in the text at its span."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from crossread.extract import extract
from crossread.extract.words import nouns, plural, verb_forms
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.report import Block, Report
from crossread.model.sentence import Parsed
from crossread.parse import Parser
from crossread.parse.document import lay_out
from crossread.parse.tokenizer import blank

VOCABULARY = (
    "12 forty 1,200 dozens of the and , . : ( ) — killed wounded dead missing people soldiers were"
    " was in to from at least up toll rose children among them US IS his its others said that not"
    " all but homes families | % ’s tanks"
)
WORDS = st.sampled_from(VOCABULARY.split())


def _unparsed(text: str) -> Parsed:
    report = Report("a.txt", "a", text, ())
    layout = lay_out(report)
    doc = Doc(blank().vocab, words=layout.words, spaces=layout.spaces)
    return Parsed(report, doc, tuple(layout.sentences))


def _stands_in_text(figure: Figure, text: str) -> bool:
    first, last = figure.quantity.core
    inside = figure.start <= first < last <= figure.end <= len(text)
    return inside and bool(text[first:last].strip())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_any_words_without_syntax(words: list[str]) -> None:
    """Garbled text without a parse gives figures at their words, or none."""
    text = " ".join(words)
    figures, refused = extract(_unparsed(text))
    assert all(_stands_in_text(figure, text) for figure in figures)
    assert all(each.reason and each.code for each in refused)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=20))
def test_any_words_with_syntax(words: list[str]) -> None:
    """The parser's trees over nonsense do no harm either, and the same text gives the same figures."""
    text = " ".join(words)
    parsed = Parser().parse(Report("a.txt", "a", text, ()))
    figures, _ = extract(parsed)
    assert all(_stands_in_text(figure, text) for figure in figures)
    assert extract(parsed)[0] == figures


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("Four miners were killed and 12 injured.", ["killed", "injured"]),  # passive
        ("The quake killed 40 people.", ["killed"]),  # active
        ("Toll rises to 36", ["killed"]),  # headline
    ],
)
def test_without_syntax(text: str, conditions: list[str]) -> None:
    """Token order alone finds the plain cases."""
    assert [figure.condition for figure in extract(_unparsed(text))[0]] == conditions


@pytest.mark.parametrize(
    ("text", "measure", "whole"),
    [
        ("Ten people died, including four children.", "part", "Ten"),  # behind "including"
        ("Ten people died and another 3 were hurt.", "increment", None),  # behind "another"
        ("Ten people died.", "total", None),  # else a total
        ("Of the 40 hurt, 12 remain in hospital.", "part", "40"),  # behind a whole that opens
        ("Two more died, bringing the total to 41.", "total", None),  # a sum is no increment
        ("48 people died. Of the dead, 20 were men; 31 had lived there.", "part", "48"),  # opened
        ("48 people died. Nine were children.", "part", "48"),  # told what they were
        ("48 people died. The remaining 39 were carried out.", "part", "48"),  # what is left
        ("Ten bodies lay there. Two other bodies lay outside.", "increment", None),  # "other"
        ("The town has 12 dead more than the ministry.", "increment", None),  # a difference
        ("The band claims 60 killed and more than 100 wounded.", "total", None),  # none
        ("40 people were hurt. 38 were still being treated.", "total", None),  # no noun
    ],
)
def test_measure(text: str, measure: str, whole: str | None) -> None:
    """Parts know their whole, increments are told from totals."""
    last = extract(Parser().parse(Report("a.txt", "a", text, ())))[0][-1]
    assert last.measure == measure
    assert (text[slice(*last.part_of)] if last.part_of else None) == whole


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The navy lost three ships.", "thing"),  # a thing
        ("The toll could rise to 90.", "forecast"),  # ahead of time
        ("The mayor had asked for 500 soldiers.", "hypothetical"),  # not yet there
        ("The mayor requested at least 40 rescuers.", "hypothetical"),  # not yet there
        ("The hut held goats; 90 goats were lost.", "goods"),  # animals
        ("Stretchers (12)", "goods"),  # behind what it counts, in brackets
        ("Generators: 4 available", "goods"),  # in stock
        ("Splints: at least 150 required", "goods"),  # a label that names no people
        ("Helpline: 38 requests opened, 21 closed.", "goods"),  # what becomes of requests
        ("The council got 44 applications, of which 12 were approved.", "goods"),  # some of them
        ("Of the 16 masks bought, five did not fit.", "goods"),  # some of them
        ("Splints: 60 lacking.", "goods"),  # what is not there
        ("Eight of 15 swabs were positive.", "goods"),  # from a laboratory
        ("The limit is 8 km, instead of 5.", "distance"),  # held against a measure
        ("They get 6 litres, against a standard of 15.", "volume"),  # held against a measure
        ("He landed there 131 times, not 200.", "frequency"),  # held against a measure
        ("A seat went from 1,500 rupees to 2,400.", "money"),  # up from a sum
        ("Four schools stayed open.", "standing"),  # a building that nothing befell
        ("One man was killed.", "single"),  # a single person
        ("They reached a man after 198 hours; a third after more than 200.", "unclear"),  # hours
        ("She is 45 years old.", "age"),  # refused as a quantity
    ],
)
def test_refusals(text: str, code: str) -> None:
    """A number that is no figure is set aside under its name."""
    figures, refused = extract(Parser().parse(Report("a.txt", "a", text, ())))
    assert not figures
    assert code in [each.code for each in refused]


@pytest.mark.parametrize(
    "text",
    [
        "The mine killed 31 in two days, not 40.",  # within a stretch of time
        "They walked 8 km, and 15 died on the way.",  # not against it
        "The convoy came 8 km instead of 5 soldiers.",  # has a noun of its own
    ],
)
def test_a_number_beside_a_measure_may_count(text: str) -> None:
    """What is not held against a measure, or says itself what it counts, is not refused as one."""
    _, refused = extract(Parser().parse(Report("a.txt", "a", text, ())))
    assert [each.code for each in refused if each.code in ("distance", "duration")] in (
        ["distance"],
        ["duration"],
    )


@pytest.mark.parametrize(
    ("text", "low"),
    [
        (
            "Ten miners died, among them one pupil and one nurse.",
            [10, 1, 1],
        ),  # parts, no descriptions
        ("The toll was nine. Why is the army still at eight?", [9, 8]),  # no time of day
        ("Wounded by hospital: Saint Anne (13), Central (7).", [13, 7]),  # no ages
        ("The plant has three paraplegics and four amputees.", [3, 4]),
    ],
)
def test_counts(text: str, low: list[int]) -> None:
    """Numbers that stand close to what no count is, and are counts."""
    figures, _ = extract(Parser().parse(Report("a.txt", "a", text, ())))
    assert [figure.quantity.low for figure in figures] == low


def test_negated() -> None:
    """A number that the text itself denies is marked."""
    figures, _ = extract(
        Parser().parse(Report("a.txt", "a", "30 people died. It was 30 and not 50.", ()))
    )
    assert [figure.negated for figure in figures][-1] is True


def test_lists_name_conditions_and_populations_once() -> None:
    """No noun stands under two populations, and every condition of the lists has its sections."""
    lists = load("nouns")
    seen: dict[str, str] = {}
    for population, table in lists.items():
        if "unit" in table:
            for noun in set(table["nouns"]):
                assert noun not in seen, (noun, population, seen[noun])
                seen[noun] = population


@pytest.mark.parametrize(
    ("noun", "many"),
    [("body", "bodies"), ("guardsman", "guardsmen"), ("witness", "witnesses"), ("boy", "boys")],
)
def test_plural(noun: str, many: str) -> None:
    """Plurals follow by rule."""
    assert plural(noun) == many
    assert many in nouns()


def test_verb_forms() -> None:
    """Verb forms follow by rule or from the list of irregular ones."""
    assert {"kill", "kills", "killed", "killing"} <= verb_forms("kill", {})
    assert {"fled", "fleeing", "flees"} <= verb_forms("flee", {"flee": ["fled"]})
    assert {"buries", "buried", "burying"} <= verb_forms("bury", {})


def test_a_headline_takes_up_what_the_text_counts() -> None:
    """A bare number of the title is the figure below that says it with its noun."""
    text = "Mountain rescue now says 14\n\nKARL, May 3 - The avalanche killed 14 climbers on Sunday, the police said.\n"
    blocks = (Block(0, 27, "title"), Block(29, len(text) - 1, "body"))
    first = extract(Parser().parse(Report("a.txt", "a", text, blocks)))[0][0]
    assert (first.quantity.low, first.condition, first.start) == (14, "killed", 25)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Northern Front said seven of the force's fighters were killed.", "Northern Front"),
        ("The Salt Union spoke up. Five of its drivers were arrested.", "Salt Union"),
        ("The movement said seven of its fighters were killed.", "movement"),
    ],
)
def test_party_of_a_description(text: str, party: str) -> None:
    """ "the force" and "its" are the body that was named last; one never named keeps its words."""
    figure = extract(Parser().parse(Report("a.txt", "a", text, ())))[0][0]
    assert figure.party == party


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The 62 people have not died because of a message.", False),  # the cause is denied
        ("The 62 people have not died.", True),  # the dead are
        ("98 inmates did not escape.", False),  # they are still held
        ("The 62 villagers cannot be reached.", False),  # nobody denies it
        ("There were twelve dead, not the fifty that circulate.", True),  # an article between
    ],
)
def test_a_negated_verb_denies_what_it_says_and_nothing_else(text: str, denied: bool) -> None:
    figures, _ = extract(Parser().parse(Report("a.txt", "a", text, ())))
    assert [figure.negated for figure in figures][-1:] == [denied]

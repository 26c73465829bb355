"""The Doc lies over the report's text exactly; parsed sentences are trees; blocks bound sentences."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.model.report import Block, Report
from crossread.model.sentence import Parsed
from crossread.parse import Parser
from crossread.parse.syntax import MODEL

needs_weights = pytest.mark.skipif(
    not (MODEL / "parser.onnx").exists(), reason="the weights are not in this checkout"
)

WORDS = st.sampled_from(
    (
        *(
            "The",
            "army",
            "said",
            "40",
            "guards",
            "fled",
            ".",
            "“",
            "We",
            "ran",
            ",”",
            "he",
            "told",
            "us",
            "US-backed",
        ),
        *(
            "1,200",
            "Mr.",
            "Sato's",
            "didn't",
            ";",
            "(",
            ")",
            "\n",
            "\n\n",
            "",
            "and",
            "in",
            "Tarvo",
            "killed",
        ),
    )
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(everything=True)


def report(text: str, *blocks: Block) -> Report:
    return Report(name="a", id="a", text=text, blocks=blocks)


def body(text: str) -> Report:
    return report(text, Block(0, len(text), "body"))


def triples(parsed: Parsed) -> set[tuple[str, str, str]]:
    return {(token.text, token.dep_, token.head.text) for token in parsed.doc}


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_tokens_lie_over_the_text(text: str, parser: Parser) -> None:
    parsed = parser.parse(body(text))
    assert parsed.doc.text == text
    for token in parsed.doc:
        assert text[token.idx : token.idx + len(token)] == token.text


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_sentences_are_whole_trees(text: str, parser: Parser) -> None:
    parsed = parser.parse(body(text))
    for sentence in parsed.sentences:
        span = parsed.span(sentence)
        assert span.text == text[sentence.start : sentence.end]
        roots = [token for token in span if token.head == token]
        assert len(roots) == 1
        for token in span:
            assert sentence.first <= token.head.i < sentence.last
            assert roots[0] in (token, *token.ancestors)


@settings(deadline=None)
@given(text=TEXTS)
def test_without_weights_there_are_tokens_and_sentences(text: str) -> None:
    parsed = Parser(None).parse(body(text))
    assert parsed.doc.text == text
    assert not any(sentence.parsed for sentence in parsed.sentences)


def test_sentences_end_with_their_block() -> None:
    text = "Forty dead in Tarvo\nThe mayor said so. He left."
    title, prose = Block(0, 19, "title"), Block(20, len(text), "body")
    parsed = Parser(None).parse(report(text, title, prose))
    assert [(text[s.start : s.end], s.block) for s in parsed.sentences] == [
        ("Forty dead in Tarvo", 0),
        ("The mayor said so.", 1),
        ("He left.", 1),
    ]


def test_a_table_row_is_one_sentence_and_boilerplate_is_not_parsed() -> None:
    text = "Dead. 40. UN\nSubscribe for 3 euros"
    row, advert = Block(0, 12, "row"), Block(13, len(text), "boilerplate")
    parsed = Parser().parse(report(text, row, advert))
    assert [(s.first, s.last) for s in parsed.sentences] == [(0, 5), (6, 10)]
    assert not parsed.sentences[1].parsed


@needs_weights
def test_relations_tags_and_lemmas(parser: Parser) -> None:
    parsed = parser.parse(body("The ministry said on Monday that 40 guards had been killed."))
    assert {
        ("ministry", "nsubj", "said"),
        ("40", "nummod", "guards"),
        ("guards", "nsubj:pass", "killed"),
        ("killed", "ccomp", "said"),
        ("said", "root", "said"),
    } <= triples(parsed)
    killed = parsed.doc[10]
    assert (killed.lemma_, killed.pos_, killed.tag_) == ("kill", "VERB", "VBN")
    assert [token.lemma_ for token in parsed.doc][:3] == ["the", "ministry", "say"]


@needs_weights
@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("The WHO put the toll at 1,200.", "WHO"),  # to a vocabulary without capitals a pronoun
        ("IS claimed the attack on Tuesday.", "IS"),  # and an auxiliary
    ],
)
def test_acronyms_that_look_like_words_are_names(text: str, acronym: str, parser: Parser) -> None:
    tokens = {token.text: token for token in parser.parse(body(text)).doc}
    assert (tokens[acronym].pos_, tokens[acronym].dep_) == ("PROPN", "nsubj")


@needs_weights
def test_only_telling_sentences_are_parsed() -> None:
    parsed = Parser().parse(body("The road lay open. Two men fled."))
    assert [sentence.parsed for sentence in parsed.sentences] == [False, True]
    assert parsed.doc[0].dep_ == ""
    assert [sentence.text for sentence in parsed.doc.sents] == [
        "The road lay open.",
        "Two men fled.",
    ]


@needs_weights
def test_a_sentence_longer_than_the_window_is_one_tree(parser: Parser) -> None:
    parsed = parser.parse(body("The dead were " + ", ".join(["Sato"] * 300) + "."))
    (sentence,) = parsed.sentences
    span = parsed.span(sentence)
    assert sum(token.head == token for token in span) == 1


@needs_weights
def test_another_report_changes_nothing(parser: Parser) -> None:
    one, other = body("Police said 12 people drowned."), body("He denied it. " * 9)
    alone = parser.parse(one).doc.to_json()
    assert [parsed.doc.to_json() for parsed in parser.parse_all([other, one])][1] == alone


def test_a_folder_without_weights_gives_tokens_only(tmp_path: Path) -> None:
    parsed = Parser(tmp_path).parse(body("Two men fled."))
    assert not parsed.sentences[0].parsed

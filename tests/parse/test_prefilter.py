"""Which sentences are worth parsing."""

import pytest

from crossread.parse.prefilter import worth_parsing

PARSED = [
    "At least 30 were killed.",  # a digit
    "Two guards fled.",  # a number word
    "Dozens are missing.",  # a vague number word
    "The ministry said so.",  # reporting verbs, in any form
    "Estimating the loss is hard.",
    "The army denies it.",  # a denial
    "It didn’t happen.",  # a contracted "not"
    "He called it “a trap”.",  # a quotation mark
    "He called it 'a trap'.",
]
PASSED_BY = [
    "The road to the coast was open again.",
    "Residents' homes lay along the river.",  # an apostrophe is no quotation mark
]


@pytest.mark.parametrize("sentence", PARSED)
def test_parsed(sentence: str) -> None:
    assert worth_parsing(sentence)


@pytest.mark.parametrize("sentence", PASSED_BY)
def test_passed_by(sentence: str) -> None:
    assert not worth_parsing(sentence)

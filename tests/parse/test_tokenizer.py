"""Tokens as the treebanks cut them, and nothing of the text lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.parse.tokenizer import tokens

# (text, tokens joined by blanks)
CUTS = [
    ("a US-backed force", "a US - backed force"),  # a hyphen between words is a token
    ("anti-government", "anti-government"),  # but not after a prefix
    ("Re-elected", "Re-elected"),  # whatever its first letter
    ("10-20 men", "10 - 20 men"),  # ends of a range
    ("830–846", "830 – 846"),  # with a dash
    ("£3,000-£5,000", "£ 3,000 - £5,000"),  # with a currency
    ("4,000-strong", "4,000 - strong"),
    ("a 72-year-old", "a 72 - year - old"),
    ("killed 1,200.", "killed 1,200 ."),  # a comma inside a number stays, a full stop after it goes
    ("16bn", "16 bn"),  # units
    ("6pm", "6 pm"),
    ("50%", "50 %"),
    ("at 16:30", "at 16:30"),
    ("don’t", "do n’t"),  # contractions, typographic apostrophe
    ("he's", "he 's"),
    ("the U.S. said", "the U.S. said"),
    ("Lt. Col. Ode", "Lt. Col. Ode"),
    ("(aged 8)", "( aged 8 )"),  # not an emoticon
    ("COVID-19", "COVID-19"),  # a name, its number is no count
    ("and/or", "and / or"),
    ("wait—what", "wait — what"),
    ("[civilian]", "[ civilian ]"),
    ("Really?!", "Really ?!"),  # marks that run together are one
    ("twenty-five", "twenty - five"),
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_cuts(text: str, expected: str) -> None:
    assert tokens(text)[0] == expected.split()


@settings(deadline=None)
@given(st.text(max_size=200))
def test_words_and_spaces_give_the_text(text: str) -> None:
    words, spaces = tokens(text)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text

"""Where sentences end, and where a full stop does not end one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.parse.splitter import split

# The sentences of a text, written with a bar where one ends.
ENDS = [
    "It burnt.| Nobody came.",
    "Gen. Adeyemi and Lt. Col. Ode left.| Mr. Sato stayed.",  # titles
    "The U.S. Army left.| It left the U.S.| The army stayed.",  # an acronym inside and at the end
    "At 5 p.m. Monday it shook.| It shook at 5 p.m.| The wall fell.",
    "On Sept. 3 it rained.| J. R. Okoye said so.",  # months, initials
    "He paid approx. 40 men.| No. 5 was empty.",
    "Was it you?| No.| It was not.",  # "no" that is an answer
    '"It fell."| The mayor wept.',  # the quotation mark closes with the sentence
    "“It fell,” he said.| “We ran.”| They ran.",
    "“Where are they?” she asked.",  # the speech tag goes on
    "“Where are they?” Amara Okoye asked.",
    "“Stop!”| The guards ran.",
    "Deaths: 40 (UN, 3 May).| Injured: none.",  # brackets
    "He waited... and left.| He came back…| She had gone.",
    "waving. .| He said so.",  # a stop left over by a machine
    "It was held. militia, the party.| Forces came.",  # garbled: small letter after the stop
    "They were held. ; as a region, it waits.",
    "It fell in the street.|The dead were counted.",  # the space was lost
    "See example.com or www.example.org.uk for more.",  # web addresses
    "Figures rose 3.5 per cent to 1.200.| Prices fell.",
    "1. Wash your hands.| 2. Wait.",  # the list's number stays with its line
    "The end.[12]| Another day.",  # a footnote's number closes with the sentence
    "One line.\n\n|Another",  # a blank line ends a sentence without a stop
    "One line\nof two",  # a line break does not
]


@pytest.mark.parametrize("marked", ENDS)
def test_ends(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split(text)] == [
        part.strip() for part in marked.split("|")
    ]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('aB. !?\n"”’)…1é'), max_size=80))
def test_sentences_cover_everything_but_spaces(text: str) -> None:
    at = 0
    for start, end in split(text):
        assert not text[at:start].strip()
        assert start < end
        at = end
    assert not text[at:].strip()

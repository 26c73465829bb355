"""A report cut into sentences and tokens, with syntax where a later step needs it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.model.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: character offsets `start`, `end`, token indexes `first`, `last` (one past), its block's index."""

    index: int
    start: int
    end: int
    first: int
    last: int
    block: int
    parsed: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report with its tokens: `doc.text == report.text`, so that token offsets are offsets into the report.

    Tokens carry Universal Dependencies (`dep_`, `pos_`), Penn tags (`tag_`) and lemmas in parsed sentences.
    """

    report: Report
    doc: "Doc"
    sentences: tuple[Sentence, ...]

    def span(self, sentence: Sentence) -> "Span":
        """The sentence's tokens as a spaCy span."""
        return self.doc[sentence.first : sentence.last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`."""
        for sentence in self.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence
        return None

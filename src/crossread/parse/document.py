"""A report in; its sentences by block, and its tokens as words and spaces that give the text again, out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from crossread.model.report import Block, Report
from crossread.model.sentence import Sentence
from crossread.parse.prefilter import worth_parsing
from crossread.parse.splitter import split
from crossread.parse.tokenizer import tokens

_ONE_SENTENCE = ("row", "stamp", "byline")


@dataclass(frozen=True, slots=True)
class Layout:
    """A report's tokens, as spaCy's Doc takes them, and its sentences; `Sentence.parsed` says: to be parsed."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    def append(self, stretch: str) -> None:
        """Add the tokens of the next stretch of text; a space that begins it belongs to the token before."""
        if stretch.startswith(" ") and self.words and not self.spaces[-1]:
            self.spaces[-1] = True
            stretch = stretch[1:]
        words, spaces = tokens(stretch)
        self.words.extend(words)
        self.spaces.extend(spaces)


def lay_out(report: Report, *, everything: bool = False) -> Layout:
    """Cut a report into sentences and tokens; `everything` marks all of them for parsing, boilerplate excepted."""
    layout, text, at = Layout(), report.text, 0
    for index, block in _blocks(report):
        for start, end in _sentences(text, block):
            layout.append(text[at:start])
            first = len(layout.words)
            layout.append(text[start:end])
            wanted = block.kind != "boilerplate" and (everything or worth_parsing(text[start:end]))
            layout.sentences.append(
                Sentence(
                    index=len(layout.sentences),
                    start=start,
                    end=end,
                    first=first,
                    last=len(layout.words),
                    block=index,
                    parsed=wanted,
                )
            )
            at = end
    layout.append(text[at:])
    return layout


def _blocks(report: Report) -> Iterator[tuple[int, Block]]:
    """The blocks with their indexes; a report that nobody laid out is one block of prose."""
    if report.blocks:
        yield from enumerate(report.blocks)
    else:
        yield 0, Block(0, len(report.text), "body")


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block as offsets into the report; a table row, a stamp and a byline are one each."""
    stretch = text[block.start : block.end]
    if block.kind in _ONE_SENTENCE:
        if stretch.strip():
            lead = len(stretch) - len(stretch.lstrip())
            yield block.start + lead, block.start + len(stretch.rstrip())
        return
    for start, end in split(stretch):
        yield block.start + start, block.start + end

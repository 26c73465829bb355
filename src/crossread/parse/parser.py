"""The parser as the pipeline uses it: reports in, `Parsed` reports out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from crossread.model.report import Report
from crossread.model.sentence import Parsed, Sentence
from crossread.parse.annotation import Annotation
from crossread.parse.document import Layout, lay_out
from crossread.parse.lemmas import Lemmas
from crossread.parse.syntax import MODEL, Network


class Parser:
    """Cuts reports into sentences and tokens and gives the sentences that can hold a claim their syntax.

    `folder` holds the weights; with None, or where they are absent, there are tokens and sentences only.
    `everything` parses all sentences of the text, not only those that can hold a claim.
    """

    def __init__(self, folder: Path | None = MODEL, *, everything: bool = False) -> None:
        self.everything = everything
        present = folder is not None and (folder / "parser.onnx").exists()
        self._network = Network(folder) if folder is not None and present else None
        self._lemmas = Lemmas(folder) if folder is not None and present else None

    def parse(self, report: Report) -> Parsed:
        """One report, parsed by itself: int8 arithmetic rounds per batch, so no batch holds two reports."""
        layout = lay_out(report, everything=self.everything)
        annotation = Annotation(layout)
        if self._network is not None and self._lemmas is not None:
            indexes = [_words(layout, sentence) for sentence in layout.sentences if sentence.parsed]
            forms = [[layout.words[i] for i in sentence] for sentence in indexes]
            for places, tree in zip(indexes, self._network.parse(forms), strict=True):
                annotation.add(places, tree, self._lemmas)
        return Parsed(report, annotation.doc(), tuple(self._marked(layout)))

    def parse_all(self, reports: Iterable[Report]) -> Iterator[Parsed]:
        """Reports as they come, parsed."""
        return map(self.parse, reports)

    def _marked(self, layout: Layout) -> list[Sentence]:
        """The sentences, none of them marked as parsed where there is no network."""
        if self._network is not None:
            return layout.sentences
        return [replace(sentence, parsed=False) for sentence in layout.sentences]


def _words(layout: Layout, sentence: Sentence) -> list[int]:
    """The sentence's tokens that are words, not stretches of spaces."""
    return [i for i in range(sentence.first, sentence.last) if not layout.words[i].isspace()]

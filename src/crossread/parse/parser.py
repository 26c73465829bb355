"""The parser as the pipeline uses it: reports in, `Parsed` reports out."""

from collections.abc import Iterable

from spacy.tokens import Doc

from crossread.model.report import Report
from crossread.model.sentence import Parsed
from crossread.parse.document import lay_out
from crossread.parse.tokenizer import blank


class Parser:
    """Cuts reports into sentences and tokens and gives the sentences that can hold a claim their syntax."""

    def __init__(self, *, everything: bool = False) -> None:
        self.everything = everything

    def parse(self, report: Report) -> Parsed:
        """One report, parsed."""
        return self.parse_all([report])[0]

    def parse_all(self, reports: Iterable[Report]) -> list[Parsed]:
        """Several reports, parsed; their sentences share batches, which is faster than one report at a time."""
        parsed = []
        for report in reports:
            layout = lay_out(report, everything=self.everything)
            doc = Doc(blank().vocab, words=layout.words, spaces=layout.spaces)
            starts = {sentence.first for sentence in layout.sentences}
            for token in doc:
                token.is_sent_start = token.i in starts
            parsed.append(Parsed(report, doc, tuple(layout.sentences)))
        return parsed

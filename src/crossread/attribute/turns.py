"""Transcripts: a report whose lines begin with speakers' labels comes in, its turns go out.

A turn runs from its label to the next one; labels of the outlet's own people speak with the report's own voice.
"""

import re
from dataclasses import dataclass

from crossread.lexicon import load
from crossread.model.sentence import Parsed

LABEL = re.compile(
    r"^[ \t]*(?P<label>(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-ZÀ-Þ][A-ZÀ-Þ0-9.’'-]*"
    r"(?: (?:[A-ZÀ-Þ(][A-ZÀ-Þ0-9.’'()-]*|of|for|the)){0,5})"
    r"(?: \([^()\n]{1,30}\))?:\s",
    re.MULTILINE,
)
"""A line's first words in capitals, up to a colon: "NGAVHO:", "DIRECTOR (recorded):"."""

MIN_TURNS = 3
"""Fewer labelled lines than this are headings, not a transcript."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn: the label's offsets, what is said, and whether the outlet itself speaks."""

    label: str
    label_at: tuple[int, int]
    start: int
    end: int
    own_voice: bool


def turns_of(parsed: Parsed) -> list[Turn]:
    """The turns of a transcript in order; none where the report is no transcript."""
    text = parsed.report.text
    marks = [
        m
        for m in LABEL.finditer(text)
        if any(c.isalpha() for c in m["label"]) and len(m["label"]) > 1
    ]
    if len(marks) < MIN_TURNS or len({m["label"] for m in marks}) == len(marks):
        return []
    staff = staff_labels(text, {m["label"] for m in marks})
    ends = [m.start() for m in marks[1:]] + [len(text)]
    return [
        Turn(m["label"], m.span("label"), m.end(), end, m["label"] in staff)
        for m, end in zip(marks, ends, strict=True)
    ]


def staff_labels(text: str, labels: set[str]) -> frozenset[str]:
    """The labels of presenters and reporters: by their office, or by how the text introduces the name."""
    lexicon = load("reporting")["staff"]
    found = {label for label in labels if label.casefold() in lexicon["labels"]}
    for label in labels - found:
        name = label.split()[-1].capitalize()
        for phrase in lexicon["introductions"]:
            if re.search(
                rf"\b{re.escape(name)}\b[^.\n]{{0,40}}{re.escape(phrase)}"
                rf"|{re.escape(phrase)}[^.\n]{{0,40}}\b{re.escape(name)}\b",
                text,
            ):
                found.add(label)
    return frozenset(found)

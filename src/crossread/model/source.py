"""What comes in: bytes with where they came from. What a step could not use: set aside, with its reason."""

from dataclasses import dataclass

from crossread.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Source:
    """One file's bytes; `name` is the path as the user gave it, relative to the folder that was named."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report, or a stretch of one, that Crossread did not use, and why.

    `start` and `end` are character offsets into the report's text, both None where the whole report is meant.
    `code` is a short stable word ("empty", "age", "money"); `reason` is the sentence a person reads. `figure` is what
    a refused number would be if it counted somebody after all, None where that is beyond doubt.
    """

    report: str
    code: str
    reason: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    figure: Figure | None = None

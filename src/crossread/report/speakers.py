"""A ledger comes in; everybody who speaks in it goes out, each with one colour and one shape for the whole page."""

from collections import Counter
from dataclasses import dataclass

from crossread.model.claim import Claim
from crossread.model.ledger import Ledger
from crossread.model.question import Point
from crossread.model.report import Report
from crossread.model.when import When
from crossread.report.anchors import shown_claims
from crossread.report.wording import when

COLOURS = 8
"""Colours that stay apart for colour-blind readers, on paper and in the dark; later speakers share a grey."""

SHAPES = (
    "circle", "square", "triangle", "diamond", "wedge", "hexagon", "bar", "pentagon",
)  # fmt: skip
OWN_SHAPE = "ring"
LONGEST_NAME = 18
"""Letters of a file name; longer ones are hashes or slugs that nobody reads."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A party, a named or described source, or a report in its own voice; `tone` is its CSS class."""

    key: str
    name: str
    tone: str
    shape: str
    own: bool = False


class Speakers:
    """Who speaks in a ledger, the most quoted first."""

    def __init__(self, ledger: Ledger) -> None:
        self._reports = {report.name: report for report in ledger.reports}
        self._years = {report.published.last.year for report in ledger.reports if report.published}
        self._originals = {copy.report: copy.original for copy in ledger.copies}
        claims = shown_claims(ledger)
        said = Counter[str]()
        for question in ledger.questions:
            weight = 1 if question.background else 100
            keys = {key_of(claim) for point in question.series for claim in point.claims}
            said.update({key: weight for key in keys if key})
        said.update(key_of(claim) for claim in claims)
        ranked = sorted((key for key in said if key), key=lambda key: (-said[key], key))
        names = {key_of(claim): claim.source_party or claim.source or "" for claim in claims}
        self._named = {
            key: Speaker(key, names.get(key, key), tone(rank), SHAPES[rank % len(SHAPES)])
            for rank, key in enumerate(ranked)
        }

    def of(self, claim: Claim) -> Speaker:
        """Who says a claim; a copy speaks with its original's voice."""
        key = key_of(claim)
        return self._named[key] if key in self._named else self.own_voice(claim.report)

    def of_point(self, point: Point) -> Speaker:
        """Who gives an answer of a series."""
        return self.of(point.claims[0])

    def own_voice(self, report: str) -> Speaker:
        """The speaker that a report is where it names nobody."""
        for _ in range(len(self._originals)):
            report = self._originals.get(report, report)
        found = self._reports.get(report)
        name = outlet_name(found) if found else report
        return Speaker(f"own:{report}", name, "own", OWN_SHAPE, own=True)

    def when(self, value: When | None) -> str:
        """A day in words; its year only where the reports are not all of that year."""
        return when(value, year=value is not None and self._years != {value.last.year})

    def named(self) -> list[Speaker]:
        """Everybody who is named as a speaker, the most quoted first."""
        return list(self._named.values())


def key_of(claim: Claim) -> str:
    """What makes two claims one speaker's; empty for a report's own voice."""
    return claim.source_party or (claim.source or "").strip().lower()


def tone(rank: int) -> str:
    """The CSS class of the speaker of a rank."""
    return f"s{rank + 1}" if rank < COLOURS else "sx"


def outlet_name(report: Report) -> str:
    """What a reader would call a report's publisher."""
    return report.outlet or report.agency or short_name(report.name)


def short_name(name: str) -> str:
    """A report's file name, its middle left out where it is long."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 7]}…{name[-6:]}"

"""A resolution comes in; who speaks in a claim, and which speakers are one voice, goes out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import PurePosixPath

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.model.report import Report
from crossread.model.resolution import Resolution
from crossread.reconcile.bounds import quantity_key

STATE_BODIES = frozenset({"state", "organ", "ministry"})
"""Kinds of parties that are a state or speak in its name."""

SOME_DAYS = timedelta(days=3)
"""A report that is only known to have appeared within a longer span gives its figures no day to be compared by."""


@dataclass(frozen=True, slots=True)
class Voices:
    """What is known of the speakers of one event: their parties, the copies, the days of publication."""

    parties: dict[str, Party]
    original: dict[str, str]
    published: dict[str, date]
    labels: dict[str, str] = field(default_factory=dict)
    home: str | None = None
    issuers: dict[str, str] = field(default_factory=dict)
    undated: frozenset[str] = frozenset()

    def label(self, claim: Claim) -> str:
        """The short name of the report that a claim stands in."""
        return self.labels.get(claim.report, claim.report)

    def speaker(self, claim: Claim) -> str:
        """The speaker's key: the party, else the speaker's words, else the report's issuer, or all its copies."""
        body = self.body(claim)
        if body:
            return f"party {body}"
        if claim.source:
            return f"said {claim.source.casefold()}"
        return f"own {self.original[claim.report]}"

    def body(self, claim: Claim) -> str:
        """The body that speaks: the speaker's, or the issuer of a report that speaks itself; "" where there is none."""
        own = self.issuers.get(claim.report, "") if claim.source is None else ""
        return claim.source_party or own

    def house(self, claim: Claim) -> str:
        """The speaker whose line a claim belongs to: an organ that has a name of its own speaks in its state's."""
        party = self.parties.get(self.body(claim))
        organ = party is not None and party.kind == "organ" and party.within is not None
        return f"party {party.within}" if organ and party is not None else self.speaker(claim)

    def independent(self, claim: Claim) -> str:
        """The voice that a claim counts under: the body that the speaker's body belongs to."""
        party = self.parties.get(self.body(claim))
        return f"party {party.within}" if party and party.within else self.speaker(claim)

    def day(self, claim: Claim) -> date | None:
        """The day that a claim is for: as of, else said on, else the day of publication."""
        when = claim.as_of or claim.said_on
        return when.last if when else self.published.get(claim.report)

    def untold(self, one: Claim, two: Claim) -> bool:
        """Whether two reports give two claims and one has no day: which of them came first is anybody's guess."""
        return one.report_id != two.report_id and any(
            claim.as_of is None and claim.said_on is None and claim.report in self.undated
            for claim in (one, two)
        )

    def is_abroad(self, claim: Claim) -> bool:
        """Whether a state speaks on whose ground the event is not: it counts its own people, unless it says more."""
        state = self.state(claim)
        return state is not None and self.home is not None and state != self.home

    def state(self, claim: Claim) -> str | None:
        """The state that speaks, by itself or by one of its bodies; None where another speaks."""
        party = self.parties.get(claim.source_party or "")
        return party.within or party.name if party and party.kind in STATE_BODIES else None

    def abroad_from(self, one: Claim, other: Claim) -> bool:
        """Whether two states speak, each by itself or by its bodies."""
        return None not in (states := {self.state(one), self.state(other)}) and len(states) > 1

    def order(self, claim: Claim) -> tuple[date, date, str]:
        """Sort key over time, the same for any order and naming of the reports."""
        return (
            self.day(claim) or date.min,
            self.published.get(claim.report, date.min),
            claim.id + claim.report_id,
        )


def hear(resolution: Resolution) -> Voices:
    """Gather the voices of an event; reports that copy each other, or are one text, are one voice."""
    reports = [reading.report for reading in resolution.readings]
    ids = {report.name: report.id for report in reports}
    parent = {report.id: report.id for report in reports}
    for copy in resolution.copies:
        left, right = root(parent, ids[copy.report]), root(parent, ids[copy.original])
        parent[max(left, right)] = min(left, right)
    return Voices(
        {party.name: party for party in resolution.parties},
        {report.name: root(parent, report.id) for report in reports},
        {report.name: report.published.last for report in reports if report.published},
        labels(reports),
        home_of(resolution),
        issuers(resolution),
        frozenset(report.name for report in reports if is_undated(report)),
    )


def is_undated(report: Report) -> bool:
    """Whether a report's day is not known to some days."""
    when = report.published
    return when is None or when.last - when.first > SOME_DAYS


def issuers(resolution: Resolution) -> dict[str, str]:
    """The reports that a body issues which other reports quote, with the body: a communiqué speaks for its issuer."""
    named = {
        alias.casefold(): party.name
        for party in resolution.parties
        for alias in (*party.aliases, party.name)
    }
    found: dict[str, str] = {}
    for reading in resolution.readings:
        party = named.get((reading.report.outlet or "").casefold())
        quoted = any(
            claim.source_party == party
            for other in resolution.readings
            if other.report.id != reading.report.id
            for claim in other.claims
        )
        if party is not None and quoted:
            found[reading.report.name] = party
    return found


def home_of(resolution: Resolution) -> str | None:
    """The state that speaks most, by itself and by its bodies: the one on whose ground the event is."""
    states = {
        party.name: party.within or party.name
        for party in resolution.parties
        if party.kind in STATE_BODIES
    }
    spoken: Counter[str] = Counter()
    for reading in {reading.report.id: reading for reading in resolution.readings}.values():
        said = {claim.source_party for claim in reading.claims if claim.source_party in states}
        spoken.update({states[name] for name in said if name is not None})
    ranked = spoken.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def labels(reports: Sequence[Report]) -> dict[str, str]:
    """A short name for each report: its outlet where no other report has it, else with the file's name."""
    outlets = Counter(report.outlet for report in reports)
    return {
        report.name: report.outlet
        if report.outlet and outlets[report.outlet] == 1
        else short(report)
        for report in reports
    }


def short(report: Report) -> str:
    """The file's name without folder and ending, after the outlet where there is one."""
    stem = PurePosixPath(report.name).stem
    return f"{report.outlet} ({stem})" if report.outlet else stem


def root(parent: dict[str, str], key: str) -> str:
    """The representative of a key's set."""
    while parent[key] != key:
        key = parent[key]
    return key


def is_local(claim: Claim) -> bool:
    """Whether a body below the state speaks, by what it is called: a town hall, a mayor, a hospital, a school."""
    return is_house(claim) or bool(spoken_for("heads", "bodies") & called(claim))


def is_house(claim: Claim) -> bool:
    """Whether a house speaks that counts those brought to it and nobody else: a hospital, a school, a morgue."""
    return bool(spoken_for("houses") & called(claim))


def called(claim: Claim) -> set[str]:
    """The words by which a speaker and his body are called, alone and in pairs, in small letters."""
    words = re.findall(r"[\w'’]+", f"{claim.source or ''} / {claim.source_party or ''}".casefold())
    return {
        *words,
        *map(" ".join, pairwise(words)),
        *map(" ".join, zip(words, words[1:], words[2:], strict=False)),
    }


@cache
def spoken_for(*kinds: str) -> frozenset[str]:
    """The words for bodies and offices of some kinds that count on their own ground alone."""
    local = load("offices")["local"]
    return frozenset(word for kind in kinds for word in local[kind])


def is_own(claim: Claim) -> bool:
    """Whether the report itself speaks."""
    return claim.source is None and claim.source_party is None


def echoes(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Own-voice claims by id with the named speaker's claim of the same figure that they repeat."""
    named: dict[tuple[int | None, int | None, str | None], list[Claim]] = {}
    claims = list(claims)
    for claim in claims:
        if not is_own(claim) and claim.stance == "affirmed":
            named.setdefault(quantity_key(claim), []).append(claim)
    return {
        claim.id: min(
            named[quantity_key(claim)], key=lambda other: (other.source_party or "~", other.id)
        )
        for claim in claims
        if is_own(claim) and quantity_key(claim) in named
    }

"""Claims as the rules read them come in; the same claims as the trained network reads them go out.

The rules give candidates and the explanation; the network chooses among them, or points elsewhere, where it is sure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from crossread.decide.bodies import with_bodies
from crossread.decide.candidates import Candidates, candidates
from crossread.decide.inputs import CONDITIONS, POPULATIONS
from crossread.decide.lists import listed
from crossread.decide.mentions import TABLE_ALONE, Mentions
from crossread.decide.network import MODEL, Network, Opinion
from crossread.decide.ourselves import with_us
from crossread.decide.rivals import beside
from crossread.decide.tables import agreed
from crossread.model.claim import Claim
from crossread.model.figure import Figure, Unit
from crossread.model.sentence import Parsed
from crossread.model.source import SetAside
from crossread.model.statement import Statement

UNITS: dict[str, Unit] = {"homes": "building", "families": "household"}
"""Populations that are counted in another unit than persons."""

NO_CLAIM = 0.2
"""Below this probability a figure of the rules is set aside."""

A_CLAIM = 0.7
"""From this probability a number that the rules refused counts after all."""

BEYOND_DOUBT = frozenset({"goods", "audience"})
"""Refusals that the network does not overrule: what it sees around a goat is what it sees around a man."""

DENIED = 0.5
"""From this probability a figure is denied by whoever gives it."""


class Decider:
    """The trained decisions; without weights every claim stays as the rules read it."""

    def __init__(self, folder: Path | None = MODEL) -> None:
        present = folder is not None and (folder / "decisions.onnx").exists()
        self._network = Network(folder) if folder is not None and present else None

    def decide(
        self,
        parsed: Parsed,
        claims: Sequence[Claim],
        refused: Sequence[SetAside],
        statements: Sequence[Statement],
    ) -> tuple[list[Claim], list[SetAside]]:
        """The claims decided anew, and what is set aside."""
        if self._network is None or not claims:
            return list(claims), list(refused)
        found = candidates(parsed, claims, refused, statements)
        opinions = agreed(parsed, found, self._network.opinions(found))
        figures = [claim.figure for claim in claims]
        opinions = with_us(parsed, figures, found, listed(parsed, figures, found, opinions))
        opinions = beside(parsed, figures, found, opinions)
        mentions = Mentions(parsed, found, claims, statements)
        bench = _Bench(found, opinions, mentions, denying(claims))
        kept = [claim for claim in claims if bench.holds(claim)]
        doubted = [
            aside
            for aside in refused
            if aside.figure is not None
            and aside.code not in BEYOND_DOUBT
            and bench.counts(aside.figure, A_CLAIM, unknown=False)
        ]
        restored = [claim_of(parsed, aside.figure) for aside in doubted if aside.figure is not None]
        given = [*kept, *restored]
        pairs = list(zip(given, bench.decided(given), strict=True))
        lost = [_no_claim(claim) for claim in claims if not bench.holds(claim)]
        return in_order(pairs), [*(aside for aside in refused if aside not in doubted), *lost]


@dataclass(frozen=True, slots=True)
class _Bench:
    """The network's opinions on one report's numbers, asked for by figure.

    `denying` are the sentences whose words deny a figure; there the network has no say about the others.
    """

    found: Candidates
    opinions: dict[int, Opinion]
    mentions: Mentions
    denying: frozenset[int]

    def _index(self, figure: Figure) -> int | None:
        cores = (figure.quantity.core, (figure.quantity.start, figure.quantity.end))
        for index in self.opinions:
            if self.found.numbers[index].core in cores:
                return index
        return None

    def counts(self, figure: Figure, least: float, *, unknown: bool = True) -> bool:
        """Whether a figure is a claim with at least this probability, or denied; `unknown` if nobody has an opinion."""
        index = self._index(figure)
        if index is None:
            return unknown
        return self.opinions[index].claim >= least or self.denied(figure)

    def denied(self, figure: Figure) -> bool:
        """Whether the network reads a figure as denied."""
        index = self._index(figure)
        if index is None or figure.sentence in self.denying:
            return False
        return self.opinions[index].denied >= DENIED

    def holds(self, claim: Claim) -> bool:
        """Whether a claim of the rules stays one; the words that deny it are beyond doubt."""
        return claim.stance == "denied" or self.counts(claim.figure, NO_CLAIM)

    def decided(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims as the network reads them: each for itself, then the bodies of those who speak."""
        indexes = [self._index(claim.figure) for claim in claims]
        told = [
            claim
            if index is None
            else decided(
                claim,
                self.opinions[index],
                self.found,
                index,
                self.mentions,
                denied=self.denied(claim.figure),
            )
            for claim, index in zip(claims, indexes, strict=True)
        ]
        opinions = {
            n: self.opinions[index]
            for n, index in enumerate(indexes)
            if index is not None and speaks(told[n])
        }
        cast = self.mentions.ballots.cast
        ballots = {n: cast(o.places, o.source_party) for n, o in opinions.items()}
        return with_bodies(told, ballots, self.mentions)


def speaks(claim: Claim) -> bool:
    """Whether the network says whose body speaks: not of a denial, nor where a table alone gave the speaker."""
    told = claim.source is not None and claim.stance == "affirmed"
    return told and claim.source_rule != TABLE_ALONE


def denying(claims: Sequence[Claim]) -> frozenset[int]:
    """The sentences in which words deny a figure of their own, as far as the rules read them."""
    return frozenset(claim.figure.sentence for claim in claims if claim.stance == "denied")


def claim_of(parsed: Parsed, figure: Figure) -> Claim:
    """A refused number as a claim of the report's own, before its speaker is pointed at."""
    text, sentence = parsed.report.text, parsed.sentences[figure.sentence]
    return Claim(
        figure=figure,
        report=parsed.report.name,
        report_id=parsed.report.id,
        quote=text[figure.start : figure.end],
        sentence=text[sentence.start : sentence.end].strip(),
    )


def in_order(pairs: Sequence[tuple[Claim, Claim]]) -> list[Claim]:
    """The decided claims in text order, parts bound to their wholes under the wholes' new ids."""
    renamed = {before.id: after.id for before, after in pairs}
    claims = [
        replace(after, part_of=renamed.get(after.part_of)) if after.part_of else after
        for _, after in pairs
    ]
    return sorted(claims, key=lambda claim: (claim.figure.start, claim.figure.end, claim.stance))


def decided(
    claim: Claim,
    opinion: Opinion,
    found: Candidates,
    index: int,
    mentions: Mentions,
    *,
    denied: bool = False,
) -> Claim:
    """One claim with the network's condition, population, side and speaker; its stance too where it is `denied`."""
    figure = _figure(claim.figure, opinion, found, index, mentions)
    claim = replace(claim, figure=figure, party=figure.party)
    if claim.stance == "denied":  # the words that deny tell who does
        return claim
    return mentions.spoken(
        replace(claim, stance="denied") if denied else claim, opinion, found.numbers[index]
    )


def _figure(
    figure: Figure, opinion: Opinion, found: Candidates, index: int, mentions: Mentions
) -> Figure:
    condition = figure.condition if figure.firm else CONDITIONS[int(np.argmax(opinion.conditions))]
    population = POPULATIONS[int(np.argmax(opinion.populations))]
    party, at = mentions.side(figure, opinion, found.numbers[index])
    changed = (condition, population, party) != (figure.condition, figure.population, figure.party)
    return replace(
        figure,
        condition=condition,
        population=population,
        unit=UNITS.get(population, "person"),
        party=party,
        party_at=at,
        rule=f"learned over {figure.rule}" if changed else figure.rule,
        share=1.0 if figure.firm else float(np.max(opinion.conditions)),
    )


def _no_claim(claim: Claim) -> SetAside:
    quantity = claim.figure.quantity
    return SetAside(
        claim.report,
        "learned",
        "read as no count of people, households or buildings hit by the event",
        quantity.start,
        quantity.end,
        claim.quote,
    )

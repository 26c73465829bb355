"""Claims as the rules read them come in; the same claims as the trained network reads them go out.

The rules give candidates and the explanation; the network chooses among them, or points elsewhere, where it is sure.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from crossread.decide.candidates import Candidates, candidates
from crossread.decide.inputs import CONDITIONS, POPULATIONS
from crossread.decide.mentions import Mentions
from crossread.decide.network import MODEL, Network, Opinion
from crossread.model.claim import Claim
from crossread.model.figure import Figure, Unit
from crossread.model.sentence import Parsed
from crossread.model.source import SetAside
from crossread.model.statement import Statement

UNITS: dict[str, Unit] = {"homes": "building", "families": "household"}
"""Populations that are counted in another unit than persons."""

NO_CLAIM = 0.15
"""Below this probability a figure is set aside: a figure lost costs as much as one invented."""


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
        opinions = self._network.opinions(found)
        by_core = {
            found.numbers[index].core: (index, opinion) for index, opinion in opinions.items()
        }
        mentions = Mentions(parsed, found, claims, statements)
        kept: list[Claim] = []
        aside = list(refused)
        for claim in claims:
            index, opinion = by_core.get(claim.figure.quantity.core, (-1, None))
            if opinion is None:
                kept.append(claim)
            elif opinion.claim < NO_CLAIM:
                aside.append(_no_claim(claim))
            else:
                kept.append(decided(claim, opinion, found, index, mentions))
        return kept, aside


def decided(
    claim: Claim, opinion: Opinion, found: Candidates, index: int, mentions: Mentions
) -> Claim:
    """One claim with the network's condition, population, side and speaker."""
    figure = _figure(claim.figure, opinion, found, index, mentions)
    claim = replace(claim, figure=figure, party=figure.party)
    return (
        claim if claim.stance == "denied" else mentions.spoken(claim, opinion, found.numbers[index])
    )


def _figure(
    figure: Figure, opinion: Opinion, found: Candidates, index: int, mentions: Mentions
) -> Figure:
    condition = CONDITIONS[int(np.argmax(opinion.conditions))]
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

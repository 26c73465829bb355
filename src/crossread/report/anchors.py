"""A ledger comes in; the names that links point to go out, each used once on the page."""

import re

from crossread.model.claim import Claim
from crossread.model.ledger import Ledger


def shown_claims(ledger: Ledger) -> list[Claim]:
    """The ledger's figures, then what its questions hold beside them (states of things without a number)."""
    found = {(claim.report, claim.id): claim for claim in ledger.claims}
    for question in ledger.questions:
        for point in question.series:
            for claim in point.claims:
                found.setdefault((claim.report, claim.id), claim)
    return list(found.values())


class Anchors:
    """The id of every claim, question, report and party of one ledger.

    A report given twice under two names has claims with one id: the second gets an anchor of its own.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._used: set[str] = set()
        self._claims: dict[tuple[str, str], str] = {}
        for claim in shown_claims(ledger):
            if self._key(claim) not in self._claims:
                self._claims[self._key(claim)] = self._free(f"claim-{claim.id}")
        self._questions = {q.id: self._free(f"question-{slug(q.id)}") for q in ledger.questions}
        self._reports = {r.name: self._free(f"report-{slug(r.name)}") for r in ledger.reports}

    @staticmethod
    def _key(claim: Claim) -> tuple[str, str]:
        return claim.report, claim.id

    def _free(self, wanted: str) -> str:
        name, number = wanted, 1
        while name in self._used:
            number += 1
            name = f"{wanted}-{number}"
        self._used.add(name)
        return name

    def claim(self, claim: Claim) -> str:
        """The id of the claim's mark in its report's text; of the report where the ledger lacks the claim."""
        return self._claims.get(self._key(claim)) or self.report(claim.report)

    def question(self, question_id: str) -> str:
        """The id of a question's row."""
        return self._questions[question_id]

    def report(self, name: str) -> str:
        """The id of a report's text; of the list of reports where the ledger lacks it."""
        return self._reports.get(name, "reports")

    def knows(self, claim: Claim) -> bool:
        """Whether the ledger holds the claim."""
        return self._key(claim) in self._claims


def slug(words: str) -> str:
    """Words as an id: lower case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "x"

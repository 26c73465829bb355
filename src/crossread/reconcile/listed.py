"""The claims of an event come in; those that their own sentence adds up to another of its figures go out: parts of it.

"Seven dead: four in Losto, two in Ruvo and one at the pier": none of the three is what its speaker says of the whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crossread.model.claim import Claim
from crossread.reconcile.bounds import exact
from crossread.reconcile.family import family_of


def listed_parts(claims: Iterable[Claim]) -> set[str]:
    """The ids of the claims that stand in a row behind a figure of their sentence and add up to it."""
    told: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.stance == "affirmed" and exact(claim) is not None:
            who = claim.source_party or claim.source or ""
            told[claim.report_id, claim.sentence, family_of(claim).name, who].append(claim)
    return {
        part.id
        for said in told.values()
        for part in parts_of_first(sorted(said, key=lambda claim: claim.figure.start))
    }


def parts_of_first(said: Sequence[Claim]) -> list[Claim]:
    """Of a sentence's figures those in a row that add up to the one before them."""
    for place, whole in enumerate(said):
        if whole.place is not None:
            continue
        left = exact(whole) or 0
        for end, part in enumerate(said[place + 1 :], start=place + 2):
            left -= exact(part) or 0
            row = list(said[place + 1 : end])
            if left == 0 and len(row) > 1 and any(one.place is not None for one in row):
                return row
    return []

"""The claims of an event come in; bare numbers that one sentence sets against another speaker's figure go out."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from crossread.model.claim import Claim
from crossread.reconcile.bounds import is_vague, size
from crossread.reconcile.family import family_of
from crossread.reconcile.voice import is_own

APART = 120
"""Characters between two figures that one sentence sets against each other."""
ALIKE = 3.0
"""Two speakers' figures for one question lie within this factor where one sentence gives both without a word more."""
INSTEAD = re.compile(r"^[^,;.\d]{0,60}, (?:and )?not (?:the )?$", re.IGNORECASE)
"""What stands between a figure and the one that it takes the place of: "78 people died, not 79"."""
_BARE = re.compile(
    r"^(?:(?:says?|said|has|had|still|only|about|some|around|nearly|almost|at least|more than|over|up to|fewer than|"
    r"less than|as many as|no more than|[\d.,]+|(?:a |one |two )?(?:hundred|thousand|million)|dead|deaths?|killed|"
    r"injured|wounded|missing|hurt)\s*)+$",
    re.IGNORECASE,
)


def set_against(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Each bare number by its claim's id, with the other speaker's figure before it whose people it counts."""
    together: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        together[claim.report, claim.sentence, family_of(claim).name].append(claim)
    return {
        later.id: earlier
        for _, said in sorted(together.items())
        for earlier, later in pairwise(sorted(said, key=lambda claim: claim.figure.start))
        if answers_the_same(earlier, later) or puts_right(earlier, later)
    }


def puts_right(earlier: Claim, later: Claim) -> bool:
    """Whether a sentence puts one figure in a denied one's place: "78 people died, not 79"."""
    between = earlier.sentence.partition(earlier.quote)[2].partition(later.quote)
    stances = (earlier.stance, later.stance)
    return (
        stances == ("affirmed", "denied")
        and bool(between[1])
        and (INSTEAD.search(between[0]) is not None)
    )


def answers_the_same(earlier: Claim, later: Claim) -> bool:
    """Whether one sentence gives two speakers' figures, the later a bare number that names nobody itself."""
    speakers = {claim.source_party or claim.source for claim in (earlier, later)}
    narrow = earlier.party is not None or earlier.figure.population != "people"
    small, large = sorted((size(earlier), size(later)))
    return (
        narrow
        and later.party is None
        and later.figure.population == "people"
        and len(speakers) == 2
        and not is_own(earlier)
        and not is_own(later)
        and later.figure.start - earlier.figure.end <= APART
        and earlier.figure.unit == later.figure.unit
        and not is_vague(earlier)
        and not is_vague(later)
        and 0 < large <= ALIKE * small
        and bool(_BARE.match(later.quote.strip()))
    )

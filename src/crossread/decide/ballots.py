"""The network's shares over the words of a window come in; the one word that it points at, if it is sure, goes out.

Words of one form count together, since a body is right wherever it is named, and so do the shares of several numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from crossread.decide.candidates import Candidates
from crossread.decide.inputs import Array

NOBODY = 0.4
"""Below this share somebody is pointed at, however many words share the rest."""

NOWHERE = -1
"""The place of nobody."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What is held of one question: the share of nobody, and by word form its share and the place where it is best."""

    nobody: float
    shares: dict[str, float]
    places: dict[str, tuple[float, int]]

    def elected(self, forms: frozenset[str]) -> int | None:
        """The place pointed at, `NOWHERE` for nobody, None where the rules' answer stands: these forms, or nobody."""
        form = max(self.shares, key=lambda one: (self.shares[one], self.places[one]))
        nobody = self.nobody > max(NOBODY, self.shares[form])
        if (nobody and not forms) or (not nobody and form in forms):
            return None
        seen = any(one in self.shares for one in forms)
        held = sum(self.shares.get(one, 0.0) for one in forms) if forms else self.nobody
        rival = self.nobody if nobody else self.shares[form]
        if held >= rival or (nobody and not seen):
            return None
        return NOWHERE if nobody else -self.places[form][1]

    def without(self, forms: frozenset[str]) -> "Ballot":
        """The ballot among all other words; itself where nothing else is left."""
        left = {form: share for form, share in self.shares.items() if form not in forms}
        whole = self.nobody + sum(left.values())
        if len(left) == len(self.shares) or not left or whole == 0.0:
            return self
        places = {form: self.places[form] for form in left}
        return Ballot(
            self.nobody / whole, {form: share / whole for form, share in left.items()}, places
        )


class Ballots:
    """The ballots of one report; the word forms of each window are looked up once."""

    def __init__(self, found: Candidates) -> None:
        self._found = found
        self._forms: dict[tuple[int, ...], tuple[list[str], Array]] = {}

    def cast(self, places: tuple[int, ...], shares: Array) -> Ballot:
        """The ballot of one number's shares over `places`, nobody first."""
        forms, form_of = self._of(places)
        given = np.asarray(shares[1:], dtype=np.float64)
        sums = np.bincount(form_of, weights=given, minlength=len(forms))
        order = np.lexsort(
            (np.arange(len(given)), -given)
        )  # the best place first, of equals the first
        _, first = np.unique(form_of[order], return_index=True)
        best = order[first]
        return Ballot(
            float(shares[0]),
            dict(zip(forms, sums.tolist(), strict=True)),
            {
                form: (float(given[at]), -places[at + 1])
                for form, at in zip(forms, best.tolist(), strict=True)
            },
        )

    def _of(self, places: tuple[int, ...]) -> tuple[list[str], Array]:
        """The forms of the words at `places` behind nobody, and for each word the index of its form."""
        if places not in self._forms:
            words = [self._found.words[place].casefold() for place in places[1:]]
            forms = list(dict.fromkeys(words))
            index = {form: at for at, form in enumerate(forms)}
            self._forms[places] = forms, np.array([index[word] for word in words])
        return self._forms[places]


def merged(ballots: Sequence[Ballot]) -> Ballot:
    """The mean of several ballots on one question."""
    size = len(ballots)
    shares: dict[str, float] = {}
    places: dict[str, tuple[float, int]] = {}
    for ballot in ballots:
        for form, share in ballot.shares.items():
            shares[form] = shares.get(form, 0.0) + share / size
            places[form] = max(places.get(form, (-1.0, -1)), ballot.places[form])
    return Ballot(sum(ballot.nobody for ballot in ballots) / size, shares, places)


def forms_of(found: Candidates, places: Iterable[int]) -> frozenset[str]:
    """The word forms at some places."""
    return frozenset(found.words[place].casefold() for place in places)

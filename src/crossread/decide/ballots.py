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
        most = max(self.shares.values())
        leading = (one for one, share in self.shares.items() if share == most)
        form = max(leading, key=self.places.__getitem__)
        nobody = self.nobody > max(NOBODY, self.shares[form])
        if (nobody and not forms) or (not nobody and form in forms):
            return None
        seen = any(one in self.shares for one in forms)
        held = sum(self.shares.get(one, 0.0) for one in forms) if forms else self.nobody
        rival = self.nobody if nobody else self.shares[form]
        if held >= rival or (nobody and not seen):
            return None
        return NOWHERE if nobody else -self.places[form][1]

    def named(self) -> int:
        """The place of the likeliest word, whatever the share of nobody."""
        form = max(self.shares, key=lambda one: (self.shares[one], self.places[one]))
        return -self.places[form][1]

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


@dataclass(frozen=True, slots=True)
class _Words:
    """A window's words: their forms, their places and each one's form; sorted by form, and where each form begins."""

    forms: list[str]
    places: Array
    form_of: Array
    order: Array
    sorted_forms: Array
    begins: Array


class Ballots:
    """The ballots of one report; the word forms of each window are looked up once."""

    def __init__(self, found: Candidates) -> None:
        self._found = found
        self._words: dict[tuple[int, ...], _Words] = {}

    def cast(self, places: tuple[int, ...], shares: Array) -> Ballot:
        """The ballot of one number's shares over `places`, nobody first."""
        words = self._of(places)
        given = np.asarray(shares[1:], dtype=np.float64)
        sums = np.bincount(words.form_of, weights=given, minlength=len(words.forms))
        by_form = given[words.order]
        most = np.maximum.reduceat(by_form, words.begins)
        first = np.where(by_form == most[words.sorted_forms], words.order, len(given))
        best = np.minimum.reduceat(first, words.begins)  # of equals the first counts
        told = zip(most.tolist(), (-words.places[best]).tolist(), strict=True)
        return Ballot(
            float(shares[0]),
            dict(zip(words.forms, sums.tolist(), strict=True)),
            dict(zip(words.forms, told, strict=True)),
        )

    def _of(self, places: tuple[int, ...]) -> _Words:
        """The words at `places` behind nobody."""
        if places not in self._words:
            words = [self._found.words[place].casefold() for place in places[1:]]
            index = {form: at for at, form in enumerate(dict.fromkeys(words))}
            form_of = np.array([index[word] for word in words])
            order = np.argsort(form_of, kind="stable")
            begins = np.searchsorted(form_of[order], np.arange(len(index)))
            at = np.array(places[1:])
            self._words[places] = _Words(list(index), at, form_of, order, form_of[order], begins)
        return self._words[places]


def merged(ballots: Sequence[Ballot]) -> Ballot:
    """The mean of several ballots on one question."""
    size = len(ballots)
    if size == 1:
        return ballots[0]
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

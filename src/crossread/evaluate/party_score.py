"""A ledger's parties come in with an event's alias file; how well their names are joined goes out (B-cubed, merges).

Scored are the names of the alias file, short names included, that stand in the reports. B-cubed: for each name, the
share of the names joined with it that belong with it (precision), and of those that belong with it that are joined
with it (recall); the means over names. A name that the ledger gives to nobody stands alone. A merge is two parties
of the alias file, each with a name of its own, under one party of the ledger; it is named, since none is allowed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from crossread.model.party import Party

Clusters = dict[str, str]
"""The party that each name, folded, belongs to."""


@dataclass(slots=True)
class PartyTally:
    """Counts that add up over events; the scores, each between 0 and 1, are read off them."""

    names: int = 0
    precisions: float = 0.0
    recalls: float = 0.0
    merges: list[str] = field(default_factory=list)
    unjoined: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The mean share, over names, of joined names that belong together."""
        return self.precisions / self.names if self.names else 0.0

    @property
    def recall(self) -> float:
        """The mean share, over names, of names belonging together that are joined."""
        return self.recalls / self.names if self.names else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_parties(
    parties: Iterable[Party],
    texts: Sequence[str],
    aliases: Mapping[str, Sequence[str]],
    tally: PartyTally,
) -> PartyTally:
    """Add one event's counts to a tally."""
    wanted = {name: party for name, party in owners(aliases).items() if stands_in(name, texts)}
    wanted = {folded(name): party for name, party in wanted.items()}
    ledger = {
        folded(name): party.name for party in parties for name in (party.name, *party.aliases)
    }
    found = {name: ledger.get(name, f"nobody: {name}") for name in wanted}
    add_bcubed(wanted, found, tally)
    tally.merges += merges(wanted, found)
    tally.unjoined += unjoined(wanted, found)
    return tally


def owners(aliases: Mapping[str, Sequence[str]]) -> Clusters:
    """The one party that each name of an alias file belongs to; a name of two parties says nothing and is left out."""
    found: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, set[str]] = defaultdict(set)
    for party, others in aliases.items():
        for name in (party, *others):
            found[folded(name)].add(party)
            spelled[folded(name)].add(name)
    return {
        name: next(iter(names))
        for key, names in sorted(found.items())
        if len(names) == 1
        for name in sorted(spelled[key])
    }


def folded(name: str) -> str:
    """A name without case, leading article and typographic marks."""
    plain = " ".join(name.replace("’", "'").replace("-", " ").replace(".", "").casefold().split())
    return re.sub(r"^(?:the|an?)\s", "", plain)


def stands_in(name: str, texts: Sequence[str]) -> bool:
    """Whether a name, its article aside, stands in one of the texts as it is spelled, on a line or across two."""
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s", "", name.replace("’", "'"))
    words = r"\s+".join(map(re.escape, bare.split()))
    return any(re.search(rf"(?<!\w){words}(?!\w)", text.replace("’", "'")) for text in texts)


def add_bcubed(wanted: Clusters, found: Clusters, tally: PartyTally) -> None:
    """Add each name's precision and recall."""
    belonging, joined = members(wanted), members(found)
    for name in wanted:
        right = len(belonging[wanted[name]] & joined[found[name]])
        tally.names += 1
        tally.precisions += right / len(joined[found[name]])
        tally.recalls += right / len(belonging[wanted[name]])


def members(clusters: Clusters) -> dict[str, set[str]]:
    """The names of each party."""
    by_party: dict[str, set[str]] = defaultdict(set)
    for name, party in clusters.items():
        by_party[party].add(name)
    return by_party


def merges(wanted: Clusters, found: Clusters) -> list[str]:
    """Each pair of the alias file's parties that one party of the ledger holds names of, with these names."""
    told = []
    for party, names in sorted(members(found).items()):
        sides: dict[str, list[str]] = defaultdict(list)
        for name in sorted(names):
            sides[wanted[name]].append(name)
        told += [
            f"{party}: {left} {sides[left]} with {right} {sides[right]}"
            for left, right in combinations(sorted(sides), 2)
        ]
    return told


def unjoined(wanted: Clusters, found: Clusters) -> list[str]:
    """Each party of the alias file whose names stand apart, with where they stand."""
    told = []
    for party, names in sorted(members(wanted).items()):
        if len({found[name] for name in names}) > 1:
            where = ", ".join(f"{name} -> {found[name]}" for name in sorted(names))
            told.append(f"{party}: {where}")
    return told

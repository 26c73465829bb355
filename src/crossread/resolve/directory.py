"""The texts of one event come in; a directory of its parties goes out, which answers one party for a name or none."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.gazetteer import state_of
from crossread.resolve.names import fold, kin
from crossread.resolve.register import register


@dataclass(slots=True)
class Directory:
    """Who is who in one event: parties by folded name, persons by folded name, and the event's home state."""

    by_name: dict[str, Party] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    grounds: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    spellings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ambiguous: set[str] = field(default_factory=set)
    mentioned: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    home: Party | None = None
    scene: Party | None = None
    theatre: set[str] = field(default_factory=set)
    scenes: dict[str, Party] = field(default_factory=dict)
    homes: dict[str, Party] = field(default_factory=dict)
    organs: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    stages: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    minor: set[str] = field(default_factory=set)
    ministries: set[str] = field(default_factory=set)
    stated: set[str] = field(default_factory=set)
    ranked: set[str] = field(default_factory=set)
    officers: dict[str, str] = field(default_factory=dict)
    housed: dict[str, str] = field(default_factory=dict)
    holders: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    heard: dict[str, Party] = field(default_factory=dict)
    spoken: dict[str, str] = field(default_factory=dict)
    given: frozenset[str] = frozenset()

    def party(self, name: str) -> Party | None:
        """The party that goes by exactly this name, or by a spelling of it."""
        key = fold(name)
        if key in self.by_name:
            return self.by_name[key]
        near = {self.by_name[other].name for other in self.own if kin(key, other)}
        return self.called(near.pop()) if len(near) == 1 else None

    def adopt(self, name: str, party: Party) -> None:
        """Enter a register's name of a party, unless it is another party's."""
        known = self.by_name.setdefault(fold(name), party)
        if known.name == party.name:
            self.by_name[fold(name)] = party
            self.spellings[party.name].add(name)

    def own_party(self, name: str) -> Party | None:
        """The party that the texts, not the register, give a name to."""
        key = fold(name)
        return self.by_name.get(key) if key in self.own else None

    def adopt_own(self, name: str, party: Party) -> None:
        """Give a name to a party that the texts tell of, whoever the register gives it to."""
        key = fold(name)
        known = self.by_name.get(key)
        if known is not None and key in self.own and known.name != party.name:
            return
        if known is not None:
            self.spellings[known.name].discard(name)
        self.by_name[key] = party
        self.own.add(key)
        self.spellings[party.name].add(name)

    def rename(self, old: Party, new: Party) -> None:
        """Let another party stand under every name of an old one."""
        for key, party in self.by_name.items():
            if party == old:
                self.by_name[key] = new

    def called(self, name: str) -> Party:
        """The party whose short name this is, organs of states included."""
        known = self.by_name.get(fold(name))
        if known is not None:
            return known
        state, _, organ = name.partition("’s ")
        if organ and fold(state) in self.by_name:
            return Party(name, within=self.by_name[fold(state)].name, kind="ministry")
        return Party(name, kind="organ")

    def claimed(self, name: str) -> Party:
        """The party of a claim's own name for it."""
        return self.heard.get(name) or replace(self.party(name) or Party(name), name=name)

    def home_of(self, report: Report | None) -> Party | None:
        """The state that a report is about, else the event's."""
        return self.homes.get(report.id, self.home) if report else self.home

    def filed_in(self, report: Report | None) -> Party | None:
        """The state from whose city a report is filed, whose foreign ministry it means ("SOLANO, May 3 - …")."""
        line = re.search(
            r"(?m)^([A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30})(?:,[^\n]{0,40})?\s[–—-]\s",
            report.text if report else "",
        )
        if line is None:
            return None
        capital = register().capitals.get(fold(line[1]))
        state = capital.name if capital is not None else state_of(line[1].title())
        return self.called(state) if state is not None else None

    def scene_of(self, report: Report | None, sentence: str = "") -> Party | None:
        """The one of the event's states that a sentence names, else the state that the report or the event plays in."""
        named = {party.name for party in states_in(sentence)} & self.theatre
        if len(named) == 1:
            return self.called(named.pop())
        return self.scenes.get(report.id, self.scene) if report else self.scene

    def home_near(self, report: Report, at: int) -> Party | None:
        """The report's home, else the one state that the sentence around an offset names."""
        start = max(report.text.rfind(mark, 0, at) for mark in (". ", "\n", "; "))
        ends = [end for mark in (". ", "\n") if (end := report.text.find(mark, at)) >= 0]
        return self.home_in(report.text[start + 1 : min(ends, default=len(report.text))], report)

    def state_where(self, sentence: str) -> Party | None:
        """The state in which a sentence says that things are ("in Peru, where the army …")."""
        where = re.search(r"\b[Ii]n ([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?),? where\b", sentence)
        state = state_of(where[1]) if where is not None else None
        seat = re.search(r"\b[Ii]n ([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?),? the [\w]", sentence)
        if seat is not None and fold(seat[1]) in register().capitals:
            return self.called(register().capitals[fold(seat[1])].name)
        return self.called(state) if state is not None else None

    def home_in(self, sentence: str, report: Report | None) -> Party | None:
        """The one of the event's several states that the sentence names, else the report's home, else the one named."""
        where = self.state_where(sentence)
        if where is not None:
            return where
        named = {party.name for party in states_in(sentence)}
        several = named & self.theatre if len(self.theatre) > 1 else set()
        if len(several) == 1 and len(named) == 1:
            return self.called(several.pop())
        home = self.home_of(report)
        if home is not None:
            return home
        return self.called(named.pop()) if len(named) == 1 else None

    def enter(self, name: str, party: Party, words: str) -> bool:
        """Give a party one more name, unless the name is another party's; the words say why."""
        key = fold(name)
        known = self.by_name.get(key)
        if not key or key in self.ambiguous or (known is not None and known.name != party.name):
            return False
        self.by_name[key] = party
        self.own.add(key)
        self.spellings[party.name].add(name)
        if name.islower():
            self.small.add(name)
        if words and key != fold(party.name):
            self.grounds[party.name].append((name, words))
        return True


def states_in(sentence: str) -> Iterator[Party]:
    """The states that a sentence names, by name, adjective or people."""
    for match in re.finditer(r"\b[A-Z][\w.’'-]+(?:[\s-][A-Z][\w’'-]+)?", sentence):
        words = re.split(r"[\s]", match[0])
        for name in (match[0], *words):
            party = register().party_of.get(fold(name))
            if party is not None and party.kind == "state":
                yield party
                break


def opened(aliases: Mapping[str, Sequence[str]]) -> Directory:
    """A directory with the user's aliases and the general register; the aliases go first."""
    directory = Directory(given=frozenset(aliases))
    renamed: dict[str, Party] = {}
    for name, others in sorted(aliases.items()):
        known = register().party_of.get(fold(name))
        party = replace(known, name=name) if known else Party(name)
        for other in (name, *others):
            directory.enter(other, party, "the alias file")
            if fold(other) in register().party_of:
                renamed.setdefault(register().party_of[fold(other)].name, party)
    for key, party in register().party_of.items():
        directory.by_name.setdefault(key, renamed.get(party.name, party))
    return directory

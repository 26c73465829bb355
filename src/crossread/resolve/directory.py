"""The texts of one event come in; a directory of its parties goes out, which answers one party for a name or none."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.evidence import Link, links, offices
from crossread.resolve.names import ACRONYM, LONG_NAME, abbreviates, fold, kin
from crossread.resolve.register import register

# The state that the event is in is told by how often it is named: it must be named this many times as often as the
# next, or the texts are of two states and "the army" is nobody's.
HOME_STATE_LEAD = 1.5


@dataclass(slots=True)
class Directory:
    """Who is who in one event: parties by folded name, persons by folded name, and the event's home state."""

    by_name: dict[str, Party] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    grounds: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    spellings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    home: Party | None = None
    ambiguous: set[str] = field(default_factory=set)

    def party(self, name: str) -> Party | None:
        """The party that goes by exactly this name, or by a spelling of it."""
        key = fold(name)
        if key in self.by_name:
            return self.by_name[key]
        near = {self.by_name[other].name for other in self.by_name if kin(key, other)}
        return self.by_name[fold(near.pop())] if len(near) == 1 else None

    def enter(self, name: str, party: Party, words: str) -> bool:
        """Give a party one more name, unless the name is another party's; the words say why."""
        key = fold(name)
        known = self.by_name.get(key)
        if not key or key in self.ambiguous:
            return False
        if known is not None and known.name != party.name:
            return False
        self.by_name[key] = party
        self.spellings[party.name].add(name)
        if words and fold(name) != fold(party.name):
            self.grounds[party.name].append((name, words))
        return True


def compile_directory(
    texts: Sequence[str], sources: Iterable[str], aliases: Mapping[str, Sequence[str]]
) -> Directory:
    """Build the directory: the user's aliases first, then the register, then what the texts say."""
    directory = Directory()
    for name, others in sorted(aliases.items()):
        party = replace(register().party_of.get(fold(name), Party(name)), name=name)
        for other in (name, *others):
            directory.enter(other, party, "the alias file")
    whole = "\n".join(texts)
    enter_register(directory, whole)
    found = sorted(
        {link for text in texts for link in links(text)},
        key=lambda link: (link.left, link.right, link.words),
    )
    join(directory, [link for link in found if not link.described])
    join_acronyms(directory, whole)
    enter_sources(directory, sources)
    describe(directory, [link for link in found if link.described])
    directory.home = home_state(whole)
    enter_persons(directory, texts)
    return directory


def enter_register(directory: Directory, whole: str) -> None:
    """Enter the register's bodies; what an alias file says of a name goes first."""
    renamed: dict[str, Party] = {}
    for key, party in register().party_of.items():
        if key in directory.by_name:
            renamed[party.name] = directory.by_name[key]
    for key, party in register().party_of.items():
        own = renamed.get(party.name, party)
        directory.by_name.setdefault(key, own)


def join(directory: Directory, found: list[Link]) -> None:
    """Join the names that the texts say are one; two names of two known parties are never joined."""
    pending = list(found)
    for _ in range(2):  # a link between two unknown names may become known by a later one
        for link in pending:
            left, right = directory.party(link.left), directory.party(link.right)
            if left is not None and right is not None:
                continue
            if left is None and right is None:
                left = Party(link.right if is_acronym(link.right) else link.left)
            party = left or right
            assert party is not None
            directory.enter(link.left, party, link.words)
            directory.enter(link.right, party, link.words)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym."""
    return re.fullmatch(ACRONYM, name) is not None


def join_acronyms(directory: Directory, whole: str) -> None:
    """Join an acronym with the one long name in the texts whose initials it has, where both stand unexplained."""
    acronyms = Counter(re.findall(rf"\b{ACRONYM}\b", whole))
    names = sorted({" ".join(name.split()) for name in re.findall(rf"\b{LONG_NAME}", whole)})
    for acronym in sorted(acronyms):
        letters = re.sub(r"\W", "", acronym)
        if len(letters) < 3 or not letters.isupper():
            continue
        fitting = [
            name for name in names if fold(name) != fold(acronym) and abbreviates(acronym, name)
        ]
        keys = {fold(name) for name in fitting}
        party = directory.party(acronym)
        if len(keys) == 1:
            other = directory.party(fitting[0])
            if party is None or other is None:
                party = party or other or Party(acronym)
                for name in (acronym, fitting[0]):
                    directory.enter(name, party, f"{acronym} has the initials of {fitting[0]}")


def enter_sources(directory: Directory, sources: Iterable[str]) -> None:
    """Enter acronyms and names of bodies that speak as parties in their own right, where they are not known yet."""
    for source in sorted(set(sources)):
        bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s", "", source.strip())
        if directory.party(bare) is None and (is_acronym(bare) or names_body(bare)):
            directory.enter(bare, Party(bare), "")


def names_body(name: str) -> bool:
    """Whether a capitalised name has the head noun of a body in it ("Rijal Relief Committee")."""
    nouns = set(load("bodies")["heads"]["nouns"])
    words = name.split()
    return (
        1 < len(words) <= 7
        and any(word.casefold() in nouns and word[:1].isupper() for word in words)
        and words[0][:1].isupper()
        and not re.search(r"['’]s\b", name)
    )


def describe(directory: Directory, found: list[Link]) -> None:
    """Let a description stand for a body where the texts give it to one body only ("the police union")."""
    owners: dict[str, set[str]] = defaultdict(set)
    words: dict[str, str] = {}
    for link in found:
        party = directory.party(link.left)
        if party is None and is_acronym(link.left):
            party = Party(link.left)
            directory.enter(link.left, party, "")
        if party is not None:
            owners[fold(link.right)].add(party.name)
            words.setdefault(fold(link.right), link.words)
    for description, names in sorted(owners.items()):
        if len(names) == 1:
            party = directory.party(next(iter(names)))
            if party is not None:
                directory.enter(description, party, words[description])
        elif directory.by_name.get(description) is None:
            directory.ambiguous.add(description)


def home_state(whole: str) -> Party | None:
    """The state that the texts are about: by far the most often named; None where there is no such state."""
    counts: Counter[str] = Counter()
    states = {key: party for key, party in register().party_of.items() if party.kind == "state"}
    for match in re.finditer(r"\b[A-Z][\w.’'-]+(?:\s[A-Z][\w’'-]+)?", whole):
        words = match[0].split()
        for name in {match[0], words[0], words[-1]}:
            state = states.get(fold(name))
            if state is not None:
                counts[state.name] += 1
                break
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < HOME_STATE_LEAD * ranked[1][1]):
        return None
    return register().party_of[fold(ranked[0][0])]


def enter_persons(directory: Directory, texts: Sequence[str]) -> None:
    """Give each person the one body that appositions and titles name for him or her, in all reports together."""
    from crossread.resolve.speakers import body_in  # the two look names up in each other

    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for office in offices(text):
            party = body_in(directory, office.body)
            if party is not None and directory.party(office.person) is None:
                owners[fold(office.person)][party.name] += 1
    surnames: dict[str, set[str]] = defaultdict(set)
    for person, names in owners.items():
        ranked = names.most_common()
        if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
            directory.persons[person] = ranked[0][0]
            surnames[person.split()[-1]].add(ranked[0][0])
    for surname, bodies in surnames.items():
        if len(bodies) == 1 and surname not in directory.by_name:
            directory.persons.setdefault(surname, next(iter(bodies)))

"""The reports and the directory come in; for each person named in them the one body that he or she speaks for goes out.

A body that the text names counts before one that only the event's state makes likely ("Colonel X" alone).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.antecedents import PLACE, body_before
from crossread.resolve.directory import Directory, states_in
from crossread.resolve.evidence import Office, housed, titled
from crossread.resolve.gazetteer import state_of
from crossread.resolve.hits import tokens_of
from crossread.resolve.holders import TITLES
from crossread.resolve.houses import heads, of_another_house, without_inspectors
from crossread.resolve.names import CAPITAL, PERSON, compiled, fold
from crossread.resolve.office import (
    body_party,
    house_called,
    inspectorate_of,
    local_head,
    only_body,
    own_office,
    settle_offices,
)
from crossread.resolve.people import is_person, is_surname
from crossread.resolve.phrase import body_of, is_local, organ_kind, own_body
from crossread.resolve.portfolios import ministry
from crossread.resolve.register import register
from crossread.resolve.turns import headed, is_addressed, turn_offices, without_membership

UNKNOWN = "?"
"""Stands for a local office whose place is not said: the holder speaks for no party that could be named."""
LONGEST_TITLE = 5
"""Words in the longest title before a name ("Deputy Minister of the Interior")."""
BACK = 160
"""Letters before "its director" in which the body that "its" means must stand."""
POSSESSED = re.compile(r"(?:(?:then|now|still|formerly)\s)?(?:its|their)\s", re.I)
TOLD = re.compile(
    r"(?:told|said|says|added|adding|speaking|remarked|noted|replied|answered|explained|stressed"
    r"|recalled|who told|quoted|whom)\b",
    re.I,
)
"""What follows the comma behind a name here is no apposition: the person speaks."""
TITLED = re.compile(rf"^.*\b{TOLD.pattern}\s", re.I)
"""What a title before a name does not go back over."""
LEADS = r"heads?|leads?|runs?|heading|leading|running|chairs|chairing"


def longest_names(counts: Counter[str]) -> Counter[str]:
    """The counts with a name that another one ends in counted for that longer one ("civil society")."""
    whole: Counter[str] = Counter()
    for name, count in sorted(counts.items()):
        longer = sorted(one for one in counts if one != name and one.endswith(f" {name}"))
        whole[longer[0] if longer else name] += count
    return whole


def leader(counts: Counter[str]) -> str | None:
    """The name with the most votes; None on a tie, or where most are for an office of no known place."""
    ranked = longest_names(counts).most_common(2)
    leads = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
    return ranked[0][0] if leads and ranked[0][0] != UNKNOWN else None


@dataclass(slots=True)
class Owners:
    """How often each party is given as a person's: named outright, only likely, or by the plain office."""

    named: Counter[str] = field(default_factory=Counter)
    likely: Counter[str] = field(default_factory=Counter)
    office: Counter[str] = field(default_factory=Counter)

    def one(self) -> str | None:
        """The one party that leads, those named outright first; None on a tie or for an office of no known place."""
        for counts in (self.named, self.likely):
            if counts:
                return leader(counts)
        return None


def enter_persons(
    directory: Directory, reports: Sequence[Report], told: Mapping[str, Sequence[Office]]
) -> None:
    """Give each person the one body that the offices told in each text, titles and headings name, in all reports."""
    owners: dict[str, Owners] = defaultdict(Owners)
    for report in reports:
        for given in (*told[report.text], *headed(report.text)):
            weigh_given(directory, report, given, owners)
        for office in map(untitled, turn_offices(report.text)):
            if is_addressed(office) or is_person(office.person, directory):
                weigh_turn(directory, report, office, owners)
    for report in reports:
        for office in ranked(report.text):
            person = fold(office.person)
            known = person in owners and (owners[person].named or owners[person].likely)
            if not known and " " in person and is_person(office.person, directory):
                owners[person].likely[register().party_of[fold(office.body)].name] += 1
    for report in reports:
        for office in titled(report.text):
            weigh_titled(directory, report, office, owners)
    settle_owners(directory, owners)
    directory.persons |= by_surname(
        directory,
        {person: owner.one() for person, owner in owners.items() if owner.named or owner.likely},
    )
    directory.ranked = {
        person.split()[-1] for person, owner in owners.items() if owner.likely and not owner.named
    }
    officers = {
        person: leader(owner.office)
        for person, owner in owners.items()
        if owner.office and not owner.named and not owner.likely
    }
    directory.officers |= by_surname(directory, officers)
    directory.housed |= by_surname(directory, houses_of(directory, reports))


def weigh_given(
    directory: Directory, report: Report, given: Office, owners: dict[str, Owners]
) -> None:
    """Count what an apposition, a title, a bracket or a heading says: a place for its head, else the body."""
    office = untitled(given)
    if office.person != given.person:
        enter_command(directory, office, report)
    place = ruled_place(office, report)
    if place is not None and is_person(office.person, directory):
        owners[fold(office.person)].named[place_party(directory, place)] += 1
    elif is_person(office.person, directory):
        weigh(directory, report, office, owners[fold(office.person)])


def weigh_turn(
    directory: Directory, report: Report, office: Office, owners: dict[str, Owners]
) -> None:
    """Count what a turn's label says: a name in its bracket is the speaker's body, whatever kind of name it is."""
    person = fold(office.person)
    full = [name for name in owners if name.endswith(f" {person}")]
    owner = owners[full[0] if len(full) == 1 else person]
    plain = heads("roles") | heads("holders") | heads("sovereign") | heads("local")
    if re.fullmatch(PLACE, office.body) and not plain & set(fold(office.body).split()):
        party = directory.party(office.body) or Party(office.body)
        directory.enter(office.body, party, "")
        owner.named[party.name] += 1
    elif not full:
        weigh(directory, report, office, owner)


def settle_owners(directory: Directory, owners: Mapping[str, Owners]) -> None:
    """Make offices that two persons hold nobody's, and a place's head no likely servant of the state."""
    shared = settle_offices(directory)
    for owner in owners.values():
        for head in shared & set(owner.office):
            owner.office[UNKNOWN] += owner.office.pop(head)
        if any(local_head(office) == office for office in owner.office):
            owner.likely.clear()  # "the regional president" is not "the president"


def houses_of(directory: Directory, reports: Sequence[Report]) -> dict[str, str | None]:
    """The body in small letters of each person beside whom one stands, None where it is two."""
    found: dict[str, str | None] = {}
    for report in reports:
        for office in map(untitled, housed(report.text)):
            if is_person(office.person, directory):
                house = named_outright(directory, report, office, office.body)
                person = fold(office.person)
                found[person] = house if found.get(person, house) == house else None
    return found


def enter_command(directory: Directory, office: Office, report: Report) -> None:
    """Enter the name behind an officer's "of" as a body ("Colonel Tarek of Cesfront"), unless it is a place's."""
    name = office.body
    if not office.words.endswith(f" of {name}") and not office.words.endswith(f" of the {name}"):
        return
    place = rf"\b(?:in|at|near|from|to|around|outside)\s{re.escape(name)}\b"
    if " " in name or directory.party(name) is not None or state_of(name) is not None:
        return
    if is_surname(name, directory) and not re.search(place, report.text):
        directory.enter(name, Party(name), office.words)


def ruled_place(office: Office, report: Report) -> str | None:
    """The place behind the name of its head ("Governor Ana Reis of Losto State")."""
    head = re.search(r"(\w+)\s\Z", report.text[max(0, office.at - BACK) : office.at])
    before = office.words.split(office.person)[0].split()[-1:] or ([head[1]] if head else [])
    behind = f"{office.person} of " in office.words and re.search(
        rf"{re.escape(office.person)} of ({PLACE})", office.words
    )
    rules = bool(before) and local_head(before[0]) == fold(before[0])
    return behind[1] if behind and rules else None


def untitled(office: Office) -> Office:
    """The office with its holder's titles off the name ("Colonel Hamza Tarek"), where a name is left."""
    table = load("offices")
    titles = (
        heads("roles")
        | heads("holders")
        | {fold(one) for key in ("titles", "short_titles") for one in table[key]}
        | TITLES
    )
    words = office.person.split()
    while len(words) > 1 and fold(words[0]) in titles:
        words.pop(0)
    return replace(office, person=" ".join(words))


def by_surname(directory: Directory, told: Mapping[str, str | None]) -> dict[str, str]:
    """Each person's body by full name, and by a surname that no person of another body bears."""
    found = {person: party for person, party in told.items() if party is not None}
    surnames: dict[str, set[str]] = defaultdict(set)
    for person, party in told.items():
        surnames[person.split()[-1]].add(party or UNKNOWN)
    for surname, bodies in surnames.items():
        one = next(iter(bodies))
        known = surname in directory.by_name or len(surname) < 3
        if len(bodies) == 1 and one != UNKNOWN and not known:
            found.setdefault(surname, one)
    return found


def weigh_titled(
    directory: Directory, report: Report, office: Office, owners: dict[str, Owners]
) -> None:
    """Count what a title before a name says, of a surname or where nothing else is said of the person."""
    person = fold(office.person)
    if " " not in person:
        full = [one for name, one in owners.items() if name.endswith(f" {person}")]
        known = any(one.named or one.likely or one.office for one in full)
        if not known and is_surname(office.person, directory):
            weigh(directory, report, office, owners[person])
        return
    told = owners[person].named or owners[person].likely if person in owners else None
    if not told and is_person(office.person, directory):
        weigh(directory, report, office, owners[person])


def weigh(directory: Directory, report: Report, office: Office, owner: Owners) -> None:
    """Count what one place in a text says of a person's body."""
    body = without_membership(office.body.split("\n")[-1].strip())
    if TOLD.match(body):
        body = TITLED.sub("", body)
        if not POSSESSED.match(body):  # "said its head of mission"
            titled_office(directory, report, office, body, owner)
            return
    named = named_outright(directory, report, office, body)
    if named is not None:
        owner.named[named] += 1
        return
    if inspectorate_of(directory, report, body):
        owner.named[body_party(directory, report, "inspectorate") or "inspectorate"] += 1
        return
    home = directory.home_near(report, office.at)
    if organ_kind(tokens_of(body)) == "foreign ministry":
        home = directory.filed_in(report) or home
    owned = POSSESSED.match(body) is not None  # "its president" is not the state's
    words = without_inspectors(body).split()
    party = None if owned else likely_party(directory, report, words, home)
    if party is not None:
        owner.likely[party.name] += 1
        return
    filed = None if owned else filed_ministry(words)
    if filed is not None:
        owner.likely[filed] += 1
        return
    if re.search(rf"{re.escape(office.person)}\s(?:of|from|at|with)\s{CAPITAL}", office.words):
        return  # "X of Ruvo General" is no general
    if titled_office(directory, report, office, body, owner):
        return
    if is_local(tokens_of(body)):
        owner.likely[UNKNOWN] += 1


def filed_ministry(words: list[str]) -> str | None:
    """The ministry of no known state that the last words before a minister's name tell of ("Interior Minister")."""
    for length in range(min(len(words), LONGEST_TITLE), 1, -1):
        said = " ".join(words[-length:])
        if (name := ministry(said)) != said:
            return name
    return None


def titled_office(
    directory: Directory, report: Report, office: Office, body: str, owner: Owners
) -> bool:
    """Count the plain office that a title before the name tells of; whether there is one."""
    own = own_office(directory, report, body, office.person) if body else None
    if own is not None:
        owner.office[own] += 1
    return own is not None


def likely_party(
    directory: Directory, report: Report, words: list[str], home: Party | None
) -> Party | None:
    """The home state's organ or government that the last words before a person's name tell of."""
    scene = directory.scene_of(report)
    if of_another_house(words[-LONGEST_TITLE:]) or fold(" ".join(words[-2:])) == "chief minister":
        return None
    for length in range(min(len(words), LONGEST_TITLE), 0, -1):
        party = body_of(" ".join(words[-length:]), directory.by_name, home, scene)
        if party is not None:
            return party
    return None


def named_outright(directory: Directory, report: Report, office: Office, body: str) -> str | None:
    """The party that the words themselves name, or the body that "its" refers to."""
    before = report.text[max(0, office.at - BACK) : office.at + len(office.words) - len(body)]
    if POSSESSED.match(body):
        before = report.text[max(0, office.at - BACK) : office.at]
        if re.search(r"(?i)\b(?:ambassador|embassy|consul)", body):
            sent = [party.name for party in states_in(before)]
            return sent[-1] if sent else None
        local = is_local(tokens_of(body))
        if local:
            return place_before(directory, before)
        return body_before(directory, report, report.text[: office.at])
    place = re.search(rf"\b[Ii]n (?P<place>{PLACE}),?\s(?:the\s|its\s)?\w+,?$", body)
    if place is not None and is_local(tokens_of(body)):
        return place_party(directory, place["place"])
    force = local_force(body)
    if force is not None:
        directory.enter(force, Party(force, kind="organ"), "")
        return force
    party = body_of(body, directory.by_name, None)
    if party is not None:
        return party.name
    words = re.sub(rf"^(?:the\s|(?:who\s)?(?:{LEADS}|of|from|for)\s(?:of\s)?(?:the\s)?)", "", body)
    words = re.split(r"\s(?:said|says|told|has|had|was|is|who|and)\s", words)[0]
    own = own_body(re.sub(r"^\w+\s(?:of|for|at|with)\s(?=the\s)", "", words))
    if own and " " not in own:
        return only_body(directory, report, fold(own))
    house = re.match(r"(?:[Tt]he\s)([a-z]{4,})[’']s?\s", body)
    if house is not None and house[1] not in heads("organs") | heads("sovereign") | heads("local"):
        return house_called(house[1], report.text)
    known = directory.party(own) if own else None
    return known.name if known else own if own and " " in own and not is_local([own]) else None


def local_force(body: str) -> str | None:
    """The police of the place behind their chief's title ("police chief of Sandholm"), a state's aside."""
    chief = r"(?:chief|commander|commissioner|superintendent|spokes\w+)"
    found = compiled(rf"\b[Pp]olice {chief} (?:of|for|in) ({PLACE})$").search(body.rstrip(" ,"))
    known = found is None or is_state(found[1]) or fold(found[1]) in register().capitals
    return None if found is None or known else f"{found[1]} police"


def ranked(text: str) -> Iterator[Office]:
    """Officers without a body, given the state whose troops alone the text tells of."""
    troops = r"(?:troops|soldiers|service members|servicemen|marines|Marines|military|forces)"
    named = compiled(rf"\b((?:{CAPITAL}\.){{2}}|{CAPITAL}[\w-]+)\s{troops}\b").findall(text)
    states = {name for name in named if is_state(name)}
    if len({register().party_of[fold(name)].name for name in states}) != 1:
        return
    rank = r"(?:(?:Lt|Maj|Brig|Vice|Rear)\b\.?\s)?(?:Gen|Col|Maj|Adm|General|Colonel|Admiral)\b\.?"
    for match in re.finditer(rf"\b{rank}\s(?P<person>{PERSON}|{CAPITAL}[\w-]+)", text):
        yield Office(match["person"], sorted(states)[0], match[0], match.start())


def is_state(name: str) -> bool:
    """Whether a word is a state's name or adjective."""
    party = register().party_of.get(fold(name))
    return party is not None and party.kind == "state"


def place_before(directory: Directory, text: str) -> str | None:
    """The last place named before "its mayor", whose office the mayor's is."""
    found = [
        name
        for name in re.findall(rf"(?<![\w’'-]){PLACE}", re.split(r"\n", text)[-1])
        if fold(name) not in heads("not_persons") and not set(fold(name).split()) & heads("roles")
    ]
    return place_party(directory, found[-1]) if found else None


def place_party(directory: Directory, name: str) -> str:
    """The party of a place's own authorities."""
    name = re.sub(r"^(?:The|In|At|But|And|Its|Neither)\s", "", name)
    party = directory.party(name)
    if party is None:
        party = Party(name, kind="organ")
        directory.enter(name, party, "")
    return party.name

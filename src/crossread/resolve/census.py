"""The reports of one event come in; the directory of everybody who is named in them goes out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crossread.model.party import Party, PartyKind
from crossread.model.report import Report
from crossread.resolve.bodies import (
    enter_bodies,
    enter_letters,
    enter_peoples,
    enter_societies,
    enter_stems,
    merge,
)
from crossread.resolve.concordance import concordance
from crossread.resolve.directory import Directory, opened
from crossread.resolve.edges import DEFINITE, FORENAME, before_followers, before_no_holder
from crossread.resolve.evidence import Link, Office, is_lone_name, links, offices
from crossread.resolve.forms import (
    enter_branches,
    enter_gangs,
    enter_reworded,
    enter_short_forms,
    follower_links,
)
from crossread.resolve.gazetteer import THEATRE_LEAD, gazetteer, scenes
from crossread.resolve.holders import TITLES, bodies, without_person
from crossread.resolve.homes import REPORT_LEAD, home_state, leading_states, states_counted
from crossread.resolve.houses import heads, is_phrase, one_of
from crossread.resolve.names import (
    ACRONYM,
    CAPITAL,
    LONG_NAME,
    SAINT,
    abbreviates,
    compiled,
    first_letters,
    fold,
    initials,
    unwrapped,
    without_opener,
)
from crossread.resolve.organs import enter_organs, enter_rulers, join_described
from crossread.resolve.persons import enter_persons
from crossread.resolve.phrase import local_authority, ministries
from crossread.resolve.portfolios import is_field
from crossread.resolve.territories import enter_territories
from crossread.resolve.turns import is_only_shouted, turn_offices

MINOR = 4
"""A state named less than once for so many times that the leading one is named is no side of its own army's."""
STAGE_LEAD = 1.1
"""Two states named nearly as often as each other share the stage, whichever of them the places lie in."""


def take_census(
    reports: Sequence[Report],
    sources: Iterable[str],
    aliases: Mapping[str, Sequence[str]],
    sides: Iterable[str] = (),
) -> Directory:
    """Build the directory: the user's aliases first, then the register, then what the texts say.

    `sources` are the words for speakers, `sides` those for the sides that the counted belong to.
    """
    reports = [replace(report, text=unwrapped(report.text)) for report in reports]
    texts = [report.text for report in sorted(reports, key=lambda report: report.id)]
    directory = opened(aliases)
    whole = "\n".join(texts)
    found = sorted(
        {link for text in texts for link in links(text)},
        key=lambda link: (link.left, link.right, link.words),
    )
    sources = sorted(set(sources))
    given = {text: tuple(offices(text)) for text in texts}
    enter_territories(directory, whole)
    settle(directory, reports, whole)
    join(directory, [link for link in found if not link.described])
    enter_organs(directory, whole)
    join_acronyms(directory, whole)
    enter_branches(directory, texts)
    enter_reworded(directory, whole)
    enter_letters(directory, whole)
    enter_sources(directory, [*sources, *bodies_in_offices(given)], whole)
    enter_called(directory, whole)
    enter_stems(directory, whole)
    enter_bodies(directory, whole)
    enter_peoples(directory, {*sources, *sides}, whole)
    enter_societies(directory, whole)
    enter_descriptions(directory, [link for link in found if link.described], whole)
    enter_local(directory, sources, texts)
    folded = f" {fold(whole)} "
    directory.mentioned = {key for key in directory.by_name if f" {key} " in folded}
    enter_persons(directory, reports, given)
    return directory


def enter_descriptions(directory: Directory, found: list[Link], whole: str) -> None:
    """Enter what bodies are called beside their names: descriptions, organs, shorter forms and other words."""
    describe(directory, [*found, *follower_links(directory, whole)])
    join_described(directory)
    enter_short_forms(directory, whole)
    enter_gangs(directory, whole)
    enter_rulers(directory, whole)
    enter_reworded(directory, whole)


def settle(directory: Directory, reports: Sequence[Report], whole: str) -> None:
    """Say which state the texts, and each report of them, are about, and in which states they play."""
    own = {
        key: party
        for key, party in directory.by_name.items()
        if party.kind == "state" and key in directory.own
    }
    counted = [states_counted([report.text], own) for report in reports]
    directory.home = home_state([whole], own=own)
    if directory.home is not None and not in_most(directory.home, counted):
        directory.home = None
    for report in reports:
        home = home_state([report.text], REPORT_LEAD, own)
        if home is not None and in_most(home, counted):
            directory.homes[report.id] = home
    directory.stages = scenes(whole) | leading_states([whole], STAGE_LEAD, own)
    if len(scenes(whole)) == 1:
        directory.scene = directory.called(next(iter(scenes(whole))))
        if directory.home is None and states_counted([whole], own)[directory.scene.name]:
            directory.home = directory.scene
    directory.ministries = ministries(whole)
    counts = states_counted([whole], own)
    most = max(counts.values(), default=0)
    directory.minor = {name for name, count in counts.items() if count * MINOR < most}
    directory.theatre = scenes(whole, lead=THEATRE_LEAD)
    for report in reports:
        played = scenes(report.text)
        home = directory.homes.get(report.id)
        if len(played) == 1:
            directory.scenes[report.id] = directory.called(next(iter(played)))
        elif home is not None and home.name in directory.theatre:
            directory.scenes[report.id] = home


def in_most(state: Party, counted: Sequence[Counter[str]]) -> bool:
    """Whether half of the reports name a state otherwise than for people abroad."""
    return 2 * sum(counts[state.name] > 0 for counts in counted) >= len(counted)


def join(directory: Directory, found: list[Link]) -> None:
    """Join the names that the texts say are one; two names of two known parties are never joined."""
    for _ in range(2):  # a link between two unknown names may become known by a later one
        for link in found:
            left, right = directory.party(link.left), directory.party(link.right)
            if left is not None and right is not None:
                continue
            party = left or right or Party(min(link.left, link.right, key=len))
            directory.enter(link.left, party, link.words)
            directory.enter(link.right, party, link.words)


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym."""
    return compiled(ACRONYM).fullmatch(name) is not None


def join_acronyms(directory: Directory, whole: str) -> None:
    """Join an acronym with the one long name in the texts whose initials it has, where both stand unexplained."""
    found = {" ".join(name.split()) for name in compiled(rf"\b{LONG_NAME}").findall(whole)}
    names: dict[str, list[str]] = defaultdict(list)
    for name in sorted({re.sub(r"^(?:The|A|An)\s", "", name) for name in found}):
        for letter in first_letters(name):
            names[letter].append(name)
    for acronym in sorted(set(compiled(rf"\b{ACRONYM}\b").findall(whole))):
        letters = re.sub(r"\W", "", acronym)
        if len(letters) < 3 or not letters.isupper():
            continue
        fitting = [
            name
            for name in names[re.sub(r"[^A-Z]", "", acronym.upper())[:1]]
            if fold(name) != fold(acronym) and abbreviates(acronym, name)
        ]
        party = directory.party(acronym)
        if len({fold(name) for name in fitting}) != 1:
            continue
        other = directory.party(fitting[0])
        if party is None or other is None:
            party = party or other or Party(acronym)
            for name in (acronym, fitting[0]):
                directory.enter(name, party, f"{acronym} has the initials of {fitting[0]}")


def enter_sources(directory: Directory, sources: Iterable[str], whole: str) -> None:
    """Enter those who speak under a body's name, or for one, as parties in their own right; a city is a place."""
    for source in sources:
        for given in body_names(source, whole):
            name = without_person(given, whole)
            owner = re.sub(r"[’']s?$", "", name)
            name = (
                owner if fold(owner).split()[-1:] and fold(owner).split()[-1] in bodies() else name
            )
            if fold(name) in heads("areas"):
                continue  # "commander of police of the Region"
            if directory.party(name) is None:
                kind: PartyKind = "organ" if name.casefold() in gazetteer() else "other"
                directory.enter(name, Party(name, kind=kind), "")


def enter_called(directory: Directory, whole: str) -> None:
    """Enter names of several words that a body's noun introduces ("the union Harbour Pilots of Ruvo")."""
    kinds = "|".join(sorted(heads("of_people") | heads("founded")))
    people = rf"(?<=[a-z] )({CAPITAL}[a-z]+s (?:for|Without|Against) (?:the )?{CAPITAL}[\w-]+(?: {CAPITAL}[\w-]+)*)"
    for name in sorted(set(re.findall(people, whole))):
        if directory.party(name) is None:
            directory.enter(name, Party(name), "")  # "Lawyers for the Poor"
    called = set(compiled(rf"\b[Tt]he (?:[a-z]+ )?(?:{kinds}) ({LONG_NAME})").findall(whole))
    based = re.findall(rf"{CAPITAL}[\w.]+-based ({LONG_NAME}|{CAPITAL}[\w-]+)(?=,?\s[a-z(])", whole)
    for name in sorted(called | {one for one in based if one.count(" ") != 1 or is_body(one, "")}):
        words = [fold(word) for word in name.split()]
        titled = {words[0], words[-1]} & (heads("roles") | heads("holders") | heads("not_persons"))
        if not titled and directory.party(name) is None and "\n" not in name:
            directory.enter(name, Party(name), "")


def bodies_in_offices(given: Mapping[str, Sequence[Office]]) -> list[str]:
    """The words that name the bodies which persons in the texts speak for."""
    found = {one.body for told in given.values() for one in told}
    return sorted(found.union(one.body for text in given for one in turn_offices(text)))


def body_names(source: str, whole: str) -> list[str]:
    """Capitalised names in a speaker's words that are bodies: acronyms, with a body's noun, or said with "the"."""
    bare = re.sub(r"^(?:[Tt]he|THE|[Aa]n?)\s", "", source.strip())
    bare = without_opener(re.sub(r"\b\w+-(?:backed|led|run|based|supported)\s", "", bare))
    whose = r"(?:(?<=s)[’'](?=\s))?"  # "Harbour Workers' Union"
    name = rf"{SAINT}{CAPITAL}[\w’'-]*(?:\s(?:of\s(?:the\s)?|for\s|al-)?{CAPITAL}[\w-]*{whose})*"
    found = [bare] if compiled(name).fullmatch(bare) else []
    for pattern in (
        rf"^({name})\s(?i:{one_of('roles')})\b",
        rf"(?<!(?i:minister) )(?<!(?i:ministry) )\b(?:of|for|in|from|at)\s(?:the\s)?({name})",
    ):
        found += compiled(pattern).findall(bare)
    spoken_for = re.findall(
        rf"(?:source|spokesman|spokeswoman|commander|leader|member)\s(?:in|of|for)\s({name})", bare
    )
    found = [name for name in found if is_body(name, whole)]
    return found + [
        name for name in spoken_for if len(re.findall(rf"\bin {re.escape(name)}\b", whole)) < 2
    ]


def is_body(name: str, whole: str) -> bool:
    """Whether a capitalised name is written as a body's: an acronym, camel case, a body's noun, or "the" before it."""
    plain = ("roles", "local", "sovereign", "organs", "letters")
    if any(fold(name) in heads(one) for one in plain) or fold(name) in TITLES:
        return False
    if "minister" in fold(name).split() or name.endswith(" No") or is_phrase(name):
        return False  # "Clinic No. 4" is cut
    texts = concordance(whole)
    if " " not in name and texts.follows(name.title(), FORENAME):
        return False  # a person's surname in a transcript's capitals
    if is_only_shouted(name, whole) or is_field(name, whole):
        return False  # "HEALTH" in a heading, "MR. HALE" in a transcript
    camel = r"[a-z]{1,2}-?[A-Z]{2,}|(?!Mc|Mac|De|Le|La|Di|Van)[A-Z][a-z]+[A-Z]\w+"
    if is_acronym(name) or re.fullmatch(camel, name):
        return True
    words, said = name.split(), {fold(word) for word in name.split()}
    nouns = said & (heads("nouns") | heads("name_nouns"))
    if len(words) > 1 and nouns and "'s" not in name.replace("’", "'"):
        office = "of" not in words and fold(words[-1]) in heads("roles") | heads("holders")
        return not office and not said & {"ministry", "army", "government", "police"}
    if texts.has(name, behind=before_followers()):
        return True
    definite = texts.follows(name, DEFINITE, behind=before_no_holder())
    return definite and fold(name.split()[0]) not in heads("roles") | heads("sovereign")


def describe(directory: Directory, found: list[Link]) -> None:
    """Let a description stand for a body where the texts give it to one body only ("the police union")."""
    owners: dict[str, set[str]] = defaultdict(set)
    words: dict[str, str] = {}
    for link in found:
        party = directory.party(link.left)
        if party is None and (is_body(link.left, "") or called_a_body(link)):
            party = Party(link.left)
            directory.enter(link.left, party, "")
        if party is not None and party.kind != "state":
            owners[fold(link.right)].add(party.name)
            owners[fold(link.right)] |= fitting(directory, link.right)
            words.setdefault(fold(link.right), link.words)
    for description in sorted(owners):
        kind = description.split()[-1]
        if kind != description and kind in owners and kind in heads("telling"):
            owners[kind] |= owners[description]  # "the state ombudsman" is an ombudsman
    kinds: dict[str, set[str]] = defaultdict(set)
    for description, names in owners.items():
        if " " in description:
            kinds[description.split()[-1]] |= names
    for description, names in sorted(owners.items()):
        names = one_of_two(directory, names)
        if (
            " " in description
            and len(kinds[description.split()[-1]]) > 1
            and described_both(description, owners)
        ):
            names = kinds[description.split()[-1]]
        party = directory.called(next(iter(names))) if len(names) == 1 else None
        if party is not None:
            directory.enter(description, party, words[description])
        elif description not in directory.by_name:
            directory.ambiguous.add(description)


def described_both(description: str, owners: Mapping[str, set[str]]) -> bool:
    """Whether two bodies are unions, networks … of what can be the same people ("police", "officers'")."""
    return (
        description.split()[-1] in heads("of_people")
        and len(
            {
                name
                for other, names in owners.items()
                if other.endswith(f" {description.split()[-1]}")
                for name in names
            }
        )
        > 1
    )


def fitting(directory: Directory, description: str) -> set[str]:
    """The parties with a long name that has every word of a description of several words ("police union")."""
    words = singular(description)
    if len(words) < 2:
        return set()
    return {
        party.name
        for key, party in directory.by_name.items()
        if key in directory.own and words < singular(key) and party.kind != "state"
    }


def singular(name: str) -> frozenset[str]:
    """The words of a name without the plural's ending."""
    return frozenset(word.removesuffix("s") for word in fold(name).split())


def called_a_body(link: Link) -> bool:
    """Whether a text calls a name of several words a body outright ("Sea Watch Line, a volunteer hotline")."""
    kind = link.right.split()[-1]
    if (
        " " in link.right
        and kind in heads("of_people") | heads("founded")
        and is_lone_name(link.left)
    ):
        return link.words.endswith(f"{link.right} {link.left}")  # "the nurses' union Medvika"
    outright = rf"{re.escape(link.left)}, an?\s(?:[a-z-]+\s){{0,2}}{re.escape(link.right)}"
    return " " in link.left and re.match(outright, link.words) is not None


def one_of_two(directory: Directory, names: set[str]) -> set[str]:
    """One name for an acronym and a long name that share a description, where it has the other's initials in any order.

    So acronyms of another language are found ("OPC" for the Office of Citizen Protection, the ombudsman).
    """
    acronym, *others = sorted(names, key=lambda name: (len(name), name))
    if len(others) != 1 or sorted(initials(others[0])) != sorted(re.sub(r"\W", "", acronym)):
        return names
    merge(directory, directory.called(others[0]), directory.called(acronym))
    return {acronym}


def enter_local(directory: Directory, sources: Iterable[str], texts: Sequence[str]) -> None:
    """Enter the authorities of places below the state that speak; "the governor" is theirs if there is one only."""
    heads_of: dict[str, set[str]] = defaultdict(set)
    phrases = compiled(
        rf"\b(?i:{one_of('local')})\s(?:of|in)\s(?:the\s)?{CAPITAL}[\w-]+(?:\s{CAPITAL}[\w-]+)?"
        rf"|(?!The\b){CAPITAL}[\w-]+(?:\s{CAPITAL}[\w-]+)?(?:[’']s)?\s(?:{one_of('local')}|government)\b"
    )
    found = sorted({*sources, *(match[0] for text in texts for match in phrases.finditer(text))})
    for phrase in found:
        party = local_authority(phrase, directory.by_name)
        if party is None:
            continue
        directory.enter(party.name, party, phrase)
        for head in heads("local") | {"government"}:
            if re.search(rf"\b{head}\b", fold(phrase)):
                heads_of[head].add(party.name)
    for head, names in sorted(heads_of.items()):
        if len(names) == 1 and head in {"governor", "mayor"}:
            party = directory.called(next(iter(names)))
            directory.enter(head, party, f"the only {head} in these reports")
    regions = heads_of["government"] | heads_of["governorate"] | heads_of["state government"]
    if len(regions) == 1:
        for head in ("state government", "provincial government", "regional government"):
            directory.enter(
                head, directory.called(next(iter(regions))), "the only region's government"
            )

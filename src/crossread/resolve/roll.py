"""The readings and the directory come in; for every party the names and phrases that stand for it in the texts go out.

A phrase that stands for one party in one report and for another in the next ("the police", two countries) is nobody's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crossread.lexicon import load
from crossread.model.ledger import Reading
from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.around import around
from crossread.resolve.concordance import concordance
from crossread.resolve.directory import Directory, states_in
from crossread.resolve.edges import NOT_JOINED_BEFORE, NOT_JOINED_BEHIND, UNJOINED
from crossread.resolve.frames import Frame, framed
from crossread.resolve.hits import written_as_name
from crossread.resolve.houses import heads, is_house, one_of
from crossread.resolve.inferred import inferred
from crossread.resolve.names import CAPITAL, compiled, fold, unwrapped
from crossread.resolve.organs import stands, voice
from crossread.resolve.outlets import outlet_names
from crossread.resolve.people import holder
from crossread.resolve.register import register, register_names, small_names
from crossread.resolve.speakers import speaker_party

LONGEST_PHRASE = 6
"""Words in the longest speaker's words that are still a name or description, not half a sentence."""


def call_roll(directory: Directory, readings: Sequence[Reading]) -> tuple[Party, ...]:
    """Every party that is named in the reports, by name, with all that stands for it there."""
    held: dict[str, dict[str, Party]] = defaultdict(dict)
    spelled: dict[str, set[str]] = defaultdict(set)
    enter(held, spelled, entries(directory, readings))
    enter(held, spelled, ends(directory, held))
    told = {party.name for owners in held.values() for party in owners.values()}
    alone = {name for name in spoken(readings) - told if fold(name) not in held}
    enter(held, spelled, ((name, directory.claimed(name)) for name in sorted(alone)))
    stated = set(held)
    for _ in range(2):  # what is inferred of a phrase that was itself inferred
        further = list(inferred(directory, readings, held))
        enter(held, spelled, (one for one in further if fold(one[0]) not in stated))
    parties = {party.name: party for owners in held.values() for party in owners.values()}
    names: dict[str, set[str]] = defaultdict(set)
    for key, owners in held.items():
        if len(owners) == 1:
            names[next(iter(owners))] |= spelled[key]
    return tuple(
        replace(
            party,
            aliases=tuple(sorted(names[name] - {name})),
            grounds=tuple(sorted(set(directory.grounds.get(name, [])))),
        )
        for name, party in sorted(parties.items())
        if names[name] or name in spoken(readings)
    )


def enter(
    held: dict[str, dict[str, Party]],
    spelled: dict[str, set[str]],
    found: Iterable[tuple[str, Party]],
) -> None:
    """Note each phrase with the party that it stands for."""
    for phrase, party in found:
        held[fold(phrase)][party.name] = party
        spelled[fold(phrase)].add(phrase)


def ends(directory: Directory, held: Mapping[str, Mapping[str, Party]]) -> list[tuple[str, Party]]:
    """The nouns that known names end in, with whose names they are."""
    found = []
    for key in sorted(held):
        for noun in bare_ends(key):
            if noun in heads("organs") and not any(
                p.within or p.kind == "state" for p in held[key].values()
            ):
                continue  # "the army" is not the Freedom Army
            own = key in directory.own and fold(key) not in register().party_of
            own = own or " " in noun
            if noun not in held and (own or noun not in heads("nouns") - heads("organs")):
                found += [(noun, party) for party in held[key].values()]
    return found


def bare_ends(key: str) -> Iterator[str]:
    """The organ's or body's words at the end of a longer phrase ("health ministry" in "congolese health ministry")."""
    words = key.split()
    for length in (1, 2):
        last = " ".join(words[-length:])
        if len(words) > length and last in heads("nouns") - heads("organs"):
            yield last
    match = compiled(rf"\s(?P<noun>{bare_nouns()})$").search(key)
    if match and match["noun"] != "ministry":
        yield match["noun"]


def spoken(readings: Sequence[Reading]) -> set[str]:
    """The parties that the claims name."""
    claims = [claim for reading in readings for claim in reading.claims]
    return {name for claim in claims for name in (claim.source_party, claim.party) if name}


def entries(directory: Directory, readings: Sequence[Reading]) -> Iterator[tuple[str, Party]]:
    """Each name or phrase of a text with the party that it stands for there."""
    whole = "\n".join(sorted({unwrapped(reading.report.text) for reading in readings}))
    known = dict(known_names(directory, whole))
    outlets = outlet_names(directory, [reading.report for reading in readings], whole)
    known |= outlets
    yield from known.items()
    seats = [capital for capital, *_ in load("bodies")["states"].values() if stands(capital, whole)]
    names = sorted({*known, *filter(None, seats)}, key=lambda name: (-len(name), name))
    named = sorted(name for name, party in known.items() if not is_house(party))
    led = sorted(name for name, party in known.items() if is_house(party))
    told = long_names(known)
    for reading in readings:
        report = reading.report
        text = unwrapped(report.text)
        found = set(phrases_with(names, text)) | set(bare_organs(text)) | set(local_heads(text))
        found |= {words for words in speakers(reading) if fold(words) not in register().capitals}
        found |= {tail for phrase in found for tail in tails(phrase)}
        near = set(around(named, text))
        for phrase, name in sorted({*with_nouns(named, text), *led_by(led, text), *near}):
            yield phrase, known[name]
        told_of = {fold(phrase) for phrase, _ in near}
        for phrase in sorted(found - set(known)):
            outlet = next((name for name in outlets if phrase.startswith(f"{name} ")), None)
            party = outlets[outlet] if outlet else holder(directory, phrase, text)
            if party is None and fold(phrase) not in told_of:
                party = stands_for(directory, phrase, report)
            if party is not None:
                yield phrase, party
        yield from acting_capitals(directory, text, whole)
        yield from definite(told, text)


def long_names(known: dict[str, Party]) -> list[tuple[frozenset[str], Party]]:
    """The words of every long name that stands in the texts, with its party."""
    return [
        (frozenset(stems(name)), party)
        for name, party in sorted(known.items())
        if len(name.split()) > 2 and party.kind != "state"
    ]


def stems(name: str) -> list[str]:
    """The words of a name, plural and possessive endings off."""
    return [
        word.removesuffix("s") for word in fold(name.replace("’", "'").replace("s'", "s")).split()
    ]


def definite(told: list[tuple[frozenset[str], Party]], text: str) -> Iterator[tuple[str, Party]]:
    """Descriptions all of whose words stand in the one long name ("the disaster office", "the mineworkers' union")."""
    nouns = one_of("nouns")
    for match in compiled(
        rf"\b[Tt]he\s(?P<words>(?:[\w-]+[’']?s?[’']?\s){{1,3}}(?:{nouns})|(?:{nouns})\sof\s[a-z]+)(?![\w-])"
    ).finditer(text):
        words = frozenset(stems(match["words"])) - {"of", "the"}
        fitting = {party.name: party for name, party in told if words < name}
        if len(fitting) == 1 and len(words) > 1:
            yield match["words"], next(iter(fitting.values()))


def tails(phrase: str) -> Iterator[str]:
    """A phrase of capitalised words and a noun without its first words ("Bedouin clans")."""
    words = phrase.split()
    for start in range(1, len(words) - 1):
        if words[start][:1].isupper() and words[-1].islower() and words[0][:1].isupper():
            yield " ".join(words[start:])


def known_names(directory: Directory, whole: str) -> Iterator[tuple[str, Party]]:
    """The directory's names that stand in the texts as they are spelled."""
    spellings = {name for names in directory.spellings.values() for name in names}
    for name in sorted(spellings | set(register_names())):
        party = directory.by_name.get(fold(name))
        shown = written_as_name(name.split()) or name in small_names() | directory.small
        if party is not None and shown and stands(name, whole):
            yield name, voice(directory, party)


def stands_for(directory: Directory, phrase: str, report: Report) -> Party | None:
    """The party that a phrase stands for in a report."""
    at = report.text.find(phrase)
    sentence = report.text[max(0, at - 120) : at + 120] if at >= 0 else ""
    party = speaker_party(directory, phrase, report, sentence=sentence)
    if party is None:
        return None
    heard = voice(directory, party)
    state = party.name if party.kind == "state" else party.within
    if (
        compiled(bare_nouns()).fullmatch(phrase)
        and directory.stages
        and state not in directory.stages
    ):
        return None  # a bare organ is of a state that the event plays in
    judged = party.kind == "ministry" and party.name.endswith("judiciary")
    if judged and heard.kind == "state" and not any(states_in(phrase)):
        return None  # a court judges the state as it judges others
    at_war = party.kind == "ministry" and party.name.endswith("defence ministry")
    return None if at_war and heard.kind == "state" else heard


def speakers(reading: Reading) -> Iterator[str]:
    """The words for speakers in a reading's claims and statements, and for the counted's sides."""
    text = reading.report.text
    for claim in reading.claims:
        yield from (words for words in (claim.source, claim.figure.party) if words)
    for statement in reading.statements:
        words = text[slice(*statement.source)] if statement.source else ""
        if words and len(words.split()) <= LONGEST_PHRASE and not re.search(r"[,;:\n]", words):
            yield words


@cache
def head_nouns() -> str:
    """Head words of a body's organs and people as one alternation, longest first."""
    single = heads("organs") | heads("roles") | heads("followers") | heads("people")
    areas = {word for row in load("bodies")["portfolios"].values() for word in row}
    single |= {f"ministry of {the}{area}" for area in areas for the in ("", "the ")}
    return "|".join(map(re.escape, sorted(single, key=lambda word: (-len(word), word))))


@cache
def domains() -> str:
    """Words between a body's name and its head ("health", "foreign", "press") as one alternation."""
    table = load("bodies")
    found = {word for row in table["portfolios"].values() for word in row}
    found |= {word for row in table["organ_kinds"].values() for word in row}
    found |= heads("organs") | heads("roles") | heads("people")
    found |= {f"ministry of {word}" for row in table["portfolios"].values() for word in row}
    found |= {f"ministry of the {word}" for row in table["portfolios"].values() for word in row}
    return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))


def phrases_with(names: Sequence[str], text: str) -> Iterator[str]:
    """A known name with an organ's or people's noun: "Kenyan officers", "health officials in Nairobi"."""
    for frame in organ_frames():
        for one in framed(names, frame, text):
            yield one.words


@cache
def organ_frames() -> tuple[Frame, Frame]:
    """An organ's or people's noun behind a name, and before one."""
    head = rf"(?:(?i:{domains()})\s){{0,2}}(?i:{head_nouns()})"
    tail = r"\s(?:of|in|for|at)\s(?:the\s)?\Z"
    return (
        Frame(UNJOINED, re.compile(rf"(?:[’']s?)?\s{head}(?![\w-])"), near=0),
        Frame(re.compile(rf"(?<![\w-]){head}{tail}"), NOT_JOINED_BEHIND, re.compile(tail)),
    )


def with_nouns(names: Sequence[str], text: str) -> Iterator[tuple[str, str]]:
    """A known name with its kind around it, and the name: "the rights group X", "X agency", "Long Name (X)"."""
    kind, *others = kind_frames()
    for one in framed(names, kind, text):
        words = one.before.split()
        for start in range(len(words)):
            if not {fold(word) for word in words[start:]} & SMALL_WORDS:
                yield " ".join((*words[start:], one.name)), one.name
    for frame in others:
        for one in framed(names, frame, text):
            yield one.words, one.name


@cache
def kind_frames() -> tuple[Frame, ...]:
    """A body's kind before its name, its kind behind, another name in brackets, and who leads or backs it."""
    nouns = (heads("nouns") - heads("organs")) | frozenset(load("bodies")["armed"])
    noun = "|".join(map(re.escape, sorted(nouns, key=lambda word: (-len(word), word))))
    behind = rf"\s(?:[a-z]+\s)?(?i:{noun})(?![\w-])(?!\s(?:of|for)\b)"
    led = r"-(?:led|backed|run)\s\Z"
    return (
        Frame(
            re.compile(rf"(?<![\w-])(?:[\w’'-]+\s){{0,2}}(?:{noun})\s\Z"),
            NOT_JOINED_BEHIND,
            re.compile(rf"(?<![\w-])(?:{noun})\s\Z"),
        ),
        Frame(UNJOINED, re.compile(behind), near=0),
        Frame(UNJOINED, re.compile(r"\s\((?:the\s)?[^()]{2,60}\)"), near=0),
        Frame(re.compile(rf"(?<![\w-])[\w-]+{led}"), NOT_JOINED_BEHIND, re.compile(led)),
    )


def led_by(names: Sequence[str], text: str) -> Iterator[tuple[str, str]]:
    """A coalition with the state that leads it."""
    led = Frame(UNJOINED, compiled(r"-led\s(?:coalition|alliance)"), near=0)
    for one in framed(names, led, text):
        yield one.words, one.name


def bare_organs(text: str) -> Iterator[str]:
    """Organs, ministries and governments that stand without a state ("the army", "police said", "the Platform")."""
    noun = bare_nouns()
    elsewhere = r"(?<!central government)(?<!federal government)\s(?:of|in|for)\s"
    for match in compiled(rf"(?<![\w-]){noun}(?![\w-])(?!{elsewhere})").finditer(text):
        before = re.search(r"(\S+)\s+$", text[max(0, match.start() - 40) : match.start()])
        if (
            before is None
            or not before[1][:1].isupper()
            or before[1].endswith((".", ":", "!", "?"))
            or before[1] in ("The", "By", "But", "And")
        ):
            yield " ".join(match[0].split())
    nouns = one_of("nouns")
    for match in compiled(
        rf"\b[Tt]he\s(?P<noun>(?i:{nouns}))(?![\w-])(?!\s(?:of|in|for|{CAPITAL})\b)"
    ).finditer(text):
        yield match["noun"]


REWORDED = "wellbeing|well-being|inside|justice|exterior"
"""Portfolios before "service" where machine paraphrase puts it for "ministry"; a health service is no ministry."""
LIES = re.compile(r"\bin \Z")
LIES_THERE = 1
"""A capital of the event's state of which texts say oftener that things are in it is the city, not the state."""
ACTS = (
    r"(?:says|said|has|denies|denied|accus\w+|blam\w+|reject\w+|wants?"
    r"|insist\w*|announced|claim\w*|sent|told|urg\w+|warn\w+|will)"
)
"""What a capital does where it stands for its state's government."""
SMALL_WORDS = frozenset(
    {
        "", "said", "told", "and", "or", "of", "in", "at", "for", "from", "to", "by", "with", "that", "as", "but",
        "than", "on", "which", "who", "its", "this", "was", "is", "are",
    }
)  # fmt: skip
"""Words that no name of a kind goes over."""
CITY_RULE = re.compile(r"\b(?:[Cc]ity (?:hall|administration|government)|[Mm]ayor|municipal\w*)\b")
"""Where a city's own rule speaks, the city's name may be its, not the state's."""


def acting_capitals(directory: Directory, text: str, whole: str) -> Iterator[tuple[str, Party]]:
    """Capitals, which stand for their states, unless they are where things happen or the city’s own rule speaks."""
    for name, state in sorted(capitals_in(text).items()):
        lies = sum(1 for _ in concordance(whole).before(name, LIES))
        if fold(name) in directory.by_name or (lies > 1 and CITY_RULE.search(whole)):
            continue
        house = directory.party("EU") if name == "Brussels" and "EU" in text else None
        city = state.name in directory.stages and lies > LIES_THERE
        if city and not re.search(rf"\b{re.escape(name)}\s{ACTS}\b", text):
            continue
        if concordance(text).has(name, ahead=NOT_JOINED_BEFORE, behind=NOT_JOINED_BEHIND):
            ruled = directory.scene == state and directory.own_party("junta")
            yield name, house or ruled or directory.called(state.name)


def capitals_in(text: str) -> dict[str, Party]:
    """The capitals that a text names, with their states."""
    return {
        row[0]: register().capitals[fold(row[0])]
        for row in load("bodies")["states"].values()
        if row[0] and row[0] in text
    }


def local_heads(text: str) -> Iterator[str]:
    """The authorities of places below the state ("governor of X", "the X government", "X governor")."""
    local = one_of("local")
    place = rf"(?!The\b|By\b){CAPITAL}[\w’-]+(?:\s(?:del?\s)?{CAPITAL}[\w’-]+){{0,2}}"
    kinds = rf"(?i:{local}|government|authorities)"
    of_place = rf"\b{kinds}\s(?:of|in)\s(?:the\s(?:city|state|region|town)\sof\s)?{place}"
    for pattern in (of_place, rf"{place}(?:[’']s)?\s{kinds}\b"):
        for match in compiled(pattern).finditer(text):
            words = match[0].split()
            for end in range(len(words), 2 if pattern is of_place else len(words) - 1, -1):
                yield " ".join(words[:end])


@cache
def bare_nouns() -> str:
    """What names an organ or a government without its state, as one alternation."""
    table = load("bodies")
    kinds = {word for row in table["organ_kinds"].values() for word in row}
    kinds |= heads("sovereign") | heads("local")
    areas = {word for row in table["portfolios"].values() for word in row}
    area = "|".join(map(re.escape, sorted(areas, key=lambda word: (-len(word), word))))
    kind = "|".join(map(re.escape, sorted(kinds, key=lambda word: (-len(word), word))))
    offices = "ministry|minister|department|secretary|officials"
    people = one_of("roles")
    return (
        rf"(?i:(?:{area})\s(?:{offices})|(?:{REWORDED})\sservices?|service\sof\s(?:{REWORDED})|ministry\sof\s(?:the\s|public\s)?(?:{area})"
        rf"|(?:(?:national|federal)\s)?(?:{kind})(?:\s(?:{people}))?|(?:central|federal|national|union)\sgovernment|ministry)"
    )

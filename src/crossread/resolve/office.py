"""The words of an office come in; the party that speaks through it where nobody says whose it is goes out.

"The mayor" of an unnamed town is one voice as long as the texts know one mayor; "police" are the police.
"""

import re
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.model.report import Report
from crossread.resolve.directory import Directory
from crossread.resolve.houses import heads, without_inspectors
from crossread.resolve.names import CAPITAL, compiled, fold

ARMY = re.compile(r"\b(?:army|military|armed forces)\b", re.I)
OTHERS = re.compile(
    r"\b(?:rebel\w*|mutin\w+|junta|front|militias?|coalition|gendarm\w+|prison service|putsch\w*|guards?|fire service"
    r"|civil (?:defen[cs]e|protection)|rescuers?)\b",
    re.I,
)
"""Who else has generals and colonels: where they are named, a rank alone tells of no army."""
POLICE = re.compile(r"\b[Pp]olice\b")
ARMED = re.compile(
    r"\b(?:army|military|troops|soldiers|forces|front|front line|rebels?|militia\w*|fighters)\b",
    re.I,
)
"""Who else has brigadiers and majors."""
OTHER_COMMISSIONERS = frozenset(
    {
        "police",
        "fire",
        "deputy",
        "district",
        "high",
        "divisional",
        "assistant",
        "county",
        "general",
        "regional",
        "provincial",
        "ward",
    }
)
"""Commissioners of another house than a commission."""
SHORT = {"gov": "governor", "dc": "deputy commissioner"}


def own_office(directory: Directory, report: Report, words: str, person: str) -> str | None:
    """The name of the party for an office: the one body that its noun tells of, an organ by rank, the office itself."""
    head = local_head(words) or lone_office(words)
    if head is not None:
        directory.holders[head].add(fold(person).split()[-1])
        return office_party(directory, head)
    if is_medical(words):
        return only_body(directory, report, "hospital")
    kind = ranked_kind(words)
    if kind == "army" and not (
        ARMY.search(words) or (ARMY.search(report.text) and not OTHERS.search(report.text))
    ):
        return police_by_rank(words, report)
    if kind is not None and " " in kind:
        return directory.spoken.get(kind, kind)
    noun = body_noun(words) or commission_of(directory, report, words)
    desk = desk_of(words, report) if noun is None and kind is None else None
    if desk is not None:
        return entered(directory, desk)
    if noun is not None:
        return body_party(directory, report, noun)
    return kind


def local_head(words: str) -> str | None:
    """The head of a place below the state that the words end in or begin with ("the mayor", "Governor")."""
    said = re.sub(r"\b(?:gov|dc)$", lambda short: SHORT[short[0]], fold(words))
    found = [
        head
        for head in load("offices")["local"]["heads"]
        if compiled(rf"(?:^|\s){head}$|^{head}\b").search(said)
    ]
    return max(found, key=len, default=None)


def is_medical(words: str) -> bool:
    """Whether the words tell of an office of a hospital's ("the chief physician")."""
    said = fold(words)
    return any(re.search(rf"\b{office}$", said) for office in load("offices")["local"]["medical"])


def police_by_rank(words: str, report: Report) -> str | None:
    """The police, for a rank that theirs share with the army's, where a report names no army but them."""
    shared = re.search(r"\b(?:[Bb]rigadier|[Cc]olonel|[Mm]ajor|Brig|Col|Maj)\b", words)
    named = POLICE.search(report.text) and not ARMED.search(report.text)
    return "police" if shared and named else None


def commission_of(directory: Directory, report: Report, words: str) -> str | None:
    """The noun "commission" for a commissioner's title, where the report names one ("The Commission lodged 40")."""
    said = fold(words)
    if not said.endswith("commissioner") or set(said.split()) & OTHER_COMMISSIONERS:
        return None
    named = re.search(r"\b[Tt]he (?:[A-Z]\w+ ){0,3}[Cc]ommission\b", report.text)
    return "commission" if named or bodies_with(directory, report, "commission") else None


def desk_of(words: str, report: Report) -> str | None:
    """The office that an officer's title is of, where the report names it ("county disaster office")."""
    title = re.search(r"\b([a-z]+ [a-z]+ office)r$", fold(words))
    named = title is not None and compiled(rf"\b(?i:{title[1]})\b").search(report.text)
    return title[1] if title is not None and named else None


def inspectorate_of(directory: Directory, report: Report, words: str) -> str | None:
    """The noun "inspectorate" for a chief inspector's title, where the texts name one."""
    said = re.search(r"\b(?:chief inspector|inspectors? of (?!police\b)[a-z]+)", fold(words))
    return "inspectorate" if said and bodies_with(directory, report, "inspectorate") else None


def lone_office(words: str) -> str | None:
    """The office in the words that speaks for itself whatever place is named beside it ("the coroner for X")."""
    said = re.split(r"\s(?:of|for|in)\s", fold(words))[0]
    alone = load("offices")["local"]["alone"]
    return next((office for office in alone if re.search(rf"(?:^|\s){office}$", said)), None)


def office_party(directory: Directory, head: str) -> str:
    """The one place's authorities that the texts give the office to, else the office itself."""
    party = directory.by_name.get(head)
    return party.name if party is not None else head


def settle_offices(directory: Directory) -> set[str]:
    """Enter each office that one person holds; the others, each somebody's elsewhere, are none, and go out."""
    shared = {head for head, persons in directory.holders.items() if len(persons) > 1}
    for head in sorted(directory.holders):
        if head not in directory.by_name:
            if head in shared:
                directory.ambiguous.add(head)
            else:
                directory.enter(head, Party(head), "")
    return shared


def entered(directory: Directory, name: str) -> str | None:
    """The party that goes by a plain name, entered where there is none yet."""
    party = directory.by_name.get(fold(name))
    if party is None and directory.enter(name, Party(name), ""):
        return name
    return party.name if party is not None else None


def ranked_kind(words: str) -> str | None:
    """The organ that an officer serves by the last word of rank or service ("Inspector", "fire chief")."""
    best: tuple[int, str] | None = None
    words = without_inspectors(words)
    for kind, ranks in load("offices")["ranks"].items():
        for rank in ranks:
            case = re.I if " " in rank else re.NOFLAG
            for match in compiled(rf"(?<![\w-]){re.escape(rank)}(?![\w])", case).finditer(words):
                if best is None or match.start() < best[0]:
                    best = (match.start(), kind)
    return best[1] if best else None


@cache
def body_words() -> str:
    """Nouns of bodies that a role can stand behind ("union leader"), as one alternation."""
    nouns = (
        (heads("nouns") | heads("societies") | {"railway", "hospital"})
        - heads("organs")
        - {"group", "unit", "units", "body", "relief", "guard", "front", "force", "forces"}
    )
    return "|".join(map(re.escape, sorted(nouns, key=lambda word: (-len(word), word))))


def body_noun(words: str) -> str | None:
    """The body's noun right before the role ("union leader", "hospital spokesman")."""
    roles = "|".join(
        map(re.escape, sorted(heads("roles") | heads("holders"), key=len, reverse=True))
    )
    match = compiled(rf"(?i)(?:^|\s)({body_words()})(?:[’']s)?\s(?:{roles})\.?$").search(words)
    return fold(match[1]) if match else None


def body_party(directory: Directory, report: Report, noun: str) -> str | None:
    """The one body of the texts whose name has the noun, in the report or at all; else the body called by the noun."""
    fitting = bodies_with(directory, report, noun)
    if len(fitting) == 1:
        return fitting.pop()
    return None if fitting else entered(directory, noun)


def only_body(directory: Directory, report: Report, noun: str) -> str | None:
    """The one body whose name has the noun, None where there is none or several."""
    fitting = bodies_with(directory, report, noun)
    return fitting.pop() if len(fitting) == 1 else None


def house_called(noun: str, whole: str) -> str | None:
    """The one name in capitals that ends in a noun ("the casino" of the "Red Rock Casino"), where it is told of it."""
    name = rf"(?<![\w’'-])((?:(?!(?:The|A|In|At|On|Of)\s){CAPITAL}[\w’'-]+\s){{1,4}}{noun.capitalize()})(?![\w’'-])"
    found = set(compiled(name).findall(whole))
    lone = [
        one for one in found if not any(one != other and one.endswith(other) for other in found)
    ]
    return lone[0] if len(lone) == 1 else None


def bodies_with(directory: Directory, report: Report, noun: str) -> set[str]:
    """The bodies that go by a noun, or whose names have it: those that the report names, else those of the texts."""
    known = directory.by_name.get(noun)
    if known is not None:
        return {known.name}
    fitting = {
        key: directory.by_name[key].name for key in directory.mentioned if noun in key.split()
    }
    text = f" {fold(report.text)} "
    return {name for key, name in fitting.items() if f" {key} " in text} or set(fitting.values())

"""A report's text comes in; the pairs of names that it says are one body, with the words that say so, go out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from crossread.lexicon import load
from crossread.resolve.gazetteer import state_of
from crossread.resolve.names import (
    ACRONYM,
    CAPITAL,
    HONORIFIC,
    LONG_NAME,
    PERSON,
    WORD,
    abbreviates,
    compiled,
    fold,
    in_either_case,
    without_opener,
)
from crossread.resolve.register import register

_NAME = rf"(?:{LONG_NAME}|{ACRONYM}|{WORD})"
_BRACKET = re.compile(rf"(?P<long>{LONG_NAME})\s?\((?:the\s)?(?P<short>{ACRONYM})\)")
_REVERSED = re.compile(rf"\b(?P<short>{ACRONYM})\s?\((?:the\s)?(?P<long>{LONG_NAME})\)")
_GLOSS = re.compile(rf"\b(?P<short>{ACRONYM})\s?\((?:the\s)?(?P<long>[a-z][a-z ]{{3,40}})\)")
_OR = re.compile(
    rf"(?P<long>{_NAME}),\sor\s(?:the\s)?(?P<short>{ACRONYM}|{LONG_NAME}|{WORD})(?=[,.;)]|\s[a-z])"
)
_CALLED = re.compile(  # "Bay Front (BF), once called the Bay League (BL)"
    rf"(?P<long>{_NAME})(?:\s\({ACRONYM}\))?,?\s(?:once|formerly|previously|also|now|then|still|often)"
    rf"\s(?:called|named|known\sas)\s(?:the\s)?(?P<short>{_NAME})"
)
_APPOSED = re.compile(  # "Vigil, the National Fire Service, said"
    rf"(?<!\w)(?P<short>{ACRONYM}|{WORD}|{LONG_NAME}),\sthe\s(?:[a-z]+\s){{0,2}}"
    rf"(?P<long>{LONG_NAME})(?=[,.;)])"
)
_WORDED = re.compile(rf"(?P<long>{LONG_NAME})\s\((?:the\s)?(?P<short>{WORD})\)")
_KNOWN = re.compile(
    rf"(?P<long>{_NAME})(?:,|\s[-–—]|\s\()?\s(?:is\s|are\s|was\s)?(?:also|better|otherwise|commonly|formerly)?\s?"
    rf"(?:known|abbreviated|referred to)\s(?:by\s(?:its|the|their)\s(?:\w+\s)?(?:acronym|initials|name)\s)?"
    rf"(?:as\s|simply as\s)?(?:the\s)?[“\"‘]?(?P<short>{_NAME})"
)
_ACRONYM_FOR = re.compile(
    rf"(?P<short>{_NAME}),?\s(?:using\s)?(?:the|an|another)\s(?:\w+\s){{0,2}}(?:acronym|abbreviation|initials|name)"
    rf"\s(?:for|of)\s(?:the\s)?(?P<long>{_NAME})"
)
_FORMERLY = re.compile(
    rf"(?P<short>{_NAME}),?\s(?:alias|a\.k\.a\.|aka)\s(?:the\s)?(?P<long>{_NAME})"
)


ORGANS = "fire|police|coast|border|health|army|prison|weather|security|state|city|government"
"""Words that make a service or a centre in small letters an organ, which is filed by its kind."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that a text says are one body, and the words that say so."""

    left: str
    right: str
    words: str
    described: bool = False


def links(text: str) -> Iterator[Link]:
    """Every pair of names that a text joins, by pattern, in text order within a pattern."""
    for pattern in (_BRACKET, _REVERSED, _OR, _KNOWN, _ACRONYM_FOR, _FORMERLY, _CALLED):
        for match in pattern.finditer(text):
            for link in checked(match, pattern is _BRACKET or pattern is _REVERSED):
                if not is_turn(match) or abbreviates(link.right, link.left):
                    yield link
    for pattern in (_APPOSED, _WORDED):
        for match in pattern.finditer(text):
            whole = not re.search(
                rf"{CAPITAL}[\w’'-]*\s$",
                text[max(0, match.start("short") - 24) : match.start("short")],
            )
            if whole and is_body_name(match["long"]) and is_plain_short(match["short"]):
                yield Link(match["long"], match["short"], tidy(match[0]))
    for match in _GLOSS.finditer(text):
        if match["long"].split()[-1] in load("bodies")["heads"]["nouns"] and not is_turn(match):
            yield Link(match["short"], match["long"], tidy(match[0]), described=True)
    yield from descriptions(text)


def is_turn(match: re.Match[str]) -> bool:
    """Whether a name with a bracket labels a turn to speak ("MR. HALE (Harbour Board):"), or is an office's."""
    table = load("bodies")["heads"]
    if fold(match["short"]) in {*table["roles"], *table["holders"], *table["sovereign"]}:
        return True  # "THE DEFENCE MINISTER (Ana Reis)"
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    if re.search(rf"(?i:{HONORIFIC})\.?\s$", before):
        return True  # "MS HALE (Harbour Board) said"
    behind = match.string[match.end() : match.end() + 1]
    return not re.search(r"[a-z]{4}", before) and behind in ((":", ",") if before else (":",))


def is_body_name(name: str) -> bool:
    """Whether a long name has a body's noun in it, as a name of people or of places has not."""
    nouns = set(load("bodies")["heads"]["nouns"]) | set(load("bodies")["heads"]["societies"])
    return any(word.casefold() in nouns | {"firefighters", "police"} for word in name.split())


def is_plain_short(name: str) -> bool:
    """Whether a short name can be a body's: one word or acronym that is no state, or a long name with a body's noun."""
    known = register().party_of.get(fold(name)) or register().capitals.get(fold(name))
    if known is not None and known.kind in ("state", "agency"):
        return False
    return (" " not in name and len(name) > 2 and state_of(name) is None) or is_body_name(name)


def checked(match: re.Match[str], bracketed: bool) -> Iterator[Link]:
    """The link of a match, the long name cut to what the acronym can stand for."""
    long, short = match["long"], match["short"]
    for name in shortenings(long):
        if abbreviates(short, name):
            yield Link(name, short, tidy(match[0]))
            return
    if not bracketed or (len(short) >= 3 and short.upper() == short):
        yield Link(long, short, tidy(match[0]))


def shortenings(name: str) -> Iterator[str]:
    """A long name and what is left of it as words are taken from its front ("On Sunday Human Rights Watch")."""
    words = name.split()
    for start in range(len(words) - 1):
        if words[start][:1].isupper():
            yield " ".join(words[start:])


def descriptions(text: str) -> Iterator[Link]:
    """Bodies named together with their kind: "the police union SPNH-17", "X, a monitor based in …"."""
    nouns = body_nouns()
    before = compiled(
        rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|{WORD}[’']s)\s(?P<long>(?:[a-z’'-]+\s){{0,2}}(?:{nouns}))"
        rf"\s(?P<short>{ACRONYM}|{LONG_NAME}|{WORD})(?![\w-])"
    )
    after = compiled(
        rf"\b(?P<short>{ACRONYM}|{LONG_NAME}),\s(?:the|an?)\s(?:[\w.’'-]+[,]?\s){{0,4}}?(?P<long>(?:[a-z-]+\s){{0,1}}(?:{nouns}))\b(?!\s(?:[a-z]+(?:er|or|ist|man|woman|chief|boss|leader)\b|{CAPITAL}))"
    )
    called = compiled(
        rf"\b[Tt]he (?P<long>(?:[a-z’'-]+ ){{0,2}}(?:{nouns}|{company_nouns()})),"
        rf" (?P<short>{ACRONYM}|{LONG_NAME}|{WORD}),"
    )
    for match in called.finditer(text):
        name = match["short"]
        if is_lone_name(name) if " " not in name else is_called(name):
            yield Link(name, match["long"], tidy(match[0]), described=True)
    armed = load("bodies")["armed"]
    for match in compiled(
        rf"\b(?P<kind>{'|'.join(armed)})\s(?:(?:group|force|movement|army)\s)?(?P<name>{ACRONYM}|{LONG_NAME}|{WORD})"
    ).finditer(text):
        yield Link(match["name"], armed[match["kind"]], tidy(match[0]), described=True)
    for pattern in (before, after):
        for match in pattern.finditer(text):
            if " " in match["long"] or match["long"] in load("bodies")["heads"]["telling"]:
                name = without_opener(match["short"])
                if " " not in name and not is_lone_name(name):
                    continue
                yield Link(name, match["long"], tidy(match[0]), described=True)


@lru_cache(maxsize=4096)
def is_lone_name(word: str) -> bool:
    """Whether one capitalised word behind a body's noun can be its name: no day, no title, no place."""
    heads = load("bodies")["heads"]
    offices = load("offices")
    taken = {*heads["not_persons"], *heads["roles"], *heads["holders"], *heads["sovereign"]}
    taken |= {*heads["people"], *offices["titles"], *map(str.casefold, offices["short_titles"])}
    known = register().party_of.get(fold(word)) or register().capitals.get(fold(word))
    return fold(word) not in taken and len(word) > 1 and known is None and state_of(word) is None


def is_called(name: str) -> bool:
    """Whether a name of several words between commas behind a body's noun is the body's: no person's title in it."""
    table = load("bodies")["heads"]
    titles = {*table["roles"], *table["holders"], *table["sovereign"], *table["not_persons"]}
    return not {word.casefold() for word in name.split()} & titles


@cache
def company_nouns() -> str:
    """What companies are called before their name, as one alternation."""
    return "firm|airline|concessionary|concessionaire|contractor|shipping line|ferry line|owner|employer"


@cache
def body_nouns() -> str:
    """The head nouns of bodies as one alternation, longest first."""
    nouns = sorted(load("bodies")["heads"]["nouns"], key=len, reverse=True)
    return "|".join(map(re.escape, nouns))


@cache
def house_nouns() -> str:
    """Those of them that are no state's organs, a service aside ("the mountain rescue service")."""
    heads = load("bodies")["heads"]
    nouns = {*heads["nouns"], "service"} - {*heads["organs"], "station", "unit", "units", "office"}
    return "|".join(map(re.escape, sorted({*nouns, "service"}, key=len, reverse=True)))


@cache
def role_nouns() -> str:
    """The words for people who speak for a body, as one alternation in either case."""
    table = load("bodies")["heads"]
    return in_either_case({*table["roles"], *table["holders"]})


@dataclass(frozen=True, slots=True)
class Office:
    """A person and the stretch of text that names the body that he or she speaks for."""

    person: str
    body: str
    words: str
    at: int


def offices(text: str) -> Iterator[Office]:
    """Persons with the body that an apposition, a title or a bracket gives them."""
    roles = role_nouns()
    words = r"(?:(?<![\w-])[\w-]++\s(?:[\w-]++\s){0,3}?)??"  # up to four, the first of them whole
    role = rf"{words}(?:[Vv]ice[ -])?(?:{roles})"
    title = r"(?:(?:Gen|Lt|Col|Maj|Sgt|Capt|Dr|Mr|Mrs|Ms|Sen|Rep|Prof|Brig|Adm|Rear|Me|Judge|Commander)\b\.?\s){0,2}"
    patterns = (
        rf"(?P<person>{PERSON}),\s(?:who\s(?:is|was|heads|leads|runs)\s)?(?P<body>[^.;:“”\"]{{3,140}}?)(?=[.;:“”\"]|,|\s(?:said|says|told|has|have|had|was|were|who|which|that)\s)",
        rf"(?P<person>{PERSON})\s(?:of|from|at|with)\s(?:the\s)?(?P<body>{_NAME}(?:\s\({ACRONYM}\)|(?:\s[a-z]+){{0,2}}\s(?:{body_nouns()})\b)?)",
        rf"(?P<person>{PERSON}),?\s?\((?P<body>[^()]{{2,60}})\)",
        rf"(?P<body>(?:\b{WORD}\s|\b(?!{CAPITAL})[\w-]++(?:[’']s?)?\s){{0,7}}{role})(?:,\s|\s){title}(?P<person>{PERSON})",
        rf"(?P<body>{role}\s(?:of|for|at|to|in)\s(?:the\s)?[^.,;:“”\"]{{2,90}}?),?\s{title}(?P<person>{PERSON})(?=[,.\s])",
    )
    named_role = compiled(rf"\b(?:{roles}|(?i:head|chief|boss))\b")
    for index, source in enumerate(patterns):
        for match in compiled(source).finditer(text):
            led = compiled(rf"{PERSON},\swho\s(?:heads|leads|runs)\s").match(match[0]) is not None
            if index == 0 and not led and not appositive(match["body"], named_role):
                continue
            if is_ministry(match["person"]):
                continue
            yield Office(match["person"], match["body"], tidy(match[0]), match.start())


def is_ministry(name: str) -> bool:
    """Whether what is taken for a name of a person is the head of a ministry's ("The Minister of Mining")."""
    return name.split()[-1].casefold() in {"ministry", "ministries", "minister", "department"}


def housed(text: str) -> Iterator[Office]:
    """Persons with a body in small letters: "X of the mountain rescue service", "X, whose agency has 40 in boats"."""
    for source in (
        rf"(?P<person>{PERSON}),?\s(?:of|from|at|with)\sthe\s(?P<body>(?:(?!(?:{ORGANS})\b)[a-z-]+\s){{1,3}}(?:{house_nouns()}))(?![\w-])",
        rf"(?P<person>{PERSON}),\swhose\s(?P<body>(?:[a-z-]+\s){{0,2}}(?:{body_nouns()}))\s[a-z]",
    ):
        for match in compiled(source).finditer(text):
            yield Office(match["person"], match["body"], tidy(match[0]), match.start())


def titled(text: str) -> Iterator[Office]:
    """Persons who are given by a title and a surname alone ("Inspector Lund said", "police chief Markovic")."""
    table = load("offices")
    long = "|".join(map(re.escape, sorted(table["titles"], key=len, reverse=True)))
    short = "|".join(table["short_titles"])
    before = r"(?:[\w’'-]+ ){0,5}?"
    behind = r"(?=[,.:;”\"]|\s[a-z(–-]|$)"
    person = rf"(?P<person>(?!(?i:{long})\b){CAPITAL}[\w’'-]+(?: {CAPITAL}[\w’'-]+){{0,2}})"
    title = rf"(?P<body>{before}(?:(?i:{long})|(?:{short})\b\.?))"
    for match in compiled(rf"(?<![\w’'-]){title} {person}{behind}", re.M).finditer(text):
        yield Office(match["person"], match["body"], tidy(match[0]), match.start())


def appositive(phrase: str, named_role: re.Pattern[str]) -> bool:
    """Whether what follows a name and a comma is its apposition: a role near its start, or "of the BODY"; no count."""
    head = re.split(
        r",|\s(?:said|says|told|has|have|had|was|is|were|who|which|that|and)\s", phrase
    )[0]
    counted = re.search(r"\bof (?:them|whom|which|those)\b", head) is not None
    return not counted and (
        bool(re.match(r"(?:of|from|for)\s(?:the\s)?[A-Z]", head))
        or bool(named_role.search(" ".join(head.split()[:9])))
    )


def tidy(words: str) -> str:
    """A stretch of text on one line, short enough to be shown."""
    plain = " ".join(words.split())
    return plain if len(plain) <= 120 else plain[:117] + "…"

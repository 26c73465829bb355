"""A transcript's labels come in ("MR. HALE (Harbour Board):"); the offices of its speakers go out, and no bodies.

What stands in capitals at the head of lines alone is a label or a heading: it tells no acronym.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from crossread.resolve.concordance import concordance
from crossread.resolve.edges import NOT_JOINED_BEHIND, NOT_OWNED
from crossread.resolve.evidence import Office
from crossread.resolve.gazetteer import state_of
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, HONORIFIC, PERSON, compiled, fold
from crossread.resolve.phrase import is_shouted
from crossread.resolve.register import register

_RUN = rf"{CAPITAL}{{2,}}[\w’'-]*|{CAPITAL}[’']{CAPITAL}+|{CAPITAL}\.|Ma?c{CAPITAL}{{2,}}"
_TITLES = rf"(?:(?:[Tt]he|THE|An?|AN|{HONORIFIC}|[A-Z][a-z]{{1,4}}\.)\.?\s)*"
LEAD = re.compile(
    r"^(?:\d+(?:\.\d+)*[.)]\s+)?"
    rf"(?P<title>{_TITLES})(?P<run>(?:{_RUN})(?:[ .]+(?:{_RUN}|&))*)(?P<after>\.?[:(,]|\.(?=\s)|\s\()?",
    re.M,
)
"""The words in capitals at the head of a line, its number and the titles before them, and what ends a label."""
LABEL = re.compile(
    rf"^(?:\d+(?:\.\d+)*[.)]\s+)?(?P<name>{_TITLES}(?:{_RUN})(?:[ .]+(?:{_RUN}))*)"
    r"\s\((?P<who>[^()\n]{2,60})\)(?=[:.,]\s)",
    re.M,
)
"""A turn's label with a bracket: who speaks, and for whom; or an office, and who holds it."""
ADDRESSED = re.compile(
    rf"^(?P<name>(?i:(?:{HONORIFIC}|cllr|sen|rep)\b\.?\s)(?:{CAPITAL}[\w’'.-]*\s){{1,3}})\((?P<who>[^()\n]{{2,60}})\)(?=\s[a-z“\"])",
    re.M,
)
"""The same where the sentence goes on behind the bracket ("Mr Osei (Ghana) said")."""
LONE, COMPANY = 1, 2
"""A label of one word, which can be a body's; one that has a title, a second word or a bracket, which is a person's."""
TITLED = re.compile(rf"\b{HONORIFIC}\.?\s\Z")
HOLDER = re.compile(
    rf"{HONORIFIC}\.?\s(?:{CAPITAL}\.\s)*(?P<name>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)$"
)


def turn_offices(text: str) -> Iterator[Office]:
    """The speakers of bracketed labels with their offices ("MR. HALE (Harbour Board):", "THE PREMIER (Ms Ode):")."""
    for match in chain(LABEL.finditer(text), ADDRESSED.finditer(text)):
        name, who = match["name"].strip(), without_membership(match["who"])
        if is_city(who) and not re.match(rf"(?i:{HONORIFIC})", name):
            continue  # "CNDH (Rabat), 13 July"
        holder = HOLDER.match(who) or held_office(name, who)
        person = re.sub(rf"^{_TITLES}", "", name, flags=re.I) if holder is None else holder["name"]
        body = who if holder is None else name.title()
        yield Office(person, body, match[0], match.start())


def is_city(name: str) -> bool:
    """Whether a bracket has but a city, where a body sits."""
    party = register().party_of.get(fold(name))
    return party is None and state_of(name) is not None


def is_addressed(office: Office) -> bool:
    """Whether a turn's speaker is told by "Mr" or the like, and so is a person whatever else bears the name."""
    called = rf"(?i:{HONORIFIC})\.?\s(?:{CAPITAL}\.\s)*{re.escape(office.person)}"
    return re.search(called, office.words) is not None


def without_membership(who: str) -> str:
    """A bracket's office without the party that its holder is a member of ("President of the Assembly, ABC")."""
    office, comma, last = who.rpartition(", ")
    return office if comma and is_office(office) and not is_office(last) else who


def is_office(words: str) -> bool:
    """Whether words tell of an office."""
    return bool(set(fold(words).split()) & (heads("roles") | heads("sovereign") | heads("holders")))


def held_office(name: str, who: str) -> re.Match[str] | None:
    """The bracket's name where the label before it is an office ("THE DEFENCE MINISTER (Ana Reis)")."""
    office = heads("roles") | heads("sovereign") | heads("holders")
    said = fold(name).split()
    if not said or said[-1] not in office or set(fold(who).split()) & (office | heads("nouns")):
        return None
    return re.fullmatch(rf"(?P<name>{PERSON})", who)


def headed(text: str) -> Iterator[Office]:
    """Persons who speak first under a heading that names their body ("RWANDA. Ambassador X said …", "WHO: Dr X …")."""
    title = r"(?:[A-Z][\w-]+\.?\s){0,3}?"
    for match in compiled(
        rf"^(?P<body>[A-Z][A-Z .’'-]+[A-Z])(?:\s\([^)\n]*\))?[.:]\s+{title}(?P<person>{PERSON})\s[a-z]",
        re.M,
    ).finditer(text):
        person = match["person"].split()
        while person and fold(person[0]) in heads("roles") | heads("sovereign"):
            person.pop(0)
        if person:
            yield Office(" ".join(person), match["body"], match["body"], match.start())


def is_only_shouted(name: str, whole: str) -> bool:
    """Whether a word in capitals is but a label's or a heading's: a plain word, a surname, an office."""
    texts = concordance(whole)
    if is_shouted(name) and texts.has(name.lower()):
        return True
    if not name.isupper() or not re.fullmatch(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", name):
        return False
    if texts.follows(name, TITLED):
        return True  # "Ms PUIG"
    found = leads(whole).get(name, ())
    spelled = texts.after(name, NOT_JOINED_BEHIND, ahead=NOT_OWNED)
    if not found or len(found) < sum(1 for _ in spelled):
        return False
    ordinary = texts.has(name.lower()) or texts.has(name.title())
    return max(found) == COMPANY or found.count(LONE) > 1 or (LONE in found and ordinary)


@lru_cache(maxsize=8)
def leads(whole: str) -> dict[str, list[int]]:
    """How surely each word in capitals at the head of lines is a label's or a heading's, line by line."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in LEAD.finditer(whole):
        run = re.sub(r"^.*\s(?=SPOKES)", "", match["run"])  # a body's name is before its spokesman
        words = tuple(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", run))
        ended = match["after"] is not None
        person = re.search(rf"{HONORIFIC}|\.", match["title"]) is not None
        company = len(words) > 1 or person or (ended and (match["title"] or "(" in match["after"]))
        for word in words:
            found[word].append(COMPANY if company else LONE if ended else 0)
    return dict(found)

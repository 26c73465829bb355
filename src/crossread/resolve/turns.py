"""A transcript's labels come in ("MR. HALE (Harbour Board):"); the offices of its speakers go out, and no bodies.

What stands in capitals at the head of lines alone is a label or a heading: it tells no acronym.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from crossread.resolve.concordance import concordance
from crossread.resolve.edges import NOT_JOINED_BEHIND, NOT_OWNED
from crossread.resolve.evidence import Office
from crossread.resolve.houses import heads
from crossread.resolve.names import CAPITAL, HONORIFIC, PERSON, compiled, fold
from crossread.resolve.phrase import is_shouted

_RUN = rf"{CAPITAL}{{2,}}[\w’'-]*|{CAPITAL}[’']{CAPITAL}+|{CAPITAL}\.|Ma?c{CAPITAL}{{2,}}"
_TITLES = rf"(?:(?:[Tt]he|THE|An?|AN|{HONORIFIC}|[A-Z][a-z]{{1,4}}\.)\.?\s)*"
LEAD = re.compile(
    r"^(?:\d+(?:\.\d+)*[.)]\s+)?"
    rf"(?P<title>{_TITLES})(?P<run>(?:{_RUN})(?:[ .]+(?:{_RUN}|&))*)(?P<after>\.?[:(,]|\.(?=\s)|\s\()?",
    re.M,
)
"""The words in capitals at the head of a line, its number and the titles before them, and what ends a label."""
LABEL = re.compile(
    rf"^(?P<name>{_TITLES}(?:{_RUN})(?:[ .]+(?:{_RUN}))*)\s\((?P<who>[^()\n]{{2,60}})\)(?=[:.,]\s)",
    re.M,
)
"""A turn's label with a bracket: who speaks, and for whom; or an office, and who holds it."""
LONE, COMPANY = 1, 2
"""A label of one word, which can be a body's; one that has a title, a second word or a bracket, which is a person's."""
TITLED = re.compile(rf"\b{HONORIFIC}\.?\s\Z")
HOLDER = re.compile(
    rf"{HONORIFIC}\.?\s(?:{CAPITAL}\.\s)*(?P<name>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+)?)$"
)


def turn_offices(text: str) -> Iterator[Office]:
    """The speakers of bracketed labels with their offices ("MR. HALE (Harbour Board):", "THE PREMIER (Ms Ode):")."""
    for match in LABEL.finditer(text):
        name, who = match["name"], match["who"]
        holder = HOLDER.match(who) or held_office(name, who)
        person = re.sub(rf"^{_TITLES}", "", name) if holder is None else holder["name"]
        body = who if holder is None else name.title()
        yield Office(person, body, match[0], match.start())


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

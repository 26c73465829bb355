"""Words for a speaker and his body that no known party explains come in; the body that they name goes out, or None."""

import re
from functools import cache

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.report import Report
from crossread.resolve.census import is_body
from crossread.resolve.concordance import concordance
from crossread.resolve.directory import Directory
from crossread.resolve.edges import NAME_WORD, NOT_JOINED_BEHIND, NOT_OWNED, NOT_OWNER, OWNER
from crossread.resolve.hits import tokens_of
from crossread.resolve.holders import TITLES
from crossread.resolve.houses import POSSESSIVES, heads
from crossread.resolve.names import (
    CALENDAR,
    CAPITAL,
    HONORIFIC,
    OF_A_DAY,
    PATRON,
    PERSON,
    compiled,
    fold,
)
from crossread.resolve.office import bodies_with, ranked_kind
from crossread.resolve.phrase import PLAIN_ORGANS, is_strange, organ_kind, own_body, spoken_for
from crossread.resolve.portfolios import areas
from crossread.resolve.register import register

NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds|dozens"
)
LEADING = re.compile(
    r"^(?:.*\|\s*|[QA]\s{2,}|\d{1,3}[.)]\s+|\d{4}\s+(?=[A-Z])|(?:adds?|says?|said|in|at|from|by|of|urgent|breaking|(?-i:UPDATE|LIVE|UNCONFIRMED|CORRECTION|RECAP))\s+)+(?=\S)",
    re.I,
)
"""What a network or a cut leaves before a body's words, a list's number and an hour among it."""
TRAILING = re.compile(
    rf"(?<=\w)\s(?:{NUMBERS}|tweets|updates|posts|(?:in|on|since)\s(?:{CALENDAR}))$"
)
"""What a cut leaves behind a body's words: the count that follows, how it is told, a day."""
COUNTED = re.compile(rf"(?i)(?:{NUMBERS}|\d[\d,.]*)\s(?!\d)")
"""A count at the head of words that are those counted ("thirty tribesmen")."""
ADJECTIVES = re.compile(
    rf"^(?i:the\s)?(?:(?i:semi-official|neighbouring|neighboring|nearby|independent|private|opposition|influential|leading|pro-\w+"
    rf"|state-(?:run|owned|affiliated|linked|controlled|backed))\s)+(?={CAPITAL})"
)
"""What is said of a body before its name and is no part of it."""
FIELDS = frozenset(
    {
        "nursing",
        "civil",
        "vice",
        "emergency",
        "surgery",
        "enemy",
        "trauma",
        "security",
        "communications",
    }
)
"""Fields of work and words alone that a cut leaves of a body's or an office's name."""
MEMBERS = r"(?:MP|MLA|MEP|MSP|TD|[Ss]enator|[Ll]awmaker|[Dd]eputy)"
"""Members of a parliament, whose party stands before."""
MEMBERS_TITLES = (
    "senator",
    "sen",
    "ombudsman",
    "ombudswoman",
    "congressman",
    "congresswoman",
    "doctor",
    "surgeon",
)
"""Further titles right before a person's name."""
NAME_BEHIND = re.compile(rf"(?:\s({CAPITAL}[a-zß-ÿ’'-]+))?(?![\w-])")
"""A name ends here, or goes on in a capitalised word."""
SHORTEST_LONE = 4
HOUSE = (
    "staff|employees|workers|members|fighters|customers|crew|teams|figures|spokes\\w+|director"
    "|chief executive|headquarters"
)
"""What belongs to a body's name and never to a person's."""
SURNAMES = frozenset(
    {
        "chad",
        "jordan",
        "georgia",
        "israel",
        "ireland",
        "france",
        "holland",
        "england",
        "cuba",
        "sudan",
    }
)
"""States' names that persons bear too."""
STATELESS = frozenset({"minister", "prime minister", "ministry", "government"})
"""Who speaks for a state that the texts do not name: one voice, as far as they tell."""

IN_COURT = frozenset({"defence", "defense"})
"""Who speaks in court for the accused, a ministry's field elsewhere."""
TRIAL = re.compile(r"(?i)\b(?:court|trial|tribunal|prosecut\w+|indict\w+|defendants?|judges?)\b")

SEAT = re.compile(
    r"(?i)^(?:an?\s|one\s|another\s|the\s)?(?:[\w-]+\s){0,2}"
    r"(?:members?|mps?|lawmakers?|deput(?:y|ies)|senators?|legislators?|parliamentarians?|councillors?)\sfrom\s"
)
"""An assembly's members, who speak for no place that they come from."""


INITIAL = re.compile(rf"(?:^|\s){CAPITAL}\.?$")
"""What a cut leaves of a person's initials ("Human Rights T" before "T. N. Solana")."""


def is_no_body(words: str) -> bool:
    """Whether words are somebody's ("its data directorate"), a field or a level alone ("health"), or no words ("-")."""
    if not any(letter.isalpha() for letter in words) or INITIAL.search(words):
        return True
    if re.match(r"(?:its|his|her|their|our|your|my)\s", words, re.I) or is_titled_person(words):
        return True
    if fold(words) in heads("letters"):
        return True
    if COUNTED.match(words) and not set(fold(words).split()) & (heads("nouns") - heads("organs")):
        return True
    plain = words.islower() and " " not in words and fold(words) in FIELDS
    return plain or fold(words) in areas() | heads("below_state") | heads("crowd") | titles()


def is_titled_in(words: str, whole: str) -> bool:
    """Whether the texts have a title right before a name of several words, a person's then ("Sen. Ada Roy")."""
    if re.fullmatch(PERSON, words) is None or is_body(words, whole):
        return False
    title = compiled(rf"\b({CAPITAL}[a-z]+\.?)\s\Z")
    before = concordance(whole).before(words, title, behind=NOT_JOINED_BEHIND)
    return any(is_titled_person(f"{match[1]} {words}") for match in before)


def is_titled_person(words: str) -> bool:
    """Whether words are a title and a name of one whom somebody else may quote ("PRESIDENT ROBLEDO", "Mayor Hill")."""
    known = {*load("offices")["titles"], *load("offices")["short_titles"], *TITLES, *MEMBERS_TITLES}
    title = r"(?:vice[ -]|deputy\s|rear\s)?(?:" + "|".join(map(re.escape, sorted(known))) + r")\.?"
    match = compiled(
        rf"(?i:{title})\s(?P<name>{CAPITAL}[\w’'-]+(?:\s{CAPITAL}[\w’'-]+){{0,2}})$"
    ).match(words)
    nouns = (
        heads("nouns") | heads("organs") | heads("societies") | heads("name_nouns") | heads("roles")
    )
    nouns |= heads("sovereign") | heads("local") | heads("companies")
    return match is not None and not set(fold(match["name"]).split()) & nouns


@cache
def titles() -> frozenset[str]:
    """Words before a person's name that tell of no body ("Rev.")."""
    return frozenset(fold(word) for word in {*load("offices")["short_titles"], *TITLES})


def tidied(kept: str | None) -> str | None:
    """A body's words without what stands before them; the body of a role that stands behind it ("police chief")."""
    if not kept:
        return kept
    bare = OF_A_DAY.sub("", LEADING.sub("", kept.strip(" .,;:")))
    bare = TRAILING.sub("", PATRON.sub("", bare))
    bare = ADJECTIVES.sub("", bare)
    bare = re.sub(rf"\s{HONORIFIC}.*$", "", bare)
    bare = re.sub(rf"^(?:[Tt]he\s)?(?:{founded()})\s(?={CAPITAL})", "", bare)
    words = [fold(word) for word in tokens_of(bare)]
    if not words or words[-1] not in role_ends():
        return bare
    body = spoken_for(bare)
    if body and fold(bare).startswith(fold(body)):
        return body
    served = ranked_kind(bare) if fold(bare) in ranks() else None
    return plain_organ(bare) or served or bare


@cache
def founded() -> str:
    """What a body is called before its name ("the union Unitas"), as one alternation."""
    return "|".join(sorted(heads("of_people") | heads("founded")))


@cache
def called_before() -> re.Pattern[str]:
    """What a body is called, right before its name ("the watchdog")."""
    return re.compile(rf"\b(?i:{founded()})\s\Z")


@cache
def ranks() -> frozenset[str]:
    """Ranks by which an organ alone is told ("chief fire officer")."""
    return frozenset(fold(rank) for row in load("offices")["ranks"].values() for rank in row)


@cache
def role_ends() -> frozenset[str]:
    """Words that a holder of an office ends in, who is no body."""
    return (
        (heads("roles") | heads("holders") | heads("crowd"))
        - heads("nouns")
        - heads("organs")
        - heads("sovereign")
    )


def whole_body(kept: str | None, whole: str) -> str | None:
    """A body's name with the words that always stand before it ("Rock" of "Chimney Rock"), its papers off."""
    if not kept or not kept[:1].isupper() or kept.isupper():
        return kept
    papers = "|".join(load("offices")["documents"]["nouns"])
    bare = re.sub(rf"(?<=\w)(?:[’']s)?\s(?:{papers})$", "", kept)
    texts = concordance(whole)
    owned = [match[1] for match in texts.after(bare, OWNER, ahead=NOT_OWNED)]
    if re.match(r"(?:St\.?|Saint)\s", bare) and owned and all(owned):
        return f"{bare}{owned[0]}"  # "St Luke's", whose hospital it is
    said = len(owned)
    behind = {match[1] for match in texts.after(bare, NAME_BEHIND, ahead=NOT_OWNED)}
    if len(behind) == 1 and behind != {None} and texts.follows(bare, called_before()):
        word = behind.pop()
        return f"{bare} {word}" if is_name_word(word) else bare
    before = [match[1] for match in texts.before(bare, NAME_WORD, behind=NOT_JOINED_BEHIND)]
    one = len(set(before)) == 1 and len(before) == said > 1
    if not one or not is_name_word(before[0]):
        return bare
    return f"{before[0]} {bare}"


def is_name_word(word: str) -> bool:
    """Whether a capitalised word before a name belongs to it: no title, no small word, no state."""
    taken = heads("openers") | heads("not_persons") | heads("roles") | heads("holders")
    taken |= heads("sovereign") | set(load("offices")["titles"]) | titles()
    return fold(word) not in taken and fold(word) not in register().party_of


def is_taken_up(name: str, whole: str) -> bool:
    """Whether the texts go on from a name of several words as from a body's ("Sea Lantern says it …", "X have …")."""
    words = rf"{CAPITAL}[\w’'&-]*(?:\s{CAPITAL}[\w’'&-]*){{1,4}}"
    first = fold(name).partition(" ")[0]
    if not re.fullmatch(words, name) or first in titles() | heads("roles") | heads("holders"):
        return False
    behind = compiled(
        r"\s(?:(?:says?|said|reports?|reported|claims?|claimed|adds?|added|insists?)\s(?:that\s)?its?\b"
        r"|(?:say|tell|report|have|count|put|make|confirm|announce|believe|insist)\b)"
    )
    return not is_titled_person(name) and concordance(whole).has(name, behind=behind)


def members_party(words: str, text: str) -> str | None:
    """The party of a member of parliament who is named with it ("Labour MP Sam Akhtar")."""
    name = re.sub(rf"^.*\b{MEMBERS}\s", "", words)
    member = compiled(rf"(?<![\w’'-])({CAPITAL}[\w-]+)\s{MEMBERS}\s\Z")
    before = concordance(text).before(name, member, behind=NOT_JOINED_BEHIND)
    found = {match[1] for match in before}
    party = found.pop() if len(found) == 1 else None
    return party if party is not None and is_name_word(party) else None


def lone_body(words: str, whole: str) -> str | None:
    """A speaker's name that the texts treat as a body's: with a body's noun, with staff, or taken up by "which"."""
    name = re.sub(r"^(?:[Tt]he|[Aa]n?)\s", "", words.strip())
    if is_body(name, whole) and name[:1].isupper():
        return name
    if is_saints_house(name, whole) or is_branch(name) or is_taken_up(name, whole):
        return name
    called = re.fullmatch(rf"(?:{founded()}|channel|outlet|website)\s({CAPITAL}[\w’'-]+)", name)
    if called is not None:
        return called[1]  # "the channel Norda"
    described = re.match(r"\w[\w’'-]*\s(?!(?:in|of|at|from|on|with|for)\s)", name) is not None
    if name != words.strip() and described and words[:1].isupper() and own_body(name) == name:
        return name  # "A lawyers' group", not "A guard at the gate"
    key = fold(name)
    if not re.fullmatch(rf"{CAPITAL}[\w&-]*[a-zß-ÿ][\w&-]*", name) or len(key) < SHORTEST_LONE:
        return None
    taken = (
        heads("not_persons")
        | heads("roles")
        | heads("crowd")
        | heads("sovereign")
        | heads("local")
        | heads("holders")
    )
    texts = concordance(whole)
    plain = texts.has(name.lower(), ahead=NOT_OWNED, behind=NOT_OWNER)
    if plain or key in taken or key.removesuffix("s") in taken:
        return None
    house = compiled(rf"(?:, which\b|[’']s? (?:own )?(?:{HOUSE})\b)")
    return name if texts.has(name, ahead=NOT_OWNED, behind=house) else None


def is_saints_house(name: str, whole: str) -> bool:
    """Whether a name is a saint's and nothing lies in it: a hospital that goes by it ("St Elias tells us")."""
    saint = re.fullmatch(rf"(?:St\.?|Saint|Sainte)\s{CAPITAL}[\w’'-]+", name)
    lies = rf"\b(?:in|to|from|near|of)\s{re.escape(name)}(?![\w-]|\s(?i:hospital|clinic|church))"
    return saint is not None and re.search(lies, whole) is None


def is_branch(name: str) -> bool:
    """Whether a strange name with a state's behind it is a body's branch there ("Oxfield India"), and no person's."""
    first, _, last = name.rpartition(" ")
    before, _, two = first.rpartition(" ")
    if before and register().party_of.get(fold(f"{two} {last}")) is not None:
        first, last = before, f"{two} {last}"  # "Oxfield New Zealand"
    state = register().party_of.get(fold(last))
    words = first.split()
    strange = bool(words) and all(word[:1].isupper() and is_strange(word) for word in words)
    return (
        state is not None
        and state.kind == "state"
        and fold(last) not in SURNAMES
        and fold(last) == fold(state.name)
        and strange
    )


def plain_body(directory: Directory, claim: Claim, report: Report) -> str | None:
    """The one body that a bare noun stands for ("union"), itself where the texts name none of that kind."""
    anyones = rf"(?i:an?|{'|'.join(sorted(POSSESSIVES))})\s"
    one = claim.source_party is None and re.match(anyones, claim.source or "")
    noun = "" if one else fold(claim.source_party or claim.source or "")
    if claim.source_party and is_no_body(claim.source_party):
        noun = fold(claim.source or "")
    if noun in STATELESS or (noun in IN_COURT and TRIAL.search(report.text)):
        return noun
    if noun not in heads("nouns") | heads("companies"):
        return None
    fitting = bodies_with(directory, report, noun)
    return None if len(fitting) > 1 else next(iter(fitting), noun)


def plain_organ(words: str) -> str | None:
    """The police or the army for an officer's rank, where no state can be told ("Inspector X")."""
    kind = organ_kind(tokens_of(words))
    return kind if kind in PLAIN_ORGANS else None


def stands_alone(claim: Claim) -> bool:
    """Whether the speaker's body, unexplained, is a name of its own: no place, no part of a person's name."""
    body, words = claim.source_party or "", claim.source or ""
    lies = rf"\b(?:in|from|near)\s(?:the\s)?{re.escape(body)}\b"
    place = body in words and re.search(lies, words) is not None
    place = place and not any(fold(word) in heads("roles") for word in tokens_of(words))
    part = body in words and re.search(rf"{re.escape(body)}(?![’']s\s)", words) is not None
    person = re.fullmatch(PERSON, words) is not None
    own_name = body != words and person and part
    unnamed = heads("roles") | heads("nouns") | heads("crowd") | heads("not_persons")
    unnamed -= heads("grounds")
    common = unnamed | heads("sovereign")
    generic = fold(body) in common - heads("local")
    return bool(body) and not place and not own_name and not generic


def sits_for(source: str | None, body: str | None) -> bool:
    """Whether a body's name only says where an assembly's member comes from: "a Member from Losto"."""
    seat = SEAT.match(source or "")
    return bool(seat and body and fold(body) in fold((source or "")[seat.end() :]))

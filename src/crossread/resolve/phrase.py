"""A phrase that names or describes a speaker comes in; the one body it stands for goes out, or None."""

import re
from functools import cache

from crossread.lexicon import load
from crossread.model.party import Party
from crossread.resolve.hits import (
    Hit,
    chosen,
    hits,
    is_house_at,
    is_organ_at,
    is_portfolio,
    is_where,
    tokens_of,
)
from crossread.resolve.houses import (
    heads,
    is_mission_abroad,
    is_ruling,
    is_unnamed,
    of_another_house,
    one_of,
    part_of_land,
    without_inspectors,
)
from crossread.resolve.names import CAPITAL, HONORIFIC, compiled, fold
from crossread.resolve.register import register

LONGEST_ACRONYM = 5
"""Letters of the longest name in capitals that is taken for an acronym where nothing else tells."""
LONGEST_HOUSE = 6
"""Words in the longest body behind a person's name; more are half a sentence."""
ON_THE_SCENE = frozenset({"health ministry", "police", "coast guard", "interior ministry"})
"""Organs that work where things happen, whichever state's people the report is about."""
COUNTING = frozenset(
    {
        "health ministry",
        "interior ministry",
        "defence ministry",
        "army",
        "police",
        "coast guard",
        "internal security",
        "railways ministry",
        "emergencies ministry",
        "state media",
        "military court",
        "prosecution",
        "gendarmerie",
        "parliament",
    }
)
"""Organs that keep counts of their own where the event is, an army wherever it is; others speak for their state."""
PLAIN_ORGANS = ("police", "army", "prosecution", "gendarmerie")
"""Organs that speak under their plain name where nobody says which state's they are."""
COMPASS = frozenset(
    {
        *("north", "south", "east", "west", "northern", "southern", "eastern", "western"),
        *("central", "greater", "the"),
    }
)
"""Before a state's name: still the state."""
BEFORE_OFFICES = frozenset(
    {
        "former",
        "vice",
        "acting",
        "deputy",
        "lord",
        "lady",
        "honorable",
        "honourable",
        "metropolitan",
        "late",
        "outgoing",
        "local",
    }
)
"""Words that stand before an office at the head of a sentence and name no place ("Former governor")."""
COALITIONS = frozenset(
    {"national", "unity", "accord", "salvation", "reconciliation", "consensus", "transition"}
)
"""Behind "Government of": no place but what several sides agreed on."""
POSSESSIVES = frozenset({"their", "his", "her", "its"})
"""Somebody's army or embassy, not the home state's."""
_WHO = rf"{CAPITAL}[\w’'-]*\w(?:\s{CAPITAL}[\w’'-]*\w){{0,3}}"


def organ_of(state: Party, words: list[str]) -> Party:
    """The organ of a state that the words name, or the state itself for its government."""
    kind = organ_kind(words)
    if kind is None:
        return state
    return Party(f"{state.name}’s {kind}", within=state.name, kind="ministry")


def organ_kind(words: list[str]) -> str | None:
    """ "health ministry", "army", "police" … where the words name such an organ."""
    said = without_inspectors(fold(" ".join(words)))
    if is_ruling(said):
        return None
    return next((kind for kind, spelled in organ_patterns() if spelled.search(said)), None)


@cache
def organ_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind of ministry and of other organ, in the order in which they are looked for, with its spellings."""
    found = []
    for portfolio, spellings in load("bodies")["portfolios"].items():
        area = f"(?:{'|'.join(spellings)})"
        names = rf"{area} (?:ministry|minister|department|secretary|officials?|authorities|service)"
        offices = r"(?:ministry|minister|department|secretary|service)"
        turned = rf"{offices} (?:of|for) (?:the )?(?:public )?{area}"
        found.append((f"{portfolio} ministry", re.compile(rf"\b(?:{names}|{turned})\b")))
    for kind, spellings in load("bodies")["organ_kinds"].items():
        spelled = "|".join(map(re.escape, spellings))
        found.append((str(kind), re.compile(rf"\b(?:{spelled})\b")))
    return tuple(found)


def ministries(text: str) -> set[str]:
    """The kinds of ministry that a text names."""
    phrases = re.findall(
        r"\w+ [Mm]inist(?:ry|er)\b|[Mm]inistry (?:of|for) (?:the )?\w+(?: \w+)?", text
    )
    return {kind for phrase in phrases if (kind := organ_kind([phrase])) is not None}


def is_sovereign(words: list[str]) -> bool:
    """Whether the words are a title or name of a state's government."""
    return re.search(rf"\b(?:{one_of('sovereign')})\b", fold(" ".join(words))) is not None


def is_local(words: list[str]) -> bool:
    """Whether the words name a head or an office of a place below the state."""
    return re.search(rf"\b(?:{one_of('local')})\b", fold(" ".join(words))) is not None


def local_authority(phrase: str, by_name: dict[str, Party]) -> Party | None:
    """The place whose own authorities a phrase names ("the governor of X", "X's mayor", "the X government")."""
    whose = r"(?:(?:The|Its|His|Her|Our|Their)\b|[\w-]+-(?:installed|appointed|backed|run|held)\b)"
    place = rf"(?P<place>(?!{whose}){CAPITAL}[\w-]+(?:[ -](?!{HONORIFIC}){CAPITAL}[\w-]+){{0,2}})"
    local = "|".join(sorted(map(re.escape, heads("local") | {"premier"}), key=len, reverse=True))
    owner = rf"(?:(?:[a-z-]+\s)?{CAPITAL}[\w-]+[’']s\s(?:[a-z-]+\s)?(?={CAPITAL}))?"  # "northern Ruvia's"
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s", "", phrase.strip())
    patterns = (
        rf"\b(?i:{local}|government|authorities)\s(?:of|in)\s(?:the\s)?{owner}(?:(?:state|city|town|region|province)\sof\s)?{place}",
        rf"{place}(?:[’']s)?\s(?:(?:deputy|state|regional|provincial)\s)?(?i:{local}|government|authorities)\b",
    )
    for pattern in patterns:
        match = compiled(pattern).search(bare)
        no_place = heads("roles") | heads("local") | heads("sovereign") | heads("letters")
        no_place |= heads("below_state") | heads("holders") | BEFORE_OFFICES | fields()
        if match and set(fold(match["place"]).split()) & COALITIONS:
            continue
        if match and fold(match["place"].split()[0]) not in no_place:
            known = by_name.get(fold(match["place"]))
            governing = re.search(r"(?i)government|authorities", bare) is not None
            capital = fold(match["place"]) in register().capitals and governing
            if capital or (known is not None and known.kind == "state"):
                return None
            full = re.match(
                rf"{re.escape(match['place'])}\s(?i:County|City|Province|District|Region)\b",
                match[0],
            )
            name = full[0] if full and full[0].split()[-1][:1].isupper() else match["place"]
            return known or Party(name.title() if is_shouted(name) else name, kind="organ")
    return None


@cache
def fields() -> frozenset[str]:
    """What ministries and authorities are of, and no place ("Health authorities")."""
    rows = load("bodies")["portfolios"].values()
    return frozenset(part for row in rows for name in row for part in name.split())


def is_shouted(name: str) -> bool:
    """Whether a name is set in capitals as headings are, too long for an acronym."""
    return name.isupper() and len(name) > LONGEST_ACRONYM


def body_of(
    phrase: str, by_name: dict[str, Party], home: Party | None, scene: Party | None = None
) -> Party | None:
    """The body that a phrase stands for: a named one, a state's organ, a place's authorities; else None.

    A bare organ is the home state's, the one that the texts are about; a bare organ that works where things happen
    (health officials, the police) is the scene's, the state where the places named lie.
    """
    words = tokens_of(phrase)
    if not words or {fold(words[0]), fold(words[-1])} & heads("crowd"):
        return None
    if any(fold(word) == "junta" for word in words):
        return Party("junta", within=home.name if home else None)
    local = local_authority(phrase, by_name) or part_of_land(words, organ_kind(words))
    if local is not None:
        return local
    hit = chosen(list(hits(words, by_name)))
    if hit is not None and is_portfolio(words, hit):
        return home
    if hit is None:
        return None if of_another_house(words) else home_organ(words, home, scene)
    if any(fold(word) in heads("crowd") for word in words[: hit.first]):
        return None
    if is_where(words, hit) or is_house_at(words, hit):
        return None
    if hit.party.name == "media" and len(words) > hit.last - hit.first:
        return None  # "the ministry's press office"
    if is_organ_at(words, hit):
        return home_organ(words[: hit.first] + words[hit.last :], home, scene)
    if hit.party.kind != "state":
        return (
            None if longer_name(words, hit) or other_office(words, hit) else mission_or(words, hit)
        )
    rest = words[: hit.first] + words[hit.last :]
    if is_local(rest) or other_name(words, hit) or is_of_a_province(hit.party, rest):
        return None
    return organ_of(hit.party, rest)


def longer_name(words: list[str], hit: Hit) -> bool:
    """Whether an armed group's name goes on into another's ("Islamic State Khorasan")."""
    after = words[hit.last : hit.last + 1]
    grown = bool(after) and after[0][:1].isupper() and not known_head(after[0])
    return hit.party.kind == "other" and grown and not after[0].isupper()


def mission_or(words: list[str], hit: Hit) -> Party:
    """The UN's mission where the words speak of it, else the body that is named."""
    behind = {fold(word) for word in words[hit.last :]}
    if hit.party.name == "UN" and behind & heads("missions"):
        return Party("UN’s mission", within="UN", kind="ministry")
    return hit.party


def is_of_a_province(state: Party, words: list[str]) -> bool:
    """Whether a premier is a province's, as in a state whose provinces have premiers."""
    premier = "premier" in map(fold, words) and fold(words[0]) != "vice"
    return premier and fold(state.name) in heads("premiers_of_provinces")


def other_office(words: list[str], hit: Hit) -> bool:
    """Whether a body's name only says whose another office is ("the UN relocation organization")."""
    return hit.party.kind == "neutral" and any(
        fold(word) in heads("offices") for word in words[hit.last :]
    )


def other_name(words: list[str], hit: Hit) -> bool:
    """Whether the phrase names another body beside the state ("Hand in Hand for Lebanon", "Syria TV")."""
    before = words[: hit.first]
    after = words[hit.last :]
    if after and fold(after[-1]) in heads("societies") and organ_kind(after) != "state media":
        return True
    if organ_kind(after) is None and any(fold(word) in heads("societies") for word in after):
        return True
    if not after and before and before[-1][:1].isupper() and is_strange(before[-1]):
        return True  # "Bluefield Kenya", "Air Kenya"
    if (
        before
        and before[-1].casefold() in {"for", "in"}
        and before[0][:1].isupper()
        and not known_head(before[0])
    ):
        return True
    outlet = bool(after) and len(after[0]) > 1 and after[0].isupper()
    return outlet or (bool(after) and after[0][:1].isupper() and not known_head(after[0]))


def is_strange(word: str) -> bool:
    """Whether a word before a state's name makes it another body's name."""
    company = fold(word) in heads("companies")
    return company or (word.casefold() not in COMPASS and not known_head(word))


def known_head(word: str) -> bool:
    """Whether a word is a role, an organ's head noun or a title, not a name."""
    key = fold(word)
    single = {
        part
        for name in heads("organs") | heads("sovereign") | heads("local")
        for part in name.split()
    }
    return not key or key in heads("roles") | heads("holders") | single | fields() | {
        "official",
        "senior",
        "acting",
        "former",
        "vice",
        "deputy",
        "prime",
        "national",
        "federal",
    }


def home_organ(words: list[str], home: Party | None, scene: Party | None) -> Party | None:
    """The organ of the event's own state for words that name no state, or of the state whose capital is named."""
    capitals = register().capitals
    for start in range(len(words)):
        for end in (start + 3, start + 2, start + 1):
            state = capitals.get(fold(" ".join(words[start:end])))
            rest = words[:start] + words[end:]
            if state is not None and rest and speaks_for_state(rest):
                return organ_of(state, rest)
    if is_local(words) or words[0].casefold() in POSSESSIVES or is_mission_abroad(words):
        return None
    if organ_kind(words) in ON_THE_SCENE or fold(words[-1]) in ("government", "authorities"):
        home = scene or home
    sovereign = organ_kind(words) or is_sovereign(words) or is_unnamed(words)
    if home is not None and sovereign and not unknown_name(words):
        return None if is_of_a_province(home, words) else organ_of(home, words)
    return None


def speaks_for_state(words: list[str]) -> bool:
    """Whether the words name an organ, a title or a role of a state."""
    return organ_kind(words) is not None or is_sovereign(words) or has_role(words)


def has_role(words: list[str]) -> bool:
    """Whether one of the words is a role."""
    return any(fold(word) in heads("roles") for word in words)


def unknown_name(words: list[str]) -> bool:
    """Whether the words begin with a capitalised name that is no title ("Rijal relief officials")."""
    named = [word for word in words if word[:1].isupper() and not known_head(word)]
    return bool(named) and words.index(named[0]) == 0


def spoken_for(words: str) -> str | None:
    """The body that a holder of a role speaks for ("the army's spokesman", "a coalition official"), the role off."""
    bare = re.sub(r"^(?:the|an?|one|another|senior)\s+", "", words.strip(), flags=re.I)
    behind = re.match(
        r"(?:[\w-]+\s){0,2}?(?P<role>[\w-]+)\s(?:of|for|in|at|from|with)\sthe\s(?P<body>.+)$", bare
    )
    if behind is not None and fold(behind["role"]) in heads("roles"):
        return own_body(behind["body"])
    front = bare.split()
    cut = len(front)
    while cut > 0 and fold(front[cut - 1]) in heads("roles") | heads("workers"):
        if front[cut - 1].istitle() and "of" in front[:cut]:
            break  # "Union of Bay Doctors"
        cut -= 1
    if 0 < cut < len(front):
        rest = re.sub(r"[’']s?$", "", " ".join(front[:cut]))
        return own_body(re.sub(r"^(?:senior|local|unnamed)\s", "", rest))
    return None


def house_in(words: str) -> str | None:
    """The body's words around a person's name in a speaker's ("Sorel of the union", "the union's Sorel")."""
    behind = re.fullmatch(
        rf"(?P<who>{_WHO}),?\s(?:of|for|at|from)\s(?:the\s|(?={CAPITAL}))(?P<body>.+)", words
    )
    match = behind or compiled(rf"(?:[Tt]he\s)?(?P<body>.+?)[’']s\s(?P<who>{_WHO})").fullmatch(
        words
    )
    if match is None:
        return None
    taken = heads("roles") | heads("holders") | heads("crowd") | heads("sovereign") | heads("local")
    taken |= heads("nouns") | heads("organs") | heads("societies") | heads("name_nouns")
    taken |= heads("people") | heads("not_persons") | heads("of_people") | heads("workers")
    body = fold(match["body"]).split()
    if set(fold(match["who"]).split()[-1:]) & taken or set(body) & heads("crowd"):
        return None
    return match["body"] if len(body) <= LONGEST_HOUSE else None


@cache
def roles() -> str:
    """Roles as one alternation, longest first."""
    return "|".join(map(re.escape, sorted(heads("roles"), key=lambda word: (-len(word), word))))


def own_body(words: str | None) -> str | None:
    """The words of a body that nothing else explains, article off: "the temple trust" speaks for itself.

    Only names and definite descriptions: "a rights group" is nobody in particular.
    """
    if not words or re.match(
        r"(?:an?|some|its|their|his|her|our|one|two|according)\b", words, re.I
    ):
        return None
    bare = re.sub(r"^(?:the|this|that)\s+", "", words.strip(), flags=re.I)
    bare = compiled(rf"(?<=\w)[’']s?\s(?:[a-z-]+\s)*?(?:{roles()})(?:\sgeneral)?$").sub("", bare)
    head = [fold(w) for w in tokens_of(re.split(r"\s(?:of|for|in|by|to|from|at|with)\s", bare)[0])]
    if not head:
        return None
    bodies = heads("nouns") | heads("organs") | heads("societies")
    return bare.rstrip(" .,;:") if head and head[-1] in bodies - heads("crowd") else None

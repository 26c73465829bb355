"""Who somebody speaks for: the tokens of a noun phrase come in, the words of the side or body in it go out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.attribute import cues
from crossread.attribute.wording import (
    COUNTRY,
    RELATIVE,
    Tokens,
    acronym,
    capital,
    cut_preposition,
    hyphen,
    inside_name,
    is_body,
    is_role,
    looks_like_body,
    low,
    owner_and_rest,
    person_name,
    proper_head,
    proper_tail,
    run_from,
    segments,
    span,
    stripped,
    text_of,
    without_side,
    words,
)
from crossread.lexicon import load

if TYPE_CHECKING:
    pass


SPOKEN_FOR = (
    "for", "from", "with", "at", "of", "in", "to", "inside", "within", "close", "on", "by", "among", "under",
)  # fmt: skip
"""Prepositions behind a role, those first that lead most surely to the body it speaks for."""

PLACED = frozenset({"in", "from", "at", "inside", "near", "on", "to", "close", "under", "by"})
"""Of these, the ones behind which a mere place may stand."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a noun phrase says of a speaker: the person's name, the role and the body, each where it gives one."""

    name: str | None = None
    role: str | None = None
    party: str | None = None
    body: bool = False
    name_at: tuple[int, int] | None = None


def body_of(tokens: Tokens) -> str | None:
    """The body that a noun phrase without a role names, in its shortest form; None where it names none."""
    tokens = stripped(without_side(stripped(tokens)))
    if not tokens:
        return None
    core, rest = cut_preposition(tokens)
    roles = [at for at, token in enumerate(core) if is_role(token) and not inside_name(core, at)]
    if roles:
        return described(tokens).party
    if any(token.lower_ in cues.nouns("document") for token in core[-1:]):
        return document_owner(core, rest)
    bodies = [at for at, token in enumerate(core) if is_body(token)]
    tail = proper_tail(core)
    if bodies and not capital(core[bodies[-1]]) and bodies[-1] + 1 < len(core) and tail:
        return text_of(tail)
    if (tail and len(tail) == len(core)) or (bodies and capital(core[bodies[-1]])):
        return name_of_body(core, rest)
    if bodies:
        return common_body(core, bodies[-1], rest)
    if tail:
        return text_of(tail)
    owner, _ = owner_and_rest(core)
    if owner:
        return body_of(owner)
    return body_after(rest)


def document_owner(core: Tokens, rest: Tokens) -> str | None:
    """Whose figures, list or report it is."""
    owner, _ = owner_and_rest(core)
    if owner:
        return body_of(owner)
    before = stripped(core[:-1])
    if before and (any(is_body(token) for token in before) or capital(before[0])):
        return body_of(before)
    return body_after(rest)


def name_of_body(core: Tokens, rest: Tokens) -> str:
    """A body's proper name: the possessor in front of it goes, "of …" and "for …" with capitals stay."""
    owner, had = owner_and_rest(core)
    if owner and capital(had[-1]) and len(proper_tail(had)) == len(had):
        core = had
    whole = [*core, *rest]
    first = 0
    while first < len(core) - 1 and not capital(core[first]):
        first += 1
    return text_of(proper_head(whole[first:]) or core)


def common_body(core: Tokens, at: int, rest: Tokens) -> str:
    """A body by its common noun ("the health ministry"), or the name or owner behind it where that says more."""
    owner, had = owner_and_rest(core[: at + 1])
    if owner and had[0].lower_ in words("bodies", "press organs") and (named := body_of(owner)):
        return named
    after = proper_head(stripped(rest[1:])) if rest else ()
    noun = core[at].lower_
    if rest and rest[0].lower_ == "of" and noun not in words("bodies", "organs"):
        if after and noun in words("bodies", "regions"):
            return text_of(after)
        of = body_of(rest[1:])
        if of and (any(is_body(t) for t in rest[1:6]) or acronym(after)):
            return of
    if after and (
        (rest[0].lower_ == "of" and len(core) == 1)
        or (rest[0].lower_ in {"in", "at"} and noun in {"ministry", "navy", "government"})
    ):
        return text_of([*core, *rest[: after[-1].i - rest[0].i + 1]])
    if (
        at > 0
        and acronym(core[at - 1 : at])
        and len(stripped(core)) == 2
        and noun not in words("bodies", "organs")
    ):
        return core[at - 1].text
    return text_of(core[: at + 1])


def body_after(rest: Tokens, role: str = "official") -> str | None:
    """The body behind a role's preposition: "of the NLA's media center" gives NLA.

    A bare place behind "in" or "from" is a body only for those who speak by office: a teacher from a town speaks for
    nobody.
    """
    if len(rest) < 2 or rest[0].lower_ in RELATIVE:
        return led_body(rest)
    for preferred in SPOKEN_FOR:
        for at, token in enumerate(rest[:-1]):
            if preferred == "for" and at and capital(rest[at - 1]):
                continue  # "with Lawyers for the Valley"
            if token.lower_ != preferred or is_medium(preferred, rest[at + 1 :], role):
                continue
            if (
                preferred in PLACED
                and role not in words("roles", "of office")
                and not named_body(rest[at + 1 :])
            ):
                continue
            if found := behind(rest[at + 1 :]):
                return found
    return None


def is_medium(preposition: str, behind: Tokens, role: str) -> bool:
    """Whether a preposition leads to what somebody speaks on or to: "the governor on Facebook", "to a radio"."""
    if preposition not in {"on", "to", "in", "by"}:
        return False
    core, _ = cut_preposition(stripped(behind))
    medium = any(token.lower_ in words("bodies", "media") for token in core[-1:])
    return medium or (preposition == "to" and role not in words("roles", "sent"))


def named_body(tokens: Tokens) -> bool:
    """Whether a phrase names a body by a body's word, an acronym or an article before a name."""
    core, _ = cut_preposition(stripped(tokens))
    return (
        any(is_body(t) for t in core)
        or acronym(core)
        or (tokens[0].lower_ == "the" and bool(core) and capital(core[0]))
        or any(hyphen(t) for t in core)
    )


def behind(tokens: Tokens) -> str | None:
    """The body that the phrase after a preposition names, its possessor before its own noun."""
    tokens = stripped(tokens)
    if people := people_for(tokens):
        return people
    core, _ = cut_preposition(tokens)
    owner, had = owner_and_rest(core)
    if owner and capital(owner[-1]) and not (had and is_ministry(had)):
        return body_of(owner)
    if any(is_body(token) or capital(token) for token in core):
        return body_of(tokens)
    return None


def people_for(tokens: Tokens) -> str | None:
    """A body called by its people and whom they are for ("Lawyers for the Valley")."""
    if len(tokens) < 3 or not capital(tokens[0]) or not tokens[0].lower_.endswith("s"):
        return None
    first = 3 if tokens[2].lower_ == "the" else 2
    name = proper_head(tokens[first:])
    if tokens[1].lower_ not in {"for", "against", "without"} or not name:
        return None
    return text_of(tokens[: first + len(name)])


def is_ministry(tokens: Tokens) -> bool:
    """Whether the thing possessed speaks for itself rather than for its possessor."""
    return any(
        token.lower_ in {"ministry", "army", "police", "navy", "military", "government"}
        for token in tokens
    )


def led_body(rest: Tokens) -> str | None:
    """The body in ", who heads the port's civil society": the object of a verb of leading."""
    for at, token in enumerate(rest[:4]):
        if token.lower_ in words("roles", "leads") and at + 1 < len(rest):
            tokens = stripped(rest[at + 1 :])
            core, _ = cut_preposition(tokens)
            if core and any(capital(word) or is_body(word) for word in core):
                owner, _ = owner_and_rest(core)
                return text_of(core) if owner and not capital(core[-1]) else body_of(tokens)
    return None


def role_party(core: Tokens, at: int) -> str | None:
    """The body in the words before a role noun: "Peru's interior ministry spokesman", "NLA official"."""
    owner, between = owner_and_rest(core[:at])
    between = stripped(between)
    bodies = [
        place
        for place, token in enumerate(between)
        if is_body(token) and token.lower_ not in words("roles", "plain")
    ]
    if bodies:
        return text_of(stripped(without_side(between[: bodies[-1] + 1])))
    if owner:
        return body_of(owner)
    named = [
        t
        for t in between
        if capital(t) and t.lower_ not in words("roles", "plain") and not is_role(t)
    ]
    named = [token for token in named if not COUNTRY.search(token.lower_)]
    adjectives = load("reporting")["bodies"]["adjectives"]
    if core[at].lower_ in words("roles", "ministers") and between:
        domain = [
            token
            for token in between
            if not is_role(token) and token.lower_ not in {"prime", "first", "deputy"}
        ]
        states = [token for token in domain if capital(token) and not capital(core[at])]
        if states:
            return text_of(proper_head(states))
        return text_of(domain) + " ministry" if domain else None
    if named and (capital(core[at]) is False or core[at].i != named[-1].i + 1 or len(named) >= 1):
        return text_of(run_from(between, named[0]))
    for token in between:
        if adjectives.get(token.lower_):
            return str(adjectives[token.lower_])
    return None


def office_party(core: Tokens, at: int) -> str | None:
    """The body that a public office stands for where no words name one: the government, or the office."""
    office = core[at].lower_
    offices = load("reporting")["roles"]["offices"]
    before = core[at - 1].lower_ if at else ""
    if office in words("roles", "ministers") and before not in {"prime", "first", "chief", "of"}:
        return "government"
    if office in offices["government"] or f"{before} {office}" in offices["government"]:
        regional = any(token.lower_ in {"regional", "state", "provincial"} for token in core[:at])
        return (
            "regional government"
            if regional
            else "state government"
            if before == "chief"
            else "government"
        )
    if f"{before} {office}" in offices["office"]:
        return text_of(core[at - 1 : at + 1])
    return text_of(core[at : at + 1]).lower() if office in offices["office"] else None


def described(tokens: Tokens) -> Described:
    """What a speaker's whole noun phrase, appositions included, says of name, role and body."""
    parts = segments(tokens)
    if not parts:
        return Described()
    first = core_described(parts[0])
    for part in parts[1:4]:
        if first.body and acronym(part):
            return Described(first.name, first.role, text_of(part), True)
        if first.party is not None and (first.name is not None or first.body):
            break
        more = core_described(part)
        if (
            first.name is not None
            and first.role is None
            and more.body
            and part[0].lower_ in {"a", "an", "the"}
        ):
            return Described(None, None, first.name, True)
        name = first.name or more.name
        party = first.party or (
            more.party if more.role or (more.body and capital(part[-1])) else None
        )
        first = Described(
            name, first.role or more.role, party, first.body, first.name_at or more.name_at
        )
    return first


def first_of_two(tokens: Tokens) -> Tokens:
    """The first of two people joined by "and": who speaks together is known by the first."""
    for at in range(1, len(tokens) - 1):
        joined = (
            tokens[at].lower_ == "and"
            and all(map(capital, tokens[:at]))
            and capital(tokens[at + 1])
        )
        if joined and not any(is_body(token) for token in (*tokens[:at], *tokens[at + 1 :])):
            return tokens[:at]
    return tokens


def core_described(tokens: Tokens) -> Described:
    """The same for one stretch without commas."""
    if tokens[0].lower_ == "whose":
        own = any(is_body(token) for token in tokens[1:4]) and any(map(capital, tokens[1:4]))
        return Described(role="who", party=body_of(tokens[1:4]) if own else None)
    if low(tokens[0]) in RELATIVE:
        return Described(role="who", party=led_body(tokens))
    if tokens[0].lower_ in {"of", "from", "at"}:
        return Described(role="of", party=body_after(tokens))
    clean = first_of_two(stripped(tokens))
    if not clean:
        return Described()
    core, rest = cut_preposition(clean)
    roles = [at for at, token in enumerate(core) if is_role(token) and not inside_name(core, at)]
    if roles:
        return described_by_role(core, roles[-1], rest)
    tail = proper_tail(core)
    if tail and len(tail) == len(core):
        alone = len(core) == 1 and core[0].lower_ not in words("roles", "titles")
        if alone or looks_like_body(core, article=tokens[0].lower_ == "the"):
            return Described(None, None, name_of_body(core, rest), True)
        named = person_name(core)
        party = body_after(rest) or led_body(rest)
        return Described(text_of(named), None, party, False, span(named))
    party = body_of(clean)
    return Described(None, None, party, True) if party is not None else Described()


def described_by_role(core: Tokens, at: int, rest: Tokens) -> Described:
    """A phrase with an office: the name behind it, and the body before or behind it."""
    office = core[at].lower_
    named = person_name(proper_head(core[at + 1 :]))
    run = proper_head(rest[1:]) if rest and rest[0].lower_ == "of" else ()
    if (
        not named and len(run) > 2
    ):  # "Secretary of State Antony Blinken": the last two words are the name
        of = text_of(run[:-2])
        of = "State Department" if (of, office) == ("State", "secretary") else of
        return Described(text_of(run[-2:]), office, of, False, span(run[-2:]))
    party = role_party(core, at) or body_after(rest, office) or office_party(core, at)
    if party == "State" and office in words("roles", "ministers"):
        party = "government"
    return Described(text_of(named) if named else None, office, party, False, span(named))

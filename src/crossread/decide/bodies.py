"""One report's claims with the network's ballots on their speakers' bodies come in; one body for each speaker goes out.

A body belongs to a speaker and not to a number: what is held of it at each of his figures is weighed together.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from crossread.decide.ballots import NOWHERE, Ballot, merged
from crossread.decide.mentions import Mentions
from crossread.lexicon import load
from crossread.model.claim import Claim

NAME = r"(?:[a-z]+\s)*(?P<name>[^\W\d_a-z][\w’'.-]+(?:\s(?:[a-z]{1,3}|[^\W\d_a-z][\w’'.-]*)){1,3})"
"""A name of two to four words, with or without words such as "spokesman" before it."""

FIRST_PERSON = frozenset({"i", "we", "our", "us", "my"})
"""Those who speak of themselves; nobody else's body is theirs."""
A_NOBODY = 0.1
"""From this share of nobody a body that stands apart from its speaker is doubtful (the annotated events)."""
A_BODY = 0.3
"""Below this share it is, too."""


def with_bodies(
    claims: Sequence[Claim], ballots: Mapping[int, Ballot], mentions: Mentions
) -> list[Claim]:
    """The claims with their speakers' bodies; `ballots` by the index of the claim, none for what is denied."""
    told = list(claims)
    for group in _speakers(claims):
        held = [ballots[index] for index in group if index in ballots]
        if held:
            ballot = merged(held).without(_own_name(claims, group))
            for index, body in zip(group, _bodies(told, group, ballot, mentions), strict=True):
                told[index] = replace(told[index], source_party=body)
    return told


def _bodies(
    claims: Sequence[Claim], group: Sequence[int], held: Ballot, mentions: Mentions
) -> list[str | None]:
    """The body for each claim of one speaker: the one pointed at, else the rules', even if they gave it once."""
    given = [claims[index].source_party for index in group]
    named = sorted({name for name in given if name is not None})
    forms = frozenset(word for name in named for word in name.casefold().split())
    place = held.elected(forms)
    speaker = claims[group[0]].source or ""
    if place == NOWHERE:
        own = _is_a_body_by_himself(named, speaker) and not _is_turn(claims, group)
        return given if own else [None] * len(group)
    if named and re.match(r"(?:[Tt]he|[Tt]hat) same\s", speaker):
        return given  # the rules look back for the one who is meant
    if (
        place is not None
        and speaker.rpartition(" ")[2].isupper()
        and (mentions.is_heading(place) or mentions.is_venue(place))
    ):
        return given  # a hearing's title names where it sits, not whom a witness speaks for
    if place is not None and mentions.host(place) is not None:
        return given  # whoever stands beside a speaker lends him no body
    if place is not None and not named and _is_far_fetched(claims, group, held, mentions, place):
        return given
    body = None if place is None else mentions.named(place)
    if body is not None and len(named) == 1 and _speaks_itself(named[0], speaker, body):
        return [named[0]] * len(group)
    if body is not None and _is_no_name(body):
        held = held.without(frozenset(body.casefold().split()))
        place = held.elected(forms)
        body = None if place is None or place == NOWHERE else mentions.named(place)
        body = None if body is not None and _is_no_name(body) else body
    if body is None or _is_title(body, speaker):
        return given if len(named) != 1 else [named[0]] * len(group)
    return [body] * len(group)


def _speaks_itself(name: str, speaker: str, body: str) -> bool:
    """Whether the rules' body is the speaker as he is called, and the one pointed at is not ("the port ministry")."""
    words = speaker.casefold()
    return name.casefold() in words and body.casefold() not in words


def _is_a_body_by_himself(named: Sequence[str], speaker: str) -> bool:
    """Whether the rules know the speaker by his own words alone: whoever is a body speaks for it ("the duty desk")."""
    return [name.casefold() for name in named] == [speaker.casefold().removeprefix("the ")]


def _is_turn(claims: Sequence[Claim], group: Sequence[int]) -> bool:
    """Whether a speaker is told by a turn's label, which names persons as it does bodies."""
    return any("turn" in claims[index].source_rule.split() for index in group)


def _is_far_fetched(
    claims: Sequence[Claim],
    group: Sequence[int],
    held: Ballot,
    mentions: Mentions,
    place: int,
) -> bool:
    """Whether nothing ties a speaker without a body to the one pointed at: he is "we", a turn's label, or far off."""
    if _is_turn(claims, group):
        return True
    if (claims[group[0]].source or "").casefold() in FIRST_PERSON:
        return True
    doubtful = held.nobody >= A_NOBODY or max(held.shares.values()) < A_BODY
    spoken = [at for index in group if (at := claims[index].source_at) is not None]
    return doubtful and not any(mentions.is_beside(place, at) for at in spoken)


def _is_no_name(body: str) -> bool:
    """Whether words are neither written as a name nor hold a noun of a body or an office ("nursing", "Its")."""
    heads = load("bodies")["heads"]
    words = [word for word in re.findall(r"[^\W_]+", body) if word[:1].isupper()]
    small = {*heads["openers"], *load("dates")["weekdays"], *load("dates")["months"]}
    if any(word.casefold() not in small for word in words):
        return False
    nouns = _bodies_nouns() | {
        *heads["roles"],
        *heads["holders"],
        *heads["workers"],
        *heads["people"],
    }
    nouns |= {*heads["followers"], *heads["name_nouns"], *heads["grounds"], *heads["below_state"]}
    said = body.casefold()
    return not any(re.search(rf"\b{re.escape(noun)}s?\b", said) for noun in nouns)


def _is_title(body: str, speaker: str) -> bool:
    """Whether words tell only of a speaker's rank and name ("Gov. Dan" of "Gov. Dan Bishop"), not of his office."""
    ranks = _ranks()
    titled = speaker.casefold().split()
    words = body.casefold().split()
    return words[0] in ranks and all(word in ranks or word in titled for word in words)


@cache
def _ranks() -> frozenset[str]:
    """The words of a person's rank, title or role that belong to no office's name."""
    roles = load("reporting")["roles"]
    offices = {word for kind in roles["offices"].values() for name in kind for word in name.split()}
    return frozenset({*roles["nouns"], *roles["titles"], *roles["ranks"]} - offices)


def _own_name(claims: Sequence[Claim], group: Sequence[int]) -> frozenset[str]:
    """The words of a person's name: he is no body, and pointing at him tells of none."""
    names = [re.fullmatch(NAME, claims[index].source or "") for index in group]
    words = {word for name in names if name for word in name["name"].casefold().split()}
    parts = {part for word in words if "-" in word for part in (*word.split("-"), "-")}
    return frozenset() if words & _bodies_nouns() else frozenset(words | parts)


@cache
def _bodies_nouns() -> frozenset[str]:
    heads = load("bodies")["heads"]
    lists = (
        "organs",
        "local",
        "sovereign",
        "offices",
        "societies",
        "missions",
        "companies",
        "nouns",
    )
    return frozenset(word for name in lists for word in heads[name])


def _speakers(claims: Sequence[Claim]) -> list[list[int]]:
    """The indexes of the claims by speaker; "Nimri" speaks where one "Hala Nimri" does."""
    heard = {claim.source.casefold() for claim in claims if claim.source}
    groups: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        if claim.source:
            words = claim.source.casefold()
            longer = sorted(one for one in heard if one.endswith(f" {words}"))
            groups.setdefault(longer[0] if len(longer) == 1 else words, []).append(index)
    return list(groups.values())

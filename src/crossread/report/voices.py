"""Claims come in; who said what goes out, by party, each with the names it is known under and its figures."""

from dataclasses import dataclass, replace

from crossread.model.claim import Claim
from crossread.model.party import Party
from crossread.report.index import FigureLink, Index
from crossread.report.speakers import Speaker
from crossread.report.wording import topic


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that one speaker says, by question."""

    speaker: Speaker
    aliases: int
    names: tuple[tuple[str, tuple[str, ...]], ...]
    """(what made them one, the names)."""
    through: tuple[str, ...]
    said: tuple[tuple[str, str | None, tuple[FigureLink, ...]], ...]
    """(subject, id of the question or None, the figures)."""


def accounts(index: Index) -> tuple[Account, ...]:
    """Named speakers first, the most quoted leading; then the reports in their own voice."""
    by_speaker: dict[Speaker, list[Claim]] = {}
    for claim in index.claims:
        by_speaker.setdefault(index.speakers.of(claim), []).append(claim)
    order = {speaker.key: rank for rank, speaker in enumerate(index.speakers.named())}
    speakers = sorted(by_speaker, key=lambda one: (one.own, order.get(one.key, 0), one.key))
    return tuple(account(speaker, by_speaker[speaker], index) for speaker in speakers)


def account(speaker: Speaker, claims: list[Claim], index: Index) -> Account:
    """One speaker's account."""
    party = next((one for one in index.ledger.parties if one.name == speaker.key), None)
    through = sorted({one.source for one in claims if one.source} - {speaker.name})
    return Account(
        speaker=speaker,
        aliases=len(party.aliases) if party else 0,
        names=names_of(party) if party else (),
        through=tuple(through),
        said=said(claims, index),
    )


def names_of(party: Party) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A party's other names, by the words that made them one."""
    why = dict(party.grounds)
    found: dict[str, list[str]] = {}
    for alias in party.aliases:
        found.setdefault(why.get(alias, ""), []).append(alias)
    return tuple((ground, tuple(names)) for ground, names in found.items())


def said(
    claims: list[Claim], index: Index
) -> tuple[tuple[str, str | None, tuple[FigureLink, ...]], ...]:
    """Claims by question, questions in the page's order, claims in order of time; every claim is there."""
    groups: dict[tuple[str, str | None], list[Claim]] = {}
    key: tuple[str, str | None]
    for claim in claims:
        question = index.question_of(claim)
        if question is None:
            key = (f"{claim.figure.population} {claim.figure.condition}".replace("_", " "), None)
        else:
            key = (topic(question.question), index.anchors.question(question.id))
        groups.setdefault(key, []).append(claim)
    return tuple(
        (subject, where, once(sorted(found, key=time_of), index))
        for (subject, where), found in groups.items()
    )


def once(claims: list[Claim], index: Index) -> tuple[FigureLink, ...]:
    """Each figure of a day once, with all the reports that carry it."""
    found: dict[tuple[str, str, bool], FigureLink] = {}
    for claim in claims:
        link = index.claim(claim)
        key = (link.words, link.when, link.denied)
        if key in found:
            reports = tuple(dict.fromkeys((*found[key].reports, *link.reports)))
            link = replace(found[key], reports=reports)
        found[key] = link
    return tuple(found.values())


def time_of(claim: Claim) -> tuple[str, str, int]:
    """What orders one speaker's claims."""
    return claim.as_of.iso if claim.as_of else "~", claim.report, claim.figure.start

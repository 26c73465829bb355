"""Claims come in; the words that verdicts are made of (figures, speakers, days) go out."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from crossread.model.claim import Claim
from crossread.model.when import When
from crossread.reconcile.voice import Voices


def figure_words(claim: Claim) -> str:
    """A quantity as a person would say it: "at least 30", "700 to 850", "about 4,000", "dozens"."""
    quantity = claim.figure.quantity
    if quantity.vague is not None:
        return f"“{quantity.vague}”"
    about = "about " if quantity.approx else ""
    if quantity.high is None:
        return f"at least {quantity.low:,}"
    if quantity.low is None:
        return f"up to {quantity.high:,}"
    if quantity.low == quantity.high:
        return f"{about}{quantity.low:,}"
    return f"{about}{quantity.low:,} to {quantity.high:,}"


def speaker_words(claim: Claim, voices: Voices) -> str:
    """Who says a claim: the party, else the speaker's own words, else the report by its short name."""
    if (
        claim.source_party
        and claim.source
        and claim.source_party.casefold() not in claim.source.casefold()
    ):
        return (
            f"{claim.source_party} ({claim.source})"
            if len(claim.source) < 40
            else claim.source_party
        )
    return claim.source_party or claim.source or f"{voices.label(claim)} in its own voice"


def day_words(when: When | None) -> str:
    """A day as "23 January 2022", a month or year as such, nothing where there is none."""
    if when is None:
        return ""
    if when.precision == "year":
        return str(when.last.year)
    if when.precision == "month":
        return f"{when.last:%B %Y}"
    return date_words(when.last)


def date_words(day: date) -> str:
    """A date as "23 January 2022"."""
    return f"{day.day} {day:%B %Y}"


def told(claim: Claim, voices: Voices) -> str:
    """A claim in short: who, what, as of when."""
    day = day_words(claim.as_of)
    return f"{speaker_words(claim, voices)}: {figure_words(claim)}" + (f" ({day})" if day else "")


PLURAL = re.compile(r"(?:^|\s)(?:[a-z]+[^\Wsui]s|police)$")
"""A common noun in the plural at the end of a speaker's words."""


def listed(parts: list[str]) -> str:
    """Parts as a sentence lists them."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def speakers_listed(claims: Iterable[Claim], voices: Voices) -> list[str]:
    """Who says claims, each party once: with the person's words only where one person alone speaks for it."""
    by_voice: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        by_voice[claim.source_party or speaker_words(claim, voices)].add(
            speaker_words(claim, voices)
        )
    return sorted(min(words) if len(words) == 1 else party for party, words in by_voice.items())


def deny(deniers: list[str]) -> str:
    """The verb of denying for its subject: "the residents deny", "the Red Cross denies"."""
    several = len(deniers) > 1 or PLURAL.search(deniers[0]) is not None
    return "deny" if several else "denies"

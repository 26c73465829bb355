"""What reports say of the state of things comes in; questions on which they say it both ways go out."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from crossread.model.claim import Claim
from crossread.model.question import Question, Standing, Verdict
from crossread.model.resolution import Situation
from crossread.reconcile.series import points
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import day_words, listed, speaker_words


def said_both_ways(
    situations: Sequence[Situation], voices: Voices
) -> list[tuple[Question, Verdict]]:
    """Each state of things that some say holds and others, or events after it, say does not."""
    by_topic: dict[str, list[Situation]] = defaultdict(list)
    for situation in situations:
        by_topic[situation.topic].append(situation)
    found = []
    for _, said in sorted(by_topic.items()):
        holds = once([one.claim for one in said if one.holds], voices)
        fails = once([one.claim for one in said if not one.holds], voices)
        if said[0].lasting:
            fails = not_before(fails, holds, voices)
        else:
            holds, fails = on_one_day(holds, fails, voices), on_one_day(fails, holds, voices)
        if holds and fails:
            found.append(both(said[0], holds, fails, voices))
    return found


def not_before(fails: list[Claim], holds: list[Claim], voices: Voices) -> list[Claim]:
    """The contrary as of the day on which the state was first said to hold, or later."""
    first = min((day for claim in holds if (day := voices.day(claim))), default=date.min)
    return [claim for claim in fails if (voices.day(claim) or date.max) >= first]


def on_one_day(claims: list[Claim], against: list[Claim], voices: Voices) -> list[Claim]:
    """The claims to which another speaker says the contrary for the same day."""
    return [
        claim
        for claim in claims
        if any(
            voices.day(claim) == voices.day(other)
            and voices.speaker(claim) != voices.speaker(other)
            for other in against
        )
    ]


def once(claims: Sequence[Claim], voices: Voices) -> list[Claim]:
    """One claim for each speaker and day, in order of time."""
    kept: dict[tuple[str, date | None], Claim] = {}
    for claim in sorted(claims, key=voices.order):
        kept.setdefault((voices.speaker(claim), voices.day(claim)), claim)
    return list(kept.values())


def both(
    situation: Situation, holds: list[Claim], fails: list[Claim], voices: Voices
) -> tuple[Question, Verdict]:
    """The question on a state of things that is said both ways, and the verdict that says so."""
    claims = (*holds, *fails)
    sides = [listed([said(claim, voices) for claim in side]) for side in (holds, fails)]
    why = f"{sides[0]}; against that, {sides[1]}."
    sources = tuple(
        sorted({claim.source_party or claim.source or "" for claim in claims if not is_own(claim)})
    )
    newest = max(claims, key=voices.order)
    standing = Standing(None, None, "contested", newest.as_of, why, newest.figure.quantity.vague)
    question = Question(
        id="q" + hashlib.sha256(f"situation|{situation.topic}".encode()).hexdigest()[:10],
        question=situation.question,
        party=None,
        population="people",
        family="situation",
        conditions=(situation.topic,),
        measure="stock",
        place=None,
        standing=standing,
        independent_sources=sources,
        reports=tuple(sorted({claim.report for claim in claims})),
        series=points(claims, voices),
    )
    return question, Verdict("status", claims, why)


def said(claim: Claim, voices: Voices) -> str:
    """Who says what of a state, and for which day."""
    day = day_words(claim.as_of)
    return f"{speaker_words(claim, voices)}: “{' '.join(claim.quote.split())}”" + (
        f" ({day})" if day else ""
    )

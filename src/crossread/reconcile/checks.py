"""Two claims of one question come in; how they stand to each other goes out, by a table of small named checks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from crossread.model.claim import Claim
from crossread.model.question import FamilyMeasure, Verdict
from crossread.reconcile.bounds import compatible, is_vague, quantity_key, size, stated, taken
from crossread.reconcile.voice import Voices
from crossread.reconcile.wording import day_words, deny, figure_words, speaker_words

SAME_TIME = timedelta(days=1)
"""Figures whose days are this near are for the same time: datelines and time zones shift a count by a day."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one question, the earlier first, with what the checks need to know about them."""

    earlier: Claim
    later: Claim
    measure: FamilyMeasure
    voices: Voices

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The days that the two claims are for."""
        return self.voices.day(self.earlier), self.voices.day(self.later)

    @property
    def same_speaker(self) -> bool:
        """Whether one speaker says both."""
        return self.voices.speaker(self.earlier) == self.voices.speaker(self.later)

    @property
    def same_time(self) -> bool:
        """Whether both are for the same time, or it cannot be told that they are not."""
        first, second = self.days
        return first is None or second is None or second - first <= SAME_TIME

    @property
    def affirmed(self) -> bool:
        """Whether nobody denies either."""
        return self.earlier.stance == self.later.stance == "affirmed"


def repeated(pair: Pair) -> str | None:
    """A copy repeats the figure of its original."""
    originals = {pair.voices.original.get(claim.report) for claim in (pair.earlier, pair.later)}
    if pair.earlier.report == pair.later.report or len(originals) > 1 or not same_words(pair):
        return None
    one, two = pair.voices.label(pair.later), pair.voices.label(pair.earlier)
    return f"{one} and {two} are one text, and both say {figure_words(pair.later)}."


def same_words(pair: Pair) -> bool:
    """Whether both say the same figure with the same stance."""
    return (
        quantity_key(pair.earlier) == quantity_key(pair.later)
        and pair.earlier.stance == pair.later.stance
    )


def same(pair: Pair) -> str | None:
    """Both say the same figure."""
    if not same_words(pair):
        return None
    who = (
        f"{speaker_words(pair.later, pair.voices)} says it twice"
        if pair.same_speaker
        else f"{speaker_words(pair.earlier, pair.voices)} and {speaker_words(pair.later, pair.voices)} say the same"
    )
    return f"{who}: {figure_words(pair.later)}."


def denial(pair: Pair) -> str | None:
    """One denies the figure that the other gives."""
    if pair.earlier.stance == pair.later.stance:
        return None
    denied, affirmed = (
        (pair.earlier, pair.later)
        if pair.earlier.stance == "denied"
        else (pair.later, pair.earlier)
    )
    if quantity_key(denied) != quantity_key(affirmed) and not (
        stated(denied).meets(stated(affirmed)) and (is_vague(denied) or is_vague(affirmed))
    ):
        return None
    denier = speaker_words(denied, pair.voices)
    if pair.same_speaker:
        return f"{denier} takes back {figure_words(denied)}, said before under the same name."
    giver = speaker_words(affirmed, pair.voices)
    return f"{giver} says {figure_words(affirmed)}; {denier} {deny([denier])} it."


def different_scope(pair: Pair) -> str | None:
    """One of the two counts only a part, or a count beside the other."""
    if "denied" in (pair.earlier.stance, pair.later.stance):
        return None
    parts = [claim for claim in (pair.earlier, pair.later) if claim.figure.measure != "total"]
    if parts and quantity_key(pair.earlier) != quantity_key(pair.later):
        kind = (
            "a part of a larger figure"
            if parts[0].figure.measure == "part"
            else "a count beside another"
        )
        return f"{figure_words(parts[0])} is {kind}."
    if pair.earlier.report_id == pair.later.report_id and pair.same_speaker and pair.same_time:
        if compatible(pair.earlier, pair.later):
            return None
        return (
            f"{pair.voices.label(pair.later)} gives {figure_words(pair.earlier)} and {figure_words(pair.later)} "
            "for one day: not the same people."
        )
    return None


def update(pair: Pair) -> str | None:
    """A later count: a toll that grew, or a stock that changed."""
    if not pair.affirmed or compatible(pair.earlier, pair.later):
        return None
    grew = size(pair.later) > size(pair.earlier)
    if pair.same_time and not pair.same_speaker:
        return None
    if pair.measure == "toll" and not grew:
        return None
    whose = (
        ""
        if pair.same_speaker
        else f" (by {speaker_words(pair.later, pair.voices)}, after {speaker_words(pair.earlier, pair.voices)})"
    )
    return (
        f"{speaker_words(pair.later, pair.voices) if pair.same_speaker else 'A later count'}{whose}: "
        f"{figure_words(pair.earlier)}{on(pair.earlier)}, then {figure_words(pair.later)}{on(pair.later)}."
    )


def revision_down(pair: Pair) -> str | None:
    """One speaker lowers a toll, which can only grow."""
    if not pair.affirmed or not pair.same_speaker or compatible(pair.earlier, pair.later):
        return None
    if pair.measure != "toll" or size(pair.later) >= size(pair.earlier):
        return None
    return (
        f"{speaker_words(pair.later, pair.voices)} goes down from {figure_words(pair.earlier)}{on(pair.earlier)} "
        f"to {figure_words(pair.later)}{on(pair.later)}."
    )


def spread(pair: Pair) -> str | None:
    """Two speakers give figures of which at most one can be right."""
    if not pair.affirmed or pair.same_speaker or compatible(pair.earlier, pair.later):
        return None
    return (
        f"{speaker_words(pair.earlier, pair.voices)} says {figure_words(pair.earlier)}{on(pair.earlier)}, "
        f"{speaker_words(pair.later, pair.voices)} {figure_words(pair.later)}{on(pair.later)}: no number fits both."
    )


def fits(pair: Pair) -> str | None:
    """Different figures that one number can satisfy."""
    if not pair.affirmed or not taken(pair.earlier).meets(taken(pair.later)):
        return None
    rounded = not stated(pair.earlier).meets(stated(pair.later))
    how = "once the rounding is allowed for" if rounded else "their bounds overlap"
    return f"{figure_words(pair.earlier)} and {figure_words(pair.later)} can both be right: {how}."


def on(claim: Claim) -> str:
    """ " on 23 January 2022", or nothing."""
    day = day_words(claim.as_of)
    return f" ({day})" if day else ""


Check = Callable[[Pair], str | None]

TABLE: tuple[tuple[str, Check], ...] = (
    ("copy", repeated),
    ("same", same),
    ("denial", denial),
    ("different_scope", different_scope),
    ("compatible", fits),
    ("update", update),
    ("revision_down", revision_down),
    ("range", spread),
)
"""The checks in the order in which they are asked; the first that answers gives the verdict."""


def compare(pair: Pair) -> Verdict | None:
    """The verdict between two claims of a question, None where no check has anything to say."""
    for kind, check in TABLE:
        why = check(pair)
        if why is not None:
            return Verdict(kind, (pair.earlier, pair.later), why)  # type: ignore[arg-type]
    return None

"""The questions of an event come in; figures for several prisons together that those of each do not make go out.

"4,500 from the two prisons together" is held against what another body has for the one and for the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact, slack
from crossread.reconcile.flows import Found, prisoners
from crossread.reconcile.group import place_key
from crossread.reconcile.scope import SEVERAL, scope_of
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import figure_words, listed, speaker_words

Places = dict[str, dict[str, dict[str, Claim]]]
"""By house and place, the largest exact figure of each family of prisoners."""


def out_together(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """What a body's counts of several places make against what another says got out of them together."""
    told = by_place(questions, voices)
    found: list[Found] = []
    for whole, question in wholes(questions):
        for house, places in sorted(told.items()):
            if house != voices.independent(whole):
                found += missed(whole, list(out_of(places)), question, voices)
    return found[:1]


def wholes(questions: Sequence[Question]) -> Iterator[tuple[Claim, str]]:
    """The exact figures of those who got out of several places at once."""
    for question in questions:
        if question.family != "out of custody":
            continue
        for claim in (claim for point in question.series for claim in point.claims):
            plain = claim.stance == "affirmed" and claim.figure.modality == "reported"
            if plain and scope_of(claim) == SEVERAL and exact(claim) is not None:
                yield claim, question.id


def by_place(questions: Sequence[Question], voices: Voices) -> Places:
    """Each house's largest exact figures of prisoners held, left behind and out, place by place.

    The house that is named nowhere ("") is one of them; those out of no named place may be out of all.
    """
    found: Places = defaultdict(lambda: defaultdict(dict))
    asked = {question.id: question for question in questions}
    for family in ("held", "left behind", "out of custody"):
        for claim, question in prisoners(questions, family):
            place = place_key(claim.place or asked[question].place) or ""
            if exact(claim) is None or is_own(claim) or (not place and family == "out of custody"):
                continue
            known = found[voices.independent(claim)][place]
            if (exact(claim) or 0) > (exact(known[family]) or 0 if family in known else -1):
                known[family] = claim
    return found


def out_of(places: dict[str, dict[str, Claim]]) -> Iterator[tuple[Claim, ...]]:
    """For each place the figure of those out, or those held with those left behind."""
    for _, told in sorted(places.items()):
        if "out of custody" in told:
            yield (told["out of custody"],)
        elif "held" in told and "left behind" in told:
            yield told["held"], told["left behind"]


def missed(
    whole: Claim, parts: Sequence[tuple[Claim, ...]], question: str, voices: Voices
) -> Iterator[Found]:
    """The verdict on a whole that the counts of two places or more do not make."""
    numbers = [
        (exact(first[0]) or 0) - sum(exact(left) or 0 for left in first[1:]) for first in parts
    ]
    number, made = exact(whole) or 0, sum(numbers)
    if len(parts) < 2 or abs(number - made) <= slack(number) * whole.figure.quantity.approx:
        return
    words = listed([f"{number:,}" for number in numbers])
    claims = [claim for part in parts for claim in part]
    why = (
        f"{speaker_words(claims[0], voices)}, place by place: {words} out, which makes {made:,}; "
        f"{speaker_words(whole, voices)} has {figure_words(whole)} out of them together."
    )
    yield question, Verdict("does_not_add_up", (whole, *claims), why)

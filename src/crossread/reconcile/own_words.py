"""The questions of an event and its texts come in; where one report or one speaker says two things goes out.

A headline that its own report does not bear out; a number called the highest of which its speaker tells a higher one.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import compatible, is_vague, size
from crossread.reconcile.group import TELLING
from crossread.reconcile.voice import Voices
from crossread.reconcile.wording import figure_words, listed, speaker_words, told

Found = tuple[str, Verdict]
NEAR = 60
"""Characters around a figure within which "at the worst" is said of it."""


def affirmed(question: Question) -> list[Claim]:
    """A question's affirmed numbers, in order of time."""
    return [
        claim for point in question.series for claim in point.claims
        if claim.stance == "affirmed" and not is_vague(claim)
    ]  # fmt: skip


def headlines(
    questions: Sequence[Question], texts: Mapping[str, str], voices: Voices
) -> list[Found]:
    """Each headline's number that no figure in the body of its own report can satisfy."""
    found: dict[tuple[object, ...], Found] = {}
    bodies: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    asked = [question for question in questions if not question.background]
    for question in asked:
        for claim in affirmed(question):
            if not in_headline(claim, texts) and claim.figure.measure == "total":
                bodies[claim.report, question.family].append(claim)
    for question in asked:
        for claim in affirmed(question):
            body = bodies[claim.report, question.family]
            stands = in_headline(claim, texts) and size(claim) >= TELLING
            if not (stands and body and only_there(claim, texts)):
                continue
            if not any(compatible(claim, other) for other in body):
                says = listed(sorted({figure_words(other) for other in body}))
                why = f"The headline of {voices.label(claim)} says {figure_words(claim)}; its text has {says}."
                key = question.id, figure_words(claim), says
                found.setdefault(key, (question.id, Verdict("status", (claim, *body), why)))
    return list(found.values())


def in_headline(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Whether a figure stands in the first line of its report."""
    text = texts[claim.report].lstrip()
    lead = len(texts[claim.report]) - len(text)
    return claim.figure.start < lead + text.find("\n")


def only_there(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Whether the number of a headline that is no question does not come back in the text below it."""
    title, _, body = texts[claim.report].lstrip().partition("\n")
    return "?" not in title and str(size(claim)) not in re.sub(r"(?<=\d)[,. ](?=\d{3})", "", body)


def peaks(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """A number that its speaker calls the highest there was, and elsewhere tells a higher one."""
    found: list[Found] = []
    for question in questions:
        claims = affirmed(question)
        for top in (claim for claim in claims if is_peak(claim)):
            higher = [
                other for other in claims
                if size(other) > size(top) and not compatible(other, top)
                and voices.house(other) == voices.house(top)
            ]  # fmt: skip
            if higher:
                most = max(higher, key=lambda other: (size(other), other.id))
                why = (
                    f"{speaker_words(top, voices)} calls {figure_words(top)} the highest, "
                    f"and there is {told(most, voices)}."
                )
                found.append((question.id, Verdict("status", (most, top), why)))
                break
    return found


def is_peak(claim: Claim) -> bool:
    """Whether the words beside a figure call it the highest."""
    at = claim.sentence.find(claim.quote)
    near = claim.sentence[max(0, at - NEAR) : at + len(claim.quote) + NEAR] if at >= 0 else ""
    return bool(re.search(load("definitions")["peak"], f"{claim.quote} {near}", re.IGNORECASE))

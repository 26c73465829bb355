"""The questions of an event come in; figures that cannot be added up as they are said go out, the sum shown.

A flag with its arithmetic, never a correction: each check is a small function that gives verdicts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact, slack, stated, taken
from crossread.reconcile.checks import SAME_TIME
from crossread.reconcile.family import family_of
from crossread.reconcile.flows import computed_flow, flow_above_stock, more_on_top
from crossread.reconcile.group import place_key
from crossread.reconcile.together import out_together
from crossread.reconcile.voice import Voices
from crossread.reconcile.wording import figure_words, listed, speaker_words

NEAR_SUM = 0.03
"""Parts that miss their total by less than this were meant to make it; more, and there are other parts."""
INSIDE = 30
"""Characters before a part within which the word that makes it one ("including", "of whom") stands."""
Found = tuple[str, Verdict]


def arithmetic(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """Parts against totals, and stocks against flows, each under the question of the total."""
    asked = [question for question in questions if not question.background]
    found: list[Found] = []
    for check in CHECKS:
        found += check(asked, voices)
    return list(unrepeated(found))


def unrepeated(found: Sequence[Found]) -> Iterator[Found]:
    """Each verdict once: copies of one text make the same sum."""
    seen: set[tuple[object, ...]] = set()
    for question, verdict in found:
        key = (verdict.kind, frozenset(figure_words(claim) for claim in verdict.claims))
        if key not in seen:
            seen.add(key)
            yield question, verdict


def claims_of(questions: Sequence[Question]) -> dict[str, list[tuple[Claim, str]]]:
    """The affirmed claims of each report with the id of their question, in text order."""
    by_report: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for question in questions:
        for point in question.series:
            for claim in point.claims:
                if claim.stance == "affirmed" and claim.figure.modality == "reported":
                    by_report[claim.report].append((claim, question.id))
    return {
        name: sorted(rows, key=lambda row: row[0].figure.start)
        for name, rows in sorted(by_report.items())
    }


def parts_of_totals(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """A part that is larger than the figure it is said to be a part of, or parts that make more than it."""
    found = []
    for rows in claims_of(questions).values():
        for whole, question in rows:
            span = whole.figure.quantity.start, whole.figure.quantity.end
            parts = [
                claim for claim, _ in rows
                if claim.figure.part_of is not None
                and claim.figure.part_of[0] < span[1] and span[0] < claim.figure.part_of[1]
                and said_as_part(claim, whole)
            ]  # fmt: skip
            for part in parts:
                if stated(part).low > stated(whole).high and not whole.figure.quantity.approx:
                    why = f"{figure_words(part)} is said to be part of {figure_words(whole)}."
                    found.append((question, Verdict("part_exceeds_total", (whole, part), why)))
            if exclusive(parts) and sum(stated(part).low for part in parts) > taken(whole).high:
                words = listed([figure_words(part) for part in parts])
                made = sum(stated(part).low for part in parts)
                why = f"{words} make {made:,}, more than the {figure_words(whole)} they are said to be part of."
                found.append((question, Verdict("does_not_add_up", (whole, *parts), why)))
    return found


def said_as_part(part: Claim, whole: Claim) -> bool:
    """Whether the sentence itself puts one figure inside the other: "34 dead, among them 5 children"."""
    sentence = whole.sentence
    first, second = sentence.find(whole.quote), sentence.find(part.quote)
    if part.sentence != sentence or first < 0 or second <= first:
        return False
    between = sentence[first + len(whole.quote) : second + len(part.quote)]
    near = between.casefold()[: -len(part.quote)][-INSIDE:]
    cues = load("families")["cues"]["part"]
    same = family_of(part).name == family_of(whole).name
    return same and not re.search(r"[;:.)]", near) and any(cue in near for cue in cues)


def exclusive(parts: Sequence[Claim]) -> bool:
    """Whether parts of one whole cannot overlap: each of another population, none larger than the whole alone."""
    populations = [part.figure.population for part in parts]
    return len(parts) > 1 and len(set(populations)) == len(populations)


def sums_in_a_sentence(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """Figures of one sentence that all but make its total: 66,000 and 37,000 of 104,000."""
    found = []
    for rows in claims_of(questions).values():
        for index, (whole, question) in enumerate(rows):
            total = exact(whole)
            if total is None or total < 10 or whole.figure.quantity.approx:
                continue
            near = [claim for claim, _ in rows[index + 1 : index + 5] if related(claim, whole)]
            if not near or near[0].figure.measure != "part":
                continue
            for size in range(len(near), 1, -1):
                parts = near[:size]
                made = sum(exact(part) or 0 for part in parts)
                if made != total and abs(made - total) <= total * NEAR_SUM:
                    words = " and ".join(figure_words(part) for part in parts)
                    why = f"{words} make {made:,}, not the {total:,} that {voices.label(whole)} gives with them."
                    found.append((question, Verdict("does_not_add_up", (whole, *parts), why)))
                    break
    return found


def related(part: Claim, whole: Claim) -> bool:
    """Whether a figure can be a part of another of its neighbourhood: same family, smaller, exact, close by."""
    number, total = exact(part), exact(whole)
    return (
        number is not None
        and total is not None
        and number < total
        and not part.figure.quantity.approx
        and part.figure.unit == whole.figure.unit
        and family_of(part).name == family_of(whole).name
        and part.figure.start - whole.figure.end < 200
    )


def places_within_places(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """A figure for a part of a place that is larger than one for the whole of it at that time or later."""
    found = []
    for whole, part in combinations(sorted(questions, key=lambda question: question.id), 2):
        for total, inner in ((whole, part), (part, whole)):
            if not within(inner, total):
                continue
            for one in totals(total):
                for other in totals(inner):
                    if exceeds(other, one, voices):
                        why = (
                            f"{speaker_words(other, voices)} has {figure_words(other)} for {inner.place} alone, "
                            f"{speaker_words(one, voices)} {figure_words(one)} for all of {total.place}."
                        )
                        found.append((total.id, Verdict("part_exceeds_total", (one, other), why)))
    return found[:1]


def within(inner: Question, outer: Question) -> bool:
    """Whether one question is the other's for a part of its place, by the places' names."""
    small, large = place_key(inner.place), place_key(outer.place)
    return (
        small is not None
        and large is not None
        and small != large
        and f" {large} " in f" {small} "
        and (inner.family, inner.party) == (outer.family, outer.party)
    )


def totals(question: Question) -> list[Claim]:
    """A question's affirmed totals."""
    return [
        claim for point in question.series for claim in point.claims
        if claim.stance == "affirmed" and claim.figure.measure == "total" and not point.vague
    ]  # fmt: skip


def exceeds(part: Claim, whole: Claim, voices: Voices) -> bool:
    """Whether a part's lower bound is above the whole's upper bound, for the same time or an earlier one."""
    first, second = voices.day(part), voices.day(whole)
    early = first is None or second is None or first - second <= SAME_TIME
    top = stated(whole).high + (
        slack(whole.figure.quantity.high or 0) if whole.figure.quantity.approx else 0
    )
    return early and stated(part).low > top


CHECKS = (
    parts_of_totals,
    sums_in_a_sentence,
    more_on_top,
    computed_flow,
    flow_above_stock,
    out_together,
    places_within_places,
)
"""The checks in the order in which their flags are shown."""

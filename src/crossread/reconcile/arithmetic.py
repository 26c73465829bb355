"""The questions of an event come in; figures that cannot be added up as they are said go out, the sum shown.

A flag with its arithmetic, never a correction: each check is a small function that gives verdicts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact, slack, stated
from crossread.reconcile.checks import SAME_TIME
from crossread.reconcile.family import family_of
from crossread.reconcile.group import place_key
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import figure_words, listed, speaker_words

NEAR_SUM = 0.03
"""Parts that miss their total by less than this were meant to make it; more, and there are other parts."""
Found = tuple[str, Verdict]


def arithmetic(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """Parts against totals, and stocks against flows, each under the question of the total."""
    asked = [question for question in questions if not question.background]
    found: list[Found] = []
    for check in (parts_of_totals, sums_in_a_sentence, stock_and_flow, places_within_places):
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
            ]  # fmt: skip
            for part in parts:
                if stated(part).low > stated(whole).high and not whole.figure.quantity.approx:
                    why = f"{figure_words(part)} is said to be part of {figure_words(whole)}."
                    found.append((question, Verdict("part_exceeds_total", (whole, part), why)))
    return found


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
                    why = f"{words} make {made:,}, not the {total:,} that {whole.report} gives with them."
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


def stock_and_flow(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """Held before, less those left behind, against those who got out."""
    before = by_speaker(questions, "held", voices)
    left = by_speaker(questions, "left behind", voices)
    out = by_speaker(questions, "out of custody", voices)
    found: list[Found] = []
    for key in sorted(set(before) & set(left), key=str):
        place = key[1]
        held, stayed = max(before[key], key=lambda row: exact(row[0]) or 0), left[key][0]
        made = (exact(held[0]) or 0) - (exact(stayed[0]) or 0)
        if made <= 0:
            continue
        for other in sorted(out, key=str):
            if other[1] != place:
                continue
            for flow, question in out[other]:
                number = exact(flow) or 0
                if (
                    abs(number - made) > slack(number) * flow.figure.quantity.approx
                    and number != made
                ):
                    why = (
                        f"{speaker_words(held[0])}: {figure_words(held[0])} held less {figure_words(stayed[0])} left "
                        f"makes {made:,} out; {speaker_words(flow)} says {figure_words(flow)}."
                    )
                    found.append(
                        (question, Verdict("does_not_add_up", (held[0], stayed[0], flow), why))
                    )
                    break
    return found[:2]


def by_speaker(
    questions: Sequence[Question], family: str, voices: Voices
) -> dict[tuple[str, str | None], list[tuple[Claim, str]]]:
    """Exact figures of a family of prisoners by speaker and place."""
    found: dict[tuple[str, str | None], list[tuple[Claim, str]]] = defaultdict(list)
    for question in questions:
        if question.family != family or question.population not in {"detainees", "people"}:
            continue
        for point in question.series:
            for claim in point.claims:
                plain = (
                    exact(claim) is not None and claim.stance == "affirmed" and not is_own(claim)
                )
                if plain and claim.figure.measure != "part" and claim.party is None:
                    found[voices.speaker(claim), place_key(claim.place)].append(
                        (claim, question.id)
                    )
    return found


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
                            f"{speaker_words(other)} has {figure_words(other)} for {inner.place} alone, "
                            f"{speaker_words(one)} {figure_words(one)} for all of {total.place}."
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


def sum_words(claims: Sequence[Claim]) -> str:
    """Figures with their speakers, as a sentence lists them."""
    return listed([f"{figure_words(claim)} ({speaker_words(claim)})" for claim in claims])

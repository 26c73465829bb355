"""The questions of an event and its texts come in; tables and lists whose sum is not what is told elsewhere go out.

A flag with its arithmetic, never a correction: each check shows the parts, what they make, and the figure beside them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact, slack, stated
from crossread.reconcile.checks import SAME_TIME
from crossread.reconcile.family import family_of
from crossread.reconcile.group import TELLING, place_key
from crossread.reconcile.voice import Voices
from crossread.reconcile.wording import figure_words, listed, speaker_words, told

Found = tuple[str, Verdict]
Row = tuple[Claim, Question]
LEAST_ROWS = 3
"""Rows from which on a table's column is one that can be added up."""
ALL_BUT_WHOLE = 0.97
"""A part of a place above this share of the whole leaves next to nothing for all other places."""
FAR_OFF = 2.0
"""A figure more than this many times its parts, or below them, is no whole of theirs."""
ALONE = 60
"""Characters behind a figure within which "alone" sets it against the whole."""


def sums(questions: Sequence[Question], texts: Mapping[str, str], voices: Voices) -> list[Found]:
    """Every sum of a table's rows or of places in one sentence, and every part, that the whole does not bear out."""
    asked = [question for question in questions if not question.background]
    rows = [(claim, question) for question in asked for claim in numbers(question)]
    return [
        *tables(rows, texts, voices),
        *place_lists(rows, voices),
        *parts_alone(rows, texts, voices),
    ]


def numbers(question: Question) -> Iterator[Claim]:
    """A question's affirmed exact figures, in order of time."""
    for point in question.series:
        for claim in point.claims:
            plain = claim.stance == "affirmed" and claim.figure.modality == "reported"
            if plain and exact(claim) is not None:
                yield claim


def tables(rows: Sequence[Row], texts: Mapping[str, str], voices: Voices) -> Iterator[Found]:
    """A table's column whose rows do not make the total that its speaker gives before, or its report beside it."""
    for question, parts in columns(rows, texts, voices):
        one_day = len({voices.day(part) for part in parts}) == 1
        flows = question.measure == "toll" and ups_and_downs(parts)
        if not adds_up(parts, texts) or not (one_day or flows):
            continue
        made = sum(exact(part) or 0 for part in parts)
        for whole in totals_for(parts, rows, question, voices):
            if differs(whole, made, parts, voices):
                words = listed([figure_words(part) for part in parts])
                why = f"The rows of a table, {words}{gap(parts, texts)}, make {made:,}; {told(whole, voices)}."
                yield question.id, Verdict("does_not_add_up", (whole, *parts), why)
                break


def columns(
    rows: Sequence[Row], texts: Mapping[str, str], voices: Voices
) -> Iterator[tuple[Question, list[Claim]]]:
    """The figures of each question that one speaker gives in the rows of a report's table, in text order."""
    asked = {question.id: question for _, question in rows}
    found: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim, question in rows:
        if "|" in line_of(claim, texts):
            found[claim.report, question.id, voices.speaker(claim)].append(claim)
    for (_, question_id, _), column in sorted(found.items()):
        yield asked[question_id], sorted(column, key=lambda claim: claim.figure.start)


def line_of(claim: Claim, texts: Mapping[str, str]) -> str:
    """The line of its report that a claim stands in."""
    text, start = texts[claim.report], claim.figure.start
    end = text.find("\n", start)
    return text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)]


def adds_up(parts: Sequence[Claim], texts: Mapping[str, str]) -> bool:
    """Whether a column has enough rows, one figure in each, and no row that is their total."""
    column = [exact(part) or 0 for part in parts]
    lines = {line_of(part, texts) for part in parts}
    total = any(2 * number == sum(column) for number in column)
    return LEAST_ROWS <= len(parts) == len(lines) and not total


def gap(parts: Sequence[Claim], texts: Mapping[str, str]) -> str:
    """The words that own up to rows without a figure between those of a column, "" where there are none."""
    text = texts[parts[0].report]
    rows = text[parts[0].figure.start : parts[-1].figure.start].count("\n") + 1
    empty = rows - len(parts)
    return f" ({empty} more without a figure)" if empty > 0 else ""


def ups_and_downs(parts: Sequence[Claim]) -> bool:
    """Whether figures neither only grow nor only fall: batches of several days rather than one running count."""
    column = [exact(part) or 0 for part in parts]
    grows = all(one <= two for one, two in pairwise(column))
    return not grows and not all(one >= two for one, two in pairwise(column))


def totals_for(
    parts: Sequence[Claim], rows: Sequence[Row], question: Question, voices: Voices
) -> Iterator[Claim]:
    """The totals of a question that a table's rows are to make: of its house, or of its report."""
    report, house = parts[0].report, voices.house(parts[0])
    for claim, asked in rows:
        other = claim not in parts and asked.id == question.id and claim.figure.measure == "total"
        if other and (claim.report == report or voices.house(claim) == house):
            yield claim


def differs(whole: Claim, made: int, parts: Sequence[Claim], voices: Voices) -> bool:
    """Whether a total is above what the rows make, and was given no later than they were."""
    number = exact(whole) or 0
    first, second = voices.day(whole), voices.day(parts[-1])
    early = first is None or second is None or first <= second
    above = number - made > slack(number) * whole.figure.quantity.approx
    return early and above and number <= FAR_OFF * made


def place_lists(rows: Sequence[Row], voices: Voices) -> Iterator[Found]:
    """Places listed in one sentence that make more than a figure for the whole, which may be one place's own."""
    for parts in listed_places(rows, voices):
        made = sum(exact(part) or 0 for part in parts)
        largest = max(exact(part) or 0 for part in parts)
        for whole, question in rows:
            number = exact(whole) or 0
            ours = family_of(whole) == family_of(parts[0]) and whole.party == parts[0].party
            outside = whole.place is None and whole.figure.measure == "total"
            telling = number >= TELLING  # a smaller number is one place's by chance
            one_of = number == largest or whole.report == parts[0].report
            fits = max(largest, made / FAR_OFF) <= number < made and not is_rounded(number, made)
            if (
                ours
                and outside
                and telling
                and one_of
                and fits
                and at_once(whole, parts[0], voices)
            ):
                words = listed([f"{figure_words(part)} in {part.place}" for part in parts])
                why = f"{words} make {made:,}; {told(whole, voices)}."
                yield question.id, Verdict("does_not_add_up", (whole, *parts), why)
                break


def is_rounded(number: int, made: int) -> bool:
    """Whether a sum rounds to a number, up or down: 28,191 to 28,000."""
    unit = 1
    while number % (unit * 10) == 0:
        unit *= 10
    return abs(made - number) < unit and unit > 1


def listed_places(rows: Sequence[Row], voices: Voices) -> Iterator[list[Claim]]:
    """The figures of one speaker, family and sentence, each of another place."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim, _ in rows:
        if claim.place is not None and claim.figure.measure == "total":
            key: tuple[object, ...] = (
                claim.report,
                claim.sentence,
                family_of(claim).name,
                claim.party,
                voices.speaker(claim),
            )
            found[key].append(claim)
    for key in sorted(found, key=str):
        parts = sorted(found[key], key=lambda claim: claim.figure.start)
        if len(parts) > 1 and len({place_key(part.place) for part in parts}) == len(parts):
            yield parts


def at_once(one: Claim, two: Claim, voices: Voices) -> bool:
    """Whether two figures are for one time."""
    first, second = voices.day(one), voices.day(two)
    return first is None or second is None or abs(first - second) <= SAME_TIME


def parts_alone(rows: Sequence[Row], texts: Mapping[str, str], voices: Voices) -> Iterator[Found]:
    """A figure for one place "alone" that leaves next to nothing of another's for the whole, or is above it."""
    for part, _ in rows:
        number = exact(part) or 0
        if part.place is None or number < TELLING or not is_alone(part, texts):
            continue
        for whole, question in rows:
            total = exact(whole) or 0
            ours = family_of(whole) == family_of(part) and whole.party == part.party
            apart = whole.place is None and whole.figure.measure == "total" and total != number
            if not (ours and apart and at_once(whole, part, voices)):
                continue
            share = number / max(total, 1)
            if voices.speaker(whole) != voices.speaker(part) and ALL_BUT_WHOLE <= share <= FAR_OFF:
                yield question.id, alone_of(whole, part, voices)
                break


def alone_of(whole: Claim, part: Claim, voices: Voices) -> Verdict:
    """The verdict on a part that all but makes the whole, or is above it."""
    rest = stated(whole).low - stated(part).low
    said = (
        f"{speaker_words(part, voices)} has {figure_words(part)} for {part.place} alone, "
        f"{speaker_words(whole, voices)} {figure_words(whole)} in all"
    )
    if rest < 0:
        return Verdict("part_exceeds_total", (whole, part), f"{said}.")
    why = f"{said}: that leaves {rest:,} for everywhere else."
    return Verdict("does_not_add_up", (whole, part), why)


def is_alone(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Whether "alone" stands behind a figure, in its clause."""
    behind = texts[claim.report][claim.figure.quantity.start : claim.figure.end + ALONE]
    return re.search(r"^[^.;\n]*\balone\b", behind) is not None

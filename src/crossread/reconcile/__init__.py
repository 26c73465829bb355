"""A resolution comes in; the ledger goes out: questions with their series, verdicts, standing answers and grades."""

from collections.abc import Sequence
from dataclasses import replace

from crossread.model.ledger import Ledger
from crossread.model.question import Question, Verdict
from crossread.model.resolution import Resolution
from crossread.reconcile.arithmetic import arithmetic
from crossread.reconcile.certain import certain
from crossread.reconcile.checks import Pair, compare
from crossread.reconcile.definitions import by_definition, wide_and_narrow
from crossread.reconcile.disagree import disagreements
from crossread.reconcile.doubt import sure
from crossread.reconcile.event import title_of
from crossread.reconcile.group import Group, group, is_part
from crossread.reconcile.houses import of_one_house
from crossread.reconcile.identity import who_they_were
from crossread.reconcile.in_turn import in_turn, with_told
from crossread.reconcile.line import by_scale, lines
from crossread.reconcile.listed import listed_parts
from crossread.reconcile.naming import place_of, question_id, question_words
from crossread.reconcile.own_words import headlines, peaks
from crossread.reconcile.scope import whole_and_narrowed
from crossread.reconcile.series import points
from crossread.reconcile.sides import of_one_ground
from crossread.reconcile.situation import said_both_ways
from crossread.reconcile.standing import stand
from crossread.reconcile.status import two_conditions
from crossread.reconcile.sums import sums
from crossread.reconcile.voice import Voices, hear

__all__ = ["reconcile"]

Found = tuple[str, Verdict]
MOST_PAIRS = 400
"""Claims in one question beyond which not every pair is compared; no reader goes through 80,000 verdicts."""


def reconcile(resolution: Resolution) -> Ledger:
    """Hold all claims of an event against each other.

    1. group     claims that answer one question
    2. compare   any two claims of a question, by the table of checks
    3. stand     the range over the latest claim of each independent speaker, and its grade
    4. disagree  what is worth a reader's time: across speakers, over time, between parts and totals
    """
    voices = hear(resolution)
    claims = [claim for reading in resolution.readings for claim in reading.claims]
    groups = group(claims, voices)  # 1
    parts = listed_parts(claims)
    asked = [answer(each, voices, parts) for each in groups]  # 2, 3, 4
    states = said_both_ways(resolution.situations, voices)
    questions = (*(question for question, _ in asked), *(question for question, _ in states))
    found = [(question.id, verdict) for question, verdicts in asked for verdict in verdicts]
    texts = {reading.report.name: reading.report.text for reading in resolution.readings}
    found = list(sure(list(by_definition(found, texts, voices)), questions, texts, voices))
    told = headlines(questions, texts, voices) + peaks(questions, voices)
    told += wide_and_narrow(questions, voices) + sums(questions, texts, voices)
    worded = [(question, verdict) for question, verdict in found if verdict.kind == "status"]
    found = [*unexplained([each for each in found if each not in worded], told), *told]
    found += who_they_were(questions, texts, voices)
    found += arithmetic(questions, voices)
    found += two_conditions(questions, voices)
    found += of_one_house(questions, voices)
    found = with_told(list(certain(found, questions, voices)), in_turn(questions, texts, voices))
    found = list(of_one_ground([*worded, *found], questions, voices))
    found += [(question.id, verdict) for question, verdict in states]
    return Ledger(
        title=title_of([reading.report for reading in resolution.readings]),
        reports=tuple(reading.report for reading in resolution.readings),
        claims=tuple(claims),
        statements=tuple(each for reading in resolution.readings for each in reading.statements),
        parties=resolution.parties,
        copies=resolution.copies,
        questions=questions,
        disagreements=tuple(found),
        set_aside=tuple(each for reading in resolution.readings for each in reading.set_aside),
    )


def unexplained(found: Sequence[Found], told: Sequence[Found]) -> list[Found]:
    """The verdicts without those of which another tells why their figures part: rows of a table, a headline alone."""
    why = [{claim.id for claim in verdict.claims} for _, verdict in told]
    return [
        (question, verdict) for question, verdict in found
        if verdict.kind not in {"range", "update"}
        or not any({claim.id for claim in verdict.claims} <= claims for claims in why)
    ]  # fmt: skip


def answer(group: Group, voices: Voices, parts: set[str]) -> tuple[Question, list[Verdict]]:
    """One question with all that was said to it, and what is worth a reader's time; one text counts once."""
    once = replace(group, claims=tuple({claim.id: claim for claim in group.claims}.values()))
    totals = [
        claim for claim in once.claims
        if group.key.part or not (is_part(claim) or (claim.id in parts and claim.place is None))
    ]  # fmt: skip
    whole, narrowed = whole_and_narrowed(totals)
    scales = by_scale(whole, voices, group.family.measure)
    standing, sources = stand(once, lines(scales[0], voices, group.family.measure), voices)
    question = Question(
        id=question_id(group),
        question=question_words(once),
        party=group.key.party,
        population=common_population(once),
        family=group.family.name,
        conditions=tuple(sorted({claim.figure.condition for claim in group.claims})),
        measure=group.family.measure,
        place=place_of(once),
        standing=standing,
        independent_sources=sources,
        reports=tuple(sorted({claim.report for claim in group.claims})),
        series=points(group.claims, voices),
        verdicts=tuple(verdicts(group, voices)),
        background=bool(group.key.background),
    )
    return question, disagreements(once, scales, narrowed, voices)


def verdicts(group: Group, voices: Voices) -> list[Verdict]:
    """How any two of a question's claims stand to each other."""
    claims = group.claims[:MOST_PAIRS]
    found = []
    for index, earlier in enumerate(claims):
        for later in claims[index + 1 :]:
            verdict = compare(Pair(earlier, later, group.family.measure, voices))
            if verdict is not None:
                found.append(verdict)
    return found


def common_population(group: Group) -> str:
    """What most of a question's claims call the counted; the general word where it is a tie."""
    populations = [claim.figure.population for claim in group.claims]
    return min(
        set(populations), key=lambda name: (-populations.count(name), name != "people", name)
    )

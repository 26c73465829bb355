"""The questions of an event come in; one number that two speakers put under two conditions goes out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact, is_rare
from crossread.reconcile.group import TELLING, place_key
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import day_words, figure_words, listed, speaker_words

OPPOSED = {
    frozenset(pair)
    for pair in (
        ("held", "out of custody"), ("left behind", "out of custody"), ("held", "evacuated"), ("held", "sheltered"),
        ("held", "transferred"), ("back in custody", "surrendered"), ("back in custody", "evacuated"),
        ("surrendered", "held"), ("surrendered", "sheltered"), ("hostages", "evacuated"), ("hostages", "sheltered"),
        ("killed", "present"), ("killed", "missing"), ("killed", "injured"), ("killed", "rescued"),
        ("killed", "trapped"), ("killed", "casualties"), ("missing", "rescued"),
    )
}  # fmt: skip
"""Families of which one number can hardly be in both, though each side may call it so: held or sheltered, out or in."""
SAME_PEOPLE = {
    frozenset(pair)
    for pair in (
        ("killed", "present"), ("held", "out of custody"), ("back in custody", "out of custody"),
        ("held", "released"), ("back in custody", "released"),
    )
}  # fmt: skip
"""Families in which one number of one party's people is of the same people: those aboard and dead, taken and let go."""
MANY = 3
"""Reports that put a number under one condition, against which one alone is rather misread than of another mind."""
Row = tuple[Claim, Question]


def two_conditions(questions: Sequence[Question], voices: Voices) -> list[tuple[str, Verdict]]:
    """One rare number that different speakers put under opposed conditions, with those who deny either."""
    by_number: dict[tuple[int, str | None, str | None], list[Row]] = defaultdict(list)
    for question in questions:
        for point in question.series:
            for claim in point.claims:
                number = exact(claim)
                if number is not None and is_rare(number):
                    by_number[number, place_key(claim.place), claim.party].append((claim, question))
    found = [first_opposed(rows, OPPOSED, voices) for rows in by_number.values()]
    found += of_one_party(questions, voices)
    return [verdict for verdict in found if verdict is not None]


def of_one_party(
    questions: Sequence[Question], voices: Voices
) -> Iterator[tuple[str, Verdict] | None]:
    """One number, however common, of one party's people under two conditions of the same people."""
    by_party: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for question in questions:
        if question.background:
            continue
        for point in question.series:
            for claim in point.claims:
                low = claim.figure.quantity.low or 0
                least = TELLING if question.family == "present" else 2
                if claim.party is not None and claim.figure.measure == "total" and low >= least:
                    by_party[low, claim.party].append((claim, question))
    for rows in by_party.values():
        yield first_opposed(rows, SAME_PEOPLE, voices)


def first_opposed(
    rows: Sequence[Row], opposed: Set[frozenset[str]], voices: Voices
) -> tuple[str, Verdict] | None:
    """The verdict on the first two claims of one number whose conditions exclude each other."""
    ordered = sorted(rows, key=lambda row: voices.order(row[0]))
    said = [row for row in ordered if row[0].stance == "affirmed"]
    deniers = [claim for claim, _ in ordered if claim.stance == "denied"]
    for (one, first), (two, second) in combinations(said, 2):
        families = frozenset((first.family, second.family))
        one_text = opposed is SAME_PEOPLE and one.report == two.report
        if opposed is OPPOSED and (stray(one, first, said) or stray(two, second, said)):
            continue
        if families in opposed and not one_text and two_voices(one, two, voices):
            why = (
                f"The same {figure_words(one)} is “{state(one)}” for {speaker_words(one, voices)}{since(one, two)} "
                f"and “{state(two)}” for {speaker_words(two, voices)}{since(two, one)}"
            )
            if deniers:
                names = listed(sorted({speaker_words(claim, voices) for claim in deniers}))
                why += f"; {names} {'denies' if len(deniers) == 1 else 'deny'} it"
            return first.id, Verdict("status", (one, two, *deniers), f"{why}.")
    return None


def stray(claim: Claim, asked: Question, said: Sequence[Row]) -> bool:
    """Whether one report alone, in its own voice, puts a number under a condition against three others or more."""
    alone = {other.report_id for other, question in said if question.family == asked.family}
    against = {other.report_id for other, question in said if question.family != asked.family}
    return is_own(claim) and len(alone) == 1 and len(against) >= MANY


def two_voices(one: Claim, two: Claim, voices: Voices) -> bool:
    """Whether two claims are two speakers'; two reports in their own voice only where they are not of one day."""
    own = is_own(one) and is_own(two)
    apart = voices.speaker(one) != voices.speaker(two)
    return apart and not (own and voices.day(one) == voices.day(two))


def state(claim: Claim) -> str:
    """The condition that a claim puts its figure under, in words."""
    return claim.figure.condition.replace("_", " ")


def since(claim: Claim, other: Claim) -> str:
    """The day of a claim in brackets, where the other's is another one."""
    same = day_words(claim.as_of) == day_words(other.as_of)
    return "" if same or claim.as_of is None else f" ({day_words(claim.as_of)})"

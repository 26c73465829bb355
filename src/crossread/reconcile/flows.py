"""The questions of an event come in; stocks and flows that cannot be added up as they are said go out, the sum shown.

Those held before are at least those who got out, were killed, gave themselves up or are still there. A flag with its
arithmetic, never a correction.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crossread.model.claim import Claim
from crossread.model.question import Question, Verdict
from crossread.reconcile.bounds import exact, slack, taken
from crossread.reconcile.group import TELLING, place_key
from crossread.reconcile.scope import SEVERAL, scope_of
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import figure_words, listed, speaker_words

Found = tuple[str, Verdict]
Row = tuple[Claim, str]
Speakers = dict[tuple[str, str | None], list[Row]]
PRISONERS = frozenset({"detainees", "people"})
MOST_FLAGS = 2
"""Flags of one kind that are shown for one event: every further speaker of the same sum would only repeat them."""
MEANT_AS_SUM = 0.25
"""A new total further than this share from the old one with its additions has other additions that nobody tells."""


def computed_flow(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """What a body's count of those held, less those left behind, makes against what it says got out."""
    before = by_speaker(questions, "held", voices)
    left = by_speaker(questions, "left behind", voices)
    out = by_speaker(questions, "out of custody", voices)
    found: list[Found] = []
    for key in sorted(set(before) & set(left), key=str):
        held, stayed = max(before[key], key=counted)[0], left[key][0][0]
        for other in sorted(out, key=str):
            one_body = voices.independent(held) == voices.independent(out[other][0][0])
            if other[1] == key[1] and one_body:
                found += missed_flow(held, stayed, out[other], voices)
    return found[:MOST_FLAGS]


def counted(row: Row) -> tuple[bool, int]:
    """Sort key of stocks: counts before guesses, the larger before the smaller."""
    return not row[0].figure.quantity.approx, exact(row[0]) or 0


def missed_flow(
    held: Claim, stayed: Claim, flows: Sequence[Row], voices: Voices
) -> Iterator[Found]:
    """The first of a speaker's flows that is not what is left of a stock."""
    made = (exact(held) or 0) - (exact(stayed) or 0)
    for flow, question in flows:
        number = exact(flow) or 0
        if made > 0 and abs(number - made) > slack(number) * flow.figure.quantity.approx:
            why = (
                f"{speaker_words(held, voices)}: {figure_words(held)} held less {figure_words(stayed)} "
                f"left makes {made:,} out; {speaker_words(flow, voices)} says {figure_words(flow)}."
            )
            yield question, Verdict("does_not_add_up", (held, stayed, flow), why)
            return


def by_speaker(questions: Sequence[Question], family: str, voices: Voices) -> Speakers:
    """Exact figures of a family of prisoners, given by named speakers, by speaker and place."""
    found: Speakers = defaultdict(list)
    places = {question.id: question.place for question in questions}
    for claim, question in prisoners(questions, family):
        if exact(claim) is not None and not is_own(claim):
            place = place_key(claim.place or places[question])
            found[voices.speaker(claim), place].append((claim, question))
    return found


def prisoners(questions: Sequence[Question], family: str) -> Iterator[Row]:
    """The affirmed whole figures of a family of prisoners of no side of their own, with their questions."""
    for question in questions:
        if question.family != family or question.population not in PRISONERS:
            continue
        for point in question.series:
            for claim in point.claims:
                plain = claim.stance == "affirmed" and claim.figure.modality == "reported"
                if (
                    plain
                    and scope_of(claim) != SEVERAL
                    and claim.figure.measure != "part"
                    and claim.party is None
                    and not point.vague
                ):
                    yield claim, question.id


def flow_above_stock(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """More who got out than anybody says were held there."""
    said: dict[str | None, list[Claim]] = defaultdict(list)
    for claim, _ in prisoners(questions, "held"):
        said[place_key(claim.place)].append(claim)
    held = {place: unhedged(stocks) for place, stocks in said.items()}
    found: list[Found] = []
    for flow, question in prisoners(questions, "out of custody"):
        stocks = held.get(place_key(flow.place), [])
        top = max((taken(stock).high for stock in stocks), default=None)
        if top is not None and top >= TELLING and taken(flow).low > top:
            most = max(stocks, key=lambda stock: (taken(stock).high, stock.id))
            why = (
                f"{speaker_words(flow, voices)} has {figure_words(flow)} out, and no one more than "
                f"{figure_words(most)} held before ({speaker_words(most, voices)})."
            )
            found.append((question, Verdict("does_not_add_up", (most, flow), why)))
    return found[:1]


def unhedged(stocks: list[Claim]) -> list[Claim]:
    """Stocks without the guesses ("nearly 4,000") where somebody has counted."""
    return [stock for stock in stocks if not stock.figure.quantity.approx] or stocks


def more_on_top(questions: Sequence[Question], voices: Voices) -> list[Found]:
    """A total, additions to it, and a later total of the same house that is not their sum, in one report."""
    found: list[Found] = []
    for question in questions:
        by_report: dict[str, list[Claim]] = defaultdict(list)
        for point in question.series:
            for claim in point.claims:
                if claim.stance == "affirmed" and exact(claim) is not None:
                    by_report[claim.report].append(claim)
        for _, told in sorted(by_report.items()):
            found += (
                (question.id, verdict)
                for verdict in additions(sorted(told, key=lambda claim: claim.figure.start), voices)
            )
    return found


def additions(told: Sequence[Claim], voices: Voices) -> Iterator[Verdict]:
    """Each run of one report: a total, additions, a new total."""
    base: Claim | None = None
    added: list[Claim] = []
    for claim in told:
        if claim.figure.measure == "increment":
            added += [claim]
            continue
        if base is not None and added and follows(base, claim, voices):
            made = sum(exact(part) or 0 for part in (base, *added))
            now = exact(claim) or 0
            if made != now and abs(made - now) <= MEANT_AS_SUM * now:
                words = listed(
                    [f"{figure_words(base)}", *(f"{figure_words(more)} more" for more in added)]
                )
                why = f"{words} make {made:,}; {speaker_words(claim, voices)} says {figure_words(claim)}."
                yield Verdict("does_not_add_up", (base, *added, claim), why)
        base, added = claim, []


def follows(base: Claim, new: Claim, voices: Voices) -> bool:
    """Whether a total is a house's next one after another."""
    first, second = voices.day(base), voices.day(new)
    later = first is None or second is None or second >= first
    return (
        later
        and voices.independent(base) == voices.independent(new)
        and (exact(new) or 0) > (exact(base) or 0)
    )

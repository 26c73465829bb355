"""The claims of one question come in; what is denied, disowned and put right goes out as verdicts."""

from collections.abc import Iterator, Sequence

from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.question import Verdict
from crossread.reconcile.bounds import compatible, is_vague, quantity_key, size, stated
from crossread.reconcile.movements import FEW
from crossread.reconcile.opposed import puts_right
from crossread.reconcile.scope import scope_of
from crossread.reconcile.voice import Voices, is_own
from crossread.reconcile.wording import deny, figure_words, listed, speaker_words, speakers_listed

BESIDE = 300
"""Characters within which a speaker who denies one figure and gives another puts the first right."""
AT_ONCE = 25
"""Characters between "not 79" and "but 78", however the sentence goes on."""
DeniedKey = tuple[object, ...]


def denials(claims: Sequence[Claim], voices: Voices) -> Iterator[Verdict]:
    """The denied figures with those who give them, all who deny the same claims together."""
    affirmed = [claim for claim in claims if claim.stance == "affirmed"]
    together: dict[DeniedKey, list[Claim]] = {}
    taken: dict[DeniedKey, tuple[list[Claim], list[Claim]]] = {}
    for claim in claims:
        if claim.stance == "affirmed":
            continue
        against, own = taken_up(claim, affirmed, voices)
        disputed = any(not is_own(other) for other in against)
        instead = None if disputed else put_right(claim, affirmed, voices)
        if instead is not None:
            yield correction(claim, instead, voices)
            continue
        chosen = against or own
        key: DeniedKey = (
            tuple(other.id for other in chosen),
            bool(against),
            None if chosen else quantity_key(claim),
        )
        together.setdefault(key, []).append(claim)
        taken[key] = against, own
    told: set[str] = set()
    for key, denied in together.items():
        verdict = denial_of(denied, *taken[key], voices)
        if verdict.why not in told:
            yield verdict
        told.add(verdict.why)


def taken_up(
    denied: Claim, affirmed: Sequence[Claim], voices: Voices
) -> tuple[list[Claim], list[Claim]]:
    """The figures that a denial takes up: those of other speakers, else those under the denier's own name.

    What is first said for a later day cannot have been denied; of the rest a part is meant only where no whole is.
    """
    day = voices.day(denied)
    up = [
        other for other in affirmed
        if takes_up(denied, other)
        and (day is None or (voices.day(other) or day) <= day)
        and not (is_hearsay(denied) and other.report_id != denied.report_id)
    ]  # fmt: skip
    up = [other for other in up if not scope_of(other)] or up
    against = [other for other in up if voices.speaker(other) != voices.speaker(denied)]
    return against, [] if against else up


def is_hearsay(denied: Claim) -> bool:
    """Whether a report denies, in its own voice, a few of whom it tells by hearsay: no other report's few are those."""
    told = denied.sentence.casefold()
    heard = any(cue in told for cue in load("families")["cues"]["hearsay"])
    return heard and is_own(denied) and size(denied) < FEW


def takes_up(denied: Claim, affirmed: Claim) -> bool:
    """Whether a denial takes up the affirmed figure: the same number, with or without its "at least"."""
    if quantity_key(denied) == quantity_key(affirmed):
        return True
    inside, around = stated(affirmed), stated(denied)
    if is_vague(denied) or is_vague(affirmed):
        return is_vague(denied) and around.low <= inside.low and inside.high <= around.high
    return size(denied) == size(affirmed) and inside.meets(around)


def put_right(denied: Claim, affirmed: Sequence[Claim], voices: Voices) -> Claim | None:
    """The figure that a denier gives beside a denied one that nobody named has: its own, put right."""
    beside = [
        other for other in affirmed
        if other.report_id == denied.report_id
        and (voices.speaker(other) == voices.speaker(denied) or in_one_breath(denied, other))
        and abs(other.figure.start - denied.figure.start) <= BESIDE
        and not is_vague(other) and not is_vague(denied) and not compatible(other, denied)
        and not before(other, denied, voices)
    ]  # fmt: skip
    return min(
        beside,
        key=lambda other: (
            not puts_right(other, denied), abs(other.figure.start - denied.figure.start)
        ),
        default=None,
    )  # fmt: skip


def before(other: Claim, denied: Claim, voices: Voices) -> bool:
    """Whether a figure is for an earlier day than the denied one: it cannot have taken its place."""
    first, second = voices.day(other), voices.day(denied)
    return first is not None and second is not None and first < second


def in_one_breath(denied: Claim, other: Claim) -> bool:
    """Whether one figure follows the other at once, the speaker named with one: "not 79 but 78", "78 died, not 79"."""
    at_once = 0 <= other.figure.start - denied.figure.end <= AT_ONCE
    return (is_own(denied) and at_once) or puts_right(other, denied)


def correction(denied: Claim, instead: Claim, voices: Voices) -> Verdict:
    """The verdict on a figure that its speaker replaces by another: up an update, down a revision."""
    who = speaker_words(instead, voices)
    kind = "update" if size(instead) > size(denied) else "revision_down"
    why = f"{who}: {figure_words(instead)}, and not {figure_words(denied)}."
    return Verdict(kind, (denied, instead), why)  # type: ignore[arg-type]


def denial_of(
    denied: list[Claim], against: list[Claim], own: list[Claim], voices: Voices
) -> Verdict:
    """The verdict on one denied figure."""
    deniers = speakers_listed(denied, voices)
    denier, figure = listed(deniers), figure_words(denied[0])
    verb = deny(deniers)
    if against:
        named = [claim for claim in against if not is_own(claim)] or against
        who = listed(speakers_listed(named, voices))
        return Verdict(
            "denial", (*against, *denied), f"{who}: {figure_words(named[0])}; {denier} {verb} it."
        )
    if own and not only_told(own, denied):
        return Verdict("denial", (*own, *denied), taken_back(own, denied, voices))
    why = f"{denier} {verb} {figure}; no speaker was found for that figure."
    return Verdict("denial", (*own, *denied), why)


def only_told(own: Sequence[Claim], denied: Sequence[Claim]) -> bool:
    """Whether one report alone tells of a figure and denies it: others gave it, nothing is taken back."""
    both = (*own, *denied)
    return all(map(is_own, both)) and len({claim.report_id for claim in both}) == 1


def taken_back(own: list[Claim], denied: list[Claim], voices: Voices) -> str:
    """A figure that stands and is denied under one party's name: two voices in one house, or one that takes it back."""
    givers, deniers = ({claim.source or "" for claim in side} for side in (own, denied))
    figure, party = figure_words(own[0]), voices_party(denied[0], voices)
    if givers & deniers:
        return f"{party} takes back {figure}, given before under the same name."
    giver, denier = listed(sorted(givers)), listed(sorted(deniers))
    return f"{party} speaks with two voices: {figure} by {giver or 'one report'}; {denier or 'another'} denies it."


def voices_party(claim: Claim, voices: Voices) -> str:
    """The speaker's party alone, else the speaker as worded."""
    return claim.source_party or speaker_words(claim, voices)

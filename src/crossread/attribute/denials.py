"""Denials: claims and attributions come in; claims for denials of earlier figures go out.

A denial that takes up an earlier figure counts only where one figure alone can be meant.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from crossread.attribute import checked
from crossread.attribute.attributions import Attribution, block_kind, speaker_of
from crossread.attribute.carry import Carrier
from crossread.attribute.holders import is_loose, is_named, is_others, is_own
from crossread.attribute.quotations import quotations_in
from crossread.attribute.refusals import refusals
from crossread.attribute.speakers import PRONOUNS, Mention
from crossread.attribute.untruths import ELLIPTIC, predicates, untruths
from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.sentence import Parsed, Sentence

BACK = 2
"""Sentences that "that assertion" may reach back; farther off, more than one figure could be meant."""

Denial = tuple[int, int, Mention | None]
"""Where a clause denies something said before, and who denies it; None is the report itself."""
ORDINALS = {"first": 0, "second": 1, "third": 2, "former": 0, "latter": -1, "last": -1}
TOLL = re.compile(r"\b(?:death )?tolls?\b|\bnumbers? of (?:dead|deaths)\b", re.IGNORECASE)
OWNED = re.compile(
    r"\b(?:[Tt]he|[Tt]hat)\s(?P<owner>(?:[\w-]+\s){0,4}?[\w-]+)(?:['’]s?)\s(?:\w+\s){0,2}?"
    r"(?:figure|number|count|toll|tally|total|claim|estimate|statement|version)s?\b"
    r"|\b[Tt]he\s(?P<short>(?:[A-Z]\.){2,}|[A-Z]{2,})\s(?:\w+\s)?(?:figure|number|count|toll|tally|total|estimate|list)s?\b",
)
"""Words that tell whose figure is meant: "the ministry's count", "the U.N. count"."""
MANY = re.compile(r"\b(?:figures|numbers|counts|tolls|totals|estimates)\b", re.IGNORECASE)
"""Objects in the plural, which one number alone is seldom."""
TOLL_BACK = 12
"""Sentences that "the toll" may reach back: it is the report's count of the dead, whatever was counted since."""
WITHDRAWN = re.compile(
    r"\b(?:errors?|mistakes?|mistaken|erroneous|misprint|back|withdr\w+|retract\w+)\b"
    rf"|^{ELLIPTIC.pattern}$",
    re.IGNORECASE,
)
"""Words by which a speaker may take back what he said himself."""
PRONOUN = re.compile(r"\b(?:it|this|that)\W*$", re.IGNORECASE)
"""An object that names nothing."""
TOLD_FIRST = re.compile(
    r"\bthat\s(?:\S+\s){4,}?\S+,\s(?:but|yet|though|although|while)\s", re.IGNORECASE
)
"""A clause that tells something, before another one."""
CHARGED = frozenset({"captured", "detained"})
"""Conditions of people who, where "they" deny it, deny what they are charged with and not how many they are."""
THEY = re.compile(r"\bthey\s(?:(?:all|both|have|had|\w+ly)\s)*$", re.IGNORECASE)
WE = re.compile(r"^[^\"“]*?\b(we)\s(?:(?:have|\w+ly)\s)*$", re.IGNORECASE)


def denials_of(
    parsed: Parsed, claims: list[Claim], attributions: list[Attribution], carrier: Carrier
) -> list[Claim]:
    """Claims for the denials that take up a figure said before."""
    found = [
        denial_of(parsed, claim, at, None)
        for claim in claims
        if claim.stance == "affirmed"
        and (at := checked.verdict_on(parsed, claim.figure)) is not None
    ]
    cores = [claim.figure.quantity.core[0] for claim in claims]
    for start, end, speaker in denial_clauses(parsed, attributions, carrier):
        if any(start <= core < end for core in cores):
            continue
        words, sentence = parsed.report.text[start:end], parsed.sentence_at(start)
        target = taken_up(parsed, claims, start, words, speaker)
        if target is None or is_charge(parsed.report.text[:start], target):
            continue
        if sentence is not None and (
            (target.figure.sentence < sentence.index and own_clause(parsed, sentence, start, words))
            or any(same_breath(c, target, sentence, words, speaker) for c in [*claims, *found])
        ):
            continue
        found.append(denial_of(parsed, target, (start, end), himself(words, target, speaker)))
    return found


def denial_of(parsed: Parsed, target: Claim, at: tuple[int, int], speaker: Mention | None) -> Claim:
    """The claim by which a speaker denies an earlier one with the words at some offsets."""
    text, sentence = parsed.report.text, parsed.sentence_at(at[0])
    index = sentence.index if sentence is not None else target.figure.sentence
    figure = replace(
        target.figure, start=at[0], end=at[1], sentence=index, anchor=at[0], rule="denial_of_earlier",
        negated=True, measure="total", part_of=None,
    )  # fmt: skip
    return replace(
        target, figure=figure, quote=text[at[0] : at[1]], stance="denied", part_of=None,
        sentence=text[sentence.start : sentence.end].strip() if sentence else target.sentence,
        source=speaker.words if speaker else None, source_at=speaker.at if speaker else None,
        source_party=speaker.party if speaker else None, source_rule="denial_of_earlier",
        chain=(*((speaker.words,) if speaker else ()), *target.chain[1:]),
    )  # fmt: skip


def himself(words: str, target: Claim, speaker: Mention | None) -> Mention | None:
    """The speaker, or the one who gave a figure out where only a pronoun takes it back: "It took back the report"."""
    if speaker is None or target.source is None or target.source_at is None:
        return speaker
    if speaker.words.casefold() not in PRONOUNS or takes_back().search(words) is None:
        return speaker
    here = target.figure.sentence
    return Mention(target.source, target.source_at, here, target.source_party, "group")


def same_breath(
    claim: Claim, target: Claim, here: Sentence, words: str, speaker: Mention | None
) -> bool:
    """Whether a denier has denied the number beside the words that take it up: "That is a lie. Not forty have died".

    Who takes back what he gave out does so once, however often he says it.
    """
    said, meant = claim.figure.quantity, target.figure.quantity
    again = takes_back().search(words) is not None and takes_back().search(claim.quote) is not None
    return (
        claim.stance == "denied"
        and (said.low, said.high, said.vague) == (meant.low, meant.high, meant.vague)
        and (again or claim.source == (speaker.words if speaker else None))
        and abs(claim.figure.sentence - here.index) <= BACK
    )


def own_clause(parsed: Parsed, sentence: Sentence, start: int, words: str) -> bool:
    """Whether "it" is what the clause before says: "it is learnt that a boy is among them, but the owner denied it"."""
    before = parsed.report.text[sentence.start : start]
    return PRONOUN.search(words) is not None and TOLD_FIRST.search(before) is not None


def denial_clauses(
    parsed: Parsed, attributions: list[Attribution], carrier: Carrier
) -> Iterator[Denial]:
    """Every clause that denies something taken up by "that" or "the figure", each place once."""
    taken: list[tuple[int, int]] = []
    for denial in chain(
        by_verb(parsed, attributions),
        called_untrue(parsed, attributions, carrier),
        refused(parsed, attributions, carrier),
    ):
        start, end, _ = denial
        if not any(first < end and start < last for first, last in taken):
            taken.append((start, end))
            yield denial


def by_verb(parsed: Parsed, attributions: list[Attribution]) -> Iterator[Denial]:
    """Reporting verbs that deny: "denied the assertion", "called the second number a lie"."""
    text, table = parsed.report.text, load("reporting")["denial"]
    for attribution in attributions:
        finding, speaker = attribution.finding, attribution.speaker
        if speaker is None or finding.cue is None or not finding.content:
            continue
        words = text[finding.content[0][0] : finding.content[0][1]]
        if (finding.kind == "deny" and not finding.negated and takes_up(words)) or (
            finding.lemma in table["calls"] and calls_false(words)
        ):
            yield finding.cue[0], max(finding.cue[1], finding.content[0][1]), speaker


def called_untrue(
    parsed: Parsed, attributions: list[Attribution], carrier: Carrier
) -> Iterator[Denial]:
    """Clauses and utterances that call something untrue, with who speaks there; not what nobody is heard to quote."""
    for untruth in untruths(parsed, carrier.turns):
        start, sentence = untruth.start, parsed.sentence_at(untruth.start)
        if sentence is None:
            continue
        speaker = None
        if not untruth.own:
            speaker = labelled(parsed, sentence, untruth.label, carrier) or speaker_at(
                start, sentence, attributions, carrier
            )
        quoted = quotations_in(parsed.report.text, sentence.start, sentence.end)
        if speaker is not None or not any(q.start <= start < q.end for q in quoted):
            yield start, untruth.end, speaker


def refused(parsed: Parsed, attributions: list[Attribution], carrier: Carrier) -> Iterator[Denial]:
    """Phrases whose subject refuses a figure, or in which the report itself does."""
    for start, end, subject in refusals(parsed, carrier):
        sentence = parsed.sentence_at(start)
        if sentence is None:
            continue
        speaker = subject or speaker_at(start, sentence, attributions, carrier)
        speaker = speaker or ourselves(parsed, start, sentence)
        if speaker is not None:
            yield start, end, speaker


def speaker_at(
    offset: int, sentence: Sentence, attributions: list[Attribution], carrier: Carrier
) -> Mention | None:
    """Who speaks at an offset: the innermost attribution, or whom the sentence goes on with, or whose turn it is."""
    holding = [a for a in attributions if a.speaker is not None and a.covers(offset)]
    if holding:
        return min(holding, key=lambda a: a.size).speaker
    if sentence.index in carrier.flow:
        return carrier.flow[sentence.index][0]
    return carrier.turn_speaker(offset)


def labelled(
    parsed: Parsed, sentence: Sentence, label: tuple[int, int] | None, carrier: Carrier
) -> Mention | None:
    """Whom a label before a colon names."""
    if label is None:
        return None
    tokens = parsed.doc.char_span(*label, alignment_mode="contract")
    if tokens is None:
        return None
    last = tokens.end - (tokens[-1].text == ":")
    return speaker_of(parsed, (tokens.start, last), sentence, carrier.speakers)


def ourselves(parsed: Parsed, start: int, sentence: Sentence) -> Mention | None:
    """The report's own "we" as who denies, outside quotations: "we consider this number too high"."""
    found = WE.search(parsed.report.text[sentence.start : start])
    if found is None:
        return None
    at = (sentence.start + found.start(1), sentence.start + found.end(1))
    return Mention(parsed.report.text[at[0] : at[1]], at, sentence.index, None, "group")


def is_charge(before: str, target: Claim) -> bool:
    """Whether those in custody deny, and so what they are charged with: "nine were arrested. They deny it"."""
    held = target.figure.condition in CHARGED and target.source is None
    return held and THEY.search(before) is not None


def takes_up(words: str) -> bool:
    """Whether a denied object only points back: "that", "it", "the assertion", "the second number"."""
    if any(char.isdigit() for char in words):
        return False
    low = re.sub(r"[^\w ]", "", words.casefold()).split()
    if not low:
        return False
    if low[0] in {"that", "this", "it"} and (
        len(low) == 1 or low[1] in {"in", "on", "as", "at", "by"}
    ):
        return True
    objects = load("reporting")["denial"]["objects"]
    return low[0] in {"the", "that", "this", "these", "those", "both"} and any(
        word in objects for word in low[1:4]
    )


def calls_false(words: str) -> bool:
    """Whether an object and its predicate say that something taken up is false: "the second number a lie"."""
    match = re.search(
        rf"^(?P<object>.*?)\s+(?:as\s+)?[\"“]?(?:{predicates()})\b", words, re.IGNORECASE
    )
    return match is not None and takes_up(match["object"])


def other_item(parsed: Parsed, here: Sentence, there: Sentence) -> bool:
    """Whether a sentence stands in a list's item of its own: "this" points to nothing in another item."""
    return here.block != there.block and block_kind(parsed, here) == "item"


def toll_before(
    claims: list[Claim], start: int, here: Sentence, speaker: Mention | None
) -> Claim | None:
    """The last count of the dead before a denial of "the toll", where one number alone is given as such or leads."""
    before = [
        c for c in claims
        if c.figure.quantity.core[0] < start and here.index - c.figure.sentence <= TOLL_BACK
        and c.stance == "affirmed" and c.figure.condition == "killed" and c.figure.measure == "total"
        and c.source != (speaker.words if speaker else None)
    ]  # fmt: skip
    return leading(before)


def leading(claims: list[Claim]) -> Claim | None:
    """The last claim of the number that is given most often, None where two are."""
    counts = Counter((c.figure.quantity.low, c.figure.quantity.high) for c in claims).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return [c for c in claims if (c.figure.quantity.low, c.figure.quantity.high) == counts[0][0]][
        -1
    ]


@cache
def takes_back() -> re.Pattern[str]:
    """The words by which somebody takes back what he gave out himself: "deleted his post", "was misinformed"."""
    return re.compile("|".join(load("reporting")["refusal"]["takes_back"]), re.IGNORECASE)


def owned_before(claims: list[Claim], start: int, here: Sentence, owner: str) -> Claim | None:
    """The last figure of whoever is named as its owner ("the Observatory's count"), None of several at once.

    Further back than a denial may reach it is his count of the dead, where he gives one alone or most often.
    """
    given = [
        c for c in claims
        if c.figure.quantity.core[0] < start and here.index - c.figure.sentence <= TOLL_BACK
        and c.stance == "affirmed" and c.figure.measure == "total" and is_named(owner, c)
    ]  # fmt: skip
    nearest = max((c.figure.sentence for c in given), default=None)
    if nearest is not None and here.index - nearest > BACK:
        most = leading(given)
        return most if most is not None and most.figure.condition == "killed" else None
    there = [c for c in given if c.figure.sentence == nearest]
    return there[0] if len(there) == 1 else None


def whole_of(claims: list[Claim]) -> list[Claim]:
    """Of a whole and its parts beside it ("13: seven here, four there, two elsewhere") the whole alone."""
    numbers = [claim.figure.quantity.low or 0 for claim in claims]
    first = numbers[0] if numbers else 0
    return claims[:1] if len(claims) > 2 and first == sum(numbers[1:]) else claims


def deniable(
    parsed: Parsed,
    claims: list[Claim],
    start: int,
    here: Sentence,
    words: str,
    speaker: Mention | None,
) -> list[Claim]:
    """The claims near before a denial that its speaker can deny, in text order: others', or what he takes back."""
    back = takes_back().search(words) is not None
    before = [
        c for c in claims
        if c.figure.quantity.core[0] < start and here.index - c.figure.sentence <= BACK
        and c.stance == "affirmed"
        and (back or is_others(c, speaker) or WITHDRAWN.search(words) or (speaker is None and is_loose(parsed, c)))
    ]  # fmt: skip
    if back:
        before = [c for c in before if is_own(c, speaker)] or [
            c for c in before if here.index - c.figure.sentence <= 1 and c.source is not None
        ]
    return sorted(before, key=lambda c: c.figure.quantity.core[0])


def taken_up(
    parsed: Parsed, claims: list[Claim], start: int, words: str, speaker: Mention | None
) -> Claim | None:
    """The one earlier claim that a denial can mean, None where several can or none."""
    here = parsed.sentence_at(start)
    if here is None:
        return None
    if (owner := OWNED.search(words)) is not None:
        name = owner["owner"] or owner["short"]
        if (owned := owned_before(claims, start, here, name)) is not None:
            return owned
        if any(is_named(name, c) for c in claims):
            return None
        last = name.casefold().split()[-1]
        claims = [c for c in claims if last in c.sentence.casefold()]
    if TOLL.search(words):
        return toll_before(claims, start, here, speaker)
    before = deniable(parsed, claims, start, here, words, speaker)
    if not before or (MANY.search(words) and len(before) > 1):
        return None
    nearest = [c for c in before if c.figure.sentence == before[-1].figure.sentence]
    for word, place in ORDINALS.items():
        if re.search(rf"\b{word}\b", words, re.IGNORECASE) and len(nearest) > max(place, 0):
            return nearest[place]
    nearest = [c for c in nearest if c.figure.measure == "total"] or nearest
    nearest = whole_of(nearest)
    there = parsed.sentences[nearest[0].figure.sentence]
    near = here.index - there.index <= 1 or (
        nearest[0].source is not None and not other_item(parsed, here, there)
    )
    if len(nearest) == 1 and (
        near or re.search(r"figure|number|toll|count|total|claim|assertion|estimate", words)
    ):
        return nearest[0]
    return None

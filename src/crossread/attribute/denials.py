"""Denials: claims and attributions come in; a figure's stance, and claims for denials of earlier figures, go out.

A denial that takes up an earlier figure counts only where one figure alone can be meant.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from crossread.attribute.attributions import Attribution, block_kind
from crossread.attribute.carry import Carrier
from crossread.attribute.refusals import refusals
from crossread.attribute.speakers import Mention
from crossread.lexicon import load
from crossread.model.claim import Claim, Stance
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed, Sentence

BACK = 2
"""Sentences that "that assertion" may reach back; farther off, more than one figure could be meant."""

ORDINALS = {"first": 0, "second": 1, "third": 2, "former": 0, "latter": -1, "last": -1}
TOLL = re.compile(r"\b(?:death )?tolls?\b|\bnumbers? of (?:dead|deaths)\b", re.IGNORECASE)
TOLL_BACK = 12
"""Sentences that "the toll" may reach back: it is the report's count of the dead, whatever was counted since."""
IMPOSSIBLE = re.compile(
    r"\b(?:impossible (?:for|that)|no such thing as|never (?:been )?|nothing like|"
    r"(?:is|are|was|were) no|cannot be|could not have been)"
    r"(?:\s+(?:the|an?|any|more than|over))?\s*$",
    re.IGNORECASE,
)
"""Words right before a number that deny it."""
CHARGED = frozenset({"captured", "detained"})
"""Conditions of people who, where "they" deny it, deny what they are charged with and not how many they are."""
THEY = re.compile(r"\bthey\s(?:(?:all|both|have|had|\w+ly)\s)*$", re.IGNORECASE)
WE = re.compile(r"^[^\"“]*?\b(we)\s(?:(?:have|\w+ly)\s)*$", re.IGNORECASE)


@cache
def predicates() -> str:
    """The alternation of predicates that call something untrue."""
    words = sorted(load("reporting")["denial"]["predicates"], key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


@cache
def false_after() -> re.Pattern[str]:
    """ "… is not true", "… is a lie" behind what is denied."""
    return re.compile(
        rf"^[^.!?;]{{0,70}}?\b(?:is|are|was|were)\s+(?:simply |just |completely |quite |\")*(?:{predicates()})\b",
        re.IGNORECASE,
    )


@cache
def false_anaphor() -> re.Pattern[str]:
    """ "That is false", "it was nonsense": a whole clause that denies what stood before."""
    return re.compile(
        rf"\b(?P<subject>that|this|it|which)\s*(?:is|was|'s|’s)\s+"
        rf"(?:simply |just |all |completely |a complete )?(?:{predicates()})\b(?!\s+(?:to|that|for|of)\b)",
        re.IGNORECASE,
    )


def in_same_clause(text: str, start: int, end: int) -> bool:
    """Whether two offsets stand in one clause, as far as commas and clause words tell."""
    return not re.search(r"[;:—]|,\s+(?:and|but|while|which|who|said|says)\b", text[start:end])


def denying(attributions: list[Attribution], figure: Figure) -> Attribution | None:
    """The attribution that denies the figure in its own content."""
    for attribution in attributions:
        finding = attribution.finding
        if finding.kind != "deny" or finding.negated or attribution.speaker is None:
            continue
        if any(start <= figure.quantity.core[0] < end for start, end in finding.content):
            return attribution
    return None


def stance_of(parsed: Parsed, figure: Figure, attributions: list[Attribution]) -> Stance:
    """Whether the figure's own sentence affirms or denies it."""
    if figure.negated or denying(attributions, figure) is not None:
        return "denied"
    text, sentence = parsed.report.text, parsed.sentences[figure.sentence]
    _start, end = figure.quantity.core
    if IMPOSSIBLE.search(
        text[max(sentence.start, figure.quantity.start - 40) : figure.quantity.start]
    ):
        return "denied"
    match = false_after().match(text[end : sentence.end])
    if (
        match
        and in_same_clause(text, end, end + match.end())
        and not re.search(r"\d", text[end : end + match.end()])
    ):
        return "denied"
    return "affirmed"


def denials_of(
    parsed: Parsed, claims: list[Claim], attributions: list[Attribution], carrier: Carrier
) -> list[Claim]:
    """Claims for the denials that take up a figure said before."""
    found = []
    cores = [claim.figure.quantity.core[0] for claim in claims]
    for start, end, speaker in denial_clauses(parsed, attributions, carrier):
        if any(start <= core < end for core in cores):
            continue
        target = taken_up(parsed, claims, start, parsed.report.text[start:end], speaker)
        if target is None or is_charge(parsed.report.text[:start], target):
            continue
        sentence = parsed.sentence_at(start)
        index = sentence.index if sentence is not None else target.figure.sentence
        figure = replace(
            target.figure, start=start, end=end, sentence=index, anchor=start, rule="denial_of_earlier",
            negated=True, measure="total", part_of=None,
        )  # fmt: skip
        found.append(
            replace(
                target, figure=figure, quote=parsed.report.text[start:end], stance="denied", part_of=None,
                sentence=parsed.report.text[sentence.start : sentence.end].strip() if sentence else target.sentence,
                source=speaker.words, source_at=speaker.at, source_party=speaker.party,
                source_rule="denial_of_earlier", chain=(speaker.words, *target.chain[1:]),
            )
        )  # fmt: skip
    return found


def denial_clauses(
    parsed: Parsed, attributions: list[Attribution], carrier: Carrier
) -> Iterator[tuple[int, int, Mention]]:
    """Every clause that denies something taken up by "that", "it" or "the figure", with who denies."""
    text = parsed.report.text
    taken: list[tuple[int, int]] = []
    for attribution in attributions:
        finding, speaker = attribution.finding, attribution.speaker
        if speaker is None or finding.cue is None or not finding.content:
            continue
        start, end = finding.cue[0], max(finding.cue[1], finding.content[0][1])
        words = text[finding.content[0][0] : finding.content[0][1]]
        if (finding.kind == "deny" and not finding.negated and takes_up(words)) or (
            finding.lemma in load("reporting")["denial"]["calls"] and calls_false(words)
        ):
            taken.append((start, end))
            yield start, end, speaker
    for sentence in parsed.sentences:
        for match in false_anaphor().finditer(text, sentence.start, sentence.end):
            speaker = speaker_at(match.start(), sentence, attributions, carrier)
            if speaker is not None and not any(s <= match.start() < e for s, e in taken):
                taken.append((match.start(), match.end()))
                yield match.start(), match.end(), speaker
    for start, end, subject in refusals(parsed, carrier):
        sentence_here = parsed.sentence_at(start)
        if sentence_here is None or any(s < end and start < e for s, e in taken):
            continue
        refuser = (
            subject
            or speaker_at(start, sentence_here, attributions, carrier)
            or ourselves(parsed, start, sentence_here)
        )
        if refuser is not None:
            taken.append((start, end))
            yield start, end, refuser


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


def toll_before(claims: list[Claim], start: int, here: Sentence, speaker: Mention) -> Claim | None:
    """The last count of the dead before a denial of "the toll", where one number alone is given as such or leads."""
    before = [
        c for c in claims
        if c.figure.quantity.core[0] < start and here.index - c.figure.sentence <= TOLL_BACK
        and c.stance == "affirmed" and c.figure.condition == "killed" and c.figure.measure == "total"
        and c.source != speaker.words
    ]  # fmt: skip
    counts = Counter((c.figure.quantity.low, c.figure.quantity.high) for c in before).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return [c for c in before if (c.figure.quantity.low, c.figure.quantity.high) == counts[0][0]][
        -1
    ]


def taken_up(
    parsed: Parsed, claims: list[Claim], start: int, words: str, speaker: Mention
) -> Claim | None:
    """The one earlier claim that a denial can mean, None where several can or none."""
    here = parsed.sentence_at(start)
    if here is None:
        return None
    if TOLL.search(words):
        return toll_before(claims, start, here, speaker)
    before = [
        c for c in claims
        if c.figure.quantity.core[0] < start and here.index - c.figure.sentence <= BACK
        and c.stance == "affirmed" and (c.source is None or c.source_party is None or c.source_party != speaker.party)
        and c.source != speaker.words
    ]  # fmt: skip
    if not before:
        return None
    before.sort(key=lambda c: c.figure.quantity.core[0])
    nearest = [c for c in before if c.figure.sentence == before[-1].figure.sentence]
    for word, place in ORDINALS.items():
        if re.search(rf"\b{word}\b", words, re.IGNORECASE) and len(nearest) > max(place, 0):
            return nearest[place]
    there = parsed.sentences[nearest[0].figure.sentence]
    near = here.index - there.index <= 1 or (
        nearest[0].source is not None and not other_item(parsed, here, there)
    )
    if len(nearest) == 1 and (
        near or re.search(r"figure|number|toll|count|total|claim|assertion|estimate", words)
    ):
        return nearest[0]
    return None

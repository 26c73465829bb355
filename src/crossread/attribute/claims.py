"""Claims: figures and attributions come in; each figure with its innermost speaker, stance and chain goes out."""

from bisect import bisect_right
from dataclasses import replace

from crossread.attribute import (
    bodies,
    carry,
    checked,
    counters,
    cues,
    denials,
    rebuttals,
    stances,
    tables,
    wording,
)
from crossread.attribute.attributions import Attribution
from crossread.attribute.findings import Finding
from crossread.attribute.rebuttals import Rebuttal
from crossread.attribute.refusals import answering, subject_of
from crossread.attribute.speakers import Mention
from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed


def bears(parsed: Parsed, attribution: Attribution, figure: Figure) -> bool:
    """Whether an attribution answers for a figure in its content."""
    finding = attribution.finding
    if not attribution.covers(figure.quantity.core[0]):
        return False
    if finding.rule == "counter" and not counters.tolls(
        parsed, attribution.finding, figure, owns(attribution, figure)
    ):
        return False
    if perceived(parsed, finding):
        return False
    if finding.kind in cues.CLAIM_KINDS:
        return finding.clausal or finding.kind in cues.OBJECT_KINDS
    return False


def perceived(parsed: Parsed, finding: Finding) -> bool:
    """Whether somebody only sees or hears what is counted: perceiving is not saying, unless "that" follows."""
    if finding.lemma not in load("reporting")["perception"]["verbs"]:
        return False
    if finding.rule in ("verb.passive", "verb.witness", "counter"):
        return False
    start = finding.content[0][0]
    return not parsed.report.text[start : start + 4].casefold().startswith("that")


def owns(attribution: Attribution, figure: Figure) -> bool:
    """Whether the counted are the body's own people, so that it has them rather than counts them."""
    speaker = attribution.speaker
    return speaker is not None and figure.party is not None and speaker.party == figure.party


def innermost(
    parsed: Parsed, attributions: list[Attribution], figure: Figure
) -> Attribution | None:
    """The attribution with the smallest content that holds the figure and names a speaker."""
    holding = [a for a in attributions if bears(parsed, a, figure) and a.finding.source is not None]
    named = [a for a in holding if a.speaker is not None]
    if not named:
        return None
    named.sort(key=lambda a: (a.finding.rule != "citing", a.size, -len(a.finding.content)))
    generic = [a for a in named if not anonymous_paper(a.speaker)]
    return (generic or named)[0]


def around_verdict(
    parsed: Parsed, figure: Figure, attributions: list[Attribution]
) -> list[Attribution]:
    """Of some attributions those that hold the words which call the figure false, where its clause does.

    "A list which names 40 is false, the mayor said" is the mayor's, not the list's.
    """
    stop = stances.called_false(parsed, figure)
    if stop is None:
        return attributions
    return [
        a for a in attributions if a.covers(stop - 1) and not in_relative_clause(parsed, a, figure)
    ]


def in_relative_clause(parsed: Parsed, attribution: Attribution, figure: Figure) -> bool:
    """Whether an attribution's verb stands before the number in a relative clause: "a list which names 40"."""
    cue = attribution.finding.cue
    if cue is None or cue[0] > figure.quantity.start:
        return False
    span = parsed.doc.char_span(*cue, alignment_mode="expand")
    return span is not None and span.root.dep_.startswith("acl")


def anonymous_paper(speaker: Mention | None) -> bool:
    """Whether the speaker is only "preliminary estimates": a paper of nobody's, behind whom somebody else speaks."""
    if speaker is None or speaker.party is not None:
        return False
    return speaker.words.split()[-1].lower() in cues.nouns("document")


def unowned_report(speaker: Mention) -> bool:
    """Whether the speaker is "the report", with nobody named behind it: no voice beside the outlet's own."""
    words = speaker.words.casefold().split()
    return speaker.party is None and len(words) <= 2 and words[-1] in {"report", "reports"}


def chain_of(
    parsed: Parsed, attribution: Attribution | None, outer: list[Attribution]
) -> tuple[str, ...]:
    """From the innermost speaker over those who pass it on to the agency and the outlet."""
    links = [attribution.speaker.words] if attribution and attribution.speaker else []
    links += [a.speaker.words for a in outer if a.speaker is not None]
    if attribution and attribution.carrier:
        links.append(attribution.carrier.words)
    links += [name for name in (parsed.report.agency, parsed.report.outlet) if name]
    return tuple(dict.fromkeys(links))


def gapped_speaker(parsed: Parsed, figure: Figure, found: Attribution | None) -> Mention | None:
    """The second body of "A has reported four, B six": a name between a comma and the number, the verb left out."""
    if found is None or found.finding.kind not in ("say", "count", "estimate"):
        return None
    span = parsed.doc.char_span(figure.quantity.start, figure.quantity.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    last = span[0].i
    while last > 0 and parsed.doc[last - 1].tag_ in ("RB", "RBR", "RBS"):
        last -= 1
    first = last
    while (
        first > 0
        and last - first < 8
        and parsed.doc[first - 1].text not in {",", ";", "and", "while", "but", ":", "("}
    ):
        first -= 1
    words = list(parsed.doc[first:last])
    if (
        not words
        or parsed.doc[first].idx <= found.finding.content[0][0]
        or parsed.doc[first - 1].text == "("
    ):
        return None
    described = bodies.described(words)
    agency = counters.is_agency(words)
    if agency:
        described = bodies.Described(party=wording.text_of(wording.stripped(words)), body=True)
    whole = (
        described.party is not None
        and described.body
        and (agency or not any(t.tag_.startswith("VB") for t in words))
    )
    if not whole or not (wording.capital(words[-1]) or words[0].lower_ == "the"):
        return None
    at = (words[0].idx, words[-1].idx + len(words[-1]))
    return Mention(wording.text_of(words), at, figure.sentence, described.party, "body")


def claims_of(
    parsed: Parsed, figures: list[Figure], attributions: list[Attribution], carrier: carry.Carrier
) -> list[Claim]:
    """One claim for each figure, in the figures' order, and one more for each denial of an earlier figure."""
    near = by_sentence(parsed, attributions)
    claims: list[Claim] = []
    for figure in figures:
        around = near.get(figure.sentence, [])
        found = stances.denying(parsed, around, figure)
        if found is None or found.speaker is None:
            found = innermost(parsed, around_verdict(parsed, figure, around), figure)
        speaker, rule = spoken_by(parsed, figure, found, carrier)
        stance = stances.stance_of(parsed, figure, around)
        if stance == "affirmed" and (refused := rebuttals.rebuttal(parsed, figure)) is not None:
            stance, denier = "denied", refuser(parsed, figure, refused, carrier)
            speaker, rule = (denier, "rebuttal") if denier is not None else (speaker, rule)
        elif stance == "affirmed" and checked.taken_back(parsed, figure):
            stance, speaker, rule = "denied", None, "taken back"
        elif stance == "affirmed" and echoes(parsed, figure, figures, claims, speaker, carrier):
            stance = "denied"
        if stance == "denied" and speaker is None and rule != "taken back":
            speaker, rule = answering(parsed, figure, carrier), "answering"
        outer = [
            a
            for a in around
            if a is not found and a.speaker is not None and bears(parsed, a, figure)
        ]
        chain = chain_of(parsed, found, outer)
        if found is None and speaker is not None:
            chain = (speaker.words, *chain)
        claims.append(
            replace(
                claim_for(parsed, figure, speaker, rule),
                chain=tuple(dict.fromkeys(chain)),
                stance=stance,
            )
        )
        carrier.note(figure, speaker)
    return with_wholes([*claims, *denials.denials_of(parsed, claims, attributions, carrier)])


def spoken_by(
    parsed: Parsed, figure: Figure, found: Attribution | None, carrier: carry.Carrier
) -> tuple[Mention | None, str]:
    """The figure's speaker and the rule that found it: its attribution, its table, what it goes on from, its turn."""
    if (gapped := gapped_speaker(parsed, figure, found)) is not None:
        return gapped, "gapped"
    if found is not None and found.speaker is not None:
        if unowned_report(found.speaker):
            return None, ""
        return found.speaker, found.finding.rule
    if (cell := tables.table_source(parsed, figure)) is not None:
        return cell, "table"
    if (carried := carrier.speaker_for(figure)) is not None:
        return carried
    turned = carrier.turn_speaker(figure.quantity.core[0])
    return turned, "turn" if turned is not None else ""


def echoes(
    parsed: Parsed,
    figure: Figure,
    figures: list[Figure],
    claims: list[Claim],
    speaker: Mention | None,
    carrier: carry.Carrier,
) -> bool:
    """Whether a number is asked back by one who has not given it, or stands twice; one shouted stands twice."""
    quoted = carrier.quotes.at(figure.quantity.start) is not None
    mark = rebuttals.asked_back(parsed, figure, quoted=quoted)
    if not mark:
        return False
    number = rebuttals.quantity_of(figure)
    if speaker is not None and any(
        claim.source == speaker.words and claim.stance == "affirmed"
        for claim in claims
        if rebuttals.quantity_of(claim.figure) == number
    ):
        return False
    twice = sum(rebuttals.quantity_of(other) == number for other in figures) > 1
    return twice or (speaker is not None and mark == "?")


def refuser(
    parsed: Parsed, figure: Figure, refused: Rebuttal, carrier: carry.Carrier
) -> Mention | None:
    """The subject of the verb that refuses a figure, None where whoever speaks does."""
    if refused.verb is None:
        return None
    sentence = parsed.sentences[figure.sentence]
    return subject_of(parsed, sentence, refused.verb, carrier)


def by_sentence(parsed: Parsed, attributions: list[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions by the sentences that their contents touch, so that a figure looks at its own only."""
    starts = [sentence.start for sentence in parsed.sentences]
    near: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        spans = [
            *attribution.finding.content,
            *([attribution.finding.reach] if attribution.finding.reach else []),
        ]
        first = bisect_right(starts, min(start for start, _ in spans)) - 1
        last = bisect_right(starts, max(end for _, end in spans) - 1) - 1
        for index in range(max(first, 0), last + 1):
            near.setdefault(index, []).append(attribution)
    return near


def claim_for(parsed: Parsed, figure: Figure, speaker: Mention | None, rule: str) -> Claim:
    """A figure as a claim with its speaker."""
    text = parsed.report.text
    sentence = parsed.sentences[figure.sentence]
    return Claim(
        figure=figure,
        report=parsed.report.name,
        report_id=parsed.report.id,
        quote=text[figure.start : figure.end],
        sentence=text[sentence.start : sentence.end].strip(),
        source=speaker.words if speaker else None,
        source_at=speaker.at if speaker else None,
        source_party=speaker.party if speaker else None,
        source_rule=rule,
        party=figure.party,
        place=figure.place,
        background=figure.background,
    )


def with_wholes(claims: list[Claim]) -> list[Claim]:
    """The claims with `part_of` set to the id of the whole whose quantity stands where the figure says."""
    by_quantity = {
        claim.figure.quantity.start: claim.id for claim in claims if claim.stance == "affirmed"
    }
    by_core = {
        claim.figure.quantity.core[0]: claim.id for claim in claims if claim.stance == "affirmed"
    }
    return [
        replace(claim, part_of=by_quantity.get(at[0]) or by_core.get(at[0]))
        if (at := claim.figure.part_of) is not None
        else claim
        for claim in claims
    ]

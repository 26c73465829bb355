"""Step 5: a parsed report and its figures come in; claims with their speakers, and all statements, go out."""

from crossread.attribute.attributions import Attribution, attributions_of
from crossread.attribute.carry import Carrier
from crossread.attribute.claims import claims_of
from crossread.attribute.findings import characters
from crossread.attribute.quotations import Quotations
from crossread.attribute.speakers import Speakers
from crossread.attribute.turns import turns_of
from crossread.model.claim import Claim
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed
from crossread.model.statement import Statement


def attribute(parsed: Parsed, figures: list[Figure]) -> tuple[list[Claim], list[Statement]]:
    """Give each figure its speaker and stance, and list the report's statements."""
    stretches = [(block.start, block.end) for block in parsed.report.blocks] or [
        (0, len(parsed.report.text))
    ]
    quotes = Quotations(parsed.report.text, stretches)
    speakers = Speakers(parsed)
    attributions = attributions_of(parsed, quotes, speakers)
    carrier = Carrier(parsed, attributions, quotes, turns_of(parsed), speakers)
    claims = claims_of(parsed, figures, attributions, carrier)
    return claims, [statement_for(parsed, attribution) for attribution in attributions]


def statement_for(parsed: Parsed, attribution: Attribution) -> Statement:
    """An attribution as the statement that is shown."""
    finding, speaker = attribution.finding, attribution.speaker
    return Statement(
        report=parsed.report.name,
        source=characters(parsed.doc, finding.source) if finding.source else None,
        cue=finding.cue,
        content=finding.content,
        rule=finding.rule,
        speaker=speaker.words if speaker else None,
        speaker_at=speaker.at if speaker else None,
        carrier=attribution.carrier.words if attribution.carrier else None,
        denies=finding.kind == "deny",
    )

"""Carrying over: a figure that no attribution covers comes in; the speaker whom the text plainly goes on with goes out."""

from crossread.attribute.attributions import Attribution
from crossread.attribute.speakers import Mention
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed


class Carrier:
    """Remembers, figure by figure in text order, who spoke last and of what."""

    def __init__(self, parsed: Parsed, attributions: list[Attribution]) -> None:
        self.parsed = parsed
        self.by_sentence: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            self.by_sentence.setdefault(attribution.finding.sentence, []).append(attribution)
        self.last: tuple[Figure, Mention | None] | None = None

    def speaker_for(self, figure: Figure) -> tuple[Mention, str] | None:
        """The speaker carried over to a figure and the rule that did it, None where the report speaks."""
        return None

    def note(self, figure: Figure, speaker: Mention | None) -> None:
        """Remember whom the last figure was given to."""
        self.last = (figure, speaker)

"""A Statement: who said it (source), the word that says so (cue), and what was said (content)."""

from dataclasses import dataclass

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """Any attributed statement of a report, as character offsets into its text.

    `speaker` is the source's words after pronouns and roles are traced back within the report ("Farhad Shami" for
    "he"), `speaker_at` the offsets of those words. `carrier` is who passed it on ("VOA" in "told VOA", "state
    media" in "state media, citing the ministry"). `denies` is true where the cue denies, rejects or doubts.
    """

    report: str
    source: Offsets | None
    cue: Offsets | None
    content: tuple[Offsets, ...]
    rule: str
    speaker: str | None = None
    speaker_at: Offsets | None = None
    carrier: str | None = None
    denies: bool = False

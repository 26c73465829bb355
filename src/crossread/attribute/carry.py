"""Carrying over: sentences and attributions come in; the speaker whom each sentence plainly goes on with goes out.

A sentence goes on with the last speaker only where its form says so: a bare quotation, a past perfect behind reported
speech, a fragment without a verb, "of them", "among the dead", "likewise".
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from crossread.attribute import bodies
from crossread.attribute.attributions import Attribution, block_kind
from crossread.attribute.quotations import Quotations
from crossread.attribute.speakers import Mention, Speakers
from crossread.attribute.turns import Turn
from crossread.lexicon import load
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Carried = tuple[Mention, str]
QUOTE_BACK = 3
"""Sentences that a bare quotation may stand behind the last speaker of its paragraph."""

PROSE = frozenset({"body", "item"})


class Carrier:
    """The speaker that each sentence goes on with, and the speakers of the figures so far."""

    def __init__(
        self,
        parsed: Parsed,
        attributions: list[Attribution],
        quotes: Quotations,
        turns: list[Turn],
        speakers: Speakers,
    ) -> None:
        self.parsed = parsed
        self.quotes = quotes
        self.turns = turns
        self.speakers = speakers
        self.by_sentence: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            if attribution.speaker is not None and attribution.finding.kind in (
                "say",
                "count",
                "estimate",
                "think",
                "deny",
            ):
                self.by_sentence.setdefault(attribution.finding.sentence, []).append(attribution)
        self.last: tuple[Figure, Mention | None, str] | None = None
        self.by_quantity: dict[int, Mention | None] = {}
        self.flow = self._flow()

    def _flow(self) -> dict[int, Carried]:
        """For each sentence without an attribution of its own, whom it goes on with, if with anybody."""
        flow: dict[int, Carried] = {}
        current: Mention | None = None
        said: tuple[Mention, int] | None = None
        block, backshifted = -1, False
        for sentence in self.parsed.sentences:
            if sentence.block != block and block_kind(self.parsed, sentence) not in (
                "stamp",
                "byline",
            ):
                quoted_on = self.quotes.at(sentence.start) is not None
                current = current if quoted_on else None
                said = said if quoted_on else None
                block = sentence.block
            own = self.by_sentence.get(sentence.index)
            if own:
                current = main_speaker(own)
                said = (current, sentence.index) if current is not None else None
                backshifted = any(a.finding.kind != "ask" for a in own)
                continue
            if current is None and said is not None and self.quotes.at(sentence.start):
                current = said[0] if sentence.index - said[1] <= QUOTE_BACK else None
            if current is None:
                continue
            rule = self._goes_on(sentence, backshifted)
            if rule is None:
                current = None
            else:
                flow[sentence.index] = (current, rule)
        return flow

    def _goes_on(self, sentence: Sentence, backshifted: bool) -> str | None:
        """The form by which a sentence goes on with the speaker before it, None where it has none."""
        words = self.parsed.doc[sentence.first : sentence.last]
        quote = self.quotes.at(sentence.start)
        if quote is not None:
            return "carried.quotation"
        if block_kind(self.parsed, sentence) not in PROSE:
            return None
        if backshifted and is_past_perfect(self.parsed, sentence):
            return "carried.past_perfect"
        if (
            not any(
                token.tag_ in ("VBD", "VBZ", "VBP", "MD") and has_subject(token) for token in words
            )
            and sentence.parsed
        ):
            return "carried.fragment"
        opening = " ".join(token.lower_ for token in words[:6])
        carry = load("reporting")["carry"]
        if any(f" {phrase}" in f" {opening}" for phrase in carry["partitive"]):
            return "carried.partitive"
        if words and words[0].lower_ in carry["additive"]:
            return "carried.additive"
        return None

    def speaker_for(self, figure: Figure) -> Carried | None:
        """The speaker carried over to a figure and the rule that did it, None where the report speaks."""
        if (
            figure.part_of is not None
            and (whole := self.by_quantity.get(figure.part_of[0])) is not None
        ):
            return whole, "carried.part"
        if (flowing := self.flow.get(figure.sentence)) is not None:
            return flowing
        if (behind := self._behind_semicolon(figure)) is not None:
            return behind, "carried.semicolon"
        if (
            self.last is not None
            and self.last[1] is not None
            and self._takes_up(figure, self.last[0])
        ):
            return self.last[1], "carried.partitive"
        return None

    def _behind_semicolon(self, figure: Figure) -> Mention | None:
        """The speaker before a semicolon, where what follows it stands in the past perfect."""
        sentence, doc = self.parsed.sentences[figure.sentence], self.parsed.doc
        own = [
            a
            for a in self.by_sentence.get(figure.sentence, ())
            if a.finding.content[0][0] < figure.start
        ]
        marks = [
            t.i
            for t in doc[sentence.first : sentence.last]
            if t.text == ";" and t.idx < figure.quantity.start
        ]
        if not own or not marks:
            return None
        words = list(doc[marks[-1] + 1 : sentence.last])
        perfect = any(
            token.lower_ == "had" and after.tag_ in ("VBN", "RB")
            for token, after in pairwise(words)
        )
        return main_speaker(own) if perfect else None

    def _takes_up(self, figure: Figure, before: Figure) -> bool:
        """Whether a figure is a part of the last one: "two of them", "twenty-seven of whom", "among them 34 women"."""
        if not 0 <= figure.sentence - before.sentence <= 1:
            return False
        sentences = self.parsed.sentences
        if sentences[figure.sentence].block != sentences[before.sentence].block:
            return False
        text = self.parsed.report.text
        near = text[max(before.end, figure.start - 30) : min(len(text), figure.end + 20)].casefold()
        core_end = figure.quantity.core[1] - max(before.end, figure.start - 30)
        return any(
            ((at := near.find(phrase)) >= 0 and -3 <= at - core_end <= 3)
            or (phrase.startswith("among") and 0 <= at < core_end)
            for phrase in load("reporting")["carry"]["partitive"]
        )

    def turn_speaker(self, offset: int) -> Mention | None:
        """Who speaks in the transcript turn that holds an offset, None where the outlet does or there is none."""
        turn = next((turn for turn in self.turns if turn.start <= offset < turn.end), None)
        if turn is None or turn.own_voice:
            return None
        name = turn.label.title() if turn.label.isupper() else turn.label
        person = self.speakers.of_name(name)
        if person is None:
            doc = self.parsed.doc.char_span(*turn.label_at, alignment_mode="expand")
            described = bodies.described(list(doc)) if doc is not None else bodies.Described()
            return Mention(turn.label, turn.label_at, 0, described.party, "person", described.role)
        return Mention(turn.label, turn.label_at, 0, person.party, "person", person.role)

    def note(self, figure: Figure, speaker: Mention | None) -> None:
        """Remember whom a figure was given to."""
        self.last = (figure, speaker, "")
        self.by_quantity[figure.quantity.start] = speaker
        self.by_quantity[figure.quantity.core[0]] = speaker


def main_speaker(attributions: list[Attribution]) -> Mention | None:
    """Of a sentence's speakers the one that the next sentence would go on with: the last outer one."""
    outer = [
        a for a in attributions
        if not any(b is not a and b.size > a.size and b.covers(a.finding.content[0][0]) for b in attributions)
    ]  # fmt: skip
    return (outer or attributions)[-1].speaker


def is_past_perfect(parsed: Parsed, sentence: Sentence) -> bool:
    """Whether the first finite verb of a sentence is "had" with a participle, or "would"."""
    doc = parsed.doc
    for at in range(sentence.first, sentence.last):
        token = doc[at]
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.dep_ not in ("acl:relcl",):
            if token.lower_ in ("would", "could", "might"):
                return True
            if (
                token.lower_ == "was"
                and at == sentence.first + 1
                and doc[sentence.first].lower_ == "it"
            ):
                continue
            if token.lower_ != "had":
                return False
            return any(t.tag_ in ("VBN", "VBD") for t in doc[at + 1 : min(at + 4, sentence.last)])
    return False


def has_subject(verb: "Token") -> bool:
    """Whether a finite verb has a subject: "two hundred injured" has a participle that only looks like one."""
    if verb.tag_ != "VBD":
        return True
    return any(
        child.dep_.startswith(("nsubj", "expl")) and child.pos_ != "NUM" for child in verb.children
    )

"""A place that the network points at comes in; the mention there, as the text words it, goes out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from crossread.decide.ballots import NOWHERE, Ballots, forms_of
from crossread.decide.candidates import Candidates, Number
from crossread.decide.labels import counted_labels
from crossread.decide.network import Opinion
from crossread.decide.whole_names import body_nouns, whole_name
from crossread.lexicon import load
from crossread.model.claim import Claim
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed
from crossread.model.statement import Statement

Offsets = tuple[int, int]

PARTS = frozenset(["compound", "flat", "amod", "nmod:poss", "fixed", "goeswith", "nummod"])
"""Relations below a noun that belong to a name or a short description: "the Ruvian health ministry"."""

NAMING = frozenset(["nmod", "case", "flat", "compound", "conj", "cc"])
"""Further relations inside a body's own name: "Doctors Without Borders", "Ministry of Health"."""


HEARING = re.compile(
    r"\b(?:hearings?|evidence|inquiry|inquest|courts?|trial|testimony|committee|parliament|senate|assembly|sitting"
    r"|tribunal|commission of|legislature|congress|supervisors|public meeting)\b",
    re.I,
)
"""Words of a sitting before which witnesses speak who are not of its house."""

MEETING = re.compile(r"(?i)\b(?:press (?:conference|briefing)|hearing|public meeting|briefing)\b")
VENUE = re.compile(r"\b(?i:town hall|city hall|parish hall|school hall|community centre|hotel)\b")
"""Where those meet who speak by turns."""

SALUTED = re.compile(
    r"\W*(?:(?:Dear|Dearest|Respected|Esteemed|Honou?red)\s[^\n]{1,60}|(?:Sirs?|Madam|Excellency)\W{0,2})",
)
"""The line with which a letter opens."""
MARKS = ("'s", "’s", "'", "’")
"""What a possessor ends with."""

MEASURED_BEFORE = 24
"""Letters before a name in which "the size of the" stands."""
OWNED_BEHIND = 32
"""Letters behind a counted phrase in which "of the group" stands."""
TABLE_ALONE = "table alone"
"""The rule of a speaker whom a table gives and the network does not."""
BESIDE = 40
"""Letters from a speaker to a body that is told of him: "Ana Lopes, who heads the council"."""
REACH = 5
"""Words before a common noun among which its article stands."""


@cache
def company() -> re.Pattern[str]:
    """A comma and the words behind it that tell beside whom somebody speaks."""
    return re.compile(
        rf",\s(?:{'|'.join(load('reporting')['company']['beside'])})\s", re.IGNORECASE
    )


class Mentions:
    """The mentions of one report: those the rules found first, a noun phrase around the place otherwise."""

    def __init__(
        self,
        parsed: Parsed,
        found: Candidates,
        claims: Sequence[Claim],
        statements: Sequence[Statement],
    ) -> None:
        self._parsed, self._found = parsed, found
        self.ballots = Ballots(found)
        self._labels = counted_labels(parsed)
        self._token = {token.idx: token for token in parsed.doc}
        self._by_claim = sorted(
            {(c.source_at, c.source, c.source_party) for c in claims if c.source_at and c.source},
            key=lambda one: (one[0][1] - one[0][0], one[0], one[1], one[2] or ""),
        )
        self._by_statement = sorted(
            {(s.speaker_at, s.speaker) for s in statements if s.speaker_at and s.speaker},
            key=lambda one: (one[0][1] - one[0][0], one[0], one[1]),
        )

    def spoken(self, claim: Claim, opinion: Opinion, number: Number) -> Claim:
        """The claim with the speaker that the network points at, and the body that the rules know him by."""
        ballot = self.ballots.cast(opinion.places, opinion.source)
        place = ballot.elected(forms_of(self._found, number.source))
        if place == NOWHERE and claim.source_rule == "table":
            return replace(claim, source_rule=TABLE_ALONE)  # the table says who counts
        if place == NOWHERE and self._is_last_word(claim):
            return claim
        if place == NOWHERE:
            return replace(
                claim, source=None, source_at=None, source_party=None, chain=claim.chain[1:],
                source_rule=f"learned over {claim.source_rule}",
            )  # fmt: skip
        if place is not None and (host := self.host(place)) is not None:
            place = None if claim.source is not None else host
        if place is not None and (self._is_label(place) or self._is_addressed(place)):
            return claim
        if place is not None and not (claim.source and self._is_quoted_with(claim, place)):
            words, at, party = self._speaker(place)
            claim = replace(
                claim, source=words, source_at=at, source_party=party,
                chain=tuple(dict.fromkeys((words, *claim.chain))),
                source_rule=f"learned over {claim.source_rule}".removesuffix(" over "),
            )  # fmt: skip
        return claim

    def side(
        self, figure: Figure, opinion: Opinion, number: Number
    ) -> tuple[str | None, Offsets | None]:
        """The side that the counted belong to, as the text words it; one that their own phrase names stays."""
        ballot = self.ballots.cast(opinion.places, opinion.party)
        place = ballot.elected(forms_of(self._found, number.party))
        at = figure.party_at
        named = at is not None and figure.start <= at[0] and at[1] <= figure.end
        if self._is_owned(figure):
            if figure.party is not None:
                return figure.party, at
            place = ballot.named()
        if place is None or (place == NOWHERE and named) or self._is_measure(place):
            return figure.party, at
        if place == NOWHERE:
            return None, None
        at = self._phrase(place)
        return self._text(at), at

    def _is_last_word(self, claim: Claim) -> bool:
        """Whether a sentence ends with whom it goes back to (", according to him."), which holds for all of it."""
        if claim.source_rule != "according" or claim.source_at is None:
            return False
        sentence = self._parsed.sentences[claim.figure.sentence]
        behind = self._parsed.report.text[claim.source_at[1] : sentence.end]
        return claim.figure.end <= claim.source_at[0] and not re.search(r"\w", behind)

    def _is_owned(self, figure: Figure) -> bool:
        """Whether the counted phrase says whose they are by a body's common noun: "seven of the force's fighters"."""
        words = self._text((figure.start, figure.end)).casefold()
        behind = self._parsed.report.text[figure.end : figure.end + OWNED_BEHIND].casefold()
        owners = (
            re.search(r"\bof (?:the|this|that) (\w+)$|\b(?:the|this|that) (\w+)[’']s?\s", words),
            re.match(r"\s+of (?:the|this|that) (\w+)\b", behind),
        )
        return any(set(owner.groups()) & body_nouns() for owner in owners if owner is not None)

    def _is_measure(self, place: int) -> bool:
        """Whether a name only tells how large something is ("an area the size of Peru")."""
        start = 0 if place == NOWHERE else self._found.offsets[place][0]
        before = self._parsed.report.text[max(0, start - MEASURED_BEFORE) : start]
        return re.search(r"\b(?:size|area|population)\s+of\s+(?:the\s+)?$", before) is not None

    def _is_quoted_with(self, claim: Claim, place: int) -> bool:
        """Whether a word stands in one quotation with the figure: nobody is told inside it to speak it."""
        text, start = self._parsed.report.text, claim.figure.start
        opened = text.rfind("“", 0, start)
        closed = text.find("”", opened)
        return opened >= 0 and start < closed and opened < self._found.offsets[place][0] < closed

    def _is_label(self, place: int) -> bool:
        """Whether a word only labels a row or an item among others of places or groups: "- Alda: 12 dead"."""
        start = self._found.offsets[place][0]
        return any(first <= start < last for first, last in self._labels)

    def _is_addressed(self, place: int) -> bool:
        """Whether a word stands in a letter's salutation ("Dear Sirs,"): those who are written to do not speak."""
        text, start = self._parsed.report.text, self._found.offsets[place][0]
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", start)
        return SALUTED.fullmatch(text, first, len(text) if last < 0 else last) is not None

    def host(self, place: int) -> int | None:
        """The word before the comma behind which this one is among those beside whom somebody speaks, None if not."""
        text, start = self._parsed.report.text, self._found.offsets[place][0]
        sentence = self._parsed.sentence_at(start)
        if sentence is None or place == NOWHERE:
            return None
        for others in company().finditer(text, sentence.start, sentence.end):
            if others.end() <= start and "," not in text[others.end() : start]:
                ends = [
                    n for n, (_, end) in enumerate(self._found.offsets) if end == others.start()
                ]
                return ends[0] if ends else None
        return None

    def _speaker(self, place: int) -> tuple[str, Offsets, str | None]:
        start, end = self._found.offsets[place]
        for at, words, party in self._by_claim:
            if at[0] <= start and end <= at[1]:
                return words, at, party
        for at, words in self._by_statement:
            if at[0] <= start and end <= at[1]:
                return words, at, None
        at = self._phrase(place)
        return self._text(at), at, None

    def named(self, place: int) -> str:
        """The mention at a word, as the text words it: its phrase, and of a name all that belongs to it."""
        at, word = self._phrase(place), self._found.offsets[place]
        if not (at[0] <= word[0] and word[1] <= at[1]):
            at = word
        return self._text(whole_name(self._parsed, at))

    def is_heading(self, place: int) -> bool:
        """Whether a word stands in capitals in a title that tells of a hearing, where others come to speak."""
        text, (start, end) = self._parsed.report.text, self._found.offsets[place]
        title = text.lstrip().split("\n", 1)[0]
        inside = "\n" not in text[:start].lstrip()
        return inside and text[start:end].isupper() and HEARING.search(title) is not None

    def is_venue(self, place: int) -> bool:
        """Whether a word stands in the title where it tells in what house people meet ("…, Mirovo town hall")."""
        text, start = self._parsed.report.text, self._found.offsets[place][0]
        title = text.lstrip().split("\n", 1)[0]
        inside = "\n" not in text[:start].lstrip()
        return inside and VENUE.search(title) is not None and MEETING.search(title) is not None

    def is_beside(self, place: int, at: Offsets) -> bool:
        """Whether a word stands within a few words of a mention of somebody."""
        return abs(self._found.offsets[place][0] - at[0]) <= BESIDE

    def _phrase(self, place: int) -> Offsets:
        """The name or short description around a word: its noun with the parts that name it."""
        start, end = self._found.offsets[place]
        token = self._token.get(start)
        if token is None:
            return start, end
        if not token.dep_:
            return _unparsed(token)
        head = token
        while head.dep_ in PARTS and head.head.i != head.i and head.head.pos_ in ("NOUN", "PROPN"):
            adjective = head.pos_ == "ADJ" and not head.head.text[:1].isupper()
            if (adjective or _owns(head)) and head.is_lower and _is_body(head.head):
                return _described(head)
            if adjective or _owns(head):
                return _run(head)  # "Ruvian" of "the Ruvian health ministry"
            head = head.head
        head = _owner(head)
        is_name = head.text[:1].isupper()
        named = [head]
        named += [
            child
            for child in head.children
            if child.dep_ in PARTS and (child.text[:1].isupper() or not is_name)
        ]
        if head.pos_ == "PROPN":
            named += [
                each
                for child in head.children
                if child.dep_ == "nmod" and child.pos_ == "PROPN" and child.i > head.i
                for each in child.subtree
                if each.dep_ in NAMING
            ]
        inside = sorted(each.i for each in named)
        return _tight(self._parsed, head.i, inside)

    def _text(self, at: Offsets) -> str:
        return self._parsed.report.text[at[0] : at[1]]


def _owns(token: Token) -> bool:
    """Whether a word is a possessor by its relation or by its "'s"."""
    return token.dep_ == "nmod:poss" or any(child.lower_ in MARKS for child in token.children)


def _described(part: Token) -> Offsets:
    """A body's noun with the common words that tell which it is: "tram drivers' union"."""
    first = min(each.i for each in part.subtree if each.pos_ not in ("DET", "ADP", "PUNCT"))
    noun = part.head
    return part.doc[first].idx, noun.idx + len(noun.text)


def _is_body(token: Token) -> bool:
    """Whether a word is a body's noun, or several's."""
    return bool({token.lower_, token.lower_.removesuffix("s")} & body_nouns())


def _run(token: Token) -> Offsets:
    """A name's words up to the one that it ends with: "United Nations" before "'s agencies"."""
    first = token
    while first.i > 0 and _names(first.nbor(-1)):
        first = first.nbor(-1)
    return first.idx, token.idx + len(token.text)


def _names(token: Token) -> bool:
    """Whether a word is part of a name by its letters and its place in the tree."""
    return (
        token.text[:1].isupper() and token.is_alpha and token.dep_ in ("compound", "flat", "amod")
    )


def _owner(head: Token) -> Token:
    """The body's noun above a word of its name: "Ministry" for "Health" in "Ministry of Health"."""
    above = head.head
    of = any(child.dep_ == "case" and child.lower_ in ("of", "for") for child in head.children)
    named = head.text[:1].isupper() and above.text[:1].isupper()
    return above if head.dep_ == "nmod" and of and named and above.lower_ in body_nouns() else head


def _tight(parsed: Parsed, head: int, inside: list[int]) -> Offsets:
    first = last = head
    while first - 1 in inside or (first - 2 in inside and parsed.doc[first - 1].lower_ in MARKS):
        first -= 1
    while last + 1 in inside or last + 2 in inside:
        last += 1
    doc = parsed.doc
    return doc[first].idx, doc[last].idx + len(doc[last].text)


def _unparsed(token: Token) -> Offsets:
    """The name around a word of a sentence that nobody parsed, or for a common noun the words behind its article."""
    doc, first, last = token.doc, token.i, token.i
    if token.text[:1].isupper():
        while first > 0 and doc[first - 1].text[:1].isupper() and doc[first - 1].is_alpha:
            first -= 1
        while last + 1 < len(doc) and doc[last + 1].text[:1].isupper() and doc[last + 1].is_alpha:
            last += 1
    else:
        start = next((n for n in range(1, REACH) if _opens(doc, first - n)), 1)
        first -= start - 1
        if last + 1 < len(doc) and doc[last + 1].lower_ in body_nouns():
            last += 1
    return doc[first].idx, doc[last].idx + len(doc[last].text)


def _opens(doc: Doc, at: int) -> bool:
    """Whether the word at a place opens a noun phrase: "the port authority"."""
    return at >= 0 and doc[at].lower_ in load("counting")["determiners"]

"""A place that the network points at comes in; the mention there, as the text words it, goes out."""

from collections.abc import Sequence
from dataclasses import replace

from crossread.decide.candidates import Candidates, Number, Places
from crossread.decide.inputs import Array
from crossread.decide.network import Opinion
from crossread.model.claim import Claim
from crossread.model.figure import Figure
from crossread.model.sentence import Parsed
from crossread.model.statement import Statement

Offsets = tuple[int, int]

PARTS = frozenset(["compound", "flat", "amod", "nmod:poss", "fixed", "goeswith", "nummod"])
"""Relations below a noun that belong to a name or a short description: "the Ruvian health ministry"."""

NAMING = frozenset(["nmod", "case", "flat", "compound", "conj", "cc"])
"""Further relations inside a body's own name: "Doctors Without Borders", "Ministry of Health"."""


NOBODY = 0.4
"""Below this share somebody is pointed at, however many words share the rest."""

MARGIN = 0.5
"""How much surer the network must be of another body or side than of the rules': there they err less than it does."""


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
        """The claim with the speaker and the speaker's body that the network points at."""
        place = pointed(self._found, opinion, opinion.source, number.source)
        if place == -1:
            return replace(
                claim, source=None, source_at=None, source_party=None, chain=claim.chain[1:],
                source_rule=f"learned over {claim.source_rule}",
            )  # fmt: skip
        if place is not None:
            words, at, party = self._speaker(place)
            claim = replace(
                claim, source=words, source_at=at, source_party=party,
                chain=tuple(dict.fromkeys((words, *claim.chain))),
                source_rule=f"learned over {claim.source_rule}".removesuffix(" over "),
            )  # fmt: skip
        return self._with_body(claim, opinion, number)

    def side(
        self, figure: Figure, opinion: Opinion, number: Number
    ) -> tuple[str | None, Offsets | None]:
        """The side that the counted belong to, as the text words it."""
        place = pointed(self._found, opinion, opinion.party, number.party, MARGIN)
        if place is None:
            return figure.party, figure.party_at
        if place == -1:
            return None, None
        at = self._phrase(place)
        return self._text(at), at

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

    def _with_body(self, claim: Claim, opinion: Opinion, number: Number) -> Claim:
        place = pointed(self._found, opinion, opinion.source_party, number.source_party, MARGIN)
        if place is None:
            return claim
        if place == -1:
            return replace(claim, source_party=None)
        at = self._phrase(place)
        if (
            claim.source_party is not None
            and self._text(at).casefold() == claim.source_party.casefold()
        ):
            return claim
        return replace(claim, source_party=self._text(at))

    def _phrase(self, place: int) -> Offsets:
        """The name or short description around a word: its noun with the parts that name it."""
        start, end = self._found.offsets[place]
        token = self._token.get(start)
        if token is None:
            return start, end
        head = token
        while head.dep_ in PARTS and head.head.i != head.i and head.head.pos_ in ("NOUN", "PROPN"):
            if head.pos_ == "ADJ" or head.dep_ == "nmod:poss":
                return self._poss(head)
            head = head.head
        named = [head, *(child for child in head.children if child.dep_ in PARTS)]
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

    def _poss(self, token: object) -> Offsets:
        start = token.idx  # type: ignore[attr-defined]
        return start, start + len(token.text)  # type: ignore[attr-defined]

    def _text(self, at: Offsets) -> str:
        return self._parsed.report.text[at[0] : at[1]]


def _tight(parsed: Parsed, head: int, inside: list[int]) -> Offsets:
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside or last + 2 in inside:
        last += 1
    doc = parsed.doc
    return doc[first].idx, doc[last].idx + len(doc[last].text)


def pointed(
    found: Candidates, opinion: Opinion, shares: Array, marked: Places, margin: float = 0.0
) -> int | None:
    """The word pointed at, -1 for nobody, None where the rules' answer stands: their mention, or nobody.

    Words of one form count together: a body is right wherever it is named. `margin` is the lead that any other answer
    needs over the rules'.
    """
    by_form: dict[str, float] = {}
    best_at: dict[str, tuple[float, int]] = {}
    for place, share in zip(opinion.places[1:], shares[1:], strict=True):
        form = found.words[place].casefold()
        by_form[form] = by_form.get(form, 0.0) + float(share)
        best_at[form] = max(best_at.get(form, (-1.0, -1)), (float(share), -place))
    nobody = float(shares[0])
    form = max(by_form, key=lambda one: (by_form[one], best_at[one]))
    chosen = -1 if nobody > max(NOBODY, by_form[form]) else -best_at[form][1]
    forms = {found.words[place].casefold() for place in marked}
    if (chosen == -1 and not marked) or (chosen != -1 and form in forms):
        return None
    held = sum(by_form.get(one, 0.0) for one in forms) if marked else nobody
    rival = nobody if chosen == -1 else by_form[form]
    unseen = bool(marked) and not any(place in marked for place in opinion.places)
    return None if held + margin >= rival or (unseen and chosen == -1) else chosen

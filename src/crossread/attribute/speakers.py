"""Speaker memory: a report comes in; who its names, offices and pronouns stand for goes out.

Names are described wherever the report introduces them, once, by full name and by surname.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.attribute import bodies, wording
from crossread.attribute.bodies import Described
from crossread.attribute.wording import Tokens
from crossread.lexicon import load
from crossread.model.sentence import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = frozenset(
    {"he", "she", "it", "they", "who", "him", "her", "them", "himself", "herself", "itself"}
)
PERSONAL = frozenset({"he", "she", "him", "her", "himself", "herself"})
OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
REACH = 6
"""Sentences that a pronoun or office may reach back: beyond that a reader would want the name again."""

WINDOW = 22
"""Tokens after a name that may still describe it: two appositions of the length that news uses."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named in the report: words and offsets, what they are, whom they speak for."""

    words: str
    at: tuple[int, int]
    sentence: int
    party: str | None
    kind: str  # "person", "body" or "group"
    role: str | None = None
    noun: str = ""
    counts: bool = True


def kind_of(described: Described, tokens: Tokens) -> str:
    """Whether a noun phrase stands for one person, for a body, or for several people."""
    if described.name is not None:
        return "person"
    if described.body and not (
        tokens and tokens[-1].tag_ == "NNS" and not wording.capital(tokens[-1])
    ):
        return "body"
    head = next((t for t in reversed(tokens) if wording.is_role(t)), None)
    plural = head is not None and head.lower_.endswith(("s", "men", "people"))
    return "group" if plural or described.role is None else "person"


def runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The capitalised runs of a sentence that may be names, as indexes into `tokens`."""
    at = 0
    while at < len(tokens):
        if not name_start(tokens, at):
            at += 1
            continue
        stop = at + 1
        while stop < len(tokens) and (
            wording.capital(tokens[stop]) or wording.hyphen(tokens[stop])
        ):
            stop += 1
        yield at, stop
        at = stop


def name_start(tokens: Tokens, at: int) -> bool:
    """Whether a token can begin a name: a capital that is no article, office or pronoun."""
    token = tokens[at]
    return (
        wording.capital(token)
        and token.lower_ not in wording.DETERMINERS
        and token.lower_ not in PRONOUNS
        and not wording.is_role(token)
    )


def left_edge(tokens: Tokens, at: int) -> int:
    """Where the noun phrase that ends in a name begins."""
    edge = at
    while edge > 0 and at - edge < 10:
        token = tokens[edge - 1]
        office = (
            wording.is_role(token)
            or wording.is_body(token)
            or token.lower_ in wording.words("roles", "plain")
        )
        if (
            token.text == "," and edge == at and edge > 1 and wording.is_role(tokens[edge - 2])
        ) or (
            office
            or token.text in wording.POSSESSIVE
            or wording.capital(token)
            or token.pos_ == "ADJ"
        ):
            edge -= 1
        elif token.lower_ in wording.DETERMINERS:
            return edge - 1
        elif token.pos_ == "NOUN" and edge < at:
            edge -= 1
        else:
            break
    return edge


def right_edge(tokens: Tokens, stop: int) -> int:
    """Where what describes a name after it may end at the latest."""
    if stop >= len(tokens) or tokens[stop].text not in {",", "("} | wording.PREPOSITIONS:
        return stop
    return min(len(tokens), stop + WINDOW)


class Speakers:
    """Everybody whom a report introduces, and the speakers so far, asked in text order."""

    def __init__(self, parsed: Parsed) -> None:
        self.people: dict[str, Mention] = {}
        self.by_role: dict[str, list[Mention]] = {}
        self.by_noun: dict[str, list[Mention]] = {}
        self.said: list[Mention] = []
        self.introduced: list[Mention] = []
        self.spoken: set[str] = set()
        self.places = place_names(parsed)
        for sentence in parsed.sentences:
            tokens = list(parsed.doc[sentence.first : sentence.last])
            self._introduce(tokens, sentence.index)
            self._note_bodies(tokens, sentence.index)

    def _introduce(self, tokens: Tokens, sentence: int) -> None:
        """Remember the people whom a sentence introduces with office or body."""
        for start, stop in runs(tokens):
            first = left_edge(tokens, start)
            phrase = tokens[first : right_edge(tokens, stop)]
            described = bodies.described(phrase)
            if described.name is None or described.name_at is None:
                continue
            if (
                not tokens[start].idx
                <= described.name_at[0]
                < tokens[stop - 1].idx + len(tokens[stop - 1])
            ):
                continue
            mention = Mention(
                described.name,
                described.name_at,
                sentence,
                described.party,
                "person",
                described.role,
            )
            self._remember(mention)

    def _remember(self, mention: Mention) -> None:
        """Keep a person by full name and surname; a known body is never lost to a later, barer mention."""
        if mention.role or mention.party:
            self.introduced.append(mention)
        for key in (mention.words, mention.words.split()[-1]):
            known = self.people.get(key)
            if known is None or (known.party is None and mention.party is not None):
                self.people[key] = mention
        if mention.role:
            self.by_role.setdefault(mention.role, []).append(mention)

    def _note_bodies(self, tokens: Tokens, sentence: int) -> None:
        """Remember "the health ministry", so that "the ministry" can be traced back to it."""
        for at, token in enumerate(tokens):
            if not wording.is_body(token) or (
                wording.capital(token) and at + 1 < len(tokens) and wording.capital(tokens[at + 1])
            ):
                continue
            first = at
            while first > 0 and at - first < 5 and modifies(tokens[first - 1]):
                first -= 1
            named = wording.stripped(tokens[first : at + 1])
            if len(named) > 1:
                words, spot = wording.text_of(named), wording.span(named)
                party = bodies.body_of([*named, *tokens[at + 1 : at + 6]]) or words
                if spot is not None:
                    self.by_noun.setdefault(token.lower_, []).append(
                        Mention(words, spot, sentence, party, "body", noun=token.lower_)
                    )

    def of_name(self, name: str) -> Mention | None:
        """The person known by a full name or surname."""
        if name in self.people:
            return self.people[name]
        return self.people.get(name.split()[-1]) if name else None

    def spoke(self, mention: Mention) -> None:
        """Note who has just spoken, for the pronouns after."""
        self.said.append(mention)
        self.spoken.update(word for word in (mention.words, mention.party) if word)

    def has_spoken(self, name: str) -> bool:
        """Whether a name or body has been given something to say so far."""
        return name in self.spoken

    def also_called(self, tokens: Tokens, mention: Mention) -> None:
        """Note the common noun of an apposition, so that "the monitor" leads back to the name it described."""
        for part in wording.segments(tokens)[1:3]:
            core, _ = wording.cut_preposition(part)
            if (
                part[0].lower_ in wording.DETERMINERS
                and len(core) > 1
                and not wording.capital(core[-1])
            ):
                self.by_noun.setdefault(core[-1].lower_, []).append(mention)

    def behind_pronoun(self, pronoun: str, sentence: int) -> Mention | None:
        """Whom a pronoun stands for: the nearest speaker before it that it can mean, else the nearest person named."""
        kinds = {"group", "body"}
        if pronoun in PERSONAL:
            kinds = {"person"}
        elif pronoun in {"it", "itself"}:
            kinds = {"body"}
        for mention in reversed(self.said):
            if sentence - mention.sentence > REACH:
                break
            if mention.kind in kinds and mention.words.lower() not in PRONOUNS:
                return mention
        if pronoun not in PERSONAL:
            return None
        place = bisect_left(self.introduced, sentence, key=lambda mention: mention.sentence)
        nearest = self.introduced[place - 1] if place else None
        return nearest if nearest is not None and sentence - nearest.sentence <= REACH else None

    def last_unnamed(self, sentence: int) -> Mention | None:
        """The last speaker by office alone, whom "the same source" stands for, whatever the office."""
        for mention in reversed(self.said):
            if sentence - mention.sentence > REACH:
                break
            if mention.role and mention.kind != "body":
                return mention
        return None

    def behind_role(self, noun: str, offset: int, sentence: int) -> Mention | None:
        """Whom "the spokesman" or "the ministry" stands for: the nearest before it of that office."""
        for mention in reversed(self.said):
            if sentence - mention.sentence > REACH * 2:
                break
            if noun in (mention.role, mention.noun) and mention.at[0] < offset:
                return mention
        for table in (self.by_role, self.by_noun):
            for mention in reversed(table.get(noun, [])):
                if mention.at[1] <= offset:
                    return mention
        return None


def place_names(parsed: Parsed) -> frozenset[str]:
    """Single names that stand behind "in" or "near" somewhere in the report, with the states that everybody knows."""
    register = load("bodies")
    known = {
        name
        for section in ("bodies", "groups", "agencies", "missions", "organs")
        for name in register[section]
    }
    known.update(
        other
        for section in ("bodies", "groups", "agencies", "missions")
        for names in register[section].values()
        for other in names
    )
    for state, names in register["states"].items():
        known.update((state, *names))
    known.update(
        token.nbor().text for token in parsed.doc[:-1]
        if token.lower_ in {"in", "near", "across", "from"} and token.nbor().text[:1].isupper()
    )  # fmt: skip
    return frozenset(known)


def modifies(token: "Token") -> bool:
    """Whether a word can stand before a body's noun as a part of its name."""
    return (
        (wording.capital(token) and token.lower_ not in wording.DETERMINERS)
        or token.text in wording.POSSESSIVE
        or token.pos_ in ("ADJ", "NOUN", "PROPN")
        or token.lower_ in wording.words("roles", "plain")
        or token.lower_
        in {
            "interior",
            "defence",
            "defense",
            "foreign",
            "justice",
            "health",
            "transport",
            "finance",
        }
    )

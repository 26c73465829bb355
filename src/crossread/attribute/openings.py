"""Attributions without a verb: "according to X", "by X's count", "X: …", "… (WHO)", "… — Name", transcript turns.

All of them go by token order, so that they hold in sentences that were never parsed.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from crossread.attribute import bodies, cues, wording
from crossread.attribute.findings import Finding, Range, characters, trimmed
from crossread.lexicon import load
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STOPS = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "—", "–", "--", '"', "“", "”", "|"})
MAX_LABEL = 7
"""Tokens of the longest speaker label before a colon."""
MAX_SOURCE = 30
"""Tokens of the longest source phrase behind "according to": titles, bodies and one apposition."""


@cache
def according_phrases() -> dict[str, list[tuple[str, ...]]]:
    """The fixed openings by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(load("reporting")["phrases"]["according"], key=len, reverse=True):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return table


def opening_at(doc: "Doc", at: int, last: int) -> int | None:
    """One past the last token of an opening phrase that begins at `at`."""
    for words in according_phrases().get(doc[at].lower_, ()):
        stop = at + len(words)
        if stop < last and tuple(token.lower_ for token in doc[at:stop]) == words:
            if words == ("per",) and not (wording.capital(doc[stop]) or doc[stop].lower_ == "the"):
                continue
            if words == ("following",) and not wording.is_role(doc[min(stop + 1, last - 1)]):
                continue
            return stop
    return None


def finite(token: "Token") -> bool:
    """Whether a token is a finite verb that ends a source phrase read by order."""
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") or (
        not token.tag_
        and token.lower_ in {"said", "says", "was", "were", "is", "are", "has", "have", "had"}
    )


def source_after(doc: "Doc", at: int, sentence: Sentence) -> int:
    """One past the last token of the source phrase that begins at `at`."""
    stop = at
    while stop < min(sentence.last, at + MAX_SOURCE):
        token = doc[stop]
        if token.text in STOPS or (finite(token) and token.dep_ not in ("acl:relcl",)):
            break
        stop += 1
    if stop < sentence.last and doc[stop].text == "," and at > sentence.first + 3:
        rest = doc[stop + 1 : sentence.last]
        apposition = next((t.i for t in rest if t.text in STOPS), sentence.last)
        words = doc[stop + 1 : apposition]
        tail = apposition >= sentence.last - 2
        if (
            tail
            and len(words)
            and not any(finite(t) or t.pos_ == "VERB" for t in words)
            and (
                any(wording.is_role(t) for t in words)
                or words[0].lower_ in {"a", "an", "the"}
                or wording.capital(words[0])
            )
        ):
            return apposition
    return stop


def rest_of_clause(doc: "Doc", first: int, last: int, sentence: Sentence) -> tuple[Range, ...]:
    """The sentence around an opening phrase, on both sides, no further than a semicolon."""
    start, end = sentence.first, sentence.last
    for at in range(first - 1, sentence.first - 1, -1):
        if doc[at].text == ";":
            start = at + 1
            break
    for at in range(last, sentence.last):
        if doc[at].text == ";":
            end = at
            break
    if (
        start < first
        and doc[start].lower_ in {"and", "but", "so", "or"}
        and start == sentence.first
    ):
        start += 1
    sides = [trimmed(doc, start, first), trimmed(doc, last, end)]
    return tuple(characters(doc, side) for side in sides if side and side[1] - side[0] > 1)


def according_findings(parsed: Parsed, sentence: Sentence) -> Iterator[Finding]:
    """ "According to X, …", "…, according to X", "by X's count, …"."""
    doc = parsed.doc
    at = sentence.first
    while at < sentence.last - 1:
        stop = opening_at(doc, at, sentence.last)
        if stop is not None:
            end = source_after(doc, stop, sentence)
            content = rest_of_clause(doc, at, end, sentence)
            if end > stop and content:
                source = trimmed(doc, stop, end)
                yield Finding(
                    sentence.index,
                    source,
                    characters(doc, (at, stop)),
                    content,
                    "say",
                    "according",
                    True,
                    lemma=doc[at].lower_,
                )
            at = max(end, at + 1)
            continue
        if (counted := by_count(doc, at, sentence)) is not None:
            source, end = counted
            content = rest_of_clause(doc, at, end, sentence)
            if content:
                yield Finding(
                    sentence.index,
                    source,
                    characters(doc, (at, at + 1)),
                    content,
                    "count",
                    "by_count",
                    True,
                )
            at = end
            continue
        at += 1


def by_count(doc: "Doc", at: int, sentence: Sentence) -> tuple[Range, int] | None:
    """ "by Jena's account", "in the railways' count", "on their figures": the possessor and where the phrase ends."""
    if doc[at].lower_ not in {"by", "in", "on", "at", "per"}:
        return None
    for end in range(at + 2, min(at + 9, sentence.last)):
        token = doc[end]
        if token.text in STOPS or finite(token):
            return None
        if token.lower_ in cues.nouns("tally") and token.lower_ not in {
            "record",
            "books",
            "number",
        }:
            follows = doc[end + 1].lower_ if end + 1 < sentence.last else ""
            if doc[at + 1].lower_ in {"his", "her", "its", "their", "our", "my"}:
                return (at + 1, at + 2), end + 1
            marks = [i for i in range(at + 2, end) if doc[i].text in wording.POSSESSIVE]
            if marks and follows not in {"of"}:
                return (at + 1, marks[-1]), end + 1
            return None
    return None


def bracket_finding(parsed: Parsed, sentence: Sentence, kind: str) -> Finding | None:
    """ "14 of them fatal (WHO)": a body in brackets behind what it counts."""
    doc = parsed.doc
    start = sentence.first
    for at in range(sentence.first + 2, sentence.last - 1):
        if doc[at].text == ";" and (kind != "item" or doc[at - 1].text == ")"):
            start = at + 1
        if doc[at].text != "(":
            continue
        end = next(
            (i for i in range(at + 1, min(at + 12, sentence.last)) if doc[i].text == ")"), None
        )
        if end is None or end == at + 1:
            continue
        inner = trimmed(
            doc, at + 1, next((i for i in range(at + 1, end) if doc[i].text in {",", ";"}), end)
        )
        before = trimmed(doc, start, at)
        closes = end + 1 >= sentence.last or doc[end + 1].text in {".", ";", ",", "!", "…"}
        if (
            inner is None
            or before is None
            or not closes
            or any(t.like_num for t in doc[inner[0] : inner[1]])
        ):
            continue
        label = list(doc[inner[0] : inner[1]])
        if (
            not abbreviates(label, doc[max(start, at - 12) : at])
            and names_body(label)
            and any(t.like_num for t in doc[before[0] : before[1]])
        ):
            return Finding(
                sentence.index, inner, None, (characters(doc, before),), "count", "bracket"
            )
    return None


def names_body(label: "list[Token]") -> bool:
    """Whether a bracket holds the name of a body and nothing else."""
    described = bodies.described(label)
    return described.party is not None and (
        wording.acronym(label) or any(wording.is_body(t) for t in label)
    )


def abbreviates(label: "list[Token]", before: "Iterable[Token]") -> bool:
    """Whether an acronym in brackets only shortens the name in front of it."""
    letters = "".join(t.text for t in label).replace(".", "").upper()
    initials = "".join(
        t.text[0]
        for t in before
        if t.text[0].isupper() or (t.lower_ not in wording.CONNECTORS and t.is_alpha)
    )
    capitals = "".join(c for c in initials if c.isupper())
    return (
        len(label) == 1
        and len(letters) > 1
        and (
            capitals.endswith(letters)
            or initials.upper().endswith(letters)
            or capitals.endswith(letters[:3])
        )
    )


def dash_finding(parsed: Parsed, sentence: Sentence) -> Finding | None:
    """ "“…” — Name" at the end of a line."""
    doc = parsed.doc
    for at in range(sentence.last - 2, sentence.first, -1):
        if doc[at].text in {"—", "–", "―", "--", "-"} and doc[at - 1].text in {
            '"',
            "”",
            "’’",
            "''",
        }:
            source = trimmed(doc, at + 1, sentence.last)
            content = trimmed(doc, sentence.first, at)
            if (
                source
                and content
                and source[1] - source[0] <= MAX_LABEL
                and wording.capital(doc[source[0]])
            ):
                return Finding(
                    sentence.index,
                    source,
                    characters(doc, (at, at + 1)),
                    (characters(doc, content),),
                    "say",
                    "dash",
                )
            return None
    return None


def headline_finding(parsed: Parsed, sentence: Sentence, kind: str) -> Finding | None:
    """A headline that ends in its speaker: "Toll will rise: Chief Minister", "… 250 dead - NLA"."""
    doc = parsed.doc
    if kind not in ("title", "heading"):
        return None
    for at in range(sentence.last - 2, max(sentence.first + 2, sentence.last - MAX_LABEL), -1):
        if doc[at].text in {":", "–", "—"} or (doc[at].text == "-" and not wording.hyphen(doc[at])):
            source, content = trimmed(doc, at + 1, sentence.last), trimmed(doc, sentence.first, at)
            if source is None or content is None:
                return None
            label = list(doc[source[0] : source[1]])
            described = bodies.described(label)
            office = wording.is_role(label[-1]) or wording.acronym(label)
            if (
                office
                and not any(t.like_num for t in label)
                and (described.role or described.party)
            ):
                return Finding(
                    sentence.index,
                    source,
                    characters(doc, (at, at + 1)),
                    (characters(doc, content),),
                    "say",
                    "headline",
                )
            return None
    return None


def listed_findings(parsed: Parsed, sentence: Sentence) -> Iterator[Finding]:
    """A list of bodies with their counts: "OCHA, more than 145,000; UNICEF, 80,000"."""
    doc = parsed.doc
    starts = [sentence.first] + [
        t.i + 1 for t in doc[sentence.first : sentence.last] if t.text in {";", ":"}
    ]
    for start, end in zip(starts, [*(at - 1 for at in starts[1:]), sentence.last], strict=True):
        comma = next((i for i in range(start, min(end, start + 14)) if doc[i].text == ","), None)
        if comma is None or comma == start or any(finite(t) for t in doc[start:end]):
            continue
        label = [t for t in doc[start:comma] if not t.is_space]
        counted = any(t.like_num or t.pos_ == "NUM" for t in doc[comma + 1 : min(comma + 5, end)])
        if (
            not counted
            or not label
            or not all(wording.capital(t) or t.lower_ in wording.CONNECTORS for t in label)
        ):
            continue
        described = bodies.described(label)
        if described.body and (wording.acronym(label) or any(wording.is_body(t) for t in label)):
            content = trimmed(doc, comma + 1, end)
            if content:
                yield Finding(
                    sentence.index,
                    (label[0].i, label[-1].i + 1),
                    None,
                    (characters(doc, content),),
                    "count",
                    "listed",
                )

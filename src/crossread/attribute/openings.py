"""Attributions without a verb: "according to X", "by X's count", "X: …", "… (WHO)", "… — Name", transcript turns.

All of them go by token order, so that they hold in sentences that were never parsed.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from crossread.attribute import bodies, cues, wording
from crossread.attribute.findings import Finding, Range, characters, trimmed
from crossread.attribute.speakers import Speakers
from crossread.lexicon import load
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STOPS = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "—", "–", "--", '"', "“", "”", "|"})
MAX_SOURCE = 30
"""Tokens of the longest source phrase behind "according to": titles, bodies and one apposition."""

MAX_LABEL = 7
"""Tokens of the longest speaker label before a colon."""


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


INSIDERS = frozenset({"sources", "officials", "authorities", "source", "medics", "witnesses"})
"""Those who are quoted without a name, as a label in front of a colon has them."""

FATES = frozenset(
    {"dead", "killed", "hurt", "injured", "wounded", "missing", "arrested", "rescued", "detained"}
)
"""Words that make a number behind a label a telling: "Police: 3 dead"."""


def colon_finding(
    parsed: Parsed, sentence: Sentence, speakers: Speakers, known: frozenset[str]
) -> Finding | None:
    """ "NLA: 250 dead", "Lopes: 'we hold it'": a speaker's label in front of a colon."""
    doc, first = parsed.doc, sentence.first
    if is_staff(parsed, sentence) or in_dateline(parsed, sentence):
        return None
    while first < sentence.last and is_stamp(doc[first]):
        first += 1
    bars = [at for at in range(first, min(first + 4, sentence.last)) if doc[at].text == "|"]
    first = bars[-1] + 1 if bars else first  # "Urgent | Civil Defence: ..."
    for at in range(first + 1, min(first + MAX_LABEL + 1, sentence.last - 1)):
        if finite(doc[at]):
            return None
        if doc[at].text != ":":
            continue
        content = trimmed(doc, at + 1, sentence.last)
        label = list(doc[first:at])
        if content is None:
            return None
        tells = tells_something(list(doc[content[0] : content[1]]))
        if not is_speaker_label(label, speakers, known) and not (tells and is_office(label)):
            return None
        cue, said = characters(doc, (at, at + 1)), (characters(doc, content),)
        return Finding(sentence.index, (first, at), cue, said, "say", "colon")
    return None


def is_stamp(token: "Token") -> bool:
    """Whether a word only numbers or dates an entry: "14:05", "*", "Sat"."""
    timed = ":" in token.text and token.text[0].isdigit()
    day = token.lower_ in {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
    return token.is_punct or token.like_num or timed or day


def is_office(label: "list[Token]") -> bool:
    """Whether a label is a body, an office or unnamed insiders: "Police", "Mayor Rui Teles", "Security sources"."""
    if not label or len(label) > MAX_LABEL or not label[0].text[:1].isupper():
        return label != [] and label[0].text.startswith("@") and len(label[0].text) > 2
    if any(t.like_num or t.text in {"|", "(", "/"} for t in label):
        return False
    of = next((i for i, t in enumerate(label) if t.lower_ in {"of", "for", "in"}), len(label))
    head = label[:of][-1] if of else label[-1]
    one = wording.is_role(head) and head.tag_ not in ("NNS", "NNPS")
    title = wording.is_role(label[0]) and all(wording.capital(t) for t in label[1:])
    return one or title or wording.is_body(head) or head.lower_ in INSIDERS


def tells_something(content: "list[Token]") -> bool:
    """Whether what follows a label is told rather than a mere count ("Police: 7" may count policemen)."""
    return sum(t.is_alpha for t in content) > 1 or any(t.lower_ in FATES for t in content)


def is_staff(parsed: Parsed, sentence: Sentence) -> bool:
    """Whether a line is labelled as the outlet's own ("REPORTER:")."""
    label = parsed.report.text[sentence.start : sentence.start + 40].lstrip("-•> ").split(":")[0]
    return label.casefold() in load("reporting")["staff"]["labels"]


def in_dateline(parsed: Parsed, sentence: Sentence) -> bool:
    """Whether a sentence opens with the report's dateline, whose colon introduces no speaker."""
    dateline = parsed.report.dateline
    return (
        bool(dateline) and sentence.index < 4 and parsed.doc[sentence.first].text in str(dateline)
    )


def is_speaker_label(label: "list[Token]", speakers: Speakers, known: frozenset[str]) -> bool:
    """Whether the words before a colon name somebody who speaks, not a topic."""
    described = bodies.described(label)
    words = wording.text_of(label)
    if described.name is not None and speakers.of_name(described.name) is not None:
        return True
    if described.party is not None and (
        described.role is not None or words in known or described.party in known
    ):
        return wording.capital(label[-1]) or wording.is_role(label[-1])
    return wording.acronym(label) and len(label) == 1 and words.isupper() and words in known


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

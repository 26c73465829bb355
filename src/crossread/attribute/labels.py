"""A sentence that opens with a label and a colon comes in; the attribution it makes goes out.

"Police: 3 dead", "Lopes: 'we hold it'", "Urgent | Civil Defence: ...".
"""

import re
from typing import TYPE_CHECKING

from crossread.attribute import bodies, wording
from crossread.attribute.findings import Finding, characters, is_clock, is_mark, trimmed
from crossread.attribute.openings import MAX_LABEL, finite
from crossread.attribute.speakers import Speakers
from crossread.lexicon import load
from crossread.model.sentence import Parsed, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

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
    timed = any(is_clock(doc[at]) for at in range(sentence.first, first))
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
        tells = timed or tells_something(list(doc[content[0] : content[1]]))
        named = is_speaker_label(label, speakers, known) or (
            tells and (is_office(label) or is_spelt_elsewhere(parsed, label))
        )
        if not named:
            return None
        cue, said = characters(doc, (at, at + 1)), (characters(doc, content),)
        return Finding(sentence.index, (first, at), cue, said, "say", "colon")
    return None


def is_stamp(token: "Token") -> bool:
    """Whether a word only numbers or dates an entry: "14:05", "*", "Sat"."""
    day = token.lower_ in {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
    return token.is_punct or token.like_num or is_mark(token) or day


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


def is_spelt_elsewhere(parsed: Parsed, label: "list[Token]") -> bool:
    """Whether a label is an acronym that the report also has inside a sentence, which "UPDATE" and "TOLL" are not."""
    if len(label) != 1 or not wording.acronym(label) or not label[0].text.isupper():
        return False
    return re.search(rf"[a-z,] {re.escape(label[0].text)}\b", parsed.report.text) is not None


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

"""A sentence with a number in brackets behind a label comes in; whose number it is goes out.

"At least 40 people died (Red Cross: 46)".
"""

from collections.abc import Iterator

from crossread.attribute import wording
from crossread.attribute.findings import Finding, characters
from crossread.attribute.labels import INSIDERS, is_office
from crossread.attribute.openings import MAX_LABEL
from crossread.model.sentence import Parsed, Sentence


def labelled_brackets(parsed: Parsed, sentence: Sentence) -> Iterator[Finding]:
    """ "(Red Cross: 46)": what a bracket gives under the label of a body or an office."""
    doc = parsed.doc
    for first in range(sentence.first, sentence.last - 3):
        if doc[first].text != "(":
            continue
        colon = next(
            (
                at
                for at in range(first + 2, min(first + MAX_LABEL + 2, sentence.last))
                if doc[at].text == ":"
            ),
            None,
        )
        last = next((at for at in range(first, sentence.last) if doc[at].text == ")"), None)
        if colon is None or last is None or last <= colon + 1:
            continue
        label = list(doc[first + 1 : colon])
        told = any(token.like_num for token in doc[colon + 1 : last])
        insiders = label[-1].lower_ in INSIDERS
        if told and (is_office(label) or insiders or wording.acronym(label)):
            cue, said = characters(doc, (colon, colon + 1)), characters(doc, (colon + 1, last))
            yield Finding(sentence.index, (first + 1, colon), cue, (said,), "say", "colon")

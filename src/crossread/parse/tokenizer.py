"""A stretch of text in; spaCy tokens cut as the Universal Dependencies treebanks cut them out."""

from functools import cache

import spacy
from spacy.language import Language


@cache
def blank() -> Language:
    """spaCy's English tokenizer and vocabulary, without a model; made once per process."""
    return spacy.blank("en")


def tokens(text: str) -> tuple[list[str], list[bool]]:
    """The words of a stretch, and whether a single space follows each; together they give the text again."""
    doc = blank().tokenizer(text)
    return [token.text for token in doc], [bool(token.whitespace_) for token in doc]

"""A stretch of text in; spaCy tokens cut as the Universal Dependencies treebanks cut them out."""

from functools import cache
from typing import Any

import spacy
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from crossread.lexicon import load

# Emoticons that spaCy keeps whole; in reports "8)" closes "(aged 8)".
_EMOTICON = frozenset("()[]<>:;=^|{}")

_RUNS = [r"[!?]{2,}", r"={2,}", r"_{2,}", r"\*{2,}", r"#{2,}"]
_DASHES_BETWEEN = [
    r"(?<=\d)[–−—](?=[\d$£€])",
    r"(?<=\d)-(?=[$£€])",
    r"(?<=[\w.,!?\"'”’)])—(?=[\w\"'“‘(])",
    r"(?<=[\w\"'”’)])--(?=[\w\"'“‘(])",
    r"(?<=\d)-(?=[A-Za-z])",
]
_UNITS = [r"(?<=\d)(?:bn|mn|tn|k|b|am|pm|hrs?|mins?|ft)"]


@cache
def blank() -> Language:
    """spaCy's English tokenizer and vocabulary, adjusted to the treebanks; made once per process."""
    language = spacy.blank("en")
    tokenizer: Any = language.tokenizer
    defaults = language.Defaults
    hyphen = r"(?<=[^\W\d_])" + "".join(f"(?<!{prefix})" for prefix in _kept_prefixes())
    infixes = [rule for rule in map(str, defaults.infixes or ()) if "--" not in rule]
    infixes += [hyphen + r"[-‑–](?=[^\W\d_])", *_DASHES_BETWEEN]
    suffixes = [*_RUNS, *_UNITS, *(defaults.suffixes or ())]
    prefixes = [*_RUNS, *(defaults.prefixes or ())]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    dropped = {text for text in BASE_EXCEPTIONS if _EMOTICON & set(text)} | {"and/or"}
    tokenizer.rules = {
        text: pieces for text, pieces in tokenizer.rules.items() if text not in dropped
    }
    for word in load("sentences")["one_token"]:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return language


def _kept_prefixes() -> list[str]:
    """Patterns for the beginnings that stay with their word, as "anti-government" does: fixed width, any case."""
    return [
        r"\b" + f"[{prefix[0].upper()}{prefix[0]}]" + prefix[1:]
        for prefix in load("sentences")["kept_prefixes"]
    ]


def tokens(text: str) -> tuple[list[str], list[bool]]:
    """The words of a stretch, and whether a single space follows each; together they give the text again."""
    doc = blank().tokenizer(text)
    return [token.text for token in doc], [bool(token.whitespace_) for token in doc]

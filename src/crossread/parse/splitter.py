"""A block's text in; the (start, end) of its sentences out, by rules over full stops and what stands around them."""

import re
from collections.abc import Iterator
from functools import cache

from crossread.lexicon import load

# A full stop (or several), then quotation marks, brackets or footnote numbers that close with it.
_END = re.compile(r"(?P<stop>[.!?…]+)(?P<close>(?:[\"'”’»)\]]| ?\[\d{1,3}\]|“(?=\s|$))*)")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_WORD_BEFORE = re.compile(r"[\w.'’&/-]*[\w'’&/-]$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*\s*(?P<word>[\w'’-]+)")
_OPENING = "\"'“‘«([„"
_LIST_NUMBER = re.compile(r"(?:^\s*[(\[]?(?:\d{1,3}|[a-zA-Z])|[.!?:;]\s+[(\[]?\d{1,2})$")

# "street.The": the space after the stop was lost; a capital and a small letter must follow a small letter.
_NO_SPACE = re.compile(r"[a-z)\d]{2}$")
_NO_SPACE_NEXT = re.compile(r"[\"'“‘]?[A-Z](?:[a-z’']|\s)")
_WEB_ENDINGS = ("Com", "Org", "Net", "Co", "Info", "News", "Tv")


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of one block as character offsets, without the spaces around them."""
    found, start = [], 0
    for end in (*_boundaries(text), len(text)):
        stretch = text[start:end]
        if stretch.strip():
            lead = len(stretch) - len(stretch.lstrip())
            found.append((start + lead, start + len(stretch.rstrip())))
            start = end
    return found


def _boundaries(text: str) -> Iterator[int]:
    """Where a sentence ends, in text order."""
    ends = {match.start() for match in _BLANK_LINE.finditer(text)}
    for match in _END.finditer(text):
        if match.end() < len(text) and _ends(text, match):
            ends.add(match.end())
    yield from sorted(ends)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends a sentence."""
    before, after = text[: match.start()], text[match.end() :]
    following = after.lstrip()
    if not following:
        return False
    if after[0] not in " \t\n\u00a0\u2009":
        return _ends_without_space(before, match, after)
    return _ends_before(before, match, following)


def _ends_without_space(before: str, match: re.Match[str], after: str) -> bool:
    if match["stop"] != "." or not _NO_SPACE.search(before) or not _NO_SPACE_NEXT.match(after):
        return False
    word = _NEXT_WORD.match(after)
    return word is not None and word["word"] not in _WEB_ENDINGS and "://" not in before[-40:]


def _ends_before(before: str, match: re.Match[str], following: str) -> bool:
    """Whether the sentence ends at a stop with a space after it, given the text that follows."""
    word = _NEXT_WORD.match(following)
    if word is None:
        return not following[0].islower() and following[0] not in ",;:.!?…-–—/"
    if word["word"][0].islower():
        return bool(match["close"]) and following[0] in _OPENING and match["stop"] == "."
    if match["stop"] == ".":
        return _full_stop_ends(before, match["close"], following)
    if match["close"] and _is_speech_tag(following):
        return False
    return not (set(match["stop"]) <= {"…", "."} and not match["close"] and following[0].isdigit())


@cache
def _listed(name: str) -> frozenset[str]:
    """A list of sentences.toml as a set."""
    return frozenset(load("sentences")[name])


def _full_stop_ends(before: str, close: str, following: str) -> bool:
    """Whether one full stop ends the sentence, by the word before it and the word after it."""
    found = _WORD_BEFORE.search(before)
    last = found.group(0).lower().replace("’", "'") if found else ""
    if _LIST_NUMBER.search(before) and not close:
        return False
    word = _NEXT_WORD.match(following)
    opener = word is not None and word["word"].lower() in _listed("openers")
    if last in _listed("introducing"):
        return False
    if last in _listed("numbering"):
        return not following[0].isdigit() and not (len(last) == 1 and before[-1].isupper())
    if last in _listed("either") or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last):
        return opener or bool(close and close[0] in '"”’')
    if len(last) == 1 and last.isalpha():
        return opener
    return True


def _is_speech_tag(following: str) -> bool:
    """Whether up to five words that are names and then a speech verb come next."""
    speech = _listed("speech")
    for place, word in enumerate(following.split()[:6]):
        if word.strip(".,;:").lower() in speech:
            return place > 0
        if not (word[0].isupper() or word in {"the", "a", "of", "al", "de"}):
            return False
    return False

"""Words of a report come in; the same words go out with characters that hide or turn text written out."""

import re

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, bidirectional ones among them, and half characters: never sent to a browser or terminal."""


def visible(words: str) -> str:
    """Text with each control character as ⟦U+202E⟧."""
    return HIDDEN.sub(lambda match: f"⟦U+{ord(match.group()):04X}⟧", words)


def one_line(words: str) -> str:
    """Visible text with its white space folded."""
    return visible(" ".join(words.split()))

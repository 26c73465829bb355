"""Step 2. Takes a Source: bytes and where they came from.

Gives a Report whose text never changes again, laid out in blocks, or sets it aside with a reason.
"""

from crossread.clean.report import clean

__all__ = ["clean"]

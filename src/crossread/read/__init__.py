"""Step 1. Takes paths (files, folders, `-`, small archives).

Gives a Source for every report found, and a SetAside with its reason for every file that cannot be one.
"""

from crossread.read.files import MAX_BYTES, read

__all__ = ["MAX_BYTES", "read"]

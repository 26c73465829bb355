"""A whole text comes in; a file that is either complete or not there goes out."""

import os
import tempfile
from pathlib import Path

from crossread.errors import UsageError


def write_whole(path: str, text: str) -> None:
    """Write `text` beside `path` and move it there, so that a killed run leaves no half-written file.

    Raises UsageError where the place cannot be written to.
    """
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except OSError as err:
        raise UsageError(f"cannot write {path}: {err.strerror}") from err
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

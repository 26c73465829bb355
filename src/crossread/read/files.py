"""Takes paths as the user gave them: files, folders, `-` for the standard input.

Gives each readable report's bytes under the name the user knows it by; everything else set aside, with its reason.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from crossread.errors import UsageError
from crossread.model.source import SetAside, Source
from crossread.read.archives import ARCHIVES, open_archive

KINDS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})
"""Name endings of what `clean` can read."""

MAX_BYTES = 20_000_000
"""The largest file read, in bytes: thirty times the longest inquiry report, and still held in memory with ease."""

STDIN = "-"


def read(paths: Iterable[str]) -> Iterator[Source | SetAside]:
    """Every report below `paths`, in the order given and sorted within a folder.

    Raises UsageError, before anything is read, where a path does not exist.
    """
    named = list(paths)
    for path in named:
        if path != STDIN and not Path(path).exists():
            raise UsageError(f"{path}: no such file or folder")
    return _read_all(named)


def _read_all(paths: list[str]) -> Iterator[Source | SetAside]:
    taken: set[str] = set()
    for path in paths:
        for name, file in _files(path):
            unique = _unique(name, taken)
            yield from _read_stdin(unique) if file is None else _read_file(unique, file, taken)


def _files(path: str) -> Iterator[tuple[str, Path | None]]:
    """The files a path stands for, each with its name; None in the place of the standard input."""
    if path == STDIN:
        yield "stdin", None
        return
    root = Path(path)
    if not root.is_dir():
        yield root.name, root
        return
    for file in sorted(root.rglob("*")):
        inner = file.relative_to(root)
        if not any(part.startswith(".") for part in inner.parts) and not file.is_dir():
            yield inner.as_posix(), file


def _unique(name: str, taken: set[str]) -> str:
    """`name`, or with a number where another file of this run has it already."""
    unique, number = name, 2
    while unique in taken:
        unique, number = f"{name} ({number})", number + 1
    taken.add(unique)
    return unique


def _read_stdin(name: str) -> Iterator[Source | SetAside]:
    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    yield _too_large(name) if len(content) > MAX_BYTES else Source(name, content)


def _read_file(name: str, file: Path, taken: set[str]) -> Iterator[Source | SetAside]:
    """One file's report, or the reports of an archive; never raises for what is wrong with the file."""
    ending = file.suffix.lower()
    if ending not in KINDS and ending not in ARCHIVES:
        yield SetAside(
            name, "kind", f"{name}: not a kind of file that is read (text, Markdown, HTML)"
        )
        return
    try:
        content = _content(file)
    except OSError as err:
        yield SetAside(name, "unreadable", f"{name}: could not be read ({err.strerror or err})")
        return
    if content is None:
        yield _too_large(name)
    elif ending in KINDS:
        yield Source(name, content)
    else:
        for entry in open_archive(name, content, kinds=KINDS, limit=MAX_BYTES):
            taken.add(entry.name if isinstance(entry, Source) else entry.report)
            yield entry


def _content(file: Path) -> bytes | None:
    """The file's bytes, None where there are more than MAX_BYTES; OSError where it is no plain file."""
    if not file.is_file():
        raise OSError("not a plain file")
    with file.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    return None if len(content) > MAX_BYTES else content


def _too_large(name: str) -> SetAside:
    return SetAside(name, "large", f"{name}: larger than {MAX_BYTES // 1_000_000} MB")

"""Takes the bytes of a zip or gzip file.

Gives the reports in it, unpacked within bounds of size, number and time; what goes beyond is set aside.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from crossread.model.source import SetAside, Source

ARCHIVES = frozenset({".zip", ".gz"})
"""Name endings of the archives that are opened."""

MAX_ENTRIES = 10_000
"""Files taken from one archive: more than any folder of one event's reports, few enough to list in a second."""

MAX_UNPACKED = 100_000_000
"""Bytes unpacked from one archive altogether; a bomb of nested zeros ends here."""


def open_archive(
    name: str, content: bytes, *, kinds: frozenset[str], limit: int
) -> Iterator[Source | SetAside]:
    """The reports in an archive, each under the archive's name and its own ("march.zip/01.txt")."""
    if name.lower().endswith(".gz"):
        yield _open_gzip(name, content, kinds=kinds, limit=limit)
    else:
        yield from _open_zip(name, content, kinds=kinds, limit=limit)


def _open_gzip(
    name: str, content: bytes, *, kinds: frozenset[str], limit: int
) -> Source | SetAside:
    inner = name[: -len(".gz")]
    if PurePosixPath(inner).suffix.lower() not in kinds:
        return SetAside(name, "kind", f"{name}: holds no kind of file that is read")
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
            unpacked = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as err:
        return SetAside(name, "unreadable", f"{name}: could not be unpacked ({err})")
    if len(unpacked) > limit:
        return SetAside(name, "large", f"{name}: unpacks to more than {limit // 1_000_000} MB")
    return Source(name, unpacked)


def _open_zip(
    name: str, content: bytes, *, kinds: frozenset[str], limit: int
) -> Iterator[Source | SetAside]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as err:
        yield SetAside(name, "unreadable", f"{name}: could not be unpacked ({err})")
        return
    entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
    left = MAX_UNPACKED
    for entry in entries[:MAX_ENTRIES]:
        path = PurePosixPath(entry.filename)
        hidden = any(part.startswith((".", "__")) for part in path.parts)
        if entry.is_dir() or hidden or path.suffix.lower() not in kinds:
            continue
        found = _unpack(archive, entry, name=f"{name}/{path}", limit=min(limit, left))
        left -= len(found.content) if isinstance(found, Source) else 0
        yield found
    if len(entries) > MAX_ENTRIES:
        yield SetAside(name, "large", f"{name}: only the first {MAX_ENTRIES} files were taken")


def _unpack(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, *, name: str, limit: int
) -> Source | SetAside:
    """One file of a zip; the declared size is not trusted, reading stops at `limit`."""
    try:
        with archive.open(entry) as stream:
            unpacked = stream.read(limit + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ) as err:
        return SetAside(name, "unreadable", f"{name}: could not be unpacked ({err})")
    if len(unpacked) > limit:
        return SetAside(name, "large", f"{name}: unpacks to more than is taken from one archive")
    return Source(name, unpacked)

"""Takes a file's bytes.

Gives the text as given, with line ends as `\\n` and no byte order mark; raises SkipReport for what is no text.
"""

import codecs
import re

from crossread.errors import SkipReport

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and what they mean; UTF-32 stands before UTF-16, whose mark it begins with."""

META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
META_WITHIN = 4096
"""Bytes of a page searched for its charset; the HTML standard asks for it in the first 1024."""

SAMPLE = 65_536
"""Bytes looked at to tell text from something else."""

MOST_CONTROLS = 0.01
"""Share of control characters above which bytes are no text: real texts have none, stray ones happen."""

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
"""Control characters that no text has, the C1 block included: bytes of no text end up there as Latin-1."""

SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"{\\rtf",
)
"""First bytes of formats that could pass for text in part; a text file never begins so."""


def decode(content: bytes) -> str:
    """The text of a file, by its mark, as UTF-8, by a page's own charset, as UTF-16, else as Windows-1252."""
    if not content.strip():
        raise SkipReport("empty", "is empty")
    if content.startswith(SIGNATURES):
        raise SkipReport("binary", "is not text")
    text = _decoded(content)
    if not text.strip("\ufeff \t\r\n\f\v\u200b\xa0"):
        raise SkipReport("empty", "is empty")
    if _controls(text[:SAMPLE]) > MOST_CONTROLS:
        raise SkipReport("binary", "is not text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = META_CHARSET.search(content[:META_WITHIN])
    if declared:
        try:
            return content.decode(declared[1].decode("ascii", "replace"))
        except (LookupError, UnicodeDecodeError):
            pass
    return _undeclared(content)


def _undeclared(content: bytes) -> str:
    sample = content[:SAMPLE]
    if sample.count(0) > len(sample) // 5:
        little = sample[1::2].count(0) >= sample[0::2].count(0)
        return _strictly(content, "utf-16-le" if little else "utf-16-be")
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as err:
        raise SkipReport(
            "encoding", f"has an encoding that could not be read ({err.reason})"
        ) from err


def _controls(sample: str) -> float:
    return len(CONTROLS.findall(sample)) / max(len(sample), 1)

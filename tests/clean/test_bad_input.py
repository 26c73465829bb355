"""Bytes that are no report: each is set aside with a reason that names the file, in bounded time."""

import codecs
import time

import pytest

from crossread.clean import clean
from crossread.model.report import Report
from crossread.model.source import SetAside, Source

ENGLISH = (
    "At least 12 people were killed when a bus fell into a ravine, the police said on Monday.\n"
)


def code(content: bytes, name: str = "a.txt") -> str:
    """The code a file is set aside with, "read" where it is not."""
    cleaned = clean(Source(name, content))
    if isinstance(cleaned, Report):
        return "read"
    assert cleaned.report == name
    assert name in cleaned.reason
    return cleaned.code


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (codecs.BOM_UTF8 + b"\n", "empty"),  # a file that an editor saved empty
        ("\u200b\u00a0\n".encode(), "empty"),  # blanks that strip() does not know
        (b"%PDF-1.7 " + b"text " * 100, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x00" * 5000, "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8\x41", "encoding"),  # half of a surrogate pair
        (codecs.BOM_UTF8 + b"\xff\xfe\xff", "encoding"),
        ("Al menos doce personas murieron el martes, informó la policía.".encode(), "read"),  # 10 words
        (
            "Al menos doce personas murieron el martes en un accidente de autobús en el sur del país, "
            "informó la policía. Otras treinta resultaron heridas.".encode(),
            "language",
        ),
        ("قتل اثنا عشر شخصا على الأقل في حادث حافلة جنوب البلاد.".encode(), "language"),
        (b"x" * 2_000_001, "large"),
    ],
)  # fmt: skip
def test_what_is_no_report_is_set_aside(content: bytes, expected: str) -> None:
    assert code(content) == expected


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body>" + b"<div>" * 100_000 + ENGLISH.encode(),
        b"<html><body>" + b"<b>" * 100_000 + ENGLISH.encode() + b"</b>" * 100_000,
    ],
)
def test_deeply_nested_page_is_set_aside(page: bytes) -> None:
    assert code(page, "a.html") == "deep"


def test_page_with_too_many_tags_is_set_aside() -> None:
    assert code(b"<html><body>" + b"<p>" * 50_000 + ENGLISH.encode(), "a.html") == "deep"


def test_huge_page_is_set_aside() -> None:
    page = "<html><body>" + f"<p>{ENGLISH}</p>" * 40_000
    assert code(page.encode(), "a.html") == "large"


def test_page_of_menus_alone_is_set_aside() -> None:
    assert code(b"<html><body><nav><a href=/>Home</a></nav></body></html>", "a.html") == "empty"


@pytest.mark.parametrize("line", ["HOST: a", "12:30 a", "a | b", "AB CD", "- a", "(of the"])
def test_many_short_lines_take_time_in_proportion(line: str) -> None:
    few, many = (f"{ENGLISH * 3}{(line + chr(10)) * count}".encode() for count in (50, 800))
    clean(Source("a.txt", few))  # warm
    assert seconds(many) < 16 * 4 * max(seconds(few), 0.01)


def seconds(content: bytes) -> float:
    """Processor time of cleaning a text."""
    start = time.process_time()
    clean(Source("a.txt", content))
    return time.process_time() - start


def test_script_tags_and_bidi_controls_stay_text() -> None:
    text = ENGLISH + '<script>alert(1)</script> \u202egnihton\u202c =HYPERLINK("x")\n'
    report = clean(Source("a.txt", text.encode()))
    assert isinstance(report, Report)
    assert report.text == text


def test_escaped_script_in_a_page_comes_out_as_text() -> None:
    body = f"<p>{ENGLISH}</p><p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; under the post, they said.</p>"
    report = clean(
        Source("a.html", f"<html><body><article>{body}</article></body></html>".encode())
    )
    assert isinstance(report, Report)
    assert "<script>alert(1)</script>" in report.text


def test_set_aside_is_about_the_whole_report() -> None:
    aside = clean(Source("a.txt", b""))
    assert aside == SetAside("a.txt", "empty", "a.txt: is empty")

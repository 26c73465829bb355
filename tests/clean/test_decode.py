"""The text as given: what the bytes say under each encoding, line ends as Python's own reading gives them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.clean.decode import decode

TEXT = "Zwölf Tote – “quoted” in Hasakah.\nSecond line.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_charset_that_the_page_declares() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Убиты 12</body></html>'
    assert decode(page.encode("cp1251")) == page


def test_wrongly_declared_charset_does_not_lose_the_page() -> None:
    page = '<meta charset="no-such-thing">caf\xe9'.encode("latin-1")
    assert decode(page).endswith("café")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_utf8_is_given_back_as_python_reads_it(text: str) -> None:
    content = f"A{text}\r\nB\rC\n".encode()
    assert decode(content) == f"A{text}\nB\nC\n"


def test_offsets_fit_what_read_text_gives(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"One\r\nTwo\rThree\n")
    assert decode(file.read_bytes()) == file.read_text(encoding="utf-8")

"""Paths as a user gives them: files, folders, archives, the standard input; nothing stops the run but a wrong path."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from crossread.errors import UsageError
from crossread.model.source import SetAside, Source
from crossread.read import MAX_BYTES, files, read


def names(paths: list[str]) -> list[tuple[str, str]]:
    """What was read, each with "read" or the code it was set aside with."""
    return [
        (entry.name, "read") if isinstance(entry, Source) else (entry.report, entry.code)
        for entry in read(paths)
    ]


def test_folder_is_read_in_order_with_names_below_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.md", "a.txt", "b/1.html", "c.HTM"):
        (tmp_path / name).write_text("x")
    assert names([str(tmp_path)]) == [
        ("a.txt", "read"),
        ("b/1.html", "read"),
        ("b/2.md", "read"),
        ("c.HTM", "read"),
    ]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x")
    (tmp_path / ".DS_Store").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    assert names([str(tmp_path)]) == [("a.txt", "read")]


def test_unknown_kinds_are_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    (tmp_path / "b.txt").write_text("x")
    assert names([str(tmp_path)]) == [("a.docx", "kind"), ("b.txt", "read")]


def test_file_is_called_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "report.txt"
    file.parent.mkdir()
    file.write_text("x")
    assert names([str(file)]) == [("report.txt", "read")]


def test_names_stay_unique_over_folders(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "01.txt").write_text(folder)
    paths = [str(tmp_path / "one"), str(tmp_path / "two")]
    assert names(paths) == [("01.txt", "read"), ("01.txt (2)", "read")]


def test_missing_path_is_wrong_usage_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(UsageError, match="nowhere"):
        read([str(tmp_path), str(tmp_path / "nowhere")])


def test_large_file_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    (tmp_path / "b.txt").write_bytes(b"x" * 10)
    assert names([str(tmp_path)]) == [("a.txt", "large"), ("b.txt", "read")]


def test_fifty_megabytes_are_set_aside_without_being_held(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    assert MAX_BYTES < 50_000_000
    assert names([str(tmp_path)]) == [("a.txt", "large")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe_does_not_hang_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert names([str(tmp_path)]) == [("a.txt", "unreadable")]


def test_link_that_leads_nowhere_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert names([str(tmp_path)]) == [("a.txt", "unreadable")]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"Ten people died.")

    monkeypatch.setattr("sys.stdin", Stdin())
    assert list(read(["-"])) == [Source("stdin", b"Ten people died.")]


def zipped(path: Path, entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def test_zip_gives_its_reports_under_its_name(tmp_path: Path) -> None:
    zipped(
        tmp_path / "m.zip", {"b.txt": b"x", "a.txt": b"x", "__MACOSX/a.txt": b"x", "c.jpg": b"x"}
    )
    assert names([str(tmp_path)]) == [("m.zip/a.txt", "read"), ("m.zip/b.txt", "read")]


def test_zip_bomb_is_bounded(tmp_path: Path) -> None:
    zipped(tmp_path / "m.zip", {"a.txt": b"0" * (MAX_BYTES + 1), "b.txt": b"x"})
    assert (tmp_path / "m.zip").stat().st_size < 100_000
    assert names([str(tmp_path)]) == [("m.zip/a.txt", "large"), ("m.zip/b.txt", "read")]


def test_gzip_and_gzip_bomb(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"Ten people died."))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"0" * (MAX_BYTES + 1)))
    (tmp_path / "c.tar.gz").write_bytes(gzip.compress(b"x"))
    assert names([str(tmp_path)]) == [
        ("a.txt.gz", "read"),
        ("b.txt.gz", "large"),
        ("c.tar.gz", "kind"),
    ]
    first = next(iter(read([str(tmp_path)])))
    assert isinstance(first, Source)
    assert first.content == b"Ten people died."


@pytest.mark.parametrize("name", ["a.zip", "a.txt.gz"])
def test_broken_archive_is_set_aside(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no archive at all")
    assert names([str(tmp_path)]) == [(name, "unreadable")]


def test_every_reason_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    (tmp_path / "b.zip").write_bytes(b"x")
    aside = [entry for entry in read([str(tmp_path)]) if isinstance(entry, SetAside)]
    assert len(aside) == 2
    assert all(entry.report in entry.reason for entry in aside)

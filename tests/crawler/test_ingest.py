"""Folders as people keep them: everything is taken in once or named with advice."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.captures import Capture, Fault
from crawler.ingest import ingest, media_type


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "given"
    root.mkdir()
    return root


@pytest.fixture
def run(archive: Archive, moment: datetime) -> Callable[..., list[Capture | Fault]]:
    def of(*paths: Path, max_bytes: int = 1000) -> list[Capture | Fault]:
        return list(ingest(paths, archive, now=lambda: moment, max_bytes=max_bytes))

    return of


def told(found: list[Capture | Fault]) -> list[tuple[str, ...]]:
    return [(one.url,) if isinstance(one, Capture) else (one.code, one.where) for one in found]


def test_files_come_in_sorted_order(
    run: Callable[..., list[Capture | Fault]], folder: Path, archive: Archive
) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "2.html").write_text("hai")
    (folder / "c.txt").write_text("ba")
    (folder / "a.txt").write_text("một")
    found = run(folder)
    assert told(found) == [("file:///a.txt",), ("file:///b/2.html",), ("file:///c.txt",)]
    first, second, _ = found
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert archive.payload(first).decode() == "một"
    assert (first.media_type, second.media_type) == ("text/plain", "text/html")
    assert run(folder) == found


def test_a_single_file_is_known_by_its_name(
    run: Callable[..., list[Capture | Fault]], folder: Path
) -> None:
    (folder / ".hidden given.txt").write_text("x")
    assert told(run(folder / ".hidden given.txt")) == [("file:///.hidden%20given.txt",)]


def test_equal_bytes_are_one_capture(
    run: Callable[..., list[Capture | Fault]], folder: Path, archive: Archive
) -> None:
    for name in ("b", "a", "c"):
        (folder / name).write_text("x")
    assert told(run(folder)) == [
        ("file:///a",),
        ("duplicate_file", "b"),
        ("duplicate_file", "c"),
    ]
    assert len(list(archive.captures())) == 1


def test_the_place_of_the_folder_leaves_no_trace(
    tmp_path: Path, folder: Path, moment: datetime
) -> None:
    (folder / "a.txt").write_text("x")
    elsewhere = tmp_path / "else" / "where"
    elsewhere.mkdir(parents=True)
    (elsewhere / "a.txt").write_text("x")
    for name, root in (("one", folder), ("two", elsewhere)):
        with Archive(tmp_path / name) as archive:
            list(ingest([root], archive, now=lambda: moment))
    assert (tmp_path / "one/index.cdxj").read_bytes() == (tmp_path / "two/index.cdxj").read_bytes()


def test_limits(run: Callable[..., list[Capture | Fault]], folder: Path) -> None:
    (folder / "empty").touch()
    (folder / "fits").write_bytes(bytes(1000))
    (folder / "large").write_bytes(bytes(1001))
    with (folder / "sparse").open("wb") as file:
        file.truncate(1 << 40)  # a terabyte that must not be read
    assert told(run(folder)) == [
        ("empty_file", "empty"),
        ("file:///fits",),
        ("too_large", "large"),
        ("too_large", "sparse"),
    ]


def test_hidden_files_and_caches_are_not_looked_at(
    run: Callable[..., list[Capture | Fault]], folder: Path
) -> None:
    for name in (".git/config", "__pycache__/a.pyc", "b.pyc", ".DS_Store", "seen.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    assert told(run(folder)) == [("file:///seen.txt",)]


def test_links(run: Callable[..., list[Capture | Fault]], folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.txt").write_text("outside")
    (folder / "sub").mkdir()
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "broken").symlink_to(folder / "nowhere")
    (folder / "linked").symlink_to(tmp_path / "outside")
    (folder / "self").symlink_to(folder / "self")
    assert told(run(folder)) == [
        ("not_found", "broken"),
        ("file:///linked/x.txt",),
        ("symlink_loop", "self"),
        ("symlink_loop", "sub/up"),
    ]


def test_sockets_and_pipes_do_not_stop_the_run(
    run: Callable[..., list[Capture | Fault]], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)  # socket paths must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("sock")
        (folder / "z.txt").write_text("x")
        found = run(folder)
    assert told(found) == [
        ("special_file", "pipe"),
        ("special_file", "sock"),
        ("file:///z.txt",),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_and_folders(
    run: Callable[..., list[Capture | Fault]], folder: Path
) -> None:
    (folder / "file").write_text("x")
    (folder / "file").chmod(0)
    (folder / "sub").mkdir(mode=0)
    assert told(run(folder)) == [("unreadable", "file"), ("unreadable", "sub")]


def test_an_error_of_the_disk_is_a_fault(
    run: Callable[..., list[Capture | Fault]], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a").write_text("x")
    (folder / "b").write_text("y")
    opened = Path.open

    def failing(path: Path, *rest: str, **named: object) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", failing)
    found = run(folder)
    assert told(found) == [("unreadable", "a"), ("file:///b",)]
    assert isinstance(found[0], Fault)
    assert found[0].message == "it cannot be read (Permission denied)"
    assert "right to read" in found[0].advice


def test_what_is_not_there(run: Callable[..., list[Capture | Fault]], folder: Path) -> None:
    assert told(run(folder / "none.txt")) == [("not_found", "none.txt")]


def test_names_that_are_not_text(run: Callable[..., list[Capture | Fault]], folder: Path) -> None:
    (Path(os.fsdecode(os.fsencode(folder) + b"/t\xfcnh.txt"))).write_text("x")
    (folder / "line\nbreak").touch()
    assert told(run(folder)) == [("empty_file", "line\nbreak"), ("file:///t%FCnh.txt",)]


def test_warc_files_are_known_by_content(
    run: Callable[..., list[Capture | Fault]], folder: Path, foreign_record: Callable[..., bytes]
) -> None:
    (folder / "a.bin").write_bytes(foreign_record("http://a.vn/1", b"one"))
    (folder / "b.warc").write_bytes(foreign_record("http://a.vn/2", b"two", gzip=False))
    (folder / "c.warc.gz").write_bytes(foreign_record("http://a.vn/3", b"three")[:-20])
    (folder / "sub").mkdir()
    (folder / "sub" / "d.warc").write_bytes(b"not a warc")
    found = run(folder)
    assert told(found)[:2] == [("http://a.vn/1",), ("http://a.vn/2",)]
    assert told(found)[3:] == [("file:///sub/d.warc",)]
    assert isinstance(found[2], Fault)
    assert found[2].where == "c.warc.gz at byte 0"


def test_the_archive_does_not_eat_itself(
    archive: Archive, moment: datetime, run: Callable[..., list[Capture | Fault]]
) -> None:
    archive.add_resource(b"x", url="file:///x", media_type="text/plain", fetched_at=moment)
    (archive.root / "sample").mkdir()
    (archive.root / "sample" / "a.txt").write_text("a")
    assert told(run(archive.root)) == [("file:///sample/a.txt",)]


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.TXT", b"", "text/plain"),
        ("a.htm", b"", "text/html"),
        ("a", b"\xef\xbb\xbf\n<!DOCTYPE html>", "text/html"),
        ("a", b"%PDF-1.7", "application/pdf"),
        ("a.aspx", b"<html lang=vi>", "text/html"),
        ("a.docx", b"PK\x03\x04", _DOCX := "application/vnd.openxmlformats-officedocument"),
        ("a", b"\x00\x01", "application/octet-stream"),
    ],
)
def test_media_types(name: str, head: bytes, kind: str) -> None:
    assert media_type(Path(name), head).startswith(kind)

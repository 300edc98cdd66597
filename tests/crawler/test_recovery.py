"""Whatever stops a writer, the next one finds every whole record and nothing else."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from crawler import index as index_module
from crawler.archive import Archive, ArchiveError
from crawler.captures import Capture
from crawler.lock import WriterAtWorkError

WARC = "warc/ocop-00000.warc.gz"
HTML = (("Content-Type", "text/html"),)


def fill(root: Path, moment: datetime, count: int = 3) -> list[Capture]:
    with Archive(root) as archive:
        return [
            archive.add_response(f"http://a.vn/{n}", 200, HTML, b"page %d" % n * 40, moment)[0]
            for n in range(count)
        ]


@pytest.mark.parametrize("place", ["first byte", "header", "middle", "last byte"])
@pytest.mark.parametrize("index", ["as before", "gone", "journal"])
def test_a_torn_last_record_is_moved_aside(
    tmp_path: Path, moment: datetime, place: str, index: str
) -> None:
    *whole, last = fill(tmp_path, moment)
    kept = {
        "first byte": 1,
        "header": 12,
        "middle": last.length // 2,
        "last byte": last.length - 1,
    }[place]
    os.truncate(tmp_path / WARC, last.offset + kept)
    if index == "gone":
        (tmp_path / "index.cdxj").unlink()
    if index == "journal":
        (tmp_path / "index.journal").touch()

    with Archive(tmp_path) as archive:
        new = archive.add_response("http://a.vn/new", 200, HTML, b"new", moment)[0]
        assert list(archive.captures()) == [*whole, new]
        assert new.offset == last.offset
        for one in archive.captures():
            archive.payload(one)
        assert [fault.code for fault in archive.faults] == ["torn_record"]
        assert archive.faults[0].where == f"{WARC} at byte {last.offset}"
    torn = tmp_path / f"{WARC}.torn-{last.offset}"
    assert torn.stat().st_size == kept


def test_a_record_without_an_index_line_is_indexed(tmp_path: Path, moment: datetime) -> None:
    captures = fill(tmp_path, moment)
    lines = (tmp_path / "index.cdxj").read_bytes().splitlines(keepends=True)
    (tmp_path / "index.cdxj").write_bytes(b"".join(lines[:-1]))
    (tmp_path / "index.journal").write_bytes(lines[-1][:20])  # killed while writing the line
    assert list(Archive(tmp_path).captures()) == captures
    assert (tmp_path / "index.cdxj").read_bytes() == b"".join(lines)
    assert not (tmp_path / "index.journal").exists()


@pytest.mark.parametrize("damage", ["cut", "line"])
def test_a_damaged_index_is_written_anew(tmp_path: Path, moment: datetime, damage: str) -> None:
    captures = fill(tmp_path, moment)
    path = tmp_path / "index.cdxj"
    before = path.read_bytes()
    path.write_bytes(before[:-9] if damage == "cut" else b"nonsense\n" + before)
    if damage == "line":
        with pytest.raises(ArchiveError, match=r"index\.cdxj is damaged.*rebuild_index"):
            list(Archive(tmp_path).captures())
    with Archive(tmp_path) as archive:
        archive.add_response("http://a.vn/0", 200, HTML, b"page 0" * 40, moment)
        assert list(archive.captures()) == captures
    assert path.read_bytes() == before


def test_a_rebuilt_index_equals_the_one_before(tmp_path: Path, moment: datetime) -> None:
    with Archive(tmp_path, max_warc_bytes=2000) as archive:
        for n in range(12):
            archive.add_response(f"http://a.vn/{n % 5}", 200, HTML, b"%d" % (n % 4) * 99, moment)
        archive.add_resource(b"x", url="file:///x y", media_type="tékst/", fetched_at=moment)
        archive.add_response("http://b.vn", 404, (("content-type", "tẽxt/html"),), b"y", moment)
        archive.add_response("http://c.vn", 999, (), b"", moment)
    before = (tmp_path / "index.cdxj").read_bytes()
    with Archive(tmp_path) as archive:
        archive.rebuild_index()
        assert archive.faults == []
    assert (tmp_path / "index.cdxj").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"warc", "index.cdxj", ".lock"}


def test_a_damaged_record_in_the_middle_costs_itself(tmp_path: Path, moment: datetime) -> None:
    first, second, third = fill(tmp_path, moment)
    data = bytearray((tmp_path / WARC).read_bytes())
    data[second.offset + second.length // 2] ^= 0xFF
    (tmp_path / WARC).write_bytes(bytes(data))
    with Archive(tmp_path) as archive:
        archive.rebuild_index()
        assert list(archive.captures()) == [first, third]
        assert [(fault.code, fault.where) for fault in archive.faults] == [
            ("damaged_record", f"{WARC} at byte {second.offset}")
        ]
        with pytest.raises(ArchiveError, match="no readable WARC record"):
            archive.payload(second)


def test_the_journal_is_folded_when_it_grows(
    tmp_path: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "FOLD_AFTER", 3)
    with Archive(tmp_path) as archive:
        captures = [
            archive.add_response(f"http://a.vn/{n}", 200, HTML, b"%d" % n, moment)[0]
            for n in range(8)
        ]
        assert len((tmp_path / "index.journal").read_bytes().splitlines()) == 2
        assert [archive.find(one.digest) for one in captures] == captures
        assert [archive.at(one.url) for one in captures] == [[one] for one in captures]
        assert list(archive.captures()) == captures


def test_a_reader_sees_what_a_writer_adds(tmp_path: Path, moment: datetime) -> None:
    with Archive(tmp_path) as writer:
        first = writer.add_response("http://a.vn/1", 200, HTML, b"1", moment)[0]
        reader = Archive(tmp_path)
        assert reader.find(first.digest) == first
        second = writer.add_response("http://a.vn/2", 200, HTML, b"2", moment)[0]
        assert reader.find(second.digest) == second
        assert list(reader.captures()) == [first, second]
    assert reader.find(second.digest) == second
    assert reader.payload(second) == b"2"


def test_two_writers_do_not_meet(tmp_path: Path, moment: datetime) -> None:
    with Archive(tmp_path) as first:
        kept = first.add_response("http://a.vn/1", 200, HTML, b"1", moment)[0]
        second = Archive(tmp_path)
        with pytest.raises(WriterAtWorkError, match=f"written by process {os.getpid()}: wait"):
            second.add_response("http://a.vn/2", 200, HTML, b"2", moment)
        assert second.payload(kept) == b"1"
    assert second.add_response("http://a.vn/2", 200, HTML, b"2", moment)[1]
    second.close()


@pytest.mark.parametrize("failing", ["write", "sync"])
def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    with Archive(tmp_path) as archive:
        kept = archive.add_response("http://a.vn/1", 200, HTML, b"1", moment)[0]
        size = (tmp_path / WARC).stat().st_size

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            name = "os.fsync" if failing == "sync" else "crawler.warcs._write_all"
            patch.setattr(name, full)
            with pytest.raises(ArchiveError, match=r"No space left on device.*free space"):
                archive.add_response("http://a.vn/2", 200, HTML, b"2", moment)
        assert (tmp_path / WARC).stat().st_size == size
        again = archive.add_response("http://a.vn/2", 200, HTML, b"2", moment)[0]
        assert list(archive.captures()) == [kept, again]


def test_the_lock_goes_although_closing_fails(
    tmp_path: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive(tmp_path)
    kept = archive.add_response("http://a.vn/1", 200, HTML, b"1", moment)[0]

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space"):
            archive.close()
    again = Archive(tmp_path)
    assert list(again.captures()) == [kept]
    assert not (tmp_path / "index.journal").exists()


WRITE_FOREVER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from crawler.archive import Archive
archive = Archive(Path(sys.argv[1]), max_warc_bytes=20_000)
number = 0
while True:
    capture, _ = archive.add_response(
        f"http://a.vn/{number}", 200, (), b"%d " % number * 99, datetime.now(UTC)
    )
    print(capture.digest, flush=True)
    number += 1
"""


def test_kill_9_loses_no_record_that_was_acknowledged(tmp_path: Path) -> None:
    for _ in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITE_FOREVER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        told = [writer.stdout.readline().strip() for _ in range(40)]
        writer.send_signal(signal.SIGKILL)
        told += [line for line in writer.stdout.read().splitlines() if len(line) == 71]
        writer.stdout.close()
        writer.wait()
        archive = Archive(tmp_path)
        for digest in told:
            capture = archive.find(digest)
            assert capture is not None
            archive.payload(capture)
        indexed = (tmp_path / "index.cdxj").read_bytes()
        with Archive(tmp_path) as again:
            again.rebuild_index()
        assert (tmp_path / "index.cdxj").read_bytes() == indexed

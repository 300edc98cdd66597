"""Several writers at once, each on its shelf; what a killed one left is put away."""

from __future__ import annotations

import errno
import random
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive, ArchiveError, Told
from crawler.ledger import Ledger
from crawler.shelves import Shelf, collect

HTML = (("Content-Type", "text/html"),)
URL = "http://a.vn/1"
DAY = timedelta(days=1)


def add(archive: Archive, url: str, payload: bytes, moment: datetime) -> None:
    archive.add_response(url, 200, HTML, payload, moment, told=Told("bao_a"))


def kill(shelf: Shelf) -> None:
    """What the kernel does for a killed writer: the lock goes, all else stays."""
    shelf.release()


def test_what_is_on_a_shelf_is_read_after_it_was_put_away(tmp_path: Path, moment: datetime) -> None:
    shelf = Shelf(tmp_path)
    assert not tmp_path.joinpath("shelves").exists()  # made at the first write
    add(shelf, URL, b"1", moment)
    assert list(Archive(tmp_path).captures()) == []
    (own,) = shelf.captures()
    assert shelf.payload(own) == b"1"
    shelf.close()
    (capture,) = Archive(tmp_path).captures()
    assert Archive(tmp_path).payload(capture) == b"1"
    assert shelf.payload(capture) == b"1"
    assert list((tmp_path / "shelves").iterdir()) == [tmp_path / "shelves" / ".door"]
    assert shelf.faults == []


def test_what_the_corpus_holds_counts_for_revisits(tmp_path: Path, moment: datetime) -> None:
    with Archive(tmp_path) as archive:
        add(archive, URL, b"1", moment)
    shelf = Shelf(tmp_path)
    again, new = shelf.add_response(URL, 200, HTML, b"1", moment + DAY)
    assert (again.media_type, new) == ("warc/revisit", True)
    assert shelf.payload(again) == b"1"
    unmodified, _ = shelf.add_not_modified(URL, (), moment + 2 * DAY)
    assert shelf.payload(unmodified) == b"1"
    assert shelf.add_response(URL, 200, HTML, b"1", moment)[1] is False
    same = shelf.add_resource(b"1", url="file:///x", media_type="text/plain", fetched_at=moment)
    assert same[1] is False
    told = shelf.at(URL)[0]
    assert shelf.told(told) == Told("bao_a")
    shelf.close()
    archive = Archive(tmp_path)
    assert [one.status for one in archive.at(URL)] == [200, 200, 304]
    assert [archive.payload(one) for one in archive.at(URL)] == [b"1"] * 3


def test_shelves_do_not_wait_for_one_another(tmp_path: Path, moment: datetime) -> None:
    one, other = Shelf(tmp_path), Shelf(tmp_path)
    for number in range(4):
        add(one, f"http://a.vn/{number}", b"%d" % number, moment)
        add(other, f"http://b.vn/{number}", b"%d" % number, moment)
    other.close()
    add(one, "http://a.vn/9", b"9", moment)
    one.close()
    with Archive(tmp_path) as archive:
        assert len(list(archive.captures())) == 9
        index = archive.index.path.read_bytes()
        archive.rebuild_index()
    assert archive.index.path.read_bytes() == index


def test_what_another_put_away_meanwhile_counts_for_revisits(
    tmp_path: Path, moment: datetime
) -> None:
    one, other = Shelf(tmp_path), Shelf(tmp_path)
    add(other, URL, b"1", moment)
    other.close()
    assert one.add_response(URL, 200, HTML, b"1", moment + DAY)[0].media_type == "warc/revisit"
    one.close()


def test_only_dead_shelves_are_collected(tmp_path: Path, moment: datetime) -> None:
    dead, live = Shelf(tmp_path), Shelf(tmp_path)
    add(dead, URL, b"1", moment)
    add(live, "http://b.vn/1", b"2", moment)
    kill(dead)
    told = []
    done = collect(tmp_path, before=lambda shelf: told.extend(shelf.captures()))
    assert (done.shelves, done.captures, done.at_work) == ((dead.root.name,), 1, 1)
    assert [one.url for one in told] == [URL]
    assert not dead.root.exists()
    assert live.root.exists()
    add(live, "http://b.vn/2", b"3", moment)
    live.close()
    assert len(list(Archive(tmp_path).captures())) == 3
    assert collect(tmp_path).shelves == ()


def test_a_shelf_waits_when_the_corpus_is_busy(tmp_path: Path, moment: datetime) -> None:
    shelf = Shelf(tmp_path)
    add(shelf, URL, b"1", moment)
    with Archive(tmp_path) as busy:
        busy.begin_writing()
        shelf.close(patience=0.1)
        assert [one.code for one in shelf.faults] == ["shelf_left"]
        assert shelf.root.exists()
    assert collect(tmp_path).captures == 1
    assert len(list(Archive(tmp_path).captures())) == 1


def test_a_crawl_that_stored_nothing_leaves_no_shelf(tmp_path: Path) -> None:
    Shelf(tmp_path).close()
    shelf = Shelf(tmp_path)
    shelf.begin_writing()
    shelf.close()
    assert not shelf.root.exists()


def test_a_strange_file_on_a_shelf_is_not_thrown_away(tmp_path: Path, moment: datetime) -> None:
    shelf = Shelf(tmp_path)
    add(shelf, URL, b"1", moment)
    (shelf.root / "notes.txt").write_text("mine")
    shelf.close()
    assert [one.code for one in shelf.faults] == ["shelf_left"]
    assert (shelf.root / "notes.txt").read_text() == "mine"
    assert len(list(Archive(tmp_path).captures())) == 1


def test_a_torn_end_on_a_shelf_is_kept_beside(tmp_path: Path, moment: datetime) -> None:
    shelf = Shelf(tmp_path)
    add(shelf, URL, b"1", moment)
    (name,) = shelf.files.names()
    with (shelf.root / name).open("ab") as file:
        file.write(b"\x1f\x8b\x08 torn")
    kill(shelf)
    done = collect(tmp_path)
    assert [one.code for one in done.faults] == ["torn_record"]
    assert [path.read_bytes() for path in (tmp_path / "warc").glob("*.torn-*")] == [
        b"\x1f\x8b\x08 torn"
    ]


def test_a_full_disk_leaves_the_shelf_to_the_next_start(
    tmp_path: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(tmp_path)
    add(shelf, URL, b"1", moment)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("crawler.warcs._write_all", full)
        with pytest.raises(ArchiveError, match="No space left on device"):
            shelf.close()
    assert collect(tmp_path).captures == 1
    assert len(list(Archive(tmp_path).captures())) == 1


CRAWL = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from crawler.archive import Request, Told
from crawler.beginning import agree
from crawler.ledger import Fetched, Found, Kind, Ledger, Verdict
from crawler.shelves import Shelf

corpus, seed = Path(sys.argv[1]), int(sys.argv[2])
ledger = Ledger(corpus / "ledger.sqlite", now=lambda: datetime.now(UTC))
agree(ledger, corpus, lambda url: None)
shelf = Shelf(corpus, max_warc_bytes=20_000)
run = ledger.begin_run("bao_a")
ledger.found("bao_a", [Found(f"http://a.vn/{number}") for number in range(150)])
print("begun", flush=True)
for one in ledger.waiting("bao_a"):
    number = int(one.url.rpartition("/")[2])
    payload = b"".join(b"%d " % (number * k % 9973) for k in range(99 + number))
    headers = (("Content-Type", "text/html"), ("ETag", f'"{number}"'))
    capture, _ = shelf.add_response(
        one.url, 200, headers, payload, datetime.now(UTC), Request(), told=Told("bao_a")
    )
    ledger.fetched("bao_a", Fetched(one.url, Kind.ARTICLE, Verdict.RELEVANT, 200, '"x"',
                                    digest=capture.digest))
ledger.end_run(run, "finished", {})
ledger.close()
shelf.close()
print("ended", flush=True)
"""


def test_killed_20_times_a_crawl_fetches_everything_once(tmp_path: Path) -> None:
    """A crawl of 150 pages is killed again and again; then each page is there exactly once."""
    moments = random.Random(20261122)
    said = ""
    for kills in range(21):
        writer = subprocess.Popen(
            [sys.executable, "-c", CRAWL, str(tmp_path), str(kills)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert writer.stdout is not None
        said = writer.stdout.readline()
        if kills < 20:
            time.sleep(moments.uniform(0, 0.03))
            writer.kill()
        said += writer.communicate()[0]
    assert said == "begun\nended\n"
    archive = Archive(tmp_path)
    captures = list(archive.captures(revisits=True))
    assert Counter(one.url for one in captures) == Counter(f"http://a.vn/{n}" for n in range(150))
    assert not any(one.media_type == "warc/revisit" for one in captures)
    for one in captures:
        archive.payload(one)
        assert archive.told(one) == Told("bao_a")
    records: Counter[str] = Counter()
    for name in archive.files.names():
        with (tmp_path / name).open("rb") as file:
            records.update(
                one.rec_headers.get_header("WARC-Target-URI")
                for one in ArchiveIterator(file, check_digests="raise")
                if one.rec_type == "response"
            )
    assert set(records.values()) == {1}
    with Ledger(tmp_path / "ledger.sqlite", now=lambda: datetime.now(UTC)) as ledger:
        assert len(list(ledger.documents("bao_a"))) == 150

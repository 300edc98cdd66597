"""Several writers at once, each on its shelf; what a killed one left is put away."""

from __future__ import annotations

import errno
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from crawler.archive import Archive, ArchiveError, Told
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


@pytest.mark.parametrize("moment_of_folding", ["before reading", "twice"])
def test_a_question_while_another_crawl_puts_its_shelf_away_is_answered(
    tmp_path: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch, moment_of_folding: str
) -> None:
    """The journal is gone, or another one, when the place that it named is looked up."""
    writer = Archive(tmp_path)
    add(writer, "http://a.vn/longer-than-the-other", b"0", moment)
    add(writer, URL, b"1", moment)
    shelf = Shelf(tmp_path)
    learned = shelf.corpus.index._refresh
    folds = []

    def folded_just_then() -> None:
        learned()
        if not folds:
            folds.append(writer.close())
            if moment_of_folding == "twice":
                add(writer, "http://b.vn/", b"2", moment)

    monkeypatch.setattr(shelf.corpus.index, "_refresh", folded_just_then)
    assert [one.url for one in shelf.at(URL)] == [URL]
    folds.clear()
    add(writer, "http://c.vn/", b"3", moment)
    held = writer.at(URL)[0]
    assert shelf.corpus.find(held.digest) == held
    writer.close()


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

"""A ledger that is lost, or was not told, learns from the archive what was fetched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.archive import Archive, Told
from crawler.beginning import agree
from crawler.ledger import Fetched, Found, Kind, Ledger, Verdict
from crawler.shelves import Collected, Shelf

A, B = "https://baoa.vn/ocop-1.html", "https://baob.vn/ocop-2.html"
HTML = (("Content-Type", "text/html"), ("ETag", '"1"'), ("Last-Modified", "Sun"))
TOLD = Told("bao_a", "https://baoa.vn/rss", "feed", "", "48 sản phẩm", "2026-11-22")


def source_of(url: str) -> str | None:
    return "bao_b" if "baob.vn" in url else None


def begun(corpus: Path, clock: Any) -> tuple[Ledger, Collected]:
    """As the next crawl opens it."""
    ledger = Ledger(corpus / "ledger.sqlite", now=clock)
    return ledger, agree(ledger, corpus, source_of)


def remade(tmp_path: Path, clock: Any) -> Ledger:
    """The same, after the file was lost."""
    for path in tmp_path.glob("ledger.sqlite*"):
        path.unlink()
    return begun(tmp_path, clock)[0]


def test_a_lost_ledger_is_read_back(tmp_path: Path, clock: Any) -> None:
    first = clock()
    with Archive(tmp_path) as archive:
        archive.add_response(A, 200, HTML, b"48", clock(), told=TOLD)
        archive.add_response(B, 200, HTML, b"9", clock())
        archive.add_response("https://c.vn/", 200, HTML, b"foreign", clock())
        archive.add_response(f"{B}?404", 404, HTML, b"not found", clock())
        archive.add_resource(b"x", url="file:///x", media_type="text/html", fetched_at=clock())
        clock.move(days=3)
        archive.add_not_modified(A, (("ETag", '"2"'),), clock())
    with remade(tmp_path, clock) as ledger:
        seen = ledger.seen(A)
        assert seen is not None
        assert (seen.source_id, seen.verdict, seen.kind) == (
            "bao_a",
            Verdict.RELEVANT,
            Kind.ARTICLE,
        )
        assert (seen.title, seen.published) == ("48 sản phẩm", "2026-11-22")
        assert (seen.etag, seen.last_modified, seen.status) == ('"2"', "Sun", 304)
        assert (seen.found_at, seen.stored_at, seen.fetched_at) == (first, first, clock())
        assert [one.url for one in ledger.documents("bao_b")] == [B]
        assert ledger.waiting("bao_a") == []
        assert ledger.found("bao_a", [Found(A)]) == 0
        clock.move(days=4)
        (due,) = ledger.waiting("bao_a")
        assert (due.url, due.etag, due.via, due.way) == (A, '"2"', "https://baoa.vn/rss", "feed")


def test_the_latest_payload_is_that_of_the_archive(tmp_path: Path, clock: Any) -> None:
    with Archive(tmp_path) as archive:
        for payload in (b"48", b"49", b"48"):
            capture, _ = archive.add_response(A, 200, HTML, payload, clock(), told=TOLD)
            clock.move(days=1)
    with remade(tmp_path, clock) as ledger:
        seen = ledger.seen(A)
        assert seen is not None
        assert seen.digest == capture.digest
        assert seen.title == "48 sản phẩm"


def test_a_file_is_read_back_as_an_attachment(tmp_path: Path, clock: Any) -> None:
    pdf = (("Content-Type", "application/pdf"),)
    with Archive(tmp_path) as archive:
        archive.add_response(f"{B}.pdf", 200, pdf, b"%PDF", clock())
        archive.add_response(f"{B}.html", 200, HTML, b"x", clock(), told=Told(way="attachment"))
    with remade(tmp_path, clock) as ledger:
        assert {one.kind for one in ledger.documents("bao_b")} == {Kind.ATTACHMENT}


def test_it_is_entered_under_the_address_that_the_ledger_knows(tmp_path: Path, clock: Any) -> None:
    old = "http://baoa.vn/ocop-1.html"
    with Archive(tmp_path) as archive:
        archive.add_response(A, 200, HTML, b"48", clock(), told=Told("bao_a", asked=old))
    with remade(tmp_path, clock) as ledger:
        assert ledger.found("bao_a", [Found(old)]) == 0
        assert [one.url for one in ledger.documents("bao_a")] == [old]
        assert ledger.seen(A) is None


def test_a_record_that_cannot_be_read_is_asked_again(
    tmp_path: Path, clock: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with Archive(tmp_path) as archive:
        capture, _ = archive.add_response(B, 200, HTML, b"1", clock())
        archive.add_response(f"{B}?2", 200, HTML, b"2", clock())
    with (tmp_path / capture.warc).open("r+b") as file:
        file.seek(capture.offset + 9)
        file.write(b"\xff" * 20)
    with remade(tmp_path, clock) as ledger:
        assert [one.url for one in ledger.documents("bao_b")] == [f"{B}?2"]
    assert f"{B} is to be asked again: no readable WARC record" in caplog.text


def test_an_unmodified_page_on_a_shelf_is_known_by_its_address(tmp_path: Path, clock: Any) -> None:
    old, told = "http://baoa.vn/ocop-1.html", Told("bao_a", asked="http://baoa.vn/ocop-1.html")
    with Archive(tmp_path) as archive:
        archive.add_response(A, 200, HTML, b"48", clock(), told=told)
    remade(tmp_path, clock).close()
    clock.move(days=7)
    shelf = Shelf(tmp_path)
    shelf.add_not_modified(A, (), clock(), told=told)
    shelf.release()  # killed
    with begun(tmp_path, clock)[0] as ledger:
        (document,) = ledger.documents("bao_a")
        assert (document.url, document.fetched_at, document.status) == (old, clock(), 304)
        assert (document.verdict, document.etag) == (Verdict.RELEVANT, '"1"')


def test_a_crawl_killed_between_archive_and_ledger_fetches_nothing_twice(
    tmp_path: Path, clock: Any
) -> None:
    old = "http://baoa.vn/ocop-1.html"
    with begun(tmp_path, clock)[0] as ledger:
        ledger.found("bao_a", [Found(old, words="OCOP", via="https://baoa.vn/rss", way="feed")])
        shelf = Shelf(tmp_path)
        told = Told("bao_a", asked=old, title="48 sản phẩm")
        shelf.add_response(A, 200, HTML, b"48", clock(), told=told)
        shelf.release()  # killed here
    clock.move(minutes=5)
    again, collected = begun(tmp_path, clock)
    with again:
        assert collected.captures == 1
        assert again.waiting("bao_a") == []
        assert [one.title for one in again.documents("bao_a")] == ["48 sản phẩm"]


def test_what_the_ledger_knows_better_stays(
    tmp_path: Path, clock: Any, open_ledger: Callable[..., Ledger]
) -> None:
    ledger = open_ledger()
    with Archive(tmp_path) as archive:
        capture, _ = archive.add_response(A, 200, HTML, b"48", clock(), told=TOLD)
        clock.move(seconds=1)
        ledger.fetched("bao_z", Fetched(A, Kind.ARTICLE, Verdict.GONE, 404))
        assert ledger.reconcile(archive, source_of) == []
        clock.move(seconds=1)
        capture, _ = archive.add_response(A, 200, HTML, b"49", clock(), told=TOLD)
        assert ledger.reconcile(archive, source_of) == [capture]
        assert ledger.reconcile(archive, source_of) == []
    seen = ledger.seen(A, "bao_a")
    assert seen is not None
    assert (seen.verdict, seen.digest) == (Verdict.RELEVANT, capture.digest)


def test_what_the_archive_lost_is_asked_again_without_validators(
    tmp_path: Path, clock: Any, open_ledger: Callable[..., Ledger]
) -> None:
    ledger = open_ledger()
    with Archive(tmp_path) as archive:
        capture, _ = archive.add_response(A, 200, HTML, b"48", clock(), told=TOLD)
        held = Fetched(A, Kind.ARTICLE, Verdict.RELEVANT, 200, etag='"1"', digest=capture.digest)
        lost = Fetched(
            B, Kind.ARTICLE, Verdict.RELEVANT, 200, etag='"1"', digest="sha256:" + "0" * 64
        )
        ledger.fetched("bao_a", held)
        ledger.fetched("bao_a", lost)
        clock.move(hours=1)
        ledger.rebuild(archive, source_of)
    (again,) = ledger.waiting("bao_a")
    assert (again.url, again.etag) == (B, "")
    assert ledger.rebuilt


def test_opening_twice_rebuilds_once(tmp_path: Path, clock: Any) -> None:
    first, _ = begun(tmp_path, clock)
    first.close()
    with Archive(tmp_path) as archive:
        archive.add_response(B, 200, HTML, b"1", clock() + timedelta(days=1))
    with begun(tmp_path, clock)[0] as ledger:
        assert ledger.rebuilt
        assert ledger.seen(B) is None

"""Revisits of pages that servers call unmodified, and what is told beside a capture."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from crawler.archive import Archive, ArchiveError, Request, Told
from crawler.captures import MAX_URL, Capture

URL = "https://baoa.vn/ocop-1.html"
HTML = (("Content-Type", "text/html; charset=utf-8"), ("ETag", '"1"'))
PAGE = "<p>Tỉnh có 48 sản phẩm OCOP</p>".encode()
TOLD = Told("bao_a", "https://baoa.vn/rss", "feed", "", "Tỉnh có 48 sản phẩm OCOP", "2026-11-22")
DAY = timedelta(days=1)


def records(archive: Archive, kind: str) -> list[dict[str, str]]:
    """WARC headers of all records of a kind, as warcio reads them."""
    found = []
    for name in archive.files.names():
        with (archive.root / name).open("rb") as file:
            found += [
                dict(one.rec_headers.headers)
                for one in WarcioIterator(file, check_digests="raise")
                if one.rec_type == kind
            ]
    return found


def test_a_304_is_a_revisit_of_the_payload_before(archive: Archive, moment: datetime) -> None:
    first, _ = archive.add_response(URL, 200, HTML, PAGE, moment)
    said = (("ETag", '"1"'), ("Date", "Mon, 23 Nov 2026 07:45:22 GMT"))
    again, new = archive.add_not_modified(
        URL, said, moment + DAY, Request(), ip_address="203.0.113.7"
    )
    assert new
    assert (again.status, again.media_type, again.digest) == (304, "warc/revisit", first.digest)
    assert archive.payload(again) == PAGE
    assert archive.http_headers(again) == said
    assert archive.told(again) is None
    assert list(archive.captures()) == [first]
    (record,) = records(archive, "revisit")
    # WARC/1.1, 6.7.3: profile; 5.9: the digest of the payload that is defined there.
    assert record["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    assert record["WARC-Refers-To-Target-URI"] == URL
    assert record["WARC-Refers-To-Date"] == first.fetched_at
    assert record["WARC-Payload-Digest"] == first.digest
    assert record["WARC-IP-Address"] == "203.0.113.7"
    assert "WARC-Truncated" not in record
    assert record["Content-Length"] == "0"  # so that replay shows the payload
    for kind in ("request", "metadata"):
        (beside,) = records(archive, kind)
        assert beside["WARC-Concurrent-To"] == record["WARC-Record-ID"]


def test_a_payload_left_out_is_said_to_be_truncated(archive: Archive, moment: datetime) -> None:
    archive.add_response(URL, 200, HTML, PAGE, moment)
    archive.add_response(URL, 200, HTML, PAGE, moment + DAY)
    (record,) = records(archive, "revisit")
    assert record["WARC-Truncated"] == "length"  # 6.7.2
    assert record["WARC-Profile"].endswith("/warc/1.1/revisit/identical-payload-digest")


def test_a_304_refers_to_the_payload_whose_validators_were_sent(
    archive: Archive, moment: datetime
) -> None:
    first, _ = archive.add_response(URL, 200, HTML, b"48", moment)
    second, _ = archive.add_response(URL, 200, HTML, b"49", moment + DAY)
    third, _ = archive.add_not_modified(URL, (), moment + 2 * DAY)
    assert third.digest == second.digest
    fourth, _ = archive.add_not_modified(URL, (), moment + 3 * DAY, digest=first.digest)
    assert archive.payload(fourth) == b"48"
    assert [one["WARC-Refers-To-Date"] for one in records(archive, "revisit")] == [
        second.fetched_at,
        first.fetched_at,
    ]


def test_a_304_after_a_revisit_refers_to_the_record_with_the_payload(
    archive: Archive, moment: datetime
) -> None:
    first, _ = archive.add_response(URL, 200, HTML, PAGE, moment)
    archive.add_response(URL, 200, HTML, PAGE, moment + DAY)
    archive.add_not_modified(URL, (), moment + 2 * DAY)
    assert {one["WARC-Refers-To-Date"] for one in records(archive, "revisit")} == {first.fetched_at}


def test_a_304_of_what_was_never_archived_is_an_error(archive: Archive, moment: datetime) -> None:
    with pytest.raises(ArchiveError, match=r"ocop-1\.html is said.*no capture.*without validators"):
        archive.add_not_modified(URL, (), moment)
    archive.add_response(URL, 200, HTML, PAGE, moment)
    with pytest.raises(ArchiveError, match="sha256:other"):
        archive.add_not_modified(URL, (), moment, digest="sha256:other")


def test_the_very_same_304_adds_nothing(archive: Archive, moment: datetime) -> None:
    archive.add_response(URL, 200, HTML, PAGE, moment)
    first, _ = archive.add_not_modified(URL, (), moment + DAY)
    assert archive.add_not_modified(URL, (), moment + DAY) == (first, False)


def test_what_was_told_comes_back(archive: Archive, moment: datetime) -> None:
    capture, _ = archive.add_response(URL, 200, HTML, PAGE, moment, Request(), told=TOLD)
    bare, _ = archive.add_response(f"{URL}?x", 200, HTML, b"x", moment, Request())
    assert archive.told(capture) == TOLD
    assert archive.told(bare) is None  # the record before it tells of another capture
    revisit, _ = archive.add_response(URL, 200, HTML, PAGE, moment + DAY, told=Told(way="sitemap"))
    assert archive.told(revisit) == Told(way="sitemap")


def test_what_was_told_is_a_metadata_record(archive: Archive, moment: datetime) -> None:
    capture, _ = archive.add_response(URL, 200, HTML, PAGE, moment, told=TOLD)
    (metadata,), (response,) = records(archive, "metadata"), records(archive, "response")
    assert metadata["WARC-Concurrent-To"] == response["WARC-Record-ID"]
    assert metadata["WARC-Target-URI"] == URL
    assert metadata["WARC-Date"] == response["WARC-Date"]
    assert metadata["Content-Type"] == "application/warc-fields"
    assert "WARC-Payload-Digest" not in metadata  # clause 4: metadata records have no payload
    path = archive.root / capture.warc
    for record in ArchiveIterator(str(path), record_types=WarcRecordType.metadata):
        lines = record.reader.read().decode().split("\r\n")
    assert lines == [
        "ocop-source: bao_a",
        "via: https://baoa.vn/rss",
        "ocop-way: feed",
        "title: Tỉnh có 48 sản phẩm OCOP",
        "issued: 2026-11-22",
        "",
    ]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("a\r\nissued: 1999", "a issued: 1999"),
        ("a\u2028b\x85c\x00d\x1b[0m", "a b cd[0m"),
        (" nhiều \t chữ ", "nhiều chữ"),
        ("x: y: z", "x: y: z"),
        ("\ud800", ""),
        ("x" * (MAX_URL + 9), "x" * MAX_URL),
    ],
)
def test_no_word_of_a_page_forges_a_field(
    archive: Archive, moment: datetime, title: str, kept: str
) -> None:
    capture, _ = archive.add_response(URL, 200, HTML, PAGE, moment, told=Told("bao_a", title=title))
    assert archive.told(capture) == Told("bao_a", title=kept)


def test_metadata_is_no_capture(archive: Archive, moment: datetime, tmp_path: Path) -> None:
    capture, _ = archive.add_response(URL, 200, HTML, PAGE, moment, Request(), told=TOLD)
    archive.add_not_modified(URL, (), moment + DAY)
    archive.close()
    before = (archive.root / "index.cdxj").read_bytes()
    archive.rebuild_index()
    archive.close()
    assert (archive.root / "index.cdxj").read_bytes() == before
    assert before.count(b"\n") == 2
    with Archive(tmp_path / "other") as other:
        taken = list(other.import_warc(archive.root / capture.warc))
        assert [type(one) for one in taken] == [Capture]
        assert [one.digest for one in other.captures()] == [capture.digest]


def test_what_was_told_is_found_after_a_long_payload(archive: Archive, moment: datetime) -> None:
    """The bytes before a record may look like the beginning of a gzip member."""
    noise = b"\x1f\x8b\x08" * 9999
    archive.add_response(f"{URL}?0", 200, HTML, noise, moment)
    capture, _ = archive.add_response(URL, 200, HTML, PAGE, moment, told=TOLD)
    assert archive.told(capture) == TOLD

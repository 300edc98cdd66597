"""What goes into the archive comes out again, whatever happened in between."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as WarcioIterator
from warcio.checker import Checker

from crawler.archive import Archive, ArchiveError, Request
from crawler.captures import MAX_URL, Capture, ascii_url, file_url

PAGE = "Tỉnh có 48 sản phẩm OCOP".encode()
HTML = (("Content-Type", "text/html; charset=utf-8"), ("Server", "nginx"))


def add(archive: Archive, payload: bytes, moment: datetime, url: str = "file:///a.txt") -> Capture:
    return archive.add_resource(payload, url=url, media_type="text/plain", fetched_at=moment)[0]


def test_a_resource_comes_back(archive: Archive, moment: datetime) -> None:
    capture, new = archive.add_resource(
        PAGE, url="file:///a.txt", media_type="text/plain", fetched_at=moment
    )
    assert new
    assert archive.payload(capture) == PAGE
    assert capture.digest == "sha256:" + hashlib.sha256(PAGE).hexdigest()
    assert (capture.url, capture.status, capture.media_type, capture.fetched_at) == (
        "file:///a.txt",
        None,
        "text/plain",
        "2026-11-22T07:45:22Z",
    )
    assert list(archive.captures()) == [capture] == [archive.find(capture.digest)]


def test_the_time_is_written_in_utc(archive: Archive) -> None:
    hanoi = timezone(timedelta(hours=7))
    capture = add(archive, PAGE, datetime(2026, 1, 1, 3, 0, 5, 999, tzinfo=hanoi))
    assert capture.fetched_at == "2025-12-31T20:00:05Z"
    with pytest.raises(ValueError, match="no time zone"):
        add(archive, b"x", datetime(2026, 1, 1))


def test_the_same_bytes_add_nothing(archive: Archive, moment: datetime) -> None:
    first = add(archive, PAGE, moment)
    before = (archive.root / first.warc).read_bytes()
    again = archive.add_resource(
        PAGE, url="file:///b.txt", media_type="text/html", fetched_at=moment + timedelta(days=1)
    )
    assert again == (first, False)
    assert (archive.root / first.warc).read_bytes() == before


def test_both_libraries_read_the_records(archive: Archive, moment: datetime) -> None:
    add(archive, PAGE, moment)
    answer, _ = archive.add_response(
        "https://baoa.vn/x",
        200,
        HTML,
        b"<p>OCOP</p>",
        moment,
        Request("GET", (("Host", "baoa.vn"),)),
    )
    path = archive.root / answer.warc
    expected = [
        ("warcinfo", None),
        ("resource", "file:///a.txt"),
        ("request", "https://baoa.vn/x"),
        ("response", "https://baoa.vn/x"),
    ]
    with path.open("rb") as file:
        slow = [
            (one.rec_type, one.rec_headers.get_header("WARC-Target-URI"))
            for one in WarcioIterator(file, check_digests="raise")
        ]
    fast = []
    for record in ArchiveIterator(str(path), record_types=WarcRecordType.any_type):
        fast.append((str(record.record_type), record.headers.get("WARC-Target-URI")))
        assert record.headers.get("WARC-Date") == "2026-11-22T07:45:22Z"
    assert slow == fast == expected
    assert path.read_bytes().count(b"WARC/1.1") == 0  # compressed, each record by itself


def test_warcio_check_finds_every_digest_true(archive: Archive, moment: datetime) -> None:
    for number in range(5):
        archive.add_response(f"http://a.vn/{number}", 200, HTML, b"%d" % number, moment)
    checker = Checker(type("Options", (), {"inputs": [], "verbose": False})())
    checker.process_one(str(archive.root / "warc/ocop-00000.warc.gz"))
    assert checker.exit_value == 0


def test_an_unchanged_page_is_a_revisit(archive: Archive, moment: datetime) -> None:
    first, _ = archive.add_response("http://a.vn/x", 200, HTML, PAGE, moment)
    again, new = archive.add_response("http://a.vn/x", 200, HTML, PAGE, moment + timedelta(hours=1))
    assert new
    assert (again.media_type, again.digest, again.status) == ("warc/revisit", first.digest, 200)
    assert archive.payload(again) == PAGE
    assert list(archive.captures()) == [first]
    assert list(archive.captures(revisits=True)) == [first, again] == archive.at("http://a.vn/x")
    with (archive.root / again.warc).open("rb") as file:
        kinds = [one.rec_headers for one in WarcioIterator(file) if one.rec_type == "revisit"]
    assert kinds[0].get_header("WARC-Refers-To-Target-URI") == "http://a.vn/x"
    assert kinds[0].get_header("WARC-Refers-To-Date") == first.fetched_at


def test_a_changed_page_is_stored_again(archive: Archive, moment: datetime) -> None:
    archive.add_response("http://a.vn/x", 200, HTML, b"48", moment)
    archive.add_response("http://a.vn/x", 200, HTML, b"49", moment + timedelta(hours=1))
    assert [archive.payload(one) for one in archive.captures()] == [b"48", b"49"]


def test_the_very_same_response_adds_nothing(archive: Archive, moment: datetime) -> None:
    first, _ = archive.add_response("http://a.vn/x", 200, HTML, PAGE, moment)
    assert archive.add_response("http://a.vn/x", 200, HTML, PAGE, moment) == (first, False)


def test_headers_of_the_wire_and_credentials_do_not_lie(archive: Archive, moment: datetime) -> None:
    asked = Request("GET", (("Cookie", "secret=1"), ("Authorization", "Basic c2VjcmV0")))
    headers = (*HTML, ("Content-Encoding", "gzip"), ("X-Bad", "a\r\nWARC-Type: evil"))
    capture, _ = archive.add_response("http://a.vn/x", 200, headers, PAGE, moment, asked)
    kept = dict(archive.http_headers(capture))
    assert kept["Content-Type"] == "text/html; charset=utf-8"
    assert kept["X-Archive-Orig-Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in kept
    assert kept["Content-Length"] == str(len(PAGE))
    assert kept["X-Bad"] == "a WARC-Type: evil"
    with (archive.root / capture.warc).open("rb") as file:
        requests = [one for one in WarcioIterator(file) if one.rec_type == "request"]
    assert requests[0].http_headers.headers == []


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("http://a.vn/x y", "http://a.vn/x%20y"),
        ("http://a.vn/x\r\nWARC-Type: evil", "http://a.vn/x%0D%0AWARC-Type:%20evil"),
        ("http://a.vn/\u2028\x00", "http://a.vn/%E2%80%A8%00"),
        ("http://a.vn/" + "x" * 2000, "http://a.vn/" + "x" * 2000),
        ("http://a.vn/tỉnh", "http://a.vn/t%E1%BB%89nh"),
        ("http://a.vn/%C6%B0%CC%89", "http://a.vn/%C6%B0%CC%89"),
        ("http://[broken/", "http://[broken/"),
        ("http://a.vn:notaport/", "http://a.vn:notaport/"),
        ('http://a.vn/"}{', 'http://a.vn/"}{'),
    ],
)
def test_hostile_addresses_stay_one_line(
    archive: Archive, moment: datetime, url: str, safe: str
) -> None:
    capture, _ = archive.add_response(url, 200, HTML, PAGE, moment)
    archive.close()
    assert capture.url == safe
    reread = Archive(archive.root)
    assert list(reread.captures()) == [capture]
    assert reread.payload(capture) == PAGE
    assert len((archive.root / "index.cdxj").read_bytes().splitlines()) == 1


@pytest.mark.parametrize("url", ["", "  ", "http://a.vn/" + "x" * MAX_URL])
def test_addresses_that_cannot_be_kept(archive: Archive, moment: datetime, url: str) -> None:
    with pytest.raises(ValueError, match="the address is"):
        archive.add_response(url, 200, HTML, PAGE, moment)


def test_file_urls_do_not_know_the_machine() -> None:
    root = Path("/somewhere/data")
    assert file_url(root / "tỉnh/a b.txt", root) == "file:///t%E1%BB%89nh/a%20b.txt"
    assert file_url(root / "a#1?.txt", root) == "file:///a%231%3F.txt"
    assert file_url(root / "a.txt") == "file:///a.txt"
    assert file_url(Path("/elsewhere/a.txt"), root) == "file:///a.txt"
    assert ascii_url(file_url(root / "ô.txt", root)) == "file:///%C3%B4.txt"


def test_the_index_is_cdxj(archive: Archive, moment: datetime) -> None:
    for url in ("https://www.b.vn/Y/?z=1&a=2", "http://a.vn/", "file:///c.txt"):
        archive.add_response(url, 200, HTML, url.encode(), moment)
    archive.close()
    lines = (archive.root / "index.cdxj").read_bytes().splitlines()
    assert lines == sorted(lines)
    keys = [raw.split(b" ", 2)[:2] for raw in lines]
    time = b"20261122074522"
    assert keys == [[b"file:///c.txt", time], [b"vn,a)/", time], [b"vn,b)/y?a=2&z=1", time]]
    for raw in lines:
        fields = json.loads(raw.split(b" ", 2)[2])
        assert fields.keys() == {"url", "mime", "status", "digest", "length", "offset", "filename"}
        with (archive.root / fields["filename"]).open("rb") as file:
            file.seek(int(fields["offset"]))
            member = file.read(int(fields["length"]))
        for record in ArchiveIterator(io.BytesIO(member)):
            assert record.reader.read() == fields["url"].encode()


def test_files_rotate(tmp_path: Path, moment: datetime) -> None:
    with Archive(tmp_path, max_warc_bytes=2000) as archive:
        captures = [add(archive, b"%d" % n * 50, moment, f"file:///{n}") for n in range(20)]
        names = sorted({one.warc for one in captures})
        assert names == [f"warc/ocop-{n:05d}.warc.gz" for n in range(len(names))]
        assert len(names) > 2
        for name in names[:-1]:
            assert 2000 <= (tmp_path / name).stat().st_size < 3000
    assert [Archive(tmp_path).payload(one) for one in captures] == [
        b"%d" % n * 50 for n in range(20)
    ]


def test_other_bytes_than_archived_are_an_error(archive: Archive, moment: datetime) -> None:
    ours, other = add(archive, b"ours", moment), add(archive, b"other", moment)
    swapped = Capture(**{**vars_of(ours), "offset": other.offset, "length": other.length})
    with pytest.raises(ArchiveError, match=r"not the one that was archived.*ocop-00000"):
        archive.payload(swapped)
    with pytest.raises(ArchiveError, match="no readable WARC record"):
        archive.payload(Capture(**{**vars_of(ours), "offset": ours.offset + 3}))
    with pytest.raises(ArchiveError, match="not a file of this archive"):
        archive.payload(Capture(**{**vars_of(ours), "warc": "../../etc/passwd"}))
    with pytest.raises(ArchiveError, match="cannot be read"):
        archive.payload(Capture(**{**vars_of(ours), "warc": "warc/ocop-00009.warc.gz"}))


def vars_of(capture: Capture) -> dict[str, object]:
    return {name: getattr(capture, name) for name in Capture.__slots__}


def test_the_order_of_adding_leaves_no_trace(tmp_path: Path, moment: datetime) -> None:
    orders = ([1, 2, 3], [3, 1, 2])
    seen = []
    for place, order in zip(("x", "y"), orders, strict=True):
        with Archive(tmp_path / place) as archive:
            for number in order:
                add(archive, b"%d" % number, moment, f"file:///{number}")
            seen.append([(one.url, one.digest) for one in archive.captures()])
    assert seen[0] == seen[1]


def test_the_same_captures_give_the_same_bytes(tmp_path: Path, moment: datetime) -> None:
    for place in ("x", "y"):
        with Archive(tmp_path / place) as archive:
            add(archive, PAGE, moment)
            archive.add_response("http://a.vn", 200, HTML, PAGE, moment, Request())
    for name in ("index.cdxj", "warc/ocop-00000.warc.gz"):
        assert (tmp_path / "x" / name).read_bytes() == (tmp_path / "y" / name).read_bytes()


def test_an_archive_that_is_not_there_is_empty(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "none")
    assert list(archive.captures()) == []
    assert archive.find("sha256:" + "0" * 64) is None
    assert not (tmp_path / "none").exists()


def test_naive_utc_is_not_assumed(archive: Archive) -> None:
    assert add(archive, b"x", datetime(2026, 1, 1, tzinfo=UTC)).fetched_at == "2026-01-01T00:00:00Z"

"""WARC files of others: everything readable comes in, everything else is said."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter, ZstdWriter

from crawler.archive import Archive
from crawler.captures import Capture, Fault

Make = Callable[..., bytes]
PAGE = "<p>Tỉnh có 48 sản phẩm OCOP</p>".encode()


def taken(archive: Archive, path: Path, data: bytes, **limits: int) -> list[Capture | Fault]:
    path.write_bytes(data)
    return list(archive.import_warc(path, **limits))


def codes(found: list[Capture | Fault]) -> list[str]:
    return [one.code if isinstance(one, Fault) else one.url for one in found]


@pytest.mark.parametrize("compressed", [True, False])
def test_responses_and_resources_come_in(
    archive: Archive, tmp_path: Path, foreign_record: Make, compressed: bool
) -> None:
    data = b"".join(
        [
            foreign_record("http://a.vn/1", PAGE, gzip=compressed),
            foreign_record("http://a.vn/2", b"text", kind="resource", gzip=compressed),
            foreign_record("http://a.vn/3", b"", kind="metadata", gzip=compressed),
            foreign_record("http://a.vn/4", PAGE, gzip=compressed),
        ]
    )
    found = taken(archive, tmp_path / "x.warc", data)
    assert codes(found) == ["http://a.vn/1", "http://a.vn/2", "http://a.vn/4"]
    first, second, _ = found
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert (first.status, first.media_type, first.fetched_at) == (
        200,
        "text/html",
        "2025-03-04T05:06:07Z",
    )
    assert first.digest == "sha256:" + hashlib.sha256(PAGE).hexdigest()
    assert archive.payload(first) == PAGE
    assert dict(archive.http_headers(first))["Content-Type"] == "text/html; charset=utf-8"
    assert (second.status, second.media_type) == (None, "text/plain")


def test_importing_again_adds_nothing(
    archive: Archive, tmp_path: Path, foreign_record: Make
) -> None:
    data = foreign_record(payload=PAGE) + foreign_record(payload=b"t", kind="resource")
    first = taken(archive, tmp_path / "x.warc.gz", data)
    size = (archive.root / "warc/ocop-00000.warc.gz").stat().st_size
    assert taken(archive, tmp_path / "y.warc.gz", data) == first
    assert (archive.root / "warc/ocop-00000.warc.gz").stat().st_size == size


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9, 0.99])
def test_one_member_that_is_cut(
    archive: Archive, tmp_path: Path, foreign_record: Make, kept: float
) -> None:
    records = [foreign_record(f"http://a.vn/{n}", PAGE * (n + 1), gzip=False) for n in range(20)]
    data = gzip.compress(b"".join(records))
    *captures, fault = taken(archive, tmp_path / "x.warc.gz", data[: int(len(data) * kept)])
    assert codes(captures) == [f"http://a.vn/{n}" for n in range(len(captures))]
    assert isinstance(fault, Fault)


def test_one_member_for_the_whole_file(
    archive: Archive, tmp_path: Path, foreign_record: Make
) -> None:
    records = [foreign_record(f"http://a.vn/{n}", b"%d" % n, gzip=False) for n in range(3)]
    found = taken(archive, tmp_path / "x.warc.gz", gzip.compress(b"".join(records)))
    assert codes(found) == ["http://a.vn/0", "http://a.vn/1", "http://a.vn/2"]


def written(kind: type[BrotliWriter] | type[ZstdWriter], payload: bytes) -> bytes:
    out = io.BytesIO()
    writer = kind(out)
    writer.write(payload)
    writer.close()
    return out.getvalue()


def chunks(payload: bytes) -> bytes:
    pieces = [payload[start : start + 7] for start in range(0, len(payload), 7)]
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize("chunked", [True, False])
@pytest.mark.parametrize(
    ("name", "encode"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", lambda payload: written(BrotliWriter, payload)),
        ("zstd", lambda payload: written(ZstdWriter, payload)),
        ("identity", bytes),
    ],
)
def test_encodings_are_decoded(
    archive: Archive,
    tmp_path: Path,
    foreign_record: Make,
    name: str,
    encode: Callable[[bytes], bytes],
    chunked: bool,
) -> None:
    headers = [("Content-Type", "text/html"), ("Content-Encoding", name)]
    body = encode(PAGE)
    if chunked:
        headers.append(("Transfer-Encoding", "chunked"))
        body = chunks(body)
    (capture,) = taken(
        archive, tmp_path / "x.warc.gz", foreign_record(payload=body, headers=tuple(headers))
    )
    assert isinstance(capture, Capture)
    assert archive.payload(capture) == PAGE


@pytest.mark.parametrize(
    ("header", "body", "faults"),
    [
        (("Transfer-Encoding", "chunked"), PAGE, []),  # the writer had joined the chunks
        (("Content-Encoding", "gzip"), PAGE, ["undecodable"]),  # … or unpacked the body
        (("Content-Encoding", "gzip"), b"", []),  # a 304 or an empty page
        (("Content-Encoding", "rot13"), PAGE, ["undecodable"]),
    ],
)
def test_headers_that_promise_what_the_bytes_are_not(
    archive: Archive,
    tmp_path: Path,
    foreign_record: Make,
    header: tuple[str, str],
    body: bytes,
    faults: list[str],
) -> None:
    capture, *rest = taken(
        archive, tmp_path / "x.warc.gz", foreign_record(payload=body, headers=(header,))
    )
    assert isinstance(capture, Capture)
    assert archive.payload(capture) == body
    assert codes(rest) == faults


def test_a_decompression_bomb_is_too_large(
    archive: Archive, tmp_path: Path, foreign_record: Make
) -> None:
    bomb = foreign_record(
        payload=zlib.compress(bytes(50 << 20)), headers=(("Content-Encoding", "deflate"),)
    )
    plain = foreign_record("http://a.vn/long", bytes(3 << 20))
    data = bomb + plain + foreign_record("http://a.vn/after")
    found = taken(archive, tmp_path / "x.warc.gz", data, max_bytes=1 << 20)
    assert codes(found) == ["too_large", "too_large", "http://a.vn/after"]


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("kept", [0.01, 0.05, 0.2, 0.3, 0.5, 0.9, 0.97])
def test_a_truncated_file_gives_what_was_before(
    archive: Archive, tmp_path: Path, foreign_record: Make, compressed: bool, kept: float
) -> None:
    first = foreign_record("http://a.vn/1", PAGE * 50, gzip=compressed)
    last = foreign_record("http://a.vn/2", PAGE * 60, gzip=compressed)
    data = first + last[: int(len(last) * kept)]
    found = taken(archive, tmp_path / "x.warc.gz", data)
    captures = [one for one in found if isinstance(one, Capture)]
    payloads = [PAGE * 50, PAGE * 60]  # the last is whole when only the gzip trailer is cut
    assert [archive.payload(one) for one in captures] == payloads[: len(captures)]
    assert len(captures) == len(found) - 1 >= 1
    fault = found[-1]
    assert isinstance(fault, Fault)
    assert fault.code in ("truncated_record", "damaged_record")
    assert fault.where == f"x.warc.gz at byte {len(first)}"
    assert fault.advice


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("place", [0.0, 0.5, 0.99])
def test_a_corrupt_record_costs_itself(
    archive: Archive, tmp_path: Path, foreign_record: Make, compressed: bool, place: float
) -> None:
    records = [
        foreign_record(f"http://a.vn/{n}", PAGE * (40 + n), gzip=compressed) for n in range(4)
    ]
    bad = bytearray(records[1])
    spot = min(int(len(bad) * place), len(bad) - 6)
    bad[spot : spot + 2] = bytes(byte ^ 0xA5 for byte in bad[spot : spot + 2])
    records[1] = bytes(bad)
    found = taken(archive, tmp_path / "x.warc.gz", b"".join(records))
    urls = [one.url for one in found if isinstance(one, Capture)]
    faults = [one for one in found if isinstance(one, Fault)]
    assert urls == ["http://a.vn/0", "http://a.vn/2", "http://a.vn/3"]
    assert len(faults) == 1
    assert faults[0].where.startswith("x.warc.gz at byte ")


def test_a_wrong_length_does_not_swallow_the_next_records(
    archive: Archive, tmp_path: Path, foreign_record: Make
) -> None:
    records = [foreign_record(f"http://a.vn/{n}", PAGE * 9, gzip=False) for n in range(3)]
    before, _, after = records[0].partition(b"Content-Length: ")
    records[0] = before + b"Content-Length: 9" + after
    found = taken(archive, tmp_path / "x.warc", b"".join(records))
    assert codes(found) == ["truncated_record", "http://a.vn/1", "http://a.vn/2"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"url": "http://a.vn/" + "x" * 9000}, "bad_url"),
        ({"date": "yesterday"}, "bad_date"),
        ({"date": "2025-02-31T00:00:00Z"}, "bad_date"),
    ],
)
def test_records_that_cannot_be_placed(
    archive: Archive, tmp_path: Path, foreign_record: Make, change: dict[str, str], code: str
) -> None:
    data = foreign_record(**change) + foreign_record("http://a.vn/after")
    assert codes(taken(archive, tmp_path / "x.warc.gz", data)) == [code, "http://a.vn/after"]


def test_angle_brackets_of_old_writers(
    archive: Archive, tmp_path: Path, foreign_record: Make
) -> None:
    found = taken(archive, tmp_path / "x.warc.gz", foreign_record("<http://a.vn/1>"))
    assert codes(found) == ["http://a.vn/1"]


@pytest.mark.parametrize(
    ("kind", "block", "expected"),
    [
        (b"response", b"HTTP/1.1\r\n\r\nbody", ["bad_http"]),
        (b"response", b"HTTP/1.1 200 OK\nContent-Type: text/html\n\nbody", ["http://a.vn/"]),
        (b"invented", b"x", ["unknown_record"]),
        (b"metadata", b"x", []),
    ],
)
def test_records_of_odd_kinds(
    archive: Archive, tmp_path: Path, kind: bytes, block: bytes, expected: list[str]
) -> None:
    data = (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: http://a.vn/\r\n"
        b"WARC-Date: 2025-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (kind, len(block), block)
    )
    found = taken(archive, tmp_path / "x.warc", data)
    assert codes(found) == expected
    for one in found:
        if isinstance(one, Capture):
            assert archive.payload(one) == b"body"


def test_any_flipped_byte_costs_one_record_at_most(
    archive: Archive, tmp_path: Path, foreign_record: Make
) -> None:
    payloads = [b"page %d " % n * 30 for n in range(3)]
    data = b"".join(foreign_record(f"http://a.vn/{n}", payloads[n]) for n in range(3))
    for place in range(0, len(data), 5):
        flipped = bytearray(data)
        flipped[place] ^= 0x15
        found = taken(archive, tmp_path / "x.warc.gz", bytes(flipped))
        read = [archive.payload(one) for one in found if isinstance(one, Capture)]
        assert [one for one in payloads if one in read] == read
        faults = len(found) - len(read)
        assert (len(read), faults) in {(2, 1), (3, 1), (3, 0)}  # gzip keeps some bytes unused


@pytest.mark.parametrize("data", [b"hello", b"\x1f\x8b\x08 hello", b"WARC/1.1\r\n"])
def test_what_is_no_warc(archive: Archive, tmp_path: Path, data: bytes) -> None:
    assert codes(taken(archive, tmp_path / "x.warc", data)) == ["damaged_record"]


def test_a_file_that_is_not_there(archive: Archive, tmp_path: Path) -> None:
    assert codes(list(archive.import_warc(tmp_path / "none.warc"))) == ["unreadable"]

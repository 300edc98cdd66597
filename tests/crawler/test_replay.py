"""Standard tools read what we write: digests, records, and a page as it was on a day.

The replay below knows nothing of ``crawler``: CDXJ lines, an offset and warcio are enough.
"""

from __future__ import annotations

import io
import json
import threading
import urllib.request
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.recordloader import ArcWarcRecord

from crawler import merging
from crawler.archive import Archive, Request, Told
from crawler.shelves import Shelf

URL = "https://www.baoa.vn/Ocop.html?id=7"
KEY = "vn,baoa)/ocop.html?id=7"
HTML = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("ETag", "1"))
FIRST, SECOND = (f"<p>Tỉnh có {count} sản phẩm OCOP</p>".encode() for count in (48, 49))
DAY = timedelta(days=1)
ANY = WarcRecordType.any_type
TOLD = Told("bao_a", "https://baoa.vn/rss", "feed", title="Tỉnh có 48 sản phẩm OCOP")


def fill(archive: Archive, moment: datetime) -> None:
    """Five days: new, unchanged, not modified, changed, not modified."""
    archive.add_response(URL, 200, HTML, FIRST, moment, Request(), told=TOLD)
    archive.add_response(URL, 200, HTML, FIRST, moment + DAY, Request(), told=TOLD)
    archive.add_not_modified(URL, (("ETag", "1"),), moment + 2 * DAY, Request())
    archive.add_response(URL, 200, HTML, SECOND, moment + 3 * DAY, Request())
    archive.add_not_modified(URL, (("ETag", "1"),), moment + 4 * DAY)
    archive.add_response("http://a.vn/qd.pdf", 200, (), b"%PDF-1.4", moment)


@pytest.fixture(params=["one writer", "shelves, record by record", "shelves, whole files"])
def corpus(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    moment: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    if request.param == "one writer":
        with Archive(tmp_path) as archive:
            fill(archive, moment)
        return tmp_path
    if request.param.endswith("whole files"):
        monkeypatch.setattr(merging, "WHOLE_FROM", 0)
    for again in range(2):
        shelf = Shelf(tmp_path)
        fill(shelf, moment + again * 9 * DAY)
        shelf.close()
    return tmp_path


def replayed(corpus: Path, key: str, time: str) -> tuple[str, bytes]:
    """Status and payload of the capture with this key that is closest to a time."""
    lines = [
        (stamp, json.loads(fields))
        for line in (corpus / "index.cdxj").read_text("ascii").splitlines()
        for name, stamp, fields in [line.split(" ", 2)]
        if name == key
    ]
    closest = min(lines, key=lambda one: abs(int(one[0]) - int(time)))[1]
    record = loaded(corpus, closest)
    if record.rec_type != "revisit":
        return record.http_headers.get_statuscode(), record.content_stream().read()
    address = record.rec_headers.get_header("WARC-Refers-To-Target-URI")
    date = record.rec_headers.get_header("WARC-Refers-To-Date")
    stamp = "".join(filter(str.isdigit, date))
    original = next(one for at, one in lines if at == stamp and one["url"] == address)
    return "200", loaded(corpus, original).content_stream().read()


def loaded(corpus: Path, fields: dict[str, str]) -> ArcWarcRecord:
    with (corpus / fields["filename"]).open("rb") as file:
        file.seek(int(fields["offset"]))
        member = file.read(int(fields["length"]))
    return next(iter(ArchiveIterator(io.BytesIO(member), check_digests="raise")))


@pytest.fixture
def served(corpus: Path) -> Iterator[str]:
    """A small wayback machine: ``/<time>`` gives the page as it was."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, payload = replayed(corpus, KEY, self.path.removeprefix("/"))
            self.send_response(int(status))
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_is_served_as_it_was_on_each_day(served: str) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    days = {day: FIRST if day < 25 else SECOND for day in range(22, 27)}
    for day, payload in days.items():
        with opener.open(f"{served}/202611{day}074522") as answer:
            assert (answer.status, answer.read()) == (200, payload)


def test_warcio_finds_every_digest_true(corpus: Path) -> None:
    checker = Checker(type("Options", (), {"inputs": [], "verbose": False})())
    for path in sorted((corpus / "warc").iterdir()):
        checker.process_one(str(path))
    assert checker.exit_value == 0


def test_fastwarc_verifies_every_block_and_payload(corpus: Path) -> None:
    kinds: Counter[str] = Counter()
    for path in sorted((corpus / "warc").iterdir()):
        for record in FastIterator(str(path), record_types=ANY, parse_http=False):
            assert record.verify_block_digest()
            kinds[str(record.headers.get("WARC-Type"))] += 1
        for record in FastIterator(str(path), record_types=ANY):
            if str(record.headers.get("WARC-Type")) in ("request", "response", "resource"):
                assert record.verify_payload_digest()
    one = {"request": 4, "metadata": 4, "response": 3, "revisit": 3, "warcinfo": 1}
    of_a_second = {"request": 4, "metadata": 4, "revisit": 6, "warcinfo": 1}
    if kinds["request"] == 4:
        assert kinds == one
    elif kinds["warcinfo"] == 1:  # the second shelf was taken in record by record
        assert kinds == Counter(one) + Counter(of_a_second) - Counter(warcinfo=1)
    else:
        assert kinds == Counter(one) + Counter(of_a_second)


def test_each_capture_event_has_one_date_and_is_linked(corpus: Path) -> None:
    """5.4: records of one capture event share their WARC-Date; 5.7: they name one another."""
    dates: dict[str, str] = {}
    linked = []
    for path in sorted((corpus / "warc").iterdir()):
        with path.open("rb") as file:
            for one in ArchiveIterator(file):
                header = one.rec_headers.get_header
                dates[header("WARC-Record-ID")] = header("WARC-Date")
                if one.rec_type in ("request", "metadata"):
                    linked.append((header("WARC-Concurrent-To"), header("WARC-Date")))
    assert len(linked) >= 8
    assert all(dates[answer] == date for answer, date in linked)

"""Crawls in processes of their own: killed at random moments, or many at once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive, Told
from crawler.ledger import Ledger

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


CRAWLS = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from crawler.archive import Told
from crawler.shelves import Shelf, collect

corpus, name = Path(sys.argv[1]), sys.argv[2]
start = datetime(2026, 11, 22, tzinfo=UTC)
for night in range(4):
    collect(corpus)
    shelf = Shelf(corpus)
    moment = start + timedelta(days=night)
    for number in range(8):
        url, payload = f"http://{name}.vn/{number}", b"%d %d" % (number, night // 2)
        shelf.add_response(url, 200, (), payload, moment, told=Told(name))
    shelf.close()
    assert not shelf.faults, shelf.faults
    for number in range(8):  # every night all is there, whatever the others do
        assert len(shelf.at(f"http://{name}.vn/{number}")) == night + 1
"""


def test_crawls_that_begin_and_end_at_once_do_not_spoil_each_other(tmp_path: Path) -> None:
    names = ("a", "b", "c", "d")
    crawls = [subprocess.Popen([sys.executable, "-c", CRAWLS, str(tmp_path), one]) for one in names]
    assert [one.wait() for one in crawls] == [0] * len(names)
    with Archive(tmp_path) as archive:
        captures = list(archive.captures(revisits=True))
        assert Counter(one.url for one in captures) == {
            f"http://{name}.vn/{number}": 4 for name in names for number in range(8)
        }
        assert Counter(one.media_type == "warc/revisit" for one in captures) == {
            False: 64,  # 0 and 2: a new payload, 1 and 3: the same as the night before
            True: 64,
        }
        for one in captures:
            archive.payload(one)
            told = archive.told(one)
            assert told is not None
            assert f"http://{told.source_id}.vn/" in one.url
        index = archive.index.path.read_bytes()
        archive.rebuild_index()
        assert archive.faults == []
    assert archive.index.path.read_bytes() == index
    assert list((tmp_path / "shelves").iterdir()) == [tmp_path / "shelves" / ".door"]

"""Runs a merge again and again, killing it before its 1st, 2nd … N-th step on the disk.

A step is: a file opened for writing, renamed, removed, cut or synced, a folder made or
removed. After each kill the archives are opened and the merge is run once more; then
nothing may be lost, and nothing may be there twice. Run by ``test_merging.py`` as a process
of its own, because it forks. Prints the number of steps.

Arguments: scenario, folder to work in.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from crawler import merging
from crawler.archive import Archive, Request, Told
from crawler.beginning import agree
from crawler.captures import Capture
from crawler.ledger import Ledger
from crawler.merging import merge
from crawler.shelves import Shelf, collect

START = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
HTML = (("Content-Type", "text/html"), ("ETag", '"1"'))
CHANGING = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"}


def fill(archive: Archive, numbers: range, hours: int) -> None:
    for number in numbers:
        moment = START + timedelta(hours=hours, minutes=number)
        payload = b"%d products " % number * 30
        url = f"http://a.vn/{number}"
        told = Told("bao_a", title=f"n {number}")
        archive.add_response(url, 200, HTML, payload, moment, Request(), told=told)
    archive.add_not_modified(f"http://a.vn/{numbers[0]}", (), START + timedelta(hours=hours + 9))


def begun(corpus: Path) -> Ledger:
    """The ledger as the next crawl finds it."""
    ledger = Ledger(corpus / "ledger.sqlite", now=lambda: START)
    agree(ledger, corpus, lambda _: None)
    return ledger


def dead_shelf(corpus: Path, numbers: range, hours: int) -> None:
    """A shelf whose writer was killed: its lock is free, its journal is there."""
    shelf = Shelf(corpus)
    fill(shelf, numbers, hours)
    shelf.release()


def prepare(scenario: str, root: Path) -> None:
    with Archive(root / "corpus") as main:
        fill(main, range(3), 0)
    if "ledger" in scenario:  # it knows the corpus, and nothing of the shelves
        begun(root / "corpus").close()
    if scenario.startswith("shelves"):
        dead_shelf(root / "corpus", range(2, 4), 24)
        dead_shelf(root / "corpus", range(8, 9), 25)
        return
    with Archive(root / "other") as other:
        fill(other, range(2), 0)  # the same captures as in the corpus
        fill(other, range(3, 6), 48)
    dead_shelf(root / "other", range(20, 21), 72)


def act(scenario: str, root: Path) -> None:
    if scenario.endswith("whole"):
        merging.WHOLE_FROM = 0
    if scenario.startswith("shelves ledger"):
        begun(root / "corpus").close()
    elif scenario.startswith("shelves"):
        collect(root / "corpus")
    else:
        merge(root / "other", root / "corpus")


def kill_before(step: int) -> Callable[[], int]:
    """Count the steps of this process, and kill it before one of them."""
    count = 0

    def here(*_: object) -> None:
        nonlocal count
        count += 1
        if count == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & 3
        if writing or event in CHANGING:
            here()

    os.fsync = here  # type: ignore[assignment]
    sys.addaudithook(hook)
    return lambda: count


def run_killed(scenario: str, root: Path, step: int) -> bool:
    """Whether it was killed; False: it ended before that step."""
    child = os.fork()
    if child == 0:
        kill_before(step)
        act(scenario, root)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


def identity(capture: Capture) -> tuple[object, ...]:
    return capture.url, capture.fetched_at, capture.status, capture.digest


def everything(archive: Archive) -> Counter[tuple[object, ...]]:
    """All captures of the index; each payload is read, and what was told of responses."""
    found = list(archive.captures(revisits=True))
    for one in found:
        archive.payload(one)
        if one.status == 200:
            told = archive.told(one)
            assert told is not None
            assert told.source_id == "bao_a"
    return Counter(map(identity, found))


def in_files(root: Path) -> Iterator[tuple[str, str, str]]:
    """Every record in the WARC files themselves."""
    for path in sorted((root / "warc").glob("*.warc.gz")):
        with path.open("rb") as file:
            for one in ArchiveIterator(file, check_digests="raise"):
                if one.rec_type != "warcinfo":
                    header = one.rec_headers.get_header
                    yield one.rec_type, header("WARC-Target-URI"), header("WARC-Date")


def check(scenario: str, root: Path, wanted: Counter[tuple[object, ...]], files: Counter) -> None:  # type: ignore[type-arg]
    corpus = root / "corpus"
    after_kill = everything(Archive(corpus))
    assert not after_kill - wanted, "something is there twice after the kill"
    act(scenario, root)
    with Archive(corpus) as archive:
        assert everything(archive) == wanted, "lost or doubled"
        assert archive.faults == []
        index = archive.index.path.read_bytes()
        archive.rebuild_index()
    assert archive.index.path.read_bytes() == index
    assert Counter(in_files(corpus)) == files, "records are lost or doubled"
    assert [one.name for one in (corpus / "shelves").glob("*")] in ([], [".door"])
    assert not list((corpus / "warc").glob("*.part"))
    if "ledger" in scenario:
        with begun(corpus) as ledger:
            known = {one.url for one in ledger.documents("bao_a")}
        assert known == {url for url, *_ in wanted}


def main(scenario: str, root: Path) -> int:
    os.fsync = lambda _: None  # type: ignore[assignment]  # a kill leaves the disk's cache alone
    prepare(scenario, root / "given")
    shutil.copytree(root / "given", root / "undisturbed")
    act(scenario, root / "undisturbed")
    wanted = everything(Archive(root / "undisturbed" / "corpus"))
    files = Counter(in_files(root / "undisturbed" / "corpus"))
    assert wanted
    assert set(wanted.values()) == set(files.values()) == {1}
    step = 1
    while True:
        shutil.copytree(root / "given", root / "killed")
        if not run_killed(scenario, root / "killed", step):
            return step - 1
        try:
            check(scenario, root / "killed", wanted, files)
        except BaseException:
            sys.stderr.write(f"killed before step {step}\n")
            raise
        shutil.rmtree(root / "killed")
        step += 1


if __name__ == "__main__":
    sys.stdout.write(f"{main(sys.argv[1], Path(sys.argv[2]))}\n")

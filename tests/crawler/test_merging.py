"""One archive into another: nothing is lost, nothing is there twice, whatever stops it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from crawler import merging
from crawler.archive import Archive, ArchiveError, Request, Told
from crawler.lock import WriterAtWorkError
from crawler.merging import merge

HTML = (("Content-Type", "text/html"),)
DAY = timedelta(days=1)


def fill(root: Path, moment: datetime, numbers: range) -> None:
    with Archive(root) as archive:
        for number in numbers:
            url, payload = f"http://a.vn/{number}", b"%d" % number * 99
            archive.add_response(
                url, 200, HTML, payload, moment, Request(), told=Told("bao_a", title=str(number))
            )


def urls(root: Path) -> list[str]:
    archive = Archive(root)
    for one in archive.captures(revisits=True):
        archive.payload(one)
    return [one.url.removeprefix("http://a.vn/") for one in archive.captures(revisits=True)]


def tree(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(params=["record by record", "whole files"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "whole files":
        monkeypatch.setattr(merging, "WHOLE_FROM", 0)
    return str(request.param)


def test_two_corpora_become_one(tmp_path: Path, moment: datetime, way: str) -> None:
    fill(tmp_path / "here", moment, range(3))
    fill(tmp_path / "there", moment, range(1, 6))
    before = tree(tmp_path / "there")
    done = merge(tmp_path / "there", tmp_path / "here")
    assert (done.captures, done.known, done.faults) == (3, 2, [])
    assert urls(tmp_path / "here") == ["0", "1", "2", "3", "4", "5"]
    assert tree(tmp_path / "there") == before
    with Archive(tmp_path / "here") as archive:
        told = [archive.told(one) for one in archive.captures()]
        assert [one.title for one in told if one] == ["0", "1", "2", "3", "4", "5"]
        index = archive.index.path.read_bytes()
        archive.rebuild_index()
    assert archive.index.path.read_bytes() == index


def test_merging_again_takes_in_what_has_come_since(
    tmp_path: Path, moment: datetime, way: str
) -> None:
    fill(tmp_path / "there", moment, range(3))
    assert merge(tmp_path / "there", tmp_path / "here").captures == 3
    before = tree(tmp_path / "here")
    done = merge(tmp_path / "there", tmp_path / "here")
    assert (done.captures, done.known) == (0, 3)
    assert tree(tmp_path / "here") == before
    fill(tmp_path / "there", moment, range(3, 5))
    assert merge(tmp_path / "there", tmp_path / "here").captures == 2
    assert urls(tmp_path / "here") == ["0", "1", "2", "3", "4"]


def test_files_of_the_same_name_stay_apart(tmp_path: Path, moment: datetime, way: str) -> None:
    for name, numbers in (("x", range(2)), ("y", range(2, 4)), ("z", range(4, 6))):
        fill(tmp_path / name, moment, numbers)
    for name in ("y", "z"):
        assert merge(tmp_path / name, tmp_path / "x").captures == 2
    assert urls(tmp_path / "x") == ["0", "1", "2", "3", "4", "5"]
    files = sorted(path.name for path in (tmp_path / "x" / "warc").iterdir())
    count = 3 if way == "whole files" else 1
    assert files == [f"ocop-{number:05d}.warc.gz" for number in range(count)]
    fill(tmp_path / "x", moment, range(6, 7))  # writing goes on
    assert len(urls(tmp_path / "x")) == 7


def test_a_revisit_and_its_payload_come_together(
    tmp_path: Path, moment: datetime, way: str
) -> None:
    fill(tmp_path / "there", moment, range(1))
    with Archive(tmp_path / "there") as archive:
        archive.add_not_modified("http://a.vn/0", (), moment + DAY)
        archive.add_resource(b"x", url="file:///x", media_type="text/plain", fetched_at=moment)
    assert merge(tmp_path / "there", tmp_path / "here").captures == 3
    assert urls(tmp_path / "here") == ["file:///x", "0", "0"]
    with Archive(tmp_path / "third") as archive:  # the same bytes under another name
        archive.add_resource(b"x", url="file:///y", media_type="text/plain", fetched_at=moment)
    done = merge(tmp_path / "third", tmp_path / "here")
    assert (done.captures, done.known) == (0, 1)


def test_a_damaged_record_is_left_behind_and_named(tmp_path: Path, moment: datetime) -> None:
    fill(tmp_path / "there", moment, range(3))
    (_, second, _) = Archive(tmp_path / "there").captures()
    path = tmp_path / "there" / second.warc
    data = bytearray(path.read_bytes())
    data[second.offset + second.length // 2] ^= 0xFF
    path.write_bytes(bytes(data))
    done = merge(tmp_path / "there", tmp_path / "here")
    assert (done.captures, [one.code for one in done.faults]) == (2, ["damaged_record"])
    assert done.faults[0].where == f"ocop-00000.warc.gz at byte {second.offset}"
    assert urls(tmp_path / "here") == ["0", "2"]


def test_a_copy_that_was_cut_gives_what_it_holds(
    tmp_path: Path, moment: datetime, way: str
) -> None:
    fill(tmp_path / "there", moment, range(3))
    *_, last = Archive(tmp_path / "there").captures()
    os.truncate(tmp_path / "there" / last.warc, last.offset + 9)
    done = merge(tmp_path / "there", tmp_path / "here")
    assert (done.captures, [one.code for one in done.faults]) == (2, ["damaged_record"])
    assert urls(tmp_path / "here") == ["0", "1"]


@pytest.mark.parametrize("source", ["none", "here", "empty"])
def test_what_cannot_be_merged_is_said(tmp_path: Path, moment: datetime, source: str) -> None:
    fill(tmp_path / "here", moment, range(1))
    (tmp_path / "empty").mkdir()
    said = "into itself" if source == "here" else r"holds no index\.cdxj: give.*ocop ingest"
    with pytest.raises(ArchiveError, match=said):
        merge(tmp_path / source, tmp_path / "here")
    assert not (tmp_path / "none").exists()


def test_another_writer_is_waited_for_in_vain(tmp_path: Path, moment: datetime) -> None:
    fill(tmp_path / "there", moment, range(1))
    with Archive(tmp_path / "here") as archive:
        archive.begin_writing()
        with pytest.raises(WriterAtWorkError, match="wait until it has ended"):
            merge(tmp_path / "there", tmp_path / "here", patience=0.1)


@pytest.mark.parametrize(
    ("scenario", "steps"),
    [
        ("shelves", 60),
        ("shelves whole", 60),
        ("shelves ledger", 60),
        ("corpora", 25),
        ("corpora whole", 25),
    ],
)
def test_killed_at_any_step_nothing_is_lost_or_doubled(
    tmp_path: Path, scenario: str, steps: int
) -> None:
    """``kill_at_each_step.py`` holds the checks; ``steps`` is a floor: it did find steps."""
    script = Path(__file__).with_name("kill_at_each_step.py")
    ran = subprocess.run(
        [sys.executable, str(script), scenario, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert int(ran.stdout) >= steps

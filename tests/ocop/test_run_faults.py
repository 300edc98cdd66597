"""Bad inputs, full disks and killed runs: every fault is told, everything else is done."""

from __future__ import annotations

import errno
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Ocop

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000000000500010d0a2db40000000049454e44ae426082"
)


def issues_in(outputs: Path) -> list[dict[str, object]]:
    lines = (outputs / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file that a person may look at, by name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


@pytest.fixture
def bad_folder(documents: Path, nghe_an: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    (documents / "empty.html").touch()
    with (documents / "one-line.txt").open("wb") as out:
        for _ in range(50):
            out.write(b"48 san pham " * 87_382)
    (documents / "picture.html").write_bytes(PNG)
    (documents / "broken.txt").write_bytes("Đường làng sạch đẹp. ".encode() * 20 + b"\xc3( \xff")
    (documents / "loop").symlink_to(documents, target_is_directory=True)
    (documents / "secret.txt").write_text("không ai được đọc", encoding="utf-8")
    (documents / "cut.warc.gz").write_bytes(_warc()[:-40])
    _refuse(documents / "secret.txt", monkeypatch)
    return documents


def _warc() -> bytes:
    """Two records, a member each, as any crawler writes them."""
    return b"".join(
        gzip.compress(
            b"WARC/1.0\r\nWARC-Type: resource\r\n"
            b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000%d>\r\n"
            b"WARC-Target-URI: https://example.vn/%d\r\nWARC-Date: 2020-12-15T00:00:00Z\r\n"
            b"Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n"
            % (number, number, len(body), body)
        )
        for number, body in enumerate((b"Trang 1. " * 60, os.urandom(400).hex().encode()))
    )


def _refuse(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make ``path`` unreadable, for the superuser as well."""
    whole = Path.open

    def refusing(self: Path, *args: object, **named: object) -> object:
        if self == path:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return whole(self, *args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)


def test_bad_inputs_become_issues_and_the_rest_is_read(
    ocop: Ocop, bad_folder: Path, outputs: Path
) -> None:
    answer = ocop("run", bad_folder, "--jobs", "0")
    assert answer.code == 3
    issues = issues_in(outputs)
    for name in (
        "empty.html",
        "one-line.txt",
        "picture.html",
        "broken.txt",
        "loop",
        "secret.txt",
        "cut.warc.gz",
    ):
        mine = [issue for issue in issues if name in str(issue["where"])]
        assert mine, f"{name} gave no issue"
        for issue in mine:
            assert issue["message"], issue
            assert str(issue["advice"]).endswith("."), issue
    found = {issue["code"] for issue in issues}
    assert {"empty_file", "too_large", "unreadable", "symlink_loop"} <= found
    explained = ocop("run", "--json").json()
    assert isinstance(explained, dict)
    assert explained["documents"] >= 3
    assert {cell["value"] for cell in explained["table"]} >= {48, 26}


def test_the_first_lost_inputs_are_named_with_what_to_do(ocop: Ocop, bad_folder: Path) -> None:
    answer = ocop("run", bad_folder)
    assert "empty.html" in answer.err
    assert "→" in answer.err
    assert "empty_file 1" in answer.out
    assert "Traceback" not in answer.err


def test_faults_stay_until_the_path_is_mended(
    ocop: Ocop, documents: Path, outputs: Path, nghe_an: str
) -> None:
    (documents / "empty.html").touch()
    assert ocop("run", documents).code == 3
    assert ocop("run").code == 3, "a run without paths must not forget"
    (documents / "empty.html").write_text(nghe_an.replace("48", "49"), encoding="utf-8")
    assert ocop("run", documents).code == 0
    assert [issue for issue in issues_in(outputs) if issue["code"] == "empty_file"] == []


def test_the_number_of_processes_and_the_order_of_taking_in_do_not_matter(
    ocop: Ocop, documents: Path, outputs: Path
) -> None:
    assert ocop("run", documents, "--jobs", "0").code == 0
    alone = tree(outputs)
    assert ocop("run", documents, "--jobs", "2").code == 0
    assert tree(outputs) == alone


@pytest.mark.parametrize("nth", [1, 2, 5, 9])
def test_a_full_disk_leaves_the_old_outputs_and_says_so(
    ocop: Ocop,
    documents: Path,
    outputs: Path,
    nghe_an: str,
    monkeypatch: pytest.MonkeyPatch,
    nth: int,
) -> None:
    assert ocop("run", documents).code == 0
    before = tree(outputs)
    (documents / "more.txt").write_text(nghe_an.replace("48", "50"), encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", _failing(os.fsync, nth, OSError(errno.ENOSPC, "No space")))
        answer = ocop("run", documents)
    assert answer.code == 1
    assert "No space" in answer.err
    assert "Traceback" not in answer.err
    assert {name: tree(outputs)[name] for name in before if not name.startswith(".")} == {
        name: content for name, content in before.items() if not name.startswith(".")
    }
    assert ocop("run", documents).code == 0


def _failing(call: Callable[[int], None], nth: int, error: BaseException) -> Callable[[int], None]:
    calls = iter(range(1, 1_000_000))

    def failing(handle: int) -> None:
        if next(calls) == nth:
            raise error
        call(handle)

    return failing


def test_runs_that_stop_between_two_renames_are_mended_by_the_next(
    ocop: Ocop, documents: Path, outputs: Path, nghe_an: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ocop("run", documents).code == 0
    (documents / "more.txt").write_text(nghe_an.replace("48", "50"), encoding="utf-8")
    whole = Path.replace
    for nth in (1, 4, 8, 12):
        renames = iter(range(1, 1_000_000))

        def stopping(self: Path, target: Path, nth: int = nth, renames: object = renames) -> Path:
            if self.parent.name.startswith(".unfinished") and next(renames) == nth:  # type: ignore[call-overload]
                raise KeyboardInterrupt
            return whole(self, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", stopping)
            assert ocop("run", documents).code == 130
    assert ocop("table").code == 0
    mended = tree(outputs)
    assert ocop("run", documents, "--jobs", "0").code == 0
    assert tree(outputs) == mended


def _start(workspace: Path, documents: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "ocop", "run", str(documents), "-w", str(workspace), "-j", "2"],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1600000000"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _journal_has_lines(workspace: Path) -> bool:
    journal = workspace / "corpus" / "index.journal"
    return journal.exists() and journal.stat().st_size > 2000


def _reading_has_begun(workspace: Path) -> bool:
    corpus = workspace / "corpus"
    return (corpus / "index.cdxj").exists() and not (corpus / "index.journal").exists()


def _export_has_begun(workspace: Path) -> bool:
    return (workspace / "outputs" / ".extracted").exists()


def test_a_killed_run_done_again_gives_what_an_undisturbed_run_gives(
    tmp_path: Path, documents: Path, nghe_an: str
) -> None:
    for number in range(150):
        text = nghe_an.replace("48", str(100 + number)) + "Chương trình OCOP. " * 50
        (documents / f"more-{number}.txt").write_text(text, encoding="utf-8")
    undisturbed, killed = tmp_path / "undisturbed", tmp_path / "killed"
    assert _start(undisturbed, documents).wait() == 0
    for moment in (_journal_has_lines, _reading_has_begun, _export_has_begun):
        run = _start(killed, documents)
        while not moment(killed) and run.poll() is None:
            time.sleep(0.002)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    assert _start(killed, documents).wait() == 0
    assert tree(killed / "outputs") == tree(undisturbed / "outputs")

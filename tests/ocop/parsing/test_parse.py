"""A reader may die, hang, eat or lie: it costs its document, and nothing of it stays."""

from __future__ import annotations

import os
import secrets
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from extract.documents.load import load
from extract.model import Document, SourceInfo
from ocop.engines import work_in_processes
from ocop.guard import Limits
from ocop.parsing import Allowance, Parser, children, landlock
from ocop.parsing.confinement import leave_network

pytestmark = [pytest.mark.usefixtures("children"), pytest.mark.xdist_group("children")]

SHORT = Parser(Allowance(seconds=1.0))


def order(word: str, rest: object = "") -> bytes:
    """A payload that makes the reader do ``word``."""
    return f"GIF8{word} {rest}".encode()


def parse(payload: bytes, parser: Parser | None = None) -> Document:
    return (parser or Parser()).parse(payload, document_id="d", url="https://a.vn/x")


def code(document: Document) -> str:
    assert document.text == ""
    (issue,) = document.issues
    assert issue.where == "https://a.vn/x"
    assert issue.document_id == "d"
    assert issue.advice
    return issue.code


def family(mark: int) -> set[str]:
    """Processes that a child started under this mark and that still live."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if f"300.{mark}".encode() in (process / "cmdline").read_bytes():
                found.add(process.name)
    return found


def wait_for_family(mark: int) -> set[str]:
    """The processes of the mark, when both have been started."""
    end = time.monotonic() + 30
    while time.monotonic() < end and len(found := family(mark)) < 2:
        time.sleep(0.01)
    return found


def test_a_child_reads_as_this_process_does() -> None:
    for payload in (order("say", "48 sản phẩm OCOP"), order("merge", "Vải"), order("refuse")):
        given = {"document_id": "d", "url": "https://a.vn/x", "source": SourceInfo(province="Huế")}
        assert Parser().parse(payload, **given) == load(payload, **given)


def test_text_is_read_without_a_child() -> None:
    document = parse("<p>Nghệ An có 48 sản phẩm OCOP</p>".encode())
    assert document.text == "Nghệ An có 48 sản phẩm OCOP"
    assert children._reader is None


def test_a_reader_that_breaks_is_reported_by_its_line_not_by_the_words_of_the_payload() -> None:
    document = parse(order("break", "bí mật"))
    assert code(document) == "reader_broke"
    assert "TypeError in obedient.py:" in document.issues[0].message
    assert "bí mật" not in document.issues[0].message


@pytest.mark.parametrize("number", ["11", "6", "9"])
def test_a_reader_that_dies_costs_its_document_and_the_next_is_read(number: str) -> None:
    assert code(parse(order("signal", number))) == "reader_died"
    assert parse(order("say", "tốt")).text == "tốt"


def test_memory_is_bounded() -> None:
    assert code(parse(order("eat"))) == "too_much_memory"
    assert parse(order("say", "tốt")).text == "tốt"


def test_a_hang_ends_with_all_that_it_started_and_leaves_no_file(tmp_path: Path) -> None:
    mark = secrets.randbits(40)
    with ThreadPoolExecutor(1) as beside:
        seen = beside.submit(wait_for_family, mark)
        assert code(parse(order("hang", mark), Parser(Allowance(seconds=3.0)))) == "too_slow"
        assert len(seen.result()) == 2
    assert family(mark) == set()
    assert [*(tmp_path / "temporary").iterdir()] == []


def test_programs_that_a_good_child_leaves_behind_end_with_it() -> None:
    mark = secrets.randbits(40)
    assert len(parse(order("leave", mark)).text.split()) == 2
    assert family(mark) == set()


def test_code_that_never_comes_back_is_ended() -> None:
    assert code(parse(order("spin"), SHORT)) == "too_slow"


def test_what_is_sent_back_is_bounded() -> None:
    parser = Parser(Allowance(answer=100_000))
    assert code(parse(order("flood"), parser)) == "too_much_output"
    assert parse(order("say", "tốt"), parser).text == "tốt"


def test_a_large_scan_is_given_to_a_child_but_not_the_largest() -> None:
    payload = order("refuse", "x" * (21 << 20))
    assert code(parse(payload)) == "encrypted"
    assert code(parse(payload, Parser(Allowance(payload=1 << 20)))) == "too_large"


def test_text_beyond_the_limit_of_characters_is_refused() -> None:
    allowance = Allowance()
    few = replace(allowance, limits=replace(allowance.limits, characters=1000))
    assert code(parse(order("flood"), Parser(few))) == "too_much_output"


def test_files_that_a_reader_writes_are_bounded() -> None:
    parser = Parser(Allowance(file=1 << 20))
    assert code(parse(order("scribble"), parser)) == "reader_broke"
    assert parse(order("scribble")).text == "written"


def test_a_reader_has_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        document = parse(order("connect", server.getsockname()[1]))
        assert code(document) == "reader_broke"
        assert "PermissionError" in document.issues[0].message
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.skipif(landlock._version() < 1, reason="this kernel has no Landlock")
@pytest.mark.parametrize("word", ["spoil", "program_spoil"])
def test_a_reader_writes_nowhere_but_in_its_folder(word: str, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("good", encoding="ascii")
    for path in (mine, tmp_path / "new.txt"):
        document = parse(order(word, path))
        assert document.text == "fine" or code(document) == "reader_broke"
    assert mine.read_text(encoding="ascii") == "good"
    assert not (tmp_path / "new.txt").exists()


def _kernel_allows() -> bool:
    pid = os.fork()
    if pid == 0:
        os._exit(0 if leave_network() else 1)
    return os.waitpid(pid, 0)[1] == 0


@pytest.mark.skipif(not _kernel_allows(), reason="this kernel gives processes no network apart")
def test_a_program_that_a_reader_runs_has_no_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        assert parse(order("program", server.getsockname()[1])).text == "exit 1"
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_reader_lives_in_a_folder_of_its_own_and_knows_no_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECRET_KEY", "x")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    temporary, home, here, *names = parse(order("tell")).text.split()
    assert temporary == home == here
    assert Path(temporary).name.startswith("ocop-paper-")
    assert not Path(temporary).exists()
    assert not {"SECRET_KEY", "HTTPS_PROXY"} & {*names}


def test_a_child_that_answers_nonsense_is_not_believed() -> None:
    assert code(parse(order("own"))) == "reader_died"


def test_a_zygote_that_dies_is_replaced() -> None:
    assert parse(order("say", "một")).text == "một"
    assert children._reader is not None
    children._reader._zygote.kill()
    assert code(parse(order("say", "hai"))) == "reader_died"
    assert parse(order("say", "ba")).text == "ba"


def test_an_interruption_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    mark = secrets.randbits(40)

    def interrupted(*_: object) -> bytes:
        assert wait_for_family(mark)
        raise KeyboardInterrupt

    monkeypatch.setattr(children, "_listen", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parse(order("hang", mark))
    assert family(mark) == set()


class _Parse:
    """Work of a worker process."""

    def __call__(self, payload: bytes) -> str:
        document = Parser(Allowance(seconds=4.0)).parse(payload, document_id="d")
        return document.text or document.issues[0].code


def test_workers_read_in_children_and_no_bad_payload_costs_a_good_one() -> None:
    items = [
        order("say", "một"),
        order("eat"),
        order("say", "hai"),
        order("hang", 1),
        order("signal", "9"),
        order("say", "ba"),
    ]
    # The time of a child is its own: the item's second is over long before.
    results = work_in_processes(_Parse(), items, jobs=2, limits=Limits(seconds=1.0), chunk=3)
    assert list(results) == ["một", "too_much_memory", "hai", "too_slow", "reader_died", "ba"]

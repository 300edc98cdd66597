"""A reader that does what its payload says: good and bad children on demand."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.documents import readers
from ocop.parsing.children import close

READER = """
import os, signal, socket, subprocess, sys, tempfile, time
from pathlib import Path
from extract.documents.means import UnreadableError
from extract.documents.paper import Cell, Paper, Paragraph, Row, Run
from extract.model import Issue, Origin, Page

def said(text):
    return Paper((Paragraph((Run(text, Origin(page=1)),)),), (Page(1, 595.0, 842.0),))

def read(payload, kind, means):
    word, _, rest = payload[4:].decode().partition(" ")
    return globals()["do_" + word](rest, means)

def do_say(text, means):
    return said(text)

def do_merge(text, means):
    cell = Cell((Run(text, Origin(sheet="A", cell="A1")),))
    rows = (Row((cell, Cell((Run("1", Origin(sheet="A", cell="B1")),)))), Row((cell, cell)))
    return Paper(rows, issues=(Issue("hidden_sheet", "Hidden.", "sheet B", "Look."),))

def do_refuse(text, means):
    raise UnreadableError("encrypted", "It is locked.", "Ask for the key.")

def do_break(text, means):
    raise TypeError(text)

def do_signal(number, means):
    os.kill(os.getpid(), int(number))

def do_eat(text, means):
    return bytearray(64 << 30)

def family(mark):
    return [subprocess.Popen(["sleep", f"300.{mark}"], start_new_session=new) for new in (0, 1)]

def do_hang(mark, means):
    family(mark)
    time.sleep(300)

def do_leave(mark, means):
    return said(" ".join(str(one.pid) for one in family(mark)))

def do_spin(text, means):
    while True:
        pass

def do_flood(text, means):
    return said("một " * 300_000)

def do_scribble(text, means):
    with open("big", "wb") as file:
        for _ in range(64):
            file.write(b"x" * (1 << 20))
    return said("written")

def do_spoil(path, means):
    with open(path, "w") as file:
        file.write("spoilt")
    return said("written")

def do_program_spoil(path, means):
    subprocess.run(["sh", "-c", f"echo spoilt > {path}; echo x > /dev/null && echo fine > own"])
    return said(Path("own").read_text().strip())

def do_connect(port, means):
    socket.create_connection(("127.0.0.1", int(port)), timeout=5)

def do_program(port, means):
    code = f"import socket; socket.create_connection(('127.0.0.1', {port}), timeout=5)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True)
    return said(f"exit {done.returncode}")

def do_tell(text, means):
    Path(tempfile.mkdtemp(), "x").write_text("x")
    names = " ".join(sorted(os.environ))
    return said(f"{tempfile.gettempdir()} {os.environ['HOME']} {os.getcwd()} {names}")

def do_memo(text, means):
    known = means.memo.get("page")
    means.memo.put("page", text.encode())
    return said(f"known {known}")

def do_own(text, means):
    os.write(max(int(fd) for fd in os.listdir("/proc/self/fd") if fd.isdigit()), b"x")
    os._exit(0)
"""


@pytest.fixture
def children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """GIF payloads are read by ``READER``, here and in the zygote."""
    folder = tmp_path / "readers"
    folder.mkdir()
    (folder / "obedient.py").write_text(READER, encoding="utf-8")
    (folder / "sitecustomize.py").write_text(
        textwrap.dedent("""
        from extract.documents import readers
        readers._READERS.clear()
        readers._READERS["image/gif"] = "obedient:read"
        """),
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(folder)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setitem(readers._READERS, "image/gif", "obedient:read")
    close()
    yield
    close()

"""DOC, RTF and ODT through LibreOffice: the same rows as in the DOCX that they came from."""

from __future__ import annotations

import http.server
import io
import os
import shutil
import stat
import subprocess
import threading
import time
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odf.draw import Frame, Image
from odf.opendocument import OpenDocumentText
from odf.text import P

from extract.documents import means
from extract.documents.load import load
from extract.documents.means import Limits, Means
from extract.model import BlockKind, Document

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)
ROWS = [
    ["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Hạng sao"],
    ["1", "Mật ong hoa nhãn", "HTX Ong Việt", "", "85,5", "4 sao"],
    ["2", "Trà xanh Bản Ven", "Công ty TNHH Bản Ven", "", "76", "4 sao"],
    ["3", "Miến dong", "Hộ Nguyễn Văn A", "xã Tân Hưng", "62,4", "3 sao"],
]


def rows(document: Document) -> list[list[str]]:
    return [
        [cell.text for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def decision() -> bytes:
    """A decision with a letterhead, merged cells, a head over all columns, a tracked change."""
    document = docx.Document()
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH BẮC GIANG"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    head.cell(1, 0).text = "Số: 12/QĐ-UBND"
    head.cell(1, 1).text = "Bắc Giang, ngày 12 tháng 5 năm 2024"
    node = document.add_paragraph("Công nhận ")
    deleted = '<w:del {} w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>45'
    node._p.append(parse_xml(deleted.format(nsdecls("w")) + "</w:delText></w:r></w:del>"))
    node.add_run("03 sản phẩm.")
    table = document.add_table(rows=4, cols=6, style="Table Grid")
    for row, words in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    table.cell(1, 3).merge(table.cell(2, 3)).text = "xã Xuân Lương"
    whole = table.add_row()
    whole.cells[0].merge(whole.cells[5]).text = "Tổng cộng: 03 sản phẩm"
    document.add_paragraph("Quyết định có hiệu lực kể từ ngày ký.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the decision in all formats."""
    folder = tmp_path_factory.mktemp("decision")
    (folder / "a.docx").write_bytes(decision())
    for suffix in ("doc", "rtf", "odt"):
        subprocess.run(
            [
                *("soffice", "--headless", f"-env:UserInstallation={(folder / 'p').as_uri()}"),
                *("--convert-to", suffix, "--outdir", str(folder), str(folder / "a.docx")),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return folder


@needs_office
@pytest.mark.xdist_group("office")
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_rows_are_those_of_the_docx(saved: Path, suffix: str) -> None:
    expected = load((saved / "a.docx").read_bytes(), document_id="d")
    found = load((saved / f"a.{suffix}").read_bytes(), document_id="d")
    assert rows(found) == rows(expected)
    assert [row[3] for row in rows(found)][1:3] == ["xã Xuân Lương"] * 2
    assert found.text == expected.text
    assert "45" not in found.text
    assert codes(found) == ["deleted_text"]
    assert found.published is not None
    assert found.published.date == "2024-05-12"


RTF = (
    r"{\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0\fnil\fcharset163 Times New Roman;}"
    r"{\f1\fnil\fcharset0 .VnTime;}}"
    r"\f0 C\u244?ng nh\u7853?n 12 s\u7843?n ph\u7849?m OCOP\par "
    r"C\'f4ng nh\'e2\'f2n 34 sa\'d2n ph\'e2\'d2m\par "
    r"\f1 s\'b6n ph\'c8m\par }"
)


@needs_office
@pytest.mark.xdist_group("office")
def test_rtf_with_escapes_of_unicode_windows_1258_and_old_fonts() -> None:
    found = load(RTF.encode("ascii"), document_id="d")
    # \'f2 is a dot below and \'d2 a hook above that follow their letter (windows-1258).
    assert found.text.split("\n") == [
        "Công nhận 12 sản phẩm OCOP",
        "Công nhận 34 sản phẩm",
        "sản phẩm",
    ]
    assert found.encoding == "tcvn3"


@needs_office
@pytest.mark.xdist_group("office")
def test_links_of_a_text_are_never_followed() -> None:
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def __getattr__(self, name: str):
            if name.startswith("do_"):
                return self.refuse
            raise AttributeError(name)

        def refuse(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    text = OpenDocumentText()
    frame = Frame(width="5cm", height="5cm")
    frame.addElement(Image(href=f"{address}/a.png", type="simple", show="embed", actuate="onLoad"))
    anchor = P(text="Có 12 sản phẩm")
    anchor.addElement(frame)
    text.text.addElement(anchor)
    buffer = io.BytesIO()
    text.save(buffer)
    found = load(buffer.getvalue(), document_id="d")
    server.shutdown()
    server.server_close()
    assert "12 sản phẩm" in found.text
    assert asked == []


@needs_office
@pytest.mark.xdist_group("office")
def test_a_broken_text_is_told(saved: Path) -> None:
    payload = (saved / "a.odt").read_bytes()
    assert codes(load(payload[: len(payload) // 2], document_id="d")) == ["damaged"]


def fake_office(folder: Path, script: str) -> Path:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_without_libreoffice_the_text_waits(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = load(RTF.encode("ascii"), document_id="d")
    assert codes(found) == ["needs_program"]
    assert "apt-get install libreoffice" in found.issues[0].advice


def test_a_failing_libreoffice_is_told(tmp_path, monkeypatch) -> None:
    fake_office(tmp_path, "echo 'no licence' >&2; exit 7")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    found = load(RTF.encode("ascii"), document_id="d")
    assert codes(found) == ["program_failed"]
    assert "no licence" in found.issues[0].message


def test_a_libreoffice_that_makes_nothing_is_told(tmp_path, monkeypatch) -> None:
    fake_office(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert codes(load(RTF.encode("ascii"), document_id="d")) == ["damaged"]


def test_a_hanging_libreoffice_ends_with_what_it_started(tmp_path, monkeypatch) -> None:
    noted = tmp_path / "pid"
    fake_office(tmp_path, f"sleep 300 & echo $! > {noted}; wait")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    limits = Limits(seconds=1.0)
    found = load(RTF.encode("ascii"), document_id="d", means=Means(limits))
    assert codes(found) == ["too_slow"]
    started = int(noted.read_text())
    until = time.monotonic() + 20
    while _runs(started) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _runs(started)


def _runs(pid: int) -> bool:
    """Whether a process still runs; one that only waits to be collected does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_profiles_forbid_macros_and_links(tmp_path, monkeypatch) -> None:
    kept = tmp_path / "kept"
    copy = 'for a in "$@"; do case $a in -env:UserInstallation=file://*) '
    copy += f'cp -r "${{a#-env:UserInstallation=file://}}" {kept};; esac; done'
    fake_office(tmp_path, copy)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    load(RTF.encode("ascii"), document_id="d")
    settings = (kept / "user" / "registrymodifications.xcu").read_text()
    for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "DisableActiveContent"):
        assert f'"{name}" oor:op="fuse"><value>true</value>' in settings


def test_programs_get_what_they_are_given() -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils is not installed")
    with pytest.raises(means.UnreadableError) as error:
        means.run("pdftotext", ["-", "-"], given=b"no PDF")
    assert error.value.code == "program_failed"

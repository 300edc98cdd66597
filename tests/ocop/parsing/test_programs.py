"""Confined as they are, the programs do their work; and text needs none of all this."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from ocop.guard import Failure, Fate, Limits, guarded, own_time
from ocop.parsing import Allowance, Parser, children, parse
from ocop.parsing.children import Answer

WORDS = "OCOP 48 OCOP"


def scan() -> bytes:
    """A picture of some words."""
    page = Image.new("L", (900, 300), 255)
    ImageDraw.Draw(page).text((60, 100), WORDS, font=ImageFont.load_default(48), fill=0)
    made = io.BytesIO()
    page.save(made, "PNG", dpi=(200, 200))
    return made.getvalue()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice (soffice)")
def test_libreoffice_works_in_a_child_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    children.close()
    rtf = rb"{\rtf1\ansi Quy\u7871?t \u273?\u7883?nh 48 s\u7843?n ph\u7849?m OCOP\par}"
    document = Parser().parse(rtf, document_id="d")
    children.close()
    assert document.text == "Quyết định 48 sản phẩm OCOP"
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs Tesseract (tesseract)")
def test_tesseract_works_in_a_child_and_reads_no_page_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Answer] = []
    read_in_child = parse.read_in_child

    def watched(*arguments: object) -> Answer:
        answers.append(read_in_child(*arguments))
        return answers[-1]

    monkeypatch.setattr(parse, "read_in_child", watched)
    first = Parser(outputs=tmp_path).parse(scan(), document_id="d")
    assert first.text == WORDS
    pages = {path: path.stat().st_mtime_ns for path in recognised(tmp_path)}
    assert pages
    # Another version reads the picture again, but nothing is recognised anew.
    later = Parser(Allowance(seconds=500), tmp_path).parse(scan(), document_id="d")
    assert later == first
    assert len(answers) == 2
    assert {path: path.stat().st_mtime_ns for path in recognised(tmp_path)} == pages


def recognised(outputs: Path) -> list[Path]:
    return [path for path in (outputs / parse.RECOGNISED).rglob("*") if path.is_file()]


def test_text_loads_no_library_of_binary_formats() -> None:
    """The front door opens as fast as before PDF, pictures and office files were read."""
    code = (
        "import sys, ocop.cli, ocop.pipeline\n"
        "from ocop.parsing import Parser\n"
        "Parser().parse(b'<p>Co 48 san pham OCOP</p>', document_id='d')\n"
        "heavy = {'cv2', 'pypdfium2', 'pdfplumber', 'docx', 'python_calamine', 'PIL'}\n"
        "print(*sorted(heavy & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_time_of_a_child_is_not_that_of_the_item() -> None:
    def work(seconds: float) -> str:
        with own_time():
            time.sleep(0.4)
        time.sleep(seconds)
        return "done"

    assert guarded(work, 0.0, Limits(seconds=0.3)) == "done"
    late = guarded(work, 5.0, Limits(seconds=0.3))
    assert isinstance(late, Failure)
    assert late.fate is Fate.TOO_SLOW

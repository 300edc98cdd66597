"""Evidence drawn on the page that it stands on."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from extract.model import Document, Evidence, Origin, Page, Placed, Product, Reading, Span
from ocop.cli import app
from ocop.page_pictures import COLOURS, draw, marks_of, names

TEXT = "Gạo nếp | HTX An Phú"


def reading(reasons: tuple[str, ...] = ()) -> Reading:
    page = Page(1, 200, 100)
    placed = (
        Placed(0, 7, Origin(page=1, box=(10, 10, 80, 20))),
        Placed(10, 20, Origin(page=1, box=(100, 10, 190, 20))),
    )
    document = Document("d", TEXT, placed=placed, pages=(page,))
    evidence = (
        Evidence("row", Span.of(TEXT, 0, 20)),
        Evidence("name", Span.of(TEXT, 4, 7)),
    )
    product = Product("d", 1, "nếp", evidence=evidence, reasons=reasons)
    return Reading(document, products=(product,))


def test_a_word_is_cut_out_of_its_line() -> None:
    marks = marks_of(reading())[None, 1]
    named = [mark for mark in marks if mark.colour == COLOURS["name"]]
    assert [mark.box for mark in named] == [(50.0, 10, 80.0, 20)]


def test_a_row_with_doubts_is_red() -> None:
    calm, doubtful = (marks_of(reading(r))[None, 1][0].colour for r in ((), ("score_odd",)))
    assert calm != doubtful


def test_boxes_stand_where_the_page_has_the_words() -> None:
    blank = io.BytesIO()
    Image.new("RGB", (400, 200), "white").save(blank, "PNG")
    one = reading()
    picture = draw(blank.getvalue(), one.document.pages[0], marks_of(one)[None, 1])
    image = Image.open(io.BytesIO(picture))
    assert image.size == (400, 200)
    assert image.getpixel((100 - 2, 30)) != (255, 255, 255)  # left edge of the name, 2 per point
    assert image.getpixel((300, 150)) == (255, 255, 255)


def test_files_of_an_archive_have_names_of_their_own() -> None:
    pages = {(None, 3): 0, ("a.pdf", 1): 0, ("b.pdf", 1): 0}
    assert list(names(pages).values()) == ["page-003.png", "file-01-page-001.png",
                                           "file-02-page-001.png"]  # fmt: skip


def test_a_text_has_no_pages(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("Đến nay, tỉnh Nghệ An có 48 sản phẩm OCOP.", encoding="utf-8")
    ran = CliRunner().invoke(app, ["read", str(page), "--png", str(tmp_path / "out")])
    assert ran.exit_code == 0
    assert "No page to draw." in ran.stderr


def test_pages_of_a_pdf_are_drawn_by_the_front_door(tmp_path: Path) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    file = tmp_path / "a.pdf"
    paper = canvas.Canvas(str(file))
    paper.drawString(72, 700, "Nam 2022: 48 OCOP")
    paper.save()
    folder = tmp_path / "new" / "out"
    ran = CliRunner().invoke(app, ["read", str(file), "--png", str(folder), "--brief"])
    assert ran.exit_code == 0, ran.output
    assert [one.name for one in folder.iterdir()] == ["page-001.png"]
    assert "page-001.png" in ran.stderr

"""Pictures in Word documents: pages pasted into it are read, logos and photographs are not."""

from __future__ import annotations

import io
import shutil
import zipfile

import docx
import pytest
from docx.shared import Cm
from PIL import Image, ImageDraw, ImageFont

from extract.documents.load import load
from extract.documents.means import Limits, Means, UnreadableError
from extract.documents.office import pictures
from extract.documents.paper import Cell, Paragraph, Row, Run
from extract.documents.scan.page import ScannedPage
from extract.model import BlockKind, Document, Issue, Origin

WORDS = "Công nhận 12 sản phẩm OCOP của tỉnh đạt hạng 4 sao."


def picture(width: int = 1240, height: int = 1754, form: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(buffer, form)
    return buffer.getvalue()


def document(*pages: tuple[bytes, float, float], text: str = "") -> bytes:
    """A document with ``text`` and pictures of a width and height in centimetres."""
    made = docx.Document()
    if text:
        made.add_paragraph(text)
    for data, width, height in pages:
        made.add_paragraph().add_run().add_picture(io.BytesIO(data), Cm(width), Cm(height))
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def read(payload: bytes, means: Means = Means()) -> Document:  # noqa: B008 - frozen
    return load(payload, document_id="d", means=means)


def codes(found: Document) -> list[str]:
    return [issue.code for issue in found.issues]


@pytest.fixture
def recogniser(monkeypatch) -> list[tuple[int, tuple[int, int], float, float]]:
    """A recogniser that reads one sentence and notes what it was given."""
    given: list[tuple[int, tuple[int, int], float, float]] = []

    def recognise(image, *, page, width, height, means) -> ScannedPage:
        given.append((page, image.size, round(width), round(height)))
        origin = Origin(page=page, box=(1.0, 2.0, 3.0, 4.0), ocr=0.9)
        row = Row(tuple(Cell((Run(text, origin),)) for text in ("STT", "Tên sản phẩm")))
        data = Row(tuple(Cell((Run(text, origin),)) for text in (str(page), f"Mật ong {page}")))
        return ScannedPage(
            (Paragraph((Run(WORDS, origin),)), row, data) if page == 1 else (row, data)
        )

    monkeypatch.setattr(pictures, "read_page_image", recognise)
    return given


def test_a_document_of_pictures_is_read_and_told(recogniser) -> None:
    found = read(document((picture(), 16, 22), (picture(), 16, 22)))
    assert WORDS in found.text
    assert recogniser == [(1, (1240, 1754), 454, 624), (2, (1240, 1754), 454, 624)]
    assert codes(found) == ["picture_of_text", "picture_of_text"]
    assert [(page.number, page.read_by) for page in found.pages] == [(1, "ocr"), (2, "ocr")]
    place = found.origins(found.span(0, len(WORDS)))[0]
    assert (place.page, place.ocr) == (1, 0.9)


def test_a_table_over_two_pictures_is_one(recogniser) -> None:
    found = read(document((picture(), 16, 22), (picture(), 16, 22)))
    rows = [b for b in found.blocks if b.kind is BlockKind.TABLE_ROW]
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["STT", "Tên sản phẩm"],
        ["1", "Mật ong 1"],
        ["2", "Mật ong 2"],
    ]
    assert [b.role for b in found.blocks if b.role] == ["repeated_header"]


def test_logos_and_photographs_between_text_are_not_read(recogniser) -> None:
    text = "Quyết định công nhận mười hai sản phẩm của các hợp tác xã trong tỉnh."
    found = read(document((picture(900, 900), 3, 3), (picture(900, 700), 12, 9), text=text))
    assert (found.text, codes(found), recogniser) == (text, [], [])


def test_a_page_between_text_is_read_behind_its_paragraph(recogniser) -> None:
    text = "Quyết định công nhận mười hai sản phẩm của các hợp tác xã trong tỉnh."
    found = read(document((picture(), 16, 22), text=text))
    assert found.text.startswith(f"{text}\n{WORDS}")


def test_pictures_outside_of_the_file_are_not_asked_for(recogniser) -> None:
    payload = document((picture(), 16, 22))
    buffer = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(payload))
    with old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                data = data.replace(
                    b'Target="media/image1.png"',
                    b'Target="file:///etc/passwd" TargetMode="External"',
                )
            new.writestr(name, data)
    found = read(buffer.getvalue())
    assert recogniser == []
    assert codes(found) == ["empty_document"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(picture()[:200], "damaged"), (picture(3000, 3000), "too_many_pixels")],
)
def test_a_picture_that_cannot_be_read_is_told(recogniser, data: bytes, code: str) -> None:
    payload = document((picture(640, 640), 16, 22))
    buffer = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(payload))
    with old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, data if name.startswith("word/media/") else old.read(name))
    found = read(buffer.getvalue(), Means(Limits(pixels=5_000_000)))
    assert codes(found) == [code]
    assert found.issues[0].where == "d, picture 1"
    assert recogniser == []


def test_without_a_recogniser_the_document_waits(monkeypatch) -> None:
    def missing(*_: object, **__: object) -> ScannedPage:
        raise UnreadableError("needs_program", "Reading this needs tesseract.", "Install it.")

    monkeypatch.setattr(pictures, "read_page_image", missing)
    found = read(document((picture(), 16, 22)))
    assert (found.text, codes(found)) == ("", ["needs_program"])


def test_a_picture_on_which_the_recogniser_fails_is_told(monkeypatch) -> None:
    def slow(*_: object, **__: object) -> ScannedPage:
        raise UnreadableError("too_slow", "It took too long.", "Read it by hand.")

    monkeypatch.setattr(pictures, "read_page_image", slow)
    found = read(document((picture(), 16, 22)))
    assert codes(found) == ["too_slow"]
    assert [page.read_by for page in found.pages] == ["unread"]


def test_doubts_of_the_recogniser_are_kept(monkeypatch) -> None:
    def unsure(*_: object, **__: object) -> ScannedPage:
        part = Paragraph((Run(WORDS, Origin(page=1, ocr=0.3)),))
        return ScannedPage((part,), (Issue("ocr_unsure", "Unsure.", "page 1", "Look."),))

    monkeypatch.setattr(pictures, "read_page_image", unsure)
    assert codes(read(document((picture(), 16, 22)))) == ["picture_of_text", "ocr_unsure"]


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_drawn_page_is_recognised() -> None:
    image = Image.new("RGB", (1654, 2339), "white")
    try:
        font = ImageFont.truetype("DejaVuSans.ttf", 40)
    except OSError:
        pytest.skip("the font DejaVu Sans is not installed")
    for line in range(4):
        place = (150, 300 + 90 * line)
        ImageDraw.Draw(image).text(place, "Có 12 sản phẩm đạt hạng 4 sao.", "black", font)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    found = read(document((buffer.getvalue(), 16, 22.6)))
    assert "12 sản phẩm đạt hạng 4 sao" in found.text
    assert "picture_of_text" in codes(found)

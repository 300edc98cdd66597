"""Picture files: every format is read, and broken or huge ones are told."""

from __future__ import annotations

import io
import shutil

import pytest
from drawn.paper import Drawn, has_fonts
from PIL import Image

from extract.documents.load import load
from extract.documents.means import Limits, Means, UnreadableError
from extract.documents.scan.picture import read

needs_ocr = pytest.mark.skipif(
    shutil.which("tesseract") is None or not has_fonts(),
    reason="needs tesseract and the DejaVu fonts",
)
SMALL = (300.0, 60.0)


def slip(words: str) -> Image.Image:
    page = Drawn(200, SMALL)
    page.text(20, 20, words)
    return page.image


def encoded(image: Image.Image, name: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, name, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


@needs_ocr
@pytest.mark.parametrize("name", ["PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP"])
def test_every_format_is_read(name: str) -> None:
    payload = encoded(slip("Điều 1. Công nhận 48 sản phẩm"), name)
    document = load(payload, document_id="d")
    assert document.media_type == f"image/{name.lower()}"
    assert document.text == "Điều 1. Công nhận 48 sản phẩm"
    assert [page.read_by for page in document.pages] == ["ocr"]
    assert all(run.origin.page == 1 and run.origin.ocr for run in document.placed)


@needs_ocr
def test_each_page_of_a_tiff_is_a_page() -> None:
    first, second = slip("Trang thứ nhất"), slip("Trang thứ hai")
    payload = encoded(first, "TIFF", save_all=True, append_images=[second], dpi=(200, 200))
    paper = read(payload, "image/tiff", Means())
    assert [page.number for page in paper.pages] == [1, 2]
    assert [page.width for page in paper.pages] == pytest.approx([300, 300], abs=1)
    assert [run.origin.page for part in paper.parts for run in part.runs] == [1, 2]  # type: ignore[union-attr]


def test_too_many_pages_are_refused() -> None:
    dot = Image.new("L", (4, 4), 255)
    payload = encoded(dot, "TIFF", save_all=True, append_images=[dot] * 5)
    with pytest.raises(UnreadableError) as told:
        read(payload, "image/tiff", Means(limits=Limits(pages=3)))
    assert told.value.code == "too_many_pages"


@pytest.mark.parametrize("side", [7_000, 20_000])
def test_a_picture_bomb_is_not_unpacked(side: int) -> None:
    payload = encoded(Image.new("1", (side, side), 1), "PNG")
    assert len(payload) < 100_000
    document = load(payload, document_id="d")
    assert [issue.code for issue in document.issues] == ["too_many_pixels"]
    assert document.issues[0].advice


@pytest.mark.parametrize("name", ["PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP"])
@pytest.mark.parametrize("kept", [20, 200])
def test_a_broken_picture_is_told(name: str, kept: int) -> None:
    picture = Image.effect_noise((200, 200), 60)
    payload = encoded(picture, name)[:kept]
    document = load(payload, document_id="d")
    assert [issue.code for issue in document.issues] == ["damaged"]
    assert document.text == ""

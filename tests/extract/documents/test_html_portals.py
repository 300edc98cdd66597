"""Pages in the manner of portal families: what is read, what is furniture, which date.

All pages tell the same news. Numbers from 901 to 999 stand in furniture only, 888 only
where no reader sees it, and every clock of a site shows a day after 2023.
"""

import html as entities
import re
from pathlib import Path

import pytest

from extract.documents.load import load
from extract.model import Block, BlockKind, Document

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
TITLE = "Huyện Mây Trắng có thêm 12 sản phẩm OCOP"
CONTENT = [
    "UBND huyện Mây Trắng công nhận 12 sản phẩm OCOP đạt hạng 3 sao.",
    "Đến nay, toàn huyện có 1.245 sản phẩm, trong đó 40 sản phẩm 4 sao.",
    "Gian hàng OCOP của huyện.",
    "Năm 2024, huyện phấn đấu có thêm 5 sản phẩm.",
]


@pytest.fixture(params=PAGES, ids=lambda path: path.stem)
def page(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def document(page: Path) -> Document:
    return load(page.read_bytes(), document_id=page.stem)


def block_at(document: Document, offset: int) -> Block:
    return next(b for b in document.blocks if b.start <= offset < b.end)


def test_there_are_pages() -> None:
    assert len(PAGES) >= 8


def test_title_date_and_no_issue(document: Document) -> None:
    assert document.title == TITLE
    assert document.published is not None
    assert document.published.date == "2023-11-20"
    assert document.issues == ()


@pytest.mark.parametrize("sentence", CONTENT)
def test_content_is_content(document: Document, sentence: str) -> None:
    block = block_at(document, document.text.index(sentence))
    assert block.kind not in (BlockKind.FURNITURE, BlockKind.TITLE)


def test_lead_and_caption(document: Document) -> None:
    kinds = [block_at(document, document.text.index(CONTENT[i])).kind for i in (0, 2)]
    assert kinds == [BlockKind.LEAD, BlockKind.CAPTION]


def test_numbers_of_furniture_are_furniture(document: Document) -> None:
    numbers = list(re.finditer(r"\b9\d\d sản phẩm", document.text))
    assert numbers
    for number in numbers:
        assert block_at(document, number.start()).kind is BlockKind.FURNITURE, number.group()


def test_unseen_numbers_are_not_read(document: Document) -> None:
    assert "888" not in document.text


def test_raw_place_holds_the_text(page: Path, document: Document) -> None:
    source = page.read_text(encoding="utf-8")
    for block in document.blocks:
        assert block.raw is not None
        seen = entities.unescape(re.sub(r"<[^>]*>", "", source[slice(*block.raw)]))
        wanted = document.text[block.start : block.end]
        assert re.sub(r"[\s|]", "", wanted) in re.sub(r"[\s|]", "", seen)


def test_blocks_cover_the_text_in_order(document: Document) -> None:
    position = 0
    for block in document.blocks:
        assert not document.text[position : block.start].strip()
        position = block.end
    assert position == len(document.text)

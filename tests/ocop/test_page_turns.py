from __future__ import annotations

from extract.model import Block, BlockKind, Document, Origin, Page, Placed
from ocop.page_turns import page_turns
from ocop.phrases import Lang


def test_a_new_page_or_sheet_is_said_once() -> None:
    text = "một\nhai\nba\nbốn\nnăm"
    origins = (
        Origin(page=1),
        Origin(page=1),
        Origin(page=2, ocr=0.9),
        Origin(member="phụ lục.xlsx", sheet="DS", cell="A1"),
        Origin(member="phụ lục.xlsx", sheet="DS", cell="A2"),
    )
    blocks, placed, start = [], [], 0
    for word, origin in zip(text.split("\n"), origins, strict=True):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(word)))
        placed.append(Placed(start, start + len(word), origin))
        start += len(word) + 1
    pages = (Page(1, 595, 842), Page(2, 595, 842, "ocr"))
    document = Document("d", text, blocks=tuple(blocks), placed=tuple(placed), pages=pages)
    assert [said for _, said in page_turns(document, Lang.EN)] == [
        "page 1",
        "",
        "page 2, recognised from a picture",
        "phụ lục.xlsx, sheet DS",
        "",
    ]
    assert [said for _, said in page_turns(document, Lang.VI)][2] == "trang 2, nhận dạng từ ảnh"


def test_a_page_of_a_site_has_no_pages() -> None:
    document = Document("d", "một", blocks=(Block(BlockKind.PARAGRAPH, 0, 3),))
    assert [said for _, said in page_turns(document, Lang.EN)] == [""]

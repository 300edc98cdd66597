"""Where a new page, sheet or file begins in the text of a document, in words."""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import Block, Document, Origin, Page, Span
from ocop.phrases import Lang

_WORDS = {
    Lang.EN: {"page": "page {}", "sheet": "sheet {}", "ocr": "recognised from a picture"},
    Lang.VI: {"page": "trang {}", "sheet": "bảng tính {}", "ocr": "nhận dạng từ ảnh"},
}

_Place = tuple[str | None, str | None, int | None]


def page_turns(document: Document, lang: Lang) -> Iterator[tuple[Block, str]]:
    """The blocks, each with the words that stand above it: a new page, or nothing."""
    pages = {(page.member, page.number): page for page in document.pages}
    last: _Place = (None, None, None)
    for block in document.blocks:
        origin = _first(document, block)
        place = last if origin is None else (origin.member, origin.sheet, origin.page)
        yield block, "" if place == last else _said(place, pages, lang)
        last = place


def _first(document: Document, block: Block) -> Origin | None:
    origins = document.origins(Span(block.start, block.end, ""))
    return origins[0] if origins else None


def _said(place: _Place, pages: dict[tuple[str | None, int], Page], lang: Lang) -> str:
    member, sheet, number = place
    words = _WORDS[lang]
    told = [member or ""]
    if sheet is not None:
        told.append(words["sheet"].format(sheet))
    if number is not None:
        told.append(words["page"].format(number))
        page = pages.get((member, number))
        told.append(words["ocr"] if page is not None and page.read_by == "ocr" else "")
    return ", ".join(filter(None, told))

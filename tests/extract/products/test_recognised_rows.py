"""Rows of scans: all are doubted, and first those whose class was seen unsurely."""

from __future__ import annotations

from dataclasses import replace

from extract.documents.load import load
from extract.model import Document, Origin, Placed, Product
from extract.reading import read

ROWS = (
    ("STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "3 sao", "4 sao"),
    ("1", "Mật ong rừng", "Hộ kinh doanh Nguyễn Văn Tám", "xã Kim Liên", "", "x"),
    ("2", "Bột sắn dây", "Hợp tác xã nông nghiệp Kim Liên", "xã Kim Liên", "x", ""),
)
PAPER = (
    "<p>ỦY BAN NHÂN DÂN TỈNH NGHỆ AN</p><p>Số: 303/QĐ-UBND</p>"
    "<p>Nghệ An, ngày 04 tháng 02 năm 2024</p><p>QUYẾT ĐỊNH</p>"
    "<p>Về việc công nhận sản phẩm OCOP năm 2023</p><table>{}</table>"
)


def products(title: str, seen: float | None) -> tuple[Product, ...]:
    """The rows, where the last title was read as ``title`` and ``seen`` so surely."""
    rows = ((*ROWS[0][:-1], title), *ROWS[1:])
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = PAPER.format(table)
    return read(_scanned(load(page.encode(), document_id="d"), title, seen)).products


def _scanned(document: Document, title: str, seen: float | None) -> Document:
    if seen is None:
        return document
    at = document.text.index(title)
    stop = at + len(title)
    clear = Origin(page=1, ocr=0.95)
    places = (
        Placed(0, at, clear),
        Placed(at, stop, Origin(page=1, ocr=seen)),
        Placed(stop, len(document.text), clear),
    )
    return replace(document, placed=places)


def test_every_row_of_a_scan_says_so() -> None:
    assert [product.reasons for product in products("4 sao", None)] == [(), ()]
    for product in products("4 sao", 0.95):
        assert product.reasons == ("recognised_from_picture",)
        assert product.confidence < 0.9


def test_a_title_that_was_seen_unsurely_sends_its_rows_to_review_and_no_others() -> None:
    below, beside = products("4 sao", 0.4)
    assert "ocr_unsure" in below.reasons
    assert "ocr_unsure" not in beside.reasons


def test_a_class_hardly_ever_given_is_doubted_however_surely_it_was_seen() -> None:
    below, beside = products("1 sao", 0.97)
    assert below.stars == 1
    assert "ocr_unsure" in below.reasons
    assert "ocr_unsure" not in beside.reasons


def test_a_class_that_most_rows_give_is_evidence_by_its_title() -> None:
    below, _ = products("4 sao", None)
    assert "4 sao" in [evidence.span.text for evidence in below.evidence]

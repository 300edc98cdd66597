"""What a recogniser read is doubted by name, and trusted by how sure the recogniser was."""

from __future__ import annotations

from dataclasses import replace

from extract.documents.load import load
from extract.model import Document, Origin, Placed
from extract.reading import read

TEXT = "Năm 2023, tỉnh Bắc Kạn công nhận 25 sản phẩm OCOP đạt 3 sao."


def document(ocr: float | None) -> Document:
    plain = load(TEXT.encode(), document_id="d")
    return replace(plain, placed=(Placed(0, len(plain.text), Origin(page=1, ocr=ocr)),))


def test_claims_of_scanned_pages_say_so_and_are_trusted_less() -> None:
    (printed,) = read(document(None)).claims
    (clear,) = read(document(0.96)).claims
    (blurred,) = read(document(0.5)).claims
    assert "recognised_from_picture" not in printed.reasons
    assert clear.reasons == (*printed.reasons, "recognised_from_picture")
    assert printed.confidence > clear.confidence > blurred.confidence
    assert clear.claim_id == printed.claim_id

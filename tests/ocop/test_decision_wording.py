"""The paper that a document is, in words, on the screen and as JSON."""

import io

from rich.console import Console

from extract.documents.plain import from_text
from extract.reading import read
from ocop.decision_wording import decision_in_words, parts_in_words
from ocop.phrases import Lang
from ocop.records import reading_record
from ocop.render import reading_on_screen

TEXT = """ỦY BAN NHÂN DÂN HUYỆN YÊN MÔ
Số: 5445/QĐ-UBND
Yên Mô, ngày 08 tháng 12 năm 2023

QUYẾT ĐỊNH
Về việc công nhận sản phẩm OCOP năm 2023

Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;

Điều 1. Công nhận 05 sản phẩm đạt hạng 3 sao.
Điều 2. Bãi bỏ Quyết định số 12/QĐ-UBND về công nhận sản phẩm OCOP năm 2020.
"""
READING = read(from_text(TEXT, document_id="t"))


def test_in_one_line():
    assert decision_in_words(READING.decision) == (
        "Decision 5445/QĐ-UBND of 8 December 2023, ỦY BAN NHÂN DÂN HUYỆN YÊN MÔ (district): "
        "recognises products"
    )
    assert decision_in_words(READING.decision, Lang.VI) == (
        "Quyết định 5445/QĐ-UBND ngày 8/12/2023, ỦY BAN NHÂN DÂN HUYỆN YÊN MÔ (cấp huyện): "
        "công nhận sản phẩm"
    )


def test_bases_stand_apart():
    assert parts_in_words(READING.decision) == [
        "articles: 1 recognises products; 2 takes recognition back",
        "concerns 12/QĐ-UBND",
        "founded on 148/QĐ-TTg (24 February 2023)",
    ]


def test_on_the_screen():
    screen = Console(file=io.StringIO(), width=200)
    screen.print(reading_on_screen(READING, whole_text=False))
    shown = screen.file.getvalue()
    assert "Decision 5445/QĐ-UBND of 8 December 2023" in shown
    assert "  founded on 148/QĐ-TTg (24 February 2023)\n" in shown


def test_as_json():
    record = reading_record(READING)["decision"]
    assert record["number"] == "5445/QĐ-UBND"
    assert record["act"] == "recognises"
    assert record["issuer"]["place"]["name"] == "Yên Mô"
    assert [base["number"] for base in record["bases"]] == ["148/QĐ-TTg"]
    assert reading_record(read(from_text("Tin về OCOP.", document_id="n")))["decision"] is None

"""Products that an article lists in its own sentence."""

import pytest

from extract.documents.plain import from_text
from extract.reading import read

PAPER = """ỦY BAN NHÂN DÂN
HUYỆN LỘC HÀ
Số: 812/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lộc Hà, ngày 20 tháng 12 năm 2023
QUYẾT ĐỊNH
Về việc công nhận sản phẩm OCOP năm 2023
QUYẾT ĐỊNH:
Điều 1. {}
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
RICE = ("Gạo nếp Khe Sim", "HTX Khe Sim")
BUN = ("Bún Khe Sim", "HTX Khe Sim")
TEA = ("Chè Đồi Sim", "Công ty TNHH Đồi Sim")


def reading(article):
    return read(from_text(PAPER.format(article), document_id="d"))


def told(article):
    return [(p.name, p.producer, p.stars, p.score) for p in reading(article).products]


@pytest.mark.parametrize(
    "article",
    [
        "Công nhận 02 sản phẩm OCOP 3 sao, cụ thể: Gạo nếp Khe Sim của HTX Khe Sim (xã Nghi Văn); "
        "Chè Đồi Sim của Công ty TNHH Đồi Sim.",
        "Phê duyệt kết quả đánh giá và công nhận 02 sản phẩm đạt 3 sao gồm: sản phẩm Gạo nếp Khe "
        "Sim - chủ thể HTX Khe Sim; sản phẩm Chè Đồi Sim - chủ thể Công ty TNHH Đồi Sim.",
        "Công nhận các sản phẩm đạt 3 sao: HTX Khe Sim với sản phẩm Gạo nếp Khe Sim; "
        "Công ty TNHH Đồi Sim với sản phẩm Chè Đồi Sim.",
    ],
)
def test_each_piece_is_a_product_of_its_producer(article):
    assert told(article) == [(*RICE, 3, None), (*TEA, 3, None)]


def test_products_of_one_producer_are_given_in_turn():
    article = (
        "Công nhận 03 sản phẩm đạt 3 sao, gồm: sản phẩm Gạo nếp Khe Sim và sản phẩm Bún Khe Sim "
        "của HTX Khe Sim (xã Nghi Văn), lần lượt đạt 61 điểm và 62,5 điểm; sản phẩm Chè Đồi Sim "
        "của Công ty TNHH Đồi Sim, đạt 68 điểm."
    )
    assert told(article) == [(*RICE, 3, 61), (*BUN, 3, 62.5), (*TEA, 3, 68)]


def test_each_has_its_own_class():
    article = (
        "Công nhận 02 sản phẩm OCOP gồm: Gạo nếp Khe Sim của HTX Khe Sim đạt 4 sao; Chè Đồi Sim "
        "của Công ty TNHH Đồi Sim đạt 3 sao."
    )
    assert told(article) == [(*RICE, 4, None), (*TEA, 3, None)]


def test_a_piece_that_names_no_producer_is_told():
    article = (
        "Công nhận 03 sản phẩm OCOP 3 sao gồm: Gạo nếp Khe Sim của HTX Khe Sim; Chè Đồi Sim của "
        "Công ty TNHH Đồi Sim; Mắm Cửa Sót."
    )
    found = reading(article)
    assert [p.name for p in found.products] == [RICE[0], TEA[0]]
    assert {"unread_row", "rows_against_text"} <= {issue.code for issue in found.issues}


@pytest.mark.parametrize(
    "article",
    [
        "Công nhận 05 sản phẩm đạt 3 sao; giao các đơn vị sau: Phòng Nông nghiệp; Hạt Kiểm lâm.",
        "Công nhận 05 sản phẩm đạt 3 sao (có danh sách kèm theo).",
        "Giao Công ty TNHH Đồi Sim: sử dụng nhãn sản phẩm; HTX Khe Sim: in tem.",
    ],
)
def test_other_articles_list_nothing(article):
    assert told(article) == []

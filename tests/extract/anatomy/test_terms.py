"""Papers that let what was given hold longer, beside those that recognise it again."""

import pytest

from extract.documents.plain import from_text
from extract.model import Act, Kind
from extract.reading import read

PAPER = """ỦY BAN NHÂN DÂN
TỈNH TUYÊN QUANG
Số: 77/QĐ-UBND
Tuyên Quang, ngày 12 tháng 4 năm 2024

QUYẾT ĐỊNH
{title}

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TUYÊN QUANG
Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;

QUYẾT ĐỊNH:

Điều 1. {article}
Điều 2. Các chủ thể chịu trách nhiệm thi hành.
"""
RECOGNISED = {Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED}
PROLONGED = {
    "use": (
        "Gia hạn thời hạn sử dụng Giấy chứng nhận sản phẩm OCOP",
        "Gia hạn thời hạn sử dụng Giấy chứng nhận đối với 09 sản phẩm OCOP 3 sao đến 30/6/2025.",
    ),
    "result": (
        "Về việc kéo dài hiệu lực kết quả phân hạng sản phẩm OCOP",
        "Kéo dài hiệu lực kết quả phân hạng của 15 sản phẩm OCOP thêm 06 tháng.",
    ),
    "lapsed": (
        "V/v gia hạn các sản phẩm OCOP hết thời hạn công nhận",
        "Cho phép gia hạn 04 sản phẩm OCOP hạng 4 sao đến hết năm 2025.",
    ),
    "term": (
        "Điều chỉnh thời gian có hiệu lực của Giấy chứng nhận sản phẩm OCOP",
        "Điều chỉnh thời hạn của 11 sản phẩm OCOP đã được công nhận 3 sao năm 2021.",
    ),
}
GIVEN = {
    "again": (
        "Công nhận lại và gia hạn Giấy chứng nhận sản phẩm OCOP",
        "Công nhận lại và gia hạn Giấy chứng nhận cho 06 sản phẩm OCOP 3 sao.",
        6,
    ),
    "assessed": (
        "Phê duyệt kết quả đánh giá, gia hạn sản phẩm OCOP năm 2024",
        "Phê duyệt kết quả đánh giá, gia hạn cho 08 sản phẩm OCOP 3 sao.",
        8,
    ),
}
TASKS = {
    "files": (
        "Gia hạn thời gian nộp hồ sơ đánh giá, công nhận sản phẩm OCOP",
        "Gia hạn thời gian nộp hồ sơ đối với 20 sản phẩm đăng ký 3 sao đến 30/9/2024.",
    ),
    "plan": (
        "Kéo dài thời gian thực hiện Đề án phát triển sản phẩm OCOP",
        "Kéo dài thời gian thực hiện Đề án đến năm 2026, phấn đấu có 90 sản phẩm OCOP.",
    ),
}


def reading(title, article):
    return read(from_text(PAPER.format(title=title, article=article), document_id="t"))


@pytest.mark.parametrize(("title", "article"), PROLONGED.values(), ids=PROLONGED)
def test_what_holds_longer_is_not_recognised_again(title, article):
    found = reading(title, article)
    assert found.decision.act is Act.AMENDS
    assert not [claim for claim in found.claims if claim.kind in RECOGNISED]


@pytest.mark.parametrize(("title", "article", "count"), GIVEN.values(), ids=GIVEN)
def test_what_is_assessed_anew_and_holds_longer_is(title, article, count):
    found = reading(title, article)
    assert found.decision.act is Act.RECOGNISES
    assert [(c.count, c.kind) for c in found.claims] == [(count, Kind.RE_RECOGNISED)]


@pytest.mark.parametrize(("title", "article"), TASKS.values(), ids=TASKS)
def test_a_task_that_is_put_off_gives_nothing(title, article):
    found = reading(title, article)
    assert found.decision.act is Act.OTHER
    assert not [claim for claim in found.claims if claim.kind in RECOGNISED]

"""The day that annexes, minutes and broadcasts give themselves."""

import pytest

from extract.documents.own_day import own_day
from extract.documents.plain import from_text


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("(Kèm theo Công văn số 12/SNN-PTNT ngày 05/3/2024 của Sở Nông nghiệp)", "2024-03-05"),
        ("Ban hành kèm theo Quyết định số 7/QĐ-UBND ngày 9 tháng 2 năm 2023", "2023-02-09"),
        ("UBND HUYỆN MÂY TRẮNG - Số: 31/KH-UBND - ngày 29/01/2024", "2024-01-29"),
        ("QUYẾT ĐỊNH số 118/QĐ-UBND ngày 06 tháng 11 năm 2018", "2018-11-06"),
        ("Hôm nay, hồi 14 giờ 00 ngày 18 tháng 6 năm 2024, tại phòng họp số 2", "2024-06-18"),
        ("Thời gian: 13 giờ 30, ngày 23/5/2024.", "2024-05-23"),
        ("(Bản tin trưa ngày 04 tháng 01 năm 2023)", "2023-01-04"),
        ("ĐỌC NHANH: OCOP 24 GIỜ (25/4/2025)", "2025-04-25"),
    ],
)
def test_a_head_that_gives_its_own_day(line, day):
    assert own_day(["OCOP huyện Mây Trắng", line]) == (day, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ Quyết định số 1048/QĐ-TTg ngày 21/8/2019 của Thủ tướng",
        "Thực hiện Công văn số 12/SNN-PTNT ngày 05/3/2024 của Sở",
        "Quyết định số 118/QĐ-UBND ngày 06/11/2018 đã công nhận 8 sản phẩm.",
        "Hôm nay: Thứ Ba, ngày 06/05/2025",
        "Hôm nay, thứ Ba ngày 06/05/2025",
        "Bản tin trưa: tính đến ngày 31/12/2022 huyện có 8 sản phẩm.",
        "(Số liệu đến ngày 31/12/2022)",
    ],
)
def test_days_of_something_else(line):
    assert own_day(["OCOP huyện Mây Trắng", line]) is None


def test_far_below_the_head_no_line_dates_the_text():
    lines = ["Một dòng của bài"] * 20
    assert own_day([*lines, "(Kèm theo Báo cáo số 9/BC-UBND ngày 18/6/2024)"]) is None


def test_an_annex_is_published_with_its_letter():
    text = (
        "TRẢ LỜI CỬ TRI\n(Kèm theo Báo cáo số 9/BC-UBND ngày 18/6/2024 của UBND huyện)\n\n"
        "Đến nay, huyện có 34 sản phẩm OCOP đạt hạng 3 sao, phân bố ở mười hai xã."
    )
    published = from_text(text, document_id="t").published
    assert published is not None
    assert published.date == "2024-06-18"

"""Tables of sums in the annex of a decision: whose figures they are, by what the paper does."""

import pytest

from extract.documents.plain import from_text
from extract.model import Kind
from extract.reading import read

PAPER = """ỦY BAN NHÂN DÂN TỈNH HÀ GIANG
Số: 2301/QĐ-UBND
Hà Giang, ngày 15 tháng 11 năm 2023

QUYẾT ĐỊNH
{title}

QUYẾT ĐỊNH:
{article}
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

PHỤ LỤC
{head}
{above}TT | Địa phương | {columns}
1 | Huyện Bắc Mê | {first}
2 | Huyện Quản Bạ | {second}
{last} | {total}
"""
RECOGNISES = {
    "title": "Về việc công nhận sản phẩm OCOP đợt 2 năm 2023",
    "article": "Điều 1. Công nhận 12 sản phẩm OCOP đạt hạng 3 sao, 4 sao đợt 2 năm 2023.",
}
PLAIN = {
    "head": "TỔNG HỢP SẢN PHẨM OCOP TỈNH HÀ GIANG",
    "above": "",
    "columns": "Số sản phẩm 4 sao | Số sản phẩm 3 sao | Cộng",
    "first": "1 | 4 | 5",
    "second": "2 | 5 | 7",
    "last": "Cộng",
    "total": "3 | 9 | 12",
}


def reading(**changed):
    return read(from_text(PAPER.format(**(RECOGNISES | PLAIN | changed)), document_id="t"))


def figures(**changed):
    return {
        (c.place.name, "".join(map(str, c.stars)), c.count): c
        for c in reading(**changed).claims
        if c.reader == "table"
    }


BATCH = {
    ("Bắc Mê", "4", 1),
    ("Bắc Mê", "3", 4),
    ("Bắc Mê", "345", 5),
    ("Quản Bạ", "4", 2),
    ("Quản Bạ", "3", 5),
    ("Quản Bạ", "345", 7),
    ("Hà Giang", "4", 3),
    ("Hà Giang", "3", 9),
    ("Hà Giang", "345", 12),
}


@pytest.mark.parametrize(
    "head",
    [
        "TỔNG HỢP SẢN PHẨM OCOP TỈNH HÀ GIANG",
        "TỔNG HỢP SỐ LƯỢNG SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN",
        "BIỂU TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP NĂM 2023",
        "Tổng hợp theo địa phương, Chương trình mỗi xã một sản phẩm giai đoạn 2021-2025",
        "BẢNG TỔNG SỐ SẢN PHẨM OCOP THEO HUYỆN\n(Kèm theo Quyết định số 2301/QĐ-UBND ngày "
        "15/11/2023 của UBND tỉnh)",
        "SỐ LIỆU TỔNG HỢP SẢN PHẨM OCOP ĐỢT 2 NĂM 2023",
    ],
)
def test_sums_beside_a_recognition_are_its_batch(head):
    claims = figures(head=head)
    assert set(claims) == BATCH
    for claim in claims.values():
        assert (claim.kind, claim.decision) == (Kind.NEW, "2301/QĐ-UBND")
        assert (claim.as_of, claim.period, claim.round) == ("2023-11-15", "2023", 2)
        assert "sums_against_rows" not in claim.reasons


STOCKS = {
    "accumulated": {"head": "LŨY KẾ SẢN PHẨM OCOP TỈNH HÀ GIANG ĐẾN NAY"},
    "there are": {"head": "TỔNG HỢP SẢN PHẨM OCOP HIỆN CÓ CỦA TỈNH HÀ GIANG"},
    "in force": {"above": "Số sản phẩm OCOP còn hiệu lực của tỉnh Hà Giang như sau:\n"},
    "all recognised": {"head": "TỔNG SỐ SẢN PHẨM OCOP ĐÃ CÔNG NHẬN TỈNH HÀ GIANG"},
    "up to a day": {"head": "TỔNG HỢP SẢN PHẨM OCOP TỈNH HÀ GIANG TÍNH ĐẾN NGÀY 31/10/2023"},
    "over the years": {"head": "TỔNG HỢP SẢN PHẨM OCOP TỈNH HÀ GIANG GIAI ĐOẠN 2018-2023"},
    "a year before": {"head": "TỔNG HỢP SẢN PHẨM OCOP TỈNH HÀ GIANG NĂM 2021"},
    "plan": {"head": "KẾ HOẠCH PHÁT TRIỂN SẢN PHẨM OCOP TỈNH HÀ GIANG NĂM 2024"},
    "entrants": {"head": "TỔNG HỢP SẢN PHẨM ĐĂNG KÝ THAM GIA ĐÁNH GIÁ OCOP"},
}


@pytest.mark.parametrize("changed", STOCKS.values(), ids=STOCKS)
def test_a_table_that_tells_of_something_else_is_no_batch(changed):
    claims = figures(**changed)
    assert all(c.decision is None for c in claims.values())
    assert all(c.kind is not Kind.NEW or c.period not in ("2023", None) for c in claims.values())


@pytest.mark.parametrize(
    ("title", "article", "kind"),
    [
        (
            "Phê duyệt danh sách sản phẩm đăng ký đánh giá, phân hạng OCOP năm 2023",
            "Điều 1. Phê duyệt danh sách 12 sản phẩm đăng ký tham gia Chương trình OCOP.",
            Kind.REGISTERED,
        ),
        (
            "Về việc thu hồi Giấy chứng nhận sản phẩm OCOP",
            "Điều 1. Thu hồi Giấy chứng nhận của 12 sản phẩm OCOP.",
            Kind.WITHDRAWN,
        ),
    ],
)
def test_what_a_paper_does_not_give_is_no_batch(title, article, kind):
    kinds = {c.kind for c in figures(title=title, article=article).values()}
    assert kinds <= {kind, Kind.CUMULATIVE, Kind.PROPOSED, Kind.ASSESSED}
    assert Kind.NEW not in kinds


def test_the_same_table_in_a_plan_keeps_its_own_words():
    told = figures(
        title="Ban hành Kế hoạch phát triển sản phẩm OCOP giai đoạn 2023-2025",
        article="Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển sản phẩm OCOP.",
    )
    assert set(told) == BATCH
    assert all(c.decision is None and c.confidence < 0.5 for c in told.values())


def test_columns_of_a_batch_and_of_the_stock():
    told = figures(
        columns="Sản phẩm đã có | Công nhận đợt 2 năm 2023 | Tổng cộng",
        first="20 | 5 | 25",
        second="31 | 7 | 38",
        total="51 | 12 | 63",
    )
    new = {(name, count) for (name, _, count), c in told.items() if c.kind is Kind.NEW}
    assert new == {("Bắc Mê", 5), ("Quản Bạ", 7), ("Hà Giang", 12)}
    assert {c.kind for c in told.values()} == {Kind.NEW, Kind.CUMULATIVE}
    assert all(c.decision is None for c in told.values() if c.kind is Kind.CUMULATIVE)


@pytest.mark.parametrize("column", ["Số sản phẩm", "Tổng số", "Cộng"])
def test_a_column_before_that_of_the_stock_is_the_batch(column):
    told = figures(
        columns=f"Số chủ thể | {column} | Lũy kế đến nay",
        first="3 | 5 | 25",
        second="4 | 7 | 38",
        total="7 | 12 | 63",
    )
    new = {(name, count) for (name, _, count), c in told.items() if c.kind is Kind.NEW}
    assert new == {("Bắc Mê", 5), ("Quản Bạ", 7), ("Hà Giang", 12)}
    assert {c.count for c in told.values() if c.kind is Kind.CUMULATIVE} == {25, 38, 63}


def test_of_columns_of_years_only_that_of_the_batch_is_it():
    told = figures(
        columns="Năm 2022 | Năm 2023 | Cộng",
        first="3 | 5 | 8",
        second="4 | 7 | 11",
        total="6 | 12 | 19",
    )
    own = {count for (_, _, count), c in told.items() if c.decision is not None}
    assert own == {5, 7, 12}
    assert not any("sums_against_rows" in c.reasons for c in told.values() if c.count in own)


def test_columns_of_standings_keep_them():
    told = figures(
        columns="Công nhận mới | Công nhận lại | Nâng hạng",
        first="3 | 1 | 1",
        second="5 | 2 | 0",
        total="8 | 3 | 1",
    )
    by_count = {(name, count): c.kind for (name, _, count), c in told.items()}
    assert by_count["Hà Giang", 8] is Kind.NEW
    assert by_count["Hà Giang", 3] is Kind.RE_RECOGNISED
    assert {c.decision for c in told.values()} == {"2301/QĐ-UBND"}


def test_a_total_that_differs_from_the_article_is_doubted():
    told = reading(total="3 | 10 | 13")
    doubted = [c for c in told.claims if "sums_against_rows" in c.reasons]
    assert {c.count for c in doubted if c.stars == (3, 4, 5)} >= {13, 5, 7}
    (issue,) = (i for i in told.issues if i.code == "sums_against_rows")
    assert issue.span is not None
    assert issue.span.text == "13"
    sure = {c.count: c.confidence for c in reading().claims if c.reader == "table"}
    assert all(c.confidence < sure[12] for c in doubted)


def test_parts_that_add_up_to_another_number_are_doubted_without_a_total():
    told = reading(last="Ghi chú", total=" | | ", second="2 | 8 | 10")
    assert {c.count for c in told.claims if "sums_against_rows" in c.reasons} == {5, 10}

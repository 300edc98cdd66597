"""What the figures of a table say: each a count of products with its kind, place and time.

Every table is read twice: with the weights as they are, and with those set by hand.
"""

import pytest

from extract.claims.assemble import READING, claims_of
from extract.claims.choice import ByWeights
from extract.claims.hearing import NOTHING_HEARD, hear
from extract.claims.scene import build
from extract.claims.weights import HAND
from extract.documents.plain import from_text
from extract.mentions.dates import Anchors
from extract.mentions.decisions import decision_refs
from extract.model import SourceInfo
from extract.ner.network import shipped

OFFICE = SourceInfo("Sở Nông nghiệp và PTNT Nghệ An", "department", "Nghệ An")


@pytest.fixture(params=["as they are", "by hand"])
def decide(request):
    return READING if request.param == "as they are" else ByWeights(HAND)


@pytest.fixture
def read(decide):
    def claims(text, published="2024-12-20", source=OFFICE):
        document = from_text(
            text,
            document_id="t",
            title=text.split("\n")[0],
            published=published,
            source=source,
        )
        scene = build(document)
        refs = decision_refs(document.text, scene.folded, Anchors(published), scene.papers)
        network = shipped() if decide is READING else None
        return claims_of(scene, refs, decide, hear(scene, network) if network else NOTHING_HEARD)

    return claims


def told(claims):
    return {
        (c.place.name, c.kind.value, "".join(map(str, c.stars)), c.count)
        for c in claims
        if c.rule == "table"
    }


def test_districts_by_star_class(read):
    claims = read(
        "Kết quả đánh giá, phân hạng sản phẩm OCOP năm 2023\n"
        "Ngày 15/12/2023, UBND tỉnh ban hành Quyết định số 3300/QĐ-UBND công nhận 16 sản phẩm "
        "OCOP năm 2023. Chi tiết như sau:\n"
        "TT | Đơn vị | 4 sao | 3 sao | Tổng số\n1 | Nam Đàn | 2 | 7 | 9\n"
        "2 | Con Cuông | 0 | 7 | 7\n"
        "– | Cộng | 2 | 14 | 16\n",
        published="2023-12-16",
    )
    assert told(claims) == {
        ("Nam Đàn", "new", "4", 2),
        ("Nam Đàn", "new", "3", 7),
        ("Nam Đàn", "new", "345", 9),
        ("Con Cuông", "new", "4", 0),
        ("Con Cuông", "new", "3", 7),
        ("Con Cuông", "new", "345", 7),
        ("Nghệ An", "new", "4", 2),
        ("Nghệ An", "new", "3", 14),
        ("Nghệ An", "new", "345", 16),
    }
    tables = [c for c in claims if c.rule == "table"]
    assert {(c.as_of, c.period, c.decision) for c in tables} == {
        ("2023-12-15", "2023", "3300/QĐ-UBND")
    }
    assert {c.reader for c in tables} == {"table"}
    assert all(c.quote.text == str(c.count) for c in tables)


def test_columns_of_kinds(read):
    claims = read(
        "Kết quả Chương trình OCOP năm 2024\n"
        "Huyện | SP đăng ký | Công nhận mới | Công nhận lại | Nâng hạng | Lũy kế đến 30/11/2024 | "
        "Số chủ thể\nNam Đàn | 12 | 6 | 4 | 1 | 68 | 40\nCon Cuông | 7 | 3 | 2 | 0 | 30 | 18\n"
    )
    found = {claim[1:] for claim in told(claims) if claim[0] == "Nam Đàn"}
    assert found == {
        ("registered", "345", 12),
        ("new", "345", 6),
        ("re_recognised", "345", 4),
        ("upgraded", "345", 1),
        ("cumulative", "345", 68),
    }
    assert {c.as_of for c in claims if c.kind == "cumulative"} == {"2024-11-30"}


def test_a_heading_that_aims_governs_all_columns(read):
    claims = read(
        "Kế hoạch Chương trình OCOP năm 2025\nII. CHỈ TIÊU GIAO NĂM 2025\n"
        "Địa phương // SP mới // SP đánh giá lại // SP nâng hạng\nNam Đàn // 8 // 6 // 2\n"
        "Con Cuông // 7 // 0 // 1\nToàn tỉnh (21 địa phương) // 90 // 40 // 12\n",
        published="2025-01-10",
    )
    assert {(c.kind.value, c.period, c.as_of) for c in claims} == {("target", "2025", "2025")}
    assert {(name, count) for name, _, _, count in told(claims)} == {
        ("Nam Đàn", 8),
        ("Nam Đàn", 6),
        ("Nam Đàn", 2),
        ("Con Cuông", 7),
        ("Con Cuông", 0),
        ("Con Cuông", 1),
        ("Nghệ An", 90),
        ("Nghệ An", 40),
        ("Nghệ An", 12),
    }


def test_aims_beside_results(read):
    claims = read(
        "Báo cáo Chương trình OCOP\nI. KẾT QUẢ THỰC HIỆN\n"
        "TT | Chỉ tiêu | ĐVT | KH 2024 | TH 2024 | Tỷ lệ (%)\n"
        "1 | Sản phẩm OCOP công nhận mới | SP | 60 | 72 | 120\n"
        "2 | Sản phẩm nâng hạng | SP | 10 | 8 | 80\n4 | Chủ thể tham gia | CT | 300 | 310 | 103\n"
    )
    assert told(claims) == {
        ("Nghệ An", "target", "345", 60),
        ("Nghệ An", "new", "345", 72),
        ("Nghệ An", "target", "345", 10),
        ("Nghệ An", "upgraded", "345", 8),
    }


def test_years_as_rows_and_their_sum(read):
    claims = read(
        "Báo cáo Chương trình OCOP giai đoạn 2018 - 2020\nKết quả theo năm:\n"
        "Năm | Số SP dự thi | Số SP đạt | 4 sao | 3 sao\n2019 | 38 | 36 | 14 | 22\n"
        "2020 | 57 | 48 | 19 | 29\nCộng | 95 | 84 | 33 | 51\n",
        published="2021-01-15",
    )
    by_count = {c.count: (c.kind.value, c.period, c.as_of) for c in claims}
    assert by_count[36] == ("new", "2019", "2019")
    assert by_count[57] == ("registered", "2020", "2020")
    assert by_count[84] == ("cumulative", "2018/2020", "2020")
    assert by_count[95] == ("registered", "2018/2020", "2020")


def test_old_provinces_as_columns(read):
    claims = read(
        "Kế hoạch OCOP năm 2026 của tỉnh Gia Lai\nI. SỐ LIỆU NỀN (31/12/2025)\n"
        "Chỉ số | Gia Lai cũ | Bình Định cũ | Cộng\nSản phẩm còn hiệu lực | 311 | 358 | 669\n"
        "Trong đó 4 sao | 52 | 71 | 123\nHết hạn chưa đánh giá lại | 88 | 47 | 135\n"
        "Chủ thể | 204 | 233 | 437\n",
        published="2026-02-12",
        source=SourceInfo("UBND tỉnh Gia Lai", "portal", "Gia Lai"),
    )
    found = {(c.place.name, c.place.regime, c.kind.value, c.stars, c.count) for c in claims}
    assert found == {
        ("Gia Lai", 63, "in_force", (3, 4, 5), 311),
        ("Bình Định", 63, "in_force", (3, 4, 5), 358),
        ("Gia Lai", 34, "in_force", (3, 4, 5), 669),
        ("Gia Lai", 63, "in_force", (4,), 52),
        ("Bình Định", 63, "in_force", (4,), 71),
        ("Gia Lai", 34, "in_force", (4,), 123),
        ("Gia Lai", 63, "expired", (3, 4, 5), 88),
        ("Bình Định", 63, "expired", (3, 4, 5), 47),
        ("Gia Lai", 34, "expired", (3, 4, 5), 135),
    }
    assert {c.as_of for c in claims} == {"2025-12-31"}
    whole = {c.claim_id: c.count for c in claims}
    assert {c.count: whole[c.part_of] for c in claims if c.part_of} == {52: 311, 71: 358, 123: 669}


def test_five_stars_put_forward_are_potential(read):
    claims = read(
        "Kết quả OCOP năm 2023\nHuyện | 5 sao (tỉnh đề nghị) | 4 sao\nNam Đàn | 1 | 4\n"
        "Con Cuông | 0 | 2\n"
    )
    assert {(c.kind.value, c.potential5) for c in claims if c.stars == (5,)} == {("proposed", True)}


@pytest.mark.parametrize(
    "table",
    [
        "Loại hình chủ thể OCOP | 2022 | 2023\nHợp tác xã | 40 | 52\nDoanh nghiệp | 20 | 25",
        "Nhóm sản phẩm OCOP | Số lượng\nThực phẩm | 40\nĐồ uống | 20",
        "Huyện | Số chủ thể | Kinh phí (triệu đồng)\nNam Đàn | 40 | 500\nCon Cuông | 20 | 300",
        "Huyện | Hồ sơ OCOP | Điểm cao nhất\nNam Đàn | 12 | 91\nCon Cuông | 7 | 84",
        "TT | Tên sản phẩm OCOP | Chủ thể | Điểm\n1 | Tương | HTX Sa Nam | 84\n"
        "2 | Cam | HTX Con Cuông | 77",
        "Bưởi Nam Đàn 4 sao | xã Kim Liên | 81\nCam Con Cuông 3 sao | xã Bồng Khê | 66",
    ],
)
def test_what_counts_no_products(read, table):
    assert told(read("Số liệu Chương trình OCOP năm 2024\nBiểu số liệu:\n" + table + "\n")) == set()


def test_a_dash_is_not_zero(read):
    claims = read(
        "Sản phẩm OCOP năm 2023\nHuyện | 4 sao | 3 sao\nNam Đàn | - | 4\nCon Cuông | 0 | 2\n"
    )
    assert {c.count for c in claims} == {4, 0, 2}


def test_figures_of_a_table_are_read_once(read):
    text = "Sản phẩm OCOP năm 2023\nHuyện / 4 sao / 3 sao\nNam Đàn / 5 / 8\nCon Cuông / 6 / 9\n"
    claims = read(text)
    assert [(c.quote.start, c.rule) for c in claims] == [
        (text.index(sign), "table") for sign in ("5 /", "8\n", "6 /", "9\n")
    ]


def test_tables_and_sentences_keep_the_order_of_the_text(read):
    claims = read(
        "Sản phẩm OCOP Nghệ An\nĐến nay, tỉnh có 40 sản phẩm OCOP, cụ thể:\n"
        "Huyện | Số sản phẩm\nNam Đàn | 22\nCon Cuông | 18\n"
        "Năm 2025, tỉnh phấn đấu có thêm 50 sản phẩm OCOP.\n"
    )
    assert [c.count for c in claims] == [40, 22, 18, 50]
    assert [c.kind.value for c in claims[:3]] == ["cumulative"] * 3

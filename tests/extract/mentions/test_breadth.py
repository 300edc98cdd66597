"""Every catalogued form of a date and of a paper's number, in words of our own.

The catalogue was gathered from pages of provinces, newspapers and law portals; the number of
a row is its number there. A row is read here, or stands in ``NOT_READ`` with its reason, and
then in the table of docs/limits.md too.
"""

from pathlib import Path

import pytest

from extract.documents.metadata import day_of_address
from extract.documents.plain import from_text
from extract.mentions.dates import Anchors, Shape, find_dates, resolve
from extract.mentions.decisions import decision_refs
from extract.mentions.rounds import find_rounds
from extract.model import Role
from extract.text.normalise import fold

LIMITS = Path(__file__).parents[3] / "docs" / "limits.md"


def days(text, published=None, period=None):
    """What the dates of a text resolve to; durations and times of day are left out."""
    return [
        resolve(mention.value, Anchors(published, None, period))
        for mention in find_dates(text, fold(text))
        if mention.value.shape not in (Shape.DURATION, Shape.TIME)
    ]


# ── dates in sentences ───────────────────────────────────────────────────────────────

# (row, text, publication, what each date resolves to)
DATES = [
    (2, "Ngày24/8, huyện Lâm Hà chấm 7 sản phẩm", "2022-08-26", ["2022-08-24"]),
    (3, "ngày 9/3/2021, tức ngày 09/03/2021", None, ["2021-03-09", "2021-03-09"]),
    (5, "Ngày 14.10 Sở đã họp", "2019-10-16", ["2019-10-14"]),
    (6, "ban hành 3.6.2020, sửa 17.11.2021", None, ["2020-06-03", "2021-11-17"]),
    (
        7,
        "số liệu tính đến 30.6.2022, gửi trước ngày 15.7.2022",
        None,
        ["2022-06-30", "2022-07-14"],
    ),
    (8, "ngày 21.4.2023 tỉnh sẽ trao giấy", "2023-04-18", ["2023-04-21"]),
    (10, "Ngày 17-9-2021, UBND huyện", None, ["2021-09-17"]),
    (11, "Trước tháng 5, xã nộp hồ sơ", "2023-02-02", ["2023-04-30"]),
    (12, "phấn đấu hết năm 2024 có 40 sản phẩm", None, ["2024-12-31"]),
    (14, "Chiều ngày 3/12, hội đồng họp", "2021-12-04", ["2021-12-03"]),
    (15, "giai đoạn 2022 – 2026", None, ["2026"]),
    (16, "tầm nhìn đến năm 2035", None, ["2035"]),
    (17, "Sau hơn 3 năm thực hiện, huyện có 12 sản phẩm", "2023-05-05", []),
    (18, "Dự kiến đến hết năm 2026 có 300 sản phẩm", None, ["2026-12-31"]),
    (19, "ngày 04\ntháng 11\nnăm 2021", None, ["2021-11-04"]),
    (20, "ngày 17 tháng 02 năm 2022", None, ["2022-02-17"]),
    (21, "ngày 30 tháng 09 năm 2020", None, ["2020-09-30"]),
    (22, "Sáng 9-7, tại Cao Lãnh", "2022-07-11", ["2022-07-09"]),
    (23, "Sáng 14.12, thị xã", "2021-12-15", ["2021-12-14"]),
    (24, "Chiều 19/4, huyện", "2023-04-20", ["2023-04-19"]),
    (25, "Tối ngày 27/5/2023, lễ vinh danh", None, ["2023-05-27"]),
    (26, "Sáng nay (12/10), Chi cục", "2021-10-12", ["2021-10-12", "2021-10-12"]),
    (27, "vào sáng mai, ngày 8/3", "2022-03-07", ["2022-03-08", "2022-03-08"]),
    (28, "Hôm 28/12 vừa qua", "2023-01-04", ["2022-12-28", None]),
    (29, "Sáng 14/11/202, tại Sở", "2021-11-15", ["2021-11-14"]),
    (30, "ngày 05-02-2020, ngày 6-8", "2020-08-09", ["2020-02-05", "2020-08-06"]),
    (31, "ngày 9/9/2019, hết hiệu lực kể từ ngày 9/9/2022", None, ["2019-09-09", "2022-09-09"]),
    (32, "có giá trị 36 tháng kể từ ngày 15/6/2022", None, ["2022-06-15"]),
    (33, "có hiệu lực từ ngày 01/9/2024", None, ["2024-09-01"]),
    (34, "Trong 2 ngày 14-15/8; hai ngày (05 và 06/9)", "2022-09-08", ["2022-08-15", "2022-09-06"]),
    (35, "Từ ngày 28-9 đến 3-10; từ ngày 11 đến 14/11", "2022-11-15", ["2022-10-03", "2022-11-14"]),
    (36, "(được chấm từ 12.10)", "2022-10-20", ["2022-10-12"]),
    (37, "8h30' ngày 19/05/2022", None, ["2022-05-19"]),
    (38, "Tính đến hết năm 2021; đến cuối năm 2023", None, ["2021-12-31", "2023-12-31"]),
    (39, "Tính đến 28/2/2024; Tính đến ngày 15-6", "2024-07-01", ["2024-02-28", "2024-06-15"]),
    (40, "thống kê đến ngày 30/11/2021", None, ["2021-11-30"]),
    (41, "đến hết tháng 2/2023; đến cuối tháng 6 năm 2024", None, ["2023-02-28", "2024-06-30"]),
    (42, "tính đến hết tháng 4 tháng năm 2022", None, ["2022-04-30"]),
    (43, "tính đến tháng 3/2024", None, ["2024-03"]),
    (44, "Lũy kế đến nay; Hiện nay", "2023-08-09", ["2023-08-09", "2023-08-09"]),
    (45, "Riêng từ đầu năm đến nay", "2024-09-10", ["2024", "2024-09-10"]),
    (46, "qua 9 tháng năm 2022; 7 tháng đầu năm 2023", None, ["2022-09-30", "2023-07-31"]),
    (51, "kết quả năm 2022, ký ngày 19/01/2023", None, ["2022", "2023-01-19"]),
    (52, "giai đoạn 2020-2023; (từ năm 2019 - 2023)", None, ["2023", "2023"]),
    (
        53,
        "Từ năm 2020 đến nay; Sau 5 năm (2019 - 2023)",
        "2024-01-02",
        ["2020", "2024-01-02", "2023"],
    ),
    (54, "Sau gần 4 năm; qua hơn 3 năm (2020-2022)", None, ["2022"]),
    (55, "trong năm nay; trong năm qua", "2024-01-09", ["2024", "2023"]),
    (56, "mới đây; vừa qua", "2024-01-09", [None, None]),
    (57, "Trước đó, vào tháng 3/2021", None, ["2021-03"]),
    (58, "tháng 10 tới, trong thời gian tới", "2022-08-01", ["2022-10", None]),
    (59, "đến năm 2026; đến hết năm 2027", None, ["2026", "2027-12-31"]),
    (60, "mỗi năm có ít nhất 6 sản phẩm", "2022-08-01", []),
    (84, "có giá trị 36 tháng (03 năm)", None, []),
    (85, "dịp Xuân Nhâm Dần này", None, ["2022"]),
    (86, "As of March 2024; on July 9, 2024", None, ["2024-03", "2024-07-09"]),
    (88, "mật ong (OCOP 2021), năm 2022 nâng hạng", None, ["2021", "2022"]),
    (
        89,
        "quý III/2024; trung tuần tháng 5; đầu năm 2023; số liệu chốt tại 31/3",
        "2024-10-02",
        ["2024-09-30", "2024-05", "2023", "2024-03-31"],
    ),
]


@pytest.mark.parametrize(("row", "text", "published", "expected"), DATES)
def test_a_date_of_a_sentence_is_read(row, text, published, expected):
    assert days(text, published) == expected, f"row {row}"


def test_a_year_that_is_wrong_in_print_is_kept_where_nothing_proves_it():  # row 82
    assert days("12 tháng 8 năm 2014") == ["2014-08-12"]


# What only looks like the form of the row.
NO_DATES = [
    (2, "Đạt24/8 tiêu chí"),
    (5, "tăng 12.12 lần"),
    (10, "từ 30-3 sản phẩm"),
    (22, "hạng 3-4 sao"),
    (34, "đạt 26-27/9 điểm"),
    (36, "số xã có sản phẩm (7/10)"),
    (39, "đến 7/10 huyện"),
    (54, "sau 3 sản phẩm đầu"),
    (56, "vừa quan trọng"),
    (85, "Tân Sửu là tên một ấp"),
    (89, "mời quý vị"),
]


@pytest.mark.parametrize(("row", "text"), NO_DATES)
def test_what_only_looks_like_the_form_is_no_date(row, text):
    assert days(text, "2022-05-05") == [], f"row {row}"


# ── the day of the page ──────────────────────────────────────────────────────────────

_BODY = "\n\nTỉnh công nhận 12 sản phẩm OCOP đạt từ 3 sao trở lên cho các chủ thể.\n"

# (row, head of the page, day of publication)
PAGES = [
    (1, "Thêm 12 sản phẩm OCOP được gắn sao\n14/05/2021", "2021-05-14"),
    (4, "Thêm 12 sản phẩm OCOP được gắn sao\nNgày: 03/11/2019", "2019-11-03"),
    (9, "Thêm 12 sản phẩm OCOP\nCập nhật lúc07:15, Thứ Năm, 14/05/2020 (GMT+7)", "2020-05-14"),
    (13, "Thêm 12 sản phẩm OCOP\nCập nhật lúc : 09:41 17/10/2019", "2019-10-17"),
    (61, "Thêm 12 sản phẩm OCOP\nThứ Năm 18/03/2021 , 08:12 (GMT+7)", "2021-03-18"),
    (67, "Thêm 12 sản phẩm OCOP\nThứ tư, 15-03-2023 | 10:21GMT+7", "2023-03-15"),
    (68, "Thêm 12 sản phẩm OCOP\nThứ 5, 21.07.2022 | 09:11:40", "2022-07-21"),
    (69, "Thêm 12 sản phẩm OCOP\nNgày xuất bản: 09/08/2024 3:12:07 CH", "2024-08-09"),
    (70, "Thêm 12 sản phẩm OCOP\n10:44' - 06/07/2021", "2021-07-06"),
    (71, "Thêm 12 sản phẩm OCOP\n8-4-2022, 7:5 GMT+7", "2022-04-08"),
    (72, "Thêm 12 sản phẩm OCOP\n11/06/2023 14:20 GMT+7", "2023-06-11"),
    (73, "Thêm 12 sản phẩm OCOP\n05:47 AM 16/09/2021", "2021-09-16"),
    (74, "Thêm 12 sản phẩm OCOP\nĐăng ngày 08 - 04 - 2022", "2022-04-08"),
    (75, "Thêm 12 sản phẩm OCOP\n11/10/2022 - 15:32", "2022-10-11"),
    (76, "Thêm 12 sản phẩm OCOP\nHà Nội (TTXVN 12/9/2022) - Tỉnh vừa", "2022-09-12"),
    (77, "Thêm 12 sản phẩm OCOP\nThứ Ba, 16:05 ngày 18/07/2023", "2023-07-18"),
    # a clock of the site alone says nothing of the article
    (65, "Thứ hai 12/05/2025 06:33 Hotline: 0900\nThêm 12 sản phẩm OCOP", None),
    (80, "Thêm 12 sản phẩm OCOP\nTHU HIỀN 17/08/2022 10:12", "2022-08-17"),
    # two clocks: the first, above the title, is that of the visit
    (
        62,
        "Thứ Hai, 8/9/2025 6:12 (GMT +7)\nThêm 12 sản phẩm OCOP\nThứ Tư 16/12/2020 , 09:30 (GMT+7)",
        "2020-12-16",
    ),
    (
        63,
        "Thứ 6, 12/01/2024, 08:45[GMT+7]\nThêm 12 sản phẩm OCOP\nThứ 3, 14/11/2023 | 07:30:11",
        "2023-11-14",
    ),
    (
        64,
        "Thứ năm, ngày 16 tháng 5 năm 2024\nThêm 12 sản phẩm OCOP\n"
        "Thứ sáu, ngày 19 tháng 1 năm 2024 | 10:02",
        "2024-01-19",
    ),
]


@pytest.mark.parametrize(("row", "head", "published"), PAGES)
def test_the_day_of_a_page_is_read_from_its_head(row, head, published):
    found = from_text(head + _BODY, document_id="breadth").published
    assert (found.date if found else None) == published, f"row {row}"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://bao.example/kinh-te/them-12-san-pham-ocop-20220817101544210.htm", "2022-08-17"),
        ("https://bao.example/202108/them-12-san-pham-ocop.html", "2021-08"),
        ("https://bao.example/them-12-san-pham-ocop-1234567.htm", None),
    ],
)
def test_an_address_tells_the_day_of_its_page(address, day):  # row 79
    assert day_of_address(address) == day


# ── rounds ───────────────────────────────────────────────────────────────────────────

ROUNDS = [
    (47, "đợt 3, năm 2023; đợt 1 của năm 2024; đợt 2/2021; đợt 1-2022", [3, 1, 2, 1]),
    (48, "đợt III năm 2022; đợt I năm 2023", [3, 1]),
    (49, "đợt 2,3 năm 2021", [(2, 3)]),
    (50, "lần 2 năm 2024; lần thứ 3 năm 2021; (đợt bổ sung); năm 2023 (đợt 4)", [2, 3, (), 4]),
]


@pytest.mark.parametrize(("row", "text", "expected"), ROUNDS)
def test_a_round_is_read(row, text, expected):
    assert [m.value for m in find_rounds(text, fold(text))] == expected, f"row {row}"


# ── numbers of papers ────────────────────────────────────────────────────────────────

R, L, P, O = Role.RECOGNITION, Role.LEGAL_BASIS, Role.PLAN, Role.OTHER  # noqa: E741

# (row, text, publication, canonical number, date, role)
PAPERS = [
    (1, "Quyết định số 612/Q Đ-TTg ngày 5/5/2021", None, "612/QĐ-TTg", "2021-05-05", L),
    (2, "Quyết định số 612/QĐ-TTg ngày 05/5/2021", None, "612/QĐ-TTg", "2021-05-05", L),
    (3, "Quyết định số 612/QĐ-Ttg ngày 5.5.2021", None, "612/QĐ-TTg", "2021-05-05", L),
    (4, "theo QĐ số 612/QĐ-Ttg", None, "612/QĐ-TTg", None, L),
    (5, "theo Quyết định 612/QĐ-TTG", None, "612/QĐ-TTg", None, L),
    (6, "theo Quyết định số 612 của Thủ tướng", None, "612", None, L),
    (7, "văn bản số 3127/BNN-VPĐP", None, "3127/BNN-VPĐP", None, O),
    (
        8,
        "ban hành ngày 4.9.2019 theo Quyết định số 07/QĐ-BCĐTW",
        None,
        "07/QĐ-BCĐTW",
        "2019-09-04",
        L,
    ),
    (9, "UBND tỉnh có Kế hoạch số 64/KH-UBND", None, "64/KH-UBND", None, P),
    (10, "Số: 83/KH-UBND\nCà Mau, ngày 14 tháng 3 năm 2023\n", None, "83/KH-UBND", "2023-03-14", P),
    (11, "Quyết định số 733/QĐ- TTg của", None, "733/QĐ-TTg", None, L),
    (12, "Quyết định số 733/QĐ-Ttg của", None, "733/QĐ-TTg", None, L),
    (13, "Quyết định số 733 ngày 4-2-2022 của Thủ tướng", None, "733", "2022-02-04", L),
    (14, "Decision No. 733/QD-TTg dated March 4, 2022", None, "733/QĐ-TTg", "2022-03-04", L),
    (
        15,
        "Ngày 19/1/2023, công bố Quyết định 214/QĐ-UBND ngày 18/1/2022 công nhận kết quả năm 2022",
        "2023-01-20",
        "214/QĐ-UBND",
        "2023-01-18",
        R,
    ),
    (
        16,
        "Quyết định số 98/QĐ-UBND ngày 11/1/2024 công nhận kết quả đợt 2 của năm 2023",
        "2024-01-12",
        "98/QĐ-UBND",
        "2024-01-11",
        R,
    ),
    (17, "tỉnh ban hành Quyết định 517/QĐ-UBND công nhận", None, "517/QĐ-UBND", None, R),
    (18, "cấp theo Quyết định 229/QĐ-UBND ngày 7/3/2020", None, "229/QĐ-UBND", "2020-03-07", R),
    (
        19,
        "Quyết định số 3141/QĐ-UBND ngày 17 tháng 11 năm 2020 công nhận",
        None,
        "3141/QĐ-UBND",
        "2020-11-17",
        R,
    ),
    (
        20,
        "Quyết định số 1876/QĐ-UBND ngày 2/7/2022 công nhận",
        None,
        "1876/QĐ-UBND",
        "2022-07-02",
        R,
    ),
    (
        21,
        "Ngày 19/5/2022, UBND tỉnh ký Quyết định 1290/QĐ-UBND",
        None,
        "1290/QĐ-UBND",
        "2022-05-19",
        R,
    ),
    (22, "Quyết định số 904/QĐ – UBND công nhận", None, "904/QĐ-UBND", None, R),
    (23, "Quyết định 5512/QĐ-UBND của UBND TP Cần Thơ công nhận", None, "5512/QĐ-UBND", None, R),
    (24, "theo quyết định số 3306/QĐ-UBND công nhận", None, "3306/QĐ-UBND", None, R),
    (
        25,
        "Ngay sau đó, ngày20/01/2022, UBND tỉnh ban hành Quyết định số 66/QĐ-UBND",
        None,
        "66/QĐ-UBND",
        "2022-01-20",
        R,
    ),
    (
        26,
        "Quyết định 1427/QĐ-UBND phê duyệt kết quả chấm điểm 2 sản phẩm",
        None,
        "1427/QĐ-UBND",
        None,
        O,
    ),
    (27, "Quyết định số 1204/QĐ-UBND-HC công nhận", None, "1204/QĐ-UBND-HC", None, R),
    (28, "Quyết định số 31/QĐ-UBND công nhận", None, "31/QĐ-UBND", None, R),
    (29, "Quyết định 1955/QĐ-BNN-VPĐP công nhận 5 sao", None, "1955/QĐ-BNN-VPĐP", None, R),
    (
        30,
        "Quyết định số 4012/QĐ-BNNMT ngày 8/10/2025 công nhận",
        None,
        "4012/QĐ-BNNMT",
        "2025-10-08",
        R,
    ),
    (31, "Bộ công nhận tại Quyết định số 512", None, "512", None, R),
    (32, "Quyết định số 641 ngày 9/4/2022 công nhận", None, "641", "2022-04-09", R),
    (33, "Quyết định số 1733 công nhận 14 sản phẩm", None, "1733", None, R),
    (
        34,
        "Ngày 27/9, Phó Chủ tịch UBND tỉnh ký Quyết định 2018/QĐ-UBND",
        "2021-10-01",
        "2018/QĐ-UBND",
        "2021-09-27",
        R,
    ),
    (
        35,
        "công nhận tại Quyết định 377/QĐ-UBND ngày 14/03/2021",
        "2024-05-05",
        "377/QĐ-UBND",
        "2021-03-14",
        R,
    ),
    (36, "Quyết định số 3908/QĐ-UBND công nhận", None, "3908/QĐ-UBND", None, R),
    (37, "Quyết định số 207/QĐ-UBND ngày 8/3/2022 công nhận", None, "207/QĐ-UBND", "2022-03-08", R),
    (
        38,
        "Quyết định 1947/QĐ-UBND công nhận 9 sản phẩm, có giá trị 36 tháng kể từ ngày 19/12/2022",
        "2023-01-04",
        "1947/QĐ-UBND",
        "2022-12-19",
        R,
    ),
    (39, "under Decision 1811/ QD-UBND", None, "1811/QĐ-UBND", None, R),
    (
        40,
        "Mới đây, tỉnh ban hành Quyết định 1602/QĐ-UBND công nhận",
        "2022-08-09",
        "1602/QĐ-UBND",
        None,
        R,
    ),
    (41, "Quyết định 118/QĐ-UBND công nhận kết quả năm 2020", "2021-01-20", "118/QĐ-UBND", None, R),
    (
        42,
        "Quyết định số 1930/QĐ-UBND công nhận: chả mực (4*), bún (3*)",
        None,
        "1930/QĐ-UBND",
        None,
        R,
    ),
    (43, "Quyết định số 1931/QĐ-UBND công nhận", None, "1931/QĐ-UBND", None, R),
    (44, "Kế hoạch số 77/KH-UBND ngày 02/6/2024", None, "77/KH-UBND", "2024-06-02", P),
    (45, "UBND tỉnh ban hành Quyết định số 52/QĐ-UBND công nhận", None, "52/QĐ-UBND", None, R),
    (
        46,
        "Quyết định số 2700/QĐ-UBND ngày 9-8-2022 công nhận",
        None,
        "2700/QĐ-UBND",
        "2022-08-09",
        R,
    ),
    (47, "Decision 1455/QĐ-UBND recognising 13 products", None, "1455/QĐ-UBND", None, R),
    (
        48,
        "Quyết định 63/QĐ-UBND ngày 04-03-2020 ban hành quy chế sử dụng nhãn hiệu",
        None,
        "63/QĐ-UBND",
        "2020-03-04",
        O,
    ),
    (
        49,
        "Quyết định 815/QĐ-UBND phê duyệt điểm của 2 sản phẩm tiềm năng 5 sao",
        None,
        "815/QĐ-UBND",
        None,
        O,
    ),
    (50, "Quyết định số 2914/QÐ-UBND công nhận", None, "2914/QĐ-UBND", None, R),
    (51, "Phó Chủ tịch tỉnh đã ký Quyết định 44/QĐ-UBND", None, "44/QĐ-UBND", None, R),
    (
        53,
        "Ngày 20-4-2021, tỉnh ban hành Quyết định 419/QĐ-UBND",
        None,
        "419/QĐ-UBND",
        "2021-04-20",
        R,
    ),
    (
        54,
        "Quyết định số 884/QĐ-UBND phê duyệt danh sách sản phẩm tham gia đánh giá",
        None,
        "884/QĐ-UBND",
        None,
        O,
    ),
    (55, "UBND huyện ban hành Quyết định 3141/QĐ-UBND công nhận", None, "3141/QĐ-UBND", None, R),
    (56, "Quyết định 275/QĐ-UBND (14/6/2024) công nhận", None, "275/QĐ-UBND", "2024-06-14", R),
    (
        58,
        "Số: 2611/QĐ-UBND\nLào Cai, ngày 05 tháng 8 năm 2019\n",
        None,
        "2611/QĐ-UBND",
        "2019-08-05",
        R,
    ),
    (
        59,
        "Số hiệu: | 94/KH-UBND\nLoại văn bản: | Kế hoạch\nNgày ban hành: | 07/04/2023\n",
        None,
        "94/KH-UBND",
        "2023-04-07",
        P,
    ),
    (
        60,
        "Quyết định số 11/QĐ-BCĐTW-VPĐPNTM ngày 9/5/2023",
        None,
        "11/QĐ-BCĐTW-VPĐPNTM",
        "2023-05-09",
        L,
    ),
    (61, "Kế hoạch số 2710/KH-UBND\\r\\nngày", None, "2710/KH-UBND", None, P),
    (62, "Quyết định 618/QĐUBND ngày 14/10/2021 công nhận", None, "618/QĐ-UBND", "2021-10-14", R),
    (63, "Kế hoạch số 09/KH-HĐĐGPH ngày 11/02/2022", None, "09/KH-HĐĐGPH", "2022-02-11", P),
    (
        64,
        "Quyết định số 940/QĐ-UBND ngày 6/6/2021 về việc thành lập Hội đồng",
        None,
        "940/QĐ-UBND",
        "2021-06-06",
        O,
    ),
    (65, "Kế hoạch số 206/KH-UBND", None, "206/KH-UBND", None, P),
    (66, "Kế hoạch số 38/KH-UBND ngày 27.8", "2021-09-02", "38/KH-UBND", "2021-08-27", P),
    (67, "Nghị quyết số 17-NQ/TU ngày 12/5/2021", None, "17-NQ/TU", "2021-05-12", L),
    (68, "beslutning 2210/QD-UBND", None, "2210/QĐ-UBND", None, R),
    (69, "Quyết định 733/QD-UBND khen thưởng các chủ thể", None, "733/QĐ-UBND", None, O),
    (70, "Số: 3120/QĐ-BNN-KHCN", None, "3120/QĐ-BNN-KHCN", None, R),
    (
        71,
        "Quyết định số 27 /2008/QĐ-UBND ngày 09 / 8 /2008",
        None,
        "27/2008/QĐ-UBND",
        "2008-08-09",
        R,
    ),
    (73, "chấm theo QĐ 733, mỗi huyện", None, "733", None, R),
    (74, "Nghị quyết số 118/NQ-UBTVQH15", None, "118/NQ-UBTVQH15", None, L),
]


@pytest.mark.parametrize(("row", "text", "published", "number", "day", "role"), PAPERS)
def test_a_number_of_a_paper_is_read(row, text, published, number, day, role):
    (ref,) = decision_refs(text, fold(text), Anchors(published))
    assert (ref.number, ref.date, ref.role) == (number, day, role), f"row {row}"


def test_two_decisions_of_one_act_keep_their_numbers():  # row 52
    text = (
        "Quyết định số 731/QĐ-UBND ngày 12/5/2021 công nhận 9 sản phẩm và Quyết định số 730/QĐ-UBND"
        " phê duyệt điểm của 1 sản phẩm tiềm năng 5 sao"
    )
    read = [(ref.number, ref.role) for ref in decision_refs(text, fold(text), Anchors(None))]
    assert read == [("731/QĐ-UBND", R), ("730/QĐ-UBND", O)]


def test_four_grammars_of_one_preamble_are_read():  # row 57
    text = (
        "Thực hiện Nghị quyết số 15/2020/NQ-HĐND ngày 08/12/2020; Quyết định số 733/QĐ-UBND;"
        " Công văn số 291/UBND-KTN, UBND tỉnh ban hành Kế hoạch số 1875/KH-UBND"
    )
    read = [ref.number for ref in decision_refs(text, fold(text), Anchors(None))]
    assert read == ["15/2020/NQ-HĐND", "733/QĐ-UBND", "291/UBND-KTN", "1875/KH-UBND"]


# ── what is not read ─────────────────────────────────────────────────────────────────

# (text of the form, what stands in the table of docs/limits.md)
NOT_READ = {
    "D66": "a lone clock above the title",
    "D78": "a day in brackets in a title",
    "D81": "a year with a digit too many that fits two years",
    "D87": "dates of machine translations",
    "N72": "a wrong day of a law",
}


def test_every_form_is_read_or_listed():
    dates = {row for row, *_ in (*DATES, *PAGES, *ROUNDS)} | {79, 82, 83}
    papers = {row for row, *_ in PAPERS} | {52, 57}
    listed = {form[0]: set() for form in NOT_READ}
    for form in NOT_READ:
        listed[form[0]].add(int(form[1:]))
    assert dates | listed["D"] == set(range(1, 90))
    assert papers | listed["N"] == set(range(1, 75))


@pytest.mark.parametrize("words", NOT_READ.values())
def test_the_limits_name_what_is_not_read(words):
    assert words in LIMITS.read_text(encoding="utf-8")

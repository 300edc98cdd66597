"""Numbers of official papers as they are printed, with their dates and roles.

Rows follow the catalogue of printed numbers; expectations are read off the printed words
and Nghị định 30/2020/NĐ-CP.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.mentions.dates import Anchors, find_dates
from extract.mentions.decisions import decision_refs, find_decisions
from extract.model import Role
from extract.text.normalise import fold

R, L, P, O = Role.RECOGNITION, Role.LEGAL_BASIS, Role.PLAN, Role.OTHER  # noqa: E741


def refs(text, published=None):
    return decision_refs(text, fold(text), Anchors(published))


def one(text, published=None):
    (ref,) = refs(text, published)
    return ref


# (text, span as printed, canonical number)
NUMBERS = [
    ("Quyết định số 490/Q Đ-TTg ngày 7/5/2018", "490/Q Đ-TTg", "490/QĐ-TTg"),
    ("Quyết định số 490/QĐ-Ttg ngày 7.5.2018", "490/QĐ-Ttg", "490/QĐ-TTg"),
    ("theo đúng tinh thần QĐ số 490/QĐ-Ttg", "490/QĐ-Ttg", "490/QĐ-TTg"),
    ("Quyết định 490/QĐ-TTG", "490/QĐ-TTG", "490/QĐ-TTg"),
    ("Quyết định số 490 của Thủ tướng", "490", "490"),
    ("văn bản số 9654/BNN-VPĐP đề nghị", "9654/BNN-VPĐP", "9654/BNN-VPĐP"),
    ("theo Quyết định số 01/QĐ-BCĐTW.", "01/QĐ-BCĐTW", "01/QĐ-BCĐTW"),
    ("Kế hoạch số 27/KH-UBND", "27/KH-UBND", "27/KH-UBND"),
    ("Số: 115/KH-UBND", "115/KH-UBND", "115/KH-UBND"),
    ("Quyết định số 1048/QĐ- TTg", "1048/QĐ- TTg", "1048/QĐ-TTg"),
    ("Quyết định số 148 ngày 24-2-2023", "148", "148"),
    ("Quyết định 148 của Thủ tướng", "148", "148"),
    ("No. 1489/QD-TTg dated July 6, 2025", "1489/QD-TTg", "1489/QĐ-TTg"),
    ("Quyết định 348/QĐ-UBND", "348/QĐ-UBND", "348/QĐ-UBND"),
    ("Quyết định số 715/QĐ – UBND", "715/QĐ – UBND", "715/QĐ-UBND"),
    ("7095/QĐ-UBND của UBND TP Hà Nội", "7095/QĐ-UBND", "7095/QĐ-UBND"),
    ("quyết định số 2919/QĐ-UBND", "2919/QĐ-UBND", "2919/QĐ-UBND"),
    ("Quyết định số 1580/QĐ-UBND-HC", "1580/QĐ-UBND-HC", "1580/QĐ-UBND-HC"),
    ("2890/QĐ-BNN-VPĐP", "2890/QĐ-BNN-VPĐP", "2890/QĐ-BNN-VPĐP"),
    ("2361/QĐ-BNNMT ngày 26/6/2025", "2361/QĐ-BNNMT", "2361/QĐ-BNNMT"),
    ("Quyết định số 2310 là 11 sản phẩm", "2310", "2310"),
    ("Decision 2365/ QD-UBND", "2365/ QD-UBND", "2365/QĐ-UBND"),
    ("Quyết định số 3787/QÐ-UBND", "3787/QÐ-UBND", "3787/QĐ-UBND"),
    ("04/QĐ-BCĐTW-VPĐPNTM", "04/QĐ-BCĐTW-VPĐPNTM", "04/QĐ-BCĐTW-VPĐPNTM"),
    ("752/QĐUBND ngày 31/12/2022", "752/QĐUBND", "752/QĐ-UBND"),
    ("05/KH-HĐĐGPH ngày 06/01/2023", "05/KH-HĐĐGPH", "05/KH-HĐĐGPH"),
    ("Nghị quyết số 10-NQ/TU ngày 26/8/2021", "10-NQ/TU", "10-NQ/TU"),
    ("828/QD-UBND", "828/QD-UBND", "828/QĐ-UBND"),
    ("4653/QĐ-BNN-KHCN", "4653/QĐ-BNN-KHCN", "4653/QĐ-BNN-KHCN"),
    ("44 /2005/QĐ-UBND ngày 06 / 7 /2005", "44 /2005/QĐ-UBND", "44/2005/QĐ-UBND"),
    ("19/2025/QĐ-TTg", "19/2025/QĐ-TTg", "19/2025/QĐ-TTg"),
    ("237/NQ-UBTVQH16", "237/NQ-UBTVQH16", "237/NQ-UBTVQH16"),
    ("30/2026/QH16", "30/2026/QH16", "30/2026/QH16"),
    ("07/2021/NQ-HĐND ngày 13/01/2021", "07/2021/NQ-HĐND", "07/2021/NQ-HĐND"),
    ("Công văn số 485/UBND-KTN", "485/UBND-KTN", "485/UBND-KTN"),
    ("Tờ trình số 187/TTr-SNN", "187/TTr-SNN", "187/TTr-SNN"),
    ("Quyết định số 1162/QĐVPĐP-OCOP", "1162/QĐVPĐP-OCOP", "1162/QĐ-VPĐP-OCOP"),
    ("đã kýQuyết định số 38/QĐ-UBND", "38/QĐ-UBND", "38/QĐ-UBND"),
    ("Thông tư số 05/2021/TT-BNV", "05/2021/TT-BNV", "05/2021/TT-BNV"),
]


@pytest.mark.parametrize(("text", "printed", "number"), NUMBERS)
def test_numbers_are_canonical_and_spans_as_printed(text, printed, number):
    ref = one(text)
    assert (ref.span.text, ref.number) == (printed, number)


NO_PAPERS = [
    "22/23 sản phẩm",
    "Giấy phép số 08/GP-TTĐT",
    "ngày 16/6/2020",
    "Kế hoạch 2025: thêm 25 sản phẩm",
    "Kế hoạch 2019-2020",
    "quyết định công nhận 120 sản phẩm",
    "quyết định 12 sản phẩm",
    "công văn trên",
    "4/9 huyện",
    "1.250.000đ/kg",
    "ISO 9001:2015",
    "Quyết định 2023 và các năm sau",
]


@pytest.mark.parametrize("text", NO_PAPERS)
def test_what_only_looks_like_a_number_of_a_paper(text):
    assert refs(text) == ()


# (text, publication, date)
DATES = [
    ("Quyết định số 490/QĐ-TTg ngày 07/5/2018 của Thủ tướng", None, "2018-05-07"),
    ("Quyết định số 385 ngày 17/2/2021 của UBND tỉnh", None, "2021-02-17"),
    ("Quyết định số 5445/QĐ-UBND ngày 23 tháng 12 năm 2019", None, "2019-12-23"),
    ("Quyết định số 3500/QĐ-UBND ngày 3-11-2021", None, "2021-11-03"),
    ("Quyết định số 57/QĐ-UBND ngày11/01/2021", None, "2021-01-11"),
    ("ban hành ngày 22.8.2018 theo Quyết định số 01/QĐ-BCĐTW", None, "2018-08-22"),
    (
        "Ngày 15/10, Phó Chủ tịch UBND tỉnh đã ký Quyết định số 2394/QĐ-UBND",
        "2019-10-20",
        "2019-10-15",
    ),
    ("Ngày11/01/2021, UBND tỉnh ban hành Quyết định số 57/QĐ-UBND", None, "2021-01-11"),
    ("Số: 115/KH-UBND\nHà Tĩnh, ngày 01 tháng 11 năm 2018\n\nKẾ HOẠCH", None, "2018-11-01"),
    ("Số hiệu | 116/KH-UBND\nNgày ban hành | 16/06/2023\n", None, "2023-06-16"),
    (
        "Quyết định số 156/QĐ-UBND được UBND tỉnh ký hôm 17/1 đã khép lại",
        "2023-01-18",
        "2023-01-17",
    ),
    ("Quyết định 843/QĐ-UBND do UBND tỉnh ký ngày 06/01/2023 công nhận", None, "2023-01-06"),
    ("Quyết định số 1417/QĐ-UBND, ký ngày 18.6, xướng tên", "2020-06-20", "2020-06-18"),
    ("Ký ngày 18/01/2023, Quyết định số 86/QĐ-UBND của UBND tỉnh", None, "2023-01-18"),
    ("Quyết định số 3787/QĐ-UBND, tháng 11/2022", None, "2022-11"),
    ("Quyết định số 2919/QĐ-UBND (tháng 11/2020) công nhận", None, "2020-11"),
    (
        "Quyết định 2585/QĐ-UBND công nhận 15 sản phẩm, có giá trị 36 tháng kể từ ngày 28/12/2023",
        "2024-01-03",
        "2023-12-28",
    ),
    ("Ngày 4/2/2020, bằng Quyết định số 303/QĐ-UBND, UBND tỉnh cấp", None, "2020-02-04"),
    ("Hôm qua, UBND tỉnh ký Quyết định số 77/QĐ-UBND công nhận", "2023-05-10", "2023-05-09"),
    ("Quyết định số 4261/QĐ-UBND công nhận 22 sản phẩm", "2023-01-05", None),
    ("Ngày 20/9, Sở tổ chức hội nghị triển khai Quyết định số 490/QĐ-TTg", "2018-09-23", None),
    ("Chiều 5/3, tỉnh công bố kết quả theo Quyết định số 148/QĐ-TTg", "2024-03-06", None),
]


@pytest.mark.parametrize(("text", "published", "day"), DATES)
def test_the_date_in_reach(text, published, day):
    assert one(text, published).date == day


ROLES = [
    ("Quyết định số 2919/QĐ-UBND công nhận kết quả đánh giá, phân hạng sản phẩm OCOP", R),
    ("UBND tỉnh cấp giấy chứng nhận cho 48 sản phẩm theo Quyết định số 303/QĐ-UBND", R),
    ("Quyết định số 5/QĐ-UBND phê duyệt kết quả đánh giá, xếp hạng đợt 2 năm 2020", R),
    ("Quyết định số 2361/QĐ-BNNMT công nhận 47 sản phẩm 5 sao", R),
    ("hết hạn 09 sản phẩm, công nhận tại Quyết định số 2656/QĐ-UBND ngày 26/11/2021", R),
    ("22 sản phẩm được UBND tỉnh công nhận tại Quyết định số 385.", R),
    ("Quyết định số 1810/QĐ-UBND phê duyệt kết quả chấm điểm 03 sản phẩm tiềm năng 5 sao", O),
    ("Quyết định số 743/QĐ-UBND, UBND tỉnh phê duyệt điểm chấm và đề nghị Trung ương", O),
    ("Quyết định số 1000/QĐ-UBND phê duyệt danh sách sản phẩm tham gia đánh giá", O),
    ("Quyết định 1108/QĐ-UBND về việc thành lập Hội đồng đánh giá, phân hạng", O),
    ("Quyết định số 828/QĐ-UBND khen thưởng các chủ thể có sản phẩm được công nhận", O),
    ("Quyết định số 12/QĐ-UBND thu hồi giấy chứng nhận của 13 sản phẩm OCOP", O),
    ("thay thế Quyết định số 298/QĐ-UBND ngày 18/7/2024.", O),
    ("Quyết định số 1533/QĐ-UBND phê duyệt Đề án mỗi xã một sản phẩm", P),
    ("Kế hoạch số 27/KH-UBND triển khai chương trình", P),
    ("Căn cứ Quyết định số 1533/QĐ-UBND ngày 13/8/2019 phê duyệt Đề án", L),
    ("Quyết định số 490/QĐ-TTg phê duyệt Chương trình mỗi xã một sản phẩm", L),
    ("theo Quyết định số 148 của Thủ tướng Chính phủ.", L),
    ("theo bộ tiêu chí mới (Quyết định số 148)", L),
    ("Nghị định số 57/2018/NĐ-CP về khuyến khích doanh nghiệp", L),
    ("nếu vi phạm sẽ bị xử lý theo Quyết định số 742/QĐ-UBND", L),
    ("thưởng theo Nghị quyết số 25/2020/NQ-HĐND", O),
    ("Công văn số 611/VPĐP-OCOP", O),
    ("Xét Tờ trình số 219/TTr-PNN", O),
    ("Số: 615/BC-UBND", O),
    (
        "Số: 1387/QĐ-UBND\nBắc Giang, ngày 09 tháng 12 năm 2021\n\nQUYẾT ĐỊNH\n"
        "Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm",
        R,
    ),
    (
        "Số: 655/QĐ-UBND\nĐiện Biên, ngày 14 tháng 4 năm 2023\n\nQUYẾT ĐỊNH\n"
        "Phê duyệt danh mục sản phẩm tham gia Chương trình",
        O,
    ),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_the_words_round_a_paper_give_its_role(text, role):
    assert one(text).role is role


def test_the_number_alone_does_not_make_a_law():
    assert one("Quyết định số 148/QĐ-UBND công nhận 12 sản phẩm").role is R


def test_papers_of_a_list_share_their_governing_words():
    text = "công nhận theo các Quyết định số 383/QĐ-UBND ngày 10/02/2022 và 2937/QĐ-UBND."
    assert [(ref.number, ref.date, ref.role) for ref in refs(text)] == [
        ("383/QĐ-UBND", "2022-02-10", R),
        ("2937/QĐ-UBND", None, R),
    ]


def test_papers_of_a_preamble_are_all_legal_bases_but_plans():
    text = (
        "Căn cứ Quyết định số 919/QĐ-TTg ngày 01/8/2022; Quyết định số 742/QĐ-UBND ngày "
        "12/4/2024 của UBND tỉnh; Kế hoạch số 27/KH-UBND ngày 30/01/2024;"
    )
    assert [(ref.date, ref.role) for ref in refs(text)] == [
        ("2022-08-01", L),
        ("2024-04-12", L),
        ("2024-01-30", P),
    ]


def test_two_decisions_of_one_sentence_keep_their_own_dates_and_roles():
    text = (
        "Quyết định số 612/QĐ-UBND ngày 30/3/2021 công nhận 15 sản phẩm và Quyết định số "
        "611/QĐ-UBND phê duyệt kết quả chấm điểm 1 sản phẩm tiềm năng 5 sao."
    )
    assert [(ref.date, ref.role) for ref in refs(text)] == [("2021-03-30", R), (None, O)]


def test_printings_of_one_paper_agree():
    text = (
        "Ngày 12.12 Bộ đã ban hành văn bản số 9654/BNN-VPĐP gửi các tỉnh.\n"
        "Trên tinh thần văn bản số 9654/BNN-VPĐP, các tỉnh báo cáo."
    )
    assert [ref.date for ref in refs(text, "2018-12-14")] == ["2018-12-12", "2018-12-12"]


def test_papers_told_in_turn_take_the_day_told_before_them():
    text = (
        "Hai quyết định về OCOP cùng được UBND tỉnh ban hành trong ngày 18/9.\n"
        "Thứ nhất là Quyết định 2011/QĐ-UBND, phê duyệt kết quả phân hạng.\n"
        "Thứ hai là Quyết định 2012/QĐ-UBND, thu hồi giấy chứng nhận."
    )
    assert [(ref.date, ref.role) for ref in refs(text, "2023-09-22")] == [
        ("2023-09-18", R),
        ("2023-09-18", O),
    ]


def test_given_dates_and_papers_are_used_and_change_nothing():
    text = "Quyết định số 385 ngày 17/2/2021 của UBND tỉnh công nhận 22 sản phẩm."
    folded = fold(text)
    papers = find_decisions(text, folded, find_dates(text, folded))
    assert papers == find_decisions(text, folded)
    assert decision_refs(text, folded, Anchors(), papers) == refs(text)
    assert decision_refs(text, folded, Anchors(), ()) == ()


# ── Slips of the year ────────────────────────────────────────────────────────────────


def test_a_january_slip_is_mended_when_the_text_proves_it():
    text = "Quyết định số 279/QĐ-UBND ngày 27/1/2021 phê duyệt kết quả OCOP năm 2021."
    assert one(text, "2022-01-28").date == "2022-01-27"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Quyết định số 279/QĐ-UBND ngày 27/1/2021 công nhận 30 sản phẩm.", "2022-01-28"),
        ("Quyết định số 279/QĐ-UBND ngày 27/1/2021 phê duyệt kết quả năm 2021.", "2022-08-28"),
        ("Quyết định số 279/QĐ-UBND ngày 27/1/2021 phê duyệt kết quả năm 2021.", None),
        ("Căn cứ Quyết định số 279/QĐ-UBND ngày 27/1/2021, kết quả năm 2021", "2022-01-28"),
    ],
)
def test_without_proof_a_date_stays_as_printed(text, published):
    assert one(text, published).date == "2021-01-27"


# ── Properties ───────────────────────────────────────────────────────────────────────


@given(
    st.integers(1, 9999),
    st.sampled_from(["QĐ", "QÐ", "Q Đ", "qđ", "QD"]),
    st.sampled_from(["-", " - ", "- ", " -", "–", " – ", "‑"]),
    st.sampled_from(["UBND", "TTg", "TTG", "ttg"]),
)
def test_every_way_of_printing_one_number_is_the_same_paper(number, kind, dash, issuer):
    text = f"Quyết định số {number}/{kind}{dash}{issuer} ngày 5/6/2021"
    (ref,) = refs(text)
    canonical = "UBND" if issuer == "UBND" else "TTg"
    assert ref.number == f"{number}/QĐ-{canonical}"
    assert ref.date == "2021-06-05"


@given(st.text(st.sampled_from("0123456789/-. QĐKHUBNDquyếtđịnhsố()\n,"), max_size=60))
def test_any_text_gives_grounded_papers(text):
    for mention in find_decisions(text, fold(text)):
        span = mention.span
        assert text[span.start : span.end] == span.text
        assert span.text.lstrip()[:1].isdigit()

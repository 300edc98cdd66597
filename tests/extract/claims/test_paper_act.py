"""Counts in papers that give nothing are no results; those of a recognising paper bear it."""

import pytest

from extract.documents.plain import from_text
from extract.model import Act, Kind, Level
from extract.reading import read

RESULTS = {Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED, Kind.CUMULATIVE, Kind.IN_FORCE}
HEAD = """ỦY BAN NHÂN DÂN TỈNH {upper}
Số: {number}
{place}, ngày {day}

QUYẾT ĐỊNH
{title}

Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;

QUYẾT ĐỊNH:
"""
YEN_BAI = {"upper": "YÊN BÁI", "place": "Yên Bái", "day": "06 tháng 6 năm 2024"}


def paper(title, articles, number="1111/QĐ-UBND"):
    text = HEAD.format(number=number, title=title, **YEN_BAI) + articles
    return read(from_text(text, document_id="t"))


def told(reading):
    return {(claim.count, claim.kind) for claim in reading.claims}


REVOKED = {
    "certificates": (
        "Về việc thu hồi Giấy chứng nhận sản phẩm OCOP",
        "Điều 1. Thu hồi Giấy chứng nhận của 05 sản phẩm đạt hạng 4 sao được công nhận năm 2020.",
        5,
    ),
    "products": (
        "V/v thu hồi Giấy chứng nhận 07 sản phẩm OCOP đã được công nhận 3 sao",
        "Điều 1. Thu hồi Giấy chứng nhận OCOP 3 sao đã cấp cho 07 sản phẩm của 04 chủ thể.",
        7,
    ),
    "annulled": (
        "Hủy bỏ kết quả công nhận sản phẩm OCOP",
        "Điều 1. Hủy bỏ kết quả đánh giá, phân hạng đối với 03 sản phẩm đạt 3 sao, 4 sao.",
        3,
    ),
    "struck": (
        "Đưa ra khỏi danh sách sản phẩm OCOP của tỉnh đối với các sản phẩm hết thời hạn",
        "Điều 1. Đưa 11 sản phẩm đạt 3 sao ra khỏi danh sách sản phẩm OCOP của tỉnh.",
        11,
    ),
    "passive": (
        "Về việc chấm dứt hiệu lực Giấy chứng nhận sản phẩm OCOP",
        "Điều 1. Giấy chứng nhận của 06 sản phẩm hạng 3 sao (Phụ lục kèm theo) bị thu hồi.",
        6,
    ),
}
LISTED = {
    "list": (
        "Phê duyệt danh mục sản phẩm tham gia đánh giá, phân hạng OCOP năm 2024",
        "Điều 1. Phê duyệt danh mục 30 sản phẩm tham gia Chương trình OCOP năm 2024.",
        30,
    ),
    "entrants": (
        "Phê duyệt danh sách sản phẩm đăng ký đánh giá, công nhận OCOP đợt 1 năm 2024",
        "Điều 1. Phê duyệt danh sách 18 sản phẩm của 12 chủ thể đăng ký đạt 3 sao, 4 sao.",
        18,
    ),
    "ideas": (
        "Phê duyệt ý tưởng sản phẩm tham gia Chương trình OCOP năm 2024",
        "Điều 1. Phê duyệt 25 sản phẩm có ý tưởng tham gia Chương trình OCOP năm 2024.",
        25,
    ),
}
FORWARDED = {
    "scores": (
        "Phê duyệt kết quả chấm điểm sản phẩm OCOP tiềm năng 5 sao năm 2024",
        "Điều 1. Phê duyệt kết quả chấm điểm, trình Trung ương 03 sản phẩm tiềm năng 5 sao.",
        3,
    ),
    "files": (
        "Phê duyệt kết quả đánh giá sản phẩm đề nghị Bộ Nông nghiệp công nhận 5 sao",
        "Điều 1. Phê duyệt kết quả đánh giá, đề nghị Bộ công nhận hạng 5 sao cho 02 sản phẩm.",
        2,
    ),
}


@pytest.mark.parametrize(("title", "article", "count"), REVOKED.values(), ids=REVOKED)
def test_what_is_taken_back_is_withdrawn(title, article, count):
    claims = told(paper(title, article))
    assert (count, Kind.WITHDRAWN) in claims
    assert not {kind for _, kind in claims} & RESULTS


@pytest.mark.parametrize(("title", "article", "count"), LISTED.values(), ids=LISTED)
def test_entrants_are_registered(title, article, count):
    claims = told(paper(title, article))
    assert (count, Kind.REGISTERED) in claims
    assert not {kind for _, kind in claims} & RESULTS


@pytest.mark.parametrize(("title", "article", "count"), FORWARDED.values(), ids=FORWARDED)
def test_what_goes_on_to_the_centre_is_no_result(title, article, count):
    claims = told(paper(title, article))
    assert {kind for number, kind in claims if number == count} <= {Kind.PROPOSED, Kind.ASSESSED}
    assert not {kind for _, kind in claims} & RESULTS


def test_what_an_article_only_reports_keeps_its_own_words():
    reading = paper(
        "Về việc thu hồi Giấy chứng nhận sản phẩm OCOP",
        "Điều 1. Thu hồi Giấy chứng nhận của 04 sản phẩm 3 sao.\n"
        "Điều 2. Sau khi thu hồi, toàn tỉnh còn 227 sản phẩm OCOP còn hiệu lực.\n",
    )
    assert told(reading) == {(4, Kind.WITHDRAWN), (227, Kind.IN_FORCE)}


def test_one_paper_may_give_and_take_back():
    reading = paper(
        "Công nhận và thu hồi Giấy chứng nhận sản phẩm OCOP đợt 1 năm 2024",
        "Điều 1. Công nhận 19 sản phẩm đạt hạng 3 sao.\n"
        "Điều 2. Thu hồi Giấy chứng nhận của 08 sản phẩm hạng 3 sao đã được công nhận năm 2020.\n",
    )
    assert told(reading) == {(19, Kind.NEW), (8, Kind.WITHDRAWN)}
    by_count = {claim.count: claim for claim in reading.claims}
    assert by_count[19].decision == "1111/QĐ-UBND"
    assert by_count[8].decision is None


def test_a_recognising_paper_gives_number_day_batch_and_place():
    reading = paper(
        "Về việc công nhận sản phẩm OCOP đợt 2 năm 2023",
        "Điều 1. Công nhận 21 sản phẩm đạt hạng 3 sao, 4 sao, gồm:\n"
        "1. Hạng 4 sao: 06 sản phẩm;\n2. Hạng 3 sao: 15 sản phẩm.\n",
        number="812/QĐ-UBND",
    )
    assert {claim.count for claim in reading.claims} >= {21, 6, 15}
    for claim in reading.claims:
        assert (claim.decision, claim.decision_date) == ("812/QĐ-UBND", "2024-06-06")
        assert (claim.as_of, claim.as_of_anchor) == ("2024-06-06", claim.as_of_anchor)
        assert (claim.period, claim.round) == ("2023", 2)
        assert (claim.place.level, claim.place.name) == (Level.PROVINCE, "Yên Bái")


def test_a_district_recognises_for_itself():
    text = """ỦY BAN NHÂN DÂN HUYỆN TÂN PHÚ\nSố: 5093/QĐ-UBND
Tân Phú, ngày 27 tháng 12 năm 2024\n\nQUYẾT ĐỊNH
Công nhận sản phẩm OCOP đạt 3 sao đợt 2 năm 2024\n
Điều 1. Công nhận 03 sản phẩm đạt hạng 3 sao.\n"""
    (claim,) = read(from_text(text, document_id="t")).claims
    place = claim.place
    assert (place.level, place.name, place.province) == (Level.DISTRICT, "Tân Phú", "Đồng Nai")


def test_a_blank_number_is_no_decision_and_the_day_still_dates():
    text = """ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH\nSố:        /QĐ-UBND
Hòa Bình, ngày 14 tháng 4 năm 2022\n\nQUYẾT ĐỊNH
Công nhận sản phẩm OCOP năm 2021\n
Điều 1. Công nhận 09 sản phẩm đạt hạng 3 sao.\n"""
    (claim,) = read(from_text(text, document_id="t")).claims
    assert (claim.decision, claim.as_of, claim.kind) == (None, "2022-04-14", Kind.NEW)


@pytest.mark.parametrize(
    "article",
    [
        "Sửa đổi tên chủ thể của 03 sản phẩm OCOP tại Phụ lục Quyết định số 15/QĐ-UBND.",
        "Bổ sung 02 sản phẩm vào Mục II Phụ lục kèm theo Quyết định số 15/QĐ-UBND ngày "
        "10/01/2022 về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP.",
        "Đính chính địa chỉ của 04 sản phẩm đạt 4 sao tại Quyết định số 15/QĐ-UBND.",
    ],
)
def test_an_amendment_recognises_nothing_and_alarms_nobody(article: str) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\nSố: 90/QĐ-UBND\nHòa Bình, ngày 03 tháng 3 năm 2022\n"
        "QUYẾT ĐỊNH\nVề việc sửa đổi, bổ sung Quyết định số 15/QĐ-UBND ngày 10/01/2022 công nhận "
        f"sản phẩm OCOP năm 2021\nQUYẾT ĐỊNH:\nĐiều 1. {article}\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."
    )
    reading = read(from_text(text, document_id="d"))
    assert reading.decision is not None
    assert reading.decision.act is Act.AMENDS
    assert reading.claims == ()
    assert "unexplained_number" not in {issue.code for issue in reading.issues}

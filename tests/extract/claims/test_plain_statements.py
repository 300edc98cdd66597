"""What one plain statement says: count, stars, kind, place, time, paper.

Each case is a sentence as an official or a journalist would write it, with the reading
that a careful person gives it. They are the statements that must never go wrong.
"""

import re

import pytest

from extract.documents.plain import from_text
from extract.model import SourceInfo
from extract.reading import read

PAPER = SourceInfo("Báo Nghệ An", "newspaper", "Nghệ An")


def claims_of(text, published="2022-06-15", source=PAPER, title=""):
    document = from_text(text, document_id="t", title=title, published=published, source=source)
    return read(document).claims


def told(claim):
    return (
        claim.count,
        "".join(map(str, claim.stars)) + ("p" if claim.potential5 else ""),
        claim.kind.value,
        claim.place.name,
    )


CASES = [
    (
        "Đến nay, toàn tỉnh Nghệ An có 248 sản phẩm OCOP đạt từ 3 sao trở lên.",
        [(248, "345", "cumulative", "Nghệ An")],
    ),
    (
        "Lũy kế đến hết năm 2021, tỉnh có 90 sản phẩm OCOP, trong đó có 12 sản phẩm đạt 4 sao "
        "và 78 sản phẩm đạt 3 sao.",
        [
            (90, "345", "cumulative", "Nghệ An"),
            (12, "4", "cumulative", "Nghệ An"),
            (78, "3", "cumulative", "Nghệ An"),
        ],
    ),
    (
        "Mục tiêu đến năm 2025, toàn tỉnh phấn đấu có ít nhất 500 sản phẩm OCOP.",
        [(500, "345", "target", "Nghệ An")],
    ),
    (
        "Dự kiến đến cuối năm, toàn tỉnh sẽ có 120 sản phẩm OCOP được công nhận.",
        [(120, "345", "forecast", "Nghệ An")],
    ),
    (
        "UBND tỉnh Nghệ An vừa ban hành quyết định công nhận 34 sản phẩm OCOP đạt hạng 4 sao.",
        [(34, "4", "new", "Nghệ An")],
    ),
    (
        "Trong đợt này, UBND tỉnh công nhận lại 17 sản phẩm OCOP 3 sao đã hết thời hạn.",
        [(17, "3", "re_recognised", "Nghệ An")],
    ),
    (
        "Toàn tỉnh hiện có 309 sản phẩm OCOP còn hiệu lực.",
        [(309, "345", "in_force", "Nghệ An")],
    ),
    (
        "Đến nay đã có 41 sản phẩm OCOP hết hạn mà chưa được đánh giá lại.",
        [(41, "345", "expired", "Nghệ An")],
    ),
    (
        "UBND tỉnh đã thu hồi giấy chứng nhận của 13 sản phẩm OCOP 3 sao.",
        [(13, "3", "withdrawn", "Nghệ An")],
    ),
    (
        "Hội đồng đề nghị UBND tỉnh công nhận 59 sản phẩm OCOP.",
        [(59, "345", "proposed", "Nghệ An")],
    ),
    (
        "Năm nay các huyện đã đăng ký 60 sản phẩm tham gia đánh giá, phân hạng OCOP.",
        [(60, "345", "registered", "Nghệ An")],
    ),
    (
        "Cả nước hiện có hơn 10.800 sản phẩm OCOP.",
        [(10800, "345", "cumulative", "Việt Nam")],
    ),
    (
        "Đến nay tỉnh có 15 sản phẩm OCOP tiềm năng 5 sao.",
        [(15, "5p", "cumulative", "Nghệ An")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_a_plain_statement_is_read(text, expected):
    assert [told(claim) for claim in claims_of(text)] == expected


NOTHING = [
    "Quyết định số 148/QĐ-TTg ngày 24/02/2023 quy định Bộ tiêu chí OCOP gồm 3 phần, 100 điểm.",
    "Chương trình Mỗi xã một sản phẩm (OCOP) được triển khai tại 21 huyện, thị xã với 98 chủ thể.",
    "Công ty cổ phần Ong Tam Đảo có 7 sản phẩm OCOP, mỗi năm bán 20 tấn mật.",
    "Hội chợ OCOP có 150 gian hàng, bày bán hơn 1.000 sản phẩm của 20 tỉnh.",
    "Sản phẩm OCOP đạt 4 sao được thưởng 20 triệu đồng, 3 sao được thưởng 10 triệu đồng.",
    "Số sản phẩm OCOP tăng 20 sản phẩm so với năm 2021.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_count_of_products_is_no_claim(text):
    assert [told(claim) for claim in claims_of(text)] == []


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("hơn 200", "more_than"),
        ("trên 200", "more_than"),
        ("gần 200", "nearly"),
        ("khoảng 200", "about"),
        ("ít nhất 200", "at_least"),
        ("không quá 200", "at_most"),
        ("200", "exact"),
    ],
)
def test_the_comparator_is_the_printed_word(words, comparator):
    (claim,) = claims_of(f"Đến nay, toàn tỉnh có {words} sản phẩm OCOP đạt từ 3 sao trở lên.")
    assert (claim.count, claim.comparator.value) == (200, comparator)


def test_a_range_keeps_both_ends():
    (claim,) = claims_of("Năm 2023, tỉnh phấn đấu có thêm 20 - 30 sản phẩm OCOP.")
    assert (claim.count, claim.count_high, claim.kind.value) == (20, 30, "target")


def test_a_negative_is_a_count_of_zero():
    (claim,) = claims_of("Đến nay, tỉnh chưa có sản phẩm nào đạt 5 sao cấp quốc gia.")
    assert told(claim) == (0, "5", "cumulative", "Nghệ An")


def test_number_words_count_too():
    (claim,) = claims_of("Đợt này, UBND tỉnh công nhận mười hai sản phẩm OCOP bốn sao.")
    assert (claim.count, claim.stars) == (12, (4,))


def test_districts_of_a_list_each_have_their_own_number():
    claims = claims_of(
        "Trong 63 sản phẩm OCOP mới được công nhận, Nam Đàn có 15 sản phẩm, "
        "Thanh Chương 12, Diễn Châu và Yên Thành mỗi huyện 9."
    )
    places = {(c.place.name, c.count) for c in claims if c.place.level == "district"}
    assert places == {
        ("Nam Đàn", 15),
        ("Thanh Chương", 12),
        ("Diễn Châu", 9),
        ("Yên Thành", 9),
    }


def test_respectively_pairs_places_with_numbers():
    claims = claims_of(
        "Đến nay, huyện Nam Đàn và huyện Yên Thành lần lượt có 40 và 25 sản phẩm OCOP."
    )
    assert {(c.place.name, c.count) for c in claims} == {("Nam Đàn", 40), ("Yên Thành", 25)}


def test_a_place_that_nobody_names_stays_unknown():
    claims = claims_of(
        "Đến nay, toàn tỉnh có 120 sản phẩm OCOP.", source=SourceInfo("unknown", "newspaper")
    )
    assert [(c.place.level, c.place.name) for c in claims] == [("province", None)]


def test_an_unknown_place_is_an_issue():
    document = from_text(
        "Đến nay, toàn tỉnh có 120 sản phẩm OCOP.", document_id="t", published="2022-06-15"
    )
    assert "unknown_place" in {issue.code for issue in read(document).issues}


def test_the_map_follows_the_day_of_the_text():
    text = "Đến nay, toàn tỉnh có 120 sản phẩm OCOP."
    (before,) = claims_of(text, published="2025-06-30")
    (after,) = claims_of(text, published="2025-07-01")
    assert (before.place.regime, after.place.regime) == (63, 34)


def test_the_decision_of_the_sentence_is_tied_to_its_count():
    (claim,) = claims_of(
        "Ngày 29/12/2021, UBND tỉnh ban hành Quyết định số 5123/QĐ-UBND công nhận "
        "34 sản phẩm OCOP đạt 4 sao."
    )
    assert (claim.decision, claim.decision_date) == ("5123/QĐ-UBND", "2021-12-29")
    assert claim.as_of == "2021-12-29"


def test_a_law_never_recognises_products():
    claims = claims_of(
        "Thực hiện Quyết định số 490/QĐ-TTg ngày 07/5/2018 của Thủ tướng Chính phủ, đến nay "
        "tỉnh có 48 sản phẩm OCOP đạt 3 sao trở lên."
    )
    assert [(c.count, c.decision) for c in claims] == [(48, None)]


def test_a_stock_until_now_is_dated_by_publication():
    (claim,) = claims_of("Đến nay, toàn tỉnh có 120 sản phẩm OCOP.")
    assert (claim.as_of, claim.as_of_anchor) == ("2022-06-15", "publication")


def test_without_a_date_of_publication_no_day_is_invented():
    claims = claims_of("Đến nay, toàn tỉnh có 120 sản phẩm OCOP.", published=None)
    assert [c.as_of for c in claims] == [None]


def test_the_end_of_a_year_is_its_last_day():
    (claim,) = claims_of("Tính đến hết năm 2021, toàn tỉnh có 120 sản phẩm OCOP.")
    assert claim.as_of == "2021-12-31"


@pytest.mark.parametrize(
    ("headline", "day"),
    [
        ("Nghệ An có 250 sản phẩm OCOP", "2022-03-31"),  # rounded, or a slip: the same day
        ("Nghệ An có 300 sản phẩm OCOP", "2022-06-15"),  # another number: the day of the paper
    ],
)
def test_headline_has_the_day_of_nearly_the_same_number(headline, day) -> None:
    body = "Tính đến ngày 31/3/2022, toàn tỉnh Nghệ An có 248 sản phẩm OCOP từ 3 sao trở lên."
    head, told_below = claims_of(f"{headline}\n\n{body}", title=headline)
    assert (head.count, told_below.count) == (int(headline.split()[3]), 248)
    assert told_below.as_of == "2022-03-31"
    assert head.as_of == day


def test_result_for_a_day_to_come_is_doubted() -> None:
    (lapse,) = claims_of("Sang năm 2023, toàn tỉnh Nghệ An có 52 sản phẩm OCOP hết hạn.")
    (slip,) = claims_of(
        "Ngày 20/6/2023, UBND tỉnh Nghệ An ban hành quyết định công nhận 41 sản phẩm OCOP."
    )
    assert (lapse.kind.value, slip.kind.value) == ("expired", "new")
    assert "result_to_come" not in lapse.reasons
    assert "result_to_come" in slip.reasons
    assert slip.confidence < 0.5


def test_products_of_one_producer_are_no_count() -> None:
    text = "Toàn tỉnh Nghệ An có 236 sản phẩm OCOP. Có chủ thể làm 3 sản phẩm nhưng chỉ giữ 1."
    assert [claim.count for claim in claims_of(text)] == [236]


GLUED = [
    "Đợt này, UBND tỉnh Nghệ An công nhận 21 sản phẩm OCOP, trong đó 5 sản phẩm được nâng hạng "
    "từ 3 sao lên 4 sao, 16 sản phẩm đạt 3 sao.",
    "Toàn tỉnh Nghệ An có 90 sản phẩm OCOP của 41 chủ thể ở 19 xã, phường; 12 sản phẩm 4 sao.",
    "Đến nay, tỉnh Nghệ An có 3 sản phẩm cấp quốc gia. Hạng 5 sao: chưa có.",
]


@pytest.mark.parametrize("text", GLUED)
def test_lost_blank_between_number_and_noun_changes_nothing(text):
    pasted = re.sub(r"(?<=\d) (?=sản phẩm|sao|chủ thể|xã)", "", text)
    assert [told(c) for c in claims_of(pasted)] == [told(c) for c in claims_of(text)]


def test_figures_of_days_are_no_date_lines():
    text = "Số sản phẩm OCOP của tỉnh qua các mốc:\n- 31/12/2020: 66{0};\n- 31/12/2021: 134{0}."
    plain, pasted = (claims_of(text.format(noun)) for noun in (" sản phẩm", "sản phẩm"))
    assert [c.count for c in pasted] == [c.count for c in plain] == [66, 134]


def test_other_scheme_told_in_passing_hides_no_count():
    text = (
        "Huyện có 3 sản phẩm công nghiệp nông thôn tiêu biểu.\n"
        "Về OCOP, huyện Nam Đàn có 14 sản phẩm đạt 3 sao, 5 sản phẩm đạt 4 sao; 2 sản phẩm 3 sao "
        "đã hết hạn."
    )
    assert [c.count for c in claims_of(text)] == [14, 5, 2]
    other = (
        "Bình chọn sản phẩm công nghiệp nông thôn tiêu biểu\n"
        "Hội đồng tỉnh Nghệ An công nhận 14 sản phẩm của 12 cơ sở."
    )
    assert claims_of(other) == ()

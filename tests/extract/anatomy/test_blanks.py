"""What a decision leaves blank is told once, to a person, and never filled in."""

import pytest
from anatomy.hands import HANDS

from extract.documents.plain import from_text
from extract.reading import read

BODY = """
QUYẾT ĐỊNH
Về việc công nhận sản phẩm OCOP năm 2024

Điều 1. Công nhận 06 sản phẩm OCOP đạt hạng 3 sao (Phụ lục kèm theo Quyết định này).
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
"""
ANNEX = """PHỤ LỤC
DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN
({line} của UBND tỉnh Lai Châu)
TT | Tên sản phẩm | Chủ thể | Hạng sao
1 | Chè Tà Mung | HTX Tà Mung | 4 sao
2 | Miến Bình Lư | HTX Bình Lư | 3 sao
"""


def issues(text):
    reading = read(from_text(text, document_id="t"))
    return reading, [i for i in reading.issues if i.code == "decision_left_blank"]


def letter(number, day):
    return f"ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\n{number}\nLai Châu, {day}\n{BODY}"


@pytest.mark.parametrize(
    ("number", "day", "what", "where"),
    [
        ("Số:        /QĐ-UBND", "ngày 12 tháng 3 năm 2024", "The number of the", "/QĐ-UBND"),
        ("Số: ……./QĐ-UBND", "ngày 12 tháng 3 năm 2024", "The number of the", "/QĐ-UBND"),
        ("Số: 412/QĐ-UBND", "ngày     tháng     năm 2024", "The day of the", "năm 2024"),
        ("Số: 412/QĐ-UBND", "ngày ... tháng 3 năm 2024", "The day of the", "tháng 3 năm 2024"),
        ("Số:     /QĐ-UBND", "ngày    tháng 3 năm 2024", "The number and the day", "/QĐ-UBND"),
    ],
)
def test_what_is_blank_is_told_once(number, day, what, where):
    reading, [issue] = issues(letter(number, day))
    assert issue.message.startswith(what)
    assert "Look at the page" in issue.advice
    assert issue.document_id == "t"
    assert issue.span.text.endswith(where)
    assert {claim.decision for claim in reading.claims} <= {None, "412/QĐ-UBND"}


@pytest.mark.parametrize(
    "text",
    [
        letter("Số: 412/QĐ-UBND", "ngày 12 tháng 3 năm 2024"),
        # no number at all is unknown, not blank
        letter("", "ngày 12 tháng 3 năm 2024"),
        # not decisions: a plan, a submission, news
        letter("Số:      /KH-UBND", "ngày    tháng 3 năm 2024").replace("QUYẾT ĐỊNH", "KẾ HOẠCH"),
        letter("Số:      /TTr-UBND", "ngày    tháng 3 năm 2024").replace("QUYẾT ĐỊNH", "TỜ TRÌNH"),
        "Lai Châu công nhận 06 sản phẩm OCOP\nUBND tỉnh Lai Châu vừa ban hành Quyết định số "
        "/QĐ-UBND công nhận 06 sản phẩm OCOP đạt 3 sao.",
        # a decision on something else
        "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\nSố:      /QĐ-UBND\nLai Châu, ngày    tháng 3 năm 2024\n"
        "QUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Tặng Bằng khen cho 05 tập thể.\n",
    ],
    ids=["whole", "no number", "plan", "submission", "news", "no product"],
)
def test_nothing_else_is_told(text):
    assert issues(text)[1] == []


@pytest.mark.parametrize(
    ("line", "doubts"),
    [
        ("Kèm theo Quyết định số 87/QĐ-UBND ngày 20/12/2022", ()),
        ("Kèm theo Quyết định số      /QĐ-UBND ngày 20/12/2022", ("number_blank",)),
        (
            "Kèm theo Quyết định số ...../QĐ-UBND ngày     tháng     năm 2022",
            ("number_blank", "day_blank"),
        ),
        ("Ban hành kèm theo Quyết định số 87/QĐ-UBND ngày …/…/2022", ("day_blank",)),
    ],
)
def test_the_line_of_an_annex_may_be_blank_too(line, doubts):
    reading, told = issues(ANNEX.format(line=line))
    assert reading.decision.doubts == doubts
    assert len(told) == bool(doubts)
    assert reading.decision.date == ("2022" if "day_blank" in doubts else "2022-12-20")
    assert all(claim.decision == reading.decision.number for claim in reading.claims)


def test_blank_hands_are_those_that_are_told():
    for name, hand in HANDS.items():
        blank = {"number_blank", "day_blank"} & set(hand.doubts)
        assert len(issues(hand.text)[1]) == bool(blank), name

"""Assessment rounds as they are printed."""

import pytest

from extract.mentions.rounds import find_rounds
from extract.text.normalise import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("đợt 1, năm 2022 có 30 sản phẩm", [("đợt 1", 1)]),
        ("đợt 2 của năm 2022", [("đợt 2", 2)]),
        ("đợt 2/2020", [("đợt 2", 2)]),
        ("đợt 1-2025", [("đợt 1", 1)]),
        ("đợt I năm 2022", [("đợt I", 1)]),
        ("ĐỢT 02 NĂM 2022", [("ĐỢT 02", 2)]),
        ("đợt 1,2 năm 2022", [("đợt 1,2", (1, 2))]),
        ("đợt 1, đợt 2, đợt 3 lần lượt là 6, 11 và 8", [("đợt 1, đợt 2, đợt 3", (1, 2, 3))]),
        ("lần 2 năm 2020", [("lần 2", 2)]),
        ("lần thứ 2 năm 2020", [("lần thứ 2", 2)]),
        ("(đợt bổ sung)", [("đợt bổ sung", ())]),
        ("năm 2024 (đợt 3)", [("đợt 3", 3)]),
        ("đợt này, đợt vừa qua", []),
        ("chia thành 02 đợt đánh giá", []),
        ("công nhận lại lần hai cho 25 sản phẩm", []),
        ("gấp 2 lần năm 2020", []),
        ("đợt 1 có 4/9 huyện", [("đợt 1", 1)]),
        ("đợt 15/6", []),
    ],
)
def test_rounds(text, expected):
    assert [(m.span.text, m.value) for m in find_rounds(text, fold(text))] == expected

"""What adds a list up: rows and lines of totals against the rows above them."""

import pytest

from products.annexes import FISH, PLAIN, RICE, TEA, TITLE, listed

CLOSING = [
    "Tổng cộng: {} sản phẩm",
    "Tổng số: {} sản phẩm./.",
    "Tổng số sản phẩm: {}",
    "Cộng {} sản phẩm OCOP được công nhận",
    "Tổng cộng (I + II): {} sản phẩm",
    "Cộng: {} mặt hàng",
    "Danh sách này có {} sản phẩm.",
    "(Danh sách gồm {} sản phẩm)",
    "Ấn định danh sách có {} (mấy) sản phẩm",
]


@pytest.mark.parametrize("words", CLOSING)
def test_a_line_below_the_list_adds_it_up(words):
    right = listed((TITLE, PLAIN, RICE, TEA, words.format("02")))
    assert not right.issues
    wrong = listed((TITLE, PLAIN, RICE, TEA, words.format("05")))
    assert [issue.code for issue in wrong.issues] == ["rows_against_total"]
    assert wrong.issues[0].span.text == words.format("05")
    assert all(product.reasons == ("rows_against_total",) for product in wrong.products)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Tổng: 02 sản phẩm, trong đó 01 sản phẩm 4 sao, 01 sản phẩm 3 sao", 0),
        ("Tổng cộng 02 sản phẩm (4 sao: 01; 3 sao: 01)", 0),
        ("Tổng cộng 02 sản phẩm đạt 3 sao trở lên", 0),
        ("Tổng: 02 sản phẩm, trong đó 02 sản phẩm 4 sao", 1),
        ("Tổng cộng 02 sản phẩm (4 sao: 01; 3 sao: 02)", 1),
        ("Tổng cộng: 02 sản phẩm đạt 4 sao", 1),
    ],
)
def test_it_adds_up_by_class(words, codes):
    assert len(listed((TITLE, PLAIN, RICE, TEA, words)).issues) == codes


@pytest.mark.parametrize(
    "words",
    [
        "Tổng số sản phẩm OCOP của tỉnh đến nay là 305 sản phẩm",
        "Tổng cộng 305 sản phẩm lũy kế từ năm 2019",
        "Tổng cộng: 05 chủ thể",
        "Tổng kinh phí: 50 triệu đồng",
    ],
)
def test_other_sums_say_nothing_of_the_list(words):
    assert not listed((TITLE, PLAIN, RICE, TEA, words)).issues


def test_a_closing_line_between_two_lists_is_no_head_of_the_second():
    first = ("I. Sản phẩm 4 sao", PLAIN, RICE, "Tổng cộng: 01 sản phẩm")
    found = listed((TITLE, *first, "II. Sản phẩm 3 sao", PLAIN, TEA, FISH))
    assert "rows_against_head" not in [issue.code for issue in found.issues]
    assert [head.span.text for head in found.heads] == ["I. Sản phẩm 4 sao", "II. Sản phẩm 3 sao"]


def test_what_opens_the_next_list_is_its_head():
    first = ("I. Sản phẩm 4 sao", PLAIN, RICE)
    found = listed((TITLE, *first, "Tổng cộng 02 sản phẩm 3 sao, gồm:", PLAIN, TEA))
    assert [issue.code for issue in found.issues if "number" not in issue.code] == [
        "rows_against_head"
    ]

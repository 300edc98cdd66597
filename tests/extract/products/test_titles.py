"""Titles of columns: every rule by its own examples."""

import pytest

from extract.products.column_titles import RULES, read_title
from extract.products.columns import Column, Holds, are_of_list
from extract.text.normalise import fold


@pytest.mark.parametrize(
    ("rule", "title"), [(rule, title) for rule in RULES for title in rule.examples]
)
def test_rules_read_their_examples(rule, title):
    assert read_title([fold(title)]) in (Column(rule.holds),) or (
        rule.holds is Holds.STANDING and read_title([fold(title)]).holds is Holds.STANDING
    )


@pytest.mark.parametrize(
    ("rule", "title"), [(rule, title) for rule in RULES for title in rule.counter_examples]
)
def test_rules_leave_their_counter_examples(rule, title):
    assert not rule.pattern.match(fold(title))


@pytest.mark.parametrize(
    ("levels", "holds"),
    [
        (("Kết quả", "Điểm"), Holds.SCORE),
        (("Kết quả", "Sao"), Holds.STARS),
        (("Kết quả phân hạng", "3 sao"), Holds.MARK),
        (("Chủ thể", "Tên"), Holds.PRODUCER),
        (("Sản phẩm", "Tên"), Holds.NAME),
        (("Kết quả đánh giá", "Điểm thành phần", "Phần A"), Holds.OTHER),
        (("Phân hạng", "Đã công nhận"), Holds.BEFORE),
        (("Tên chủ thể", "Đã công nhận"), Holds.OTHER),
        (("Tên chủ thể", "Điều chỉnh thành"), Holds.PRODUCER),
    ],
)
def test_the_lowest_title_tells_most(levels, holds):
    assert read_title([fold(level) for level in levels]).holds is holds


@pytest.mark.parametrize(
    ("titles", "is_list"),
    [
        (("STT", "Tên sản phẩm", "Chủ thể"), True),
        (("Tên sản phẩm", "Hạng sao"), True),
        (("STT", "Tên chủ thể", "Địa chỉ"), False),
        (("TT", "Họ và tên", "Chức vụ", "Đơn vị"), False),
        (("TT", "Tiêu chí", "Nội dung", "Điểm"), False),
        (("TT", "Tên sản phẩm", "Chủ thể", "Mức thưởng (đồng)"), False),
        (("TT", "Tên sản phẩm", "Đơn vị tính", "Số lượng"), False),
        (("TT", "Huyện", "Số sản phẩm", "Kinh phí"), False),
    ],
)
def test_only_lists_that_name_products_are_lists_of_products(titles, is_list):
    assert are_of_list([read_title([fold(title)]) for title in titles]) is is_list

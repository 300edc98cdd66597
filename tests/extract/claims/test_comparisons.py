"""A number that tells by how many something differs is no count; what it is compared with is."""

import pytest

from extract.claims.comparisons import is_difference
from extract.documents.plain import from_text
from extract.reading import read

SAID = "Năm 2023, tỉnh Nam Định công nhận 45 sản phẩm OCOP, {}."


def counts(text):
    return [claim.count for claim in read(from_text(text, document_id="d")).claims]


@pytest.mark.parametrize(
    "words",
    [
        "hơn cùng kỳ năm ngoái 8 sản phẩm",
        "nhiều hơn năm trước 8 sản phẩm",
        "cao hơn năm 2022 tới 8 sản phẩm",
        "hơn hẳn đợt trước 8 sản phẩm",
        "kém năm ngoái 5 sản phẩm",
        "ít hơn giai đoạn 2018-2020 khoảng 5 sản phẩm",
        "nhiều hơn tỉnh Hà Nam 9 sản phẩm",
        "hơn kế hoạch đề ra 3 sản phẩm",
        "vượt cùng kỳ năm 2022 tới 12 sản phẩm",
    ],
)
def test_a_difference_is_no_count(words):
    assert counts(SAID.format(words)) == [45]


@pytest.mark.parametrize(
    "left",
    [
        "công nhận hơn ",
        "hơn cùng kỳ năm ngoái (",
        "cao hơn mức ",
        "hơn năm 2022, với ",
        "hơn năm 2022 có ",
        "vượt chỉ tiêu ",
        "năm 2022 công nhận ",
        "nhiều hơn các huyện có ",
    ],
)
def test_what_is_compared_with_is_no_difference(left):
    assert not is_difference(left)

"""A batch belongs to the unit whose total it raises."""

from dataclasses import replace

import pytest

from extract.documents.plain import from_text
from extract.model import SourceInfo
from extract.reading import read

SOURCE = SourceInfo(name="Báo Nam Định", type="newspaper", province="Nam Định")


def places(text):
    document = replace(from_text(text, document_id="d", source=SOURCE))
    return [(claim.count, claim.place.name) for claim in read(document).claims]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Với {} vừa được công nhận, tổng số sản phẩm OCOP của huyện Hải Hậu lên 96.", "Hải Hậu"),
        ("Có thêm {}, đưa tổng số sản phẩm OCOP của huyện Hải Hậu lên 96 sản phẩm.", "Hải Hậu"),
        (
            "Đợt này có {} đạt 3 sao, nâng số sản phẩm OCOP trên địa bàn huyện Giao Thủy lên 96.",
            "Giao Thủy",
        ),
    ],
)
def test_the_batch_is_of_the_unit_whose_total_follows(text, unit):
    assert places(text.format("38 sản phẩm")) == [(38, unit), (96, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Huyện Hải Hậu có thêm 38 sản phẩm, đưa tổng số sản phẩm OCOP của tỉnh Nam Định lên 427.",
        "Huyện Hải Hậu có thêm 38 sản phẩm OCOP; huyện Giao Thủy hiện có 96 sản phẩm OCOP.",
    ],
)
def test_a_unit_before_the_batch_keeps_it(text):
    assert places(text)[0] == (38, "Hải Hậu")

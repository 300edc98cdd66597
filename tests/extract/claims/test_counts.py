"""Which numbers may count products, and the features that tell counts from other numbers."""

import pytest

from extract.claims.choice import Choice
from extract.claims.counts import find_counts
from extract.claims.scene import build
from extract.documents.plain import from_text
from extract.model import SourceInfo


def features_of(text):
    source = SourceInfo("Cổng thông tin", "portal", "Nghệ An")
    scene = build(from_text(text, document_id="t", published="2023-06-15", source=source))
    counts = find_counts(scene, lambda _field, _count, found: Choice(found[0].value, 1.0))
    return {count.number.value: count.features for count in counts}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hội đồng tỉnh xướng tên 22 gương mặt OCOP mới.", 22),
        ("Danh sách OCOP thêm 14 tân binh, phần nhiều ở hạng 3 sao.", 14),
        ("Tỉnh công nhận 24 sản phẩm OCOP (17 lần đầu, 07 đánh giá lại).", 17),
        ("Lũy kế 60 sản phẩm OCOP: 40 sản phẩm năm 2021, 20 năm 2022.", 20),
        ("Huyện có 5 sản phẩm OCOP. Ba trong số đó đạt 4 sao.", 3),
        ("Tỉnh có 9 sản phẩm OCOP 5 sao; Yên Bái, Lào Cai mỗi nơi một.", 1),
        ("Đô Lương, Nam Đàn mỗi xã 1 sản phẩm OCOP.", 1),
        ("Nam Đàn có 3 sản phẩm OCOP 4 sao, Kỳ Sơn thì chưa có.", 0),
        ("Toàn tỉnh có 300 sản phẩm OCOP, chưa có 5 sao.", 0),
        ("59 - là số sản phẩm OCOP của tỉnh đến cuối tháng.", 59),
        ("92. Đó là số sản phẩm OCOP phải đánh giá lại.", 92),
    ],
)
def test_a_noun_that_is_understood_is_counted(text, value):
    assert value in features_of(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Chương trình mỗi xã một sản phẩm đã có 40 sản phẩm OCOP.", 1),
        ("Sau 3 năm 2019 - 2021, tỉnh có 40 sản phẩm OCOP.", 3),
        ("Một số trong các sản phẩm OCOP đạt 4 sao.", 1),
        ("Lớp học OCOP có 24 học viên.", 24),
        ("3. Số hồ sơ sản phẩm OCOP đã nộp", 3),
        ("2. Lũy kế sản phẩm OCOP của tỉnh", 2),
    ],
)
def test_other_nouns_are_not(text, value):
    assert value not in features_of(text)


@pytest.mark.parametrize(
    ("text", "value", "feature"),
    [
        ("Hội đồng chấm 12 sản phẩm OCOP; 3 sản phẩm không đạt.", 3, "right.failed"),
        ("Hội đồng chấm 12 sản phẩm OCOP, đánh trượt 4 sản phẩm.", 4, "left.failed"),
        ("Công nhận sản phẩm OCOP 3 sao: (1) Mật ong; (2) Chè khô.", 2, "bare.numbers_items"),
        ("Có 20 sản phẩm OCOP; số chủ thể tương ứng 9, 7.", 7, "bare.row_of_others"),
        ("Cơ sở của bà Hoa có 3 sản phẩm OCOP.", 3, "firm_is_subject"),
        ("Chủ thể OCOP: hợp tác xã 8, hộ kinh doanh 5.", 8, "bare.other_noun"),
    ],
)
def test_what_speaks_against_a_count(text, value, feature):
    assert feature in features_of(text)[value]


@pytest.mark.parametrize(
    ("text", "value", "feature"),
    [
        ("Hội đồng chấm 12 sản phẩm OCOP; 3 sản phẩm không đạt 5 sao.", 3, "right.failed"),
        ("Tỉnh có 30 sản phẩm OCOP: Mê Linh (14), Ba Vì (8).", 8, "bare.numbers_items"),
        (
            "Có 20 sản phẩm OCOP của 11 chủ thể; số sản phẩm tương ứng 9, 7.",
            7,
            "bare.row_of_others",
        ),
        ("Sở Công Thương có 3 sản phẩm OCOP.", 3, "firm_is_subject"),
        ("Sản phẩm OCOP 5 sao: Lâm Đồng nhận 12, Khánh Hòa nhận 8.", 12, "bare.other_noun"),
        ("Xã gửi nhiều hồ sơ nhất (8 sản phẩm OCOP), cả 7 đều qua.", 7, "bare.other_list"),
        ("Đồng Nai góp 8 cái tên OCOP vào hạng 5 sao.", 8, "bare.other_noun"),
        ("Sau vòng chấm, hội đồng chọn sản phẩm OCOP được 17.", 17, "bare.other_noun"),
    ],
)
def test_what_does_not(text, value, feature):
    assert feature not in features_of(text)[value]

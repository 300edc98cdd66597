"""Star classes in rows, above a list and to the centre: the candidates of a count."""

import pytest

from extract.claims.choice import ByWeights, Choice
from extract.claims.counts import find_counts
from extract.claims.potential import is_potential
from extract.claims.scene import build
from extract.claims.star_rows import paired
from extract.claims.stars_farther import head_of_row, told_again
from extract.claims.stars_onward import told_onward
from extract.claims.stars_told import told_classes
from extract.claims.weights import HAND
from extract.documents.plain import from_text
from extract.mentions.stars import StarValue
from extract.model import Kind, SourceInfo

BY_HAND = ByWeights(HAND)


def every_number(_field, _count, candidates):
    return Choice(candidates[0].value, 1.0)


def read(text):
    source = SourceInfo("Cổng thông tin", "portal", "Nghệ An")
    scene = build(from_text(text, document_id="t", published="2023-06-15", source=source))
    return scene, find_counts(scene, every_number)


def in_rows(text):
    scene, counts = read(text)
    found = [(count, paired(scene, counts, count)) for count in counts]
    return [(count.number.value, choice.value.stars) for count, choice in found if choice]


@pytest.mark.parametrize(
    "text",
    [
        "Số sản phẩm OCOP hạng 3 sao, 4 sao và 5 sao lần lượt là 40, 12 và 2.",
        "Tỉnh còn 54 sản phẩm OCOP: 40 + 12 + 2 (3, 4 và 5 sao).",
    ],
)
def test_two_rows_meet(text):
    assert in_rows(text) == [(40, (3,)), (12, (4,)), (2, (5,))]


def test_a_row_without_its_classes_stays_alone():
    assert in_rows("Ba huyện công nhận 40, 12 và 2 sản phẩm OCOP hạng 3 sao.") == []


def told(text, position=-1):
    scene, counts = read(text)
    at = position % len(counts)
    return [(c.value.stars, set(c.features)) for c in told_classes(scene, counts, at, [])]


def test_the_line_over_a_list_gives_its_class():
    text = "Sản phẩm OCOP huyện công nhận (3 sao)\n- Nam Đàn: 14 sản phẩm\n- Đô Lương: 9 sản phẩm"
    stars, features = told(text)[0]
    assert stars == (3,)
    assert {"told", "told.under"} <= features


def test_what_goes_to_the_centre_has_potential_five_stars():
    found = told("Tỉnh gửi hồ sơ 2 sản phẩm OCOP ra Trung ương.")
    assert any(stars == (5,) and "centre" in features for stars, features in found)


def test_what_stays_at_home_does_not():
    found = told("Tỉnh gửi hồ sơ 2 sản phẩm OCOP xuống huyện.")
    assert not any("centre" in features for _, features in found)


def test_units_in_a_row_tell_the_batch_before_them_in_parts():
    _, counts = read(
        "Tỉnh công nhận 30 sản phẩm 4 sao. Nam Đàn có 12 sản phẩm, Đô Lương 9 sản phẩm."
    )
    assert head_of_row(counts, len(counts) - 1) is counts[0]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Tỉnh trình Bộ xét 2 sản phẩm OCOP đạt 5 sao.", Kind.PROPOSED, True),
        ("Tỉnh có 2 sản phẩm OCOP được Bộ công nhận 5 sao.", Kind.CUMULATIVE, False),
    ],
)
def test_five_stars_are_potential_until_the_centre_gives_them(text, kind, expected):
    scene, counts = read(text)
    five = Choice(StarValue((5,), (5,)), 1.0, counts[0].sentence.stars[0].span)
    assert is_potential(scene, counts[0], five, kind, BY_HAND) is expected


def test_other_classes_are_never_potential():
    scene, counts = read("Tỉnh trình Bộ xét 2 sản phẩm OCOP đạt 4 sao.")
    assert not is_potential(scene, counts[0], Choice(StarValue((4,)), 1.0), Kind.PROPOSED, BY_HAND)


def onward(text, position=0):
    scene, counts = read(text)
    return {
        name: candidate.value.stars
        for candidate in told_onward(scene, counts, position, [])
        for name in candidate.features
    }


@pytest.mark.parametrize(
    "text",
    [
        "Đô Lương có 4 sản phẩm OCOP, Nam Đàn 3 sản phẩm. Tất cả đều đạt 3 sao.",
        "Huyện công nhận 7 sản phẩm OCOP mới. Cả 7 sản phẩm cùng xếp hạng 3 sao.",
        "Huyện công nhận 7 sản phẩm OCOP. Lễ trao diễn ra sáng nay. Toàn bộ ở hạng 3 sao.",
    ],
)
def test_the_next_sentence_gives_a_batch_its_class(text):
    assert onward(text)["all_after"] == (3,)


@pytest.mark.parametrize(
    "text",
    [
        "Huyện có 7 sản phẩm OCOP. Trong đó có 2 sản phẩm đạt 3 sao, 5 sản phẩm đạt 4 sao.",
        "Huyện có 7 sản phẩm OCOP. Tất cả đều là hàng khô. Chè Gay đạt 3 sao, miến đạt 4 sao.",
    ],
)
def test_the_class_of_a_part_is_not_that_of_all(text):
    assert "all_after" not in onward(text)


def test_an_exception_makes_the_class_of_all_doubtful():
    text = "Huyện có 9 sản phẩm OCOP mới. Tất cả đều 3 sao, trừ 2 sản phẩm đạt 4 sao."
    assert "all_after.mixed" in onward(text)


def test_a_pointing_word_takes_the_class_named_last():
    text = "Cả nước có 42 sản phẩm OCOP 5 sao. Nghệ An có 1 sản phẩm ở hạng này, Hà Tĩnh 2."
    assert onward(text, 1)["this_class"] == (5,)


def test_a_pointing_word_without_a_class_before_it_gives_none():
    text = "Nghệ An có 1 sản phẩm OCOP ở nhóm này. Hạng 3 sao có 20 sản phẩm."
    assert "this_class" not in onward(text)


def test_the_only_class_of_the_text_may_be_that_of_an_earlier_number():
    assert onward("Đô Lương có thêm 6 sản phẩm OCOP. Chè Gay đạt hạng 3 sao.")["sole"] == (3,)
    mixed = "Đô Lương có thêm 6 sản phẩm OCOP. Chè đạt 3 sao. Miến của làng đạt 4 sao."
    assert "sole" not in onward(mixed)


def test_a_batch_that_is_told_again_is_the_same():
    scene, counts = read(
        "Các huyện công nhận 41 sản phẩm OCOP 3 sao. Tỉnh chưa họp. "
        "Trong 41 sản phẩm ấy, Nam Đàn góp 9 sản phẩm."
    )
    assert told_again(scene, counts, len(counts) - 1) is counts[0]


def test_an_equal_number_that_points_nowhere_is_another():
    scene, counts = read(
        "Các huyện công nhận 41 sản phẩm OCOP 3 sao. Cả tỉnh năm trước có 41 sản phẩm OCOP."
    )
    assert told_again(scene, counts, len(counts) - 1) is None

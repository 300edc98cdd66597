"""Star classes in rows, above a list and to the centre: the candidates of a count."""

import pytest

from extract.claims.choice import ByWeights, Choice
from extract.claims.counts import find_counts
from extract.claims.potential import is_potential
from extract.claims.scene import build
from extract.claims.star_rows import paired
from extract.claims.stars_farther import head_of_row
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

"""A batch told by classes, then by places: the numbers of the places are of all its classes."""

from __future__ import annotations

import pytest

from extract.documents.plain import from_text
from extract.model import Level
from extract.reading import read

ALL, THREE, FOUR = (3, 4, 5), (3,), (4,)


def of_districts(text: str) -> list[tuple[int, tuple[int, ...]]]:
    claims = read(from_text(text, document_id="t", published="2023-06-15")).claims
    return [(c.count, c.stars) for c in claims if c.place.level is Level.DISTRICT]


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2022, tỉnh Hậu Giang công nhận 36 sản phẩm OCOP: 9 sản phẩm 4 sao và 27 sản phẩm "
        "3 sao. Xét theo địa bàn, huyện Phụng Hiệp có 20 sản phẩm, huyện Vị Thủy 16 sản phẩm.",
        "Kết quả phân hạng sản phẩm OCOP tỉnh Hậu Giang năm 2022:\n- Hạng 4 sao: 9 sản phẩm.\n"
        "- Hạng 3 sao: 27 sản phẩm.\n"
        "Phân theo địa bàn: huyện Phụng Hiệp 20 sản phẩm, huyện Vị Thủy 16 sản phẩm.",
    ],
)
def test_what_was_told_by_classes_is_divided_whole(text: str) -> None:
    assert of_districts(text) == [(20, ALL), (16, ALL)]


@pytest.mark.parametrize(
    ("text", "stars"),
    [
        # One class alone is divided.
        (
            "Năm 2022, tỉnh Hậu Giang công nhận 36 sản phẩm OCOP đạt 3 sao. Chia theo địa bàn, "
            "huyện Phụng Hiệp có 20 sản phẩm, huyện Vị Thủy 16 sản phẩm.",
            THREE,
        ),
        # The sentence says what it divides.
        (
            "Năm 2022, tỉnh Hậu Giang có 9 sản phẩm OCOP 3 sao được công nhận. UBND tỉnh công "
            "nhận 36 sản phẩm OCOP hạng 4 sao, chia theo địa bàn: huyện Phụng Hiệp 20 sản phẩm; "
            "huyện Vị Thủy 16 sản phẩm.",
            FOUR,
        ),
    ],
)
def test_one_class_goes_on(text: str, stars: tuple[int, ...]) -> None:
    assert of_districts(text) == [(20, stars), (16, stars)]

"""Sentences: lines first, and dots that end none."""

import pytest

from extract.text.sentences import sentences


def cut(text):
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một câu. Hai câu! Ba?", ["Một câu.", "Hai câu!", "Ba?"]),
        ("Tiêu đề\nĐoạn đầu.", ["Tiêu đề", "Đoạn đầu."]),
        ("1. Mục tiêu chung. Phấn đấu.", ["1. Mục tiêu chung.", "Phấn đấu."]),
        ("II. Nội dung", ["II. Nội dung"]),
        ("TP. Hà Nội và TX. Sơn Tây có 5 sản phẩm.", ["TP. Hà Nội và TX. Sơn Tây có 5 sản phẩm."]),
        ("Có 1.245 sản phẩm. Đạt 7.5 điểm.", ["Có 1.245 sản phẩm.", "Đạt 7.5 điểm."]),
        ("Theo baothanhhoa.vn thì có.", ["Theo baothanhhoa.vn thì có."]),
        ("Ngày 7.5.2018 ban hành.", ["Ngày 7.5.2018 ban hành."]),
        ("Tỉnh có sao.Đẩy nhanh tiến độ.", ["Tỉnh có sao.", "Đẩy nhanh tiến độ."]),
    ],
)
def test_sentences_are_cut_where_a_reader_cuts_them(text, expected):
    assert cut(text) == expected


def test_a_text_without_points_is_cut_at_its_commas():
    part = "Nam Đàn có 3 sản phẩm, "
    text = part * 400
    pieces = [text[a:b] for a, b in sentences(text)]
    assert all(len(piece) <= 2000 and piece.endswith("3 sản phẩm,") for piece in pieces)
    assert " ".join(pieces) == text.strip()


def test_a_run_without_blanks_is_cut_at_last():
    assert [b - a for a, b in sentences("a" * 4500)] == [2000, 2000, 500]

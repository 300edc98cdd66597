"""Text of PDF pages in reading order."""

from collections.abc import Callable
from typing import Any

Lines = Callable[[bytes], list[str]]


def letterhead(page: Any, *, by_rows: bool) -> None:
    """A letterhead whose two columns stand near each other."""
    left = ["ỦY BAN NHÂN DÂN", "TỈNH BẮC KẠN", "Số: 123/QĐ-UBND"]
    right = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bắc Kạn, ngày 05 tháng 3 năm 2021",
    ]
    cells = [(130, 60 + 16 * n, text) for n, text in enumerate(left)]
    cells += [(400, 60 + 16 * n, text) for n, text in enumerate(right)]
    if by_rows:
        cells.sort(key=lambda cell: cell[1])
    for x, y, text in cells:
        page.middle(x, y, text)


def test_letterhead_columns_are_not_interleaved(drawing: Any, lines: Lines) -> None:
    for by_rows in (False, True):
        page = drawing()
        letterhead(page, by_rows=by_rows)
        page.middle(297, 130, "QUYẾT ĐỊNH")
        assert lines(page.done()) == [
            "ỦY BAN NHÂN DÂN",
            "TỈNH BẮC KẠN",
            "Số: 123/QĐ-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Bắc Kạn, ngày 05 tháng 3 năm 2021",
            "QUYẾT ĐỊNH",
        ]


def test_recipients_and_signer_stand_apart(drawing: Any, lines: Lines) -> None:
    page = drawing()
    page.at(60, 80, "Điều 3. Quyết định này có hiệu lực kể từ ngày ký và được công bố rộng rãi./.")
    for n, text in enumerate(["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, NN."]):
        page.at(60, 110 + 14 * n, text)
    for n, text in enumerate(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]):
        page.middle(420, 110 + 14 * n, text)
    page.middle(420, 190, "Trần Văn Hải")
    assert lines(page.done())[1:] == [
        "Nơi nhận:",
        "- Như Điều 3;",
        "- Lưu: VT, NN.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Văn Hải",
    ]


def test_lines_become_paragraphs_by_indent_and_full_lines(drawing: Any, lines: Lines) -> None:
    page = drawing()
    for y, x, text in (
        (80, 90, "Ủy ban nhân dân tỉnh công nhận 12 sản phẩm của các hợp tác xã"),
        (96, 60, "trên địa bàn tỉnh, trong đó có 04 sản phẩm đạt hạng 4 sao và còn lại"),
        (112, 60, "đạt hạng 3 sao."),
        (128, 90, "Kết quả có giá trị trong thời hạn 36 tháng kể từ ngày ký quyết định"),
        (144, 60, "này theo quy định."),
    ):
        page.at(x, y, text)
    found = lines(page.done())
    assert len(found) == 2
    assert found[0].endswith("đạt hạng 3 sao.")
    assert "hợp tác xã trên địa bàn" in found[0]


def test_two_column_body_is_read_column_by_column(drawing: Any, lines: Lines) -> None:
    page = drawing()
    left = [
        "Huyện Ba Bể có năm sản phẩm đạt",
        "hạng ba sao trong năm nay và một",
        "sản phẩm bốn sao.",
    ]
    right = [
        "Huyện Na Rì có bảy sản phẩm đạt",
        "hạng ba sao, tăng hai sản phẩm so",
        "với năm trước.",
    ]
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        page.at(60, 80 + 15 * n, one)
        page.at(310, 80 + 15 * n, other)
    assert lines(page.done()) == [" ".join(left), " ".join(right)]


def test_notes_are_not_glued_to_numbers(drawing: Any, lines: Lines) -> None:
    page = drawing()
    page.at(60, 80, "Toàn tỉnh có 48")
    end = 60 + page.canvas.stringWidth("Toàn tỉnh có 48", "Serif", 12)
    page.at(end, 75, "1", size=7)
    page.at(end + 8, 80, "sản phẩm trên diện tích 30 m")
    wide = page.canvas.stringWidth("sản phẩm trên diện tích 30 m", "Serif", 12)
    page.at(end + 8 + wide, 75, "2", size=7)
    assert lines(page.done()) == ["Toàn tỉnh có 48 ¹ sản phẩm trên diện tích 30 m²"]


def test_kerning_is_no_blank(drawing: Any, lines: Lines) -> None:
    page = drawing()
    page.at(60, 80, "ĐIỀ")
    x = 60 + page.canvas.stringWidth("ĐIỀ", "Serif", 12)
    # A blank is drawn, and what follows is set back over it.
    page.at(x, 80, " ")
    page.at(x + 0.2, 80, "U KHOẢN THI HÀNH")
    assert lines(page.done()) == ["ĐIỀU KHOẢN THI HÀNH"]

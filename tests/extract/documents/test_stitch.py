"""Tables and sentences that go on over page breaks."""

from __future__ import annotations

from collections.abc import Sequence

from extract.documents.paper import Cell, Paragraph, Part, Row, Run
from extract.documents.stitch import stitch
from extract.model import Origin

HEAD = ("TT", "Tên sản phẩm", "Chủ thể", "Huyện", "Hạng sao")


def cell(text: str, page: int = 1) -> Cell:
    return Cell((Run(text, Origin(page=page)),) if text else ())


def row(*texts: str, page: int = 1) -> Row:
    return Row(tuple(cell(text, page) for text in texts))


def words(part: Part) -> str:
    if isinstance(part, Paragraph):
        return " ".join(run.text for run in part.runs)
    return " | ".join(" ".join(run.text for run in c.runs) for c in part.cells)


def open_words(parts: Sequence[Part]) -> list[str]:
    return [words(part) for part in parts if not part.role]


def paragraph(text: str, role: str = "", page: int = 1) -> Paragraph:
    return Paragraph((Run(text, Origin(page=page)),), role=role)


FIRST = (
    row(*HEAD),
    row("1", "Cam sành", "HTX An Bình", "Bắc Quang", "4 sao"),
    row("2", "Chè Shan tuyết", "HTX Hòa Phú", "Vị Xuyên", "3 sao"),
)


def test_repeated_heads_and_furniture_do_not_break_a_table() -> None:
    second = (
        paragraph("2", "page_number", 2),
        row(*HEAD, page=2),
        row("3", "Mật ong", "HTX Tân Tiến", "Quản Bạ", "4 sao", page=2),
    )
    made = stitch([(*FIRST, paragraph("Phòng NN", "footer")), second])
    assert [part.role for part in made] == [
        "", "", "", "footer", "page_number", "repeated_header", "",
    ]  # fmt: skip
    assert not any(isinstance(part, Row) and part.starts for part in made)


def test_multi_row_heads_with_column_numbers_repeat() -> None:
    heads = (row(*HEAD), row("(1)", "(2)", "(3)", "(4)", "(5)"))
    pages = [
        (*heads, FIRST[1]),
        (*heads, FIRST[2]),
        (*heads, row("3", "Mật ong", "HTX Tân Tiến", "Quản Bạ", "4 sao")),
    ]
    made = stitch(pages)
    assert [part.role for part in made].count("repeated_header") == 4
    assert len(open_words(made)) == 5


def test_a_row_that_the_break_cut_is_one_row() -> None:
    first = (*FIRST, row("3", "Mật ong bạc hà", "HTX dịch vụ nông nghiệp", "Quản Bạ", "4 sao"))
    second = (
        row(*HEAD, page=2),
        row("", "Cao nguyên đá", "tổng hợp Tân Tiến", "", "", page=2),
        row("4", "Giảo cổ lam", "HTX Tân Tiến", "Quản Bạ", "3 sao", page=2),
    )
    made = stitch([first, second])
    assert open_words(made)[3:] == [
        "3 | Mật ong bạc hà Cao nguyên đá | HTX dịch vụ nông nghiệp tổng hợp Tân Tiến | Quản Bạ"
        " | 4 sao",
        "4 | Giảo cổ lam | HTX Tân Tiến | Quản Bạ | 3 sao",
    ]
    joined = made[3]
    assert isinstance(joined, Row)
    assert [run.origin.page for run in joined.cells[1].runs] == [1, 2]


def test_a_cut_row_with_centred_cells_has_its_number_after_the_break() -> None:
    first = (*FIRST, row("", "Mật ong bạc hà", "HTX dịch vụ", "", ""))
    second = (row("3", "Cao nguyên đá", "Tân Tiến", "Quản Bạ", "4 sao", page=2),)
    assert open_words(stitch([first, second]))[3:] == [
        "3 | Mật ong bạc hà Cao nguyên đá | HTX dịch vụ Tân Tiến | Quản Bạ | 4 sao"
    ]


def test_a_merged_cell_over_the_break_is_the_same_cell() -> None:
    district = cell("Vị Xuyên")
    first = (
        row(*HEAD),
        Row((cell("1"), cell("Cam"), cell("HTX A"), district, cell("4 sao"))),
        Row((cell("2"), cell("Chè"), cell("HTX B"), district, cell("3 sao"))),
    )
    empty = Cell()
    second = (
        row(*HEAD),
        Row((cell("3"), cell("Mật ong"), cell("HTX C"), empty, cell("4 sao"))),
        Row((cell("4"), cell("Gạo nếp"), cell("HTX D"), empty, cell("4 sao"))),
        row("5", "Rượu ngô", "HTX E", "Quản Bạ", "3 sao"),
    )
    rows = [part for part in stitch([first, second]) if isinstance(part, Row) and not part.role]
    assert all(r.cells[3] is district for r in rows[1:5])
    assert words(rows[5]).endswith("Quản Bạ | 3 sao")


def test_an_empty_note_is_not_filled_down() -> None:
    head = (*HEAD, "Ghi chú")
    first = (
        row(*head),
        row("1", "Cam", "HTX A", "Vị Xuyên", "4 sao", ""),
        row("2", "Chè", "HTX B", "Vị Xuyên", "3 sao", "Nâng hạng"),
    )
    second = (row("3", "Mật ong", "HTX C", "Quản Bạ", "4 sao", ""),)
    made = stitch([first, second])
    assert open_words(made)[-1] == "3 | Mật ong | HTX C | Quản Bạ | 4 sao | "


def test_products_of_one_number_are_rows_of_their_own() -> None:
    number = cell("1")
    first = (
        row(*HEAD),
        Row((number, cell("Cam"), cell("HTX A"), cell("Vị Xuyên"), cell("4 sao"))),
        Row((number, cell("Chè"), cell("HTX A"), cell("Vị Xuyên"), cell("3 sao"))),
    )
    second = (
        row("", "Mật ong", "HTX A", "", "4 sao"),
        row("2", "Gạo", "HTX B", "Mèo Vạc", "3 sao"),
    )
    made = stitch([first, second])
    assert len(open_words(made)) == 5
    third = made[3]
    assert isinstance(third, Row)
    assert third.cells[0] is number


def test_a_table_with_its_own_head_begins_anew() -> None:
    other = (
        row("STT", "Đơn vị", "Số lượng", "Tỷ lệ", "Ghi chú"),
        row("1", "Huyện A", "2", "5", "x"),
    )
    made = stitch([FIRST, other])
    assert not any(part.role for part in made)
    assert len(made) == 5


def test_notes_between_the_pieces_come_after_the_table() -> None:
    note = paragraph("(*) Sản phẩm được nâng hạng.")
    second = (row(*HEAD), row("3", "Mật ong", "HTX Tân Tiến", "Quản Bạ", "4 sao"))
    third = (row(*HEAD), row("4", "Gạo", "HTX Tân Tiến", "Quản Bạ", "4 sao"), paragraph("Hết."))
    made = stitch([(*FIRST, note), second, third])
    assert open_words(made)[-3:] == [
        "4 | Gạo | HTX Tân Tiến | Quản Bạ | 4 sao",
        "(*) Sản phẩm được nâng hạng.",
        "Hết.",
    ]


def test_a_heading_between_tables_parts_them() -> None:
    heading = paragraph("II. Sản phẩm đạt hạng 3 sao")
    made = stitch([FIRST, (heading, row(*HEAD), FIRST[1])])
    assert not any(part.role for part in made)


def test_a_sentence_goes_on_over_the_page() -> None:
    pages = [
        (paragraph("Công nhận 12 sản phẩm của các"), paragraph("1", "page_number")),
        (paragraph("2", "page_number"), paragraph("hợp tác xã trên địa bàn.", page=2)),
        (paragraph("b) mục khác;"),),
    ]
    assert open_words(stitch(pages)) == [
        "Công nhận 12 sản phẩm của các hợp tác xã trên địa bàn.",
        "b) mục khác;",
    ]


def test_a_cut_row_is_found_where_numbers_stand_in_the_second_column() -> None:
    stars = cell("4 sao")
    first = (
        row("Hạng", "STT", "Chủ thể", "Sản phẩm"),
        Row((stars, cell("1"), cell("HTX An Bình"), cell("Cam sành"))),
        Row((stars, cell("2"), cell("HTX sản xuất và tiêu thụ"), cell("Chè Shan tuyết"))),
    )
    second = (
        row("Hạng", "STT", "Chủ thể", "Sản phẩm"),
        row("", "", "nông sản Trường Tâm", "Trường Tâm", page=2),
        row("3 sao", "3", "HTX Hòa Phú", "Mật ong", page=2),
    )
    assert open_words(stitch([first, second]))[2:] == [
        "4 sao | 2 | HTX sản xuất và tiêu thụ nông sản Trường Tâm | Chè Shan tuyết Trường Tâm",
        "3 sao | 3 | HTX Hòa Phú | Mật ong",
    ]


def test_a_line_that_a_clipped_head_loses_may_hang_into_the_row_below() -> None:
    heads = (
        row("TT", "Sản phẩm", "Nhóm sản phẩm", "Địa chỉ", "Hạng"),
        row("(1)", "(2)", "(3)", "(4)", "(5)"),
    )
    clipped = (
        row("TT", "Sản phẩm", "Nhóm sản", "Địa chỉ", "Hạng", page=2),
        row("(1)", "(2)", "(3) ẩm", "(4)", "(5)", page=2),
    )
    first = (*heads, row("1", "Gạo tẻ", "Thực phẩm", "thôn 3, huyện Núi", "4 sao"))
    second = (
        *clipped,
        row("", "", "", "Thành", "", page=2),
        row("2", "Trà sen", "Đồ uống", "thôn 5, xã Tam Mỹ", "3 sao", page=2),
    )
    made = stitch([first, second])
    assert open_words(made)[2:] == [
        "1 | Gạo tẻ | Thực phẩm | thôn 3, huyện Núi Thành | 4 sao",
        "2 | Trà sen | Đồ uống | thôn 5, xã Tam Mỹ | 3 sao",
    ]
    assert [part.role for part in made].count("repeated_header") == 2


def test_words_that_the_head_above_does_not_lack_are_no_repetition() -> None:
    heads = (row("TT", "Tên", "Nhóm", "Huyện", "Hạng"), row("(1)", "(2)", "(3)", "(4)", "(5)"))
    other = (
        row("TT", "Tên", "Nhóm", "Huyện", "Hạng", page=2),
        row("(1)", "(2)", "(3) mới", "(4)", "(5)", page=2),
    )
    made = stitch([(*heads, FIRST[1]), (*other, FIRST[2])])
    assert [part.role for part in made].count("repeated_header") == 1

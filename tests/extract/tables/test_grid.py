"""Tables as they are found in a document: titles, heads, figures, and what is no table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.documents.html import from_html
from extract.documents.plain import from_text
from extract.tables.grid import find_grids
from extract.text.normalise import fold


def grids_of(text):
    text = "Kế hoạch OCOP\n" + text
    document = from_text(text, document_id="t", title="Kế hoạch OCOP", published="2024-01-02")
    return find_grids(document, fold(document.text))


def one(text):
    (grid,) = grids_of(text)
    return grid


def heads(grid):
    return [row.heads[0].span.text for row in grid.rows]


def figures(grid):
    return [[f.cell.value for f in row.figures] for row in grid.rows]


def titles(grid, row=0):
    """The titles above the figures of a row."""
    return [" / ".join(t.text for t in grid.columns[f.column]) for f in grid.rows[row].figures]


WAYS = {
    "bars": "Đơn vị | SP mới | SP nâng hạng\nTuy Hòa | 8 | 2\nSông Cầu | 7 | 0",
    "tabs": "Đơn vị\tSP mới\tSP nâng hạng\nTuy Hòa\t8\t2\nSông Cầu\t7\t0",
    "double strokes": "Đơn vị // SP mới // SP nâng hạng\nTuy Hòa // 8 // 2\nSông Cầu // 7 // 0",
    "strokes": "Đơn vị / SP mới / SP nâng hạng\nTuy Hòa / 8 / 2\nSông Cầu / 7 / 0",
    "dashes": "Đơn vị - SP mới - SP nâng hạng\nTuy Hòa - 8 - 2\nSông Cầu - 7 - 0",
    "lines": "Đơn vị\nSP mới\nSP nâng hạng\nTuy Hòa\n8\n2\nSông Cầu\n7\n0",
    "blanks": "TT  Đơn vị  SP mới  Nâng hạng\n1  Tuy Hòa  8  2\n2  Sông Cầu  7  0",
    "legend": "(cột 1: SP mới; cột 2: SP nâng hạng)\nTuy Hòa: 8 - 2\nSông Cầu: 7 - 0",
    "pairs": "Trước gạch chéo là SP mới, sau gạch chéo là SP nâng hạng:\n"
    "- Thành phố, thị xã: Tuy Hòa 8/2; Sông Cầu 7/0.",
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_a_row_gives_the_same_table(way):
    grid = one("Giao chỉ tiêu:\n" + WAYS[way] + "\nCác huyện còn lại giao sau.")
    assert heads(grid) == ["Tuy Hòa", "Sông Cầu"]
    assert figures(grid) == [[8, 2], [7, 0]]
    assert [t.lower().removeprefix("sp ") for t in titles(grid)] == ["mới", "nâng hạng"]


@pytest.mark.parametrize("way", WAYS)
def test_spans_cut_their_own_text(way):
    text = "Kế hoạch OCOP\nGiao chỉ tiêu:\n" + WAYS[way]
    document = from_text(text, document_id="t", title="Kế hoạch OCOP", published="2024-01-02")
    for grid in find_grids(document, fold(document.text)):
        spans = [t for column in grid.columns for t in column] + list(grid.captions)
        spans += [cell.span for row in grid.rows for cell in row.heads]
        spans += [f.cell.number for row in grid.rows for f in row.figures]
        assert all(document.text[s.start : s.end] == s.text for s in spans)


def test_row_numbers_are_no_figures():
    grid = one("TT | Đơn vị | Chỉ tiêu\n1 | Huyện Nậm Pồ | 05\n2 | Huyện Mường Chà | 02")
    assert heads(grid) == ["Huyện Nậm Pồ", "Huyện Mường Chà"]
    assert figures(grid) == [[5], [2]]


def test_a_year_heads_its_row_and_titles_its_column():
    by_row = one("Năm | Số SP đạt | 4 sao\n2019 | 36 | 14\n2020 | 48 | 19")
    assert heads(by_row) == ["2019", "2020"]
    by_column = one("Nội dung | 2022 | 2023\nCông nhận mới | 40 | 52\nCông nhận lại | 5 | 12")
    assert titles(by_column) == ["2022", "2023"]


def test_numbers_under_the_titles_are_no_row():
    grid = one("TT | Huyện | SP mới | SP cũ\n(1) | (2) | (3) | (4)\n1 | Nam Đàn | 4 | 9")
    assert figures(grid) == [[4, 9]]


def test_totals_are_marked():
    grid = one("Huyện | SP\nNam Đàn | 4\nCon Cuông | 5\nTổng cộng | 9\nToàn tỉnh (21 huyện) | 80")
    assert [row.is_total for row in grid.rows] == [False, False, True, True]


def test_an_indicator_named_total_is_not_the_sum_of_the_rows():
    grid = one("Chỉ số | Số lượng\nTổng số sản phẩm còn hiệu lực | 90\nChủ thể | 40")
    assert not grid.rows[0].is_total


def test_of_those_rows_belong_to_the_row_above_them():
    grid = one(
        "Chỉ số | 2023 | 2024\nSản phẩm còn hiệu lực | 331 | 378\nTrong đó 5 sao | 6 | 3\n"
        "Trong đó 4 sao | 52 | 71\nSản phẩm hết hạn | 88 | 47"
    )
    assert [row.parent for row in grid.rows] == [None, 0, 0, None]


def test_rows_that_are_all_classes_have_no_parent():
    grid = one("Hạng | Số SP\n5 sao | 1\n4 sao | 40\n3 sao | 110")
    assert [row.parent for row in grid.rows] == [None, None, None]


def test_a_row_without_figures_heads_the_rows_below_it():
    grid = one("TT | Đơn vị | SP mới\nI | Khối huyện |  |\n1 | Nam Đàn | 4\n2 | Con Cuông | 5")
    assert [row.group.text if row.group else None for row in grid.rows] == ["Khối huyện"] * 2


def test_the_unit_of_an_indicator_is_read():
    grid = one(
        "TT  Nội dung  ĐVT  Chỉ tiêu\n1  Sản phẩm công nhận mới  SP  90\n2  Chủ thể mới  CT  60"
    )
    assert [row.unit.span.text for row in grid.rows] == ["SP", "CT"]
    assert titles(grid) == ["Chỉ tiêu"]


def test_the_line_and_the_headings_above_are_kept():
    grid = one(
        "PHẦN I. KẾT QUẢ\n1. Công nhận sản phẩm\nBiểu tổng hợp đến 31/12/2023\n"
        "Huyện | 4 sao | 3 sao\nNam Đàn | 4 | 9\nCon Cuông | 5 | 2"
    )
    assert [c.text for c in grid.captions] == ["Biểu tổng hợp đến 31/12/2023"]
    assert "PHẦN I. KẾT QUẢ" in [h.text for h in grid.headings]


@pytest.mark.parametrize(
    "rows",
    [
        "TT | Tên sản phẩm | Chủ thể | Điểm\n1 | Chè tôm nõn | HTX Đồng Nghè | 84\n"
        "2 | Mật ong | THT Thần Sa | 77",
        "1 | Dưa kim | HTX Yên Dũng | 72\n2 | Sâm khô | HTX núi Dành | 74",
        "Bưởi năm roi | TX. Bình Minh | 81\nKhoai lang sấy | Bình Tân | 78",
    ],
)
def test_lists_of_products_have_no_figures(rows):
    grid = one("DANH SÁCH\n" + rows)
    assert grid.is_list
    assert grid.rows == ()


def test_the_scores_and_row_numbers_of_a_list_are_taken():
    text = (
        "DANH SÁCH\nTT | Tên sản phẩm | Chủ thể | Điểm\n1 | Chè | HTX A | 84\n2 | Mật | HTX B | 77"
    )
    document = from_text(text, document_id="t", title="x", published="2024-01-02")
    (grid,) = find_grids(document, fold(document.text))
    assert [document.text[a:b] for a, b in grid.taken] == ["1", "84", "2", "77"]


@pytest.mark.parametrize(
    "text",
    [
        "Nam Đàn: 9\nCon Cuông: 7",
        "Hà Nội - 10:43, 28/11/2020",
        "Tuy Hòa // 8 // 2",
        "Huyện Nam Đàn có 9 sản phẩm; huyện Con Cuông có 7 sản phẩm.",
        "Vinh 4/2; Cửa Lò 3/1.",
        "Số hiệu | 1578/KH-UBND\nNgày ban hành | 02/05/2024",
    ],
)
def test_what_is_no_table(text):
    assert grids_of("Tin tức\n" + text) == ()


def test_cells_that_span_columns_title_all_of_them():
    page = """<html><body><article><h1>Kết quả OCOP</h1><p>Kết quả theo huyện:</p><table>
    <tr><td rowspan="2">TT</td><td rowspan="2">Huyện</td><td colspan="2">Công nhận mới</td>
    <td colspan="2">Công nhận lại</td></tr>
    <tr><td>4 sao</td><td>3 sao</td><td>4 sao</td><td>3 sao</td></tr>
    <tr><td>1</td><td>Nam Đàn</td><td>1</td><td>6</td><td>2</td><td>4</td></tr>
    <tr><td>2</td><td>Con Cuông</td><td>0</td><td>3</td><td>1</td><td>2</td></tr>
    </table></article></body></html>"""
    document = from_html(page, document_id="t")
    (grid,) = find_grids(document, fold(document.text))
    assert titles(grid) == [
        "Công nhận mới / 4 sao",
        "Công nhận mới / 3 sao",
        "Công nhận lại / 4 sao",
        "Công nhận lại / 3 sao",
    ]
    assert figures(grid) == [[1, 6, 2, 4], [0, 3, 1, 2]]


@given(
    st.lists(st.sampled_from(["a", "7", "-", "|", " / ", "\n", "\t", ": ", "4 sao"]), max_size=40)
)
def test_any_text_gives_tables_inside_it(parts):
    text = "".join(parts)
    document = from_text(text, document_id="t", title="x", published="2024-01-02")
    for grid in find_grids(document, fold(document.text)):
        for start, end in grid.taken:
            assert 0 <= start < end <= len(document.text)


def test_a_dated_row_stays_in_its_table():
    text = (
        "Nội dung | Tổng | 3 sao\nCó mặt đến 31/12/2022 | 131 | 108\n"
        "Công nhận mới | 27 | 22\nCó mặt đến 31/12/2023 | 144 | 117"
    )
    document = from_text(text, document_id="t")
    (grid,) = find_grids(document, fold(document.text))
    assert [[f.cell.value for f in row.figures] for row in grid.rows] == [
        [131, 108],
        [27, 22],
        [144, 117],
    ]
    assert [title.text for title in grid.columns[2]] == ["3 sao"]

"""Tables of pages: data rows with their cells, layout told apart."""

import pytest

from extract.documents.html import from_html
from extract.documents.page import join_cells
from extract.model import BlockKind, Document

NEWS = "Điều 1. Công nhận 03 sản phẩm đạt hạng 3 sao theo phụ lục."


def read(table: str) -> Document:
    return from_html(f"<html><body><p>{NEWS}</p>{table}</body></html>", document_id="d")


def table(*row_texts: str) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in row_texts)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def rows(document: Document) -> list[list[str]]:
    return [
        [cell.text for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


def test_plain_rows() -> None:
    document = read(
        "<table border=1><thead><tr><th>TT</th><th>Tên</th><th>Điểm</th></tr></thead><tbody>"
        "<tr><td>1</td><td><p>Bột <b>rau</b> má</p></td><td>1.760</td></tr></tbody></table>"
    )
    assert rows(document) == [["TT", "Tên", "Điểm"], ["1", "Bột rau má", "1.760"]]
    assert document.text.splitlines()[1:] == ["TT | Tên | Điểm", "1 | Bột rau má | 1.760"]


def test_spans_stand_in_every_row_and_column_but_are_printed_once() -> None:
    document = read(
        "<table><tr><td>Huyện</td><td>Tên</td><td>Sao</td></tr>"
        "<tr><td rowspan=2>Mây</td><td>Mật ong</td><td>3</td></tr><tr><td>Trà</td><td>4</td></tr>"
        "<tr><td colspan=3>Cộng: 02 sản phẩm</td></tr></table>"
    )
    assert rows(document)[1:] == [
        ["Mây", "Mật ong", "3"],
        ["Mây", "Trà", "4"],
        ["Cộng: 02 sản phẩm"] * 3,
    ]
    assert document.text.count("Mây") == 1
    assert document.text.count("02 sản phẩm") == 1
    for block in document.blocks:
        for cell in block.cells:
            assert document.text[cell.start : cell.end] == cell.text


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "999999999", "٣"])
def test_nonsense_spans(span: str) -> None:
    document = read(table("a|b", "c|d").replace("<td>a", f"<td rowspan='{span}'>a"))
    assert rows(document)[0] == ["a", "b"]


def test_unclosed_rows_and_cells() -> None:
    document = read("<table><tr><td>TT<td>Tên<tr><td>1<td>Trà<tr><td>2<td>Mật</table>")
    assert rows(document) == [["TT", "Tên"], ["1", "Trà"], ["2", "Mật"]]


def test_empty_cells_keep_their_column() -> None:
    assert rows(read(table("A||C", "|b|c"))) == [["A", "", "C"], ["", "b", "c"]]


def test_hidden_cells_are_not_read() -> None:
    assert rows(read(table("A|B", "1<span hidden>888</span>|2")))[1] == ["1", "2"]


@pytest.mark.parametrize(
    "layout",
    [
        table(f"<p>{NEWS}</p>"),
        table(f"Menu|<h1>Tin</h1><p>{NEWS}</p>", "a|b"),
        table(f"a|{NEWS}", "c|d").replace("<table", "<table role=presentation"),
        table("a|" + table(NEWS), "c|d"),
        table("<a>Tin</a>|<a>Văn bản</a>", "<a>Hỏi</a>|<a>Đáp</a>"),
    ],
)
def test_layout_tables_are_no_data(layout: str) -> None:
    assert rows(read(layout)) == []


def test_data_table_inside_a_layout_table() -> None:
    inner = "<table><tr><th>TT</th><th>Tên</th></tr><tr><td>1</td><td>Trà</td></tr></table>"
    document = read(f"<table><tr><td>trái</td><td><p>{NEWS}</p>{inner}</td></tr></table>")
    assert rows(document) == [["TT", "Tên"], ["1", "Trà"]]


def test_raw_place_of_a_row() -> None:
    source = (
        "<p>Danh sách</p><table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>"
    )
    document = from_html(source, document_id="d")
    raw = [source[slice(*block.raw)] for block in document.blocks if block.cells and block.raw]
    assert raw[0] == "<tr><td>A</td><td>B</td></tr>"
    assert raw[1].startswith("<tr><td>1</td><td>2</td></tr>")


def test_join_cells() -> None:
    assert join_cells(["", "b", "", "d"]) == ("| b | | d", [(0, 0), (2, 3), (5, 5), (8, 9)])

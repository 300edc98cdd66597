"""Spreadsheets: every row and cell of the visible sheets, as a reader sees them."""

from __future__ import annotations

import io
import struct
import zipfile
from datetime import date

import pytest
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P

from extract.documents.load import load
from extract.documents.office.cell_text import cell_name, cell_place, printed
from extract.model import BlockKind, Document

HEAD = ["STT", "Tên sản phẩm", "Chủ thể", "Ngày cấp", "Điểm", "Hạng sao"]
DAY = 45951  # 21 October 2025 in the system of 1900
DATA = [
    [1, "Mật ong hoa nhãn", "HTX Ong Việt", DAY, 85.5, 4],
    [2, "Trà xanh", "HTX Ong Việt", DAY, 76, 4],
    [3, "Miến dong", "Hộ Nguyễn Văn A", DAY, 62.4, 3],
]
TITLE = "DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN"
EXPECTED = [
    HEAD,
    ["I. Hạng 4 sao"] * 6,
    ["1", "Mật ong hoa nhãn", "HTX Ong Việt", "21/10/2025", "85,5", "4"],
    ["2", "Trà xanh", "HTX Ong Việt", "21/10/2025", "76", "4"],
    ["II. Hạng 3 sao"] * 6,
    ["3", "Miến dong", "Hộ Nguyễn Văn A", "21/10/2025", "62,4", "3"],
]


def read(payload: bytes) -> Document:
    return load(payload, document_id="d")


def rows(document: Document) -> list[list[str]]:
    return [
        [cell.text for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


def lines(document: Document, role: str = "") -> list[str]:
    return [
        document.text[b.start : b.end]
        for b in document.blocks
        if b.role == role and b.kind is not BlockKind.TABLE_ROW
    ]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def xlsx(fill) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        fill(book)
    return buffer.getvalue()


def annex_xlsx(book) -> None:
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Phụ lục")
    sheet.write("A1", "UBND TỈNH BẮC GIANG")
    sheet.write("E1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    sheet.merge_range("A3:F3", TITLE)
    sheet.write_row("A5", HEAD)
    sheet.merge_range("A6:F6", "I. Hạng 4 sao")
    for row, values in zip((6, 7, 9), DATA, strict=True):
        sheet.write_row(row, 0, values)
        sheet.write_number(row, 3, values[3], day)
    sheet.merge_range("C7:C8", "HTX Ong Việt")
    sheet.merge_range("A9:F9", "II. Hạng 3 sao")
    sheet.write("A11", "Ghi chú: điểm do Hội đồng chấm.")
    sheet.write("B13", "NGƯỜI LẬP BIỂU")
    sheet.write("E13", "CHỦ TỊCH")


def annex_xls() -> bytes:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    sheet = book.add_sheet("Phụ lục")
    sheet.write(0, 0, "UBND TỈNH BẮC GIANG")
    sheet.write(0, 4, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    sheet.write_merge(2, 2, 0, 5, TITLE)
    for column, text in enumerate(HEAD):
        sheet.write(4, column, text)
    sheet.write_merge(5, 5, 0, 5, "I. Hạng 4 sao")
    for row, values in zip((6, 7, 9), DATA, strict=True):
        for column, value in enumerate(values):
            if column == 3:
                sheet.write(row, column, value, day)
            elif column != 2 or row == 9:
                sheet.write(row, column, value)
    sheet.write_merge(6, 7, 2, 2, "HTX Ong Việt")
    sheet.write_merge(8, 8, 0, 5, "II. Hạng 3 sao")
    sheet.write(10, 0, "Ghi chú: điểm do Hội đồng chấm.")
    sheet.write(12, 1, "NGƯỜI LẬP BIỂU")
    sheet.write(12, 4, "CHỦ TỊCH")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods_cell(value, **spans) -> TableCell:
    if isinstance(value, date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), **spans)
        cell.addElement(P(text=value.strftime("%d/%m/%Y")))
    elif isinstance(value, (int, float)):
        cell = TableCell(valuetype="float", value=value, **spans)
        cell.addElement(P(text=str(value)))
    else:
        cell = TableCell(valuetype="string", **spans)
        cell.addElement(P(text=value))
    return cell


def ods_row(values, spans=()) -> TableRow:
    row = TableRow()
    for i, value in enumerate(values):
        if value is None:
            row.addElement(TableCell())
        elif value is ...:
            row.addElement(CoveredTableCell())
        else:
            row.addElement(ods_cell(value, **(spans[i] if i < len(spans) else {})))
    return row


def annex_ods(change=lambda document, table: None) -> bytes:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Phụ lục")
    table.addElement(TableColumn(numbercolumnsrepeated=6))
    whole = [{"numbercolumnsspanned": 6}]
    day = date(2025, 10, 21)
    data = [[v if i != 3 else day for i, v in enumerate(values)] for values in DATA]
    data[1][2] = ...
    table.addElement(ods_row(["UBND TỈNH BẮC GIANG", None, None, None, "CỘNG HÒA XÃ HỘI"]))
    blank = TableRow()
    blank.addElement(TableCell(numbercolumnsrepeated=6))
    table.addElement(blank)
    table.addElement(ods_row([TITLE] + [...] * 5, whole))
    table.addElement(TableRow())
    table.addElement(ods_row(HEAD))
    table.addElement(ods_row(["I. Hạng 4 sao"] + [...] * 5, whole))
    table.addElement(ods_row(data[0], [{}, {}, {"numberrowsspanned": 2}]))
    table.addElement(ods_row(data[1]))
    table.addElement(ods_row(["II. Hạng 3 sao"] + [...] * 5, whole))
    table.addElement(ods_row(data[2]))
    table.addElement(ods_row(["Ghi chú: điểm do Hội đồng chấm."]))
    change(document, table)
    document.spreadsheet.addElement(table)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_an_annex_is_read_to_the_cell(form: str) -> None:
    payload = {"xlsx": lambda: xlsx(annex_xlsx), "xls": annex_xls, "ods": annex_ods}[form]()
    found = read(payload)
    assert rows(found) == EXPECTED
    assert lines(found, "sheet") == ["Phụ lục"]
    plain = lines(found)
    assert plain[0] == "UBND TỈNH BẮC GIANG"
    assert TITLE in plain
    assert "Ghi chú: điểm do Hội đồng chấm." in plain
    assert found.text.count("HTX Ong Việt") == 1
    assert codes(found) == []
    assert (form == "ods") or plain[-2:] == ["NGƯỜI LẬP BIỂU", "CHỦ TỊCH"]


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_every_cell_knows_its_sheet_and_name(form: str) -> None:
    payload = {"xlsx": lambda: xlsx(annex_xlsx), "xls": annex_xls, "ods": annex_ods}[form]()
    found = read(payload)
    row = [block for block in found.blocks if block.kind is BlockKind.TABLE_ROW][3]
    places = [found.origins(cell)[0] for cell in row.cells]
    assert {place.sheet for place in places} == {"Phụ lục"}
    assert [place.cell for place in places] == ["A8", "B8", "C7", "D8", "E8", "F8"]


def test_hidden_sheets_are_left_out_and_told() -> None:
    def fill(book) -> None:
        annex_xlsx(book)
        for name, hide in [("nháp", "hide"), ("rất kín", "very_hidden")]:
            sheet = book.add_worksheet(name)
            sheet.write_column("A1", ["9.999 sản phẩm OCOP"] * 3)
            getattr(sheet, hide)()
        book.add_worksheet("trống").hide()

    found = read(xlsx(fill))
    assert "9.999" not in found.text
    assert codes(found) == ["hidden_sheet", "hidden_sheet"]
    assert "nháp" in found.issues[0].message
    assert "3 rows" in found.issues[0].message


def test_hidden_rows_and_columns_are_left_out_and_told() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("A")
        for i, row in enumerate([HEAD, *DATA]):
            sheet.write_row(i, 0, row)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column("C:C", None, None, {"hidden": True})
        sheet.set_column("J:K", None, None, {"hidden": True})

    found = read(xlsx(fill))
    assert [row[:3] for row in rows(found)] == [
        ["STT", "Tên sản phẩm", "Ngày cấp"],
        ["1", "Mật ong hoa nhãn", str(DAY)],
        ["3", "Miến dong", str(DAY)],
    ]
    assert codes(found) == ["hidden_rows"]
    assert "1 rows and 1 columns" in found.issues[0].message


def test_hidden_sheets_rows_and_columns_of_xls() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Biểu 1")
    for i, row in enumerate([HEAD, *DATA]):
        for j, value in enumerate(row):
            sheet.write(i, j, value)
    sheet.row(2).hidden = True
    sheet.col(2).hidden = True
    draft = book.add_sheet("nháp")
    draft.write(0, 0, "9.999 sản phẩm OCOP")
    draft.visibility = 1
    buffer = io.BytesIO()
    book.save(buffer)
    found = read(buffer.getvalue())
    assert [row[:3] for row in rows(found)] == [
        ["STT", "Tên sản phẩm", "Ngày cấp"],
        ["1", "Mật ong hoa nhãn", str(DAY)],
        ["3", "Miến dong", str(DAY)],
    ]
    assert codes(found) == ["hidden_rows", "hidden_sheet"]
    assert "9.999" not in found.text


def test_the_size_that_an_xls_says_to_have_is_not_believed() -> None:
    payload = annex_xls()
    head = struct.pack("<HH", 0x0200, 14)
    at = payload.index(head)
    lying = payload[: at + 4] + struct.pack("<2I2H", 0, 2**32 - 1, 0, 255) + payload[at + 16 :]
    assert rows(read(lying)) == EXPECTED


def test_two_cells_at_the_corners_of_an_xls_are_refused() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("A")
    sheet.write(0, 0, 1)
    sheet.write(65535, 255, 2)
    buffer = io.BytesIO()
    book.save(buffer)
    assert codes(read(buffer.getvalue())) == ["too_much_output"]


def test_hidden_rows_of_ods() -> None:
    def change(document, table) -> None:
        row = ods_row([4, "Rượu kín", "HTX B", date(2025, 1, 1), 70, 4])
        row.setAttribute("visibility", "filter")
        table.insertBefore(row, table.childNodes[-1])

    found = read(annex_ods(change))
    assert "Rượu kín" not in found.text
    assert codes(found) == ["hidden_rows"]


def test_formulas_give_their_stored_value_and_those_without_are_told() -> None:
    def fill(book) -> None:
        annex_xlsx(book)
        sheet = book.get_worksheet_by_name("Phụ lục")
        sheet.write_formula("E7", "=80+5.5", None, 85.5)
        sheet.write_formula("F7", "=2+2", None, "")

    found = read(xlsx(fill))
    assert rows(found)[2] == [*EXPECTED[2][:5], ""]
    assert codes(found) == ["formula_without_value"]
    assert "F7" in found.issues[0].message


def test_two_tables_on_a_sheet_have_their_titles_between_them() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("A")
        sheet.write("A1", "Phụ lục I")
        sheet.write_row("A2", HEAD)
        sheet.write_row("A3", DATA[0])
        sheet.merge_range("A5:F5", "Phụ lục II")
        sheet.write_row("A6", HEAD)
        sheet.write_row("A7", DATA[2])

    found = read(xlsx(fill))
    assert lines(found) == ["Phụ lục I", "Phụ lục II"]
    assert [row[0] for row in rows(found)] == ["STT", "1", "STT", "3"]


def test_a_table_without_numbers_below_one_with_them_is_found() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("A")
        sheet.write("A1", "Phụ lục I")
        sheet.write_row("A2", HEAD)
        sheet.write_row("A3", DATA[0])
        sheet.merge_range("A4:F4", "Tổng số: 01 sản phẩm")
        sheet.write("A6", "Phụ lục II")
        sheet.write_row("A7", ["Sản phẩm", "Chủ thể", "Sao"])
        sheet.write("A8", "Hạng ba sao")
        sheet.write_row("A9", ["Miến dong", "Hộ A", 3])
        sheet.write_row("A12", ["NGƯỜI LẬP", "TRƯỞNG PHÒNG", "CHỦ TỊCH"])
        sheet.write_row("A16", ["Nguyễn A", "Trần B", "Lê C"])

    found = read(xlsx(fill))
    assert [row[0] for row in rows(found)] == [
        *("STT", "1", "Tổng số: 01 sản phẩm", "Sản phẩm", "Hạng ba sao", "Miến dong"),
    ]
    assert lines(found)[:2] == ["Phụ lục I", "Phụ lục II"]
    assert "TRƯỞNG PHÒNG" in lines(found)


def test_heads_without_merging_and_totals_stay_in_the_table() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("A")
        sheet.write_row("B2", HEAD)
        sheet.write("B3", "I. Hạng 4 sao")
        sheet.write_row("B4", DATA[0])
        sheet.write("B5", "II. Hạng 3 sao")
        sheet.write_row("B6", DATA[2])
        sheet.write("C7", "Tổng cộng")
        sheet.write("G7", 2)

    found = rows(read(xlsx(fill)))
    assert found[1] == ["I. Hạng 4 sao", "", "", "", "", ""]
    assert found[3] == ["II. Hạng 3 sao", "", "", "", "", ""]
    assert found[5] == ["", "Tổng cộng", "", "", "", "2"]


def test_a_head_of_two_rows_is_one_table() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("A")
        sheet.merge_range("A1:A2", "TT")
        sheet.merge_range("B1:B2", "Tên sản phẩm")
        sheet.merge_range("C1:D1", "Chủ thể")
        sheet.write_row("C2", ["Tên", "Địa chỉ"])
        sheet.write_row("A3", [1, "Mật ong", "HTX A", "xã B"])

    assert rows(read(xlsx(fill))) == [
        ["TT", "Tên sản phẩm", "Chủ thể", "Chủ thể"],
        ["TT", "Tên sản phẩm", "Tên", "Địa chỉ"],
        ["1", "Mật ong", "HTX A", "xã B"],
    ]


def test_a_table_without_row_numbers_and_one_of_two_columns() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("A")
        sheet.write("A1", TITLE)
        sheet.write_row("A2", ["Sản phẩm", "Chủ thể", "Sao"])
        sheet.write_row("A3", ["Mật ong", "HTX A", 4])
        other = book.add_worksheet("B")
        other.write_row("A1", ["Huyện", "Số sản phẩm"])
        other.write_row("A2", ["Yên Thế", 12])

    found = read(xlsx(fill))
    assert rows(found) == [
        ["Sản phẩm", "Chủ thể", "Sao"],
        ["Mật ong", "HTX A", "4"],
        ["Huyện", "Số sản phẩm"],
        ["Yên Thế", "12"],
    ]
    assert lines(found) == [TITLE]


def test_an_empty_workbook_is_told() -> None:
    found = read(xlsx(lambda book: book.add_worksheet("Sheet1")))
    assert lines(found, "sheet") == ["Sheet1"]
    assert rows(found) == []


def test_old_letters_of_a_sheet_are_converted() -> None:
    def fill(book) -> None:
        sheet = book.add_worksheet("A")
        sheet.write("A1", "Danh s¸ch s¶n phÈm ®¹t h¹ng cña tØnh")
        sheet.write_row("A2", ["STT", "Tªn s¶n phÈm", "Chñ thÓ"])
        sheet.write_row("A3", [1, "MËt ong", "Hîp t¸c x· n«ng nghiÖp"])

    found = read(xlsx(fill))
    assert rows(found)[1] == ["1", "Mật ong", "Hợp tác xã nông nghiệp"]
    assert (found.encoding, codes(found)) == ("tcvn3", ["legacy_encoding"])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (85.5, "85,5"),
        (85.0, "85"),
        (4, "4"),
        (85.49999999999999, "85,5"),
        (0.1 + 0.2, "0,3"),
        (1245.0, "1245"),
        (True, "TRUE"),
        (date(2025, 10, 2), "02/10/2025"),
        ("  4 sao ", "  4 sao "),
        (float("nan"), ""),
        (float("inf"), ""),
    ],
)
def test_values_in_print(value, text) -> None:
    assert printed(value) == text


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (11, 1, "B12"), (0, 25, "Z1"), (6, 26, "AA7"), (1048575, 16383, "XFD1048576")],
)
def test_names_of_cells(row, column, name) -> None:
    assert cell_name(row, column) == name
    assert cell_place(name) == (row, column)


# ── Sheets that are larger than what is in them ──────────────────────────────────────


def with_sheet(markup: str, shared: str | None = None) -> bytes:
    """A workbook whose only sheet has the given rows."""
    payload = xlsx(annex_xlsx)
    buffer = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    old = zipfile.ZipFile(io.BytesIO(payload))
    with old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data: str | bytes = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = f'<worksheet xmlns="{main}"><sheetData>{markup}</sheetData></worksheet>'
            if name == "xl/sharedStrings.xml" and shared is not None:
                data = f'<sst xmlns="{main}">{shared}</sst>'
            new.writestr(name, data)
    return buffer.getvalue()


def number(name: str, value: int) -> str:
    return f'<c r="{name}"><v>{value}</v></c>'


def test_a_million_blank_rows_are_nothing() -> None:
    blank = "".join(f'<row r="{n}" ht="15"/>' for n in range(5, 200_000))
    styled = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    cells = "".join(number(name, i) for i, name in enumerate(("A3", "B3", "C3")))
    more = cells.replace("3", "4")
    found = read(with_sheet(f'<row r="3">{cells}</row><row r="4">{more}</row>{blank}{styled}'))
    assert rows(found) == [["0", "1", "2"]] * 2
    assert codes(found) == []


def test_two_cells_at_the_corners_of_a_sheet_are_refused() -> None:
    found = read(
        with_sheet(
            f'<row r="1">{number("A1", 1)}</row><row r="1048576">{number("XFD1048576", 2)}</row>'
        )
    )
    assert codes(found) == ["too_much_output"]
    assert found.text == ""


def test_one_long_text_in_thousands_of_cells_is_refused() -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 2000))
    found = read(with_sheet(cells, f"<si><t>{'x' * 30_000}</t></si>"))
    assert codes(found) == ["too_much_output"]


def test_rows_and_columns_repeated_in_ods_are_refused() -> None:
    def change(document, table) -> None:
        row = TableRow(numberrowsrepeated=1_000_000)
        row.addElement(ods_cell("x", numbercolumnsrepeated=1000))
        table.addElement(row)

    assert codes(read(annex_ods(change))) == ["too_much_output"]


def test_blank_rows_repeated_in_ods_are_nothing() -> None:
    def change(document, table) -> None:
        row = TableRow(numberrowsrepeated=1_000_000)
        row.addElement(TableCell(numbercolumnsrepeated=16384))
        table.addElement(row)

    found = read(annex_ods(change))
    assert (rows(found), codes(found)) == (EXPECTED, [])

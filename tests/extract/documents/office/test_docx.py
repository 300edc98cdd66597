"""Word documents: every row and cell, in the order and with the words that a reader sees."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from extract.documents.load import load
from extract.documents.office.forms import is_form
from extract.model import BlockKind, Document

ROWS = [
    ["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Hạng sao"],
    ["1", "Mật ong hoa nhãn", "HTX Ong Việt", "xã Tân Hưng", "85,5", "4 sao"],
    ["2", "Trà xanh Bản Ven", "Công ty TNHH Bản Ven", "xã Xuân Lương", "76", "4 sao"],
    ["3", "Miến dong", "Hộ Nguyễn Văn A", "xã Tân Hưng", "62,4", "3 sao"],
]


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(payload: bytes) -> Document:
    return load(payload, document_id="d")


def rows(document: Document) -> list[list[str]]:
    """The cells of every table row."""
    return [
        [cell.text for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


def lines(document: Document, role: str = "") -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.role == role]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def add_table(document, rows, style="Table Grid"):
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style=style)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    return table


def add_xml(document, xml: str):
    """Put an element before the section's end."""
    node = parse_xml(xml)
    document.element.body.insert(len(document.element.body) - 1, node)
    return node


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p {nsdecls('w')}>{properties}{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def test_paragraphs_and_tables_stand_in_order_with_their_places() -> None:
    document = docx.Document()
    document.add_heading("DANH SÁCH SẢN PHẨM", level=1)
    document.add_paragraph("(Kèm theo Quyết định số 12/QĐ-UBND)")
    add_table(document, ROWS)
    document.add_paragraph("Danh sách có 03 sản phẩm.")
    found = read(saved(document))
    assert rows(found) == ROWS
    assert found.text.index("Kèm theo") < found.text.index("Mật ong") < found.text.index("có 03")
    cell = found.blocks[3].cells[1]
    assert cell.text == "Mật ong hoa nhãn"
    assert [origin.paragraph for origin in found.origins(cell)] == [2 + 6 + 2]
    assert found.media_type.endswith("wordprocessingml.document")
    assert not found.issues


def test_merged_cells_stand_in_every_row_and_column_and_are_printed_once() -> None:
    document = docx.Document()
    table = add_table(document, ROWS)
    table.cell(1, 3).text = table.cell(2, 3).text = ""
    table.cell(1, 3).merge(table.cell(3, 3)).text = "huyện Yên Thế"
    head = table.add_row()
    head.cells[0].merge(head.cells[5]).text = "II. Sản phẩm hạng 3 sao"
    found = read(saved(document))
    assert [row[3] for row in rows(found)][1:4] == ["huyện Yên Thế"] * 3
    assert found.text.count("huyện Yên Thế") == 1
    assert rows(found)[4] == ["II. Sản phẩm hạng 3 sao"] * 6
    assert found.text.count("II. Sản phẩm") == 1


def test_rows_that_leave_out_columns_at_their_sides() -> None:
    document = docx.Document()
    table = add_table(document, ROWS)
    row = table.rows[3]._tr
    row.remove(row.findall(qn("w:tc"))[0])
    row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1"/></w:trPr>'))
    found = read(saved(document))
    assert rows(found)[3] == ["", *ROWS[3][1:]]


def test_columns_that_only_come_from_edges_that_do_not_meet_are_none() -> None:
    # As LibreOffice writes tables of DOC: edges of rows differ by a few twips.
    def cell(text: str, span: int) -> str:
        return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p>{run(text)}</w:p></w:tc>'

    rows_xml = "".join(
        f"<w:tr>{''.join(cell(text, span) for text, span in zip(words, spans, strict=True))}</w:tr>"
        for words, spans in [
            (["STT", "Tên", "Chủ thể", "Sao"], [1, 2, 2, 1]),
            (["1", "Mật ong", "HTX A", "4"], [2, 1, 1, 2]),
            (["2", "Trà", "HTX B", "3"], [1, 2, 1, 2]),
        ]
    )
    widths = "".join(f'<w:gridCol w:w="{w}"/>' for w in (700, 15, 3000, 2985, 12, 900))
    document = docx.Document()
    add_xml(
        document,
        f"<w:tbl {nsdecls('w')}><w:tblPr><w:tblBorders><w:top w:val='single'/></w:tblBorders>"
        f"</w:tblPr><w:tblGrid>{widths}</w:tblGrid>{rows_xml}</w:tbl>",
    )
    found = rows(read(saved(document)))
    assert found[0] == ["STT", "Tên", "Chủ thể", "Sao"]
    assert found[1] == ["1", "Mật ong", "HTX A", "4"]
    assert found[2] == ["2", "Trà", "HTX B", "3"]


def test_deleted_text_is_not_read_and_inserted_text_is() -> None:
    document = docx.Document()
    add_xml(
        document,
        paragraph(
            run("Công nhận "),
            '<w:del w:id="1" w:author="a"><w:r><w:delText>45</w:delText></w:r></w:del>',
            '<w:ins w:id="2" w:author="a"><w:r><w:t>47</w:t></w:r></w:ins>',
            '<w:moveFrom w:id="3" w:author="a"><w:r><w:t> 99</w:t></w:r></w:moveFrom>',
            run(" sản phẩm OCOP."),
        ),
    )
    found = read(saved(document))
    assert found.text == "Công nhận 47 sản phẩm OCOP."
    assert codes(found) == ["deleted_text"]
    assert "45" in found.issues[0].message
    assert "paragraph 1" in found.issues[0].where


def test_a_deletion_without_numbers_is_no_issue() -> None:
    document = docx.Document()
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>các </w:delText></w:r></w:del>'
    add_xml(document, paragraph(run("Công nhận "), deleted, run("sản phẩm.")))
    found = read(saved(document))
    assert (found.text, codes(found)) == ("Công nhận sản phẩm.", [])


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    document = docx.Document()
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    add_xml(document, paragraph(run("Công nhận 47 "), properties=mark))
    add_xml(document, paragraph(run("sản phẩm.")))
    assert read(saved(document)).text == "Công nhận 47 sản phẩm."


def test_deleted_rows_are_left_out_and_told() -> None:
    document = docx.Document()
    table = add_table(document, ROWS)
    gone = f'<w:trPr {nsdecls("w")}><w:del w:id="1" w:author="a"/></w:trPr>'
    table.rows[2]._tr.insert(0, parse_xml(gone))
    found = read(saved(document))
    assert rows(found) == [ROWS[0], ROWS[1], ROWS[3]]
    assert codes(found) == ["deleted_text"]
    assert "Trà xanh" in found.issues[0].message


@pytest.mark.parametrize("by_style", [False, True])
def test_hidden_text_is_left_out_and_told_near_products(by_style: bool) -> None:
    document = docx.Document()
    hidden = document.add_paragraph("Có 12 sản phẩm OCOP").add_run(" và 9.999 sản phẩm")
    if by_style:
        style = document.styles.add_style("Kín", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
        style.font.hidden = True
        hidden.style = style
    else:
        hidden.font.hidden = True
    found = read(saved(document))
    assert found.text == "Có 12 sản phẩm OCOP"
    assert codes(found) == ["hidden_text"]
    assert "9.999" in found.issues[0].message


LISTS = """<w:numbering {ns}>
<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/>
</w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="3"/>
<w:numFmt w:val="upperRoman"/><w:lvlText w:val="Phần %1:"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def with_lists(payload: bytes) -> bytes:
    """``payload`` with the lists of ``LISTS`` in the place of its own."""
    return replaced(payload, "word/numbering.xml", LISTS.format(ns=nsdecls("w")))


def replaced(payload: bytes, name: str, text: str | bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(payload)) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.namelist():
            new.writestr(member, text if member == name else old.read(member))
        if name not in old.namelist():
            new.writestr(name, text)
    return buffer.getvalue()


def listed(text: str, list_id: int, level: int = 0) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(run(text) if text else "", properties=f"<w:pPr>{numbers}</w:pPr>")


def test_automatic_numbers_are_printed() -> None:
    document = docx.Document()
    for item in [
        listed("một", 1),
        listed("hai", 1),
        listed("hai một", 1, 1),
        listed("hai hai", 1, 1),
        listed("chữ", 1, 2),
        listed("ba", 1),
        listed("ba một", 1, 1),
        listed("mở", 2),
        listed("kết", 2),
        listed("gạch", 3),
        listed("lại từ đầu", 4),
        listed("không", 0),
    ]:
        add_xml(document, item)
    assert lines(read(with_lists(saved(document)))) == [
        "1. một",
        "2. hai",
        "2.1 hai một",
        "2.2 hai hai",
        "a) chữ",
        "3. ba",
        "3.1 ba một",
        "Phần III: mở",
        "Phần IV: kết",
        "gạch",
        "1. lại từ đầu",
        "không",
    ]


def test_row_numbers_that_are_a_list_have_text_and_a_place() -> None:
    document = docx.Document()
    table = add_table(document, [["" if row[0].isdigit() else "STT", *row[1:]] for row in ROWS])
    for row in table.rows[1:]:
        old = row.cells[0]._tc
        old.remove(old.p_lst[0])
        old.append(parse_xml(listed("", 1)))
    found = read(with_lists(saved(document)))
    assert [row[0] for row in rows(found)] == ["STT", "1.", "2.", "3."]
    number = [b for b in found.blocks if b.kind is BlockKind.TABLE_ROW][2].cells[0]
    assert [origin.paragraph for origin in found.origins(number)] == [13]


def test_content_controls_and_nested_wrappers_are_opened() -> None:
    document = docx.Document()
    add_xml(
        document,
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>"
        f"<w:sdt><w:sdtContent>{run('Công nhận ')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run('12')}</w:smartTag><w:hyperlink>{run(' sản phẩm')}</w:hyperlink>"
        "</w:p></w:sdtContent></w:sdt>",
    )
    table = add_table(document, ROWS)
    row = table.rows[1]._tr
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control[0].append(row)
    found = read(saved(document))
    assert lines(found)[0] == "Công nhận 12 sản phẩm"
    assert rows(found) == ROWS


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
    '2006"><mc:Choice Requires="wps"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.'
    'org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.'
    'org/drawingml/2006/main"><a:graphicData><wps:wsp xmlns:wps="http://schemas.microsoft.com/'
    'office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent><w:p>{text}</w:p>'
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    '</mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
    "<w:txbxContent><w:p>{text}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_text_boxes_are_read_once() -> None:
    document = docx.Document()
    add_xml(document, paragraph(run("Trước."), BOX.format(text=run("Có 12 sản phẩm."))))
    document.add_paragraph("Sau.")
    found = read(saved(document))
    assert found.text == "Trước.\nCó 12 sản phẩm.\nSau."
    assert [found.origins(found.span(b.start, b.end))[0].paragraph for b in found.blocks] == [
        1,
        1,
        2,
    ]


def test_headers_footers_and_notes_are_furniture() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Công báo số 99"
    document.sections[0].footer.paragraphs[0].text = "7"
    add_xml(
        document,
        paragraph(run("Mật ong"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" 4 sao")),
    )
    document.add_section(WD_SECTION.NEW_PAGE)
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>"
        f"{run('Tiềm năng 5 sao')}</w:p></w:footnote></w:footnotes>"
    )
    payload = replaced(saved(document), "word/footnotes.xml", notes)
    with zipfile.ZipFile(io.BytesIO(payload)) as package:
        relations = package.read("word/_rels/document.xml.rels").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    relations = relations.replace("</Relationships>", relation)
    found = read(replaced(payload, "word/_rels/document.xml.rels", relations))
    assert lines(found) == ["Mật ong 4 sao"]
    assert lines(found, "header") == ["Công báo số 99"]
    assert lines(found, "page_number") == ["7"]
    assert lines(found, "note") == ["Tiềm năng 5 sao"]


def test_a_letterhead_table_is_lines_and_not_rows() -> None:
    document = docx.Document()
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH BẮC GIANG"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    head.cell(0, 1).add_paragraph("Độc lập - Tự do - Hạnh phúc")
    head.cell(1, 0).text = "Số: 12/QĐ-UBND"
    head.cell(1, 1).text = "Bắc Giang, ngày 12 tháng 5 năm 2024"
    document.add_paragraph("QUYẾT ĐỊNH")
    add_table(document, ROWS)
    found = read(saved(document))
    assert rows(found) == ROWS
    assert lines(found)[:6] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH BẮC GIANG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/QĐ-UBND",
        "Bắc Giang, ngày 12 tháng 5 năm 2024",
    ]
    assert found.published is not None
    assert found.published.date == "2024-05-12"


def test_a_small_table_with_row_numbers_stays_one_even_without_lines() -> None:
    document = docx.Document()
    words = [["TT", "Sản phẩm", "Hạng"], ["1", "Mật ong", "4 sao"]]
    add_table(document, words, style="Normal Table")
    assert rows(read(saved(document))) == words


def test_a_table_in_a_frame_is_read_as_a_table() -> None:
    document = docx.Document()
    frame = document.add_table(rows=1, cols=1, style="Table Grid")
    cell = frame.cell(0, 0)
    cell.text = "Danh sách kèm theo"
    inner = cell.add_table(rows=4, cols=6)
    for row, words in zip(inner.rows, ROWS, strict=True):
        for one, text in zip(row.cells, words, strict=True):
            one.text = text
    found = read(saved(document))
    assert rows(found) == ROWS
    assert "Danh sách kèm theo" in lines(found)


def test_tables_below_each_other_are_two() -> None:
    document = docx.Document()
    add_table(document, ROWS)
    document.add_paragraph()
    add_table(document, ROWS)
    from extract.documents.means import Means
    from extract.documents.office.docx import read as read_docx
    from extract.documents.paper import Row

    parts = [p for p in read_docx(saved(document), "", Means()).parts if isinstance(p, Row)]
    assert [part.starts for part in parts] == [False] * 4 + [True] + [False] * 3


def test_signs_hyphens_and_symbol_fonts() -> None:
    document = docx.Document()
    add_xml(
        document,
        paragraph(
            run("2021"),
            "<w:r><w:noBreakHyphen/></w:r>",
            run("2025:"),
            "<w:r><w:tab/></w:r>",
            run("sản"),
            "<w:r><w:softHyphen/></w:r>",
            run(" phẩm "),
            '<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>' * 2,
        ),
    )
    assert read(saved(document)).text == "2021-2025: sản phẩm ★★"


def test_a_hard_break_parts_lines_but_not_sentences() -> None:
    document = docx.Document()
    document.add_paragraph("ỦY BAN NHÂN DÂN\nTỈNH BẮC GIANG")
    sentence = "Công nhận 12 sản phẩm của các hợp tác xã trên địa bàn\ntỉnh đạt hạng 4 sao."
    document.add_paragraph(sentence)
    assert lines(read(saved(document))) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH BẮC GIANG",
        sentence.replace("\n", " "),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "UBND TỈNH BẮC GIANG\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            ["UBND TỈNH BẮC GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ),
        (
            "Số: 12/QĐ-UBND\tBắc Giang, ngày 12 tháng 5 năm 2024",
            ["Số: 12/QĐ-UBND", "Bắc Giang, ngày 12 tháng 5 năm 2024"],
        ),
        ("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"]),
        ("- Như Điều 3;\tPHÓ CHỦ TỊCH", ["- Như Điều 3;", "PHÓ CHỦ TỊCH"]),
        ("1.\tMật ong hoa nhãn", ["1. Mật ong hoa nhãn"]),
        ("Điểm:\t85,5", ["Điểm: 85,5"]),
        ("HTX Độc Lập\tTM. 4 sao", ["HTX Độc Lập TM. 4 sao"]),
    ],
)
def test_tabs_part_what_stands_side_by_side(text: str, parts: list[str]) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    assert lines(read(saved(document))) == parts


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("Độc lập – Tự do – Hạnh phúc", True),
        ("Nơi nhận: - Như Điều 3;", True),
        ("Hợp tác xã Độc Lập", False),
        ("Ngày nhận hồ sơ", False),
    ],
)
def test_parts_of_the_form_of_a_paper(text: str, is_one: bool) -> None:
    assert is_form(text) is is_one


def test_field_codes_are_not_read_but_their_results_are() -> None:
    document = docx.Document()
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) 999 '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    add_xml(document, paragraph(run("Tổng số: "), field, run(" sản phẩm")))
    assert read(saved(document)).text == "Tổng số: 12 sản phẩm"


@pytest.mark.parametrize("by_style", [False, True])
def test_letters_of_old_fonts_are_converted(by_style: bool) -> None:
    written = "UBND tØnh c«ng nhËn 12 s¶n phÈm ®¹t h¹ng 4 sao"
    document = docx.Document()
    style = document.styles["Normal"]
    if by_style:
        style.font.name = ".VnTime"
        document.add_paragraph(written)
    else:
        document.add_paragraph().add_run(written).font.name = ".VnTime"
    found = read(saved(document))
    assert found.text == "UBND tỉnh công nhận 12 sản phẩm đạt hạng 4 sao"
    assert found.encoding == "tcvn3"
    assert codes(found) == ["legacy_encoding"]
    assert "tØnh" in found.issues[0].message


def test_parts_of_words_in_runs_of_their_own_are_one_word() -> None:
    document = docx.Document()
    node = document.add_paragraph("sản ph")
    node.add_run("ẩm 1.").bold = True
    node.add_run("245").font.size = Pt(14)
    assert read(saved(document)).text == "sản phẩm 1.245"


def test_strict_documents_are_read_too() -> None:
    document = docx.Document()
    add_table(document, ROWS)
    payload = saved(document)
    with zipfile.ZipFile(io.BytesIO(payload)) as package:
        xml = package.read("word/document.xml").decode()
    strict = re.sub(
        r"http://schemas.openxmlformats.org/(wordprocessingml)/2006/main",
        r"http://purl.oclc.org/ooxml/\1/main",
        xml,
    )
    assert rows(read(replaced(payload, "word/document.xml", strict))) == ROWS

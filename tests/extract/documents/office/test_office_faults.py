"""Office files that are broken, locked or made to do harm: told, and nothing else happens."""

from __future__ import annotations

import io
import os
import shutil
import struct
import zipfile
import zlib

import docx
import pytest
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from extract.documents.compound import MARK, root_names
from extract.documents.kinds import DOC, DOCX, ODS, ODT, OLE, XLS, XLSX, ZIP, sniff
from extract.documents.load import load
from extract.documents.means import Limits, Means
from extract.model import Document

SMALL = Means(Limits(unpacked=4_000_000, cells=1000, characters=50_000))
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "sản phẩm 9.999 ">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY j SYSTEM "{path}">]>'


def read(payload: bytes, means: Means = Means()) -> Document:  # noqa: B008 - frozen
    return load(payload, document_id="d", means=means)


def codes(document: Document) -> list[str]:
    assert all(issue.message and issue.advice for issue in document.issues)
    return [issue.code for issue in document.issues]


def word(text: str = "Công nhận 12 sản phẩm") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def sheet() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.add_worksheet("A").write_row("A1", ["STT", "Sản phẩm", "Sao"])
    return buffer.getvalue()


def open_sheet() -> bytes:
    document = OpenDocumentSpreadsheet()
    table, row, cell = Table(name="A"), TableRow(), TableCell(valuetype="string")
    cell.addElement(P(text="Mật ong"))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


MAKERS = {DOCX: word, XLSX: sheet, ODS: open_sheet}
MAIN = {DOCX: "word/document.xml", XLSX: "xl/worksheets/sheet1.xml", ODS: "content.xml"}


def replaced(payload: bytes, name: str, data: str | bytes) -> bytes:
    buffer = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(payload))
    with old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, data if member == name else old.read(member))
    return buffer.getvalue()


def member(payload: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(payload)) as package:
        return package.read(name)


def with_entity(payload: bytes, kind: str, declaration: str, entity: str) -> bytes:
    """``payload`` whose main member declares entities and uses one in the place of a text."""
    xml = member(payload, MAIN[kind]).decode()
    xml = xml[xml.index("?>") + 2 :] if xml.startswith("<?xml") else xml
    texts = {DOCX: "Công nhận", ODS: "Mật ong"}
    used = xml.replace(texts[kind], f"&{entity};") if kind in texts else xml
    if kind == XLSX:
        used = xml.replace("</sheetData>", f"<row><c><v>&{entity};</v></c></row></sheetData>")
    assert used != xml
    return replaced(payload, MAIN[kind], declaration + used)


# ── XML that does harm ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", [DOCX, XLSX, ODS])
def test_billion_laughs(kind: str) -> None:
    found = read(with_entity(MAKERS[kind](), kind, LAUGHS, "j"))
    assert codes(found) == ["damaged"]
    assert "entities" in found.issues[0].message
    assert found.text == ""


@pytest.mark.parametrize("kind", [DOCX, XLSX, ODS])
def test_external_entities(kind: str, tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("9.999 sản phẩm")
    declaration = OUTSIDE.format(path=secret.as_uri())
    found = read(with_entity(MAKERS[kind](), kind, declaration, "j"))
    assert codes(found) == ["damaged"]
    assert "9.999" not in found.text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-7"])
def test_entities_in_other_encodings(encoding: str) -> None:
    xml = LAUGHS.replace('"1.0"', f'"1.0" encoding="{encoding}"')
    xml += f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body>'
    payload = replaced(word(), MAIN[DOCX], (xml + "</w:document>").encode(encoding))
    found = read(payload)
    assert codes(found) == ["damaged"]
    assert found.text == ""


def test_shared_texts_with_entities() -> None:
    payload = replaced(sheet(), "xl/sharedStrings.xml", LAUGHS + "<sst><si><t>&j;</t></si></sst>")
    assert codes(read(payload)) == ["damaged"]


def test_deep_nesting() -> None:
    deep = "<w:smartTag>" * 100_000 + "</w:smartTag>" * 100_000
    xml = f'<w:document xmlns:w="{W}"><w:body><w:p>{deep}</w:p></w:body></w:document>'
    assert codes(read(replaced(word(), MAIN[DOCX], xml))) == ["damaged"]


def test_nested_tables_are_read_to_their_end() -> None:
    inside = "<w:p><w:r><w:t>Mật ong 4 sao</w:t></w:r></w:p>"
    for _ in range(60):
        inside = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl><w:p/>"
    xml = f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'
    assert read(replaced(word(), MAIN[DOCX], xml)).text == "Mật ong 4 sao"


# ── Too much ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", [DOCX, XLSX, ODS])
def test_zip_bomb(kind: str) -> None:
    payload = replaced(MAKERS[kind](), MAIN[kind], b" " * 50_000_000)
    assert len(payload) < 100_000
    assert codes(read(payload, SMALL)) == ["too_much_output"]


@pytest.mark.parametrize("kind", [DOCX, XLSX, ODS])
def test_zip_bomb_whose_directory_lies(kind: str) -> None:
    payload = replaced(MAKERS[kind](), MAIN[kind], b"<x>" + b" " * 50_000_000)
    size = struct.pack("<I", 50_000_003)
    found = read(payload.replace(size, struct.pack("<I", 1000)), SMALL)
    assert codes(found) == ["damaged"]
    assert found.text == ""


def test_too_many_members() -> None:
    buffer = io.BytesIO(word())
    with zipfile.ZipFile(buffer, "a") as package:
        for i in range(10_001):
            package.writestr(f"word/x{i}", "")
    assert codes(read(buffer.getvalue())) == ["too_much_output"]


def test_too_many_cells_of_a_text() -> None:
    cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    rows = f"<w:tr>{cell * 4}</w:tr>" * 300
    xml = f'<w:document xmlns:w="{W}"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>'
    assert codes(read(replaced(word(), MAIN[DOCX], xml), SMALL)) == ["too_much_output"]


def test_too_many_letters_of_a_text() -> None:
    assert codes(read(word("sản phẩm " * 10_000), SMALL)) == ["too_much_output"]


def test_spans_that_no_table_has() -> None:
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    )
    row = cell.format(2_000_000_000, "a") + cell.format(-5, "b") + cell.format("x", "c")
    table = f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>{row}</w:tr></w:tbl>'
    xml = f'<w:document xmlns:w="{W}"><w:body>{table * 2}</w:body></w:document>'
    found = read(replaced(word(), MAIN[DOCX], xml))
    assert found.text.split() == ["a", "b", "c"] * 2


# ── Broken files ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", [DOCX, XLSX, ODS])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_cut_files(kind: str, share: float) -> None:
    payload = MAKERS[kind]()
    found = read(payload[: int(len(payload) * share)])
    assert found.media_type == kind
    assert codes(found) == ["damaged"]


@pytest.mark.parametrize("kind", [DOCX, XLSX, ODS])
def test_any_broken_byte_is_survived(kind: str) -> None:
    payload = MAKERS[kind]()
    for at in range(0, len(payload), max(len(payload) // 150, 1)):
        broken = bytearray(payload)
        broken[at] ^= 0xFF
        read(bytes(broken))


@pytest.mark.parametrize("xml", ["", "<x", "<x/>", "no XML", "\0\0\0"])
def test_members_that_are_no_xml(xml: str) -> None:
    for kind, make in MAKERS.items():
        found = read(replaced(make(), MAIN[kind], xml))
        assert set(codes(found)) <= {"damaged", "empty_document"}, (kind, found.text)


@pytest.mark.parametrize("part", ["styles", "numbering"])
def test_a_broken_part_beside_the_text_is_told_and_the_text_read(part: str) -> None:
    found = read(replaced(word(), f"word/{part}.xml", "<broken"))
    assert found.text == "Công nhận 12 sản phẩm"
    assert codes(found) == ["damaged"]
    assert part in found.issues[0].where


def test_relations_that_lead_nowhere_are_no_matter() -> None:
    name = "word/_rels/document.xml.rels"
    relations = member(word(), name).decode()
    for target in ("NULL", "../../../../etc/passwd", "file:///etc/passwd", ""):
        broken = relations.replace('Target="styles.xml"', f'Target="{target}"')
        assert broken != relations
        assert read(replaced(word(), name, broken)).text == "Công nhận 12 sản phẩm"


# ── Locked files ─────────────────────────────────────────────────────────────────────


def compound(*names: str, child: str | None = None, stream: bytes = b"") -> bytes:
    """A compound file with streams of these names below the root ([MS-CFB]).

    The first has the bytes of ``stream``, the others none.
    """
    stream = stream.ljust(4096, b"\0") if stream else b""

    def entry(name: str, kind: int, left: int, right: int, below: int) -> bytes:
        text = name.encode("utf-16-le")
        head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1)
        whole = (head + struct.pack("<3I", left, right, below)).ljust(116, b"\0")
        held = stream if names and name == names[0] else b""
        return whole + struct.pack("<3I", sectors + 1 if held else 0, len(held), 0)

    none = 0xFFFFFFFF
    sectors = -(-(1 + len(names) + bool(child)) * 128 // 512)
    entries = [entry("Root Entry", 5, none, none, 1 if names else none)]
    for i, name in enumerate(names, 1):
        below = len(names) + 1 if child and i == 1 else none
        entries.append(entry(name, 1, none, i + 1 if i < len(names) else none, below))
    if child:
        entries.append(entry(child, 2, none, none, none))
    directory = b"".join(entries)
    table = [0xFFFFFFFD, *range(2, sectors + 1), 0xFFFFFFFE]
    if stream:
        table += [*range(sectors + 2, sectors + 9), 0xFFFFFFFE]
    header = MARK + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<4I", 0, 1, 1, 0) + struct.pack("<5I", 4096, none, 0, none, 0)
    header += struct.pack("<109I", 0, *[none] * 108)
    fat = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    return header + fat + directory.ljust(sectors * 512, b"\0") + (stream or bytes(512))


def test_locked_office_xml() -> None:
    payload = compound("EncryptionInfo", "EncryptedPackage")
    assert sniff(payload) == OLE
    found = read(payload)
    assert codes(found) == ["encrypted"]
    assert "password" in found.issues[0].advice


def test_locked_doc() -> None:
    fib = b"\xec\xa5\xc1\x00" + bytes(6) + struct.pack("<H", 0x0100)
    assert codes(read(compound("WordDocument", stream=fib))) == ["encrypted"]


def test_locked_xls() -> None:
    buffer = io.BytesIO()
    book = xlwt.Workbook()
    book.add_sheet("A").write(0, 0, "Mật ong")
    book.save(buffer)
    payload = bytearray(buffer.getvalue())
    payload[532:534] = struct.pack("<H", 0x2F)  # the record after the first becomes FILEPASS
    assert codes(read(bytes(payload))) == ["encrypted"]


@pytest.mark.parametrize("kind", [ODS, ODT])
def test_locked_open_documents(kind: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("META-INF/manifest.xml", "<m:encryption-data/>")
        package.writestr("content.xml", os.urandom(64))
    assert codes(read(buffer.getvalue())) == ["encrypted"]


def test_locked_members_of_a_zip() -> None:
    payload = bytearray(word())
    for at in [i for i in range(len(payload)) if payload.startswith(b"PK\x01\x02", i)]:
        payload[at + 8] |= 1
    assert codes(read(bytes(payload))) == ["encrypted"]


# ── What a file is, whatever it is called ────────────────────────────────────────────


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, "x" * 70_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        (compound("WordDocument", "1Table", "Data"), DOC),
        (compound("\x05SummaryInformation", "Workbook"), XLS),
        (compound("Book"), XLS),
        (compound("WordDocument", child="Workbook"), DOC),
        (compound("Workbook", child="WordDocument"), XLS),
        (compound("ObjectPool", child="WordDocument"), OLE),
        (compound("PowerPoint Document"), OLE),
        (packed("docProps/app.xml", "word/document.xml", "[Content_Types].xml"), DOCX),
        (packed("xl/a.bin", "xl/workbook.xml", "[Content_Types].xml"), XLSX),
        (
            packed("customXml/a.xml", "big1", "big2", "word/document.xml", "[Content_Types].xml"),
            DOCX,
        ),
        (packed("word/quyết định.txt", "xl/danh sách.txt"), ZIP),
    ],
)
def test_kinds_by_the_directory(payload: bytes, kind: str) -> None:
    assert sniff(payload) == kind


def test_binary_workbooks_are_told() -> None:
    found = read(packed("[Content_Types].xml", "xl/workbook.bin", "xl/worksheets/sheet1.bin"))
    assert codes(found) == ["unsupported_format"]
    assert "XLSX" in found.issues[0].advice


def test_an_archive_of_office_files_is_an_archive() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("quyet-dinh.docx", word())
        archive.writestr("phu-luc.xlsx", sheet())
    assert sniff(buffer.getvalue()) == ZIP


@pytest.mark.parametrize("name", ["a.xlsx", "a.pdf", "a.doc", "a.html"])
def test_the_extension_says_nothing(name: str) -> None:
    found = load(word(), document_id="d", url=f"https://a.vn/{name}", media_type="text/html")
    assert (found.media_type, found.text) == (DOCX, "Công nhận 12 sản phẩm")


def test_names_of_broken_compound_files_end() -> None:
    whole = compound("WordDocument", "1Table")
    assert root_names(whole) == {"WordDocument", "1Table"}
    assert root_names(whole[:600]) == frozenset()
    loops = bytearray(whole)
    loops[512:520] = struct.pack("<2I", 0, 1)  # the directory follows itself
    assert "WordDocument" in root_names(bytes(loops))
    for at in range(0, len(whole), 7):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        root_names(bytes(broken))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.xdist_group("office")
def test_a_compound_file_that_only_looks_like_a_text_is_told() -> None:
    found = read(compound("WordDocument") + zlib.compress(b"x" * 5000))
    assert set(codes(found)) <= {"damaged", "program_failed", "empty_document"}
    assert codes(found)

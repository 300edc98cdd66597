"""A ZIP of attachments is one document; what is wrong with one file costs that file."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace

import docx
import pytest
import xlsxwriter

from extract.documents.archive.names import shown_name
from extract.documents.load import load
from extract.documents.means import MEGABYTE, Limits, Means
from extract.model import BlockKind, Document

NEWS = "Năm 2021, tỉnh Hà Giang công nhận 26 sản phẩm OCOP đạt 3 sao."


def packed(files: Mapping[str, bytes | str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def word(*paragraphs: str, table: list[list[str]] | None = None) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(len(table), len(table[0]), "Table Grid")
        for row, words in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def sheet(rows: list[list[str]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        page = book.add_worksheet("Danh sách")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return made.getvalue()


def read(payload: bytes, **limits: int) -> Document:
    means = Means(replace(Limits(), **limits))
    return load(payload, document_id="d", url="https://a.vn/x.zip", means=means)


def codes(document: Document) -> list[str]:
    assert all(issue.advice for issue in document.issues)
    return [issue.code for issue in document.issues]


def test_each_file_is_read_after_the_other_under_its_name() -> None:
    payload = packed(
        {
            "Quyết định.docx": word("Công nhận 02 sản phẩm OCOP.", table=[["Mật ong", "4 sao"]]),
            "Phụ lục/danh sách.xlsx": sheet([["Sản phẩm", "Hạng sao"], ["Chè xanh", "3"]]),
            "tin.html": f"<html><body><h1>Tin</h1><p>{NEWS}</p></body></html>",
            "ghi chú.txt": NEWS,
        }
    )
    document = read(payload)
    assert document.media_type == "application/zip"
    assert document.issues == ()
    assert [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.role == "member"
    ] == ["Quyết định.docx", "Phụ lục/danh sách.xlsx", "tin.html", "ghi chú.txt"]
    for words, member, cell in (
        ("Mật ong", "Quyết định.docx", None),
        ("Chè xanh", "Phụ lục/danh sách.xlsx", "A2"),
        (NEWS, "tin.html", None),
    ):
        at = document.text.index(words)
        (origin,) = document.origins(document.span(at, at + len(words)))
        assert origin.member == member
        assert origin.cell == cell
    assert document.text.count(NEWS) == 2
    row = next(b for b in document.blocks if b.kind is BlockKind.TABLE_ROW and b.cells)
    assert [cell.text for cell in row.cells] == ["Mật ong", "4 sao"]


def test_a_merged_cell_of_a_page_in_an_archive_stays_one() -> None:
    page = (
        "<html><body><table><tr><th>Huyện</th><th>Sản phẩm</th></tr>"
        "<tr><td rowspan=2>Yên Minh</td><td>Mật ong</td></tr><tr><td>Chè</td></tr></table>"
        "</body></html>"
    )
    document = read(packed({"a.html": page}))
    alone = load(page.encode(), document_id="d")
    rows = [[c.text for c in b.cells] for b in document.blocks if b.cells]
    assert rows == [[c.text for c in b.cells] for b in alone.blocks if b.cells]
    assert document.text.count("Yên Minh") == 1


def test_archives_in_archives_are_read_to_a_depth() -> None:
    inner = packed({"c.txt": "trong cùng"})
    middle = packed({"b.zip": inner, "b.txt": "ở giữa"})
    document = read(packed({"a.zip": middle, "a.txt": NEWS}))
    assert "ở giữa" in document.text
    assert NEWS in document.text
    assert "trong cùng" not in document.text
    assert codes(document) == ["unsupported_format"]
    assert document.issues[0].where == "https://a.vn/x.zip, a.zip/b.zip"
    members = [run.origin.member for run in document.placed if run.origin.member]
    assert "a.zip/b.txt" in members


def test_what_is_not_read_here_is_an_issue_of_its_file() -> None:
    payload = packed(
        {"a.rar": b"Rar!\x1a\x07\0" + b"\0" * 64, "b.txt": NEWS, "c.7z": b"7z\xbc\xaf\x27\x1c"}
    )
    document = read(payload)
    assert NEWS in document.text
    assert codes(document) == ["unsupported_format"] * 2
    assert [i.where for i in document.issues] == [
        "https://a.vn/x.zip, a.rar",
        "https://a.vn/x.zip, c.7z",
    ]


def test_files_of_systems_are_passed_over() -> None:
    files = {
        "__MACOSX/._a.txt": b"\0\1",
        "Thumbs.db": b"\0",
        "x/.DS_Store": b"\0",
        "~$a.docx": b"x",
    }
    document = read(packed({**files, "a.txt": NEWS}))
    assert document.issues == ()
    assert "Thumbs" not in document.text


def test_an_encrypted_member_costs_itself() -> None:
    payload = bytearray(packed({"khóa.txt": "bí mật", "mở.txt": NEWS}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        payload[payload.index(mark) + at] |= 1
    document = read(bytes(payload))
    assert codes(document) == ["encrypted"]
    assert "khóa.txt" in document.issues[0].message
    assert NEWS in document.text


def test_a_damaged_member_costs_itself() -> None:
    payload = bytearray(packed({"a.txt": "x" * 999, "b.txt": NEWS}, zipfile.ZIP_STORED))
    payload[payload.index(b"xxxx") + 7] = 0
    document = read(bytes(payload))
    assert codes(document) == ["damaged"]
    assert NEWS in document.text


@pytest.mark.parametrize("kept", [30, 200])
def test_a_cut_archive_is_damaged(kept: int) -> None:
    assert codes(read(packed({"a.txt": NEWS * 50, "b.txt": "b"})[:kept])) == ["damaged"]


def test_a_bomb_that_declares_its_size_is_not_unpacked() -> None:
    payload = packed({f"{n}.txt": b"\0" * 4 * MEGABYTE for n in range(4)})
    document = read(payload, unpacked=8 * MEGABYTE)
    assert codes(document) == ["too_much_output"]
    assert document.text == ""


def test_a_bomb_that_hides_its_size_ends_at_it() -> None:
    payload = bytearray(packed({"a.txt": b"0" * 4 * MEGABYTE, "b.txt": NEWS}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", payload, payload.index(mark) + at, 100)
    document = read(bytes(payload), unpacked=MEGABYTE)
    assert codes(document) == ["damaged"]
    assert NEWS in document.text


def test_a_member_packed_a_thousand_times_is_a_bomb() -> None:
    document = read(packed({"a.txt": b"0" * 4 * MEGABYTE, "b.txt": NEWS}))
    assert codes(document) == ["too_much_output"]
    assert NEWS in document.text


def test_overlapping_members_are_a_bomb() -> None:
    """As in Fifield's zip of 2019: one run of packed bytes under many names."""
    payload = packed({"a.txt": "0" * 100_000, "b.txt": NEWS})
    at = payload.index(b"PK\x01\x02")
    second = payload.index(b"PK\x01\x02", at + 4)
    forged = bytearray(payload)
    forged[second + 42 : second + 46] = forged[at + 42 : at + 46]
    document = read(bytes(forged))
    assert codes(document) == ["too_much_output"]
    assert document.text == ""


def test_too_many_members_are_refused() -> None:
    payload = packed({f"{n}.txt": "x" for n in range(21)})
    assert codes(read(payload, members=20)) == ["too_many_members"]
    assert read(payload, members=21).issues == ()


def test_members_of_inner_archives_count_too() -> None:
    inner = packed({f"{n}.txt": "x" for n in range(15)})
    document = read(packed({"a.zip": inner, "b.zip": inner, "c.txt": NEWS}), members=20)
    assert codes(document) == ["too_many_members"]
    assert document.issues[0].where == "https://a.vn/x.zip, b.zip"
    assert NEWS in document.text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("..\\..\\Windows\\a.txt", "Windows/a.txt"),
        ("C:\\temp\\a.txt", "temp/a.txt"),
        ("/root/./a.txt", "root/a.txt"),
        ("a\u202etxt.exe", "atxt.exe"),
        ("a\nb\x1b[31m.txt", "ab[31m.txt"),
        ("..", "?"),
        ("Quye\u0302\u0301t đi\u0323nh.txt", "Quyết định.txt"),
    ],
)
def test_names_are_shown_and_lead_nowhere(name: str, shown: str) -> None:
    assert shown_name(zipfile.ZipInfo(name)) == shown
    document = read(packed({name: NEWS}))
    assert NEWS in document.text
    assert shown in document.text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Danh sách sản phẩm.txt".encode(), "Danh sách sản phẩm.txt"),
        ("Danh sa\u0301ch đăng ky\u0301.txt".encode("cp1258"), "Danh sách đăng ký.txt"),
        ("R\xe9sum\xe9 \xfcber.txt".encode("cp437"), "Résumé über.txt"),
    ],
)
def test_names_without_a_flag_are_read_in_their_code_page(raw: bytes, shown: str) -> None:
    member = zipfile.ZipInfo(raw.decode("cp437"))
    assert shown_name(member) == shown


def test_the_unicode_name_beside_the_other_is_taken() -> None:
    name = "Quyết định.txt".encode()
    member = zipfile.ZipInfo("Quyet dinh.txt")
    content = b"\x01" + struct.pack("<I", zlib.crc32(b"Quyet dinh.txt")) + name
    member.extra = struct.pack("<HH", 0x7075, len(content)) + content
    assert shown_name(member) == "Quyết định.txt"
    member.extra = member.extra[:-1]
    assert shown_name(member)
    member.filename = "khac.txt"
    assert shown_name(member) == "khac.txt"


def test_a_file_that_is_pdf_and_zip_is_read_as_what_it_begins_with() -> None:
    """The other half is not looked at: a reader of PDF and one of ZIP would show two documents."""
    payload = packed({"a.txt": NEWS})
    pdf = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    assert read(payload + pdf).media_type == "application/zip"
    both = read(pdf + payload)
    assert both.media_type == "application/pdf"
    assert NEWS not in both.text


def test_an_empty_archive_says_that_it_is() -> None:
    assert codes(read(packed({"a/": ""}))) == ["empty_document"]

"""Broken and harmful files, each made here from nothing."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable

import pikepdf

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="{part}" ContentType="{kind}"/></Types>'
)
RELATION = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/{type}" Target="{target}"/></Relationships>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ROWS = 1_048_576
"""Of a sheet of Excel."""
OFFICE = "application/vnd.openxmlformats-officedocument."


def zipped(members: dict[str, str | bytes | Iterable[bytes]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            chunks = [content] if isinstance(content, str | bytes) else content
            with archive.open(name, "w", force_zip64=True) as opened:
                for chunk in chunks:
                    opened.write(chunk.encode() if isinstance(chunk, str) else chunk)
    return made.getvalue()


# PDF -------------------------------------------------------------------------


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects (numbered from 1, the first is the catalogue), with its xref."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    head = b"<< /Length %d %s >>\nstream\n" % (len(content), entries)
    return head + content + b"\nendstream"


def one_page(contents: bytes, *, media_box: bytes = b"0 0 595 842") -> list[bytes]:
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << /Font << /F1 "
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
    )
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page % media_box,
        contents,
    ]


def said(words: str) -> bytes:
    return stream(b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % words.encode("ascii"))


GOOD_PDF = pdf(one_page(said("Quyet dinh cong nhan 48 san pham OCOP")))


def stacked_flate_bomb() -> bytes:
    """A page whose content unpacks twice: 60 kB to 60 MB to many GB would-be operators."""
    once = zlib.compress(b"0 0 m " * 10_000_000, 9)
    twice = zlib.compress(once, 9)
    filters = b"/Filter [/FlateDecode /FlateDecode]"
    return pdf(one_page(stream(twice, filters)))


def deep_flate_bomb() -> bytes:
    """Filters stacked five high; each layer of zeros packs to a thousandth."""
    content = b"\0" * (256 << 20)
    height = 5
    for _ in range(height):
        content = zlib.compress(content, 9)
    filters = b"/Filter [%s]" % (b"/FlateDecode " * height)
    return pdf(one_page(stream(content, filters)))


def xref_loop() -> bytes:
    """Each table of the file names itself as the one before."""
    plain = pdf(one_page(said("xin chao")))
    start = plain.index(b"xref\n0")
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def page_tree_loop() -> bytes:
    """The only kid of the pages are the pages."""
    objects = one_page(said("xin chao"))
    objects[1] = b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"
    return pdf(objects)


def many_pages(number: int) -> bytes:
    book = pikepdf.new()
    for _ in range(number):
        book.add_blank_page()
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def locked(owner: str, user: str) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOOD_PDF)) as book:
        book.save(made, encryption=pikepdf.Encryption(owner=owner, user=user))
    return made.getvalue()


def huge_picture_in_pdf() -> bytes:
    """A page with a picture of 40,000 × 40,000 pixels, all the same."""
    rows = zlib.compress(b"\xff" * (40_000 * 5_000), 9)
    objects = one_page(stream(b"q 595 0 0 842 0 0 cm /I Do Q"))
    objects[2] = objects[2].replace(b"/Resources <<", b"/Resources << /XObject << /I 5 0 R >>")
    entries = (
        b"/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 1 /Filter /FlateDecode"
    )
    return pdf([*objects, stream(rows, entries)])


# Office ----------------------------------------------------------------------


def workbook(rows: str | Iterable[bytes], **more: str | bytes | Iterable[bytes]) -> bytes:
    """An XLSX whose only sheet has this XML."""
    kind = f"{OFFICE}spreadsheetml.sheet.main+xml"
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES.format(part="/xl/workbook.xml", kind=kind),
            "_rels/.rels": RELATION.format(type="officeDocument", target="xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": RELATION.format(
                type="worksheet", target="worksheets/sheet1.xml"
            ),
            "xl/worksheets/sheet1.xml": rows,
            **more,
        }
    )


def letter(body: str) -> bytes:
    """A DOCX whose main part is this XML."""
    kind = f"{OFFICE}wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES.format(part="/word/document.xml", kind=kind),
            "_rels/.rels": RELATION.format(type="officeDocument", target="word/document.xml"),
            "word/document.xml": body,
        }
    )


def laughs() -> str:
    """The document type of a billion laughs: ten levels of ten."""
    levels = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha ha ha">'
        for n in range(10)
    )
    return f'<?xml version="1.0"?><!DOCTYPE x [{levels}]>'


def laughing_letter() -> bytes:
    return letter(
        f'{laughs()}<w:document xmlns:w="{WORDS}"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )


def laughing_workbook() -> bytes:
    return workbook(
        f'{laughs()}<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
        "<t>&l9;</t></is></c></row></sheetData></worksheet>"
    )


def sheet_bomb() -> bytes:
    """A sheet of 1 GB of blanks in 5 MB."""
    begin = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">'.encode()

    def chunks() -> Iterable[bytes]:
        yield begin
        for _ in range(1024):
            yield b" " * (1 << 20)

    return workbook(chunks())


def blank_rows(last_words: str = "") -> bytes:
    """As many rows as a sheet can have: words in the first, blanks, words in the last."""

    def chunks() -> Iterable[bytes]:
        yield f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>'.encode()
        yield _row(1, "Danh sách sản phẩm")
        for first in range(2, ROWS, 4096):
            last = min(first + 4096, ROWS)
            yield b"".join(b'<row r="%d" spans="1:3" s="0"/>' % n for n in range(first, last))
        yield _row(ROWS, last_words) if last_words else b""
        yield b"</sheetData></worksheet>"

    return workbook(chunks())


def _row(number: int, words: str) -> bytes:
    cell = f'<c r="A{number}" t="inlineStr"><is><t>{words}</t></is></c>'
    return f'<row r="{number}">{cell}</row>'.encode()


def garbage_doc() -> bytes:
    """The mark and the streams' names of a Word file of 1997, and noise."""
    noise = bytes((n * n * 31 + n * 7) % 251 for n in range(60_000))
    name = "WordDocument".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise[:2000] + name + noise


# Pictures --------------------------------------------------------------------


def huge_png(side: int = 50_000) -> bytes:
    """A picture of one colour with ``side`` × ``side`` pixels, in some hundred kB."""

    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    packer = zlib.compressobj(9)
    row = bytes(1 + side // 8)
    pixels = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*one) for one in ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    )

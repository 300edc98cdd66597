"""Invented annexes as documents, from rows as a reader of a format gives them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.documents.paper import Cell, Paper, Paragraph, Row, Run, from_paper
from extract.model import Act, Decision, Document, Issuer, Level, Origin, Place
from extract.products.read import ProductList, products_of
from extract.text.normalise import fold

HERE = Origin()
NGHE_AN = Place(Level.PROVINCE, "Nghệ An", 63, "40", "Nghệ An", "40")


def cell(text: str) -> Cell:
    return Cell((Run(text, HERE),) if text else ())


def words(text: str) -> Paragraph:
    return Paragraph((Run(text, HERE),))


def row(*cells: str | Cell) -> Row:
    return Row(tuple(c if isinstance(c, Cell) else cell(c) for c in cells))


def wide(text: str, width: int, label: str = "") -> Row:
    """A head over all columns, or behind a label in the first."""
    merged = cell(text)
    if label:
        return Row((cell(label), *[merged] * (width - 1)))
    return Row((merged,) * width)


def document(*parts: str | Row) -> Document:
    made = tuple(part if isinstance(part, Row) else words(part) for part in parts)
    return from_paper(Paper(made), document_id="annex", media_type="application/pdf")


def decision(
    act: Act = Act.RECOGNISES, place: Place = NGHE_AN, date: str = "2022-01-11", **more: object
) -> Decision:
    issuer = Issuer(f"UBND {place.name}", place)
    return Decision("QĐ", act, "87/QĐ-UBND", date, issuer, **more)  # type: ignore[arg-type]


def listed(parts: Sequence[str | Row], paper: Decision | None = None) -> ProductList:
    doc = document(*parts)
    return products_of(doc, fold(doc.text), paper or decision())


PLAIN = row("TT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Điểm", "Hạng sao")
RICE = row("1", "Gạo nếp Khe Sim", "HTX Khe Sim", "xã Nghi Văn, huyện Nghi Lộc", "86,5", "4 sao")
TEA = row("2", "Chè Đồi Sim", "Công ty TNHH Đồi Sim", "xã Nghi Lâm, huyện Nghi Lộc", "62", "3 sao")
FISH = row("3", "Mắm Cửa Sót", "Hộ kinh doanh Lê Thị Na", "phường Nghi Hải, TX Cửa Lò", "71", "4*")
TITLE = "DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN NĂM 2021"

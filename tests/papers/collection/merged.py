"""Recognitions on the map of 34 provinces, without districts (since July 2025)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Kind
from papers import columns
from papers.collection.offices import annex, city, paper, province
from papers.goods import entries, numbered, standing, with_stars
from papers.truth import Section, TestPaper, Told


def papers() -> Iterator[TestPaper]:
    yield _phu_tho()
    yield _thanh_hoa()
    yield _da_nang()
    yield _vinh_long()
    yield _gia_lai()


def _phu_tho() -> TestPaper:
    number, date = "4410/QĐ-UBND", "2025-12-12"
    office = province("Phú Thọ", seat="Phú Thọ", regime=34)
    found = entries("phu-tho-2025", "Phú Thọ", {4: 9, 3: 15}, regime=34, units=12)
    four, three = with_stars(found, 4), with_stars(found, 3)
    four = (*four[:6], *standing(four[6:], Kind.RE_RECOGNISED, 4))
    three = (*three[:11], *standing(three[11:], Kind.RE_RECOGNISED, 3))
    return paper(
        "phu-tho-2025", number, date, office,
        "Về việc công nhận mới và công nhận lại sản phẩm OCOP tỉnh Phú Thọ đợt 1 năm 2025",
        "Điều 1. Công nhận 24 sản phẩm OCOP tỉnh Phú Thọ đợt 1 năm 2025, gồm 09 sản phẩm 4 sao và "
        "15 sản phẩm 3 sao. Trong đó có 07 sản phẩm được công nhận lại.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐỢT 1 NĂM 2025", columns.COMMUNES,
                Section("I", "HẠNG 4 SAO: 09 SẢN PHẨM", numbered(four)),
                Section("II", "HẠNG 3 SAO: 15 SẢN PHẨM", numbered(three, 10)),
                merged=("commune",),
            )
        ],
        told=(Told(24, (3, 4, 5)), Told(9, (4,)), Told(15, (3,))),
        signer="Quàng Đức Hường", period="2025", round_=1,
    )  # fmt: skip


def _thanh_hoa() -> TestPaper:
    number, date, office = "702/QĐ-UBND", "2026-02-26", province("Thanh Hóa", regime=34)
    found = numbered(entries("thanh-hoa-2026", "Thanh Hóa", {3: 14}, regime=34, units=8))
    return paper(
        "thanh-hoa-2026", number, date, office,
        "Về việc công nhận sản phẩm OCOP 3 sao lần 1 năm 2026",
        "Điều 1. Công nhận 14 sản phẩm OCOP hạng 3 sao lần 1 năm 2026 trên địa bàn tỉnh Thanh Hóa "
        "(Danh mục chi tiết ban hành kèm theo Quyết định này).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP HẠNG 3 SAO LẦN 1 NĂM 2026",
                columns.STARS_IN_HEADS, Section(entries=found), kicker="DANH MỤC",
                address_form="{village}{commune}, tỉnh {province}",
            )
        ],
        told=(Told(14, (3,)),), signer="Hà Văn Sáu", period="2026", round_=1,
    )  # fmt: skip


def _da_nang() -> TestPaper:
    number, date, office = "2855/QĐ-UBND", "2025-11-05", city("Đà Nẵng", regime=34)
    found = numbered(entries("da-nang-2025", "Đà Nẵng", {4: 6, 3: 5}, regime=34, units=6))
    return paper(
        "da-nang-2025", number, date, office,
        "Phê duyệt kết quả đánh giá, phân hạng và công nhận sản phẩm OCOP năm 2025",
        "Điều 1. Phê duyệt kết quả đánh giá, phân hạng và công nhận 11 sản phẩm OCOP thành phố Đà "
        "Nẵng năm 2025: 06 sản phẩm đạt 04 sao, 05 sản phẩm đạt 03 sao.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN", columns.MARKS,
                Section(entries=found), address_form="{village}{commune}", column_numbers=True,
            )
        ],
        told=(Told(11, (3, 4, 5)), Told(6, (4,)), Told(5, (3,))),
        signer="Lê Kim Uyên", period="2025",
    )  # fmt: skip


def _vinh_long() -> TestPaper:
    """Potential 5 stars beside 4 in one column."""
    number, date, office = "1190/QĐ-UBND", "2026-04-15", province("Vĩnh Long", regime=34)
    found = entries("vinh-long-2026", "Vĩnh Long", {5: 1, 4: 8}, regime=34, units=7)
    rows = numbered([replace(e, potential5=e.stars == 5) for e in found])
    return paper(
        "vinh-long-2026", number, date, office,
        "Công nhận kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh Vĩnh Long đợt 1 năm 2026",
        "Điều 1. Công nhận kết quả đánh giá, phân hạng 09 sản phẩm OCOP đợt 1 năm 2026, gồm 01 sản "
        "phẩm tiềm năng 5 sao và 08 sản phẩm 4 sao.",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ PHÂN HẠNG", columns.PLAIN, Section(entries=rows),
                address_form="{village}{commune}",
            )
        ],
        told=(Told(1, (5,), potential5=True), Told(8, (4,))),
        signer="Dương Thúy Tươi", period="2026", round_=1,
    )  # fmt: skip


def _gia_lai() -> TestPaper:
    """The producer with its address in one cell."""
    number, date, office = "2206/QĐ-UBND", "2025-10-17", province("Gia Lai", regime=34)
    found = numbered(entries("gia-lai-2025", "Gia Lai", {4: 4, 3: 9}, regime=34, units=9))
    together = (*columns.TOGETHER[:1], columns.NAME)
    made = replace(columns.PRODUCER, heads=("Chủ thể/Địa chỉ",), holds="producer_address")
    return paper(
        "gia-lai-2025", number, date, office,
        "Về việc công nhận sản phẩm OCOP cấp tỉnh năm 2025 (đợt 2)",
        "Điều 1. Công nhận 13 sản phẩm OCOP cấp tỉnh năm 2025 (đợt 2); trong đó: 4 sao có 04 sản "
        "phẩm, 3 sao có 09 sản phẩm.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP CẤP TỈNH NĂM 2025",
                (*together, made, columns.SCORE, columns.STARS), Section(entries=found),
                address_form="{village}{commune}", total="Cộng: 13 sản phẩm",
            )
        ],
        told=(Told(13, (3, 4, 5)), Told(4, (4,)), Told(9, (3,))),
        signer="Nông Văn Hạnh", period="2025", round_=2,
    )  # fmt: skip

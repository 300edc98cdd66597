"""Recognitions of 3 stars by districts, towns and cities of a province (2023 to June 2025)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Kind
from papers import columns
from papers.collection.offices import annex, district, paper
from papers.goods import entries, numbered, standing
from papers.truth import Section, TestPaper, Told


def papers() -> Iterator[TestPaper]:
    yield _yen_lac()
    yield _vi_thuy()
    yield _tam_ky()
    yield _sa_pa()
    yield _ninh_kieu()
    yield _krong_pac()


def _yen_lac() -> TestPaper:
    """Five recognised; one with points for 4 stars goes on to the province."""
    number, date, office = "4127/QĐ-UBND", "2023-11-24", district("Yên Lạc", "Vĩnh Phúc")
    three = entries("yen-lac-2023", "Vĩnh Phúc", {3: 5}, within="huyện Yên Lạc")
    four = entries("yen-lac-2023b", "Vĩnh Phúc", {4: 1}, within="huyện Yên Lạc")
    sent = tuple(replace(entry, standing=Kind.PROPOSED) for entry in four)
    return paper(
        "yen-lac-2023", number, date, office,
        "Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP huyện Yên Lạc năm 2023",
        "Điều 1. Phê duyệt kết quả đánh giá, phân hạng 06 sản phẩm OCOP huyện Yên Lạc năm 2023, "
        "trong đó:\n"
        "1. Công nhận 05 sản phẩm đạt hạng 3 sao cấp huyện.\n"
        "2. Đề nghị UBND tỉnh Vĩnh Phúc đánh giá, phân hạng 01 sản phẩm tiềm năng 4 sao.",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG NĂM 2023",
                columns.STARS_IN_HEADS,
                Section("I", "Sản phẩm được công nhận hạng 3 sao, gồm 05 sản phẩm",
                        numbered(three)),
                Section("II", "Sản phẩm đề nghị cấp tỉnh đánh giá hạng 4 sao, gồm 01 sản phẩm",
                        numbered(sent, 6)),
                landscape=False, address_form="{village}{commune}, {district}",
            )
        ],
        told=(Told(5, (3,)),), signer="Bùi Xuân Quý", period="2023",
    )  # fmt: skip


def _vi_thuy() -> TestPaper:
    number, date, office = "2655/QĐ-UBND", "2024-06-14", district("Vị Thủy", "Hậu Giang")
    found = entries("vi-thuy-2024", "Hậu Giang", {3: 5}, within="huyện Vị Thủy")
    return paper(
        "vi-thuy-2024", number, date, office,
        "Về việc công nhận sản phẩm OCOP 3 sao huyện Vị Thủy năm 2024 (đợt 1)",
        "Điều 1. Nay công nhận sản phẩm OCOP hạng 3 sao năm 2024 (đợt 1) cho 05 sản phẩm của các "
        "chủ thể sản xuất trên địa bàn huyện Vị Thủy (đính kèm danh sách).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP HẠNG 3 SAO", columns.UNNUMBERED[:3],
                Section(entries=found), kicker="DANH SÁCH", landscape=False,
            )
        ],
        told=(Told(5, (3,)),), signer="Hồ Thị Lụa", rank="CHỦ TỊCH", period="2024", round_=1,
        valid="03 năm",
    )  # fmt: skip


def _tam_ky() -> TestPaper:
    """A city under a province is a district by level."""
    office = district("Tam Kỳ", "Quảng Nam", kind="thành phố", asks="Trưởng phòng Kinh tế")
    number, date = "6120/QĐ-UBND", "2024-12-09"
    found = numbered(entries("tam-ky-2024", "Quảng Nam", {3: 7}, within="thành phố Tam Kỳ"))
    rows = (*found[:5], *standing(found[5:], Kind.RE_RECOGNISED, 3))
    return paper(
        "tam-ky-2024", number, date, office,
        "Về việc công nhận sản phẩm OCOP đạt 3 sao thành phố Tam Kỳ năm 2024",
        "Điều 1. Công nhận 07 sản phẩm OCOP đạt 3 sao trên địa bàn thành phố Tam Kỳ năm 2024 "
        "(trong đó 05 sản phẩm công nhận mới, 02 sản phẩm công nhận lại).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐẠT 3 SAO NĂM 2024", columns.COMMUNES,
                Section(entries=rows), landscape=False,
            )
        ],
        told=(Told(7, (3,)), Told(5, (3,)), Told(2, (3,), Kind.RE_RECOGNISED)),
        signer="Phạm Ngọc Dũng", period="2024",
    )  # fmt: skip


def _sa_pa() -> TestPaper:
    office = district("Sa Pa", "Lào Cai", kind="thị xã", asks="Trưởng phòng Kinh tế")
    number, date = "1388/QĐ-UBND", "2025-04-18"
    found = numbered(entries("sa-pa-2025", "Lào Cai", {3: 6}, within="thị xã Sa Pa"))
    return paper(
        "sa-pa-2025", number, date, office,
        "Công nhận kết quả đánh giá, phân hạng sản phẩm OCOP thị xã Sa Pa đợt I năm 2025",
        "Điều 1. Công nhận kết quả đánh giá, phân hạng 06 sản phẩm OCOP đạt hạng ba sao của thị xã "
        "Sa Pa đợt I năm 2025, có giá trị 36 tháng.",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ PHÂN HẠNG", columns.PARTS_OF_SCORE,
                Section(entries=found), star_form="***",
            )
        ],
        told=(Told(6, (3,)),), signer="Giàng Minh Pênh", period="2025", round_=1,
    )  # fmt: skip


def _ninh_kieu() -> TestPaper:
    """An urban district of a city under the centre."""
    office = district("Ninh Kiều", "Cần Thơ", kind="quận", asks="Trưởng phòng Kinh tế")
    number, date = "3377/QĐ-UBND", "2023-10-20"
    found = numbered(entries("ninh-kieu-2023", "Cần Thơ", {3: 8}, within="quận Ninh Kiều"))
    return paper(
        "ninh-kieu-2023", number, date, office,
        "Về việc công nhận và cấp Giấy chứng nhận sản phẩm OCOP 3 sao quận Ninh Kiều năm 2023",
        "Điều 1. Công nhận và cấp Giấy chứng nhận sản phẩm OCOP 3 sao cho 08 sản phẩm của quận "
        "Ninh Kiều năm 2023 theo danh sách đính kèm.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP 3 SAO NĂM 2023", columns.TOGETHER,
                Section(entries=found), star_form="3 sao", kicker="DANH SÁCH",
            )
        ],
        told=(Told(8, (3,)),), signer="Lê Thanh Oanh", period="2023",
    )  # fmt: skip


def _krong_pac() -> TestPaper:
    """Numbers of products are told for groups too; they are no stars."""
    office = district("Krông Pắc", "Đắk Lắk")
    number, date = "5043/QĐ-UBND", "2024-10-31"
    found = numbered(entries("krong-pac-2024", "Đắk Lắk", {3: 12}, within="huyện Krông Pắc"))
    return paper(
        "krong-pac-2024", number, date, office,
        "Về việc công nhận sản phẩm OCOP huyện Krông Pắc năm 2024",
        "Điều 1. Công nhận 12 sản phẩm của 09 chủ thể đạt OCOP 3 sao huyện Krông Pắc năm 2024.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP HUYỆN KRÔNG PẮC NĂM 2024", columns.PLAIN,
                Section(entries=found), total="Tổng số: 12 sản phẩm",
                address_form="{village}{commune}",
            )
        ],
        told=(Told(12, (3,)),), signer="Nguyễn Bá Tuấn", rank="CHỦ TỊCH", period="2024",
    )  # fmt: skip

"""Recognitions by provinces while districts recognised 3 stars (March 2023 to June 2025)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Kind
from papers import columns
from papers.collection.offices import annex, city, ministry, paper, province
from papers.goods import entries, numbered, standing
from papers.truth import Section, TestPaper, Told


def papers() -> Iterator[TestPaper]:
    yield _dak_lak()
    yield _bac_kan()
    yield _tra_vinh()
    yield _ca_mau()
    yield _hai_phong()
    yield _ministry_2021()
    yield _ministry_2025()


def _dak_lak() -> TestPaper:
    """Line breaks, hyphens and quotation marks inside cells."""
    number, date, office = "1746/QĐ-UBND", "2023-09-05", province("Đắk Lắk", seat="Đắk Lắk")
    found = entries("dak-lak-2023", "Đắk Lắk", {4: 5})
    names = (
        "Bộ sản phẩm cà phê bột: Robusta - Arabica - Honey",
        "“Tinh dầu bơ Ea Hồ”",
        "Hạt mắc ca sấy nứt vỏ\n(túi zip 500 g)",
        "Cà phê đặc sản FINE ROBUSTA 90+",
        "Ca cao 3in1 “Buôn Cháy”",
    )
    rows = numbered([replace(e, name=n) for e, n in zip(found, names, strict=True)])
    return paper(
        "dak-lak-2023", number, date, office,
        "Về việc công nhận và cấp Giấy chứng nhận sản phẩm OCOP đạt 4 sao năm 2023 (đợt 1)",
        "Điều 1. Công nhận 05 (năm) sản phẩm OCOP đạt 4 sao năm 2023 (đợt 1) của các chủ thể trên "
        "địa bàn tỉnh Đắk Lắk (chi tiết theo Phụ lục gửi kèm).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐẠT 4 SAO NĂM 2023 (ĐỢT 1)", columns.PLAIN,
                Section(entries=rows), landscape=False,
            )
        ],
        told=(Told(5, (4,)),), signer="Nông Quang Thoa", period="2023", round_=1,
    )  # fmt: skip


def _bac_kan() -> TestPaper:
    """New, re-recognised and upgraded products under three heads of one annex."""
    number, date, office = "2217/QĐ-UBND", "2023-12-01", province("Bắc Kạn")
    found = entries("bac-kan-2023", "Bắc Kạn", {4: 12})
    new = numbered(found[:5])
    again = standing(numbered(found[5:9], 6), Kind.RE_RECOGNISED, 4)
    raised = standing(numbered(found[9:], 10), Kind.UPGRADED, 3)
    return paper(
        "bac-kan-2023", number, date, office,
        "Công nhận, công nhận lại và nâng hạng sản phẩm OCOP 4 sao tỉnh Bắc Kạn năm 2023",
        "Điều 1. Công nhận kết quả phân hạng 12 sản phẩm OCOP 4 sao năm 2023, gồm: công nhận mới "
        "05 sản phẩm; công nhận lại 04 sản phẩm; nâng hạng từ 3 sao lên 4 sao 03 sản phẩm.",
        annexes=[
            annex(
                number, date, office, "DANH SÁCH SẢN PHẨM OCOP 4 SAO NĂM 2023", columns.PLAIN,
                Section("I", "SẢN PHẨM CÔNG NHẬN MỚI (05 SẢN PHẨM)", new),
                Section("II", "SẢN PHẨM CÔNG NHẬN LẠI (04 SẢN PHẨM)", again),
                Section("III", "SẢN PHẨM NÂNG HẠNG TỪ 3 SAO LÊN 4 SAO (03 SẢN PHẨM)", raised),
                star_form="{}", kicker="Phụ lục I",
            )
        ],
        told=(
            Told(12, (4,)), Told(5, (4,)), Told(4, (4,), Kind.RE_RECOGNISED),
            Told(3, (4,), Kind.UPGRADED),
        ),
        signer="Sầm Minh Hạnh", period="2023",
    )  # fmt: skip


def _tra_vinh() -> TestPaper:
    """The star before and the star now under one head."""
    number, date, office = "1988/QĐ-UBND", "2024-11-12", province("Trà Vinh")
    found = numbered(entries("tra-vinh-2024", "Trà Vinh", {4: 7}))
    rows = standing(found, Kind.UPGRADED, 3)
    return paper(
        "tra-vinh-2024", number, date, office,
        "Về việc thăng hạng sản phẩm OCOP từ 3 sao lên 4 sao năm 2024",
        "Điều 1. Công nhận thăng hạng từ 3 sao lên 4 sao đối với 07 sản phẩm OCOP của tỉnh Trà "
        "Vinh năm 2024 (danh sách kèm theo).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP THĂNG HẠNG NĂM 2024", columns.UPGRADES,
                Section(entries=rows), kicker="DANH SÁCH",
            )
        ],
        told=(Told(7, (4,), Kind.UPGRADED),), signer="Lý Hữu Trọng", period="2024",
    )  # fmt: skip


def _ca_mau() -> TestPaper:
    """Only re-recognition, after three years; groups as heads."""
    number, date, office = "1510/QĐ-UBND", "2024-07-19", province("Cà Mau")
    found = entries("ca-mau-2024", "Cà Mau", {4: 9})
    rows = standing(numbered(found), Kind.RE_RECOGNISED, 4)
    return paper(
        "ca-mau-2024", number, date, office,
        "Về việc công nhận lại sản phẩm OCOP 4 sao cho các chủ thể trên địa bàn tỉnh Cà Mau năm "
        "2024",
        "Điều 1. Công nhận lại 09 sản phẩm OCOP đạt 4 sao của các chủ thể trên địa bàn tỉnh Cà Mau "
        "năm 2024 (kèm theo danh sách).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP 4 SAO ĐƯỢC CÔNG NHẬN LẠI", columns.MARKS[:6],
                Section("Nhóm:", "Thực phẩm và đồ uống", rows[:6]),
                Section("Nhóm:", "Các nhóm khác", rows[6:]),
                kicker="DANH SÁCH", total="Tổng cộng",
            )
        ],
        told=(Told(9, (4,), Kind.RE_RECOGNISED),), signer="Vũ Kim Phượng", period="2024",
    )  # fmt: skip


def _hai_phong() -> TestPaper:
    """A city: urban and rural districts; one sentence without a number of the whole."""
    number, date, office = "3021/QĐ-UBND", "2024-09-27", city("Hải Phòng")
    found = entries("hai-phong-2024", "Hải Phòng", {4: 14})
    rows = numbered(found)
    return paper(
        "hai-phong-2024", number, date, office,
        "Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP cấp thành phố lần 2 năm 2024",
        "Điều 1. Phê duyệt kết quả đánh giá, phân hạng các sản phẩm OCOP cấp thành phố lần 2 năm "
        "2024, công nhận 14 sản phẩm đạt 4 sao (chi tiết tại Phụ lục kèm theo Quyết định này).",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG", columns.BY_DISTRICT,
                Section(entries=rows), merged=("district", "stars"),
                notes=("Ghi chú: điểm bình quân do Hội đồng thành phố chấm.",),
            )
        ],
        told=(Told(14, (4,)),), signer="Trần Minh Vượng", period="2024", round_=2,
    )  # fmt: skip


def _ministry_2021() -> TestPaper:
    """Five stars, by the ministry, for products of several provinces."""
    office = ministry("Nông nghiệp và Phát triển nông thôn", "BNN")
    number, date = "2931/QĐ-BNN-VPĐP", "2021-07-02"
    found = tuple(
        entry
        for name, count in (("Quảng Ninh", 4), ("Nam Định", 3), ("Bến Tre", 4), ("Sơn La", 3))
        for entry in entries(f"bnn-2021 {name}", name, {5: count}, by_law=1048)
    )
    return paper(
        "bnn-2021", number, date, office,
        "Công nhận sản phẩm OCOP cấp quốc gia năm 2020",
        "Điều 1. Công nhận 14 sản phẩm OCOP đạt hạng 5 sao cấp quốc gia năm 2020 (chi tiết tại Phụ "
        "lục kèm theo).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP 5 SAO CẤP QUỐC GIA NĂM 2020",
                columns.NATIONAL, Section("I", "Sản phẩm đạt 5 sao (14 sản phẩm)", numbered(found)),
            )
        ],
        told=(Told(14, (5,)),), signer="Đặng Văn Khiêm", period="2020",
    )  # fmt: skip


def _ministry_2025() -> TestPaper:
    """The ministry's new name; provinces as heads, the column of provinces merged."""
    office = ministry("Nông nghiệp và Môi trường", "BNNMT")
    number, date = "2408/QĐ-BNNMT", "2025-06-27"
    parts = {"Hà Giang": 3, "Thái Nguyên": 4, "Bạc Liêu": 2, "Đồng Nai": 3}
    found = tuple(
        entry
        for name, count in parts.items()
        for entry in entries(f"bnnmt-2025 {name}", name, {5: count})
    )
    return paper(
        "bnnmt-2025", number, date, office,
        "Về việc công nhận sản phẩm OCOP 5 sao đợt 1 năm 2025",
        "Điều 1. Công nhận 12 sản phẩm đạt OCOP 5 sao đợt 1 năm 2025 của các tỉnh, thành phố.",
        annexes=[
            annex(
                number, date, office, "DANH SÁCH SẢN PHẨM OCOP 5 SAO ĐỢT 1 NĂM 2025",
                (*columns.NATIONAL[:4], columns.SCORE, columns.STARS),
                Section(entries=numbered(found)), merged=("province",), star_form="5 sao",
            )
        ],
        told=(Told(12, (5,)),), signer="Ngô Thanh Nhẫn", period="2025", round_=1,
    )  # fmt: skip

"""Layouts and words that came last: other heads, other orders, columns that mislead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Kind
from papers import columns
from papers.collection.offices import annex, city, district, paper, province
from papers.goods import entries, numbered, standing, with_stars
from papers.truth import Column, Section, TestPaper, Told


def papers() -> Iterator[TestPaper]:
    yield _quang_tri()
    yield _hau_giang()
    yield _tuyen_quang()
    yield _binh_dinh()
    yield _hung_yen()
    yield _can_tho()
    yield _nga_bay()
    yield _lai_chau()


def _quang_tri() -> TestPaper:
    """Points and stars of the district beside those of the province, which count."""
    number, date, office = "3477/QĐ-UBND", "2022-12-05", province("Quảng Trị", seat="Quảng Trị")
    found = numbered(entries("quang-tri-2022", "Quảng Trị", {4: 4, 3: 7}, by_law=1048))
    made = (
        Column(("Số TT",), "number", 0.5),
        Column(("Tên sản phẩm, dịch vụ",), "name", 2.2),
        Column(("Đơn vị/hộ sản xuất",), "producer", 2.2),
        Column(("Nơi sản xuất",), "address", 2.0),
        Column(("Điểm đánh giá", "Cấp huyện"), "lower_score", 0.7),
        Column(("Điểm đánh giá", "Cấp tỉnh"), "score", 0.7),
        Column(("Hạng sao được công nhận",), "stars", 0.9),
    )
    return paper(
        "quang-tri-2022", number, date, office,
        "Về việc chứng nhận sản phẩm đạt hạng sao OCOP tỉnh Quảng Trị năm 2022",
        "Điều 1. Chứng nhận 11 sản phẩm, dịch vụ của tỉnh Quảng Trị đạt hạng sao OCOP năm 2022, "
        "bao gồm 04 sản phẩm đạt 4 sao, 07 sản phẩm đạt 3 sao; danh sách cụ thể kèm theo.",
        annexes=[
            annex(number, date, office, "SẢN PHẨM, DỊCH VỤ ĐẠT HẠNG SAO", made,
                  Section(entries=found), kicker="DANH SÁCH CHI TIẾT")
        ],
        told=(Told(11, (3, 4, 5)), Told(4, (4,)), Told(7, (3,))),
        signer="Hồ Văn Sáu", period="2022",
    )  # fmt: skip


def _hau_giang() -> TestPaper:
    """Who represents the producer, and a telephone, between name and star; stars in words."""
    number, date, office = "1905/QĐ-UBND", "2021-10-08", province("Hậu Giang")
    found = numbered(entries("hau-giang-2021", "Hậu Giang", {4: 3, 3: 6}, by_law=1048))
    made = (
        columns.STT,
        Column(("Tên chủ thể",), "producer", 2.2),
        Column(("Người đại diện",), "person", 1.3),
        Column(("Số điện thoại",), "phone", 1.0),
        Column(("Địa chỉ",), "address", 2.0),
        Column(("Sản phẩm được công nhận",), "name", 2.2),
        Column(("Đạt hạng",), "words", 0.8),
    )
    return paper(
        "hau-giang-2021", number, date, office,
        "Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh Hậu Giang đợt 2 năm 2021",
        "Điều 1. Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh Hậu Giang đợt 2 năm "
        "2021, cụ thể: công nhận 09 sản phẩm, trong đó hạng 4 sao là 03 sản phẩm, hạng 3 sao là "
        "06 sản phẩm.",
        annexes=[
            annex(number, date, office, "SẢN PHẨM OCOP ĐỢT 2 NĂM 2021", made,
                  Section(entries=found))
        ],
        told=(Told(9, (3, 4, 5)), Told(3, (4,)), Told(6, (3,))),
        signer="Trần Thúy Nhẫn", period="2021", round_=2,
    )  # fmt: skip


def _tuyen_quang() -> TestPaper:
    """Re-recognised: the year before and the old star stand beside the new one."""
    number, date, office = "988/QĐ-UBND", "2024-08-22", province("Tuyên Quang")
    found = numbered(entries("tuyen-quang-2024", "Tuyên Quang", {4: 10}), form="{}.")
    rows = standing(found, Kind.RE_RECOGNISED, 4)
    made = (
        columns.TT,
        Column(("Sản phẩm",), "name", 2.2),
        Column(("Chủ thể sản xuất, kinh doanh",), "producer", 2.2),
        Column(("Địa chỉ (xã, huyện)",), "address", 2.0),
        Column(("Lần công nhận trước", "Năm"), "year", 0.6),
        Column(("Lần công nhận trước", "Hạng"), "before", 0.7),
        Column(("Công nhận lại năm 2024", "Điểm"), "score", 0.7),
        Column(("Công nhận lại năm 2024", "Hạng"), "stars", 0.7),
    )
    return paper(
        "tuyen-quang-2024", number, date, office,
        "Công nhận lại sản phẩm OCOP đạt 4 sao đợt 1 năm 2024",
        "Điều 1. Công nhận lại 10 sản phẩm OCOP tỉnh Tuyên Quang đạt 4 sao đợt 1 năm 2024 (có biểu "
        "kèm theo).",
        annexes=[
            annex(number, date, office, "SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN LẠI", made,
                  Section(entries=rows), kicker="BIỂU")
        ],
        told=(Told(10, (4,), Kind.RE_RECOGNISED),), signer="Nông Thị Hạnh", period="2024", round_=1,
    )  # fmt: skip


def _binh_dinh() -> TestPaper:
    """The star is the first column, one cell for all its rows; names are all in capitals."""
    number, date, office = "4561/QĐ-UBND", "2023-12-18", province("Bình Định")
    found = entries("binh-dinh-2023", "Bình Định", {4: 12}, several=0.5)
    rows = numbered([replace(entry, name=entry.name.upper()) for entry in found])
    made = (
        replace(columns.STARS, heads=("Hạng",)),
        columns.STT,
        Column(("Tên chủ thể và địa chỉ",), "producer_address", 3.0),
        Column(("Tên sản phẩm",), "name", 2.4),
        Column(("Nhóm sản phẩm",), "group", 1.6),
    )
    return paper(
        "binh-dinh-2023", number, date, office,
        "Về việc công nhận sản phẩm đạt 4 sao thuộc Chương trình OCOP tỉnh Bình Định năm 2023",
        "Điều 1. Công nhận 12 sản phẩm của các doanh nghiệp, hợp tác xã, hộ kinh doanh đạt 4 sao "
        "thuộc Chương trình OCOP tỉnh Bình Định năm 2023 (Phụ lục đính kèm).",
        annexes=[
            annex(number, date, office, "SẢN PHẨM ĐẠT 4 SAO NĂM 2023", made,
                  Section(entries=rows), merged=("stars", "producer_address"))
        ],
        told=(Told(12, (4,)),), signer="Phạm Bá Trọng", period="2023",
    )  # fmt: skip


def _hung_yen() -> TestPaper:
    """New map; three levels of heads: standing, then star, then rows."""
    number, date, office = "2650/QĐ-UBND", "2025-12-19", province("Hưng Yên", regime=34)
    found = entries("hung-yen-2025", "Hưng Yên", {4: 6, 3: 10}, regime=34, units=9)
    four, three = with_stars(found, 4), with_stars(found, 3)
    again = standing((*four[4:], *three[7:]), Kind.RE_RECOGNISED)
    again = tuple(replace(entry, stars_before=entry.stars) for entry in again)
    parts = (
        ("A", "SẢN PHẨM CÔNG NHẬN MỚI (11 SẢN PHẨM)", (*four[:4], *three[:7]), 1),
        ("B", "SẢN PHẨM CÔNG NHẬN LẠI (05 SẢN PHẨM)", again, 12),
    )
    sections = []
    for label, text, rows, start in parts:
        upper = numbered(with_stars(rows, 4), start)
        lower = numbered(with_stars(rows, 3), start + len(upper))
        under = (
            Section("I", f"Hạng 4 sao: {len(upper):02} sản phẩm", upper),
            Section("II", f"Hạng 3 sao: {len(lower):02} sản phẩm", lower),
        )
        sections.append(Section(label, text, under=under))
    return paper(
        "hung-yen-2025", number, date, office,
        "Về việc công nhận và công nhận lại sản phẩm OCOP tỉnh Hưng Yên năm 2025",
        "Điều 1. Công nhận kết quả phân hạng 16 sản phẩm OCOP tỉnh Hưng Yên năm 2025; trong đó "
        "công nhận mới 11 sản phẩm, công nhận lại 05 sản phẩm.",
        annexes=[
            annex(number, date, office, "SẢN PHẨM OCOP TỈNH HƯNG YÊN NĂM 2025",
                  columns.STARS_IN_HEADS, *sections, address_form="{village}{commune}")
        ],
        told=(Told(16, (3, 4, 5)), Told(11, (3, 4, 5)), Told(5, (3, 4, 5), Kind.RE_RECOGNISED)),
        signer="Đặng Kim Hường", period="2025",
    )  # fmt: skip


def _can_tho() -> TestPaper:
    """A list of sentences by star, in a city of the new map."""
    number, date, office = "1844/QĐ-UBND", "2026-06-11", city("Cần Thơ", regime=34)
    found = entries("can-tho-2026", "Cần Thơ", {4: 3, 3: 4}, regime=34, units=5)
    four, three = numbered(with_stars(found, 4)), numbered(with_stars(found, 3))
    return paper(
        "can-tho-2026", number, date, office,
        "Về việc công nhận sản phẩm OCOP thành phố Cần Thơ đợt 1 năm 2026",
        "Điều 1. Công nhận 07 sản phẩm OCOP thành phố Cần Thơ đợt 1 năm 2026, gồm 03 sản phẩm "
        "hạng 4 sao và 04 sản phẩm hạng 3 sao.",
        annexes=[
            annex(number, date, office, "SẢN PHẨM OCOP ĐỢT 1 NĂM 2026", columns.PLAIN,
                  Section("I.", "Hạng 4 sao:", four), Section("II.", "Hạng 3 sao:", three),
                  listed="{number}. {name} - {producer} ({address}).", landscape=False,
                  address_form="{commune}")
        ],
        told=(Told(7, (3, 4, 5)), Told(3, (4,)), Told(4, (3,))),
        signer="Lê Hữu Oanh", period="2026", round_=1,
    )  # fmt: skip


def _nga_bay() -> TestPaper:
    """A city under a province; the heading alone tells the star; numbers with a group."""
    office = district("Ngã Bảy", "Hậu Giang", kind="thành phố", asks="Trưởng phòng Kinh tế")
    number, date = "1212/QĐ-UBND", "2024-05-30"
    found = numbered(
        entries("nga-bay-2024", "Hậu Giang", {3: 6}, within="thành phố Ngã Bảy"), form="1.{}"
    )
    made = (
        columns.TT,
        Column(("Chủ thể OCOP",), "producer", 2.4),
        Column(("Tên sản phẩm OCOP",), "name", 2.4),
        Column(("Phường, xã",), "commune", 1.4),
        Column(("Số điểm đạt",), "score", 0.8),
    )
    return paper(
        "nga-bay-2024", number, date, office,
        "Về việc công nhận sản phẩm đạt hạng 3 sao Chương trình OCOP thành phố Ngã Bảy",
        "Điều 1. Công nhận các sản phẩm có tên trong danh sách kèm theo đạt hạng 3 sao Chương "
        "trình OCOP thành phố Ngã Bảy năm 2024 (06 sản phẩm).",
        annexes=[
            annex(number, date, office, "CÁC SẢN PHẨM ĐẠT HẠNG 3 SAO", made,
                  Section(entries=found), kicker="DANH SÁCH", landscape=False)
        ],
        signer="Dương Văn Khiêm", period="2024",
    )  # fmt: skip


def _lai_chau() -> TestPaper:
    """A column for the validity with dates, one for the number of the certificate."""
    number, date, office = "1730/QĐ-UBND", "2022-11-25", province("Lai Châu")
    found = entries("lai-chau-2022", "Lai Châu", {4: 2, 3: 9}, by_law=1048)
    rows = tuple(
        replace(entry, note=f"Từ 25/11/2022 đến 25/11/2025, GCN số {at:02}/2022/OCOP")
        for at, entry in enumerate(numbered(found), 1)
    )
    made = (
        columns.STT,
        Column(("Tên sản phẩm",), "name", 2.2),
        Column(("Cơ sở sản xuất",), "producer", 2.2),
        Column(("Huyện/thành phố",), "district", 1.2),
        Column(("Phân hạng (số sao)",), "stars", 0.7),
        Column(("Hiệu lực của Giấy chứng nhận",), "note", 1.8),
    )
    return paper(
        "lai-chau-2022", number, date, office,
        "Công nhận kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh Lai Châu năm 2022",
        "Điều 1. Công nhận kết quả đánh giá, phân hạng đối với 11 sản phẩm OCOP tỉnh Lai Châu năm "
        "2022 (02 sản phẩm 4 sao, 09 sản phẩm 3 sao).",
        annexes=[
            annex(number, date, office, "KẾT QUẢ PHÂN HẠNG NĂM 2022", made,
                  Section(entries=rows), star_form="{}", merged=("district",))
        ],
        told=(Told(11, (3, 4, 5)), Told(2, (4,)), Told(9, (3,))),
        signer="Vừ Thanh Tuấn", period="2022",
    )  # fmt: skip

"""Layouts that few use: sentences for rows, subtotals, footnotes, several annexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from papers import columns
from papers.collection.offices import annex, district, paper, province, two
from papers.goods import entries, numbered, with_stars
from papers.truth import Section, TestPaper, Told


def papers() -> Iterator[TestPaper]:
    yield _quan_ba()
    yield _hoa_binh()
    yield _quang_binh()
    yield _tien_giang()
    yield _son_la()


def _quan_ba() -> TestPaper:
    """No table: every product is a sentence."""
    number, date, office = "2904/QĐ-UBND", "2023-08-15", district("Quản Bạ", "Hà Giang")
    found = numbered(entries("quan-ba-2023", "Hà Giang", {3: 4}, within="huyện Quản Bạ"))
    return paper(
        "quan-ba-2023", number, date, office,
        "Về việc công nhận sản phẩm OCOP hạng 3 sao huyện Quản Bạ năm 2023",
        "Điều 1. Công nhận 04 sản phẩm OCOP hạng 3 sao huyện Quản Bạ năm 2023 có tên sau đây.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP HẠNG 3 SAO", columns.PLAIN,
                Section(entries=found), kicker="DANH SÁCH", landscape=False,
                listed="{number}. {name} của {producer}, địa chỉ: {address}; đạt {score} điểm, "
                "hạng {stars};",
            )
        ],
        told=(Told(4, (3,)),), signer="Vừ Thị Pênh", period="2023",
    )  # fmt: skip


def _hoa_binh() -> TestPaper:
    """Heads are districts with their numbers; the star stands in the row."""
    number, date, office = "2499/QĐ-UBND", "2022-11-01", province("Hòa Bình")
    found = entries("hoa-binh-2022", "Hòa Bình", {4: 4, 3: 9}, units=4, by_law=1048)
    sections, start = [], 1
    for roman, name in zip(
        ("I", "II", "III", "IV"), dict.fromkeys(e.district for e in found), strict=False
    ):
        rows = numbered([e for e in found if e.district == name], start)
        start += len(rows)
        head = f"{name[:1].upper()}{name[1:]}: {two(len(rows))} sản phẩm"
        sections.append(Section(roman, head, rows))
    return paper(
        "hoa-binh-2022", number, date, office,
        "Về việc công nhận sản phẩm OCOP tỉnh Hòa Bình đợt 1 năm 2022",
        "Điều 1. Công nhận 13 sản phẩm OCOP tỉnh Hòa Bình đợt 1 năm 2022; gồm: 04 sản phẩm 4 sao "
        "và 09 sản phẩm 3 sao.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐỢT 1 NĂM 2022", columns.PLAIN, *sections,
                total="TỔNG CỘNG: 13 SẢN PHẨM", address_form="{village}{commune}",
            )
        ],
        told=(Told(13, (3, 4, 5)), Told(4, (4,)), Told(9, (3,))),
        signer="Bùi Thị Hường", period="2022", round_=1,
    )  # fmt: skip


def _quang_binh() -> TestPaper:
    """Footnotes under the table; crosses; two heads."""
    number, date, office = "3820/QĐ-UBND", "2021-12-15", province("Quảng Bình", seat="Quảng Bình")
    found = entries("quang-binh-2021", "Quảng Bình", {4: 2, 3: 10}, by_law=1048)
    rows = [replace(e, note="(1)" if at in (3, 7) else "") for at, e in enumerate(numbered(found))]
    return paper(
        "quang-binh-2021", number, date, office,
        "Công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận sản phẩm OCOP cấp tỉnh",
        "Điều 1. Công nhận kết quả đánh giá, phân hạng và cấp giấy chứng nhận cho 12 sản phẩm OCOP "
        "cấp tỉnh năm 2021, trong đó 02 sản phẩm đạt hạng 4 sao, 10 sản phẩm đạt hạng 3 sao.",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ PHÂN HẠNG SẢN PHẨM OCOP CẤP TỈNH", columns.MARKS,
                Section(entries=tuple(rows)),
                notes=(
                    "(1) Chủ thể bổ sung bản công bố chất lượng trong 3 tháng.",
                    "Tổng số chủ thể: 11.",
                ),
            )
        ],
        told=(Told(12, (3, 4, 5)), Told(2, (4,)), Told(10, (3,))),
        signer="Hồ Ngọc Trọng", period="2021",
    )  # fmt: skip


def _tien_giang() -> TestPaper:
    """Two annexes with other columns: one for each star."""
    number, date, office = "2741/QĐ-UBND", "2022-09-20", province("Tiền Giang")
    found = entries("tien-giang-2022", "Tiền Giang", {4: 5, 3: 8}, by_law=1048)
    four, three = numbered(with_stars(found, 4)), numbered(with_stars(found, 3))
    return paper(
        "tien-giang-2022", number, date, office,
        "Về việc công nhận kết quả phân hạng sản phẩm OCOP tỉnh Tiền Giang đợt 1 năm 2022",
        "Điều 1. Công nhận 05 sản phẩm OCOP đạt hạng 4 sao (Phụ lục I) và 08 sản phẩm OCOP đạt "
        "hạng 3 sao (Phụ lục II) đợt 1 năm 2022.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM ĐẠT HẠNG 4 SAO", columns.STARS_IN_HEADS,
                Section(entries=four), kicker="PHỤ LỤC I",
            ),
            annex(
                number, date, office, "SẢN PHẨM ĐẠT HẠNG 3 SAO", columns.UNNUMBERED[:3],
                Section(entries=tuple(replace(entry, number="") for entry in three)),
                kicker="PHỤ LỤC II",
            ),
        ],
        told=(Told(5, (4,)), Told(8, (3,))), signer="Lê Hữu Phượng", period="2022", round_=1,
    )  # fmt: skip


def _son_la() -> TestPaper:
    """The commune before the producer, the group as a merged first column."""
    number, date, office = "2877/QĐ-UBND", "2021-11-22", province("Sơn La")
    found = entries("son-la-2021", "Sơn La", {4: 3, 3: 12}, by_law=1048)
    rows = numbered(sorted(found, key=lambda entry: (-(entry.stars or 0), str(entry.group))))
    made = (
        columns.TT,
        replace(columns.PARTS_OF_SCORE[2], heads=("Nhóm",)),
        columns.NAME,
        columns.BY_DISTRICT[4],
        columns.PRODUCER,
        replace(columns.SCORE, heads=("Tổng điểm đạt được",)),
        replace(columns.STARS, heads=("Kết quả xếp hạng (sao)",)),
    )
    return paper(
        "son-la-2021", number, date, office,
        "V/v phê duyệt kết quả xếp hạng sản phẩm Chương trình mỗi xã một sản phẩm (OCOP) năm 2021",
        "Điều 1. Phê duyệt kết quả xếp hạng 15 sản phẩm OCOP tỉnh Sơn La năm 2021, trong đó: "
        "hạng 4 sao 03 sản phẩm; hạng 3 sao 12 sản phẩm (có biểu chi tiết kèm theo).",
        annexes=[
            annex(
                number, date, office, "TỔNG HỢP KẾT QUẢ XẾP HẠNG NĂM 2021", made,
                Section(entries=rows), merged=("group",), star_form="{}", kicker="BIỂU CHI TIẾT",
            )
        ],
        told=(Told(15, (3, 4, 5)), Told(3, (4,)), Told(12, (3,))),
        signer="Lò Văn Quý", period="2021",
    )  # fmt: skip

"""Long annexes: 80 and 200 rows, over many pages."""

from __future__ import annotations

from collections.abc import Iterator

from papers import columns
from papers.collection.offices import annex, paper, province, two
from papers.goods import entries, numbered, with_stars
from papers.truth import Section, TestPaper, Told


def papers() -> Iterator[TestPaper]:
    yield _dong_thap()
    yield _an_giang()


def _dong_thap() -> TestPaper:
    number, date, office = "1633/QĐ-UBND-HC", "2022-12-28", province("Đồng Tháp")
    found = numbered(entries("dong-thap-2022", "Đồng Tháp", {4: 21, 3: 59}, units=9, by_law=1048))
    return paper(
        "dong-thap-2022", number, date, office,
        "Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh Đồng Tháp đợt 2 năm 2022",
        "Điều 1. Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP đợt 2 năm 2022: công nhận 80 "
        "sản phẩm đạt từ 3 sao trở lên, trong đó có 21 sản phẩm đạt 4 sao và 59 sản phẩm đạt 3 "
        "sao.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐỢT 2 NĂM 2022", columns.BY_DISTRICT,
                Section(entries=found), column_numbers=True, kicker="DANH SÁCH",
            )
        ],
        told=(Told(80, (3, 4, 5)), Told(21, (4,)), Told(59, (3,))),
        signer="Phạm Thanh Thoa", period="2022", round_=2,
    )  # fmt: skip


def _an_giang() -> TestPaper:
    number, date = "3008/QĐ-UBND", "2025-12-30"
    office = province("An Giang", seat="An Giang", regime=34)
    found = entries("an-giang-2025", "An Giang", {4: 64, 3: 136}, regime=34, units=40)
    four, three = with_stars(found, 4), with_stars(found, 3)
    return paper(
        "an-giang-2025", number, date, office,
        "Về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh An Giang năm 2025",
        "Điều 1. Công nhận kết quả đánh giá, phân hạng đối với 200 sản phẩm OCOP tỉnh An Giang năm "
        "2025, gồm 64 sản phẩm hạng 4 sao và 136 sản phẩm hạng 3 sao.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP TỈNH AN GIANG NĂM 2025", columns.PLAIN,
                Section("I", f"SẢN PHẨM HẠNG 4 SAO ({two(64)} SẢN PHẨM)", numbered(four)),
                Section("II", f"SẢN PHẨM HẠNG 3 SAO ({two(136)} SẢN PHẨM)", numbered(three, 65)),
                address_form="{village}{commune}, tỉnh {province}",
            )
        ],
        told=(Told(200, (3, 4, 5)), Told(64, (4,)), Told(136, (3,))),
        signer="Đỗ Hữu Vượng", period="2025",
    )  # fmt: skip

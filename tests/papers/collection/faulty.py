"""Papers with one thing wrong on purpose, that a reader has to notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from papers import columns
from papers.collection.offices import annex, paper, province
from papers.goods import entries, numbered, with_stars
from papers.truth import Section, TestPaper, Told


def papers() -> Iterator[TestPaper]:
    yield _head_count()
    yield _gap()
    yield _score()
    yield _twice()
    yield _text_count()


def _head_count() -> TestPaper:
    """The head tells 12 rows; 11 stand under it."""
    number, date, office = "1455/QĐ-UBND", "2022-06-30", province("Yên Bái")
    found = entries("yen-bai-2022", "Yên Bái", {4: 3, 3: 11}, by_law=1048)
    four, three = numbered(with_stars(found, 4)), numbered(with_stars(found, 3))
    return paper(
        "head-count", number, date, office,
        "Về việc công nhận sản phẩm OCOP tỉnh Yên Bái đợt 1 năm 2022",
        "Điều 1. Công nhận 15 sản phẩm OCOP tỉnh Yên Bái đợt 1 năm 2022 (03 sản phẩm hạng 4 sao, "
        "12 sản phẩm hạng 3 sao).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐỢT 1 NĂM 2022", columns.STARS_IN_HEADS,
                Section("I", "Hạng 4 sao, gồm 03 sản phẩm", four),
                Section("II", "Hạng 3 sao, gồm 12 sản phẩm", three),
            )
        ],
        told=(Told(15, (3, 4, 5)), Told(3, (4,)), Told(12, (3,))), faults=("head_count",),
        signer="Hoàng Thị Lý", period="2022", round_=1,
    )  # fmt: skip


def _gap() -> TestPaper:
    """Numbers run 1 to 7 and 9 to 11: the row 8 was lost, or the typist slipped."""
    number, date, office = "508/QĐ-UBND", "2021-03-10", province("Phú Yên")
    found = entries("phu-yen-2021", "Phú Yên", {4: 2, 3: 8}, by_law=1048)
    return paper(
        "numbering-gap", number, date, office,
        "Về việc công nhận và xếp hạng sản phẩm OCOP tỉnh Phú Yên năm 2020",
        "Điều 1. Công nhận và xếp hạng các sản phẩm OCOP tỉnh Phú Yên năm 2020 theo danh sách đính "
        "kèm Quyết định này.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP NĂM 2020", columns.PLAIN,
                Section(entries=numbered(found, skip=(8,))), kicker="DANH SÁCH",
            )
        ],
        faults=("numbering_gap",), signer="Ngô Bá Khiêm", period="2020",
    )  # fmt: skip


def _score() -> TestPaper:
    """68 points and 4 stars: by law 68 points give 3."""
    number, date, office = "1711/QĐ-UBND", "2024-05-20", province("Bình Thuận")
    found = list(numbered(entries("binh-thuan-2024", "Bình Thuận", {4: 6})))
    found[3] = replace(found[3], score=68.0, doubts=("score_against_stars",))
    return paper(
        "score-against-stars", number, date, office,
        "Về việc công nhận sản phẩm OCOP 4 sao năm 2024 (đợt 1)",
        "Điều 1. Công nhận 06 sản phẩm OCOP 4 sao tỉnh Bình Thuận năm 2024 (đợt 1).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP 4 SAO (ĐỢT 1)", columns.PLAIN,
                Section(entries=tuple(found)),
            )
        ],
        told=(Told(6, (4,)),), faults=("score_against_stars",), signer="Trần Thúy Sáu",
        period="2024", round_=1,
    )  # fmt: skip


def _twice() -> TestPaper:
    """One product stands in two rows."""
    number, date, office = "2380/QĐ-UBND", "2022-10-27", province("Long An")
    found = list(entries("long-an-2022", "Long An", {4: 2, 3: 7}, by_law=1048))
    found[6] = replace(found[4], doubts=("duplicate",))
    return paper(
        "row-twice", number, date, office,
        "Về việc phê duyệt kết quả phân hạng sản phẩm OCOP tỉnh Long An đợt 2 năm 2022",
        "Điều 1. Phê duyệt kết quả phân hạng 09 sản phẩm OCOP tỉnh Long An đợt 2 năm 2022, gồm 02 "
        "sản phẩm 4 sao và 07 sản phẩm 3 sao.",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ PHÂN HẠNG ĐỢT 2 NĂM 2022", columns.PLAIN,
                Section(entries=numbered(found)),
            )
        ],
        told=(Told(9, (3, 4, 5)), Told(2, (4,)), Told(7, (3,))), faults=("duplicate",),
        signer="Vũ Minh Nhẫn", period="2022", round_=2,
    )  # fmt: skip


def _text_count() -> TestPaper:
    """Article 1 tells 10 products, the annex has 9 of them."""
    number, date, office = "3105/QĐ-UBND", "2023-12-22", province("Lạng Sơn")
    found = numbered(entries("lang-son-2023", "Lạng Sơn", {4: 9}))
    return paper(
        "text-count", number, date, office,
        "Công nhận sản phẩm OCOP đạt 4 sao tỉnh Lạng Sơn năm 2023",
        "Điều 1. Công nhận 10 sản phẩm OCOP đạt 4 sao tỉnh Lạng Sơn năm 2023 (có danh sách kèm "
        "theo).",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐẠT 4 SAO NĂM 2023", columns.PLAIN,
                Section(entries=found), kicker="DANH SÁCH",
            )
        ],
        told=(Told(10, (4,)),), faults=("text_count",), signer="Sầm Quang Tuấn", period="2023",
    )  # fmt: skip

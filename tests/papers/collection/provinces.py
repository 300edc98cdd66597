"""Recognitions by provinces under the criteria of 2019."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.model import Kind
from papers import columns
from papers.collection.offices import annex, city, paper, province, two
from papers.goods import entries, numbered, with_stars
from papers.truth import Section, TestPaper, Told


def papers() -> Iterator[TestPaper]:
    yield _nghe_an()
    yield _ha_giang()
    yield _quang_nam()
    yield _ha_noi()
    yield _ben_tre()
    yield _lam_dong()
    yield _thai_binh()
    yield _soc_trang()
    yield _kon_tum()


def _nghe_an() -> TestPaper:
    number, date, office = "87/QĐ-UBND", "2022-01-11", province("Nghệ An")
    found = entries("nghe-an-2021", "Nghệ An", {4: 4, 3: 9}, by_law=1048)
    four, three = numbered(with_stars(found, 4)), numbered(with_stars(found, 3), 5)
    return paper(
        "nghe-an-2022", number, date, office,
        "Về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh Nghệ An năm 2021",
        "Điều 1. Công nhận kết quả đánh giá, phân hạng cho 13 sản phẩm OCOP tỉnh Nghệ An năm 2021, "
        "gồm 04 sản phẩm đạt hạng 4 sao và 09 sản phẩm đạt hạng 3 sao (chi tiết tại Phụ lục).",
        annexes=[
            annex(
                number, date, office, "DANH SÁCH SẢN PHẨM OCOP TỈNH NGHỆ AN NĂM 2021",
                columns.BY_DISTRICT,
                Section("I", "Sản phẩm được công nhận hạng 4 sao, gồm 04 sản phẩm", four),
                Section("II", "Sản phẩm được công nhận hạng 3 sao, gồm 09 sản phẩm", three),
                merged=("district",),
            )
        ],
        told=(Told(13, (3, 4, 5)), Told(4, (4,)), Told(9, (3,))),
        signer="Lê Quang Vượng", period="2021",
    )  # fmt: skip


def _ha_giang() -> TestPaper:
    number, date, office = "2310/QĐ-UBND", "2021-11-18", province("Hà Giang")
    found = numbered(entries("ha-giang-2021", "Hà Giang", {4: 8, 3: 22}, by_law=1048, units=7))
    return paper(
        "ha-giang-2021", number, date, office,
        "Phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận sản phẩm Chương trình "
        "“Mỗi xã một sản phẩm” tỉnh Hà Giang đợt 2 năm 2021",
        "Điều 1. Phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận cho 30 sản phẩm OCOP "
        "của tỉnh đợt 2 năm 2021. Trong đó: 08 sản phẩm đạt 4 sao; 22 sản phẩm đạt 3 sao.\n"
        "(Có danh sách kèm theo)",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ PHÂN HẠNG SẢN PHẨM ĐỢT 2 NĂM 2021", columns.MARKS,
                Section(entries=found), total="Tổng cộng", kicker="DANH SÁCH",
                address_form="{village}{commune}, {district}",
            )
        ],
        told=(Told(30, (3, 4, 5)), Told(8, (4,)), Told(22, (3,))),
        signer="Vừ Minh Quý", period="2021", round_=2,
    )  # fmt: skip


def _quang_nam() -> TestPaper:
    number, date, office = "3544/QĐ-UBND", "2020-12-14", province("Quảng Nam", broken=False)
    found = numbered(entries("quang-nam-2020", "Quảng Nam", {4: 3, 3: 8}, by_law=1048))
    return paper(
        "quang-nam-2020", number, date, office,
        "Về công nhận và cấp Giấy chứng nhận đạt hạng sao cho các sản phẩm OCOP năm 2020",
        "Điều 1. Công nhận 11 sản phẩm của các tổ chức, cá nhân trên địa bàn tỉnh Quảng Nam đạt "
        "hạng sao OCOP năm 2020, cụ thể: 3 sản phẩm 4 sao, 8 sản phẩm 3 sao theo Phụ lục đính kèm.",
        annexes=[
            annex(
                number, date, office, "DANH MỤC SẢN PHẨM ĐẠT HẠNG SAO NĂM 2020",
                columns.PARTS_OF_SCORE, Section(entries=found), column_numbers=True,
                star_form="{}", kicker="PHỤ LỤC",
            )
        ],
        told=(Told(11, (3, 4, 5)), Told(3, (4,)), Told(8, (3,))),
        signer="Hồ Xuân Trọng", period="2020",
    )  # fmt: skip


def _ha_noi() -> TestPaper:
    """Three levels: district, then star, then rows."""
    number, date, office = "7412/QĐ-UBND", "2019-12-27", city("Hà Nội")
    parts = {"huyện Gia Lâm": {4: 2, 3: 3}, "huyện Ba Vì": {4: 1, 3: 2}, "quận Hà Đông": {4: 2}}
    sections, start = [], 1
    for label, (name, counts) in zip("ABC", parts.items(), strict=True):
        found = entries(f"ha-noi-2019 {name}", "Hà Nội", counts, within=name, by_law=1048)
        under = []
        for roman, stars in zip(("I", "II"), counts, strict=False):
            rows = numbered(with_stars(found, stars), start)
            start += len(rows)
            under.append(Section(roman, f"Hạng {stars} sao ({two(len(rows))} sản phẩm)", rows))
        text = f"{name.upper()} ({two(len(found))} sản phẩm)"
        sections.append(Section(label, text, under=tuple(under)))
    return paper(
        "ha-noi-2019", number, date, office,
        "Về việc công nhận kết quả đánh giá và phân hạng sản phẩm OCOP thành phố Hà Nội năm 2019",
        "Điều 1. Công nhận kết quả đánh giá và phân hạng 10 sản phẩm OCOP của thành phố Hà Nội "
        "năm 2019 (05 sản phẩm 4 sao và 05 sản phẩm 3 sao).\nDanh sách chi tiết kèm theo.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN NĂM 2019",
                columns.STARS_IN_HEADS, *sections,
            )
        ],
        told=(Told(10, (3, 4, 5)), Told(5, (4,)), Told(5, (3,))),
        signer="Ngô Đức Khiêm", rank="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", period="2019",
    )  # fmt: skip


def _ben_tre() -> TestPaper:
    """The producer before its products, one cell for all of them; stars printed as asterisks."""
    number, date, office = "2771/QĐ-UBND", "2021-11-30", province("Bến Tre")
    found = entries("ben-tre-2021", "Bến Tre", {4: 6, 3: 10}, by_law=1048, several=0.7)
    rows = tuple(replace(entry, note="36 tháng") for entry in numbered(found))
    return paper(
        "ben-tre-2021", number, date, office,
        "V/v công nhận, xếp hạng sản phẩm OCOP cấp tỉnh năm 2021",
        "Điều 1. Công nhận và xếp hạng 16 sản phẩm OCOP cấp tỉnh năm 2021: hạng bốn sao 06 sản "
        "phẩm, hạng ba sao 10 sản phẩm, có tên tại danh sách ban hành kèm theo Quyết định này.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM ĐƯỢC CÔNG NHẬN, XẾP HẠNG", columns.PRODUCER_FIRST,
                Section(entries=rows), merged=("producer", "address"), star_form="*",
                kicker="DANH SÁCH", address_form="{commune}, {district}, tỉnh {province}",
            )
        ],
        told=(Told(16, (3, 4, 5)),), signer="Phạm Kim Tươi", period="2021",
    )  # fmt: skip


def _lam_dong() -> TestPaper:
    """Tables of their own under heads that are paragraphs; numbers begin anew."""
    number, date, office = "655/QĐ-UBND", "2020-04-02", province("Lâm Đồng", seat="Đà Lạt")
    found = entries("lam-dong-2019", "Lâm Đồng", {4: 5, 3: 7}, by_law=1048)
    four, three = numbered(with_stars(found, 4)), numbered(with_stars(found, 3))
    return paper(
        "lam-dong-2020", number, date, office,
        "Công nhận sản phẩm đạt hạng trong Chương trình mỗi xã một sản phẩm tỉnh Lâm Đồng năm 2019",
        "Điều 1. Công nhận các sản phẩm tham gia Chương trình mỗi xã một sản phẩm tỉnh Lâm Đồng "
        "năm 2019 đạt hạng như sau: hạng 4 sao: 05 sản phẩm; hạng 3 sao: 07 sản phẩm.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP NĂM 2019", columns.STARS_IN_HEADS,
                Section("1.", "Sản phẩm đạt hạng 4 sao:", four, apart=True),
                Section("2.", "Sản phẩm đạt hạng 3 sao:", three, apart=True),
                landscape=False,
            )
        ],
        told=(Told(5, (4,)), Told(7, (3,))), signer="Bùi Hữu Nhẫn", period="2019",
    )  # fmt: skip


def _thai_binh() -> TestPaper:
    """Product and producer in one cell; a number in many names."""
    number, date, office = "1902/QĐ-UBND", "2021-08-06", province("Thái Bình")
    found = entries("thai-binh-2021", "Thái Bình", {4: 3, 3: 6}, by_law=1048)
    odd = (
        "Rượu nếp 39 độ Vạn Hưng",
        "Trà túi lọc 20 gói Xuân Khê",
        "Mật ong 4 mùa Đại Thủy",
        "Gạo 888 Tân Mỹ",
        "Bánh cáy 3 vị Long Nhung",
        "Nước mắm 584 Hải Vinh",
        "Trứng vịt biển 5 không Phú Đức",
        "Bột sắn dây 100% Lam Khê",
        "Chiếu cói 1m6 Hoàng Hà",
    )
    rows = numbered([replace(e, name=n) for e, n in zip(found, odd, strict=True)], form="{:02}")
    return paper(
        "thai-binh-2021", number, date, office,
        "Về việc phê duyệt kết quả phân hạng sản phẩm OCOP tỉnh Thái Bình đợt 1 năm 2021",
        "Điều 1. Phê duyệt kết quả phân hạng đối với 09 sản phẩm OCOP của tỉnh Thái Bình đợt 1 năm "
        "2021, trong đó có 03 sản phẩm hạng 4 sao và 06 sản phẩm hạng 3 sao (Phụ lục kèm theo).",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ PHÂN HẠNG SẢN PHẨM OCOP", columns.TOGETHER,
                Section(entries=rows), score_form="{:.2f}",
            )
        ],
        told=(Told(9, (3, 4, 5)), Told(3, (4,)), Told(6, (3,))),
        signer="Đỗ Thanh Uyên", period="2021", round_=1,
    )  # fmt: skip


def _soc_trang() -> TestPaper:
    """Recognised at 4 and 3 stars; two more may have 5, which the ministry decides."""
    number, date, office = "3390/QĐ-UBND", "2022-12-09", province("Sóc Trăng")
    found = entries("soc-trang-2022", "Sóc Trăng", {5: 2, 4: 4, 3: 6}, by_law=1048)
    five = numbered([replace(entry, potential5=True) for entry in with_stars(found, 5)])
    four, three = numbered(with_stars(found, 4), 3), numbered(with_stars(found, 3), 7)
    return paper(
        "soc-trang-2022", number, date, office,
        "Về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh Sóc Trăng năm 2022",
        "Điều 1. Công nhận kết quả đánh giá, phân hạng 12 sản phẩm OCOP tỉnh Sóc Trăng năm 2022, "
        "gồm 02 sản phẩm tiềm năng 5 sao, 04 sản phẩm 4 sao và 06 sản phẩm 3 sao.\n"
        "Giao Sở Nông nghiệp và Phát triển nông thôn hoàn thiện hồ sơ 02 sản phẩm tiềm năng 5 sao, "
        "trình Trung ương đánh giá, công nhận.",
        annexes=[
            annex(
                number, date, office, "SẢN PHẨM OCOP TỈNH SÓC TRĂNG NĂM 2022", columns.PLAIN,
                Section("A", "Sản phẩm tiềm năng 5 sao (02 sản phẩm)", five),
                Section("B", "Sản phẩm hạng 4 sao (04 sản phẩm)", four),
                Section("C", "Sản phẩm hạng 3 sao (06 sản phẩm)", three),
            )
        ],
        told=(
            Told(12, (3, 4, 5)), Told(2, (5,), potential5=True), Told(4, (4,)), Told(6, (3,)),
            Told(2, (5,), Kind.PROPOSED, potential5=True),
        ),
        signer="Dương Thúy Oanh", period="2022",
    )  # fmt: skip


def _kon_tum() -> TestPaper:
    """Two products of 2 stars are told, which are no OCOP products by law."""
    number, date, office = "1233/QĐ-UBND", "2020-12-18", province("Kon Tum")
    found = numbered(entries("kon-tum-2020", "Kon Tum", {4: 3, 3: 5, 2: 2}, by_law=1048))
    return paper(
        "kon-tum-2020", number, date, office,
        "Về việc phê duyệt kết quả đánh giá, xếp hạng sản phẩm OCOP lần 2 năm 2020",
        "Điều 1. Phê duyệt kết quả đánh giá, xếp hạng sản phẩm lần 2 năm 2020 như sau: 03 sản phẩm "
        "đạt 4 sao, 05 sản phẩm đạt 3 sao, 02 sản phẩm đạt 2 sao (có danh sách kèm theo).",
        annexes=[
            annex(
                number, date, office, "KẾT QUẢ ĐÁNH GIÁ, XẾP HẠNG", columns.UNNUMBERED,
                Section(entries=tuple(replace(entry, number="") for entry in found)),
                star_form="★", kicker="DANH SÁCH",
            )
        ],
        told=(Told(3, (4,)), Told(5, (3,)), Told(2, (2,), Kind.ASSESSED)),
        signer="Hoàng Bá Dũng", period="2020", round_=2,
    )  # fmt: skip

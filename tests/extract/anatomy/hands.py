"""Invented papers in many hands: letterheads as PDF, scans, Word and pages give them.

Each is a head and a body; what is expected stands beside it. Bodies are named by their act.
"""

from dataclasses import dataclass

from extract.model import Act, Level

BODIES = {
    "công nhận": """QUYẾT ĐỊNH
Về việc công nhận kết quả đánh giá, phân hạng sản phẩm OCOP {period}
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Căn cứ Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023 của Thủ tướng Chính phủ;
Theo đề nghị tại Tờ trình số 77/TTr-SNN ngày 01/3/2022.
QUYẾT ĐỊNH:
Điều 1. Công nhận 12 sản phẩm của 09 chủ thể đạt hạng sao OCOP (danh sách kèm theo).
Điều 2. Giấy chứng nhận có giá trị 36 tháng kể từ ngày ký.
Điều 3. Chánh Văn phòng, thủ trưởng các đơn vị liên quan chịu trách nhiệm thi hành./.
Nơi nhận:
- Như Điều 3;
- Lưu: VT, NN.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Lê Thị Minh Tâm
""",
    "thu hồi": """QUYẾT ĐỊNH
V/v thu hồi Giấy chứng nhận sản phẩm OCOP đã được công nhận
Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Thu hồi Giấy chứng nhận của 05 sản phẩm được công nhận tại Quyết định số 811/QĐ-UBND
ngày 09/12/2020, do chủ thể không tham gia đánh giá lại.
Điều 2. Các chủ thể ngừng sử dụng nhãn OCOP kể từ ngày ký.
""",
    "danh mục": """QUYẾT ĐỊNH
Về việc phê duyệt danh mục sản phẩm đăng ký tham gia đánh giá, phân hạng OCOP năm 2024
Xét đề nghị của cơ quan thường trực,
QUYẾT ĐỊNH
Điều 1. Phê duyệt danh mục 30 sản phẩm tham gia đánh giá, phân hạng năm 2024.
Điều 2. Danh mục này là căn cứ để tư vấn, hỗ trợ.
""",
}


@dataclass(frozen=True)
class Hand:
    """A paper and what its head says; ``name`` is the unit, ``regime`` its map."""

    head: str
    number: str | None
    date: str | None
    level: Level
    name: str | None
    regime: int = 63
    province: str | None = None
    act: Act = Act.RECOGNISES
    issuer: str | None = None
    body: str = "công nhận"
    doubts: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole paper."""
        year = (self.date or "2022")[:4]
        return self.head.strip("\n") + "\n" + BODIES[self.body].format(period=f"năm {year}")


MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
PROVINCE, DISTRICT, COMMUNE, NATION = Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.NATION

HANDS = {
    "columns in lines": Hand(
        f"""ỦY BAN NHÂN DÂN\n{MOTTO}\nTỈNH NGHỆ AN\nĐộc lập - Tự do - Hạnh phúc
Số: 1234/QĐ-UBND\nNghệ An, ngày 20 tháng 5 năm 2022""",
        "1234/QĐ-UBND", "2022-05-20", PROVINCE, "Nghệ An",
        issuer="ỦY BAN NHÂN DÂN TỈNH NGHỆ AN",
    ),
    "columns side by side": Hand(
        f"""ỦY BAN NHÂN DÂN {MOTTO}\nTỈNH QUẢNG TRỊ Độc lập – Tự do – Hạnh phúc
Số: 408/QĐ-UBND Quảng Trị, ngày 07 tháng 3 năm 2023""",
        "408/QĐ-UBND", "2023-03-07", PROVINCE, "Quảng Trị",
        issuer="ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ",
    ),
    "name below its level": Hand(
        f"""ỦY BAN NHÂN DÂN TỈNH\nQUẢNG NAM\n{MOTTO}\nSố: 3544/QĐ-UBND
Quảng Nam, ngày 14 tháng 12 năm 2020""",
        "3544/QĐ-UBND", "2020-12-14", PROVINCE, "Quảng Nam",
        issuer="ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM",
    ),
    "cells of a table": Hand(
        f"""ỦY BAN NHÂN DÂN TỈNH SƠN LA ------- | {MOTTO} Độc lập - Tự do - Hạnh phúc ----
Số: 2217/QĐ-UBND | Sơn La, ngày 30 tháng 10 năm 2020""",
        "2217/QĐ-UBND", "2020-10-30", PROVINCE, "Sơn La",
        issuer="ỦY BAN NHÂN DÂN TỈNH SƠN LA",
    ),
    "right column first": Hand(
        f"""{MOTTO}\nĐộc lập - Tự do - Hạnh phúc\n_______________
Lai Châu, ngày 11 tháng 12 năm 2019\nỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 1590/QĐ-UBND""",
        "1590/QĐ-UBND", "2019-12-11", PROVINCE, "Lai Châu",
    ),
    "left column first": Hand(
        f"""UBND TỈNH CÀ MAU\n*****\nSố: 77/QĐ-UBND\n{MOTTO}\nĐộc lập - Tự do - Hạnh phúc
Cà Mau, ngày 15 tháng 01 năm 2021""",
        "77/QĐ-UBND", "2021-01-15", PROVINCE, "Cà Mau",
    ),
    "chairman issues": Hand(
        f"""CHỦ TỊCH\nỦY BAN NHÂN DÂN TỈNH PHÚ THỌ\n{MOTTO}\nSố: 95/QĐ-UBND
Phú Thọ, ngày 04 tháng 02 năm 2026""",
        "95/QĐ-UBND", "2026-02-04", PROVINCE, "Phú Thọ", 34,
    ),
    "department below": Hand(
        """UBND TỈNH HÀ TĨNH\nSỞ NÔNG NGHIỆP VÀ\nPHÁT TRIỂN NÔNG THÔN
Số: 55/QĐ-SNN\nHà Tĩnh, ngày 02 tháng 6 năm 2022""",
        "55/QĐ-SNN", "2022-06-02", PROVINCE, "Hà Tĩnh",
        issuer="SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN",
    ),
    "department names its province": Hand(
        """SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH VĨNH LONG\nSố: 312/QĐ-SNNMT
Vĩnh Long, ngày 21 tháng 8 năm 2025""",
        "312/QĐ-SNNMT", "2025-08-21", PROVINCE, "Vĩnh Long", 34,
    ),
    "department without level word": Hand(
        """SỞ CÔNG THƯƠNG SÓC TRĂNG\nSố: 18/QĐ-SCT\nSóc Trăng, ngày 09 tháng 5 năm 2022""",
        "18/QĐ-SCT", "2022-05-09", PROVINCE, "Sóc Trăng",
    ),
    "council": Hand(
        """UBND TỈNH ĐIỆN BIÊN\nHỘI ĐỒNG ĐÁNH GIÁ, PHÂN HẠNG\nSẢN PHẨM MỖI XÃ MỘT SẢN PHẨM
Số: 03/QĐ-HĐĐGPH\nĐiện Biên, ngày 18 tháng 11 năm 2022""",
        "03/QĐ-HĐĐGPH", "2022-11-18", PROVINCE, "Điện Biên",
        issuer="HỘI ĐỒNG ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM MỖI XÃ MỘT SẢN PHẨM",
    ),
    "coordination office": Hand(
        """BAN CHỈ ĐẠO CÁC CHƯƠNG TRÌNH MTQG TỈNH LÀO CAI\nVĂN PHÒNG ĐIỀU PHỐI NÔNG THÔN MỚI
Số: 21/QĐ-VPĐP\nLào Cai, ngày 20 tháng 7 năm 2023""",
        "21/QĐ-VPĐP", "2023-07-20", PROVINCE, "Lào Cai",
        issuer="VĂN PHÒNG ĐIỀU PHỐI NÔNG THÔN MỚI",
    ),
    "ministry": Hand(
        f"""BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG\n{MOTTO}\nSố: 2777/QĐ-BNNMT
Hà Nội, ngày 18 tháng 7 năm 2025""",
        "2777/QĐ-BNNMT", "2025-07-18", NATION, "Việt Nam", 34,
        issuer="BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
    ),
    "prime minister": Hand(
        f"""THỦ TƯỚNG CHÍNH PHỦ {MOTTO}\nĐộc lập - Tự do - Hạnh phúc\nSố: 1999/QĐ-TTg
Hà Nội, ngày 12 tháng 12 năm 2024""",
        "1999/QĐ-TTg", "2024-12-12", NATION, "Việt Nam",
    ),
    "district": Hand(
        """ỦY BAN NHÂN DÂN\nHUYỆN YÊN MÔ\nSố: 5445/QĐ-UBND\nYên Mô, ngày 08 tháng 12 năm 2023""",
        "5445/QĐ-UBND", "2023-12-08", DISTRICT, "Yên Mô", province="Ninh Bình",
    ),
    "district of a name that two provinces have": Hand(
        """UBND HUYỆN CHÂU THÀNH - TỈNH BẾN TRE\nSố: 901/QĐ-UBND
Châu Thành, ngày 30 tháng 11 năm 2023""",
        "901/QĐ-UBND", "2023-11-30", DISTRICT, "Châu Thành", province="Bến Tre",
    ),
    "district that nothing tells apart": Hand(
        """UBND HUYỆN CHÂU THÀNH\nSố: 902/QĐ-UBND\nChâu Thành, ngày 30 tháng 11 năm 2023""",
        "902/QĐ-UBND", "2023-11-30", DISTRICT, "Châu Thành",
    ),
    "town": Hand(
        """ỦY BAN NHÂN DÂN THỊ XÃ NGHĨA LỘ\n____\nSố:1410/QĐ-UBND
Nghĩa Lộ, ngày 03 tháng 10 năm 2024""",
        "1410/QĐ-UBND", "2024-10-03", DISTRICT, "Nghĩa Lộ", province="Yên Bái",
    ),
    "city of a province with its name": Hand(
        """ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI DƯƠNG\nSố: 660/QĐ-UBND
Hải Dương, ngày 12 tháng 12 năm 2023""",
        "660/QĐ-UBND", "2023-12-12", DISTRICT, "Hải Dương", province="Hải Dương",
    ),
    "province with the name of its city": Hand(
        """ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG\nSố: 661/QĐ-UBND\nHải Dương, ngày 12 tháng 12 năm 2023""",
        "661/QĐ-UBND", "2023-12-12", PROVINCE, "Hải Dương",
    ),
    "central city": Hand(
        """ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\nSố: 118/QĐ-UBND
Thành phố Hồ Chí Minh, ngày 10 tháng 01 năm 2024""",
        "118/QĐ-UBND", "2024-01-10", PROVINCE, "Hồ Chí Minh",
    ),
    "Huế while a city of the province": Hand(
        """UBND THÀNH PHỐ HUẾ\nSố: 7001/QĐ-UBND\nHuế, ngày 15 tháng 11 năm 2023""",
        "7001/QĐ-UBND", "2023-11-15", DISTRICT, "Huế",
    ),
    "Huế as a central city": Hand(
        """UBND THÀNH PHỐ HUẾ\nSố: 401/QĐ-UBND\nHuế, ngày 15 tháng 02 năm 2025""",
        "401/QĐ-UBND", "2025-02-15", PROVINCE, "Huế",
    ),
    "urban district": Hand(
        """ỦY BAN NHÂN DÂN QUẬN BÌNH THỦY\nSố: 233/QĐ-UBND
Bình Thủy, ngày 05 tháng 9 năm 2024""",
        "233/QĐ-UBND", "2024-09-05", DISTRICT, "Bình Thủy", province="Cần Thơ",
    ),
    "commune of the new map": Hand(
        """ỦY BAN NHÂN DÂN\nXÃ TAM ĐẢO\nTỈNH PHÚ THỌ\nSố: 61/QĐ-UBND
Tam Đảo, ngày 22 tháng 12 năm 2025""",
        "61/QĐ-UBND", "2025-12-22", COMMUNE, "Tam Đảo", 34, "Phú Thọ",
    ),
    "commune of the old map": Hand(
        """UBND XÃ THẠNH PHÚ, HUYỆN CÁI NƯỚC\nSố: 12/QĐ-UBND
Thạnh Phú, ngày 02 tháng 7 năm 2024""",
        "12/QĐ-UBND", "2024-07-02", COMMUNE, "Thạnh Phú", province="Cà Mau",
    ),
    "special zone": Hand(
        """ỦY BAN NHÂN DÂN ĐẶC KHU CÁT HẢI\nSố: 9/QĐ-UBND\nCát Hải, ngày 19 tháng 9 năm 2025""",
        "9/QĐ-UBND", "2025-09-19", COMMUNE, "Cát Hải", 34, "Hải Phòng",
    ),
    "merged province": Hand(
        """ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nSố: 1720/QĐ-UBND\nLâm Đồng, ngày 25 tháng 11 năm 2025""",
        "1720/QĐ-UBND", "2025-11-25", PROVINCE, "Lâm Đồng", 34,
    ),
    "last day of the old map": Hand(
        """ỦY BAN NHÂN DÂN\nTỈNH BÌNH THUẬN\nSố: 1301/QĐ-UBND
Bình Thuận, ngày 30 tháng 6 năm 2025""",
        "1301/QĐ-UBND", "2025-06-30", PROVINCE, "Bình Thuận",
    ),
    "number left blank": Hand(
        """ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH\nSố: /QĐ-UBND\nHòa Bình, ngày 14 tháng 4 năm 2022""",
        None, "2022-04-14", PROVINCE, "Hòa Bình", doubts=("number_blank",),
    ),
    "number dotted": Hand(
        """ỦY BAN NHÂN DÂN TỈNH HÒA BÌNH\nSố: ……/QĐ-UBND\nHòa Bình, ngày … tháng 4 năm 2022""",
        None, "2022-04", PROVINCE, "Hòa Bình", doubts=("number_blank", "day_blank"),
    ),
    "day left blank": Hand(
        """UBND TỈNH GIA LAI\nSố: 305/QĐ-UBND\nGia Lai, ngày tháng năm 2022""",
        "305/QĐ-UBND", "2022", PROVINCE, "Gia Lai", doubts=("day_blank",),
    ),
    "day and month dotted": Hand(
        """UBND TỈNH GIA LAI\nSố: 306/QĐ-UBND\nGia Lai, ngày ..... tháng ..... năm 2022""",
        "306/QĐ-UBND", "2022", PROVINCE, "Gia Lai", doubts=("day_blank",),
    ),
    "blanks in the number": Hand(
        """UBND TỈNH TRÀ VINH\nSố 2511 / QĐ - UBND\nTrà Vinh, ngày 30 tháng 12 năm 2022""",
        "2511/QĐ-UBND", "2022-12-30", PROVINCE, "Trà Vinh",
    ),
    "Eth and en dash": Hand(
        """UBND THÀNH PHỐ CẦN THƠ\nSố: 3787/QÐ – UBND\nCần Thơ, ngày 08 tháng 11 năm 2022""",
        "3787/QĐ-UBND", "2022-11-08", PROVINCE, "Cần Thơ",
    ),
    "sub-unit in the number": Hand(
        """ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP\nSố: 1580/QĐ-UBND-HC
Đồng Tháp, ngày 15 tháng 10 năm 2020""",
        "1580/QĐ-UBND-HC", "2020-10-15", PROVINCE, "Đồng Tháp",
    ),
    "day before number": Hand(
        """ỦY BAN NHÂN DÂN HUYỆN TÂN PHÚ\nTân Phú, ngày 27 tháng 12 năm 2024\nSố: 5093/QĐ-UBND""",
        "5093/QĐ-UBND", "2024-12-27", DISTRICT, "Tân Phú", province="Đồng Nai",
    ),
    "all in one line": Hand(
        f"""UBND TỈNH BẮC KẠN Số: 1477/QĐ-UBND {MOTTO} Độc lập - Tự do - Hạnh phúc Bắc Kạn, ngày 16
tháng 8 năm 2023""".replace("\n", " "),
        "1477/QĐ-UBND", "2023-08-16", PROVINCE, "Bắc Kạn",
    ),
    "slashed day": Hand(
        """UBND HUYỆN MỘC CHÂU\nSố: 3126/QĐ-UBND\nMộc Châu, ngày 11/12/2023""",
        "3126/QĐ-UBND", "2023-12-11", DISTRICT, "Mộc Châu", province="Sơn La",
    ),
    "seat of the province": Hand(
        """ỦY BAN NHÂN DÂN TỈNH VĨNH PHÚC\nSố: 1326/QĐ-UBND\nVĩnh Yên, ngày 30 tháng 5 năm 2025""",
        "1326/QĐ-UBND", "2025-05-30", PROVINCE, "Vĩnh Phúc",
    ),
    "marks lost in a scan": Hand(
        """UY BAN NHÂN DÂN\nTINH THANH HOÁ\nSô: 3377/QĐ-UBND
Thanh Hoá, ngày 3O tháng 8 năm 2021""",
        "3377/QĐ-UBND", "2021-08-30", PROVINCE, "Thanh Hóa",
    ),
    "blanks lost in a scan": Hand(
        """ỦY BAN NHÂNDÂN TỈNH LONG AN\nSố:8812/QĐ-UBND\nLong An, ngày05 tháng10 năm2021""",
        "8812/QĐ-UBND", "2021-10-05", PROVINCE, "Long An",
    ),
    "old tone marks": Hand(
        """UỶ BAN NHÂN DÂN TỈNH HOÀ BÌNH\nSố: 2871/QĐ-UBND\nHoà Bình, ngày 05 tháng 12 năm 2022""",
        "2871/QĐ-UBND", "2022-12-05", PROVINCE, "Hòa Bình",
    ),
    "gazette": Hand(
        """CÔNG BÁO/Số 05 + 06/Ngày 20-01-2022\nỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH
Số: 112/QĐ-UBND\nNam Định, ngày 15 tháng 01 năm 2021""",
        "112/QĐ-UBND", "2021-01-15", PROVINCE, "Nam Định",
    ),
    "portal above": Hand(
        """Trang chủ > Văn bản\nThứ hai, ngày 03 tháng 7 năm 2023\nVăn bản mới
UBND TỈNH KON TUM\nSố: 598/QĐ-UBND\nKon Tum, ngày 15 tháng 10 năm 2022""",
        "598/QĐ-UBND", "2022-10-15", PROVINCE, "Kon Tum",
    ),
    "revocation": Hand(
        """ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG\nSố: 1298/QĐ-UBND
Kiên Giang, ngày 16 tháng 5 năm 2024""",
        "1298/QĐ-UBND", "2024-05-16", PROVINCE, "Kiên Giang", act=Act.REVOKES, body="thu hồi",
    ),
    "entrants": Hand(
        """UBND HUYỆN VĂN CHẤN\nSố: 1544/QĐ-UBND\nVăn Chấn, ngày 03 tháng 7 năm 2024""",
        "1544/QĐ-UBND", "2024-07-03", DISTRICT, "Văn Chấn", province="Yên Bái",
        act=Act.LISTS, body="danh mục",
    ),
}  # fmt: skip

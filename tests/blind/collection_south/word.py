# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""Word files of southern and central clerks."""

from __future__ import annotations

from blind.make import Head, Middle, Table, docx
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

_STANDS = (Kind.IN_FORCE,)
_AGAIN = (Kind.RE_RECOGNISED,)
_UP = (Kind.UPGRADED,)

ONE_CELL = Truth(
    "south-one-cell",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE",
                "Số: 3127/QĐ-UBND",
                "Bến Tre, ngày 20 tháng 12 năm 2021",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Công nhận sản phẩm tham gia Chương trình Mỗi xã một sản phẩm tỉnh Bến Tre năm 2021 (đợt 2)"
            ),
            Middle("ỦY BAN NHÂN DÂN TỈNH BẾN TRE"),
            "Căn cứ Quyết định số 1048/QĐ-TTg ngày 21 tháng 8 năm 2019 của Thủ tướng Chính phủ;",
            "Theo đề nghị của Giám đốc Sở Nông nghiệp và Phát triển nông thôn tại Tờ trình số 4051/TTr-SNN ngày 14 tháng 12 năm 2021.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận và cấp Giấy chứng nhận cho 06 sản phẩm của 04 chủ thể đạt từ 3 sao trở lên (danh sách kèm theo). Kết quả có giá trị 36 tháng kể từ ngày ký.",
            "Điều 2. Sở Nông nghiệp và Phát triển nông thôn tổ chức trao Giấy chứng nhận cho các chủ thể.",
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Quốc Thuận",
            Middle("DANH SÁCH"),
            Middle("Sản phẩm OCOP được công nhận đợt 2 năm 2021"),
            "(Kèm theo Quyết định số 3127/QĐ-UBND ngày 20 tháng 12 năm 2021 của UBND tỉnh)",
            Table(
                [
                    ["TT", "Sản phẩm, chủ thể, địa chỉ", "Tổng điểm", "Phân hạng"],
                    [
                        "1",
                        "Kẹo chuối dừa nướng Út Hạnh\nCông ty TNHH Út Hạnh\nSố 18, ấp Phú Lợi, xã Bình Phú, thành phố Bến Tre",
                        "78,4",
                        "4*",
                    ],
                    [
                        "2",
                        "Kẹo dừa gừng Út Hạnh\nCông ty TNHH Út Hạnh\nSố 18, ấp Phú Lợi, xã Bình Phú, thành phố Bến Tre",
                        "71",
                        "4*",
                    ],
                    [
                        "3",
                        "Sầu riêng múi cấp đông Chín Kiệt\nHTX nông nghiệp Tân Phú Xanh\nẤp Tân Bắc, xã Tân Phú, huyện Châu Thành",
                        "64,6",
                        "3*",
                    ],
                    [
                        "4",
                        "Khô cá kèo Ba Nhựt\nCơ sở Ba Nhựt\nKhu phố 2, thị trấn Bình Đại, huyện Bình Đại",
                        "58,2",
                        "3*",
                    ],
                    [
                        "5",
                        "Mắm còng lột Ba Nhựt\nCơ sở Ba Nhựt\nKhu phố 2, thị trấn Bình Đại, huyện Bình Đại",
                        "55",
                        "3*",
                    ],
                    [
                        "6",
                        "Chiếu cói An Hiệp dệt tay\nTổ hợp tác dệt chiếu An Hiệp\nẤp An Bình, xã An Hiệp, huyện Ba Tri",
                        "60,8",
                        "3*",
                    ],
                ]
            ),
        ]
    ),
    "3127/QĐ-UBND",
    "2021-12-20",
    "Bến Tre",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Kẹo chuối dừa nướng Út Hạnh", "Công ty TNHH Út Hạnh", 4, 78.4),
        Line("Kẹo dừa gừng Út Hạnh", "Công ty TNHH Út Hạnh", 4, 71),
        Line("Sầu riêng múi cấp đông Chín Kiệt", "HTX nông nghiệp Tân Phú Xanh", 3, 64.6),
        Line("Khô cá kèo Ba Nhựt", "Cơ sở Ba Nhựt", 3, 58.2),
        Line("Mắm còng lột Ba Nhựt", "Cơ sở Ba Nhựt", 3, 55),
        Line("Chiếu cói An Hiệp dệt tay", "Tổ hợp tác dệt chiếu An Hiệp", 3, 60.8),
    ),
)

CROSSES = Truth(
    "south-crosses",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN",
                "Số: 1904/QĐ-UBND",
                "Ninh Thuận, ngày 04 tháng 11 năm 2020",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Phê duyệt kết quả đánh giá, xếp hạng sản phẩm OCOP tỉnh Ninh Thuận năm 2020"),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH THUẬN"),
            "Xét Biên bản họp Hội đồng OCOP tỉnh ngày 27/10/2020;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Phê duyệt kết quả xếp hạng đối với các sản phẩm OCOP năm 2020 theo Phụ lục đính kèm.",
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrượng Văn Quế",
            Middle("PHỤ LỤC"),
            Middle("KẾT QUẢ XẾP HẠNG SẢN PHẨM OCOP NĂM 2020"),
            Table(
                [
                    [
                        "STT",
                        "Tên sản phẩm",
                        "Chủ thể sản xuất",
                        "Địa phương",
                        "Hạng sao đạt được",
                        None,
                        "Ghi chú",
                    ],
                    [None, None, None, None, "3 sao", "4 sao", None],
                    ["I. NHÓM THỰC PHẨM"],
                    [
                        "1",
                        "Nho khô Phước Hậu",
                        "HTX dịch vụ nông nghiệp Phước Hậu",
                        "Ninh Phước",
                        "",
                        "x",
                        "",
                    ],
                    [
                        "2",
                        "Táo sấy dẻo Ba Tháp",
                        "Hộ kinh doanh Đàng Thị Mỹ",
                        "Thuận Bắc",
                        "x",
                        "",
                        "",
                    ],
                    [
                        "3",
                        "Nước mắm cá cơm Sơn Hải",
                        "Cơ sở nước mắm Tư Bền",
                        "Thuận Nam",
                        "x",
                        "",
                        "Bổ sung mã vạch",
                    ],
                    ["II. NHÓM ĐỒ UỐNG"],
                    ["4", "Mật nho Thái An", "HTX nho Thái An", "Ninh Hải", "", "x", ""],
                    ["III. NHÓM VẢI VÀ MAY MẶC"],
                    [
                        "5",
                        "Khăn thổ cẩm Chung Mỹ",
                        "Tổ dệt thổ cẩm Chung Mỹ",
                        "Ninh Phước",
                        "x",
                        "",
                        "",
                    ],
                    ["", "Tổng cộng", "", "", "03", "02", ""],
                ]
            ),
            "Ghi chú: dấu x là hạng sao mà sản phẩm đạt được.",
        ]
    ),
    "1904/QĐ-UBND",
    "2020-11-04",
    "Ninh Thuận",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Nho khô Phước Hậu", "HTX dịch vụ nông nghiệp Phước Hậu", 4),
        Line("Táo sấy dẻo Ba Tháp", "Hộ kinh doanh Đàng Thị Mỹ", 3),
        Line("Nước mắm cá cơm Sơn Hải", "Cơ sở nước mắm Tư Bền", 3),
        Line("Mật nho Thái An", "HTX nho Thái An", 4),
        Line("Khăn thổ cẩm Chung Mỹ", "Tổ dệt thổ cẩm Chung Mỹ", 3),
    ),
)

RENEWED = Truth(
    "south-renewed",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NAM",
                "Số: 2688/QĐ-UBND",
                "Quảng Nam, ngày 06 tháng 11 năm 2024",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP 4 sao đợt 2 năm 2024"),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM"),
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận cho 07 sản phẩm OCOP đạt 4 sao, gồm 02 sản phẩm công nhận mới, 03 sản phẩm công nhận lại và 02 sản phẩm nâng hạng từ 3 sao lên 4 sao (chi tiết tại Phụ lục).",
            "Điều 2. Văn phòng Điều phối Nông thôn mới tỉnh hướng dẫn chủ thể in nhãn theo hạng sao mới.",
            "CHỦ TỊCH\n\nĐoàn Ngọc Lân",
            Middle("PHỤ LỤC"),
            Middle("SẢN PHẨM OCOP 4 SAO ĐỢT 2 NĂM 2024"),
            Table(
                [
                    [
                        "TT",
                        "Chủ thể",
                        "Sản phẩm",
                        "Huyện, TX, TP",
                        "Điểm TB",
                        "Hạng sao",
                        "Hình thức công nhận",
                    ],
                    [
                        "1",
                        "HTX nông nghiệp Trà Linh",
                        "Cao sâm dây Ngọc Trà",
                        "Nam Trà My",
                        "81,25",
                        "4 sao",
                        "Mới",
                    ],
                    [
                        "2",
                        "Công ty TNHH MTV Bảy Hiền Hội An",
                        "Tương ớt Cửa Đại",
                        "Hội An",
                        "84,00",
                        "4 sao",
                        "Công nhận lại",
                    ],
                    [
                        "3",
                        "Công ty TNHH MTV Bảy Hiền Hội An",
                        "Bột nêm nấm Cửa Đại",
                        "Hội An",
                        "73,5",
                        "4 sao",
                        "Mới",
                    ],
                    [
                        "4",
                        "HKD Nguyễn Thị Sương",
                        "Bánh tráng đại lộc Sương Sương",
                        "Đại Lộc",
                        "76,75",
                        "4 sao",
                        "Nâng hạng",
                    ],
                    [
                        "5",
                        "HTX Quế Trung An",
                        "Tinh dầu quế Trung An",
                        "Bắc Trà My",
                        "79,1",
                        "4 sao",
                        "Công nhận lại",
                    ],
                    [
                        "6",
                        "HTX Quế Trung An",
                        "Nhang nụ quế Trung An",
                        "Bắc Trà My",
                        "70,4",
                        "4 sao",
                        "Nâng hạng",
                    ],
                    [
                        "7",
                        "Cơ sở mây tre Bàu Tròn",
                        "Đèn lồng tre Bàu Tròn",
                        "Điện Bàn",
                        "88",
                        "4 sao",
                        "Công nhận lại",
                    ],
                ]
            ),
        ]
    ),
    "2688/QĐ-UBND",
    "2024-11-06",
    "Quảng Nam",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Cao sâm dây Ngọc Trà", "HTX nông nghiệp Trà Linh", 4, 81.25),
        Line("Tương ớt Cửa Đại", "Công ty TNHH MTV Bảy Hiền Hội An", 4, 84, _AGAIN),
        Line("Bột nêm nấm Cửa Đại", "Công ty TNHH MTV Bảy Hiền Hội An", 4, 73.5),
        Line("Bánh tráng đại lộc Sương Sương", "HKD Nguyễn Thị Sương", 4, 76.75, _UP),
        Line("Tinh dầu quế Trung An", "HTX Quế Trung An", 4, 79.1, _AGAIN),
        Line("Nhang nụ quế Trung An", "HTX Quế Trung An", 4, 70.4, _UP),
        Line("Đèn lồng tre Bàu Tròn", "Cơ sở mây tre Bàu Tròn", 4, 88, _AGAIN),
    ),
    counts=(Claimed(Kind.NEW, (4,), 7),),  # a batch total that is split stays new
)

DISAGREES = Truth(
    "south-disagrees",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH BÌNH THUẬN",
                "Số: 2511/QĐ-UBND",
                "Bình Thuận, ngày 30 tháng 11 năm 2022",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Về việc công nhận 07 sản phẩm OCOP tỉnh Bình Thuận năm 2022"),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN"),
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 07 sản phẩm đạt OCOP cấp tỉnh năm 2022; trong đó có 02 sản phẩm 4 sao và 05 sản phẩm 3 sao (Danh mục đính kèm).",
            "Điều 2. Các sở, ngành và địa phương liên quan chịu trách nhiệm thi hành.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNgô Tấn Hòa",
            Middle("DANH MỤC SẢN PHẨM OCOP NĂM 2022"),
            Table(
                [
                    ["Stt", "Sản phẩm", "Xếp hạng", "Chủ thể (địa chỉ)", "Ngành hàng"],
                    [
                        "01",
                        "Thanh long sấy giòn Hàm Đức",
                        "Bốn sao",
                        "Công ty TNHH Thanh Hàm (xã Hàm Đức, huyện Hàm Thuận Bắc)",
                        "Thực phẩm",
                    ],
                    [
                        "02",
                        "Rượu vang thanh long Hàm Đức",
                        "Bốn sao",
                        "Công ty TNHH Thanh Hàm (xã Hàm Đức, huyện Hàm Thuận Bắc)",
                        "Đồ uống",
                    ],
                    [
                        "03",
                        "Mực một nắng Hòa Phú",
                        "Ba sao",
                        "HKD Mười Lắm (thị trấn Phan Rí Cửa, huyện Tuy Phong)",
                        "Thực phẩm",
                    ],
                    [
                        "04",
                        "Chả cá thu Mũi Đá",
                        "Ba sao",
                        "HKD Mười Lắm (thị trấn Phan Rí Cửa, huyện Tuy Phong)",
                        "Thực phẩm",
                    ],
                    [
                        "05",
                        "Hạt điều rang muối Đông Giang",
                        "Ba sao",
                        "HTX Đông Giang (xã Đông Giang, huyện Hàm Thuận Bắc)",
                        "Thực phẩm",
                    ],
                    [
                        "06",
                        "Gốm gọ Bình Đức",
                        "Ba sao",
                        "THT gốm Bình Đức (xã Phan Hiệp, huyện Bắc Bình)",
                        "Lưu niệm",
                    ],
                    ["", "Cộng: 06 sản phẩm", "", "", ""],
                ]
            ),
        ]
    ),
    "2511/QĐ-UBND",
    "2022-11-30",
    "Bình Thuận",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Thanh long sấy giòn Hàm Đức", "Công ty TNHH Thanh Hàm", 4),
        Line("Rượu vang thanh long Hàm Đức", "Công ty TNHH Thanh Hàm", 4),
        Line("Mực một nắng Hòa Phú", "HKD Mười Lắm", 3),
        Line("Chả cá thu Mũi Đá", "HKD Mười Lắm", 3),
        Line("Hạt điều rang muối Đông Giang", "HTX Đông Giang", 3),
        Line("Gốm gọ Bình Đức", "THT gốm Bình Đức", 3),
    ),
    counts=(  # what the text says, one more than the annex holds
        Claimed(Kind.NEW, (3, 4, 5), 7),
        Claimed(Kind.NEW, (3,), 5),
    ),
)

CORRECTED = Truth(
    "south-corrected",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH",
                "Số: 377/QĐ-UBND",
                "Trà Vinh, ngày 11 tháng 3 năm 2025",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc đính chính Phụ lục kèm theo Quyết định số 2210/QĐ-UBND ngày 12/11/2024 của Chủ tịch UBND tỉnh"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TRÀ VINH"),
            "Xét đề nghị của Sở Nông nghiệp và Môi trường tại Tờ trình số 61/TTr-SNNMT ngày 07/3/2025.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Đính chính tên chủ thể của 03 sản phẩm OCOP do sai sót khi soạn thảo, cụ thể:",
            Table(
                [
                    ["STT", "Tên sản phẩm", "Hạng sao", "Chủ thể đã ghi", "Chủ thể ghi đúng"],
                    [
                        "1",
                        "Mứt dừa sáp Hòa Ân",
                        "4 sao",
                        "HKD Lâm Thị Sà Rinh",
                        "Công ty TNHH Dừa sáp Sà Rinh",
                    ],
                    [
                        "2",
                        "Nước màu dừa Hòa Ân",
                        "4 sao",
                        "HKD Lâm Thị Sà Rinh",
                        "Công ty TNHH Dừa sáp Sà Rinh",
                    ],
                    [
                        "3",
                        "Tôm khô Vinh Kim loại 1",
                        "4 sao",
                        "Cơ sở Năm Dũng",
                        "Hộ kinh doanh Năm Dõng",
                    ],
                ]
            ),
            "Điều 2. Các nội dung còn lại của Quyết định số 2210/QĐ-UBND giữ nguyên.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nThạch Minh Trí",
        ]
    ),
    "377/QĐ-UBND",
    "2025-03-11",
    "Trà Vinh",
    Level.PROVINCE,
    Act.AMENDS,
    (
        Line("Mứt dừa sáp Hòa Ân", "Công ty TNHH Dừa sáp Sà Rinh", 4, None, _STANDS),
        Line("Nước màu dừa Hòa Ân", "Công ty TNHH Dừa sáp Sà Rinh", 4, None, _STANDS),
        Line("Tôm khô Vinh Kim loại 1", "Hộ kinh doanh Năm Dõng", 4, None, _STANDS),
    ),
    counts=(Claimed(Kind.IN_FORCE, (3, 4, 5), 3),),
)

TARGETS = Truth(
    "south-targets",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU",
                "Số: 0266/KH-UBND",
                "Cà Mau, ngày 19 tháng 12 năm 2025",
            ),
            Middle("KẾ HOẠCH"),
            Middle("Phát triển sản phẩm OCOP tỉnh Cà Mau năm 2026"),
            "I. TÌNH HÌNH: Đến nay, toàn tỉnh có 318 sản phẩm OCOP; trong đó 276 sản phẩm 3 sao, 40 sản phẩm 4 sao và 02 sản phẩm 5 sao.",
            "II. MỤC TIÊU: Năm 2026 phấn đấu công nhận mới 12 sản phẩm đạt từ 3 sao trở lên và đánh giá lại 05 sản phẩm; ít nhất 02 sản phẩm đạt 4 sao.",
            "III. CHỈ TIÊU GIAO CÁC XÃ, PHƯỜNG",
            Table(
                [
                    ["STT", "Xã, phường", "Sản phẩm mới", "Sản phẩm đánh giá lại", "Ghi chú"],
                    ["1", "Phường An Xuyên", "3", "1", "01 sản phẩm 4 sao"],
                    ["2", "Xã Năm Căn", "2", "2", ""],
                    ["3", "Xã Đầm Dơi", "3", "0", "01 sản phẩm 4 sao"],
                    ["4", "Xã Ninh Quới", "4", "2", ""],
                    ["", "Toàn tỉnh", "12", "5", ""],
                ]
            ),
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTô Hoài Nhân",
        ]
    ),
    "0266/KH-UBND",
    "2025-12-19",
    "Cà Mau",
    Level.PROVINCE,
    Act.OTHER,
    counts=(
        Claimed(Kind.CUMULATIVE, (3, 4, 5), 318),
        Claimed(Kind.CUMULATIVE, (3,), 276),
        Claimed(Kind.CUMULATIVE, (4,), 40),
        Claimed(Kind.CUMULATIVE, (5,), 2),
        Claimed(Kind.TARGET, (4,), 2),
        Claimed(Kind.TARGET, (4,), 1),
        *(
            Claimed(Kind.TARGET, stars, count)
            for count in (0, 1, 2, 3, 4, 5, 12)
            for stars in ((), (3, 4, 5))
        ),
    ),
)

WORD = (ONE_CELL, CROSSES, RENEWED, DISAGREES, CORRECTED, TARGETS)

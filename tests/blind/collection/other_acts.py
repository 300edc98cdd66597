# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""Papers that do not, or not only, recognise."""

from __future__ import annotations

from blind.make import Head, Middle, Table, docx
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

_STANDS = (Kind.IN_FORCE,)
_GONE = (Kind.WITHDRAWN,)
_WISHED = (Kind.REGISTERED, Kind.PROPOSED)
_SCORED = (Kind.ASSESSED, Kind.PROPOSED)

REVOKED = Truth(
    "revoked",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH VĨNH PHÚC",
                "Số: 415/QĐ-UBND",
                "Vĩnh Phúc, ngày 27 tháng 02 năm 2025",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc đưa 03 sản phẩm ra khỏi danh sách sản phẩm OCOP và thu hồi Giấy chứng nhận"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VĨNH PHÚC"),
            "Căn cứ Quyết định số 3420/QĐ-UBND ngày 15/12/2021 của UBND tỉnh công nhận 21 sản phẩm OCOP năm 2021;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Thu hồi Giấy chứng nhận OCOP đối với 03 sản phẩm của 02 chủ thể (biểu kèm theo).",
            "Điều 2. Các chủ thể không được tiếp tục in, dán logo OCOP trên bao bì.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nVũ Quang Huấn",
            Middle("BIỂU CHI TIẾT SẢN PHẨM BỊ THU HỒI"),
            Table(
                [
                    ["TT", "Sản phẩm bị thu hồi", "Hạng đã cấp", "Chủ thể", "Lý do thu hồi"],
                    [
                        "1",
                        "Bột đậu đỏ Sông Phan",
                        "3 sao",
                        "HTX Sông Phan",
                        "Quá 36 tháng không đề nghị đánh giá lại",
                    ],
                    [
                        "2",
                        "Bột đậu xanh Sông Phan",
                        "3 sao",
                        "HTX Sông Phan",
                        "Quá 36 tháng không đề nghị đánh giá lại",
                    ],
                    [
                        "3",
                        "Rượu ngô Lãng Công",
                        "4 sao",
                        "Hộ kinh doanh Khổng Văn Đạt",
                        "Chủ thể có đơn xin rút, đã ngừng sản xuất từ năm 2023",
                    ],
                ]
            ),
        ]
    ),
    "415/QĐ-UBND",
    "2025-02-27",
    "Vĩnh Phúc",
    Level.PROVINCE,
    Act.REVOKES,
    (
        Line("Bột đậu đỏ Sông Phan", "HTX Sông Phan", 3, None, _GONE),
        Line("Bột đậu xanh Sông Phan", "HTX Sông Phan", 3, None, _GONE),
        Line("Rượu ngô Lãng Công", "Hộ kinh doanh Khổng Văn Đạt", 4, None, _GONE),
    ),
    counts=(Claimed(Kind.NEW, (3, 4, 5), 21),),  # what the older decision gave
)

RENAMED = Truth(
    "renamed",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH PHÚ YÊN",
                "Số: 733/QĐ-UBND",
                "Phú Yên, ngày 06 tháng 6 năm 2024",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc điều chỉnh tên sản phẩm và tên chủ thể tại Quyết định số 1790/QĐ-UBND ngày 28/12/2023 của Chủ tịch UBND tỉnh"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN"),
            "Căn cứ Quyết định số 1790/QĐ-UBND ngày 28/12/2023 về việc công nhận 17 sản phẩm OCOP 4 sao;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Điều chỉnh thông tin của 02 sản phẩm OCOP như sau:",
            Table(
                [
                    ["STT", "Thông tin đã công nhận", None, "Thông tin điều chỉnh", None],
                    [None, "Tên sản phẩm", "Chủ thể", "Tên sản phẩm", "Chủ thể"],
                    [
                        "1",
                        "Cá ngừ khô Xóm Rớ",
                        "HKD Năm Thu",
                        "Cá ngừ đại dương khô Năm Thu",
                        "Công ty TNHH Năm Thu",
                    ],
                    [
                        "2",
                        "Nước mắm gò Duối",
                        "HTX Gò Duối",
                        "Nước mắm Gò Duối 40 độ đạm",
                        "HTX Gò Duối",
                    ],
                ]
            ),
            "Điều 2. Các nội dung khác của Quyết định số 1790/QĐ-UBND không thay đổi.",
            "CHỦ TỊCH\n\nPhan Hữu Thành",
        ]
    ),
    "733/QĐ-UBND",
    "2024-06-06",
    "Phú Yên",
    Level.PROVINCE,
    Act.AMENDS,
    (
        Line("Cá ngừ đại dương khô Năm Thu", "Công ty TNHH Năm Thu", 4, None, _STANDS),
        Line("Nước mắm Gò Duối 40 độ đạm", "HTX Gò Duối", 4, None, _STANDS),
    ),
    counts=(Claimed(Kind.NEW, (4,), 17),),
)

TAKING_PART = Truth(
    "taking-part",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nHUYỆN BẮC YÊN",
                "Số: 611/QĐ-UBND",
                "Bắc Yên, ngày 11 tháng 3 năm 2022",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Phê duyệt danh mục sản phẩm tham gia chu trình OCOP năm 2022"),
            Middle("ỦY BAN NHÂN DÂN HUYỆN BẮC YÊN"),
            "Căn cứ Kế hoạch số 40/KH-UBND ngày 18/02/2022 của UBND tỉnh;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Phê duyệt 03 sản phẩm của 03 chủ thể tham gia chu trình OCOP năm 2022.",
            Table(
                [
                    ["TT", "Ý tưởng/sản phẩm", "Đơn vị đăng ký", "Mục tiêu hạng sao"],
                    ["1", "Táo mèo sấy Hang Chú", "HTX Hang Chú", "Phấn đấu 4 sao"],
                    ["2", "Rượu chít Làng Chếu", "Hộ Mùa A Dạng", "Phấn đấu 3 sao"],
                    ["3", "Măng sặt muối Tà Xùa", "THT Tà Xùa", "Phấn đấu 3 sao"],
                ]
            ),
            "Điều 2. Giao Phòng Nông nghiệp hướng dẫn các chủ thể hoàn thiện hồ sơ.",
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nThào A Sếnh",
        ]
    ),
    "611/QĐ-UBND",
    "2022-03-11",
    "Bắc Yên",
    Level.DISTRICT,
    Act.LISTS,
    (
        Line("Táo mèo sấy Hang Chú", "HTX Hang Chú", 4, None, _WISHED),
        Line("Rượu chít Làng Chếu", "Hộ Mùa A Dạng", 3, None, _WISHED),
        Line("Măng sặt muối Tà Xùa", "THT Tà Xùa", 3, None, _WISHED),
    ),
)

PLAN = Truth(
    "plan",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG",
                "Số: 58/KH-UBND",
                "Hà Giang, ngày 20 tháng 01 năm 2023",
            ),
            Middle("KẾ HOẠCH"),
            Middle("Triển khai Chương trình mỗi xã một sản phẩm (OCOP) năm 2023"),
            "1. Mục tiêu: phấn đấu năm 2023 có thêm 26 sản phẩm OCOP đạt từ 3 sao trở lên.",
            "2. Chỉ tiêu giao các huyện theo biểu dưới đây:",
            Table(
                [
                    ["TT", "Huyện", "Số sản phẩm mới", "Số sản phẩm đánh giá lại", "Tổng"],
                    ["1", "Đồng Văn", "8", "2", "10"],
                    ["2", "Mèo Vạc", "11", "3", "14"],
                    ["3", "Xín Mần", "7", "1", "8"],
                    ["", "Tổng cộng", "26", "6", "32"],
                ]
            ),
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nSùng Đại Lâm",
        ]
    ),
    "58/KH-UBND",
    "2023-01-20",
    "Hà Giang",
    Level.PROVINCE,
    Act.OTHER,
    counts=tuple(
        Claimed(Kind.TARGET, stars, count)
        for count in (26, 8, 11, 7, 32, 10, 14, 6, 2, 3, 1)
        for stars in ((), (3, 4, 5))
    ),
)

MINUTES = Truth(
    "minutes",
    lambda: docx(
        [
            Head(
                "UBND TỈNH HẬU GIANG\nHỘI ĐỒNG ĐÁNH GIÁ OCOP",
                "Số: 07/BB-HĐ",
                "Vị Thanh, ngày 17 tháng 5 năm 2023",
            ),
            Middle("BIÊN BẢN"),
            Middle("Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh đợt 1 năm 2023"),
            "Thời gian: 08 giờ 00 phút, ngày 17/5/2023.",
            "Hội đồng chấm 03 sản phẩm, kết quả bình quân của các thành viên như sau:",
            Table(
                [
                    ["Sản phẩm", "Chủ thể", "Điểm bình quân", "Dự kiến phân hạng"],
                    ["Trà mãng cầu Bảy Ngàn", "HTX Bảy Ngàn", "78,33", "4 sao"],
                    ["Chả cá thát lát Tầm Vu", "Công ty TNHH Tầm Vu", "81,67", "4 sao"],
                    ["Khóm Cầu Đúc sấy", "HTX Cầu Đúc Xanh", "66,00", "3 sao"],
                ]
            ),
            "Hội đồng thống nhất trình Chủ tịch UBND tỉnh xem xét, quyết định công nhận.",
            "THƯ KÝ\n\nHuỳnh Thị Liễu",
        ]
    ),
    "07/BB-HĐ",
    "2023-05-17",
    "Hậu Giang",
    Level.PROVINCE,
    Act.FORWARDS,
    (
        Line("Trà mãng cầu Bảy Ngàn", "HTX Bảy Ngàn", 4, 78.33, _SCORED),
        Line("Chả cá thát lát Tầm Vu", "Công ty TNHH Tầm Vu", 4, 81.67, _SCORED),
        Line("Khóm Cầu Đúc sấy", "HTX Cầu Đúc Xanh", 3, 66, _SCORED),
    ),
    counts=(Claimed(Kind.ASSESSED, (), 3), Claimed(Kind.ASSESSED, (3, 4, 5), 3)),
)

BOTH = Truth(
    "both-acts",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTHỊ XÃ GÒ CÔNG",
                "Số: 940/QĐ-UBND",
                "Gò Công, ngày 25 tháng 8 năm 2023",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc công nhận và thu hồi Giấy chứng nhận sản phẩm OCOP trên địa bàn thị xã"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ GÒ CÔNG"),
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 02 sản phẩm OCOP đạt 3 sao (Phụ lục I).",
            "Điều 2. Thu hồi Giấy chứng nhận của 01 sản phẩm OCOP 3 sao (Phụ lục II).",
            "Điều 3. Chánh Văn phòng HĐND và UBND thị xã chịu trách nhiệm thi hành.",
            "CHỦ TỊCH\n\nĐinh Tấn Phát",
            Middle("PHỤ LỤC I"),
            Middle("SẢN PHẨM ĐƯỢC CÔNG NHẬN"),
            Table(
                [
                    ["STT", "Tên sản phẩm", "Tên chủ thể", "Điểm", "Sao"],
                    ["1", "Mắm tôm chà Bà Hai Rỡ", "Cơ sở Bà Hai Rỡ", "65", "3"],
                    ["2", "Sơ ri sấy Long Hòa", "HTX Long Hòa", "60,5", "3"],
                ]
            ),
            Middle("PHỤ LỤC II"),
            Middle("SẢN PHẨM BỊ THU HỒI GIẤY CHỨNG NHẬN"),
            Table(
                [
                    ["STT", "Tên sản phẩm", "Tên chủ thể", "Sao"],
                    ["1", "Bánh giá chợ Giồng", "HKD Tư Thới", "3"],
                ]
            ),
        ]
    ),
    "940/QĐ-UBND",
    "2023-08-25",
    "Gò Công",
    Level.DISTRICT,
    Act.RECOGNISES,
    (
        Line("Mắm tôm chà Bà Hai Rỡ", "Cơ sở Bà Hai Rỡ", 3, 65),
        Line("Sơ ri sấy Long Hòa", "HTX Long Hòa", 3, 60.5),
        Line("Bánh giá chợ Giồng", "HKD Tư Thới", 3, None, _GONE),
    ),
)

OTHER_ACTS = (REVOKED, RENAMED, TAKING_PART, PLAN, MINUTES, BOTH)

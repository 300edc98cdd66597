# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""Recognitions whose products stand in tables of Word files and PDFs."""

from __future__ import annotations

from blind.make import Head, Middle, Table, docx, pdf
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

SHORT_TITLES = Truth(
    "short-titles",
    lambda: docx(
        [
            Head(
                "UBND TỈNH BẾN TRE\n-------",
                "Số: 2214 /QĐ-UBND",
                "Bến Tre, ngày 30 tháng 9 năm 2022",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc công nhận và cấp Giấy chứng nhận sản phẩm OCOP tỉnh Bến Tre, đợt 3/2022"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"),
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;",
            "Căn cứ Quyết định số 1048/QĐ-TTg ngày 21/8/2019 của Thủ tướng Chính phủ;",
            "Theo đề nghị của Giám đốc Sở Nông nghiệp và PTNT tại Tờ trình số 3180/TTr-SNN ngày 26/9/2022.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 05 sản phẩm (SP) OCOP đạt từ 3 sao trở lên năm 2022, gồm 02 SP 4 sao, 03 SP 3 sao (danh sách đính kèm).",
            "Điều 2. Giấy chứng nhận có giá trị 36 tháng kể từ ngày ký.",
            "Điều 3. Chánh Văn phòng UBND tỉnh và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi hành./.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nVõ Thanh Lam",
            Middle("DANH SÁCH"),
            Middle("(Kèm theo Quyết định số 2214/QĐ-UBND ngày 30/9/2022)"),
            Table(
                [
                    ["TT", "Tên SP", "CSSX", "Đ/c", "Đ.TB", "Hạng"],
                    [
                        "1",
                        "Kẹo dừa lá cẩm Bảy Lượm",
                        "DNTN Bảy Lượm",
                        "xã An Khánh, H. Châu Thành",
                        "82,5đ",
                        "04 sao",
                    ],
                    [
                        "2",
                        "Mật hoa dừa Cồn Ốc",
                        "Cty TNHH Cồn Ốc Xanh",
                        "xã Hưng Phong, H. Giồng Trôm",
                        "77",
                        "04 sao",
                    ],
                    [
                        "3",
                        "Khô cá lóc Út Mịn",
                        "HKD Út Mịn",
                        "TT Ba Tri, H. Ba Tri",
                        "68,75",
                        "03 sao",
                    ],
                    [
                        "4",
                        "Tôm khô đất Thạnh Phong",
                        "THT tôm rừng Thạnh Phong",
                        "xã Thạnh Phong, H. Thạnh Phú",
                        "61.2",
                        "03 sao",
                    ],
                    [
                        "5",
                        "Chôm chôm nhãn Phú Phụng",
                        "HTX NN Phú Phụng",
                        "xã Phú Phụng, H. Chợ Lách",
                        "59,00",
                        "03 sao",
                    ],
                ]
            ),
        ]
    ),
    "2214/QĐ-UBND",
    "2022-09-30",
    "Bến Tre",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Kẹo dừa lá cẩm Bảy Lượm", "DNTN Bảy Lượm", 4, 82.5),
        Line("Mật hoa dừa Cồn Ốc", "Cty TNHH Cồn Ốc Xanh", 4, 77),
        Line("Khô cá lóc Út Mịn", "HKD Út Mịn", 3, 68.75),
        Line("Tôm khô đất Thạnh Phong", "THT tôm rừng Thạnh Phong", 3, 61.2),
        Line("Chôm chôm nhãn Phú Phụng", "HTX NN Phú Phụng", 3, 59),
    ),
)

PRODUCER_ABOVE = Truth(
    "producer-above",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nHUYỆN ĐẦM HÀ",
                "Số: 1377/QĐ-UBND",
                "Đầm Hà, ngày 05 tháng 12 năm 2024",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP cấp huyện đợt 2 năm 2024"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN ĐẦM HÀ"),
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;",
            "Xét biên bản họp Hội đồng ngày 28/11/2024,",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Phê duyệt kết quả phân hạng 05 sản phẩm đạt 3 sao của 02 chủ thể trên địa bàn huyện (có phụ lục chi tiết kèm theo).",
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            "CHỦ TỊCH\n\nHoàng Vĩnh Khuyến",
            Middle("PHỤ LỤC"),
            Middle("Kết quả phân hạng (kèm theo Quyết định số 1377/QĐ-UBND ngày 05/12/2024)"),
            Table(
                [
                    ["Số TT", "Chủ thể/Sản phẩm", "Nhóm sản phẩm", "Tổng điểm", "Phân hạng"],
                    ["I", "Hợp tác xã Thủy sản Tân Bình", "", "", ""],
                    ["1", "Chả mực giã tay Tân Bình", "Thực phẩm", "66,4/100", "3 sao"],
                    ["2", "Ruốc hàu Tân Bình", "Thực phẩm", "63/100", "3 sao"],
                    ["3", "Nước mắm sá sùng Tân Bình", "Thực phẩm", "60,8/100", "3 sao"],
                    ["II", "Hộ kinh doanh Nông Thị Sen", "", "", ""],
                    ["1", "Trà lá tía tô Nông Sen", "Đồ uống", "58,1/100", "3 sao"],
                    ["2", "Rượu men lá Nông Sen", "Đồ uống", "55/100", "3 sao"],
                ]
            ),
        ]
    ),
    "1377/QĐ-UBND",
    "2024-12-05",
    "Đầm Hà",
    Level.DISTRICT,
    Act.RECOGNISES,
    (
        Line("Chả mực giã tay Tân Bình", "Hợp tác xã Thủy sản Tân Bình", 3, 66.4),
        Line("Ruốc hàu Tân Bình", "Hợp tác xã Thủy sản Tân Bình", 3, 63),
        Line("Nước mắm sá sùng Tân Bình", "Hợp tác xã Thủy sản Tân Bình", 3, 60.8),
        Line("Trà lá tía tô Nông Sen", "Hộ kinh doanh Nông Thị Sen", 3, 58.1),
        Line("Rượu men lá Nông Sen", "Hộ kinh doanh Nông Thị Sen", 3, 55),
    ),
)

COMMUNE = Truth(
    "commune",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nXÃ TRÀ LINH",
                "Số: 86/QĐ-UBND",
                "Trà Linh, ngày 14 tháng 10 năm 2025",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Công nhận kết quả đánh giá và cấp giấy chứng nhận sản phẩm OCOP hạng 3 sao trên địa bàn xã Trà Linh năm 2025"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TRÀ LINH"),
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
            "Theo đề nghị của Trưởng phòng Kinh tế xã.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 3 sản phẩm OCOP hạng ba sao cho các chủ thể sau:",
            Table(
                [
                    [
                        "Xếp loại",
                        "Sản phẩm OCOP",
                        "Điểm HĐ chấm",
                        "Tên đơn vị, hộ sản xuất",
                        "Thôn",
                        "STT",
                    ],
                    [
                        "3 sao",
                        "Sâm dây ngâm mật ong Măng Lùng",
                        "64,3 điểm",
                        "Hợp tác xã Măng Lùng",
                        "Thôn 2",
                        "01",
                    ],
                    [
                        "3 sao",
                        "Gạo đỏ nương Trà Linh",
                        "57,9 điểm",
                        "Tổ hợp tác gạo đỏ Trà Linh",
                        "Thôn 3",
                        "02",
                    ],
                    [
                        "3 sao",
                        "Tiêu rừng sấy khô Ông Krét",
                        "52 điểm",
                        "Hộ ông A Krét",
                        "Thôn 4",
                        "03",
                    ],
                ]
            ),
            "Điều 2. Thời hạn công nhận là ba năm.",
            "Điều 3. Các ông (bà) Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Kinh tế thi hành Quyết định này./.",
            "CHỦ TỊCH\n\nHồ Văn Ngút",
        ]
    ),
    "86/QĐ-UBND",
    "2025-10-14",
    "Trà Linh",
    Level.COMMUNE,
    Act.RECOGNISES,
    (
        Line("Sâm dây ngâm mật ong Măng Lùng", "Hợp tác xã Măng Lùng", 3, 64.3),
        Line("Gạo đỏ nương Trà Linh", "Tổ hợp tác gạo đỏ Trà Linh", 3, 57.9),
        Line("Tiêu rừng sấy khô Ông Krét", "Hộ ông A Krét", 3, 52),
    ),
)

OLD_RULES = Truth(
    "old-rules",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA",
                "Số: 3345/QĐ-UBND",
                "Sơn La, ngày 31 tháng 12 năm 2019",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc công bố sản phẩm đạt hạng sao Chương trình mỗi xã một sản phẩm năm 2019"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA"),
            "Căn cứ Quyết định số 490/QĐ-TTg ngày 07/5/2018 của Thủ tướng Chính phủ phê duyệt Chương trình OCOP;",
            "Xét đề nghị của Chi cục Phát triển nông thôn,",
            Middle("QUYẾT ĐỊNH"),
            "Điều 1. Công bố 04 sản phẩm tiêu biểu đạt hạng sao năm 2019, trong đó: 01 sản phẩm 4 sao; 03 sản phẩm 3 sao (có biểu kèm theo).",
            "Điều 2. Giao Sở Nông nghiệp và Phát triển nông thôn công bố rộng rãi.",
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Minh Hải",
            "Biểu số 01",
            Middle("BIỂU TỔNG HỢP SẢN PHẨM ĐẠT HẠNG SAO"),
            Table(
                [
                    [
                        "STT",
                        "Tên sản phẩm",
                        "Tên tổ chức kinh tế",
                        "Huyện, thành phố",
                        "Kết quả chấm",
                        None,
                        "Đạt sao",
                    ],
                    [None, None, None, None, "Cấp huyện", "Cấp tỉnh", None],
                    ["A", "NHÓM THỰC PHẨM", "", "", "", "", ""],
                    [
                        "1",
                        "Thịt trâu gác bếp Bản Mòng",
                        "HTX Bản Mòng",
                        "Thành phố Sơn La",
                        "71",
                        "66",
                        "Ba sao",
                    ],
                    [
                        "2",
                        "Xoài tròn Chiềng Sàng",
                        "HTX Chiềng Sàng Xanh",
                        "Yên Châu",
                        "80",
                        "78,5",
                        "Bốn sao",
                    ],
                    ["B", "NHÓM ĐỒ UỐNG", "", "", "", "", ""],
                    ["3", "Chè dây Pa Khôm", "Tổ hợp tác Pa Khôm", "Vân Hồ", "64", "58", "Ba sao"],
                    [
                        "4",
                        "Cà phê Arabica Phiêng Cằm",
                        "Công ty CP Phiêng Cằm",
                        "Mai Sơn",
                        "70",
                        "67",
                        "Ba sao",
                    ],
                ]
            ),
        ]
    ),
    "3345/QĐ-UBND",
    "2019-12-31",
    "Sơn La",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Thịt trâu gác bếp Bản Mòng", "HTX Bản Mòng", 3, 66),
        Line("Xoài tròn Chiềng Sàng", "HTX Chiềng Sàng Xanh", 4, 78.5),
        Line("Chè dây Pa Khôm", "Tổ hợp tác Pa Khôm", 3, 58),
        Line("Cà phê Arabica Phiêng Cằm", "Công ty CP Phiêng Cằm", 3, 67),
    ),
)

DESCRIBED = Truth(
    "described",
    lambda: pdf(
        (
            Head(
                "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ",
                "Số: 902/QĐ-UBND",
                "Cần Thơ, ngày 18 tháng 4 năm 2023",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Về việc công nhận sản phẩm đạt OCOP 4 sao thành phố Cần Thơ năm 2022"),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ"),
            "Căn cứ Quyết định số 919/QĐ-TTg ngày 01 tháng 8 năm 2022 của Thủ tướng Chính phủ;",
            "Theo đề nghị của Giám đốc Sở Nông nghiệp và Phát triển nông thôn.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 04 sản phẩm đạt OCOP 4 sao (Phụ lục đính kèm).",
            "Điều 2. Quyết định có hiệu lực từ ngày ký và có giá trị 36 tháng.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Hữu Tấn",
            Middle("PHỤ LỤC SẢN PHẨM ĐẠT OCOP 4 SAO"),
            Table(
                (
                    ("Stt", "Chủ thể", "Sản phẩm (mô tả)", "Kết quả"),
                    (
                        "1",
                        "Công ty TNHH Vườn Cái Khế, quận Ninh Kiều",
                        "Mứt dâu hạ châu (hộp giấy 250 g, hạn dùng 6 tháng)",
                        "4 sao",
                    ),
                    (
                        "2",
                        "Hợp tác xã Sen Ô Môn, quận Ô Môn",
                        "Trà tim sen (túi lọc, 20 gói/hộp)",
                        "4 sao",
                    ),
                    ("3", None, "Hạt sen sấy giòn (lon 100 g)", "4 sao"),
                    (
                        "4",
                        "Cơ sở Sáu Hiệp, huyện Phong Điền",
                        "Bánh hỏi khô nhiều màu (màu lá dứa, gấc, nghệ)",
                        "4 sao",
                    ),
                )
            ),
        )
    ),
    "902/QĐ-UBND",
    "2023-04-18",
    "Cần Thơ",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Mứt dâu hạ châu (hộp giấy 250 g, hạn dùng 6 tháng)", "Công ty TNHH Vườn Cái Khế", 4),
        Line("Trà tim sen (túi lọc, 20 gói/hộp)", "Hợp tác xã Sen Ô Môn", 4),
        Line("Hạt sen sấy giòn (lon 100 g)", "Hợp tác xã Sen Ô Môn", 4),
        Line("Bánh hỏi khô nhiều màu (màu lá dứa, gấc, nghệ)", "Cơ sở Sáu Hiệp", 4),
    ),
    needs="soffice",
)

ASSESSED_AGAIN = Truth(
    "assessed-again",
    lambda: pdf(
        (
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH LẠNG SƠN",
                "Số: 1650/QĐ-UBND",
                "Lạng Sơn, ngày 09 tháng 11 năm 2023",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Phê duyệt kết quả đánh giá lại sản phẩm OCOP hết hạn giấy chứng nhận trên địa bàn tỉnh Lạng Sơn"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"),
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Phê duyệt kết quả đánh giá lại đối với 04 sản phẩm OCOP tại biểu kèm theo.",
            "Điều 2. Cấp Giấy chứng nhận cho các chủ thể có sản phẩm được công nhận lại, có thời hạn 36 tháng.",
            "CHỦ TỊCH\n\nDương Văn Thoại",
            Middle("BIỂU KẾT QUẢ ĐÁNH GIÁ LẠI"),
            Table(
                (
                    (
                        "STT",
                        "Sản phẩm",
                        "Chủ thể",
                        "Hạng sao đã được công nhận",
                        "Điểm đánh giá lại",
                        "Hạng sao đánh giá lại",
                        "Ghi chú",
                    ),
                    (
                        "1",
                        "Hồng vành khuyên sấy Na Sầm",
                        "HTX Na Sầm",
                        "3 sao",
                        "72,5",
                        "4 sao",
                        "Nâng hạng",
                    ),
                    (
                        "2",
                        "Cao khô Bình Gia",
                        "Hộ kinh doanh Lý Thị Mẩy",
                        "3 sao",
                        "61",
                        "3 sao",
                        "Giữ hạng",
                    ),
                    (
                        "3",
                        "Thạch đen Tràng Phái",
                        "Công ty TNHH Tràng Phái",
                        "4 sao",
                        "83,2",
                        "4 sao",
                        "Giữ hạng",
                    ),
                    (
                        "4",
                        "Mật ong bạc hà Khuôn Lài",
                        "HTX Khuôn Lài",
                        "3 sao",
                        "64,7",
                        "3 sao",
                        "Giữ hạng",
                    ),
                )
            ),
        )
    ),
    "1650/QĐ-UBND",
    "2023-11-09",
    "Lạng Sơn",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Hồng vành khuyên sấy Na Sầm", "HTX Na Sầm", 4, 72.5, (Kind.UPGRADED,)),
        Line("Cao khô Bình Gia", "Hộ kinh doanh Lý Thị Mẩy", 3, 61, (Kind.RE_RECOGNISED,)),
        Line("Thạch đen Tràng Phái", "Công ty TNHH Tràng Phái", 4, 83.2, (Kind.RE_RECOGNISED,)),
        Line("Mật ong bạc hà Khuôn Lài", "HTX Khuôn Lài", 3, 64.7, (Kind.RE_RECOGNISED,)),
    ),
    counts=(Claimed(Kind.RE_RECOGNISED, (3, 4, 5), 4),),  # as Article 1 tells it
    needs="soffice",
)

TABLES = (SHORT_TITLES, PRODUCER_ABOVE, COMMUNE, OLD_RULES, DESCRIBED, ASSESSED_AGAIN)

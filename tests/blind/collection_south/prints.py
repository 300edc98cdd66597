# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""PDFs with a text layer of southern and central clerks."""

from __future__ import annotations

from blind.make import Head, Middle, Table
from blind.truth import Claimed, Line, Truth
from blind.typeset import BREAK, typeset
from extract.model import Act, Kind, Level

_GONE = (Kind.WITHDRAWN,)
_FAILED = (Kind.ASSESSED, Kind.REGISTERED)
_SENT_UP = (Kind.PROPOSED, Kind.ASSESSED)
_NEEDS = "fc-match"

TWO_ANNEXES = Truth(
    "south-two-annexes",
    lambda: typeset(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG",
                "Số: 1730/QĐ-UBND",
                "An Giang, ngày 21 tháng 11 năm 2025",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP tỉnh An Giang đợt 2 năm 2025"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN GIANG"),
            "Căn cứ Quyết định số 1489/QĐ-TTg ngày 06 tháng 7 năm 2025 của Thủ tướng Chính phủ;",
            "Theo Báo cáo kết quả đánh giá 07 sản phẩm của Hội đồng OCOP tỉnh ngày 14 tháng 11 năm 2025.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 05 sản phẩm đạt hạng sao OCOP theo Phụ lục I.",
            "Điều 2. Không công nhận 02 sản phẩm có kết quả dưới 50 điểm theo Phụ lục II; chủ thể được hoàn thiện hồ sơ để tham gia đợt sau.",
            "Điều 3. Chánh Văn phòng UBND tỉnh và thủ trưởng các đơn vị có liên quan thi hành Quyết định này.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrịnh Công Hậu",
            BREAK,
            Middle("PHỤ LỤC I"),
            Middle("SẢN PHẨM ĐƯỢC CÔNG NHẬN"),
            Table(
                [
                    ["STT", "Tên sản phẩm", "Hạng", "Tổng điểm", "Tên chủ thể", "Địa chỉ"],
                    [
                        "1",
                        "Đường thốt nốt viên Tà Đảnh",
                        "★★★★",
                        "82,7",
                        "HTX thốt nốt Néang Sóc",
                        "Ấp An Hòa, xã Tri Tôn",
                    ],
                    [
                        "2",
                        "Khô cá tra phồng Chín Hảo",
                        "★★★★",
                        "75,0",
                        "Hộ kinh doanh Chín Hảo",
                        "Khóm Châu Long, phường Châu Đốc",
                    ],
                    [
                        "3",
                        "Tiêu đen Phú Quốc Gành Dầu",
                        "★★★",
                        "66,4",
                        "Công ty TNHH Tiêu Gành Dầu",
                        "Khu phố Gành Dầu, đặc khu Phú Quốc",
                    ],
                    [
                        "4",
                        "Sim rừng ngâm mật ong",
                        "★★★",
                        "57,3",
                        "Công ty TNHH Tiêu Gành Dầu",
                        "Khu phố Gành Dầu, đặc khu Phú Quốc",
                    ],
                    [
                        "5",
                        "Mắm ruột cá lóc Giồng Riềng",
                        "★★★",
                        "61,1",
                        "Cơ sở mắm Sáu Rớt",
                        "Ấp Vĩnh Lợi, xã Giồng Riềng",
                    ],
                ]
            ),
            BREAK,
            Middle("PHỤ LỤC II"),
            Middle("SẢN PHẨM CHƯA ĐẠT, KHÔNG CÔNG NHẬN"),
            Table(
                [
                    ["STT", "Tên sản phẩm", "Tổng điểm", "Tên chủ thể", "Lý do"],
                    [
                        "1",
                        "Bánh phồng nếp Kiến Thành",
                        "46,5",
                        "Hộ kinh doanh Võ Thị Lánh",
                        "Thiếu phiếu kiểm nghiệm",
                    ],
                    [
                        "2",
                        "Lụa Tân Châu Bảy Nhiễu",
                        "41,2",
                        "Cơ sở dệt Bảy Nhiễu",
                        "Bao bì chưa đạt, chưa có mã truy xuất",
                    ],
                ]
            ),
        ],
        [(30, 115, 55, 50, 115, 130), (30, 130, 60, 130, 140)],
    ),
    "1730/QĐ-UBND",
    "2025-11-21",
    "An Giang",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Đường thốt nốt viên Tà Đảnh", "HTX thốt nốt Néang Sóc", 4, 82.7),
        Line("Khô cá tra phồng Chín Hảo", "Hộ kinh doanh Chín Hảo", 4, 75),
        Line("Tiêu đen Phú Quốc Gành Dầu", "Công ty TNHH Tiêu Gành Dầu", 3, 66.4),
        Line("Sim rừng ngâm mật ong", "Công ty TNHH Tiêu Gành Dầu", 3, 57.3),
        Line("Mắm ruột cá lóc Giồng Riềng", "Cơ sở mắm Sáu Rớt", 3, 61.1),
        Line("Bánh phồng nếp Kiến Thành", "Hộ kinh doanh Võ Thị Lánh", None, 46.5, _FAILED),
        Line("Lụa Tân Châu Bảy Nhiễu", "Cơ sở dệt Bảy Nhiễu", None, 41.2, _FAILED),
    ),
    counts=(
        Claimed(Kind.ASSESSED, (3, 4, 5), 7),  # what the council scored, as the basis tells
        Claimed(Kind.ASSESSED, (1, 2), 2),
    ),
    needs=_NEEDS,
)

OTHER_ORDER = Truth(
    "south-other-order",
    lambda: typeset(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH TIỀN GIANG",
                "Số: 2917/QĐ-UBND",
                "Tiền Giang, ngày 28 tháng 10 năm 2021",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Về việc phân hạng và công nhận sản phẩm OCOP tỉnh Tiền Giang, đợt 1 năm 2021"),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG"),
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 04 sản phẩm đạt hạng ba sao, 02 sản phẩm đạt hạng bốn sao cho các chủ thể có tên trong danh sách kèm theo.",
            "Điều 2. Đề nghị Trung ương đánh giá, phân hạng 01 sản phẩm tiềm năng năm sao.",
            "Điều 3. Sở Nông nghiệp và Phát triển nông thôn hoàn tất hồ sơ trình Bộ.",
            "CHỦ TỊCH\n\nPhan Văn Thuấn",
            BREAK,
            Middle("DANH SÁCH KẾT QUẢ PHÂN HẠNG"),
            Table(
                [
                    ["Hạng sao", "Số TT", "Sản phẩm OCOP", "Đơn vị sản xuất", "Điểm"],
                    [
                        "Tiềm năng năm sao",
                        "1",
                        "Mãng cầu xiêm sấy lạnh Tân Phú Đông",
                        "Công ty cổ phần Trái cây Cửa Tiểu",
                        "92,3",
                    ],
                    [
                        "Bốn sao",
                        "2",
                        "Gạo nàng hoa Gò Công Tây",
                        "HTX lúa gạo Bình Nhì",
                        "79,9",
                    ],
                    [
                        "Bốn sao",
                        "3",
                        "Thanh long ruột đỏ Chợ Gạo",
                        "HTX thanh long Mỹ Tịnh",
                        "73",
                    ],
                    ["Ba sao", "4", "Hủ tiếu khô Mỹ Tho", "Cơ sở Tư Hườn", "68,2"],
                    ["Ba sao", "5", "Bánh vá Gò Công", "HKD Lê Thị Đẹp", "51,6"],
                    ["Ba sao", "6", "Xoài cát sấy muối ớt", "HTX Hòa Lộc Xanh", "63,5"],
                    ["Ba sao", "7", "Ca cao bột Chợ Gạo", "HTX ca cao Bình Ninh", "66,7"],
                ]
            ),
            "Danh sách có 07 sản phẩm của 07 đơn vị.",
        ],
        [(75, 40, 165, 165, 50)],
    ),
    "2917/QĐ-UBND",
    "2021-10-28",
    "Tiền Giang",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line(
            "Mãng cầu xiêm sấy lạnh Tân Phú Đông",
            "Công ty cổ phần Trái cây Cửa Tiểu",
            5,
            92.3,
            _SENT_UP,
        ),
        Line("Gạo nàng hoa Gò Công Tây", "HTX lúa gạo Bình Nhì", 4, 79.9),
        Line("Thanh long ruột đỏ Chợ Gạo", "HTX thanh long Mỹ Tịnh", 4, 73),
        Line("Hủ tiếu khô Mỹ Tho", "Cơ sở Tư Hườn", 3, 68.2),
        Line("Bánh vá Gò Công", "HKD Lê Thị Đẹp", 3, 51.6),
        Line("Xoài cát sấy muối ớt", "HTX Hòa Lộc Xanh", 3, 63.5),
        Line("Ca cao bột Chợ Gạo", "HTX ca cao Bình Ninh", 3, 66.7),
    ),
    counts=(Claimed(Kind.ASSESSED, (3, 4, 5), 7),),  # the whole list
    needs=_NEEDS,
)

STRUCK_OFF = Truth(
    "south-struck-off",
    lambda: typeset(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG",
                "Số: 2085/QĐ-UBND",
                "Kiên Giang, ngày 08 tháng 8 năm 2024",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Về việc thu hồi Giấy chứng nhận sản phẩm OCOP"),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG"),
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023 của Thủ tướng Chính phủ;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Thu hồi Giấy chứng nhận đã cấp cho 05 sản phẩm, gồm 03 sản phẩm 3 sao và 02 sản phẩm 4 sao, theo danh sách dưới đây:",
            Table(
                [
                    ["TT", "Quyết định công nhận", "Tên chủ thể", "Tên sản phẩm", "Sao"],
                    ["I. Hết thời hạn 36 tháng, chủ thể không đánh giá lại"],
                    [
                        "1",
                        "1402/QĐ-UBND ngày 10/6/2021",
                        "HTX dịch vụ U Minh Thượng",
                        "Cá bổi khô U Minh Thượng",
                        "3",
                    ],
                    [
                        "2",
                        "1402/QĐ-UBND ngày 10/6/2021",
                        "HTX dịch vụ U Minh Thượng",
                        "Chuối xiêm ép khô U Minh Thượng",
                        "3",
                    ],
                    [
                        "3",
                        "1402/QĐ-UBND ngày 10/6/2021",
                        "DNTN Hòn Tre Biển",
                        "Khô cá xương xanh Hòn Tre",
                        "4",
                    ],
                    ["II. Vi phạm quy định về an toàn thực phẩm"],
                    [
                        "4",
                        "2875/QĐ-UBND ngày 30/11/2022",
                        "Hộ kinh doanh Lâm Văn Phước",
                        "Tương hột Rạch Sỏi",
                        "3",
                    ],
                    [
                        "5",
                        "2875/QĐ-UBND ngày 30/11/2022",
                        "Công ty TNHH Nước mắm Cửa Cạn",
                        "Nước mắm Cửa Cạn 43 độ đạm",
                        "4",
                    ],
                ]
            ),
            "Điều 2. Chủ thể nộp lại bản gốc Giấy chứng nhận trong 10 ngày làm việc.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nGiang Thanh Tùng",
        ],
        [(30, 120, 145, 160, 40)],
    ),
    "2085/QĐ-UBND",
    "2024-08-08",
    "Kiên Giang",
    Level.PROVINCE,
    Act.REVOKES,
    (
        Line("Cá bổi khô U Minh Thượng", "HTX dịch vụ U Minh Thượng", 3, None, _GONE),
        Line("Chuối xiêm ép khô U Minh Thượng", "HTX dịch vụ U Minh Thượng", 3, None, _GONE),
        Line("Khô cá xương xanh Hòn Tre", "DNTN Hòn Tre Biển", 4, None, _GONE),
        Line("Tương hột Rạch Sỏi", "Hộ kinh doanh Lâm Văn Phước", 3, None, _GONE),
        Line("Nước mắm Cửa Cạn 43 độ đạm", "Công ty TNHH Nước mắm Cửa Cạn", 4, None, _GONE),
    ),
    needs=_NEEDS,
)

_STOCK = (
    ("Lâm Đồng (cũ)", (300, 80, 2), 382),
    ("Bình Thuận (cũ)", (120, 17, 1), 138),
    ("Đắk Nông (cũ)", (110, 24, 1), 135),
    ("Toàn tỉnh", (530, 121, 4), 655),
)

REPORT = Truth(
    "south-report",
    lambda: typeset(
        [
            Head(
                "UBND TỈNH LÂM ĐỒNG\nSỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
                "Số: 318/BC-SNNMT",
                "Lâm Đồng, ngày 05 tháng 11 năm 2025",
            ),
            Middle("BÁO CÁO"),
            Middle("Tình hình thực hiện Chương trình OCOP 10 tháng năm 2025"),
            "1. Từ đầu năm đến nay, UBND tỉnh đã công nhận mới 61 sản phẩm và thu hồi giấy chứng nhận của 09 sản phẩm.",
            "2. Tính đến ngày 31/10/2025, toàn tỉnh có 655 sản phẩm OCOP còn hiệu lực, trong đó 530 sản phẩm 3 sao, 121 sản phẩm 4 sao và 04 sản phẩm 5 sao, chia theo khu vực như sau:",
            Table(
                [
                    ["STT", "Khu vực", "3 sao", "4 sao", "5 sao", "Tổng số"],
                    *(
                        [str(row) if row < 4 else "", area, *map(str, parts), str(whole)]
                        for row, (area, parts, whole) in enumerate(_STOCK, 1)
                    ),
                ]
            ),
            "3. Khó khăn: nhiều chủ thể nhỏ, bao bì chưa hấp dẫn; 14 chủ thể ngừng sản xuất.",
            "GIÁM ĐỐC\n\nHoàng Sỹ Nguyên",
        ],
        [(35, 160, 70, 70, 70, 80)],
    ),
    "318/BC-SNNMT",
    "2025-11-05",
    "Lâm Đồng",
    Level.PROVINCE,
    Act.OTHER,
    counts=(
        Claimed(Kind.NEW, (3, 4, 5), 61),
        Claimed(Kind.WITHDRAWN, (3, 4, 5), 9),
        *(
            Claimed(kind, stars, count)
            for kind in (Kind.IN_FORCE, Kind.CUMULATIVE)
            for _, parts, whole in _STOCK
            for stars, count in (*zip(((3,), (4,), (5,)), parts, strict=True), ((3, 4, 5), whole))
        ),
    ),
    needs=_NEEDS,
)

PRINTS = (TWO_ANNEXES, OTHER_ORDER, STRUCK_OFF, REPORT)

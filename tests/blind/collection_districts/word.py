# ruff: noqa: E501 (a paragraph of a paper, and a row of a table, stand on one line)
"""Word files of clerks of districts and towns."""

from __future__ import annotations

from blind.collection_districts.rows import across, cells
from blind.make import Head, Middle, Table, docx
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

_STANDS = (Kind.IN_FORCE,)
_AGAIN = (Kind.RE_RECOGNISED,)
_SCORED = (Kind.ASSESSED, Kind.PROPOSED)
_FAILED = (Kind.ASSESSED, Kind.REGISTERED)

OWNER_ABOVE = Truth(
    "districts-owner-above",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ PHỔ YÊN",
                "Số: 7214/QĐ-UBND",
                "Phổ Yên, ngày 28 tháng 11 năm 2023",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận sản phẩm OCOP thành phố Phổ Yên năm 2023"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ PHỔ YÊN"),
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;",
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023 của Thủ tướng Chính phủ;",
            "Xét đề nghị của Trưởng phòng Kinh tế thành phố tại Tờ trình số 512/TTr-PKT ngày 24 tháng 11 năm 2023.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 08 sản phẩm của 04 chủ thể đạt sản phẩm OCOP hạng 3 sao (có biểu kèm theo), nâng tổng số sản phẩm OCOP trên địa bàn thành phố lên 37 sản phẩm.",
            "Điều 2. Kết quả công nhận có giá trị 36 tháng kể từ ngày ký Quyết định này.",
            "Điều 3. Chánh Văn phòng HĐND và UBND, Trưởng phòng Kinh tế, Chủ tịch UBND các xã, phường và các chủ thể có tên trong biểu căn cứ Quyết định thi hành./.",
            "Nơi nhận:\n- Như Điều 3;\n- Sở NN&PTNT (b/c);\n- Lưu: VT, KT.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nDương Quang Hiển",
            Middle("BIỂU TỔNG HỢP KẾT QUẢ PHÂN HẠNG SẢN PHẨM OCOP NĂM 2023"),
            "(Kèm theo Quyết định số 7214/QĐ-UBND ngày 28/11/2023 của UBND thành phố Phổ Yên)",
            Table(
                cells(
                    """
                    STT|Chủ thể/Tên sản phẩm|Ngành hàng|Điểm TB|Phân hạng
                    I. Hợp tác xã chè Khe Đanh - Xóm Khe Đanh, xã Phúc Thuận
                    1|Chè nõn tôm Khe Đanh|Đồ uống|68,75|3 sao
                    2|Chè đinh Khe Đanh|Đồ uống|69,50|3 sao
                    3|Trà ướp sen Khe Đanh|Đồ uống|63,00|3 sao
                    II. Công ty TNHH Nông sản Tiến Phát Xanh - Tổ dân phố Giếng, phường Hồng Tiến
                    1|Miến dong sợi rút Tiến Phát|Thực phẩm|57,25|3 sao
                    2|Gạo nếp vải Hồng Tiến|Thực phẩm|61,50|3 sao
                    III. Hộ kinh doanh Tạ Thị Nhàn - Tổ dân phố 3, phường Ba Hàng
                    1|Tương nếp bà Nhàn|Thực phẩm|55,00|3 sao
                    IV. Tổ hợp tác nuôi ong Thành Công - Xóm Bìa, xã Thành Công
                    1|Mật ong hoa keo Thành Công|Thực phẩm|52,50|3 sao
                    2|Phấn hoa sấy lạnh Thành Công|Thực phẩm|50,25|3 sao
                    |Tổng số: 08 sản phẩm|||
                    """
                )
            ),
        ]
    ),
    "7214/QĐ-UBND",
    "2023-11-28",
    "Phổ Yên",
    Level.DISTRICT,
    Act.RECOGNISES,
    (
        Line("Chè nõn tôm Khe Đanh", "Hợp tác xã chè Khe Đanh", 3, 68.75),
        Line("Chè đinh Khe Đanh", "Hợp tác xã chè Khe Đanh", 3, 69.5),
        Line("Trà ướp sen Khe Đanh", "Hợp tác xã chè Khe Đanh", 3, 63),
        Line("Miến dong sợi rút Tiến Phát", "Công ty TNHH Nông sản Tiến Phát Xanh", 3, 57.25),
        Line("Gạo nếp vải Hồng Tiến", "Công ty TNHH Nông sản Tiến Phát Xanh", 3, 61.5),
        Line("Tương nếp bà Nhàn", "Hộ kinh doanh Tạ Thị Nhàn", 3, 55),
        Line("Mật ong hoa keo Thành Công", "Tổ hợp tác nuôi ong Thành Công", 3, 52.5),
        Line("Phấn hoa sấy lạnh Thành Công", "Tổ hợp tác nuôi ong Thành Công", 3, 50.25),
    ),
    counts=(Claimed(Kind.CUMULATIVE, (3, 4, 5), 37),),
)

_OLD = "742/QĐ-UBND-HC ngày 06/5/2022"

AGAIN = Truth(
    "districts-again",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ SA ĐÉC",
                "Số: 388/QĐ-UBND-HC",
                "Sa Đéc, ngày 29 tháng 4 năm 2025",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc công nhận lại sản phẩm OCOP hạng 3 sao thành phố Sa Đéc, đợt 1 năm 2025"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ"),
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ ban hành Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm;",
            f"Căn cứ Quyết định số {_OLD} của UBND Tỉnh về việc công nhận sản phẩm OCOP năm 2021;",
            "Theo đề nghị của Trưởng phòng Kinh tế.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận lại 07 sản phẩm OCOP đạt hạng 3 sao của 04 chủ thể, danh sách đính kèm.",
            "Điều 2. 04 sản phẩm hết hạn mà chủ thể không đề nghị đánh giá lại thì không được tiếp tục in biểu trưng OCOP trên bao bì.",
            "Điều 3. Quyết định có hiệu lực từ ngày ký.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nVõ Thanh Tùng Em",
            Middle("DANH SÁCH"),
            Middle("SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN LẠI ĐỢT 1 NĂM 2025"),
            Table(
                cells(
                    f"""
                    STT|Chủ thể|Địa chỉ|Tên sản phẩm|Quyết định công nhận lần đầu|Điểm lần đầu|Điểm đánh giá lại|Hạng sao
                    1|Công ty TNHH Bột gạo Tám Lành|Ấp Phú Thuận, xã Tân Phú Đông|Bột gạo lọc Tám Lành|{_OLD}|58,4|66,2|3 sao
                    2|^|^|Hủ tiếu khô Tám Lành|{_OLD}|61|68,5|3 sao
                    3|^|^|Bánh lọt khô Tám Lành|{_OLD}|57|60,75|3 sao
                    4|Hộ kinh doanh Lý Kim Phụng|Khóm 2, phường 1|Nem chua lá vông Kim Phụng|{_OLD}|63,2|59,8|3 sao
                    5|Hợp tác xã Hoa kiểng Rạch Cái Bè|Khóm Sa Nhiên, phường Tân Quy Đông|Hoa hồng chậu Rạch Cái Bè|{_OLD}|55,5|64|3 sao
                    6|^|^|Tinh dầu hoa hồng Rạch Cái Bè|{_OLD}|52|56,25|3 sao
                    7|Cơ sở Bánh phồng tôm Út Hóa|Khóm 4, phường 2|Bánh phồng tôm Út Hóa|{_OLD}|66|67|3 sao
                    """
                )
            ),
            "Danh sách gồm 07 sản phẩm./.",
        ]
    ),
    "388/QĐ-UBND-HC",
    "2025-04-29",
    "Sa Đéc",
    Level.DISTRICT,
    Act.RECOGNISES,
    (
        Line("Bột gạo lọc Tám Lành", "Công ty TNHH Bột gạo Tám Lành", 3, 66.2, _AGAIN),
        Line("Hủ tiếu khô Tám Lành", "Công ty TNHH Bột gạo Tám Lành", 3, 68.5, _AGAIN),
        Line("Bánh lọt khô Tám Lành", "Công ty TNHH Bột gạo Tám Lành", 3, 60.75, _AGAIN),
        Line("Nem chua lá vông Kim Phụng", "Hộ kinh doanh Lý Kim Phụng", 3, 59.8, _AGAIN),
        Line("Hoa hồng chậu Rạch Cái Bè", "Hợp tác xã Hoa kiểng Rạch Cái Bè", 3, 64, _AGAIN),
        Line("Tinh dầu hoa hồng Rạch Cái Bè", "Hợp tác xã Hoa kiểng Rạch Cái Bè", 3, 56.25, _AGAIN),
        Line("Bánh phồng tôm Út Hóa", "Cơ sở Bánh phồng tôm Út Hóa", 3, 67, _AGAIN),
    ),
    counts=(Claimed(Kind.EXPIRED, (3, 4, 5), 4),),
)

SIDE_BY_SIDE = Truth(
    "districts-side-by-side",
    lambda: across(
        docx(
            [
                Head(
                    "ỦY BAN NHÂN DÂN\nHUYỆN KRÔNG PẮC",
                    "Số: 3095/QĐ-UBND",
                    "Krông Pắc, ngày 03 tháng 12 năm 2024",
                ),
                Middle("QUYẾT ĐỊNH"),
                Middle(
                    "Sửa đổi một số nội dung tại Phụ lục Quyết định số 2711/QĐ-UBND ngày 30/10/2024 của Chủ tịch UBND huyện"
                ),
                Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN"),
                "Căn cứ Quyết định số 2711/QĐ-UBND ngày 30/10/2024 của Chủ tịch UBND huyện công nhận 12 sản phẩm OCOP đạt hạng 3 sao năm 2024;",
                "Xét Tờ trình số 188/TTr-NNPTNT ngày 28/11/2024 của Phòng Nông nghiệp và PTNT.",
                Middle("QUYẾT ĐỊNH:"),
                "Điều 1. Sửa đổi thông tin của 04 sản phẩm như sau:",
                Table(
                    cells(
                        """
                    TT|Nội dung đã ban hành|||Nội dung sửa đổi|||Hạng sao
                    ^|Tên sản phẩm|Chủ thể|Điểm|Tên sản phẩm|Chủ thể|Điểm|^
                    1|Sầu riêng Ea Yông|HTX Sầu riêng Phước Tín|64,5|Sầu riêng cấp đông Ea Yông|Giữ nguyên|Giữ nguyên|3 sao
                    2|Cà phê bột Buôn Jung|Hộ Y Thuyên Niê|61,0|Giữ nguyên|Công ty TNHH MTV Cà phê Y Thuyên|Giữ nguyên|3 sao
                    3|Ca cao nguyên chất Ea Kly|HTX Ca cao Ea Kly|56,5|Giữ nguyên|Giữ nguyên|65,5|3 sao
                    4|Khoai lang sấy|Cơ sở Thanh Hằng|58,0|Khoai lang Nhật sấy dẻo Ea Kênh|Hộ kinh doanh Nguyễn Thanh Hằng|Giữ nguyên|3 sao
                    """
                    )
                ),
                "Điều 2. Quyết định này là bộ phận không tách rời của Quyết định số 2711/QĐ-UBND; các nội dung khác không thay đổi.",
                "Điều 3. Các ông (bà): Chánh Văn phòng HĐND-UBND huyện, Trưởng phòng Nông nghiệp và PTNT và các chủ thể liên quan thi hành.",
                "CHỦ TỊCH\n\nLê Đắc Thịnh",
            ]
        ),
        (1, 3),
        (4, 6),
    ),
    "3095/QĐ-UBND",
    "2024-12-03",
    "Krông Pắc",
    Level.DISTRICT,
    Act.AMENDS,
    (
        Line("Sầu riêng cấp đông Ea Yông", "HTX Sầu riêng Phước Tín", 3, 64.5, _STANDS),
        Line("Cà phê bột Buôn Jung", "Công ty TNHH MTV Cà phê Y Thuyên", 3, 61, _STANDS),
        Line("Ca cao nguyên chất Ea Kly", "HTX Ca cao Ea Kly", 3, 65.5, _STANDS),
        Line("Khoai lang Nhật sấy dẻo Ea Kênh", "Hộ kinh doanh Nguyễn Thanh Hằng", 3, 58, _STANDS),
    ),
    counts=(Claimed(Kind.NEW, (3,), 12),),  # what the amended decision gave
)

MINUTES = Truth(
    "districts-minutes",
    lambda: docx(
        [
            Head(
                "UBND HUYỆN TAM ĐẢO\nHỘI ĐỒNG ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP",
                "Số: 04/BB-HĐĐG",
                "Tam Đảo, ngày 22 tháng 10 năm 2024",
            ),
            Middle("BIÊN BẢN"),
            Middle("Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp huyện, đợt 2 năm 2024"),
            "I. THỜI GIAN, ĐỊA ĐIỂM: 08 giờ 00, ngày 22/10/2024, tại Hội trường tầng 3 UBND huyện.",
            "II. THÀNH PHẦN: 11/13 thành viên Hội đồng; vắng 02 (có lý do). Chủ trì: ông Trần Hữu Khiêm, Phó Chủ tịch UBND huyện. Thư ký: bà Lưu Thị Hoa.",
            "III. KẾT QUẢ: Hội đồng đã chấm điểm 07 sản phẩm tham gia đánh giá, kết quả cụ thể:",
            Table(
                cells(
                    """
                    STT|Tên sản phẩm|Tên chủ thể|Điểm bình quân|Kết luận của Hội đồng
                    1|Trà hoa vàng túi lọc Đạo Trù|HTX dược liệu Đạo Trù Thượng|72,45|Đạt 4 sao
                    2|Su su muối chua Hồ Sơn|HTX rau Hồ Sơn|60,18|Đạt 3 sao
                    3|Ngọn su su sơ chế Hồ Sơn|HTX rau Hồ Sơn|64,82|Đạt 3 sao
                    4|Gà đồi ủ muối Minh Quang|Hộ kinh doanh Phùng Văn Thiệp|53,09|Đạt 3 sao
                    5|Cao cà gai leo Yên Dương|Công ty TNHH Thảo dược Yên Dương|67,91|Đạt 3 sao
                    6|Rượu men lá Bồ Lý|Hộ kinh doanh Trương Văn Sáu|46,36|Không đạt
                    7|Mật mía Đại Đình|Hộ kinh doanh Diệp Thị Tâm|41,00|Không đạt
                    """
                )
            ),
            "IV. KẾT LUẬN: Hội đồng thống nhất đề nghị Chủ tịch UBND huyện công nhận 04 sản phẩm 3 sao; chuyển hồ sơ 01 sản phẩm 4 sao lên Hội đồng cấp tỉnh; trả lại hồ sơ 02 sản phẩm không đạt để chủ thể hoàn thiện.",
            "Biên bản lập thành 03 bản, thông qua hồi 11 giờ 30 phút cùng ngày.",
            "THƯ KÝ\n\nLưu Thị Hoa",
            "CHỦ TỊCH HỘI ĐỒNG\n\nTrần Hữu Khiêm",
        ]
    ),
    "04/BB-HĐĐG",
    "2024-10-22",
    "Tam Đảo",
    Level.DISTRICT,
    Act.FORWARDS,
    (
        Line("Trà hoa vàng túi lọc Đạo Trù", "HTX dược liệu Đạo Trù Thượng", 4, 72.45, _SCORED),
        Line("Su su muối chua Hồ Sơn", "HTX rau Hồ Sơn", 3, 60.18, _SCORED),
        Line("Ngọn su su sơ chế Hồ Sơn", "HTX rau Hồ Sơn", 3, 64.82, _SCORED),
        Line("Gà đồi ủ muối Minh Quang", "Hộ kinh doanh Phùng Văn Thiệp", 3, 53.09, _SCORED),
        Line("Cao cà gai leo Yên Dương", "Công ty TNHH Thảo dược Yên Dương", 3, 67.91, _SCORED),
        Line("Rượu men lá Bồ Lý", "Hộ kinh doanh Trương Văn Sáu", None, 46.36, _FAILED),
        Line("Mật mía Đại Đình", "Hộ kinh doanh Diệp Thị Tâm", None, 41, _FAILED),
    ),
    counts=(
        Claimed(Kind.ASSESSED, (3, 4, 5), 7),  # all that were scored, those that failed too
        Claimed(Kind.REGISTERED, (3, 4, 5), 7),
        Claimed(Kind.ASSESSED, (1, 2), 2),
    ),
)

WORD = (OWNER_ABOVE, AGAIN, SIDE_BY_SIDE, MINUTES)

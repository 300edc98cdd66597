# ruff: noqa: E501 (a paragraph of a paper, and a row of a table, stand on one line)
"""PDFs of districts, of a merged province and of the ministry."""

from __future__ import annotations

from blind.collection_districts.rows import cells
from blind.make import Head, Middle, Table, pdf
from blind.truth import Claimed, Line, Truth
from blind.typeset import BREAK, typeset
from extract.model import Act, Kind, Level

_GONE = (Kind.WITHDRAWN,)
_SENT_UP = (Kind.PROPOSED, Kind.ASSESSED)

_FOUR = """
    STT|Tên sản phẩm|Tên chủ thể|Khu, thôn, xóm|Xã, phường|Điểm|Hạng
    1|Chè xanh đinh Long Cốc Sương|HTX chè Long Cốc Sương|Khu Bông|Long Cốc|83,6|4 sao
    2|Bột trà matcha Long Cốc Sương|nt|nt|nt|78,2|4 sao
    3|Thịt chua ống nứa Trường Thủy|Công ty TNHH Trường Thủy Foods|Khu Ba Mỏ|Thanh Sơn|80|4 sao
    4|Tương nếp Hợp Thịnh chum|Cơ sở Bà Hĩm|Thôn Lạc Thịnh|Hội Thịnh|71,4|4 sao
    5|Gốm mộc Hương Canh Giang|Hộ kinh doanh Trần Văn Giang|TDP Lò Cang|Bình Nguyên|85,9|4 sao
    6|Cam Canh Cao Phong Hà|HTX Cam Hà|Xóm Tiềng|Cao Phong|76,5|4 sao
    7|Nước ép cam Cao Phong Hà|nt|nt|nt|73|4 sao
    8|Điểm du lịch Bản Lác Trên|Tổ hợp tác homestay Lác Trên|Xóm Lác|Mai Châu|70,8|4 sao
"""

_THREE = """
    STT|Tên sản phẩm|Tên chủ thể|Khu, thôn, xóm|Xã, phường|Điểm|Hạng
    A. ĐỊA BÀN TỈNH PHÚ THỌ (CŨ): 07 sản phẩm
    1|Bưởi Chí Đám sấy lạnh|HTX bưởi Đoan Ngọc|Khu 5|Chí Đám|62,3|3 sao
    2|Mứt cùi bưởi Đoan Ngọc|nt|nt|nt|58,5|3 sao
    3|Tinh dầu vỏ bưởi Đoan Ngọc|nt|nt|nt|55,1|3 sao
    4|Cá chép om dưa đóng lon|Công ty CP Thủy sản Thao Giang|Khu Cầu|Hiền Quan|66|3 sao
    5|Mì gạo sợi nhỏ Hùng Lô Hạnh|Hộ kinh doanh Nguyễn Thị Hạnh|Khu 8|Vân Phú|64,7|3 sao
    6|Nón lá Sai Nga Thắm|Hộ kinh doanh Hà Thị Thắm|Khu 2|Cẩm Khê|53|3 sao
    7|Rau sắn muối dưa Thắm|nt|nt|nt|51,9|3 sao
    B. ĐỊA BÀN TỈNH VĨNH PHÚC (CŨ): 05 sản phẩm
    1|Bánh hòn Hội Hợp Lan|Hộ kinh doanh Bùi Thị Lan|TDP An Phú|Vĩnh Yên|57,6|3 sao
    2|Dứa mật Tam Dương Bắc|HTX Tam Dương Bắc|Thôn Đồng Ké|Tam Dương Bắc|60,4|3 sao
    3|Rắn hổ mang ngâm rượu Vĩnh Sơn Phát|Công ty TNHH Vĩnh Sơn Phát|Thôn 3|Thổ Tang|68,1|3 sao
    4|Cao trăn Vĩnh Sơn Phát|nt|nt|nt|65,5|3 sao
    5|Cá thính Lập Thạch Tư|Cơ sở Tư Thính|Thôn Phú Thị|Lập Thạch|59,2|3 sao
    C. ĐỊA BÀN TỈNH HÒA BÌNH (CŨ): 06 sản phẩm
    1|Mía tím Kim Bôi róc sẵn|HTX Mớ Đá Xanh|Xóm Mớ Đá|Kim Bôi|54,3|3 sao
    2|Măng bát độ khô Mớ Đá|nt|nt|nt|56,8|3 sao
    3|Tỏi tía Mai Châu cô đơn|Hộ kinh doanh Vì Thị Oanh|Xóm Pùng|Mai Châu|63,9|3 sao
    4|Khăn thổ cẩm Vì Thị Oanh|nt|nt|nt|61,1|3 sao
    5|Cá dầm xanh kho niêu Sông Đà|HTX thủy sản Thung Nai Xanh|Xóm Mu|Thung Nai|67,4|3 sao
    6|Ruốc cá lăng Sông Đà|nt|nt|nt|69,6|3 sao
"""

MERGED = Truth(
    "districts-merged-province",
    lambda: typeset(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH PHÚ THỌ",
                "Số: 2146/QĐ-UBND",
                "Phú Thọ, ngày 05 tháng 12 năm 2025",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc công nhận và cấp Giấy chứng nhận sản phẩm OCOP cấp tỉnh đợt 2 năm 2025"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ"),
            "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023, Quyết định số 1489/QĐ-TTg ngày 06/7/2025 của Thủ tướng Chính phủ;",
            "Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 604/TTr-SNNMT ngày 01/12/2025.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 26 sản phẩm OCOP của tỉnh Phú Thọ đợt 2 năm 2025, gồm:",
            "1. Sản phẩm đạt hạng 4 sao: 08 sản phẩm (Phụ lục I).",
            "2. Sản phẩm đạt hạng 3 sao: 18 sản phẩm (Phụ lục II).",
            "Điều 2. Giấy chứng nhận có thời hạn 36 tháng kể từ ngày Quyết định này được ký ban hành.",
            "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nông nghiệp và Môi trường, Chủ tịch UBND các xã, phường và các chủ thể có tên tại các Phụ lục chịu trách nhiệm thi hành./.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nĐinh Công Lượng",
            BREAK,
            Middle("Phụ lục I"),
            Middle("DANH SÁCH SẢN PHẨM OCOP ĐẠT HẠNG 4 SAO"),
            "(Kèm theo Quyết định số 2146/QĐ-UBND ngày 05/12/2025 của Chủ tịch UBND tỉnh)",
            Table(cells(_FOUR)),
            Middle("Phụ lục II"),
            Middle("DANH SÁCH SẢN PHẨM OCOP ĐẠT HẠNG 3 SAO"),
            "(Kèm theo Quyết định số 2146/QĐ-UBND ngày 05/12/2025 của Chủ tịch UBND tỉnh)",
            Table(cells(_THREE)),
        ],
        [(30, 135, 130, 70, 70, 35, 40), (30, 135, 130, 70, 70, 35, 40)],
    ),
    "2146/QĐ-UBND",
    "2025-12-05",
    "Phú Thọ",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Chè xanh đinh Long Cốc Sương", "HTX chè Long Cốc Sương", 4, 83.6),
        Line("Bột trà matcha Long Cốc Sương", "HTX chè Long Cốc Sương", 4, 78.2),
        Line("Thịt chua ống nứa Trường Thủy", "Công ty TNHH Trường Thủy Foods", 4, 80),
        Line("Tương nếp Hợp Thịnh chum", "Cơ sở Bà Hĩm", 4, 71.4),
        Line("Gốm mộc Hương Canh Giang", "Hộ kinh doanh Trần Văn Giang", 4, 85.9),
        Line("Cam Canh Cao Phong Hà", "HTX Cam Hà", 4, 76.5),
        Line("Nước ép cam Cao Phong Hà", "HTX Cam Hà", 4, 73),
        Line("Điểm du lịch Bản Lác Trên", "Tổ hợp tác homestay Lác Trên", 4, 70.8),
        Line("Bưởi Chí Đám sấy lạnh", "HTX bưởi Đoan Ngọc", 3, 62.3),
        Line("Mứt cùi bưởi Đoan Ngọc", "HTX bưởi Đoan Ngọc", 3, 58.5),
        Line("Tinh dầu vỏ bưởi Đoan Ngọc", "HTX bưởi Đoan Ngọc", 3, 55.1),
        Line("Cá chép om dưa đóng lon", "Công ty CP Thủy sản Thao Giang", 3, 66),
        Line("Mì gạo sợi nhỏ Hùng Lô Hạnh", "Hộ kinh doanh Nguyễn Thị Hạnh", 3, 64.7),
        Line("Nón lá Sai Nga Thắm", "Hộ kinh doanh Hà Thị Thắm", 3, 53),
        Line("Rau sắn muối dưa Thắm", "Hộ kinh doanh Hà Thị Thắm", 3, 51.9),
        Line("Bánh hòn Hội Hợp Lan", "Hộ kinh doanh Bùi Thị Lan", 3, 57.6),
        Line("Dứa mật Tam Dương Bắc", "HTX Tam Dương Bắc", 3, 60.4),
        Line("Rắn hổ mang ngâm rượu Vĩnh Sơn Phát", "Công ty TNHH Vĩnh Sơn Phát", 3, 68.1),
        Line("Cao trăn Vĩnh Sơn Phát", "Công ty TNHH Vĩnh Sơn Phát", 3, 65.5),
        Line("Cá thính Lập Thạch Tư", "Cơ sở Tư Thính", 3, 59.2),
        Line("Mía tím Kim Bôi róc sẵn", "HTX Mớ Đá Xanh", 3, 54.3),
        Line("Măng bát độ khô Mớ Đá", "HTX Mớ Đá Xanh", 3, 56.8),
        Line("Tỏi tía Mai Châu cô đơn", "Hộ kinh doanh Vì Thị Oanh", 3, 63.9),
        Line("Khăn thổ cẩm Vì Thị Oanh", "Hộ kinh doanh Vì Thị Oanh", 3, 61.1),
        Line("Cá dầm xanh kho niêu Sông Đà", "HTX thủy sản Thung Nai Xanh", 3, 67.4),
        Line("Ruốc cá lăng Sông Đà", "HTX thủy sản Thung Nai Xanh", 3, 69.6),
    ),
    # The three old provinces, inside the annex of three stars.
    counts=tuple(
        Claimed(Kind.NEW, stars, count) for count in (7, 5, 6) for stars in ((3,), (3, 4, 5))
    ),
    needs="fc-match",
)

MINISTRY = Truth(
    "districts-ministry",
    lambda: pdf(
        (
            Head(
                "BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG",
                "Số: 3912/QĐ-BNNMT",
                "Hà Nội, ngày 22 tháng 9 năm 2025",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP 5 sao đợt 2 năm 2025"),
            Middle("BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"),
            "Căn cứ Nghị định số 35/2025/NĐ-CP ngày 25 tháng 02 năm 2025 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Nông nghiệp và Môi trường;",
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023 và Quyết định số 1489/QĐ-TTg ngày 06 tháng 7 năm 2025 của Thủ tướng Chính phủ;",
            "Theo đề nghị của Chánh Văn phòng Điều phối nông thôn mới Trung ương.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Phê duyệt kết quả đánh giá và công nhận 07 sản phẩm OCOP cấp quốc gia đạt hạng 5 sao (chi tiết tại Phụ lục).",
            "Điều 2. Giấy chứng nhận sản phẩm OCOP 5 sao có giá trị 36 tháng kể từ ngày ban hành Quyết định này.",
            "Điều 3. Chánh Văn phòng Bộ, Chủ tịch UBND các tỉnh, thành phố có sản phẩm được công nhận và các chủ thể chịu trách nhiệm thi hành./.",
            "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nVõ Minh Khải",
            Middle("PHỤ LỤC. SẢN PHẨM OCOP 5 SAO ĐỢT 2 NĂM 2025"),
            Table(
                cells(
                    """
                    TT|Tên sản phẩm|Chủ thể sản xuất|Địa chỉ|Tỉnh, thành phố
                    1|Sá sùng khô Vân Hải Đảo|Công ty TNHH Hải sản Vân Hải Đảo|Đặc khu Vân Đồn|Quảng Ninh
                    2|Ruốc hàu Vân Hải Đảo|Công ty TNHH Hải sản Vân Hải Đảo|Đặc khu Vân Đồn|Quảng Ninh
                    3|Bộ ấm tử sa men chàm|Hợp tác xã gốm Giang Cao Cổ|Xã Bát Tràng|Hà Nội
                    4|Hồng trà shan Suối Giàng Mây|Công ty cổ phần Trà Suối Giàng Mây|Xã Văn Chấn|Lào Cai
                    5|Cà phê đặc sản Khe Sanh Fine|Hợp tác xã nông sản Khe Sanh Fine|Xã Hướng Phùng|Quảng Trị
                    6|Mật hoa dừa cô đặc Trà Cú|Công ty TNHH Mật dừa Sóc Trà|Xã Tiểu Cần|Vĩnh Long
                    7|Đường mật hoa dừa Trà Cú|Công ty TNHH Mật dừa Sóc Trà|Xã Tiểu Cần|Vĩnh Long
                    """
                )
            ),
        )
    ),
    "3912/QĐ-BNNMT",
    "2025-09-22",
    "Việt Nam",
    Level.NATION,
    Act.RECOGNISES,
    (
        Line("Sá sùng khô Vân Hải Đảo", "Công ty TNHH Hải sản Vân Hải Đảo", 5),
        Line("Ruốc hàu Vân Hải Đảo", "Công ty TNHH Hải sản Vân Hải Đảo", 5),
        Line("Bộ ấm tử sa men chàm", "Hợp tác xã gốm Giang Cao Cổ", 5),
        Line("Hồng trà shan Suối Giàng Mây", "Công ty cổ phần Trà Suối Giàng Mây", 5),
        Line("Cà phê đặc sản Khe Sanh Fine", "Hợp tác xã nông sản Khe Sanh Fine", 5),
        Line("Mật hoa dừa cô đặc Trà Cú", "Công ty TNHH Mật dừa Sóc Trà", 5),
        Line("Đường mật hoa dừa Trà Cú", "Công ty TNHH Mật dừa Sóc Trà", 5),
    ),
    # The products of each province, which the column of provinces lets one add up.
    counts=(Claimed(Kind.NEW, (5,), 2), Claimed(Kind.NEW, (5,), 1)),
    needs="soffice",
)

TAKEN_BACK = Truth(
    "districts-taken-back",
    lambda: pdf(
        (
            Head(
                "ỦY BAN NHÂN DÂN\nHUYỆN THẠNH PHÚ",
                "Số: 1877/QĐ-UBND",
                "Thạnh Phú, ngày 10 tháng 6 năm 2025",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Thu hồi Giấy chứng nhận sản phẩm OCOP 3 sao"),
            Middle("ỦY BAN NHÂN DÂN HUYỆN"),
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;",
            "Căn cứ Biên bản kiểm tra ngày 20/5/2025 của Đoàn kiểm tra liên ngành;",
            "Xét đề nghị của Phòng Nông nghiệp và Môi trường.",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Thu hồi Giấy chứng nhận sản phẩm OCOP đạt 3 sao đã cấp cho 06 sản phẩm của 03 chủ thể dưới đây:",
            Table(
                cells(
                    """
                    TT|Tên sản phẩm|Chủ thể|Quyết định công nhận|Lý do
                    1|Xoài tứ quý sấy dẻo Cồn Bửng|HTX Xoài Cồn Bửng|3120/QĐ-UBND ngày 14/11/2023|Ngừng sản xuất, có đơn đề nghị thu hồi
                    2|Nước cốt xoài Cồn Bửng|Như trên|Như trên|^
                    3|Tôm càng xanh ép khô Hồ Cỏ|Cơ sở Tám Quít|Như trên|Không duy trì tiêu chí về an toàn thực phẩm
                    4|Mắm tép rong Hồ Cỏ|Như trên|1905/QĐ-UBND ngày 24/7/2024|^
                    5|Khô cá đuối Hồ Cỏ|Như trên|Như trên|^
                    6|Gạo lúa tôm An Nhơn Hạt Ngọc|Hộ kinh doanh Ngô Thị Bưởi|Như trên|Chuyển địa điểm sản xuất ra ngoài huyện
                    """
                )
            ),
            "Điều 2. Sau khi thu hồi, huyện còn 31 sản phẩm OCOP còn hiệu lực, trong đó 29 sản phẩm 3 sao và 02 sản phẩm 4 sao.",
            "Điều 3. Các chủ thể nộp lại Giấy chứng nhận bản chính trước ngày 25/6/2025.",
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nBùi Minh Trọng",
        )
    ),
    "1877/QĐ-UBND",
    "2025-06-10",
    "Thạnh Phú",
    Level.DISTRICT,
    Act.REVOKES,
    (
        Line("Xoài tứ quý sấy dẻo Cồn Bửng", "HTX Xoài Cồn Bửng", 3, None, _GONE),
        Line("Nước cốt xoài Cồn Bửng", "HTX Xoài Cồn Bửng", 3, None, _GONE),
        Line("Tôm càng xanh ép khô Hồ Cỏ", "Cơ sở Tám Quít", 3, None, _GONE),
        Line("Mắm tép rong Hồ Cỏ", "Cơ sở Tám Quít", 3, None, _GONE),
        Line("Khô cá đuối Hồ Cỏ", "Cơ sở Tám Quít", 3, None, _GONE),
        Line("Gạo lúa tôm An Nhơn Hạt Ngọc", "Hộ kinh doanh Ngô Thị Bưởi", 3, None, _GONE),
    ),
    counts=(
        Claimed(Kind.IN_FORCE, (3, 4, 5), 31),
        Claimed(Kind.IN_FORCE, (3,), 29),
        Claimed(Kind.IN_FORCE, (4,), 2),
    ),
    needs="soffice",
)

SCORES = Truth(
    "districts-scores",
    lambda: typeset(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nHUYỆN NGUYÊN BÌNH",
                "Số: 1350/QĐ-UBND",
                "Nguyên Bình, ngày 15 tháng 9 năm 2022",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Phê duyệt kết quả chấm điểm sản phẩm OCOP cấp huyện năm 2022"),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NGUYÊN BÌNH"),
            "Căn cứ Quyết định số 1048/QĐ-TTg ngày 21/8/2019 và Quyết định số 781/QĐ-TTg ngày 08/6/2020 của Thủ tướng Chính phủ;",
            "Căn cứ Biên bản số 03/BB-HĐ ngày 09/9/2022 của Hội đồng đánh giá cấp huyện;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Phê duyệt kết quả chấm điểm đối với 05 sản phẩm của 04 chủ thể (bảng kèm theo).",
            "Điều 2. Trình UBND tỉnh, Hội đồng cấp tỉnh xem xét đánh giá, phân hạng và quyết định công nhận đối với 05 sản phẩm nêu tại Điều 1.",
            "Điều 3. Phòng Nông nghiệp và PTNT hoàn thiện hồ sơ, gửi Sở Nông nghiệp và PTNT trước ngày 25/9/2022.",
            "CHỦ TỊCH\n\nHoàng Văn Thụy",
            BREAK,
            Middle("BẢNG TỔNG HỢP ĐIỂM"),
            Table(
                cells(
                    """
                    TT|Tên sản phẩm|Chủ thể|Phần A|Phần B|Phần C|Tổng điểm|Đề nghị hạng sao
                    1|Miến dong Phia Đén sợi tròn|HTX Phia Đén Xanh|24,5|17|30|71,5|4
                    2|Bột dong riềng Phia Đén|-nt-|21|14,5|26|61,5|3
                    3|Thạch đen Tam Kim|Hộ Nông Thị Bé|19,5|13|25,5|58|3
                    4|Giấy bản Dao Đỏ Thành Công|Tổ hợp tác giấy bản Thành Công|22|12|20,5|54,5|3
                    5|Lạp sườn gác bếp Tĩnh Túc|Hộ Bế Thị Nga|20|15,5|29|64,5|3
                    """
                )
            ),
            "Ghi chú: Phần A tối đa 35 điểm, phần B tối đa 25 điểm, phần C tối đa 40 điểm.",
        ],
        [(28, 130, 120, 40, 40, 40, 45, 55)],
    ),
    "1350/QĐ-UBND",
    "2022-09-15",
    "Nguyên Bình",
    Level.DISTRICT,
    Act.FORWARDS,
    (
        Line("Miến dong Phia Đén sợi tròn", "HTX Phia Đén Xanh", 4, 71.5, _SENT_UP),
        Line("Bột dong riềng Phia Đén", "HTX Phia Đén Xanh", 3, 61.5, _SENT_UP),
        Line("Thạch đen Tam Kim", "Hộ Nông Thị Bé", 3, 58, _SENT_UP),
        Line("Giấy bản Dao Đỏ Thành Công", "Tổ hợp tác giấy bản Thành Công", 3, 54.5, _SENT_UP),
        Line("Lạp sườn gác bếp Tĩnh Túc", "Hộ Bế Thị Nga", 3, 64.5, _SENT_UP),
    ),
    needs="fc-match",
)

PRINTS = (MERGED, MINISTRY, TAKEN_BACK, SCORES)

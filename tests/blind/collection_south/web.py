# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""Portal pages of southern and central clerks."""

from __future__ import annotations

from collections.abc import Sequence

from blind.make import page
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

_SCORED = (Kind.ASSESSED, Kind.PROPOSED)


def _head(body: str, number: str, dated: str) -> str:
    return (
        f'<table class="tieude"><tr><td align=center><b>{body}</b><br>-------</td>'
        "<td align=center><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b>Độc lập - Tự do - Hạnh phúc</b>"
        f"<br>---------------</td></tr><tr><td align=center>{number}</td><td align=center><i>{dated}</i></td></tr></table>"
    )


def _rows(rows: Sequence[Sequence[str]], tag: str = "td") -> str:
    return "".join(
        "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>" for row in rows
    )


STRANGE_TITLES = Truth(
    "south-strange-titles",
    lambda: page(
        _head(
            "ỦY BAN NHÂN DÂN<br>HUYỆN CƯ M’GAR",
            "Số: 1288/QĐ-UBND",
            "Cư M’gar, ngày 15 tháng 5 năm 2024",
        )
        + "<p align=center><b>QUYẾT ĐỊNH</b></p>"
        + "<p align=center><b>Về việc công nhận và cấp Giấy chứng nhận sản phẩm OCOP đợt 1 năm 2024</b></p>"
        + "<p align=center><b>CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN</b></p>"
        + "<p>Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;</p>"
        + "<p>Theo đề nghị của Trưởng phòng Nông nghiệp và PTNT huyện.</p>"
        + "<p align=center><b>QUYẾT ĐỊNH:</b></p>"
        + "<p><b>Điều 1.</b> Công nhận bốn sản phẩm OCOP đạt hạng ba sao cho các cơ sở trên địa bàn huyện, gồm:</p>"
        + "<table border=1>"
        + _rows(
            [
                [
                    "STT",
                    "Nơi làm ra",
                    "Bên đứng tên",
                    "Mặt hàng được công nhận",
                    "Số điểm",
                    "Mức sao",
                ]
            ],
            "th",
        )
        + _rows(
            [
                [
                    "1",
                    "Buôn Sut M’đưng, xã Cư Suê",
                    "HTX cà phê Sut M’đưng",
                    "Cà phê bột Ama Lui",
                    "68,50",
                    "Ba sao",
                ],
                [
                    "2",
                    "Buôn Sut M’đưng, xã Cư Suê",
                    "HTX cà phê Sut M’đưng",
                    "Cà phê hạt rang Ama Lui",
                    "67,25",
                    "Ba sao",
                ],
                [
                    "3",
                    "Thôn 5, xã Ea Kpam",
                    "Hộ kinh doanh Trịnh Bá Quyền",
                    "Sầu riêng sấy thăng hoa Ea Kpam",
                    "61,75",
                    "Ba sao",
                ],
                [
                    "4",
                    "Tổ dân phố 7, thị trấn Quảng Phú",
                    "Công ty TNHH Macca Hoàng Vân",
                    "Mắc ca nứt vỏ Hoàng Vân",
                    "69,00",
                    "Ba sao",
                ],
            ]
        )
        + "</table>"
        + "<p><b>Điều 2.</b> Giấy chứng nhận có thời hạn 36 tháng.</p>"
        + "<p align=right><b>CHỦ TỊCH</b><br><br>Y Wem Niê</p>",
        "Quyết định 1288/QĐ-UBND",
    ),
    "1288/QĐ-UBND",
    "2024-05-15",
    "Cư M'gar",
    Level.DISTRICT,
    Act.RECOGNISES,
    (
        Line("Cà phê bột Ama Lui", "HTX cà phê Sut M’đưng", 3, 68.5),
        Line("Cà phê hạt rang Ama Lui", "HTX cà phê Sut M’đưng", 3, 67.25),
        Line("Sầu riêng sấy thăng hoa Ea Kpam", "Hộ kinh doanh Trịnh Bá Quyền", 3, 61.75),
        Line("Mắc ca nứt vỏ Hoàng Vân", "Công ty TNHH Macca Hoàng Vân", 3, 69),
    ),
)

COMMUNE = Truth(
    "south-commune",
    lambda: page(
        _head(
            "ỦY BAN NHÂN DÂN<br>XÃ PHÚ QUỚI",
            "Số: 612/QĐ-UBND",
            "Phú Quới, ngày 14 tháng 11 năm 2025",
        )
        + "<p><b>QUYẾT ĐỊNH</b></p>"
        + "<p><b>Công nhận sản phẩm OCOP đạt 3 sao trên địa bàn xã Phú Quới năm 2025</b></p>"
        + "<p><b>CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHÚ QUỚI</b></p>"
        + "<p>Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;</p>"
        + "<p>Căn cứ Quyết định số 1489/QĐ-TTg ngày 06/7/2025 của Thủ tướng Chính phủ;</p>"
        + "<p>Thực hiện Quyết định số 905/QĐ-UBND ngày 03/10/2025 của UBND tỉnh Vĩnh Long về việc ủy quyền cho Chủ tịch UBND cấp xã;</p>"
        + "<p><b>QUYẾT ĐỊNH:</b></p>"
        + "<p>Điều 1. Công nhận 03 sản phẩm của 02 chủ thể đạt OCOP 3 sao năm 2025 như sau:</p>"
        + "<table border=1>"
        + _rows(
            [
                [
                    "TT",
                    "Sản phẩm",
                    "Quy cách",
                    "Chủ thể",
                    "Người đại diện",
                    "Ấp",
                    "Điểm",
                    "Hạng",
                ],
                [
                    "1",
                    "Khoai lang sấy tím Sáu Lượm",
                    "Gói 200 g",
                    "Hộ kinh doanh Sáu Lượm",
                    "Trần Thị Lượm",
                    "Phú Thạnh",
                    "62",
                    "★★★",
                ],
                [
                    "2",
                    "Khoai lang chiên giòn Sáu Lượm",
                    "Gói 150 g",
                    "Hộ kinh doanh Sáu Lượm",
                    "Trần Thị Lượm",
                    "Phú Thạnh",
                    "59,5",
                    "★★★",
                ],
                [
                    "3",
                    "Tàu hũ ky Phú Quới",
                    "Hộp 500 g",
                    "Tổ hợp tác tàu hũ ky Phước Yên",
                    "Lưu Văn Được",
                    "Phước Yên",
                    "65,2",
                    "★★★",
                ],
            ]
        )
        + "</table>"
        + "<p>Điều 2. Phòng Kinh tế xã, các chủ thể có tên tại Điều 1 thi hành Quyết định này.</p>"
        + "<p><b>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</b><br><br>Hồ Văn Nhãn</p>"
    ),
    "612/QĐ-UBND",
    "2025-11-14",
    "Phú Quới",
    Level.COMMUNE,
    Act.RECOGNISES,
    (
        Line("Khoai lang sấy tím Sáu Lượm", "Hộ kinh doanh Sáu Lượm", 3, 62),
        Line("Khoai lang chiên giòn Sáu Lượm", "Hộ kinh doanh Sáu Lượm", 3, 59.5),
        Line("Tàu hũ ky Phú Quới", "Tổ hợp tác tàu hũ ky Phước Yên", 3, 65.2),
    ),
)

COUNCIL = Truth(
    "south-council",
    lambda: page(
        _head(
            "UBND HUYỆN ĐẤT ĐỎ<br>HỘI ĐỒNG ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP",
            "Số: 02/BB-HĐ",
            "Đất Đỏ, ngày 09 tháng 10 năm 2023",
        )
        + "<h3>BIÊN BẢN</h3><h4>Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP huyện Đất Đỏ đợt 2 năm 2023</h4>"
        + "<p>Bắt đầu lúc 13 giờ 30 phút ngày 09/10/2023 tại Phòng họp số 2 UBND huyện; có mặt 09/11 thành viên.</p>"
        + "<p>1. Hội đồng nghe Tổ tư vấn trình bày hồ sơ của 04 sản phẩm và tiến hành chấm điểm.</p>"
        + "<p>2. Kết quả chấm điểm như sau:</p>"
        + "<ol><li>Muối tiêu Lộc An – Hộ kinh doanh Trần Văn Nghĩa: 66,25 điểm, xếp hạng 3 sao;</li>"
        + "<li>Nước mắm nhĩ Phước Hải – Cơ sở Hai Chuyền: 74,5 điểm, xếp hạng 4 sao;</li>"
        + "<li>Bánh tráng gạo lứt Long Tân – HTX Long Tân: 57 điểm, xếp hạng 3 sao;</li>"
        + "<li>Rượu nếp Láng Dài – Hộ kinh doanh Phan Thị Út: 52,75 điểm, xếp hạng 3 sao.</li></ol>"
        + "<p>3. Hội đồng thống nhất đề nghị Chủ tịch UBND huyện công nhận 03 sản phẩm 3 sao và chuyển hồ sơ 01 sản phẩm 4 sao về Hội đồng cấp tỉnh để đánh giá.</p>"
        + "<p>Biên bản được thông qua lúc 16 giờ 45 phút cùng ngày.</p>"
        + "<p>THƯ KÝ<br>Đỗ Thị Hiên</p><p>CHỦ TỊCH HỘI ĐỒNG<br>Mai Xuân Thạch</p>"
    ),
    "02/BB-HĐ",
    "2023-10-09",
    "Đất Đỏ",
    Level.DISTRICT,
    Act.FORWARDS,
    (
        Line("Muối tiêu Lộc An", "Hộ kinh doanh Trần Văn Nghĩa", 3, 66.25, _SCORED),
        Line("Nước mắm nhĩ Phước Hải", "Cơ sở Hai Chuyền", 4, 74.5, _SCORED),
        Line("Bánh tráng gạo lứt Long Tân", "HTX Long Tân", 3, 57, _SCORED),
        Line("Rượu nếp Láng Dài", "Hộ kinh doanh Phan Thị Út", 3, 52.75, _SCORED),
    ),
    counts=(Claimed(Kind.REGISTERED, (3, 4, 5), 4),),  # whose files were heard
)

_CAN_THO = (
    '<table border=1 width="100%"><thead><tr><th>STT</th><th>Chủ thể</th><th>Địa chỉ</th>'
    "<th>Tên sản phẩm</th><th>Nhóm</th><th>Điểm</th></tr></thead><tbody>"
    "<tr><td colspan=6><b>A. HẠNG 4 SAO</b></td></tr>"
    "<tr><td>1</td><td rowspan=2>Công ty TNHH Khóm Cầu Đúc Vị Xuyên</td><td rowspan=2>Phường Vị Tân</td>"
    "<td>Nước ép khóm Vị Xuyên</td><td>Đồ uống</td><td>80,6</td></tr>"
    "<tr><td>2</td><td>Mứt khóm dẻo Vị Xuyên</td><td>Thực phẩm</td><td>77</td></tr>"
    "<tr><td>3</td><td>HTX nấm rơm Thới Long</td><td>Phường Thới Long</td>"
    "<td>Nấm rơm muối hũ Thới Long</td><td>Thực phẩm</td><td>72,3</td></tr>"
    "<tr><td colspan=6><b>B. HẠNG 3 SAO</b></td></tr>"
    "<tr><td>4</td><td rowspan=3>Hộ kinh doanh Thạch Sô Phia</td><td rowspan=3>Xã Mỹ Xuyên</td>"
    "<td>Bánh pía khoai môn Sô Phia</td><td>Thực phẩm</td><td>66</td></tr>"
    "<tr><td>5</td><td>Bánh pía đậu xanh Sô Phia</td><td>Thực phẩm</td><td>65,4</td></tr>"
    "<tr><td>6</td><td>Bánh in nhân dừa Sô Phia</td><td>Thực phẩm</td><td>58,8</td></tr>"
    "<tr><td>7</td><td>Cơ sở lạp xưởng Tân Hưng Phát</td><td>Xã Kế Sách</td>"
    "<td>Lạp xưởng tôm Tân Hưng Phát</td><td>Thực phẩm</td><td>61,9</td></tr>"
    "<tr><td>8</td><td>Khu du lịch vườn Ba Láng</td><td>Phường Cái Răng</td>"
    "<td>Điểm du lịch sinh thái vườn Ba Láng</td><td>Du lịch</td><td>54</td></tr>"
    "</tbody></table>"
)

STAR_HEADS = Truth(
    "south-star-heads",
    lambda: page(
        _head(
            "ỦY BAN NHÂN DÂN<br>THÀNH PHỐ CẦN THƠ",
            "Số: 3345/QĐ-UBND",
            "Cần Thơ, ngày 02 tháng 12 năm 2025",
        )
        + "<p><b>QUYẾT ĐỊNH</b></p><p><b>Về việc công nhận sản phẩm OCOP thành phố Cần Thơ đợt 1 năm 2025</b></p>"
        + "<p><b>CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ</b></p>"
        + "<p>Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 và Quyết định số 1489/QĐ-TTg ngày 06/7/2025 của Thủ tướng Chính phủ;</p>"
        + "<p><b>QUYẾT ĐỊNH:</b></p>"
        + "<p>Điều 1. Công nhận 08 sản phẩm OCOP đợt 1 năm 2025 của các chủ thể trên địa bàn thành phố (Phụ lục kèm theo).</p>"
        + "<p>Điều 2. Sở Nông nghiệp và Môi trường công bố kết quả theo quy định.</p>"
        + "<p>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br>Nguyễn Đức Thảo</p>"
        + "<p><b>PHỤ LỤC</b></p><p><b>SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN ĐỢT 1 NĂM 2025</b></p>"
        + _CAN_THO,
        "Quyết định công nhận sản phẩm OCOP",
    ),
    "3345/QĐ-UBND",
    "2025-12-02",
    "Cần Thơ",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Nước ép khóm Vị Xuyên", "Công ty TNHH Khóm Cầu Đúc Vị Xuyên", 4, 80.6),
        Line("Mứt khóm dẻo Vị Xuyên", "Công ty TNHH Khóm Cầu Đúc Vị Xuyên", 4, 77),
        Line("Nấm rơm muối hũ Thới Long", "HTX nấm rơm Thới Long", 4, 72.3),
        Line("Bánh pía khoai môn Sô Phia", "Hộ kinh doanh Thạch Sô Phia", 3, 66),
        Line("Bánh pía đậu xanh Sô Phia", "Hộ kinh doanh Thạch Sô Phia", 3, 65.4),
        Line("Bánh in nhân dừa Sô Phia", "Hộ kinh doanh Thạch Sô Phia", 3, 58.8),
        Line("Lạp xưởng tôm Tân Hưng Phát", "Cơ sở lạp xưởng Tân Hưng Phát", 3, 61.9),
        Line("Điểm du lịch sinh thái vườn Ba Láng", "Khu du lịch vườn Ba Láng", 3, 54),
    ),
)

WEB = (STRANGE_TITLES, COMMUNE, COUNCIL, STAR_HEADS)

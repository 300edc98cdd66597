# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""Pages of portals: an upgrade, an extension, a letter, a list in running text."""

from __future__ import annotations

from blind.make import page
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

_STANDS = (Kind.IN_FORCE,)


def _head(body: str, number: str, dated: str) -> str:
    return (
        f'<div class="row"><div class="col-5 text-center"><p>{body}</p><p>{number}</p></div>'
        '<div class="col-7 text-center"><p><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong></p>'
        f"<p><strong>Độc lập - Tự do - Hạnh phúc</strong></p><p><em>{dated}</em></p></div></div>"
    )


UPGRADE = Truth(
    "districts-upgrade",
    lambda: page(
        _head(
            "<strong>ỦY BAN NHÂN DÂN<br>TỈNH HÀ TĨNH</strong>",
            "Số: 2033/QĐ-UBND",
            "Hà Tĩnh, ngày 14 tháng 8 năm 2024",
        )
        + "<p class=c><strong>QUYẾT ĐỊNH<br>Về việc nâng hạng sản phẩm OCOP</strong></p>"
        + "<p class=c><strong>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH</strong></p>"
        + "<p><em>Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;</em></p>"
        + "<p><em>Xét kết quả đánh giá của Hội đồng OCOP cấp tỉnh tại phiên họp ngày 07/8/2024,</em></p>"
        + "<p class=c><strong>QUYẾT ĐỊNH:</strong></p>"
        + "<p><strong>Điều 1.</strong> Công nhận nâng hạng từ 3 sao lên 4 sao đối với 01 sản phẩm OCOP, thông tin cụ thể như sau:</p>"
        + "<table><thead><tr><th>Tên sản phẩm</th><th>Chủ thể sản xuất</th><th>Địa chỉ</th><th>Hạng sao đã công nhận</th><th>Điểm đánh giá</th><th>Hạng sao được nâng</th></tr></thead>"
        + "<tbody><tr><td>Cam sấy dẻo Khe Trúc</td><td>Công ty cổ phần Nông sản Khe Trúc</td><td>Xã Hương Đô, huyện Hương Khê</td><td>3 sao</td><td>74,8</td><td>4 sao</td></tr></tbody></table>"
        + "<p><strong>Điều 2.</strong> Giấy chứng nhận 3 sao đã cấp hết hiệu lực kể từ ngày Quyết định này được ban hành.</p>"
        + "<p><strong>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</strong></p><p><strong>Trần Sỹ Hiếu</strong></p>"
    ),
    "2033/QĐ-UBND",
    "2024-08-14",
    "Hà Tĩnh",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line(
            "Cam sấy dẻo Khe Trúc",
            "Công ty cổ phần Nông sản Khe Trúc",
            4,
            74.8,
            (Kind.UPGRADED,),
        ),
    ),
)

_PROLONGED = (
    "<table border=1><tr><th rowspan=2>STT</th><th rowspan=2>Tên sản phẩm</th><th rowspan=2>Tên chủ thể</th>"
    "<th rowspan=2>Hạng sao</th><th colspan=2>Thời hạn Giấy chứng nhận</th></tr><tr><th>Theo Quyết định đã ban hành</th><th>Được gia hạn đến</th></tr>"
    "<tr><td>I</td><td colspan=5><b>Quyết định số 812/QĐ-UBND ngày 22/8/2022 của UBND tỉnh Bắc Giang (cũ)</b></td></tr>"
    "<tr><td>1</td><td>Vải thiều sấy giấy bản Quý Sơn</td><td rowspan=2>Hợp tác xã vải thiều Quý Sơn Hồng</td><td>4</td><td>22/8/2025</td><td>31/12/2025</td></tr>"
    "<tr><td>2</td><td>Mật ong hoa vải Quý Sơn</td><td>3</td><td>22/8/2025</td><td>31/12/2025</td></tr>"
    "<tr><td>3</td><td>Mì chũ rau củ Nam Dương Tỵ</td><td>Hộ kinh doanh Leo Văn Tỵ</td><td>3</td><td>22/8/2025</td><td>31/12/2025</td></tr>"
    "<tr><td>4</td><td>Na bở Huyền Sơn</td><td>Hợp tác xã na Huyền Sơn Dốc</td><td>3</td><td>22/8/2025</td><td>31/12/2025</td></tr>"
    "<tr><td>II</td><td colspan=5><b>Quyết định số 590/QĐ-UBND ngày 09/9/2022 của UBND tỉnh Bắc Ninh</b></td></tr>"
    "<tr><td>1</td><td>Đồng đúc Đại Bái Xuân</td><td>Cơ sở đúc đồng Nguyễn Xuân Lữ</td><td>4</td><td>09/9/2025</td><td>31/12/2025</td></tr>"
    "<tr><td>2</td><td>Bánh phu thê Đình Bảng Loan</td><td>Hộ kinh doanh Nguyễn Thị Loan</td><td>3</td><td>09/9/2025</td><td>31/12/2025</td></tr>"
    "</table>"
)

PROLONGED = Truth(
    "districts-prolonged",
    lambda: page(
        _head(
            "<strong>ỦY BAN NHÂN DÂN<br>TỈNH BẮC NINH</strong>",
            "Số: 642/QĐ-UBND",
            "Bắc Ninh, ngày 19 tháng 8 năm 2025",
        )
        + "<p><strong>QUYẾT ĐỊNH</strong></p><p><strong>Điều chỉnh, gia hạn thời hạn Giấy chứng nhận sản phẩm OCOP</strong></p>"
        + "<p><strong>CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BẮC NINH</strong></p>"
        + "<p>Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;</p>"
        + "<p>Xét tình hình sắp xếp đơn vị hành chính và đề nghị của Giám đốc Sở Nông nghiệp và Môi trường.</p>"
        + "<p><strong>QUYẾT ĐỊNH:</strong></p>"
        + "<p><strong>Điều 1.</strong> Điều chỉnh thời hạn hiệu lực ghi tại các quyết định công nhận trước đây, gia hạn Giấy chứng nhận của 06 sản phẩm OCOP đến hết ngày 31/12/2025, cụ thể:</p>"
        + _PROLONGED
        + "<p><strong>Điều 2.</strong> Trong thời gian gia hạn, các chủ thể hoàn thiện hồ sơ để đánh giá lại theo quy định; các nội dung khác của các quyết định nêu trên giữ nguyên.</p>"
        + "<p><strong>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</strong><br><br>Ngô Quốc Tuyển</p>",
        "Gia hạn Giấy chứng nhận OCOP",
    ),
    "642/QĐ-UBND",
    "2025-08-19",
    "Bắc Ninh",
    Level.PROVINCE,
    Act.AMENDS,
    (
        Line(
            "Vải thiều sấy giấy bản Quý Sơn", "Hợp tác xã vải thiều Quý Sơn Hồng", 4, None, _STANDS
        ),
        Line("Mật ong hoa vải Quý Sơn", "Hợp tác xã vải thiều Quý Sơn Hồng", 3, None, _STANDS),
        Line("Mì chũ rau củ Nam Dương Tỵ", "Hộ kinh doanh Leo Văn Tỵ", 3, None, _STANDS),
        Line("Na bở Huyền Sơn", "Hợp tác xã na Huyền Sơn Dốc", 3, None, _STANDS),
        Line("Đồng đúc Đại Bái Xuân", "Cơ sở đúc đồng Nguyễn Xuân Lữ", 4, None, _STANDS),
        Line("Bánh phu thê Đình Bảng Loan", "Hộ kinh doanh Nguyễn Thị Loan", 3, None, _STANDS),
    ),
)

# Of each unit: products in force, those of 3 and of 4 stars, those that expire this year.
_UNITS = (
    ("Thành phố Phủ Lý", 18, 15, 3, 4),
    ("Thị xã Duy Tiên", 27, 20, 7, 6),
    ("Huyện Kim Bảng", 16, 14, 2, 2),
    ("Huyện Thanh Liêm", 12, 11, 1, 3),
    ("Huyện Bình Lục", 14, 13, 1, 5),
    ("Huyện Lý Nhân", 25, 19, 6, 7),
    ("Toàn tỉnh", 112, 92, 20, 27),
)


def _unit_rows() -> str:
    return "".join(
        f"<tr><td>{row if row < len(_UNITS) else ''}</td>"
        + "".join(
            f"<td>{cell:02}</td>" if isinstance(cell, int) else f"<td>{cell}</td>" for cell in unit
        )
        + "</tr>"
        for row, unit in enumerate(_UNITS, 1)
    )


LETTER = Truth(
    "districts-letter",
    lambda: page(
        _head(
            "UBND TỈNH HÀ NAM<br><strong>SỞ NÔNG NGHIỆP VÀ PTNT</strong>",
            "Số: 1187/SNN-PTNT<br>V/v rà soát sản phẩm OCOP và chuẩn bị đánh giá lại năm 2024",
            "Hà Nam, ngày 09 tháng 4 năm 2024",
        )
        + "<p>Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố.</p>"
        + "<p>Theo số liệu quản lý, tính đến ngày 31/3/2024, toàn tỉnh có 112 sản phẩm OCOP còn hiệu lực, gồm 92 sản phẩm 3 sao và 20 sản phẩm 4 sao. Chi tiết theo địa phương:</p>"
        + "<table border=1><tr><th rowspan=2>TT</th><th rowspan=2>Địa phương</th><th colspan=3>Số sản phẩm còn hiệu lực</th><th rowspan=2>Hết hạn trong năm 2024</th></tr>"
        + "<tr><th>Tổng</th><th>3 sao</th><th>4 sao</th></tr>"
        + _unit_rows()
        + "</table>"
        + "<p>Sở Nông nghiệp và PTNT đề nghị UBND các huyện, thị xã, thành phố rà soát, đối chiếu số liệu trên; hướng dẫn các chủ thể có sản phẩm hết hạn lập hồ sơ đánh giá lại, gửi kết quả về Sở trước ngày 10/5/2024.</p>"
        + "<p><strong>KT. GIÁM ĐỐC<br>PHÓ GIÁM ĐỐC</strong><br><br>Lại Thế Cường</p>",
        "Công văn 1187/SNN-PTNT",
    ),
    "1187/SNN-PTNT",
    "2024-04-09",
    "Hà Nam",
    Level.PROVINCE,
    Act.OTHER,
    counts=tuple(
        Claimed(kind, stars, count)
        for _, whole, three, four, ending in _UNITS
        for kind, stars, count in (
            (Kind.IN_FORCE, (3, 4, 5), whole),
            (Kind.IN_FORCE, (3,), three),
            (Kind.IN_FORCE, (4,), four),
            (Kind.CUMULATIVE, (3, 4, 5), whole),
            (Kind.CUMULATIVE, (3,), three),
            (Kind.CUMULATIVE, (4,), four),
            (Kind.EXPIRED, (3, 4, 5), ending),
        )
    ),
)

RUNNING = Truth(
    "districts-running",
    lambda: page(
        _head(
            "<strong>ỦY BAN NHÂN DÂN<br>HUYỆN MƯỜNG KHƯƠNG</strong>",
            "Số: 5108/QĐ-UBND",
            "Mường Khương, ngày 20 tháng 12 năm 2023",
        )
        + "<p><strong>QUYẾT ĐỊNH</strong></p><p><strong>Về việc công nhận sản phẩm OCOP huyện Mường Khương năm 2023</strong></p>"
        + "<p><strong>CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN MƯỜNG KHƯƠNG</strong></p>"
        + "<p>Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;</p>"
        + "<p>Theo đề nghị của Trưởng phòng Nông nghiệp và PTNT huyện.</p>"
        + "<p><strong>QUYẾT ĐỊNH:</strong></p>"
        + "<p><strong>Điều 1.</strong> Công nhận 05 sản phẩm đạt hạng 3 sao, gồm: sản phẩm Tương ớt Sả Hồ của Hợp tác xã Sả Hồ Xanh (thị trấn Mường Khương), đạt 66,5 điểm; sản phẩm Gạo séng cù Nấm Lư của Hợp tác xã Nấm Lư (xã Nấm Lư), đạt 69 điểm; sản phẩm Quýt sấy Lùng Vai của Hộ kinh doanh Vàng Thị Dín (xã Lùng Vai), đạt 55,25 điểm; sản phẩm Chè shan Cao Sơn và sản phẩm Chè vàng Cao Sơn của Công ty TNHH MTV Trà Cao Sơn Mây (xã Cao Sơn), lần lượt đạt 68 điểm và 64,25 điểm.</p>"
        + "<p><strong>Điều 2.</strong> Thời hạn công nhận là 36 tháng kể từ ngày ký.</p>"
        + "<p><strong>Điều 3.</strong> Chánh Văn phòng HĐND và UBND huyện, các chủ thể nêu tại Điều 1 chịu trách nhiệm thi hành.</p>"
        + "<p><strong>CHỦ TỊCH</strong><br><br>Giàng Seo Páo</p>",
        "Quyết định 5108/QĐ-UBND",
    ),
    "5108/QĐ-UBND",
    "2023-12-20",
    "Mường Khương",
    Level.DISTRICT,
    Act.RECOGNISES,
    (
        Line("Tương ớt Sả Hồ", "Hợp tác xã Sả Hồ Xanh", 3, 66.5),
        Line("Gạo séng cù Nấm Lư", "Hợp tác xã Nấm Lư", 3, 69),
        Line("Quýt sấy Lùng Vai", "Hộ kinh doanh Vàng Thị Dín", 3, 55.25),
        Line("Chè shan Cao Sơn", "Công ty TNHH MTV Trà Cao Sơn Mây", 3, 68),
        Line("Chè vàng Cao Sơn", "Công ty TNHH MTV Trà Cao Sơn Mây", 3, 64.25),
    ),
)

WEB = (UPGRADE, PROLONGED, LETTER, RUNNING)

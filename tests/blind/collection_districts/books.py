"""Workbooks of clerks of districts and towns."""

from __future__ import annotations

from blind.collection_districts.rows import cells
from blind.make import Sheet, xlsx
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

_WISHED = (Kind.REGISTERED, Kind.PROPOSED)

_ODD: Sheet = [
    ["UBND THỊ XÃ BA ĐỒN"],
    ["PHỤ LỤC"],
    ["KẾT QUẢ XẾP HẠNG VÀ CÔNG NHẬN SẢN PHẨM OCOP ĐỢT 1 NĂM 2024"],
    ["(Kèm theo Quyết định số 1126/QĐ-UBND ngày 17/6/2024 của Chủ tịch UBND thị xã Ba Đồn)"],
    *cells(
        """
        Số TT|Mặt hàng được xếp hạng|Nơi làm ra|||Hội đồng chấm||Ghi thêm
        ||Người, đơn vị đứng ra làm|Thôn, tổ|Xã, phường|Số điểm|Bậc sao|
        """
    ),
    [1, "Nón lá hai lớp Cồn Nâm", "THT nón lá Cồn Nâm", "Cồn Nâm", "Quảng Minh", 58.5, "3 sao", ""],
    [2, "Nón quai thêu Cồn Nâm", "nt", "nt", "nt", 54, "nt", ""],
    [3, "Bánh tráng mè đen Hồng Diễn", "Cơ sở Hồng Diễn", "Tân An", "Quảng Thanh", 61.25, "3 sao"],
    [4, "Bánh tráng khoai Hồng Diễn", "nt", "nt", "nt", 60, "nt", ""],
    [5, "Bún khô gạo lứt Hồng Diễn", "nt", "nt", "nt", "57,75", "nt", "Gói 500 g"],
    [6, "Rượu nếp than Hữu Tấn", "HKD Đinh Hữu Tấn", "Tổ 4", "Quảng Long", "51,5", "3 sao", ""],
    [7, "Ruốc đặc Bến Hác", "HKD Mai Thị Xoa", "Bến Hác", "Quảng Phúc", 66, "3 sao", ""],
    [8, "Nước mắm cá trích Bến Hác", "nt", "nt", "nt", 69.25, "nt", "Chai 500 ml"],
    [9, "Mật ong rú Chờ", "HTX ong Trung Thủy", "Trung Thủy", "Quảng Thủy", 55.5, "3 sao", ""],
    [None, "Cộng: 09 mặt hàng", None, None, None, None, None, None],
    ["Ghi chú: nt là như dòng liền trên."],
    [None, None, None, None, None, "CHỦ TỊCH", None, None],
    [None, None, None, None, None, "Phan Đình Toàn", None, None],
]

ODD_TITLES = Truth(
    "districts-odd-titles",
    lambda: xlsx({"PL": _ODD}),
    "1126/QĐ-UBND",
    "2024-06-17",
    "Ba Đồn",
    Level.DISTRICT,
    Act.RECOGNISES,
    (
        Line("Nón lá hai lớp Cồn Nâm", "THT nón lá Cồn Nâm", 3, 58.5),
        Line("Nón quai thêu Cồn Nâm", "THT nón lá Cồn Nâm", 3, 54),
        Line("Bánh tráng mè đen Hồng Diễn", "Cơ sở Hồng Diễn", 3, 61.25),
        Line("Bánh tráng khoai Hồng Diễn", "Cơ sở Hồng Diễn", 3, 60),
        Line("Bún khô gạo lứt Hồng Diễn", "Cơ sở Hồng Diễn", 3, 57.75),
        Line("Rượu nếp than Hữu Tấn", "HKD Đinh Hữu Tấn", 3, 51.5),
        Line("Ruốc đặc Bến Hác", "HKD Mai Thị Xoa", 3, 66),
        Line("Nước mắm cá trích Bến Hác", "HKD Mai Thị Xoa", 3, 69.25),
        Line("Mật ong rú Chờ", "HTX ong Trung Thủy", 3, 55.5),
    ),
)

_FIRST: Sheet = [
    ["DANH SÁCH SẢN PHẨM THAM GIA ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP HUYỆN CẦU KÈ NĂM 2025"],
    ["(Kèm theo Quyết định số 214/QĐ-UBND ngày 25/02/2025 của Ủy ban nhân dân huyện Cầu Kè)"],
    ["I. SẢN PHẨM MỚI"],
    ["STT", "Tên sản phẩm", "Tên chủ thể", "Ấp, khóm", "Xã, thị trấn", "Hạng sao đăng ký"],
    [1, "Dừa sáp đông lạnh Ba Quới", "HTX dừa sáp Ba Quới", "Ô Mịch", "Châu Điền", "4 sao"],
    [2, "Kẹo dừa sáp Ba Quới", "-", "-", "-", "3 sao"],
    [3, "Cốm dẹp Sa Văng", "HKD Thạch Sa Văng", "Rùm Sóc", "Châu Điền", "3 sao"],
    [4, "Cam sành Thông Hòa", "HTX Thông Hòa", "Ấp Chợ", "Thông Hòa", "3 sao"],
    [5, "Mứt vỏ bưởi Năm Thẹo", "Cơ sở Năm Thẹo", "Khóm 6", "Thị trấn Cầu Kè", "3 sao"],
    [6, "Rượu trái quách Út Liêm", "HKD Trịnh Út Liêm", "Bà My", "Hòa Ân", "3 sao"],
    [7, "Giỏ lục bình Tam Ngãi", "THT đan đát Tam Ngãi", "Ngãi Nhì", "Tam Ngãi", "3 sao"],
    [None, "Cộng: 07 sản phẩm", None, None, None, None],
]

_SECOND: Sheet = [
    ["II. SẢN PHẨM ĐÁNH GIÁ LẠI"],
    ["STT", "Tên sản phẩm", "Tên chủ thể", "Ấp, khóm", "Xã, thị trấn", "Hạng sao đăng ký"],
    [1, "Quýt đường Ninh Thới", "HTX cây ăn trái Ninh Thới", "Mỹ Văn", "Ninh Thới", "3 sao"],
    [2, "Nước mắm rươi Hai Tới", "Cơ sở Hai Tới", "An Bình", "An Phú Tân", "4 sao"],
    [3, "Măng cụt Tân Quy", "HTX cù lao Tân Quy", "Tân Quy I", "An Phú Tân", "3 sao"],
    [4, "Chà bông cá lóc Mười Nở", "HKD Lâm Thị Nở", "Khóm 2", "Thị trấn Cầu Kè", "3 sao"],
    [None, "Cộng: 04 sản phẩm", None, None, None, None],
    ["Tổng cộng (I + II): 11 sản phẩm"],
]

ENTRANTS = Truth(
    "districts-entrants",
    lambda: xlsx({"SP moi": _FIRST, "SP danh gia lai": _SECOND}),
    "214/QĐ-UBND",
    "2025-02-25",
    "Cầu Kè",
    Level.DISTRICT,
    Act.LISTS,
    (
        Line("Dừa sáp đông lạnh Ba Quới", "HTX dừa sáp Ba Quới", 4, None, _WISHED),
        Line("Kẹo dừa sáp Ba Quới", "HTX dừa sáp Ba Quới", 3, None, _WISHED),
        Line("Cốm dẹp Sa Văng", "HKD Thạch Sa Văng", 3, None, _WISHED),
        Line("Cam sành Thông Hòa", "HTX Thông Hòa", 3, None, _WISHED),
        Line("Mứt vỏ bưởi Năm Thẹo", "Cơ sở Năm Thẹo", 3, None, _WISHED),
        Line("Rượu trái quách Út Liêm", "HKD Trịnh Út Liêm", 3, None, _WISHED),
        Line("Giỏ lục bình Tam Ngãi", "THT đan đát Tam Ngãi", 3, None, _WISHED),
        Line("Quýt đường Ninh Thới", "HTX cây ăn trái Ninh Thới", 3, None, _WISHED),
        Line("Nước mắm rươi Hai Tới", "Cơ sở Hai Tới", 4, None, _WISHED),
        Line("Măng cụt Tân Quy", "HTX cù lao Tân Quy", 3, None, _WISHED),
        Line("Chà bông cá lóc Mười Nở", "HKD Lâm Thị Nở", 3, None, _WISHED),
    ),
    # The sums of the two sheets.
    counts=tuple(Claimed(kind, (3, 4, 5), count) for kind in _WISHED for count in (7, 4)),
)

BOOKS = (ODD_TITLES, ENTRANTS)

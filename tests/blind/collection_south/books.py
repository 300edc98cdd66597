"""Workbooks of southern and central clerks."""

from __future__ import annotations

from blind.make import xlsx
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

_WISHED = (Kind.REGISTERED, Kind.PROPOSED)

DISTRICTS = Truth(
    "south-districts",
    lambda: xlsx(
        {
            "Phu luc": [
                ["PHỤ LỤC"],
                ["DANH SÁCH SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN ĐỢT 2 NĂM 2022"],
                [
                    "(Kèm theo Quyết định số 815/QĐ-UBND ngày 29/12/2022"
                    " của Chủ tịch Ủy ban nhân dân tỉnh Gia Lai)"
                ],
                [None, None, None, None, None, None],
                [
                    "Stt",
                    "Tên sản phẩm",
                    "Tên cơ sở",
                    "Xã, phường, thị trấn",
                    "Điểm",
                    "Hạng sao",
                ],
                ["I. HUYỆN ĐAK ĐOA: 02 sản phẩm"],
                [1, "Hồ tiêu sọ Nam Yang", "HTX nông nghiệp Đồng Bằng Xanh", "Nam Yang", 75.5, 4],
                [2, "Cà phê phin giấy Glar", "Hộ kinh doanh Nhơn Hạnh", "Glar", 63, 3],
                ["II. HUYỆN CHƯ PĂH: 03 sản phẩm"],
                [3, "Mật ong rừng Biển Hồ Chè", "THT ong Nghĩa Hưng", "Nghĩa Hưng", 56.25, 3],
                [4, "Bột ngũ cốc Ia Nhin", "Hộ kinh doanh Siu H’Bia", "Ia Nhin", 58, 3],
                [5, "Gạo đỏ Ia Mơ Nông", "HTX Ia Mơ Nông", "Ia Mơ Nông", 70.2, 4],
                ["III. THỊ XÃ AN KHÊ: 02 sản phẩm"],
                [6, "Đường phổi Cửu An", "Cơ sở Tấn Lộc", "Cửu An", 61.8, 3],
                [7, "Chả bò Tây Sơn Thượng", "Cơ sở Bà Thêm", "An Phú", 64.9, 3],
                ["Tổng cộng: 07 sản phẩm (02 sản phẩm 4 sao, 05 sản phẩm 3 sao)"],
            ]
        }
    ),
    "815/QĐ-UBND",
    "2022-12-29",
    "Gia Lai",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Hồ tiêu sọ Nam Yang", "HTX nông nghiệp Đồng Bằng Xanh", 4, 75.5),
        Line("Cà phê phin giấy Glar", "Hộ kinh doanh Nhơn Hạnh", 3, 63),
        Line("Mật ong rừng Biển Hồ Chè", "THT ong Nghĩa Hưng", 3, 56.25),
        Line("Bột ngũ cốc Ia Nhin", "Hộ kinh doanh Siu H’Bia", 3, 58),
        Line("Gạo đỏ Ia Mơ Nông", "HTX Ia Mơ Nông", 4, 70.2),
        Line("Đường phổi Cửu An", "Cơ sở Tấn Lộc", 3, 61.8),
        Line("Chả bò Tây Sơn Thượng", "Cơ sở Bà Thêm", 3, 64.9),
    ),
    counts=(Claimed(Kind.NEW, (3, 4, 5), 2), Claimed(Kind.NEW, (3, 4, 5), 3)),
)

ENTRANTS = Truth(
    "south-entrants",
    lambda: xlsx(
        {
            "DS tham gia": [
                ["DANH SÁCH SẢN PHẨM THAM GIA ĐÁNH GIÁ, PHÂN HẠNG OCOP ĐỢT 2 NĂM 2025"],
                [
                    "(Ban hành kèm theo Quyết định số 477/QĐ-UBND ngày 09/10/2025"
                    " của UBND phường Bảo An, tỉnh Khánh Hòa)"
                ],
                ["TT", "Đơn vị tham gia", "Sản phẩm tham gia", "Khu phố", "Hồ sơ", "Điện thoại"],
                [1, "HTX nho rượu Tháp Chàm", "Rượu nho Tháp Chàm", "5", "Mới", "0987000111"],
                [2, "HTX nho rượu Tháp Chàm", "Mứt nho Tháp Chàm", "5", "Mới", "0987000111"],
                [3, "Hộ kinh doanh Năm Thiện", "Bánh căn bột khô", "2", "Mới", "0905000222"],
                [4, "Công ty TNHH Yến Đô Vinh", "Yến chưng táo đỏ", "8", "Mới", "0918000333"],
                ["Danh sách có 04 sản phẩm của 03 đơn vị."],
            ]
        }
    ),
    "477/QĐ-UBND",
    "2025-10-09",
    "Bảo An",
    Level.COMMUNE,
    Act.LISTS,
    (
        Line("Rượu nho Tháp Chàm", "HTX nho rượu Tháp Chàm", None, None, _WISHED),
        Line("Mứt nho Tháp Chàm", "HTX nho rượu Tháp Chàm", None, None, _WISHED),
        Line("Bánh căn bột khô", "Hộ kinh doanh Năm Thiện", None, None, _WISHED),
        Line("Yến chưng táo đỏ", "Công ty TNHH Yến Đô Vinh", None, None, _WISHED),
    ),
    # No star named: the guide of labels takes three stars and more.
    counts=(Claimed(Kind.REGISTERED, (3, 4, 5), 4), Claimed(Kind.PROPOSED, (3, 4, 5), 4)),
)

BOOKS = (DISTRICTS, ENTRANTS)

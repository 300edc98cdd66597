# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""Annexes that came as workbooks."""

from __future__ import annotations

from blind.make import xlsx
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

DISTRICT_ROWS = Truth(
    "district-rows",
    lambda: xlsx(
        {
            "PL": [
                ["PHỤ LỤC"],
                ["DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN OCOP TỈNH GIA LAI NĂM 2021"],
                [
                    "(Ban hành kèm theo Quyết định số 877/QĐ-UBND ngày 23/11/2021 của Chủ tịch UBND tỉnh Gia Lai)"
                ],
                ["TT", "Sản phẩm", "Đơn vị chủ trì", "Điểm TB", "Số sao"],
                ["I", "Huyện Chư Prông", None, None, None],
                [1, "Mật ong cà phê Bàu Cạn", "HTX Bàu Cạn", 71.5, 4],
                [2, "Hạt tiêu sọ Ia Boòng", "Công ty CP Ia Boòng", 84, 4],
                ["II", "Thị xã Ayun Pa", None, None, None],
                [3, "Bò một nắng Sông Ba", "HKD Rơ Mah H'Lan", 65.25, 3],
                ["III", "Huyện Kbang", None, None, None],
                [4, "Măng le khô Krong", "HTX Krong", 54, 3],
                [5, "Mắc ca sấy nứt Kon Pne", "THT Kon Pne", 60.1, 3],
                ["Tổng cộng: 05 sản phẩm (02 sản phẩm 4 sao, 03 sản phẩm 3 sao)"],
            ]
        }
    ),
    "877/QĐ-UBND",
    "2021-11-23",
    "Gia Lai",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Mật ong cà phê Bàu Cạn", "HTX Bàu Cạn", 4, 71.5),
        Line("Hạt tiêu sọ Ia Boòng", "Công ty CP Ia Boòng", 4, 84),
        Line("Bò một nắng Sông Ba", "HKD Rơ Mah H'Lan", 3, 65.25),
        Line("Măng le khô Krong", "HTX Krong", 3, 54),
        Line("Mắc ca sấy nứt Kon Pne", "THT Kon Pne", 3, 60.1),
    ),
)

SUMMARY_SHEET = Truth(
    "summary-sheet",
    lambda: xlsx(
        {
            "Tong hop": [
                ["TỔNG HỢP SỐ LƯỢNG SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN"],
                ["TT", "Địa phương", "Số lượng 4 sao", "Số lượng 3 sao", "Cộng"],
                [1, "Huyện Thạch Thất", 1, 1, 2],
                [2, "Huyện Quốc Oai", 1, 1, 2],
                [None, "Cộng", 2, 2, 4],
            ],
            "Chi tiet": [
                ["DANH SÁCH SẢN PHẨM OCOP THÀNH PHỐ HÀ NỘI ĐỢT 2 NĂM 2022"],
                [
                    "(Kèm theo Quyết định số 5012/QĐ-UBND ngày 20 tháng 12 năm 2022 của UBND thành phố Hà Nội)"
                ],
                ["Chủ thể", "Sản phẩm", "Huyện", "Tổng số điểm", "Xếp hạng"],
                ["HTX Bún Phú Xuyên Đoài", "Bún ngũ sắc Phú Đoài", "Thạch Thất", "81,2", "4*"],
                ["Công ty TNHH Mây Canh Nậu", "Khay mây Canh Nậu", "Thạch Thất", "69,4", "3*"],
                ["HKD Đỗ Văn Sự", "Miến dong So Đỗ Sự", "Quốc Oai", "74,8", "4*"],
                ["HTX Nông sản Cấn Thượng", "Trứng gà ta Cấn Thượng", "Quốc Oai", "62", "3*"],
            ],
        }
    ),
    "5012/QĐ-UBND",
    "2022-12-20",
    "Hà Nội",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Bún ngũ sắc Phú Đoài", "HTX Bún Phú Xuyên Đoài", 4, 81.2),
        Line("Khay mây Canh Nậu", "Công ty TNHH Mây Canh Nậu", 3, 69.4),
        Line("Miến dong So Đỗ Sự", "HKD Đỗ Văn Sự", 4, 74.8),
        Line("Trứng gà ta Cấn Thượng", "HTX Nông sản Cấn Thượng", 3, 62),
    ),
    # the sums of each of the two districts
    (
        Claimed(Kind.NEW, (4,), 1),
        Claimed(Kind.NEW, (3,), 1),
        Claimed(Kind.NEW, (3, 4, 5), 2),
    ),
)

WORKBOOKS = (DISTRICT_ROWS, SUMMARY_SHEET)

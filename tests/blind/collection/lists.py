# ruff: noqa: E501 (a paragraph of a paper stands on one line)
"""Recognitions that name their products in text, without a table."""

from __future__ import annotations

from blind.make import Head, Middle, docx
from blind.truth import Claimed, Line, Truth
from extract.model import Act, Kind, Level

NUMBERED = Truth(
    "numbered-list",
    lambda: docx(
        [
            Head(
                "ỦY BAN NHÂN DÂN\nTỈNH ĐIỆN BIÊN",
                "Số: 1188/QĐ-UBND",
                "Điện Biên, ngày 21 tháng 12 năm 2020",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("V/v công nhận sản phẩm OCOP tỉnh Điện Biên đợt 2 năm 2020"),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN"),
            "Căn cứ Quyết định số 1048/QĐ-TTg ngày 21/8/2019 của Thủ tướng Chính phủ;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận 04 sản phẩm đạt hạng sao OCOP, cụ thể:",
            "1. Sản phẩm Gạo tám Noong Luống, của Hợp tác xã Noong Luống, địa chỉ: xã Noong Luống, huyện Điện Biên, đạt 4 sao;",
            "2. Sản phẩm Bánh khẩu xén Mường Lay, của Hộ kinh doanh Điêu Thị Lún, địa chỉ: phường Na Lay, thị xã Mường Lay, đạt 3 sao;",
            "3. Sản phẩm Chè tuyết cổ thụ Tủa Thàng, của Công ty TNHH Tủa Thàng Trà, địa chỉ: xã Tủa Thàng, huyện Tủa Chùa, đạt 4 sao;",
            "4. Sản phẩm Mắc ca sấy Tuần Giáo, của HTX Mắc ca Pú Nhung, địa chỉ: xã Pú Nhung, huyện Tuần Giáo, đạt 3 sao.",
            "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLò Văn Phước",
        ]
    ),
    "1188/QĐ-UBND",
    "2020-12-21",
    "Điện Biên",
    Level.PROVINCE,
    Act.RECOGNISES,
    (
        Line("Gạo tám Noong Luống", "Hợp tác xã Noong Luống", 4),
        Line("Bánh khẩu xén Mường Lay", "Hộ kinh doanh Điêu Thị Lún", 3),
        Line("Chè tuyết cổ thụ Tủa Thàng", "Công ty TNHH Tủa Thàng Trà", 4),
        Line("Mắc ca sấy Tuần Giáo", "HTX Mắc ca Pú Nhung", 3),
    ),
)

SINGLE = Truth(
    "single-product",
    lambda: docx(
        [
            Head("UBND HUYỆN TÂN PHƯỚC", "Số: 5127/QĐ-UBND", "Tân Phước, ngày 02 tháng 7 năm 2024"),
            Middle("QUYẾT ĐỊNH"),
            Middle(
                "Về việc công nhận sản phẩm “Khóm sấy dẻo Ba Kiểm” của Hợp tác xã Khóm Ba Kiểm đạt OCOP 3 sao"
            ),
            Middle("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN TÂN PHƯỚC"),
            "Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023 của Thủ tướng Chính phủ;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Công nhận sản phẩm Khóm sấy dẻo Ba Kiểm của Hợp tác xã Khóm Ba Kiểm (ấp Mỹ Lợi, xã Thạnh Mỹ) đạt 3 sao, số điểm 67,3.",
            "Điều 2. Giấy chứng nhận có thời hạn 36 tháng.",
            "CHỦ TỊCH\n\nTrần Hoàng Nhựt",
        ]
    ),
    "5127/QĐ-UBND",
    "2024-07-02",
    "Tân Phước",
    Level.DISTRICT,
    Act.RECOGNISES,
    (Line("Khóm sấy dẻo Ba Kiểm", "Hợp tác xã Khóm Ba Kiểm", 3, 67.3),),
)

MINISTRY = Truth(
    "ministry",
    lambda: docx(
        [
            Head(
                "BỘ NÔNG NGHIỆP\nVÀ PHÁT TRIỂN NÔNG THÔN",
                "Số: 2781/QĐ-BNN-VPĐP",
                "Hà Nội, ngày 03 tháng 7 năm 2023",
            ),
            Middle("QUYẾT ĐỊNH"),
            Middle("Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP cấp quốc gia năm 2023"),
            Middle("BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"),
            "Căn cứ Nghị định số 105/2022/NĐ-CP ngày 22/12/2022 của Chính phủ;",
            Middle("QUYẾT ĐỊNH:"),
            "Điều 1. Phân hạng “Sản phẩm OCOP cấp quốc gia” (5 sao) cho 03 sản phẩm có tên sau đây:",
            "1. Cốm gạo nếp Hương Tràm - Công ty TNHH Hương Tràm, xã Khánh Bình, huyện Trần Văn Thời, tỉnh Cà Mau.",
            "2. Bình hút lộc men lam - Công ty Cổ phần Gốm Lam Kinh, xã Kim Lan, huyện Gia Lâm, thành phố Hà Nội.",
            "3. Miến sâm núi Dành - Hợp tác xã Sâm Liên Chung, xã Liên Chung, huyện Tân Yên, tỉnh Bắc Giang.",
            "Điều 2. Giấy chứng nhận có giá trị 36 tháng.",
            "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nLê Minh Thuận",
        ]
    ),
    "2781/QĐ-BNN-VPĐP",
    "2023-07-03",
    "Việt Nam",
    Level.NATION,
    Act.RECOGNISES,
    (
        Line("Cốm gạo nếp Hương Tràm", "Công ty TNHH Hương Tràm", 5),
        Line("Bình hút lộc men lam", "Công ty Cổ phần Gốm Lam Kinh", 5),
        Line("Miến sâm núi Dành", "Hợp tác xã Sâm Liên Chung", 5),
    ),
    counts=(Claimed(Kind.NEW, (5,), 1),),  # of each of the three provinces
)

LISTS = (NUMBERED, SINGLE, MINISTRY)

"""The columns of annexes, as provinces lay them out."""

from __future__ import annotations

from papers.truth import Column

STT = Column(("STT",), "number", 0.5)
TT = Column(("TT",), "number", 0.45)
NAME = Column(("Tên sản phẩm",), "name", 2.4)
PRODUCER = Column(("Tên chủ thể",), "producer", 2.6)
ADDRESS = Column(("Địa chỉ",), "address", 2.4)
SCORE = Column(("Điểm",), "score", 0.8)
STARS = Column(("Hạng sao",), "stars", 0.8)
NOTE = Column(("Ghi chú",), "note", 1.0)

PLAIN = (STT, NAME, PRODUCER, ADDRESS, SCORE, STARS)
"""Six columns under one head."""

BY_DISTRICT = (
    TT,
    Column(("Huyện, thành phố, thị xã",), "district", 1.2),
    Column(("Tên sản phẩm",), "name", 2.4),
    Column(("Chủ thể sản xuất",), "producer", 2.4),
    Column(("Xã, phường, thị trấn",), "commune", 1.3),
    Column(("Điểm bình quân",), "score", 0.8),
    Column(("Xếp hạng",), "stars", 0.8),
)
"""The district in a column of its own, whose cells may be merged."""

MARKS = (
    STT,
    Column(("Sản phẩm",), "name", 2.4),
    Column(("Chủ thể",), "producer", 2.4),
    ADDRESS,
    Column(("Kết quả phân hạng", "3 sao"), "marks3", 0.6),
    Column(("Kết quả phân hạng", "4 sao"), "marks4", 0.6),
    NOTE,
)
"""A cross stands in the column of the star."""

PARTS_OF_SCORE = (
    TT,
    Column(("Thông tin sản phẩm", "Tên sản phẩm"), "name", 2.2),
    Column(("Thông tin sản phẩm", "Nhóm sản phẩm"), "group", 1.4),
    Column(("Thông tin chủ thể", "Tên cơ sở"), "producer", 2.2),
    Column(("Thông tin chủ thể", "Địa chỉ"), "address", 2.0),
    Column(("Kết quả đánh giá", "Điểm thành phần", "Phần A"), "part_a", 0.6),
    Column(("Kết quả đánh giá", "Điểm thành phần", "Phần B"), "part_b", 0.6),
    Column(("Kết quả đánh giá", "Điểm thành phần", "Phần C"), "part_c", 0.6),
    Column(("Kết quả đánh giá", "Tổng điểm"), "score", 0.7),
    Column(("Kết quả đánh giá", "Phân hạng"), "stars", 0.8),
)
"""Heads over three rows, the parts of the score before their sum."""

TOGETHER = (
    STT,
    Column(("Tên sản phẩm/Chủ thể",), "name_producer", 3.2),
    Column(("Địa chỉ sản xuất",), "address", 2.4),
    SCORE,
    Column(("Phân hạng",), "stars", 0.8),
)
"""Product and producer in one cell."""

UNNUMBERED = (
    Column(("Tên sản phẩm",), "name", 2.4),
    Column(("Đơn vị sản xuất, kinh doanh",), "producer", 2.4),
    ADDRESS,
    Column(("Đạt hạng",), "stars", 0.8),
)
"""No column of numbers."""

STARS_IN_HEADS = (
    STT,
    Column(("Tên sản phẩm",), "name", 2.6),
    Column(("Chủ thể",), "producer", 2.6),
    ADDRESS,
    Column(("Điểm trung bình",), "score", 0.9),
)
"""Only the head above the rows tells the star."""

PRODUCER_FIRST = (
    TT,
    Column(("Tên tổ chức, cá nhân",), "producer", 2.4),
    Column(("Địa chỉ",), "address", 2.2),
    Column(("Tên sản phẩm được công nhận",), "name", 2.4),
    Column(("Hạng sản phẩm",), "stars", 0.8),
    Column(("Thời hạn",), "note", 0.9),
)
"""The producer stands before its products, and its cell may be merged."""

COMMUNES = (
    STT,
    NAME,
    Column(("Chủ thể",), "producer", 2.4),
    Column(("Xã/phường",), "commune", 1.4),
    SCORE,
    Column(("Kết quả",), "stars", 0.8),
    Column(("Hình thức công nhận",), "standing", 1.1),
)
"""Since July 2025: no districts; new and re-recognised side by side."""

UPGRADES = (
    STT,
    NAME,
    PRODUCER,
    ADDRESS,
    Column(("Phân hạng", "Đã công nhận"), "before", 0.9),
    Column(("Phân hạng", "Đề nghị công nhận"), "stars", 0.9),
    Column(("Điểm",), "score", 0.7),
)
"""The star before and the star now."""

CANDIDATES = (
    STT,
    Column(("Tên sản phẩm đăng ký",), "name", 2.6),
    Column(("Chủ thể tham gia",), "producer", 2.6),
    ADDRESS,
    Column(("Ngành hàng",), "group", 1.6),
)
"""Those who take part; nothing has been judged yet."""

NATIONAL = (
    STT,
    NAME,
    Column(("Chủ thể",), "producer", 2.4),
    Column(("Tỉnh, thành phố",), "province", 1.2),
    Column(("Điểm",), "score", 0.7),
)
"""Of the ministry: products of many provinces."""

"""Words that make the number behind them a difference: "hơn cùng kỳ năm ngoái 8 sản phẩm"."""

from __future__ import annotations

import re

_TIME = (
    r"(?:(?:cả )?năm (?:ngoái|trước|\d{4})|cùng kỳ|kỳ trước|(?:đợt|tháng|quý|giai đoạn) "
    r"(?:trước|\d{1,4})(?: ?- ?\d{4})?)(?: (?:của )?năm (?:ngoái|trước|\d{4}))?"
)
_PLAN = r"(?:kế hoạch|chỉ tiêu|mục tiêu|dự kiến)(?: (?:đề ra|được giao|tỉnh giao|đặt ra|năm))?"
_PLACE = r"(?:tỉnh|huyện|xã|phường|thị xã|thành phố) [^.;:,()\d#]{2,30}?"
_MORE = r"(?:(?:nhiều|ít|cao|thấp|nhỉnh|trội) )?hơn(?: hẳn| cả| so với)?|kém|thua|hụt(?: so với)?"

BY_HOW_MANY = (
    rf"(?<!\w)(?:(?:{_MORE}) (?:{_TIME}|{_PLAN}|{_PLACE})|vượt (?:so với )?{_TIME})"
    r"(?: (?:là|tới|đến|những|đúng|khoảng|gần)){0,2}"
)
"""More or fewer than another time, plan or place, and nothing else before the number.

Examples: "hơn năm 2022 là 8", "kém cùng kỳ 5", "nhiều hơn tỉnh Hà Nam 9", "hụt kế hoạch 3".
Counter-examples: "hơn 100" (at least so many), "hơn cùng kỳ năm ngoái (37" and "hơn mức 10"
(what it is compared with), "hơn năm 2022, với 45" (the count itself), "vượt chỉ tiêu 45" (most
often the plan: only arithmetic could tell).
"""
_WORDS = ("hơn", "kém", "thua", "hụt", "vượt")
_BEFORE = re.compile(BY_HOW_MANY + " $")


def is_difference(left: str) -> bool:
    """Whether the number behind these folded words tells by how many something differs.

    >>> is_difference("công nhận 45 sản phẩm, hơn năm 2022 là "), is_difference("công nhận hơn ")
    (True, False)
    """
    return any(word in left for word in _WORDS) and _BEFORE.search(left) is not None

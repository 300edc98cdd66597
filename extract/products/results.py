"""How a line ends that tells what its product was given: ", đạt 86,5 điểm, xếp hạng 4 sao;"."""

from __future__ import annotations

import re

CLASS = r"(?:[1-5]|ba|bốn|năm) ?(?:sao(?!\w)|\*)"
RESULT = re.compile(
    r"[,;:.( –-]{1,3}(?:(?:không|chưa) (?:đủ điều kiện )?|(?:lần lượt|tương ứng) )?"
    r"(?:đạt|được|xếp|phân|hạng|kết quả|tổng|điểm|số điểm|với)(?!\w)[^;]*;?$|"
    r"[,;:( –-]{1,3}\d{2,3}(?:[.,]\d{1,2})? ?điểm.*$|"
    rf"(?:[,;:(]| [–-]) ?{CLASS}.*$"
)
"""From the sign before the result to the end: a verb, points, or the class itself."""
TOLD = re.compile(rf"\d ?điểm|{CLASS}")
"""Points or a class: without any of these words tell no result."""

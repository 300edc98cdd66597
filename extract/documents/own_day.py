"""The day that a text gives itself in its own words, where no date line stands beside it.

An annex names the letter that it comes with ("Kèm theo Báo cáo số 96/BC-UBND ngày
18/6/2024"), a paper prints its day behind its number, minutes open with the day of the
meeting ("Hôm nay, hồi 14 giờ ngày 18 tháng 6 năm 2024"), and a broadcast or a round-up
has the day in its name ("Bản tin trưa ngày 04/01/2023"). The laws that a paper rests on
("Căn cứ …", "Thực hiện …") say nothing of its own day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.documents.datelines import find_days

_HEAD = 12
"""Lines that hold the number, the name and the opening of a paper."""
_DAY = r"\d{1,2}\s?(?:[/.\-]\s?\d{1,2}\s?[/.\-]\s?20\d\d|tháng\s\d{1,2}\snăm\s20\d\d)"
_PAPER = r"(?:quyết định|báo cáo|công văn|kế hoạch|tờ trình|thông báo|nghị quyết|văn bản|hướng dẫn)"
_SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # an annex: "(Kèm theo Công văn số 12/SNN-PTNT ngày 5/3/2024 của …)"
        rf"^\s*\(?(?:ban hành )?kèm theo {_PAPER}[^()\n]{{0,60}}?ngày (?P<day>{_DAY})",
        # a number with its day: "Số: 31/KH-UBND - ngày 29/01/2024"
        rf"^(?:[^\n]{{0,60}}[-–|] ?|{_PAPER} )?số\s?:?\s?\d+\s?/[\w/-]{{2,20}}[\s,–-]+ngày "
        rf"(?P<day>{_DAY})\W*$",
        # minutes: "Hôm nay, hồi 14 giờ 00 ngày 18 tháng 6 năm 2024, tại …"
        r"^\W*(?:hôm nay,|thời gian(?: họp)?\s?:)(?!\s?(?:thứ|chủ nhật))[^\n]{0,40}?ngày "
        rf"(?P<day>{_DAY})(?!\s?[|\d])",
        # broadcasts and round-ups: "Bản tin trưa ngày 04/01/2023", "ĐIỂM TIN OCOP (25/4/2025)"
        r"^\W*(?:bản tin|phát thanh|điểm tin|đọc nhanh|tin nhanh|chương trình phát thanh)"
        rf"[^\n.;]{{0,50}}?(?:ngày |\()(?P<day>{_DAY})\W*$",
    )
)


def own_day(lines: Sequence[str]) -> tuple[str, int] | None:
    """The day (ISO) that the head of a text gives itself, and the index of its line.

    >>> own_day(["PHỤ LỤC", "(Kèm theo Báo cáo số 96/BC-UBND ngày 18/6/2024 của UBND huyện)"])
    ('2024-06-18', 1)
    >>> own_day(["Căn cứ Quyết định số 1048/QĐ-TTg ngày 21/8/2019 của Thủ tướng"])
    """
    for i, line in enumerate(lines[:_HEAD]):
        for shape in _SHAPES:
            match = shape.search(line[:200])
            days = find_days(match["day"]) if match else []
            if days:
                return days[0][2], i
    return None

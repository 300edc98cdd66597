"""How offices word the same things: bases, articles, letters of several kinds.

Legal formulas are those of Nghị định 30/2020/NĐ-CP; all else is our own wording.
"""

from __future__ import annotations

from papers.letter import slashed

GOVERNMENT_LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
NEW_LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
CRITERIA_2019 = (
    "Căn cứ Quyết định số 1048/QĐ-TTg ngày 21 tháng 8 năm 2019 của Thủ tướng Chính phủ về việc "
    "ban hành Bộ tiêu chí đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm;"
)
CRITERIA_2023 = (
    "Căn cứ Quyết định số 148/QĐ-TTg ngày 24 tháng 02 năm 2023 của Thủ tướng Chính phủ ban hành "
    "Bộ tiêu chí và quy trình đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm;"
)
CRITERIA_2025 = (
    "Căn cứ Quyết định số 1489/QĐ-TTg ngày 06/7/2025 của Thủ tướng Chính phủ sửa đổi, bổ sung "
    "một số nội dung của Quyết định số 148/QĐ-TTg ngày 24/02/2023;"
)
PROGRAMME_2018 = (
    "Căn cứ Quyết định số 490/QĐ-TTg ngày 07/5/2018 của Thủ tướng Chính phủ phê duyệt Chương "
    "trình mỗi xã một sản phẩm giai đoạn 2018 - 2020;"
)
PROGRAMME_2022 = (
    "Căn cứ Quyết định số 919/QĐ-TTg ngày 01/8/2022 của Thủ tướng Chính phủ phê duyệt Chương "
    "trình mỗi xã một sản phẩm giai đoạn 2021 - 2025;"
)
BASES = {
    GOVERNMENT_LAW: (),
    NEW_LAW: (),
    CRITERIA_2019: ("1048/QĐ-TTg",),
    CRITERIA_2023: ("148/QĐ-TTg",),
    CRITERIA_2025: ("1489/QĐ-TTg", "148/QĐ-TTg"),
    PROGRAMME_2018: ("490/QĐ-TTg",),
    PROGRAMME_2022: ("919/QĐ-TTg",),
}
"""The numbers that each basis names."""


def named(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers that these bases name, in order, each once."""
    return tuple(dict.fromkeys(n for line in lines for n in BASES.get(line, ())))


def laws(day: str) -> tuple[str, ...]:
    """The bases of a recognition of this day."""
    if day < "2023-02-24":
        programme = PROGRAMME_2018 if day < "2022-08-01" else PROGRAMME_2022
        return (GOVERNMENT_LAW, programme, CRITERIA_2019)
    if day < "2025-07-01":
        return (GOVERNMENT_LAW, PROGRAMME_2022, CRITERIA_2023)
    return (NEW_LAW, PROGRAMME_2022, CRITERIA_2023, CRITERIA_2025)


def request(office: str, number: str, day: str) -> str:
    paper = f"Tờ trình số {number}/TTr-{_code(office)} ngày {slashed(day)}"
    return f"Theo đề nghị của {office} tại {paper}."


def _code(office: str) -> str:
    if "Môi trường" in office:
        return "SNNMT" if "Sở" in office else "PNNMT"
    return "SNN" if "Sở" in office else "PNN"


def rights(days: str = "36 tháng") -> str:
    """What the recognised may do, and how long."""
    return (
        "Điều 2. Các sản phẩm tại Điều 1 được cấp Giấy chứng nhận, được in hạng sao lên nhãn và "
        f"bao bì theo quy định; kết quả có giá trị {days} kể từ ngày ký Quyết định này."
    )


def last(who: str, number: int = 3) -> str:
    """The article that says who carries the paper out."""
    return (
        f"Điều {number}. Chánh Văn phòng {who}; Thủ trưởng các cơ quan liên quan và các chủ thể "
        "có sản phẩm nêu tại Điều 1 chịu trách nhiệm thi hành Quyết định này.\n"
        "Quyết định này có hiệu lực kể từ ngày ký./."
    )


def attached(number: str, day: str, of: str) -> str:
    """The line under the heading of an annex."""
    return f"(Kèm theo Quyết định số {number} ngày {slashed(day)} của {of})"

"""Words before a date: which edge of it is meant, and what the sentence uses it for.

Patterns here end in ``$``: they are held against the words before the date, of which
``EDGES`` takes its part first and ``ROLES`` reads the rest.
"""

from __future__ import annotations

import re

from extract.mentions.dates.value import Edge, TimeRole
from extract.mentions.rule import Rule


def _edge(
    words: str, edge: Edge, note: str, *examples: str, no: tuple[str, ...] = ()
) -> Rule[Edge]:
    """A rule for words that stand right before a date and say which part is meant."""
    pattern = re.compile(rf"(?<!\w)(?P<span>{words})(?: (?:của|khoảng))? ?(?:ngày ?)?$")
    given = tuple((text, edge) for text in examples)
    return Rule(f"date.edge.{edge.value}", pattern, lambda _: edge, note, given, no)


EDGES: tuple[Rule[Edge], ...] = (
    _edge(
        r"(?:(?:đến|tới) )?(?:hết|kết thúc|sát)|(?:đến|tới) (?:thời điểm )?cuối",
        Edge.BY_END,
        "The whole of it is over.",
        "tính đến hết ",
        "Đến cuối ",
        "lũy kế hết ",
        no=("cuối ", "trước hết, "),
    ),
    _edge("cuối", Edge.END, "The end of it, without 'đến'.", "hồi cuối ", no=("đầu ",)),
    _edge(
        "nửa đầu|đầu|thượng tuần",
        Edge.BEGIN,
        "Early in it: no day is told.",
        "từ đầu ",
        "Trong nửa đầu ",
        no=("cuối ",),
    ),
    _edge(
        "giữa|trung tuần|hạ tuần|nửa cuối|nửa sau|nửa cuối của",
        Edge.MIDDLE,
        "Somewhere inside it: no day is told.",
        "Giữa ",
        no=("cuối ",),
    ),
    _edge("trước", Edge.BEFORE, "'Trước tháng 8' is by 31 July.", "Trước ", no=("trước mắt ",)),
    _edge(
        "(?:kể |tính )?từ(?: thời điểm)?",
        Edge.FROM,
        "It begins there.",
        "kể từ ngày ",
        "Từ ngày",
        no=("đến ngày ",),
    ),
)


def _role(
    name: str, words: str, role: TimeRole, note: str, *examples: str, no: tuple[str, ...] = ()
) -> Rule[TimeRole]:
    """A rule for words before the date that say what it is used for."""
    pattern = re.compile(rf"(?:{words})$")
    given = tuple((text, role) for text in examples)
    return Rule(f"date.role.{name}", pattern, lambda _: role, note, given, no)


_DAY_WORD = r"(?:ngày ?|hôm )?"

ROLES: tuple[Rule[TimeRole], ...] = (
    _role(
        "clock",
        r"(?:(?:cập nhật|đăng|xuất bản|đăng tải|posted on|post date)(?: ngày)?(?: lúc)?"
        r"|hôm nay ?:|ngày (?:đăng|cập nhật|xuất bản|tạo))\s?[:|,(]? ?"
        rf"(?:(?:thứ \w{{1,4}}|chủ nhật|\d\d?:\d\d(?::\d\d)?),? )?{_DAY_WORD}",
        TimeRole.CLOCK,
        "A stamp that the site prints.",
        "Ngày đăng: ",
        "(Cập nhật: ",
        "Ngày xuất bản: ",
        "Hôm nay: Thứ Ba, ",
        no=("ban hành ngày ", "số liệu ngày "),
    ),
    _role(
        "weekday",
        r"(?<!vào )(?<!sáng )(?<!chiều )(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
        rf"[ ,-]{{1,3}}{_DAY_WORD}",
        TimeRole.CLOCK,
        "A full date behind the day of the week is a stamp.",
        "Thứ Tư, ",
        "\nThứ bảy, ngày ",
        no=("vào thứ Tư, ",),
    ),
    _role(
        "time_before",
        rf"\d\d?:\d\d?(?::\d\d)?'? ?(?:am|pm|sa|ch)?[ ,|-]{{0,3}}{_DAY_WORD}",
        TimeRole.CLOCK,
        "A time with a colon before the day is a stamp; sentences write 15h30'.",
        "Cập nhật lúc : 20:22 ",
        "08:09' - ",
        no=("15h30' ngày ",),
    ),
    _role(
        "dateline",
        r"\((?:ttxvn|qđnd|chinhphu\.vn|dân trí|vov|vtv)[\w ./-]{0,20} ",
        TimeRole.CLOCK,
        "The agency's dateline at the head of the text.",
        "Hà Nội (TTXVN ",
        no=("(sáng ",),
    ),
    _role(
        "issued",
        r"(?:^|\n|\s{2}|[;|] ?|- |\w-\w{2,10} )"
        r"(?:[^\W\d][^\n,;.|\d]{1,28}, ngày\s?|ngày ban hành ?:? ?\|? ?)",
        TimeRole.ISSUED,
        "Place and day at the head of an official paper (Nghị định 30/2020/NĐ-CP).",
        "\nHà Tĩnh, ngày ",
        "Số: 115/KH-UBND   Huế, ngày ",
        no=("tại Hà Tĩnh, trong ngày ",),
    ),
    _role(
        "decision",
        r"(?:\d ?/ ?[\w&]{1,6}(?: ?- ?[\w&]{2,12}){1,2}|quyết định (?:\w{1,8} ){0,4}"
        r"|(?:quyết định|kế hoạch|nghị quyết|công văn|tờ trình|báo cáo) (?:số )?\d{1,5})"
        r"(?:,? (?:được |do )?(?:[\w ]{2,30} )?(?:ký|ban hành))?,? (?:ngày ?|hôm )",
        TimeRole.DECISION,
        "The day right after the number of a paper.",
        "490/QĐ-TTg ngày ",
        "Quyết định số 385 ngày ",
        "843/QĐ-UBND do UBND tỉnh ký ngày ",
        no=("trong ngày ",),
    ),
    _role(
        "signed",
        r"(?:ký|ban hành)(?: vào)? (?:ngày ?|hôm )",
        TimeRole.DECISION,
        "The day a paper was signed.",
        "được UBND tỉnh ký hôm ",
        "Ký ngày ",
        no=("đăng ký ",),
    ),
    _role(
        "comparison",
        r"(?:so với|cùng kỳ|so)(?: (?:thời điểm|cùng kỳ|kết quả|số liệu))?(?: của)? ?"
        rf"(?:hồi )?{_DAY_WORD}",
        TimeRole.COMPARISON,
        "The number before or after it is told for another time.",
        "tăng 49 sản phẩm so với ",
        "cùng kỳ ",
        no=("đến ",),
    ),
    _role(
        "horizon",
        r"(?:định hướng|tầm nhìn)(?: (?:đến|tới))? ?",
        TimeRole.HORIZON,
        "A far aim in the name of a programme; never an as-of.",
        "giai đoạn 2021 - 2025, định hướng đến ",
        no=("đến ",),
    ),
    _role(
        "period",
        r"(?:giai đoạn|đợt [\divx]{1,4},?(?: của)?|lần [\divx]{1,4},?|kết quả|kế hoạch|trong) ?",
        TimeRole.PERIOD,
        "The time that results or plans belong to.",
        "giai đoạn ",
        "đợt 2 của ",
        no=("đến ",),
    ),
    _role(
        "to",
        rf"(?<!\w)(?:đến|tới)(?: thời điểm)? ?{_DAY_WORD}",
        TimeRole.AS_OF,
        "'tính đến', 'đến': the state on that day, or a deadline where a plan speaks.",
        "Tính đến ",
        "thống kê đến ngày ",
        "số liệu chốt đến ",
        "đến ngày ",
        no=("trước ngày ",),
    ),
    _role(
        "counted_on",
        r"(?:(?:chốt|khóa|khoá)(?: sổ| số liệu)?|số liệu|(?:theo|con) số|thống kê|rà soát|thời điểm"
        r"|(?:cho|theo|ở|tại|lấy) mốc|còn (?:hiệu lực|thời hạn|giá trị|hạn))"
        rf"(?: (?:vào|tại|của|ở))? {_DAY_WORD}",
        TimeRole.AS_OF,
        "Figures counted on that day.",
        "số liệu chốt ngày ",
        "kỳ báo cáo khóa sổ ngày ",
        "con số cho mốc ",
        "theo số của ",
        "số sản phẩm còn hiệu lực tại ngày ",
        no=("tổ chức ngày ", "có hiệu lực ngày ", "cột mốc "),
    ),
    _role(
        "state_on",
        r"(?:^|[(,;:] ?|sản phẩm |bàn giao )tại (?:thời điểm )?(?:ngày ?)?",
        TimeRole.AS_OF,
        "'tại ngày 01/7' is a state; things are done 'ngày', not 'tại ngày'.",
        "338 sản phẩm (tại ",
        "Hồ sơ bàn giao tại ngày ",
        no=("họp tại Huế ngày ", "vào ngày "),
    ),
)

RULES = (*EDGES, *ROLES)

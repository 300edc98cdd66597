"""Titles of papers that move a term: of what was given, or only of a task.

"Gia hạn Giấy chứng nhận" lets what was recognised hold longer: nothing is assessed or given
anew, so it amends the papers that gave it. "Gia hạn nộp hồ sơ" moves a day of the office.
"""

from __future__ import annotations

from extract.anatomy.act_rule import IN, act_rule
from extract.mentions.rule import Rule
from extract.model import Act

TERMS: tuple[Rule[Act], ...] = (
    act_rule(
        "moves_task",
        r"(?:gia hạn|kéo dài|lùi|điều chỉnh|thay đổi)"
        r" (?:(?:thêm|thời (?:gian|hạn|điểm)|tiến độ|hạn|việc|ngày|lịch) ){0,3}"
        r"(?:nộp|gửi|tiếp nhận|nhận|đăng ký|tham gia|thực hiện|hoàn thành|tổ chức|họp|chấm|"
        r"đánh giá|triển khai|giải ngân|thanh toán|hợp đồng|dự án|đề án|kế hoạch|hồ sơ)(?!\w)",
        Act.OTHER,
        "A term of work: of filing, of a plan, of an assessment.",
        "Gia hạn thời gian nộp hồ sơ đánh giá, công nhận sản phẩm OCOP",
        "Kéo dài thời gian thực hiện Kế hoạch phát triển sản phẩm OCOP",
        "Lùi thời hạn tiếp nhận hồ sơ đề nghị công nhận sản phẩm OCOP",
        no=("Gia hạn thời hạn hiệu lực của Giấy chứng nhận sản phẩm OCOP",),
    ),
    act_rule(
        "prolongs",
        r"(?<!công nhận )(?<!công nhận và )(?<!công nhận, )"
        rf"(?:gia hạn|kéo dài|nới)(?!\w){IN}{{0,60}}?(?<!\w)"
        r"(?:giấy (?:chứng nhận|công nhận)|chứng nhận|hiệu lực|giá trị|công nhận|kết quả|"
        r"quyết định|hạng|sản phẩm|ocop)(?!\w)"
        rf"|(?:điều chỉnh|thay đổi)(?: lại)? (?:thời hạn|thời gian|ngày){IN}{{0,20}}?"
        r" (?:hiệu lực|giá trị|công nhận|giấy (?:chứng|công) nhận)(?!\w)",
        Act.AMENDS,
        "Lets what was given hold longer.",
        "Gia hạn thời gian hiệu lực của Giấy chứng nhận sản phẩm OCOP",
        "Kéo dài thời hạn công nhận đối với 12 sản phẩm OCOP",
        "Điều chỉnh thời hạn có giá trị của Giấy chứng nhận",
        no=(
            "Công nhận và gia hạn Giấy chứng nhận sản phẩm OCOP",
            "Kéo dài thời gian nghỉ",
        ),
    ),
)
"""Acts told by a term that is moved; the task goes before what was given."""

RULES = TERMS

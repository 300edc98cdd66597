"""Words of what is not given yet: aimed at, expected, put forward, entered, assessed."""

from __future__ import annotations

from extract.mentions.cue_rule import CueValue, cue_rule
from extract.mentions.rule import Rule
from extract.model import Kind

AIMS: tuple[Rule[CueValue], ...] = (
    # ── target ──
    cue_rule(
        "aim",
        Kind.TARGET,
        3,
        r"phấn đấu|mục tiêu(?! quốc gia| qg)|chỉ tiêu|đặt ra|đề ra|hướng tới|hướng đến|cố gắng|"
        r"quyết tâm|"
        r"nỗ lực để|tham vọng|về đích|tỉnh giao|huyện giao|thành phố giao|được giao|giao chỉ tiêu|"
        r"(?:xây dựng|phát triển)(?: mới| thêm)?(?: từ| ít nhất| tối thiểu| khoảng)(?= \d)",
        "words of aiming",
        (
            "phấn đấu có thêm 80 sản phẩm",
            "Mục tiêu: 150 sản phẩm",
            "chỉ tiêu năm 2024: 07 sản phẩm",
        ),
        ("Chương trình mục tiêu quốc gia",),
    ),
    cue_rule(
        "plan",
        Kind.TARGET,
        2,
        r"(?:theo )?kế hoạch(?! số)(?: đề ra| năm| giao| cả năm| của tỉnh)?|theo lộ trình|lộ trình|"
        r"nhiệm vụ(?: năm| trọng tâm)|phương hướng|định hướng|cần(?: có| phải)|yêu cầu(?= mỗi)",
        "plans, which are cited as often as they aim",
        ("theo kế hoạch, tỉnh có thêm 39 sản phẩm", "phương hướng năm 2024"),
        ("Kế hoạch số 27/KH-UBND",),
    ),
    # ── forecast ──
    cue_rule(
        "expect",
        Kind.FORECAST,
        3,
        r"dự kiến|ước(?: tính| cả năm| đạt| thực hiện| có| đến)|dự báo|sẽ(?: có| đạt| là| được| "
        r"nâng|"
        r" lên| công nhận| vượt)|sắp có|khả năng có|kỳ vọng",
        "what is expected",
        ("Dự kiến, đến hết năm 2020", "cả tỉnh sẽ có 61 sản phẩm"),
        ("mơ ước",),
    ),
)
"""Targets and forecasts: they govern the parts told below them."""

FILES: tuple[Rule[CueValue], ...] = (
    # ── proposed ──
    cue_rule(
        "put_forward",
        Kind.PROPOSED,
        3,
        r"(?:được )?(?:đề nghị|đề xuất|kiến nghị)|(?:đã |được |đang )?(?<!chương )(?<!quy )(?<!lộ "
        r")(?<!tiến )(?<!công )(?<!quá )(?<!hành )(?<!giáo )(?<!lịch )trình(?! diễn| độ| bày| tự| "
        r"duyệt| chiếu)|tờ trình|"
        r"chờ(?: trung ương| bộ| hội đồng| xét| được| thẩm định| công nhận)|"
        r"gửi(?: hồ sơ)?(?: ra| lên| về)? (?:trung ương|bộ)|đang (?:được )?(?:xét|trình)|xem xét "
        r"công nhận|"
        r"dự thi (?:cấp )?(?:quốc gia|trung ương)|làm hồ sơ|hoàn (?:thiện|tất) hồ sơ",
        "put forward for recognition",
        ("đề nghị UBND tỉnh công nhận 59 sản phẩm", "chờ Trung ương đánh giá"),
        ("trình độ", "chương trình OCOP", "quy trình"),
    ),
    # ── registered ──
    cue_rule(
        "enter",
        Kind.REGISTERED,
        2,
        r"(?:đã |được )?đăng ký(?: mới| tham gia| dự thi| mới| đánh giá)?|tham gia(?: đánh giá| dự "
        r"thi| chấm|"
        r" phân hạng| chương trình| xếp hạng| thi)?|dự (?:thi|chấm|đánh giá|xét)|gửi(?: tới| đến| "
        r"lên| dự| về)?|"
        r"đưa vào đánh giá|đưa lên bàn chấm|nộp hồ sơ|tiếp nhận|danh mục|lập hồ sơ|mang (?:đến|"
        r"tới)|góp mặt",
        "entered, filed, taking part",
        ("31 sản phẩm đăng ký", "20 sản phẩm dự chấm", "danh mục 47 sản phẩm"),
        ("tham quan",),
    ),
    # ── assessed ──
    cue_rule(
        "score",
        Kind.ASSESSED,
        2,
        r"(?:được )?(?:hội đồng(?! nhân dân| quản trị)|tổ tư vấn|tổ giúp việc)|chấm(?: điểm| được| "
        r"xong)?|"
        r"đủ (?:điều kiện|điểm)|thẩm định|thống nhất|đạt (?:mức|từ \d{1,3} điểm|trên \d{1,3} điểm)|"
        r"đánh giá(?: đạt| sơ bộ)|phiên (?:họp|chấm)|vòng (?:huyện|tỉnh|sơ loại)|giám khảo",
        "scored by a council",
        ("Hội đồng xếp 6 sản phẩm vào hạng 4 sao", "30 sản phẩm đủ điều kiện"),
        ("hội nghị",),
    ),
)
"""What is on its way to a decision."""

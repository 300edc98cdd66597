"""Words that say what standing a count has: aimed at, put forward, recognised, lapsed.

A cue names a kind and how firmly it does so; which cue governs which number is decided
later, among the features of a choice. The order of the kinds here is the precedence in
which Vietnamese officials write over one another (a target governs the parts below it).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.mentions.rule import Rule
from extract.mentions.table import Table
from extract.model import Kind, Label, Mention


@dataclass(frozen=True, slots=True)
class CueValue:
    """A kind and the firmness of the cue: 3 decides, 2 speaks for, 1 hints.

    ``name`` separates cues of one kind that behave differently (``plan`` names a paper
    as often as an aim).
    """

    kind: Kind
    strength: int = 2
    name: str = ""


def _is(kind: Kind, strength: int = 2, name: str = "") -> Callable[[re.Match[str]], CueValue]:
    value = CueValue(kind, strength, name)
    return lambda _match: value


def _rule(
    name: str,
    kind: Kind,
    strength: int,
    pattern: str,
    note: str,
    examples: tuple[str, ...],
    counter_examples: tuple[str, ...] = (),
) -> Rule[CueValue]:
    """A cue rule: ``pattern`` between word boundaries."""
    value = CueValue(kind, strength, name)
    return Rule(
        f"cue.{kind.value}.{name}",
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"),
        lambda _match: value,
        note,
        tuple((example, value) for example in examples),
        counter_examples,
    )


RULES: tuple[Rule[CueValue], ...] = (
    # ── target ──
    _rule(
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
    _rule(
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
    _rule(
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
    # ── withdrawn ──
    _rule(
        "revoke",
        Kind.WITHDRAWN,
        3,
        r"(?:bị )?thu hồi|loại(?: bỏ)?(?: ra)? khỏi|đưa(?: ra)? khỏi|hủy(?: bỏ)?(?: công nhận|"
        r" quyết định| giấy)|rút(?: khỏi| giấy| sao)|tước|gạch tên|bị loại|xóa tên|rời khỏi danh "
        r"sách",
        "revoked or struck off",
        ("thu hồi giấy chứng nhận của 2 sản phẩm", "loại khỏi danh sách 13 sản phẩm"),
        ("thu nhập",),
    ),
    # ── expired ──
    _rule(
        "lapse",
        Kind.EXPIRED,
        3,
        r"(?:đã )?(?:hết|quá)(?: thời)? hạn|(?:đã )?hết(?: thời)? hiệu lực|không còn hiệu lực|"
        r"(?:hết|quá)(?: thời hạn)? 36 tháng|đáo hạn|hết giá trị|(?:không|chưa) (?:đăng ký |đề "
        r"nghị |được |làm hồ sơ )?"
        r"(?:đánh giá|công nhận|chấm|cấp) lại",
        "lapsed after 36 months",
        ("40 sản phẩm đã hết hạn", "quá thời hạn 36 tháng"),
        ("còn hạn", "hết năm 2020"),
    ),
    # ── in force ──
    _rule(
        "valid",
        Kind.IN_FORCE,
        3,
        r"(?:đang |vẫn )?còn(?: thời)? (?:hiệu lực|hạn|giá trị)|còn thời hạn|còn thời gian hiệu "
        r"lực|"
        r"đang có hiệu lực|còn trong thời hạn|còn nguyên hiệu lực|chưa hết hạn",
        "certificates still valid",
        ("309 sản phẩm còn thời hạn", "số còn hiệu lực là 305"),
        ("hết hiệu lực",),
    ),
    # ── proposed ──
    _rule(
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
    _rule(
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
    _rule(
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
    # ── upgraded ──
    _rule(
        "rise",
        Kind.UPGRADED,
        3,
        r"(?:được |xin |đề nghị )?(?:nâng|thăng|lên|tăng|thay đổi)(?: cấp)? (?:hạng|sao)(?: sao)?|"
        r"(?:được )?nâng(?: cấp)?(?: hạng)?(?= (?:từ |lên |\d{1,4} ?sản phẩm từ ))|nâng cấp(?= \d)|"
        r"(?:chuyển|lên|nâng) từ(?= (?:hạng )?[34]| ba| bốn)|từ (?:3 ?|ba )sao (?:được )?(?:nâng "
        r")?lên",
        "a move to a higher class",
        ("5 sản phẩm được nâng hạng", "nâng hạng 2", "4sản phẩm từ 3sao lên 4sao"),
        ("nâng tổng số lên 405", "nâng cao chất lượng"),
    ),
    # ── re-recognised ──
    _rule(
        "again",
        Kind.RE_RECOGNISED,
        3,
        r"(?:được )?(?:công nhận|đánh giá|cấp|chứng nhận|phân hạng|xếp hạng|chấm|thẩm định|"
        r"xét)(?:, phân hạng|"
        r" và công nhận| giấy chứng nhận| giấy)? lại|tái (?:công nhận|chứng nhận|đánh giá|cấp|phân "
        r"hạng|thẩm định|"
        r"xếp hạng)|gia hạn|tiếp tục (?:được (?:công nhận|xếp|gắn|phân hạng)|giữ)|giữ (?:được |"
        r"nguyên |vững )?(?:hạng|sao)|"
        r"lần (?:hai|2|thứ hai|thứ 2)",
        "recognised again after 36 months",
        ("công nhận lại 12 sản phẩm", "7 sản phẩm được tái chứng nhận"),
        ("đánh giá lạc quan",),
    ),
    # ── cumulative ──
    _rule(
        "stock",
        Kind.CUMULATIVE,
        3,
        r"lũy kế|cộng dồn|(?:nâng|đưa|đẩy)(?: \w{1,6}){0,4} (?:tổng )?(?:số|tổng)|nâng tổng|từ "
        r"trước (?:tới|đến) nay|"
        r"(?:tăng|nâng)(?: \w{1,6}){0,2} lên(?: thành)?(?= \d)(?! [1-5] ?sao)|"
        r"(?:từ|kể từ) (?:năm |khi |đầu )[^,.;:]{1,40} (?:đến|tới) nay|"
        r"gộp (?:cả|hai|lại|chung)|cộng (?:cả|với|chung|lại)|tính (?:cả|chung|gộp|thêm)",
        "the stock of all recognised so far",
        ("lũy kế đến nay", "nâng tổng số sản phẩm OCOP lên 405", "từ năm 2018 đến nay"),
        ("nâng cao",),
    ),
    _rule(
        "now",
        Kind.CUMULATIVE,
        3,
        r"(?:tính |cho )?(?:đến|tới) (?:nay|giờ|thời điểm|hôm nay|bây giờ)|như vậy|bây giờ|"
        r"(?<!thực )(?<!xuất )(?<!thể )(?<!phát )(?<!biểu )(?<!hoàn )(?<!tái )"
        r"hiện(?! đại| trường| thực| vật)(?: nay| tại| giờ| đang)?(?: \w{2,8})?(?: đã| đang)?(?: "
        r"có)?",
        "a stock is told for now",
        ("đến nay có 44 sản phẩm", "hiện có 157 sản phẩm", "tới giờ mới có 2"),
        ("hiện đại hóa", "thực hiện chương trình", "đến năm 2025"),
    ),
    _rule(
        "until",
        Kind.CUMULATIVE,
        2,
        r"(?:tính )?(?:đến|tới) (?:ngày|hết|cuối|tháng|đầu|năm|giữa|nửa)|"
        r"(?:tính )?(?:đến|tới) \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?",
        "a stock, or an aim, is told for a day",
        ("tính đến ngày 31/1/2025", "đến hết năm 2022 có 44"),
        ("đến nay",),
    ),
    _rule(
        "have",
        Kind.CUMULATIVE,
        1,
        r"(?:toàn |cả )(?:tỉnh|huyện|thành phố|thị xã|xã|quận|nước|vùng)(?: \w{2,8}){0,2} có|đang "
        r"có|"
        r"tổng (?:số|cộng)|đã có|sở hữu|tất (?:cả|thảy)|(?:qua|sau)(?: gần| hơn)? \w{1,4} năm|"
        r"dẫn đầu|đứng (?:thứ|đầu)|cuối năm|đầu kỳ|cuối kỳ|sau (?:sáp nhập|hợp nhất)|tổng hợp|"
        r"trước đó có",
        "having, which hints at a stock",
        ("toàn tỉnh có 44 sản phẩm", "sau 5 năm triển khai"),
        ("tổng kết",),
    ),
    # ── new ──
    _rule(
        "act",
        Kind.NEW,
        3,
        r"(?:đã |vừa |mới ){0,2}(?:ký |ban hành |ra ){0,2}(?:quyết định )?(?<!được )(?<!đã được )"
        r"(?:công nhận|phê duyệt(?: kết quả)?|cấp (?:giấy )?chứng nhận|cấp giấy|cấp bằng|chứng "
        r"nhận)"
        r"(?: được| thêm| cho| mới| đạt| hạng| thêm được){0,2}(?= (?:\d|hơn|gần|trên|[^\W\d_]{2,4} "
        r"sản phẩm))",
        "an authority recognises: the verb right before the number",
        ("UBND tỉnh công nhận 34 sản phẩm", "cấp giấy chứng nhận cho 68 sản phẩm"),
        ("34 sản phẩm được công nhận", "được công nhận 34"),
    ),
    _rule(
        "passive",
        Kind.NEW,
        2,
        r"(?:được |đã được |vừa được |mới được )(?:tỉnh |huyện )?(?:quyết định )?"
        r"(?:công nhận|chứng nhận|phê duyệt|cấp (?:giấy )?chứng nhận|cấp giấy|xướng tên|vinh danh|"
        r"trao)",
        "products are recognised",
        ("34 sản phẩm được công nhận", "vừa được cấp giấy chứng nhận"),
        ("công nhận lại",),
    ),
    _rule(
        "passive_by",
        Kind.NEW,
        3,
        r"được (?:chủ tịch )?(?:ubnd|bộ|trung ương|hội đồng cấp)(?: \w{2,12}){0,5} (?:ký "
        r")?(?:quyết định )?"
        r"(?:công nhận|phê duyệt|cấp giấy|cấp chứng nhận)",
        "products are recognised by an authority that is named",
        ("32 sản phẩm 3 sao được UBND tỉnh công nhận",),
        ("được công nhận", "được UBND tỉnh quan tâm"),
    ),
    _rule(
        "announce",
        Kind.NEW,
        2,
        r"(?:ban hành |ký |có )?quyết định(?: số)?|trao (?:giấy )?chứng nhận|trao (?:quyết định|"
        r"giấy|sao)|"
        r"công bố|phê duyệt kết quả|nhận (?:giấy )?chứng nhận|vinh danh|lễ trao",
        "a decision, a ceremony",
        ("ban hành quyết định", "trao giấy chứng nhận cho 12 sản phẩm"),
        ("quyết tâm",),
    ),
    _rule(
        "class",
        Kind.NEW,
        1,
        r"công nhận|chứng nhận|xếp hạng|phân hạng|gắn(?: từ \d)? ?sao|xếp|đạt chuẩn|có sao|mang "
        r"sao",
        "words of class that stand with stocks as well as with batches",
        ("48 sản phẩm gắn sao", "xếp hạng"),
        ("công nhân",),
    ),
    _rule(
        "first",
        Kind.NEW,
        3,
        r"(?:công nhận|phát triển|cấp|đánh giá|đăng ký)? ?(?<!nông thôn )(?<!đổi )(?<!ntm "
        r")(?<!giống )(?<!chỉ )(?:mới|lần đầu(?: tiên)?)(?! đây)|có thêm|thêm(?! vào)|"
        r"bổ sung|gương mặt mới|lần này|đợt này|kỳ này",
        "first time, added",
        ("có thêm 61 sản phẩm", "92 sản phẩm công nhận lần đầu", "80 sản phẩm mới"),
        ("mới đây", "thêm vào đó", "xây dựng nông thôn mới"),
    ),
    _rule(
        "batch",
        Kind.NEW,
        1,
        r"đợt(?: \d{1,2}| [iv]{1,4})?|trong năm|riêng năm|năm 20\d\d|năm qua|năm ngoái|(?<!và "
        r")vừa(?: qua| được| có| công nhận)?(?! và| nhỏ)|"
        r"(?:\d|sáu|chín) tháng(?: đầu năm)?|trong kỳ|(?:ngày|sáng|chiều|tối|hôm) "
        r"?\d{1,2}[/.-]\d{1,2}",
        "a batch or a period is a flow",
        ("đợt 2 công nhận 30 sản phẩm", "trong năm toàn tỉnh cấp"),
        ("đột phá",),
    ),
)
_TABLE = Table(RULES)


def find_cues(text: str, folded: str) -> list[Mention]:
    """CUE mentions (values ``CueValue``), longest reading first where they overlap."""
    return _TABLE.find(text, folded, Label.CUE)

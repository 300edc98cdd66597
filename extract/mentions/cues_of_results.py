"""Words of what was given: taken back, lapsed, in force, upgraded, given again, all, new."""

from __future__ import annotations

from extract.mentions.cue_rule import CueValue, cue_rule
from extract.mentions.rule import Rule
from extract.model import Kind

ENDED: tuple[Rule[CueValue], ...] = (
    # ── withdrawn ──
    cue_rule(
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
    cue_rule(
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
    cue_rule(
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
)
"""What became of certificates."""

GIVEN: tuple[Rule[CueValue], ...] = (
    # ── upgraded ──
    cue_rule(
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
    cue_rule(
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
    cue_rule(
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
    cue_rule(
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
    cue_rule(
        "until",
        Kind.CUMULATIVE,
        2,
        r"(?:tính )?(?:đến|tới) (?:ngày|hết|cuối|tháng|đầu|năm|giữa|nửa)|"
        r"(?:tính )?(?:đến|tới) \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?",
        "a stock, or an aim, is told for a day",
        ("tính đến ngày 31/1/2025", "đến hết năm 2022 có 44"),
        ("đến nay",),
    ),
    cue_rule(
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
    cue_rule(
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
    cue_rule(
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
    cue_rule(
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
    cue_rule(
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
    cue_rule(
        "class",
        Kind.NEW,
        1,
        r"công nhận|chứng nhận|xếp hạng|phân hạng|gắn(?: từ \d)? ?sao|xếp|đạt chuẩn|có sao|mang "
        r"sao",
        "words of class that stand with stocks as well as with batches",
        ("48 sản phẩm gắn sao", "xếp hạng"),
        ("công nhân",),
    ),
    cue_rule(
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
    cue_rule(
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
"""What was recognised: in a move, again, in all so far, for the first time."""
